"""Every file of this folder, whole: mending and marking change nothing but what they should."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Collection, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree

import openpyxl
import pytest

from fanpage_names.check import Checker, check_rows
from fanpage_names.fixing import Mending
from fanpage_names.reports.colors import COLORS
from fanpage_names.rows import Checked, Row
from fanpage_names.submissions import Marking, recogniser
from fanpage_names.tables.formats import Options
from fanpage_names.tables.grid import ReadOptions, cell_text
from fanpage_names.tables.mending import Held, nothing_held
from fanpage_names.tables.places import column_letter
from fanpage_names.tables.reading import grids, read_rows
from fanpage_names.tables.rewriting import rewritten
from fanpage_names.units.loading import load_units
from fanpage_names.workbooks.marks import COLUMNS
from fanpage_names.workbooks.mending import changes, is_package, write_mended
from tests.districts.cases import CASES, CHAT, GROUPED
from tests.districts.odd_cases import ODD_CASES, TEXTS
from tests.districts.snapshots import Cells, cells_of, dress, sheets_of
from tests.districts.writing import write_csv, write_docx, write_ods, write_xlsx

HERE = Path(__file__).parent
CHECKER = Checker(load_units("nam_dinh_units"))
RECOGNISE = recogniser(CHECKER)
_LISTS = {**CASES, **ODD_CASES}
WRITERS = {"xlsx": write_xlsx, "csv": write_csv, "docx": write_docx, "ods": write_ods}


class Made(NamedTuple):
    """A file to be made of a list."""

    name: str
    ending: str


Place = tuple[str, int, int]
"""A sheet, a row and a column."""


def files(*endings: str) -> list[Any]:
    """All files of some kinds: those that are kept here, and those made of the lists."""
    return list(_files(endings))


def _files(endings: Collection[str]) -> Iterator[Any]:
    for path in sorted([*(HERE / "labelled").iterdir(), *(HERE / "converted").iterdir()]):
        if path.suffix[1:] in endings:
            yield pytest.param(path, id=path.name)
    for ending in (one for one in endings if one in WRITERS):
        for name in _LISTS:
            yield pytest.param(Made(name, ending), id=f"{name}-{ending}")
    texts = {"chat": CHAT, "grouped": GROUPED, **{name: text for name, (text, *_) in TEXTS.items()}}
    for name, text in texts.items() if "txt" in endings else ():
        yield pytest.param(text, id=f"{name}-txt")


def made(given: Path | str | Made, folder: Path) -> Path:
    """The file, with all that offices put into theirs where it is an xlsx workbook."""
    if isinstance(given, Path):
        path = folder / f"a{given.suffix}"
        shutil.copy(given, path)
    elif isinstance(given, str):
        path = folder / "a.txt"
        path.write_text(given, encoding="utf-8")
    else:
        path = folder / f"a.{given.ending}"
        WRITERS[given.ending](_LISTS[given.name], path)
        if given.ending == "xlsx":
            dress(path)
    return path


def checked(path: Path) -> list[Checked]:
    return list(check_rows(CHECKER, read_rows(str(path), ReadOptions(), RECOGNISE)))


def right(path: Path) -> dict[Place, str]:
    """What the cells of names and links should hold, for those that have a safe fix."""
    found: dict[Place, str] = {}
    there = texts(path)
    for row, result, fixed_link, _ in checked(path):
        sheet, columns = row.sheet or "", row.columns
        if result.fixed is not None:
            found[sheet, row.row, columns["name"]] = result.fixed
        if "link" not in columns or fixed_link is None:
            continue
        place = (sheet, row.row, columns["link"])
        taken_out = result.fixed is not None and (row.link or "") in row.name
        if there.get(place) == row.link or (place not in there and taken_out):
            found[place] = fixed_link
    return found


def mended(path: Path) -> Path:
    mending = Mending(unsafe=False)

    def by_check(rows: Iterable[Row], held: Held = nothing_held) -> Iterator[tuple[Row, Row]]:
        return mending.rows(check_rows(CHECKER, rows), held)

    out = path.with_name(f"mended{path.suffix}")
    if is_package(str(path)):
        with out.open("wb") as stream:
            write_mended(str(path), changes(str(path), ReadOptions(), RECOGNISE, by_check), stream)
    else:
        pieces = rewritten(str(path), ReadOptions(), RECOGNISE, by_check)
        out.write_text("".join(piece.new for piece in pieces), encoding="utf-8", newline="")
    return out


def marked(path: Path, *, in_place: bool = False) -> Path:
    out = path.with_name("marked.docx" if in_place else "marked.xlsx")
    with out.open("wb") as stream:
        Marking(CHECKER, ReadOptions(), Options("vi"), lambda rows: rows).mark(str(path), stream, in_place=in_place)
    return out


def texts(path: Path) -> dict[Place, str]:
    """Every text of a file where it stands."""
    return {
        (grid.sheet or "", number, column): text
        for grid in grids(str(path), ReadOptions(), RECOGNISE)
        if not grid.letter
        for number, cells in grid.records
        for column, cell in enumerate(cells, 1)
        if (text := cell_text(cell))
    }


def other_parts(path: Path, *changed: str) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.startswith(changed)}


@pytest.mark.parametrize("given", files("xlsx"))
def test_a_mended_workbook(given: Path | str | Made, tmp_path: Path) -> None:
    path = made(given, tmp_path)
    formulas = {place for place, cell in cells_of(path).items() if cell["data_type"] == "'f'"}
    expected: Cells = {place: dict(cell) for place, cell in cells_of(path).items()}
    for (sheet, row, column), text in right(path).items():
        place = (sheet, f"{column_letter(column)}{row}")
        if place not in formulas:
            expected[place]["value"], expected[place]["data_type"] = repr(text), "'s'"
    out = mended(path)
    assert cells_of(out) == expected
    assert sheets_of(out) == sheets_of(path)
    assert other_parts(out, "xl/worksheets/") == other_parts(path, "xl/worksheets/")


@pytest.mark.parametrize("given", files("csv", "txt", "docx", "ods"))
def test_another_mended_file(given: Path | str | Made, tmp_path: Path) -> None:
    path = made(given, tmp_path)
    expected = texts(path)
    for place, text in right(path).items():
        if place in expected or path.suffix != ".txt":
            expected[place] = text
    out = mended(path)
    assert {place: text for place, text in texts(out).items() if text.strip()} == {
        place: text for place, text in expected.items() if text.strip()
    }
    if is_package(str(path)):
        main = {".docx": "word/document.xml", ".ods": "content.xml"}[path.suffix]
        assert other_parts(out, main, "word/_rels") == other_parts(path, main, "word/_rels")
        assert tags(out, main) == tags(path, main)


def tags(path: Path, part: str) -> list[tuple[str, dict[str, str]]]:
    """The elements of a part with their attributes, but for what writing a text adds."""
    with zipfile.ZipFile(path) as archive:
        root = ElementTree.fromstring(archive.read(part))
    return [(one.tag, one.attrib) for one in root.iter() if one.tag.rpartition("}")[2] not in ("t", "r", "p", "br")]


@pytest.mark.parametrize("given", files("xlsx"))
def test_a_marked_workbook(given: Path | str | Made, tmp_path: Path) -> None:
    path = made(given, tmp_path)
    before, out = cells_of(path), marked(path)
    after = cells_of(out)
    wrong = {
        (row.sheet, f"{column_letter(column)}{row.row}")
        for row, result, _, _ in checked(path)
        for found in result.diagnostics
        if (column := row.columns.get(found.cell) or row.columns.get("name"))
    }
    for place, cell in before.items():
        new = after[place]
        if place in wrong:
            assert any(f"FF{color}" in new["fill"] for color in COLORS.values())
            assert new["comment"].startswith(cell["comment"])
            assert "FN" in new["comment"]
            new = {**new, "fill": cell["fill"], "comment": cell["comment"]}
        assert new == cell, place
    about, found = sheets_of(path), sheets_of(out)
    assert found.keys() - about.keys() == {"Kết quả kiểm tra"}
    for name, sheet in about.items():
        for what, value in sheet.items():
            same = found[name][what]
            if what == "merged":
                assert value <= same  # type: ignore[operator]
            elif what in ("widths", "heights"):
                assert same == {**same, **value} or what == "heights"  # type: ignore[dict-item]
                assert all(same.get(one, 1e3) >= size for one, size in value.items())  # type: ignore[attr-defined]
            else:
                assert same == value, what


@pytest.mark.parametrize("given", files("csv", "txt", "docx", "ods", "xls"))
def test_another_file_laid_out_as_a_workbook(given: Path | str | Made, tmp_path: Path) -> None:
    path = made(given, tmp_path)
    book = openpyxl.load_workbook(marked(path))
    shown = [
        {
            (cell.row, cell.column): str(cell.value)
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None
        }
        for sheet in book.worksheets
    ]
    sheets = list(dict.fromkeys(sheet for sheet, _, _ in texts(path)))
    for (sheet, row, column), text in texts(path).items():
        assert shown[sheets.index(sheet)].pop((row, column)) == text.replace("\r", "")
    added = [text for sheet in shown[: len(sheets)] for text in sheet.values()]
    titles = {title.vi for title, _ in COLUMNS}
    assert len([text for text in added if text not in titles]) >= len(checked(path))


@pytest.mark.parametrize("given", files("docx"))
def test_a_marked_document(given: Path | str | Made, tmp_path: Path) -> None:
    path = made(given, tmp_path)
    out = marked(path, in_place=True)
    assert texts(out) == texts(path)
    parts = partial(other_parts, path), partial(other_parts, out)
    changed = ("word/document.xml", "word/comments.xml", "word/_rels/", "[Content_Types]")
    assert parts[0](*changed) == parts[1](*changed)


@pytest.mark.parametrize("given", files("xlsx", "csv", "txt", "docx", "ods", "xls"))
def test_a_marked_copy_is_read_as_its_file_and_marked_anew(given: Path | str | Made, tmp_path: Path) -> None:
    path = made(given, tmp_path)
    rows = list(map(_read, checked(path)))
    once = marked(path)
    assert list(map(_read, checked(once))) == rows
    if not rows:
        return
    twice = marked(Path(shutil.copy(once, tmp_path / "once.xlsx")))
    assert _widths(twice) == _widths(once)


def _read(one: Checked) -> tuple[object, ...]:
    return one.row.row, one.row.name, one.row.link or None, one.result.status, one.result.unit


def _widths(path: Path) -> dict[str, int]:
    """How many columns each sheet has."""
    return {sheet.title: sheet.max_column for sheet in openpyxl.load_workbook(path).worksheets}


def test_the_sheet_that_sums_up_is_no_list(tmp_path: Path) -> None:
    path = made(Made("a form", "xlsx"), tmp_path)
    book = openpyxl.load_workbook(path)
    book.worksheets[0].title = "Hải Minh"
    book.save(path)
    assert [one.row.sheet for one in checked(marked(path))] == ["Hải Minh"]


def test_a_cell_in_the_last_column_leaves_room_for_marks(tmp_path: Path) -> None:
    path = made(Made("an export of a form", "xlsx"), tmp_path)
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["XFD3"] = "x"
    book.save(path)
    sheet = openpyxl.load_workbook(marked(path)).worksheets[0]
    assert [sheet.cell(1, column).value for column in (7, 8, 9)] == [title.vi for title, _ in COLUMNS]
    assert sheet["XFD3"].value == "x"


def test_there_are_files_enough() -> None:
    assert len(files("xlsx", "xls", "ods", "docx", "csv", "txt")) >= 90
