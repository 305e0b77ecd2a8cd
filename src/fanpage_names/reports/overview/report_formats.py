"""The output formats of `report`. A new one is a module with a function, and an entry here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from fanpage_names.tables.formats import Format, late

if TYPE_CHECKING:
    from fanpage_names.coverage.overview import Report

_HERE = __package__

FORMATS: Mapping[str, Format[Report]] = {
    "table": Format(late(f"{_HERE}.terminal_report", "write_table"), (".txt",)),
    "csv": Format(late(f"{_HERE}.flat", "write_csv"), (".csv",), bom_in_files=True),
    "tsv": Format(late(f"{_HERE}.flat", "write_tsv"), (".tsv",)),
    "json": Format(late(f"{_HERE}.json_record", "write_json"), (".json",)),
    "xlsx": Format(late(f"{_HERE}.workbook", "write_xlsx"), (".xlsx",), binary=True),
    "html": Format(late(f"{_HERE}.webpage", "write_html"), (".html", ".htm")),
    "docx": Format(late(f"{_HERE}.document", "write_docx"), (".docx",), binary=True),
    "md": Format(late(f"{_HERE}.markdown", "write_md"), (".md",)),
}
