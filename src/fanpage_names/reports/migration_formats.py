"""The output formats of `migrate`: those of every table, and a web page."""

from __future__ import annotations

from collections.abc import Mapping

from fanpage_names.tables.formats import Format, late
from fanpage_names.tables.table import Table
from fanpage_names.tables.writing import FORMATS as TABLE_FORMATS

FORMATS: Mapping[str, Format[Table]] = {
    **TABLE_FORMATS,
    "html": Format(late("fanpage_names.reports.migration", "write_html"), (".html", ".htm")),
}
