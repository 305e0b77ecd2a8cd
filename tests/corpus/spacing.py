"""Damage to spaces and signs: FN201-FN206."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from .draft import Draft, Kind
from .letters import syllables
from .rawtext import replaced, single_spaces, whole_text
from .structure import groups

_ODD_SPACES = "\u00a0\t\n\u3000\u2009\u202f\u2003\u2028"
_SEPARATORS = (
    *(" - ", ", ", " – ", " — ", " / ", "/", "-", " | ", "|", ",", " • ", " + ", "; ", " -", "- "),
    *(" · ", ". ", " _ ", ": ", " ,"),
)
_FRAMES = (
    *(("“", "”"), ('"', '"'), ("'", "'"), ("«", "»"), ("(", ")"), ("[", "]"), ("", "."), ("- ", ""), ("", ",")),
    *(("• ", ""), ("", "!"), ("+ ", ""), ("", " -")),
)


def _outer_space(text: str, rng: Random) -> str:
    space = rng.choice((" ", "  ", "   ", "\u00a0", "\t", "\n"))
    return rng.choice((space + text, text + space, space + text + space))


def _repeated_space(text: str, rng: Random) -> str | None:
    gaps = single_spaces(text)
    chosen = gaps if rng.random() < 0.2 else rng.sample(gaps, min(len(gaps), rng.choice((1, 1, 2))))
    return "".join(" " * rng.choice((2, 2, 3)) if at in chosen else char for at, char in enumerate(text))


def _odd_space(text: str, rng: Random) -> str | None:
    gaps, space = single_spaces(text), rng.choice(_ODD_SPACES)
    chosen = gaps if rng.random() < 0.3 else rng.sample(gaps, min(len(gaps), rng.choice((1, 1, 2))))
    return "".join(space if at in chosen else char for at, char in enumerate(text))


def _glued(draft: Draft, rng: Random) -> Draft | None:
    """Leave out one space inside a part."""
    able = [
        at for at, piece in enumerate(draft.pieces) if _may_glue(draft, at) and not piece.spoilt and " " in piece.text
    ]
    if not able:
        return None
    at = rng.choice(able)
    piece = draft.pieces[at]
    gap = rng.choice([match.start() for match in re.finditer(" ", piece.text)])
    return draft.owing("FN204", pieces=draft.swap(at, replace(piece, text=replaced(piece.text, gap, gap + 1, ""))))


def _may_glue(draft: Draft, at: int) -> bool:
    piece = draft.pieces[at]
    return piece.role != "extra" and not piece.closed


def _glued_parts(draft: Draft, rng: Random) -> Draft | None:
    """Leave out one space between two parts."""
    able = [
        at
        for at in range(1, len(draft.pieces))
        if _may_glue(draft, at) and _may_glue(draft, at - 1) and draft.pieces[at].gap == " "
    ]
    if not able:
        return None
    at = rng.choice(able)
    return draft.owing("FN204", pieces=draft.swap(at, replace(draft.pieces[at], gap="")))


def _glued_all(draft: Draft, rng: Random) -> Draft | None:
    if any(piece.role == "extra" for piece in draft.pieces) or " " not in draft.text:
        return None
    pieces = tuple(replace(piece, text=piece.text.replace(" ", ""), gap="") for piece in draft.pieces)
    return draft.owing("FN204", pieces=pieces)


def _split(draft: Draft, rng: Random) -> Draft | None:
    able = [
        at
        for at, piece in enumerate(draft.pieces)
        if piece.role in ("prefix", "name") and not (piece.closed or piece.spoilt)
    ]
    if not able:
        return None
    at = rng.choice(able)
    text = draft.pieces[at].text
    places = [place for start, end in syllables(text) for place in range(start + 1, end)]
    place = rng.choice(places)
    piece = replace(draft.pieces[at], text=replaced(text, place, place, " "), spoilt=True)
    return draft.owing("FN205", pieces=draft.swap(at, piece))


def _separated(draft: Draft, rng: Random) -> Draft | None:
    """Put a separator between parts: all of them, or one."""
    starts = [at for at, group in _starts(draft) if at > 0 and draft.pieces[at].gap == " "]
    dotted = any("." in piece.text for piece in draft.pieces)
    separator = rng.choice([mark for mark in _SEPARATORS if not (dotted and "." in mark)])
    if not starts:
        return None
    chosen = starts if rng.random() < 0.6 else [rng.choice(starts)]
    pieces = tuple(replace(piece, gap=separator) if at in chosen else piece for at, piece in enumerate(draft.pieces))
    return draft.owing("FN206", pieces=pieces)


def _starts(draft: Draft) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    at = 0
    for group in groups(draft):
        found.append((at, group[0].role))
        at += len(group)
    return found


def _joined_by(text: str, rng: Random) -> str | None:
    return text.replace(" ", rng.choice("_-+/")) if re.fullmatch(r"[\w ]+", text) else None


def _framed(text: str, rng: Random) -> str | None:
    before, after = rng.choice(_FRAMES)
    return before + text + after if text[0].isalnum() and text[-1].isalnum() else None


def _bracketed(draft: Draft, rng: Random) -> Draft | None:
    """Put the last part in brackets."""
    starts = [at for at, role in _starts(draft) if role in ("name", "type", "label")]
    if len(starts) < 2 or draft.pieces[starts[-1]].gap != " " or draft.pieces[-1].role == "extra":
        return None
    opening, closing = rng.choice(("()", "[]", "“”"))
    text = draft.text
    cut = len(text) - len("".join(piece.gap + piece.text for piece in draft.pieces[starts[-1] :])) + 1
    return draft.owing("FN206", raw=f"{text[:cut]}{opening}{text[cut:]}{closing}")


KINDS = (
    Kind("FN204", "inside a part", 3, _glued),
    Kind("FN204", "between parts", 3, _glued_parts),
    Kind("FN204", "all over", 3, _glued_all),
    Kind("FN205", "split word", 3, _split),
    Kind("FN206", "between parts", 4, _separated),
    Kind("FN206", "in place of spaces", 5, whole_text("FN206", _joined_by)),
    Kind("FN206", "around", 5, whole_text("FN206", _framed)),
    Kind("FN206", "brackets", 4, _bracketed),
    Kind("FN202", "repeated space", 5, whole_text("FN202", _repeated_space)),
    Kind("FN203", "odd space", 5, whole_text("FN203", _odd_space)),
    Kind("FN201", "outer space", 9, whole_text("FN201", _outer_space)),
)
