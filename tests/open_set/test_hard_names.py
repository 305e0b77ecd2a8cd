"""Texts that a person has judged are read as that person reads them."""

from __future__ import annotations

import pytest

from .asked import Asked
from .chronicle import times_of
from .figures import ask, right, wrongly_safe
from .hard_names import hard_names


@pytest.mark.parametrize("asked", hard_names(), ids=lambda asked: asked.text)
def test_a_hard_name(asked: Asked) -> None:
    [said] = ask(times_of(asked.units).units, [asked])
    assert right(said), said.story
    assert not wrongly_safe(said), said.story
