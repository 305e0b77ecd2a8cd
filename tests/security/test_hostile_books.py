"""Each kind of file that asks for more than it is long for ends in rows or in one line, with 2 GB and in 10 seconds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.security.hostile_books import BOOKS
from tests.security.worker import What, Worker


@pytest.mark.parametrize("name", BOOKS)
def test_it_ends_in_rows_or_in_one_line(name: str, reader: Worker, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(BOOKS[name]())
    reader.read(path)


@pytest.mark.slow
@pytest.mark.parametrize("what", ["mark", "mark in place", "mend"])
@pytest.mark.parametrize("name", BOOKS)
def test_its_copies_end_so_too(name: str, what: What, reader: Worker, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(BOOKS[name]())
    reader.ask(what, path)
