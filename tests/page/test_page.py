"""The page in Chromium and Firefox, opened from a folder: it says and saves what the command does."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from openpyxl import load_workbook
from unidecode import unidecode

from fanpage_names import load_units
from fanpage_names.naming import canonical_names
from tests.cli.running import Done, start
from tests.page.driving import READY, Browser, program
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


@dataclass(frozen=True)
class Visit:
    """One visit to the page: the folder of what was chosen there, and what each step of each scene gave."""

    folder: Path
    scenes: Mapping[str, list[Any]]


DAMAGED = "\n".join(damaged(300))
FEW_DAMAGED = "\n".join(damaged(20))
MARKUP = "<b>Mặt trận</b> Hải Hậu <script>alert(1)</script> & Nam Định"
OF_DAK_LAK = "MTTQ phường Buôn Ma Thuột\nMặt trận Ea Kar Đắk Lắk\n"
OF_2024 = "MTTQ xã Hải Minh Hải Hậu\nMặt trận Thành Nam TP Nam Định Nam Định\n"


def scenes(folder: Path) -> Mapping[str, Sequence[Sequence[object]]]:
    """What a visitor does, scene by scene; the files of a scene lie in a folder of its name."""

    def files(scene: str) -> Sequence[object]:
        return ["files", *map(str, sorted((folder / scene).iterdir()))]

    return {
        "begin": READY,
        "records": (["paste", DAMAGED], ["save", "jsonl"]),
        "other language": (
            ["paste", FEW_DAMAGED],
            ["click", "#lang"],
            ["done"],
            ["text", "#statuses button"],
            ["text", "#cards > li"],
            ["save", "jsonl"],
            ["click", "#lang"],
            ["done"],
        ),
        "markup": (
            ["paste", MARKUP],
            ["text", "#cards .n"],
            ["run", "document.querySelectorAll('#cards :is(b, script) *').length"],
        ),
        "filters": (
            ["paste", "Mat tran Hai Minh - Hải Hậu\nMặt trận Hải Hậu Nam Định\nFanpage tin tức\n"],
            ["click", "#statuses [data-status=ok]"],
            ["until", "document.querySelectorAll('#cards > li').length === 1"],
            ["text", "#cards .n, #shown"],
            ["click", "#statuses button"],
            ["choose", "rule", "FN206 Giữa hoặc quanh các phần của tên"],
            ["until", "document.querySelector('#cards > li').dataset.s !== 'ok'"],
            ["text", "#cards .n, #shown"],
        ),
        "many": (
            ["clear"],
            files("many"),
            ["run", "document.querySelectorAll('#cards > li').length"],
            ["click", "#next"],
            ["until", "document.querySelector('#place').textContent.startsWith('51')"],
            ["text", "#place"],
        ),
        "marked": (["clear"], files("marked"), ["text", "#faults li"], ["save", "marked"]),
        "new names": (["clear"], files("new names"), ["save", "migrate"]),
        "unreadable": (["clear"], files("unreadable"), ["text", "#faults li"], ["text", "#notes li"]),
        "today": (
            ["clear"],
            ["choose", "day", "hiện nay"],
            ["choose", "units", "Đắk Lắk"],
            ["paste", OF_DAK_LAK],
            ["save", "jsonl"],
        ),
        "any day": (
            ["clear"],
            ["choose", "day", "ngày khác"],
            ["run", "document.querySelector('#date').value = '2024-10-01'"],
            ["choose", "units", "Nam Định"],
            ["paste", OF_2024],
            ["save", "jsonl"],
        ),
        "licences": (["click", "#licences"], ["wait", "#texts:not([hidden])"], ["text", "#texts"], ["click", "#close"]),
        "remembered": (
            ["run", "Object.values({...localStorage})"],
            ["click", "#remember"],
            ["run", "Object.values({...localStorage}).map((text) => JSON.parse(text).province)"],
            ["open"],
            ["ready"],
            [
                "run",
                "document.querySelector('#units').selectedOptions[0].text + document.querySelector('#names').value",
            ],
        ),
    }


def _document(path: Path) -> Path:
    document = Document()
    table = document.add_table(rows=0, cols=2)
    for cells_ in (("STT", "Tên trang"), ("1", "MTTQ Hải Minh Hải Hậu"), ("2", "Mặt trận Hải Hậu Nam Định")):
        for cell, text in zip(table.add_row().cells, cells_, strict=True):
            cell.text = text
    document.save(str(path))
    return path


def _lay_readable(folder: Path) -> None:
    for path in (EXAMPLES / "hai-hau.xlsx", EXAMPLES / "nop.csv", FILES / "names.ods"):
        shutil.copy(path, folder)
    shutil.copy(FILES / "names.xls", folder / "names-97.xls")
    _document(folder / "bang.docx")


def _fill(folder: Path) -> None:
    """Lay down the files of the scenes."""
    for scene in ("many", "marked", "new names", "unreadable"):
        (folder / scene).mkdir()
    (folder / "many" / "nhieu.txt").write_text("\n".join(damaged(6_000)), encoding="utf-8")
    _lay_readable(folder / "marked")
    shutil.copy(EXAMPLES / "nop.csv", folder / "new names")
    for path in (FILES / "locked.xlsx", FILES / "locked.xls", EXAMPLES / "nop.csv"):
        shutil.copy(path, folder / "unreadable")
    for number, content in enumerate(with_doctype(xlsx(), DOCTYPES["billion laughs"])):
        (folder / "unreadable" / f"bom-{number}.xlsx").write_bytes(content)
    (folder / "unreadable" / "anh.xlsx").write_bytes(b"\x89PNG\r\n")


@pytest.fixture(scope="module", params=["chrome", "firefox"])
def visit(request: pytest.FixtureRequest, page: Path, tmp_path_factory: pytest.TempPathFactory) -> Visit:
    """What each browser shows and saves in one visit: Python starts once for all scenes."""
    folder = tmp_path_factory.mktemp(request.param)
    _fill(folder)
    browser = Browser(request.param, program(request.param), page, folder / "downloads")
    return Visit(folder, browser.visit(scenes(folder)))


def test_records_are_byte_for_byte_the_commands(visit: Visit, tmp_path: Path) -> None:
    summed, saved = visit.scenes["records"]
    done = check(tmp_path, "-", "--format", "jsonl", stdin=DAMAGED)
    assert Path(saved).read_bytes() == done.out.encode()
    assert summed in said(done)


def test_what_is_said_in_the_other_language_is_the_commands(visit: Visit, tmp_path: Path) -> None:
    _, _, _, status, cards, saved, *_ = visit.scenes["other language"]
    done = check(tmp_path, "-", "--format", "jsonl", stdin=FEW_DAMAGED, lang="en")
    assert Path(saved).read_bytes() == done.out.encode()
    assert status[0] == "all 20"
    assert [card.partition(" ")[0] for card in cards] == ["row"] * 20


def test_names_are_text_and_never_markup(visit: Visit) -> None:
    _, shown, elements = visit.scenes["markup"]
    assert shown == [MARKUP]
    assert elements == 0


def test_filters_leave_what_they_say(visit: Visit) -> None:
    _, _, _, right, _, _, _, spaced = visit.scenes["filters"]
    assert right == ["Đang hiện: 1", "Mặt trận Hải Hậu Nam Định"]
    assert spaced == ["Đang hiện: 1", "Mat tran Hai Minh - Hải Hậu"]


def test_many_names_are_shown_a_page_at_a_time(visit: Visit) -> None:
    _, summed, shown, _, _, place = visit.scenes["many"]
    names = int(summed.partition(" tên: ")[0])
    assert names > 5_900
    assert shown == 50
    assert place == [f"51–100 / {names:,}".replace(",", ".")]


def test_marked_copies_are_cell_for_cell_the_commands(visit: Visit, tmp_path: Path) -> None:
    _, _, faults, saved = visit.scenes["marked"]
    assert faults == []
    inputs = [Path(shutil.copy(path, tmp_path)) for path in sorted((visit.folder / "marked").iterdir())]
    check(tmp_path, *(path.name for path in inputs), "--format", "xlsx", "-o", "command/")
    with ZipFile(saved) as archive:
        assert archive.namelist() == [f"{path.stem}.xlsx" for path in inputs]
        archive.extractall(tmp_path / "page")
    for path in (tmp_path / "page").iterdir():
        assert cells(path) == cells(tmp_path / "command" / path.name)


def test_new_names_after_mergers_are_the_commands(visit: Visit, tmp_path: Path) -> None:
    *_, saved = visit.scenes["new names"]
    shutil.copy(EXAMPLES / "nop.csv", tmp_path)
    start("migrate", "nop.csv", "--lang", "vi", "-o", "command.xlsx", folder=tmp_path)
    assert cells(Path(saved)) == cells(tmp_path / "command.xlsx")


def test_another_province_of_today(visit: Visit, tmp_path: Path) -> None:
    options = ("--units", "dak_lak_2025", "--lang", "vi", "--format", "jsonl")
    done = start("check", "-", *options, folder=tmp_path, stdin=OF_DAK_LAK)
    assert Path(visit.scenes["today"][-1]).read_bytes() == done.out.encode()
    assert "Ea Kar" in done.out


def test_a_list_of_any_day(visit: Visit, tmp_path: Path) -> None:
    options = ("--units", "Nam Định", "--as-of", "2024-10-01", "--lang", "vi", "--format", "jsonl")
    done = start("check", "-", *options, folder=tmp_path, stdin=OF_2024)
    assert Path(visit.scenes["any day"][-1]).read_bytes() == done.out.encode()


def test_files_that_cannot_be_read_are_told_in_the_commands_words(visit: Visit) -> None:
    _, summed, faults, notes = visit.scenes["unreadable"]
    folder = visit.folder / "unreadable"
    inputs = sorted(folder.iterdir())
    told = said(check(folder, *(path.name for path in inputs)))
    assert summed in told
    assert sorted(faults + notes) == sorted(line for line in told if folder / line.partition(":")[0] in inputs)
    assert len(faults) > 3


def test_licences_of_what_is_inside_are_shown(visit: Visit) -> None:
    _, _, texts, _ = visit.scenes["licences"]
    for licence in (
        "Mozilla Public License Version 2.0",
        "PYTHON SOFTWARE FOUNDATION LICENSE",
        "GNU GENERAL PUBLIC LICENSE",
    ):
        assert licence in texts[0]


def test_only_a_chosen_list_is_remembered(visit: Visit) -> None:
    before, _, after, _, _, anew = visit.scenes["remembered"]
    assert before == []
    assert after == ["Nam Định"]
    assert anew == "Nam Định"


def test_what_is_done_before_it_is_ready_is_not_lost(browser: Browser) -> None:
    *_, early, _, later, summed = browser.drive(
        ["open"],
        ["run", "document.querySelector('#style').value = 'full'"],
        ["click", "#remember"],
        ["run", "document.querySelector('#names').value = 'Mặt trận phường Phủ Lý tỉnh Ninh Bình'"],
        ["click", "#ask button[type=submit]"],
        ["text", "#state"],
        ["ready"],
        ["text", "#state"],
        ["paste", "Mặt trận phường Phủ Lý tỉnh Ninh Bình"],
    )
    assert early[0].startswith(("Đang khởi động", "Hãy chọn tỉnh"))
    assert later == ["Hãy chọn tỉnh, thành phố ở mục 1."]
    assert summed == "Kết quả hiện ở đây"
