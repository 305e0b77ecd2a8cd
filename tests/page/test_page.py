"""The page in Chromium and Firefox, opened from a folder: it says and saves what the command does."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random
from zipfile import ZipFile

import pytest
from docx import Document
from openpyxl import load_workbook
from unidecode import unidecode

from fanpage_names import load_units
from fanpage_names.naming import canonical_names
from tests.cli.running import Done, start
from tests.page.driving import READY, Browser
from tests.security.hostile import DOCTYPES, with_doctype, xlsx

pytestmark = pytest.mark.slow

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
FILES = Path(__file__).parents[1] / "tables" / "files"
LIST = "nam_dinh_units"


def check(folder: Path, *arguments: str, stdin: str = "", lang: str = "vi") -> Done:
    return start("check", *arguments, "--units", LIST, "--lang", lang, folder=folder, stdin=stdin)


def said(done: Done) -> list[str]:
    return [line.removeprefix("fanpage-names: ") for line in done.err.splitlines()]


def damaged(count: int) -> list[str]:
    """Names with what happens to them on their way, always the same ones."""
    names, random = list(canonical_names(load_units(LIST), "short").values()), Random(17)
    ways = (
        str,
        unidecode,
        str.upper,
        lambda name: name.replace("Mặt trận", "MTTQ"),
        lambda name: name.rsplit(" ", 2)[0],
        lambda name: name.replace(" ", "  ", 1),
        lambda name: f"{name} 2022 🎉",
        lambda name: name.replace("ả", "a").replace("ị", "ỉ"),
        lambda name: f"<img src=x onerror=alert(1)> {name}",
        lambda name: "".join(random.sample(name, len(name))),
    )
    return [random.choice(ways)(random.choice(names)) for _ in range(count)]


def cells(path: Path) -> list[tuple[str, list[tuple[object, ...]]]]:
    """Every cell of a workbook with its look and its comment."""
    return [
        (
            sheet.title,
            [
                (cell.coordinate, cell.value, cell.fill.fgColor.rgb, cell.font.b, cell.comment and cell.comment.text)
                for row in sheet.iter_rows()
                for cell in row
            ],
        )
        for sheet in load_workbook(path)
    ]


def test_records_are_byte_for_byte_the_commands(browser: Browser, tmp_path: Path) -> None:
    names = "\n".join(damaged(300))
    *_, summed, saved = browser.drive(*READY, ["paste", names], ["save", "jsonl"])
    done = check(tmp_path, "-", "--format", "jsonl", stdin=names)
    assert Path(saved).read_bytes() == done.out.encode()
    assert summed in said(done)


def test_what_is_said_in_the_other_language_is_the_commands(browser: Browser, tmp_path: Path) -> None:
    names = "\n".join(damaged(20))
    *_, status, cards, saved = browser.drive(
        *READY,
        ["paste", names],
        ["click", "#lang"],
        ["done"],
        ["text", "#statuses button"],
        ["text", "#cards > li"],
        ["save", "jsonl"],
    )
    done = check(tmp_path, "-", "--format", "jsonl", stdin=names, lang="en")
    assert Path(saved).read_bytes() == done.out.encode()
    assert status[0] == "all 20"
    assert [card.partition(" ")[0] for card in cards] == ["row"] * 20


def test_names_are_text_and_never_markup(browser: Browser) -> None:
    name = "<b>Mặt trận</b> Hải Hậu <script>alert(1)</script> & Nam Định"
    *_, shown, elements = browser.drive(
        *READY,
        ["paste", name],
        ["text", "#cards .n"],
        ["run", "document.querySelectorAll('#cards :is(b, script) *').length"],
    )
    assert shown == [name]
    assert elements == 0


def test_filters_leave_what_they_say(browser: Browser) -> None:
    names = "Mat tran Hai Minh - Hải Hậu\nMặt trận Hải Hậu Nam Định\nFanpage tin tức\n"
    *_, right, _, _, _, spaced = browser.drive(
        *READY,
        ["paste", names],
        ["click", "#statuses [data-status=ok]"],
        ["until", "document.querySelectorAll('#cards > li').length === 1"],
        ["text", "#cards .n"],
        ["click", "#statuses button"],
        ["choose", "rule", "FN206"],
        ["until", "document.querySelector('#cards > li').dataset.s !== 'ok'"],
        ["text", "#cards .n"],
    )
    assert right == ["Mặt trận Hải Hậu Nam Định"]
    assert spaced == ["Mat tran Hai Minh - Hải Hậu"]


def test_many_names_are_shown_a_page_at_a_time(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "nhieu.txt"
    path.write_text("\n".join(damaged(6_000)), encoding="utf-8")
    *_, summed, shown, _, _, place = browser.drive(
        *READY,
        ["files", str(path)],
        ["run", "document.querySelectorAll('#cards > li').length"],
        ["click", "#next"],
        ["until", "document.querySelector('#place').textContent.startsWith('51')"],
        ["text", "#place"],
    )
    names = int(summed.partition(" tên: ")[0])
    assert names > 5_900
    assert shown == 50
    assert place == [f"51–100 / {names:,}".replace(",", ".")]


def _document(path: Path) -> Path:
    document = Document()
    table = document.add_table(rows=0, cols=2)
    for cells_ in (("STT", "Tên trang"), ("1", "MTTQ Hải Minh Hải Hậu"), ("2", "Mặt trận Hải Hậu Nam Định")):
        for cell, text in zip(table.add_row().cells, cells_, strict=True):
            cell.text = text
    document.save(str(path))
    return path


def _inputs(folder: Path) -> Iterator[Path]:
    for path in (EXAMPLES / "hai-hau.xlsx", EXAMPLES / "nop.csv", FILES / "names.ods"):
        yield Path(shutil.copy(path, folder))
    yield Path(shutil.copy(FILES / "names.xls", folder / "names-97.xls"))
    yield _document(folder / "bang.docx")


def test_marked_copies_are_cell_for_cell_the_commands(browser: Browser, tmp_path: Path) -> None:
    inputs = list(_inputs(tmp_path))
    *_, faults, saved = browser.drive(*READY, ["files", *map(str, inputs)], ["text", "#faults li"], ["save", "marked"])
    assert faults == []
    check(tmp_path, *(path.name for path in inputs), "--format", "xlsx", "-o", "command/")
    with ZipFile(saved) as archive:
        assert archive.namelist() == [f"{path.stem}.xlsx" for path in inputs]
        archive.extractall(tmp_path / "page")
    for path in (tmp_path / "page").iterdir():
        assert cells(path) == cells(tmp_path / "command" / path.name)


def test_new_names_after_mergers_are_the_commands(browser: Browser, tmp_path: Path) -> None:
    shutil.copy(EXAMPLES / "nop.csv", tmp_path)
    *_, saved = browser.drive(*READY, ["files", str(EXAMPLES / "nop.csv")], ["save", "migrate"])
    start("migrate", "nop.csv", "--lang", "vi", "-o", "command.xlsx", folder=tmp_path)
    assert cells(Path(saved)) == cells(tmp_path / "command.xlsx")


def test_another_province_of_today(browser: Browser, tmp_path: Path) -> None:
    names = "MTTQ phường Buôn Ma Thuột\nMặt trận Ea Kar Đắk Lắk\n"
    chosen = ["choose", "day", "hiện nay"], ["choose", "units", "Đắk Lắk"]
    *_, saved = browser.drive(*READY[:2], *chosen, ["paste", names], ["save", "jsonl"])
    done = start(
        "check", "-", "--units", "dak_lak_2025", "--lang", "vi", "--format", "jsonl", folder=tmp_path, stdin=names
    )
    assert Path(saved).read_bytes() == done.out.encode()
    assert "Ea Kar" in done.out


def test_a_list_of_any_day(browser: Browser, tmp_path: Path) -> None:
    names = "MTTQ xã Hải Minh Hải Hậu\nMặt trận Thành Nam TP Nam Định Nam Định\n"
    chosen = (
        ["choose", "day", "ngày khác"],
        ["run", "document.querySelector('#date').value = '2024-10-01'"],
        ["choose", "units", "Nam Định"],
    )
    *_, saved = browser.drive(*READY[:2], *chosen, ["paste", names], ["save", "jsonl"])
    options = ("--units", "Nam Định", "--as-of", "2024-10-01", "--lang", "vi", "--format", "jsonl")
    assert Path(saved).read_bytes() == start("check", "-", *options, folder=tmp_path, stdin=names).out.encode()


def test_files_that_cannot_be_read_are_told_in_the_commands_words(browser: Browser, tmp_path: Path) -> None:
    for path in (FILES / "locked.xlsx", FILES / "locked.xls", EXAMPLES / "nop.csv"):
        shutil.copy(path, tmp_path)
    for number, content in enumerate(with_doctype(xlsx(), DOCTYPES["billion laughs"])):
        (tmp_path / f"bom-{number}.xlsx").write_bytes(content)
    (tmp_path / "anh.xlsx").write_bytes(b"\x89PNG\r\n")
    inputs = sorted(tmp_path.iterdir())
    *_, summed, faults, notes = browser.drive(
        *READY, ["files", *map(str, inputs)], ["text", "#faults li"], ["text", "#notes li"]
    )
    told = said(check(tmp_path, *(path.name for path in inputs)))
    assert summed in told
    assert sorted(faults + notes) == sorted(line for line in told if tmp_path / line.partition(":")[0] in inputs)
    assert len(faults) > 3


def test_only_a_chosen_list_is_remembered(browser: Browser) -> None:
    results = browser.drive(
        *READY,
        ["paste", "Mặt trận Hải Hậu Nam Định"],
        ["run", "Object.values({...localStorage})"],
        ["click", "#remember"],
        ["run", "Object.values({...localStorage}).map((text) => JSON.parse(text).province)"],
        ["open"],
        ["ready"],
        ["run", "document.querySelector('#units').selectedOptions[0].text + document.querySelector('#names').value"],
    )
    assert results[5] == []
    assert results[7] == ["Nam Định"]
    assert results[-1] == "Nam Định"


def test_licences_of_what_is_inside_are_shown(browser: Browser) -> None:
    *_, texts = browser.drive(
        ["open"], ["ready"], ["click", "#licences"], ["wait", "#texts:not([hidden])"], ["text", "#texts"]
    )
    for licence in (
        "Mozilla Public License Version 2.0",
        "PYTHON SOFTWARE FOUNDATION LICENSE",
        "GNU GENERAL PUBLIC LICENSE",
    ):
        assert licence in texts[0]
