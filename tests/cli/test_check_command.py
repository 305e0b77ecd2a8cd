"""`check`: sources, formats, exit status, what is said on stderr."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.running import Run

RIGHT = "Mặt trận Hải Hậu Nam Định"
WARNED = "Mặt trận  Hải Hậu Nam Định"
WRONG = "Mat tran Hai Minh - Hải Hậu"


@pytest.mark.parametrize("style", ["short", "full"])
@pytest.mark.parametrize("units", ["nam_dinh_units", "nam_dinh_2024", "ninh_binh_2025"])
def test_generated_names_are_right(units: str, style: str, run: Run) -> None:
    generated = run("generate", "--units", units, "--style", style, "-q").out
    done = run("check", "-", "--units", units, "--style", style, "--format", "jsonl", "-q", stdin=generated)
    assert (done.status, done.err) == (0, "")
    results = [json.loads(line) for line in done.out.splitlines()]
    assert len(results) == generated.count("\n") - 1
    assert {(result["status"], result["file"]) for result in results} == {("ok", "-")}


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["--name", RIGHT], 0),
        (["--name", WARNED], 1),
        (["--name", WRONG], 1),
        (["--name", WARNED, "--fail-on", "error"], 0),
        (["--name", WRONG, "--fail-on", "error"], 1),
        (["--name", WRONG, "--exit-zero"], 0),
        (["--name", WARNED, "--ignore", "FN202"], 0),
        (["--name", WARNED, "--ignore", "fn1, fn2"], 0),
        (["--name", WARNED, "--select", "FN3"], 0),
        (["--name", WARNED, "--severity", "FN202=error", "--fail-on", "error"], 1),
        (["--name", WARNED, "--severity", "fn202=warning"], 1),
    ],
)
def test_exit_status(arguments: list[str], status: int, run: Run) -> None:
    assert run("check", *arguments).status == status


def test_names_on_the_line_come_in_order_without_a_file(run: Run) -> None:
    done = run("check", "--name", RIGHT, "--name", WRONG, "--format", "json")
    first, second = json.loads(done.out)
    assert (first["file"], first["row"], first["status"]) == (None, 1, "ok")
    assert (second["file"], second["row"], second["status"]) == (None, 2, "deviates")
    assert second["fixed"] == "Mặt trận Hải Minh Hải Hậu Nam Định"
    assert [found["code"] for found in second["diagnostics"]] == ["FN301", "FN206", "FN404"]


def test_the_whole_text_output(run: Run) -> None:
    done = run("check", "--name", WRONG, "--format", "text")
    assert done.out == (
        "--name:1: FN301 “Mat tran Hai Minh” lacks its marks; write “Mặt trận Hải Minh”\n"
        "--name:1: FN206 “-” is no part of the name; take it out\n"
        "--name:1: FN404 the province is missing: add “Nam Định”\n"
        "    Mat tran Hai Minh - Hải Hậu\n"
        "    ^^^^^^^^^^^^^^^^^~~~       ^\n"
        "    right name: Mặt trận Hải Minh Hải Hậu Nam Định\n"
    )
    assert done.err.splitlines()[1:] == [
        "fanpage-names: 1 name: 1 deviating",
        "fanpage-names: Codes: FN206 × 1, FN301 × 1, FN404 × 1",
        "fanpage-names: Safely fixable: 1",
        "fanpage-names: Next: fanpage-names explain FN301 FN206 FN404",
    ]
    assert run("check", "--name", WRONG, "-q").err == ""


def test_messages_in_vietnamese(run: Run) -> None:
    done = run("check", "--name", WRONG, "--format", "text", "--lang", "vi")
    assert "tên đúng: Mặt trận Hải Minh Hải Hậu Nam Định" in done.out
    assert "fanpage-names: 1 tên: 1 sai lệch" in done.err


def test_a_pipe_gets_csv(run: Run) -> None:
    lines = run("check", "--name", RIGHT).out.splitlines()
    assert lines[0] == "file,sheet,row,submitted,status,unit_code,unit,canonical,fixed,codes,messages"
    assert lines[1] == f",,1,{RIGHT},ok,366,Hải Hậu,{RIGHT},{RIGHT},,"


def test_a_bad_file_does_not_stop_the_others(run: Run, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(f"{RIGHT}\n", encoding="utf-8")
    done = run("check", "a.txt", "b.txt", "--format", "jsonl", "-q")
    assert done.status == 2
    assert [json.loads(line)["file"] for line in done.out.splitlines()] == ["b.txt"]
    [line] = done.err.splitlines()
    assert line.startswith("fanpage-names: a.txt: ")


def test_a_folder_stands_for_its_files(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("b.txt", "a.csv"):
        (tmp_path / "in" / name).write_text(f"Tên trang\n{RIGHT}\n", encoding="utf-8")
    done = run("check", "in", "--format", "jsonl")
    assert [json.loads(line)["row"] for line in done.out.splitlines()] == [2, 2]
    assert [Path(json.loads(line)["file"]).name for line in done.out.splitlines()] == ["a.csv", "b.txt"]


@pytest.mark.parametrize("text", ["", "\n\n", "Tên trang\n"])
def test_no_names_is_no_fault(text: str, run: Run) -> None:
    done = run("check", "-", stdin=text)
    assert done.status == 0
    assert done.err.splitlines()[-1] == "fanpage-names: 0 names"


def test_what_the_reader_is_told(run: Run, tmp_path: Path) -> None:
    text = f"ghi chú|a|b\nx|{RIGHT}|{WRONG}\n".encode("utf-16-le")
    (tmp_path / "a.csv").write_bytes(text)
    told = ["--encoding", "utf-16-le", "--delimiter", "|", "--column", "b", "--header-row", "1"]
    [result] = json.loads(run("check", "a.csv", "--format", "json", *told).out)
    assert (result["submitted"], result["row"]) == (WRONG, 2)
    [result] = json.loads(run("check", "a.csv", "--format", "json", *told[:-3], "2", "--header-row", "1").out)
    assert result["submitted"] == RIGHT


def test_a_faulty_list_shows_every_fault(run: Run, tmp_path: Path) -> None:
    shown = run("generate", "--units", "nam_dinh_units", "-q")
    assert shown.status == 0
    (tmp_path / "mine.yaml").write_text("title: x\nin_force: never\nprovinces: 3\nmore: 1\n", encoding="utf-8")
    done = run("check", "--name", RIGHT, "--units", "mine.yaml")
    assert (done.status, done.out) == (2, "")
    lines = done.err.splitlines()
    assert len(lines) > 2
    assert all(line.startswith("fanpage-names: mine.yaml:") for line in lines)


def test_a_cell_like_a_formula_is_guarded(run: Run) -> None:
    assert ",'=1+1," in run("check", "--name", "=1+1").out
    assert ",=1+1," in run("check", "--name", "=1+1", "--raw").out


@pytest.mark.parametrize("command", ["check", "migrate --to 2025-07-01", "report"])
def test_where_no_file_can_be_read_there_is_no_result(command: str, run: Run, tmp_path: Path) -> None:
    done = run(*command.split(), "missing.csv", "missing.txt")
    assert (done.status, done.out) == (2, "")
    assert done.err.splitlines()[-1].startswith("fanpage-names: missing.txt: no such file")
    (tmp_path / "empty.csv").write_text("Tên trang\n", encoding="utf-8")
    assert run(*command.split(), "missing.csv", "empty.csv").out


@pytest.mark.parametrize("ending", ["html", "xlsx"])
def test_files_that_cannot_be_read_are_named_in_what_people_read(ending: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Mặt trận Hải Hậu Nam Định\n", encoding="utf-8")
    (tmp_path / "in" / "quet.pdf").write_bytes(b"%PDF-1.7")
    done = run("check", "in", "in/a.txt", "-o", f"out.{ending}", "-q")
    assert done.status == 2
    if ending == "html":
        shown = (tmp_path / "out.html").read_text("utf-8")
    else:
        shown = str([cell.value for cell in load_workbook(tmp_path / "out.xlsx").worksheets[0]["A"]])
    assert "Files not read: 1: " in shown
    assert "quet.pdf" in shown
