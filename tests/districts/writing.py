"""Files of several kinds made from the rows of a list."""

from __future__ import annotations

import csv
import zipfile
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import openpyxl
from docx import Document

from tests.districts.cases import Case


def write_xlsx(case: Case, path: Path) -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for row in case.rows:
        sheet.append([cell if cell != "" else None for cell in row])
    for cells in case.merged:
        sheet.merge_cells(cells)
    book.save(path)


def write_csv(case: Case, path: Path, *, delimiter: str = ",", encoding: str = "utf-8-sig") -> None:
    with path.open("w", encoding=encoding, newline="") as stream:
        csv.writer(stream, delimiter=delimiter).writerows(row or [""] for row in case.rows)


def write_docx(case: Case, path: Path) -> None:
    """Write the rows as a table; merged cells stay apart."""
    document: Any = Document()
    table = document.add_table(rows=0, cols=max(map(len, case.rows), default=1) or 1)
    for row in case.rows:
        cells = table.add_row().cells
        for cell, value in zip(cells, row, strict=False):
            cell.text = str(value)
    document.save(path)


def write_ods(case: Case, path: Path) -> None:
    rows = "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in case.rows)
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr(
            "content.xml",
            f"<office:document-content {spaces}><office:body><office:spreadsheet>"
            f'<table:table table:name="Sheet1">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )


def _ods_cell(value: object) -> str:
    if isinstance(value, int):
        number = f'office:value-type="float" office:value="{value}"'
        return f"<table:table-cell {number}><text:p>{value}</text:p></table:table-cell>"
    paragraphs = "".join(f"<text:p>{escape(line)}</text:p>" for line in str(value).split("\n") if line)
    return f'<table:table-cell office:value-type="string">{paragraphs}</table:table-cell>'
