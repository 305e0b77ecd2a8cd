"""Whatever bytes come: rows, or an error of use that names the file; never another exception, never long."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fanpage_names.errors import UseError
from fanpage_names.rows import Row
from fanpage_names.tables.formats import Options
from fanpage_names.tables.grid import ReadOptions
from fanpage_names.tables.mending import Held, nothing_held
from fanpage_names.tables.reading import read_rows
from fanpage_names.tables.rewriting import rewritten
from fanpage_names.workbooks.marking import write_marked
from fanpage_names.workbooks.mending import changes, write_mended
from tests.security.hostile import NAMES, PACKAGES, members, packed, recognise, xls
from tests.workbooks.bookcases import checked_sheets

BINARY: Mapping[str, Callable[[], bytes]] = {**PACKAGES, "a.xls": xls}
TEXTS = {
    "a.csv": "TT,Tên trang,Link\n" + "".join(f'{n},"{name}",fb.com/x\n' for n, name in enumerate(NAMES)),
    "a.tsv": "Ten trang\tLink\nMTTQ Hai Hau\tfb.com/a\n",
    "a.txt": "\n".join(NAMES),
    "a.json": '[{"page_name": "MTTQ Hải Hậu", "link": "x", "y": [{}]}, "Mặt trận Hải Hậu"]',
    "a.jsonl": '{"page_name": "MTTQ Hải Hậu", "link": "x"}\n"Mặt trận Hải Hậu"\n',
}
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1258")
PIECES = st.one_of(
    st.binary(max_size=8),
    st.sampled_from([b"<![CDATA[", b"\xd9\xa3", b"\xc2\xb2", b"\r", b"[" * 2000, b"x" * 3000, b"\\ud800"]),
    st.sampled_from(
        [
            b"\0",
            b'"',
            b"<",
            b"&x;",
            b"\xff\xfe",
            b"\xed\xa0\x80",
            b"-1",
            b"9" * 30,
            b"1e400",
            b"XFD1048577",
            b"A0",
            b"{",
        ]
    ),
)
CUTS = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 60), PIECES), min_size=1, max_size=6)
Cuts = list[tuple[float, int, bytes]]

fuzzed = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def damaged(content: bytes, cuts: Cuts) -> bytes:
    for share, length, piece in cuts:
        at = int(share * len(content))
        content = content[:at] + piece + content[at + length :]
    return content


def read(path: Path, content: bytes) -> int:
    """Read a file and return how many rows it has; 0 where it is refused in a line that names it."""
    path.write_bytes(content)
    with said_of(path):
        return sum(1 for _ in read_rows(str(path), ReadOptions(), recognise))
    return 0


@contextmanager
def said_of(path: Path) -> Iterator[None]:
    """Let nothing but an error of use happen, which names the file and takes one line."""
    with suppress(UseError):
        try:
            yield
        except UseError as fault:
            said = [fault.lines("vi"), fault.lines("en")]
            if not all(len(lines) == 1 and lines[0].startswith(str(path)) and "\n" not in lines[0] for lines in said):
                raise AssertionError(said) from fault
            raise


def mended(rows: Iterable[Row], held: Held = nothing_held) -> Iterator[tuple[Row, Row]]:
    for row in rows:
        link = row.link and "https://www.facebook.com/mattran"
        yield row, row if held(row) else row._replace(name="Mặt trận Hải Hậu Nam Định", link=link)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz")


@pytest.mark.parametrize("name", BINARY)
def test_what_is_damaged_below_is_read_whole(name: str, folder: Path) -> None:
    assert read(folder / f"whole-{name}", BINARY[name]()) > 0


@pytest.mark.parametrize("name", BINARY)
@fuzzed
@given(cuts=CUTS)
def test_damaged_bytes(name: str, folder: Path, cuts: Cuts) -> None:
    read(folder / name, damaged(BINARY[name](), cuts))


@pytest.mark.parametrize("name", PACKAGES)
@fuzzed
@given(cuts=CUTS, chosen=st.integers(0, 99))
def test_damaged_parts(name: str, folder: Path, cuts: Cuts, chosen: int) -> None:
    parts = dict(members(PACKAGES[name]()))
    part = sorted(parts)[chosen % len(parts)]
    parts[part] = damaged(parts[part], cuts)
    path = folder / name
    read(path, packed(parts))
    with said_of(path):
        write_mended(str(path), list(changes(str(path), ReadOptions(), recognise, mended)), io.BytesIO())
        if name in ("a.xlsx", "a.docx"):
            write_marked(str(path), checked_sheets(path), io.BytesIO(), Options("vi"), in_place=True)


@pytest.mark.parametrize("name", TEXTS)
@fuzzed
@given(cuts=CUTS, encoding=st.sampled_from(ENCODINGS))
def test_damaged_texts(name: str, folder: Path, cuts: Cuts, encoding: str) -> None:
    path = folder / name
    read(path, damaged(TEXTS[name].encode(encoding, "replace"), cuts))
    with said_of(path):
        assert all(piece.line > 0 for piece in rewritten(str(path), ReadOptions(), recognise, mended))


@pytest.mark.parametrize("ending", [".csv", ".txt", ".json", ".jsonl", ".xlsx", ".ods", ".docx", ".xls", ""])
@fuzzed
@given(content=st.binary(max_size=300))
def test_any_bytes(ending: str, folder: Path, content: bytes) -> None:
    read(folder / f"any{ending}", content)
