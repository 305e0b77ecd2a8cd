"""The configuration file `fanpage-names.yaml`: which options it may set, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, get_args

from fanpage_names.history.choosing import is_file
from fanpage_names.lang import Text
from fanpage_names.languages import known
from fanpage_names.units.faults import FaultLog
from fanpage_names.units.fields import Fields
from fanpage_names.units.loading import shipped_names
from fanpage_names.units.model import STYLES, Severity
from fanpage_names.units.nodes import Scalar, compose
from fanpage_names.units.patterns import read_own_patterns
from fanpage_names.units.targets import read_targets
from fanpage_names.units.yaml_text import yaml_text

MAX_BYTES = 1 << 20
"""A hundred times a file with every key and many comments."""

_NO_VALUE = Text("`{key}` phải là một giá trị; hãy viết như {example}", "`{key}` must be one value; write {example}")
_NO_ROW = Text(
    "`{key}: {value}` phải là số dòng, 0 nếu không có tiêu đề; hãy viết như {example}",
    "`{key}: {value}` must be the number of a row, 0 for no header; write {example}",
)
_NO_RULE = Text(
    "không có quy tắc `{code}`; hãy viết như FN303, hoặc FN3 cho cả nhóm (xem: fanpage-names rules)",
    "no rule `{code}`; write FN303, or FN3 for the whole family (see: fanpage-names rules)",
)

Value = str | tuple[str, ...]
"""What an option takes, as it would be typed on the line; several texts for an option that may be repeated."""


class Asked(NamedTuple):
    """What a reader of one key has at hand."""

    fields: Fields
    setting: Setting
    log: FaultLog
    folder: Path

    def plain(self) -> str | None:
        """Return a text or a number as text; None, and a fault, where the file has something else."""
        key, node = self.setting.key, self.fields.node(self.setting.key)
        if node is not None and not (isinstance(node, Scalar) and node.value):
            self.log.add(node.line, _NO_VALUE.format(key=key, example=self.setting.example))
            return None
        return node.value if node and node.tag in ("int", "timestamp") else self.fields.text(key)

    def units(self) -> str | None:
        """Return a shipped list's name, a province's, a day, or a path from where the file lies."""
        text = self.plain()
        if text is None or text in shipped_names():
            return text
        path = self.folder / text
        return str(path) if path.is_file() or is_file(text) else text

    def file(self) -> str | None:
        """Return a path from where the file lies."""
        text = self.fields.text(self.setting.key)
        return None if text is None else str(self.folder / text)

    def style(self) -> str | None:
        """Return a style of names."""
        return self.fields.choice(self.setting.key, STYLES)

    def lang(self) -> str | None:
        """Return a language."""
        return self.fields.choice(self.setting.key, known())

    def codes(self) -> str | None:
        """Return codes of rules, or beginnings of codes, comma-separated."""
        from fanpage_names.rules import RULES

        codes = self.fields.texts(self.setting.key)
        for code in codes:
            if not any(rule.code.startswith(code) for rule in RULES):
                self.log.add(self.fields.line_of(self.setting.key), _NO_RULE.format(code=code))
        return ",".join(codes) or None

    def severities(self) -> tuple[str, ...] | None:
        """Return a severity for each code, as in "FN303=error"."""
        from fanpage_names.rules import RULES_BY_CODE

        by_code = self.fields.fields(self.setting.key, (), tuple(RULES_BY_CODE))
        if by_code is None:
            return None
        chosen = {code: by_code.choice(code, get_args(Severity)) for code in RULES_BY_CODE if code in by_code}
        return tuple(f"{code}={severity}" for code, severity in chosen.items() if severity)

    def patterns(self) -> tuple[str, ...] | None:
        """Return patterns of page names in place of those of a shipped list."""
        styles = self.fields.fields(self.setting.key, (), STYLES)
        return None if styles is None else read_own_patterns(styles, self.log) or None

    def targets(self) -> tuple[str, ...] | None:
        """Return targets as `--target` takes them."""
        found = read_targets(self.fields, self.log)
        return tuple(f"{one.share}% {one.level} before {one.before}" for one in found) or None

    def row(self) -> str | None:
        """Return the number of a row."""
        value = self.plain()
        if value is None or (value.isascii() and value.isdecimal()):
            return value
        about = {"key": self.setting.key, "value": value, "example": self.setting.example}
        self.log.add(self.fields.line_of(self.setting.key), _NO_ROW.format(**about))
        return None


class Setting(NamedTuple):
    """An option that the file may set.

    Attributes:
        key: what the file calls it.
        parameter: what the commands' functions call it; None where it is no option, and lists are loaded with it.
        example: how it is written in the file.
        read: returns what the file says, or notes what is wrong with it.
    """

    key: str
    parameter: str | None
    example: str
    read: Callable[[Asked], Value | None]


SETTINGS = (
    Setting("units", "units", "units: ninh_binh_2025", Asked.units),
    Setting("as_of", "as_of", "as_of: 2024-12-01", Asked.plain),
    Setting("style", "style", "style: full", Asked.style),
    Setting("patterns", None, 'patterns: {short: {commune: "MTTQ {commune_label} …"}}', Asked.patterns),
    Setting("targets", "target", "targets: [{level: commune, share: 100, before: 2026-12-31}]", Asked.targets),
    Setting("lang", "lang", "lang: vi", Asked.lang),
    Setting("select", "select", "select: [FN1, FN301]", Asked.codes),
    Setting("ignore", "ignore", "ignore: [FN304]", Asked.codes),
    Setting("severities", "severity", "severities: {FN303: error}", Asked.severities),
    Setting("other_words", "other_words", "other_words: tu-ngu.yaml", Asked.file),
    Setting("column", "column", "column: Tên trang", Asked.plain),
    Setting("link_column", "link_column", "link_column: Đường link", Asked.plain),
    Setting("unit_column", "unit_column", "unit_column: Đơn vị", Asked.plain),
    Setting("sheet", "sheet", "sheet: 1", Asked.plain),
    Setting("header_row", "header", "header_row: 3", Asked.row),
    Setting("encoding", "encoding", "encoding: windows-1258", Asked.plain),
    Setting("delimiter", "delimiter", 'delimiter: ";"', Asked.plain),
)
"""Every option that the file may set: what the loader, the commands and `config` go by."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the file says of one setting.

    Attributes:
        value: as the option takes it.
        line: where the file says it, from 1.
    """

    value: Value
    line: int


def load_settings(path: Path) -> Mapping[str, Given]:
    """Return what a configuration file says, by key.

    Raises:
        UnitsFileError: the file has faults; it carries every one with its line.
        UseError: the file cannot be read.
    """
    log = FaultLog(str(path))
    text = yaml_text(
        path,
        MAX_BYTES,
        missing=Text(
            "không có tệp cấu hình này; kiểm tra lại tên và thư mục",
            "no such configuration file; check its name and folder",
        ),
        too_large=Text("quá lớn đối với một tệp cấu hình", "too large for a configuration file"),
    )
    tree = compose(text, log)
    if isinstance(tree, Scalar) and tree.tag == "null":  # nothing, or comments only
        return {}
    fields = Fields(tree, log, (), [setting.key for setting in SETTINGS])
    found = {}
    for setting in SETTINGS:
        if setting.key in fields and (value := setting.read(Asked(fields, setting, log, path.parent))) is not None:
            found[setting.key] = Given(value, fields.line_of(setting.key))
    log.close()
    return found
