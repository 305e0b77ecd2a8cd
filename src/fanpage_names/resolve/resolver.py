"""Which unit a submitted text means: the best parse, how sure it is, or why there is none.

The stages go from cheap to dear, and a later one is taken only where what the ones before found costs more than the
least that it could find: the whole name at once; another encoding or keystrokes undone; names found between the words;
glued words cut; letters mended, and the name that no list has.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from fanpage_names.gazetteer.gazetteer import Gazetteer
from fanpage_names.gazetteer.other_words import OtherSpan, OtherWordsFinder, shipped_finder
from fanpage_names.gazetteer.remarks import find_remarks, harmless_words
from fanpage_names.resolve.costs import CONFLICT, DECODED, DOUBT, MARGIN
from fanpage_names.resolve.decoder import Decoder
from fanpage_names.resolve.exact import exact_parses
from fanpage_names.resolve.foreign import (
    ForeignNames,
    foreign_names,
    province_elsewhere,
    unit_elsewhere,
)
from fanpage_names.resolve.lattice import ForeignSpan, Lattice, find_spans
from fanpage_names.resolve.misspelt import add_misspelt, begins_like_prefix, holds_trace
from fanpage_names.resolve.parse import Parse
from fanpage_names.resolve.ranking import (
    Resolution,
    decide,
    is_exact,
    is_explained,
    is_foreign,
    is_named,
    is_plausible,
    is_settled,
)
from fanpage_names.resolve.segmentation import segment
from fanpage_names.resolve.several import several_beside, several_between
from fanpage_names.resolve.unknown import find_unknown
from fanpage_names.text.decoding import KEYSTROKES, decodings, holds_strange_letters, may_be_whole, possible_encodings
from fanpage_names.text.fold import key_of
from fanpage_names.text.line import Line
from fanpage_names.text.reader import read_decoded, read_line
from fanpage_names.units.national import national_names

_LONGEST_MENDED = 150
"""Letters are mended in texts of up to so many characters, twice what a page name may have."""


class Resolver:
    """Resolves texts against one gazetteer; holds no state but what it was built from.

    Args:
        gazetteer: the names.
        other_words: what finds the words that are no part of a name, in place of those that come with the package.
    """

    def __init__(self, gazetteer: Gazetteer, other_words: OtherWordsFinder | None = None) -> None:
        self.gazetteer = gazetteer
        self._own_words = other_words

    @property
    def _other_words(self) -> OtherWordsFinder:
        return self._own_words or shipped_finder()

    def resolve(self, raw: str) -> Resolution:
        """Return what `raw` means."""
        found = self._resolved(raw)
        if found.certain and found.parse and found.line.decoding and self._may_be_right(raw, found.parse):
            return found._replace(certain=False)
        return found

    def _may_be_right(self, raw: str, parse: Parse) -> bool:
        """Whether a text that was decoded may be right as it stands, but for a letter."""
        line = parse.line
        if line.decoding not in KEYSTROKES:
            return not may_be_whole(raw, line.decoding or "")
        own, _ = parse.own
        start, end = line.span(own.start, own.end)
        written = raw[line.places[start] : line.places[end]]
        near = (
            [] if raw.isascii() or written == line.text[start:end] else self.gazetteer.near_names.near(key_of(written))
        )
        return any(
            edits == 1 and other is not parse.entry for edits, key in near for other in self.gazetteer.names[key]
        )

    def _resolved(self, raw: str) -> Resolution:
        strange = holds_strange_letters(raw)
        encodings = possible_encodings(raw) if strange else []
        decoded = self._quickly_decoded(raw, encodings) if strange else None
        if decoded:
            return decoded
        line = read_line(raw)
        exact = self._exact(line)
        if exact:
            return exact
        if not strange:
            encodings = possible_encodings(raw)
            decoded = self._quickly_decoded(raw, encodings) if encodings else None
        return decoded or self._searched(line, encodings)

    def _exact(self, line: Line) -> Resolution | None:
        """The resolution of a line in which every word is a part in its place.

        None also where other parses, or another encoding, may explain the line better.
        """
        parses = exact_parses(line, self.gazetteer)
        if not parses:
            return None
        best = parses[0]
        if len(parses) == 1 and not best.cost:
            return decide(parses, self.gazetteer)
        if best.wrong and self._is_anothers(best):
            return None
        doubtful = best.entry.former or (not line.plain and possible_encodings(line.text))
        if (best.cost + MARGIN > CONFLICT and len(best.segments) > 2) or (doubtful and best.cost >= DOUBT):
            return None
        foreign: Sequence[ForeignSpan] = ()
        if not best.complete and not self._is_ours(best):
            foreign = self._foreign_in(find_spans(line, self.gazetteer))
        plausible = [parse for parse in parses if is_plausible(parse, foreign)]
        if not plausible or plausible[0] is not best or is_foreign(best, foreign):
            return None
        return decide(plausible, self.gazetteer, foreign)

    def _is_anothers(self, best: Parse) -> bool:
        """Whether the marks written make the unit's own name just that of another one."""
        own, slot = best.own
        written = best.line.written(own.start, own.end)
        return not is_exact(written, slot) and not written.isascii() and self.gazetteer.bears(written)

    def _is_ours(self, best: Parse) -> bool:
        """Whether no foreign name could raise a doubt about a parse that explains every word."""
        return best.evidence > 1 and best.parent_written and best.own[1].key not in self._foreign.provinces

    @cached_property
    def _foreign(self) -> ForeignNames:
        """The names of other provinces' units; loaded when a text first needs them."""
        gazetteer = self.gazetteer
        provinces = [entry.key for entry in (*gazetteer.now, *gazetteer.then) if entry.unit.level == "province"]
        return foreign_names(provinces, national_names())

    def _foreign_in(self, lattice: Lattice) -> Sequence[ForeignSpan]:
        return self._foreign.seen_in(lattice)

    def _quickly_decoded(self, raw: str, encodings: Sequence[str]) -> Resolution | None:
        """The resolution of `raw` taken for encoded from end to end, where a name in its order comes of it."""
        for name, decoded in decodings(raw, encodings, quick=True):
            exact = self._exact(read_decoded(decoded, name))
            if exact and exact.parse and not exact.parse.wrong:
                return exact
        return None

    def _searched(self, line: Line, encodings: Sequence[str]) -> Resolution:
        """The resolution of a line that is no name in its order, or may be one in any of the encodings."""
        lattice = self.lattice(line)
        parses = self._parses(lattice)
        if encodings and not is_explained(parses, DOUBT if not line.plain else None):
            lines = [read_decoded(decoded, name) for name, decoded in decodings(line.text, encodings)]
            found = self._decoded(lines, parses[0].cost if parses else None)
            if found:
                return found
        if (not parses or parses[0].extra()) and (finer := self.finer(lattice)):
            found = self._judge(finer, self._parses(finer))
            if found.parse or found.candidates:
                return found
            whole = self._judge(lattice, parses)
            return whole if whole.parse else found
        return self._judge(lattice, parses)

    def lattice(self, line: Line, cuts: Sequence[int] | None = None) -> Lattice:
        """Return the lattice of a line between `cuts` (default: the words' bounds), with all that words can say."""
        lattice = find_spans(line, self.gazetteer, cuts)
        lattice.remarks = find_remarks(line)
        types = lattice.type_words.values()
        lattice.others = [
            other
            for other in self._other_words.find(line)
            if not any(span.start <= other.start and other.end <= span.end for span in types)
        ]
        fronts = [(prefix.start, prefix.end) for prefix in lattice.prefixes]
        for other in lattice.others:
            if other.kind == "harmless" and any(other.end == start for start, _ in fronts):
                lattice.leave_out(other.start, other.end)  # a page's "Trang" before the Front is no commune
        lattice.harmless = harmless_words(line, lattice.cuts, fronts, lattice.others)
        return lattice

    def _segmented(self, lattice: Lattice, parses: list[Parse]) -> tuple[Lattice, list[Parse]]:
        """The lattice with glued words cut, and its parses, where there are any."""
        finer = self.finer(lattice)
        return (finer, self._parses(finer)) if finer else (lattice, parses)

    def finer(self, lattice: Lattice) -> Lattice | None:
        """Return the lattice with glued words cut; None where there are none."""
        cuts = segment(lattice, self.gazetteer)
        return None if len(cuts) == len(lattice.cuts) else self.lattice(lattice.line, cuts)

    def _decoded(self, lines: Sequence[Line], cost: float | None) -> Resolution | None:
        """The best resolution of a text decoded as one of `lines`, where that explains it better than `cost`."""
        for line in lines:
            exact = self._exact(line)
            if exact and exact.parse and not exact.parse.cost:
                return exact
        limit = float("inf") if cost is None else cost - DECODED
        best: tuple[Lattice, list[Parse]] | None = None
        for line in lines:
            lattice = self.lattice(line)
            parses = self._parses(lattice)
            if not is_explained(parses) and not is_settled(parses, lattice.harmless):
                lattice, parses = self._segmented(lattice, parses)
            if line.decoding in KEYSTROKES and parses and parses[0].wrong:
                continue
            if parses and parses[0].cost < limit:
                limit, best = parses[0].cost, (lattice, parses)
        judged = self._judge(*best) if best else None
        return judged if judged and (judged.parse or judged.candidates) else None

    def _parses(self, lattice: Lattice) -> list[Parse]:
        """Return the parses of a lattice, the best first, but for those that cost too much to raise a doubt."""
        return Decoder(lattice, self.gazetteer).parses() if lattice.by_entry else []

    def _judge(self, lattice: Lattice, parses: list[Parse]) -> Resolution:
        """Decide between parses, after a closer look where words are left unexplained."""
        if other := self._other_page(lattice):
            return other
        if is_settled(parses, lattice.harmless):
            return decide(parses, self.gazetteer)
        return self._weighed(lattice, parses)

    def _weighed(self, lattice: Lattice, parses: list[Parse]) -> Resolution:
        """Decide between parses of which none is beyond doubt."""
        line = lattice.line
        explained = is_explained(parses)
        if not (explained and parses[0].complete):
            lattice.foreign = self._foreign_in(lattice)
        foreign = lattice.foreign
        if not explained:
            if foreign:
                parses = self._parses(lattice)
            if lattice.by_entry or (not foreign and holds_trace(lattice, self.gazetteer)):
                parses = self._closer(lattice, parses)
            elif not parses:
                return Resolution(
                    line, unrelated=True, elsewhere=unit_elsewhere(lattice) or province_elsewhere(lattice)
                )
        elsewhere = unit_elsewhere(lattice) if foreign else None
        if elsewhere and not any(parse.parent_written for parse in parses[:1]):
            return Resolution(line, unrelated=True, elsewhere=elsewhere)
        parses = [parse for parse in parses if is_plausible(parse, foreign)]
        unknown = find_unknown(lattice, parses, self.gazetteer)
        if unknown:
            several = several_between(lattice, unknown.start, unknown.end, self.gazetteer)
            return several or Resolution(line, unknown=unknown)
        if not parses:
            return Resolution(line, unrelated=bool(foreign), elsewhere=province_elsewhere(lattice))
        several = several_beside(lattice, parses[0], self.gazetteer)
        return several or decide(parses, self.gazetteer, foreign)

    def _other_page(self, lattice: Lattice) -> Resolution | None:
        """The resolution of a line that names another body, a body below the commune, or a place; None for others."""
        other = self._other_meant(lattice)
        if other is None:
            return None
        lattice.harmless = frozenset(lattice.cuts)
        lattice.leave_out(other.start, other.end)
        parses = [parse for parse in self._parses(lattice) if is_named(parse, other)] if other.kind != "place" else []
        beside = decide(parses, self.gazetteer) if parses else None
        if beside is None:
            return Resolution(lattice.line, unrelated=True)
        if beside.parse is None:
            units = beside.candidates
        else:
            units = beside.succession.units if beside.succession else (beside.parse.unit,)
        return Resolution(lattice.line, candidates=units, other=other)

    @staticmethod
    def _other_meant(lattice: Lattice) -> OtherSpan | None:
        """What a line names instead of the Front: whatever comes first where no word of it is there.

        Else what lies below the commune, and a place where the name should begin.
        """
        others = [span for span in lattice.others if span.kind in {"below-commune", "body", "place"}]
        bodies = [span for span in others if span.kind == "body"]
        prefixes = [one for one in lattice.prefixes if not any(body.start < one.start < body.end for body in bodies)]
        first = others[0] if others else None
        if first is None or not (prefixes or (first.start > 0 and begins_like_prefix(lattice.line))):
            return first
        ends = {prefix.end for prefix in prefixes}
        instead = (one for one in others if one.kind == "below-commune" or (one.kind == "place" and one.start in ends))
        return next(instead, None)

    def _closer(self, lattice: Lattice, parses: list[Parse]) -> list[Parse]:
        """The parses after a closer look at the words that nobody has seen, then at those around them."""
        for widely in (False, True) if len(lattice.line.text) <= _LONGEST_MENDED else ():
            if add_misspelt(lattice, self.gazetteer, widely=widely):
                parses = self._parses(lattice)
            if parses and not any(parses[0].extra()):
                break
        return parses
