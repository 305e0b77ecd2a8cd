"""The open set itself: it is the same each time, and holds what it says it holds."""

from __future__ import annotations

from random import Random

import pytest

from fanpage_names import Checker
from tests.corpus.build import LISTS

from .asked import UNKNOWN, Answer, Asked
from .bodies import bodies, pages_shared
from .build import SOURCES, open_set
from .chronicle import times_of
from .figures import BOUNDS, Said, another, named, right, told
from .hard_names import hard_names
from .nearness import edits, holds
from .strangers import local_places


@pytest.mark.parametrize("name", LISTS)
def test_same_seed_same_texts_other_seed_others(name: str) -> None:
    times = times_of(name)
    first = open_set(times, 20)
    assert first == open_set(times, 20)
    assert first != open_set(times, 20, seed="another")


@pytest.mark.parametrize("name", LISTS)
def test_strangers_are_no_unit_of_any_time(name: str) -> None:
    times = times_of(name)
    texts = [asked for asked in open_set(times, 60) if asked.words]
    taken = {unit.name for unit in (*times.units.units, *(unit for unit, _ in times.later))} | {
        former.unit.name for former in times.former
    }
    assert texts
    assert not [asked for asked in texts if asked.words in taken]


def test_every_source_has_texts_where_there_are_such() -> None:
    for name in LISTS:
        times = times_of(name)
        empty = {key for key, source in SOURCES.items() if next(source(times, Random("any")), None) is None}
        past = set() if times.former else {"former units", "former ends", "in force", "said to be"}
        ends = {"numbers"} if times.units.has_districts else {"numbers", "last letter"}
        assert empty == past | ends | (set() if times.later else {"later"})


def test_there_are_many_bodies_each_written_in_many_ways() -> None:
    assert len(bodies()) >= 60
    assert all(len(set(body.ways)) >= 6 for body in bodies()), [b.ways for b in bodies() if len(set(b.ways)) < 6]


def test_there_are_hundreds_of_places_each_once() -> None:
    assert len(set(local_places())) == len(local_places()) > 400


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Hải Anh", "Hải An", 1),
        ("Hải Anh", "hai anh", 0),
        ("Nam Lợi", "Lam Lợi", 0.5),
        ("Xuân Trung", "Suân Chung", 1.5),
        ("Hải Minh", "Hảii Minh", 0.5),
        ("Bình Xuân", "Trực Ninh", 5),
    ],
)
def test_edits_between_names(one: str, other: str, apart: float) -> None:
    assert edits(one, other) == apart


@pytest.mark.parametrize(("text", "inside"), [("Ga Nam Định Mới", True), ("Nam Đình", True), ("Nam Điền", False)])
def test_names_inside_texts(text: str, inside: bool) -> None:
    assert holds(text, frozenset({("nam", "dinh")})) is inside


def test_what_is_said_is_judged() -> None:
    checker = Checker(times_of(LISTS[0]).units)
    text = "Mặt trận Hải Minh Hải Hậu Nam Định"
    meant = Asked(text, LISTS[0], "short", "x", (Answer("deviates", "14233"),))
    strange = Asked(text, LISTS[0], "short", "x", (UNKNOWN,))
    said = [Said(asked, checker.check(text)) for asked in (meant, strange)]
    assert [right(one) for one in said] == [True, False]
    assert [told(one) for one in said] == [True, False]
    assert [another(one) for one in said] == [False, True]
    assert all(map(named, said))


def test_hard_names_are_many_each_once_and_name_units_of_their_list() -> None:
    rows = hard_names()
    assert len({(asked.units, asked.text) for asked in rows}) == len(rows) > 150
    assert all(asked.meant <= times_of(asked.units).units.by_code.keys() for asked in rows)


def test_every_kind_has_its_bound() -> None:
    kinds = {asked.kind for name in LISTS for asked in open_set(times_of(name), 40)}
    unbound = {kind for kind in kinds if not any(bound.about(kind) for bound in BOUNDS if bound.kinds != ("",))}
    assert unbound <= {"another province", "shared page"}
    assert next(pages_shared(times_of(LISTS[0]), Random(1))).meant
