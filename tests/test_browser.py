"""What the web page asks for is what the command says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from fanpage_names.browser.desk import Desk
from fanpage_names.units.catalogue import catalogue
from tests.cli.running import Done, start

NAMES = "MTTQ Hải Minh Hải Hậu\nMặt trận Hải Hậu Nam Định\nFanpage tin tức\n"
LISTED = "STT,Tên trang,Đường link\n1,Mat tran Hai Minh Hai Hau,https://m.facebook.com/haiminh\n2,Mặt trận Cồn,\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.chdir(tmp_path)
    Path("nop.csv").write_text(LISTED, encoding="utf-8")
    Path("khac.csv").write_text(LISTED, encoding="utf-8")
    Path("anh.png").write_bytes(b"\x89PNG\r\n")
    return Desk(lambda _: None)


def run(*arguments: str, stdin: str = "") -> Done:
    return start(*arguments, "--lang", "vi", folder=Path(), stdin=stdin)


def asked(*files: str, lang: str = "vi", pasted: str = "") -> str:
    chosen = {"units": "nam_dinh_2024", "day": None, "style": "short", "lang": lang}
    return json.dumps({**chosen, "files": files, "pasted": pasted})


def cells(path: str) -> list[tuple[str, list[tuple[object, ...]]]]:
    return [(sheet.title, list(sheet.iter_rows(values_only=True))) for sheet in load_workbook(path).worksheets]


def answers(desk: Desk, request: str) -> dict[str, Any]:
    """All answers to a check as one: lists joined."""
    found: dict[str, Any] = {"cards": []}
    for answer in map(json.loads, desk.check(request)):
        found["cards"] += answer.pop("cards", [])
        found |= answer
    return found


def test_every_shipped_list_of_a_province_can_be_chosen_by_day(desk: Desk) -> None:
    days = json.loads(desk.choices())["days"]
    assert [day["vi"][:10] for day in days] == ["hiện nay (", "30/06/2025", "31/12/2021"]
    assert [len(day["lists"]) for day in days] == [34, 63, 63]
    assert {"name": "nam_dinh_2024", "province": "Nam Định"} in days[1]["lists"]
    assert {each["name"] for day in days for each in day["lists"]} < catalogue().keys()


def test_cards_say_where_and_what(desk: Desk) -> None:
    found = answers(desk, asked("-", pasted=NAMES))
    assert [card[0] for card in found["cards"]] == ["dòng 1", "dòng 2", "dòng 3"]
    assert [card[2] for card in found["cards"]] == ["deviates", "ok", "unknown"]
    assert "".join(text for text, *_ in found["cards"][0][3]) == "MTTQ Hải Minh Hải Hậu"
    assert found["sum"][0].startswith("3 tên: ")
    assert found["faults"] == []


@pytest.mark.parametrize("format_", ["jsonl", "csv", "html", "md"])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_files_are_byte_for_byte_the_commands(desk: Desk, format_: str, lang: str) -> None:
    files = ("-", "nop.csv", "khac.csv")
    options = ("--units", "nam_dinh_2024", "--lang", lang, "--format", format_, "-o", "command")
    start("check", *files, *options, folder=Path(), stdin=NAMES)
    desk.write(asked(*files, lang=lang, pasted=NAMES), format_, "page")
    assert Path("page").read_bytes() == Path("command").read_bytes()


@pytest.mark.parametrize("day", ["2019-05-01", "2023-05-01", "2024-10-01"])
def test_a_list_of_any_day(desk: Desk, day: str) -> None:
    request = json.dumps({**json.loads(asked("nop.csv")), "units": "nghe_an_2021", "day": day})
    desk.write(request, "jsonl", "page")
    done = run("check", "nop.csv", "--units", "Nghệ An", "--as-of", day, "--format", "jsonl", "-o", "command")
    assert Path("page").read_bytes() == Path("command").read_bytes()
    notes = [line.removeprefix("fanpage-names: ") for line in done.err.splitlines()]
    assert set(answers(desk, request)["notes"]) <= set(notes)
    assert any("danh mục" in note for note in answers(desk, request)["notes"]) == any(
        "danh mục" in note for note in notes
    )


def test_marked_copies_of_several_files_come_in_one_zip(desk: Desk) -> None:
    said = json.loads(desk.write(asked("nop.csv", "anh.png", "khac.csv"), "marked", "marked.zip"))
    assert [line.partition(":")[0] for line in said["faults"]] == ["anh.png"]
    run("check", "nop.csv", "khac.csv", "--units", "nam_dinh_2024", "-o", "marked/")
    with ZipFile("marked.zip") as archive:
        assert archive.namelist() == ["nop.xlsx", "khac.xlsx"]
        archive.extractall("page")
    for name in ("nop.xlsx", "khac.xlsx"):
        assert cells(f"page/{name}") == cells(f"marked/{name}")


def test_names_after_mergers(desk: Desk) -> None:
    desk.write(asked("nop.csv"), "migrate", "page.xlsx")
    run("migrate", "nop.csv", "--from", "nam_dinh_2024", "-o", "command.xlsx")
    assert cells("page.xlsx") == cells("command.xlsx")


def test_what_carries_no_name_is_told_as_the_command_does(desk: Desk) -> None:
    Path("co-tong.csv").write_text(LISTED + "Tổng cộng,,\n", encoding="utf-8")
    (note,) = answers(desk, asked("co-tong.csv"))["notes"]
    assert f"fanpage-names: {note}" in run("check", "co-tong.csv", "--units", "nam_dinh_2024").err.splitlines()


def test_names_of_another_list_are_noticed(desk: Desk) -> None:
    names = "Mặt trận Ea Kar Đắk Lắk\nMặt trận Krông Búk Đắk Lắk\nMặt trận Ea Drăng Đắk Lắk\n"
    first, *_ = answers(desk, asked("anh.png", "-", pasted=names))["faults"]
    assert first.startswith("nhầm danh mục? 3 trong 3 tên là của Đắk Lắk, danh mục hiện nay")


def test_the_report_is_the_commands(desk: Desk) -> None:
    desk.write(asked("nop.csv", "anh.png"), "report", "page.html")
    run("report", "nop.csv", "anh.png", "--units", "nam_dinh_2024", "-o", "command.html")
    assert Path("page.html").read_bytes() == Path("command.html").read_bytes()


@pytest.mark.parametrize("format_", ["csv", "report", "migrate"])
def test_nothing_is_written_where_nothing_can_be_read(desk: Desk, format_: str) -> None:
    said = json.loads(desk.write(asked("anh.png"), format_, "page"))
    assert len(said["faults"]) == 1
    assert not Path("page").exists()


def test_what_goes_wrong_is_said_in_the_commands_words(desk: Desk) -> None:
    found = answers(desk, asked("anh.png", "nop.csv"))
    assert found["faults"] == [run("check", "anh.png").err.splitlines()[-1].partition(": ")[2]]
    assert len(found["cards"]) == 2


def test_an_unexpected_error_is_one_line(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("!" * 10_000)

    monkeypatch.setattr("fanpage_names.browser.desk.check_rows", broken)
    (line,) = answers(desk, asked("nop.csv"))["faults"]
    assert "ZeroDivisionError" in line
    assert len(line) < 400
