"""`fanpage-names fix`: a copy of a list with its names mended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fanpage_names.cli.framework import Command, example, new_app
from fanpage_names.cli.input import (
    ColumnOption,
    DelimiterOption,
    EncodingOption,
    FilesArgument,
    HeaderRowOption,
    header_row,
    recogniser,
)
from fanpage_names.cli.language import language, say
from fanpage_names.cli.lists import unit_list
from fanpage_names.cli.messages import FAILED, tell
from fanpage_names.cli.options import (
    ExitZeroOption,
    ForceOption,
    IgnoreOption,
    LangOption,
    NoColorOption,
    QuietOption,
    SelectOption,
    StyleOption,
    UnitsOption,
    codes,
)
from fanpage_names.errors import UseError
from fanpage_names.fixing import Mending
from fanpage_names.rows import Row
from fanpage_names.tables.files import written
from fanpage_names.tables.grid import ReadOptions
from fanpage_names.terminal import utf8_stdout
from fanpage_names.units.loading import DEFAULT_UNITS

if TYPE_CHECKING:
    from fanpage_names.check import Checker
    from fanpage_names.tables.rewriting import Piece

app = new_app()


@app.command(
    "fix",
    cls=Command,
    help=say(
        "Ghi một bản sao với các tên đã sửa. Tệp gốc giữ nguyên; chỉ sửa chỗ chắc chắn, trừ khi có --unsafe.",
        "Write a copy with the names mended. The input stays as it is; only safe fixes, unless --unsafe.",
    ),
    epilog=example("fanpage-names fix nop.csv -o nop-da-sua.csv", "fanpage-names fix nop.csv --diff"),
)
def fix(
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
    style: StyleOption = "short",
    select: SelectOption = "",
    ignore: IgnoreOption = "",
    force: ForceOption = False,
    encoding: EncodingOption = None,
    delimiter: DelimiterOption = None,
    column: ColumnOption = None,
    header: HeaderRowOption = None,
    exit_zero: ExitZeroOption = False,
    lang: LangOption = None,
    no_color: NoColorOption = False,
    quiet: QuietOption = False,
) -> int:
    """Write the copies; the status says whether any name still deviates."""
    from fanpage_names.check import Checker
    from fanpage_names.tables.rewriting import rewritten

    sources = _sources(files or ())
    targets = [None] * len(sources) if diff else _targets(sources, output)
    settings = codes(select), codes(ignore)
    options = ReadOptions(column=column, header_row=header_row(header), delimiter=delimiter, encoding=encoding)
    checker = Checker(unit_list(units, quiet=quiet), style, language(), *settings)
    mending, failed = Mending(unsafe), False
    for source, target in zip(sources, targets, strict=True):
        pieces = rewritten(source, options, recogniser(checker), partial(_mended, checker, mending))
        try:
            _print_changes(source, pieces) if target is None else _write(target, pieces, force=force)
        except UseError as fault:
            failed = True
            tell(fault.lines(language()))
    if not quiet:
        tell(mending.lines(language()))
    if failed:
        return FAILED
    return int(bool(mending.left or (diff and mending.mended)) and not exit_zero)


def _sources(files: Sequence[str]) -> Sequence[str]:
    if files and "-" not in files:
        return files
    raise UseError("fix: hãy ghi tên TỆP cần sửa", "fix: name the FILE to mend")


def _targets(sources: Sequence[str], output: str | None) -> Sequence[Path]:
    """Return the file to write for each source.

    Raises:
        UseError: nowhere to write, or a copy would take the place of an input or of another copy.
    """
    if output is None:
        raise UseError("fix: hãy ghi -o TỆP, hoặc --diff để chỉ xem", "fix: give -o FILE, or --diff to only look")
    out = Path(output)
    targets = [out / Path(source).name for source in sources] if len(sources) > 1 or out.is_dir() else [out]
    for number, target in enumerate(targets):
        if target in targets[:number]:
            raise UseError(
                f"{target}: hai tệp trùng tên; hãy sửa riêng từng tệp",
                f"{target}: two files have this name; mend them one by one",
            )
        if target.exists() and any(Path(source).exists() and target.samefile(source) for source in sources):
            raise UseError(
                f"{target}: đây là tệp gốc; hãy ghi vào tệp khác",
                f"{target}: this is an input file; write to another one",
            )
    return targets


def _mended(checker: Checker, mending: Mending, rows: Iterable[Row]) -> Iterator[tuple[Row, str]]:
    from fanpage_names.check import check_rows

    return mending.names(check_rows(checker, rows))


def _write(target: Path, pieces: Iterable[Piece], *, force: bool) -> None:
    with written(target, force=force) as stream:
        if target.suffix.lower() == ".csv":  # so that Excel shows Vietnamese
            stream.write("\ufeff")
        stream.writelines(piece.new for piece in pieces)


def _print_changes(source: str, pieces: Iterable[Piece]) -> None:
    """Print the changed records as a unified diff without context."""
    stream = utf8_stdout()
    head = f"--- {source}\n+++ {source}\n"
    for line, old, new in pieces:
        if old != new:
            removed, added = (text.rstrip("\r\n").split("\n") for text in (old, new))
            stream.write(f"{head}@@ -{line},{len(removed)} +{line},{len(added)} @@\n")
            stream.writelines(f"-{text}\n" for text in removed)
            stream.writelines(f"+{text}\n" for text in added)
            head = ""
