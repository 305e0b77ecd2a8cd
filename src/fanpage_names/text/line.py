"""A submitted text as letters in a row: what is a word, what stands between, and what no name should hold.

Everything later works on *letter positions*: the letters of all words, folded and without what stands between
them. `start` and `end` lead from a letter back to its place in the raw text, so that every finding can be shown
where it stands. Character classes follow the Unicode general categories; what belongs to an emoji follows UTS 51.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Literal, NamedTuple

from fanpage_names.text.decoded import Decoded
from fanpage_names.text.fold import fold_letters
from fanpage_names.text.lookalike import LOOKALIKES

FaultKind = Literal["decomposed", "invisible", "lookalike"]
CharClass = Literal["word", "mark", "space", "invisible", "symbol", "punctuation"]

VIETNAMESE = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư" + "".join(map(chr, range(0x1EA0, 0x1EFA)))
"""The letters of Vietnamese that are not ASCII."""

_PLAIN = re.compile(f"[A-Za-z0-9{VIETNAMESE}]+(?: [A-Za-z0-9{VIETNAMESE}]+)*")
_SIMPLE = re.compile(f"[ -~\\s{VIETNAMESE}\u00ab\u00b7\u00bb\u2010-\u2027]*")
"""Letters, and characters that can only stand between words."""
_WORDS = re.compile(f"[A-Za-z0-9{VIETNAMESE}]+")
_LETTERS = re.compile(f"(?:[A-Za-z0-9{VIETNAMESE}](?![^ -~\u00a0{VIETNAMESE}]))+")
"""Letters that nothing after them can change: what comes after is no combining mark and no selector."""
# What continues an emoji after its first code point: modifiers, selectors, joiner, tags, the keycap (UTS 51).
_EMOJI_TAIL = re.compile("(?:[\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]|\u200d.?)+", re.DOTALL)
_KEYCAP = re.compile("[0-9#*]\ufe0f?\u20e3")
_FILLERS = frozenset("\u034f\u115f\u1160\u3164\uffa0\u17b4\u17b5")


@lru_cache(maxsize=4096)
def char_class(char: str) -> CharClass:
    """Return what one code point is within a name, by its Unicode general category."""
    if char.isspace():
        return "space"
    category = unicodedata.category(char)
    selects = "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
    if selects or char in _FILLERS or category in {"Cf", "Cc", "Cs"}:
        return "invisible"
    if category[0] == "M":
        return "mark"
    if category[0] in "LN":
        return "word"
    if category[0] == "P" or char < "\x80":
        return "punctuation"
    return "symbol"


class CharFault(NamedTuple):
    """A character that no name should hold, at its place in the raw text, and what should stand there."""

    kind: FaultKind
    start: int
    end: int
    expected: str


class Line(NamedTuple):
    """A text, its letters and its words.

    Attributes:
        text: the text; decoded, where it was in another encoding. All places are offsets into it.
        letters: the folded letters of all words, without what stands between (`fold_letters`), a character each.
        clean: what each letter is when written rightly: NFC, look-alikes replaced; as long as `letters`.
        bounds: the letter positions at which words begin, and the number of letters at the end.
        shifts: for each word, how much further its letters stand in `text` than in `letters`; empty where a letter may
            be more than one character there.
        edges: where each letter begins and ends in `text`, where `shifts` does not say it; else empty.
        odd: those of `bounds` before which something else than a single space stands; the first and the last one where
            anything stands there.
        faults: characters to be mended within words or beside them, in order.
        plain: the text is words with single spaces between, and nothing else.
        decoding: the name of the encoding or typing it was decoded from; None for a text as it came.
        places: from offsets into `text` to offsets into the text as it came; empty where they are the same.
        length: how many characters the text has when it is composed.
    """

    text: str
    letters: str
    clean: Sequence[str]
    bounds: tuple[int, ...]
    shifts: Sequence[int] = ()
    edges: Sequence[tuple[int, int]] = ()
    odd: Sequence[int] = ()
    faults: tuple[CharFault, ...] = ()
    plain: bool = False
    decoding: str | None = None
    places: Sequence[int] = ()
    length: int = 0

    def written(self, start: int, end: int) -> str:
        """Return the clean text of the letters from `start` to `end`, without what stands between words."""
        clean = self.clean[start:end]
        return clean if isinstance(clean, str) else "".join(clean)

    def start(self, letter: int) -> int:
        """Return where a letter begins in `text`."""
        return letter + self.shifts[bisect_right(self.bounds, letter) - 1] if self.shifts else self.edges[letter][0]

    def end(self, last: int) -> int:
        """Return where the letter before letter `last` ends in `text`."""
        return last + self.shifts[bisect_left(self.bounds, last) - 1] if self.shifts else self.edges[last - 1][1]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in `text` of the letters from `start` to `end` (at least one)."""
        return self.start(start), self.end(end)

    def gap(self, at: int) -> tuple[int, int]:
        """Return the place in `text` of what stands before letter `at`, or after the last letter."""
        return self.end(at) if at else 0, self.start(at) if at < len(self.letters) else len(self.text)


def read_line(raw: str) -> Line:
    """Return the line that `raw` is."""
    if _PLAIN.fullmatch(raw):
        return _plain_line(raw)
    if _SIMPLE.fullmatch(raw):
        return _simple_line(raw)
    return _Reader(raw).line()


def read_decoded(decoded: Decoded, decoding: str) -> Line:
    """Return the line that `decoded` is; `decoding` names how it was decoded."""
    return read_line(decoded.text)._replace(decoding=decoding, places=decoded.starts)


def _plain_line(raw: str) -> Line:
    words = raw.split(" ")
    clean = "".join(words)
    bounds = (0, *accumulate(map(len, words)))
    return Line(raw, fold_letters(clean), clean, bounds, range(len(words)), plain=True, length=len(raw))


def _simple_line(raw: str) -> Line:
    """The line of a text of rightly written letters, whatever stands between them."""
    bounds: list[int] = []
    shifts: list[int] = []
    odd: list[int] = []
    words: list[str] = []
    letters, at, between = 0, 0, ""
    for match in _WORDS.finditer(raw):
        start = match.start()
        if raw[at:start] != between:
            odd.append(letters)
        bounds.append(letters)
        shifts.append(start - letters)
        words.append(match[0])
        at, between = match.end(), " "
        letters += at - start
    if at < len(raw):
        odd.append(letters)
    clean = "".join(words)
    return Line(raw, fold_letters(clean), clean, (*bounds, letters), shifts, odd=odd, length=len(raw))


class _Reader:
    """Reads one text that is more than words and single spaces."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.clean: list[str] = []
        self.edges: list[tuple[int, int]] = []
        self.bounds: list[int] = []
        self.odd: list[int] = []
        self.faults: list[CharFault] = []

    def line(self) -> Line:
        raw = self.raw
        self._read()
        if len(self.faults) > 1:
            self._merge_decomposed()
        joined = "".join(self.clean)
        single = len(joined) == len(self.clean)
        letters = fold_letters(joined if single else "".join([text[0] for text in self.clean]))
        if raw[self.edges[-1][1] if self.edges else 0 :]:
            self.odd.append(len(letters))
        return Line(
            raw,
            letters,
            joined if single else self.clean,
            (*self.bounds, len(letters)),
            (),
            self.edges,
            self.odd,
            tuple(self.faults),
            length=len(raw if raw.isascii() else unicodedata.normalize("NFC", raw)),
        )

    def _read(self) -> None:
        raw, place, in_word = self.raw, 0, False
        while place < len(raw):
            run = _LETTERS.search(raw, place)
            stop, end = run.span() if run else (len(raw), 0)
            while place < stop:
                if raw[place] == " ":
                    in_word, place = False, place + 1
                else:
                    in_word, place = self._other(place, in_word)
            if run and place == stop:
                if not in_word:
                    self._begin(place)
                self.clean += raw[place:end]
                self.edges += pairwise(range(place, end + 1))
                in_word, place = True, end

    def _other(self, place: int, in_word: bool) -> tuple[bool, int]:
        """Take what is no plain letter and no space; return whether a word goes on after it, and where it ends."""
        what = char_class(self.raw[place])
        if what == "punctuation" and self.raw[place] not in "#*":
            return False, place + 1
        if emoji := emoji_at(self.raw, place):
            return False, emoji
        if what in {"word", "mark"}:
            if not in_word:
                self._begin(place)
            return True, self._letter(place)
        if what == "invisible":
            return in_word, self._invisible(place)
        return False, place + 1

    def _begin(self, place: int) -> None:
        """Begin a word at `place`."""
        before, space = (self.edges[-1][1], " ") if self.edges else (0, "")
        if self.raw[before:place] != space:
            self.odd.append(len(self.clean))
        self.bounds.append(len(self.clean))

    def _invisible(self, place: int) -> int:
        end = place + 1
        while end < len(self.raw) and char_class(self.raw[end]) == "invisible":
            end += 1
        self.faults.append(CharFault("invisible", place, end, ""))
        return end

    def _letter(self, place: int) -> int:
        """Take a letter with the marks after it; invisible characters between them are noted and passed."""
        raw, end, cluster = self.raw, place + 1, raw_letter(self.raw[place])
        if cluster != raw[place]:
            self.faults.append(CharFault("lookalike", place, end, cluster))
        while end < len(raw) and char_class(raw[end]) == "mark":
            cluster += raw[end]
            end += 1
        text = unicodedata.normalize("NFC", cluster)
        if not unicodedata.is_normalized("NFC", raw[place:end]):
            self.faults.append(CharFault("decomposed", place, end, text))
        self.clean.append(text)
        self.edges.append((place, end))
        return end

    def _merge_decomposed(self) -> None:
        """Make one fault of all that is decomposed: a keyboard or a system writes a whole text that way."""
        decomposed = [fault for fault in self.faults if fault.kind == "decomposed"]
        if len(decomposed) > 1:
            start, end = decomposed[0].start, decomposed[-1].end
            whole = CharFault("decomposed", start, end, unicodedata.normalize("NFC", self.raw[start:end]))
            self.faults = sorted(
                [fault for fault in self.faults if fault.kind != "decomposed"] + [whole],
                key=lambda fault: fault.start,
            )


def raw_letter(char: str) -> str:
    """Return the letter that `char` looks like, where it is no letter of Vietnamese; else `char`."""
    return char if char < "\x80" else char.translate(LOOKALIKES)


def emoji_at(raw: str, place: int) -> int:
    """Return where the symbol or emoji that begins at `place` ends; 0 where none does."""
    if keycap := _KEYCAP.match(raw, place):
        return keycap.end()
    if char_class(raw[place]) != "symbol":
        return 0
    end = place + 1
    while tail := _EMOJI_TAIL.match(raw, end):
        end = tail.end()
    return end
