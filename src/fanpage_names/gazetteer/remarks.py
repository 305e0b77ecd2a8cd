"""Words of a line that are no part of any name: what says what a unit was, and what may stand around a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from fanpage_names.gazetteer.other_words import OtherSpan
from fanpage_names.text.fold import fold_case
from fanpage_names.text.line import Line

_WAS = (
    *(("cu",), ("truoc", "dai"), ("truoc", "kia"), ("truoc", "la")),
    *(("sap", "nhap", "tu"), ("hop", "nhat", "tu"), ("doi", "ten", "tu"), ("thanh", "lap", "tu")),
)
_IS = (("nai", "la"), ("nai", "thuoc"))
"""What says so of what was, and of what is, as keys of words."""
_ONE_WORD = _WAS[0]
_SIGN = re.compile("|".join(map("".join, (*_WAS, *_IS))))
_AND = frozenset({"va", "vacac", "cung", "cungcac"})
"""Words that join bodies, as keys."""
_MARKED = frozenset({"cũ", "trước", "nay", "sáp", "hợp", "đổi", "thành"})


class Remark(NamedTuple):
    """Letters that say what a unit was or is: "(huyện Hải Hậu cũ)", "nay là xã Hải Anh", "cũ".

    Attributes:
        start: first letter.
        end: after the last letter.
        now: whether they say what it is.
    """

    start: int
    end: int
    now: bool


def find_remarks(line: Line) -> Sequence[Remark]:
    """Return the remarks of a line: what stands in brackets, what goes on to the end of the line, one word."""
    if not _SIGN.search(line.letters):
        return ()
    found: list[Remark] = []
    for start, phrase in _phrases(line):
        now = phrase in _IS
        bracket = _bracket(line, start)
        if bracket:
            found.append(Remark(*bracket, now))
        elif phrase != _ONE_WORD and start:
            found.append(Remark(start, line.bounds[-1], now))
        if phrase == _ONE_WORD:
            found.append(Remark(start, start + len(_ONE_WORD[0]), now))
    return found


def _phrases(line: Line) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield where a phrase that says what was or is begins, and the phrase."""
    words = [(start, line.letters[start:end]) for start, end in pairwise(line.bounds)]
    for index, (start, key) in enumerate(words):
        for phrase in (*_WAS, *_IS):
            if key == phrase[0] and tuple(word for _, word in words[index : index + len(phrase)]) == phrase:
                written = fold_case(line.written(start, start + len(key)))
                if written in _MARKED or not line.marked:
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


def harmless_words(
    line: Line, cuts: Sequence[int], fronts: Sequence[tuple[int, int]], others: Sequence[OtherSpan]
) -> frozenset[int]:
    """Return where the words begin that may stand in a name's place: what is harmless, and bodies that share the page.

    Such a body stands before the Front, or is joined to it: "Đảng ủy - UBND - MTTQ", "MTTQ và Hội Nông dân".

    Args:
        line: the line.
        cuts: where words begin and end.
        fronts: the places of prefixes, in order.
        others: what else is there.
    """
    ends = [end for _, end in fronts]
    spans: list[tuple[int, int]] = []
    for other in others:
        joined = next((end for end in ends if _joins(line, end, other.start)), None)
        if joined is not None:
            spans.append((joined, other.end))
            ends.append(other.end)
        elif other.kind in {"harmless", "shared"} or (fronts and other.end <= fronts[0][0]):
            spans.append((other.start, other.end))
    return frozenset(cut for start, end in spans for cut in cuts if start <= cut < end)


def _joins(line: Line, end: int, start: int) -> bool:
    """Whether what stands between two letters joins what is before and after it."""
    if start <= end:
        return start == end and not line.text[slice(*line.gap(end))].isspace()
    return line.letters[end:start] in _AND
