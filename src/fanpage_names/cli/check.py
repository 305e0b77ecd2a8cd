"""`fanpage-names check`: submitted names against the official ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, get_args

import typer

from fanpage_names.cli.framework import command, example, new_app
from fanpage_names.cli.input import FilesArgument, ReadingOptions, in_processes, submitted_by
from fanpage_names.cli.language import language, say
from fanpage_names.cli.list_options import ListOptions, StyleOption
from fanpage_names.cli.marked import marked_paths, write_marked_copies
from fanpage_names.cli.messages import FAILED, tell
from fanpage_names.cli.options import FORMAT_HELP, ExitZeroOption, JobsOption, TerminalOptions, choice, jobs_asked
from fanpage_names.cli.output import OutputOptions
from fanpage_names.cli.rule_options import GradedRuleOptions, OtherWordsOption, own_words
from fanpage_names.cli.wrong_list import notice_of_files, noticing, said
from fanpage_names.errors import UseError
from fanpage_names.lang import Text
from fanpage_names.reports.check_formats import FORMATS
from fanpage_names.tables.grid import ReadOptions
from fanpage_names.units.model import Severity

if TYPE_CHECKING:
    from fanpage_names.check import Checker, Results
    from fanpage_names.cli.progress import Watched

_NamesOption = Annotated[
    list[str] | None,
    typer.Option(
        "--name",
        metavar="TEXT",
        help=say("Kiểm tra tên này; có thể lặp lại.", "Check this name; may be repeated."),
    ),
]

_FailOnOption = Annotated[
    Severity,
    choice(
        "--fail-on",
        get_args(Severity),
        say("Mức sai lệch nhẹ nhất cho mã kết thúc 1.", "The mildest deviation that makes the exit status 1."),
    ),
]

app = new_app()


@command(
    app,
    "check",
    help=say(
        "Kiểm tra các tên trang đã báo cáo. Mỗi sai lệch được chỉ ra đúng chỗ, kèm mã quy tắc.",
        "Check submitted page names. Each deviation is named at its place, with its rule's code.",
    ),
    epilog=example("fanpage-names check nop.csv", 'fanpage-names check --name "MTTQ Hải Minh Hải Hậu" --format text'),
)
def check(
    ctx: typer.Context,
    *,
    files: FilesArgument = None,
    names: _NamesOption = None,
    lists: ListOptions,
    style: StyleOption = "short",
    rules: GradedRuleOptions,
    other_words: OtherWordsOption = None,
    fail_on: _FailOnOption = "warning",
    exit_zero: ExitZeroOption = False,
    format_: Annotated[str | None, choice("--format", tuple(FORMATS), FORMAT_HELP)] = None,
    out: OutputOptions,
    reading: ReadingOptions,
    jobs: JobsOption = "1",
    terminal: TerminalOptions,
) -> int:
    """Check every name in the order given; the status says whether any deviates."""
    from fanpage_names.check import Checker
    from fanpage_names.cli.next_step import after_check
    from fanpage_names.cli.progress import Watched

    if not files and not names:
        raise UseError("check: hãy ghi TỆP, hoặc --name TÊN", "check: give a FILE, - (standard input) or --name TEXT")
    options, chosen, processes = reading.options(), rules.chosen(), jobs_asked(jobs)
    named = lists.load(quiet=terminal.quiet)
    checker = Checker(named, style, lang=language(), other_words=own_words(other_words), **chosen)
    summary = Watched(quiet=terminal.quiet, prints=out.output is None)
    asked = _Asked(ctx, names or (), files or (), options, out, format_, terminal, checker, summary)
    with in_processes(checker, processes) as results:
        paths = marked_paths(asked.files, out.output, format_) if not names else None
        complete, notice = asked.mark(paths, results) if paths else asked.write(results)
    summary.finish()
    if not terminal.quiet and (complete or summary.names):
        tell([*summary.lines(language()), *after_check(summary, () if names else asked.files, ctx)])
    tell(said(notice))
    if not complete:
        return FAILED
    grave = summary.severities["error"] + (summary.severities["warning"] if fail_on == "warning" else 0)
    return int(bool(grave) and not exit_zero)


class _Asked(NamedTuple):
    """What is checked, and where the results go; both ways return whether all was read, and what is said last."""

    ctx: typer.Context
    names: Sequence[str]
    files: Sequence[str]
    options: ReadOptions
    out: OutputOptions
    format: str | None
    terminal: TerminalOptions
    checker: Checker
    summary: Watched

    def mark(self, paths: Mapping[str, Path], results: Results | None) -> tuple[bool, Text | None]:
        """Give workbooks back with what was found marked in them."""
        notice = notice_of_files(self.ctx, self.files, self.options, self.checker)
        tell(said(notice))
        force, quiet = self.out.force, self.terminal.quiet
        complete = write_marked_copies(
            paths,
            self.options,
            self.checker,
            self.summary,
            force=force,
            notice=" ".join(said(notice)),
            results=results,
            quiet=quiet,
        )
        return complete, notice

    def write(self, results: Results | None) -> tuple[bool, Text | None]:
        """Write one list of results."""
        from fanpage_names.check import check_rows
        from fanpage_names.reports.labels import unread_files

        submitted = submitted_by(self.names, self.files, self.options, self.checker, quiet=self.terminal.quiet)
        rows = submitted.rows()
        if rows is None:
            return False, None
        ahead = "-" not in self.files or self.out.output is not None
        rows, noticed = noticing(self.ctx, rows, self.checker, ahead=ahead)
        tell(said(notice := noticed()))
        self.out.put(
            self.summary.counting_all(check_rows(self.checker, rows, results=results)),
            FORMATS,
            self.format,
            no_color=self.terminal.no_color,
            keep=self.files,
            notice=" ".join(said(notice)),
            afterwards=partial(unread_files, submitted.unread, language()),
        )
        return not submitted.failed, noticed()
