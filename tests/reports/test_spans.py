"""A text cut into pieces by what is found in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fanpage_names.reports.spans import MAX_SHOWN, clipped, is_error, pieces
from fanpage_names.result import Diagnostic, Result
from fanpage_names.rows import Checked, Row

SPANS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)).map(sorted), max_size=5)


def checked(text: str, spans: list[list[int]]) -> Checked:
    found = tuple(
        Diagnostic(f"FN{number:03}", "x", "error", "none", start, end, text[start:end], None, "")
        for number, (start, end) in enumerate(spans)
    )
    return Checked(Row(text), Result(text, "unknown", None, None, None, (), found))


@given(st.text(min_size=12, max_size=12), SPANS)
def test_pieces_join_to_the_text_and_each_span_covers_its_letters(text: str, spans: list[list[int]]) -> None:
    made = list(pieces(checked(text, spans)))
    assert "".join(piece.text for piece in made) == text
    for number, (start, end) in enumerate(spans):
        here = [piece.text for piece in made if any(found.code == f"FN{number:03}" for found in piece.found)]
        assert "".join(here) == text[start:end]
        assert len(here) >= 1


def test_overlapping_diagnostics_and_a_gap_at_the_end() -> None:
    made = [(piece.text, len(piece.found)) for piece in pieces(checked("abcdef", [[0, 4], [2, 5], [6, 6]]))]
    assert made == [("ab", 1), ("cd", 2), ("e", 1), ("f", 0), ("", 1)]


def test_an_empty_text() -> None:
    assert list(pieces(checked("", []))) == []
    assert [piece.text for piece in pieces(checked("", [[0, 0]]))] == [""]


def test_a_long_text_is_cut() -> None:
    text = "x" * 1_000
    made = list(pieces(checked(text, [[75, 1_000], [500, 600]])))
    assert "".join(piece.text for piece in made) == clipped(text) == "x" * MAX_SHOWN + "…"
    assert [is_error(piece) for piece in made] == [False, True, False]
