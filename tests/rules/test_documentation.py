"""Each rule's docstring is its documentation: it is whole, and its example and fix are true."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from fanpage_names import Row, check_rows
from fanpage_names.result import Result
from fanpage_names.rules import RULES, Rule
from fanpage_names.rules.kinds import RowRule
from tests.cases.loading import checker

NONE = "–"
HAI_HAU = "Mặt trận Hải Hậu Nam Định"
SHOWN = [rule for rule in RULES if rule.sections()["Example"] != NONE]
MENDED = [rule for rule in SHOWN if rule.sections()["Fix"] != NONE]

rules = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
shown = pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.code)
mended = pytest.mark.parametrize("rule", MENDED, ids=lambda rule: rule.code)


def of_link(rule: type[Rule]) -> bool:
    return issubclass(rule, RowRule) and rule.cell == "link"


def checked(rule: type[Rule], text: str) -> Result:
    """What the check says of a text of the documentation: of a link beside a right name, or of a name."""
    row = Row(HAI_HAU, link=text) if of_link(rule) else Row(text)
    [one] = check_rows(checker(rule.example_list), [row])
    return one.result


def fields(message: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(message) if name is not None}


@rules
def test_sections(rule: type[Rule]) -> None:
    sections = rule.sections()
    assert list(sections) == ["What", "Why", "Example", "Fix", "Tiếng Việt"]
    assert all(text.strip() for text in sections.values())
    assert re.fullmatch(r"[A-ZĐ].+\.", rule.title())
    for prose in ("What", "Why", "Tiếng Việt"):
        assert sections[prose].endswith(".")


@rules
def test_table(rule: type[Rule]) -> None:
    assert re.fullmatch(r"FN[1-9]\d\d", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert rule.severity in {"error", "warning"}
    assert rule.fix in {"safe", "unsafe", "none"}
    assert fields(rule.message.vi) == fields(rule.message.en) <= {"found", "expected", "detail"}
    assert rule.message.vi != rule.message.en


def test_codes_and_names_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in RULES}) == len(RULES)


@rules
def test_only_rules_about_rows_show_no_example(rule: type[Rule]) -> None:
    assert issubclass(rule, RowRule) or rule in SHOWN
    assert (rule in MENDED) == (rule in SHOWN and rule.fix != "none")


@shown
def test_example_has_the_rule(rule: type[Rule]) -> None:
    codes = [found.code for found in checked(rule, rule.sections()["Example"]).diagnostics]
    assert rule.code in codes


@mended
def test_fix_is_clean(rule: type[Rule]) -> None:
    right = rule.sections()["Fix"]
    result = checked(rule, right)
    assert (result.status, result.diagnostics) == ("ok", ())


@mended
def test_fix_is_what_becomes_of_the_example(rule: type[Rule]) -> None:
    example, right = rule.sections()["Example"], rule.sections()["Fix"]
    result = checked(rule, example)
    if of_link(rule):
        assert [found.expected for found in result.diagnostics] == [right]
    else:
        assert result.canonical == right
        assert result.fixed == (right if rule.fix == "safe" else None)
