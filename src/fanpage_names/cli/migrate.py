"""`fanpage-names migrate`: pages named before a merger, the units that follow, and the names to take."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from fanpage_names.cli import completion
from fanpage_names.cli.framework import command, example, new_app
from fanpage_names.cli.input import FilesArgument, ReadingOptions, submitted_by
from fanpage_names.cli.language import language, say
from fanpage_names.cli.letter_options import LetterOptions, write_letters
from fanpage_names.cli.list_options import ListOptions, StyleOption
from fanpage_names.cli.lists import as_configured, day_given, list_asked
from fanpage_names.cli.messages import FAILED, tell
from fanpage_names.cli.options import FORMAT_HELP, ExitZeroOption, TerminalOptions, choice
from fanpage_names.cli.output import OutputOptions
from fanpage_names.cli.progress import Progress
from fanpage_names.cli.wrong_list import noticing, refuse_wrong_list
from fanpage_names.errors import UseError
from fanpage_names.naming import canonical_names
from fanpage_names.reports.migration.migrate_formats import FORMATS

if TYPE_CHECKING:
    from fanpage_names.migrate import Migrated, Migrator
    from fanpage_names.reports.letter_template import Template
    from fanpage_names.reports.migration.page_rows import Migration
    from fanpage_names.submissions import Submitted
    from fanpage_names.units.model import Style, UnitList

_NamesOption = Annotated[
    list[str] | None,
    typer.Option(
        "--name",
        metavar="TEXT",
        help=say("Tên trang cần chuyển; có thể lặp lại.", "A page's name; may be repeated."),
    ),
]
_ToOption = Annotated[
    str | None,
    typer.Option(
        "--to",
        metavar="DATE|LIST",
        help=say("Theo danh mục của ngày này; nếu không ghi: hôm nay.", "To the list of this day; else today."),
        autocompletion=completion.shipped_lists,
    ),
]
_FromOption = Annotated[
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
]
_TogetherOption = Annotated[
    bool,
    typer.Option(
        "--together",
        help=say(
            "Xếp các trang phải gộp cạnh nhau, trang giữ được tên đứng đầu.",
            "Put pages to be merged side by side, those with the name that is kept first.",
        ),
    ),
]
_LetterOption = Annotated[
    str | None,
    typer.Option(
        "--letter",
        metavar="OUT.docx|FOLDER/",
        help=say(
            "Ghi công văn cho từng xã, phường mới: trang nào gộp, lấy tên gì, đến khi nào.",
            "Write a letter to each new commune: which pages become one, under which name, until when.",
        ),
    ),
]
_UntilOption = Annotated[
    str | None,
    typer.Option(
        "--until",
        metavar="DATE",
        help=say("Ngày phải xong, ghi trong công văn.", "The day before which it is to be done, for the letters."),
    ),
]
_SourcesOption = Annotated[
    bool,
    typer.Option(
        "--sources",
        help=say("Thêm cột nguồn của từng thay đổi.", "Add a column with what each change rests on."),
    ),
]

app = new_app()


@command(
    app,
    "migrate",
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
    names: _NamesOption = None,
    to: _ToOption = None,
    from_: _FromOption = None,
    lists: ListOptions,
    style: StyleOption = "short",
    together: _TogetherOption = False,
    letter: _LetterOption = None,
    until: _UntilOption = None,
    letters: LetterOptions,
    sources: _SourcesOption = False,
    exit_zero: ExitZeroOption = False,
    format_: Annotated[str | None, choice("--format", tuple(FORMATS), FORMAT_HELP)] = None,
    out: OutputOptions,
    reading: ReadingOptions,
    terminal: TerminalOptions,
) -> int:
    """Print a row for each page; the status is 1 where it is not clear for some which unit was meant or follows."""
    from fanpage_names.reports.migration.page_rows import Migration
    from fanpage_names.reports.migration.words import figures

    if not files and not names:
        raise _nothing_given()
    filler = letters.filler("letter_rename.docx") if letter else None
    migrator, to_list = _migrator(*_lists(list_asked(lists.units, lists.as_of), from_, to), style)
    submitted = submitted_by(names or (), files or (), reading.options(), migrator.checker, quiet=terminal.quiet)
    pages = _pages(ctx, submitted, migrator, quiet=terminal.quiet)
    if pages is None:
        return FAILED
    migration = Migration(pages, to_list, style, _titles(pages), sources, together, letters.with_contacts)
    if letter and filler:  # before the list: who reads that from a pipe may stop early
        _write_letters(migration, filler, letter, day_given("--until", until), force=out.force, quiet=terminal.quiet)
    out.put(migration, FORMATS, format_, no_color=terminal.no_color, keep=files or ())
    if not terminal.quiet:
        tell([figures(pages, language())])
    unclear = any(page.action in ("ambiguous", "unknown") for page in pages)
    return FAILED if submitted.failed else int(unclear and not exit_zero)


def _nothing_given() -> UseError:
    return UseError(
        "migrate: hãy ghi TỆP, hoặc --name TÊN",
        "migrate: give a FILE, - (standard input) or --name TEXT",
    )


def _migrator(source: str, target: str, style: Style) -> tuple[Migrator, UnitList]:
    """Return what migrates the pages of one list, and the list whose names they take."""
    from fanpage_names.history.loading import load_history
    from fanpage_names.migrate import Migrator

    history = load_history()
    to_list = as_configured(history.units(target))
    names = canonical_names(to_list, style)
    return Migrator(history, source, target, style, lang=language(), names=names), to_list


def _pages(ctx: typer.Context, submitted: Submitted, migrator: Migrator, *, quiet: bool) -> Sequence[Migrated] | None:
    """Return what becomes of the pages; None where nothing could be read.

    Raises:
        UseError: nobody chose the list, and it is another one than that of the names.
    """
    rows = submitted.rows()
    if rows is None:
        return None
    rows, noticed = noticing(ctx, rows, migrator.checker)
    refuse_wrong_list(noticed())
    return migrator.migrate(Progress(quiet=quiet).reading(rows))


def _titles(pages: Sequence[Migrated]) -> Mapping[str, str]:
    """Return the titles of the lists that the pages are named under."""
    from fanpage_names.history.loading import load_history

    return {name: load_history().units(name).title for name in {page.meant.list_id for page in pages}}


def _write_letters(
    migration: Migration, filler: Template, output: str, until: date | None, *, force: bool, quiet: bool
) -> None:
    from fanpage_names.reports.migration.letter import letters

    found = list(letters(migration, date.today(), until))
    write_letters(found, filler, output, force=force, quiet=quiet)


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
