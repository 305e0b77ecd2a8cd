"""Where a command's data goes, as the options say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from fanpage_names.cli.copies import keep_inputs
from fanpage_names.cli.language import language, say
from fanpage_names.tables.formats import Format, Options, put
from fanpage_names.terminal import wants_color

T = TypeVar("T")


OutputOption = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help=say("Ghi vào tệp này; định dạng theo đuôi tệp.", "Write to this file; its ending tells the format."),
    ),
]
ForceOption = Annotated[
    bool, typer.Option("--force", help=say("Ghi đè tệp đã có.", "Replace an output file that exists."))
]
BomOption = Annotated[
    bool,
    typer.Option(
        "--bom",
        help=say("CSV/TSV bắt đầu bằng BOM (để Excel nhận ra UTF-8).", "CSV/TSV begin with a BOM (for Excel)."),
    ),
]
RawOption = Annotated[
    bool,
    typer.Option(
        "--raw",
        help=say(
            "CSV/TSV: không thêm ' trước ô bắt đầu bằng = + - @.",
            "CSV/TSV: no ' before cells that begin with = + - @.",
        ),
    ),
]


@dataclass(frozen=True, slots=True)
class OutputOptions:
    """Where a command's data goes, and how CSV is written."""

    output: OutputOption = None
    force: ForceOption = False
    bom: BomOption = False
    raw: RawOption = False

    def put(
        self,
        value: T,
        formats: Mapping[str, Format[T]],
        name: str | None,
        *,
        no_color: bool = False,
        keep: Iterable[str] = (),
        notice: str = "",
        afterwards: Callable[[], str] = str,
    ) -> None:
        """Write `value` in one of `formats`.

        Args:
            value: what a command found.
            formats: the formats it can take.
            name: the one asked for; None to go by the output's name.
            no_color: write without colours, whatever the terminal.
            keep: the command's inputs, none of which is ever written over.
            notice: what stands first and last in outputs for people.
            afterwards: gives what stands last, once all was written.

        Raises:
            UseError: as `keep_inputs` and `fanpage_names.tables.formats.put`.
        """
        color = wants_color(no_color)
        options = Options(language(), raw=self.raw, bom=self.bom, color=color, notice=notice, afterwards=afterwards)
        path = None if self.output in (None, "-") else Path(self.output)
        if path is not None:
            keep_inputs(path, keep)
        put(value, formats, options, name=name, path=path, force=self.force)
