"""Faults of a hand-edited unit list: collected while it is read, then reported all at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, NoReturn

from fanpage_names.errors import UseError
from fanpage_names.lang import Lang, Text, joined


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

    def said(self) -> Text:
        """Return `file:line: what is wrong`."""
        return Text("{file}:{line}: {text}", "{file}:{line}: {text}").format(**self._asdict())


class UnitsFileError(UseError):
    """A unit list that cannot be used, with every fault in the order of the lines.

    Attributes:
        faults: at least one.
    """

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(sorted(faults, key=lambda fault: fault.line))
        super().__init__("{faults}", "{faults}", faults=joined("\n", (fault.said() for fault in self.faults)))

    def lines(self, lang: Lang) -> Sequence[str]:
        """Return `file:line: what is wrong`, one line a fault."""
        return tuple(fault.said().in_lang(lang) for fault in self.faults)


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

    def add(self, line: int, text: Text) -> None:
        """Note a fault: what is wrong and what to write."""
        shown = {name: visible(value) if isinstance(value, str) else value for name, value in text.fields}
        self._faults.append(Fault(self._file, line, text.format(**shown)))

    def stop(self, line: int, text: Text) -> NoReturn:
        """Note a fault after which nothing can be read; raises UnitsFileError with all that were noted."""
        self.add(line, text)
        raise UnitsFileError(self._faults)

    def close(self) -> None:
        """Raise UnitsFileError if any fault was noted."""
        if self._faults:
            raise UnitsFileError(self._faults)
