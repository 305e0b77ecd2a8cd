"""Every text that people see is there in both languages, and says the same in both."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from unicodedata import is_normalized

import pytest

from fanpage_names.cli.help_words import PLACEHOLDERS

SRC = Path(__file__).parents[1] / "src" / "fanpage_names"
MODULES = sorted(SRC.rglob("*.py"))

PAIRS = {"Text": 0, "say": 0, "UseError": 0, "add": 1, "stop": 1}
"""Calls that take a text in Vietnamese and one in English, and at which argument they begin."""

SAME_IN_BOTH = frozenset({"PDF", "RTF", "HTML", "XML", "SmartArt"})
"""Names that are the same everywhere."""

FIELD = re.compile(r"\{([^{}]*)\}")
LANGUAGE_OF_A_FIELD = re.compile(r"(?:\b|[._])(?:vi|en)$")
WORDS = re.compile(r"[^\W\d_]{2,}")
CAPITALS = re.compile(r"\b[A-Z]{2,}\b")


class Pair(NamedTuple):
    place: str
    vi: str
    en: str


def template(node: ast.expr) -> str | None:
    """The text that an expression makes, its fields in braces; None where it cannot be told from the source."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        pieces = (
            piece.value if isinstance(piece, ast.Constant) else f"{{{ast.unparse(piece.value)}}}"  # type: ignore[attr-defined]
            for piece in node.values
        )
        return "".join(map(str, pieces))
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = template(node.left), template(node.right)
        return None if left is None or right is None else left + right
    return None


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))


def pairs(path: Path) -> Iterator[Pair]:
    for call in calls(path):
        first = PAIRS.get(name_of(call))
        if first is None or len(call.args) != first + 2:
            continue
        vi, en = (template(argument) for argument in call.args[first:])
        if vi is not None and en is not None:
            yield Pair(f"{path.relative_to(SRC)}:{call.lineno}", vi, en)


ALL_PAIRS = [pair for path in MODULES for pair in pairs(path)]


def fields(text: str) -> set[str]:
    return {LANGUAGE_OF_A_FIELD.sub("", field) for field in FIELD.findall(text)}


def test_the_pairs_are_found() -> None:
    assert len(ALL_PAIRS) > 300


@pytest.mark.parametrize("pair", ALL_PAIRS, ids=[pair.place for pair in ALL_PAIRS])
def test_a_text_is_there_in_both_languages(pair: Pair) -> None:
    assert bool(pair.vi.strip()) == bool(pair.en.strip()), "one language only"
    assert is_normalized("NFC", pair.vi)
    assert fields(pair.vi) == fields(pair.en)
    assert pair.vi != pair.en or pair.vi in SAME_IN_BOTH or not WORDS.search(FIELD.sub("", pair.vi))


@pytest.mark.parametrize("path", MODULES, ids=[str(path.relative_to(SRC)) for path in MODULES])
def test_no_help_or_message_is_in_one_language_only(path: Path) -> None:
    for call in calls(path):
        shown = [word.value for word in call.keywords if word.arg in {"help", "epilog"}]
        if name_of(call) in {"echo", "print", "tell"}:
            shown += call.args
        for node in shown:
            text = FIELD.sub("", template(node) or "")
            assert not WORDS.search(text.replace("fanpage-names", "")), f"line {call.lineno}: {text}"


@pytest.mark.parametrize("path", MODULES, ids=[str(path.relative_to(SRC)) for path in MODULES])
def test_every_placeholder_of_help_has_a_vietnamese_word(path: Path) -> None:
    for call in calls(path):
        for keyword in call.keywords:
            if keyword.arg == "metavar":
                assert set(CAPITALS.findall(template(keyword.value) or "")) <= PLACEHOLDERS.keys(), call.lineno


def test_the_vietnamese_placeholders_are_normalized() -> None:
    assert all(is_normalized("NFC", word) for word in PLACEHOLDERS.values())
