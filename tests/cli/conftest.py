"""The command line in a folder of its own."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from tests.cli.running import Run, start


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run `fanpage-names` with these arguments in a folder of the test's own."""
    return partial(start, folder=tmp_path)
