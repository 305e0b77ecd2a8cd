from __future__ import annotations

from pathlib import Path

import pytest

from tests.page.driving import Browser, built, program


@pytest.fixture(scope="session")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp)


@pytest.fixture(params=["chrome", "firefox"])
def browser(request: pytest.FixtureRequest, page: Path, tmp_path: Path) -> Browser:
    return Browser(request.param, program(request.param), page, tmp_path / "downloads")
