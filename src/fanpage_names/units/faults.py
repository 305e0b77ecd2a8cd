"""Faults of a hand-edited unit list: collected while it is read, then reported all at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, NoReturn

from fanpage_names.errors import UseError
from fanpage_names.lang import Lang, Text


class Fault(NamedTuple):
    """One fault of a file.

    Attributes:
        file: the file, as the user named it.
        line: the line it is in, from 1.
        text: what is wrong and what to write.
    """

    file: str
    line: int
    text: Text


class UnitsFileError(UseError):
    """A unit list that cannot be used, with every fault in the order of the lines.

    Attributes:
        faults: at least one.
    """

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(sorted(faults, key=lambda fault: fault.line))
        super().__init__("\n".join(self.lines("vi")), "\n".join(self.lines("en")))

    def lines(self, lang: Lang) -> Sequence[str]:
        """Return `file:line: what is wrong`, one line a fault."""
        return tuple(f"{file}:{line}: {text.in_lang(lang)}" for file, line, text in self.faults)


def visible(text: str) -> str:
    """Return `text` on one line, with escapes in place of what a terminal does not show or might obey."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


class FaultLog:
    """Collects the faults of one file.

    Args:
        file: the file, as the user named it.
    """

    def __init__(self, file: str) -> None:
        self._file = file
        self._faults: list[Fault] = []

    def add(self, line: int, vi: str, en: str) -> None:
        """Note a fault: what is wrong and what to write, in both languages."""
        self._faults.append(Fault(self._file, line, Text(visible(vi), visible(en))))

    def stop(self, line: int, vi: str, en: str) -> NoReturn:
        """Note a fault after which nothing can be read; raises UnitsFileError with all that were noted."""
        self.add(line, vi, en)
        raise UnitsFileError(self._faults)

    def close(self) -> None:
        """Raise UnitsFileError if any fault was noted."""
        if self._faults:
            raise UnitsFileError(self._faults)
