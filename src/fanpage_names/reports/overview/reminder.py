"""Letters that remind a district, or a commune where there are no districts: who has no page, which names to mend.

Who gets a letter, and what fills the template's fields. The letters are in Vietnamese, whatever the language of the
report: they go to offices.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fanpage_names.coverage.overview import Overview, Tally, Verdict
from fanpage_names.lang import day_text
from fanpage_names.naming import canonical_name
from fanpage_names.reports.letter_template import Item, Letter, deadline, sent_from
from fanpage_names.reports.overview import wording
from fanpage_names.units.model import Unit

_NO_NAME = "(chưa ghi tên)"
_TYPES = ("xã", "phường", "thị trấn", "đặc khu")
"""The types of communes, as letters list them."""


def letters(overview: Overview, *, each: bool = False) -> Iterator[Letter]:
    """Yield a letter for each district that has something to be reminded of.

    Where communes are right under the province, they get one letter together. The province writes the letters: its own
    page is no matter for them.

    Args:
        overview: the counts.
        each: whether communes right under the province get a letter each besides.
    """
    under_province: list[Unit] = []
    for area in overview.areas:
        members = [unit for unit in _units(overview) if overview.groups[unit.code] == area.group]
        if area.unit in members and area.unit and area.unit.level == "district" and "commune" in area.tallies:
            yield from _letter(overview, area.unit, members, area.tallies["commune"], area.verdicts)
        elif members:
            under_province += members
    communes = overview.whole.tallies.get("commune")
    if communes is None:
        return
    for province in dict.fromkeys(unit.province for unit in under_province):
        members = [unit for unit in under_province if unit.province == province]
        yield from _letter(overview, province, members, communes, overview.whole.verdicts)
    for unit in under_province if each else ():
        yield from _letter(overview, unit, [unit], communes, overview.whole.verdicts)


def _units(overview: Overview) -> Iterator[Unit]:
    """Yield the units that letters are about."""
    return (unit for unit in overview.units.units if unit.level != "province" and unit.code in overview.groups)


def _letter(
    overview: Overview, to: Unit, members: Sequence[Unit], communes: Tally, verdicts: Sequence[Verdict]
) -> Iterator[Letter]:
    """Yield the letter to a unit, where there is something to say of the units that it answers for."""
    missing, wrong = _missing(overview, members), _wrong(overview, members)
    if not missing and not wrong:
        return
    below = to.level == "district"
    verdicts = [verdict for verdict in verdicts if verdict.target.level != "province"]
    due = [verdict.target.before for verdict in verdicts if verdict.short and overview.on < verdict.target.before]
    fields = {
        **sent_from(to.province, overview.on),
        "den_ngay": day_text(overview.on).in_lang("vi"),
        "don_vi": _types_of(members) if to.level == "province" else to.name_with_type,
        "dia_ban": to.name_with_type if below else to.province.name_with_type,
        "so_co": str(communes.pages),
        "so_xa": str(communes.units),
        "ty_le": wording.share(communes, "vi"),
        "chi_tieu": "; ".join(wording.target(verdict.target, "vi") for verdict in verdicts),
        "tep_khong_doc": wording.unread(overview),
        "so_thieu": str(len(missing)),
        "so_sai": str(len(wrong)),
        "cap_duoi": "x" if below else "",
        "tu_lam": "" if below else "x",
        "han": deadline(min(due, default=None)),
    }
    yield Letter(to, fields, {"thieu": missing, "sai": wrong})


def _missing(overview: Overview, members: Sequence[Unit]) -> list[Item]:
    units = [unit for unit in members if unit.code not in overview.pages]
    return [
        {
            "tt": str(number),
            "don_vi": wording.capital(unit.name_with_type),
            "ten": canonical_name(overview.units, unit, overview.style),
        }
        for number, unit in enumerate(units, start=1)
    ]


def _wrong(overview: Overview, members: Sequence[Unit]) -> list[Item]:
    """Return the names that deviate or are still missing; one reported twice stands once."""
    codes = {unit.code for unit in members}
    found = {
        (entry.unit, entry.row.name, problem.right): None
        for problem in (*overview.of_kind("deviates"), *overview.of_kind("nameless"))
        for entry in problem.entries
        if entry.unit and entry.unit.code in codes
        if entry.row.name or not _has_name(overview, entry.unit)
    }
    return [
        {
            "tt": str(number),
            "don_vi": wording.capital(unit.name_with_type),
            "ten_bao_cao": name or _NO_NAME,
            "ten_dung": right,
        }
        for number, (unit, name, right) in enumerate(found, start=1)
    ]


def _has_name(overview: Overview, unit: Unit) -> bool:
    page = overview.pages.get(unit.code)
    return bool(page and page.name)


def _types_of(members: Sequence[Unit]) -> str:
    """Return "các xã, phường": whom a letter goes to where no district stands between."""
    types = dict.fromkeys(unit.type for unit in members)
    return "các " + ", ".join(sorted(types, key=lambda word: _TYPES.index(word) if word in _TYPES else len(_TYPES)))
