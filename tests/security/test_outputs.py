"""What a hostile name can do in an output: nothing but be read."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from contextlib import suppress
from html.parser import HTMLParser
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.running import COMMAND, ENGLISH, start

NAMES = (
    '=HYPERLINK("http://127.0.0.1:9","Hải Hậu")',
    "@SUM(1) Hải Hậu",
    "+1|cmd",
    "\t=1+1",
    "<script>alert(1)</script> Hải Hậu Nam Định",
    "<img src=x onerror=alert(1)>",
    "'\" onmouseover=alert(1) x='",
    "::error::Hải Hậu",
    "x\n::error file=a::Hải Hậu",
    "x\r::set-output name=a::b",
    "%0A::error::Vụ Bản",
    "| a | Hải Hậu | b",
    "[x](javascript:alert(1)) Hải Hậu",
    "![x](http://127.0.0.1:9/x.png) `x`",
    "\x1b]0;tiêu đề\x07 Hải Hậu",
    "\x1b[2JMTTQ Hải Hậu Nam Định",
    "\x9b31m Ý Yên",
    "\x07MTTQ Hải Hậu Nam Định",
    "\u202eHải Hậu",
)
FILE = "<b>::a,b.json"
RAW = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("outputs")
    rows = [{"page_name": name, "link": name, "đơn vị": name} for name in NAMES]
    (folder / FILE).write_text(json.dumps(rows), encoding="utf-8")
    (folder / "a.txt").write_text("\x07MTTQ \x9bHải Hậu Nam Định\n", encoding="utf-8")
    return folder


def output(folder: Path, command: str, format_: str) -> str:
    to = ["--to", "2025-07-01"] if command == "migrate" else []
    done = start(command, FILE, "--format", format_, *to, folder=folder)
    assert done.status in (0, 1)
    assert not RAW.search(done.err)
    return done.out


SHOWN = [("check", "text"), ("check", "table"), ("report", "table"), ("migrate", "table"), ("migrate", "text")]
MARKED = [(command, format_) for command in ("check", "report", "migrate") for format_ in ("html", "md")]
FLAT = [(command, format_) for command in ("check", "report", "migrate") for format_ in ("csv", "tsv")]


@pytest.mark.parametrize(("command", "format_"), [*SHOWN, *MARKED, ("check", "github")])
def test_no_text_commands_a_terminal(command: str, format_: str, folder: Path) -> None:
    assert not RAW.search(output(folder, command, format_))


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("arguments", [["check", FILE], ["fix", "a.txt", "--diff"]])
def test_nor_on_a_terminal_itself(arguments: list[str], folder: Path) -> None:
    leader, follower = os.openpty()
    with subprocess.Popen(
        [*COMMAND, *arguments, "--no-color"], cwd=folder, env=ENGLISH, stdout=follower, stderr=follower
    ) as process:
        os.close(follower)
        shown = bytearray()
        with suppress(OSError):  # the end, on Linux
            while piece := os.read(leader, 4096):
                shown += piece
        os.close(leader)
    assert process.returncode == 1
    assert "Hải Hậu" in shown.decode()
    assert not re.search(r"\x1b\]|\x1b\[2J|\x07|\x9b|\u202e", shown.decode())


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))


@pytest.mark.parametrize("command", ["check", "report", "migrate"])
def test_html_holds_no_tag_and_no_address_of_a_name_s(command: str, folder: Path) -> None:
    page = output(folder, command, "html")
    parser = Tags()
    parser.feed(page)
    names = [tag for tag, _ in parser.tags]
    assert "img" not in names
    assert names.count("script") <= 1
    attributes = {name: value or "" for _, attrs in parser.tags for name, value in attrs}
    assert not any(name.startswith("on") for name in attributes)
    assert not any(
        "javascript:" in (value or "") for _, attrs in parser.tags for name, value in attrs if name == "href"
    )
    assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//127""", page)


@pytest.mark.parametrize("command", ["check", "report", "migrate"])
def test_markdown_shows_signs_as_they_are(command: str, folder: Path) -> None:
    text = output(folder, command, "md")
    assert not re.search(r"(?<!\\)<(?:script|img|b>)", text)
    assert not re.search(r"(?<!\\)\[x", text)
    assert not re.search(r"(?<!\\)\| (?:a|b) ", text)


def test_a_name_gives_no_command_to_a_workflow(folder: Path) -> None:
    lines = re.split(r"[\r\n]+", output(folder, "check", "github").strip())
    assert lines
    for line in lines:
        assert re.match(r"::(?:error|warning) file=<b>%3A%3Aa%2Cb\.json,line=\d+,title=FN\d{3} [\w-]+::", line)


@pytest.mark.parametrize(("command", "format_"), FLAT)
def test_no_cell_of_csv_is_a_formula(command: str, format_: str, folder: Path) -> None:
    text = output(folder, command, format_)
    cells = [cell for row in csv.reader(io.StringIO(text), delimiter="\t" if format_ == "tsv" else ",") for cell in row]
    assert cells
    assert not [cell for cell in cells if cell[:1] in tuple("=+-@\t\r")]


@pytest.mark.parametrize("command", ["check", "report", "migrate"])
def test_no_cell_of_a_workbook_is_a_formula_or_leads_anywhere(command: str, folder: Path) -> None:
    to = ["--to", "2025-07-01"] if command == "migrate" else []
    done = start(command, FILE, "-o", f"{command}.xlsx", *to, folder=folder)
    assert done.status in (0, 1)
    for sheet in load_workbook(folder / f"{command}.xlsx"):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert cell.hyperlink is None or "127.0.0.1" not in str(cell.hyperlink.target)


def test_messages_name_files_and_columns_without_commanding(tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_text("Mã,Lo\x1b[2Jại\n1,x\n", encoding="utf-8")
    for arguments in (
        ["no\x1b[1m.csv"],
        ["b.csv"],
        ["b.csv", "--column", "\x1b[2J"],
        ["b.csv", "--units", "\x9b.yaml"],
    ):
        done = start("check", *arguments, folder=tmp_path)
        assert done.status == 2
        assert not RAW.search(done.err)
