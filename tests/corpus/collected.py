"""Spellings as other people's data sets and pages write units: addresses, English names, slugs, initials.

Only the unit meant is owed for them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from fanpage_names.units.model import Unit

from .draft import Case
from .elsewhere import elsewhere
from .letters import decompose, fold, strip_marks
from .rivals import World

_ABBREVIATED = {
    **{"tỉnh": "T.", "thành phố": "TP.", "thị xã": "TX.", "quận": "Q.", "huyện": "H."},
    **{"thị trấn": "TT.", "xã": "X.", "phường": "P.", "đặc khu": "đặc khu"},
}
_ENGLISH = {
    "tỉnh": "Province",
    "thành phố": "City",
    "thị xã": "Town",
    "quận": "District",
    "huyện": "District",
    "thị trấn": "Town",
    "xã": "Commune",
    "phường": "Ward",
    "đặc khu": "Special Zone",
}

# {t}: type, {a}: type abbreviated, {e}: type in English, {n}: name; u: the unit, d: its district, p: its province.
_CHAINS = (
    "{tu} {nu}, {td} {nd}, {tp} {np}",
    "{Tu} {nu}, {Td} {nd}, {Tp} {np}",
    "{Tu} {nu} - {Td} {nd} - {np}",
    "{Tu} {nu}, {Td} {nd}, {np}, Việt Nam",
    "{au} {nu}, {ad} {nd}",
    "{au}{nu}, {ad}{nd}, {np}",
    "{au}{nu} - {ad}{nd} - {ap}{np}",
    "{nu}, {nd}, {np}",
    "{nu} - {nd} - {np}",
    "{Tu} {nu} ({Td} {nd})",
    "{Tu} {nu}, {nd}",
    "{nu} {eu}, {nd} {ed}, {np} {ep}",
    "{nu}, {nd} {ed}, {np}",
    "UBMTTQ {tu} {nu}, {td} {nd}",
    "MTTQ {tu} {nu} - {nd}",
    "Ủy ban MTTQ Việt Nam {tu} {nu}, {td} {nd}, {tp} {np}",
    "Mặt trận Tổ quốc {tu} {nu} - {td} {nd}",
    "Mặt trận {nu} - {nd}",
    "MTTQ và các đoàn thể {tu} {nu}, {td} {nd}",
    "Trang tin Mặt trận {tu} {nu} {td} {nd}",
)
_TOPS = (
    "{Tu} {nu}, {Tp} {np}",
    "{tu} {nu}, {tp} {np}",
    "{Tu} {nu} - {np}",
    "{nu} {eu}, {np} {ep}",
    "{nu}, {np}, Vietnam",
    "{au} {nu}, {np}",
    "{au}{nu} - {ap}{np}",
    "UBMTTQ {tu} {nu} tỉnh {np}",
    "MTTQ {tu} {nu} - {np}",
    "Ủy ban MTTQ Việt Nam {tu} {nu}, {tp} {np}",
    "Mặt trận Tổ quốc {tu} {nu} {np}",
)
_ALONE = (
    "{Tu} {nu}",
    "{tu} {nu}",
    "{au} {nu}",
    "{au}{nu}",
    "{nu} {eu}",
    "UBMTTQ {tu} {nu}",
    "MTTQ {tu} {nu}",
    "Mặt trận Tổ quốc {tu} {nu}",
    "Mặt trận {tu} {nu}",
    "Mặt trận {nu}",
    "{nu}",
)


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", strip_marks(text).lower()).strip("-")


def _glued(text: str) -> str:
    return _slug(text).replace("-", "")


def _new_placement(text: str) -> str:
    for old, new in (("òa", "oà"), ("óa", "oá"), ("ủy", "uỷ"), ("úy", "uý"), ("Úy", "Uý")):
        text = text.replace(old, new)
    return text


def _same(text: str) -> str:
    return text


_HANDS: tuple[Callable[[str], str], ...] = (
    _same,
    _same,
    _same,
    strip_marks,
    strip_marks,
    str.upper,
    str.lower,
    lambda text: strip_marks(text).lower(),
    lambda text: strip_marks(text).upper(),
    _slug,
    decompose,
    _new_placement,
)


def _written(pattern: str, fields: dict[str, str], rng: Random) -> str:
    """Fill in the pattern and write it in one of the ways; glued only where people do so, as in "xahaiminh"."""
    plain = not re.search(r"\{[ae]|Vi|Trang|đoàn", pattern)
    hand = rng.choice((*_HANDS, _glued) if plain else _HANDS)
    return hand(pattern.format_map(fields))


def _fields(unit: Unit) -> dict[str, str]:
    fields: dict[str, str] = {}
    for key, owner in (("u", unit), ("d", unit.district), ("p", unit.province)):
        if owner is not None:
            fields |= {
                f"n{key}": owner.name,
                f"t{key}": owner.type,
                f"T{key}": owner.type.capitalize(),
                f"a{key}": _ABBREVIATED[owner.type],
                f"e{key}": _ENGLISH[owner.type],
            }
    return fields


def _patterns(world: World, unit: Unit) -> list[str]:
    """Return the patterns in which the unit cannot be taken for another one, whatever becomes of its marks."""
    units = world.units
    same = [other for other in units.units if other is not unit and fold(other.name) == fold(unit.name)]
    lone = not same and fold(unit.name) not in elsewhere(world.units).names and _glued(unit.name) not in _ends(world)
    patterns: list[str] = []
    if unit.district is not None and not any(other.parent is unit.parent or other.level != "commune" for other in same):
        patterns += _CHAINS
    if unit.district is None and not same:
        patterns += _TOPS
    if lone:
        patterns += _ALONE
    return patterns


def _ends(world: World) -> frozenset[str]:
    """Return the folded names of all districts and provinces, now and before."""
    lists = (world.units, *world.earlier)
    return frozenset(fold(unit.name) for units in lists for unit in units.units if unit.level != "commune")


def spellings(world: World, size: int, rng: Random) -> list[Case]:
    """Return `size` spellings, each naming one unit beyond doubt."""
    able = [unit for unit in world.units.units if unit.level != "province"]
    cases: dict[str, Case] = {}
    while len(cases) < size:
        unit = rng.choice(able)
        patterns = _patterns(world, unit)
        if not patterns:
            continue
        text = _written(rng.choice(patterns), _fields(unit), rng)
        cases[text] = Case(
            text, world.units.id, "short", "deviates", unit.code, frozenset(), None, None, "other people's", "real"
        )
    return list(cases.values())
