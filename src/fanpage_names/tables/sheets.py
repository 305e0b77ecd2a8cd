"""The sheets of workbooks, whatever their format."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import IO
from zipfile import ZipFile

from fanpage_names.errors import UseError
from fanpage_names.tables.archive import budget_of
from fanpage_names.tables.faults import damaged
from fanpage_names.tables.grid import Grid, Targets
from fanpage_names.tables.headings import words
from fanpage_names.tables.hyperlinks import sheet_targets
from fanpage_names.tables.limits import Budget
from fanpage_names.tables.package import worksheets
from fanpage_names.tables.xlsx import sheet_records, values_of


def xlsx_grids(archive: ZipFile, file: str, sheet: str | None) -> Iterator[Grid]:
    """Yield the sheets of an xlsx workbook: the visible ones, or the one named.

    Args:
        archive: the workbook; it must stay open while rows are read.
        file: the file as it was named on the line.
        sheet: the one sheet asked for; None for all.

    Raises:
        UseError: the workbook is damaged, or has no sheet of that name.
    """
    budget = budget_of(archive, file)
    sheets = worksheets(archive, budget)
    if not sheets:
        raise damaged(file)
    values = values_of(archive, budget)
    wanted = _wanted([one.name for one in sheets], [one.visible for one in sheets], sheet, file)
    yield from _hidden(file, [one.name for index, one in enumerate(sheets) if index not in wanted], sheet)
    for index in wanted:
        name, part, _ = sheets[index]
        records = sheet_records(archive, part, values, budget)
        yield Grid(file, name, records, targets=cache(partial(sheet_targets, archive, part, budget)))


def ods_grids(archive: ZipFile, file: str, sheet: str | None) -> Iterator[Grid]:
    """Yield the sheets of an ods workbook; arguments and errors are those of `xlsx_grids`."""
    from fanpage_names.tables.ods import ods_records, ods_sheets

    budget = budget_of(archive, file)
    sheets = ods_sheets(archive, budget)
    if not sheets:
        raise damaged(file)
    wanted = _wanted([one.name for one in sheets], [one.visible for one in sheets], sheet, file)
    yield from _hidden(file, [one.name for index, one in enumerate(sheets) if index not in wanted], sheet)
    for index, records in ods_records(archive, budget):
        if index in wanted:
            yield Grid(file, sheets[index].name, records)


def xls_grids(stream: IO[bytes], file: str, sheet: str | None) -> Iterator[Grid]:
    """Yield the sheets of an xls workbook; arguments and errors are those of `xlsx_grids`."""
    from fanpage_names.tables.xls import xls_book, xls_records

    content = stream.read()
    book, links = xls_book(content, file)
    names = book.sheet_names()
    if not names:
        raise damaged(file)
    budget = Budget(file, len(content))
    for name in names if sheet is None else [chosen_name(names, sheet, file)]:
        visible, records = xls_records(book, name, budget)
        if visible or sheet is not None:
            yield Grid(file, name, records, targets=_targets(links, names.index(name)))
        else:
            yield from _hidden(file, [name], sheet)


def _targets(links: Sequence[Mapping[int, Mapping[int, str]]], at: int) -> Targets:
    of_sheet = links[at] if at < len(links) else {}
    return lambda column: of_sheet.get(column, {})


def _hidden(file: str, names: Sequence[str], told: str | None) -> Iterator[Grid]:
    """Yield the sheets that are passed over as nobody sees them, without rows; none where one was asked for."""
    for name in names if told is None else ():
        yield Grid(file, name, iter(()), hidden=True)


def _wanted(names: Sequence[str], visible: Sequence[bool], told: str | None, file: str) -> Collection[int]:
    """Return the places of the sheets to read, in their order; a file may have a hundred thousand."""
    if told is None:
        return dict.fromkeys(index for index, shown in enumerate(visible) if shown).keys()
    return {list(names).index(chosen_name(names, told, file))}


def chosen_name(names: Sequence[str], told: str, file: str) -> str:
    """Return the one of the sheets' (or tables') names that somebody told, by name or by number from 1.

    Raises:
        UseError: there is no such sheet; the message lists them.
    """
    for name in names:
        if told == name or words(told) == words(name):
            return name
    if told.isdecimal() and 0 < int(told) <= len(names):
        return names[int(told) - 1]
    known = ", ".join(f"'{name}'" for name in names)
    raise UseError(
        "{file}: không có trang tính '{told}'; hiện có: {known}",
        "{file}: no sheet '{told}'; it has: {known}",
        file=file,
        told=told,
        known=known,
    )
