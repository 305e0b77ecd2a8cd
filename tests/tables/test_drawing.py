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


def test_words_are_whole_where_they_fit_and_columns_without_a_cell_are_left_out() -> None:
    rows = [("thua_thien_hue_2021", "", "thành phố", "Mặt trận Tổ quốc thành phố Huế", "x")]
    stream = io.StringIO()
    draw(("list", "from", "type", "page_name", "in_force"), rows, stream, Options(width=60))
    lines = [line.split("  ") for line in stream.getvalue().splitlines()]
    assert [cell.strip() for cell in lines[0] if cell.strip()] == ["list", "type", "page_name", "in_force"]
    assert [cell.strip() for cell in lines[2] if cell.strip()][:2] == ["thua_thien_hue_2021", "thành phố"]
    assert max(map(len, stream.getvalue().splitlines())) <= 60
