"""Which language a run speaks."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from fanpage_names.cli.language import language

VARIABLES = ("FANPAGE_NAMES_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    language.cache_clear()
    yield
    language.cache_clear()


@pytest.mark.parametrize(
    ("line", "variables", "expected"),
    [
        ("check --lang vi", {"FANPAGE_NAMES_LANG": "en"}, "vi"),
        ("check --lang=en", {"FANPAGE_NAMES_LANG": "vi"}, "en"),
        ("check --lang en --lang vi", {}, "vi"),
        ("check -- --lang vi", {"LANG": "C"}, "en"),
        ("check --lang", {"LANG": "C"}, "en"),
        ("check --lang zz", {"FANPAGE_NAMES_LANG": "vi"}, "vi"),
        ("check", {"FANPAGE_NAMES_LANG": "vi", "LC_ALL": "en_US.UTF-8"}, "vi"),
        ("check", {"FANPAGE_NAMES_LANG": "zz", "LANG": "vi_VN.UTF-8"}, "vi"),
        ("check", {"LC_ALL": "en_US.UTF-8", "LANG": "vi_VN"}, "en"),
        ("check", {"LC_MESSAGES": "vi_VN.UTF-8", "LANG": "en_US"}, "vi"),
        ("check", {"LANG": "vi_VN.UTF-8"}, "vi"),
        ("check", {"LANG": "C.UTF-8"}, "en"),
    ],
)
def test_language(line: str, variables: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "argv", ["fanpage-names", *line.split()])

    assert language() == expected


@pytest.mark.parametrize(
    ("name", "expected"), [("Vietnamese_Vietnam", "vi"), ("vi_VN", "vi"), ("English_Ireland", "en"), (None, "en")]
)
def test_a_system_without_posix_variables_is_asked(
    name: str | None, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(sys, "argv", ["fanpage-names"])
    monkeypatch.setattr("locale.getlocale", lambda: (name, None))

    assert language() == expected
