"""Other languages than Vietnamese and English: a catalogue each, `<code>.yaml` beside this file.

A catalogue is what `python -m tools.language_catalogue CODE` writes, filled in by a translator: under `texts` each
English text and its translation, with the same fields. A text that is not there, is empty or has fields of its own is
said in English.

    plural: "n != 1"
    texts:
      "{n} names": ["{n} nom", "{n} noms"]

`plural` is the expression by which gettext chooses a form (0 is the first) by the number `n`; a text that is a list has
a form for each of its values.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from string import Formatter
from typing import NamedTuple

BESIDE_EACH_OTHER = ("vi", "en")
"""The languages that need no catalogue: each text of the code has both."""

_HERE = Path(__file__).parent
_ENDING = ".yaml"


class Catalogue(NamedTuple):
    """The texts of one language.

    Attributes:
        texts: the forms of each text, by its English template.
        form: which form a number takes.
    """

    texts: Mapping[str, Sequence[str]]
    form: Callable[[int], int]


@cache
def known() -> tuple[str, ...]:
    """Return the codes of all languages that messages can be in."""
    try:
        files = sorted(os.listdir(_HERE))  # noqa: PTH208 - a folder of paths takes longer, at every start
    except OSError:  # packed into an archive, as in the web page
        files = []
    return (*BESIDE_EACH_OTHER, *(name.removesuffix(_ENDING) for name in files if name.endswith(_ENDING)))


def translation(lang: str, english: str, number: object) -> str | None:
    """Return a text's template in another language; None where it has none.

    Args:
        lang: the language's code.
        english: the English template.
        number: what the text counts, where it counts something.
    """
    texts, form = _catalogue(lang)
    forms = texts.get(english)
    if not forms:
        return None
    wanted = form(number) if isinstance(number, int) and len(forms) > 1 else 0
    return forms[min(wanted, len(forms) - 1)]


def fields_of(template: str) -> frozenset[tuple[str, str]]:
    """Return the names of a template's fields, each with how it is written; a day may be written in any order.

    Raises:
        ValueError: its braces do not match.
    """
    parts = Formatter().parse(template)
    return frozenset((name, "%" if spec and spec[0] == "%" else f"{how}{spec}") for _, name, spec, how in parts if name)


@cache
def _catalogue(lang: str) -> Catalogue:
    import yaml

    if lang not in known() or lang in BESIDE_EACH_OTHER:
        return read_catalogue(None)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return read_catalogue(yaml.load((_HERE / f"{lang}{_ENDING}").read_bytes(), loader))
    except yaml.YAMLError:  # no message can be said of it in this language
        return read_catalogue(None)


def read_catalogue(content: object) -> Catalogue:
    """Return a catalogue from what its file says; what cannot be used is left out, and so said in English."""
    from gettext import c2py

    keys = content if isinstance(content, dict) else {}
    texts = keys.get("texts")
    found = {}
    for english, said in texts.items() if isinstance(texts, dict) else ():
        forms = said if isinstance(said, list) else [said]
        if all(isinstance(form, str) and form and _fits(form, english) for form in forms):
            found[english] = forms
    try:
        return Catalogue(found, c2py(str(keys.get("plural") or "0")))
    except ValueError:
        return Catalogue(found, c2py("0"))


def _fits(form: str, english: str) -> bool:
    try:
        return fields_of(form) <= fields_of(english)
    except ValueError:
        return False
