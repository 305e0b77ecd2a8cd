"""A letter to each new commune: which pages become its page, under which name, and until when.

The letters are in Vietnamese, whatever the language of the list: they go to offices.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from fanpage_names.history.wording import resolution_text
from fanpage_names.reports.letter_template import Item, Letter, deadline, sent_from
from fanpage_names.reports.migration.page_rows import Migration, PageRow, page_rows
from fanpage_names.text.counts import read_count
from fanpage_names.units.model import Unit

_TO_DO = frozenset({"rename", "merge"})


def letters(migration: Migration, on: date, until: date | None) -> Iterator[Letter]:
    """Yield a letter for each commune of the new list whose page is to be renamed or made of several.

    Args:
        migration: the pages.
        on: the day of the letters.
        until: the day before which it is to be done; None for as soon as possible.
    """
    by_unit: dict[str, list[PageRow]] = defaultdict(list)
    for line in page_rows(migration, "vi"):
        if line.page.unit and line.page.unit.level == "commune":
            by_unit[line.page.unit.code].append(line)
    for unit in migration.to_list.units:
        found = by_unit.get(unit.code, [])
        if any(line.page.action in _TO_DO for line in found):
            yield _letter(migration, unit, found, on, until)


def _letter(migration: Migration, unit: Unit, found: Sequence[PageRow], on: date, until: date | None) -> Letter:
    in_order = sorted(found, key=lambda line: not line.page.is_page)  # names without a page stand last
    pages = [_item(number, line, migration) for number, line in enumerate(in_order, 1)]
    several = len({line.page.group for line in found if line.page.group}) > 0
    return Letter(
        unit,
        {
            **sent_from(unit.province, on),
            "don_vi": unit.name_with_type,
            "ten_moi": found[0].new_name,
            "can_cu": "; ".join(dict.fromkeys(filter(None, map(_ground, found)))),
            "so_trang": str(sum(line.page.is_page for line in found) or len(found)),
            "gop": "x" if several else "",
            "doi_ten": "" if several else "x",
            "han": deadline(until),
        },
        {"trang": pages},
    )


def _item(number: int, line: PageRow, migration: Migration) -> Item:
    was = line.page.meant.unit
    return {
        "tt": str(number),
        "ten": line.name,
        "don_vi_cu": was.name_with_district if was else "",
        "duong_link": line.link if line.page.is_page else "",
        "can_bo": line.officer if migration.with_contacts else "",
        "viec": "; ".join(filter(None, (line.todo, _followers(line)))),
    }


def _followers(line: PageRow) -> str:
    count = read_count(line.followers)
    said = line.followers if count is None else f"{count:,}".replace(",", ".")
    return said and f"{said} lượt theo dõi"


def _ground(line: PageRow) -> str:
    """Return the resolution by which the unit came to be."""
    steps = line.page.succession.steps if line.page.succession else ()
    return resolution_text(steps[-1].change).in_lang("vi") if steps else ""
