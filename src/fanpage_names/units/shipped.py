"""The files that come with the package."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path


def shipped_text(file_name: str) -> str:
    """Return the text of a file in the package's `data`."""
    # importlib.resources would do the same, but takes a tenth of a command's start-up time to import.
    package = import_module("fanpage_names.data")
    return Path(str(package.__file__)).with_name(file_name).read_text(encoding="utf-8")
