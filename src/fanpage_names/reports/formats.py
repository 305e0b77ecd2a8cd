"""The output formats of `check`. A new one is a module with a function, and an entry here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import IO, Any

from fanpage_names.rows import Checked
from fanpage_names.tables.formats import Format, Options


def _late(module: str, function: str) -> Callable[[Iterable[Checked], IO[Any], Options], None]:
    """Return a function that imports its module when it is called: a run needs one format of them all."""

    def write(results: Iterable[Checked], stream: IO[Any], options: Options) -> None:
        getattr(import_module(f"fanpage_names.reports.{module}"), function)(results, stream, options)

    return write


FORMATS: Mapping[str, Format[Iterable[Checked]]] = {
    "table": Format(_late("terminal_table", "write_table")),
    "text": Format(_late("plain", "write_text"), (".txt",)),
    "csv": Format(_late("delimited", "write_csv"), (".csv",), bom_in_files=True),
    "tsv": Format(_late("delimited", "write_tsv"), (".tsv",)),
    "json": Format(_late("json_records", "write_json"), (".json",)),
    "jsonl": Format(_late("json_records", "write_jsonl"), (".jsonl",)),
    "xlsx": Format(_late("workbook", "write_xlsx"), (".xlsx",), binary=True),
    "html": Format(_late("webpage", "write_html"), (".html", ".htm")),
    "md": Format(_late("markdown", "write_md"), (".md",)),
    "github": Format(_late("github", "write_github")),
}
