"""An older Chromium runs the page; one that is too old, or has no scripts, shows a sentence that says what to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.page.driving import Browser, node, program

pytestmark = pytest.mark.slow

NAMES = "Mat tran Hai Minh - Hải Hậu\\nMặt trận Hải Hậu Nam Định"
CHOOSE = """
const pick = (id, text) => {
  const select = document.getElementById(id);
  select.value = [...select.options].find((option) => option.text.includes(text)).value;
  select.dispatchEvent(new Event("change"));
};
pick("day", "31/12/2021");
pick("units", "Nam Định");
document.getElementById("names").value = "%s";
document.querySelector("#ask [type=submit]").click();
"""


def test_chromium_of_2023(page: Path, tmp_path: Path) -> None:
    done = node(
        "old.mjs",
        {
            "page": str(page),
            "steps": [
                ["until", "'ready' in document.documentElement.dataset"],
                ["run", CHOOSE % NAMES],
                ["until", "document.getElementById('sum').textContent.startsWith('2 tên: 1 đúng')"],
                ["run", "[...document.querySelectorAll('#cards .r')].map((right) => right.childNodes[1].textContent)"],
            ],
        },
    )
    assert re.search(r"/109\.", done["product"])
    assert done["results"][-1] == ["Mặt trận Hải Minh Hải Hậu Nam Định"]


@pytest.mark.parametrize("lacking", ["WebAssembly", "DecompressionStream", "Worker"])
def test_a_browser_that_is_too_old_is_told_so(page: Path, tmp_path: Path, lacking: str) -> None:
    old = tmp_path / "old.html"
    head, body, rest = page.read_text(encoding="utf-8").partition("<body>")
    head = re.sub(r"<meta http-equiv=.*?>", "", head, count=1)
    old.write_text(f"{head}{body}<script>delete window.{lacking};</script>{rest}", encoding="utf-8")
    browser = Browser("chrome", program("chrome"), old, tmp_path / "downloads")
    shown = browser.drive(["open"], ["visible"])[-1]
    assert shown.startswith("Trình duyệt này quá cũ")
    assert "Kiểm tra tên trang" not in shown


def test_without_scripts_a_sentence_stands_there(page: Path) -> None:
    noscript = page.read_text(encoding="utf-8").partition("<noscript>")[2].partition("</noscript>")[0]
    assert "Trang này cần JavaScript" in noscript
    assert 'id="page" hidden' in page.read_text(encoding="utf-8")


def test_the_first_script_is_plain() -> None:
    script = (Path(__file__).parents[2] / "page" / "src" / "start.js").read_text(encoding="utf-8")
    assert not re.search(r"=>|`|\b(let|const|class|async|await)\b|\?\.|\?\?", re.sub(r"//.*", "", script))


def test_a_fault_inside_is_one_line(page: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.html"
    text = page.read_text(encoding="utf-8")
    broken.write_text(text.replace('data-path="python_stdlib.zip"', 'data-path="python_other.zip"'), encoding="utf-8")
    browser = Browser("chrome", program("chrome"), broken, tmp_path / "downloads")
    shown = browser.look(["open"], ["wait", "#faults li"], ["text", "#faults li"])["results"][-1]
    assert len(shown) == 1
    assert len(shown[0]) < 500
