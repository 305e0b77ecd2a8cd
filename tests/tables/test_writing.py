"""Tables in every format."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fanpage_names.errors import UseError
from fanpage_names.tables import xlsx_writing
from fanpage_names.tables.formats import Options
from fanpage_names.tables.table import Cell, Table
from fanpage_names.tables.writing import FORMATS, md_text, printable

COLUMNS = ("code", "unit", "n")
ROWS: Sequence[Sequence[Cell]] = (("14233", "Hải Minh", 7), ("=1+1", "a|b\n*c*", None))
CELLS = (
    st.none() | st.integers(-(2**40), 2**40) | st.text(max_size=20) | st.sampled_from("=+-@\t\r").map("{}x\r\n".format)
)
TABLES = st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=5)


def text(name: str, options: Options | None = None, rows: Sequence[Sequence[Cell]] = ROWS) -> str:
    stream = io.StringIO(newline="")
    FORMATS[name].write(Table(COLUMNS, iter(rows)), stream, options or Options())
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("csv", 'code,unit,n\n14233,Hải Minh,7\n\'=1+1,"a|b\n*c*",\n'),
        ("tsv", 'code\tunit\tn\n14233\tHải Minh\t7\n\'=1+1\t"a|b\n*c*"\t\n'),
        (
            "json",
            '[\n{"code": "14233", "unit": "Hải Minh", "n": 7},\n{"code": "=1+1", "unit": "a|b\\n*c*", "n": null}\n]\n',
        ),
        (
            "jsonl",
            '{"code": "14233", "unit": "Hải Minh", "n": 7}\n{"code": "=1+1", "unit": "a|b\\n*c*", "n": null}\n',
        ),
        (
            "md",
            "| code | unit | n |\n| --- | --- | --- |\n| 14233 | Hải Minh | 7 |\n| =1+1 | a\\|b<br>\\*c\\* |  |\n",
        ),
        ("text", "code   unit      n\n14233  Hải Minh  7\n=1+1   a|b\\n*c*\n"),
        ("table", "code   unit      n\n14233  Hải Minh  7\n=1+1   a|b\\n*c*\n"),
    ],
)
def test_the_whole_output(name: str, expected: str) -> None:
    assert text(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("csv", "code,unit,n\n"), ("json", "[]\n"), ("jsonl", ""), ("text", "code  unit  n\n")],
)
def test_no_rows(name: str, expected: str) -> None:
    assert text(name, rows=()) == expected


@given(TABLES, st.sampled_from([("csv", ","), ("tsv", "\t")]))
@settings(max_examples=60)
def test_raw_csv_and_tsv_come_back_as_they_were(rows: list[tuple[Cell, ...]], kind: tuple[str, str]) -> None:
    name, delimiter = kind
    read = csv.reader(io.StringIO(text(name, Options(raw=True), rows), newline=""), delimiter=delimiter)
    assert list(read) == [
        list(COLUMNS),
        *(["" if cell is None else str(cell) for cell in row] for row in rows),
    ]


@given(TABLES, st.sampled_from([("csv", ","), ("tsv", "\t")]))
@settings(max_examples=60)
def test_no_text_is_a_formula_and_every_other_cell_unchanged(
    rows: list[tuple[Cell, ...]], kind: tuple[str, str]
) -> None:
    name, delimiter = kind
    read = list(csv.reader(io.StringIO(text(name, None, rows), newline=""), delimiter=delimiter))
    for row, back in zip(rows, read[1:], strict=True):
        for cell, shown in zip(row, back, strict=True):
            if isinstance(cell, str) and is_formula(cell) and cell != "-":
                assert shown == "'" + cell
            else:
                assert shown == ("" if cell is None else str(cell))


def is_formula(cell: str) -> bool:
    return cell.startswith(("\t", "\r")) or cell.lstrip("\n\v\f\0\x85\u2028\u2029\u200b\ufeff").startswith(
        tuple("=+-@＝＋－＠﹦﹢﹣﹫")
    )


@pytest.mark.parametrize("cell", ["\n=1+1", "＝1+1", "\u2028@SUM(1)", "\ufeff=1", "\v\f+1", "﹦1"])
def test_formulas_behind_signs_that_are_stripped(cell: str) -> None:
    [_, row] = csv.reader(io.StringIO(text("csv", rows=[(cell, "x", 1)]), newline=""))
    assert row[0] == f"'{cell}"


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("www.x.vn", r"www\.x.vn"),
        ("Xem HTTPS://x.vn", r"Xem HTTPS\://x.vn"),
        ("hai-hau@x.vn", "hai-hau@<!---->x.vn"),
        ("mailto:a@b.vn", r"mailto\:a@<!---->b.vn"),
        ("8:30, a @ b", "8:30, a @ b"),
    ],
)
def test_no_address_becomes_a_link_in_markdown(cell: str, shown: str) -> None:
    assert md_text(cell) == shown


def test_standard_input_s_name_is_no_formula() -> None:
    assert text("csv", rows=[("-", "-1", -1)]) == "code,unit,n\n-,'-1,-1\n"


def test_csv_is_written_row_by_row() -> None:
    stream = io.StringIO()
    seen = []

    def rows() -> Any:
        for number in range(3):
            yield (str(number), "", number)
            seen.append(stream.getvalue().count("\n"))

    FORMATS["csv"].write(Table(COLUMNS, rows()), stream, Options())
    assert seen == [2, 3, 4]


@given(TABLES)
@settings(max_examples=60)
def test_json_and_jsonl_come_back(rows: list[tuple[Cell, ...]]) -> None:
    expected = [dict(zip(COLUMNS, row, strict=True)) for row in rows]
    assert json.loads(text("json", rows=rows)) == expected
    assert [json.loads(line) for line in text("jsonl", rows=rows).split("\n") if line] == expected


@given(st.text(max_size=30))
def test_a_markdown_cell_stays_on_its_line_and_in_its_column(content: str) -> None:
    shown = md_text(content)
    assert len(shown.splitlines()) <= 1
    assert shown.replace("\\\\", "").replace("\\|", "").count("|") == 0


def test_underscores_inside_words_need_no_escape() -> None:
    assert md_text("page_name _a_") == "page_name \\_a\\_"


def test_what_moves_a_terminal_s_cursor_is_written_out() -> None:
    assert printable("Hải\u00a0Hậu") == "Hải\\xa0Hậu"
    assert printable("\x1b[31m\u200b\U000e0001") == "\\x1b[31m\\u200b\\U000e0001"


@pytest.mark.parametrize("width", [20, 40, 100])
def test_a_drawn_table_fits_the_terminal(width: int) -> None:
    shown = text("table", Options(width=width))
    assert max(map(len, shown.splitlines())) <= width
    assert "Hải" in shown
    assert "\x1b" not in shown


def workbook(rows: Sequence[Sequence[Cell]], **options: Any) -> Any:
    stream = io.BytesIO()
    xlsx_writing.write_xlsx(Table(COLUMNS, rows), stream, Options(), **options)
    return openpyxl.load_workbook(stream).active


def test_a_workbook_has_a_bold_header_in_view_and_columns_wide_enough() -> None:
    sheet = workbook([("14233", "Mặt trận Hải Minh Hải Hậu Nam Định", 7), ("1", "x" * 500, 8)])
    assert [cell.value for cell in sheet[1]] == list(COLUMNS)
    assert all(cell.font.bold for cell in sheet[1])
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:C3"
    assert 30 < sheet.column_dimensions["B"].width < 70


@pytest.mark.parametrize("content", ["=1+1", "{=1}", "+84", "-1", "@a", "https://fb.com/a", "007", "1e5", " x "])
def test_a_text_stays_a_text_in_a_workbook(content: str) -> None:
    cell = workbook([(content, "", None)])["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (content, "s", None)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=3))
@settings(max_examples=25, deadline=None)
def test_any_table_makes_a_workbook_that_opens(rows: list[tuple[Cell, ...]]) -> None:
    sheet = workbook(rows)
    assert [cell.value for cell in sheet["C"][1:] if isinstance(cell.value, int)] == [
        row[2] for row in rows if isinstance(row[2], int)
    ]


def test_a_row_s_color_and_an_empty_cell_in_it() -> None:
    sheet = workbook([("a", None, 1), ("b", "x", 2)], fill=lambda row: "#FFF2CC" if row[0] == "a" else None)
    assert [sheet[at].fill.fgColor.rgb for at in ("A2", "B2", "A3")] == ["FFFFF2CC", "FFFFF2CC", "00000000"]


def test_what_no_cell_can_hold_is_cut_and_shows_it() -> None:
    sheet = workbook([("x" * 100_000, "\ud800", 1)])
    assert len(sheet["A2"].value) == 32_767
    assert sheet["A2"].value.endswith("x…")
    assert sheet["B2"].value == "\\ud800"


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_writing, "MAX_ROWS", 3)
    assert workbook([("a", "", 1)] * 2).max_row == 3
    with pytest.raises(UseError, match="holds only 3 rows"):
        workbook([("a", "", 1)] * 3)


def test_a_full_disk_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(workbook: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("xlsxwriter.Workbook._store_workbook", refuse)
    with pytest.raises(OSError, match="No space left"):
        workbook(ROWS)


def test_a_stream_that_takes_no_more_says_so() -> None:
    class Full(io.BytesIO):
        def write(self, data: Any) -> int:
            raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        xlsx_writing.write_xlsx(Table(COLUMNS, ROWS), Full(), Options())
