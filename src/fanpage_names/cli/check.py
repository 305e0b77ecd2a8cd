"""`fanpage-names check`: submitted names against the official ones."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from fanpage_names.cli.framework import Command, example, new_app
from fanpage_names.cli.input import (
    ColumnOption,
    DelimiterOption,
    EncodingOption,
    FilesArgument,
    HeaderRowOption,
    LinkColumnOption,
    SheetOption,
    UnitColumnOption,
    header_row,
    in_processes,
    submitted_by,
)
from fanpage_names.cli.language import language, say
from fanpage_names.cli.lists import unit_list
from fanpage_names.cli.marked import marked_paths, write_marked_copies
from fanpage_names.cli.messages import FAILED, tell
from fanpage_names.cli.options import (
    FORMAT_HELP,
    AsOfOption,
    BomOption,
    ExitZeroOption,
    FailOnOption,
    ForceOption,
    IgnoreOption,
    JobsOption,
    LangOption,
    NoColorOption,
    OtherWordsOption,
    OutputOption,
    QuietOption,
    RawOption,
    SelectOption,
    SeverityOption,
    StyleOption,
    UnitsOption,
    choice,
    codes,
    jobs_asked,
    own_words,
    severities,
)
from fanpage_names.cli.output import Output
from fanpage_names.cli.wrong_list import notice_of_files, noticing, said
from fanpage_names.errors import UseError
from fanpage_names.reports.formats import FORMATS
from fanpage_names.tables.grid import ReadOptions
from fanpage_names.units.loading import DEFAULT_UNITS

app = new_app()


@app.command(
    "check",
    cls=Command,
    help=say(
        "Kiểm tra các tên trang đã nộp. Mỗi sai lệch được chỉ ra đúng chỗ, kèm mã quy tắc.",
        "Check submitted page names. Each deviation is named at its place, with its rule's code.",
    ),
    epilog=example("fanpage-names check nop.csv", 'fanpage-names check --name "MTTQ Hải Minh Hải Hậu" --format text'),
)
def check(
    ctx: typer.Context,
    *,
    files: FilesArgument = None,
    names: Annotated[
        list[str] | None,
        typer.Option(
            "--name",
            metavar="TEXT",
            help=say("Kiểm tra tên này; có thể lặp lại.", "Check this name; may be repeated."),
        ),
    ] = None,
    units: UnitsOption = DEFAULT_UNITS,
    as_of: AsOfOption = None,
    style: StyleOption = "short",
    select: SelectOption = "",
    ignore: IgnoreOption = "",
    severity: SeverityOption = None,
    other_words: OtherWordsOption = None,
    fail_on: FailOnOption = "warning",
    exit_zero: ExitZeroOption = False,
    format_: Annotated[str | None, choice("--format", tuple(FORMATS), FORMAT_HELP)] = None,
    output: OutputOption = None,
    force: ForceOption = False,
    bom: BomOption = False,
    raw: RawOption = False,
    encoding: EncodingOption = None,
    delimiter: DelimiterOption = None,
    sheet: SheetOption = None,
    column: ColumnOption = None,
    link_column: LinkColumnOption = None,
    unit_column: UnitColumnOption = None,
    header: HeaderRowOption = None,
    jobs: JobsOption = "1",
    lang: LangOption = None,
    no_color: NoColorOption = False,
    quiet: QuietOption = False,
) -> int:
    """Check every name in the order given; the status says whether any deviates."""
    from fanpage_names.check import Checker, check_rows
    from fanpage_names.cli.next_step import after_check
    from fanpage_names.cli.progress import Watched
    from fanpage_names.reports.words import unread_files

    if not files and not names:
        raise UseError(
            "check: hãy ghi TỆP, hoặc --name TÊN",
            "check: give a FILE, - (standard input) or --name TEXT",
        )
    options = ReadOptions(sheet, column, link_column, unit_column, header_row(header), delimiter, encoding)
    selected, ignored, graded = codes(select), codes(ignore), severities(severity or ())
    processes = jobs_asked(jobs)
    named = unit_list(units, as_of, quiet=quiet)
    checker = Checker(
        named,
        style,
        lang=language(),
        select=selected,
        ignore=ignored,
        severities=graded,
        other_words=own_words(other_words),
    )
    summary = Watched(quiet=quiet, prints=output is None)
    notice = None
    with in_processes(checker, processes) as results:
        if files and not names and (paths := marked_paths(files, output, format_)):
            notice = notice_of_files(ctx, files, options, checker)
            tell(said(notice))
            complete = write_marked_copies(paths, options, checker, summary, force=force, results=results, quiet=quiet)
        else:
            submitted = submitted_by(names or (), files or (), options, checker, quiet=quiet)
            if (rows := submitted.rows()) is not None:
                rows, noticed = noticing(ctx, rows, checker, ahead="-" not in (files or ()) or output is not None)
                tell(said(notice := noticed()))
                checked = summary.counting_all(check_rows(checker, rows, results=results))
                out = Output(format_, output, force, bom, raw, no_color)
                unread = partial(unread_files, submitted.unread, language())
                out.put(checked, FORMATS, keep=files or (), notice=" ".join(said(notice)), afterwards=unread)
                notice = noticed()
            complete = not submitted.failed
    summary.finish()
    if not quiet and (complete or summary.names):
        tell([*summary.lines(language()), *after_check(summary, () if names else files or (), ctx)])
    tell(said(notice))
    if not complete:
        return FAILED
    grave = summary.severities["error"] + (summary.severities["warning"] if fail_on == "warning" else 0)
    return int(bool(grave) and not exit_zero)
