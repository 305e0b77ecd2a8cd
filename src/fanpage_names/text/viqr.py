"""VIQR, Vietnamese in plain ASCII with the marks typed after the letter: "Ha?i Ha^.u", "DDi.nh".

Source: RFC 1456. A backslash before a mark makes it punctuation; `*` is a common other way to write the horn.
"""

from __future__ import annotations

import re
from itertools import product

from fanpage_names.text.decoded import Decoded, Piece, decode_codes, decode_words, reads_as_vietnamese
from fanpage_names.text.letters import (
    ACUTE,
    BAR,
    BREVE,
    CIRCUMFLEX,
    DOT,
    GRAVE,
    HOOK,
    HORN,
    TILDE,
    join_letter,
)

_TONES = {"`": GRAVE, "?": HOOK, "~": TILDE, "'": ACUTE, ".": DOT, "": ""}
_MARKS = {"(": BREVE, "^": CIRCUMFLEX, "+": HORN, "*": HORN, "d": BAR, "D": BAR, "": ""}
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|(?<=[aeiouyAEIOUY(^+*])[(^+*'`?~.]|\\[(^+*'`?~.dD\\])*")
_LETTER = re.compile(
    r"\\(?P<literal>[(^+*'`?~.dD\\])|"
    r"(?P<base>(?P<a>a)|(?P<e>e)|(?P<o>o)|(?P<u>u)|(?P<d>d)|[iy])"
    r"(?P<mark>(?(a)[(^]?)(?(e)\^?)(?(o)[\^+*]?)(?(u)[+*]?)(?(d)d))(?P<tone>(?(d)|[`?~'.]?))|"
    r"(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_ANY = re.compile(r"[aeiouy][(^+*'`?~.]|dd", re.IGNORECASE)
_CODES = {
    base + mark + tone: join_letter(base, _MARKS[mark], _TONES[tone])
    for bases, marks in (("aA", "(^"), ("eE", "^"), ("oO", "^+*"), ("uU", "+*"), ("iIyY", ""))
    for base, mark, tone in product(bases, ("", *marks), _TONES)
} | {"dd": "đ", "Dd": "Đ", "DD": "Đ", "dD": "đ"}
_CODE = re.compile(
    "[aA][(^]?[`?~'.]?|[eE]\\^?[`?~'.]?|[oO][\\^+*]?[`?~'.]?|[uU][+*]?[`?~'.]?|[iIyY][`?~'.]?|[dD]{2}|.", re.DOTALL
)
_STOP = (".", "?", "'")


def decode_viqr(raw: str) -> Decoded | None:
    """Return `raw` decoded where words of it are in VIQR; None where none can be.

    A full stop, question mark or apostrophe after a word is a mark only where other words are in VIQR, too.
    """
    return decode_words(raw, _WORD, _decode_word, unsure=False) if _ANY.search(raw) else None


def decode_all_viqr(raw: str) -> Decoded | None:
    """Return `raw` decoded as one text in VIQR, without asking of each word whether it is."""
    return decode_codes(raw, _CODE, _CODES)


def _decode_word(word: str) -> list[Piece] | None:
    if not word.isascii():
        return None
    pieces = [_piece(match) for match in _LETTER.finditer(word)]
    if word.endswith(_STOP) and not _reads(pieces):
        shorter = [_piece(match) for match in _LETTER.finditer(word[:-1])]
        if _reads(shorter):
            return [*shorter, (word[-1], len(word) - 1)]
    return pieces


def _reads(pieces: list[Piece]) -> bool:
    return reads_as_vietnamese("".join(letter for letter, _ in pieces))


def _piece(match: re.Match[str]) -> Piece:
    if not match["base"]:
        return match["literal"] or match["other"], match.start()
    return join_letter(match["base"], _MARKS[match["mark"]], _TONES[match["tone"]]), match.start()
