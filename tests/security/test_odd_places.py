"""Inputs and outputs that are no files of a folder: pipes, standard output by its name, links that lead nowhere."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from fanpage_names.errors import UseError
from fanpage_names.tables import encoding, reading
from fanpage_names.tables.files import written
from fanpage_names.tables.grid import ReadOptions
from fanpage_names.tables.reading import read_rows
from tests.cli.running import COMMAND, ENGLISH, start
from tests.security.hostile import docx, recognise, xls, xlsx

LIST = "Tên trang\nMTTQ Hải Hậu Nam Định\n".encode()

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pipes and links of other systems")


def fed(pipe: Path, content: bytes) -> None:
    os.mkfifo(pipe)
    threading.Thread(target=pipe.write_bytes, args=(content,), daemon=True).start()


@pytest.mark.parametrize("content", [LIST, xlsx(), xls(), docx()], ids=["csv", "xlsx", "xls", "docx"])
def test_a_pipe_is_read_as_the_file_it_carries(content: bytes, tmp_path: Path) -> None:
    fed(tmp_path / "pipe.csv", content)
    done = start("check", "pipe.csv", "-q", "--format", "jsonl", folder=tmp_path)
    assert (done.status in (0, 1), done.err) == (True, "")
    assert "Hải Hậu" in done.out


def test_standard_input_by_its_name(tmp_path: Path) -> None:
    command = [*COMMAND, "check", "/dev/stdin", "-q", "--format", "jsonl"]
    done = subprocess.run(command, input=xlsx(), capture_output=True, env=ENGLISH, check=False)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.parametrize(
    "arguments", [["fix", "pipe.csv", "-o", "b.csv"], ["check", "pipe.xlsx", "-o", "b.xlsx"]], ids=" ".join
)
def test_what_must_be_read_twice_is_no_pipe(arguments: list[str], tmp_path: Path) -> None:
    os.mkfifo(tmp_path / arguments[1])
    done = start(*arguments, "-q", folder=tmp_path)
    assert (done.status, done.err.count("\n")) == (2, 1)
    assert "save it as one first" in done.err


@pytest.mark.parametrize("ending", ["| cat", "> out.csv", ">> out.csv"])
def test_standard_output_by_its_name(ending: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(LIST)
    (tmp_path / "out.csv").write_bytes(b"before\n")
    line = f"{sys.executable} -m fanpage_names check a.csv -q -o /dev/stdout --format csv {ending}; cat out.csv"
    done = subprocess.run(["sh", "-c", line], cwd=tmp_path, capture_output=True, env=ENGLISH, check=False)
    assert done.stderr == b""
    assert done.stdout.count(b"MTTQ H") == 1
    assert (b"before" in done.stdout) == (ending != "> out.csv")


@pytest.mark.parametrize("arguments", [["check", "loop.csv"], ["check", "a.csv", "-o", "loop.csv"]], ids=" ".join)
def test_links_that_lead_to_each_other(arguments: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(LIST)
    (tmp_path / "loop.csv").symlink_to("pool.csv")
    (tmp_path / "pool.csv").symlink_to("loop.csv")
    done = start(*arguments, "-q", folder=tmp_path)
    assert (done.status, done.err.count("\n")) == (2, 1)
    assert "loop.csv" in done.err
    assert "unexpected" not in done.err


def test_of_two_runs_with_one_new_output_the_second_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    second = written(path)
    second.__enter__().write("second")
    with written(path) as first:
        first.write("first")
    with pytest.raises(UseError, match="the file exists"):
        second.__exit__(None, None, None)
    assert path.read_text(encoding="utf-8") == "first"
    assert [one.name for one in tmp_path.iterdir()] == ["out.csv"]


def test_a_file_cut_short_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "CHUNK", 1000)
    path = tmp_path / "a.csv"
    path.write_bytes("Tên trang\n".encode() + "Mặt trận Hải Hậu Nam Định\n".encode() * 1000)
    rows = read_rows(str(path), ReadOptions(), recognise)
    next(rows)
    os.truncate(path, 2000)
    with pytest.raises(UseError, match="changed while it was read"):
        list(rows)


def refused_line(path: Path, code: str, length: int) -> str:
    first = '"H"\n' if path.suffix == ".jsonl" else "Tên trang\n"
    path.write_bytes(first.encode(code, "replace") + "Hậu".encode(code, "replace") * (length // 2))
    with pytest.raises(UseError) as fault:
        list(read_rows(str(path), ReadOptions(encoding=code), recognise))
    return fault.value.lines("en")[0]


@pytest.mark.parametrize("name", ["a.txt", "a.csv", "a.jsonl"])
@pytest.mark.parametrize("code", ["utf-8", "cp1258"])
def test_a_line_without_end_is_refused_with_its_place(
    name: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encoding, "LONGEST_LINE", 1_000_000)
    assert "line 2 is longer than 1 MB" in refused_line(tmp_path / name, code, 1_000_000)


def test_a_line_may_be_as_long_as_no_list_needs(tmp_path: Path) -> None:
    assert "line 2 is longer than 10 MB" in refused_line(tmp_path / "a.txt", "utf-8", encoding.LONGEST_LINE)


def test_the_next_command_for_a_file_named_like_an_option(tmp_path: Path) -> None:
    (tmp_path / "-lead.csv").write_bytes(LIST)
    done = start("check", "--", "-lead.csv", folder=tmp_path)
    hint = next(line for line in done.err.splitlines() if "Next: " in line).partition("Next: ")[2]
    assert hint == "fanpage-names fix ./-lead.csv -o ./-lead-fixed.csv"
    assert start(*hint.split()[1:], folder=tmp_path).status == 0
