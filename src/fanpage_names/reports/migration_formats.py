"""The output formats of `migrate`: those of every table, a short one for the terminal, and a web page."""

from __future__ import annotations

from collections.abc import Mapping

from fanpage_names.reports.table_formats import FORMATS as TABLE_FORMATS
from fanpage_names.reports.table_formats import for_people
from fanpage_names.tables.formats import Format, late
from fanpage_names.tables.table import Table

_MIGRATION = "fanpage_names.reports.migration"

FORMATS: Mapping[str, Format[Table]] = {
    **TABLE_FORMATS,
    "table": Format(late(_MIGRATION, "write_short")),
    "html": for_people(Format(late(_MIGRATION, "write_html"), (".html", ".htm"))),
}
