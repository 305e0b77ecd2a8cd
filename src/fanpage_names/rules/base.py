"""What a rule is: a code, a name, how grave it is, how safe its fix is, and its documentation."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from typing import ClassVar, Literal, NamedTuple

from fanpage_names import asides
from fanpage_names.lang import Text
from fanpage_names.result import Fix
from fanpage_names.units.model import Severity

RowProblem = Literal["declared", "not-a-page"]
"""What may be wrong with one row, beside its name: the unit's cell says another unit, the link leads to no page."""
SharedProblem = Literal["twice", "shared-link"]
"""What may be wrong with several rows together: they report one unit, or one link for several units."""

_CLAUSE_END = re.compile(r"[.;:(]")
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
        aside: the kind of thing beside a name, in one cell with it, that the rule speaks of; None for none.
        finds_missing_parent: whether it says that the name of a unit above the one meant is missing: what stands around
            the row can say it in the name's place.
        leaves_doubt: whether a person should look, before a page is renamed, if this is the unit meant; never where
            the fix is safe.
        problem: under which heading of its own a report shows what the rule finds; None where it only says how a name
            is written.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity]
    fix: ClassVar[Fix]
    message: ClassVar[Text]
    take_out: ClassVar[Text | None] = None
    put_in: ClassVar[Text | None] = None
    example_list: ClassVar[str] = "nam_dinh_units"
    aside: ClassVar[asides.Kind | None] = None
    finds_missing_parent: ClassVar[bool] = False
    leaves_doubt: ClassVar[bool] = True
    problem: ClassVar[RowProblem | SharedProblem | None] = None

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
    def brief(cls) -> Text:
        """Return the same in a clause, for a list to choose from."""
        return Text(_CLAUSE_END.split(cls.sections()["Tiếng Việt"])[0].rstrip(), cls.title())

    @classmethod
    def told(cls, section: str) -> Text:
        """Return a section of the docstring for its readers; the Vietnamese one says both what and why."""
        return Text(cls.sections()["Tiếng Việt"], cls.sections()[section])
