"""Workbooks and documents drawn part by part, with counts, places and nesting that no program writes.

They are read by a process with 2 GB and 10 seconds for each: every one ends in rows or in one line.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.security.hostile_books import docx_of, ods_of, xls_with, xlsx_of
from tests.security.worker import Worker

pytestmark = pytest.mark.slow
fuzzed = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)

NUMBERS = st.sampled_from(["", "-1", "0", "1", "2", "99", "16384", "16385", "1048576", "1048577", "2000000000", "9" * 30, "٣", "1e9", " 7 "])  # fmt: skip  # noqa: E501
LETTERS = st.sampled_from(["", "A", "b", "AA", "XFD", "XFE", "ZZZZZZ", "Đ", "$A"])
TEXTS = st.sampled_from(
    ["", "H", "Mặt trận Hải Hậu", "x" * 40_000, "&#x110;", "_x000D_", "<x/>", "<!-- -->", "<![CDATA[H]]>"]
)
COUNTS = st.sampled_from([1, 2, 5, 300, 20_000])


@st.composite
def attributes(draw: st.DrawFn, *names: str) -> str:
    chosen = draw(st.lists(st.sampled_from(names), unique=True))
    return "".join(f' {name}="{draw(st.one_of(NUMBERS, LETTERS))}"' for name in chosen)


@st.composite
def cells(draw: st.DrawFn) -> str:
    place = draw(LETTERS) + draw(NUMBERS)
    kind = draw(st.sampled_from(["", "s", "str", "inlineStr", "b", "e", "d", "n", "x"]))
    text = draw(st.one_of(TEXTS, NUMBERS))
    inside = draw(st.sampled_from([f"<v>{text}</v>", f"<is><t>{text}</t></is>", f"<f>{text}</f>", "", f"<is><r><rPh><t>{text}</t></rPh></r></is>"]))  # fmt: skip  # noqa: E501
    where = f' r="{place}"' if place else ""
    return f"<c{where}{f' t={kind!r}' if kind else ''}{draw(attributes('s'))}>{inside}</c>"


@st.composite
def xlsx_books(draw: st.DrawFn) -> bytes:
    rows = []
    for _ in range(draw(st.integers(0, 4))):
        inside = "".join(draw(st.lists(cells(), max_size=4))) * draw(COUNTS)
        rows.append(f"<row{draw(attributes('r', 'spans'))}>{inside}</row>" * (draw(COUNTS) if len(inside) < 500 else 1))
    strings = "".join(f"<si><t>{text}</t></si>" for text in draw(st.lists(TEXTS, max_size=3)))
    strings += "<si><t>" + "y" * draw(st.sampled_from([1, 3_000_000])) + "</t></si>"
    part = draw(st.sampled_from(["worksheets/sheet1.xml", "a.xml", "../x/a.xml", "Worksheets/Sheet 1.xml"]))
    rels = draw(
        st.sampled_from([{}, {"xl/styles.xml": "<styleSheet/>"}, {"xl/worksheets/_rels/sheet1.xml.rels": "<x/>"}])
    )
    return xlsx_of("".join(rows), part=part, strings=strings, names=draw(st.sampled_from([1, 2, 500])), more=rels)


@st.composite
def ods_books(draw: st.DrawFn) -> bytes:
    tables = []
    for _ in range(draw(st.integers(1, 3))):
        rows = []
        for _ in range(draw(st.integers(0, 3))):
            inside = ""
            for _ in range(draw(st.integers(0, 3))):
                kind = draw(
                    st.sampled_from(
                        ["", ' office:value-type="float"', ' office:value-type="date" office:date-value="x"']
                    )
                )
                spaces = f"<text:s{draw(attributes('text:c'))}/>" * draw(COUNTS)
                name = draw(st.sampled_from(["table-cell", "covered-table-cell"]))
                text = draw(st.sampled_from(["", f"<text:p>{draw(TEXTS)}{spaces}</text:p>", "<table:table/>"]))
                repeated = draw(attributes("table:number-columns-repeated", "office:value"))
                inside += f"<table:{name}{repeated}{kind}>{text}</table:{name}>"
            rows.append(f"<table:table-row{draw(attributes('table:number-rows-repeated'))}>{inside}</table:table-row>")
        tables.append(f'<table:table table:name="{draw(TEXTS)[:9].strip("<&")}">{"".join(rows)}</table:table>')
    return ods_of("".join(tables) * draw(st.sampled_from([1, 2, 300])))


@st.composite
def docx_documents(draw: st.DrawFn) -> bytes:
    names = st.sampled_from(["tbl", "tr", "tc", "p", "r", "t", "sdt", "del", "hyperlink", "tcPr", "txbxContent"])
    body = draw(TEXTS)
    for name in draw(st.lists(names, max_size=14)):
        span = f"<w:tcPr><w:gridSpan w:val='{draw(NUMBERS)}'/><w:vMerge/></w:tcPr>" if name == "tc" else ""
        depth = draw(st.sampled_from([1, 1, 1, 20]))
        body = f"<w:{name}>{span}" * depth + body + f"</w:{name}>" * depth
        body *= draw(COUNTS) if len(body) < 2000 else 1
    return docx_of(f"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Tên trang</w:t></w:r></w:p></w:tc></w:tr>{body}</w:tbl>")


@st.composite
def xls_books(draw: st.DrawFn) -> bytes:
    changes = draw(st.lists(st.tuples(st.floats(0, 0.999), st.sampled_from([0, 1, 2, 127, 255])), max_size=12))
    header = draw(st.lists(st.tuples(st.integers(0, 511), st.integers(0, 255)), max_size=4))
    more = draw(st.sampled_from([0, 0, 512, 1 << 20]))

    def change(content: bytearray) -> None:
        for share, value in changes:
            content[int(share * len(content))] = value
        for at, value in header:
            content[at] = value
        content.extend(bytes(more))

    return xls_with(change)


KINDS = {"a.xlsx": xlsx_books(), "a.ods": ods_books(), "a.docx": docx_documents(), "a.xls": xls_books()}


@pytest.mark.parametrize("name", KINDS)
@fuzzed
@given(data=st.data())
def test_it_ends_in_rows_or_in_one_line(name: str, reader: Worker, data: st.DataObject, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data.draw(KINDS[name]))
    reader.read(tmp_path / name)


def test_what_is_drawn_is_read_where_it_is_plain(reader: Worker, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(xlsx_of('<row r="2"><c r="A2" t="str"><v>H</v></c></row>'))
    assert reader.read(tmp_path / "a.xlsx") == (1, "")
