"""The open set of one list: seeded, the same on every machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from random import Random

from . import bodies, hard, hard_names, slips, strangers, then_and_now
from .asked import Asked
from .times import Times

Source = Callable[[Times, Random], Iterator[Asked]]

SEED = "2026-11-26"
SOURCES: Mapping[str, Source] = {
    "strangers": strangers.strangers,
    "places": strangers.places,
    "namesakes": strangers.foreign_namesakes,
    "foreign units": strangers.foreign_units,
    "provinces": strangers.foreign_provinces,
    "bodies": bodies.other_bodies,
    "below": bodies.below_communes,
    "shared": bodies.pages_shared,
    "former units": then_and_now.former_units,
    "former ends": then_and_now.former_ends,
    "in force": then_and_now.units_in_force,
    "addresses": then_and_now.addresses,
    "wrong parents": then_and_now.wrong_former_parents,
    "said to be": then_and_now.said_to_be,
    "later": then_and_now.later_units,
    "user names": hard.user_names,
    "held": hard.held_letters,
    "entities": hard.entities,
    "TCVN3": hard.lost_soft_hyphens,
    "initials": hard.initials,
    "prefix": hard.prefix_slips,
    "last letter": hard.last_letter_lost,
    "streets": hard.streets,
    "two": hard.two_communes,
    "numbers": hard.numbered_wards,
    "one letter": slips.one_letter_off,
    "type words": slips.any_type_word,
    "half encoded": slips.half_encoded,
    "hard names": hard_names.of_list,
}
_TRIES = 4


def open_set(times: Times, size: int, seed: str = SEED) -> list[Asked]:
    """Return the texts of one list.

    Args:
        times: the list with its past and future.
        size: how many texts of each source, at most.
        seed: another seed gives other texts.
    """
    found: dict[tuple[str, str], Asked] = {}
    for name, source in SOURCES.items():
        drawn = source(times, Random(f"{seed}/{times.units.id}/{name}"))
        some: dict[tuple[str, str], Asked] = {}
        for asked in islice(drawn, _TRIES * size):
            some.setdefault((asked.text, asked.style), asked)
            if len(some) == size:
                break
        found |= some
    return list(found.values())
