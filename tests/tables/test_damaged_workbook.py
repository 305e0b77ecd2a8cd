"""Workbooks that are locked, damaged or senseless are refused in one line."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from fanpage_names.tables import archive
from tests.tables.bookfiles import FILES, SHEET, changed, list_book, ods, ods_row, refused


@pytest.mark.parametrize("file", ["locked.xlsx", "locked.xls"])
def test_a_password(file: str) -> None:
    refused(FILES / file, "password")


def test_a_password_on_ods(tmp_path: Path) -> None:
    refused(ods(tmp_path / "a.ods", "", "<manifest:encryption-data/>"), "password")
    path = tmp_path / "b.ods"
    with zipfile.ZipFile(path, "w") as members:
        members.writestr("encrypted-package", b"?")
    refused(path, "password")


@pytest.mark.parametrize("file", ["bao-cao-hai-hau.xlsx", "names.xls", "names.ods"])
@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_file_cut_short(tmp_path: Path, file: str, share: float, capfd: pytest.CaptureFixture[str]) -> None:
    content = (FILES / file).read_bytes()
    path = tmp_path / file
    path.write_bytes(content[: int(len(content) * share)])
    refused(path, "(damaged|incomplete)")
    assert capfd.readouterr().err == ""


MEMBERS: list[tuple[str, bytes | None]] = [
    (SHEET, None),
    (SHEET, b"<worksheet><sheetData><row>"),
    (SHEET, b'<worksheet><sheetData><row r="1"><c r="A1" t="n"><v>x</v></c></row></sheetData></worksheet>'),
    ("xl/workbook.xml", b"<workbook/>"),
]


@pytest.mark.parametrize(("member", "content"), MEMBERS, ids=range(len(MEMBERS)))
def test_damage_inside(tmp_path: Path, member: str, content: bytes | None) -> None:
    path = list_book(tmp_path / "a.xlsx")
    refused(changed(path, lambda name, old: content if name == member else old), "damaged")


def test_flipped_bytes(tmp_path: Path) -> None:
    path = list_book(tmp_path / "a.xlsx")
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as members:
        start = members.getinfo(SHEET).header_offset + 60
    content[start : start + 40] = b"\xff" * 40
    path.write_bytes(content)
    refused(path, "damaged")


def test_a_damaged_ods(tmp_path: Path) -> None:
    refused(ods(tmp_path / "a.ods", "<table:table-row>"), "damaged")
    refused(ods(tmp_path / "b.ods", ods_row("x").replace('"1"', '"x"')), "damaged")


def test_a_zip_bomb(tmp_path: Path) -> None:
    path = list_book(tmp_path / "a.xlsx")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as outer:
        outer.writestr("xl/media/x.xml", b" " * 50_000_000)
    refused(path, "unpacks to far too much")


def test_a_workbook_too_big_in_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = list_book(tmp_path / "a.xlsx")
    monkeypatch.setattr(archive, "LARGEST", 1000)
    refused(path, "unpacks to far too much")


def test_a_member_longer_than_it_says(tmp_path: Path) -> None:
    path = changed(list_book(tmp_path / "a.xlsx"), lambda name, old: old + b" " * 70_000 if name == SHEET else old)
    with zipfile.ZipFile(path) as members:
        size = members.getinfo(SHEET).file_size
    path.write_bytes(path.read_bytes().replace(size.to_bytes(4, "little"), (500).to_bytes(4, "little")))
    refused(path, "damaged")


def test_a_locked_zip_member(tmp_path: Path) -> None:
    path = list_book(tmp_path / "a.xlsx")
    content = path.read_bytes()
    at = content.rindex(b"PK\x01\x02")
    path.write_bytes(content[: at + 8] + b"\x01" + content[at + 9 :])
    refused(path, "password")


def test_other_archives(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as members:
        members.writestr("a.txt", "x")
    refused(path, "zip archive")
    refused(ods(tmp_path / "a.odt", "", mimetype="application/vnd.oasis.opendocument.text"), "zip archive")


def test_an_old_word_document(tmp_path: Path) -> None:
    path = tmp_path / "a.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "WordDocument".encode("utf-16-le"))
    refused(path, "old Word document")
