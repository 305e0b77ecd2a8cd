"""The walk over edges, on edges made by hand: no list, no lattice."""

from __future__ import annotations

import pytest

from fanpage_names import load_units
from fanpage_names.gazetteer.segment import Segment, SegmentKind
from fanpage_names.gazetteer.template import NameTemplate, template_of
from fanpage_names.resolve.costs import MINOR, MISSING
from fanpage_names.resolve.decoder import Path, Rules, cheapest_path
from fanpage_names.resolve.edges import PREFIXED
from fanpage_names.resolve.lattice import Edge, Edges

PREFIX, OWN, DISTRICT, PROVINCE = range(4)


def template() -> NameTemplate:
    """Of a commune: Mặt trận, its name, its district, its province."""
    units = load_units("nam_dinh_units")
    return template_of(units, units.by_code["14233"], "short")


def name(start: int, end: int, slot: int, cost: float = 0.0) -> Edge:
    kind: SegmentKind = "prefix" if slot == PREFIX else "name"
    flags = PREFIXED | 1 << slot if slot == PREFIX else 1 << slot
    return Edge(end, cost, flags, (Segment(start, end, kind, slot),))


def word(start: int, end: int, *, strange: bool = True) -> Edge:
    return Edge(end, 8.0, 0, (Segment(start, end, "extra"),), strange)


def other(start: int, end: int, kind: SegmentKind, slot: int | None, cost: float) -> Edge:
    return Edge(end, cost, 0 if slot is None else 1 << slot, (Segment(start, end, kind, slot),))


def walk(*edges: Edge, named: tuple[int, ...] = (), limit: float = 100.0) -> Path | None:
    """The cheapest way over edges, each of which begins where its first segment does."""
    ends = {0, *(edge.end for edge in edges), *(edge.segments[0].start for edge in edges)}
    leaving: Edges = {cut: [] for cut in ends}
    for edge in edges:
        leaving[edge.segments[0].start].append(edge)
    prefixed = any(edge.fills & PREFIXED for edge in edges)
    return cheapest_path(sorted(ends), leaving, Rules(template(), prefixed=prefixed, named=named), limit)


def kinds(path: Path | None) -> list[tuple[SegmentKind, int | None]]:
    assert path is not None
    return [(segment.kind, segment.slot) for segment in path.segments]


WHOLE = (name(0, 7, PREFIX), name(7, 14, OWN), name(14, 20, DISTRICT), name(20, 27, PROVINCE))


def test_a_whole_name_costs_nothing() -> None:
    path = walk(*WHOLE)
    assert path is not None
    assert (path.cost, path.flags & 0xF) == (0, 0xF)
    assert kinds(path) == [("prefix", PREFIX), ("name", OWN), ("name", DISTRICT), ("name", PROVINCE)]


def test_parts_that_are_missing_cost_each() -> None:
    path = walk(name(0, 7, PREFIX), name(7, 14, OWN), name(14, 21, PROVINCE))
    assert path is not None
    assert path.cost == MISSING
    path = walk(name(0, 7, OWN))
    assert path is not None
    assert path.cost == 2 * MISSING  # no prefix is no missing parent


def test_another_order_costs_once() -> None:
    path = walk(name(0, 7, PROVINCE), name(7, 14, DISTRICT), name(14, 21, OWN), name(21, 28, PREFIX))
    assert path is not None
    assert path.cost == MINOR


def test_without_the_own_name_there_is_no_way() -> None:
    assert walk(name(0, 7, PREFIX), name(7, 14, DISTRICT), name(14, 21, PROVINCE)) is None


def test_no_slot_is_filled_twice() -> None:
    path = walk(*WHOLE[:2], name(14, 20, OWN), other(14, 20, "repeat", None, 3.0), name(20, 27, PROVINCE))
    assert kinds(path)[2] == ("repeat", None)


@pytest.mark.parametrize("strange", [False, True])
def test_strange_words_between_the_prefix_and_the_name(strange: bool) -> None:
    """They are no words too many, but part of a name that nobody knows."""
    path = walk(name(0, 7, PREFIX), word(7, 10, strange=strange), name(10, 14, OWN), name(14, 20, PROVINCE))
    assert (path is None) is strange


@pytest.mark.parametrize("strange", [False, True])
def test_strange_words_between_the_name_and_its_parent(strange: bool) -> None:
    path = walk(name(0, 7, OWN), word(7, 10, strange=strange), name(10, 17, PROVINCE), word(10, 17), named=(PROVINCE,))
    assert (path is None) is strange


def test_strange_words_before_the_prefix_and_after_the_last_part() -> None:
    path = walk(word(0, 3), name(3, 10, PREFIX), name(10, 14, OWN), name(14, 20, PROVINCE), word(20, 25))
    assert path is not None
    assert path.cost == 16 + MISSING


def test_an_unknown_name_stands_between_the_prefix_and_the_parents() -> None:
    unknown = other(7, 14, "unknown", OWN, 9.3)
    path = walk(name(0, 7, PREFIX), unknown, name(14, 20, DISTRICT), name(20, 27, PROVINCE))
    assert path is not None
    assert path.cost == pytest.approx(9.3)
    assert walk(name(0, 7, DISTRICT), unknown, name(14, 20, PROVINCE)) is None


def test_the_cheaper_of_two_ways_wins_and_the_limit_holds() -> None:
    bent, unknown = name(7, 14, OWN, 10.0), other(7, 14, "unknown", OWN, 9.3)
    rest = (WHOLE[0], *WHOLE[2:])
    assert ("unknown", OWN) in kinds(walk(bent, unknown, *rest))
    assert ("name", OWN) in kinds(walk(name(7, 14, OWN, 7.0), unknown, *rest))
    assert walk(bent, unknown, *rest, limit=9.0) is None


def test_a_wrong_parent_stands_after_the_name() -> None:
    wrong = other(14, 20, "parent", DISTRICT, 6.0)
    path = walk(*WHOLE[:2], wrong, WHOLE[3])
    assert path is not None
    assert path.cost == 6
    assert walk(WHOLE[0], other(7, 14, "parent", DISTRICT, 6.0), name(14, 20, OWN), WHOLE[3]) is None
