"""Any text as a line, letter by letter with the marks after it: slow, and there is nothing that it does not read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from fanpage_names.text.fold import fold_letters
from fanpage_names.text.line import VIETNAMESE, CharFault, Line, char_class, emoji_at
from fanpage_names.text.lookalike import LOOKALIKES

_LETTERS = re.compile(f"(?:[A-Za-z0-9{VIETNAMESE}](?![^ -~\u00a0{VIETNAMESE}]))+")
"""Letters that nothing after them can change: what comes after is no combining mark and no selector."""


class ClusterReader:
    """Reads one text, whatever it holds."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.clean: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.bounds: list[int] = []
        self.odd: list[int] = []
        self.faults: list[CharFault] = []

    def line(self) -> Line:
        """Return the line that the text is."""
        raw = self.raw
        self._read()
        joined = "".join(self.clean)
        single = len(joined) == len(self.clean)
        letters = fold_letters(joined if single else "".join([text[0] for text in self.clean]))
        if raw[self.ends[-1] if self.ends else 0 :]:
            self.odd.append(len(letters))
        return Line(
            raw,
            letters,
            joined if single else self.clean,
            (*self.bounds, len(letters)),
            (0,) * len(self.bounds),
            self.starts,
            self.ends,
            self.odd,
            in_order(self.raw, self.faults),
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
                self.starts += range(place, end)
                self.ends += range(place + 1, end + 1)
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
        before, space = (self.ends[-1], " ") if self.ends else (0, "")
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
        replaced = end == place + 1 and cluster != raw[place]
        if not replaced and not unicodedata.is_normalized("NFC", raw[place:end]):
            self.faults.append(CharFault("decomposed", place, end, text))
        self.clean.append(text)
        self.starts.append(place)
        self.ends.append(end)
        return end


def raw_letter(char: str) -> str:
    """Return the letter that `char` looks like, where it is no letter of Vietnamese; else `char`."""
    return char if char < "\x80" else char.translate(LOOKALIKES)


def in_order(raw: str, faults: Sequence[CharFault]) -> tuple[CharFault, ...]:
    """Return the faults of a text by place, with all that is decomposed as one.

    A keyboard or a system writes a whole text that way.
    """
    if len(faults) < 2:
        return tuple(faults)
    decomposed = [fault for fault in faults if fault.kind == "decomposed"]
    if len(decomposed) > 1:
        start, end = decomposed[0].start, decomposed[-1].end
        whole = CharFault("decomposed", start, end, unicodedata.normalize("NFC", raw[start:end]))
        faults = [*(fault for fault in faults if fault.kind != "decomposed"), whole]
    return tuple(sorted(faults, key=lambda fault: fault.start))
