"""Long work on a terminal: how far it is, and a line for each file that is done; elsewhere nothing of it."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator

from fanpage_names.cli.language import language, say
from fanpage_names.cli.messages import shown, tell
from fanpage_names.reports.summary import Summary
from fanpage_names.rows import Checked, Row
from fanpage_names.terminal import can_rewrite_lines, is_terminal, width

_PATIENCE = 1.0
"""Seconds that work may take before anything is said."""

_BETWEEN = 0.2
_NAMES_BETWEEN = 32


class Progress:
    """One line on stderr that is written over; the cursor waits at its start, so that what comes next takes its place.

    Args:
        quiet: whether nothing is to be said.
    """

    def __init__(self, *, quiet: bool) -> None:
        self.visible = not quiet and can_rewrite_lines(sys.stderr)
        self._next = time.monotonic() + _PATIENCE
        self._names = 0
        self._shown = 0

    def reading(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield the rows unchanged, while it is said how many have passed."""
        for row in rows:
            self.step(row.file)
            yield row
        self.clear()

    def step(self, file: str | None) -> None:
        """Say from time to time how many names were read, and from which file the last one was."""
        self._names += 1
        if not self.visible or self._names % _NAMES_BETWEEN or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _BETWEEN
        where = shown(file or "")
        line = say("{names} tên … {where}", "{names} names … {where}", names=self._names, where=where)[: width() - 1]
        self._write(line.ljust(self._shown))
        self._shown = len(line)

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            self._write(" " * self._shown)
            self._shown = 0

    def _write(self, line: str) -> None:
        sys.stderr.write(f"{line}\r")
        sys.stderr.flush()


class Watched(Summary):
    """A summary that says on a terminal how far the work is, and of several files what was found in each.

    Args:
        quiet: whether nothing is to be said.
        prints: whether what is found is printed on standard output meanwhile.
    """

    def __init__(self, *, quiet: bool, prints: bool) -> None:
        super().__init__()
        self._shares_terminal = prints and is_terminal()
        self._progress = Progress(quiet=quiet)
        self._files: dict[str, Summary] = {}

    def counting(self, results: Iterable[Checked]) -> Iterator[Checked]:
        """Yield the results unchanged, each counted as it passes."""
        if not self._progress.visible:
            yield from super().counting(results)
            return
        for checked in super().counting(results):
            file = checked.row.file
            self._progress.step(file)
            if self._shares_terminal and checked.result.diagnostics:
                self._progress.clear()
            if file is not None:
                self._of(file).add(checked)
            yield checked
        self._progress.clear()

    def counting_all(self, results: Iterable[Checked]) -> Iterator[Checked]:
        """Yield the results of a whole run as `counting` does; the last file's line comes before they are printed."""
        yield from self.counting(results)
        self.finish()

    def _of(self, file: str) -> Summary:
        if file not in self._files:
            self._tell_last()
            self._files[file] = Summary()
        return self._files[file]

    def finish(self) -> None:
        """Say what was found in the last of several files."""
        if len(self._files) > 1:
            self._tell_last()
        self._files.clear()

    def _tell_last(self) -> None:
        for file in list(self._files)[-1:]:
            self._progress.clear()
            tell([f"{file}: {self._files[file].lines(language())[0]}"])
