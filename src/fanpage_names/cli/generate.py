"""`fanpage-names generate`: the official page names of units and of all below them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated

from fanpage_names.cli.framework import command, example, new_app
from fanpage_names.cli.language import say
from fanpage_names.cli.list_options import LevelOption, ListOptions, StyleOption, UnitsWanted
from fanpage_names.cli.lists import units_asked_for
from fanpage_names.cli.options import FORMAT_HELP, TerminalOptions, choice
from fanpage_names.cli.output import OutputOptions
from fanpage_names.naming import canonical_name
from fanpage_names.reports.table_formats import FORMATS
from fanpage_names.tables.table import Cell, Table
from fanpage_names.units.model import Style, Unit, UnitList

COLUMNS = ("level", "code", "type", "unit", "district", "province", "page_name", "username")
_BRIEF = ("code", "type", "unit", "district", "page_name", "username")

app = new_app()


@command(
    app,
    "generate",
    help=say(
        "In tên trang chính thức. Mỗi đơn vị kèm mọi đơn vị bên dưới; không ghi đơn vị nào: cả tỉnh.",
        "Print the official page names. Each UNIT comes with all below it; without one: the whole province.",
    ),
    epilog=example(
        'fanpage-names generate "Hải Hậu"', "fanpage-names generate vu-ban y-yen --level commune -o ten-trang.xlsx"
    ),
)
def generate(
    *,
    wanted: UnitsWanted = None,
    level: LevelOption = None,
    lists: ListOptions,
    style: StyleOption = "short",
    format_: Annotated[str | None, choice("--format", tuple(FORMATS), FORMAT_HELP)] = None,
    out: OutputOptions,
    terminal: TerminalOptions,
) -> int:
    """Print a row for each unit, in the order of the list."""
    named = lists.load(quiet=terminal.quiet)
    chosen = units_asked_for(named, wanted or (), quiet=terminal.quiet)
    rows = _rows(named, style, (unit for unit in chosen if level in (None, unit.level)))
    title = say("Tên trang cộng đồng (fanpage): {units}", "Facebook page names: {units}", units=named.title)
    unused = () if named.has_districts else ("district",)
    out.put(Table(COLUMNS, rows, title, unused, _BRIEF), FORMATS, format_, no_color=terminal.no_color)
    return 0


def _rows(named: UnitList, style: Style, chosen: Iterable[Unit]) -> Iterator[tuple[Cell, ...]]:
    from fanpage_names.usernames import usernames

    by_code = usernames(named, style)
    for unit in chosen:
        district = unit.district
        yield (
            unit.level,
            unit.code,
            unit.type,
            unit.name,
            district.name if district else None,
            unit.province.name,
            canonical_name(named, unit, style),
            by_code[unit.code],
        )
