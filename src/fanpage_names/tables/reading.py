"""The readers' front door: from a file, whatever it is, to the names in it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from io import BufferedReader
from itertools import chain
from os import fstat
from pathlib import Path
from typing import cast

from fanpage_names.errors import UseError
from fanpage_names.lang import Text
from fanpage_names.rows import Row
from fanpage_names.tables.columns import find_columns
from fanpage_names.tables.earlier_marks import ROWS_ABOVE_SUMS, WithoutMarks, sums_up
from fanpage_names.tables.faults import changed
from fanpage_names.tables.forms import form_rows, has_form
from fanpage_names.tables.grid import Grid, ReadOptions, Recognise, SheetLayout
from fanpage_names.tables.header import Lookahead
from fanpage_names.tables.kinds import READABLE_ENDINGS, TextKind, kind_of
from fanpage_names.tables.log import ReadingLog
from fanpage_names.tables.names import submitted_names
from fanpage_names.tables.one_column import as_lines

STDIN = "-"
_OF_THE_SYSTEM = ("thumbs.db", "desktop.ini")
CHUNK = 1 << 16
_MOST_DESCRIBED = 8


def read_rows(source: str, options: ReadOptions, recognise: Recognise, log: ReadingLog | None = None) -> Iterator[Row]:
    """Yield the submitted names in a file, in its order, while it is being read.

    Args:
        source: the path of a file, or "-" for standard input.
        options: what the reader is told.
        recognise: whether a text names a unit, however badly written; decides where code pages or columns
            are in doubt.
        log: gets what carries no name.

    Raises:
        UseError: the file cannot be read, or has no column that looks like page names.
    """
    for _, rows in read_sheets(source, options, recognise, log):
        yield from rows


def read_sheets(
    source: str, options: ReadOptions, recognise: Recognise, log: ReadingLog | None = None
) -> Iterator[tuple[SheetLayout, Iterator[Row]]]:
    """Yield each sheet that holds page names: where its columns are, and its rows.

    The rows of one sheet must be read before the next sheet is asked for. A json file with objects of
    different keys counts as several sheets. Arguments and errors are those of `read_rows`.
    """
    log = ReadingLog() if log is None else log
    passed_over: list[str] = []
    found = False
    for grid in grids(source, options, recognise):
        if grid.hidden:
            log.hidden.append(grid.sheet or "")
        elif not grid.letter or not found:
            read = _read(grid, options, recognise, log)
            if isinstance(read, str):
                passed_over.append(read)
            else:
                found = True
                yield read
    different = [columns for columns in dict.fromkeys(passed_over) if columns]
    described = "; ".join([*different[:_MOST_DESCRIBED], *(["…"] if len(different) > _MOST_DESCRIBED else [])])
    if described and not found:
        raise _no_names(source, options, described)


def _read(
    grid: Grid, options: ReadOptions, recognise: Recognise, log: ReadingLog
) -> tuple[SheetLayout, Iterator[Row]] | str:
    """Return where the columns of a sheet are, and its rows; what its columns are where none holds names."""
    if grid.plain:
        return _read_lines(grid, recognise, log)
    marks = WithoutMarks(grid.records)
    head = Lookahead(iter(marks))
    if grid.sheet is not None and sums_up(head.first(ROWS_ABOVE_SUMS)):
        return ""
    read = _read_table(grid, head, options, recognise, log)
    return read if isinstance(read, str) else (replace(read[0], marks=marks.first), read[1])


def _read_table(
    grid: Grid, head: Lookahead, options: ReadOptions, recognise: Recognise, log: ReadingLog
) -> tuple[SheetLayout, Iterator[Row]] | str:
    if not (grid.keyed or options.columns or options.header_row is not None):
        if has_form(head):
            rows = form_rows(replace(grid, records=head.after(0)), log)
            return SheetLayout(grid.file, grid.sheet, (), {"name": 1}), rows
        lines = as_lines(grid, head)
        if lines and not isinstance(read := _read_lines(lines, recognise, log), str):
            return read
    told = replace(options, header_row=1) if grid.keyed else options
    columns = find_columns(replace(grid, records=head.after(0)), told, recognise)
    return columns if isinstance(columns, str) else (columns.layout, submitted_names(columns, recognise, log))


def _read_lines(grid: Grid, recognise: Recognise, log: ReadingLog) -> tuple[SheetLayout, Iterator[Row]] | str:
    from fanpage_names.tables.lines import listed_names

    rows = listed_names(grid, recognise, log)
    if grid.letter:
        first = next(rows, None)
        if first is None:
            return ""
        rows = chain([first], rows)
    header = () if grid.heading is None else (grid.heading,)
    return SheetLayout(grid.file, grid.sheet, header, {"name": grid.column}, plain=True), rows


def input_files(source: str) -> tuple[str, ...]:
    """Return the files that a name on the line stands for: of a folder, all files in it, sorted by name.

    Files of kinds that cannot be read are among them, so that each is named. Those whose names begin with "." or "~"
    (locks of open workbooks), those that a system puts there itself, and folders are left out.

    Raises:
        UseError: the folder has no readable file, or may not be looked into.
    """
    folder = Path(source)
    try:
        if source == STDIN or not folder.is_dir():
            return (source,)
        files = sorted(
            str(file)
            for file in folder.iterdir()
            if file.name[0] not in ".~" and file.name.lower() not in _OF_THE_SYSTEM and file.is_file()
        )
    except (OSError, ValueError) as error:
        raise _unreadable(source, error) from error
    if not any(file.lower().endswith(READABLE_ENDINGS) for file in files):
        raise UseError(
            "{source}: thư mục không có tệp nào đọc được ({endings})",
            "{source}: no readable file in this folder ({endings})",
            source=source,
            endings=", ".join(READABLE_ENDINGS),
        )
    return tuple(files)


def grids(source: str, options: ReadOptions, recognise: Recognise) -> Iterator[Grid]:
    """Yield the tables of a file as they lie in it; arguments and errors are those of `read_sheets`."""
    with ExitStack() as stack:
        try:
            opened = sys.stdin.buffer if source == STDIN else stack.enter_context(Path(source).open("rb"))
            stream = cast(BufferedReader, opened)
            head = stream.read1(CHUNK)
            size = fstat(stream.fileno()).st_size if source != STDIN else 0
        except (OSError, ValueError) as error:
            raise _unreadable(source, IsADirectoryError() if Path(source).is_dir() else error) from error
        kind = kind_of(source, head)
        if kind in ("zip", "ole"):
            from fanpage_names.tables.book import book_grids

            yield from book_grids(kind, stream, head, source, options.sheet)
        else:
            from fanpage_names.tables.lost_letters import has_lost_letters, lost_letters

            if has_lost_letters(head):
                raise lost_letters(source)
            chunks = chain([head], _rest(stream, size - len(head), source))
            yield from _text_grids(cast(TextKind, kind), chunks, source, options, recognise)


def _rest(stream: BufferedReader, size: int, source: str) -> Iterator[bytes]:
    """Yield what is left of a file.

    Raises:
        UseError: it is less than it was when the file was opened.
    """
    while chunk := stream.read1(CHUNK):
        size -= len(chunk)
        yield chunk
    if size > 0:
        raise changed(source)


def _text_grids(
    kind: TextKind, chunks: Iterable[bytes], file: str, options: ReadOptions, recognise: Recognise
) -> Iterator[Grid]:
    from fanpage_names.tables.delimited import delimited_grid, text_grid
    from fanpage_names.tables.encoding import LONGEST_ARRAY, LONGEST_LINE, lines

    text = lines(chunks, file, options.encoding, recognise, longest=LONGEST_ARRAY if kind == "json" else LONGEST_LINE)
    match kind:
        case "lines":
            yield text_grid(text, file, options, recognise)
        case "delimited":
            yield delimited_grid(text, file, options)
        case "json":
            from fanpage_names.tables.jsonl import array_items, item_grids

            yield from item_grids(array_items("".join(text), file), file)
        case "jsonl":
            from fanpage_names.tables.jsonl import item_grids, line_items

            yield from item_grids(line_items(text, file), file)


def _unreadable(source: str, error: OSError | ValueError) -> UseError:
    if isinstance(error, FileNotFoundError):
        said = Text("không có tệp này; kiểm tra lại tên và thư mục", "no such file; check its name and folder")
    elif isinstance(error, IsADirectoryError):
        said = Text("đây là thư mục, cần một tệp", "this is a folder; a file is needed")
    elif isinstance(error, PermissionError):
        said = Text("không có quyền đọc; xin quyền hoặc đóng tệp đang mở", "no permission to read it; ask for it")
    else:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        said = Text("không đọc được ({reason})", "cannot be read ({reason})").format(reason=reason)
    return UseError("{source}: {said}", "{source}: {said}", source=source, said=said)


def _no_names(source: str, options: ReadOptions, described: str) -> UseError:
    if told := ", ".join(options.columns.values()):
        return UseError(
            "{source}: không có cột '{told}'; các cột: {described}",
            "{source}: no column '{told}'; its columns: {described}",
            source=source,
            told=told,
            described=described,
        )
    return UseError(
        "{source}: không thấy cột nào giống tên trang; chỉ rõ bằng --column; các cột: {described}",
        "{source}: no column looks like page names; name it with --column; its columns: {described}",
        source=source,
        described=described,
    )
