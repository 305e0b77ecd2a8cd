"""What the generator works on: a page name in pieces, and the finished case with what is owed for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random
from typing import Literal

from fanpage_names.naming import canonical_name, canonical_parts
from fanpage_names.result import Status
from fanpage_names.units.model import Level, Style, Unit, UnitList

Role = Literal["prefix", "type", "label", "name", "extra"]
Group = Literal["canonical", "single", "pair", "real", "none"]

UNSAFE = frozenset({"FN305", "FN407", "FN409", "FN501", "FN502", "FN503", "FN701", "FN702"})
LONGEST = 75


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words of a page name.

    Attributes:
        role: prefix, type word, label ("TP"), name, or extra words.
        level: the level of the unit that the piece writes; None for prefix and extra words.
        text: the words as they are written now.
        gap: what stands before them.
        closed: replaced as a whole, so that no spelling code is owed inside.
        spoilt: its letters are damaged already.
    """

    role: Role
    level: Level | None
    text: str
    gap: str = " "
    closed: bool = False
    spoilt: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A page name being damaged.

    Attributes:
        units: the list in force.
        unit: the unit meant.
        style: the naming style asked for.
        pieces: the name, in written order.
        codes: the codes owed so far.
        raw: the whole text, once damage to it as a whole has begun.
    """

    units: UnitList
    unit: Unit
    style: Style
    pieces: tuple[Piece, ...]
    codes: frozenset[str] = frozenset()
    raw: str | None = None

    @property
    def text(self) -> str:
        """The text as it stands."""
        if self.raw is not None:
            return self.raw
        joined = "".join(piece.gap + piece.text for piece in self.pieces)
        return joined[len(self.pieces[0].gap) :] if self.pieces else ""

    def find(self, role: Role, level: Level | None = None) -> int | None:
        """Return where the first piece of that role and level is."""
        for position, piece in enumerate(self.pieces):
            if piece.role == role and piece.level == level:
                return position
        return None

    def has(self, level: Level) -> bool:
        """Whether the unit of that level is written."""
        return self.find("name", level) is not None

    def owing(self, *codes: str, pieces: tuple[Piece, ...] | None = None, raw: str | None = None) -> Draft:
        """Return the draft with more codes owed and its new pieces or text."""
        return replace(
            self,
            codes=self.codes | set(codes),
            pieces=self.pieces if pieces is None else pieces,
            raw=self.raw if raw is None else raw,
        )

    def swap(self, position: int, *new: Piece) -> tuple[Piece, ...]:
        """Return the pieces with the one at `position` replaced."""
        return self.pieces[:position] + new + self.pieces[position + 1 :]


Damage = Callable[[Draft, Random], Draft | None]


@dataclass(frozen=True, slots=True)
class Kind:
    """One way in which people's names deviate.

    Attributes:
        code: the rule it is about.
        name: which way of breaking it.
        rank: when it happens; in a pair the lower rank comes first.
        damage: makes the damage; None where it is not possible.
    """

    code: str
    name: str
    rank: int
    damage: Damage

    @property
    def title(self) -> str:
        """Code and name."""
        return f"{self.code} {self.name}"


@dataclass(frozen=True, slots=True)
class Case:
    """A text with what a check owes for it.

    Attributes:
        text: the submitted name.
        units: the id of the list.
        style: the naming style.
        status: the status owed.
        code: the code of the unit meant; None where ambiguous or unknown.
        codes: the rule codes owed.
        fixed: the safe fix owed; None where none is.
        canonical: the unit's official name; None without a unit.
        kind: title of the kind or kinds.
        group: which figures it counts for.
    """

    text: str
    units: str
    style: Style
    status: Status
    code: str | None
    codes: frozenset[str]
    fixed: str | None
    canonical: str | None
    kind: str
    group: Group


def official(units: UnitList, unit: Unit, style: Style) -> Draft:
    """Return the unit's official name in pieces; a label such as "TP Nam Định" in two of them."""
    pieces: list[Piece] = []
    for part in canonical_parts(units, unit, style):
        owner = unit.at(part.level) if part.level else None
        label = part.text.removesuffix(owner.name).rstrip() if owner and part.kind == "name" else ""
        if owner and label:
            pieces.append(Piece("label", part.level, label, part.before))
            pieces.append(Piece("name", part.level, owner.name))
        else:
            pieces.append(Piece(part.kind, part.level, part.text, part.before))
    return Draft(units, unit, style, tuple(pieces))


def finish(draft: Draft, kind: str, group: Group) -> Case:
    """Return the case that the draft has become."""
    canonical = canonical_name(draft.units, draft.unit, draft.style)
    codes = draft.codes | ({"FN701"} if len(draft.text) > LONGEST else set())
    return Case(
        text=draft.text,
        units=draft.units.id,
        style=draft.style,
        status="deviates",
        code=draft.unit.code,
        codes=codes,
        fixed=None if codes & UNSAFE else canonical,
        canonical=canonical,
        kind=kind,
        group=group,
    )
