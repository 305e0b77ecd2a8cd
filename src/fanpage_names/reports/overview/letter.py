"""A letter that reminds a district: which of its units have no page, and which names to mend.

Who gets a letter, and what fills the template's fields. The letters are in Vietnamese, whatever the language of the
report: they go to offices.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from fanpage_names.coverage.counting import area_of
from fanpage_names.coverage.model import Area, Overview, Tally
from fanpage_names.naming import canonical_name
from fanpage_names.reports.letter_template import Item, Letter, sent_from
from fanpage_names.reports.overview import words
from fanpage_names.units.model import Unit

_NO_NAME = "(chưa ghi tên)"


def letters(overview: Overview) -> Iterator[Letter]:
    """Yield a letter for each area that has something to be reminded of.

    The province writes the letters: its own page is no matter for them.
    """
    for area in overview.areas:
        if area.unit is None or "commune" not in area.tallies:
            continue
        missing, wrong = _missing(overview, area), _wrong(overview, area.unit)
        if missing or wrong:
            yield Letter(
                area.unit, _fields(overview, area, area.unit, missing, wrong), {"thieu": missing, "sai": wrong}
            )


def _missing(overview: Overview, area: Area) -> list[Item]:
    units = [unit for unit in area.missing if unit.level != "province"]
    return [
        {
            "tt": str(number),
            "don_vi": words.capital(unit.name_with_type),
            "ten": canonical_name(overview.units, unit, overview.style),
        }
        for number, unit in enumerate(units, start=1)
    ]


def _wrong(overview: Overview, head: Unit) -> list[Item]:
    """Return the names that deviate or are still missing; one reported twice stands once."""
    found = {
        (entry.unit, entry.row.name, problem.right): None
        for problem in (*overview.of_kind("deviates"), *overview.of_kind("nameless"))
        for entry in problem.entries
        if entry.unit and entry.unit.level != "province" and area_of(entry.unit) == head
        if entry.row.name or not overview.pages[entry.unit.code].name
    }
    return [
        {
            "tt": str(number),
            "don_vi": words.capital(unit.name_with_type),
            "ten_bao_cao": name or _NO_NAME,
            "ten_dung": right,
        }
        for number, (unit, name, right) in enumerate(found, start=1)
    ]


def _fields(
    overview: Overview, area: Area, head: Unit, missing: Sequence[Item], wrong: Sequence[Item]
) -> Mapping[str, str]:
    communes: Tally = area.tallies["commune"]
    province, on = head.province, overview.on
    verdicts = [verdict for verdict in area.verdicts if verdict.target.level != "province"]
    due = [verdict.target.before for verdict in verdicts if verdict.short and on < verdict.target.before]
    return {
        **sent_from(province, on),
        "den_ngay": words.day(on, "vi"),
        "don_vi": head.name_with_type if head.level == "district" else _types_of(overview, head),
        "dia_ban": head.name_with_type,
        "so_co": str(communes.pages),
        "so_xa": str(communes.units),
        "ty_le": words.share(communes, "vi"),
        "chi_tieu": "; ".join(words.target(verdict.target, "vi") for verdict in verdicts),
        "tep_khong_doc": words.unread(overview),
        "so_thieu": str(len(missing)),
        "so_sai": str(len(wrong)),
        "han": f"trước ngày {words.day(min(due), 'vi')}" if due else "trong thời gian sớm nhất",
    }


def _types_of(overview: Overview, province: Unit) -> str:
    """Return "các xã, phường": whom a letter goes to where no district stands between."""
    members = (unit for unit in overview.units.below(province) if unit.level == "commune" and area_of(unit) == province)
    return "các " + ", ".join(dict.fromkeys(unit.type for unit in members))
