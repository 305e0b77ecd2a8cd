"""Headers and columns, by words and by content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pytest

from fanpage_names.reports.labels import STATUS
from fanpage_names.tables.columns import find_columns
from fanpage_names.tables.earlier_marks import STATUSES
from fanpage_names.tables.grid import Grid, ReadOptions, Record, Role
from fanpage_names.tables.places import column_letter
from tests.tables.reading_cases import NAMES, recognise

LINK = "https://www.facebook.com/mattranhaihau"
NAME = NAMES[0]
Rows = Sequence[Sequence[object]]


def grid(rows: Rows) -> Grid:
    return Grid("a.xlsx", "S", iter(enumerate(rows, 1)))


def layout(rows: Rows, options: ReadOptions | None = None) -> tuple[tuple[int, ...], Mapping[Role, int], int | None]:
    """Return the header's rows, the columns, and the number of the first record below."""
    found = find_columns(grid(rows), options or ReadOptions(), recognise)
    assert not isinstance(found, str), found
    return found.layout.header_rows, found.layout.columns, next((number for number, _ in found.records), None)


LETTERHEAD: Rows = [
    ["ỦY BAN MTTQ VIỆT NAM", "", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
    ["HUYỆN HẢI HẬU", "", "", "Hải Hậu, ngày 28 tháng 3 năm 2022"],
    ["BIỂU TỔNG HỢP TRANG CỘNG ĐỒNG (FANPAGE)"],
    [],
]
TWO_ROWS: Rows = [
    ["TT", "Đơn vị", "Trang cộng đồng", "", "Cán bộ phụ trách", "", "Ghi chú"],
    ["", "", "Tên", "Đường link", "Tên", "SĐT", ""],
]
FORM = {"unit": 2, "name": 3, "link": 4, "officer": 5, "telephone": 6, "note": 7}


def test_a_header_of_two_rows_below_a_letterhead() -> None:
    assert layout([*LETTERHEAD, *TWO_ROWS, ["1", "Hải Hậu", NAME]]) == ((5, 6), FORM, 7)


def test_a_header_of_one_row_is_not_joined_with_the_first_name() -> None:
    rows = [["TT", "Tên trang", "Link"], ["1", NAME, LINK]]
    assert layout(rows) == ((1,), {"name": 2, "link": 3}, 2)


def test_a_title_right_above_is_no_part_of_the_header() -> None:
    rows = [["Danh sách tên trang"], ["TT", "Tên trang"], ["1", NAME]]
    assert layout(rows) == ((2,), {"name": 2}, 3)


def test_only_a_header() -> None:
    assert layout([["TT", "Tên trang", "Link"]]) == ((1,), {"name": 2, "link": 3}, None)


def test_the_very_words_alone_are_a_header() -> None:
    assert layout([["Tên trang"], [NAME]]) == ((1,), {"name": 1}, 2)


def test_nothing_is_read_beyond_what_is_needed() -> None:
    def records() -> Iterator[Record]:
        yield 1, ["TT", "Tên trang"]
        yield 2, ["1", NAME]
        pytest.fail("read on although the header was clear")

    found = find_columns(Grid("-", None, records()), ReadOptions(), recognise)
    assert not isinstance(found, str)
    assert next(found.records) == (2, ["1", NAME])


def test_vague_words_are_decided_by_the_cells() -> None:
    rows = [["TT", "Tên", "Fanpage"], ["1", NAME, LINK], ["2", NAMES[1], LINK]]
    assert layout(rows)[1] == {"name": 2, "link": 3}
    rows = [["TT", "Tên", "Trang facebook"], ["1", "Nguyễn Văn An", NAME]]
    assert layout(rows)[1]["name"] == 3


def test_links_under_a_word_for_names() -> None:
    rows = [["TT", "Fanpage"], ["1", LINK], ["2", LINK]]
    assert find_columns(grid(rows), ReadOptions(), recognise) == "A 'TT', B 'Fanpage'"


def test_names_under_a_word_for_units() -> None:
    rows = [["TT", "Tên đơn vị", "Link"], *[[str(number), name, LINK] for number, name in enumerate(NAMES)]]
    assert layout(rows, ReadOptions()) == ((1,), {"name": 2, "link": 3}, 2)


def test_no_header_at_all() -> None:
    rows = [[str(number), name, LINK] for number, name in enumerate(NAMES)]
    assert layout(rows) == ((), {"name": 2, "link": 3}, 1)


def test_a_header_of_unknown_words() -> None:
    rows = [["A", "Danh xưng", "Liên hệ"], *[["", name, "x"] for name in NAMES]]
    assert layout(rows) == ((1,), {"name": 2}, 2)


def test_units_and_letterheads_are_no_page_names() -> None:
    rows = [["ỦY BAN MTTQ VIỆT NAM HUYỆN HẢI HẬU"], ["Xã Hải Minh", "x"], ["Thị trấn Cổ Lễ"]]
    found = find_columns(grid(rows), ReadOptions(), recognise)
    assert found == "A 'Xã Hải Minh', B 'x'"


def test_a_header_is_looked_for_among_the_first_rows_only() -> None:
    rows = [["x"]] * 300 + [["TT", "Tên trang"], ["1", NAME]]
    assert find_columns(grid(rows), ReadOptions(), recognise) == "A 'x'"


@pytest.mark.parametrize("rows", [[], [[]], [["", " "], [""]]])
def test_a_table_without_a_text(rows: Rows) -> None:
    assert find_columns(grid(rows), ReadOptions(), recognise) == ""


@pytest.mark.parametrize("told", ["C", "c", "3", "Tên", "TÊN"])
def test_a_told_column(told: str) -> None:
    rows = [["TT", "Trang", "Tên"], ["1", NAME, "Nguyễn Văn An"]]
    assert layout(rows, ReadOptions(column=told))[1]["name"] == 3


def test_told_columns_for_links_and_units() -> None:
    rows = [["TT", "Tên trang", "x", "Xóm"], ["1", NAME, LINK, "Hải Hậu"]]
    options = ReadOptions(link_column="x", unit_column="xom")
    assert layout(rows, options)[1] == {"name": 2, "link": 3, "unit": 4}


@pytest.mark.parametrize("told", ["Z", "0", "99", "Không có", "TEN"])
def test_a_told_column_that_is_not_there(told: str) -> None:
    rows = [["TT", "Tên trang"], ["1", NAME]]
    assert find_columns(grid(rows), ReadOptions(column=told), recognise) == "A 'TT', B 'Tên trang'"


def test_the_columns_of_a_table_are_called_as_its_header_says() -> None:
    rows = [["TT", "Tên trang", "", ""], ["1", NAME, "x", "y"]]
    assert find_columns(grid(rows), ReadOptions(column="Tên fanpage"), recognise) == "A 'TT', B 'Tên trang'"


def test_a_told_column_without_known_words_above() -> None:
    rows = [["a", "b"], ["x", "Không rõ"], ["y", NAME]]
    assert layout(rows, ReadOptions(column="b")) == ((1,), {"name": 2}, 2)
    assert layout(rows, ReadOptions(column="2"))[1] == {"name": 2}
    assert layout([["1", NAME], ["2", "Gì đó"]], ReadOptions(column="B")) == ((), {"name": 2}, 1)
    assert layout([["a", "Nhãn"], ["1", "Gì đó"]], ReadOptions(column="B")) == ((1,), {"name": 2}, 2)
    assert layout([["a", ""], ["1", ""]], ReadOptions(column="B")) == ((), {"name": 2}, 1)


def test_a_told_header_row() -> None:
    rows = [["TT", "Tên trang"], ["Mã", "Tên fanpage", "URL"], ["1", NAME, LINK]]
    assert layout(rows, ReadOptions(header_row=2)) == ((2,), {"name": 2, "link": 3}, 3)
    assert layout(rows, ReadOptions(header_row=0, column="B"))[0] == ()
    assert layout([*LETTERHEAD, *TWO_ROWS], ReadOptions(header_row=5))[0] == (5, 6)
    assert find_columns(grid([["x"]]), ReadOptions(header_row=9), recognise) == "A 'x'"


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (703, "AAA"), (16384, "XFD")])
def test_column_letters(number: int, letters: str) -> None:
    assert column_letter(number) == letters


def test_a_column_of_names_is_not_the_column_of_links_too() -> None:
    rows = [[NAME], [LINK], [NAME], [LINK]]
    assert layout(rows)[1] == {"name": 1}


def test_what_marked_copies_say_is_known_to_the_reader() -> None:
    assert {text.in_lang(lang) for text in STATUS.values() for lang in ("vi", "en")} == STATUSES
