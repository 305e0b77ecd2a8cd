"""The ways from cut to cut that a unit's name may take: what each word, name or prefix may be, and its price.

Edges that do not depend on the unit are made once for a lattice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from fanpage_names.gazetteer.entries import Entry
from fanpage_names.gazetteer.gazetteer import Gazetteer
from fanpage_names.gazetteer.segment import Segment
from fanpage_names.gazetteer.template import Filler, NameTemplate, Slot
from fanpage_names.gazetteer.vocabulary import CITY
from fanpage_names.resolve.costs import (
    ANOTHERS,
    CONFLICT,
    EXTRA,
    LONG_REMARK,
    MINOR,
    MISSING,
    REMARK,
    REPEATED,
    RETYPED,
    STILL_THERE,
    UNKNOWN,
    UNKNOWN_WORDS,
    WRONG_MARK,
    breaks,
    edited,
    edited_name,
    spelt,
)
from fanpage_names.resolve.lattice import BEHIND, Edge, Edges, Lattice, NameSpan, TypeWordSpan, is_as_written
from fanpage_names.resolve.parents import ParentNames
from fanpage_names.text.values import new

MISORDERED, GAP, PREFIXED = 1 << 8, 1 << 9, 1 << 10
"""Flags beside those of the slots: the order is another one; a strange word follows the own name; a prefix was read."""
_MOST_UNKNOWN = 8
_MOST_OF_NAME = 2
"""So many digits of a number after a name are rather a part of it than a year."""
_ONE_WORD = 2
"""The letters of "cũ"."""
_PLAIN = (None, None, False, 0, None)


class EdgeMaker:
    """Makes the edges of units over one lattice."""

    def __init__(self, lattice: Lattice, gazetteer: Gazetteer) -> None:
        self.lattice = lattice
        self.gazetteer = gazetteer
        self._parents = ParentNames(lattice, gazetteer)
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
        spans += [other for other in self._parents.found if other.level != "commune"]
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
        self._add_rest(edges, entry, template, limit, named=True)
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
        self._add_rest(edges, commune, template, limit, named=False)
        return edges

    def _add_rest(self, edges: Edges, entry: Entry, template: NameTemplate, limit: float, *, named: bool) -> None:
        self._parents.add_to(edges, entry, template, limit, named=named)
        self._add_prefixes(edges, template.prefix)
        self._add_remarks(edges, entry)

    @cached_property
    def _words(self) -> Edges:
        """The edges of words that are no names: each word by itself, and what says what was."""
        line, harmless = self.line, self.lattice.harmless
        mixed = not (line.text.isupper() or line.text.islower())
        edges: Edges = {}
        strange: int
        types = {span.start for span in self.lattice.type_words.values() if is_as_written(line, span)}
        for start, end in zip(self.cuts, self.cuts[1:], strict=False):
            written = line.written(start, end)
            plain = mixed and written.islower() and start not in types
            strange = start not in harmless and not plain
            if strange and written.isdigit():
                strange = BEHIND if len(written) <= _MOST_OF_NAME else 0
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

    def _add_name(self, edges: Edges, span: NameSpan, filler: Filler, entry: Entry) -> None:
        """Add the edges of a name in its slot: alone, after its type word, before an English one."""
        slot = self.gazetteer.template(entry).slots[filler.slot]
        owner, former = entry.at(filler.level), entry.former
        cost = self._name_price(span, slot, own=filler.own) + (
            STILL_THERE if former and owner and not owner.former else 0.0
        )
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
            fits = entry.is_called(type_word.word, filler.level, filler.type)
            written = is_as_written(self.line, type_word)
            if not (fits or written):
                continue
            price = cost if written else cost + WRONG_MARK
            if not fits:
                if slot.key.isdigit():
                    continue
                was = owner is not None and not self.gazetteer.types_before(owner).isdisjoint(type_word.word.types)
                price += RETYPED if was else CONFLICT + (MISSING if own_province else 0.0)
            kind = new(Segment, (type_word.start, type_word.end, "type", filler.slot, type_word.word, False, 0, None))
            if type_word.end == start:
                before = type_word.start
                edges[before] = [*edges[before], new(Edge, (end, price, fills, (kind, name), False))]
            else:
                edges[start] = [*edges[start], new(Edge, (type_word.end, price, fills, (name, kind), False))]

    def _name_price(self, span: NameSpan, slot: Slot, *, own: bool) -> float:
        """What the letters of a name cost: other letters, marks that contradict it, words that are split."""
        start, end, _, short, edits = span
        if short:
            return 0.0
        line = self.line
        if edits:
            return edited_name(line, start, end, slot, edits)
        written = line.written(start, end)
        cost = WRONG_MARK * spelt(written, slot).wrong
        if cost and own and self.gazetteer.bears(written):
            cost += ANOTHERS
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

    def _add_prefixes(self, edges: Edges, slot: int | None) -> None:
        for start, end, edits in self.lattice.prefixes:
            more = [] if edits else [Edge(end, REPEATED, PREFIXED, (Segment(start, end, "repeat"),))]
            if slot is not None:
                segment = new(Segment, (start, end, "prefix", slot, None, False, edits, None))
                more.append(new(Edge, (end, edited(edits), PREFIXED | 1 << slot, (segment,), False)))
            edges[start] = [*edges[start], *more]
