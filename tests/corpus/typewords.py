"""Damage to type words and labels: FN406 (there or not) and FN408 (abbreviated)."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from fanpage_names.units.model import LEVELS, Level

from .draft import Draft, Kind, Piece

_SHORT_FORM = {
    **{"tỉnh": "T", "thành phố": "TP", "thị xã": "TX", "quận": "Q", "huyện": "H"},
    **{"thị trấn": "TT", "xã": "X", "phường": "P"},
}


def _type_of(draft: Draft, level: Level) -> str:
    unit = draft.unit.at(level)
    return unit.type if unit else ""


def _levels(draft: Draft, rng: Random, every: bool, able: list[Level]) -> list[Level]:
    if not able:
        return []
    return able if every else [rng.choice(able)]


def _is_bare_city(draft: Draft, level: Level) -> bool:
    """Whether the unit would read like its province without its type word, with nothing else to tell them apart."""
    unit = draft.unit.at(level)
    same = unit is not None and level == "district" and unit.name == unit.province.name
    return same and (not draft.has("province") or "FN405" in draft.codes)


def _add(draft: Draft, level: Level, rng: Random) -> Draft:
    """Write the type word that the short style leaves out; in place of a label or before the name."""
    word = _type_of(draft, level)
    word = rng.choice((word, word, word.capitalize()))
    at, label = draft.find("name", level), draft.find("label", level)
    if label is not None:
        piece = replace(draft.pieces[label], role="type", text=word, closed=True)
        return replace(draft, pieces=draft.swap(label, piece))
    assert at is not None
    name = draft.pieces[at]
    typed = Piece("type", level, word, name.gap, closed=True)
    return replace(draft, pieces=draft.swap(at, typed, replace(name, gap=" ")))


def _drop(draft: Draft, level: Level) -> Draft:
    """Leave out the type word or label."""
    found = draft.find("type", level)
    at = found if found is not None else draft.find("label", level)
    assert at is not None
    gap = draft.pieces[at].gap
    pieces = list(draft.swap(at))
    pieces[at] = replace(pieces[at], gap=gap)
    return replace(draft, pieces=tuple(pieces))


def _typed(draft: Draft, every: bool, rng: Random) -> Draft | None:
    if draft.unit.level == "province":
        return None
    able: list[Level] = [
        level for level in LEVELS if draft.has(level) and draft.find("type", level) is None and _can_open(draft, level)
    ]
    if draft.style == "full":
        able = [level for level in LEVELS if _open_type(draft, level) and not _is_bare_city(draft, level)]
    levels = _levels(draft, rng, every, able)
    for level in levels:
        draft = _add(draft, level, rng) if draft.style == "short" else _drop(draft, level)
    return draft.owing("FN406") if levels else None


def _can_open(draft: Draft, level: Level) -> bool:
    return not any(piece.closed or piece.spoilt for piece in draft.pieces if piece.level == level)


def _open_type(draft: Draft, level: Level) -> bool:
    at = draft.find("type", level)
    return at is not None and draft.has(level) and _can_open(draft, level)


def _can_shorten(draft: Draft, level: Level) -> bool:
    known = _type_of(draft, level) in _SHORT_FORM
    return (
        known and draft.has(level) and _can_open(draft, level) and (draft.style == "short" or _open_type(draft, level))
    )


def one_type_word(draft: Draft, rng: Random) -> Draft | None:
    return _typed(draft, False, rng)


def every_type_word(draft: Draft, rng: Random) -> Draft | None:
    return _typed(draft, True, rng)


def no_label(draft: Draft, rng: Random) -> Draft | None:
    if draft.style == "full" or draft.find("label", "district") is None or _is_bare_city(draft, "district"):
        return None
    return _drop(draft, "district").owing("FN406")


def _abbreviate(draft: Draft, level: Level, rng: Random) -> Draft:
    """Write the type word in short: "H.", "H", "h."; the label TP with a dot."""
    name_at = draft.find("name", level)
    assert name_at is not None
    word = _SHORT_FORM[_type_of(draft, level)]
    label = draft.find("label", level)
    if label is not None or rng.random() < 0.65:
        word, gap = word + ".", rng.choice((" ", ""))
    else:
        gap = " "
    if label is None and rng.random() < 0.12:
        word = word.lower()
    found = draft.find("type", level)
    at = found if found is not None else label
    name = replace(draft.pieces[name_at], gap=gap)
    if at is None:
        typed = Piece("type", level, word, draft.pieces[name_at].gap, closed=True)
        return replace(draft, pieces=draft.swap(name_at, typed, name))
    typed = Piece("type", level, word, draft.pieces[at].gap, closed=True)
    return replace(draft, pieces=(*draft.pieces[:at], typed, name, *draft.pieces[name_at + 1 :]))


def _abbreviated(draft: Draft, every: bool, rng: Random) -> Draft | None:
    if draft.unit.level == "province":
        return None
    able: list[Level] = [level for level in LEVELS if _can_shorten(draft, level)]
    levels = _levels(draft, rng, every, able)
    for level in levels:
        draft = _abbreviate(draft, level, rng)
    return draft.owing("FN408") if levels else None


def one_abbreviation(draft: Draft, rng: Random) -> Draft | None:
    return _abbreviated(draft, False, rng)


def every_abbreviation(draft: Draft, rng: Random) -> Draft | None:
    return _abbreviated(draft, True, rng)


def initials(draft: Draft, rng: Random) -> Draft | None:
    """Nam Định as NĐ: the province "NĐ", "tỉnh NĐ", "T.NĐ"; the city "TPNĐ", "TP NĐ", "TP.NĐ"."""
    able: list[Level] = [
        level
        for level in ("province", "district")
        if _can_shorten(draft, level) and _unit_name(draft, level) == "Nam Định"
    ]
    if draft.unit.level == "province" or not able:
        return None
    level = rng.choice(able)
    parts = [at for at, piece in enumerate(draft.pieces) if piece.level == level]
    first, last = parts[0], parts[-1]
    province = ("NĐ", "T.NĐ", "T. NĐ") if draft.style == "short" else ("tỉnh NĐ", "T.NĐ", "T. NĐ")
    words = rng.choice(province if level == "province" else ("TPNĐ", "TP NĐ", "TP.NĐ", "TP. NĐ"))
    piece = Piece("name", level, words, draft.pieces[first].gap, closed=True)
    return draft.owing("FN408", pieces=(*draft.pieces[:first], piece, *draft.pieces[last + 1 :]))


def _unit_name(draft: Draft, level: Level) -> str:
    unit = draft.unit.at(level)
    return unit.name if unit else ""


KINDS = (
    Kind("FN406", "one type word", 1, one_type_word),
    Kind("FN406", "every type word", 1, every_type_word),
    Kind("FN406", "city without its label", 1, no_label),
    Kind("FN408", "one abbreviation", 1, one_abbreviation),
    Kind("FN408", "every abbreviation", 1, every_abbreviation),
    Kind("FN408", "NĐ, TPNĐ", 1, initials),
)
