"""The files that come with the package."""

from __future__ import annotations


def shipped_text(file_name: str) -> str:
    """Return the text of a file in the package's `data`."""
    from importlib.resources import files

    return (files("fanpage_names.data") / file_name).read_text(encoding="utf-8")
