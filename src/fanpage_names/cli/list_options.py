"""Which unit list a command works with, and which of its units: the options."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, get_args

import typer

from fanpage_names.cli import completion
from fanpage_names.cli.language import say
from fanpage_names.cli.lists import unit_list
from fanpage_names.cli.options import choice
from fanpage_names.units.loading import DEFAULT_UNITS
from fanpage_names.units.model import STYLES, Level, Style, UnitList

UnitsOption = Annotated[
    str,
    typer.Option(
        "--units",
        metavar="NAME|FILE",
        help=say(
            "Danh mục đơn vị: tên tỉnh, tên danh mục có sẵn (units lists), hoặc tệp YAML.",
            "Unit list: a province's name, a shipped list's (units lists), or a YAML.",
        ),
        autocompletion=completion.shipped_lists,
    ),
]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help=say(
            "Danh mục của tỉnh vào ngày này, như 2024-12-01 hoặc “hôm nay”.",
            "The province's list of this day, as in 2024-12-01 or “today”.",
        ),
        autocompletion=completion.starting_with(lambda: ("today", "hôm nay")),
    ),
]
StyleOption = Annotated[
    Style,
    choice(
        "--style",
        STYLES,
        say(
            "Kiểu tên: short chỉ ghi tên đơn vị, full ghi cả loại đơn vị (huyện, xã …).",
            "Style of names: short has bare names, full has unit types too (huyện, xã …).",
        ),
    ),
]
LevelOption = Annotated[
    Level | None,
    choice("--level", get_args(Level), say("Chỉ lấy đơn vị cấp này.", "Only units of this level.")),
]
UnitsWanted = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="UNIT",
        help=say(
            "Huyện, thành phố hoặc xã: tên (có hoặc không có dấu, loại đơn vị), mã hoặc dạng hai-hau.",
            "A district or commune: its name (with or without marks or type), code or slug.",
        ),
        autocompletion=completion.units,
        show_default=False,
    ),
]


@dataclass(frozen=True, slots=True)
class ListOptions:
    """The unit list that a command works with."""

    units: UnitsOption = DEFAULT_UNITS
    as_of: AsOfOption = None

    def load(self, *, quiet: bool) -> UnitList:
        """Load the list; say on stderr what its user should know of it.

        Raises:
            UseError: as `unit_list`.
        """
        return unit_list(self.units, self.as_of, quiet=quiet)
