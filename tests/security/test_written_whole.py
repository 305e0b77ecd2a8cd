"""No run, however it ends, leaves half a file or loses an input."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import COMMAND, ENGLISH, start

LIST = "Tên trang\nMTTQ Hải Hậu Nam Định\n"
OUTPUTS = [
    ["check", "a.csv", "-o"],
    ["check", "a.csv", "--format", "xlsx", "-o"],
    ["report", "a.csv", "-o"],
    ["migrate", "a.csv", "--to", "2025-07-01", "-o"],
    ["fix", "a.csv", "-o"],
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.csv").write_text(LIST, encoding="utf-8")
    return tmp_path


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*"))


@pytest.mark.parametrize("arguments", OUTPUTS, ids=" ".join)
@pytest.mark.parametrize("name", ["a.csv", "./a.csv", "link.csv", "twin.csv"])
def test_an_input_is_never_written_over(arguments: list[str], name: str, folder: Path) -> None:
    (folder / "link.csv").symlink_to("a.csv")
    (folder / "twin.csv").hardlink_to(folder / "a.csv")
    done = start(*arguments, name, "--force", "-q", folder=folder)
    assert done.status == 2
    assert "this is an input file; write to another one" in done.err
    assert (folder / "a.csv").read_text(encoding="utf-8") == LIST
    assert left(folder) == ["a.csv", "link.csv", "twin.csv"]


def test_nor_is_a_file_of_an_input_folder(folder: Path) -> None:
    done = start("check", ".", "-o", "a.csv", "--force", "-q", folder=folder)
    assert (done.status, (folder / "a.csv").read_text(encoding="utf-8")) == (2, LIST)


@pytest.mark.parametrize("arguments", OUTPUTS, ids=" ".join)
def test_an_existing_file_needs_force(arguments: list[str], folder: Path) -> None:
    (folder / "out.csv").write_text("mine", encoding="utf-8")
    done = start(*arguments, "out.csv", "-q", folder=folder)
    assert (done.status, "add --force to replace it" in done.err) == (2, True)
    assert (folder / "out.csv").read_text(encoding="utf-8") == "mine"
    assert left(folder) == ["a.csv", "out.csv"]


@pytest.mark.parametrize("command", ["check", "fix", "migrate"])
def test_an_error_in_the_middle_leaves_nothing_behind(command: str, folder: Path) -> None:
    with (folder / "a.csv").open("ab") as stream:
        stream.write(b"x\n" * 2_000 + b'"open\n' + b"x\n" * 2_000)
    (folder / "out.csv").write_text("mine", encoding="utf-8")
    done = start(command, "a.csv", "-o", "out.csv", "--force", "-q", folder=folder)
    assert done.status == 2
    assert left(folder) == ["a.csv", "out.csv"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs kill -9")
def test_a_killed_run_leaves_the_old_file_whole(folder: Path) -> None:
    (folder / "out.jsonl").write_text("mine", encoding="utf-8")
    arguments = [*COMMAND, "check", "-", "-o", "out.jsonl", "--force", "-q"]
    with subprocess.Popen(arguments, cwd=folder, env=ENGLISH, stdin=subprocess.PIPE) as process:
        assert process.stdin is not None
        process.stdin.write("MTTQ Hải Hậu Nam Định\n".encode() * 3_000)
        process.stdin.flush()
        while not [path for path in folder.iterdir() if path.name.startswith(".out.jsonl.")]:
            assert process.poll() is None
        process.send_signal(signal.SIGKILL)
        process.wait(20)
    assert (folder / "out.jsonl").read_text(encoding="utf-8") == "mine"
    assert start("check", ".", "--format", "csv", "-q", folder=folder).status in (1, 2)  # what is left is passed over


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a folder that forbids")
def test_a_folder_that_forbids_is_said(folder: Path) -> None:
    (folder / "no").mkdir(mode=0o500)
    done = start("check", "a.csv", "-o", "no/out.csv", "-q", folder=folder)
    assert (done.status, "no permission to write" in done.err) == (2, True)
