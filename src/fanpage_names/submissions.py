"""Submitted names, wherever they come from, and marked copies of files: for the command line and the web page alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import chain, islice
from typing import IO

from fanpage_names.check import Checker, Results, check_rows
from fanpage_names.context import Context
from fanpage_names.errors import UseError
from fanpage_names.lang import Text
from fanpage_names.rows import Checked, Row
from fanpage_names.seen_rows import SeenRows
from fanpage_names.tables.formats import Options
from fanpage_names.tables.grid import ReadOptions, Recognise
from fanpage_names.tables.log import ReadingLog

Counting = Callable[[Iterable[Checked]], Iterable[Checked]]
"""What results pass through on their way: see `fanpage_names.reports.summary.Summary.counting`."""


Passed = Callable[[str, ReadingLog], None]
"""Is told of a file what in it carries no name."""


def nothing_told(file: str, log: ReadingLog) -> None:
    """Keep what carries no name to oneself."""


def recogniser(checker: Checker) -> Recognise:
    """Return what tells the reader whether a text names a unit."""
    return lambda text: checker.check(text).unit is not None


class Submitted:
    """The submitted names of a run: those given by themselves, then those of each file.

    A file that cannot be read is told of, and the others are still read.

    Args:
        names: names given by themselves.
        files: paths; "-" for standard input.
        options: what the reader is told.
        checker: says whether a text names a unit, where the reader is in doubt.
        tell: is told what is wrong with a file.
        passed: is told of each file, once it was read, what in it carries no name.

    Attributes:
        unread: the files that could not be read, each with what is wrong with it; complete once the rows were read.
    """

    def __init__(
        self,
        names: Sequence[str],
        files: Sequence[str],
        options: ReadOptions,
        checker: Checker,
        tell: Callable[[UseError], None],
        *,
        passed: Passed = nothing_told,
    ) -> None:
        self._names = names
        self._files = files
        self._options = options
        self._checker = checker
        self._tell = tell
        self._passed = passed
        self.unread: list[tuple[str, UseError]] = []
        self._any_read = bool(names) or not files

    @property
    def failed(self) -> bool:
        """Whether any file could not be read, once the rows were."""
        return bool(self.unread)

    def rows(self) -> Iterator[Row] | None:
        """Return every submitted name, read from the files as it is asked for; None where no file can be read."""
        rows = self._rows()
        first = list(islice(rows, 1))
        return chain(first, rows) if first or self._any_read else None

    def _rows(self) -> Iterator[Row]:
        for number, name in enumerate(self._names, 1):
            yield Row(name, row=number)
        if self._files:
            yield from self._read()

    def _read(self) -> Iterator[Row]:
        from fanpage_names.tables.reading import input_files, read_rows

        for source in self._files:
            with self._others_go_on(source):
                for file in input_files(source):
                    with self._others_go_on(file):
                        log = ReadingLog()
                        rows = read_rows(file, self._options, recogniser(self._checker), log)
                        first = next(rows, None)
                        log.empty = first is None
                        yield from chain(() if first is None else (first,), rows)
                        self._passed(file, log)
                        self._any_read = True

    @contextmanager
    def _others_go_on(self, file: str) -> Iterator[None]:
        try:
            yield
        except UseError as fault:
            self.unread.append((file, fault))
            self._tell(fault)


class Marking:
    """Checks files one after the other, and writes each with what was found marked in it.

    Args:
        checker: what checks the names.
        options: what the reader is told.
        writing: the language of what is written, and what stands first and last in it.
        counting: what the results pass through.
        results: as in `fanpage_names.check.check_rows`.
        passed: as in `Submitted`.
    """

    def __init__(
        self,
        checker: Checker,
        options: ReadOptions,
        writing: Options,
        counting: Counting,
        *,
        results: Results | None = None,
        passed: Passed = nothing_told,
    ) -> None:
        self._checker = checker
        self._options = options
        self._writing = writing
        self._counting = counting
        self._results = results
        self._passed = passed
        self._seen = SeenRows(Context(checker.units, checker.units_meant))

    def mark(self, source: str, stream: IO[bytes], *, in_place: bool = False) -> Sequence[Text]:
        """Check a file and write its marked copy; rows of files marked before count as reported earlier.

        Args:
            source: the file as it was named on the line.
            stream: gets the bytes.
            in_place: whether a document is written as one, and not as a workbook.

        Returns:
            What the file holds that the workbook written has not.

        Raises:
            UseError: the file cannot be read, or its workbook not be written again.
        """
        from fanpage_names.tables.reading import read_sheets
        from fanpage_names.workbooks.marking import write_marked
        from fanpage_names.workbooks.marks import CheckedSheet

        log = ReadingLog()
        sheets = (
            CheckedSheet(layout, self._counting(self._checked(rows)))
            for layout, rows in read_sheets(source, self._options, recogniser(self._checker), log)
        )
        laid_out = partial(self._laid_out, source)
        lost = write_marked(source, sheets, stream, self._writing, laid_out, in_place=in_place)
        self._passed(source, log)
        return lost

    def _laid_out(self, source: str) -> tuple[IO[bytes], Mapping[str | None, str]]:
        from fanpage_names.workbooks.laid_out import lay_out

        return lay_out(source, self._options, recogniser(self._checker))

    def _checked(self, rows: Iterable[Row]) -> Iterator[Checked]:
        return check_rows(self._checker, rows, self._seen, self._results)
