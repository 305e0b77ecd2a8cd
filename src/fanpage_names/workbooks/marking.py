"""From a checked file to the workbook that goes back to who sent it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import IO
from zipfile import ZipFile, is_zipfile

from fanpage_names.lang import Lang, Text
from fanpage_names.reports.workbook import write_xlsx
from fanpage_names.tables.archive import opened
from fanpage_names.tables.formats import Options
from fanpage_names.tables.package import WORKBOOK
from fanpage_names.workbooks.copying import write_copy
from fanpage_names.workbooks.losses import losses
from fanpage_names.workbooks.marked_book import MarkedBook, MarkedTable
from fanpage_names.workbooks.marks import CheckedSheet, row_marks
from fanpage_names.workbooks.summing_up import Tally


def write_marked(source: str, sheets: Iterable[CheckedSheet], stream: IO[bytes], options: Options) -> Sequence[Text]:
    """Write the workbook at `source` with what was found marked in it; for any other file a new workbook.

    Deviating cells are coloured by severity and commented on, and each table gets three columns at its right: the
    status, the right name, and what is wrong. Those of an earlier copy are written over.

    Args:
        source: the file as it was named on the line.
        sheets: what the check says of its tables; read once.
        stream: gets the bytes.
        options: the language of what is written.

    Returns:
        What the file holds that the workbook written has not.

    Raises:
        UseError: the workbook cannot be written again.
    """
    path = Path(source)
    if not _is_workbook(path):
        write_xlsx((checked for sheet in sheets for checked in sheet.rows), stream, options)
        return ()
    tables = [_marked(sheet, options.lang) for sheet in sheets]
    with opened(path, source) as archive:
        write_copy(path, source, MarkedBook(archive, source, options.lang).parts(tables, path.name), stream)
    return losses(path)


def _marked(sheet: CheckedSheet, lang: Lang) -> MarkedTable:
    tally = Tally(sheet.layout.sheet or "")
    rows = list(row_marks(replace(sheet, rows=tally.counting(sheet.rows)), lang))
    return MarkedTable(sheet.layout, rows, tally)


def _is_workbook(path: Path) -> bool:
    """Whether a file is an xlsx or xlsm workbook, whatever it is called."""
    if not is_zipfile(path):
        return False
    with ZipFile(path) as archive:
        return WORKBOOK in archive.namelist()
