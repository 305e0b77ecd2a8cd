"""Capitals and small letters out of place: FN306."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from .draft import Draft, Kind, Piece
from .spelling import throughout


def capitals(draft: Draft, rng: Random) -> Draft | None:
    return throughout(draft, "FN306", str.upper)


def small_letters(draft: Draft, rng: Random) -> Draft | None:
    return throughout(draft, "FN306", str.lower)


def title_case(draft: Draft, rng: Random) -> Draft | None:
    """ "Mặt Trận", "Xã Hải Minh": every word with a capital."""
    return throughout(draft, "FN306", lambda text: re.sub(r"\w+", lambda word: word[0][0].upper() + word[0][1:], text))


def case_of_a_part(draft: Draft, rng: Random) -> Draft | None:
    def recase(piece: Piece) -> str:
        return rng.choice((piece.text.upper(), piece.text.lower(), piece.text.capitalize(), piece.text.swapcase()))

    roles = ("prefix", "name", "label", "type")
    places = [at for at, piece in enumerate(draft.pieces) if piece.role in roles and not piece.closed]
    rng.shuffle(places)
    for at in places:
        new = recase(draft.pieces[at])
        if new != draft.pieces[at].text:
            return draft.owing("FN306", pieces=draft.swap(at, replace(draft.pieces[at], text=new)))
    return None


KINDS = (
    Kind("FN306", "capitals", 2, capitals),
    Kind("FN306", "small letters", 2, small_letters),
    Kind("FN306", "Title Case", 2, title_case),
    Kind("FN306", "one part", 2, case_of_a_part),
)
