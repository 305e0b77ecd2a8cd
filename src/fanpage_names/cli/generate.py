"""`fanpage-names generate`: the official page names of units and of all below them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated

from fanpage_names.cli.framework import Command, example, new_app
from fanpage_names.cli.language import say
from fanpage_names.cli.lists import unit_asked_for, unit_list
from fanpage_names.cli.options import (
    FORMAT_HELP,
    AsOfOption,
    BomOption,
    ForceOption,
    LangOption,
    LevelOption,
    NoColorOption,
    OutputOption,
    QuietOption,
    RawOption,
    StyleOption,
    UnitsOption,
    UnitsWanted,
    choice,
)
from fanpage_names.cli.output import Output
from fanpage_names.naming import canonical_name
from fanpage_names.reports.table_formats import FORMATS
from fanpage_names.tables.table import Cell, Table
from fanpage_names.units.loading import DEFAULT_UNITS
from fanpage_names.units.model import Style, Unit, UnitList

COLUMNS = ("level", "code", "type", "unit", "district", "province", "page_name", "username")

app = new_app()


@app.command(
    "generate",
    cls=Command,
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
    units: UnitsOption = DEFAULT_UNITS,
    as_of: AsOfOption = None,
    style: StyleOption = "short",
    format_: Annotated[str | None, choice("--format", tuple(FORMATS), FORMAT_HELP)] = None,
    output: OutputOption = None,
    force: ForceOption = False,
    bom: BomOption = False,
    raw: RawOption = False,
    lang: LangOption = None,
    no_color: NoColorOption = False,
    quiet: QuietOption = False,
) -> int:
    """Print a row for each unit, in the order of the list."""
    named = unit_list(units, as_of, quiet=quiet)
    tops = [unit_asked_for(named, text, quiet=quiet) for text in wanted or ()]
    chosen = {unit.code for top in tops for unit in named.below(top)} if tops else named.by_code.keys()
    units_in_order = (unit for unit in named.units if unit.code in chosen and level in (None, unit.level))
    rows = _rows(named, style, units_in_order)
    Output(format_, output, force, bom, raw, no_color).put(Table(COLUMNS, rows), FORMATS)
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
