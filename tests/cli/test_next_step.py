"""The command that a check names at its end does what it says."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from tests.cli.running import Run

RIGHT = "Mặt trận Hải Hậu Nam Định"
WRONG = "Mat tran Hai Minh - Hải Hậu"
UNKNOWN = "Fanpage tin tức 24h"


def named(err: str) -> list[str]:
    """The words of the command after "Next:"; none where there is none."""
    commands = [line.partition("Next: ")[2] for line in err.splitlines() if "Next: " in line]
    return shlex.split(commands[0]) if commands else []


@pytest.mark.parametrize(
    ("files", "options", "words"),
    [
        (["a.txt"], [], ["fix", "a.txt", "-o", "a-fixed.txt"]),
        (["báo cáo/tháng 1.txt"], [], ["fix", "báo cáo/tháng 1.txt", "-o", "báo cáo/tháng 1-fixed.txt"]),
        (["a.txt", "b.txt"], ["-q"], []),
        (["a.txt", "b.txt"], [], ["fix", "a.txt", "b.txt", "-o", "fixed/"]),
        (["báo cáo"], [], ["fix", "báo cáo", "-o", "fixed/"]),
        (
            ["a.txt"],
            ["--as-of", "2021-12-31", "--ignore", "FN7", "--fail-on", "error"],
            ["fix", "a.txt", "--as-of", "2021-12-31", "--ignore", "FN7", "-o", "a-fixed.txt"],
        ),
    ],
)
def test_what_can_be_mended_is_mended_by_the_command_named(
    files: list[str], options: list[str], words: list[str], run: Run, tmp_path: Path
) -> None:
    (tmp_path / "báo cáo").mkdir()
    for name in ("a.txt", "b.txt", "báo cáo/tháng 1.txt"):
        (tmp_path / name).write_text(f"{RIGHT}\n{WRONG}\n", encoding="utf-8")
    command = named(run("check", *files, *options).err)
    assert command == (["fanpage-names", *words] if words else [])
    if words:
        done = run(*words, "--exit-zero")
        assert done.status == 0, done.err
        assert "Mặt trận Hải Minh Hải Hậu Nam Định" in "".join(
            path.read_text(encoding="utf-8") for path in tmp_path.rglob("*") if "fixed" in str(path) and path.is_file()
        )


@pytest.mark.parametrize(
    ("name", "written"),
    [("a.txt", "a.txt"), ("tháng 1.txt", '"tháng 1.txt"'), ("$HOME `x`.txt", "'$HOME `x`.txt'")],
)
def test_words_stand_in_quotes_that_every_shell_knows(name: str, written: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / name).write_text(f"{RIGHT}\n{WRONG}\n", encoding="utf-8")
    assert f"Next: fanpage-names fix {written} -o " in run("check", name).err


def test_an_old_workbook_is_mended_into_a_new_one() -> None:
    from fanpage_names.cli.next_step import copy_of

    assert [copy_of([name]).rpartition("-")[2].partition(".")[2] for name in ("a.xls", "a.xlsx", "a.csv")] == [
        "xlsx",
        "xlsx",
        "csv",
    ]


@pytest.mark.parametrize(
    ("name", "words"), [(UNKNOWN, ["explain", "FN501"]), (WRONG, ["explain", "FN301", "FN206", "FN404"]), (RIGHT, [])]
)
def test_what_cannot_be_mended_in_a_file_is_explained(name: str, words: list[str], run: Run) -> None:
    for done in (run("check", "--name", name), run("check", "-", stdin=name)):
        command = named(done.err)
        assert command == (["fanpage-names", *words] if words else [])
        assert not words or run(*words).status == 0
