"""`fanpage-names units history` and `units diff`: units through time."""

from __future__ import annotations

from typing import Annotated

import typer

from fanpage_names.cli import completion
from fanpage_names.cli.framework import command, example, new_app
from fanpage_names.cli.language import language, say
from fanpage_names.cli.list_options import ListOptions, StyleOption
from fanpage_names.cli.lists import list_asked
from fanpage_names.cli.messages import tell
from fanpage_names.cli.options import TerminalOptions, choice
from fanpage_names.cli.output import OutputOptions
from fanpage_names.cli.units_common import TableFormatOption, UnitArgument
from fanpage_names.errors import UseError
from fanpage_names.history.lineage import differences, lineage_of
from fanpage_names.history.loading import load_history
from fanpage_names.history.timeline import History
from fanpage_names.reports.lineage import FORMATS, difference_table
from fanpage_names.reports.table_formats import FORMATS as TABLE_FORMATS
from fanpage_names.units.finding import Found, find_unit

_LIST_HELP = say("Tên danh mục hoặc ngày.", "A list's name, or a day.")

app = new_app()


@command(
    app,
    "history",
    help=say(
        "In dòng lịch sử của một đơn vị. ← là đơn vị trước đó, → là đơn vị sau này, kèm ngày và nghị quyết.",
        "Print a unit's line through time. ← is what it came from, → what it became, with day and resolution.",
    ),
    epilog=example('fanpage-names units history "xã Hải Minh"', 'fanpage-names units history "Hưng Lộc"'),
)
def history(
    *,
    unit: UnitArgument,
    lists: ListOptions,
    format_: Annotated[str, choice("--format", tuple(FORMATS), say("Định dạng.", "Format."))] = "text",
    terminal: TerminalOptions,
) -> int:
    """Print the tree; a unit that the list does not have is looked for in the other lists."""
    past = load_history()
    first = list_asked(lists.units, lists.as_of)
    past.require(first)
    list_id, found = _found(past, first, unit)
    if found.note and not terminal.quiet:
        tell([found.note.in_lang(language())])
    OutputOptions().put(lineage_of(past, list_id, found.unit), FORMATS, format_)
    return 0


def _found(past: History, first: str, text: str) -> tuple[str, Found]:
    """Return the unit named, from the first list or, where it has none, from the next that has one."""
    try:
        return first, find_unit(past.units(first), text)
    except UseError:
        for other in (*past.later_lists(first), *past.earlier_lists(first)):
            try:
                return other.id, find_unit(other, text)
            except UseError:
                continue
        raise


@command(
    app,
    "diff",
    help=say(
        "In những gì khác nhau giữa hai danh mục. A có trước B; mỗi dòng một đơn vị có thay đổi.",
        "Print what differs between two lists. A is before B; a row for each unit that changed.",
    ),
    epilog=example("fanpage-names units diff nam_dinh_units 2024-10-01"),
)
def diff(
    *,
    earlier: Annotated[str, typer.Argument(metavar="A", help=_LIST_HELP, autocompletion=completion.shipped_lists)],
    later: Annotated[str, typer.Argument(metavar="B", help=_LIST_HELP, autocompletion=completion.shipped_lists)],
    style: StyleOption = "short",
    format_: TableFormatOption = None,
    out: OutputOptions,
    terminal: TerminalOptions,
) -> int:
    """Print the units of A that changed, then those of B of which it is not known what was before."""
    past = load_history()
    before = list_asked(earlier)
    after = list_asked(later, of=before)
    past.require(before, after)
    found = differences(past, before, after)
    table = difference_table(found, past.units(before), past.units(after), style, language())
    out.put(table, TABLE_FORMATS, format_, no_color=terminal.no_color)
    return 0
