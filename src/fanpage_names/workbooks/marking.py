"""From a checked file to the workbook that goes back to who sent it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile

from fanpage_names.lang import Lang, Text
from fanpage_names.tables.archive import opened
from fanpage_names.tables.formats import Options
from fanpage_names.tables.package import DOCUMENT, WORKBOOK
from fanpage_names.workbooks.copying import write_copy
from fanpage_names.workbooks.losses import losses, signed
from fanpage_names.workbooks.marked_book import MarkedBook, MarkedTable
from fanpage_names.workbooks.marks import CheckedSheet, RowMark, row_marks
from fanpage_names.workbooks.summing_up import TableSummary

_WITHOUT_ROWS = (".json", ".jsonl", ".ndjson")
"""Lists that no person reads row by row: their results make a table of their own."""


def write_marked(
    source: str,
    sheets: Iterable[CheckedSheet],
    stream: IO[bytes],
    options: Options,
    laid_out: Callable[[], tuple[IO[bytes], Mapping[str | None, str]]] | None = None,
    *,
    in_place: bool = False,
) -> Sequence[Text]:
    """Write the workbook at `source` with what was found marked in it; a list of another kind laid out as a workbook.

    Deviating cells are coloured by severity and commented on, and each table gets three columns at its right: the
    status, the right name, and what is wrong. Those of an earlier copy are written over.

    Args:
        source: the file as it was named on the line.
        sheets: what the check says of its tables; read once.
        stream: gets the bytes.
        options: the language of what is written, and what stands first and last where it is summed up.
        laid_out: returns the workbook that a list of another kind makes, as `lay_out`; None for a table of results.
        in_place: whether a document is written as one, its cells and lines coloured and commented on.

    Returns:
        What the file holds that the workbook written has not.

    Raises:
        UseError: the workbook cannot be written again.
    """
    path = Path(source)
    if in_place and ending_of(source) == ".docx":
        return _write_document(path, source, sheets, stream, options)
    is_workbook = WORKBOOK in _members(path)
    if not is_workbook and (laid_out is None or path.suffix.lower() in _WITHOUT_ROWS):
        from fanpage_names.reports.check_workbook import write_xlsx

        write_xlsx((checked for sheet in sheets for checked in sheet.rows), stream, options)
        return ()
    book: Path | IO[bytes] = path
    tables = [_marked(sheet, options.lang) for sheet in sheets]
    if laid_out and not is_workbook:
        book, names = laid_out()
        tables = [table._replace(layout=replace(table.layout, sheet=names[table.layout.sheet])) for table in tables]
    with opened(book, source) as archive:
        write_copy(book, source, MarkedBook(archive, source, options).parts(tables, path.name), stream)
    return losses(path) if book is path else ()


def _marked(sheet: CheckedSheet, lang: Lang) -> MarkedTable:
    tally = TableSummary(sheet.layout.sheet or "")
    rows = list(row_marks(replace(sheet, rows=tally.counting(sheet.rows)), lang))
    return MarkedTable(sheet.layout, rows, tally)


def ending_of(source: str) -> str:
    """Return what the name of a marked copy ends in where it is written in place: a document stays one."""
    return ".docx" if DOCUMENT in _members(Path(source)) else ".xlsx"


def _write_document(
    path: Path, source: str, sheets: Iterable[CheckedSheet], stream: IO[bytes], options: Options
) -> Sequence[Text]:
    from fanpage_names.workbooks.marked_document import marked_document

    marks = [(sheet.layout.sheet, list(row_marks(sheet, options.lang))) for sheet in sheets]
    if options.notice:
        _note_first([rows for _, rows in marks], options.notice)
    with opened(path, source) as archive:
        write_copy(path, source, marked_document(archive, source, marks), stream)
    return signed(path)


def _note_first(tables: Sequence[list[RowMark]], notice: str) -> None:
    """Let the first comment begin with what stands first in other outputs."""
    for rows in tables:
        for at, row in enumerate(rows):
            if row.cells:
                first, *others = row.cells
                noted = first._replace(comment=f"{notice}\n{first.comment}")
                rows[at] = row._replace(cells=(noted, *others))
                return


def _members(path: Path) -> Collection[str]:
    """Return what is in a zip archive, whatever it is called; nothing where it is none, or a damaged one."""
    with suppress(OSError, BadZipFile, ValueError), ZipFile(path) as archive:
        return archive.namelist()
    return ()
