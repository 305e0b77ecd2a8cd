"""Where a command's submitted names come from, as the options say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from fanpage_names.cli.language import language, say
from fanpage_names.cli.messages import tell
from fanpage_names.errors import UseError
from fanpage_names.tables.grid import ReadOptions

if TYPE_CHECKING:
    from fanpage_names.check import Checker, Results
    from fanpage_names.submissions import Submitted
    from fanpage_names.tables.log import ReadingLog

FilesArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FILE",
        help=say("Tệp có tên trang; - là những gì lệnh khác đưa sang.", "A file with page names; - is standard input."),
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
        help=say("Cột đường link của trang (như --column).", "The column of page links (as --column)."),
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


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """How tables are read where their reader cannot know."""

    encoding: EncodingOption = None
    delimiter: DelimiterOption = None
    sheet: SheetOption = None
    column: ColumnOption = None
    link_column: LinkColumnOption = None
    unit_column: UnitColumnOption = None
    header: HeaderRowOption = None

    def options(self) -> ReadOptions:
        """Return what the options say.

        Raises:
            UseError: the header's row is no number.
        """
        header = _header_row(self.header)
        columns = (self.column, self.link_column, self.unit_column)
        return ReadOptions(self.sheet, *columns, header, self.delimiter, self.encoding)


def _header_row(text: str | None) -> int | None:
    """Return the number that `--header-row` gives.

    Raises:
        UseError: it is none.
    """
    if text is None or text.isdecimal():
        return None if text is None else int(text)
    raise UseError(
        "--header-row {text}: phải là số dòng, ví dụ 3, hoặc 0 nếu không có dòng tiêu đề",
        "--header-row {text}: must be the number of a row, for example 3, or 0 where there is no header",
        text=text,
    )


def in_processes(checker: Checker, jobs: int) -> AbstractContextManager[Results | None]:
    """Return a context in which `jobs` processes check names; one is this process itself."""
    if jobs == 1:
        return nullcontext()
    from fanpage_names.parallel import processes

    return processes(checker, jobs)


def submitted_by(
    names: Sequence[str], files: Sequence[str], options: ReadOptions, checker: Checker, *, quiet: bool
) -> Submitted:
    """Return the submitted names of a run; what cannot be read, and what carries no name, is told on stderr."""
    from fanpage_names.submissions import Submitted

    return Submitted(names, files, options, checker, tell_fault, passed=told_unless(quiet=quiet))


def told_unless(*, quiet: bool) -> Callable[[str, ReadingLog], None]:
    """Return what says on stderr what in a file carries no name."""
    return lambda file, log: None if quiet else tell(log.lines(file, language()))


def tell_fault(fault: UseError) -> None:
    """Say on stderr what is wrong with a file."""
    tell(fault.lines(language()))
