"""`generate`: rows, units asked for, formats, files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import Run, csv_rows

NEWER = "fanpage-names: using the list Nam Định, 31/12/2021 (nam_dinh_units); the one in force today: --units "


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        ("", 237),
        ("--level province", 1),
        ("--level district", 10),
        ("--level commune", 226),
        ("--units nam_dinh_2024", 185),
        ("--units ninh_binh_2025", 130),
        ("--style full", 237),
    ],
)
def test_every_unit_has_a_row_and_names_of_its_own(arguments: str, count: int, run: Run) -> None:
    done = run("generate", "-q", *arguments.split())
    found = csv_rows(done.out)
    assert (done.status, done.err, len(found)) == (0, "", count)
    for column in ("code", "page_name", "username"):
        assert len({row[column] for row in found}) == count


def test_a_district_comes_with_its_communes(run: Run) -> None:
    done = run("generate", "Hải Hậu")
    assert done.out.splitlines()[:3] == [
        "level,code,type,unit,district,province,page_name,username",
        "district,366,huyện,Hải Hậu,,Nam Định,Mặt trận Hải Hậu Nam Định,mattran.haihau.namdinh",
        "commune,14215,thị trấn,Yên Định,Hải Hậu,Nam Định,Mặt trận Yên Định Hải Hậu Nam Định,"
        "mattran.yendinh.haihau.namdinh",
    ]
    assert "Mặt trận Hải Minh Hải Hậu Nam Định" in done.out
    assert len(csv_rows(done.out)) == 35
    assert done.err == f"{NEWER}ninh_binh_2025\n"


@pytest.mark.parametrize("asked", ["Hải Hậu", "hai hau", "huyện Hải Hậu", "hai-hau", "366"])
def test_a_unit_is_found_by_name_code_or_slug(asked: str, run: Run) -> None:
    assert csv_rows(run("generate", asked).out)[0]["code"] == "366"


def test_units_come_once_and_in_the_order_of_the_list(run: Run) -> None:
    done = run("generate", "14233", "Hải Hậu", "Vụ Bản", "--level", "district", "-q")
    assert [row["unit"] for row in csv_rows(done.out)] == ["Vụ Bản", "Hải Hậu"]


@pytest.mark.parametrize("asked", ["Mỹ Lộc", "Xuân Trường"])
def test_a_district_wins_over_its_town_with_a_word_on_stderr(asked: str, run: Run) -> None:
    done = run("generate", asked)
    assert csv_rows(done.out)[0]["level"] == "district"
    assert f"“{asked}”: taken for huyện {asked}" in done.err
    assert run("generate", asked, "-q").err == ""


@pytest.mark.parametrize(("asked", "near"), [("Hải Hấu", "huyện Hải Hậu (366)"), ("Quang Trung", "phường Quang Trung")])
def test_an_unknown_or_ambiguous_unit_is_refused_with_the_nearest(asked: str, near: str, run: Run) -> None:
    done = run("generate", asked, "-q")
    assert (done.status, done.out) == (2, "")
    [line] = done.err.splitlines()
    assert line.startswith("fanpage-names: ")
    assert near in line


def test_full_style(run: Run) -> None:
    found = csv_rows(run("generate", "Hải Minh", "--style", "full").out)
    assert [row["page_name"] for row in found] == ["Mặt trận xã Hải Minh huyện Hải Hậu tỉnh Nam Định"]


def test_json_keeps_empty_cells_apart(run: Run) -> None:
    [row] = json.loads(run("generate", "366", "--level", "district", "--format", "json").out)
    assert row["district"] is None
    assert row["page_name"] == "Mặt trận Hải Hậu Nam Định"


def test_bom_only_where_asked_for_on_stdout(run: Run) -> None:
    assert run("generate", "366").out.startswith("level")
    assert run("generate", "366", "--bom").out.startswith("\ufefflevel")


@pytest.mark.parametrize(
    ("name", "begin"),
    [
        ("a.csv", b"\xef\xbb\xbflevel,"),
        ("a.tsv", b"level\t"),
        ("a.json", b'[\n{"level"'),
        ("a.jsonl", b'{"level"'),
        ("a.md", b"| Level |"),
        ("a.xlsx", b"PK"),
    ],
)
def test_a_file_has_the_format_of_its_ending(name: str, begin: bytes, run: Run, tmp_path: Path) -> None:
    done = run("generate", "366", "-q", "-o", name)
    assert (done.status, done.out, done.err) == (0, "", "")
    assert (tmp_path / name).read_bytes().startswith(begin)


def test_a_file_is_not_replaced_unless_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("mine", encoding="utf-8")
    done = run("generate", "-q", "-o", "a.csv")
    assert (done.status, done.err) == (2, "fanpage-names: a.csv: the file exists; add --force to replace it\n")
    assert (tmp_path / "a.csv").read_text(encoding="utf-8") == "mine"
    assert run("generate", "-q", "-o", "a.csv", "--force").status == 0
    assert "Hải Hậu" in (tmp_path / "a.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", ["xlsx", "csv", "json"])
def test_a_file_in_vietnamese_is_read_back(ending: str, run: Run) -> None:
    assert run("generate", "366", "-q", "--lang", "vi", "-o", f"a.{ending}").status == 0
    done = run("check", f"a.{ending}")
    assert (done.status, done.err.splitlines()[-1]) == (0, "fanpage-names: 35 names: 35 right")


def test_programs_get_the_columns_names_in_every_language(run: Run) -> None:
    for form in ("csv", "tsv", "json", "jsonl"):
        in_vietnamese = run("generate", "366", "-q", "--lang", "vi", "--format", form).out
        assert in_vietnamese == run("generate", "366", "-q", "--lang", "en", "--format", form).out
    assert run("generate", "366", "-q", "--lang", "vi", "--format", "md").out.startswith("| Cấp | Mã |")
