"""Tables as the GSO exports them, and what is wrong with some."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from unicodedata import normalize

import pytest

from fanpage_names.units.export_columns import read_cells
from fanpage_names.units.faults import UnitsFileError
from fanpage_names.units.model import Unit, UnitList
from tests.units.exports import OF_COMMUNES, WIDE, WITHOUT_DISTRICTS, export_of

Rows = Sequence[Sequence[str]]

HAI_HAU = ("Tỉnh Nam Định", "36", "Huyện Hải Hậu", "366")
TABLE: Rows = (
    WIDE,
    (*HAI_HAU, "Thị trấn Cồn", "14218", "Thị trấn", ""),
    (*HAI_HAU, "Xã Hải Anh", "14236", "Xã", "Hai Anh Commune"),
    ("Tỉnh Nam Định", "36", "Thành phố Nam Định", "356", "Phường Hạ Long", "13633", "Phường", ""),
)
OWN: Rows = (
    ("code", "name", "type", "parent_code", "valid_from", "valid_to"),
    ("36", "Nam Định", "tỉnh", "", "", "2025-06-30"),
    ("356", "Nam Định", "thành phố", "36", "", "2025-06-30"),
    ("366", "Hải Hậu", "huyện", "36", "2020-02-01", "2025-06-30"),
    ("14236", "Hải Anh", "xã", "366", "", "2024-08-31"),
    ("13633", "Phường Đúc", "phường", "356", "", ""),
)


def read(rows: Rows) -> UnitList:
    export = export_of(rows)
    [only] = export.provinces
    return export.units_of(only)


def said(units: UnitList) -> list[str]:
    return [f"{unit.code} {unit.name_with_type}" for unit in units.units]


def replaced(rows: Rows, row: int, column: int, text: str) -> Rows:
    cells = list(rows[row - 1])
    cells[column - 1] = text
    return [*rows[: row - 1], cells, *rows[row:]]


def faults_of(rows: Rows) -> list[tuple[int, str]]:
    with pytest.raises(UnitsFileError) as error:
        read(rows)
    assert all(line.startswith("gso.csv:") for lang in ("vi", "en") for line in error.value.lines(lang))
    return [(fault.line, fault.text.in_lang("en")) for fault in error.value.faults]


def test_units_in_order_with_labels_patterns_and_source() -> None:
    units = read(TABLE)
    assert said(units) == [
        "36 tỉnh Nam Định",
        "366 huyện Hải Hậu",
        "14218 thị trấn Cồn",
        "14236 xã Hải Anh",
        "356 thành phố Nam Định",
        "13633 phường Hạ Long",
    ]
    assert {unit.code: unit.own_label for unit in units.units if unit.own_label} == {"356": "TP Nam Định"}
    assert units.patterns["short"]["commune"] == "Mặt trận {commune_label} {district_label} {province_label}"
    assert (units.title, units.sources, units.targets) == ("Nam Định", ("gso.csv",), ())
    assert (units.valid_from, units.valid_to) == (None, None)


def test_bare_names_and_period_of_our_own_columns() -> None:
    units = read(OWN)
    assert "13633 phường Phường Đúc" in said(units)
    assert (units.valid_from, units.valid_to) == (date(2020, 2, 1), date(2024, 8, 31))


def test_header_below_a_title_and_notes_below_the_table() -> None:
    above = [("TỔNG CỤC THỐNG KÊ",), (), ("", "Danh mục hành chính")]
    assert read([*above, *TABLE, (), ("Nguồn: Tổng cục Thống kê",)]).units == read(TABLE).units


@pytest.mark.parametrize(
    "change", [str.upper, str.lower, lambda text: f"  {text}\u00a0", lambda text: normalize("NFD", text)]
)
def test_titles_however_written(change: object) -> None:
    assert callable(change)
    assert read([[change(title) for title in WIDE], *TABLE[1:]]).units == read(TABLE).units


def test_texts_are_tidied() -> None:
    rows = replaced(replaced(TABLE, 2, 5, "Thị  trấn\u00a0Cồn\u200b "), 2, 3, normalize("NFD", "HUYỆN Hải Hậu"))
    assert read(rows).units == read(TABLE).units


EXCEL: Sequence[tuple[Rows, Sequence[str]]] = (
    (
        [WITHOUT_DISTRICTS, ("4", "Phường Ba Đình", "", "Phường", "1", "Thành phố Hà Nội")],
        ["01 thành phố Hà Nội", "00004 phường Ba Đình"],
    ),
    (
        [OF_COMMUNES, ("4", "Phường Trúc Bạch", "", "Phường", "1", "Quận Ba Đình", "1", "Thành phố Hà Nội")],
        ["01 thành phố Hà Nội", "001 quận Ba Đình", "00004 phường Trúc Bạch"],
    ),
    (
        [OWN[0], ("1", "Hà Nội", "thành phố"), ("1", "Ba Đình", "quận", "1"), ("1", "Phúc Xá", "phường", "1")],
        ["01 thành phố Hà Nội", "001 quận Ba Đình", "00001 phường Phúc Xá"],
    ),
)


@pytest.mark.parametrize(("rows", "units"), EXCEL)
def test_codes_get_back_the_zeros_that_excel_drops(rows: Rows, units: Sequence[str]) -> None:
    assert said(read(rows)) == units


def test_type_words_from_either_column() -> None:
    rows = [
        WITHOUT_DISTRICTS,
        ("00004", "Ba Đình", "", "Phường", "01", "Thành Phố Hà Nội"),
        ("11914", "Đặc khu Cát Hải", "", "", "01", "Thành Phố Hà Nội"),
        ("00070", "Phường Hoàn Kiếm", "", "Phường", "01", "Thành Phố Hà Nội"),
    ]
    assert said(read(rows)) == [
        "01 thành phố Hà Nội",
        "00004 phường Ba Đình",
        "11914 đặc khu Cát Hải",
        "00070 phường Hoàn Kiếm",
    ]


def test_a_city_in_a_province_is_a_district() -> None:
    rows = [
        ("Mã", "Tên", "Cấp", "Mã TP", "Tỉnh / Thành Phố"),
        ("311", "Thành phố Thủy Nguyên", "Thành phố", "31", "Thành phố Hải Phòng"),
        ("31", "Thành phố Hải Phòng", "Thành phố Trung ương", "", ""),
    ]
    assert [(unit.level, unit.code) for unit in read(rows).units] == [("province", "31"), ("district", "311")]


def test_provinces_by_name() -> None:
    rows = [*TABLE, ("Thành phố Hà Nội", "01", "Quận Ba Đình", "001", "Phường Phúc Xá", "00001", "Phường", "")]
    export = export_of(rows)
    assert export.provinces == (
        Unit("36", "province", "tỉnh", "Nam Định"),
        Unit("01", "province", "thành phố", "Hà Nội"),
    )
    assert len(export.units_of(export.provinces[1]).units) == 3


def test_a_fault_elsewhere_does_not_matter() -> None:
    rows = [*TABLE, ("Thành phố Hà Nội", "01", "Quận Ba Đình", "001", "Phúc Xá", "00001", "", "")]
    export = export_of(rows)
    assert len(export.units_of(export.provinces[0]).units) == 6
    with pytest.raises(UnitsFileError, match="Phúc Xá"):
        export.units_of(export.provinces[1])


# The table, row, column and what is written there; the fault's row and a piece of its message.
FAULTS: Mapping[str, tuple[Rows, int, int, str, int, str]] = {
    "code too long": (TABLE, 3, 6, "142360", 3, "code “142360” of xã Hải Anh must have 5 digits; write the GSO code"),
    "code of letters": (TABLE, 3, 6, "1423x", 3, "must have 5 digits"),
    "code missing": (TABLE, 3, 6, "", 3, "code “” of xã Hải Anh must have 5 digits"),
    "code twice": (TABLE, 3, 6, "14218", 3, "code 14218 is xã Hải Anh, but thị trấn Cồn in row 2; correct one"),
    "name missing": (TABLE, 3, 5, "", 3, "code 14236: no name; write the name"),
    "only a type word": (TABLE, 3, 5, "Xã", 3, "code 14236: no name"),
    "no type at all": (OWN, 5, 3, "", 5, "“Hải Anh”: the type must be one of: xã, phường, thị trấn"),
    "type of another level": (TABLE, 3, 5, "Huyện Hải Anh", 3, "“huyện Hải Anh”: the type must be one of: xã, phường"),
    "type unknown": (TABLE[:2], 2, 1, "Khu Nam Định", 2, "“Khu Nam Định”: the type must be one of: tỉnh, thành phố"),
    "two types": (TABLE, 3, 7, "Phường", 3, "“xã Hải Anh”, but the column Cấp says “phường”; correct one"),
    "two names": (TABLE, 3, 3, "Huyện Hải Hà", 3, "code 366 is huyện Hải Hà, but huyện Hải Hậu in row 2; correct"),
    "unit twice": (replaced(TABLE, 3, 7, ""), 3, 5, "Thị trấn Cồn", 3, "thị trấn Cồn is already in row 2 with code"),
    "parent not in the table": (OWN, 5, 4, "999", 5, "code 14236: in which province is not clear"),
    "no parent": (OWN, 5, 4, "", 5, "code 14236: in which province is not clear"),
    "no day": (OWN, 4, 5, "1/2/2020", 4, "“1/2/2020” is no day; write it as 2020-02-01"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_fault(name: str) -> None:
    rows, row, column, text, line, message = FAULTS[name]
    found = faults_of(replaced(rows, row, column, text))
    assert len(found) == 1, found
    assert found[0][0] == line
    assert message in found[0][1]


def test_every_fault_at_once_in_the_order_of_rows() -> None:
    rows = replaced(replaced(TABLE, 4, 6, "x"), 3, 7, "Phường")
    assert [line for line, _ in faults_of(rows)] == [3, 4]


def test_a_commune_without_a_district() -> None:
    rows = replaced(replaced(TABLE, 3, 3, ""), 3, 4, "")
    assert faults_of(rows) == [(3, "xã Hải Anh has no district; write Mã QH and Quận Huyện")]


def test_a_name_that_differs_from_all_the_others_is_one_fault() -> None:
    [(line, message)] = faults_of(replaced([*TABLE, *TABLE[1:]], 2, 1, "Tỉnh Nam Đinh"))
    assert (line, message) == (3, "code 36 is tỉnh Nam Định, but tỉnh Nam Đinh in row 2; correct one of them")


def test_a_province_alone_is_no_list() -> None:
    [(line, message)] = faults_of([("Mã", "Tên", "Cấp", "Mã TP", "Tỉnh"), ("36", "Tỉnh Nam Định", "Tỉnh", "", "")])
    assert (line, "export the list down to the communes" in message) == (2, True)


@pytest.mark.parametrize(
    ("rows", "shown"),
    [
        ((), ""),
        (
            (("TT", "Tên trang", "Đường link"), ("1", "Mặt trận Hải Hậu Nam Định", "")),
            "'TT', 'Tên trang', 'Đường link'",
        ),
        (((*WIDE[:5], *WIDE[6:]),), ", ".join(f"'{title}'" for title in (*WIDE[:5], *WIDE[6:]))),
    ],
)
def test_no_columns_of_units(rows: Rows, shown: str) -> None:
    assert read_cells(enumerate(rows, 1)) == shown
