"""What the documentation shows is what the program does."""

from __future__ import annotations

import csv
import doctest
import os
import re
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from fanpage_names.cli.framework import COMMANDS
from fanpage_names.rules import RULES
from fanpage_names.units.loading import load_units
from tests.units.exports import province, wide
from tools import build_docs
from tools.build_examples import EXPORT, REPORT, filled_form

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted(path.relative_to(ROOT).as_posix() for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")))

posix = pytest.mark.skipif(os.name == "nt" or not shutil.which("bash"), reason="needs a POSIX shell and terminal")


def test_the_page_of_the_commands_is_in_step() -> None:
    assert (ROOT / "docs/commands.md").read_text(encoding="utf-8") == build_docs.commands_page()


def test_the_page_of_the_rules_is_in_step() -> None:
    assert (ROOT / "docs/rules.md").read_text(encoding="utf-8") == build_docs.rules_page()


def test_every_command_and_rule_has_its_part() -> None:
    commands = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
    for command in (*COMMANDS, "units list", "units show", "units validate"):
        assert f"\n## fanpage-names {command}\n" in commands
    rules = (ROOT / "docs/rules.md").read_text(encoding="utf-8")
    for rule in RULES:
        assert f"\n## {rule.code} {rule.name} (" in rules


@posix
@pytest.mark.slow
@pytest.mark.parametrize("page", build_docs.SHOWN)
def test_a_page_shows_what_its_commands_print(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    assert build_docs.PROMPT.search(text)
    assert build_docs.shown(page) == text


@posix
@pytest.mark.parametrize(("path", "lang"), build_docs.PICTURES.items())
def test_the_pictures_are_in_step(path: str, lang: str) -> None:
    assert (ROOT / path).read_text(encoding="utf-8") == build_docs.picture(lang)


def test_the_guide_shows_one_prompt_and_no_command_outside_of_it() -> None:
    text = (ROOT / "docs/huong-dan.md").read_text(encoding="utf-8")
    assert "\n$ " not in text
    assert text.count("D:\\fanpage> ") == len(build_docs.PROMPT.findall(text))
    assert not re.findall(r"^fanpage-names (?!\d)", text, re.MULTILINE)


def test_the_example_of_a_filled_form_is_the_form() -> None:
    """All that nobody fills in is as the form has it now, and what was filled in is as the script says."""
    shipped, made = load_workbook(build_docs.EXAMPLES / REPORT), filled_form()
    assert shipped.sheetnames == made.sheetnames
    for sheet in made:
        assert list(shipped[sheet.title].values) == list(sheet.values)


def test_the_example_of_an_export_is_complete() -> None:
    with (build_docs.EXAMPLES / EXPORT).open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [list(row) for row in wide(province(2021, "35"))]


@pytest.mark.parametrize("page", ["README.md", "docs/package.md"])
def test_the_examples_of_the_library(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    blocks = re.findall(r"^```pycon\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert blocks
    for block in blocks:
        example = doctest.DocTestParser().get_doctest(block, {}, page, page, 0)
        runner = doctest.DocTestRunner()
        runner.run(example)
        assert (runner.failures, runner.tries) == (0, block.count(">>>"))


@pytest.mark.parametrize("what", ["generate", "pytest"])
def test_the_readme_has_one_line_for_each_of_its_two_commands(what: str) -> None:
    assert len(re.findall(rf"^python3 -m venv .*{what}.*$", README, re.MULTILINE)) == 1


def test_the_readme_names_lists_that_there_are() -> None:
    names = re.findall(r"`([a-z_]+_20\d\d|nam_dinh_units)`", README)
    assert {"dak_lak_2025", "vn_2025", "nam_dinh_units"} <= set(names)
    for name in names:
        assert load_units(name).id == name


@pytest.mark.parametrize("page", PAGES)
def test_links_between_pages_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
        assert ((ROOT / page).parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES)
def test_links_within_a_page_lead_to_its_headings(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    slugs = {re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= slugs
