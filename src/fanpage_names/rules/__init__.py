"""The table of all rules: one module a family, and here their order."""

from __future__ import annotations

from collections.abc import Mapping

from fanpage_names.rules import characters, letters, links, meaning, parts, platform, rows, spacing
from fanpage_names.rules.base import Rule

RULES: tuple[type[Rule], ...] = tuple(
    sorted(
        (
            *characters.RULES,
            *spacing.RULES,
            *letters.RULES,
            *parts.RULES,
            *meaning.RULES,
            *rows.RULES,
            *links.RULES,
            *platform.RULES,
        ),
        key=lambda rule: rule.code,
    )
)
"""Every rule, by code."""

RULES_BY_CODE: Mapping[str, type[Rule]] = {rule.code: rule for rule in RULES}

__all__ = ["RULES", "RULES_BY_CODE", "Rule"]
