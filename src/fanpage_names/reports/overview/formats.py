"""The output formats of `report`. A new one is a module with a function, and an entry here."""

from __future__ import annotations

from collections.abc import Mapping

from fanpage_names.coverage.model import Report
from fanpage_names.reports.overview.flat import write_csv, write_tsv
from fanpage_names.reports.overview.json_record import write_json
from fanpage_names.reports.overview.markdown import write_md
from fanpage_names.reports.overview.terminal import write_table
from fanpage_names.reports.overview.webpage import write_html
from fanpage_names.reports.overview.workbook import write_xlsx
from fanpage_names.tables.formats import Format

FORMATS: Mapping[str, Format[Report]] = {
    "table": Format(write_table, (".txt",)),
    "csv": Format(write_csv, (".csv",), bom_in_files=True),
    "tsv": Format(write_tsv, (".tsv",)),
    "json": Format(write_json, (".json",)),
    "xlsx": Format(write_xlsx, (".xlsx",), binary=True),
    "html": Format(write_html, (".html", ".htm")),
    "md": Format(write_md, (".md",)),
}
