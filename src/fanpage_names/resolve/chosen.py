"""How a text reads as one unit that somebody else says is meant."""

from __future__ import annotations

from fanpage_names.gazetteer.gazetteer import Gazetteer
from fanpage_names.resolve.decoder import Decoder
from fanpage_names.resolve.lattice import find_spans
from fanpage_names.resolve.parse import Parse
from fanpage_names.resolve.segmentation import segment
from fanpage_names.resolve.words import find_remarks
from fanpage_names.text.decoding import decodings, possible_encodings
from fanpage_names.text.reader import read_decoded, read_line
from fanpage_names.units.model import Unit


def parse_as(text: str, unit: Unit, gazetteer: Gazetteer) -> Parse | None:
    """Return the cheapest parse of a text as a unit of the list in force; None where its name is not in it."""
    entry = next((one for one in gazetteer.now if one.unit == unit), None)
    if entry is None:
        return None
    lines = [read_line(text)]
    lines += [read_decoded(decoded, name) for name, decoded in decodings(text, possible_encodings(text))]
    parses = []
    for line in lines:
        lattice = find_spans(line, gazetteer, None)
        lattice.remarks = find_remarks(line)
        parse = Decoder(lattice, gazetteer).parse(entry)
        cuts = segment(lattice, gazetteer) if parse is None or parse.extra() else lattice.cuts
        if len(cuts) != len(lattice.cuts):
            lattice = find_spans(line, gazetteer, cuts)
            lattice.remarks = find_remarks(line)
            parse = Decoder(lattice, gazetteer).parse(entry) or parse
        if parse is not None:
            parses.append(parse)
    return min(parses, key=lambda parse: parse.cost, default=None)
