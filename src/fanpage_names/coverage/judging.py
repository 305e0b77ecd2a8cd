"""Targets held against pages.

"Before 31/01/2022" leaves that day out. As many units as the target's share asks for, rounded up, must have a page by
then; a row's date tells since when, and a page without a readable date counts as in time. A target is `met` with as
many pages; with fewer it is `on course` while its day has not come, and `late` from that day on.

What an area lacks are the pages that are not there at all; a page that came too late is there. All districts together
lack what each of them lacks, added up: the pages that one has beyond its target do not fill another's. Where there are
no districts the target is the province's alone, and it lacks what its communes lack together.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from fanpage_names.coverage.overview import Page, State, Verdict
from fanpage_names.units.model import Target


def judge(target: Target, units: int, pages: Iterable[Page], on: date) -> Verdict:
    """Return how a target stands on a day.

    Args:
        target: the target.
        units: how many units of its level there are.
        pages: the pages of an area; those of other levels are passed over.
        on: the day.
    """
    needed = -(-units * target.share // 100)
    of_level = [page for page in pages if page.unit.level == target.level]
    in_time = sum(page.since is None or page.since < target.before for page in of_level)
    state: State = "met" if in_time >= needed else "on course" if on < target.before else "late"
    lacking = max(0, needed - len(of_level))
    too_late = max(0, needed - in_time) - lacking
    return Verdict(target, needed, in_time, state, lacking, too_late)


def added_up(whole: Verdict, parts: Iterable[Verdict]) -> Verdict:
    """Return the verdict on all areas together, with what each of them lacks added up.

    Args:
        whole: the verdict on all their units at once: its state holds.
        parts: the verdicts on each area, for the same target.
    """
    of_target = [part for part in parts if part.target == whole.target]
    return replace(
        whole,
        lacking=sum(part.lacking for part in of_target),
        too_late=sum(part.too_late for part in of_target),
    )
