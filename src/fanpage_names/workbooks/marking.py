"""From a checked file to the workbook that goes back to who sent it."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import IO

from fanpage_names.lang import Text
from fanpage_names.reports.workbook import write_xlsx
from fanpage_names.tables.archive import opened
from fanpage_names.tables.formats import Options
from fanpage_names.workbooks.annotating import CheckedSheet, annotate
from fanpage_names.workbooks.book import is_workbook, load, save, unwritable
from fanpage_names.workbooks.losses import losses
from fanpage_names.workbooks.saved_values import saved_values, write_with_values
from fanpage_names.workbooks.summing_up import add_summary


def write_marked(source: str, sheets: Sequence[CheckedSheet], stream: IO[bytes], options: Options) -> tuple[Text, ...]:
    """Write the workbook at `source` with what was found marked in it; for any other file a new workbook.

    Args:
        source: the file as it was named on the line.
        sheets: what the check says of its tables.
        stream: gets the bytes.
        options: the language of what is written.

    Returns:
        What the file holds that the workbook written has not.

    Raises:
        UseError: the workbook cannot be written again.
    """
    path = Path(source)
    if not is_workbook(path):
        write_xlsx((checked for sheet in sheets for checked in sheet.rows), stream, options)
        return ()
    book = load(path, source)
    if not {sheet.layout.sheet for sheet in sheets}.issubset(book.sheetnames):
        raise unwritable(source)
    annotate(book, sheets, options.lang)
    add_summary(book, sheets, path.name, options.lang)
    with opened(path, source) as archive:
        saved = saved_values(archive, source)
    if saved:
        whole = BytesIO()
        save(book, whole)
        write_with_values(whole, source, saved, stream)
    else:
        save(book, stream)
    return losses(path)
