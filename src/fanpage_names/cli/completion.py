"""What the shell may offer: units and rules. What is typed stays as it is, and the rest is put after it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import redirect_stdout
from io import StringIO
from unicodedata import normalize

import typer

from fanpage_names.cli.language import say
from fanpage_names.errors import UseError
from fanpage_names.text.fold import fold_case, fold_d, fold_tone, fold_vowel_mark
from fanpage_names.units.model import UnitList, described

Offer = tuple[str, str]
"""A word, and what it means."""

_WORD = re.compile(r"[^\W_]+")


def install(ctx: typer.Context, param: object, asked: bool) -> None:
    """Install completion for the shell that runs this, and say where, in the place of Typer's own words.

    Raises:
        UseError: Typer does not know this shell.
    """
    if not asked or ctx.resilient_parsing:
        return
    from typer.completion import install as install_for_shell  # type: ignore[attr-defined]

    try:
        with redirect_stdout(StringIO()):
            shell, path = install_for_shell()
    except typer.Exit:
        raise UseError(
            "--install-completion: không nhận ra shell đang dùng; hãy chạy trong bash, zsh, fish hoặc PowerShell",
            "--install-completion: this shell is not known; run it in bash, zsh, fish or PowerShell",
        ) from None
    typer.echo(
        say(
            "Đã cài đặt tự điền lệnh cho {shell} ({path}); mở lại cửa sổ dòng lệnh để dùng.",
            "Completion for {shell} is installed ({path}); open the terminal again to use it.",
            shell=shell,
            path=path,
        )
    )
    raise typer.Exit


def starting_with(values: Callable[[], Iterable[str]]) -> Callable[[str], list[str]]:
    """Return what offers those of `values` that begin as typed."""
    return lambda incomplete: [value for value in values() if value.startswith(incomplete)]


def shipped_lists(incomplete: str) -> list[str]:
    """Offer the names of the shipped unit lists, and of the provinces of today once a capital is typed."""
    from fanpage_names.units.catalogue import LAST, of_year
    from fanpage_names.units.loading import shipped_names

    provinces = [listed.province for listed in of_year(LAST) if incomplete[:1].isupper()]
    return starting_with(lambda: (*shipped_names(), *provinces))(incomplete)


def units(ctx: typer.Context, incomplete: str) -> list[Offer]:
    """Offer the units of the list that the line or the configuration names; before a letter is typed the upper ones."""
    return list(_units(ctx, incomplete))


def districts(ctx: typer.Context, incomplete: str) -> list[Offer]:
    """Offer the districts of that list."""
    return list(_units(ctx, incomplete, only_upper=True))


def rule_codes(incomplete: str) -> list[Offer]:
    """Offer codes of rules for the last piece of a comma-separated list."""
    before, comma, piece = incomplete.rpartition(",")
    taken = before.upper().split(",")
    return [(before + comma + rest, name) for rest, name in _rules(piece) if rest.upper() not in taken]


def rule_severities(incomplete: str) -> list[Offer]:
    """Offer a code with each severity, as in "FN303=error"."""
    code, equals, word = incomplete.partition("=")
    severities = [severity for severity in ("error", "warning") if severity.startswith(word)]
    found = _rules(code) if not equals else [(code, "")]
    return [(f"{rest}={severity}", name) for rest, name in found for severity in severities]


def rules(incomplete: str) -> list[Offer]:
    """Offer codes of rules, then their names."""
    from fanpage_names.rules import RULES

    named = [(rule.name, rule.code) for rule in RULES if rule.name.startswith(incomplete)]
    return [*_rules(incomplete), *(named if incomplete else ())]


def _rules(typed: str) -> Iterator[Offer]:
    from fanpage_names.rules import RULES

    return ((typed + rule.code[len(typed) :], rule.name) for rule in RULES if rule.code.startswith(typed.upper()))


def _units(ctx: typer.Context, incomplete: str, *, only_upper: bool = False) -> Iterator[Offer]:
    """Yield units by code where digits are typed, else by name; none where there is no such list."""
    from fanpage_names.cli.lists import unit_list
    from fanpage_names.units.loading import DEFAULT_UNITS

    try:
        named = unit_list(ctx.params.get("units") or DEFAULT_UNITS, ctx.params.get("as_of"), quiet=True)
    except UseError:
        return
    if incomplete.isdecimal():
        yield from ((unit.code, described(unit)) for unit in named.units if unit.code.startswith(incomplete))
        return
    typed = normalize("NFC", incomplete)
    forms = _forms(named, " " if " " in typed else "-")
    bearers = Counter(map(_bare, forms.values()))
    upper = "district" if named.has_districts else "commune"
    for unit in named.units:
        form, bare = forms[unit.code], _bare(forms[unit.code])
        if _begins(form, typed) and (unit.level == upper or (typed and unit.level == "commune" and not only_upper)):
            marked = not typed.isascii() or bearers[bare] > 1
            yield incomplete + (form if marked else bare)[len(typed) :], described(unit)


def _forms(named: UnitList, separator: str) -> Mapping[str, str]:
    """Return how each unit is written as one word, by code: with the one above it where others bear its name."""
    bearers = Counter(_bare(unit.name) for unit in named.units)
    forms = {}
    for unit in named.units:
        name = unit.name_with_type if unit.name.isdecimal() else unit.name
        above = unit.parent.name if unit.parent and unit.level == "commune" and bearers[_bare(unit.name)] > 1 else ""
        forms[unit.code] = separator.join(_WORD.findall(f"{name} {above}"))
    return forms


def _begins(form: str, typed: str) -> bool:
    """Whether `form` begins as typed; a letter typed without marks stands for each with marks too."""
    return len(typed) <= len(form) and all(
        letter in (right, bare) for letter, right, bare in zip(typed.lower(), form.lower(), _bare(form), strict=False)
    )


def _bare(text: str) -> str:
    """Return as many small letters without marks."""
    return fold_d(fold_vowel_mark(fold_tone(fold_case(text))))
