"""A unit list as YAML text that people read and edit: the form of the shipped lists."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from fanpage_names.units.model import Level, Retyping, Target, Unit, UnitList

_HEAD = """\
# {about}
#
# This file is made to be read and edited. After a change, `fanpage-names units validate FILE` tells every
# fault with its line and what to write. A copy of your own is used with `--units FILE`.
#
# - Text is Unicode NFC (Vietnamese: dựng sẵn). Tone marks stand where the GSO puts them: Hòa, Thủy.
# - A code (mã GSO) is always in quotes, else YAML takes 01 for a number. So is a name such as "1".
# - type (loại đơn vị) in small letters: tỉnh, thành phố; quận, huyện, thị xã, thành phố; xã, phường,
#   thị trấn, đặc khu.
# - label (nhãn), where a unit has one, is what the short style writes in place of the name.
{retyped}# - A unit stands under the unit that it belongs to. The order here is the order of every output.

title: {title}

# First and last day (ngày hiệu lực), year-month-day; without `to`, the list is still in force.
in_force: {in_force}

sources:
{sources}

# How page names are made. For each level: {{commune}} is the bare name, {{commune_type}} the type word,
# {{commune_label}} the label or, without one, the name; the same for district and province.
patterns:
  short:
{short}
  full:
{full}

"""

_RETYPED = """\
# - retyped (đổi loại đơn vị), where a unit has it, says from which day on it has another type.
"""

_SEE_THERE = """\
# {about}
# What the keys mean is said in nam_dinh_units.yaml; `fanpage-names units validate FILE` finds faults.

"""
_COMMENTS = re.compile(r"(?:^#.*\n)+\n?", re.MULTILINE)

_TARGETS = """\
# The share of units, in per cent, that should have a page before a day (the day itself is too late).
targets:
{targets}

"""

_NO_TARGETS = """\
# The letter's targets were for the list of 2021; new ones would go here (chỉ tiêu), as in
# targets:
#   - {level: commune, share: 50, before: 2026-03-31}

"""

_BELOW: Mapping[Level, str] = {"district": "districts", "commune": "communes"}
_PLAIN = re.compile(r"[^\W\d_](?:[\w .'/-]*[\w.'/-])?")
"""Texts without any of YAML's own signs."""


def units_yaml(units: UnitList, about: str, *, explained: bool = True) -> str:
    """Return the YAML text of a list; the same list gives the same text.

    What it says is all that the list holds but for rule settings, which are for an office to add.

    Args:
        units: the list.
        about: one line on what the list is, for its first comment.
        explained: with comments on what each key means; else with a word on which list has them.
    """
    head = _HEAD.format(
        about=about,
        retyped=_RETYPED if units.retypings else "",
        title=_scalar(units.title, and_commas=True),
        in_force=_period(units),
        sources="\n".join(f"  - {_quoted(source)}" for source in units.sources),
        short=_patterns(units.patterns["short"]),
        full=_patterns(units.patterns["full"]),
    )
    head += _targets(units.targets)
    if not explained:
        head = _SEE_THERE.format(about=about) + _COMMENTS.sub("", head)
    return head + "\n".join(["provinces:", *_Lines(units)]) + "\n"


def _period(units: UnitList) -> str:
    if units.valid_from is None and units.valid_to is None:
        return "{}  # not said by the source; write it as in {from: 2020-02-01, to: 2024-08-31}"
    days = {"from": units.valid_from, "to": units.valid_to}
    return "{" + ", ".join(f"{key}: {day}" for key, day in days.items() if day) + "}"


def _patterns(by_level: Mapping[Level, str]) -> str:
    return "\n".join(f"    {level}: {_quoted(pattern)}" for level, pattern in by_level.items())


def _targets(targets: Sequence[Target]) -> str:
    if not targets:
        return _NO_TARGETS
    lines = [f"  - {{level: {each.level}, share: {each.share}, before: {each.before}}}" for each in targets]
    return _TARGETS.format(targets="\n".join(lines))


class _Lines:
    """The lines of each province, then of its districts, each commune on one line."""

    def __init__(self, units: UnitList) -> None:
        self._below: dict[str, list[Unit]] = defaultdict(list)
        for unit in units.units:
            self._below[unit.parent.code if unit.parent else ""].append(unit)
        self._retypings: dict[str, list[Retyping]] = defaultdict(list)
        for each in units.retypings:
            self._retypings[each.code].append(each)

    def __iter__(self) -> Iterator[str]:
        for province in self._below[""]:
            yield from self._head(province, "  ")
            yield from self._lines_below(province, "    ")

    def _lines_below(self, above: Unit, indent: str) -> Iterator[str]:
        """Yield the lines of units under one parent, with what is under them, districts first."""
        for level, key in _BELOW.items():
            chosen = [unit for unit in self._below[above.code] if unit.level == level]
            if chosen:
                yield f"{indent}{key}:"
            for unit in chosen:
                if level == "commune":
                    yield f"{indent}  - {{{', '.join(self._pairs(unit))}}}"
                else:
                    yield ""
                    yield from self._head(unit, f"{indent}  ")
                    yield from self._lines_below(unit, f"{indent}    ")

    def _head(self, unit: Unit, indent: str) -> Iterator[str]:
        """Yield the lines of a unit that may have others below it."""
        for number, pair in enumerate(self._pairs(unit)):
            yield f"{indent}{'  ' if number else '- '}{pair}"

    def _pairs(self, unit: Unit) -> Iterator[str]:
        """Yield the keys and values of a unit, as YAML writes them."""
        yield f"code: {_quoted(unit.code)}"
        yield f"type: {unit.type}"
        yield f"name: {_scalar(unit.name)}"
        if unit.own_label is not None:
            yield f"label: {_scalar(unit.own_label)}"
        if retypings := self._retypings[unit.code]:
            yield f"retyped: {{{', '.join(f'{each.day}: {each.type}' for each in retypings)}}}"


def _scalar(text: str, *, and_commas: bool = False) -> str:
    """Return a text as it stands where YAML takes it for a text, else in quotes."""
    from yaml import ScalarNode
    from yaml.resolver import Resolver

    resolve: Callable[..., str] = Resolver().resolve
    plain = _PLAIN.fullmatch(text.replace(", ", " ") if and_commas else text)
    is_text = plain and resolve(ScalarNode, text, (True, False)).endswith(":str")
    return text if is_text else _quoted(text)


def _quoted(text: str) -> str:
    """Return a text in double quotes: JSON's are YAML's too."""
    return json.dumps(text, ensure_ascii=False)
