"""The language of this run, known before the command line is parsed: help texts need it."""

from __future__ import annotations

import os
from functools import cache
from typing import Literal

from fanpage_names.cli.arguments import last_value
from fanpage_names.cli.configuration import configuration
from fanpage_names.lang import Lang, Text
from fanpage_names.languages import known

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
        for lang in known():
            if text == lang:
                return lang, source
    locale = _locale().lower()
    return next((lang for lang in known() if locale.startswith(lang)), "en"), "default"


def say(vi: str, en: str, **fields: object) -> str:
    """Return the text in the language of this run; the arguments are those of `Text`."""
    return Text(vi, en).format(**fields).in_lang(language())


def _locale() -> str:
    """Return the locale for messages: what the POSIX variables say, in their order, else the system."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if name := os.environ.get(variable):
            return name
    import locale

    return locale.getlocale()[0] or ""
