"""Words of a line that are no part of any name: what says what a unit was, and what may stand around a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from fanpage_names.text.fold import fold_case
from fanpage_names.text.line import Line

_WAS = (("cu",), ("truoc", "dai"), ("truoc", "kia"), ("nai", "la"), ("nai", "thuoc"))
"""What says so, as keys of words."""
_FROM_HERE = frozenset(_WAS[1:])
"""Which of it is followed by what was, up to the end of the text."""
_MARKED = frozenset({"cũ", "trước", "nay"})


class Remark(NamedTuple):
    """Letters that say what a unit was or is: "(huyện Hải Hậu cũ)", "nay là xã Hải Anh", "cũ"."""

    start: int
    end: int


def find_remarks(line: Line) -> Sequence[Remark]:
    """Return the remarks of a line, in order: what stands in brackets, up to the end of the line, or one word."""
    if "cu" not in line.letters and "truoc" not in line.letters and "nai" not in line.letters:
        return ()
    found: list[Remark] = []
    bounds = line.bounds
    for start, phrase in _phrases(line):
        bracket = _bracket(line, start)
        if bracket:
            remark = Remark(*bracket)
        elif phrase in _FROM_HERE and start:
            remark = Remark(start, bounds[-1])
        else:
            remark = Remark(start, start + sum(map(len, phrase)))
        if not found or remark.start >= found[-1].end:
            found.append(remark)
    return found


def _phrases(line: Line) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield where a phrase that says what was begins, and the phrase."""
    words = [(start, line.letters[start:end]) for start, end in pairwise(line.bounds)]
    for index, (start, key) in enumerate(words):
        for phrase in _WAS:
            if tuple(word for _, word in words[index : index + len(phrase)]) == phrase:
                written = fold_case(line.written(start, start + len(key)))
                if written in _MARKED or line.written(0, line.bounds[-1]).isascii():
                    yield start, phrase


def _bracket(line: Line, start: int) -> tuple[int, int] | None:
    """The letters between the brackets around a letter; None where there are none."""
    place = line.start(start)
    opens, closes = line.text.rfind("(", 0, place), line.text.find(")", place)
    if opens < 0 or ")" in line.text[opens:place]:
        return None
    closes = len(line.text) if closes < 0 else closes
    inside = [
        (first, last) for first, last in pairwise(line.bounds) if opens < line.start(first) and line.end(last) <= closes
    ]
    return (inside[0][0], inside[-1][1]) if inside else None
