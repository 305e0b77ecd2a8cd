"""Telex and VNI typing read syllable by syllable from a table of rhymes: quick, for texts that are nothing but typing.

Source: as in `fanpage_names.text.keystrokes`, which reads any word, joined ones and odd orders of keys among them. Here
a syllable is an onset and a rhyme of the language; the keys of marks stand after their letter, and the tone key after
the first vowel.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product

from fanpage_names.text.decoded import Decoded
from fanpage_names.text.letters import ACUTE, DOT, GRAVE, HOOK, TILDE, VOWEL_MARKS, split_letter
from fanpage_names.text.syllable import RHYMES, place_tone

_TONES = (ACUTE, GRAVE, HOOK, TILDE, DOT)
_VOWEL = frozenset("aeiouyw")
_SYLLABLE = re.compile("(qu|gi(?=[aeouy])|[bcdghklmnpqrstvx]*)([aeiouyw].*)")
_WORD = re.compile(r"[^\W_]+|.", re.DOTALL)


def decode_all_telex(raw: str) -> Decoded | None:
    """Return `raw` as the syllables that its Telex keys make; None where a word makes none."""
    return _decode(raw, "Telex", "sfrxj", "d")


def decode_all_vni_keys(raw: str) -> Decoded | None:
    """Return `raw` as the syllables that its VNI keys make; None where a word makes none."""
    return _decode(raw, "VNI", "12345", "9")


def _decode(raw: str, typing: str, tones: str, bar: str) -> Decoded | None:
    rhymes, by_key = _rhymes(typing), dict(zip(tones, _TONES, strict=True))
    texts: list[str] = []
    starts: list[int] = []
    for match in _WORD.finditer(raw):
        word, at = match[0], match.start()
        small = word.lower()
        if not word.isascii() or _VOWEL.isdisjoint(small):
            texts.append(word)
            starts += range(at, match.end())
            continue
        syllable = _compose(small, rhymes, by_key, bar)
        if syllable is None:
            return None
        texts.append(_in_case(syllable, word))
        starts += _starts(syllable, small, at)
    text = "".join(texts)
    return Decoded(text, (*starts, len(raw))) if text != raw else None


def _compose(word: str, rhymes: Mapping[str, str], tones: Mapping[str, str], bar: str) -> str | None:
    """The syllable that the keys of a word in small letters make."""
    barred = word[0] == "d" and bar in word[1:]
    if barred:
        word = "d" + word[1:].replace(bar, "", 1)
    match = _SYLLABLE.fullmatch(word)
    if match is None:
        return None
    onset, keys = match[1], match[2]
    tone = ""
    for key in keys:
        if key in tones:
            if tone:
                return None
            tone = key
    rhyme = rhymes.get(keys.replace(tone, "") if tone else keys)
    if rhyme is None:
        return None
    return ("đ" if barred else onset) + (_toned(rhyme, tones[tone]) if tone else rhyme)


def _in_case(syllable: str, word: str) -> str:
    """The syllable in the case of its keys."""
    if word[0].islower():
        return syllable
    return syllable.upper() if word[1:].isupper() else syllable[0].upper() + syllable[1:]


def _starts(syllable: str, keys: str, at: int) -> Iterator[int]:
    """Yield where the key of each letter of a syllable is, counted from `at`."""
    place = 0
    for letter in syllable:
        place = keys.index(split_letter(letter).base, place)
        yield at + place
        place += 1


@cache
def _toned(rhyme: str, tone: str) -> str:
    return place_tone(rhyme, tone)


@cache
def _rhymes(typing: str) -> Mapping[str, str]:
    """All ways to type each rhyme without its tone; where a key can be that of a mark, it is (oo is ô)."""
    found: dict[str, str] = {}
    for rhyme in sorted(RHYMES, key=str.isascii):
        for keys in _typed(rhyme, typing):
            found.setdefault(keys, rhyme)
    return found


def _typed(rhyme: str, typing: str) -> set[str]:
    """The ways to type a rhyme: the key of each mark somewhere after its letter."""
    letters = [split_letter(letter) for letter in rhyme]
    base = "".join([letter.base for letter in letters])
    marked = [
        (place, letter.base if typing == "Telex" and letter.mark == VOWEL_MARKS[0] else _KEYS[typing][letter.mark])
        for place, letter in enumerate(letters)
        if letter.mark
    ]
    ways = set()
    for keyed in (marked, marked[1:]) if rhyme.startswith("ươ") else (marked,):
        for places in product(*(range(place + 1, len(base) + 1) for place, _ in keyed)):
            keys = list(base)
            for place, (_, key) in sorted(zip(places, keyed, strict=True), reverse=True):
                keys.insert(place, key)
            ways.add("".join(keys))
    return ways


_KEYS: Mapping[str, Mapping[str, str]] = {
    "Telex": dict(zip(VOWEL_MARKS, ("", "w", "w"), strict=True)),
    "VNI": dict(zip(VOWEL_MARKS, "687", strict=True)),
}
"""The keys of circumflex, breve and horn; Telex types the circumflex as the letter again."""
