"""The `patterns` key of a unit list: how the page names of each level are made, in both styles."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import cast

from fanpage_names.errors import UseError
from fanpage_names.lang import Text
from fanpage_names.naming import PatternError, check_pattern, page_name
from fanpage_names.units.faults import FaultLog
from fanpage_names.units.fields import EXAMPLES, Fields
from fanpage_names.units.model import LEVELS, STYLES, Level, Style, Unit, UnitList
from fanpage_names.units.validation import Pattern, Patterns

_BRACES = re.compile(r"\{[^{}]*\}|([{}])")


def read_patterns(top: Fields, used: Collection[Level], log: FaultLog) -> Patterns:
    """Return the patterns; each style needs one for every level used."""
    found: dict[Style, dict[Level, Pattern]] = {style: {} for style in STYLES}
    required = [level for level in LEVELS if level in used]
    styles = top.fields("patterns", STYLES)
    for style in STYLES:
        fields = styles.fields(style, required, LEVELS) if styles else None
        for level in LEVELS:
            if fields and level in fields:
                found[style][level] = _pattern(fields, level, log)
    return found


def read_own_patterns(styles: Fields, log: FaultLog) -> tuple[str, ...]:
    """Return the patterns that an office sets in place of a shipped list's, as `with_patterns` takes them."""
    found = []
    for style in STYLES:
        fields = styles.fields(style, (), LEVELS)
        for level in LEVELS:
            if fields and level in fields:
                found.append(f"{style} {level} {_pattern(fields, level, log).text}")
    return tuple(found)


def with_patterns(units: UnitList, own: Iterable[str]) -> UnitList:
    """Return the list with some of its patterns replaced.

    Args:
        units: the list.
        own: a style, a level and a pattern each, with spaces between.

    Raises:
        UseError: a pattern writes a district where the list has none, or gives two units one page name.
    """
    patterns = {style: dict(by_level) for style, by_level in units.patterns.items()}
    for text in own:
        style, level, pattern = text.split(" ", 2)
        patterns[cast(Style, style)][cast(Level, level)] = pattern
    for style, by_level in patterns.items():
        named: dict[str, Unit] = {}
        for unit in units.units:
            twin = named.setdefault(_page_name(by_level[unit.level], unit, units), unit)
            if twin is not unit:
                _refuse_double(style, by_level[unit.level], twin, unit)
    return replace(units, patterns=patterns)


def _page_name(pattern: str, unit: Unit, units: UnitList) -> str:
    try:
        return page_name(pattern, unit)
    except PatternError as fault:
        raise UseError(
            "patterns: {pattern}: danh mục {list} không có {{{fault}}}; hãy bỏ phần này",
            "patterns: {pattern}: the list {list} has no {{{fault}}}; leave that part out",
            pattern=pattern,
            list=units.id,
            fault=fault,
        ) from None


def _refuse_double(style: Style, pattern: str, first: Unit, second: Unit) -> None:
    name = page_name(pattern, second)
    codes = f"{first.code}, {second.code}"
    raise UseError(
        "patterns: {style}: “{name}” là tên của hai đơn vị ({codes}); hãy thêm huyện hoặc tỉnh vào mẫu",
        "patterns: {style}: “{name}” would be the name of two units ({codes}); add the district or the province",
        style=style,
        name=name,
        codes=codes,
    )


def _pattern(fields: Fields, level: Level, log: FaultLog) -> Pattern:
    text, line = fields.text(level), fields.line_of(level)
    if text is None:
        return Pattern("", line)
    if stray := next((match[1] for match in _BRACES.finditer(text) if match[1]), None):
        log.add(
            line,
            Text(
                "mẫu có dấu `{stray}` lẻ; hãy viết như {examples}",
                "the pattern has a `{stray}` without its pair; write it as in {examples}",
            ).format(stray=stray, examples=EXAMPLES[level]),
        )
        return Pattern("", line)
    try:
        check_pattern(text, level)
    except PatternError as fault:
        _note(str(fault), level, line, log)
        return Pattern("", line)
    return Pattern(text, line)


def _note(field: str, level: Level, line: int, log: FaultLog) -> None:
    if not field:
        log.add(
            line,
            Text(
                "mẫu thiếu tên của chính đơn vị; hãy thêm {{{level}_label}} hoặc {{{level}}}",
                "the pattern lacks the unit's own name; add {{{level}_label}} or {{{level}}}",
            ).format(level=level),
        )
        return
    above = LEVELS[: LEVELS.index(level) + 1]
    known = ", ".join(f"{{{name}{suffix}}}" for name in above for suffix in ("", "_type", "_label"))
    log.add(
        line,
        Text(
            "không có {{{field}}} cho mẫu này; hãy dùng: {known}",
            "there is no {{{field}}} for this pattern; use: {known}",
        ).format(field=field, known=known),
    )
