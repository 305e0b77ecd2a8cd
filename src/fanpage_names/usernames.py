"""A Facebook username to suggest for every unit of a list: `mattran.haiminh.haihau.namdinh`.

The platform's rules (https://www.facebook.com/help/105399436216001): letters A–Z, digits and full stops, at least
5 characters, no extensions such as .com or .net; full stops and capitals do not tell two usernames apart. Its
form takes at most 50 characters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from fanpage_names.naming import canonical_parts
from fanpage_names.units.model import Style, Unit, UnitList

MIN_LENGTH, MAX_LENGTH = 5, 50

_NO_USERNAME_LETTER = re.compile(r"[^a-z0-9]")
_DOT_OF_EXTENSION = re.compile(r"\.(?=com|net)")


def usernames(units: UnitList, style: Style) -> Mapping[str, str]:
    """Return a username for every unit, by code, in the list's order; all differ by more than full stops.

    It is the page name in ASCII, a full stop between the units: of the style asked for or, where that is too
    long, of the short one. Where names are alike without marks (Trực Hưng, Trực Hùng), each takes its GSO code
    at the end: the code is official, does not depend on the other units, and says which is which; with a 2 for
    one of them, the other would look like the only one.
    """
    plain = {unit.code: _plain(units, unit, style) for unit in units.units}
    bearers = Counter(map(_identity, plain.values()))
    return {
        code: text if bearers[_identity(text)] == 1 and MIN_LENGTH <= len(text) <= MAX_LENGTH else _coded(text, code)
        for code, text in plain.items()
    }


def _plain(units: UnitList, unit: Unit, style: Style) -> str:
    text = _spelled(units, unit, style)
    return text if len(text) <= MAX_LENGTH or style == "short" else _spelled(units, unit, "short")


def _spelled(units: UnitList, unit: Unit, style: Style) -> str:
    """Return the page name in ASCII; a type word and the name after it are one piece."""
    from unidecode import unidecode

    text = ""
    after_type = False
    for part in canonical_parts(units, unit, style):
        letters = _NO_USERNAME_LETTER.sub("", unidecode(part.text).lower())
        text += letters if after_type or not text or not letters else f".{letters}"
        after_type = part.kind == "type"
    return _DOT_OF_EXTENSION.sub("", text)


def _identity(text: str) -> str:
    """Return what the platform tells usernames apart by."""
    return text.replace(".", "")


def _coded(text: str, code: str) -> str:
    room = MAX_LENGTH - len(code) - 1
    return f"{text[:room].rstrip('.')}.{code}".lstrip(".")
