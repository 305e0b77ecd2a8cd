"""Official names with one thing wrong: a safe fix must be the official name that was meant, whatever else is said."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from fanpage_names.naming import canonical_name, canonical_names
from fanpage_names.units.model import STYLES, Unit
from tests.corpus.encoders import vni_windows
from tests.corpus.letters import fold, marked

from .asked import Answer, Asked
from .times import Times

_LETTERS = "abcdeghiklmnopqrstuvxyâêôơưăđáàạéèóòúùíì"
_TYPES = ("xã", "phường", "thị trấn", "huyện", "H.", "quận", "thị xã", "thành phố", "TP", "tỉnh")
_NO_UNIT = (Answer("unknown"), Answer("ambiguous"))


def _letter_off(name: str, rng: Random) -> str:
    """Return the name with one letter inserted, lost, doubled, swapped with the next, or moved over a space."""
    at = rng.randrange(1, len(name) - 1)
    spaces = [place for place, char in enumerate(name) if char == " " and 0 < place < len(name) - 1]
    before = rng.choice(spaces)
    return rng.choice(
        (
            name[:at] + rng.choice(_LETTERS) + name[at:],
            name[:at] + name[at + 1 :],
            name[:at] + name[at] + name[at:],
            name[: at - 1] + name[at] + name[at - 1] + name[at + 1 :],
            f"{name[: before - 1]} {name[before - 1]}{name[before + 1 :]}",
            f"{name[:before]}{name[before + 1]} {name[before + 2 :]}",
        )
    )


def one_letter_off(times: Times, rng: Random) -> Iterator[Asked]:
    """Yield official names, some without their province, with one letter wrong: what is fixed must be the one meant."""
    units = [unit for unit in times.units.units if unit.level != "province"]
    official = {marked(name) for style in STYLES for name in canonical_names(times.units, style).values()}
    while True:
        unit, style = rng.choice(units), rng.choice(STYLES)
        name = canonical_name(times.units, unit, style)
        text = _letter_off(name, rng)
        if marked(text) in official - {marked(name)}:
            continue
        if rng.random() < 0.3:
            text = text.removesuffix(unit.province.name).removesuffix(f"{unit.province.type} ").strip()
        answers = (Answer("deviates", unit.code), *_NO_UNIT)
        yield Asked(text, times.units.id, style, "one letter off", answers, story=unit.name_with_type)


def any_type_word(times: Times, rng: Random) -> Iterator[Asked]:
    """Yield names after every type word, right or wrong, without end."""
    units = [unit for unit in times.units.units if unit.level != "province"]
    while True:
        unit = rng.choice(units)
        same = {other.code for other in times.units.units if marked(other.name) == marked(unit.name)}
        was = times.former_by_name.get(fold(unit.name), ())
        same.update(successor.code for former in was for successor in former.successors)
        parents = rng.choice(
            ([], [unit.province.name], [above.label for above in (unit.district, unit.province) if above])
        )
        text = " ".join(("Mặt trận", rng.choice(_TYPES), unit.name, *parents))
        answers = (*(Answer("deviates", code) for code in sorted(same)), *_NO_UNIT)
        yield Asked(text, times.units.id, "short", "any type word", answers, story=unit.name_with_type)


def half_encoded(times: Times, rng: Random) -> Iterator[Asked]:
    """Yield official names of which some words alone are in VNI-Windows, without end."""
    units: list[Unit] = [unit for unit in times.units.units if unit.level != "province"]
    while True:
        unit, style = rng.choice(units), rng.choice(STYLES)
        words = canonical_name(times.units, unit, style).split()
        text = " ".join(vni_windows(word) if rng.random() < 0.3 else word for word in words)
        answers = (Answer("deviates", unit.code), *_NO_UNIT)
        yield Asked(text, times.units.id, style, "half encoded", answers, story=unit.name_with_type)
