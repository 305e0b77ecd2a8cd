"""What SECURITY.md promises is tested by the tests that it names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROMISES = re.findall(
    r"^\| (?!What|---)(.+?) \| (.+?) \|$", (ROOT / "SECURITY.md").read_text(encoding="utf-8"), re.MULTILINE
)
DEFINED = frozenset(
    name
    for path in (ROOT / "tests").rglob("test_*.py")
    for name in re.findall(r"^def (test_\w+)\(", path.read_text(encoding="utf-8"), re.MULTILINE)
)


@pytest.mark.parametrize(("promise", "tests"), PROMISES)
def test_a_promise_is_tested(promise: str, tests: str) -> None:
    named = re.findall(r"`(\w+)`", tests)
    assert named, promise
    assert set(named) <= DEFINED


def test_there_are_promises() -> None:
    assert len(PROMISES) > 10
