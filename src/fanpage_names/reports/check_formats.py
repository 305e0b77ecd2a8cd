"""The output formats of `check`. A new one is a module with a function, and an entry here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from fanpage_names.rows import Checked
from fanpage_names.tables.formats import Format, late

_HERE = __package__

FORMATS: Mapping[str, Format[Iterable[Checked]]] = {
    "table": Format(late(f"{_HERE}.terminal_table", "write_table")),
    "text": Format(late(f"{_HERE}.plain", "write_text"), (".txt",)),
    "csv": Format(late(f"{_HERE}.delimited", "write_csv"), (".csv",), bom_in_files=True),
    "tsv": Format(late(f"{_HERE}.delimited", "write_tsv"), (".tsv",)),
    "json": Format(late(f"{_HERE}.json_records", "write_json"), (".json",)),
    "jsonl": Format(late(f"{_HERE}.json_records", "write_jsonl"), (".jsonl",)),
    "xlsx": Format(late(f"{_HERE}.check_workbook", "write_xlsx"), (".xlsx",), binary=True),
    "html": Format(late(f"{_HERE}.check_webpage", "write_html"), (".html", ".htm")),
    "docx": Format(late(f"{_HERE}.check_document", "write_docx"), (".docx",), binary=True),
    "md": Format(late(f"{_HERE}.markdown", "write_md"), (".md",)),
    "github": Format(late(f"{_HERE}.github", "write_github")),
}
