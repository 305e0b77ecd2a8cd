"""`units`, `rules` and `explain`: what can be looked up."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from fanpage_names.rules import RULES
from tests.cli.running import Run


def test_list(run: Run) -> None:
    done = run("units", "list", "--level", "district", "--format", "json")
    found = json.loads(done.out)
    assert len(found) == 10
    assert found[0] == {
        "level": "district",
        "code": "356",
        "type": "thành phố",
        "unit": "Nam Định",
        "label": "TP Nam Định",
        "district": None,
        "province": "Nam Định",
    }
    assert run("units", "list", "-q").err == ""


def test_show(run: Run) -> None:
    done = run("units", "show", "hải minh", "-q")
    assert done.out.splitlines() == [
        "Level             commune",
        "Code              14233",
        "Type              xã",
        "Unit              Hải Minh",
        "Label             Hải Minh",
        "District          Hải Hậu",
        "Province          Nam Định",
        "Page name, short  Mặt trận Hải Minh Hải Hậu Nam Định",
        "Page name, full   Mặt trận xã Hải Minh huyện Hải Hậu tỉnh Nam Định",
        "Username          mattran.haiminh.haihau.namdinh",
        "List              nam_dinh_units",
    ]


def test_show_as_json(run: Run) -> None:
    facts = json.loads(run("units", "show", "Hải Hậu", "--format", "json").out)
    assert (facts["code"], facts["district"], facts["districts"], facts["communes"]) == ("366", None, None, 34)


@pytest.mark.parametrize("name", ["nam_dinh_units", "nam_dinh_2024", "ninh_binh_2025"])
def test_the_shipped_lists_are_sound(name: str, run: Run) -> None:
    done = run("units", "validate", name)
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith(f"{name}: provinces: 1, ")


def test_validate_names_every_fault_and_goes_on(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("title: 5\nin_force: x\nprovinces: []\nother: 1\n", encoding="utf-8")
    done = run("units", "validate", "mine.yaml", "nam_dinh_2024", "--lang", "vi")
    assert done.status == 2
    assert done.out == "nam_dinh_2024: 1 tỉnh, 9 đơn vị cấp huyện, 175 đơn vị cấp xã\n"
    lines = done.err.splitlines()
    assert len(lines) > 2
    assert all(line.startswith("fanpage-names: mine.yaml:") for line in lines)


@pytest.mark.parametrize(("lang", "word"), [("en", "Words without their marks."), ("vi", "dấu")])
def test_rules(lang: str, word: str, run: Run) -> None:
    found = json.loads(run("rules", "--format", "json", "--lang", lang).out)
    assert [row["code"] for row in found] == [rule.code for rule in RULES]
    [row] = [row for row in found if row["code"] == "FN301"]
    assert (row["rule"], row["severity"], row["fix"]) == ("missing-diacritics", "error", "safe")
    assert word in row["meaning"]


def test_explain_by_code_or_name(run: Run) -> None:
    by_code = run("explain", "fn206")
    assert by_code.status == 0
    assert by_code == run("explain", "punctuation")
    assert by_code.out.splitlines()[0] == "FN206 punctuation (warning, safe fix)"
    assert "\nWrong: “Mặt trận Hải Minh - Hải Hậu - Nam Định”\n" in by_code.out
    assert "\nRight: “Mặt trận Hải Minh Hải Hậu Nam Định”\n" in by_code.out


def test_explain_in_vietnamese(run: Run) -> None:
    lines = run("explain", "FN501", "--lang", "vi").out.splitlines()
    assert lines[0] == "FN501 unknown-unit (lỗi, không tự sửa)"
    assert [line.partition(":")[0] for line in lines[2:]] == ["Nội dung", "Viết sai", "Viết đúng"]


def test_what_cannot_be_seen_is_spelled_out(run: Run) -> None:
    assert "“Mặt trận\\xa0Hải Hậu Nam Định”" in run("explain", "FN203").out


def test_explain_names_the_list_of_an_example_that_is_not_the_letter_s(run: Run) -> None:
    lines = run("explain", "FN507").out.splitlines()
    assert lines[-3:-1] == ["By the list: ninh_binh_2025", "Wrong: “Mặt trận Giao Minh Nam Định”"]
    assert "By the list" not in run("explain", "FN503").out


def test_explain_several_as_md_and_json(run: Run, tmp_path: Path) -> None:
    md = run("explain", "FN201", "FN202", "--format", "md").out
    assert [line for line in md.splitlines() if line.startswith("## ")] == [
        "## FN201 outer-space (warning, safe fix)",
        "## FN202 repeated-space (warning, safe fix)",
    ]
    assert run("explain", "FN201", "-o", "a.json").status == 0
    [rule] = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert rule["code"] == "FN201"
    assert rule["Example"].endswith("  ")


def test_lists(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("units", "lists").out)))
    assert [row["list"] for row in rows[:3]] == ["ha_noi_2021", "ha_noi_2024", "ha_noi_2025"]
    assert [row["list"] for row in rows[-3:]] == ["vn_2021", "vn_2024", "vn_2025"]
    assert len(rows) == 63 + 63 + 34 + 3
    assert sum(row["in_force"] == "x" for row in rows) == 35
    shown = list(csv.DictReader(io.StringIO(run("units", "lists", "nam dinh").out)))
    assert [(row["list"], row["now_in"]) for row in shown] == [
        ("nam_dinh_units", "Ninh Bình"),
        ("nam_dinh_2024", "Ninh Bình"),
        ("ninh_binh_2025", ""),
    ]


def test_a_list_by_province_and_day(run: Run) -> None:
    for arguments, count in (
        (("--units", "Đắk Lắk"), 103),
        (("--units", "tinh dak lak", "--as-of", "2021-12-31"), 1 + 15 + 184),
        (("--as-of", "hôm nay"), 130),
    ):
        done = run("generate", *arguments)
        assert (done.err, len(done.out.splitlines())) == ("", count + 1)
    before = run("generate", "Bắc Giang", "--units", "Bắc Giang", "--as-of", "2024-03-01")
    assert "changes until 2025-06-30 without a day: 1" in before.err
    gone = run("generate", "--units", "Nam Định")
    assert gone.status == 2
    assert "part of Ninh Bình since 2025-07-01 (--units ninh_binh_2025)" in gone.err


def test_an_office_has_its_own_pattern_for_a_shipped_list(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "fanpage-names.yaml"
    file.write_text(
        'units: dak_lak_2025\npatterns:\n  short: {commune: "MTTQ {commune_label} {province_label}"}\n',
        encoding="utf-8",
    )
    names = run("generate", "--level", "commune", "--format", "json")
    assert json.loads(names.out)[0]["page_name"] == "MTTQ Tuy Hòa Đắk Lắk"
    piped = "".join(f"{row['page_name']}\n" for row in json.loads(names.out))
    assert run("check", "-", stdin=piped).status == 0
    refused = run("generate", "--units", "dak_lak_2021")
    assert refused.status == 2
    assert "“MTTQ Thống Nhất Đắk Lắk” would be the name of two units (24127, 24331)" in refused.err
    file.write_text('units: dak_lak_2025\npatterns: {short: {commune: "MTTQ {district}"}}\n', encoding="utf-8")
    assert "the pattern lacks the unit's own name" in run("generate").err
    file.write_text('units: dak_lak_2025\npatterns: {full: {commune: "{commune} {district}"}}\n', encoding="utf-8")
    assert "the list dak_lak_2025 has no {district}" in run("generate").err
