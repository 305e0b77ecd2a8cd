"""The files that come with the package."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path


def shipped_bytes(file_name: str) -> bytes:
    """Return the content of a file in the package's `data`, wherever the package was loaded from."""
    # importlib.resources would do the same, but takes a tenth of a command's start-up time to import.
    package = import_module("fanpage_names.data")
    loader = package.__spec__.loader if package.__spec__ else None
    content: bytes = loader.get_data(str(Path(str(package.__file__)).with_name(file_name)))  # type: ignore[union-attr]
    return content
