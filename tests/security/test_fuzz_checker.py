"""Any text at all is checked, in a process as users run it: a result each, never an exception."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cli.running import start

ANY_TEXT = st.text(st.characters(), max_size=40)
NAMES = st.sampled_from(
    ["Mặt trận Hải Hậu Nam Định", "MTTQ ", "\ud800", "\U0010ffff", "đ\u0323", "ﷺ", "\x00", "H.", "🏳️‍🌈"]
)
MIXED = st.tuples(NAMES, ANY_TEXT, NAMES).map("".join)
TEXTS = st.lists(st.one_of(ANY_TEXT, NAMES, MIXED), min_size=60, max_size=60).map(
    lambda texts: [*texts, "MTTQ Hải Hậu"]
)


@settings(max_examples=5, deadline=None, derandomize=True)
@given(texts=TEXTS)
def test_any_text_gets_a_result(texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("texts")
    (folder / "a.json").write_text(json.dumps(texts), encoding="ascii")
    done = start("check", "a.json", "--format", "jsonl", "-q", folder=folder)
    assert done.status in (0, 1), done.err
    assert done.err == ""
    results = [json.loads(line) for line in done.out.removesuffix("\n").split("\n")]
    numbers = [result["row"] for result in results]
    assert numbers == sorted(set(numbers))
    for result in results:
        assert result["submitted"].encode("utf-8", "replace") == texts[result["row"] - 1].encode("utf-8", "replace")
        for found in result["diagnostics"]:
            assert result["submitted"][found["start"] : found["end"]] == found["found"]


def test_a_name_on_the_line_that_is_no_utf_8(tmp_path: Path) -> None:
    done = start("check", "--name", "H\udcff\udc80i Hậu", "--format", "json", "-q", folder=tmp_path)
    assert (done.status, done.err) == (1, "")
