"""`fanpage-names form`: the workbook that a district fills in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from fanpage_names.cli.copies import made, names_a_folder
from fanpage_names.cli.framework import command, example, new_app
from fanpage_names.cli.language import say
from fanpage_names.cli.list_options import ListOptions, StyleOption, UnitsWanted
from fanpage_names.cli.lists import units_asked_for
from fanpage_names.cli.messages import tell
from fanpage_names.cli.options import TerminalOptions
from fanpage_names.cli.output import ForceOption
from fanpage_names.errors import UseError
from fanpage_names.naming import canonical_names
from fanpage_names.tables.files import written

_XLSX = ".xlsx"

_OutputOption = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE.xlsx|FOLDER/",
        help=say(
            "Tệp Excel được ghi; với thư mục: mỗi huyện (không còn huyện: mỗi xã) một tệp.",
            "The workbook to write; in a folder: one for each district (without districts: each commune).",
        ),
    ),
]

app = new_app()


@command(
    app,
    "form",
    help=say(
        "Tạo biểu mẫu Excel để điền: tên trang đã ghi sẵn, còn đường link, cán bộ phụ trách, ngày xây dựng.",
        "Make the workbook to be filled in: page names are there; links, officers and dates are to come.",
    ),
    epilog=example('fanpage-names form "Hải Hậu" -o hai-hau.xlsx', "fanpage-names form -o bieu/"),
)
def form(
    *,
    wanted: UnitsWanted = None,
    output: _OutputOption = None,
    lists: ListOptions,
    style: StyleOption = "short",
    force: ForceOption = False,
    terminal: TerminalOptions,
) -> int:
    """Write a sheet for each district asked for, or for all of them; into one file, or each into its own."""
    from fanpage_names.reports.letter_template import file_stem
    from fanpage_names.workbooks.form import form_sheets, write_form

    folder = output is not None and names_a_folder(output)
    if output is None or not (folder or Path(output).suffix.lower() == _XLSX):
        raise UseError("form: hãy ghi -o TỆP.xlsx, hoặc -o THƯ-MỤC/", "form: give -o FILE.xlsx, or -o FOLDER/")
    named = lists.load(quiet=terminal.quiet)
    chosen = units_asked_for(named, wanted or (), quiet=terminal.quiet)
    sheets = form_sheets(chosen, apart=folder and not named.has_districts)
    files = {Path(output): sheets}
    if folder:
        made(Path(output))
        files = {Path(output) / f"{file_stem(sheet.head)}{_XLSX}": [sheet] for sheet in sheets}
    names = canonical_names(named, style)
    for path, of_file in files.items():
        with written(path, force=force, binary=True) as stream:
            write_form(of_file, names, stream)
    if folder and not terminal.quiet:
        tell([say("{output}: {n} biểu mẫu", "{output}: forms written: {n}", output=output, n=len(files))])
    return 0
