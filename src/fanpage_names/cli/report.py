"""`fanpage-names report`: who has a page, who is late, and reminders for the districts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from fanpage_names.cli import completion
from fanpage_names.cli.areas import (
    ByOption,
    TargetOption,
    district_asked,
    grouping_asked,
    targets_asked,
)
from fanpage_names.cli.copies import names_a_folder
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
    submitted_by,
)
from fanpage_names.cli.language import language, say
from fanpage_names.cli.letters import ContactsOption, TemplateOption, content, template_named, write_letters
from fanpage_names.cli.lists import day_given, unit_list
from fanpage_names.cli.messages import FAILED, tell
from fanpage_names.cli.options import (
    FORMAT_HELP,
    AsOfOption,
    BomOption,
    ForceOption,
    LangOption,
    NoColorOption,
    OtherWordsOption,
    OutputOption,
    QuietOption,
    RawOption,
    StyleOption,
    UnitsOption,
    choice,
    own_words,
)
from fanpage_names.cli.output import Output
from fanpage_names.cli.progress import Progress
from fanpage_names.cli.wrong_list import noticing, said
from fanpage_names.errors import UseError
from fanpage_names.reports.overview.formats import FORMATS
from fanpage_names.tables.grid import ReadOptions
from fanpage_names.units.loading import DEFAULT_UNITS

if TYPE_CHECKING:
    from fanpage_names.coverage.model import Overview, Report

app = new_app()


@app.command(
    "report",
    cls=Command,
    help=say(
        "Tổng hợp đơn vị đã có trang và còn thiếu. Đọc các tệp đã nộp, so với chỉ tiêu của danh mục.",
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
    on: Annotated[
        str | None,
        typer.Option(
            "--on",
            metavar="DATE",
            help=say("Tính đến ngày này; nếu không ghi: hôm nay.", "As of this day; else today."),
        ),
    ] = None,
    district: Annotated[
        list[str] | None,
        typer.Option(
            "--district",
            metavar="UNIT",
            help=say("Chỉ tính huyện này (hoặc huyện cũ); có thể lặp lại.", "Only this district, or former one."),
            autocompletion=completion.districts,
        ),
    ] = None,
    by: ByOption = None,
    target: TargetOption = None,
    against: Annotated[
        str | None,
        typer.Option(
            "--against",
            metavar="EARLIER.json",
            help=say("So với báo cáo trước (ghi bằng -o TỆP.json).", "What is new since a report kept as json."),
        ),
    ] = None,
    letter: Annotated[
        str | None,
        typer.Option(
            "--letter",
            metavar="OUT.docx|FOLDER/",
            help=say(
                "Ghi công văn đôn đốc vào tệp, hoặc mỗi huyện (không còn huyện: mỗi xã) một tệp trong thư mục.",
                "Write reminders into one file, or a file each for districts (without districts: for communes).",
            ),
        ),
    ] = None,
    template: TemplateOption = None,
    with_contacts: ContactsOption = False,
    units: UnitsOption = DEFAULT_UNITS,
    as_of: AsOfOption = None,
    style: StyleOption = "short",
    other_words: OtherWordsOption = None,
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
    lang: LangOption = None,
    no_color: NoColorOption = False,
    quiet: QuietOption = False,
) -> int:
    """Write the letters and the report; status 2 where a file could not be read."""
    from fanpage_names.check import Checker, check_rows
    from fanpage_names.coverage.counting import collect, overview
    from fanpage_names.coverage.model import Unread
    from fanpage_names.reports.overview.letter import letters

    day = day_given("--on", on) or date.today()
    named = unit_list(units, as_of, quiet=quiet)
    named = replace(named, targets=targets_asked(target or (), named))
    filler = template_named(template, "letter.docx") if letter else None
    checker = Checker(named, style, lang=language(), other_words=own_words(other_words))
    options = ReadOptions(sheet, column, link_column, unit_column, header_row(header), delimiter, encoding)
    submitted = submitted_by((), files or (), options, checker, quiet=quiet)
    rows = submitted.rows()
    if rows is None:
        return FAILED
    rows, noticed = noticing(ctx, rows, checker)
    tell(said(notice := noticed()))
    found = collect(named, check_rows(checker, Progress(quiet=quiet).reading(rows)), day, style=style)
    grouping = grouping_asked(named, by, found.clusters)
    within = [district_asked(named, grouping, text, quiet=quiet) for text in district or ()]
    counted = overview(named, found, style=style, within=within, with_contacts=with_contacts, grouping=grouping)
    unread = (Unread(file, " ".join(fault.lines(language()))) for file, fault in submitted.unread)
    counted = replace(counted, unread=tuple(unread), notice=" ".join(said(notice)))
    compared = _compared(counted, against)
    if letter and filler:  # before the report: who reads that from a pipe may stop early
        texts = list(letters(counted, each=names_a_folder(letter)))
        write_letters(texts, filler, letter, force=force, quiet=quiet)
    Output(format_, output, force, bom, raw, no_color).put(compared, FORMATS, keep=files or ())
    tell(said(notice))
    return FAILED if submitted.failed else 0


def _compared(overview: Overview, against: str | None) -> Report:
    """Return the report, with what is new since an earlier one where that is named.

    Raises:
        UseError: there is no such report, or it was made with another list.
    """
    from fanpage_names.coverage.changes import changes
    from fanpage_names.coverage.model import Report
    from fanpage_names.reports.overview.json_record import read_earlier

    if against is None:
        return Report(overview)
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
