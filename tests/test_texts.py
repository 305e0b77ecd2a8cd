"""Every text that people see is there in both languages, and says the same in both."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from unicodedata import is_normalized

from fanpage_names.cli.help_words import PLACEHOLDERS
from fanpage_names.languages import fields_of
from tools.language_catalogue import Template, templates

SRC = Path(__file__).parents[1] / "src" / "fanpage_names"
MODULES = sorted(SRC.rglob("*.py"))

SAME_IN_BOTH = frozenset({"PDF", "RTF", "HTML", "XML", "SmartArt"})
"""Names that are the same everywhere."""

FIELD = re.compile(r"\{([^{}]*)\}")
WORDS = re.compile(r"[^\W\d_]{2,}")
CAPITALS = re.compile(r"\b[A-Z]{2,}\b")


def shown_text(node: ast.expr) -> str:
    """The words in an expression that makes a text."""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(piece.value) for piece in node.values if isinstance(piece, ast.Constant))
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))


def is_one_text(text: Template) -> bool:
    """Whether both languages have the text, with the same fields, and not the same words."""
    names = text.place == "other_words.yaml" or text.vi in SAME_IN_BOTH
    return (
        bool(text.vi.strip()) == bool(text.en.strip())
        and is_normalized("NFC", text.vi)
        and fields_of(text.vi) == fields_of(text.en) >= fields_of(text.one)
        and (text.vi != text.en or names or not WORDS.search(FIELD.sub("", text.vi)))
    )


def test_every_text_is_there_in_both_languages() -> None:
    found = list(templates())
    assert len(found) > 800
    assert [text for text in found if not is_one_text(text)] == []


def test_no_help_or_message_is_in_one_language_only() -> None:
    found = []
    for path in MODULES:
        for call in calls(path):
            shown = [word.value for word in call.keywords if word.arg in {"help", "epilog"}]
            if name_of(call) in {"echo", "print", "tell"}:
                shown += call.args
            texts = [shown_text(node).replace("fanpage-names", "") for node in shown]
            found += [(path.name, call.lineno, text) for text in texts if WORDS.search(FIELD.sub("", text))]
    assert found == []


def test_every_placeholder_of_help_has_a_vietnamese_word() -> None:
    found = {
        word
        for path in MODULES
        for call in calls(path)
        for keyword in call.keywords
        if keyword.arg == "metavar"
        for word in CAPITALS.findall(shown_text(keyword.value))
    }
    assert found
    assert found <= {text.en for text in PLACEHOLDERS}


def test_the_vietnamese_placeholders_are_normalized() -> None:
    assert all(is_normalized("NFC", word) for word in (text.vi for text in PLACEHOLDERS))
