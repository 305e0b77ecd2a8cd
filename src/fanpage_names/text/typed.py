"""Telex and VNI typing read syllable by syllable from a table of rhymes: quick, for texts that are nothing but typing.

Source: as in `fanpage_names.text.keystrokes`, which reads any word, joined ones and odd orders of keys among them. Here
a syllable is an onset and a rhyme of the language; the keys of marks stand after their letter, and the tone key after
the first vowel.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, partial
from itertools import product
from typing import NamedTuple

from fanpage_names.text.decoded import Decoded, LazyStarts
from fanpage_names.text.keystrokes import TELEX_TONES, VNI_TONES
from fanpage_names.text.letters import VOWEL_MARKS, split_letter
from fanpage_names.text.syllable import RHYMES, place_tone

_VOWEL = frozenset("aeiouyw")
_ONSET = "(qu|gi(?=[aeouy])|[bcdghklmnpqrstvx]*)"
_WORD = re.compile(r"[^\W_]+|.", re.DOTALL)


class _Typing(NamedTuple):
    """A way of typing.

    Attributes:
        tones: the tone marks by their keys.
        bar: the key that makes a d to đ.
        syllable: a syllable: its onset, the keys of its rhyme before the tone's, the tone's, and those after it.
        rhymes: all ways to type each rhyme without its tone; where a key can be that of a mark, it is (oo is ô). Beside
            each the places of its letters among the keys.
    """

    tones: Mapping[str, str]
    bar: str
    syllable: re.Pattern[str]
    rhymes: Mapping[str, tuple[str, tuple[int, ...]]]


def _typing(marks: tuple[str, str, str], tones: Mapping[str, str], bar: str) -> _Typing:
    """The way of typing with these keys: of circumflex ("" for the letter again), breve and horn; the tones; đ."""
    keys_of = dict(zip(VOWEL_MARKS, marks, strict=True))
    rhymes: dict[str, tuple[str, tuple[int, ...]]] = {}
    for rhyme in sorted(RHYMES, key=str.isascii):
        for keys, places in _typed(rhyme, keys_of):
            rhymes.setdefault(keys, (rhyme, places))
    keys = "".join(tones)
    return _Typing(tones, bar, re.compile(f"{_ONSET}([aeiouyw][^{keys}]*)([{keys}]?)([^{keys}]*)"), rhymes)


@cache
def _telex() -> _Typing:
    return _typing(("", "w", "w"), TELEX_TONES, "d")


@cache
def _vni() -> _Typing:
    return _typing(("6", "8", "7"), VNI_TONES, "9")


def decode_all_telex(raw: str) -> Decoded | None:
    """Return `raw` as the syllables that its Telex keys make; None where a word makes none."""
    return _decode(raw, _telex())


def decode_all_vni_keys(raw: str) -> Decoded | None:
    """Return `raw` as the syllables that its VNI keys make; None where a word makes none."""
    return _decode(raw, _vni())


def _decode(raw: str, typing: _Typing) -> Decoded | None:
    texts: list[str] = []
    for word in _WORD.findall(raw):
        if not _may_be_typed(word):
            texts.append(word)
            continue
        syllable = _read(word.lower(), typing)
        if syllable is None:
            return None
        texts.append(_in_case(syllable.text, word))
    text = "".join(texts)
    if text == raw:
        return None
    return Decoded(text, LazyStarts(raw, len(text), partial(_starts, raw, typing)))


def _starts(raw: str, typing: _Typing) -> list[int]:
    """For each letter that the keys of `raw` make, the place of its first key; at the end the number of keys."""
    starts: list[int] = []
    for match in _WORD.finditer(raw):
        at = match.start()
        syllable = _read(match[0].lower(), typing) if _may_be_typed(match[0]) else None
        starts += range(at, match.end()) if syllable is None else [at + place for place in syllable.places()]
    return [*starts, len(raw)]


def _may_be_typed(word: str) -> bool:
    return word.isascii() and not _VOWEL.isdisjoint(word.lower())


class _Syllable(NamedTuple):
    """A syllable and how its keys make it.

    Attributes:
        text: the syllable, in small letters.
        onset: how many letters stand before its rhyme.
        before_tone: how many keys of the rhyme stand before that of the tone.
        toned: whether there is a key of a tone.
        rhyme: the places of the rhyme's letters among its keys, the tone's left out.
        barred: the place of the key that makes đ; less than 1 where there is none.
    """

    text: str
    onset: int
    before_tone: int
    toned: bool
    rhyme: tuple[int, ...]
    barred: int

    def places(self) -> list[int]:
        """Return the place of each of its letters among the keys."""
        shift, cut = self.onset, self.before_tone
        places = [*range(shift), *[shift + place + (self.toned and place >= cut) for place in self.rhyme]]
        return [place + (place >= self.barred) for place in places] if self.barred > 0 else places


def _read(word: str, typing: _Typing) -> _Syllable | None:
    """What the keys of a word in small letters make; None where they make no syllable."""
    barred = word.find(typing.bar, 1) if word[0] == "d" else -1
    keys = word[:barred] + word[barred + 1 :] if barred > 0 else word
    match = typing.syllable.fullmatch(keys)
    if match is None:
        return None
    onset, before, tone, after = match.groups()
    found = typing.rhymes.get(before + after)
    if found is None:
        return None
    rhyme, places = found
    if tone:
        rhyme = _toned(rhyme, typing.tones[tone])
    if barred > 0:
        onset = f"đ{onset[1:]}"
    return _Syllable(onset + rhyme, len(onset), len(before), bool(tone), places, barred)


def _in_case(syllable: str, word: str) -> str:
    """The syllable in the case of its keys."""
    if word[0].islower():
        return syllable
    return syllable.upper() if word[1:].isupper() else syllable[0].upper() + syllable[1:]


@cache
def _toned(rhyme: str, tone: str) -> str:
    return place_tone(rhyme, tone)


def _typed(rhyme: str, keys_of: Mapping[str, str]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield the ways to type a rhyme, the key of each mark somewhere after its letter, and its letters' places."""
    letters = [split_letter(letter) for letter in rhyme]
    base = [letter.base for letter in letters]
    marked = [(place, keys_of[letter.mark] or letter.base) for place, letter in enumerate(letters) if letter.mark]
    for keyed in (marked, marked[1:]) if rhyme.startswith("ươ") else (marked,):
        for places in product(*(range(place + 1, len(base) + 1) for place, _ in keyed)):
            keys = list(enumerate(base))
            for place, (_, key) in sorted(zip(places, keyed, strict=True), reverse=True):
                keys.insert(place, (-1, key))
            typed = "".join([key for _, key in keys])
            yield typed, tuple([at for at, (letter, _) in enumerate(keys) if letter >= 0])
