"""Write the catalogue of a further language, for a translator: `python -m tools.language_catalogue km`.

It holds every text of the program, with the Vietnamese one as a comment, and what a catalogue of that name says
already. Texts that the program no longer has are left out.
"""

from __future__ import annotations

import argparse
import ast
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from fanpage_names.languages import fields_of
from fanpage_names.rules import RULES
from fanpage_names.units.other_words import shipped_other_words

SOURCE = Path(__file__).resolve().parent.parent / "src" / "fanpage_names"
LANGUAGES = SOURCE / "languages"

TAKES_TEXTS = frozenset({"Text", "say", "UseError"})
"""What takes a text in Vietnamese and the same in English."""

PASS_TEXTS_ON = frozenset(
    {"lang.py", "errors.py", "cli/language.py", "rules/base.py", "units/other_words.py", "units/other_words_reading.py"}
)
"""Modules that pass texts on besides, or have them from docstrings or data; these are added here."""

HEAD = """\
# The texts of fanpage-names in another language. Write the translation of each text behind its colon, and leave its
# {fields} as they are; what is empty is said in English. {field:%d/%m/%Y} is a day: d, m and Y may change places.
#
# plural: gettext's expression for the form that a number n takes, as in "n != 1": 0 is the first. A text in brackets
# has a form for each; "0" stands for a language that has but one.
"""


class Template(NamedTuple):
    """A text of the code.

    Attributes:
        place: the module and the line.
        vi: the Vietnamese template.
        en: the English one.
        one: the English one for a single thing; "" where that makes no difference.
    """

    place: str
    vi: str
    en: str
    one: str = ""


class NotStaticError(ValueError):
    """A text that is made while the program runs: no translator can know it."""


def templates() -> Iterator[Template]:
    """Yield every text of the program: those of the code, of the rules' documentation, and of the shipped words.

    Raises:
        NotStaticError: a text of the code is none that stands there as a whole.
    """
    for path in sorted(SOURCE.rglob("*.py")):
        module = path.relative_to(SOURCE).as_posix()
        yield from templates_of(path.read_text(encoding="utf-8"), module, strict=module not in PASS_TEXTS_ON)
    for rule in RULES:
        texts = (rule.meaning(), rule.told("What"), rule.told("Why"))
        yield from (Template(rule.code, text.vi, text.en) for text in texts)
    yield from (Template("other_words.yaml", entry.name.vi, entry.name.en) for entry in shipped_other_words())


def templates_of(source: str, module: str, *, strict: bool = True) -> Iterator[Template]:
    """Yield the texts of one module; where it may pass others on, those are left out.

    Raises:
        NotStaticError: as `templates`.
    """
    tree = ast.parse(source)
    ours = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("fanpage_names.")
        for alias in node.names
    }
    ours |= {node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TAKES_TEXTS & ours:
            place = f"{module}:{node.lineno}"
            one = [word.value for word in node.keywords if word.arg == "one"]
            said = [part.value for part in (*node.args, *one) if isinstance(part, ast.Constant)]
            if len(node.args) == 2 and len(said) == 2 + len(one):
                yield Template(place, *map(str, said))
            elif strict:
                raise NotStaticError(f"{place}: this must be a template with fields, as in `Text`: {ast.unparse(node)}")


def catalogue_text(known: Mapping[str, Any]) -> str:
    """Return the text of a catalogue with all texts, and the translations that are `known`."""
    lines = [HEAD, f"plural: {_quoted(known.get('plural') or 'n != 1')}\n", "texts:"]
    texts, written = known.get("texts") or {}, set()
    for place, vi, en, one in templates():
        if en and en not in written:
            written.add(en)
            said = texts.get(en, ["", ""] if one else "")
            lines += [f"  # {place}: {_quoted(vi)}", f"  {_quoted(en)}: {_quoted(said)}"]
    return "\n".join(lines) + "\n"


def faults(known: Mapping[str, Any]) -> Iterator[str]:
    """Yield the English texts whose translation has other fields than they have, or braces without a pair."""
    for en, said in (known.get("texts") or {}).items():
        for form in said if isinstance(said, list) else [said]:
            try:
                if form and not fields_of(form) <= fields_of(en):
                    yield en
            except ValueError:
                yield en


def _quoted(value: str | Sequence[str]) -> str:
    return json.dumps(value, ensure_ascii=False)


def main() -> None:
    """Read the command line and write the catalogue; name what is wrong with the one that was there."""
    parser = argparse.ArgumentParser(description="Write the catalogue of a language.")
    parser.add_argument("language", help="the language's code, as in `km` or `fr`")
    parser.add_argument("-o", "--output", type=Path, default=LANGUAGES, help="the folder it goes into")
    asked = parser.parse_args()
    path = asked.output / f"{asked.language}.yaml"
    known = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else {}
    for text in faults(known):
        print(f"{path}: other fields than in {_quoted(text)}", file=sys.stderr)
    path.write_text(catalogue_text(known), encoding="utf-8")


if __name__ == "__main__":
    main()
