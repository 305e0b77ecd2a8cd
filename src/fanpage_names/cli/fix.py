"""`fanpage-names fix`: a copy of a list with its names mended."""

from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from fanpage_names.cli.copies import copy_paths, made, names_a_folder, refuse_pipes, tell_losses
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
    told_unless,
)
from fanpage_names.cli.language import language, say
from fanpage_names.cli.lists import unit_list
from fanpage_names.cli.messages import FAILED, tell
from fanpage_names.cli.options import (
    AsOfOption,
    ExitZeroOption,
    ForceOption,
    IgnoreOption,
    LangOption,
    NoColorOption,
    OtherWordsOption,
    QuietOption,
    SelectOption,
    StyleOption,
    UnitsOption,
    codes,
    own_words,
)
from fanpage_names.cli.progress import Progress
from fanpage_names.cli.wrong_list import notice_of_files, refuse_wrong_list
from fanpage_names.errors import UseError
from fanpage_names.fixing import Mending
from fanpage_names.rows import Row
from fanpage_names.tables.files import written
from fanpage_names.tables.grid import ReadOptions, Recognise
from fanpage_names.tables.kinds import BOOK_ENDINGS
from fanpage_names.tables.log import ReadingLog
from fanpage_names.tables.mending import Held, Mended, MendedUnlessHeld, Piece, nothing_held
from fanpage_names.tables.writing import printable
from fanpage_names.terminal import is_terminal, utf8_stdout
from fanpage_names.units.loading import DEFAULT_UNITS

app = new_app()


@app.command(
    "fix",
    cls=Command,
    help=say(
        "Ghi một bản sao với tên và đường link đã sửa. Tệp gốc giữ nguyên; chỉ sửa chỗ chắc chắn, trừ khi có --unsafe.",
        "Write a copy with names and links mended. The input stays as it is; only safe fixes, unless --unsafe.",
    ),
    epilog=example("fanpage-names fix bao-cao.xlsx -o bao-cao-da-sua.xlsx", "fanpage-names fix nop.csv --diff"),
)
def fix(
    ctx: typer.Context,
    *,
    files: FilesArgument = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="OUT",
            help=say("Tệp được ghi; một thư mục nếu có nhiều tệp.", "The file to write; a folder for several files."),
        ),
    ] = None,
    unsafe: Annotated[
        bool,
        typer.Option(
            "--unsafe", help=say("Sửa cả chỗ cần người xem lại.", "Apply fixes too that a person should look at.")
        ),
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help=say("Chỉ in các chỗ sẽ sửa.", "Only print what would change."))
    ] = False,
    units: UnitsOption = DEFAULT_UNITS,
    as_of: AsOfOption = None,
    style: StyleOption = "short",
    select: SelectOption = "",
    ignore: IgnoreOption = "",
    other_words: OtherWordsOption = None,
    force: ForceOption = False,
    encoding: EncodingOption = None,
    delimiter: DelimiterOption = None,
    sheet: SheetOption = None,
    column: ColumnOption = None,
    link_column: LinkColumnOption = None,
    unit_column: UnitColumnOption = None,
    header: HeaderRowOption = None,
    exit_zero: ExitZeroOption = False,
    lang: LangOption = None,
    no_color: NoColorOption = False,
    quiet: QuietOption = False,
) -> int:
    """Write the copies; the status says whether any name still deviates."""
    from fanpage_names.check import Checker, check_rows
    from fanpage_names.context import Context
    from fanpage_names.earlier import Earlier
    from fanpage_names.submissions import recogniser
    from fanpage_names.workbooks.mending import is_package

    sources = _sources(files or ())
    targets = [None] * len(sources) if diff else _targets(sources, output)
    options = ReadOptions(sheet, column, link_column, unit_column, header_row(header), delimiter, encoding)
    selected, ignored = codes(select), codes(ignore)
    checker = Checker(
        unit_list(units, as_of, quiet=quiet),
        style,
        lang=language(),
        select=selected,
        ignore=ignored,
        other_words=own_words(other_words),
    )
    refuse_wrong_list(notice_of_files(ctx, sources, options, checker))
    total, done, earlier = Mending(unsafe), 0, Earlier(Context(checker.units, checker.units_meant))
    progress = Progress(quiet=quiet)

    def counted_by(mending: Mending) -> MendedUnlessHeld:
        def mended(rows: Iterable[Row], held: Held = nothing_held) -> Iterator[tuple[Row, Row]]:
            return mending.rows(check_rows(checker, progress.reading(rows), earlier), held)

        return mended

    for source, target in zip(sources, targets, strict=True):
        fix_one, mending = _fix_package if is_package(source) else _fix_text, Mending(unsafe)
        log = ReadingLog()
        try:
            fix_one(source, target, options, recogniser(checker), counted_by(mending), force=force, log=log)
        except UseError as fault:
            tell(fault.lines(language()))
        else:
            done += 1
            total.add(mending)
            told_unless(quiet=quiet)(source, log)
    if done and not quiet:
        tell(total.lines(language()))
    if done < len(sources):
        return FAILED
    return int(bool(total.left or (diff and total.mended)) and not exit_zero)


def _sources(files: Sequence[str]) -> Sequence[str]:
    from fanpage_names.tables.reading import input_files

    if files and "-" not in files:
        sources = [source for file in files for source in input_files(file)]
        refuse_pipes(sources)
        return sources
    raise UseError("fix: hãy ghi tên TỆP cần sửa", "fix: name the FILE to mend")


def _targets(sources: Sequence[str], output: str | None) -> Sequence[Path]:
    """Return the file to write for each source.

    Raises:
        UseError: nowhere to write, or a copy would take the place of an input or of another copy.
    """
    if output is None:
        raise UseError("fix: hãy ghi -o TỆP, hoặc --diff để chỉ xem", "fix: give -o FILE, or --diff to only look")
    folder = len(sources) > 1 or names_a_folder(output)
    if folder:
        made(Path(output))
    return copy_paths(sources, output, folder=folder)


def _fix_text(
    source: str,
    target: Path | None,
    options: ReadOptions,
    recognise: Recognise,
    mended: Mended,
    *,
    force: bool,
    log: ReadingLog,
) -> None:
    from fanpage_names.tables.rewriting import rewritten

    pieces = rewritten(source, options, recognise, mended, log)
    if target is None:
        _print_changes(source, pieces)
        return
    if target.suffix.lower() in BOOK_ENDINGS and not source.lower().endswith(BOOK_ENDINGS):
        raise _other_kind(source, target, Path(source).suffix or ".txt")
    with written(target, force=force) as stream:
        if target.suffix.lower() == ".csv" or _has_mark(source):  # so that Excel shows Vietnamese
            stream.write("\ufeff")
        stream.writelines(piece.new for piece in pieces)


def _has_mark(source: str) -> bool:
    with suppress(OSError), Path(source).open("rb") as stream:  # reading the names says what is wrong
        return stream.read(3).startswith((BOM_UTF8, BOM_UTF16_LE, BOM_UTF16_BE))
    return False


def _fix_package(
    source: str,
    target: Path | None,
    options: ReadOptions,
    recognise: Recognise,
    mended: MendedUnlessHeld,
    *,
    force: bool,
    log: ReadingLog,
) -> None:
    from fanpage_names.workbooks.mending import as_pieces, changes, ending_of, write_mended

    changed = list(changes(source, options, recognise, mended, log))
    if target is None:
        _print_changes(source, as_pieces(changed))
        return
    if target.suffix.lower() != (ending := ending_of(source)):
        raise _other_kind(source, target, ending)
    with written(target, force=force, binary=True) as stream:
        lost = write_mended(source, changed, stream)
    tell_losses(source, lost)


def _other_kind(source: str, target: Path, ending: str) -> UseError:
    return UseError(
        "{target}: bản sao phải cùng kiểu tệp với {source}; hãy ghi tên có đuôi {ending}",
        "{target}: the copy must be a file of the same kind as {source}; end its name in {ending}",
        target=target,
        source=source,
        ending=ending,
    )


def _print_changes(source: str, pieces: Iterable[Piece]) -> None:
    """Print the changed records as a unified diff without context; on a terminal no text moves the cursor."""
    stream = utf8_stdout()
    shown = printable if is_terminal() else str
    head = f"--- {shown(source)}\n+++ {shown(source)}\n"
    for line, old, new in pieces:
        if old != new:
            removed, added = (text.rstrip("\r\n").split("\n") for text in (old, new))
            stream.write(f"{head}@@ -{line},{len(removed)} +{line},{len(added)} @@\n")
            stream.writelines(f"-{shown(text)}\n" for text in removed)
            stream.writelines(f"+{shown(text)}\n" for text in added)
            head = ""
