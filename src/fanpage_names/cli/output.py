"""Where a command's data goes, as the options say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from fanpage_names.cli.copies import keep_inputs
from fanpage_names.cli.language import language
from fanpage_names.tables.formats import Format, Options, put
from fanpage_names.terminal import wants_color

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Output:
    """The values of `--format`, `-o`, `--force`, `--bom`, `--raw` and `--no-color`."""

    format: str | None = None
    path: str | None = None
    force: bool = False
    bom: bool = False
    raw: bool = False
    no_color: bool = False

    def put(
        self,
        value: T,
        formats: Mapping[str, Format[T]],
        *,
        keep: Iterable[str] = (),
        notice: str = "",
        afterwards: Callable[[], str] = str,
    ) -> None:
        """Write `value` in one of `formats`.

        Args:
            value: what a command found.
            formats: the formats it can take.
            keep: the command's inputs, none of which is ever written over.
            notice: what stands first and last in outputs for people.
            afterwards: gives what stands last, once all was written.

        Raises:
            UseError: as `keep_inputs` and `fanpage_names.tables.formats.put`.
        """
        color = wants_color(self.no_color)
        options = Options(language(), raw=self.raw, bom=self.bom, color=color, notice=notice, afterwards=afterwards)
        path = None if self.path in (None, "-") else Path(self.path)
        if path is not None:
            keep_inputs(path, keep)
        put(value, formats, options, name=self.format, path=path, force=self.force)
