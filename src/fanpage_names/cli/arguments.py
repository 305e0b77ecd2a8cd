"""What the command line says, as far as it must be known before the line is parsed: help texts depend on it."""

from __future__ import annotations

import sys
from itertools import takewhile, zip_longest


def last_value(option: str) -> str | None:
    """Return the value of the last `option` on the line; None without one."""
    asked = None
    arguments = _before_the_files()
    for argument, value in zip_longest(arguments, arguments[1:]):
        if argument == option:
            asked = value
        elif argument.startswith(f"{option}="):
            asked = argument.removeprefix(f"{option}=")
    return asked


def has_flag(*flags: str) -> bool:
    """Whether any of these flags is on the line."""
    return any(argument in flags for argument in _before_the_files())


def _before_the_files() -> list[str]:
    return list(takewhile(lambda argument: argument != "--", sys.argv[1:]))
