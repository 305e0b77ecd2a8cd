"""The choice of a format, and where its output goes."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path
from unicodedata import normalize

import pytest

from fanpage_names.errors import UseError
from fanpage_names.tables.formats import Options, format_for, format_named, put
from fanpage_names.tables.table import Table
from fanpage_names.tables.writing import FORMATS


def table() -> Table:
    return Table(("name", "n"), iter([("Trực Ninh", 1), ("=Ý Yên", None)]))


class Terminal(io.TextIOWrapper):
    """A stream that says it is a terminal of some code page."""

    def __init__(self, encoding: str = "utf-8") -> None:
        super().__init__(io.BytesIO(), encoding=encoding, newline="")

    def isatty(self) -> bool:
        return True

    def shown(self) -> str:
        self.flush()
        assert isinstance(self.buffer, io.BytesIO)
        return self.buffer.getvalue().decode(self.encoding)


@pytest.mark.parametrize(
    ("path", "name"),
    [("a.csv", "csv"), ("A.XLSX", "xlsx"), ("b/a.b.jsonl", "jsonl"), ("a.txt", "text"), ("a.md", "md")],
)
def test_the_ending_names_the_format(path: str, name: str) -> None:
    assert format_for(Path(path), FORMATS) is FORMATS[name]


@pytest.mark.parametrize("path", ["a.doc", "csv", ".csv", "a."])
def test_an_unknown_ending_is_refused_listing_the_known(path: str) -> None:
    with pytest.raises(UseError, match=r"\.txt, \.csv, \.tsv, \.json, \.jsonl, \.xlsx, \.md") as caught:
        format_for(Path(path), FORMATS)
    assert caught.value.text.in_lang("vi").startswith(f"{path}: ")


def test_an_unknown_name_is_refused_listing_the_known() -> None:
    assert format_named("md", FORMATS) is FORMATS["md"]
    with pytest.raises(UseError, match=r"--format pdf: .* table, text, csv"):
        format_named("pdf", FORMATS)


def test_a_csv_file_has_a_mark_for_excel_and_a_tsv_file_only_when_asked(tmp_path: Path) -> None:
    put(table(), FORMATS, Options(), path=tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_bytes() == "\ufeffname,n\nTrực Ninh,1\n'=Ý Yên,\n".encode()
    put(table(), FORMATS, Options(), path=tmp_path / "a.tsv")
    assert (tmp_path / "a.tsv").read_bytes().startswith(b"name\t")
    put(table(), FORMATS, Options(bom=True), path=tmp_path / "a.tsv", force=True)
    assert (tmp_path / "a.tsv").read_bytes().startswith(b"\xef\xbb\xbfname\t")


def test_the_format_asked_for_wins_over_the_ending(tmp_path: Path) -> None:
    put(table(), FORMATS, Options(), name="jsonl", path=tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_text("utf-8").startswith('{"name": "Trực Ninh", "n": 1}\n')


def test_an_existing_file_is_refused_before_a_row_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("old")
    rows = iter([("x", 1)])
    with pytest.raises(UseError, match="--force"):
        put(Table(("name", "n"), rows), FORMATS, Options(), path=tmp_path / "a.csv")
    assert list(rows) == [("x", 1)]


def test_a_terminal_gets_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", terminal := Terminal())
    put(table(), FORMATS, Options(color=True))
    shown = terminal.shown()
    assert "─" in shown
    assert "Trực Ninh" in shown


def test_a_terminal_gets_no_workbook(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal())
    with pytest.raises(UseError, match="-o FILE"):
        put(table(), FORMATS, Options(), name="xlsx")


@pytest.mark.parametrize("encoding", ["cp437", "cp1258", "cp1252"])
@pytest.mark.parametrize("name", [name for name in FORMATS if name != "xlsx"])
def test_a_terminal_of_another_code_page_shows_what_it_can(
    monkeypatch: pytest.MonkeyPatch, encoding: str, name: str
) -> None:
    monkeypatch.setattr(sys, "stdout", terminal := Terminal(encoding))
    put(table(), FORMATS, Options(), name=name)
    shown = "Trực Ninh" if encoding == "cp1258" else "Tr?c Ninh"  # whose tones are letters of their own
    assert shown in normalize("NFC", terminal.shown())


PROGRAM = """
import sys
from fanpage_names.tables.formats import Options, put
from fanpage_names.tables.table import Table
from fanpage_names.tables.writing import FORMATS
rows = ((line.rstrip("\\n"), 1) for line in sys.stdin)
put(Table(("name", "n"), rows), FORMATS, Options(), name=sys.argv[1] if sys.argv[1:] else None)
"""


@pytest.mark.parametrize("encoding", ["cp437", "cp1258", "utf-8"])
def test_a_pipe_gets_csv_in_utf8_whatever_the_code_page(encoding: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        input=b"Hai Hau\n",
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
    )
    assert done.stdout == b"name,n\nHai Hau,1\n"
    program = PROGRAM.replace("in sys.stdin", "in ['Trực Ninh']")
    done = subprocess.run(
        [sys.executable, "-X", "utf8=0", "-c", program],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )
    assert done.stdout == "name,n\nTrực Ninh,1\n".encode()


def test_a_workbook_goes_into_a_pipe() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM, "xlsx"], input=b"a\n", capture_output=True, check=True)
    assert done.stdout.startswith(b"PK")


@pytest.mark.parametrize("name", ["csv", "jsonl"])
def test_a_row_appears_before_the_next_one_is_read(name: str) -> None:
    arguments = [sys.executable, "-c", PROGRAM, name]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        lines = []
        for given in (b"first", b"second"):
            process.stdin.write(given + b"\n")
            process.stdin.flush()
            line = process.stdout.readline()
            lines.append(process.stdout.readline() if line.startswith(b"name") else line)
        process.stdin.close()
    assert [b"first" in lines[0], b"second" in lines[1]] == [True, True]
