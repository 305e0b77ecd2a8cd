"""csv, tsv and text files."""

from __future__ import annotations

from pathlib import Path

import pytest

from fanpage_names.errors import UseError
from fanpage_names.tables.grid import ReadOptions
from tests.tables.reading_cases import NAMES, layouts, names, numbered, rows, written

COMMAS = [name.replace(" ", ", ", 1) for name in NAMES]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("ending", [".csv", ".tsv", ".txt"])
def test_the_delimiter_is_found(tmp_path: Path, delimiter: str, ending: str) -> None:
    lines = [delimiter.join(cells) for cells in [("TT", "Tên trang", "Link"), *[("1", name, "") for name in NAMES]]]
    path = written(tmp_path / f"a{ending}", lines)
    assert numbered(path) == list(enumerate(NAMES, 2))
    assert rows(path)[0].link == ""


def test_titles_above_the_header_do_not_mislead(tmp_path: Path) -> None:
    lines = ["sep=;", "DANH SÁCH, năm 2022, đợt 1;;", ";;", "TT;Tên trang;Ghi chú", *[f"1;{name};" for name in COMMAS]]
    assert numbered(written(tmp_path / "a.csv", lines)) == list(enumerate(COMMAS, 5))


def test_one_column_with_commas_in_it(tmp_path: Path) -> None:
    assert names(written(tmp_path / "a.csv", ["Tên trang", *COMMAS])) == COMMAS
    assert names(written(tmp_path / "b.txt", ["Tên trang", *COMMAS])) == COMMAS


def test_no_header(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", [f"{number};{name}" for number, name in enumerate(NAMES)])
    assert numbered(path) == list(enumerate(NAMES, 1))
    assert names(written(tmp_path / "b.csv", NAMES)) == list(NAMES)


def test_records_are_counted_with_header_and_blank_ones(tmp_path: Path) -> None:
    content = f'TT,Tên trang,Ghi chú\r\n\r\n1,"{NAMES[0]}","hai\r\ndòng"\r\n2,"Mặt trận\n""Hải Minh""",\r\n'
    path = tmp_path / "a.csv"
    path.write_bytes(content.encode())
    assert numbered(path) == [(3, NAMES[0]), (4, 'Mặt trận\n"Hải Minh"')]


@pytest.mark.parametrize(("told", "delimiter"), [("|", "|"), ("tab", "\t"), ("\\t", "\t"), (";", ";")])
def test_a_told_delimiter(tmp_path: Path, told: str, delimiter: str) -> None:
    path = written(tmp_path / "a.csv", [f"TT{delimiter}Tên trang", f"1{delimiter}{COMMAS[0]}"])
    assert names(path, ReadOptions(delimiter=told)) == [COMMAS[0]]


@pytest.mark.parametrize("told", ["", ";;", "\n", '"'])
def test_a_delimiter_that_is_none(tmp_path: Path, told: str) -> None:
    with pytest.raises(UseError, match="single character"):
        names(written(tmp_path / "a.csv", NAMES), ReadOptions(delimiter=told))


def test_told_rows_and_columns(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", ["1;y", f"2;{NAMES[0]}", "3;Gì đó"])
    assert numbered(path, ReadOptions(header_row=1, column="y")) == [(2, NAMES[0]), (3, "Gì đó")]
    assert numbered(path, ReadOptions(header_row=0, column="B")) == [(1, "y"), (2, NAMES[0]), (3, "Gì đó")]
    text = written(tmp_path / "a.txt", ["x;y", f"1;{NAMES[0]}"])
    assert numbered(text, ReadOptions(column="y")) == [(2, NAMES[0])]


def test_what_this_tool_writes_is_read_back(tmp_path: Path) -> None:
    generated = "level,code,type,unit,district,province,page_name,username"
    line = f"commune,14233,xã,Hải Minh,Hải Hậu,Nam Định,{NAMES[1]},mattran"
    assert layouts(written(tmp_path / "a.csv", [generated, line])) == [(None, {"unit": 4, "district": 5, "name": 7})]
    assert names(written(tmp_path / "a.txt", [generated, line])) == [NAMES[1]]
    checked = "file,sheet,row,submitted,status,unit_code,unit,canonical,fixed,codes,messages"
    line = f"a.xlsx,S,7,MTTQ Hải Minh,deviates,14233,xã Hải Minh,{NAMES[1]},{NAMES[1]},FN402,"
    assert layouts(written(tmp_path / "b.csv", [checked, line])) == [(None, {"unit": 7, "name": 4})]


def test_every_line_of_a_text_with_something_on_it_is_a_name(tmp_path: Path) -> None:
    lines = ["", NAMES[0], "  ", "Tổng cộng", "Mặt trận; Hải, Hậu", '"Hải Minh"', "★★★", "Ghi chú", "VD: x", "Nơi nhận"]
    expected = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    assert numbered(written(tmp_path / "a.txt", [*lines, NAMES[1]])) == [*expected, (len(lines) + 1, NAMES[1])]


@pytest.mark.parametrize("spoken", ["Kính gửi: UBMTTQ huyện", "[25/02/2022 08:12] Lan: gửi ạ", "DANH SÁCH TRANG"])
def test_in_a_message_what_stands_around_names_is_none(spoken: str, tmp_path: Path) -> None:
    lines = [spoken, NAMES[0], "Tổng cộng: 2 trang", "★★★", "Ghi chú: gửi sau", NAMES[1], "08:15"]
    assert numbered(written(tmp_path / "a.txt", lines)) == [(2, NAMES[0]), (6, NAMES[1])]


def test_a_text_may_begin_with_an_odd_name(tmp_path: Path) -> None:
    lines = ["", "Gì đó; x", *NAMES]
    assert numbered(written(tmp_path / "a.txt", lines)) == list(enumerate(lines[1:], 2))


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf", "Tên trang\n".encode(), b"TT,page name\n"])
@pytest.mark.parametrize("ending", [".csv", ".txt"])
def test_nothing_in_it_is_no_error(tmp_path: Path, content: bytes, ending: str) -> None:
    path = tmp_path / f"a{ending}"
    path.write_bytes(content)
    assert names(path) == []


def test_a_name_of_100_000_letters(tmp_path: Path) -> None:
    long = "Mặt trận " + "x" * 100_000
    assert names(written(tmp_path / "a.csv", ["TT,Tên trang", f"1,{long}"])) == [long]
    assert names(written(tmp_path / "a.txt", [long * 3])) == [long * 3]


def test_zero_bytes_stay_in_the_name(tmp_path: Path) -> None:
    assert names(written(tmp_path / "a.csv", ["TT,Tên trang", "1,Mặt\0trận"])) == ["Mặt\0trận"]


@pytest.mark.parametrize("rest", ["x" * 140_000, "a\n" * 2000], ids=["long", "many lines"])
def test_a_quotation_mark_that_stays_open(tmp_path: Path, rest: str) -> None:
    path = written(tmp_path / "a.csv", ["TT,Tên trang", f"1,{NAMES[0]}", f'2,"{rest}'])
    with pytest.raises(UseError, match=r"a\.csv: record 3 \(from line 3\)"):
        names(path)
