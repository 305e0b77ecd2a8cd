"""The report as a web page: nothing from outside, both languages, and driven in a browser."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from fanpage_names.coverage.counting import count
from fanpage_names.coverage.overview import Report
from fanpage_names.rows import Row
from fanpage_names.tables.formats import Options
from tests.overview.books import UNITS, both, checked, counted
from tests.overview.reported import ON, ROWS, report, written
from tests.programs import browse, driven, in_browser, page_count, printed_text
from tests.reports.test_webpage import Tags


def page(value: Report, lang: Any = "vi") -> str:
    return written("html", value, Options(lang)).decode()


def test_nothing_comes_from_a_network_and_no_text_becomes_a_tag() -> None:
    tags = Tags()
    tags.feed(page(report()))
    assert not [tag for tag, given in tags.found if {"src", "href", "action"} & set(given)]
    assert not [tag for tag, _ in tags.found if tag in {"link", "img", "iframe", "object", "base"}]
    assert [tag for tag, _ in tags.found].count("script") == 1
    assert "default-src 'none'" in page(report())
    assert not re.search(r"@import|url\(", page(report()))


@pytest.mark.parametrize(("lang", "words"), [("vi", "Đơn vị"), ("en", "Unit")])
def test_both_languages(lang: str, words: str) -> None:
    assert f'<html lang="{lang}">' in page(report(), lang)
    assert f">{words}</button>" in page(report(), lang)


@in_browser
def test_sorting_and_the_missing_units_on_a_click(tmp_path: Path) -> None:
    script = """
      const names = () => [...page.querySelectorAll("tbody th")].map((cell) => cell.textContent);
      const heading = (number) => page.querySelectorAll("thead button")[number];
      const seen = { first: names().slice(0, 2) };
      heading(3).click();
      heading(3).click();
      seen.highest = names().slice(0, 2);
      seen.sorted = page.querySelectorAll("thead th")[3].getAttribute("aria-sort");
      heading(0).click();
      seen.named = names().slice(0, 3);
      seen.marks = page.querySelectorAll("thead [aria-sort]").length;
      seen.last = [...page.querySelector("table").children].at(-1).tagName;
      const body = [...page.querySelectorAll("tbody")].find((one) => one.textContent.includes("Huyện Hải Hậu"));
      const more = body.querySelector(".more"), button = body.querySelector("button");
      seen.closed = [more.checkVisibility(), button.getAttribute("aria-expanded")];
      button.click();
      seen.opened = [more.checkVisibility(), button.getAttribute("aria-expanded")];
      seen.missing = [...more.querySelectorAll("li")].map((item) => item.textContent);
      button.click();
      seen.again = more.checkVisibility();
      return seen;
    """
    overview = count(UNITS, checked(*both(tmp_path)), ON)
    assert driven(page(Report(overview)), script, tmp_path) == {
        "first": ["Tỉnh Nam Định", "Thành phố Nam Định"],
        "highest": ["Huyện Hải Hậu", "Thành phố Nam Định"],
        "sorted": "descending",
        "named": ["Huyện Giao Thủy", "Huyện Hải Hậu", "Huyện Mỹ Lộc"],
        "marks": 1,
        "last": "TFOOT",
        "closed": [False, "false"],
        "opened": [True, "true"],
        "missing": [unit.name_with_type for unit in overview.areas[-1].missing],
        "again": False,
    }


@in_browser
def test_bars_are_as_long_as_shares_and_lines_stand_at_targets(tmp_path: Path) -> None:
    script = """
      const body = [...page.querySelectorAll("tbody")].find((one) => one.textContent.includes("Huyện Hải Hậu"));
      const [track, filled] = [...body.querySelectorAll("rect")].map((one) => one.getBoundingClientRect());
      const line = body.querySelector("line").getBoundingClientRect();
      const part = (x) => Math.round((x - track.left) / track.width * 100);
      return [part(filled.right), part(line.left + line.width / 2), filled.height > 8];
    """
    overview = count(UNITS, checked(*both(tmp_path)), ON)
    assert driven(page(Report(overview)), script, tmp_path) == [76, 50, True]


@in_browser
@pytest.mark.parametrize("width", [320, 390, 760, 860, 1_400])
def test_nothing_is_wider_than_the_screen(width: int, tmp_path: Path) -> None:
    rows = (*ROWS, Row("x" * 400, "y" * 200, "z" * 200, link="https://" + "w" * 300))
    script = """
      for (const button of page.querySelectorAll("tbody button")) button.click();
      const root = page.documentElement;
      return [root.scrollWidth <= root.clientWidth, page.querySelectorAll("tbody").length];
    """
    value = Report(counted(rows, ON, with_contacts=True))
    assert driven(page(value), script, tmp_path, width) == [True, 11]


@in_browser
def test_it_prints_every_missing_unit_on_a4(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(page(report()), encoding="utf-8")
    made = tmp_path / "page.pdf"
    browse(f"--print-to-pdf={made}", "--no-pdf-header-footer", (tmp_path / "page.html").as_uri())
    content = made.read_bytes()
    assert page_count(made) < 10
    width, height = (float(part) for part in re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", content)[0])
    assert (round(width), round(height)) in {(595, 842), (596, 842), (594, 842), (595, 841), (594, 841)}
    shown = printed_text(made)
    assert "xã Hải Phong" in shown
    assert "phường Mỹ Xá" in shown
