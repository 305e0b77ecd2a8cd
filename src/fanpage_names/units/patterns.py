"""The `patterns` key of a unit list: how the page names of each level are made, in both styles."""

from __future__ import annotations

import re
from collections.abc import Collection

from fanpage_names.naming import PatternError, check_pattern
from fanpage_names.units.faults import FaultLog
from fanpage_names.units.fields import EXAMPLES, Fields
from fanpage_names.units.model import LEVELS, STYLES, Level, Style
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


def _pattern(fields: Fields, level: Level, log: FaultLog) -> Pattern:
    text, line = fields.text(level), fields.line_of(level)
    if text is None:
        return Pattern("", line)
    if stray := next((match[1] for match in _BRACES.finditer(text) if match[1]), None):
        log.add(
            line,
            f"mẫu có dấu `{stray}` lẻ; hãy viết như {EXAMPLES[level]}",
            f"the pattern has a `{stray}` without its pair; write it as in {EXAMPLES[level]}",
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
            f"mẫu thiếu tên của chính đơn vị; hãy thêm {{{level}_label}} hoặc {{{level}}}",
            f"the pattern lacks the unit's own name; add {{{level}_label}} or {{{level}}}",
        )
        return
    above = LEVELS[: LEVELS.index(level) + 1]
    known = ", ".join(f"{{{name}{suffix}}}" for name in above for suffix in ("", "_type", "_label"))
    log.add(
        line,
        f"không có {{{field}}} cho mẫu này; hãy dùng: {known}",
        f"there is no {{{field}}} for this pattern; use: {known}",
    )
