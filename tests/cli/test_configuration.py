"""The configuration file: what it may say, where it is found, what beats what."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
from pathlib import Path

import pytest

from fanpage_names.settings import SETTINGS, load_settings
from fanpage_names.units.faults import UnitsFileError
from tests.cli.running import COMMAND, ENGLISH, Done, Run, start

NAME = "fanpage-names.yaml"
WHOLE = """\
units: ninh_binh_2025
as_of: 2025-12-01
style: full
patterns: {short: {commune: "MTTQ {commune}"}}
targets: [{level: commune, share: 50, before: 2026-12-31}]
lang: vi
select: [FN1, FN301]
ignore: [FN304]
severities: {FN303: error, FN101: error}
other_words: tu-ngu.yaml
column: Tên trang
link_column: 3
unit_column: B
sheet: 2
header_row: 0
encoding: windows-1258
delimiter: ";"
"""


def in_force(done: Done) -> dict[str, tuple[str, str]]:
    rows = csv.DictReader(io.StringIO(done.out))
    return {row["setting"]: (row["value"], row["source"]) for row in rows}


def test_a_file_with_every_key(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(WHOLE, encoding="utf-8")
    found = load_settings(tmp_path / NAME)
    assert list(found) == [setting.key for setting in SETTINGS]
    assert [given.line for given in found.values()] == list(range(1, len(SETTINGS) + 1))
    assert [given.value for given in found.values()] == [
        "ninh_binh_2025",
        "2025-12-01",
        "full",
        ("short commune MTTQ {commune}",),
        ("50% commune before 2026-12-31",),
        "vi",
        "FN1,FN301",
        "FN304",
        ("FN101=error", "FN303=error"),
        str(tmp_path / "tu-ngu.yaml"),
        "Tên trang",
        "3",
        "B",
        "2",
        "0",
        "windows-1258",
        ";",
    ]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "units:\n", "\ufeff# with a mark\n"])
def test_a_file_may_say_nothing(text: str, tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    assert load_settings(tmp_path / NAME) == {}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("nam_dinh_2024", "nam_dinh_2024"),
        ('"2024-10-01"', "2024-10-01"),
        ("2024-10-01", "2024-10-01"),
        ("Đắk Lắk", "Đắk Lắk"),
        ("1/10/2024", "1/10/2024"),
        ("mine.yaml", "{folder}/mine.yaml"),
        ("../lists/mine.yaml", "{folder}/../lists/mine.yaml"),
        ("/lists/mine.yaml", "/lists/mine.yaml"),
    ],
)
def test_a_path_of_units_is_seen_from_the_file(written: str, meant: str, tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(f"units: {written}\n", encoding="utf-8")
    assert Path(str(load_settings(tmp_path / NAME)["units"].value)) == Path(meant.format(folder=tmp_path))


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("stile: full", "unknown key `stile`; use: style"),
        ("style: long", "there is no `style: long`; use: short, full"),
        (
            "targets: [{level: xã, share: 9, before: 2026-12-31}]",
            "there is no `level: xã`; use: province, district, commune",
        ),
        (
            "targets: [{level: commune, share: 0, before: 2026-12-31}]",
            "`share: 0` must be a whole number from 1 to 100",
        ),
        ("lang: zz", "there is no `lang: zz`; use: vi, en"),
        ("units: [a]", "`units` must be one value; write units: ninh_binh_2025"),
        ('units: ""', "`units` must be one value; write units: ninh_binh_2025"),
        ("select: FN1", "`select` must be a list; write select: [FN1, FN301]"),
        ("ignore: [FN9]", "no rule `FN9`; write FN303, or FN3 for the whole family"),
        ("severities: {FN303: grave}", "there is no `FN303: grave`; use: error, warning"),
        ("severities: {FN3: error}", "unknown key `FN3`; use: FN"),
        ("header_row: three", "`header_row: three` must be the number of a row, 0 for no header; write header_row: 3"),
        ("sheet: {a: b}", "`sheet` must be one value; write sheet: 1"),
        ("style: !!python/name:os.system x", "YAML tags are not used"),
        ("- style", "this must be pairs of `key: value`"),
        ("style: [", "not valid YAML"),
    ],
)
def test_a_fault_says_what_to_write(line: str, fault: str, tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_text(f"# mine\n{line}\n", encoding="utf-8")
    with pytest.raises(UnitsFileError) as raised:
        load_settings(path)
    place, text = raised.value.lines("en")[0].split(": ", 1)
    assert place in (f"{path}:2", f"{path}:3")
    assert text.startswith(fault)


def test_every_fault_at_once_and_help_all_the_same(run: Run, tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("stile: full\nlang: zz\nstyle: short\nstyle: full\n", encoding="utf-8")
    done = run("generate", "hai-hau", "-q")
    assert (done.status, done.out) == (2, "")
    lines = done.err.splitlines()
    assert [line.split(": ")[1].rpartition(":")[2] for line in lines] == ["1", "2", "4"]
    assert all(line.startswith(f"fanpage-names: {tmp_path}") for line in lines)
    assert run("generate", "--help").status == 0
    assert run("generate", "hai-hau", "-q", "--no-config").status == 0


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: None, "no such configuration file"),
        (Path.mkdir, "cannot be read"),
        (lambda path: path.write_bytes(b"style: \xff\n"), "not UTF-8 (at byte 7)"),
        (lambda path: path.write_bytes(b"#" * (1 << 20) + b"#"), "too large"),
    ],
)
def test_a_file_that_cannot_be_read(make: object, said: str, run: Run, tmp_path: Path) -> None:
    make(tmp_path / "mine.yaml")  # type: ignore[operator]
    done = run("config", "--config", "mine.yaml")
    assert (done.status, done.out) == (2, "")
    [line] = done.err.splitlines()
    assert line.startswith(f"fanpage-names: mine.yaml: {said}")


def test_the_nearest_file_upwards_wins(tmp_path: Path) -> None:
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert in_force(start("config", folder=below))["style"] == ("short", "default")
    (tmp_path / NAME).write_text("style: full\nunits: nam_dinh_2024\n", encoding="utf-8")
    assert in_force(start("config", folder=below))["style"] == ("full", "file")
    (tmp_path / "a" / NAME).write_text("style: short\n", encoding="utf-8")
    found = in_force(start("config", folder=below))
    assert found["style"] == ("short", "file")
    assert found["units"] == ("nam_dinh_units", "default")


def test_line_beats_environment_beats_file_beats_default(run: Run, tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("lang: vi\nstyle: full\n", encoding="utf-8")
    neither = {"FANPAGE_NAMES_LANG": "", "LC_ALL": "C"}
    assert in_force(run("config", env=neither))["lang"] == ("vi", "file")
    assert in_force(run("config", env={"FANPAGE_NAMES_LANG": "en"}))["lang"] == ("en", "environment")
    assert in_force(run("config", "--lang", "vi", env={"FANPAGE_NAMES_LANG": "en"}))["lang"] == ("vi", "option")
    assert in_force(run("config", "--no-config", env=neither))["lang"] == ("en", "default")
    assert in_force(run("config", "--style", "short"))["style"] == ("short", "option")
    assert in_force(run("config", "--isolated"))["style"] == ("short", "default")
    assert run("config", "--help", env=neither).out.startswith("Cách dùng:")


def test_config_says_where_each_setting_stands(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("# mine\nseverities: {FN303: error}\n", encoding="utf-8")
    for line in (["--config", "mine.yaml", "config"], ["config", "--config=mine.yaml"]):
        done = run(*line, "--format", "json")
        assert done.err == "fanpage-names: configuration file: mine.yaml\n"
        rows = json.loads(done.out)
        assert [row["setting"] for row in rows] == [setting.key for setting in SETTINGS]
        assert {"setting": "severities", "value": "FN303=error", "source": "file", "place": "mine.yaml:2"} in rows


def test_the_commands_follow_the_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("style: full\nignore: [FN202]\nseverities: {FN406: error}\n", encoding="utf-8")
    assert "Mặt trận huyện Hải Hậu tỉnh Nam Định" in run("generate", "hai-hau", "-q").out
    assert "Mặt trận huyện Hải Hậu tỉnh Nam Định" not in run("generate", "hai-hau", "-q", "--style", "short").out
    name = ["check", "--name", "Mặt trận  Hải Hậu tỉnh Nam Định", "--format", "json", "-q"]
    [result] = json.loads(run(*name).out)
    assert {(found["code"], found["severity"]) for found in result["diagnostics"]} == {("FN406", "error")}
    [result] = json.loads(run(*name, "--ignore", "").out)
    assert {found["code"] for found in result["diagnostics"]} == {"FN202", "FN406"}


def test_columns_of_the_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / NAME).write_text('column: 2\nheader_row: 1\ndelimiter: "|"\n', encoding="utf-8")
    (tmp_path / "a.csv").write_text("a|b\nx|Mặt trận Hải Hậu Nam Định\n", encoding="utf-8")
    [result] = json.loads(run("check", "a.csv", "--format", "json", "-q").out)
    assert (result["row"], result["status"]) == (2, "ok")


@pytest.mark.parametrize("key", [setting.key for setting in SETTINGS if setting.parameter])
def test_each_setting_is_an_option_of_config_and_of_the_command_that_takes_it(key: str, run: Run) -> None:
    flag = {"severities": "--severity", "targets": "--target"}.get(key, "--" + key.replace("_", "-"))
    for command in ("config", "report" if key == "targets" else "check"):
        assert f" {flag} " in run(command, "--help").out.replace(",", " ")


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a folder that is in use")
def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    done = subprocess.run(
        ["sh", "-c", 'rmdir "$PWD" && exec "$@"', "sh", *COMMAND, "config", "-q"],
        check=False,
        capture_output=True,
        encoding="utf-8",
        cwd=gone,
        env=ENGLISH,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("setting,value,source,place\n")


def test_words_of_ones_own(run: Run, tmp_path: Path) -> None:
    (tmp_path / "words.yaml").write_text("bodies:\n  - vi: Hội Tem\n    words: [Hội Tem]\n", encoding="utf-8")
    name = ["check", "--name", "Hội Tem Hải Hậu Nam Định", "--format", "json", "-q"]
    asked = run(*name, "--other-words", "words.yaml").out
    (tmp_path / NAME).write_text("other_words: words.yaml\n", encoding="utf-8")
    assert run(*name).out == asked
    [result] = json.loads(asked)
    assert [(found["code"], found["found"]) for found in result["diagnostics"]] == [("FN410", "Hội Tem")]


def test_a_fault_in_words_of_ones_own(run: Run, tmp_path: Path) -> None:
    (tmp_path / "words.yaml").write_text("bodies:\n  - words: [Hội Tem]\n", encoding="utf-8")
    done = run("check", "--name", "Hải Hậu", "--other-words", "words.yaml", "-q")
    assert (done.status, done.err) == (2, "fanpage-names: words.yaml:2: `vi` is missing; add vi: …\n")
