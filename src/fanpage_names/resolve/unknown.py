"""Lines that name a unit which no list has: words in the place of a name, at the cost of an unknown one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fanpage_names.gazetteer.gazetteer import Gazetteer
from fanpage_names.resolve.costs import KNOWN_ELSEWHERE, MARGIN, UNKNOWN
from fanpage_names.resolve.decoder import Decoder
from fanpage_names.resolve.foreign import is_commune_elsewhere
from fanpage_names.resolve.lattice import Lattice
from fanpage_names.resolve.parse import Parse
from fanpage_names.resolve.ranking import Unknown
from fanpage_names.units.model import Unit


def find_unknown(lattice: Lattice, parses: Sequence[Parse], gazetteer: Gazetteer) -> Unknown | None:
    """Return the name that no list has, where a line has one in the place of a unit's.

    Args:
        lattice: what may begin where.
        parses: the readings as units of the list, the cheapest first.
        gazetteer: the names.

    Returns:
        None where the best of `parses` costs less.
    """
    limit = parses[0].cost + MARGIN if parses else float("inf")
    least = UNKNOWN
    if parses and parses[0].own[0].edits and _is_known_elsewhere(parses[0], gazetteer):
        least += KNOWN_ELSEWHERE
    if limit <= least:
        return None
    decoder = Decoder(lattice, gazetteer)
    best: Parse | None = None
    for commune in gazetteer.representatives(lattice.by_entry):
        parse = decoder.unknown(commune, limit - KNOWN_ELSEWHERE)
        if parse is None:
            continue
        cost = parse.cost + (KNOWN_ELSEWHERE if _is_known_elsewhere(parse, gazetteer) else 0.0)
        if cost <= limit:
            best, limit = parse, cost
    if best is None:
        return None
    own, _ = best.own
    return Unknown(own.start, own.end, tuple(_parents(best)))


def _is_known_elsewhere(parse: Parse, gazetteer: Gazetteer) -> bool:
    """Whether what stands in the place of the unit's own name is a commune's elsewhere, and nobody's here."""
    own, line = parse.own[0], parse.line
    if line.letters[own.start : own.end] in gazetteer.names:
        return False
    return is_commune_elsewhere(line.written(own.start, own.end))


def _parents(parse: Parse) -> Iterator[Unit]:
    """Yield the units above that a line names, those in force first."""
    for segment in parse.segments:
        level = parse.slots[segment.slot].level if segment.kind == "name" and segment.slot is not None else None
        if level and (owner := parse.entry.at(level)):
            yield owner.unit
    for segment in parse.segments:
        if segment.former:
            yield segment.former.unit
