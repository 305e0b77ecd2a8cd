from __future__ import annotations

import re
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def national_names() -> list[str]:
    lines = (Path(__file__).parent / "national_names.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


@pytest.fixture(scope="session")
def national_words(national_names: list[str]) -> list[str]:
    return sorted({word for name in national_names for word in re.findall(r"[^\W\d_]+", name)})
