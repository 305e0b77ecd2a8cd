"""The names that are checked: those of the corpus under `tests/corpus`; and the lists they are checked against."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from fanpage_names import UnitList, load_units
from fanpage_names.naming import canonical_names
from fanpage_names.units.catalogue import of_year
from tests.corpus.build import LISTS, SEED, corpus, worlds
from tests.units.exports import country

CLEAN, NO_UNIT, SPELLINGS, PAIRS = "clean", "no unit", "spellings of others", "two kinds at once"
_SINGLES, _PAIRS = 6, 120
_TITLES = {"canonical": CLEAN, "none": NO_UNIT, "real": SPELLINGS, "pair": PAIRS}

Groups = Mapping[str, Sequence[str]]


def nam_dinh() -> UnitList:
    """Return the letter's list: 226 communes, 10 districts, one province."""
    return load_units(LISTS[0])


def whole_country() -> UnitList:
    """Return all units of 2021 as one list, with the letter's patterns."""
    units = tuple(unit for units in country(2021) for unit in units.units)
    return replace(nam_dinh(), id="viet_nam_2021", title="Việt Nam", units=units)


def groups_of_names(seed: str = SEED) -> dict[str, list[str]]:
    """Return names in the short style of the letter's list: clean ones, strangers, and damaged ones by kind."""
    groups: dict[str, list[str]] = {}
    for case in corpus(worlds()[0], _SINGLES, _PAIRS, seed):
        if case.style == "short":
            groups.setdefault(_TITLES.get(case.group, case.kind), []).append(case.text)
    return groups


def damaged(groups: Groups) -> list[str]:
    """Return the titles of the groups of damaged names."""
    return [title for title in groups if title not in {CLEAN, NO_UNIT, SPELLINGS}]


def rows(count: int, groups: Groups) -> Iterator[tuple[str, str]]:
    """Yield rows for a file: a clean and a damaged name in turn, each with a link of its own."""
    names = zip(cycle(groups[CLEAN]), cycle(text for title in damaged(groups) for text in groups[title]), strict=False)
    for number, name in enumerate(islice((name for pair in names for name in pair), count)):
        yield name, f"https://www.facebook.com/mattran.{number * 2_654_435_761 % 2**32:08x}"


def former_names() -> Iterator[Sequence[str]]:
    """Yield the page names of the communes of 2021, those of each province together."""
    for units in (load_units(listed.name) for listed in of_year(2021)):
        pages = canonical_names(units, "short")
        yield [pages[unit.code] for unit in units.at_level("commune")]


def write_csv(path: Path, table: Iterable[Sequence[str]]) -> None:
    """Write a csv file with columns of names and links."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("Tên trang", "Đường dẫn"))
        writer.writerows(table)


def write_xlsx(path: Path, table: Iterable[Sequence[str]]) -> None:
    """Write a workbook with columns of names and links."""
    from xlsxwriter import Workbook  # type: ignore[import-untyped]

    with Workbook(path, {"constant_memory": True, "strings_to_urls": False, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate((("Tên trang", "Đường dẫn"), *table)):
            sheet.write_row(number, 0, row)
