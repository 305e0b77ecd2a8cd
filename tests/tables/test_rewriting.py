"""Copies of files with other names in them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fanpage_names.errors import UseError
from fanpage_names.rows import Row
from fanpage_names.tables.grid import ReadOptions
from fanpage_names.tables.rewriting import rewritten
from tests.tables.reading_cases import recognise

FILES = Path(__file__).parent / "files"
OLD = "Mặt trận Hải Hậu Nam Định"
NEW = "Mặt trận Vụ Bản Nam Định"


LINK, PLAIN = "fb.com/mattran", "https://www.facebook.com/mattran"


def mended(rows: Iterable[Row]) -> Iterator[tuple[Row, Row]]:
    for row in rows:
        name, link = NEW if row.name == OLD else row.name, PLAIN if row.link == LINK else row.link
        yield row, row._replace(name=name, link=link)


def copy(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    pieces = list(rewritten(str(path), ReadOptions(), recognise, mended))
    assert path.read_bytes() == content
    return "".join(piece.new for piece in pieces)


@pytest.mark.parametrize(
    "text",
    [
        f"{OLD}\n",
        f"{OLD}",
        f"\n{OLD}\r\n\r\nMặt trận Ý Yên Nam Định\r\n",
        f"{OLD}\r{OLD}\r",
        f"Tên trang;Ghi chú\n{OLD};x\n",
    ],
)
def test_lines_of_a_text_keep_all_else(text: str, tmp_path: Path) -> None:
    assert copy(tmp_path / "a.txt", text.encode()) == text.replace(OLD, NEW)


@pytest.mark.parametrize(
    "text",
    [
        f"STT,Tên trang,Ghi chú\n1,{OLD},\n2,{OLD},x\n",
        f'STT;Tên trang;Ghi chú\r\n1;{OLD};"a;b"\r\n',
        f'STT\tTên trang\tGhi chú\n"1"\t"{OLD}"\t"x ""y"""\n',
        f'Ghi chú,Tên trang\n"two\nlines",{OLD}\n"a\r\nb\rc",{OLD}\nx,{OLD}\n',
        f"DANH SÁCH\n\nSTT,Tên trang\n\n1,{OLD}\n\n2,{OLD}",
        f"Tên trang,Ghi chú\n{OLD},{NEW}\n",
        f"Ghi chú,Tên trang\n007,{OLD}\n",
        f'Tên trang\n"{OLD}"\n',
    ],
)
@pytest.mark.parametrize("ending", ["csv", "tsv"])
def test_cells_beside_a_name_keep_their_form(text: str, ending: str, tmp_path: Path) -> None:
    assert copy(tmp_path / f"a.{ending}", text.encode()) == text.replace(OLD, NEW)


def test_only_the_column_of_names_changes(tmp_path: Path) -> None:
    text = f"Đơn vị,Tên trang\n{OLD},{OLD}\n"
    assert copy(tmp_path / "a.csv", text.encode()) == f"Đơn vị,Tên trang\n{OLD},{NEW}\n"


def test_a_name_that_needs_quotation_marks_gets_them(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"STT,Tên trang\n1,{OLD}\n", encoding="utf-8")
    quoted = partial(map, lambda row: (row, row._replace(name='a, "b"')))
    pieces = rewritten(str(path), ReadOptions(), recognise, quoted)
    assert [piece.new for piece in pieces][1] == '1,"a, ""b"""\n'


def test_pieces_know_their_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'Ghi chú,Tên trang\n"two\nlines",{OLD}\nx,{OLD}\n', encoding="utf-8")
    assert [piece.line for piece in rewritten(str(path), ReadOptions(), recognise, mended)] == [1, 2, 4]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_whatever_the_encoding_the_copy_is_text(encoding: str, tmp_path: Path) -> None:
    text = f"Tên trang\n{OLD}\n"
    assert copy(tmp_path / "a.txt", text.encode(encoding)) == text.replace(OLD, NEW)


@pytest.mark.parametrize(
    "text",
    [
        f"Tên trang,Ghi chú,Link\n{OLD},x,{LINK}\n{OLD},,\n",
        f'Link;Tên trang\n"{LINK}";{OLD}\n{LINK};Mặt trận Ý Yên Nam Định\n',
    ],
)
def test_links_change_too(text: str, tmp_path: Path) -> None:
    assert copy(tmp_path / "a.csv", text.encode()) == text.replace(OLD, NEW).replace(LINK, PLAIN)


@pytest.mark.parametrize(
    "text",
    [
        f'["{OLD}"]',
        f'[ "{OLD}" ,\r\n\t"Mặt trận Ý Yên Nam Định" ]\r\n',
        f'[\n  {{\n    "page_name": "{OLD}",\n    "page_link": "{LINK}",\n    "n": 1.10\n  }}\n]',
        f'[{{"n": [1, {{"page_name": "x"}}, "a,b"], "page_name": "{OLD}"}},{{"page_name":"{OLD}","n":[]}}, "{OLD}"]',
        f'[{{"note": "\\"{{[", "page_name": "{OLD}"}}, {{"page_name": "{OLD}"}}]',
        "[]",
    ],
)
def test_json_keeps_its_form(text: str, tmp_path: Path) -> None:
    assert copy(tmp_path / "a.json", text.encode()) == text.replace(OLD, NEW).replace(LINK, PLAIN)


def test_json_lines_keep_their_form(tmp_path: Path) -> None:
    text = f'{{"page_name": "{OLD}", "page_link":"{LINK}"}}\n\n{{"n": 1e5,"page_name": "{OLD}"}}\r\n"{OLD}"\n'
    assert copy(tmp_path / "a.jsonl", text.encode()) == text.replace(OLD, NEW).replace(LINK, PLAIN)


def test_json_in_ascii_stays_in_ascii(tmp_path: Path) -> None:
    text = json.dumps([{"page_name": OLD}])
    assert copy(tmp_path / "a.json", text.encode()) == json.dumps([{"page_name": NEW}])


def test_a_text_of_json_that_is_no_name_stays(tmp_path: Path) -> None:
    text = f'[{{"note": "{OLD}", "page_name": "{OLD}"}}]'
    assert copy(tmp_path / "a.json", text.encode()) == f'[{{"note": "{OLD}", "page_name": "{NEW}"}}]'


@pytest.mark.parametrize("name", ["a.txt", "a.csv"])
def test_a_file_without_names_is_copied_as_it_is(name: str, tmp_path: Path) -> None:
    for text in ("", "\n\n"):
        assert copy(tmp_path / name, text.encode()) == text


@pytest.mark.parametrize("name", ["names.xls", "names.ods"])
def test_other_kinds_of_files_are_refused(name: str) -> None:
    with pytest.raises(UseError, match=r"cannot write the old \.xls; .*save it as \.xlsx"):
        list(rewritten(str(FILES / name), ReadOptions(), recognise, mended))


@pytest.mark.parametrize("record", [f'"x"y,{OLD}', f'"1" ,{OLD}', f'1,"Mặt trận"{OLD[8:]}'])
def test_a_quotation_mark_out_of_place_is_no_guess(record: str, tmp_path: Path) -> None:
    with pytest.raises(UseError, match=r'record 2 \(line 2\) has a " out of place'):
        copy(tmp_path / "a.csv", f"TT,Tên trang\n{record}\n".encode())


CELLS = st.text(st.sampled_from('ab ,;"\n\r\tĐ'), max_size=6)


@settings(deadline=None)
@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=5), st.booleans())
def test_whatever_stands_beside_a_name_is_kept(
    tmp_path_factory: pytest.TempPathFactory, cells: list[tuple[str, str]], all_quoted: bool
) -> None:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, quoting=csv.QUOTE_ALL if all_quoted else csv.QUOTE_MINIMAL)
    writer.writerows([("Ghi chú", "Tên trang", "Khác"), *((left, OLD, right) for left, right in cells)])
    text = stream.getvalue()
    path = tmp_path_factory.mktemp("copies") / "a.csv"
    assert copy(path, text.encode()) == text.replace(OLD, NEW)
