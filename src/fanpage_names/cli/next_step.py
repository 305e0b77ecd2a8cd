"""What to do after a check: one command, ready to be copied."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from fanpage_names.cli.language import say
from fanpage_names.cli.messages import PROGRAM

if TYPE_CHECKING:
    import typer

    from fanpage_names.reports.summary import Summary

# fmt: off
_ALIKE = frozenset((
    "units", "as_of", "style", "select", "ignore",
    "encoding", "delimiter", "sheet", "column", "link_column", "unit_column", "header",
))
# fmt: on
"""The options of `check` that `fix` must have too, so that it sees the same."""

_MOST_CODES = 3

_ACTIVE = frozenset('"$`\\!')
"""What a POSIX shell reads as more than itself within double quotes."""


def after_check(summary: Summary, files: Sequence[str], ctx: typer.Context) -> Sequence[str]:
    """Return one line: the command that mends, else the one that explains; none where nothing is to do."""
    if summary.fixable and files and "-" not in files:
        words = ["fix", *map(_no_option, files), *_told(ctx), "-o", _no_option(copy_of(files))]
    elif summary.codes:
        words = ["explain", *(code for code, _ in summary.codes.most_common(_MOST_CODES))]
    else:
        return []
    command = _quoted([PROGRAM, *words])
    return [say("Bước tiếp theo: {command}", "Next: {command}", command=command)]


def _told(ctx: typer.Context) -> Sequence[str]:
    """Return the options on the line that `fix` must have too."""
    words = []
    for param in ctx.command.params:
        source = ctx.get_parameter_source(param.name)
        if param.name in _ALIKE and source is not None and source.name == "COMMANDLINE":
            words += [param.opts[0], ctx.params[param.name]]
    return words


def copy_of(files: Sequence[str]) -> str:
    """Return a name for the mended copy: a file beside its original, or a folder for several."""
    word = say("da-sua", "fixed")
    first = Path(files[0])
    if len(files) > 1 or first.is_dir():
        return f"{word}/"
    ending = ".xlsx" if first.suffix.lower() == ".xls" else first.suffix
    return str(first.with_name(f"{first.stem}-{word}{ending}"))


def _no_option(file: str) -> str:
    """Return a file's name so that nobody takes it for an option."""
    return f"./{file}" if file.startswith("-") else file


def _quoted(words: Sequence[str]) -> str:
    """Return a line for the system's shell: in double quotes, which every shell knows, wherever they will do."""
    if os.name == "nt":
        from subprocess import list2cmdline

        return list2cmdline(words)
    from shlex import quote

    return " ".join(quote(word) if _ACTIVE & set(word) or quote(word) == word else f'"{word}"' for word in words)
