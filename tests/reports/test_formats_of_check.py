"""Every output of `check`, compared whole with a golden file, and what none may contain.

A golden file is written anew where it is missing: look at it before it is kept.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from fanpage_names.reports.check_formats import FORMATS
from fanpage_names.reports.colors import COLORS, gravest
from fanpage_names.reports.json_records import record
from fanpage_names.rows import Checked
from fanpage_names.tables.formats import Options
from tests.reports import words_of
from tests.reports.words_of import docx_text

GOLDEN = Path(__file__).parent / "golden"
CASES = {
    "vi.txt": ("text", Options("vi")),
    "en.txt": ("text", Options("en")),
    "vi.csv": ("csv", Options("vi")),
    "bom-raw.csv": ("csv", Options("vi", raw=True, bom=True)),
    "vi.tsv": ("tsv", Options("vi")),
    "vi.json": ("json", Options("vi")),
    "vi.jsonl": ("jsonl", Options("vi")),
    "vi.md": ("md", Options("vi")),
    "en.md": ("md", Options("en")),
    "vi.github": ("github", Options("vi")),
    "vi.html": ("html", Options("vi")),
    "en.html": ("html", Options("en")),
    "vi-100.table": ("table", Options("vi", width=100)),
    "en-80-color.table": ("table", Options("en", width=80, color=True)),
}


def written(name: str, results: Any, options: Options) -> bytes:
    return words_of.written(FORMATS[name], results, options)


@pytest.mark.parametrize("file", CASES)
def test_the_whole_output(file: str, results: list[Checked], monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    name, options = CASES[file]
    if name == "table" and sys.platform == "win32":
        pytest.skip("consoles of Windows get other lines and colours")
    made = written(name, iter(results), options)
    if not (GOLDEN / file).exists():
        (GOLDEN / file).write_bytes(made)
        pytest.fail(f"golden/{file} was missing and has been written: look at it")
    assert made == (GOLDEN / file).read_bytes()


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_nobody_s_name_or_telephone_number(
    name: str, lang: Any, results: list[Checked], personal: tuple[str, ...]
) -> None:
    if name == "xlsx":
        sheet: Any = openpyxl.load_workbook(io.BytesIO(written(name, results, Options(lang)))).active
        text = repr(list(sheet.values))
    elif name == "docx":
        text = docx_text(written(name, results, Options(lang)))
    else:
        text = written(name, results, Options(lang, width=120)).decode()
    assert "Mat tran Hai Minh" in text
    assert not [secret for secret in personal if secret in text]


@pytest.mark.parametrize("name", FORMATS)
def test_no_results_and_a_very_long_name(name: str, long_result: Checked) -> None:
    assert b"Traceback" not in written(name, iter(()), Options("vi", width=100))
    size = len(written(name, [long_result], Options("vi", width=100)))
    whole = name in {"csv", "tsv", "json", "jsonl"}
    assert (size > 100_000) is whole


@pytest.mark.parametrize("name", ["csv", "tsv", "jsonl", "json", "text", "github", "md", "html"])
def test_a_row_is_written_before_the_next_is_asked_for(name: str, results: list[Checked]) -> None:
    stream = io.StringIO()
    lengths = []

    def one_by_one() -> Iterator[Checked]:
        for checked in (results[1], results[1], results[1]):
            yield checked
            lengths.append(len(stream.getvalue()))

    FORMATS[name].write(one_by_one(), stream, Options("vi"))
    assert lengths == sorted(set(lengths))
    assert lengths[0] > 0


def test_json_and_jsonl_hold_the_same_records(results: list[Checked]) -> None:
    records = [record(checked) for checked in results]
    assert json.loads(written("json", results, Options())) == records
    assert [json.loads(line) for line in written("jsonl", results, Options()).splitlines()] == records


def test_the_record_has_its_keys_in_their_order(results: list[Checked]) -> None:
    keys = ["file", "sheet", "row", "submitted", "status", "unit", "canonical", "fixed", "candidates", "diagnostics"]
    plain, linked, earlier = record(results[1]), record(results[4]), record(results[5])
    assert list(plain) == keys
    assert [key for key in linked if key not in keys] == ["link", "fixed_link"]
    assert [key for key in earlier if key not in keys] == ["former"]
    first, *_, last = linked["diagnostics"]
    assert list(first) == ["code", "rule", "severity", "fix", "start", "end", "found", "expected", "message"]
    assert last["cell"] == "link"


def test_json_s_offsets_are_those_of_the_text(results: list[Checked]) -> None:
    for given in map(record, results):
        for found in given["diagnostics"]:
            texts = {"name": given["submitted"], "link": given.get("link"), "unit": "Hải Hậu"}
            text = texts[found.get("cell", "name")]
            assert text[found["start"] : found["end"]] == found["found"]


def test_a_workbook_of_results(results: list[Checked]) -> None:
    sheet: Any = openpyxl.load_workbook(io.BytesIO(written("xlsx", results, Options("vi")))).active
    rows = list(sheet.values)
    assert rows[0][2:5] == ("Dòng", "Tên đã báo cáo", "Kết quả")
    assert rows[2] == (
        "bao-cao.xlsx",
        "Sheet1",
        7,
        "Mat tran Hai Minh - Hải Hậu",
        "sai lệch",
        "14233",
        "Hải Minh",
        "Mặt trận Hải Minh Hải Hậu Nam Định",
        "Mặt trận Hải Minh Hải Hậu Nam Định",
        "FN301 FN206 FN404",
        "mất dấu: “Mặt trận Hải Minh”; thừa dấu “-”; thiếu “Nam Định”",
    )
    for row, one in zip(sheet.iter_rows(min_row=2), results, strict=True):
        found = one.result.diagnostics
        assert row[4].fill.fgColor.rgb == (
            f"FF{COLORS[gravest(each.severity for each in found)]}" if found else "00000000"
        )


@pytest.mark.parametrize("width", [30, 71])
def test_a_narrow_terminal_gets_text(width: int, results: list[Checked]) -> None:
    options = Options("vi", width=width)
    assert written("table", results, options) == written("text", results, options)


def test_a_table_is_drawn_in_steady_memory(results: list[Checked]) -> None:
    shown = written("table", (results[1] for _ in range(1_200)), Options("en", width=120)).decode()
    assert shown.count("Submitted name") == 3
    assert shown.count("FN404") == 1_200


def test_no_output_for_people_can_steer_a_terminal(results: list[Checked]) -> None:
    for name in ("text", "table", "md", "github", "html"):
        shown = written(name, results, Options("vi", width=100)).decode()
        assert all(char.isprintable() or char == "\n" for char in shown), name


def test_only_the_format_that_is_used_is_imported() -> None:
    import subprocess

    program = "import sys, fanpage_names.reports.check_formats; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    heavy = {"rich", "xlsxwriter", "openpyxl", "fanpage_names.reports.check_webpage", "fanpage_names.reports.delimited"}
    assert not heavy & set(done.stdout.split())
