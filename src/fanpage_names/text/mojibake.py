"""UTF-8 text that was read as windows-1252 or Latin-1: "Háº£i Háº­u".

Source: the UTF-8 bytes of the Vietnamese letters; windows-1252 as the Unicode Consortium maps it. It leaves
the bytes 81, 8D, 8F, 90, 9D undefined: some programs keep them as controls, others drop them or write "?".
Byte A0 is a no-break space, often turned into a plain one. A lost byte is put back only where just one
syllable comes of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate, product
from math import prod
from typing import NamedTuple

from fanpage_names.text.decoded import Decoded, Piece, join_pieces
from fanpage_names.text.syllable import is_syllable

_BYTES = {
    ord(bytes((byte,)).decode("cp1252")): byte
    for byte in range(0x80, 0xA0)
    if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
"""The characters of windows-1252 that are not at the place of their byte."""

_WHOLE = r"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
_CUT = r"(?:\xc3|\xc4|\xc6|\xe1\xba|\xe1\xbb)(?![\x80-\xbf])[ ?\ufffd]?"
_SEQUENCE = re.compile(f"(?P<whole>{_WHOLE})|(?P<cut>{_CUT})")
_SURE = re.compile(f"{_WHOLE}|\xe1[\xba\xbb]|\xc4")

_UNDEFINED = {"\xc3": "ÁÍÝ", "\xc4": "Đ", "\xe1\xbb": "ềọỏờỐ"}
_SPACE = {"\xc3": "à", "\xc6": "Ơ", "\xe1\xba": "Ạ", "\xe1\xbb": "Ỡ"}
_MOST_READINGS = 64


def decode_mojibake(raw: str) -> Decoded | None:
    """Return `raw` decoded where it is UTF-8 read as a one-byte code page, once or twice; else None."""
    once = _decode_once(raw)
    twice = _decode_once(once.text) if once else None
    return twice.of(once) if once and twice else once


def decode_all_utf8(raw: str) -> Decoded | None:
    """Return `raw` decoded as one text of which no byte is lost, as often as it can be; None where it cannot."""
    decoded: Decoded | None = None
    text = raw
    while "áº" in text or "á»" in text or "Ã" in text:
        try:
            text = text.translate(_BYTES).encode("latin-1").decode("utf-8")
        except UnicodeError:
            break
        once = Decoded(text, (*accumulate([len(char.encode()) for char in text], initial=0),))
        decoded = once.of(decoded) if decoded else once
    return decoded


def _decode_once(raw: str) -> Decoded | None:
    read = raw.translate(_BYTES)
    if not _SURE.search(read):
        return None
    in_capitals = not re.search("[a-z]", raw)
    pieces = (piece for word in _words(_tokens(raw, read)) for piece in _settle(word, in_capitals))
    return join_pieces(pieces, raw)


class _Token(NamedTuple):
    """A character that was written, as it was read.

    Attributes:
        start: its offset in the raw text.
        raw: its text there.
        readings: what it can have been; none where nobody can know.
    """

    start: int
    raw: str
    readings: tuple[str, ...]


def _tokens(raw: str, read: str) -> Iterator[_Token]:
    """Yield the characters of `raw`, whose code points as bytes are in `read`."""
    end = 0
    for match in _SEQUENCE.finditer(read):
        yield from (_Token(at, raw[at], (raw[at],)) for at in range(end, match.start()))
        end = match.end()
        written = raw[match.start() : end]
        yield _Token(match.start(), written, _whole(match) if match["whole"] else _cut(match))
    yield from (_Token(at, raw[at], (raw[at],)) for at in range(end, len(raw)))


def _whole(match: re.Match[str]) -> tuple[str, ...]:
    try:
        return (match[0].encode("latin-1").decode("utf-8"),)
    except UnicodeDecodeError:
        return ()


def _cut(match: re.Match[str]) -> tuple[str, ...]:
    """Return what a sequence that lost its last byte can have been."""
    lead = match[0].rstrip(" ?\ufffd")
    tail = match[0][len(lead) :]
    undefined, space = _UNDEFINED.get(lead, ""), _SPACE.get(lead, "")
    if tail == " ":
        return (*space, *(f"{letter} " for letter in space + undefined))
    return (*undefined, *space) if not tail and match.end() == len(match.string) else tuple(undefined)


def _words(tokens: Iterable[_Token]) -> Iterator[list[_Token]]:
    """Yield the tokens word by word; what stands between words is a word of its own."""
    word: list[_Token] = []
    for token in tokens:
        if len(token.raw) == 1 and not token.raw.isalpha() and token.readings == (token.raw,):
            yield word
            yield [token]
            word = []
        else:
            word.append(token)
    yield word


def _settle(word: list[_Token], in_capitals: bool) -> Iterator[Piece]:
    """Yield the pieces of a word; where its readings leave a doubt, what was cut stays as it was read."""
    reading = _only_reading(word, in_capitals)
    for at, token in enumerate(word):
        text = reading[at] if reading else token.readings[0] if len(token.readings) == 1 else token.raw
        if text == token.raw:
            yield from ((letter, token.start + number) for number, letter in enumerate(text))
        else:
            yield text.rstrip(" "), token.start
            yield text[1:] and " ", token.start + len(token.raw) - 1


def _only_reading(word: list[_Token], in_capitals: bool) -> tuple[str, ...] | None:
    """Return the one reading of a word in doubt that makes Vietnamese of it; None if there are more or none.

    A space within the word counts as a lost byte before it counts as a space.
    """
    if _is_word("".join(token.raw for token in word), in_capitals):
        return None
    choices = [token.readings or (token.raw,) for token in word]
    if not 1 < prod(map(len, choices)) <= _MOST_READINGS:
        return None
    readings = [
        reading
        for reading in product(*choices)
        if all(_is_word(part, in_capitals) for part in "".join(reading).split())
    ]
    spaces = ["".join(reading).count(" ") for reading in readings]
    best = [reading for reading, count in zip(readings, spaces, strict=True) if count == min(spaces)]
    return best[0] if len(best) == 1 else None


def _is_word(text: str, in_capitals: bool) -> bool:
    cases = (text.upper(),) if in_capitals else (text.lower(), text.capitalize())
    return text in cases and is_syllable(text)
