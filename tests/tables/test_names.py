"""Which rows carry a name."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import pytest

from fanpage_names.tables.columns import find_columns
from fanpage_names.tables.grid import Grid, ReadOptions
from fanpage_names.tables.log import ReadingLog
from fanpage_names.tables.names import submitted_names
from tests.tables.reading_cases import NAMES, recognise

HEADER = ["TT", "Tên trang", "Đơn vị", "Ghi chú"]


def kept(*rows: Sequence[object], header: Sequence[object] = HEADER) -> list[str]:
    found = find_columns(Grid("a", None, iter(enumerate([header, *rows], 1))), ReadOptions(), recognise)
    assert not isinstance(found, str)
    return [row.name for row in submitted_names(found, recognise, ReadingLog())]


NO_NAMES: list[Sequence[object]] = [
    ["I", "Cấp huyện"],
    ["", "II. CẤP XÃ (34 đơn vị)"],
    ["A", "Các xã, thị trấn"],
    ["I", "Huyện Hải Hậu"],
    ["", "Tổng cộng"],
    ["", "Cộng: 31"],
    ["Tổng số", "31/35"],
    ["3", "Chưa xây dựng"],
    ["3", "chua xay dung"],
    ["3", "Chưa có"],
    ["3", "chưa có trang"],
    ["3", "Chưa lập fanpage"],
    ["3", "Đang xây dựng"],
    ["3", "không có"],
    ["3", "not built yet"],
    ["3", "-"],
    ["3", "…"],
    ["3", "   "],
    ["3", ""],
    ["3"],
    [],
    ["TT", "Tên trang", "Đơn vị"],
    ["4", 2022.0],
    ["4", datetime.date(2022, 3, 28)],
    ["4", True],
    ["4", None],
]


@pytest.mark.parametrize("row", NO_NAMES, ids=str)
def test_no_name(row: Sequence[object]) -> None:
    assert kept(["1", NAMES[0]], row, ["2", NAMES[1]]) == [NAMES[0], NAMES[1]]


@pytest.mark.parametrize(
    "name",
    [
        "Hải Hậu",
        "Chùa Cổ Lễ",
        "Chua Co Le Truc Ninh",
        "Cộng đồng Hải Hậu",
        "Tổng đài Hải Hậu",
        "★",
        "12345",
        "=1+1",
        "Trang",
        "  Mặt trận  Hải Hậu ",
        "x" * 100_000,
        "-" * 90 + "a",
    ],
)
def test_a_name_however_odd(name: str) -> None:
    assert kept(["1", NAMES[0]], ["2", name, "Xã Hải Minh"]) == [NAMES[0], name]


def test_roman_numbers_count_districts_too() -> None:
    assert kept(["I", NAMES[0]], ["II", "Hải Minh"]) == [NAMES[0], "Hải Minh"]
    assert kept(["I", "Gì đó"], ["II", "Gì đó", "Xã Hải Minh"]) == ["Gì đó"]


def test_the_row_of_column_numbers() -> None:
    assert kept([], ["(1)", "(2)", "(3)", "(4)"], ["1", NAMES[0]]) == [NAMES[0]]
    assert kept([1.0, 2.0, 3.0], ["1", NAMES[0]]) == [NAMES[0]]
    assert kept(["1", NAMES[0]], ["2", "3"]) == [NAMES[0], "3"]


@pytest.mark.parametrize(
    "signature", ["TM. BAN THƯỜNG TRỰC", "PHÓ CHỦ TỊCH", "(đã ký)", "Người lập biểu", "Nơi nhận:",
                  "Nam Định, ngày 28 tháng 3 năm 2022"]
)  # fmt: skip
@pytest.mark.parametrize("column", [1, 3])
def test_below_a_signature_only_what_is_a_page_name(signature: str, column: int) -> None:
    row = [""] * 4
    row[column] = signature
    assert kept(["1", NAMES[0]], row, ["", "Nguyễn Văn An"], ["2", NAMES[1]]) == [NAMES[0], NAMES[1]]


def test_an_office_in_a_note_is_no_signature() -> None:
    assert kept(["1", "Gì đó", "", "Chủ tịch"], ["2", "Gì nữa"]) == ["Gì đó", "Gì nữa"]


def test_the_cells_of_a_row() -> None:
    header = ["Tên trang", "Link", "Đơn vị", "Họ tên", "SĐT", "Ngày", "Ghi chú"]
    row = [NAMES[0], "", "Hải Hậu", "Nguyễn Văn An", 912345678.0, datetime.datetime(2022, 3, 1), 0.5]
    found = find_columns(Grid("a", "S", iter([(4, header), (5, row), (6, row[:1])])), ReadOptions(), recognise)
    assert not isinstance(found, str)
    first, second = submitted_names(found, recognise, ReadingLog())
    assert (first.file, first.sheet, first.row, first.link, first.unit) == ("a", "S", 5, "", "Hải Hậu")
    assert (first.officer, first.telephone, first.date) == ("Nguyễn Văn An", "912345678", "2022-03-01")
    assert (first.note, second.note, second.link) == ("0.5", "", "")


LINK = "https://www.facebook.com/mattran"


@pytest.mark.parametrize(
    ("name", "link", "unit", "comes"),
    [
        ("", LINK, "Xã Hải Minh", True),
        ("  ", "facebook.com/mattran", "Xã Hải Minh", True),
        (None, LINK, "?", True),
        ("", LINK, "", False),
        ("", "", "Xã Hải Minh", False),
        ("", "Chưa xây dựng", "Xã Hải Minh", False),
        ("", 31.0, "Tổng cộng", False),
        ("Chưa xây dựng", LINK, "Xã Hải Minh", False),
        (2022.0, LINK, "Xã Hải Minh", False),
    ],
)
def test_a_link_without_a_name(name: object, link: object, unit: str, comes: bool) -> None:
    header: list[object] = ["Tên trang", "Link", "Đơn vị"]
    rows: list[list[object]] = [header, [NAMES[0], LINK, ""], [name, link, unit], [NAMES[1], "", ""]]
    found = find_columns(Grid("a", None, iter(enumerate(rows, 1))), ReadOptions(), recognise)
    assert not isinstance(found, str)
    read = [(row.name, row.row, row.unit) for row in submitted_names(found, recognise, ReadingLog())]
    named = [(NAMES[0], 2, ""), (NAMES[1], 4, "")]
    assert read == ([named[0], ("", 3, unit), named[1]] if comes else named)


@pytest.mark.parametrize("header", [["Tên trang", "Link"], ["Tên trang", "Đơn vị"]])
def test_without_a_column_of_units_or_links_every_row_has_a_name(header: list[str]) -> None:
    rows = [header, [NAMES[0], LINK], ["", LINK]]
    found = find_columns(Grid("a", None, iter(enumerate(rows, 1))), ReadOptions(), recognise)
    assert not isinstance(found, str)
    assert [row.row for row in submitted_names(found, recognise, ReadingLog())] == [2]


def test_what_has_no_column_is_none() -> None:
    found = find_columns(Grid("a", None, iter([(1, ["Tên trang"]), (2, [NAMES[0]])])), ReadOptions(), recognise)
    assert not isinstance(found, str)
    (row,) = submitted_names(found, recognise, ReadingLog())
    assert (row.link, row.unit, row.officer, row.telephone, row.date, row.note) == (None,) * 6


@pytest.mark.parametrize(
    ("link", "note", "counts"),
    [
        ("", "Chưa xây dựng", False),
        (None, "đang xây dựng, tháng 4 xong", False),
        ("", "Chưa có trang", False),
        ("", "not built yet", False),
        ("https://www.facebook.com/mattran", "Chưa xây dựng", True),
        ("", "không", True),
        ("", "-", True),
        ("", 5.0, True),
        ("", "", True),
    ],
)
def test_a_name_that_is_only_foreseen(link: str | None, note: object, counts: bool) -> None:
    header = ["TT", "Tên trang", "Link", "Ghi chú"]
    names = kept(["1", NAMES[0], link, note], ["2", NAMES[1], "", ""], header=header)
    assert names == ([NAMES[0], NAMES[1]] if counts else [NAMES[1]])


def test_a_note_where_no_column_has_links_is_only_a_note() -> None:
    assert kept(["1", NAMES[0], "x", "Chưa xây dựng"]) == [NAMES[0]]
