"""Pages of other bodies, of what lies below the commune, and, against them, pages that the Front shares."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from fanpage_names.units.model import STYLES, Level, Unit
from tests.corpus.letters import fold

from .asked import UNKNOWN, Answer, Asked
from .hands import HANDS, joined
from .times import Times

_HERE = Path(__file__).parent
_LEVELS: dict[str, Level] = {"p": "province", "d": "district", "c": "commune"}
_LOOSE = frozenset(("khu", "phố", "đội", "tổ"))
"""Words that stand before many other things, too: that the name is unknown is as right to say."""

_COMMITTEES = (
    "Ban công tác Mặt trận {}",
    "Ban CTMT {}",
    "BCTMT {}",
    "Ban công tác MT {}",
    "Chi hội Mặt trận {}",
    "Mặt trận {}",
    "MTTQ {}",
    "Ban Công tác Mặt trận {}",
)


@dataclass(frozen=True, slots=True)
class Body:
    """A kind of body.

    Attributes:
        ways: how it is written, the full name first.
        levels: where there is one.
    """

    ways: tuple[str, ...]
    levels: tuple[Level, ...]


def _lines(name: str) -> list[list[str]]:
    lines = (_HERE / name).read_text("utf-8").splitlines()
    return [[field.strip() for field in line.split("|")] for line in lines if not line.startswith("#")]


@cache
def bodies() -> tuple[Body, ...]:
    """Return the kinds of bodies."""
    return tuple(
        Body((full, *others.split("; ")), tuple(_LEVELS[letter] for letter in levels))
        for full, others, levels in _lines("bodies.txt")
    )


@cache
def below() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return type words of places below the commune, each with names."""
    return tuple((word, tuple(names.split("; "))) for word, names in _lines("below.txt"))


@cache
def shared_pages() -> tuple[str, ...]:
    """Return the words before the unit's name on pages that the Front shares."""
    return tuple(words for (words,) in _lines("shared.txt"))


def _alone(times: Times, unit: Unit) -> bool:
    """Whether the name means one unit, whatever is left out."""
    name = fold(unit.name)
    return len(times.in_force_by_name[name]) == 1 and name not in times.former_by_name


def _with_parents(unit: Unit, own: str, rng: Random, *, typed: bool) -> str:
    parents = [above for above in (unit.district, unit.province) if above and above is not unit]
    some = parents[: rng.randint(0, len(parents))]
    return joined([own, *(above.name_with_type if typed else above.name for above in some)], rng)


def other_bodies(times: Times, rng: Random) -> Iterator[Asked]:
    """Yield pages of other bodies beside a unit, without end; every body and way of writing in turn."""
    units = [unit for unit in times.units.units if unit.level != "district" or _alone(times, unit)]
    while True:
        ways = [(body, way) for body in bodies() for way in body.ways]
        rng.shuffle(ways)
        for body, way in ways:
            at = [unit for unit in units if unit.level in body.levels]
            if not at:
                continue
            unit, style, typed = rng.choice(at), rng.choice(STYLES), rng.random() < 0.6
            own = f"{way} {unit.name_with_type if typed else unit.name}"
            text = rng.choice(HANDS)(_with_parents(unit, own, rng, typed=typed))
            candidates = frozenset({unit.code}) if typed and _alone(times, unit) else frozenset[str]()
            right = (Answer("unknown", None, "FN410", candidates),)
            yield Asked(
                text, times.units.id, style, "other body", right, story=f"{body.ways[0]}, {unit.name_with_type}"
            )


def below_communes(times: Times, rng: Random) -> Iterator[Asked]:
    """Yield villages and their committees, without end."""
    units = list(times.units.at_level("commune"))
    while True:
        unit, style = rng.choice(units), rng.choice(STYLES)
        word, names = rng.choice(below())
        place = f"{word} {rng.choice(names)}"
        village = rng.choice((*_COMMITTEES, *_COMMITTEES, "{}", "Nhà văn hóa {}")).format(place)
        typed = rng.random() < 0.6
        own = unit.name_with_type if typed else unit.name
        joint = rng.choice((" ", ", ", " - "))
        text = rng.choice(HANDS)(_with_parents(unit, f"{village}{joint}{own}", rng, typed=typed))
        candidates = frozenset({unit.code}) if typed and _alone(times, unit) else frozenset[str]()
        right = (Answer("unknown", None, "FN410", candidates), *((UNKNOWN,) if word in _LOOSE else ()))
        yield Asked(text, times.units.id, style, "below the commune", right, story=f"{place}, {unit.name_with_type}")


def pages_shared(times: Times, rng: Random) -> Iterator[Asked]:
    """Yield pages that the Front shares with others: they are the Front's, with words too many."""
    units = [unit for unit in times.units.at_level("commune") if _alone(times, unit)]
    while True:
        unit, style = rng.choice(units), rng.choice(STYLES)
        text = _with_parents(unit, f"{rng.choice(shared_pages())} {unit.name_with_type}", rng, typed=True)
        right = (Answer("deviates", unit.code, "FN409"),)
        yield Asked(
            rng.choice(HANDS[:-1])(text), times.units.id, style, "shared page", right, story=unit.name_with_type
        )
