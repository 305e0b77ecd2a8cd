"""What must hold between the units of a list: one code, one name and one page name for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from fanpage_names.lang import Text
from fanpage_names.naming import page_name, pattern_fields
from fanpage_names.units.faults import FaultLog
from fanpage_names.units.model import Level, Retyping, Style, Unit


class Pattern(NamedTuple):
    """A pattern and the line it is on; the text is empty where the pattern is faulty."""

    text: str
    line: int


class Placed(NamedTuple):
    """A unit and the line it is on; not sound where it, or a unit above it, could not be read in full."""

    unit: Unit
    line: int
    sound: bool
    retypings: tuple[Retyping, ...] = ()


Patterns = Mapping[Style, Mapping[Level, Pattern]]


def check_list(placed: Sequence[Placed], patterns: Patterns, log: FaultLog) -> None:
    """Note codes, names and page names that are not unique, and units that no pattern can name."""
    _check_codes(placed, log)
    units = _check_names((place for place in placed if place.sound), log)
    _check_page_names(_check_parents(units, patterns, log), patterns, log)


def _check_codes(placed: Iterable[Placed], log: FaultLog) -> None:
    first: dict[str, Placed] = {}
    for place in placed:
        code = place.unit.code
        twin = first.setdefault(code, place)
        if code and twin is not place:
            owner = twin.unit.name_with_type.strip()
            log.add(
                place.line,
                Text(
                    "mã {code} đã có ở dòng {line} ({owner}); hãy ghi mã đúng hoặc xóa một trong hai",
                    "code {code} is already on line {line} ({owner}); write the right code or delete one of them",
                ).format(code=code, line=twin.line, owner=owner),
            )


def _check_names(placed: Iterable[Placed], log: FaultLog) -> list[Placed]:
    """Return the units without those that come a second time."""
    first: dict[tuple[int, str, str], Placed] = {}
    for place in placed:
        unit = place.unit
        twin = first.setdefault((id(unit.parent), unit.type, unit.name), place)
        if twin.unit.code != unit.code:
            log.add(
                place.line,
                Text(
                    "{unit} đã có ở dòng {line} dưới cùng một cấp trên; hãy sửa tên hoặc xóa một trong hai",
                    "{unit} is already on line {line} under the same parent; write another name or delete one of them",
                ).format(unit=unit.name_with_type, line=twin.line),
            )
    return list(first.values())


def _check_parents(placed: Sequence[Placed], patterns: Patterns, log: FaultLog) -> list[Placed]:
    """Return the units without the communes that stand under no district although a pattern names it."""
    asking = [
        by_level["commune"]
        for by_level in patterns.values()
        if "commune" in by_level
        and any(field.startswith("district") for field in pattern_fields(by_level["commune"].text))
    ]
    communes = [place for place in placed if place.unit.level == "commune"]
    orphans = [place for place in communes if place.unit.district is None]
    if not asking or not orphans:
        return list(placed)
    if len(orphans) == len(communes):
        for pattern in asking:
            log.add(
                pattern.line,
                Text(
                    "mẫu ghi tên huyện, nhưng danh mục không có cấp huyện; hãy bỏ {district…} trong mẫu",
                    "the pattern names the district, but the list has none; delete {district…} from the pattern",
                ),
            )
    else:
        for unit, line, *_ in orphans:
            log.add(
                line,
                Text(
                    "{unit} không thuộc huyện nào; hãy chuyển vào `communes` của huyện",
                    "{unit} is in no district; move it into the `communes` of its district",
                ).format(unit=unit.name_with_type),
            )
    return [place for place in placed if place.unit.level != "commune" or place.unit.district is not None]


def _check_page_names(placed: Iterable[Placed], patterns: Patterns, log: FaultLog) -> None:
    """Note the units that share a page name with another one, once, whatever the style."""
    places = list(placed)
    shared: set[str] = set()
    for style, by_level in patterns.items():
        first: dict[str, Placed] = {}
        for place in places:
            pattern = by_level.get(place.unit.level)
            if pattern is None or not pattern.text:
                continue
            name = page_name(pattern.text, place.unit)
            twin = first.setdefault(name, place)
            if twin.unit.code == place.unit.code or place.unit.code in shared:
                continue
            shared.add(place.unit.code)
            log.add(
                place.line,
                Text(
                    "tên trang “{name}” (kiểu {style}) trùng với {unit} ở dòng {line}; "
                    "hãy thêm `label` cho một trong hai hoặc sửa mẫu",
                    "page name “{name}” (style {style}) is also that of {unit} on line "
                    "{line}; give one of them a `label` or change the pattern",
                ).format(name=name, style=style, unit=twin.unit.name_with_type, line=twin.line),
            )
