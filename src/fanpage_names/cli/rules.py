"""`fanpage-names rules`: the rule table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fanpage_names.cli.framework import command, example, new_app
from fanpage_names.cli.language import language, say
from fanpage_names.cli.options import FORMAT_HELP, TerminalOptions, choice
from fanpage_names.cli.output import OutputOptions
from fanpage_names.reports.table_formats import FORMATS
from fanpage_names.tables.table import Table

if TYPE_CHECKING:
    pass

COLUMNS = ("code", "rule", "severity", "fix", "meaning")

app = new_app()


@command(
    app,
    "rules",
    help=say("In bảng quy tắc kiểm tra tên.", "Print the table of the rules that names are checked by."),
    epilog=example("fanpage-names rules --format md"),
)
def rules(
    *,
    format_: Annotated[str | None, choice("--format", tuple(FORMATS), FORMAT_HELP)] = None,
    out: OutputOptions,
    terminal: TerminalOptions,
) -> int:
    """Print a row for each rule, in the order of the codes."""
    from fanpage_names.rules import RULES

    rows = ((rule.code, rule.name, rule.severity, rule.fix, rule.meaning().in_lang(language())) for rule in RULES)
    out.put(
        Table(COLUMNS, rows, say("Quy tắc kiểm tra tên trang", "Rules for page names")),
        FORMATS,
        format_,
        no_color=terminal.no_color,
    )
    return 0
