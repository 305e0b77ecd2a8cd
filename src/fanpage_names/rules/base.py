"""What a rule is: a code, a name, how grave it is, how safe its fix is, and its documentation."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar, NamedTuple

from fanpage_names.alignment.alignment import Alignment, Symptom
from fanpage_names.context import Said
from fanpage_names.lang import Text
from fanpage_names.links import PageLink
from fanpage_names.resolve.ranking import Resolution
from fanpage_names.result import Cell, Fix, Result
from fanpage_names.rows import Row
from fanpage_names.text.line import Line
from fanpage_names.units.model import Severity

_SECTION = re.compile(r"^(What|Why|Example|Fix|Tiếng Việt): ", re.MULTILINE)


class Finding(NamedTuple):
    """What a rule found.

    Attributes:
        start: offset in code points into the text.
        end: offset after the last code point.
        expected: the right text for the piece; None where nobody can know.
        detail: what the message says beside it, for its field `{detail}`.
    """

    start: int
    end: int
    expected: str | None = None
    detail: Text = Text("", "")


class Rule:
    """One rule. Its docstring is its documentation: a title line, then the sections of `sections`.

    Attributes:
        code: "FN" and three digits; the first is the family.
        name: in kebab-case.
        severity: unless a setting says otherwise.
        fix: whether the right text may be put in place without a person's look.
        message: for officers; the fields `{found}`, `{expected}` and `{detail}` are filled in.
        take_out: the message where nothing should be in place of what is found; None where `message` serves.
        put_in: the message where nothing is in place of what is expected; likewise.
        example_list: the list that the example of the docstring is a name of.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity]
    fix: ClassVar[Fix]
    message: ClassVar[Text]
    take_out: ClassVar[Text | None] = None
    put_in: ClassVar[Text | None] = None
    example_list: ClassVar[str] = "nam_dinh_units"

    @classmethod
    def title(cls) -> str:
        """Return the first line of the rule's docstring."""
        return (inspect.getdoc(cls) or "").partition("\n")[0]

    @classmethod
    def sections(cls) -> Mapping[str, str]:
        """Return the sections What, Why, Example, Fix and Tiếng Việt of the docstring, in that order.

        "Example" is a wrong name and "Fix" its right form ("–" where the rule has no fix), a line each, unchanged.
        """
        pieces = _SECTION.split(inspect.getdoc(cls) or "")[1:]
        return {
            key: text.partition("\n")[0] if key in {"Example", "Fix"} else " ".join(text.split())
            for key, text in zip(pieces[::2], pieces[1::2], strict=True)
        }

    @classmethod
    def meaning(cls) -> Text:
        """Return what the rule is about, in few words."""
        return Text(cls.sections()["Tiếng Việt"], cls.title())

    @classmethod
    def told(cls, section: str) -> Text:
        """Return a section of the docstring for its readers; the Vietnamese one says both what and why."""
        return Text(cls.sections()["Tiếng Việt"], cls.sections()[section])


class NameRule(Rule):
    """A rule about a name that means one unit.

    Attributes:
        about: the symptom that the rule tells the place of: where an alignment does not have it, nobody asks the rule.
    """

    about: ClassVar[Symptom]

    def find(self, alignment: Alignment) -> Iterator[Finding]:
        """Yield what the rule finds in a name laid beside the canonical one."""
        raise NotImplementedError


class UnitRule(Rule):
    """A rule about which unit a name means."""

    def find(self, resolution: Resolution) -> Iterator[Finding]:
        """Yield what the rule finds where no unit, or more than one, is meant."""
        raise NotImplementedError


class RowFacts(NamedTuple):
    """A row among the others.

    Attributes:
        row: the row.
        result: what its name means.
        first_of_unit: the first row that reports the same unit; None where this is the first.
        link: the page that its link leads to, or what the link is instead; None where it has none.
        first_of_link: the first row with the same link, where that reports another unit; only its place is known.
        said: what contradicts the name, of all that is said around it; None where nothing does.
    """

    row: Row
    result: Result
    first_of_unit: Row | None = None
    link: PageLink | Text | None = None
    first_of_link: Row | None = None
    said: Said | None = None


class RowRule(Rule):
    """A rule about a row among the others.

    Attributes:
        cell: the cell that it is about: what it finds lies in that cell's text.
    """

    cell: ClassVar[Cell] = "name"

    def cell_of(self, facts: RowFacts) -> Cell:
        """Return the cell that what it finds in a row lies in."""
        return self.cell

    def find(self, facts: RowFacts) -> Sequence[Finding]:
        """Return what the rule finds in a row."""
        raise NotImplementedError


class FormerRule(Rule):
    """A rule about a name that means a unit of an earlier list."""

    def find(self, resolution: Resolution, canonical: str | None) -> Iterator[Finding]:
        """Yield what the rule finds; `canonical` is the page name of the one unit that follows, None without one."""
        raise NotImplementedError


class TextRule(Rule):
    """A rule about any text, whether it means a unit or not."""

    def find(self, line: Line) -> Sequence[Finding]:
        """Return what the rule finds in a text."""
        raise NotImplementedError
