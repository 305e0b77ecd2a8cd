"""The table of all rules. A module here is a family: every class of a kind in it that has a code is a rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from operator import attrgetter
from pkgutil import iter_modules

from fanpage_names.rules.base import Rule


def _rules() -> Iterator[type[Rule]]:
    """Yield the rules of all families; what a family imports is another's."""
    for found in iter_modules(__path__):
        family = import_module(f"{__name__}.{found.name}")
        for value in vars(family).values():
            is_own = isinstance(value, type) and value.__module__ == family.__name__
            if is_own and issubclass(value, Rule) and "code" in vars(value):
                yield value


RULES: tuple[type[Rule], ...] = tuple(sorted(_rules(), key=attrgetter("code")))
"""Every rule, by code."""

RULES_BY_CODE: Mapping[str, type[Rule]] = {rule.code: rule for rule in RULES}

__all__ = ["RULES", "RULES_BY_CODE", "Rule"]
