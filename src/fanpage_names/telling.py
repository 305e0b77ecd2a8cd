"""What people are told of rules: what each is about, and which of their diagnostics to act on."""

from __future__ import annotations

from collections.abc import Sequence

from fanpage_names.lang import Lang
from fanpage_names.result import Diagnostic, Result
from fanpage_names.rules import RULES_BY_CODE


def to_act_on(result: Result) -> tuple[Sequence[Diagnostic], Sequence[Diagnostic]]:
    """Return the diagnostics in two parts: what to act on, and what another name makes needless.

    The page of a former unit takes a new name: how the old one is written, or what it lacks, need not be mended. What
    leaves a doubt which unit is meant stays to be seen, and so does what is wrong with the row.
    """
    if result.former is None:
        return result.diagnostics, ()
    needless = [found for found in result.diagnostics if _is_about_writing(found)]
    return [found for found in result.diagnostics if found not in needless], needless


def about(code: str, lang: Lang) -> str:
    """Return what the rule of a code is about, in a clause."""
    return RULES_BY_CODE[code].brief().in_lang(lang).rstrip(".")


def _is_about_writing(found: Diagnostic) -> bool:
    rule = RULES_BY_CODE[found.code]
    return found.cell == "name" and rule.fix == "safe" and rule.problem is None and rule.aside != "address"
