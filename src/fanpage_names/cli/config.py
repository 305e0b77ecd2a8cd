"""`fanpage-names config`: which settings are in force, and where each comes from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from fanpage_names.cli.areas import TargetOption
from fanpage_names.cli.configuration import FILE_NAME, configuration
from fanpage_names.cli.framework import command, example, new_app
from fanpage_names.cli.input import (
    ColumnOption,
    DelimiterOption,
    EncodingOption,
    HeaderRowOption,
    LinkColumnOption,
    SheetOption,
    UnitColumnOption,
)
from fanpage_names.cli.language import VARIABLE, Source, language_and_source, say
from fanpage_names.cli.list_options import ListOptions, StyleOption
from fanpage_names.cli.messages import tell
from fanpage_names.cli.options import FORMAT_HELP, TerminalOptions, choice
from fanpage_names.cli.output import OutputOptions
from fanpage_names.cli.rule_options import GradedRuleOptions, OtherWordsOption
from fanpage_names.reports.table_formats import FORMATS
from fanpage_names.tables.table import Cell, Table

if TYPE_CHECKING:
    from fanpage_names.settings import Given

COLUMNS = ("setting", "value", "source", "place")

_SOURCES: dict[str, Source] = {"COMMANDLINE": "option", "DEFAULT_MAP": "file"}
"""What Typer calls the places that a parameter's value comes from; any other is the default."""

app = new_app()


@command(
    app,
    "config",
    help=say(
        "In các thiết lập đang có hiệu lực và nguồn của chúng. Tệp cấu hình: {file_name}.",
        "Print the settings in force, and where each comes from. The configuration file: {file_name}.",
        file_name=FILE_NAME,
    ),
    epilog=example("fanpage-names config", "fanpage-names config --style full --format json"),
)
def config(
    ctx: typer.Context,
    *,
    lists: ListOptions,
    style: StyleOption = "short",
    target: TargetOption = None,
    rules: GradedRuleOptions,
    other_words: OtherWordsOption = None,
    column: ColumnOption = None,
    link_column: LinkColumnOption = None,
    unit_column: UnitColumnOption = None,
    sheet: SheetOption = None,
    header: HeaderRowOption = None,
    encoding: EncodingOption = None,
    delimiter: DelimiterOption = None,
    format_: Annotated[str | None, choice("--format", tuple(FORMATS), FORMAT_HELP)] = None,
    out: OutputOptions,
    terminal: TerminalOptions,
) -> int:
    """Print a row for each setting that the file may hold; on stderr, which file it is."""
    if not terminal.quiet:
        file = configuration().file
        tell(
            [
                say("tệp cấu hình: {file}", "configuration file: {file}", file=file)
                if file
                else say("tệp cấu hình: không có", "configuration file: none")
            ]
        )
    out.put(Table(COLUMNS, _rows(ctx)), FORMATS, format_, no_color=terminal.no_color)
    return 0


def _rows(ctx: typer.Context) -> Iterator[tuple[Cell, ...]]:
    from fanpage_names.settings import SETTINGS

    found = configuration()
    for setting in SETTINGS:
        given = found.given.get(setting.key)
        value, source = _value(ctx, setting.parameter, given)
        if setting.key == "lang":
            value, source = language_and_source()
        places = {"environment": VARIABLE, "file": f"{found.file}:{given.line}" if given else None}
        text = value if isinstance(value, str) else ",".join(value or ())
        yield setting.key, text or None, source, places.get(source)


def _value(ctx: typer.Context, parameter: str | None, given: Given | None) -> tuple[Any, Source]:
    """Return a setting's value in force, and where it comes from."""
    if parameter is None:
        return (given.value, "file") if given else (None, "default")
    source = getattr(ctx.get_parameter_source(parameter), "name", "")
    return ctx.params[parameter], _SOURCES.get(source, "default")
