"""Typed access to the nodes of a unit list; whatever is not as it should be goes into the fault log."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import TypeVar
from unicodedata import is_normalized, normalize

from fanpage_names.lang import Text
from fanpage_names.units.faults import FaultLog
from fanpage_names.units.nodes import ListNode, MappingNode, Node, Scalar

EXAMPLES: Mapping[str, str] = {
    "title": "title: Nam Định, 31/12/2021",
    "in_force": "in_force: {from: 2020-02-01, to: 2024-08-31}",
    "from": "from: 2020-02-01",
    "to": "to: 2024-08-31",
    "sources": 'sources: ["858/NQ-UBTVQH14"]',
    "patterns": "patterns: {short: {province: …, commune: …}, full: {province: …, commune: …}}",
    "short": 'short: {commune: "Mặt trận {commune_label} {province_label}"}',
    "full": 'full: {commune: "Mặt trận {commune_type} {commune} {province_type} {province}"}',
    "targets": "targets: [{level: district, share: 100, before: 2022-01-31}]",
    "level": "level: district",
    "share": "share: 100",
    "before": "before: 2022-01-31",
    "rules": "rules: {ignore: [FN304]}",
    "select": "select: [FN1, FN301]",
    "ignore": "ignore: [FN304]",
    "severity": "severity: {FN303: error}",
    "province": 'province: "Mặt trận Tổ quốc {province_type} {province}"',
    "district": 'district: "Mặt trận {district_label} {province_label}"',
    "commune": 'commune: "Mặt trận {commune_label} {province_label}"',
    "provinces": 'provinces: [{code: "36", type: tỉnh, name: Nam Định, districts: […]}]',
    "districts": 'districts: [{code: "366", type: huyện, name: Hải Hậu, communes: […]}]',
    "communes": 'communes: [{code: "14233", type: xã, name: Hải Minh}]',
    "code": 'code: "14233"',
    "type": "type: xã",
    "name": "name: Hải Minh",
    "label": "label: TP Nam Định",
    "retyped": "retyped: {2026-04-30: phường}",
}
"""How each key is written: what a fault tells its reader to write."""

Chosen = TypeVar("Chosen", bound=str)

_PLACES = ("parent", "parent_code", "provinces", "districts", "communes")
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)

_MISSING = Text("thiếu `{key}`; hãy thêm {example}", "`{key}` is missing; add {example}")
_EMPTY = Text("`{key}` để trống; hãy viết như {example}", "`{key}` is empty; write it as in {example}")
_DOUBLED = Text(
    "`{key}` đã có ở dòng {line}; hãy xóa một trong hai",
    "`{key}` is already on line {line}; delete one of them",
)
_UNKNOWN = Text("không có khóa `{key}`; hãy dùng: {known}", "unknown key `{key}`; use: {known}")
_MISPLACED = Text(
    "không dùng `{key}` ở đây: cấp trên của một đơn vị là đơn vị chứa nó; hãy chuyển vào đúng chỗ",
    "`{key}` is not used here: a unit's parent is the unit it stands under; move it to its place",
)
_NO_MAPPING = Text(
    "chỗ này phải là các cặp `khóa: giá trị` với khóa: {keys}",
    "this must be pairs of `key: value`, with the keys: {keys}",
)
_NO_LIST = Text("`{key}` phải là một danh sách; hãy viết như {example}", "`{key}` must be a list; write {example}")
_NO_TEXT = Text("`{key}` phải là văn bản; hãy viết như {example}", "`{key}` must be text; write it as in {example}")
_NO_DAY = Text(
    "`{key}: {value}` không phải một ngày có thật; hãy viết năm-tháng-ngày như {example}",
    "`{key}: {value}` is no day; write year-month-day as in {example}",
)
_NO_NUMBER = Text(
    "`{key}: {value}` phải là số nguyên từ {low} đến {high}; hãy viết như {example}",
    "`{key}: {value}` must be a whole number from {low} to {high}; write it as in {example}",
)
_NO_CHOICE = Text("không có `{key}: {value}`; hãy dùng: {known}", "there is no `{key}: {value}`; use: {known}")
_UNQUOTED = Text(
    '`{value}` bị YAML hiểu là {kind}; hãy đặt trong ngoặc kép: {key}: "{value}"',
    'YAML takes `{value}` for {kind}; quote it: {key}: "{value}"',
)
_KINDS: Mapping[str, Text] = {
    "int": Text("số", "a number"),
    "float": Text("số", "a number"),
    "bool": Text("đúng/sai", "true or false"),
    "timestamp": Text("ngày tháng", "a date"),
}
_OTHER_KIND = Text("ký hiệu của YAML", "a sign of its own")
_DECOMPOSED = Text(
    "`{key}` chưa ở dạng Unicode NFC (dựng sẵn); hãy chép lại: {right}",
    "`{key}` is not Unicode NFC; copy this: {right}",
)
_ODD_SPACE = Text(
    "`{key}` có khoảng trắng thừa hoặc ký tự không nhìn thấy; hãy viết: {right}",
    "`{key}` has superfluous spaces or invisible characters; write: {right}",
)


def read_text(node: Node, key: str, log: FaultLog) -> str | None:
    """Return the text of the node of `key`; None, and a fault, where it is not cleanly written text."""
    if not isinstance(node, Scalar):
        log.add(node.line, _NO_TEXT.format(key=key, example=_example(key)))
        return None
    value = node.value
    if not value or node.tag == "null":
        log.add(node.line, _EMPTY.format(key=key, example=_example(key)))
    elif node.tag != "str":
        kind = _KINDS.get(node.tag, _OTHER_KIND)
        log.add(node.line, _UNQUOTED.format(key=key, value=value, kind=kind))
    elif not is_normalized("NFC", value):
        log.add(node.line, _DECOMPOSED.format(key=key, right=normalize("NFC", value)))
    elif not value.isprintable() or value != " ".join(value.split()):
        log.add(node.line, _ODD_SPACE.format(key=key, right=tidy(value)))
    else:
        return value
    return None


def is_day(text: str) -> bool:
    """Whether a text is a day, written as YAML and ISO 8601 write it."""
    try:
        return bool(_DAY.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False


def _example(key: str) -> str:
    return EXAMPLES.get(key, f"{key}: …")


def tidy(value: str) -> str:
    """Return `value` as a text must be: NFC, printable, with single spaces only inside."""
    visible = "".join(filter(str.isprintable, " ".join(value.split())))
    return " ".join(normalize("NFC", visible).split())


class Fields:
    """The values of one mapping by key.

    A key that is missing, unknown or doubled is a fault of the mapping; a value that cannot be read is a
    fault when it is asked for, and None then stands for it.

    Args:
        node: the node that should be a mapping.
        log: where faults go.
        required: keys that must be there.
        optional: keys that may be there.
    """

    def __init__(self, node: Node, log: FaultLog, required: Collection[str], optional: Collection[str] = ()) -> None:
        self.line = node.line
        self._log = log
        self._required = required
        self._values: dict[str, Node] = {}
        self._misspelled: set[str] = set()
        known = tuple(dict.fromkeys((*required, *optional)))
        if not isinstance(node, MappingNode):
            log.add(node.line, _NO_MAPPING.format(keys=", ".join(known)))
            return
        for key, value in node.pairs:
            self._take(key, value, known)
        for word in required:
            if word not in self._values and word not in self._misspelled:
                log.add(node.line, _MISSING.format(key=word, example=_example(word)))

    def _take(self, key: Node, value: Node, known: Sequence[str]) -> None:
        word = key.value if isinstance(key, Scalar) else "?"
        if word in self._values:
            self._log.add(key.line, _DOUBLED.format(key=word, line=self._values[word].line))
        elif word in known:
            self._values[word] = value
        elif word in _PLACES:
            self._log.add(key.line, _MISPLACED.format(key=word))
        else:
            from difflib import get_close_matches

            near = get_close_matches(word, known, n=1)
            self._misspelled.update(near)
            self._log.add(key.line, _UNKNOWN.format(key=word, known=", ".join(near or known)))

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def node(self, key: str) -> Node | None:
        """Return the value's node; None where there is none, or where it is empty and may be so."""
        node = self._values.get(key)
        if isinstance(node, Scalar) and node.tag == "null":
            if key in self._required:
                self._log.add(node.line, _EMPTY.format(key=key, example=_example(key)))
            return None
        return node

    def line_of(self, key: str) -> int:
        """Return the line of a value; of the mapping where there is none."""
        node = self._values.get(key)
        return node.line if node else self.line

    def text(self, key: str) -> str | None:
        """Return a text, which must be NFC, printable, and with single spaces only inside."""
        node = self.node(key)
        return None if node is None else read_text(node, key, self._log)

    def fields(self, key: str, required: Collection[str], optional: Collection[str] = ()) -> Fields | None:
        """Return the values of a mapping; None where there is none."""
        node = self.node(key)
        return None if node is None else Fields(node, self._log, required, optional)

    def choice(self, key: str, known: Sequence[Chosen]) -> Chosen | None:
        """Return a text that is one of those known."""
        value = self.text(key)
        found = next((word for word in known if word == value), None)
        if value is not None and found is None:
            self._log.add(self.line_of(key), _NO_CHOICE.format(key=key, value=value, known=", ".join(known)))
        return found

    def day(self, key: str) -> date | None:
        """Return a day, written as YAML and ISO 8601 write it."""
        node = self.node(key)
        if node is None:
            return None
        value = node.value if isinstance(node, Scalar) else ""
        if is_day(value):
            return date.fromisoformat(value)
        self._log.add(node.line, _NO_DAY.format(key=key, value=value, example=_example(key)))
        return None

    def number(self, key: str, low: int, high: int) -> int | None:
        """Return a whole number from `low` to `high`."""
        node = self.node(key)
        if node is None:
            return None
        value = node.value if isinstance(node, Scalar) else ""
        if value.isascii() and value.isdigit() and len(value) < 10 and low <= int(value) <= high:
            return int(value)
        about = {"key": key, "value": value, "low": low, "high": high, "example": _example(key)}
        self._log.add(node.line, _NO_NUMBER.format(**about))
        return None

    def items(self, key: str) -> Sequence[Node]:
        """Return the values of a list; none where it is missing or no list."""
        node = self.node(key)
        if isinstance(node, ListNode) and (node.items or key not in self._required):
            return node.items
        if isinstance(node, ListNode):
            self._log.add(node.line, _EMPTY.format(key=key, example=_example(key)))
        elif node is not None:
            self._log.add(node.line, _NO_LIST.format(key=key, example=_example(key)))
        return ()

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the texts of a list, each read as by `text`."""
        found = (read_text(node, key, self._log) for node in self.items(key))
        return tuple(text for text in found if text is not None)
