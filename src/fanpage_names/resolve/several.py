"""Lines that name several communes side by side, "xã Hải Minh và xã Hải Anh": none of them is meant alone."""

from __future__ import annotations

from collections.abc import Iterator

from fanpage_names.gazetteer.entries import Entry
from fanpage_names.gazetteer.gazetteer import Gazetteer
from fanpage_names.gazetteer.template import slot_of_name
from fanpage_names.resolve.costs import spelt
from fanpage_names.resolve.foreign import is_commune_elsewhere
from fanpage_names.resolve.lattice import Lattice
from fanpage_names.resolve.parse import Parse
from fanpage_names.resolve.ranking import Resolution, candidates_of

_AND = frozenset({"va", "voi", "cung"})
"""Words that join names, as keys."""


def several_beside(lattice: Lattice, best: Parse, gazetteer: Gazetteer) -> Resolution | None:
    """Return the resolution of a line whose own name is followed by those of other communes; None for others."""
    own, _ = best.own
    end = own.end
    for segment in best.segments:
        if segment.kind == "extra" and segment.start == end:
            end = segment.end
    return several_between(lattice, own.start, end, gazetteer) if end > own.end and not own.edits else None


def several_between(lattice: Lattice, start: int, end: int, gazetteer: Gazetteer) -> Resolution | None:
    """Return the resolution of a line that between two letters holds nothing but communes' names, and what joins them.

    None where there is anything else, or all of them are one unit today or the name of one elsewhere.
    """
    if is_commune_elsewhere(lattice.line.written(start, end)):
        return None
    named: list[Entry] = []
    type_words = {span.start: after for after, span in lattice.type_words.items()}
    while start < end:
        found = list(_communes_at(lattice, start, end))
        if found:
            start, entries = max(found, key=lambda one: one[0])
            named += entries
            continue
        word = next(cut for cut in lattice.cuts if cut > start)
        if start not in type_words and lattice.line.letters[start:word] not in _AND:
            return None
        start = type_words.get(start, word)
    candidates = candidates_of(named, gazetteer)
    return Resolution(lattice.line, candidates=candidates) if len(candidates) > 1 else None


def _communes_at(lattice: Lattice, start: int, end: int) -> Iterator[tuple[int, list[Entry]]]:
    """Yield where the names of communes end that begin at a letter, with the communes so named."""
    for name in lattice.names:
        if name.start == start and name.end <= end and not (name.edits or name.short):
            written = lattice.line.written(start, name.end)
            communes = [
                entry
                for entry in name.entries
                if entry.unit.level == "commune"
                and (start in lattice.type_words or not written.isdigit())
                and (written.isascii() or not spelt(written, slot_of_name(entry.unit.name)).wrong)
            ]
            if communes:
                yield name.end, communes
