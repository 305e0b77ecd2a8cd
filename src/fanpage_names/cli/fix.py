"""`fanpage-names fix`: a copy of a list with its names mended."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
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
)
from fanpage_names.cli.language import language, say
from fanpage_names.cli.lists import unit_list
from fanpage_names.cli.messages import tell
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
from fanpage_names.tables.grid import ReadOptions
from fanpage_names.units.loading import DEFAULT_UNITS

if TYPE_CHECKING:
    from fanpage_names.check import Checker
    from fanpage_names.tables.rewriting import Piece

app = new_app()


@app.command(
    "fix",
    cls=Command,
    help=say(
        "Ghi một bản sao với các tên đã sửa; tệp gốc giữ nguyên. Chỉ sửa chỗ chắc chắn, trừ khi có --unsafe.",
        "Write a copy with the names mended; the input stays as it is. Only safe fixes, unless --unsafe.",
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

    sources = files or ()
    targets = [None] * len(sources) if diff else _targets(sources, output)
    settings = codes(select), codes(ignore)
    options = ReadOptions(
        column=column, header_row=header_row(header), delimiter=delimiter, encoding=encoding
    )
    checker = Checker(unit_list(units, quiet=quiet), style, language(), *settings)
    mending = Mending(unsafe)
    for source, target in zip(sources, targets, strict=True):
        _fix_file(source, target, options, checker, mending, force=force)
    if not quiet:
        tell(mending.lines(language()))
    remaining = mending.left + (mending.mended if diff else 0)
    return int(bool(remaining) and not exit_zero)
