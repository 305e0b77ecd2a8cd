"""`fanpage-names units`: what is in a unit list, and whether a list is sound."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import IO, Annotated

import typer

from fanpage_names.cli import units_history, units_import, units_lists
from fanpage_names.cli.framework import command, example, new_app
from fanpage_names.cli.language import language, say
from fanpage_names.cli.list_options import LevelOption, ListOptions
from fanpage_names.cli.lists import unit_asked_for
from fanpage_names.cli.messages import FAILED, tell
from fanpage_names.cli.options import TerminalOptions, choice
from fanpage_names.cli.output import OutputOptions
from fanpage_names.cli.units_common import TableFormatOption, UnitArgument, counted
from fanpage_names.errors import UseError
from fanpage_names.naming import canonical_name
from fanpage_names.reports.table_formats import FORMATS
from fanpage_names.tables.formats import Format, Options
from fanpage_names.tables.table import Cell, Table
from fanpage_names.tables.writing import write_json_lines
from fanpage_names.units.loading import load_units
from fanpage_names.units.model import STYLES, Unit, UnitList

COLUMNS = ("level", "code", "type", "unit", "label", "district", "province")

app = new_app(
    help=say("Xem, kiểm tra và tạo danh mục đơn vị.", "Look into unit lists, check them, and make them."),
    epilog=example("fanpage-names units list --level district"),
)
app.add_typer(units_lists.app)
app.add_typer(units_import.app)
app.add_typer(units_history.app)


@command(
    app,
    "list",
    help=say("In các đơn vị của danh mục.", "Print the units of the list."),
    epilog=example("fanpage-names units list --level district --units nam_dinh_2024"),
)
def list_units(
    *,
    level: LevelOption = None,
    lists: ListOptions,
    format_: TableFormatOption = None,
    out: OutputOptions,
    terminal: TerminalOptions,
) -> int:
    """Print a row for each unit, in the order of the list."""
    named = lists.load(quiet=terminal.quiet)
    rows = (_row(unit) for unit in named.units if level in (None, unit.level))
    title = say("Danh mục đơn vị: {units}", "List of units: {units}", units=named.title)
    unused = () if named.has_districts else ("district",)
    out.put(Table(COLUMNS, rows, title, unused), FORMATS, format_, no_color=terminal.no_color)
    return 0


def _row(unit: Unit) -> tuple[Cell, ...]:
    district = unit.district
    place = (district.name if district else None, unit.province.name)
    return (unit.level, unit.code, unit.type, unit.name, unit.label, *place)


Facts = Mapping[str, Cell]


def _write_facts(facts: Facts, stream: IO[str], options: Options) -> None:
    from fanpage_names.reports.spoken import heading, in_words

    lang = options.lang
    width = max(len(heading(column, lang)) for column in facts)
    for column, value in facts.items():
        if value is not None:
            stream.write(f"{heading(column, lang):{width}}  {in_words(column, value, lang)}\n")


def _write_json(facts: Facts, stream: IO[str], options: Options) -> None:
    write_json_lines([facts], stream)


FACT_FORMATS: Mapping[str, Format[Facts]] = {
    "text": Format(_write_facts, (".txt",)),
    "json": Format(_write_json, (".json",)),
}


@command(
    app,
    "show",
    help=say("In những gì danh mục ghi về một đơn vị.", "Print what the list says of one unit."),
    epilog=example('fanpage-names units show "xã Hải Minh"', "fanpage-names units show 14233 --format json"),
)
def show(
    *,
    unit: UnitArgument,
    lists: ListOptions,
    format_: Annotated[str, choice("--format", tuple(FACT_FORMATS), say("Định dạng.", "Format."))] = "text",
    terminal: TerminalOptions,
) -> int:
    """Print the unit's facts and its page names in both styles."""
    named = lists.load(quiet=terminal.quiet)
    found = unit_asked_for(named, unit, quiet=terminal.quiet)
    OutputOptions().put(_facts(named, found), FACT_FORMATS, format_)
    return 0


def _facts(named: UnitList, unit: Unit) -> Facts:
    from fanpage_names.usernames import usernames

    below = Counter(one.level for one in named.below(unit) if one is not unit)
    return {
        **dict(zip(COLUMNS, _row(unit), strict=True)),
        "districts": below["district"] or None,
        "communes": below["commune"] or None,
        **{f"page_name_{style}": canonical_name(named, unit, style) for style in STYLES},
        "username": usernames(named, "short")[unit.code],
        "list": named.id,
    }


@command(
    app,
    "validate",
    help=say(
        "Kiểm tra tệp danh mục. Mọi lỗi được nêu cùng lúc, kèm số dòng và cách sửa.",
        "Check unit list files. Every fault is named at once, with its line and what to write.",
    ),
    epilog=example("fanpage-names units validate tinh_khac.yaml"),
)
def validate(
    *,
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE", help=say("Tệp YAML hoặc tên danh mục có sẵn.", "A YAML file or a list's name.")),
    ],
    terminal: TerminalOptions,
) -> int:
    """Print a line for each sound list, and the faults of the others on stderr."""
    status = 0
    for file in files:
        try:
            typer.echo(f"{file}: {counted(load_units(file))}")
        except UseError as fault:
            tell(fault.lines(language()))
            status = FAILED
    return status
