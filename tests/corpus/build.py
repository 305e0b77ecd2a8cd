"""The corpus: seeded, the same on every machine, made anew from the lists each time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from fanpage_names.history.loading import load_history
from fanpage_names.units.catalogue import DAYS, of_year
from fanpage_names.units.loading import load_units
from fanpage_names.units.model import STYLES, Style, Unit

from . import capitals, characters, spacing, spelling, structure, typewords
from .collected import spellings
from .draft import LONGEST, Case, Draft, Group, Kind, finish, official
from .elsewhere import no_unit_cases
from .pairs import may_meet
from .rivals import World
from .undecided import undecided_cases

LISTS = ("nam_dinh_units", "nam_dinh_2024", "ninh_binh_2025")
KINDS: tuple[Kind, ...] = (
    *structure.KINDS,
    *typewords.KINDS,
    *spelling.KINDS,
    *capitals.KINDS,
    *spacing.KINDS,
    *characters.KINDS,
)
SEED = "2021-12-02"
_TRIES = 200


def drawn(count: int, seed: str = SEED) -> list[str]:
    """Draw provinces by lot; return their lists of the first day and as many of the last."""
    rng = Random(f"{seed}/provinces")
    days = (min(DAYS), max(DAYS))
    return [each.name for year in days for each in rng.sample(list(of_year(year)), count)]


def world(name: str) -> World:
    """Load a shipped list with those before it."""
    return World(load_units(name), load_history().earlier_lists(name))


def worlds() -> list[World]:
    """Load the lists of Nam Định and of what it became."""
    return [world(name) for name in LISTS]


def _damaged(world: World, draft: Draft, kinds: tuple[Kind, ...], rng: Random) -> Draft | None:
    """Return the draft with the kinds of damage, or None where they do not fit it or leave doubt."""
    damaged: Draft | None = draft
    for kind in sorted(kinds, key=lambda kind: kind.rank):
        damaged = kind.damage(damaged, rng) if damaged is not None else None
        if damaged is not None and damaged.text in world.taken:
            return None  # the official name of another unit, which more damage only hides
    if damaged is None or not _length_is_plain(damaged):
        return None
    return damaged if world.clear(damaged) else None


def _length_is_plain(draft: Draft) -> bool:
    """Whether the text is on the same side of the platform's limit however its characters are counted."""
    return not (draft.codes & {"FN101", "FN104", "FN105"} and len(draft.text) > LONGEST)


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes the damaged names of one list from its official ones."""

    world: World
    drafts: list[Draft]

    def cases(self, kinds: tuple[Kind, ...], size: int, group: Group, rng: Random) -> Iterator[Case]:
        """Yield at most `size` different cases of one kind or pair."""
        seen: set[tuple[str, Style]] = set()
        title = " + ".join(kind.title for kind in sorted(kinds, key=lambda kind: kind.code))
        for _ in range(_TRIES * size):
            damaged = _damaged(self.world, rng.choice(self.drafts), kinds, rng)
            if damaged is not None and (damaged.text, damaged.style) not in seen:
                seen.add((damaged.text, damaged.style))
                yield finish(damaged, title, group)
            if len(seen) == size:
                return


def _canonical(drafts: list[Draft]) -> Iterator[Case]:
    """Yield the official names, which nothing is to be said of."""
    for draft in drafts:
        case = finish(draft, "official name", "canonical")
        yield replace(case, status="ok", fixed=case.text)


def _pairs(rng: Random, size: int) -> list[tuple[Kind, Kind]]:
    able = [(one, other) for at, one in enumerate(KINDS) for other in KINDS[at + 1 :] if may_meet(one, other)]
    return [rng.choice(able) for _ in range(size)]


def _numbered(unit: Unit) -> bool:
    """Whether the unit, or its district, has a number for its name: nobody can tell what a wrong digit was."""
    return unit.name.isdigit() or bool(unit.district and unit.district.name.isdigit())


def corpus(world: World, singles: int, pairs: int, seed: str = SEED) -> list[Case]:
    """Return the corpus of one list.

    Args:
        world: the list with the earlier ones.
        singles: how many names of each single kind, at most (some kinds fit few units).
        pairs: how many names with two kinds, about; half as many spellings of other people, as many strangers.
        seed: another seed gives another corpus.
    """
    units = world.units
    drafts = [official(units, unit, style) for unit in units.units if not _numbered(unit) for style in STYLES]
    maker = _Maker(world, drafts)

    def rng(what: str) -> Random:
        return Random(f"{seed}/{units.id}/{what}")

    cases = list(_canonical(drafts))
    for kind in KINDS:
        cases += maker.cases((kind,), singles, "single", rng(kind.title))
    cases += undecided_cases(world, rng("undecided"), singles)
    for number, pair in enumerate(_pairs(rng("pairs"), pairs)):
        cases += maker.cases(pair, 1, "pair", rng(f"pair {number}"))
    cases += spellings(world, pairs // 2, rng("spellings"))
    return cases + no_unit_cases(units, pairs // 2, rng("no unit"))
