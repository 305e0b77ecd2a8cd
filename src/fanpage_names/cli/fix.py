"""`fanpage-names fix`: a copy of a list with its names mended."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from fanpage_names.cli.copies import copy_paths, made, names_a_folder, refuse_pipes
from fanpage_names.cli.framework import command, example, new_app
from fanpage_names.cli.input import FilesArgument, ReadingOptions
from fanpage_names.cli.language import language, say
from fanpage_names.cli.list_options import ListOptions, StyleOption
from fanpage_names.cli.messages import FAILED, tell
from fanpage_names.cli.options import ExitZeroOption, TerminalOptions
from fanpage_names.cli.output import ForceOption
from fanpage_names.cli.rule_options import OtherWordsOption, RuleOptions, own_words
from fanpage_names.cli.wrong_list import notice_of_files, refuse_wrong_list
from fanpage_names.errors import UseError

_OutputOption = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="OUT",
        help=say("Tệp được ghi; một thư mục nếu có nhiều tệp.", "The file to write; a folder for several files."),
    ),
]
_UnsafeOption = Annotated[
    bool,
    typer.Option(
        "--unsafe", help=say("Sửa cả chỗ cần người xem lại.", "Apply fixes too that a person should look at.")
    ),
]
_DiffOption = Annotated[
    bool, typer.Option("--diff", help=say("Chỉ in các chỗ sẽ sửa.", "Only print what would change."))
]

app = new_app()


@command(
    app,
    "fix",
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
    output: _OutputOption = None,
    unsafe: _UnsafeOption = False,
    diff: _DiffOption = False,
    lists: ListOptions,
    style: StyleOption = "short",
    rules: RuleOptions,
    other_words: OtherWordsOption = None,
    force: ForceOption = False,
    reading: ReadingOptions,
    exit_zero: ExitZeroOption = False,
    terminal: TerminalOptions,
) -> int:
    """Write the copies; the status says whether any name still deviates."""
    from fanpage_names.check import Checker
    from fanpage_names.cli.mended import MendedCopies

    sources = _sources(files or ())
    targets = [None] * len(sources) if diff else _targets(sources, output)
    options, chosen = reading.options(), rules.chosen()
    named = lists.load(quiet=terminal.quiet)
    checker = Checker(named, style, lang=language(), other_words=own_words(other_words), **chosen)
    refuse_wrong_list(notice_of_files(ctx, sources, options, checker))
    copies = MendedCopies(checker, options, unsafe=unsafe, force=force, quiet=terminal.quiet)
    done = [copies.write(source, target) for source, target in zip(sources, targets, strict=True)]
    if any(done) and not terminal.quiet:
        tell(copies.total.lines(language()))
    if not all(done):
        return FAILED
    return int(bool(copies.total.left or (diff and copies.total.mended)) and not exit_zero)


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
