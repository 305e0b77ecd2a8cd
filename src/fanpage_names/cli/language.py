"""The language of this run, known before the command line is parsed: help texts need it."""

from __future__ import annotations

import os
import sys
from functools import cache
from itertools import zip_longest
from typing import get_args

from fanpage_names.lang import Lang, Text

LANGS: tuple[Lang, ...] = get_args(Lang)
VARIABLE = "FANPAGE_NAMES_LANG"


@cache
def language() -> Lang:
    """Return what `--lang` asks for, else FANPAGE_NAMES_LANG, else what the locale says."""
    for asked in (_on_the_line(sys.argv[1:]), os.environ.get(VARIABLE)):
        for lang in LANGS:
            if asked == lang:
                return lang
    return "vi" if _locale().lower().startswith("vi") else "en"


def say(vi: str, en: str) -> str:
    """Return the text in the language of this run."""
    return Text(vi, en).in_lang(language())


def _on_the_line(arguments: list[str]) -> str | None:
    """Return the value of the last `--lang` on the line; None without one."""
    asked = None
    for option, value in zip_longest(arguments, arguments[1:]):
        if option == "--":
            break
        if option == "--lang":
            asked = value
        elif option.startswith("--lang="):
            asked = option.removeprefix("--lang=")
    return asked


def _locale() -> str:
    """Return the locale for messages: what the POSIX variables say, in their order, else the system."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if name := os.environ.get(variable):
            return name
    import locale

    return locale.getlocale()[0] or ""
