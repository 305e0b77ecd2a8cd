"""The ways from cut to cut that a unit's name may take: what each word, name or prefix may be, and its price.

Edges that do not depend on the unit are made once for a lattice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from fanpage_names.gazetteer.entries import Entry, name_alone
from fanpage_names.gazetteer.gazetteer import Gazetteer
from fanpage_names.gazetteer.segment import FormerParent, Segment, SegmentKind
from fanpage_names.gazetteer.template import Filler, NameTemplate, Slot, slot_of_name
from fanpage_names.gazetteer.vocabulary import CITY
from fanpage_names.resolve.costs import (
    CONFLICT,
    EXTRA,
    FORMER_DISTRICT,
    FORMER_PROVINCE,
    LONG_REMARK,
    MINOR,
    MISSING,
    REMARK,
    REPEATED,
    STILL_THERE,
    TODAY,
    UNKNOWN,
    UNKNOWN_WORDS,
    WRONG_MARK,
    breaks,
    edited,
    edited_name,
    spelt,
)
from fanpage_names.resolve.lattice import Lattice, NameSpan, TypeWordSpan, is_as_written
from fanpage_names.text.values import new
from fanpage_names.units.model import LEVELS, Level

MISORDERED, GAP, PREFIXED = 1 << 8, 1 << 9, 1 << 10
"""Flags beside those of the slots: the order is another one; a strange word follows the own name; a prefix was read."""
_MOST_UNKNOWN = 8
_ONE_WORD = 2
"""The letters of "cũ"."""
_PLAIN = (None, None, False, 0, None)


class Edge(NamedTuple):
    """A way on from a cut.

    Attributes:
        end: the cut it leads to.
        cost: its price.
        fills: the flag of the slot that it fills; 0 for none.
        segments: what its letters are.
        strange: whether it is a word that has no business near the name.
    """

    end: int
    cost: float
    fills: int
    segments: tuple[Segment, ...]
    strange: bool = False


Edges = dict[int, list[Edge]]
"""The edges that leave each cut."""


class _Other(NamedTuple):
    """The name of a unit of some level that may stand in the place of a parent, with its type word.

    Attributes:
        start: first letter.
        end: after the last letter.
        level: the level.
        entries: the units of that name and level; none for a name of another province.
        name: where the name is, without the type word; None where its marks do not matter.
    """

    start: int
    end: int
    level: Level
    entries: frozenset[Entry]
    name: NameSpan | None


class _Above(NamedTuple):
    """What stands above a unit, then and now.

    Attributes:
        slots: the slot of each level above.
        height: the place of the unit's own level, counted from the province.
        ours: the unit and those above it.
        today: the units in force above those that follow a former unit.
        former: the former units above the predecessors of a unit in force.
    """

    slots: Mapping[Level, int]
    height: int
    ours: frozenset[Entry]
    today: frozenset[Entry]
    former: Mapping[Entry, FormerParent]


class EdgeMaker:
    """Makes the edges of units over one lattice."""

    def __init__(self, lattice: Lattice, gazetteer: Gazetteer) -> None:
        self.lattice = lattice
        self.gazetteer = gazetteer
        self._known_marks: dict[tuple[int, int, Level], float] = {}
        self.line = lattice.line
        self.cuts = lattice.cuts

    def candidates(self) -> list[tuple[float, Entry]]:
        """Return the units whose own name is there, each after what its parse costs at least, the cheapest first.

        That is the letters of its name that differ, the parts that nothing is for, and the words that nothing explains.
        Of units that cost as much the lowest comes first: more of the words are parts of its name.
        """
        missing = MISSING / 2 if self.gazetteer.then else MISSING
        places = {cut: index for index, cut in enumerate(self.cuts)}
        common = self._explained_by_any(places)
        words = (1 << len(self.cuts) - 1) - 1
        by_entry, meant = self.lattice.by_entry, self.gazetteer.meant
        found: list[tuple[float, int, Entry]] = []
        for entry, spans in by_entry.items():
            if entry not in meant:
                continue
            edits = min([span.edits for span in spans])
            cost, height, explained = edited(edits), 0, common
            for owner in entry.line:
                height -= 1
                named = by_entry.get(owner)
                if named is None:
                    cost += missing
                else:
                    for start, end, _, _, _ in named:
                        explained |= (1 << places[end]) - (1 << places[start])
            found.append((cost + EXTRA * (words & ~explained).bit_count(), height, entry))
        found.sort(key=lambda one: one[:2])
        return [(cost, entry) for cost, _, entry in found]

    def _explained_by_any(self, places: Mapping[int, int]) -> int:
        """The words, a bit each, that may be more than words in the parse of any unit."""
        lattice = self.lattice
        spans: list[Sequence[Any]] = [*lattice.prefixes, *lattice.type_words.values(), *lattice.remarks]
        spans += lattice.type_words_after.values()
        spans += [other for other in self._others if other.level != "commune"]
        explained = 0
        for start, end, *_ in spans:
            explained |= (1 << places[end]) - (1 << places[start])
        return explained

    def of(self, entry: Entry, limit: float) -> Edges | None:
        """Return the edges of a unit; None where its own name is not there. Those over `limit` may be left out."""
        template = self.gazetteer.template(entry)
        edges = dict(self._words)
        for filler in template.fillers:
            owner = entry.at(filler.level)
            spans = self.lattice.by_entry.get(owner, []) if owner else []
            if filler.own and self.lattice.remarks:
                spans = [span for span in spans if not self._in_remark(span)]
            for span in spans:
                self._add_name(edges, span, filler, entry)
            if filler.own and not spans:
                return None
        self._add_rest(edges, entry, template, limit)
        return edges

    def of_unknown(self, commune: Entry, limit: float) -> Edges:
        """Return the edges of a commune beside `commune` whose name no list has."""
        template = self.gazetteer.template(commune)
        edges = dict(self._words)
        own, *parents = template.fillers
        for filler in parents:
            owner = commune.at(filler.level)
            for span in self.lattice.by_entry.get(owner, ()) if owner else ():
                self._add_name(edges, span, filler, commune)
        for start, found in self._unknown_runs.items():
            affordable = [run for run in found if run[1] <= limit]
            if affordable:
                edges[start] = [*edges.get(start, ()), *self._as_own(start, affordable, own.slot)]
        self._add_rest(edges, commune, template, limit)
        return edges

    def _add_rest(self, edges: Edges, entry: Entry, template: NameTemplate, limit: float) -> None:
        self._add_parents(edges, entry, template, limit)
        self._add_prefixes(edges, template.prefix)
        self._add_remarks(edges, entry)

    @cached_property
    def _words(self) -> Edges:
        """The edges of words that are no names: each word by itself, and what says what was."""
        line, harmless = self.line, self.lattice.harmless
        mixed = not (line.text.isupper() or line.text.islower())
        edges: Edges = {}
        types = {span.start for span in self.lattice.type_words.values() if is_as_written(line, span)}
        for start, end in zip(self.cuts, self.cuts[1:], strict=False):
            written = line.written(start, end)
            plain = written.isdigit() or (mixed and written.islower() and start not in types)
            strange = start not in harmless and not plain
            edges[start] = [new(Edge, (end, EXTRA, 0, (new(Segment, (start, end, "extra", *_PLAIN)),), strange))]
        for prefix in self.lattice.prefixes:
            if not prefix.edits:
                for start in self.cuts:
                    if prefix.start <= start < prefix.end:
                        edges[start] = []
        return edges

    @cached_property
    def _unknown_runs(self) -> dict[int, list[tuple[int, float, TypeWordSpan | None]]]:
        """Where unknown names may begin, with where they end, what they cost, and the type word before them."""
        found: dict[int, list[tuple[int, float, TypeWordSpan | None]]] = {}
        cuts, line = self.cuts, self.line
        type_words = {span.end: span for span in self.lattice.type_words.values()}
        for index, start in enumerate(cuts[:-1], 1):
            named = False
            for words, end in enumerate(cuts[index : index + _MOST_UNKNOWN], 1):
                word = cuts[index + words - 2]
                named = named or (word not in self.lattice.harmless and not line.letters[word:end].isdigit())
                if named:
                    cost = UNKNOWN + UNKNOWN_WORDS[min(words, 3) - 1] + EXTRA * max(0, words - 3)
                    found.setdefault(start, []).append((end, cost, None))
                    if start in type_words:
                        before = type_words[start]
                        found.setdefault(before.start, []).append((end, cost, before))
        return found

    @staticmethod
    def _as_own(start: int, runs: Sequence[tuple[int, float, TypeWordSpan | None]], slot: int) -> Iterator[Edge]:
        for end, cost, before in runs:
            kind = (Segment(before.start, before.end, "type", slot, before.word),) if before else ()
            name = Segment(before.end if before else start, end, "unknown", slot)
            yield Edge(end, cost, 1 << slot, (*kind, name))

    @cached_property
    def _others(self) -> list[_Other]:
        """Names in force or gone, and those of other provinces, that may stand in a parent's place."""
        lattice = self.lattice
        found: list[_Other] = []
        for name in lattice.names:
            if name.edits:
                continue
            type_word = lattice.type_words.get(name.start)
            for level in LEVELS:
                entries = frozenset([entry for entry in name.entries if entry.unit.level == level])
                if not entries:
                    continue
                found.append(_Other(name.start, name.end, level, entries, name))
                if type_word and any(entry.unit.type in type_word.word.types for entry in entries):
                    found.append(_Other(type_word.start, name.end, level, entries, name))
        ours = {(name.start, name.end) for name in lattice.names}
        for foreign in lattice.foreign:
            if foreign.level == "district" and (foreign.start, foreign.end) in ours:
                continue
            found.append(_Other(foreign.type_word, foreign.end, foreign.level, frozenset(), None))
        return found

    def _marks(self, other: _Other) -> float:
        """What the marks of a name cost that contradict those of each unit of the name."""
        name = other.name
        if name is None or name.short:
            return 0.0
        written = self.line.written(name.start, name.end)
        if written.isascii():
            return 0.0
        key = name.start, name.end, other.level
        known = self._known_marks.get(key)
        if known is not None:
            return known
        slots = [slot_of_name(name) for name in {name_alone(entry.unit) for entry in other.entries}]
        wrong = min([spelt(written, slot).wrong if len(written) == len(slot.key) else 0 for slot in slots])
        cost = self._known_marks[key] = WRONG_MARK * wrong
        return cost

    def _add_name(self, edges: Edges, span: NameSpan, filler: Filler, entry: Entry) -> None:
        """Add the edges of a name in its slot: alone, after its type word, before an English one."""
        slot = self.gazetteer.template(entry).slots[filler.slot]
        owner, former = entry.at(filler.level), entry.former
        cost = self._name_price(span, slot) + (STILL_THERE if former and owner and not owner.former else 0.0)
        start, end, _, short, edits = span
        name = new(Segment, (start, end, "name", filler.slot, None, short, edits, None))
        fills = 1 << filler.slot
        own_province = filler.own and filler.level == "province"
        bare = 0.0
        if slot.lead and not short:
            bare = MISSING if own_province else 0.0 if former else MINOR
        edges[start] = [*edges[start], new(Edge, (end, cost + bare, fills, (name,), False))]
        if short and self.line.letters.startswith(CITY, start):
            return
        lattice = self.lattice
        for type_word in (lattice.type_words.get(start), lattice.type_words_after.get(end)):
            if type_word is None:
                continue
            fits, written = filler.type in type_word.word.types, is_as_written(self.line, type_word)
            if not (fits or written):
                continue
            price = cost if written else cost + WRONG_MARK
            if not fits:
                price += CONFLICT + (MISSING if own_province else 0.0)
            kind = new(Segment, (type_word.start, type_word.end, "type", filler.slot, type_word.word, False, 0, None))
            if type_word.end == start:
                edges[type_word.start] = [
                    *edges[type_word.start],
                    new(Edge, (end, price, fills, (kind, name), False)),
                ]
            else:
                edges[start] = [*edges[start], new(Edge, (type_word.end, price, fills, (name, kind), False))]

    def _name_price(self, span: NameSpan, slot: Slot) -> float:
        """What the letters of a name cost: other letters, marks that contradict it, words that are split."""
        start, end, _, short, edits = span
        if short:
            return 0.0
        line = self.line
        if edits:
            return edited_name(line, start, end, slot, edits)
        cost = WRONG_MARK * spelt(line.written(start, end), slot).wrong
        if not line.plain or self.cuts is not line.bounds:
            cost += breaks(line, start, slot)
        return cost

    def _in_remark(self, span: NameSpan) -> bool:
        """Whether a name only says what was or is: it is never the unit itself."""
        return any(start <= span.start < end for start, end, _ in self.lattice.remarks)

    def _add_remarks(self, edges: Edges, entry: Entry) -> None:
        """Add the edges of what says what was or is: nothing speaks against a unit that became what is named."""
        cuts = set(self.cuts)
        for start, end, now in self.lattice.remarks:
            cost = REMARK if end - start <= _ONE_WORD else LONG_REMARK
            if now:
                within = {one for name in self.lattice.names if start <= name.start < end for one in name.entries}
                units = self.gazetteer.succession(entry).units if entry.former else (entry.unit,)
                if any(one.unit in units and not one.former for one in within):
                    cost = REMARK
                elif not entry.former and any(not one.former for one in within):
                    cost += CONFLICT
            if end in cuts:
                edges[start] = [*edges[start], Edge(end, cost, 0, (Segment(start, end, "remark"),))]

    def _add_parents(self, edges: Edges, entry: Entry, template: NameTemplate, limit: float) -> None:
        """Add the edges of names in a parent's place: of former parents, of those of today, of other units."""
        if limit < TODAY:
            return
        ours = set(entry.line)
        above: _Above | None = None
        for other in self._others:
            if not ours.isdisjoint(other.entries):
                segment = Segment(other.start, other.end, "repeat")
                edge = Edge(other.end, REPEATED + self._marks(other), 0, (segment,))
                edges[other.start] = [*edges[other.start], edge]
            if other.level != "commune" and not (other.entries and other.entries <= ours):
                above = above or self._above(entry, template)
                edges[other.start] = [*edges[other.start], *self._as_parent(other, above, limit)]

    def _above(self, entry: Entry, template: NameTemplate) -> _Above:
        slots = {filler.level: filler.slot for filler in template.fillers if not filler.own}
        today = self.gazetteer.parents_today(entry) if entry.former else frozenset()
        former = {} if entry.former else self.gazetteer.former_parents(entry)
        return _Above(slots, LEVELS.index(entry.unit.level), frozenset(entry.line), today, former)

    def _as_parent(self, other: _Other, above: _Above, limit: float) -> Iterator[Edge]:
        """Yield the edges of a name that is no part of the unit's own: a former parent, one of today, any other."""
        start, end, level, entries, _ = other
        slot, outer = above.slots.get(level), above.slots.get("province")
        if gone := next((above.former[one] for one in entries if one in above.former), None):
            cost = (FORMER_PROVINCE if level == "province" else FORMER_DISTRICT) + self._marks(other)
            for place, more in ((slot, 0.0), (None if slot is None else outer, 0.2), (None, 0.1)):
                yield _edge(start, end, "former", place, cost + more, gone)
            if slot is None and outer is not None:
                yield _edge(start, end, "former", outer, cost + 0.2, gone)
        elif not above.today.isdisjoint(entries):
            for place, more in ((slot, 0.0), (None, 0.1)):
                yield _edge(start, end, "today", place, TODAY + more + self._marks(other))
        elif limit >= CONFLICT and above.ours.isdisjoint(entries) and LEVELS.index(level) < above.height:
            for place in (outer, None) if slot is None else (slot,):
                yield _edge(start, end, "parent", place, CONFLICT + self._marks(other))

    def _add_prefixes(self, edges: Edges, slot: int | None) -> None:
        for start, end, edits in self.lattice.prefixes:
            more = [] if edits else [Edge(end, REPEATED, PREFIXED, (Segment(start, end, "repeat"),))]
            if slot is not None:
                segment = new(Segment, (start, end, "prefix", slot, None, False, edits, None))
                more.append(new(Edge, (end, edited(edits), PREFIXED | 1 << slot, (segment,), False)))
            edges[start] = [*edges[start], *more]


def _edge(  # noqa: PLR0917 -- a segment and its price
    start: int, end: int, kind: SegmentKind, slot: int | None, cost: float, former: FormerParent | None = None
) -> Edge:
    segment = new(Segment, (start, end, kind, slot, None, False, 0, former))
    return Edge(end, cost, 0 if slot is None else 1 << slot, (segment,))
