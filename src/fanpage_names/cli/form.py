"""`fanpage-names form`: the workbook that a district fills in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from fanpage_names.cli.framework import Command, example, new_app
from fanpage_names.cli.language import say
from fanpage_names.cli.lists import unit_asked_for, unit_list
from fanpage_names.cli.options import (
    AsOfOption,
    ForceOption,
    LangOption,
    NoColorOption,
    QuietOption,
    StyleOption,
    UnitsOption,
    UnitsWanted,
)
from fanpage_names.errors import UseError
from fanpage_names.naming import canonical_names
from fanpage_names.tables.files import written
from fanpage_names.units.loading import DEFAULT_UNITS

_XLSX = ".xlsx"

app = new_app()


@app.command(
    "form",
    cls=Command,
    help=say(
        "Tạo biểu mẫu Excel cho huyện điền: tên trang đã ghi sẵn, còn đường link, cán bộ phụ trách, ngày xây dựng.",
        "Make the workbook that a district fills in: page names are there; links, officers and dates are to come.",
    ),
    epilog=example('fanpage-names form "Hải Hậu" -o hai-hau.xlsx', "fanpage-names form -o ca-tinh.xlsx"),
)
def form(
    *,
    wanted: UnitsWanted = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE.xlsx",
            help=say("Tệp Excel được ghi.", "The workbook to write."),
        ),
    ] = None,
    units: UnitsOption = DEFAULT_UNITS,
    as_of: AsOfOption = None,
    style: StyleOption = "short",
    force: ForceOption = False,
    lang: LangOption = None,
    no_color: NoColorOption = False,
    quiet: QuietOption = False,
) -> int:
    """Write a sheet for each district asked for, or for all of them."""
    from fanpage_names.workbooks.form import form_sheets, write_form

    if output is None or Path(output).suffix.lower() != _XLSX:
        raise UseError("form: hãy ghi -o TỆP.xlsx", "form: give -o FILE.xlsx")
    named = unit_list(units, as_of, quiet=quiet)
    tops = [unit_asked_for(named, text, quiet=quiet) for text in wanted or ()]
    chosen = {unit.code for top in tops for unit in named.below(top)} if tops else named.by_code.keys()
    sheets = form_sheets(unit for unit in named.units if unit.code in chosen)
    with written(Path(output), force=force, binary=True) as stream:
        write_form(sheets, canonical_names(named, style), stream)
    return 0
