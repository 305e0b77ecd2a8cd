"""Damage to letters: FN301 to FN305."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random

from .draft import Draft, Kind
from .letters import (
    TONES,
    VOWEL_MARKS,
    base,
    fold,
    is_plain,
    letters,
    strip_marks,
    syllables,
    tone,
    vowel_mark,
    with_tone,
    with_vowel_mark,
)

Respell = Callable[[str, Random], str | None]

_NEIGHBOURS = dict(
    zip(
        "qwertyuiopasdfghjklzxcvbnm",
        (
            *("wa", "qes", "wrd", "etf", "ryg", "tuh", "yij", "uok", "ipl", "ol"),
            *("qsz", "adwx", "sfec", "dgrv", "fhtb", "gjyn", "hkum", "jlin", "kop"),
            *("xas", "zcs", "xvd", "cbf", "vng", "bmh", "nkj"),
        ),
        strict=True,
    )
)
# Of a name of three letters, such as Gôi, one wrong letter leaves too little.
_SHORTEST = 3
_SOUNDS = (("tr", "ch"), ("ch", "tr"), ("s", "x"), ("x", "s"), ("l", "n"), ("n", "l"), ("d", "gi"))
_ENDINGS = (("ng", "n"), ("n", "ng"), ("c", "t"), ("t", "c"), ("nh", "n"))


def _open(draft: Draft, *roles: str) -> list[int]:
    return [
        at
        for at, piece in enumerate(draft.pieces)
        if piece.role in (roles or ("prefix", "name")) and not (piece.closed or piece.spoilt)
    ]


def _in_syllable(text: str, respell: Respell, rng: Random) -> str | None:
    """Return the text with one of its syllables respelt."""
    places = syllables(text)
    rng.shuffle(places)
    for start, end in places:
        new = respell(text[start:end], rng)
        if new is not None and new != text[start:end]:
            return text[:start] + new + text[end:]
    return None


def _in_pieces(draft: Draft, respell: Respell, rng: Random, code: str, times: int = 1) -> Draft | None:
    """Respell syllables in `times` different pieces."""
    places = [at for at in _open(draft) if code != "FN305" or len(fold(draft.pieces[at].text)) > _SHORTEST]
    rng.shuffle(places)
    done = 0
    for at in places:
        new = _in_syllable(draft.pieces[at].text, respell, rng)
        if new is not None:
            draft = draft.owing(code, pieces=draft.swap(at, replace(draft.pieces[at], text=new, spoilt=True)))
            done += 1
        if done == times:
            return draft
    return None


def _bare(word: str, rng: Random) -> str | None:
    return strip_marks(word)


def no_marks_in_a_word(draft: Draft, rng: Random) -> Draft | None:
    return _in_pieces(draft, _bare, rng, "FN301")


def no_marks_in_a_part(draft: Draft, rng: Random) -> Draft | None:
    places = [at for at in _open(draft) if strip_marks(draft.pieces[at].text) != draft.pieces[at].text]
    if not places:
        return None
    at = rng.choice(places)
    piece = draft.pieces[at]
    return draft.owing("FN301", pieces=draft.swap(at, replace(piece, text=strip_marks(piece.text), spoilt=True)))


def throughout(draft: Draft, code: str, respell: Callable[[str], str]) -> Draft | None:
    """Respell every piece; the code is owed where an open piece changed."""
    pieces = tuple(replace(piece, text=respell(piece.text)) for piece in draft.pieces)
    changed = any(new.text != old.text and not old.closed for new, old in zip(pieces, draft.pieces, strict=True))
    return draft.owing(code, pieces=pieces) if changed else None


def no_marks_at_all(draft: Draft, rng: Random) -> Draft | None:
    return throughout(draft, "FN301", strip_marks)


def _marks_kept(old: str, new: str) -> bool:
    """Whether the new spelling is FN302: other marks, but not all of them lost and not only moved."""
    if new == old or strip_marks(new) != strip_marks(old):
        return False
    moved = sorted(map(tone, old)) == sorted(map(tone, new)) and _toneless(old) == _toneless(new)
    return strip_marks(new) != new and not moved


def _toneless(word: str) -> str:
    return "".join(with_tone(letter, "") for letter in word)


def _other_tone(word: str, rng: Random) -> str:
    spelt = letters(word)
    at = next((at for at, letter in enumerate(spelt) if tone(letter)), None)
    if at is None:
        vowels = [at for at, letter in enumerate(spelt) if base(letter).lower() in "aeiouy"]
        at = next((at for at in vowels if vowel_mark(spelt[at])), vowels[0] if vowels else None)
    if at is None:
        return word
    twins = {"\u0309": "\u0303", "\u0303": "\u0309"}
    mark = twins.get(tone(spelt[at]), "") if rng.random() < 0.5 else rng.choice(["", *TONES])
    spelt[at] = with_tone(spelt[at], mark)
    return "".join(spelt)


def _other_mark(word: str, rng: Random) -> str:
    spelt = letters(word)
    able = {"a": "\u0302\u0306", "e": "\u0302", "o": "\u0302\u031b", "u": "\u031b"}
    places = [at for at, letter in enumerate(spelt) if vowel_mark(letter) in VOWEL_MARKS]
    if not places:
        return word
    at = rng.choice(places)
    spelt[at] = with_vowel_mark(spelt[at], rng.choice(["", *able[base(spelt[at]).lower()]]))
    return "".join(spelt)


def _other_bar(word: str, rng: Random) -> str:
    swap = {"đ": "d", "Đ": "D", "d": "đ", "D": "Đ"}
    return swap.get(word[0], word[0]) + word[1:]


def _wrong(change: Callable[[str, Random], str]) -> Respell:
    def respell(word: str, rng: Random) -> str | None:
        for _ in range(6):
            new = change(word, rng)
            if _marks_kept(word, new):
                return new
        return None

    return respell


def wrong_tone(draft: Draft, rng: Random) -> Draft | None:
    return _in_pieces(draft, _wrong(_other_tone), rng, "FN302")


def wrong_vowel_mark(draft: Draft, rng: Random) -> Draft | None:
    return _in_pieces(draft, _wrong(_other_mark), rng, "FN302")


def wrong_bar(draft: Draft, rng: Random) -> Draft | None:
    return _in_pieces(draft, _wrong(_other_bar), rng, "FN302")


def wrong_marks_twice(draft: Draft, rng: Random) -> Draft | None:
    return _in_pieces(draft, _wrong(rng.choice((_other_tone, _other_mark))), rng, "FN302", times=2)


_OPEN_GLIDE = re.compile(r"(?i)(?<!q)(?:o[ae]|uy)$")


def _moved_tone(word: str, rng: Random) -> str | None:
    spelt = letters(word)
    if not _OPEN_GLIDE.search(_toneless(word)) or len(spelt) < 2:
        return None
    first, second = spelt[-2:]
    mark = tone(first) or tone(second)
    moved = (with_tone(first, ""), with_tone(second, mark)) if tone(first) else (with_tone(first, mark), base(second))
    return "".join((*spelt[:-2], *moved)) if mark else None


def tone_placement(draft: Draft, rng: Random) -> Draft | None:
    return _in_pieces(draft, _moved_tone, rng, "FN303")


_OPEN_I = re.compile(r"(?i)^(h|k|l|m|s|t|v|th|tr|qu)([iy])$")


def _other_i(word: str, rng: Random) -> str | None:
    spelt = letters(word)
    if not _OPEN_I.match(strip_marks(word)):
        return None
    other = {"i": "y", "y": "i", "I": "Y", "Y": "I"}[base(spelt[-1])]
    return "".join((*spelt[:-1], with_tone(other, tone(spelt[-1]))))


def i_y(draft: Draft, rng: Random) -> Draft | None:
    return _in_pieces(draft, _other_i, rng, "FN304")


def _typo(word: str, rng: Random) -> str | None:
    """Return the word with one letter dropped, doubled, swapped or hit wrongly; its first letter's case kept."""
    spelt = letters(word)
    places = [at for at in range(1, len(spelt)) if is_plain(spelt[at])]
    if len(spelt) < 3 or not places or word in ("TP",):
        return None
    at = rng.choice(places)
    how = rng.choice(("drop", "double", "swap", "neighbour", "wrong", "insert", "first"))
    if how == "drop":
        spelt[at] = ""
    elif how == "double":
        spelt[at] *= 2
    elif how == "swap" and at + 1 < len(spelt) and is_plain(spelt[at + 1]):
        spelt[at], spelt[at + 1] = spelt[at + 1], spelt[at]
    elif how == "insert":
        spelt[at] += rng.choice("bcghklmnptuvi")
    elif how == "first" and is_plain(spelt[0]) and spelt[0].lower() in _NEIGHBOURS:
        new = rng.choice(_NEIGHBOURS[spelt[0].lower()])
        spelt[0] = new.upper() if spelt[0].isupper() else new
    else:
        spelt[at] = rng.choice(_NEIGHBOURS[spelt[at]] if how == "neighbour" else "bcdeghiklmnopqtuvy")
    return "".join(spelt)


def _sound(word: str, rng: Random) -> str | None:
    """Return the word spelt as many people of the region say it: tr for ch, l for n, n for ng."""
    lower = word.lower()
    choices = [
        new + word[len(old) :]
        for old, new in _SOUNDS
        if lower.startswith(old) and not lower.startswith(("nh", "ng", "th"))
    ]
    choices += [word[: -len(old)] + new for old, new in _ENDINGS if lower.endswith(old)]
    if not choices:
        return None
    new = rng.choice(choices)
    return new[0].upper() + new[1:] if word[0].isupper() else new


def _misspelt(change: Respell) -> Respell:
    def respell(word: str, rng: Random) -> str | None:
        for _ in range(8):
            new = change(word, rng)
            # Other spellings of i and y, and letters that another rule explains, are not misspellings.
            if new and fold(new) != fold(word) and not _other_reading(word, new):
                return new
        return None

    return respell


def _other_reading(old: str, new: str) -> bool:
    """Whether the letter too many is a key for a mark (Telex), or a type word's initial before the next name."""
    plain = new.lower()
    twice = any(pair in plain and pair not in old.lower() for pair in ("aa", "ee", "oo", "dd"))
    return twice or (new[:-1] == old and plain[-1] in "sfrxjwthp" and new[-1] != old[-1])


def misspelt_letter(draft: Draft, rng: Random) -> Draft | None:
    return _in_pieces(draft, _misspelt(_typo), rng, "FN305")


def misspelt_letters(draft: Draft, rng: Random) -> Draft | None:
    return _in_pieces(draft, _misspelt(_typo), rng, "FN305", times=2)


def misspelt_sound(draft: Draft, rng: Random) -> Draft | None:
    return _in_pieces(draft, _misspelt(_sound), rng, "FN305")


KINDS = (
    Kind("FN301", "one word", 2, no_marks_in_a_word),
    Kind("FN301", "one part", 2, no_marks_in_a_part),
    Kind("FN301", "whole name", 2, no_marks_at_all),
    Kind("FN302", "tone", 2, wrong_tone),
    Kind("FN302", "vowel mark", 2, wrong_vowel_mark),
    Kind("FN302", "d and đ", 2, wrong_bar),
    Kind("FN302", "two words", 2, wrong_marks_twice),
    Kind("FN303", "tone placement", 2, tone_placement),
    Kind("FN304", "i and y", 2, i_y),
    Kind("FN305", "one letter", 2, misspelt_letter),
    Kind("FN305", "two letters", 2, misspelt_letters),
    Kind("FN305", "by ear", 2, misspelt_sound),
)
