"""What a copy of a workbook does not keep is named."""

from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from fanpage_names.workbooks.losses import losses
from tests.workbooks.bookcases import SAMPLES, report

DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def chart(sheet: Worksheet, book: Workbook) -> None:
    drawn = book.add_chart({"type": "column"})
    drawn.add_series({"values": "=Sheet1!$A$1:$A$2"})
    sheet.insert_chart("C3", drawn)


@pytest.mark.parametrize(
    ("add", "lost"),
    [
        (lambda sheet, _: sheet.write("A1", "x"), []),
        (lambda sheet, _: sheet.write_comment("A1", "x"), []),
        (lambda sheet, _: sheet.add_table("A1:B2"), []),
        (lambda sheet, _: sheet.insert_image("A1", "dot.png", {"image_data": io.BytesIO(DOT)}), ["pictures"]),
        (chart, ["charts (look at them again)"]),
        (lambda sheet, _: sheet.insert_textbox("A1", "x"), ["shapes and text boxes"]),
        (
            lambda sheet, _: sheet.add_sparkline("A1", {"range": "Sheet1!B1:C1"}),
            ["extensions of Excel 2010 and later (sparklines, data bars …)"],
        ),
        (lambda sheet, _: sheet.insert_button("A1"), ["buttons and other controls"]),
    ],
    ids=["text", "comment", "table", "picture", "chart", "shape", "sparkline", "button"],
)
def test_what_a_sheet_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, add: Callable[[Worksheet, Workbook], object], lost: list[str]
) -> None:
    monkeypatch.setattr("fanpage_names.workbooks.losses.find_spec", lambda _: None)
    with Workbook(tmp_path / "a.xlsx") as book:
        add(book.add_worksheet(), book)
    assert [text.en for text in losses(tmp_path / "a.xlsx")] == lost


def test_pictures_are_kept_where_a_library_reads_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fanpage_names.workbooks.losses.find_spec", lambda _: object())
    with Workbook(tmp_path / "a.xlsx") as book:
        book.add_worksheet().insert_image("A1", "dot.png", {"image_data": io.BytesIO(DOT)})
    assert losses(tmp_path / "a.xlsx") == ()


@pytest.mark.parametrize(
    ("part", "lost"),
    [
        ("xl/vbaProject.bin", "macros"),
        ("xl/embeddings/oleObject1.bin", "embedded objects"),
        ("xl/activeX/activeX1.xml", "buttons and other controls"),
        ("xl/threadedComments/threadedComment1.xml", "conversations in comments"),
        ("xl/slicers/slicer1.xml", "slicers"),
        ("xl/diagrams/data1.xml", "SmartArt"),
        ("xl/connections.xml", "data connections"),
        ("_xmlsignatures/sig1.xml", "digital signatures"),
        ("customXml/item1.xml", "customXml/item1.xml"),
    ],
)
def test_other_parts(tmp_path: Path, part: str, lost: str) -> None:
    path = report(tmp_path / "a.xlsx")
    assert losses(path) == ()
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(part, b"x")
    assert [text.en for text in losses(path)] == [lost]


def test_the_samples_lose_nothing() -> None:
    assert [losses(SAMPLES / name) for name in ("bao-cao-hai-hau.xlsx", "bao-cao-nam-dinh.xlsx")] == [(), ()]
