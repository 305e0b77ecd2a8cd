"""How a text becomes a line: the commonest texts as wholes, others letter by letter."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from fanpage_names.text.clusters import ClusterReader, in_order
from fanpage_names.text.decoded import Decoded
from fanpage_names.text.fold import fold_letters
from fanpage_names.text.line import VIETNAMESE, CharFault, Line
from fanpage_names.text.lookalike import LOOKALIKES
from fanpage_names.text.values import new

_PLAIN = re.compile(f"[A-Za-z0-9{VIETNAMESE}]+(?: [A-Za-z0-9{VIETNAMESE}]+)*")
_SIMPLE = re.compile(
    f"[ -~\\s{VIETNAMESE}\u00ab\u00ae\u00b7\u00bb\u2010-\u2027\u2190-\u23ff\u2500-\u2775\u2794-\u27bf"
    "\u2b00-\u2bff\U0001f1e6-\U0001faff]*"
)
"""Letters, and characters that can only stand between words: punctuation, arrows, dingbats, emoji."""
_WORDS = re.compile(f"([A-Za-z0-9{VIETNAMESE}]+)")

_MARKS = frozenset(map(chr, (*range(0x300, 0x34F), *range(0x350, 0x370))))
_INVISIBLE = frozenset("\u00ad\u061c\u200b\u200c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\ufeff")
_HIDDEN = re.compile(f"[{''.join(sorted(_INVISIBLE))}]+")
_FOREIGN = re.compile(f"[^ -~\\s{VIETNAMESE}{''.join(sorted(_MARKS | _INVISIBLE))}]")
"""What may be a look-alike."""
_ENCLOSED = re.compile("[\u24b6-\u24e9]")
"""Letters that are symbols."""


def read_line(raw: str) -> Line:
    """Return the line that `raw` is."""
    if _PLAIN.fullmatch(raw):
        return _plain_line(raw)
    if _SIMPLE.fullmatch(raw):
        return _simple_line(raw)
    return _composed_line(raw) or ClusterReader(raw).line()


def read_decoded(decoded: Decoded, decoding: str) -> Line:
    """Return the line that `decoded` is; `decoding` names how it was decoded."""
    return read_line(decoded.text)._replace(decoding=decoding, places=decoded.starts)


def _plain_line(raw: str) -> Line:
    words = raw.split(" ")
    clean = "".join(words)
    bounds = (0, *accumulate(map(len, words)))
    shifts, letters = range(len(words)), fold_letters(clean)
    return new(Line, (raw, letters, clean, bounds, shifts, (), (), (), (), True, None, (), len(raw)))


def _simple_line(raw: str) -> Line:
    """The line of a text of rightly written letters, whatever stands between them."""
    pieces = _WORDS.split(raw)
    words, gaps = pieces[1::2], pieces[::2]
    clean = "".join(words)
    bounds = (*accumulate(map(len, words), initial=0),)
    odd: list[int] = []
    if gaps[1:-1].count(" ") < len(words) - 1:
        odd = [bounds[index] for index, gap in enumerate(gaps) if gap != " " and 0 < index < len(words)]
    if gaps[0]:
        odd.insert(0, 0)
    if words and gaps[-1]:
        odd.append(bounds[-1])
    shifts, letters = [*accumulate(map(len, gaps))], fold_letters(clean)
    return new(Line, (raw, letters, clean, bounds, shifts, (), (), odd, (), False, None, (), len(raw)))


def _composed_line(raw: str) -> Line | None:
    """The line of a text that is simple once look-alikes are replaced, marks composed and invisible characters out.

    None for any other text.
    """
    text = raw.translate(LOOKALIKES) if _FOREIGN.search(raw) else raw
    starts = [place for place, char in enumerate(text) if char not in _MARKS]
    if not starts or starts[0] or _ENCLOSED.search(raw):
        return None
    ends = [*starts[1:], len(raw)]
    faults = _lookalikes(raw, text) if text != raw else []
    if _HIDDEN.search(text):
        for start, end in [run.span() for run in _HIDDEN.finditer(text)]:
            if text[end : end + 1] in _MARKS:
                return None
            unseen = slice(bisect_left(starts, start), bisect_left(starts, end))
            del starts[unseen], ends[unseen]
            faults.append(CharFault("invisible", start, end, ""))
        text = _HIDDEN.sub("", text)
    composed = unicodedata.normalize("NFC", text)
    if len(composed) != len(starts) or not _SIMPLE.fullmatch(composed):
        return None
    length = len(composed)
    if faults:
        length = len(unicodedata.normalize("NFC", raw))
        faults += _decomposed_letters(raw, composed, starts, ends) if len(composed) < len(text) else ()
    elif len(composed) < len(text):
        faults = [_decomposed(raw, composed, starts, ends)]
    line = _simple_line(composed)
    return line._replace(text=raw, starts=starts, ends=ends, faults=in_order(raw, faults), length=length)


def _lookalikes(raw: str, text: str) -> list[CharFault]:
    places = [match.start() for match in _FOREIGN.finditer(raw)]
    return [CharFault("lookalike", place, place + 1, text[place]) for place in places if text[place] != raw[place]]


def _decomposed(raw: str, composed: str, starts: Sequence[int], ends: Sequence[int]) -> CharFault:
    """All of a text from the first letter that is decomposed to the last one."""
    places = [place for place, char in enumerate(raw) if char in _MARKS]
    first, last = (bisect_right(starts, place) - 1 for place in (places[0], places[-1]))
    return CharFault("decomposed", starts[first], ends[last], composed[first : last + 1])


def _decomposed_letters(raw: str, composed: str, starts: Sequence[int], ends: Sequence[int]) -> Iterator[CharFault]:
    """The letters of a text that are decomposed, where it holds look-alikes or invisible characters, too."""
    for letter, start, end in zip(composed, starts, ends, strict=True):
        if end - start > 1 and not unicodedata.is_normalized("NFC", raw[start:end]):
            yield CharFault("decomposed", start, end, letter)
