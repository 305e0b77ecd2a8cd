"""What the documentation shows is what the program does."""

from __future__ import annotations

import doctest
import os
import re
import shutil
from pathlib import Path

import pytest

from fanpage_names.cli.framework import COMMANDS
from fanpage_names.rules import RULES
from fanpage_names.units.loading import load_units
from tools import build_docs

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


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


@pytest.mark.skipif(os.name == "nt" or not shutil.which("bash"), reason="the README's commands are for a POSIX shell")
def test_the_readme_shows_what_its_commands_print() -> None:
    assert "\n$ fanpage-names " in README
    assert build_docs.readme() == README


def test_the_readme_as_a_library() -> None:
    blocks = re.findall(r"^```pycon\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert blocks
    for block in blocks:
        example = doctest.DocTestParser().get_doctest(block, {}, "README.md", "README.md", 0)
        runner = doctest.DocTestRunner()
        runner.run(example)
        assert (runner.failures, runner.tries) == (0, block.count(">>>"))


@pytest.mark.parametrize("what", ["generate", "pytest"])
def test_the_readme_has_one_line_for_each_of_its_two_commands(what: str) -> None:
    assert len(re.findall(rf"^python3 -m venv .*{what}.*$", README, re.MULTILINE)) == 1


def test_the_readme_counts_the_units_rightly() -> None:
    rows = re.findall(r"^\| `(\w+)`.*\| (1 province.*?) \|$", README, re.MULTILINE)
    assert len(rows) == 3
    for name, stated in rows:
        units = load_units(name)
        counts = [len(list(units.at_level(level))) for level in ("province", "district", "commune")]
        assert [int(number) for number in re.findall(r"\d+", stated)] == [count for count in counts if count]


@pytest.mark.parametrize("page", sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("*.md")))
def test_links_between_pages_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
        assert (ROOT / target).exists(), target
