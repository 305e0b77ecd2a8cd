"""A table of units as the GSO exports it, read into unit lists with the letter's names: one list a province."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import PurePath

from fanpage_names.lang import Text
from fanpage_names.units.export_columns import Cells
from fanpage_names.units.export_rows import Listed, all_listed
from fanpage_names.units.faults import FaultLog
from fanpage_names.units.letter import is_number, label_for, letter_patterns, name_key
from fanpage_names.units.model import LEVELS, Unit, UnitList
from fanpage_names.units.reading import CODE_DIGITS
from fanpage_names.units.type_words import TYPES


class Export:
    """The units of a table, by province.

    Args:
        file: the file, as the user named it.
        rows: the rows below its header; see `fanpage_names.units.export_columns`.
    """

    def __init__(self, file: str, rows: Iterable[tuple[int, Cells]]) -> None:
        self._file = file
        self._by_province: dict[str, list[Listed]] = {}
        self._lost: list[Listed] = []
        self._sort(list(all_listed(list(rows))))

    def _sort(self, listed: Sequence[Listed]) -> None:
        """Put each unit to the province that it lies in."""
        above = {unit.code: unit.above for unit in reversed(listed)}
        self._by_province = {unit.code: [] for unit in listed if unit.level == "province" and unit.code}
        for unit in listed:
            top = unit.code
            for _ in LEVELS[1:]:
                top = above.get(top) or top
            self._by_province.get(top, self._lost).append(unit)

    @property
    def provinces(self) -> Sequence[Unit]:
        """The provinces, in the table's order, as far as they can be read."""
        first = (units[0] for units in self._by_province.values())
        return tuple(Unit(unit.code, "province", unit.type, unit.name) for unit in first)

    def units_of(self, province: Unit) -> UnitList:
        """Return the list of a province: titled with its name, with the letter's patterns and labels, no targets.

        Raises:
            UnitsFileError: with every fault of the province's rows, and of rows that are in no province.
        """
        log = FaultLog(self._file)
        for unit in self._lost:
            log.add(
                unit.row,
                Text(
                    "mã {code}: không rõ thuộc tỉnh nào; hãy ghi mã cấp trên và thêm dòng của cấp trên",
                    "code {code}: in which province is not clear; write the code of the unit above, and "
                    "add that unit's row",
                ).format(code=unit.code or "–"),
            )
        listed = _checked(self._by_province[province.code], log)
        _check_places(listed, log)
        valid_from, valid_to = _period(listed, log)
        log.close()
        return UnitList(
            id=province.name,
            title=province.name,
            valid_from=valid_from,
            valid_to=valid_to,
            sources=(PurePath(self._file).name,),
            patterns=letter_patterns(has_districts=any(unit.level == "district" for unit in listed)),
            targets=(),
            units=tuple(_units(listed)),
        )


def odd_names(units: UnitList) -> Sequence[Unit]:
    """Return the units whose names have small letters or capitals where names do not, for a person to look at.

    The GSO's list of 2021 has seven, such as "Đại áng" and "é Tòng": exports lose some capitals with marks.
    """
    return tuple(
        unit
        for unit in units.units
        if any(word[0].islower() for word in unit.name.split())
        or (unit.name.isupper() and len(unit.name) > 1 and not is_number(unit.name))
    )


def _checked(listed: Iterable[Listed], log: FaultLog) -> Sequence[Listed]:
    """Return each unit once, as first listed; what is wrong with one goes into the log."""
    by_code: dict[str, Listed] = {}
    by_name: dict[tuple[str, str, str], Listed] = {}
    told: set[tuple[str, str, str, str]] = set()
    for unit in listed:
        first = by_code.setdefault(unit.code or f"row {unit.row}", unit)
        if first is not unit:
            if unit.says != first.says and (unit.code, *unit.says) not in told:
                told.add((unit.code, *unit.says))
                log.add(
                    unit.row,
                    Text(
                        "mã {code} là {unit}, nhưng ở dòng {row} là {first}; hãy sửa một dòng",
                        "code {code} is {unit}, but {first} in row {row}; correct one of them",
                    ).format(code=unit.code, unit=_said(unit), row=first.row, first=_said(first)),
                )
            continue
        _check(unit, log)
        twin = by_name.setdefault(unit.says, unit)
        if twin is not unit and unit.name:
            log.add(
                unit.row,
                Text(
                    "{unit} đã có ở dòng {row} với mã {code}; hãy sửa tên hoặc xóa một dòng",
                    "{unit} is already in row {row} with code {code}; correct a name or delete a row",
                ).format(unit=_said(unit), row=twin.row, code=twin.code),
            )
    return tuple(by_code.values())


def _said(unit: Listed) -> str:
    return " ".join(filter(None, (unit.type, unit.name))) or "–"


def _check(unit: Listed, log: FaultLog) -> None:
    digits = CODE_DIGITS[unit.level]
    if not (unit.code.isascii() and unit.code.isdigit() and len(unit.code) == digits):
        log.add(
            unit.row,
            Text(
                "mã “{code}” của {unit} phải có {digits} chữ số; hãy ghi mã GSO",
                "code “{code}” of {unit} must have {digits} digits; write the GSO code",
            ).format(code=unit.code, unit=_said(unit), digits=digits),
        )
    if not unit.name:
        log.add(
            unit.row,
            Text("mã {code}: thiếu tên; hãy ghi tên", "code {code}: no name; write the name").format(code=unit.code),
        )
    if unit.type not in TYPES[unit.level]:
        known = ", ".join(TYPES[unit.level])
        log.add(
            unit.row,
            Text(
                "“{unit}”: loại đơn vị phải là một trong: {known}; hãy ghi vào trước tên hoặc vào cột Cấp",
                "“{unit}”: the type must be one of: {known}; write it before the name or in the column Cấp",
            ).format(unit=_said(unit), known=known),
        )
    elif unit.stated not in ("", unit.type):
        log.add(
            unit.row,
            Text(
                "“{unit}” nhưng cột Cấp ghi “{stated}”; hãy sửa một trong hai",
                "“{unit}”, but the column Cấp says “{stated}”; correct one of them",
            ).format(unit=_said(unit), stated=unit.stated),
        )


def _check_places(listed: Sequence[Listed], log: FaultLog) -> None:
    """Note a province without units, and communes without a district where others have one."""
    if len(listed) == 1:
        log.add(
            listed[0].row,
            Text(
                "{listed}: không có đơn vị nào bên dưới; hãy xuất danh mục đến cấp xã",
                "{listed}: no unit below it; export the list down to the communes",
            ).format(listed=_said(listed[0])),
        )
    if any(unit.level == "district" for unit in listed):
        for unit in listed:
            if unit.level == "commune" and unit.above == listed[0].code:
                log.add(
                    unit.row,
                    Text(
                        "{unit} không có huyện; hãy ghi Mã QH và Quận Huyện",
                        "{unit} has no district; write Mã QH and Quận Huyện",
                    ).format(unit=_said(unit)),
                )


def _period(listed: Sequence[Listed], log: FaultLog) -> tuple[date | None, date | None]:
    """Return the days between which every unit is in force as it stands there."""
    first = [day for unit in listed if (day := _day(unit.valid_from, unit.row, log))]
    last = [day for unit in listed if (day := _day(unit.valid_to, unit.row, log))]
    return max(first, default=None), min(last, default=None)


def _day(text: str, row: int, log: FaultLog) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        log.add(
            row,
            Text(
                "“{text}” không phải một ngày; hãy viết như 2020-02-01", "“{text}” is no day; write it as 2020-02-01"
            ).format(text=text),
        )
        return None


def _units(listed: Sequence[Listed]) -> Iterator[Unit]:
    """Yield a province, each district with its communes, in the table's order, with the labels that they need."""
    namesakes = Counter((unit.above, name_key(unit.name)) for unit in listed)
    below: dict[str, list[Listed]] = defaultdict(list)
    for each in listed:
        below[each.above].append(each)

    def units(above: Unit | None) -> Iterator[Unit]:
        for each in below[above.code if above else ""]:
            twins = namesakes[each.above, name_key(each.name)] > 1
            label = label_for(each.type, each.name, above, has_namesake=twins)
            unit = Unit(each.code, each.level, each.type, each.name, above, label)
            yield unit
            yield from units(unit)

    return units(None)
