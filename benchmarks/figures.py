"""What is measured, beside what is asked, as a table for a terminal or in Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

HEAD = ("figure", "measured", "ratio", "to", "asked", "")


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of a table.

    Attributes:
        what: what was measured.
        measured: the measured value with its unit.
        ratio: of the value to the reference's; None where there is none.
        to: the reference.
        asked: the greatest ratio asked for, or the least where `at_least`; None where none is.
        at_least: whether a greater ratio is better.
    """

    what: str
    measured: str
    ratio: float | None = None
    to: str = ""
    asked: float | None = None
    at_least: bool = False

    @property
    def holds(self) -> bool | None:
        """Whether the ratio is what is asked; None where nothing is."""
        if self.asked is None or self.ratio is None:
            return None
        return self.ratio >= self.asked if self.at_least else self.ratio <= self.asked

    def cells(self) -> tuple[str, ...]:
        """Return the texts below `HEAD`."""
        ratio = "" if self.ratio is None else f"{self.ratio:.3g}×" if self.ratio < 100 else f"{self.ratio:,.0f}×"
        asked = "" if self.asked is None else f"{'≥' if self.at_least else '≤'} {self.asked:g}×"
        return (self.what, self.measured, ratio, self.to, asked, {None: "", True: "holds", False: "MISSED"}[self.holds])


@dataclass(frozen=True, slots=True)
class Section:
    """Figures that belong together."""

    title: str
    figures: Sequence[Figure]


def as_text(section: Section) -> str:
    """Return a section for a terminal."""
    rows = [HEAD, *(figure.cells() for figure in section.figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    lines = []
    for what, measured, ratio, *words in rows:
        numbers = (measured.rjust(widths[1]), ratio.rjust(widths[2]))
        others = [word.ljust(width) for word, width in zip(words, widths[3:], strict=True)]
        lines.append("  ".join((what.ljust(widths[0]), *numbers, *others)).rstrip())
    return "\n".join((f"\n{section.title}", "-" * max(map(len, lines)), *lines))


def as_markdown(section: Section) -> str:
    """Return a section as Markdown."""
    rows = [HEAD, ("---", "--:", "--:", "---", "---", "---"), *(figure.cells() for figure in section.figures)]
    return "\n".join((f"### {section.title}", "", *(f"| {' | '.join(row)} |" for row in rows)))
