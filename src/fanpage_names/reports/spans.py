"""A cell's text cut into pieces, those that deviate marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fanpage_names.result import Cell, Diagnostic
from fanpage_names.rows import Checked

# Longer texts are cut for people: nobody reads on, and FN701 says it.
MAX_SHOWN = 300


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same diagnostics.

    Attributes:
        text: the letters; empty at a place where something is missing.
        found: the diagnostics that cover it; empty where nothing deviates.
    """

    text: str
    found: tuple[Diagnostic, ...] = ()


def clipped(text: str) -> str:
    """Return `text`, cut after `MAX_SHOWN` letters."""
    return text if len(text) <= MAX_SHOWN else text[:MAX_SHOWN] + "…"


def pieces(checked: Checked, cell: Cell = "name") -> Iterator[Piece]:
    """Yield the pieces of a cell's text in order; joined, they are the text, cut after `MAX_SHOWN` letters.

    A place where something is missing is a piece of its own, without letters.
    """
    row = checked.row
    text = {"name": row.name, "link": row.link or "", "unit": row.unit or ""}[cell]
    shown = text[:MAX_SHOWN]
    found = [one for one in checked.result.diagnostics if one.cell == cell and one.start <= len(shown)]
    yield from _cut(shown, found)
    if len(text) > MAX_SHOWN:
        yield Piece("…")


def _cut(text: str, found: Iterable[Diagnostic]) -> Iterator[Piece]:
    wide = [one for one in found if one.start < one.end]
    gaps = [one for one in found if one.start == one.end]
    cuts = sorted({0, len(text), *(min(at, len(text)) for one in found for at in (one.start, one.end))})
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        if here := tuple(one for one in gaps if one.start == start):
            yield Piece("", here)
        if start < end:
            yield Piece(text[start:end], tuple(one for one in wide if one.start <= start and end <= one.end))


def is_error(piece: Piece) -> bool:
    """Whether any diagnostic of the piece is an error."""
    return any(one.severity == "error" for one in piece.found)
