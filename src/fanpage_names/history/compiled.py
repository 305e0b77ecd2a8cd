"""The compiled form of the history: for each list a line of JSON with the changes from it to the next one."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from fanpage_names.history.changes import Change

_FIXED = ("from_list", "from_code", "to_list", "to_code")


def changes_file(year: int) -> str:
    """Return the name of the file with the changes of a snapshot's lists, in the order of the lists."""
    return f"history_{year}.jsonl"


def compiled(changes: Sequence[Change]) -> str:
    """Return the line of one list's changes, without the line end; what most of them have in common stands once."""
    told = [_told(change) for change in changes]
    usual = {}
    for key in sorted({key for fields in told for key in fields}):
        common, count = Counter(json.dumps(fields.get(key), ensure_ascii=False) for fields in told).most_common(1)[0]
        if count > 1 and (value := json.loads(common)) is not None:
            usual[key] = value
    rows = []
    for change, fields in zip(changes, told, strict=True):
        own = {key: fields.get(key) for key in {**usual, **fields} if fields.get(key) != usual.get(key)}
        rows.append([change.from_code, change.to_code, *([own] if own else [])])
    line = {"to": changes[0].to_list if changes else None, "usual": usual, "changes": rows}
    return json.dumps(line, ensure_ascii=False, separators=(",", ":"))


def _told(change: Change) -> dict[str, Any]:
    """Return the fields of a change that say something, as JSON has them."""
    fields = {
        key: value
        for key, value in change._asdict().items()
        if key not in _FIXED and value != Change._field_defaults.get(key)
    }
    if change.date:
        fields["date"] = str(change.date)
    return {**fields, "sources": list(change.sources)} if change.sources else fields


def read_compiled(line: bytes, from_list: str) -> tuple[Change, ...]:
    """Return the changes of a line that `compiled` made."""
    fields = json.loads(line)
    usual = fields["usual"]
    found = []
    for from_code, to_code, *own in fields["changes"]:
        told = {key: value for key, value in {**usual, **(own[0] if own else {})}.items() if value is not None}
        if "date" in told:
            told["date"] = date.fromisoformat(told["date"])
        if "sources" in told:
            told["sources"] = tuple(told["sources"])
        found.append(Change(from_list=from_list, from_code=from_code, to_list=fields["to"], to_code=to_code, **told))
    return tuple(found)
