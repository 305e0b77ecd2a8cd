"""Tables on terminals: as wide as they are, or a line for each cell where they are too narrow."""

from __future__ import annotations

import io

import pytest
from rich.text import Text

from fanpage_names.tables.drawing import draw
from fanpage_names.tables.formats import Options

COLUMNS = ("code", "unit", "page\nname")
ROWS = [("366", "Hải Hậu", "Mặt trận Hải Hậu Nam Định"), ("14233", "", "mattran.haiminh.haihau.namdinh")]


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def drawn(width: int) -> str:
    stream = io.StringIO()
    draw(COLUMNS, iter(ROWS), stream, Options(width=width))
    return stream.getvalue()


@pytest.mark.parametrize("width", [30, 40, 80])
def test_a_table_is_no_wider_than_the_terminal(width: int) -> None:
    lines = drawn(width).splitlines()
    assert max(map(len, lines)) <= width
    assert lines[1].split() == ["code", "unit", "name"]


def test_a_narrow_terminal_gets_a_line_for_each_cell() -> None:
    assert drawn(20) == (
        "code       366\n"
        "unit       Hải Hậu\n"
        "page name  Mặt trận Hải Hậu Nam Định\n"
        "\n"
        "code       14233\n"
        "page name  mattran.haiminh.haihau.namdinh\n"
    )


@pytest.mark.parametrize(
    ("kind", "color", "mark"),
    [("xterm", True, "\x1b[4;31mx\x1b[0m"), ("xterm", False, "\x1b[4mx\x1b[0m"), ("dumb", False, "x\n")],
)
def test_marks_stay_without_colors(kind: str, color: bool, mark: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", kind)
    stream = Screen()
    draw(["a"], [[Text("x", "underline red")]], stream, Options(width=20, color=color))
    assert mark in stream.getvalue()
    assert ("\x1b" in stream.getvalue()) is (kind == "xterm")
