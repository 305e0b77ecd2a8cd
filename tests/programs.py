"""The programs that people open files with: LibreOffice and Chromium.

Starting one takes seconds. Tests that need one are `slow`, skip where it is missing, and print several
files in one start.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from html import escape, unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import pytest

OFFICE = next(filter(None, map(shutil.which, ("soffice", "libreoffice"))), None)
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

_PATIENCE = 600
"""Seconds that a program may take, however much else the machine does."""

Test = TypeVar("Test", bound=Callable[..., None])

DRIVER = """<!doctype html><meta charset="utf-8"><iframe width="WIDTH" height="800" srcdoc="PAGE"></iframe>
<pre></pre><script>
const frame = document.querySelector("iframe");
frame.onload = () => {
  const page = frame.contentDocument, out = [];
  const find = (selector) => page.querySelector(selector);
  const shown = () => [...page.querySelectorAll("ol > li")].filter((item) => item.checkVisibility()).length;
  const input = (element, value) => { element.value = value; element.dispatchEvent(new Event("input")); };
  const choose = (element, value) => { element.value = value; element.dispatchEvent(new Event("change")); };
  out.push((() => { SCRIPT })());
  document.querySelector("pre").textContent = JSON.stringify(out[0]);
};
</script>"""


def in_office(test: Test) -> Test:
    """Mark a test that needs LibreOffice."""
    marked: Test = pytest.mark.slow(pytest.mark.skipif(OFFICE is None, reason="needs LibreOffice")(test))
    return marked


def in_browser(test: Test) -> Test:
    """Mark a test that needs Chromium."""
    marked: Test = pytest.mark.slow(pytest.mark.skipif(BROWSER is None, reason="needs Chromium")(test))
    return marked


@cache
def _profile(program: str) -> TemporaryDirectory[str]:
    """Return a folder for what a program keeps between its starts; its first start, which fills it, takes longest."""
    return TemporaryDirectory(prefix=program, ignore_cleanup_errors=True)


def printed(folder: Path, *files: Path) -> list[Path]:
    """Return files of an office as LibreOffice prints them: PDFs in `folder`, by the names of the files."""
    assert OFFICE is not None
    profile = f"-env:UserInstallation={Path(_profile('office').name).as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE)
    return [folder / f"{file.stem}.pdf" for file in files]


def page_count(pdf: Path) -> int:
    """Return how many pages a PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf.read_bytes()))


def printed_text(pdf: Path) -> str:
    """Return the text of a PDF, laid out as it is there; skips the test where pdftotext is missing."""
    if shutil.which("pdftotext") is None:
        pytest.skip("needs pdftotext")
    command = ["pdftotext", "-layout", str(pdf), "-"]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8", timeout=_PATIENCE).stdout


def browse(*arguments: str) -> str:
    """Return what Chromium prints."""
    assert BROWSER is not None
    profile = f"--user-data-dir={_profile('browser').name}"
    flags = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", profile)
    command = [BROWSER, *flags, *arguments]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8", timeout=_PATIENCE).stdout


def driven(page: str, script: str, folder: Path, width: int = 1_000) -> Any:
    """Return what a script gives that runs beside a page, in a window of a width; `DRIVER` says what it may call."""
    driver = DRIVER.replace("WIDTH", str(width)).replace("SCRIPT", script).replace("PAGE", escape(page))
    (folder / "driver.html").write_text(driver, encoding="utf-8")
    dom = browse("--dump-dom", "--virtual-time-budget=10000", (folder / "driver.html").as_uri())
    made = re.search(r"<pre>(.*?)</pre>", dom, re.DOTALL)
    assert made is not None
    return json.loads(unescape(made[1]))
