"""The `rules` key of a unit list: which rules its office wants, and how grave they are."""

from __future__ import annotations

import re

from fanpage_names.lang import Text
from fanpage_names.units.faults import FaultLog
from fanpage_names.units.fields import Fields
from fanpage_names.units.model import RuleSettings, Severity
from fanpage_names.units.nodes import MappingNode, Scalar

_SEVERITIES: tuple[Severity, ...] = ("error", "warning")
_PREFIX = re.compile(r"FN[0-9]{0,3}")
_CODE = re.compile(r"FN[0-9]{3}")


def read_rules(top: Fields, log: FaultLog) -> RuleSettings:
    """Return the settings; whether a rule of such a code exists is not looked at here."""
    fields = top.fields("rules", (), ("select", "ignore", "severity"))
    if fields is None:
        return RuleSettings()
    return RuleSettings(_codes(fields, "select", log), _codes(fields, "ignore", log), _severities(fields, log))


def _codes(fields: Fields, key: str, log: FaultLog) -> tuple[str, ...]:
    codes = fields.texts(key)
    for code in codes:
        if not _PREFIX.fullmatch(code):
            log.add(
                fields.line_of(key),
                Text(
                    "`{code}` không phải mã quy tắc; hãy viết như FN303, hoặc FN3 cho cả nhóm",
                    "`{code}` is no rule code; write FN303, or FN3 for the whole family",
                ).format(code=code),
            )
    return codes


def _severities(fields: Fields, log: FaultLog) -> dict[str, Severity]:
    node = fields.node("severity")
    pairs = node.pairs if isinstance(node, MappingNode) else ()
    codes = [key.value for key, _ in pairs if isinstance(key, Scalar) and _CODE.fullmatch(key.value)]
    by_code = fields.fields("severity", (), codes or ["FN303"])
    chosen = {code: by_code.choice(code, _SEVERITIES) for code in codes} if by_code else {}
    return {code: severity for code, severity in chosen.items() if severity}
