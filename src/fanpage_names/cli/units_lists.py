"""`fanpage-names units lists`: the lists that come with the package."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

import typer

from fanpage_names.cli import completion
from fanpage_names.cli.framework import command, example, new_app
from fanpage_names.cli.language import say
from fanpage_names.cli.options import TerminalOptions
from fanpage_names.cli.output import OutputOptions
from fanpage_names.cli.units_common import TableFormatOption
from fanpage_names.reports.table_formats import FORMATS
from fanpage_names.tables.table import Cell, Table
from fanpage_names.units.catalogue import DAYS, LAST, Shipped, catalogue, countries
from fanpage_names.units.provinces import lists_of_province

COLUMNS = ("list", "province", "type", "from", "to", "in_force", "now_in")
_BRIEF = tuple(column for column in COLUMNS if column != "type")
_YES = "x"

app = new_app()


@command(
    app,
    "lists",
    help=say(
        "In các danh mục có sẵn: mỗi tỉnh ba ngày (31/12/2021, 30/06/2025, 01/07/2025) và cả nước.",
        "Print the shipped lists: each province on three days (2021-12-31, 2025-06-30, 2025-07-01), and the country.",
    ),
    epilog=example("fanpage-names units lists", 'fanpage-names units lists "Nam Định"'),
)
def lists(
    *,
    province: Annotated[
        str,
        typer.Argument(
            metavar="[PROVINCE]",
            help=say("Chỉ tỉnh này, và tỉnh mà nó thuộc về.", "This province only, and the one that it became."),
            autocompletion=completion.shipped_lists,
        ),
    ] = "",
    format_: TableFormatOption = None,
    out: OutputOptions,
    terminal: TerminalOptions,
) -> int:
    """Print a row for each list: by the provinces' codes, the days of each in turn, then the country."""
    table = Table(COLUMNS, _rows(province), say("Các danh mục có sẵn", "Shipped lists"), brief=_BRIEF)
    out.put(table, FORMATS, format_, no_color=terminal.no_color)
    return 0


def _rows(province: str) -> Iterator[tuple[Cell, ...]]:
    wanted = {each.name for listed in lists_of_province(province) for each in (listed, catalogue()[listed.last])}
    shipped = [each for each in catalogue().values() if each.year in DAYS and (each.name in wanted or not province)]
    for each in sorted(shipped, key=lambda each: (each.code, each.year)):
        yield _row(each)
    for year, name in countries().items():
        if not province:
            yield name, None, None, str(DAYS[year]), None, _YES if year == LAST else None, None


def _row(listed: Shipped) -> tuple[Cell, ...]:
    days = (str(day) if day else None for day in (listed.valid_from, listed.valid_to))
    now_in = None if listed.year == LAST else catalogue()[listed.last].province
    in_force = _YES if listed.year == LAST and listed.is_in_force(date.today()) else None
    return (listed.name, listed.province, listed.type, *days, in_force, now_in)
