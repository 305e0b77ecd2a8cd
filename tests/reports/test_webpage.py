"""The html report: safe whatever the texts, and driven in a browser."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanpage_names.reports.check_webpage import write_html
from fanpage_names.result import Diagnostic, Result
from fanpage_names.rows import Checked, Row
from fanpage_names.tables.formats import Options
from tests.programs import browse, driven, in_browser, page_count


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def page(results: Iterable[Checked], lang: Any = "vi") -> str:
    stream = io.StringIO()
    write_html(results, stream, Options(lang))
    return stream.getvalue()


@given(st.text(), st.text(), st.text(), st.text())
def test_no_text_becomes_a_tag_or_an_attribute(name: str, message: str, file: str, link: str) -> None:
    found = (
        Diagnostic("FN501", "x", "error", "none", 0, len(name), name, None, message),
        Diagnostic("FN602", "x", "error", "none", 0, len(link), link, None, message, "link"),
    )
    result = Result(name, "unknown", None, None, None, (), found)
    made, plain = Tags(), Tags()
    made.feed(page([Checked(Row(name, file, file, link=link), result)]))
    plain.feed(page([Checked(Row(name, "x", "x", link=link), result)]))
    assert {tag for tag, _ in made.found} <= {tag for tag, _ in plain.found}
    known = {"title", "class", "data-s", "data-c", "aria-label", "aria-live", "value", "placeholder", "type", "lang"}
    known |= {"charset", "content", "http-equiv", "name", "hidden"}
    assert {attribute for _, attributes in made.found for attribute in attributes} <= known


def test_nothing_comes_from_a_network(results: list[Checked]) -> None:
    tags = Tags()
    tags.feed(page(results))
    assert not [tag for tag, given in tags.found if {"src", "href", "action"} & set(given)]
    assert not [tag for tag, _ in tags.found if tag in {"link", "img", "iframe", "object", "base"}]
    assert "default-src 'none'" in page(results)
    assert not re.search(r"@import|url\(", page(results))


@pytest.mark.parametrize(("lang", "words"), [("vi", "Kiểm tra tên trang"), ("en", "Page names checked")])
def test_both_languages(lang: str, words: str, results: list[Checked]) -> None:
    assert f'<html lang="{lang}">' in page(results, lang)
    assert f"<h1>{words}</h1>" in page(results, lang)


@in_browser
def test_filters_search_and_counts(results: list[Checked], tmp_path: Path) -> None:
    script = """
      const seen = { all: shown(), form: find("form").checkVisibility(), summary: find("header p").textContent };
      find("button[data-s=deviates]").click();
      seen.deviates = shown();
      seen.pressed = find("button[aria-pressed=true]").textContent;
      choose(find("select"), "FN505");
      seen.both = [shown(), find("output").textContent];
      find('button[data-s=""]').click();
      choose(find("select"), "FN");
      seen.anything = shown();
      choose(find("select"), "");
      input(find("input"), "mat  XUAN truong");
      seen.search = shown();
      input(find("input"), "fn301");
      seen.code = shown();
      input(find("input"), "không có");
      seen.marks = shown();
      input(find("input"), "");
      seen.again = shown();
      const top = (selector) => find(selector).getBoundingClientRect().top;
      seen.order = top("header") < top("ol");
      return seen;
    """
    assert driven(page(results), script, tmp_path) == {
        "all": 6,
        "form": True,
        "summary": "6 tên: 2 đúng, 2 sai lệch, 1 chưa xác định (nhiều đơn vị), 1 không rõ",
        "deviates": 2,
        "pressed": "sai lệch 2",
        "both": [1, "1"],
        "anything": 5,
        "search": 1,
        "code": 1,
        "marks": 1,
        "again": 6,
        "order": True,
    }


@in_browser
def test_the_differing_letters_are_marked_and_nothing_ran(results: list[Checked], tmp_path: Path) -> None:
    script = """
      const marks = [...page.querySelectorAll("li:nth-child(2) mark")];
      return { marks: marks.map((mark) => [mark.className, mark.textContent]),
               name: find("ol > li:nth-child(2) .n p").textContent,
               scripts: page.scripts.length };
    """
    assert driven(page(results), script, tmp_path) == {
        "marks": [["e", "Mat tran Hai Minh"], ["w", " - "], ["e gap", ""]],
        "name": "Mat tran Hai Minh - Hải Hậu",
        "scripts": 1,
    }


@in_browser
@pytest.mark.parametrize("width", [320, 390, 1_400])
def test_nothing_is_wider_than_the_screen(
    width: int, results: list[Checked], long_result: Checked, tmp_path: Path
) -> None:
    unbroken = Result("x" * 400, "unknown", None, None, None)
    every = [*results, long_result, Checked(Row("x" * 400, "y" * 200, "z" * 200), unbroken)]
    script = "const root = page.documentElement; return [root.scrollWidth <= root.clientWidth, shown()];"
    assert driven(page(every), script, tmp_path, width) == [True, 8]


@in_browser
def test_ten_thousand_rows_are_filtered(results: list[Checked], tmp_path: Path) -> None:
    script = """
      find("button[data-s=ambiguous]").click();
      input(find("input"), "nam dinh");
      return page.querySelectorAll("ol > li:not([hidden])").length;
    """
    assert driven(page(results[number % 5] for number in range(10_000)), script, tmp_path) == 2_000


@in_browser
def test_it_prints_on_as_many_pages_as_it_needs(results: list[Checked], tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(page(results * 50), encoding="utf-8")
    made = tmp_path / "page.pdf"
    browse(f"--print-to-pdf={made}", (tmp_path / "page.html").as_uri())
    assert page_count(made) > 5
