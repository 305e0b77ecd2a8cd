"""Telex and VNI typing that no input method composed: "Mawtj traanj", "Ma85t tra65n".

Source: the two input methods, as Vietnamese keyboards document them. The key of a mark comes anywhere after
its letter, at the latest at the end of the syllable; the tone mark goes where the old placement puts it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from fanpage_names.text.decoded import Decoded, Piece, decode_words
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
from fanpage_names.text.syllable import has_syllable_shape, is_syllable, place_tone

TELEX_TONES = dict(zip("sfrxj", (ACUTE, GRAVE, HOOK, TILDE, DOT), strict=True))
VNI_TONES = dict(zip("12345", (ACUTE, GRAVE, HOOK, TILDE, DOT), strict=True))

# A syllable in plain letters and keys. Where a capital follows a small letter, two are joined.
_TELEX_WORD = re.compile(r"(?:(?<![^\W\d_a-z])[A-Z]++[a-z]*+|(?<![^\W_])[a-z]++)(?![^\W_A-Z])")
_VNI_WORD = re.compile(r"(?:(?<![^\W\d_a-z])[A-Z][A-Z0-9]*+[a-z0-9]*+|(?<![^\W_])[a-z][a-z0-9]*+)(?![^\W_A-Z])")
_TELEX_KEY = re.compile(r"[AEIOUY][A-Z]{0,9}[SFRXJ]|W|D[A-Z]{0,9}D|([AEO])[A-Z]{0,9}\1", re.IGNORECASE)
_VNI_KEY = re.compile("[A-Za-z][0-9]")
_LONGEST = 2 * len("nghieengx")


@dataclass(slots=True)
class _Typed:
    """A syllable while it is typed: its letters with their marks and offsets, and its tone."""

    letters: str = ""
    marks: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    tone: str = ""

    def type(self, letter: str, at: int, mark: str = "") -> bool:
        """Add a letter."""
        self.letters += letter
        self.marks.append(mark)
        self.starts.append(at)
        return True

    def set_tone(self, tone: str) -> bool:
        """Give the syllable a tone; tell whether it has a vowel to carry it, and had no tone before."""
        free = self.has_vowel() and not self.tone
        self.tone = tone
        return free

    def has_vowel(self) -> bool:
        """Tell whether a vowel was typed."""
        return not set(self.letters.lower()).isdisjoint("aeiouy")

    def mark(self, bases: str, mark: str) -> bool:
        """Put `mark` on the last of the letters `bases` that has none; tell whether there is one."""
        for at in reversed(range(len(self.letters))):
            if self.letters[at].lower() in bases and not self.marks[at]:
                self.marks[at] = mark
                return True
        return False

    def bar(self) -> bool:
        """Make the first letter đ; tell whether it is a d."""
        is_d = self.letters[:1] in ("d", "D") and not self.marks[0]
        if is_d:
            self.marks[0] = BAR
        return is_d

    def horn(self) -> bool:
        """Make ươ of uo, else ư of the first u outside qu, else ơ of o; tell whether there is any."""
        small = self.letters.lower()
        first = self._first_vowel()
        pair = small.find("uo", first)
        if pair >= 0 and self.marks[pair] in ("", HORN) and not self.marks[pair + 1]:
            self.marks[pair : pair + 2] = [HORN, HORN]
            return True
        u = small.find("u", first)
        if u >= 0 and not self.marks[u]:
            self.marks[u] = HORN
            return True
        return self.mark("o", HORN)

    def _first_vowel(self) -> int:
        """Return the offset before which no u is a vowel."""
        return 2 if self.letters.lower().startswith("qu") else 0

    def written(self) -> str:
        """Return the syllable as an input method writes it."""
        pair = self.letters.lower().find("uo", self._first_vowel())
        if pair >= 0 and HORN in self.marks[pair : pair + 2]:
            # ươ needs a letter after it, uơ has none: "trường", "thuở".
            self.marks[pair : pair + 2] = [HORN if pair + 2 < len(self.letters) else "", HORN]
        return place_tone("".join(map(join_letter, self.letters, self.marks)), self.tone)


def decode_telex(raw: str) -> Decoded | None:
    """Return `raw` with the words composed that are Telex typing; None where there are none."""
    if not _TELEX_KEY.search(raw):
        return None
    return decode_words(raw, _TELEX_WORD, _compose_telex, unsure=False)


def decode_vni_keys(raw: str) -> Decoded | None:
    """Return `raw` with the words composed that are VNI typing; None where there are none."""
    if not _VNI_KEY.search(raw):
        return None
    return decode_words(raw, _VNI_WORD, _compose_vni, unsure=True)


def _compose_telex(word: str) -> list[Piece] | None:
    return _compose(word, _press_telex) if _TELEX_KEY.search(word) else None


def _compose_vni(word: str) -> list[Piece] | None:
    return _compose(word, _press_vni) if _VNI_KEY.search(word) else None


_Press = Callable[[_Typed, str, int], bool]
"""Types a key, with its offset; returns whether the key means anything there."""


def _compose(word: str, press: _Press) -> list[Piece] | None:
    """Return the syllable, or the two joined syllables, that the keys of `word` make."""
    if len(word) > _LONGEST:
        return None
    if whole := _syllable(word, press, has_syllable_shape):
        return whole
    pairs = [
        [*first, *((letter, at + cut) for letter, at in second)]
        for cut in range(2, len(word) - 1)
        if (first := _syllable(word[:cut], press, is_syllable))
        and (second := _syllable(word[cut:], press, is_syllable))
    ]
    return pairs[0] if len(pairs) == 1 else None


def _syllable(keys: str, press: _Press, accept: Callable[[str], bool]) -> list[Piece] | None:
    typed = _Typed()
    if not all(press(typed, key, at) for at, key in enumerate(keys)):
        return None
    text = typed.written()
    return list(zip(text, typed.starts, strict=True)) if accept(text) else None


def _press_telex(typed: _Typed, key: str, at: int) -> bool:
    small = key.lower()
    if small in TELEX_TONES and typed.has_vowel():
        return typed.set_tone(TELEX_TONES[small])
    if small == "w":
        return (
            ("oa" in typed.letters.lower() and typed.mark("a", BREVE))
            or typed.horn()
            or typed.mark("a", BREVE)
            or (not typed.has_vowel() and typed.type("u" if key == "w" else "U", at, HORN))
        )
    if (small in "aeo" and typed.mark(small, CIRCUMFLEX)) or (small == "d" and typed.bar()):
        return True
    return typed.type(key, at)


def _press_vni(typed: _Typed, key: str, at: int) -> bool:
    if key in VNI_TONES:
        return typed.set_tone(VNI_TONES[key])
    match key:
        case "6":
            return typed.mark("aeo", CIRCUMFLEX)
        case "7":
            return typed.horn()
        case "8":
            return typed.mark("a", BREVE)
        case "9":
            return typed.bar()
        case _:
            return typed.type(key, at)
