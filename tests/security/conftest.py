"""What the tests of hostile files share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.security.worker import Worker, worker


@pytest.fixture(scope="module")
def reader() -> Iterator[Worker]:
    """A process that reads files within the limits of memory and time that are promised."""
    with worker() as one:
        yield one
