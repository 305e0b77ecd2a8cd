"""What standard output is."""

from __future__ import annotations

import io
import sys
import unicodedata
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


@pytest.mark.parametrize("text", ["Ở đâu, Mặt trận Trực Hưng Ý Yên", "àáảãạ ắặ ếệ ốộ ớợ ứự ỳýỷỹỵ Đđ"])
def test_windows_1258_has_every_vietnamese_letter_in_pieces(text: str) -> None:
    written = text.encode("cp1258", terminal.lacking("cp1258"))
    assert unicodedata.normalize("NFC", written.decode("cp1258")) == text


@pytest.mark.parametrize(
    ("code_page", "written", "vietnamese"),
    [("cp1258", "Trực →?", True), ("cp437", "Tr?c →?", False), ("utf-8", "Trực →★", True), ("ascii", "Tr?c →?", False)],
)
def test_a_letter_that_a_code_page_has_not(code_page: str, written: str, vietnamese: bool) -> None:
    how = terminal.lacking(code_page)
    made = "Trực →★".encode(code_page, how).decode(code_page)
    assert unicodedata.normalize("NFC", made) == written.replace("→", "→" if code_page == "utf-8" else "?")
    stream = io.TextIOWrapper(io.BytesIO(), encoding=code_page)
    assert terminal.shows_vietnamese(stream) is vietnamese


@pytest.mark.parametrize(("kind", "possible"), [("xterm", True), ("dumb", False)])
def test_a_dumb_terminal_writes_nothing_over(kind: str, possible: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("TERM", kind)
    assert terminal.can_rewrite_lines(Screen()) is possible
    assert not terminal.can_rewrite_lines(io.StringIO())


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
