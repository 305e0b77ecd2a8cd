"""Whether submitted names are those of another shipped list than the one in use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import NamedTuple

from fanpage_names.check import LONGEST, Checker
from fanpage_names.gazetteer.gazetteer import Gazetteer
from fanpage_names.resolve.exact import exact_parses
from fanpage_names.text.fold import key_of
from fanpage_names.text.line import Line
from fanpage_names.text.reader import read_line
from fanpage_names.units.catalogue import DAYS, LAST, Shipped, catalogue, load_shipped
from fanpage_names.units.model import Style, UnitList

SAMPLE = 200
"""So many names are looked at; a list has hardly more, and those of one list are alike."""

FEWEST = 3
"""With fewer names nothing is said."""

_PROVINCES = 3


class Fit(NamedTuple):
    """A list that names fit better than the one in use.

    Attributes:
        name: the list.
        fitting: how many of the names are complete in it.
        names: how many names were looked at.
    """

    name: str
    fitting: int
    names: int


def better_list(names: Iterable[str], checker: Checker) -> Fit | None:
    """Return the list in which at least half of the names are complete, and fewer than a fifth in the one in use.

    Complete is a name of which every word is explained and no part but the prefix is missing. The lists looked at are
    those of the provinces that most names have in them; of lists that fit equally well the newest is taken. Names
    of now and then are often mixed: today's list is tried with the names of the units before it, too.

    Args:
        names: submitted names; the first `SAMPLE` of them count.
        checker: checks names against the list in use.
    """
    sample = [name for name in islice(names, SAMPLE) if name.strip()]
    enough = islice((name for name in sample if checker.names_in_full(name)), (len(sample) + 4) // 5)
    if len(sample) < FEWEST or sum(True for _ in enough) * 5 >= len(sample):
        return None
    lines = [read_line(name[:LONGEST]) for name in sample]
    lists = [listed for listed in _candidates(lines) if listed.name != checker.units.id]
    tried = [(listed, False) for listed in lists] + [(listed, True) for listed in lists if listed.year == LAST]
    best: Fit | None = None
    for listed, with_former in tried:
        fitting = _complete(lines, load_shipped(listed.name), checker.style, with_former=with_former)
        if 2 * fitting >= len(lines) and (best is None or fitting > best.fitting):
            best = Fit(listed.name, fitting, len(lines))
    return best


def _complete(lines: Sequence[Line], units: UnitList, style: Style, *, with_former: bool) -> int:
    gazetteer = Gazetteer(units, style, with_former=with_former)
    parses = (exact_parses(line, gazetteer) for line in lines)
    return sum(bool(found) and found[0].in_full for found in parses)


def _candidates(lines: Sequence[Line]) -> Sequence[Shipped]:
    """Return the lists of the provinces that most names have in them, the newest first."""
    keys = {key_of(listed.province): listed.province for listed in catalogue().values()}
    named = Counter(province for line in lines for key, province in keys.items() if key in line.letters)
    wanted = {province for province, _ in named.most_common(_PROVINCES)}
    lists = [listed for listed in catalogue().values() if listed.province in wanted and listed.year in DAYS]
    return sorted(lists, key=lambda listed: -listed.year)
