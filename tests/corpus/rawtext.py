"""What damage to characters and damage to spaces share: work on the text as a whole."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from .draft import Draft


def single_spaces(text: str) -> list[int]:
    """Return where single spaces stand between words."""
    return [match.start() for match in re.finditer(r"(?<=\w) (?=\w)", text)]


def replaced(text: str, start: int, end: int, new: str) -> str:
    return text[:start] + new + text[end:]


def whole_text(code: str, change: Callable[[str, Random], str | None]) -> Callable[[Draft, Random], Draft | None]:
    """Return the damage that rewrites the whole text."""

    def damage(draft: Draft, rng: Random) -> Draft | None:
        new = change(draft.text, rng)
        return None if new is None or new == draft.text else draft.owing(code, raw=new)

    return damage
