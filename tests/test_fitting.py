"""Names of another list than the one in use are noticed; names that are only wrong are not."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from openpyxl import load_workbook

from fanpage_names.check import Checker
from fanpage_names.fitting import better_list
from fanpage_names.naming import canonical_names
from fanpage_names.units.loading import DEFAULT_UNITS, load_units
from tests.cli.running import Done, start
from tests.reports.words_of import docx_text

LETTER = Checker(load_units(DEFAULT_UNITS))


@cache
def names(list_id: str) -> Sequence[str]:
    return tuple(canonical_names(load_units(list_id), "short").values())[1:]


@pytest.mark.parametrize(
    ("found", "better"),
    [
        (names("ninh_binh_2025"), "ninh_binh_2025"),
        (names("dak_lak_2025"), "dak_lak_2025"),
        (names("ha_nam_2021")[20:], "ha_nam_2021"),
        ([name.replace("Mặt trận", "MTTQ xã") for name in names("ninh_binh_2025")], "ninh_binh_2025"),
        (names(DEFAULT_UNITS), None),
        (names("nam_dinh_2024"), None),
        (names("ninh_binh_2025")[:2], None),
        ([*names("ninh_binh_2025")[:60], *names(DEFAULT_UNITS)[:20]], None),
        ([*names("ninh_binh_2025")[:60], *["Tin tức 24h"] * 61], None),
        ([*names("hue_2025")[:12], *names("hue_2024")[-12:], *["Tin tức 24h"] * 6], "hue_2025"),  # then and now
        ([*names("dak_lak_2025")[:12], *names("dak_lak_2024")[-12:], *["Tin tức 24h"] * 6], "dak_lak_2025"),
        ([*names("hue_2025")[:6], *names("hue_2024")[-6:], *["Tin tức 24h"] * 18], None),
        (["Mặt trận Hải Mèo Hải Hậu Nam Định"] * 20, None),
        ([], None),
    ],
)
def test_better_list(found: Sequence[str], better: str | None) -> None:
    fit = better_list(found, LETTER)
    assert (fit and fit.name) == better


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    (tmp_path / "nop.txt").write_text("\n".join(names("ninh_binh_2025")), encoding="utf-8")
    return tmp_path


SAID = "the wrong list? 129 of 129 names are of Ninh Bình (ninh_binh_2025), not of Nam Định, 31/12/2021"


def lines(done: Done) -> Sequence[str]:
    return [line.removeprefix("fanpage-names: ") for line in done.err.splitlines()]


@pytest.mark.parametrize("command", ["check", "report"])
def test_said_first_and_last(command: str, wrong: Path) -> None:
    told = lines(start(command, "nop.txt", "-q", folder=wrong))
    assert [line.startswith(SAID) for line in (told[0], told[-1])] == [True, True]
    assert told[0].endswith("add: --units ninh_binh_2025")
    page = start(command, "nop.txt", "--format", "html", folder=wrong).out
    assert page.count(SAID) >= 2


def test_said_last_of_names_that_somebody_is_still_writing(wrong: Path) -> None:
    typed = (wrong / "nop.txt").read_bytes()
    done = start("check", "-", "--format", "csv", stdin=typed, folder=wrong)
    told = lines(done)
    assert [line.startswith(SAID) for line in (told[0], told[-1])] == [False, True]
    assert start("check", "-", "-o", "out.html", "-q", stdin=typed, folder=wrong).status == 1
    assert SAID in (wrong / "out.html").read_text("utf-8")


def test_said_first_and_last_in_the_report_s_workbook(wrong: Path) -> None:
    start("report", "nop.txt", "-o", "out.xlsx", "-q", folder=wrong)
    book = load_workbook(wrong / "out.xlsx")
    texts = [str(cell) for row in book.worksheets[0].iter_rows(values_only=True) for cell in row if cell]
    assert sum(text.startswith(SAID) for text in texts) == 2


def test_said_first_and_last_in_what_check_writes(wrong: Path) -> None:
    for sources, out in (("nop.txt", "one.xlsx"), ("nop.txt nop.txt", "list.xlsx")):
        start("check", *sources.split(), "-o", out, "-q", folder=wrong)
        sheet = load_workbook(wrong / out).worksheets[-1]
        texts = [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell]
        assert [text.startswith(SAID[:15]) for text in (texts[0], texts[-1])] == [True, True]
    start("check", "nop.txt", "-o", "list.docx", "-q", folder=wrong)
    assert docx_text((wrong / "list.docx").read_bytes()).count(SAID) == 2


@pytest.mark.parametrize("arguments", [("fix", "nop.txt", "-o", "out.txt"), ("migrate", "nop.txt")])
def test_nothing_is_written_until_a_list_is_chosen(arguments: Sequence[str], wrong: Path) -> None:
    done = start(*arguments, folder=wrong)
    assert (done.status, done.out, lines(done)[-1].startswith(SAID)) == (2, "", True)
    option = "--from" if arguments[0] == "migrate" else "--units"
    for name in ("ninh_binh_2025", DEFAULT_UNITS):
        assert start(*arguments, option, name, "--exit-zero", "--force", folder=wrong).status == 0


def test_a_configuration_chooses_too(wrong: Path) -> None:
    (wrong / "fanpage-names.yaml").write_text("units: nam_dinh_units\n", encoding="utf-8")
    assert SAID not in start("check", "nop.txt", folder=wrong).err
