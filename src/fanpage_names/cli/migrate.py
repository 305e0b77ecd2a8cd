"""`fanpage-names migrate`: pages named before a merger, the units that follow, and the names to take."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from fanpage_names.cli import completion
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
from fanpage_names.cli.letters import ContactsOption, TemplateOption, template_named, write_letters
from fanpage_names.cli.lists import as_configured, day_given, list_asked
from fanpage_names.cli.messages import FAILED, tell
from fanpage_names.cli.options import (
    FORMAT_HELP,
    AsOfOption,
    BomOption,
    ExitZeroOption,
    ForceOption,
    LangOption,
    NoColorOption,
    OutputOption,
    QuietOption,
    RawOption,
    StyleOption,
    UnitsOption,
    choice,
)
from fanpage_names.cli.output import Output
from fanpage_names.cli.progress import Progress
from fanpage_names.cli.wrong_list import noticing, refuse_wrong_list
from fanpage_names.errors import UseError
from fanpage_names.naming import canonical_names
from fanpage_names.reports.migration.formats import FORMATS
from fanpage_names.tables.grid import ReadOptions
from fanpage_names.units.loading import DEFAULT_UNITS

app = new_app()


@app.command(
    "migrate",
    cls=Command,
    help=say(
        "Tên mới của các trang sau sáp nhập. Mỗi trang: đơn vị cũ, đơn vị mới, tên phải đặt và việc cần làm.",
        "The names that pages take after mergers. For each page: the unit then and now, the name, what to do.",
    ),
    epilog=example(
        "fanpage-names migrate nop.csv --to 2025-07-01 -o doi-ten.xlsx",
        'fanpage-names migrate --name "Mặt trận Hải Minh Hải Hậu Nam Định" --sources --format json',
    ),
)
def migrate(
    ctx: typer.Context,
    *,
    files: FilesArgument = None,
    names: Annotated[
        list[str] | None,
        typer.Option(
            "--name",
            metavar="TEXT",
            help=say("Tên trang cần chuyển; có thể lặp lại.", "A page's name; may be repeated."),
        ),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="DATE|LIST",
            help=say("Theo danh mục của ngày này; nếu không ghi: hôm nay.", "To the list of this day; else today."),
            autocompletion=completion.shipped_lists,
        ),
    ] = None,
    from_: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="DATE|LIST",
            help=say(
                "Danh mục có hiệu lực khi các trang được đặt tên; nếu không ghi: theo --units, từng tên một.",
                "The list in force when the pages were named; else by --units, name by name.",
            ),
            autocompletion=completion.shipped_lists,
        ),
    ] = None,
    units: UnitsOption = DEFAULT_UNITS,
    as_of: AsOfOption = None,
    style: StyleOption = "short",
    together: Annotated[
        bool,
        typer.Option(
            "--together",
            help=say(
                "Xếp các trang phải gộp cạnh nhau, trang giữ được tên đứng đầu.",
                "Put pages to be merged side by side, those with the name that is kept first.",
            ),
        ),
    ] = False,
    letter: Annotated[
        str | None,
        typer.Option(
            "--letter",
            metavar="OUT.docx|FOLDER/",
            help=say(
                "Ghi công văn cho từng xã, phường mới: trang nào gộp, lấy tên gì, đến khi nào.",
                "Write a letter to each new commune: which pages become one, under which name, until when.",
            ),
        ),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(
            "--until",
            metavar="DATE",
            help=say("Ngày phải xong, ghi trong công văn.", "The day before which it is to be done, for the letters."),
        ),
    ] = None,
    template: TemplateOption = None,
    with_contacts: ContactsOption = False,
    sources: Annotated[
        bool,
        typer.Option(
            "--sources",
            help=say("Thêm cột nguồn của từng thay đổi.", "Add a column with what each change rests on."),
        ),
    ] = False,
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
    lang: LangOption = None,
    no_color: NoColorOption = False,
    quiet: QuietOption = False,
) -> int:
    """Print a row for each page; the status is 1 where it is not clear for some which unit was meant or follows."""
    from fanpage_names.history.loading import load_history
    from fanpage_names.migrate import Migrator
    from fanpage_names.reports.migration.letter import letters
    from fanpage_names.reports.migration.lines import Migration
    from fanpage_names.reports.migration.words import figures

    if not files and not names:
        raise UseError(
            "migrate: hãy ghi TỆP, - (đầu vào chuẩn) hoặc --name TÊN",
            "migrate: give a FILE, - (standard input) or --name TEXT",
        )
    source, target = _lists(list_asked(units, as_of), from_, to)
    filler = template_named(template, "letter_rename.docx") if letter else None
    history = load_history()
    to_list = as_configured(history.units(target))
    names_to_take = canonical_names(to_list, style)
    migrator = Migrator(history, source, target, style, lang=language(), names=names_to_take)
    options = ReadOptions(sheet, column, link_column, unit_column, header_row(header), delimiter, encoding)
    submitted = submitted_by(names or (), files or (), options, migrator.checker, quiet=quiet)
    rows = submitted.rows()
    if rows is None:
        return FAILED
    rows, noticed = noticing(ctx, rows, migrator.checker)
    refuse_wrong_list(noticed())
    pages = migrator.migrate(Progress(quiet=quiet).reading(rows))
    titles = {name: history.units(name).title for name in {page.meant.list_id for page in pages}}
    migration = Migration(pages, to_list, style, titles, sources, together, with_contacts)
    if letter and filler:  # before the list: who reads that from a pipe may stop early
        found = list(letters(migration, date.today(), day_given("--until", until)))
        write_letters(found, filler, letter, force=force, quiet=quiet)
    Output(format_, output, force, bom, raw, no_color).put(migration, FORMATS, keep=files or ())
    if not quiet:
        tell([figures(pages, language())])
    if submitted.failed:
        return FAILED
    unclear = any(page.action in ("ambiguous", "unknown") for page in pages)
    return int(unclear and not exit_zero)


def _lists(named: str, from_: str | None, to: str | None) -> tuple[str, str]:
    """Return the lists that pages go from and to, by the list of `--units`.

    A day is one of that list's province. Of a list of the last snapshot the names of all its units and of those that
    became them are known, so that it alone is enough.
    """
    from fanpage_names.history.loading import load_history

    source = list_asked(from_, of=named) if from_ else named
    target = list_asked(to or "today", of=source)
    if from_ is None and target not in load_history().after(source):
        source = target
    return source, target
