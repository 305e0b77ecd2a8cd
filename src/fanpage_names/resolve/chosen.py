"""How a text reads as one unit that somebody else says is meant."""

from __future__ import annotations

from fanpage_names.gazetteer.entries import Entry
from fanpage_names.resolve.decoder import Decoder
from fanpage_names.resolve.parse import Parse
from fanpage_names.resolve.resolver import Resolver
from fanpage_names.text.decoding import decodings, possible_encodings
from fanpage_names.text.line import Line
from fanpage_names.text.reader import read_decoded, read_line
from fanpage_names.units.model import Unit


def parse_as(text: str, unit: Unit, resolver: Resolver) -> Parse | None:
    """Return the cheapest parse of a text as a unit of the list in force; None where its name is not in it.

    Raises:
        KeyError: the list has no such unit.
    """
    entry = resolver.gazetteer.entry(unit)
    lines = [read_line(text)]
    lines += [read_decoded(decoded, name) for name, decoded in decodings(text, possible_encodings(text))]
    parses = [parse for line in lines if (parse := _parse_as(line, entry, resolver))]
    return min(parses, key=lambda parse: parse.cost, default=None)


def _parse_as(line: Line, entry: Entry, resolver: Resolver) -> Parse | None:
    lattice = resolver.lattice(line)
    parse = Decoder(lattice, resolver.gazetteer).parse(entry)
    finer = resolver.finer(lattice) if parse is None or parse.extra() else None
    return (finer and Decoder(finer, resolver.gazetteer).parse(entry)) or parse
