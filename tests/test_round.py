"""The officer's whole round: the commands of the documentation, as they stand there, in their order."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from fanpage_names.units.loading import load_units
from tests.cli.running import start
from tests.programs import browse, in_browser, in_office, page_count, printed
from tools import build_docs

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt" or not shutil.which("bash"), reason="needs a POSIX shell"),
]

GUIDE = "docs/huong-dan.md"

PAGES = ("README.md", GUIDE)
ROUND = ("generate", "form", "check", "fix", "report", "migrate")
"""What the commands of each page do, in this order, among others."""

TROUBLE = "\n## 9. Khi gặp trục trặc\n"
"""The part of the guide in which every command fails."""

STATUS = {"check": 1, "fix": 1, "migrate": 1}
"""What the examples leave for a person to look at; the other commands have nothing to report."""

RETURNED = "hai-hau.xlsx"


@dataclass(frozen=True)
class Step:
    """A command, and the exit status that it should have."""

    command: str
    expected: int

    @property
    def name(self) -> str:
        return self.command.split()[1]

    @property
    def files(self) -> Sequence[str]:
        """The files that it writes."""
        return re.findall(r"(?:-o|--letter) (\S+)", self.command) if self.expected < 2 else []


def steps(page: str, folder: Path) -> Iterator[Step]:
    """Yield the commands of a page, each when its turn comes; write the page's files into the folder on the way."""
    shutil.copytree(build_docs.EXAMPLES, folder, dirs_exist_ok=True)
    text = (build_docs.ROOT / page).read_text(encoding="utf-8")
    trouble = range(text.find(TROUBLE), text.find("\n## ", text.find(TROUBLE) + 1)) if TROUBLE in text else range(0)
    for block in build_docs.BLOCK.finditer(text):
        if block["file"]:
            (folder / block["file"]).write_text(block["body"], encoding="utf-8")
        else:
            for line in build_docs.PROMPT.finditer(block["body"]):
                yield Step(line["command"], 2 if block.start() in trouble else status(line["command"]))


def status(command: str) -> int:
    """Return what a shell says of a command that does its work; of a pipe it says what the last program did."""
    return 0 if " | " in command else STATUS.get(command.split()[1], 0)


def run(step: Step, folder: Path) -> None:
    """Run a command as it stands; the files that it names must come out."""
    done = subprocess.run(
        ["bash", "-c", step.command],
        check=False,
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env={**build_docs.ENVIRONMENT, "FANPAGE_NAMES_LANG": ""},
    )
    assert done.returncode == step.expected, (step, done.stderr)
    assert "Traceback" not in done.stderr
    assert all((folder / file).stat().st_size for file in step.files)
    if step.expected == 2:
        assert done.stderr.startswith("fanpage-names: ")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Path]:
    """The files that the guide's commands write."""
    folder = tmp_path_factory.mktemp("guide")
    writing = [step for step in steps(GUIDE, folder) if step.files]
    for step in writing:
        run(step, folder)
    return [folder / file for step in writing for file in step.files]


@pytest.mark.parametrize("page", PAGES)
def test_every_command_does_what_the_page_says(page: str, tmp_path: Path) -> None:
    ran = []
    for step in steps(page, tmp_path):
        run(step, tmp_path)
        ran.append(step)
    names = iter(step.name for step in ran)
    assert all(name in names for name in ROUND), "a step of the round is missing"
    assert (tmp_path / RETURNED).read_bytes() == (build_docs.EXAMPLES / RETURNED).read_bytes()
    for path in (tmp_path / file for step in ran for file in step.files):
        assert_opens(path)
    (marked,) = (file for step in ran if step.name == "check" and RETURNED in step.command for file in step.files)
    assert_marked(tmp_path / RETURNED, tmp_path / marked)
    (mended,) = (file for step in ran if step.name == "fix" and RETURNED in step.command for file in step.files)
    assert_mended(RETURNED, mended, tmp_path)


def assert_opens(path: Path) -> None:
    if path.is_dir():
        files = list(path.iterdir())
        assert files
        for file in files[:3]:  # the forms of a whole province are alike
            assert_opens(file)
        return
    match path.suffix:
        case ".xlsx":
            assert all(sheet.max_row > 1 for sheet in load_workbook(path)), path
        case ".docx":
            document: Any = Document(str(path))
            assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in document.tables[0].cell(0, 1).text
        case ".csv":
            assert len(path.read_text(encoding="utf-8-sig").splitlines()) > 1
        case ".yaml":
            assert load_units(str(path)).units[0].name == "Hà Nam"
        case ending:
            assert ending == ".html"
            assert "</html>" in path.read_text(encoding="utf-8")


def assert_marked(returned: Path, marked: Path) -> None:
    """The workbook that is sent back: wrong cells commented, no value changed, a sheet with a summary added."""
    before, after = load_workbook(returned), load_workbook(marked)
    assert len(after.worksheets) == len(before.worksheets) + 1
    sheet, other = before.worksheets[0], after.worksheets[0]
    assert list(other.iter_rows(max_col=sheet.max_column, values_only=True)) == list(sheet.iter_rows(values_only=True))
    commented = {cell.coordinate for row in other.iter_rows() for cell in row if cell.comment}
    assert {"D14", "C15", "D15", "C17", "C44"} <= commented


def assert_mended(returned: str, mended: str, folder: Path) -> None:
    """The mended copy has no deviation left that has a safe fix; what came back had many."""

    def fixes(file: str) -> list[str]:
        done = start("check", file, "--no-config", "--format", "jsonl", folder=folder)
        return [found["fix"] for line in done.out.splitlines() for found in json.loads(line)["diagnostics"]]

    assert fixes(returned).count("safe") > 5
    left = fixes(mended)
    assert left
    assert "safe" not in left


@in_office
def test_the_files_of_the_guide_open_in_an_office(written: Sequence[Path], tmp_path: Path) -> None:
    made = [path for path in written if path.suffix in {".xlsx", ".docx"}]
    assert len(made) > 5
    for path, pdf in zip(made, printed(tmp_path, *made), strict=True):
        assert page_count(pdf) >= 1, path


@in_browser
def test_the_report_of_the_guide_opens_in_a_browser(written: Sequence[Path]) -> None:
    (page,) = (path for path in written if path.suffix == ".html")
    assert "Huyện Hải Hậu" in browse("--dump-dom", page.as_uri())
