"""What is said on stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterable

PROGRAM = "fanpage-names"
FAILED = 2
"""Exit status of work that could not be done."""


def tell(lines: Iterable[str]) -> None:
    """Print each line on stderr after the program's name."""
    for line in lines:
        print(f"{PROGRAM}: {line}", file=sys.stderr)
