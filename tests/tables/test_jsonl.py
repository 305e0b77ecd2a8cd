"""json and json lines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fanpage_names.errors import UseError
from fanpage_names.tables.grid import ReadOptions
from tests.tables.reading_cases import NAMES, names, numbered, rows, written

LINK = "https://www.facebook.com/a"
OBJECTS = [
    {"tt": number, "Tên trang": name, "Đường link": LINK, "Số điện thoại": None} for number, name in enumerate(NAMES)
]


def test_texts(tmp_path: Path) -> None:
    lines = [json.dumps(name) for name in NAMES]
    assert numbered(written(tmp_path / "a.jsonl", ["", *lines])) == list(enumerate(NAMES, 2))
    assert numbered(written(tmp_path / "a.json", [json.dumps(NAMES)])) == list(enumerate(NAMES, 1))


def test_objects(tmp_path: Path) -> None:
    path = written(tmp_path / "a.json", [json.dumps(OBJECTS, indent=1)])
    assert numbered(path) == list(enumerate(NAMES, 1))
    assert (rows(path)[0].link, rows(path)[0].telephone, rows(path)[0].unit) == (LINK, "", None)
    assert rows(path)[0].sheet is None


def test_each_object_has_its_own_keys(tmp_path: Path) -> None:
    objects = [{"page_name": NAMES[0]}, {"url": LINK, "name": NAMES[1]}, NAMES[2], {"note": "x"}, {"page_name": 7}]
    path = written(tmp_path / "a.jsonl", map(json.dumps, objects))
    assert [(row.row, row.name, row.link) for row in rows(path)] == [
        (1, NAMES[0], None), (2, NAMES[1], LINK), (3, NAMES[2], None)
    ]  # fmt: skip


def test_what_check_writes_is_read_back(tmp_path: Path) -> None:
    line = {"file": "a", "row": 3, "submitted": NAMES[0], "status": "ok", "unit": {"code": "366"}, "diagnostics": []}
    path = written(tmp_path / "a.jsonl", [json.dumps(line)])
    assert [(row.name, row.unit) for row in rows(path)] == [(NAMES[0], "")]


def test_a_told_key(tmp_path: Path) -> None:
    path = written(tmp_path / "a.json", [json.dumps([{"page name": "x", "y": NAMES[0]}])])
    assert names(path, ReadOptions(column="y")) == [NAMES[0]]


def test_no_key_for_names(tmp_path: Path) -> None:
    path = written(tmp_path / "a.json", [json.dumps([{"a": "b", "c": 1}])])
    with pytest.raises(UseError, match=r"no column looks like page names.*A 'a', B 'c'"):
        names(path)


@pytest.mark.parametrize("content", ["", "\n", "[]"])
def test_nothing_in_it(tmp_path: Path, content: str) -> None:
    assert names(written(tmp_path / "a.jsonl", [])) == []
    if content == "[]":
        assert names(written(tmp_path / "a.json", [content])) == []


@pytest.mark.parametrize(
    ("ending", "content", "message"),
    [
        (".json", "[1", "line 2, column 1"),
        (".json", '["a",\n]', "line 2, column 1"),
        (".json", '{"a": 1}', "must be a JSON array"),
        (".json", "[" * 200_000, "must be a JSON array"),
        (".json", '["a", 5]', "item 2"),
        (".json", f"[{'9' * 5000}]", "must be a JSON array"),
        (".jsonl", '"a"\n\n{"a"', "line 3"),
        (".jsonl", '"a"\nnull', "line 2"),
        (".jsonl", "[" * 200_000, "line 1"),
    ],
    ids=range(9),
)
def test_bad_json(tmp_path: Path, ending: str, content: str, message: str) -> None:
    with pytest.raises(UseError, match=message):
        names(written(tmp_path / f"a{ending}", [content]))
