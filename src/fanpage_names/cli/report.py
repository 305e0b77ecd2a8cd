"""`fanpage-names report`: who has a page, who is late, and reminders for the districts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from fanpage_names.cli.areas import AreaOptions
from fanpage_names.cli.copies import names_a_folder
from fanpage_names.cli.framework import command, example, new_app
from fanpage_names.cli.input import FilesArgument, ReadingOptions, submitted_by
from fanpage_names.cli.language import language, say
from fanpage_names.cli.letter_options import LetterOptions, content, write_letters
from fanpage_names.cli.list_options import ListOptions, StyleOption
from fanpage_names.cli.lists import day_given
from fanpage_names.cli.messages import FAILED, tell
from fanpage_names.cli.options import FORMAT_HELP, TerminalOptions, choice
from fanpage_names.cli.output import OutputOptions
from fanpage_names.cli.progress import Progress
from fanpage_names.cli.rule_options import OtherWordsOption, own_words
from fanpage_names.cli.wrong_list import noticing, said
from fanpage_names.errors import UseError
from fanpage_names.reports.overview.report_formats import FORMATS

if TYPE_CHECKING:
    from fanpage_names.coverage.overview import Overview, Report, Unread
    from fanpage_names.reports.letter_template import Template
    from fanpage_names.submissions import Submitted

_OnOption = Annotated[
    str | None,
    typer.Option(
        "--on",
        metavar="DATE",
        help=say("Tính đến ngày này; nếu không ghi: hôm nay.", "As of this day; else today."),
    ),
]
_AgainstOption = Annotated[
    str | None,
    typer.Option(
        "--against",
        metavar="EARLIER.json",
        help=say("So với báo cáo trước (ghi bằng -o TỆP.json).", "What is new since a report kept as json."),
    ),
]
_LetterOption = Annotated[
    str | None,
    typer.Option(
        "--letter",
        metavar="OUT.docx|FOLDER/",
        help=say(
            "Ghi công văn đôn đốc vào tệp, hoặc mỗi huyện (không còn huyện: mỗi xã) một tệp trong thư mục.",
            "Write reminders into one file, or a file each for districts (without districts: for communes).",
        ),
    ),
]

app = new_app()


@command(
    app,
    "report",
    help=say(
        "Tổng hợp đơn vị đã có trang và còn thiếu. Đọc các tệp đơn vị gửi lên, so với chỉ tiêu của danh mục.",
        "Who has a page, who is late. Counted from submitted files, against the targets of the list.",
    ),
    epilog=example(
        "fanpage-names report nop/ --on 2022-03-31 -o tong-hop.html",
        "fanpage-names report nop/ --against thang-2.json --letter cong-van/",
    ),
)
def report(
    ctx: typer.Context,
    *,
    files: FilesArgument = None,
    on: _OnOption = None,
    areas: AreaOptions,
    against: _AgainstOption = None,
    letter: _LetterOption = None,
    letters: LetterOptions,
    lists: ListOptions,
    style: StyleOption = "short",
    other_words: OtherWordsOption = None,
    format_: Annotated[str | None, choice("--format", tuple(FORMATS), FORMAT_HELP)] = None,
    out: OutputOptions,
    reading: ReadingOptions,
    terminal: TerminalOptions,
) -> int:
    """Write the letters and the report; status 2 where a file could not be read."""
    from fanpage_names.check import Checker, check_rows
    from fanpage_names.coverage.counting import collect, overview

    day = day_given("--on", on) or date.today()
    named = areas.with_targets(lists.load(quiet=terminal.quiet))
    filler = letters.filler("letter.docx") if letter else None
    checker = Checker(named, style, lang=language(), other_words=own_words(other_words))
    submitted = submitted_by((), files or (), reading.options(), checker, quiet=terminal.quiet)
    rows = submitted.rows()
    if rows is None:
        return FAILED
    rows, noticed = noticing(ctx, rows, checker)
    tell(notice := said(noticed()))
    found = collect(named, check_rows(checker, Progress(quiet=terminal.quiet).reading(rows)), day, style=style)
    chosen = areas.chosen(named, found.clusters, quiet=terminal.quiet)
    counted = overview(named, found, style=style, with_contacts=letters.with_contacts, **chosen)
    compared = _compared(replace(counted, unread=_unread(submitted), notice=" ".join(notice)), against)
    if letter and filler:  # before the report: who reads that from a pipe may stop early
        _write_reminders(compared.overview, filler, letter, force=out.force, quiet=terminal.quiet)
    out.put(compared, FORMATS, format_, no_color=terminal.no_color, keep=files or ())
    tell(notice)
    return FAILED if submitted.failed else 0


def _unread(submitted: Submitted) -> tuple[Unread, ...]:
    from fanpage_names.coverage.overview import Unread

    return tuple(Unread(file, " ".join(fault.lines(language()))) for file, fault in submitted.unread)


def _compared(overview: Overview, against: str | None) -> Report:
    """Return the report, with what is new since an earlier one where that is named.

    Raises:
        UseError: there is no such report, or it was made with another list.
    """
    from fanpage_names.coverage.overview import Report

    if against is None:
        return Report(overview)
    from fanpage_names.coverage.changes import changes
    from fanpage_names.reports.overview.json_record import read_earlier

    earlier = read_earlier(content(against), against)
    if earlier.units_id != overview.units.id:
        raise UseError(
            "{against}: báo cáo này theo danh mục {other}, không phải {list}",
            "{against}: this report is on the list {other}, not {list}",
            against=against,
            other=earlier.units_id,
            list=overview.units.id,
        )
    return Report(overview, earlier.on, changes(earlier, overview))


def _write_reminders(overview: Overview, filler: Template, output: str, *, force: bool, quiet: bool) -> None:
    from fanpage_names.reports.overview.reminder import letters

    texts = list(letters(overview, each=names_a_folder(output)))
    write_letters(texts, filler, output, force=force, quiet=quiet)
