"""The front door: which file is what, folders, standard input, and what cannot be read."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from fanpage_names.errors import UseError
from fanpage_names.tables.grid import ReadOptions
from fanpage_names.tables.reading import input_files, read_rows
from tests.tables.reading_cases import NAMES, names, numbered, recognise, rows, written

FILES = Path(__file__).parent / "files"


class Stdin:
    def __init__(self, content: bytes) -> None:
        self.buffer = io.BytesIO(content)


def piped(monkeypatch: pytest.MonkeyPatch, content: bytes) -> list[tuple[int, str]]:
    monkeypatch.setattr(sys, "stdin", Stdin(content))
    return numbered("-")


@pytest.mark.parametrize(
    ("file", "count", "first", "name"),
    [
        ("nop.csv", 31, 2, "MÆt trËn L©m ý Yªn Nam §Þnh"),
        ("nop-1258.csv", 31, 2, "Mặt trận Lâm Ý Yên Nam Định"),
        ("danh-sach.txt", 31, 1, "MÆt trËn L©m ý Yªn Nam §Þnh"),
    ],
)
def test_files_as_districts_send_them(file: str, count: int, first: int, name: str) -> None:
    found = rows(FILES / file)
    assert [row.row for row in found] == list(range(first, first + count))
    assert (found[0].name, found[0].file, found[0].sheet) == (name, str(FILES / file), None)


@pytest.mark.parametrize(
    "content",
    [
        "\n".join(NAMES),
        "TT;Tên trang\n" + "".join(f"1;{name}\n" for name in NAMES),
        "".join(f'{{"page_name": "{name}"}}\n' for name in NAMES),
        "[\n" + ",".join(f'"{name}"' for name in NAMES) + "]",
    ],
    ids=["lines", "csv", "jsonl", "json"],
)
def test_standard_input_is_told_by_its_looks(monkeypatch: pytest.MonkeyPatch, content: str) -> None:
    assert [name for _, name in piped(monkeypatch, content.encode())] == list(NAMES)
    assert piped(monkeypatch, b"") == []


def test_a_workbook_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("names.xls", "names.ods"):
        assert piped(monkeypatch, (FILES / name).read_bytes()) == [(2, "Mặt trận Hải Hậu Nam Định")]


@pytest.mark.parametrize(
    "pieces",
    [
        ["Mặt trận Hải Hậu\n", "Mặt trận Hải Minh\n"],
        ["gì đó\n" * 25],
        ["TT,Tên trang\n", "1,Mặt trận Hải Hậu\n", "2,Mặt trận Hải Minh\n"],
        ["STT,Ten trang\n", "1,Mat tran\n", "2,Mat tran\n"],
        ['{"name": "Mặt trận"}\n', '{"page_name": "x"}\n', '{"page_name": "y"}\n', '{"page_name": "z"}\n'],
    ],
    ids=["lines", "odd lines", "csv", "ascii", "jsonl"],
)
def test_a_name_comes_out_when_the_next_is_there(monkeypatch: pytest.MonkeyPatch, pieces: list[str]) -> None:
    reading, writing = os.pipe()
    with open(reading, "rb") as stdin, open(writing, "wb", buffering=0) as feed:  # noqa: PTH123
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stdin))
        for piece in pieces:
            feed.write(piece.encode())
        assert next(read_rows("-", ReadOptions(), recognise)).file == "-"


def test_memory_stays_while_rows_stream(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("w", encoding="utf-8") as stream:
        stream.write("TT,Tên trang\n")
        stream.writelines(f"{number},Mặt trận {number}\n" for number in range(20_000))
    found: Iterator[object] = read_rows(str(path), ReadOptions(), recognise)
    import tracemalloc

    tracemalloc.start()
    try:
        assert sum(1 for _ in found) == 20_000
        assert tracemalloc.get_traced_memory()[1] < 2_000_000 < path.stat().st_size * 8
    finally:
        tracemalloc.stop()


def test_a_folder_s_files(tmp_path: Path) -> None:
    for name in ("b.csv", "a.xlsx", "~$a.xlsx", ".c.csv", "d.pdf", "E.TXT", "f.docx"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "sub.csv").mkdir()
    (tmp_path / "Thumbs.db").write_bytes(b"")
    expected = ("E.TXT", "a.xlsx", "b.csv", "d.pdf", "f.docx")  # what cannot be read is named when it is read
    assert input_files(str(tmp_path)) == tuple(str(tmp_path / name) for name in expected)
    assert input_files("-") == ("-",)
    assert input_files(str(tmp_path / "no.csv")) == (str(tmp_path / "no.csv"),)
    with pytest.raises(UseError, match="no readable file in this folder"):
        input_files(str(tmp_path / "sub.csv"))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UseError, match=r"no\.csv: no such file"):
        names(tmp_path / "no.csv")
    with pytest.raises(UseError, match="this is a folder; a file is needed"):
        names(tmp_path)
    with pytest.raises(UseError, match="cannot be read"):
        names("a\0b.csv")


@pytest.mark.parametrize(
    ("error", "message"), [(PermissionError(13, "x"), "no permission"), (OSError(5, "I/O trouble"), "I/O trouble")]
)
def test_a_file_that_may_not_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, message: str
) -> None:
    def failing(*_: object, **__: object) -> None:
        raise error

    path = written(tmp_path / "a.csv", NAMES)
    monkeypatch.setattr(Path, "open", failing)
    with pytest.raises(UseError, match=rf"a\.csv: .*{message}"):
        names(path)
    monkeypatch.undo()
    monkeypatch.setattr(Path, "iterdir", failing)
    with pytest.raises(UseError, match=message):
        input_files(str(tmp_path))


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("a.xls", b"<html><table><tr><td>x</td></tr></table></html>", "this is HTML"),
        ("a.xls", b'\xef\xbb\xbf\n<?xml version="1.0"?><Workbook/>', "this is XML"),
        ("a.xlsx", "Mặt trận Hải Hậu\n".encode(), "not a xlsx file"),
        ("a.xlsx", b"", "not a xlsx file"),
        ("a.docx", b"{\\rtf1", "this is RTF"),
        ("a.pdf", b"%PDF-1.7", "this is PDF"),
        ("a.csv", b"\x89PNG\r\n", "a picture"),
        ("a.csv", b"\x1f\x8b\x08", "a compressed archive"),
        ("a.bin", bytes(range(32)) * 9, "a binary file"),
    ],
)
def test_what_is_no_list(tmp_path: Path, file: str, content: bytes, message: str) -> None:
    (tmp_path / file).write_bytes(content)
    with pytest.raises(UseError, match=message) as error:
        names(tmp_path / file)
    assert error.value.text.in_lang("vi").startswith(f"{tmp_path / file}: ")


def test_a_told_column_that_no_sheet_has(tmp_path: Path) -> None:
    with pytest.raises(UseError, match=r"no column 'Trang'; its columns: A 'TT', B 'Tên trang'"):
        names(written(tmp_path / "a.csv", ["TT,Tên trang", "1,x"]), ReadOptions(column="Trang"))
