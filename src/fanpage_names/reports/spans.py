"""A cell's text cut into pieces, those that deviate marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fanpage_names.result import CELLS, Cell, Diagnostic
from fanpage_names.rows import Checked, Row

# Longer texts are cut for people: nobody reads on, and a rule says it.
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
    return _pieces(checked.row, cell, checked.result.diagnostics)


def cells_shown(checked: Checked) -> Iterator[tuple[Cell, Iterator[Piece]]]:
    """Yield the name, then the other cells that deviate, each with its pieces as a terminal marks them.

    What is said of a whole name whose unit is known, without a text for its place (another row has the same unit),
    is not about its letters: they stay unmarked, so that those that deviate stand out.
    """
    row, result = checked.row, checked.result
    for cell in CELLS:
        if not _text(row, cell):
            continue
        found = [one for one in result.diagnostics if one.cell == cell]
        if cell == "name" and result.unit is not None:
            found = [one for one in found if one.expected is not None or (one.start, one.end) != (0, len(row.name))]
        if cell == "name" or found:
            yield cell, _pieces(row, cell, found)


def _pieces(row: Row, cell: Cell, diagnostics: Iterable[Diagnostic]) -> Iterator[Piece]:
    text = _text(row, cell)
    shown = text[:MAX_SHOWN]
    yield from _cut(shown, [one for one in diagnostics if one.cell == cell and one.start <= len(shown)])
    if len(text) > MAX_SHOWN:
        yield Piece("…")


def _text(row: Row, cell: Cell) -> str:
    return {"name": row.name, "link": row.link or "", "unit": row.unit or ""}[cell]


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
