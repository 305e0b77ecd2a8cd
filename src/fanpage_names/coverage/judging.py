"""Targets held against pages.

"Before 31/01/2022" leaves that day out. As many units as the target's share asks for, rounded up, must have a page by
then; a row's date tells since when, and a page without a readable date counts as in time. A target is `met` with as
many pages; with fewer it is `on course` while its day has not come, and `late` from that day on.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from fanpage_names.coverage.model import Page, State, Verdict
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
    in_time = sum(
        page.unit.level == target.level and (page.since is None or page.since < target.before) for page in pages
    )
    state: State = "met" if in_time >= needed else "on course" if on < target.before else "late"
    return Verdict(target, needed, in_time, state)
