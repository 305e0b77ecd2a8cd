"""Whether what is written could be another unit's name as well: then no fix is safe, however the text was read.

The names that are nearly the one read are laid beside the text, together with those of the units above, marks counting
like letters. So a letter that slipped over a space is seen from both sides: "Hải An hHải Hậu" is Hải Anh as much as
Hải An. Capitals count, too, where a name has some: "Hải Hâu" is no Hải Châu that lost a letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from typing import NamedTuple

from fanpage_names.gazetteer.entries import Entry, Rival, name_alone
from fanpage_names.gazetteer.gazetteer import Gazetteer
from fanpage_names.gazetteer.vocabulary import TypeWord
from fanpage_names.text.edits import number_of_edits
from fanpage_names.text.fold import fold_spelling
from fanpage_names.text.letters import bare
from fanpage_names.text.line import Line
from fanpage_names.units.model import Level, Unit

_TWO_WAYS = re.compile("[yỳỷỹýỵ]|[oòóỏõọ][aàáảãạeèéẻẽẹ]", re.IGNORECASE)
"""Where an i may stand for y, or a tone mark has two places."""


class Part(NamedTuple):
    """Letters of a line that were read as the name of a unit, or as the type word of one.

    Attributes:
        start: first letter.
        end: after the last letter.
        level: the level of the unit.
        word: the type word; None for a name.
        short: whether a name is abbreviated.
    """

    start: int
    end: int
    level: Level
    word: TypeWord | None = None
    short: bool = False


def another_fits(line: Line, entry: Entry, parts: Sequence[Part], gazetteer: Gazetteer) -> bool:
    """Tell whether the text is as near to the name of another unit of the list, of whatever level, as to the one read.

    Units of one name are told apart by the other parts, which is not asked here, unless a type word is in doubt.

    Args:
        line: the text.
        entry: the unit that it was read as.
        parts: the letters that are names and type words, in order; the name of the unit is among them.
        gazetteer: the names of the list.
    """
    unit = entry.unit
    if _hangs_on_a_letter(line, parts):
        return True
    rivals = gazetteer.rivals(entry)
    if not rivals or all(_as_listed(line, unit, part) for part in parts):
        return False
    text = _Text(line, entry, parts)
    if any(text.is_exactly(rival.unit) for rival in rivals):
        return True
    most = text.distance_to_read()
    return most > 0 and any(text.is_as_near(rival, most) for rival in rivals)


def _hangs_on_a_letter(line: Line, parts: Sequence[Part]) -> bool:
    """Whether the name of a unit above may have slipped in: a number without its type word, or one letter glued on."""
    for before, part in pairwise(parts):
        if before.word is None is part.word and (
            line.letters[part.start : part.end].isdigit()
            or (part.end - part.start == 1 and part.start not in line.bounds)
        ):
            return True
    return False


class _Text:
    """The names and type words of a line, to be compared with those of units."""

    def __init__(self, line: Line, entry: Entry, parts: Sequence[Part]) -> None:
        self._unit = unit = entry.unit
        self._parts = [(part, line.spaced(part.start, part.end)) for part in parts]
        self._own = next(words for part, words in self._parts if part.level == unit.level and part.word is None)
        self._keeps_case = not (self._own.islower() or self._own.isupper())
        written = line.spaced(parts[0].start, parts[-1].end)
        self._written = written if self._keeps_case else written.lower()
        self._marks_lost = 0 if "mattran" in line.letters[: parts[0].start] else 1
        self._has_letter_glued = self._is_letter_glued(line)
        self._slips = sum([_may_be_slip(line, part) for part in parts])
        self._has_all_letters = all(_has_all_letters(line, entry, part) for part in parts)
        self._glued = 0

    @cached_property
    def _folded(self) -> str:
        return fold_spelling(self._written)

    def distance_to_read(self) -> int:
        """Return in how many letters, spaces and marks the text differs from the names of the unit that was read."""
        expected, more = self._expected(self._unit)
        missing, surplus = _spaces(self._written, " ".join(expected))
        self._glued = max(0, missing - surplus)
        more += self._has_letter_glued
        letters = min([_letters(written, name) for written, name in self._pairs(expected)])
        return letters + surplus + more + self._slips

    def is_exactly(self, other: Unit) -> bool:
        """Tell whether the name written is that of `other`, with all its marks, and not that of the unit read."""
        written = self._own.lower()
        return not self._written.isascii() and written == name_alone(other).lower() != name_alone(self._unit).lower()

    def is_as_near(self, rival: Rival, most: int) -> bool:
        """Tell whether the text is as near to another unit as to the one read, to which it is as near as `most`."""
        other = rival.unit
        if name_alone(other) == name_alone(self._unit):
            return self._foreign_types(other) > 0 and self._distance_to(other) <= most
        if rival.gap > most and self._has_all_letters and not self._slips and not self._foreign_types(other):
            return False
        return self._distance_to(other) <= most

    def _distance_to(self, other: Unit) -> int:
        """Return the same of another unit; spaces that are lost altogether count for none."""
        expected, more = self._expected(other)
        foreign = self._foreign_types(other)
        found = self._spaced(expected) + more + foreign + self._slips
        if not foreign and not self._slips:
            return found
        return min(found, self._spaced(self._expected(other, typed=False)[0]) + more)

    def _foreign_types(self, other: Unit) -> int:
        """Return how many type words are of a type that the units which `other` names do not have."""
        leads = [(part.word, self._owner(part.level, other)) for part, _ in self._parts if part.word]
        return sum([owner is not None and owner.type not in word.types for word, owner in leads])

    def _is_letter_glued(self, line: Line) -> bool:
        """Whether a word of the name is one letter that is glued to another word: it may have slipped in."""
        words = name_alone(self._unit).split()
        end = next(part.end for part, words in self._parts if words is self._own)
        return min(map(len, words)) == 1 and (len(self._own.split()) < len(words) or end not in line.bounds)

    def _owner(self, level: Level, other: Unit) -> Unit | None:
        """Whose name stands in the place of that level, if `other` is meant."""
        if level == self._unit.level:
            return other
        return other.at(level) if level != other.level else None

    def _expected(self, other: Unit, *, typed: bool = True) -> tuple[list[str], int]:
        """What should be written if `other` is meant, and what it counts that names have no marks."""
        expected: list[str] = []
        lost = 0
        for part, words in self._parts:
            owner = self._owner(part.level, other)
            if owner is None or (part.word and not typed):
                continue
            if part.word or (part.short and owner is self._unit.at(part.level)):
                expected.append(words)
                continue
            name = name_alone(owner)
            if words.isascii() and not name.isascii():
                name, lost = bare(name), self._marks_lost
            expected.append(name)
        return expected, lost

    def _spaced(self, expected: Sequence[str]) -> int:
        """The differences in letters and spaces."""
        return min(
            [
                max(_letters(written, name), number_of_edits(written, name) - self._glued)
                for written, name in self._pairs(expected)
            ]
        )

    def _pairs(self, expected: Sequence[str]) -> list[tuple[str, str]]:
        """What is written and what should be, as they are, and with tone marks and i or y as everybody writes them."""
        written, name = self._written, " ".join(expected)
        if not self._keeps_case:
            name = name.lower()
        if written == name or not (self._folded != written or _TWO_WAYS.search(name)):
            return [(written, name)]
        return [(written, name), (self._folded, fold_spelling(name))]


def _letters(written: str, expected: str) -> int:
    return number_of_edits(written.replace(" ", ""), expected.replace(" ", ""))


def _spaces(written: str, expected: str) -> tuple[int, int]:
    """How many spaces are missing, and how many are too many, in a text of as many letters."""
    have, should = set(_cuts(written)), set(_cuts(expected))
    return len(should - have), len(have - should)


def _cuts(text: str) -> Iterator[int]:
    return accumulate(map(len, text.split(" ")))


def _as_listed(line: Line, unit: Unit, part: Part) -> bool:
    """Whether nothing but capitals and small letters of a part can be wrong."""
    if part.word is not None:
        return not _may_be_slip(line, part)
    owner = unit.at(part.level)
    if owner is None or part.short:
        return part.short
    written, name = line.text[line.start(part.start) : line.end(part.end)], name_alone(owner)
    return written.lower() == name.lower() and (part.end in line.bounds or name[-2:-1] != " ")


def _may_be_slip(line: Line, part: Part) -> bool:
    """Whether a type word is but one letter glued to a name, which may have slipped in."""
    return part.word is not None and part.end - part.start == 1 and line.end(part.end) == line.start(part.end)


def _has_all_letters(line: Line, entry: Entry, part: Part) -> bool:
    """Whether a part is letter for letter what it was read as, marks and capitals apart."""
    if part.word is not None or part.short:
        return True
    owner = entry.at(part.level)
    return owner is not None and owner.unit.own_label is None and line.letters[part.start : part.end] == owner.key
