"""What standard output is."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from fanpage_names import terminal


@pytest.fixture
def on_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "is_terminal", lambda: True)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")


@pytest.mark.usefixtures("on_terminal")
def test_colors_on_a_terminal_unless_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert terminal.wants_color()
    assert not terminal.wants_color(no_color=True)
    monkeypatch.setenv("NO_COLOR", "")
    assert terminal.wants_color()
    monkeypatch.setenv("NO_COLOR", "1")
    assert not terminal.wants_color()


@pytest.mark.usefixtures("on_terminal")
def test_no_colors_on_a_dumb_terminal_or_in_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert not terminal.wants_color()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(terminal, "is_terminal", lambda: False)
    assert not terminal.wants_color()


def test_the_width_is_the_terminal_s(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "33")
    assert terminal.width() == 33


def test_a_file_gets_utf8_but_not_line_by_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "out").open("w", encoding="cp1258") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        made = terminal.utf8_stdout()
        made.write("Trực\n")
        assert (tmp_path / "out").read_bytes() == b""
    assert (tmp_path / "out").read_bytes() == "Trực\n".encode()


def test_what_is_no_wrapper_of_bytes_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", stream := io.StringIO())
    assert terminal.utf8_stdout() is stream
    assert not terminal.is_terminal()


def test_a_stream_of_bytes_in_memory_is_taken_for_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    made = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(made, encoding="cp437"))
    stream = terminal.utf8_stdout()
    stream.write("Trực\n")
    assert made.getvalue() == "Trực\n".encode()
    stream.detach()  # type: ignore[attr-defined]
