"""Where a command's submitted names come from, as the options say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from itertools import chain, islice
from typing import TYPE_CHECKING, Annotated

import typer

from fanpage_names.cli.language import language, say
from fanpage_names.cli.messages import tell
from fanpage_names.errors import UseError
from fanpage_names.rows import Row
from fanpage_names.tables.grid import ReadOptions, Recognise

if TYPE_CHECKING:
    from fanpage_names.check import Checker, Results

FilesArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FILE",
        help=say("Tệp có tên trang; - là đầu vào chuẩn.", "A file with page names; - is standard input."),
        show_default=False,
    ),
]
EncodingOption = Annotated[
    str | None,
    typer.Option(
        "--encoding",
        help=say("Bảng mã của tệp văn bản; nếu không ghi: tự tìm.", "Encoding of text files; else found out."),
        metavar="NAME",
    ),
]
DelimiterOption = Annotated[
    str | None,
    typer.Option(
        "--delimiter",
        help=say(
            "Dấu ngăn cột của CSV (một ký tự hoặc tab); nếu không ghi: tự tìm.",
            "What separates CSV columns (a character or tab); else found out.",
        ),
        metavar="CHAR",
    ),
]
SheetOption = Annotated[
    str | None,
    typer.Option(
        "--sheet",
        help=say("Tên hoặc số thứ tự trang tính.", "A sheet's name or number."),
        metavar="SHEET",
    ),
]
ColumnOption = Annotated[
    str | None,
    typer.Option(
        "--column",
        help=say(
            "Cột tên trang: tiêu đề, chữ cái hoặc số thứ tự; nếu không ghi: tự tìm.",
            "The column of page names: its header, letter or number; else found out.",
        ),
        metavar="COLUMN",
    ),
]
LinkColumnOption = Annotated[
    str | None,
    typer.Option(
        "--link-column",
        help=say("Cột đường dẫn trang (như --column).", "The column of page links (as --column)."),
        metavar="COLUMN",
    ),
]
UnitColumnOption = Annotated[
    str | None,
    typer.Option(
        "--unit-column",
        help=say("Cột đơn vị (như --column).", "The column of units (as --column)."),
        metavar="COLUMN",
    ),
]
HeaderRowOption = Annotated[
    str | None,
    typer.Option(
        "--header-row",
        help=say("Dòng tiêu đề, đếm từ 1; 0 nếu không có.", "The header's row, counted from 1; 0 for none."),
        metavar="ROW",
    ),
]


def header_row(text: str | None) -> int | None:
    """Return the number that `--header-row` gives.

    Raises:
        UseError: it is none.
    """
    if text is None or text.isdecimal():
        return None if text is None else int(text)
    raise UseError(
        f"--header-row {text}: phải là số dòng, ví dụ 3, hoặc 0 nếu không có dòng tiêu đề",
        f"--header-row {text}: must be the number of a row, for example 3, or 0 where there is no header",
    )


def recogniser(checker: Checker) -> Recognise:
    """Return what tells the reader whether a text names a unit."""
    return lambda text: checker.check(text).unit is not None


def in_processes(checker: Checker, jobs: int) -> AbstractContextManager[Results | None]:
    """Return a context in which `jobs` processes check names; one is this process itself."""
    if jobs == 1:
        return nullcontext()
    from fanpage_names.parallel import processes

    return processes(checker, jobs)


class Submitted:
    """The submitted names of a run: those given on the line, then those of each file.

    A file that cannot be read is named on stderr, and the others are still read.

    Args:
        names: the names given on the line.
        files: paths; "-" for standard input.
        options: what the reader is told.
        checker: says whether a text names a unit, where the reader is in doubt.

    Attributes:
        failed: whether any file could not be read, once the rows were.
    """

    def __init__(self, names: Sequence[str], files: Sequence[str], options: ReadOptions, checker: Checker) -> None:
        self._names = names
        self._files = files
        self._options = options
        self._checker = checker
        self.failed = False
        self._any_read = bool(names) or not files

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
            with self._others_go_on():
                for file in input_files(source):
                    with self._others_go_on():
                        yield from read_rows(file, self._options, recogniser(self._checker))
                        self._any_read = True

    @contextmanager
    def _others_go_on(self) -> Iterator[None]:
        try:
            yield
        except UseError as fault:
            self.failed = True
            tell(fault.lines(language()))
