"""Files made to harm: entities, bombs, senseless sizes, code in data. Each ends in one line, or in rows."""

from __future__ import annotations

import io
import struct
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest

from fanpage_names.errors import UseError
from fanpage_names.tables.grid import ReadOptions
from fanpage_names.tables.reading import read_rows
from tests.cli.running import start
from tests.security.hostile import DOCTYPES, NAMES, PACKAGES, members, packed, recognise, with_doctype, xls, xlsx

SHEET = "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def refused(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    with pytest.raises(UseError) as fault:
        list(read_rows(str(path), ReadOptions(), recognise))
    (line,) = fault.value.lines("en")
    assert line.startswith(str(path))
    return line


@pytest.mark.parametrize("name", PACKAGES)
@pytest.mark.parametrize("doctype", DOCTYPES)
def test_entities_never_become_text(name: str, doctype: str, tmp_path: Path) -> None:
    for content in with_doctype(PACKAGES[name](), DOCTYPES[doctype]):
        (tmp_path / name).write_bytes(content)
        try:
            rows = list(read_rows(str(tmp_path / name), ReadOptions(), recognise))
        except UseError:
            continue
        assert "root:" not in str(rows)
        assert len(str(rows)) < 5000


RECORDS = {
    "dimensions": (b"\x00\x02\x0e\x00", struct.pack("<IIHHH", 0, 65_536, 0, 65_535, 0), None),
    "dimensions without end": (b"\x00\x02\x0e\x00", b"\xff" * 14, None),
    "dimensions that end before they begin": (b"\x00\x02\x0e\x00", struct.pack("<IIHHH", 9, 2, 0, 1, 0), None),
    "cell": (b"\xfd\x00\x0a\x00", struct.pack("<HH", 65_535, 65_535), "damaged"),
    "strings": (b"\xfc\x00", b"??" + struct.pack("<II", 1, 2**32 - 1), "damaged"),
}


@pytest.mark.parametrize("name", RECORDS)
def test_records_of_xls_that_announce_too_much(name: str, tmp_path: Path) -> None:
    record, body, said = RECORDS[name]
    content = bytearray(xls())
    at = content.index(record, 512) + len(record)
    body = bytes(content[at : at + 2]) + body[2:] if body.startswith(b"??") else body
    content[at : at + len(body)] = body
    if said is None:
        (tmp_path / "a.xls").write_bytes(content)
        assert [row.row for row in read_rows(str(tmp_path / "a.xls"), ReadOptions(), recognise)] == [2]
    else:
        assert said in refused(tmp_path / "a.xls", bytes(content))


@pytest.mark.parametrize("at", [0x2C, 0x30, 0x3C, 0x44, 0x4C])
@pytest.mark.parametrize("number", [0, 1, 3, 2**31, 2**32 - 1])
def test_an_ole_file_that_leads_in_circles_ends(at: int, number: int, tmp_path: Path) -> None:
    content = bytearray(xls())
    content[at : at + 4] = struct.pack("<I", number)
    (tmp_path / "a.xls").write_bytes(content)
    done = start("check", "a.xls", "-q", folder=tmp_path)
    assert done.status in (0, 2)
    assert len(done.err.splitlines()) <= 1


@pytest.mark.parametrize("part", [SHEET, "xl/sharedStrings.xml", "xl/media/x.png"])
def test_zip_bombs_are_refused_by_size(part: str, tmp_path: Path) -> None:
    content = packed({**members(xlsx()), part: b" " * 40_000_000})
    assert "unpacks to far too much" in refused(tmp_path / "a.xlsx", content)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused(tmp_path: Path) -> None:
    stream = io.BytesIO(xlsx())
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(SHEET, members(xlsx())[SHEET])
    assert "damaged" in refused(tmp_path / "a.xlsx", stream.getvalue())


def test_names_of_parts_lead_nowhere(tmp_path: Path) -> None:
    parts = {**members(xlsx()), "../../escaped.txt": b"x", "/tmp/fanpage-names-escaped.txt": b"x"}
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.xlsx").write_bytes(packed(parts))
    start("fix", "a.xlsx", "-o", "b.xlsx", folder=tmp_path / "in")
    start("check", "a.xlsx", "-o", "c.xlsx", folder=tmp_path / "in")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.xlsx", "b.xlsx", "c.xlsx", "in"]
    assert not Path("/tmp/fanpage-names-escaped.txt").exists()


@pytest.mark.parametrize("depth", [300, 100_000])
def test_nesting_without_end_is_refused(depth: int, tmp_path: Path) -> None:
    part = "word/document.xml"
    deep = members(PACKAGES["a.docx"]())[part].replace(b"<w:body>", b"<w:body>" + b"<w:p>" * depth)
    assert "damaged" in refused(tmp_path / "a.docx", packed({**members(PACKAGES["a.docx"]()), part: deep}))
    assert "JSON" in refused(tmp_path / "a.json", b"[" * depth)


LONG = "Mặt trận Hải Hậu " * 60_000


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", LONG.encode()),
        ("a.csv", f"Tên trang\n{LONG}\n".encode()),
        ("a.csv", b"Ten trang\n" + b"H," * 500_000),
        ("a.csv", b'Ten trang\n"H\n' + b"x\n" * 500_000),
        ("a.csv", b"Ten trang\nH\0a\nHai Hau\n"),
        ("a.jsonl", b'"\\ud800 H"\n{"page_name": "H\\u0000"}\n'),
        ("a.txt", b"H\x1b]0;x\x07\n\xe2\x80\xaeH\n"),
        ("a.txt", "Mặt trận Hải Hậu\n".encode() + "Mặt trận Hải Hậu\n".encode("cp1258", "replace")),
    ],
    ids=["long line", "long cell", "many cells", "open quote", "nul", "lone surrogate", "escapes", "two encodings"],
)
def test_odd_texts_end_in_rows_or_one_line(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    for format_ in ("jsonl", "text", "html"):
        done = start("check", name, "-q", "--format", format_, folder=tmp_path)
        assert done.status in (1, 2)
        assert len(done.err.splitlines()) == (done.status == 2)
        assert "unexpected error" not in done.err


YAML = {
    "a python object": "!!python/object/apply:os.system ['touch pwned']",
    "a python module": "title: !!python/name:os.system\n",
    "a tag of its own": "title: !x y\n",
    "billion laughs": "a: &a [x, x]\n" + "".join(f"{n}: &{n} [*{p}, *{p}]\n" for p, n in pairwise("abcdefghi")),
    "merge keys": "a: &a {x: 1}\nb:\n  <<: *a\n",
    "nesting": "[" * 50_000,
    "nesting of mappings": "".join(" " * n + "a:\n" for n in range(2000)),
    "a long number": "title: " + "9" * 10_000 + "\n",
    "a nul": "title: a\0b\n",
    "not utf-8": "title: \udcff\udcfe\n",
    "two documents": "--- {}\n--- {}\n",
    "nothing": "",
}


@pytest.mark.parametrize("text", YAML.values(), ids=YAML)
def test_hostile_unit_lists_are_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "units.yaml").write_bytes(text.encode("utf-8", "surrogateescape"))
    done = start("generate", "--units", "units.yaml", folder=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("fanpage-names: units.yaml")
    assert "Traceback" not in done.err
    assert "unexpected error" not in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["units.yaml"]


def test_formulas_are_never_computed(tmp_path: Path) -> None:
    rows = "".join(f"{name}\n" for name in NAMES)
    (tmp_path / "a.csv").write_text(f"Tên trang\n{rows}=HYPERLINK(1)\n", encoding="utf-8")
    found = [row.name for row in read_rows(str(tmp_path / "a.csv"), ReadOptions(), lambda _: True)]
    assert found == [*NAMES, "=HYPERLINK(1)"]
