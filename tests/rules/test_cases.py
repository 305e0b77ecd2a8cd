"""Every rule against its case file, and the files against the table of rules."""

from __future__ import annotations

from operator import attrgetter

import pytest

from fanpage_names.naming import canonical_name
from fanpage_names.result import Result
from fanpage_names.rules import RULES, RULES_BY_CODE
from tests.cases.loading import Case, cases, checker, stems

ALL = [
    pytest.param(stem, case, id=f"{stem}-{number}") for stem in stems() for number, case in enumerate(cases(stem), 1)
]


@pytest.mark.parametrize(("stem", "case"), ALL)
def test_case(stem: str, case: Case) -> None:
    result = case.result()
    assert " ".join(sorted({found.code for found in result.diagnostics})) == case.codes
    assert (result.status, result.unit and result.unit.code) == (case.status, case.unit)
    assert (result.former and result.former.code) == case.former
    assert sorted(unit.code for unit in result.candidates) == sorted(case.candidates)
    assert result.fixed == (case.name if case.status == "ok" else case.fixed)
    if case.found is not None:
        own = [found for found in result.diagnostics if found.code == stem]
        assert [(found.start, found.end, found.found, found.expected) for found in own] == case.found
    assert_shape(case, result)


def assert_shape(case: Case, result: Result) -> None:
    units = checker(case.units).units
    assert result.submitted == case.name
    assert result.canonical == (result.unit and canonical_name(units, result.unit, case.style))
    texts = {"name": case.name, "link": case.link or "", "unit": case.unit_cell or ""}
    for found in result.diagnostics:
        rule = RULES_BY_CODE[found.code]
        assert (found.rule, found.severity) == (rule.name, rule.severity)
        assert found.fix in {rule.fix, "unsafe"} or found.code == "FN409"  # safe where it says that the page is there
        assert found.found == texts[found.cell][found.start : found.end]
        assert found.message
        assert not {"{", "}"} & set(found.message)
    about_name = [found for found in result.diagnostics if found.cell == "name"]
    assert about_name == sorted(about_name, key=attrgetter("start", "code"))


@pytest.mark.parametrize("code", RULES_BY_CODE)
def test_rule_has_cases(code: str) -> None:
    some = cases(code)
    assert any(code in case.codes.split() and case.found for case in some), "one case with all that the rule finds"
    assert any(code in case.codes.split() and case.codes != code for case in some), "one case beside another rule"
    assert any(code not in case.codes.split() for case in some), "one case that is none of the rule's business"


def test_files_are_of_rules() -> None:
    codes = {rule.code for rule in RULES}
    assert [stem for stem in stems() if stem.startswith("FN") and stem not in codes] == []
