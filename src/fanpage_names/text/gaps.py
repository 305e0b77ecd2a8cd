"""What may stand between words, and what does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from fanpage_names.text.line import char_class, emoji_at

GapKind = Literal["outer-space", "repeated-space", "odd-space", "punctuation", "symbol"]


class GapFault(NamedTuple):
    """What stands wrongly between words, at its place, and what should stand there."""

    kind: GapKind
    start: int
    end: int
    expected: str


def gap_faults(raw: str, start: int, end: int, expected: str) -> Iterator[GapFault]:
    """Yield what is wrong with `raw[start:end]`, which stands between two words, where `expected` should.

    Invisible characters are passed over: they are a fault of their own.
    """
    text = raw[start:end]
    if text == expected:
        return
    runs = list(_runs(raw, start, end))
    if runs:
        edges = [start, *(begin for _, begin, _ in runs[1:]), end]
        for index, (kind, _, _) in enumerate(runs):
            yield GapFault(kind, edges[index], edges[index + 1], "" if index else expected)
        return
    spaces = "".join(char for char in text if char_class(char) == "space").replace("\r\n", "\n")
    if expected.strip() and spaces:
        yield GapFault("punctuation", start, end, expected)
    elif expected and spaces:
        if spaces.strip(" "):
            yield GapFault("odd-space", start, end, expected)
        if len(spaces) > 1:
            yield GapFault("repeated-space", start, end, expected)


def edge_faults(raw: str, start: int, end: int, *, leading: bool) -> Iterator[GapFault]:
    """Yield what is wrong with `raw[start:end]`, which stands before the first word or after the last one."""
    runs = list(_runs(raw, start, end))
    inner, outer = (runs[0][1], runs[-1][2]) if runs else (start, start)
    if leading:
        yield from _outer(raw, start, inner if runs else end)
        edges = [*(begin for _, begin, _ in runs), end]
    else:
        edges = [start, *(begin for _, begin, _ in runs[1:]), outer]
    for index, (kind, _, _) in enumerate(runs):
        yield GapFault(kind, edges[index], edges[index + 1], "")
    if not leading:
        yield from _outer(raw, outer if runs else start, end)


def _outer(raw: str, start: int, end: int) -> Iterator[GapFault]:
    if any(char_class(char) == "space" for char in raw[start:end]):
        yield GapFault("outer-space", start, end, "")


def _runs(raw: str, start: int, end: int) -> Iterator[tuple[Literal["punctuation", "symbol"], int, int]]:
    """Yield the runs of punctuation and of symbols in `raw[start:end]`, spaces within a run included."""
    text = raw[start:end]
    if text.isascii() and text.isprintable():
        if found := text.strip():
            first = start + text.index(found)
            yield "punctuation", first, first + len(found)
        return
    kind: Literal["punctuation", "symbol"] | None = None
    first = last = place = start
    while place < end:
        stop = emoji_at(raw, place)
        now: Literal["punctuation", "symbol"] | None = (
            "symbol" if stop else "punctuation" if char_class(raw[place]) == "punctuation" else None
        )
        stop = stop or place + 1
        if now and now == kind:
            last = stop
        elif now:
            if kind:
                yield kind, first, last
            kind, first, last = now, place, stop
        place = stop
    if kind:
        yield kind, first, last
