"""What holds for every text that somebody might submit."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from fanpage_names import Checker, Result
from fanpage_names.rules import RULES
from fanpage_names.units.model import Style
from tests.cases.loading import checker
from tests.names_strategies import (
    Damaged,
    any_long_text,
    any_text,
    damaged_names,
    lists,
    misspelt_names,
    mixtures,
    styles,
)

CODES = [rule.code for rule in RULES]
few = settings(max_examples=150, deadline=None)
many = settings(max_examples=400, deadline=None)

SETS = ("FN1", "FN2", "FN3", "FN4", "FN40", "FN206 FN306", "FN301 FN302", "FN402 FN406", "FN403 FN404", "FN3 FN4")
rule_sets = st.sampled_from((*CODES, *SETS))
"""Codes, beginnings of codes, and some of them together."""


def held(one: Checker, text: str) -> Result:
    """Return what the check says of a text, once it is as results must be."""
    result = one.check(text)
    assert result.submitted == text
    for found in result.diagnostics:
        assert found.found == text[found.start : found.end]
        assert 0 <= found.start <= found.end <= len(text)
        assert found.cell == "name"
    assert all((a.start, a.code) <= (b.start, b.code) for a, b in pairwise(result.diagnostics))
    assert (result.unit is None) == (result.canonical is None)
    assert result.status != "ambiguous" or len(result.candidates) > 1
    assert not result.candidates or result.status in {"ambiguous", "unknown"}  # unknown: another body beside a unit
    assert (result.status == "ok") == (result.canonical == text)
    if result.status != "deviates":
        assert (result.unit is not None) == (result.status == "ok")
        assert result.fixed == (text if result.status == "ok" else None)
    if result.fixed is not None:
        assert all(found.fix == "safe" for found in result.diagnostics)
        again = one.check(result.fixed)
        assert (again.diagnostics, again.fixed, again.unit) == ((), result.fixed, result.unit)
    return result


def held_whole(one: Checker, text: str) -> Result:
    """The same where no rule is ignored."""
    result = held(one, text)
    assert bool(result.diagnostics) == (result.status != "ok")
    if result.fixed is not None:
        assert result.fixed == result.canonical
        assert one.check(result.fixed).status == "ok"
    return result


@many
@given(text=any_text | mixtures, units=lists, style=styles)
def test_any_text(text: str, units: str, style: Style) -> None:
    held_whole(checker(units, style), text)


@few
@given(text=any_long_text)
def test_any_long_text(text: str) -> None:
    held_whole(checker(), text)


@many
@given(damaged=damaged_names())
def test_a_damaged_name_is_mended_to_the_unit_meant_or_not_at_all(damaged: Damaged) -> None:
    result = held_whole(checker(damaged.units, damaged.style), damaged.text)
    if result.fixed is not None:
        assert result.unit is not None
        assert result.unit.code in damaged.meant


@many
@given(damaged=misspelt_names())
def test_other_letters_are_not_mended(damaged: Damaged) -> None:
    result = held_whole(checker(damaged.units, damaged.style), damaged.text)
    assert result.fixed is None or (result.unit is not None and result.unit.code in damaged.meant)


@many
@given(text=mixtures | damaged_names().map(lambda damaged: damaged.text), ignore=rule_sets)
def test_what_is_ignored_is_not_reported(text: str, ignore: str) -> None:
    plain = checker().check(text)
    result = held(checker(ignore=ignore), text)
    ignored = tuple(ignore.split())
    assert result.diagnostics == tuple(one for one in plain.diagnostics if not one.code.startswith(ignored))
    assert (result.status, result.unit, result.candidates) == (plain.status, plain.unit, plain.candidates)


@few
@given(text=mixtures, select=rule_sets)
def test_only_what_is_selected_is_reported(text: str, select: str) -> None:
    plain = checker().check(text)
    result = held(checker(select=select), text)
    selected = tuple(select.split())
    assert result.diagnostics == tuple(one for one in plain.diagnostics if one.code.startswith(selected))


@few
@given(damaged=damaged_names())
def test_unicode_forms_make_no_difference_to_the_unit(damaged: Damaged) -> None:
    one = checker(damaged.units, damaged.style)
    composed, decomposed = (one.check(unicodedata.normalize(form, damaged.text)) for form in ("NFC", "NFD"))
    assert composed.unit == decomposed.unit
    assert composed.candidates == decomposed.candidates
