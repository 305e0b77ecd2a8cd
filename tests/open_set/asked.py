"""A text with the answers that are right for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from fanpage_names.result import Status
from fanpage_names.units.model import Style


class Answer(NamedTuple):
    """One right answer.

    Attributes:
        status: the status owed.
        unit: the code of the unit meant; None where none is.
        code: the rule code that says so; None where any will do.
        candidates: codes that must be among the candidates.
        says: words that the message of the code must hold.
    """

    status: Status
    unit: str | None = None
    code: str | None = None
    candidates: frozenset[str] = frozenset()
    says: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A text and what is right to say of it.

    Attributes:
        text: the submitted name.
        units: the id of the list in force.
        style: the naming style.
        kind: what the text is, as the table of figures calls it.
        answers: each is right; none where any is.
        words: the words that are no name, where FN501 is owed at them.
        story: what the text was made of, for people; may be empty.
        safe: whether a safe fix may be offered.
    """

    text: str
    units: str
    style: Style
    kind: str
    answers: tuple[Answer, ...]
    words: str = ""
    story: str = ""
    safe: bool = True

    @property
    def meant(self) -> frozenset[str]:
        """The codes of the units that a right answer may name; empty where no unit is meant."""
        return frozenset(answer.unit for answer in self.answers if answer.unit is not None)


UNKNOWN = Answer("unknown", None, "FN501")


def unknown(says: str) -> Answer:
    """Return the answer that no unit is meant, with words that its message must hold."""
    return UNKNOWN._replace(says=says)
