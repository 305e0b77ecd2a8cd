"""The page in real browsers: built once, opened from a folder, and driven by Node as a person would."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
BUILT = "FANPAGE_NAMES_PAGE"
"""The environment variable that names a page built before; without it the page is built first."""

PROGRAMS = {"chrome": ("chromium", "google-chrome", "chrome"), "firefox": ("firefox-esr", "firefox")}
READY = (["open"], ["ready"], ["choose", "day", "31/12/2021"], ["choose", "units", "Nam Định"])


@dataclass(frozen=True)
class Browser:
    """One browser and the page.

    Attributes:
        name: chrome or firefox.
        program: the path of its program.
        page: the page.
        downloads: the folder that it saves to.
    """

    name: str
    program: str
    page: Path
    downloads: Path

    def drive(self, *steps: Sequence[object], page: Path | None = None, patience: int = 300_000) -> list[Any]:
        """Return what each step gave; every error that the page reports fails the test. See drive.mjs for the steps."""
        found = self.look(*steps, page=page, patience=patience)
        assert found["errors"] == []
        results: list[Any] = found["results"]
        return results

    def visit(self, scenes: Mapping[str, Sequence[Sequence[object]]]) -> Mapping[str, list[Any]]:
        """Return what each step of each scene gave; all in one visit to the page, one scene after the other."""
        given = iter(self.drive(*chain.from_iterable(scenes.values())))
        return {name: list(islice(given, len(steps))) for name, steps in scenes.items()}

    def look(self, *steps: Sequence[object], page: Path | None = None, patience: int = 300_000) -> dict[str, Any]:
        """Return what each step gave, and the errors that the page reported."""
        self.downloads.mkdir(exist_ok=True)
        job = {
            "browser": self.name,
            "program": self.program,
            "page": str(page or self.page),
            "downloads": str(self.downloads),
            "steps": steps,
            "patience": patience,
        }
        found: dict[str, Any] = node("drive.mjs", job)
        return found


def node(script: str, job: object) -> Any:
    """Return what a script of this folder makes of a job."""
    done = subprocess.run(
        ["node", str(Path(__file__).with_name(script))],
        check=False,
        input=json.dumps(job).encode(),
        capture_output=True,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def program(name: str) -> str:
    """Return the path of a browser; skips the test where there is none."""
    for candidate in PROGRAMS[name]:
        if found := shutil.which(candidate):
            return found
    return pytest.skip(f"needs {name}")


def built(folder: Callable[[str], Path]) -> Path:
    """Return the page, with what tests need to drive it; skips where there is no Node."""
    if shutil.which("node") is None or not (ROOT / "page" / "node_modules" / "puppeteer-core").is_dir():
        pytest.skip("needs node, and `npm ci` in the folder page")
    if ready := os.environ.get(BUILT):
        return Path(ready)
    import build_page

    page = folder("page") / "kiem-tra.html"
    build_page.build(page)
    return page
