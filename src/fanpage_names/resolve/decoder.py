"""The cheapest parse of a lattice as one unit: a walk over its cuts that keeps, for each, the slots that are filled.

A state is a cut and a set of flags; an edge leads from cut to cut, fills a slot or none, and has its price. States are
reached in the order of the text, so the cheapest way to each is known when it is left.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import inf
from typing import NamedTuple

from fanpage_names.gazetteer.entries import Entry
from fanpage_names.gazetteer.gazetteer import Gazetteer
from fanpage_names.gazetteer.segment import Segment
from fanpage_names.gazetteer.template import NameTemplate
from fanpage_names.resolve.costs import EDIT, EDITED, MARGIN, MINOR, MISSING, spelt
from fanpage_names.resolve.edges import GAP, MISORDERED, PREFIXED, EdgeMaker
from fanpage_names.resolve.lattice import BEHIND, Edge, Edges, Lattice
from fanpage_names.resolve.parse import Parse
from fanpage_names.text.line import Line
from fanpage_names.text.spelling import Spelling
from fanpage_names.text.values import new

_SLOTS = MISORDERED - 1
_PARENTS = frozenset({"former", "today", "parent"})


class Rules:
    """What may follow what in the name of one unit, as flags of slots.

    Attributes:
        own: the slot of the unit's own name.
        above: the slots of the names above it.

    Args:
        template: what the canonical name is made of.
        prefixed: whether the line holds a prefix, after which the name's place begins.
        named: the slots whose names the line holds.
    """

    def __init__(self, template: NameTemplate, *, prefixed: bool, named: Sequence[int] = ()) -> None:
        self.own = 1 << template.fillers[0].slot
        self.above = sum([1 << filler.slot for filler in template.fillers[1:]])
        self._named = sum([1 << slot for slot in named])
        self._prefixed = PREFIXED if prefixed else 0
        self._has_prefix = template.prefix is not None

    def after(self, flags: int, edge: Edge) -> int:
        """Return the flags after an edge is taken; -1 where it may not be.

        Nothing strange stands between the prefix and the own name, nor between that and the first name above it; an
        unknown name stands there and nowhere else.
        """
        _, _, fills, segments, strange = edge
        if strange:
            if not flags & self.own:
                return -1 if flags & self._prefixed == self._prefixed and strange != BEHIND else flags
            return flags if flags & self.above else flags | GAP
        kind, in_place = segments[-1].kind, not flags & self.own and flags & self._prefixed == self._prefixed
        if (kind == "unknown" and (flags & self.above or not in_place)) or (kind == "parent" and in_place):
            return -1
        slot = fills & _SLOTS
        again_too_soon = fills == PREFIXED and self._has_prefix and not flags & PREFIXED
        if flags & slot or again_too_soon or (flags & GAP and (slot & self.above or kind in _PARENTS)):
            return -1
        if slot and flags & _SLOTS >= slot << 1:
            flags |= MISORDERED
        return flags | fills

    def may_end(self, flags: int) -> bool:
        """Tell whether a name may end so: with its own name, and no name above it left over after strange words."""
        return bool(flags & self.own) and not (flags & GAP and self._named & ~flags)


class Path(NamedTuple):
    """The cheapest way over a line.

    Attributes:
        cost: what it costs, with what is missing.
        flags: the slots that it fills, and what else is said of it.
        segments: what its letters are, in order.
    """

    cost: float
    flags: int
    segments: tuple[Segment, ...]


def cheapest_path(cuts: Sequence[int], edges: Edges, rules: Rules, limit: float = inf) -> Path | None:
    """Return the cheapest way from the first cut to the last that fills the own name's slot.

    Args:
        cuts: the places that edges lead between, in order.
        edges: the edges that leave each of them.
        rules: what may follow what, and what must not be left out.
        limit: the most that it may cost.

    Returns:
        The way; None where there is none within the limit.
    """
    reached: dict[int, dict[int, _Step]] = {cuts[0]: {0: (0.0, cuts[0], 0, None)}}
    for cut in cuts[:-1]:
        leaving = edges[cut]
        for flags, (cost, _, _, _) in reached.get(cut, _NOWHERE).items():
            for edge in leaving:
                now = cost + edge[1]
                if now > limit:
                    continue
                then = rules.after(flags, edge)
                if then < 0:
                    continue
                if then & ~flags & MISORDERED:
                    now += MINOR
                at_end = reached.setdefault(edge[0], {})
                known = at_end.get(then)
                if known is None or now < known[0]:
                    at_end[then] = (now, cut, flags, edge)
    best: tuple[float, int] | None = None
    for flags, (cost, _, _, _) in reached.get(cuts[-1], _NOWHERE).items():
        total = cost + MISSING * (rules.above & ~flags).bit_count()
        if rules.may_end(flags) and total <= limit and (best is None or total < best[0]):
            best = total, flags
    return Path(*best, _way_back(reached, cuts[-1], best[1])) if best else None


def _way_back(reached: Mapping[int, Mapping[int, _Step]], cut: int, flags: int) -> tuple[Segment, ...]:
    """The segments on the way to a state."""
    segments: list[Segment] = []
    while True:
        _, before, flags, edge = reached[cut][flags]
        if edge is None:
            return tuple(reversed(segments))
        segments += reversed(edge.segments)
        cut = before


class Decoder:
    """Decodes one lattice as any unit of a gazetteer."""

    def __init__(self, lattice: Lattice, gazetteer: Gazetteer) -> None:
        self._lattice = lattice
        self._gazetteer = gazetteer
        self._edges = EdgeMaker(lattice, gazetteer)

    def parses(self) -> list[Parse]:
        """Return the cheapest parses as units, the best first, but for those that cost too much to raise a doubt."""
        found: list[Parse] = []
        limit = inf
        for least, entry in self._edges.candidates():
            if least >= limit:
                break
            parse = self.parse(entry, limit)
            if parse is None:
                continue
            found.append(parse)
            best = min(found, key=lambda parse: parse.cost)
            limit = best.cost + MARGIN if best.complete else max(best.cost + MARGIN, EDITED + EDIT)
        found.sort(key=lambda parse: parse.cost)
        return found

    def parse(self, entry: Entry, limit: float = inf) -> Parse | None:
        """Return the cheapest parse as `entry`; None where its own name is not there, or it costs more than `limit`."""
        edges = self._edges.of(entry, limit)
        return self._cheapest(entry, edges, limit) if edges else None

    def unknown(self, commune: Entry, limit: float = inf) -> Parse | None:
        """Return the cheapest parse as a commune beside `commune` whose name no list has; None where there is none."""
        return self._cheapest(commune, self._edges.of_unknown(commune, limit), limit)

    def _cheapest(self, entry: Entry, edges: Edges, limit: float) -> Parse | None:
        template, lattice = self._gazetteer.template(entry), self._lattice
        named = [filler.slot for filler in template.fillers[1:] if entry.at(filler.level) in lattice.by_entry]
        rules = Rules(template, prefixed=bool(lattice.prefixes), named=named)
        path = cheapest_path(lattice.cuts, edges, rules, limit)
        return _as_parse(entry, lattice.line, template, path) if path else None


def _as_parse(entry: Entry, line: Line, template: NameTemplate, path: Path) -> Parse:
    """A way over a line as a parse, with what speaks for and against it."""
    cost, filled, segments = path
    own = template.fillers[0].slot
    fillers = {filler.slot: filler for filler in template.fillers}
    conflicts = evidence = wrong = 0
    edits = 0.0
    spellings: dict[int, Spelling] = {}
    for start, end, kind, slot, word, short, differ, _ in segments:
        edits += differ
        if slot is None:
            conflicts += kind == "parent"
            evidence += kind in {"former", "today"}
        elif kind == "name":
            evidence += slot != own
            if not differ and not short:
                how = spellings[slot] = spelt(line.written(start, end), template.slots[slot])
                wrong += how.wrong
        elif kind == "type":
            fits = word is not None and entry.is_called(word, fillers[slot].level, fillers[slot].type)
            conflicts += not fits
            evidence += fits and slot == own
        elif kind == "parent":
            conflicts += 1
        elif kind in {"prefix", "former", "today"}:
            evidence += 1
    missing = tuple([index for index in range(len(template.slots)) if not filled & 1 << index])
    return new(
        Parse,
        (
            *(entry, line, template, segments, missing, cost),
            *(conflicts, evidence, wrong, edits, spellings),
        ),
    )


_Step = tuple[float, int, int, Edge | None]
"""What a state cost, the cut and the flags before it, and the edge that led to it."""
_NOWHERE: Mapping[int, _Step] = {}
