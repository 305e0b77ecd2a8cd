"""The language of this run, known before the command line is parsed: help texts need it."""

from __future__ import annotations

import os
from functools import cache
from typing import Literal, get_args

from fanpage_names.cli.arguments import last_value
from fanpage_names.cli.configuration import configuration
from fanpage_names.lang import Lang, Text

LANGS: tuple[Lang, ...] = get_args(Lang)
VARIABLE = "FANPAGE_NAMES_LANG"


Source = Literal["option", "environment", "file", "default"]
"""Where what is in force comes from."""


@cache
def language() -> Lang:
    """Return what `--lang` asks for, else FANPAGE_NAMES_LANG, else the configuration file, else the locale."""
    return language_and_source()[0]


def language_and_source() -> tuple[Lang, Source]:
    """Return the language, and what it was chosen by."""
    given = configuration().given.get("lang")
    asked: dict[Source, object] = {
        "option": last_value("--lang"),
        "environment": os.environ.get(VARIABLE),
        "file": given and given.value,
    }
    for source, text in asked.items():
        for lang in LANGS:
            if text == lang:
                return lang, source
    return ("vi" if _locale().lower().startswith("vi") else "en"), "default"


def say(vi: str, en: str) -> str:
    """Return the text in the language of this run."""
    return Text(vi, en).in_lang(language())


def _locale() -> str:
    """Return the locale for messages: what the POSIX variables say, in their order, else the system."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if name := os.environ.get(variable):
            return name
    import locale

    return locale.getlocale()[0] or ""
