"""What a page shows of a checked row: plain values in the reader's language, for whoever draws them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from fanpage_names.lang import Lang, Text
from fanpage_names.reports.labels import right_name
from fanpage_names.reports.points import points_of
from fanpage_names.reports.spans import Piece, is_error, pieces
from fanpage_names.result import Cell, Status
from fanpage_names.rows import Checked, Row

_ROW = Text("dòng {n}", "row {n}")
_GIVEN = Text("tên thứ {n} trong lệnh", "name {n} on the command line")
_INPUT = Text("nhập trực tiếp", "entered directly")
_CELLS: dict[Cell, Text] = {"link": Text("đường link", "link"), "unit": Text("đơn vị", "unit")}


class Marked(NamedTuple):
    """A stretch of a cell's text.

    Attributes:
        text: the letters; empty at a place where something is missing.
        kind: "e" under an error, "w" under warnings, "" where nothing deviates.
        hints: what is said of it, with the codes.
    """

    text: str
    kind: str
    hints: tuple[str, ...] = ()


class Message(NamedTuple):
    """What a rule says.

    Attributes:
        code: the rule's code; several, with a space between, where they are said in one.
        kind: "e" for an error, "w" for a warning.
        text: the message.
    """

    code: str
    kind: str
    text: str


class Card(NamedTuple):
    """What is shown of one row.

    Attributes:
        row: its number, with the word for it.
        where: its file and sheet; "" for a name given by itself.
        status: as in the result.
        name: the name's text.
        right: what to write in its place; "" where it is right, or nobody can know.
        others: the link and the declared unit where something is wrong with them, each after its word.
        messages: what the rules say, in order.
    """

    row: str
    where: str
    status: Status
    name: tuple[Marked, ...]
    right: str
    others: tuple[tuple[str, tuple[Marked, ...]], ...]
    messages: tuple[Message, ...]

    @property
    def codes(self) -> Iterable[str]:
        """The codes of the messages, each once."""
        return dict.fromkeys(code for message in self.messages for code in message.code.split())


def card(checked: Checked, lang: Lang) -> Card:
    """Return what is shown of a checked row."""
    row, result = checked.row, checked.result
    messages = (
        Message(point.codes, "e" if point.severity == "error" else "w", point.text) for point in points_of(result, lang)
    )
    return Card(
        (_GIVEN if row.file is None else _ROW).format(n=row.row).in_lang(lang),
        _where(row, lang),
        result.status,
        tuple(map(_marked, pieces(checked))),
        right_name(result),
        tuple(_others(checked, lang)),
        tuple(messages),
    )


def _where(row: Row, lang: Lang) -> str:
    parts = [_INPUT.in_lang(lang) if row.file == "-" else row.file, row.sheet]
    return " · ".join(part for part in parts if part)


def _others(checked: Checked, lang: Lang) -> Iterator[tuple[str, tuple[Marked, ...]]]:
    for cell, word in _CELLS.items():
        if any(found.cell == cell for found in checked.result.diagnostics):
            yield word.in_lang(lang), tuple(map(_marked, pieces(checked, cell)))


def _marked(piece: Piece) -> Marked:
    if not piece.found:
        return Marked(piece.text, "")
    return Marked(
        piece.text, "e" if is_error(piece) else "w", tuple(f"{found.code} {found.message}" for found in piece.found)
    )
