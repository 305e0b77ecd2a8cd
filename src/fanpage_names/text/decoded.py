"""Text that was written in another way, decoded, with the way back to what was written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple, overload
from unicodedata import combining, is_normalized, normalize

from fanpage_names.text.syllable import is_syllable

Piece = tuple[str, int]
"""Decoded text, and the offset in the raw text where it begins."""


WordDecoder = Callable[[str], Sequence[Piece] | None]

_SMALL = "a-zàáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
_JOINED = re.compile(f"[^\\W\\d_{_SMALL}]*[{_SMALL}]+|[^\\W\\d_{_SMALL}]+")


class Decoded(NamedTuple):
    """A decoded text.

    Attributes:
        text: the text, NFC.
        starts: for each of its characters the offset (code points) in the raw text where that begins;
            at the end the length of the raw text. Never decreasing.
    """

    text: str
    starts: Sequence[int]

    def of(self, inner: Decoded) -> Decoded:
        """Return this decoding of `inner.text` as one of what `inner` was decoded from."""
        return Decoded(self.text, tuple(inner.starts[start] for start in self.starts))


class LazyStarts(Sequence[int]):
    """The starts of a decoded text, worked out when one between its ends is first asked for.

    Args:
        raw: the raw text.
        length: of the decoded text.
        work_out: returns them all.
    """

    def __init__(self, raw: str, length: int, work_out: Callable[[], Sequence[int]]) -> None:
        self._ends = {0: 0, length: len(raw)}
        self._length = length + 1
        self._work_out = work_out

    @cached_property
    def _all(self) -> Sequence[int]:
        return self._work_out()

    @overload
    def __getitem__(self, place: int) -> int: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[int]: ...
    def __getitem__(self, place: int | slice) -> int | Sequence[int]:
        """Return where the character at `place` begins, or several of them."""
        known = self._ends.get(place) if isinstance(place, int) else None
        return self._all[place] if known is None else known

    def __len__(self) -> int:
        """Return how many there are."""
        return self._length


def join_pieces(pieces: Iterable[Piece], raw: str) -> Decoded | None:
    """Return the pieces as one text; None where it says the same as `raw`."""
    known = list(pieces)
    text = "".join([text for text, _ in known])
    starts = [start for text, start in known for _ in text]
    if not is_normalized("NFC", text):
        composed = list(_compose(zip(text, starts, strict=True)))
        text, starts = "".join([letter for letter, _ in composed]), [start for _, start in composed]
    if text == normalize("NFC", raw):
        return None
    return Decoded(text, (*starts, len(raw)))


def _compose(letters: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the letters NFC; a composed one begins where its first part did."""
    cluster = ""
    starts: list[int] = []
    for letter, start in ((part, at) for text, at in letters for part in normalize("NFC", text)):
        if not combining(letter):
            cluster = normalize("NFC", cluster)
            if is_normalized("NFC", cluster + letter):
                yield from zip(cluster, starts, strict=False)
                cluster, starts = "", []
        cluster += letter
        starts.append(start)
    yield from zip(normalize("NFC", cluster), starts, strict=False)


def decode_codes(raw: str, code: re.Pattern[str], letters: Mapping[str, str]) -> Decoded | None:
    """Return `raw` with each piece that `code` matches as its letter; None where that says the same.

    Args:
        raw: the text.
        code: what stands for a letter, or any one character.
        letters: the letters by what stands for them, each one character; what is not among them is one character, too,
            and stays.
    """
    codes = code.findall(raw)
    text = "".join([letters.get(piece, piece) for piece in codes])
    return Decoded(text, (*accumulate(map(len, codes), initial=0),)) if text != raw else None


def decode_words(raw: str, word: re.Pattern[str], decode: WordDecoder, unsure: bool) -> Decoded | None:
    """Decode the words of `raw` that are written in an encoding; words of right Unicode beside them stay.

    A word is taken for encoded where it reads as Vietnamese only when decoded. One that reads as Vietnamese
    in both ways, or in neither, goes with the word before it, else with the word after it.

    Args:
        raw: the text.
        word: what a word is.
        decode: from a word to its pieces, with offsets into the word; None where it cannot be so written.
        unsure: whether to decode where no word of the text tells, unless it is right as it stands.
    """
    words = list(word.finditer(raw))
    decoded = [decode(match[0]) for match in words]
    if not any(decoded):
        return None
    verdicts = [_is_encoded(match[0], pieces) for match, pieces in zip(words, decoded, strict=True)]
    before = next((verdict for verdict in verdicts if verdict is not None), unsure and is_told(raw, word))
    letters: list[Piece] = []
    end = 0
    for match, pieces, verdict in zip(words, decoded, verdicts, strict=True):
        before = before if verdict is None else verdict
        if before and pieces is not None:
            letters += _plain(raw, end, match.start())
            letters += [(text, match.start() + at) for text, at in pieces]
            end = match.end()
    letters += _plain(raw, end, len(raw))
    return join_pieces(letters, raw)


def is_told(raw: str, word: re.Pattern[str]) -> bool:
    """Tell whether `raw` shows that it is in an encoding: some word with other letters than ASCII is not Vietnamese.

    "Hoàng" may be "Hồng" in VNI-Windows, but is right as it stands.
    """
    return any(not found.isascii() and not reads_as_vietnamese(found) for found in word.findall(raw))


def _is_encoded(word: str, pieces: Sequence[Piece] | None) -> bool | None:
    """Tell whether `word` stands for its decoded pieces; None where it does not tell."""
    if pieces is None:
        return None if word.isascii() else False
    text = "".join([letters for letters, _ in pieces])
    if text == word or (encoded := reads_as_vietnamese(text)) == reads_as_vietnamese(word):
        return None
    return encoded


def reads_as_vietnamese(word: str) -> bool:
    """Tell whether `word` (NFC) is a Vietnamese syllable, or several joined, each with a capital."""
    if is_syllable(word):
        return True
    joined = word.rstrip(".?'")
    if joined == word and word[1:].islower():
        return False
    parts = _JOINED.findall(joined)
    return "".join(parts) == joined and bool(parts) and all(map(is_syllable, parts))


def _plain(raw: str, start: int, end: int) -> Iterator[Piece]:
    return zip(raw[start:end], range(start, end), strict=True)
