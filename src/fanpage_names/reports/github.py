"""github: annotations of GitHub's workflows.

Source of the form: docs.github.com, "Workflow commands for GitHub Actions".
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

from fanpage_names.reports.spans import clipped
from fanpage_names.rows import Checked
from fanpage_names.tables.formats import Options
from fanpage_names.tables.writing import printable

_DATA = str.maketrans({"%": "%25"})
_PROPERTY = str.maketrans({"%": "%25", ":": "%3A", ",": "%2C"})


def write_github(results: Iterable[Checked], stream: IO[str], options: Options) -> None:
    """Write a line for each diagnostic; without a file there is nothing to annotate, only a message.

    No text can end its line, and so begin a command of its own.
    """
    for checked in results:
        row = checked.row
        at = ""
        if row.file and row.file != "-":
            at = f"file={printable(row.file).translate(_PROPERTY)},line={row.row},"
        name = printable(clipped(checked.result.submitted))
        for found in checked.result.diagnostics:
            title = f"{found.code} {found.rule}".translate(_PROPERTY)
            text = f"{name}: {printable(found.message)}".translate(_DATA)
            stream.write(f"::{found.severity} {at}title={title}::{text}\n")
