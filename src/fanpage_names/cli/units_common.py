"""What the commands about unit lists share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Annotated

import typer

from fanpage_names.cli import completion
from fanpage_names.cli.language import language, say
from fanpage_names.cli.options import FORMAT_HELP, choice
from fanpage_names.lang import Text
from fanpage_names.reports.table_formats import FORMATS
from fanpage_names.units.model import LEVELS, Level, UnitList

UnitArgument = Annotated[
    str,
    typer.Argument(
        metavar="UNIT",
        help=say("Tên (có hoặc không có dấu, loại đơn vị), mã.", "Its name (with or without marks or type) or code."),
        autocompletion=completion.units,
    ),
]
TableFormatOption = Annotated[str | None, choice("--format", tuple(FORMATS), FORMAT_HELP)]

_LEVEL_COUNTS: Mapping[Level, Text] = {
    "province": Text("{n} tỉnh", "provinces: {n}"),
    "district": Text("{n} đơn vị cấp huyện", "districts: {n}"),
    "commune": Text("{n} đơn vị cấp xã", "communes: {n}"),
}


def counted(units: UnitList) -> str:
    """Return how many units of each level a list has, in words."""
    counts = Counter(unit.level for unit in units.units)
    found = (_LEVEL_COUNTS[level].format(n=counts[level]).in_lang(language()) for level in LEVELS if counts[level])
    return ", ".join(found)
