"""The names of the whole country in a line, however it is cut into them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from fanpage_names.gazetteer.vocabulary import TYPE_WORDS, TypeWord
from fanpage_names.text.fold import fold_case
from fanpage_names.text.line import Line
from fanpage_names.units.model import Unit
from fanpage_names.units.national import LONGEST_NAME, Bearer, named


class _Piece(NamedTuple):
    """A name of the country in a line, or a type word, or a word that is neither."""

    end: int
    units: Sequence[Bearer] = ()
    type_word: TypeWord | None = None

    @property
    def strange(self) -> bool:
        return not self.units and self.type_word is None


def names_in(line: Line) -> Iterator[tuple[TypeWord | None, Sequence[Bearer]]]:
    """Yield the type word before, and the units of the country, of each name in a line.

    The line is cut so that as few words as can be are strange, and then into as few pieces as can be.
    """
    last = len(line.bounds) - 1
    ways: dict[int, tuple[int, int, _Piece | None]] = {last: (0, 0, None)}
    for index in range(last - 1, -1, -1):
        pieces = _pieces(line, index)
        weighed = [(ways[one.end][0] + one.strange, ways[one.end][1] + 1, one) for one in pieces]
        ways[index] = min(weighed, key=lambda way: way[:2])
    before, piece = None, ways[0][2]
    while piece is not None:
        if piece.units:
            yield before, piece.units
        before, piece = piece.type_word, ways[piece.end][2]


def _pieces(line: Line, index: int) -> Iterator[_Piece]:
    """Yield what may begin at a word, each with the word after it."""
    bounds = line.bounds
    start = bounds[index]
    yield _Piece(index + 1)
    for after in range(index + 1, min(index + 1 + LONGEST_NAME, len(bounds))):
        end = bounds[after]
        written = line.written(start, end)
        word = TYPE_WORDS.get(line.letters[start:end])
        if word and not word.after and word.is_written(written):
            yield _Piece(after, type_word=word)
        if units := [one for one in named(line.letters[start:end]) if alike(written, one.name) is not None]:
            yield _Piece(after, units)


def alike(written: str, name: str) -> bool | None:
    """Whether `written` has the marks of `name`; False where it has none at all, None where it has others."""
    if fold_case(written) == fold_case("".join(filter(str.isalnum, name))):
        return True
    return False if written.isascii() else None


def has_namesakes(unit: Unit, written: str, *, typed: bool) -> bool:
    """Tell whether another province has, or had, a unit of the name that is written for `unit`.

    Args:
        unit: a unit of the list of the whole country in force.
        written: its name as it is written, without spaces.
        typed: whether its type word is written, too: a unit of another type is then none.
    """
    bearers = [one for one in named(unit.name) if one.level == unit.level and alike(written, one.name) is not None]
    ours = {one.lists[-1].last for one in bearers if one.lists[-1].province == unit.province.name}
    return any(one.lists[-1].last not in ours and (one.type == unit.type or not typed) for one in bearers)


def may_be_province(before: TypeWord | None, units: Sequence[Bearer]) -> bool:
    """Tell whether the first name of a line may be a province's: it is called one, or no unit below bears the name."""
    if before is not None:
        return before.may_name("province")
    return all(one.level == "province" for one in units)
