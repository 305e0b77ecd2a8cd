"""Small workbooks and documents that ask for gigabytes or hours, each of a few lines of code."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping

from tests.security.hostile import packed, xls

Make = Callable[[], bytes]

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
HEADER = '<row r="1"><c r="A1" t="inlineStr"><is><t>Tên trang</t></is></c></row>'


def xlsx_of(
    rows: str = "",
    *,
    sheet: str | None = None,
    part: str = "worksheets/sheet1.xml",
    strings: str = "",
    names: int = 1,
    more: Mapping[str, str] = {},
) -> bytes:
    """A workbook of one part with rows, which some sheets may share."""
    one = sheet or f'<worksheet xmlns="{MAIN}"><sheetData>{HEADER}{rows}</sheetData></worksheet>'
    sheets = "".join(f'<sheet name="S{n}" sheetId="{n + 1}" r:id="r1"/>' for n in range(names))
    leads = f'<Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="{part}"/>'
    leads += f'<Relationship Id="r2" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    parts = {
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}"><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{leads}</Relationships>',
        f"xl/{part}": one,
        **({"xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{strings}</sst>'} if strings else {}),
        **more,
    }
    return packed({name: content.encode() for name, content in parts.items()})


def ods_of(tables: str, *, table: str = f"{_ODF}:table:1.0") -> bytes:
    """A workbook with tables as they are given."""
    spaces = f'xmlns:office="{_ODF}:office:1.0" xmlns:text="{_ODF}:text:1.0" xmlns:table="{table}"'
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>{tables}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    return packed({"mimetype": kind, "META-INF/manifest.xml": b"<m/>", "content.xml": content.encode()})


def ods_cell(inside: str, repeated: int = 1, row_repeated: int = 1, attributes: str = "") -> str:
    cell = f'<table:table-cell table:number-columns-repeated="{repeated}"{attributes}>{inside}</table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="{row_repeated}">{cell}</table:table-row>'
    return f'<table:table table:name="S">{row}</table:table>'


def docx_of(body: str) -> bytes:
    return packed({"word/document.xml": f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'.encode()})


def xls_with(change: Callable[[bytearray], None]) -> bytes:
    content = bytearray(xls())
    change(content)
    return bytes(content)


def _sector_table_of_itself(content: bytearray) -> None:
    """Let the table of sectors of tables lead to itself, in a file of 1 MB."""
    content += b"\0" * (1 << 20)
    struct.pack_into("<II", content, 0x44, 5, 1)
    struct.pack_into("<I", content, 512 + 5 * 512 + 508, 5)


def _many_tables(content: bytearray) -> None:
    struct.pack_into("<109I", content, 76, *[0] * 109)


def _circle(content: bytearray) -> None:
    (table,) = struct.unpack_from("<I", content, 76)
    at = 512 + table * 512
    for number in range(128):
        if struct.unpack_from("<I", content, at + 4 * number)[0] == 0xFFFFFFFE:
            struct.pack_into("<I", content, at + 4 * number, number)


def _cell(place: str, value: str = "<v>1</v>", kind: str = "") -> str:
    return f'<c r="{place}"{kind}>{value}</c>'


def _row(number: int, *cells: str) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


FAR = _row(1_048_576, _cell("XFD1048576"))
TEXT = '<c t="inlineStr"><is><t>H</t></is></c>'
BIG = f"<si><t>{'x' * 5_000_000}</t></si>"
AMPLE = "".join(_row(n, f'<c r="A{n}" t="s"><v>0</v></c>') for n in range(2, 5000))
PREFIXED = f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1048576"><x:c r="XFD1048576"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>'  # noqa: E501
FOREIGN = (
    '<worksheet xmlns="urn:x"><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
)
VALUE = ' office:value-type="float" office:value="1"'


BOOKS: Mapping[str, Make] = {
    "far.xlsx": lambda: xlsx_of(FAR),
    "far-elsewhere.xlsx": lambda: xlsx_of(FAR, part="sheets/a.xml"),
    "far-above.xlsx": lambda: xlsx_of(FAR, part="../a.xml"),
    "far-prefixed.xlsx": lambda: xlsx_of(sheet=PREFIXED),
    "far-foreign.xlsx": lambda: xlsx_of(sheet=FOREIGN),
    "far-spaces.xlsx": lambda: xlsx_of('<row r = "1048576"><c  r\n=\t"XFD1048576" ><v>1</v></c ></row>'),
    "far-entities.xlsx": lambda: xlsx_of('<row r="&#49;048576"><c r="&#88;FD1048576"><v>1</v></c></row>'),
    "far-row.xlsx": lambda: xlsx_of(_row(4_000_000_000, _cell("A4000000000"))),
    "far-column.xlsx": lambda: xlsx_of(_row(2, _cell("ZZZZZZ2"))),
    "far-columns.xlsx": lambda: xlsx_of("".join(_row(n, _cell(f"XFD{n}")) for n in range(2, 40_000))),
    "cells-without-place.xlsx": lambda: xlsx_of("<row>" + TEXT * 40_000 + "</row>"),
    "rows-without-number.xlsx": lambda: xlsx_of(f"<row>{TEXT}</row>" * 20_000),
    "rows-in-disorder.xlsx": lambda: xlsx_of(_row(9, _cell("A9")) + _row(2, _cell("A2"))),
    "one-row-again.xlsx": lambda: xlsx_of(_row(2, _cell("A2")) * 1000),
    "empty-cells.xlsx": lambda: xlsx_of(_row(2, "<c/>" * 4_000_000)),
    "empty-rows.xlsx": lambda: xlsx_of("<row/>" * 4_000_000),
    "deep.xlsx": lambda: xlsx_of("<row>" * 4_000_000),
    "attributes-like-cells.xlsx": lambda: xlsx_of(f'<row r="2"><c r="AA2" x=\'{" r=&quot;A1&quot;" * 9000}\'/></row>'),
    "comment-like-cells.xlsx": lambda: xlsx_of("<!--" + "<c " * 1_000_000 + "-->"),
    "long-comment.xlsx": lambda: xlsx_of(f"<!--{'x' * 30_000_000}-->"),
    "long-attribute.xlsx": lambda: xlsx_of(f'<row x="{"x" * 30_000_000}"/>'),
    "many-attributes.xlsx": lambda: xlsx_of("<row " + " ".join(f'a{n}=""' for n in range(200_000)) + "/>"),
    "many-namespaces.xlsx": lambda: xlsx_of("<row " + " ".join(f'xmlns:a{n}="b"' for n in range(50_000)) + "/>"),
    "shared-text.xlsx": lambda: xlsx_of(AMPLE, strings=BIG),
    "shared-texts-empty.xlsx": lambda: xlsx_of(AMPLE, strings="<si/>" * 4_000_000),
    "shared-number.xlsx": lambda: xlsx_of(_row(2, '<c r="A2" t="s"><v>-1</v></c>'), strings="<si><t>x</t></si>"),
    "long-number.xlsx": lambda: xlsx_of(_row(2, f'<c r="A2" t="s"><v>{"9" * 100_000}</v></c>'), strings="<si/>"),
    "one-part-many-sheets.xlsx": lambda: xlsx_of(AMPLE, strings="<si><t>H</t></si>", names=10_000),
    "links.xlsx": lambda: xlsx_of(
        sheet=f'<worksheet xmlns="{MAIN}"><sheetData>{HEADER}</sheetData><hyperlinks>'
        + '<hyperlink ref="A1:XFD1048576" r="x"/>' * 100_000
        + "</hyperlinks></worksheet>"
    ),
    "relationships.xlsx": lambda: xlsx_of(
        more={"xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{"<Relationship/>" * 2_000_000}'}
    ),
    "other-names.ods": lambda: ods_of(ods_cell("<text:p>a</text:p>", 10_000, 9_990), table="urn:x"),
    "other-prefix.ods": lambda: ods_of(ods_cell("<text:p>a</text:p>", 10_000, 9_990).replace("table:", "office:")),
    "value-alone.ods": lambda: ods_of(ods_cell("", 16_000, 1_000_000, VALUE)),
    "text.ods": lambda: ods_of(ods_cell("<text:p>H</text:p>", 16_000, 1_000_000)),
    "rows.ods": lambda: ods_of(ods_cell("<text:p>H</text:p>", 1, 2_000_000_000)),
    "columns.ods": lambda: ods_of(ods_cell("<text:p>H</text:p>", 2_000_000_000)),
    "less-than-none.ods": lambda: ods_of(ods_cell("<text:p>H</text:p>", -5, -5)),
    "spaces.ods": lambda: ods_of(ods_cell('<text:p>H<text:s text:c="2000000000"/></text:p>')),
    "some-spaces.ods": lambda: ods_of(ods_cell("<text:p>" + '<text:s text:c="30000"/>' * 100_000 + "</text:p>")),
    "long-text-again.ods": lambda: ods_of(ods_cell(f"<text:p>{'x' * 5_000_000}</text:p>", 1, 19_000)),
    "long-text-aside.ods": lambda: ods_of(ods_cell(f"<text:p>{'x' * 5_000_000}</text:p>", 16_000)),
    "tables.ods": lambda: ods_of("<table:table>" * 200 + "</table:table>" * 200),
    "many-tables.ods": lambda: ods_of('<table:table table:name="x"/>' * 100_000),
    "deep.ods": lambda: ods_of("<table:table><table:table-row><table:table-cell>" * 100_000),
    "rows.docx": lambda: docx_of("<w:tbl>" + "<w:tr/>" * 4_000_000 + "</w:tbl>"),
    "tables.docx": lambda: docx_of("<w:tbl><w:tr><w:tc/></w:tr></w:tbl>" * 300_000),
    "nested.docx": lambda: docx_of("<w:tbl><w:tr><w:tc>" * 80 + "<w:p/>" * 500_000 + "</w:tc></w:tr></w:tbl>" * 80),
    "nested-without-end.docx": lambda: docx_of("<w:tbl><w:tr><w:tc>" * 100_000),
    "spans.docx": lambda: docx_of(
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr></w:tc></w:tr></w:tbl>' * 1000
    ),
    "headers-again.docx": lambda: docx_of(
        "<w:tbl>" + "<w:tr><w:tc><w:p><w:r><w:t>Tên trang</w:t></w:r></w:p></w:tc></w:tr>" * 4000 + "</w:tbl>"
    ),
    "many-members.xlsx": lambda: xlsx_of(AMPLE, more={f"x{number}": "" for number in range(50_000)}),
    "addresses.txt": lambda: b"www.a " * 100_000,
    "labels.txt": lambda: b"page: " * 500_000,
    "controls.docx": lambda: docx_of("<w:tbl><w:tr>" + "<w:sdt>" * 200 + "<w:tc/>" * 300_000 + "</w:sdt>" * 200),
    "paragraphs.docx": lambda: docx_of("<w:p/>" * 4_000_000),
    "table-of-itself.xls": lambda: xls_with(_sector_table_of_itself),
    "tables-again.xls": lambda: xls_with(_many_tables),
    "circle.xls": lambda: xls_with(_circle),
}
