"""Read a file of other words, the shipped one or an officer's own: every fault with its line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from fanpage_names.lang import Text
from fanpage_names.units.faults import FaultLog
from fanpage_names.units.fields import Fields
from fanpage_names.units.nodes import Node, Scalar, compose
from fanpage_names.units.other_words import BEFORE, SECTIONS, Kind, OtherWords
from fanpage_names.units.yaml_text import yaml_text

MAX_BYTES = 1 << 20
"""Fifty times the shipped file."""

_NO_WORDS = Text(
    "“{name}” chưa có từ nào; hãy thêm words: [{name}]",
    "“{name}” has no words; add words: [{name}]",
)
_TWICE = Text("“{word}” đã có ở dòng {line}; hãy xóa một trong hai", "“{word}” is on line {line}, too; delete one")


def load_other_words(path: Path) -> tuple[OtherWords, ...]:
    """Return the words of a file of the form of `data/other_words.yaml`, any of whose sections may be left out.

    Raises:
        UnitsFileError: the file has faults; it carries every one with its line.
        UseError: the file cannot be read.
    """
    text = yaml_text(
        path,
        MAX_BYTES,
        missing=Text(
            "không có tệp từ ngữ này; kiểm tra lại tên và thư mục",
            "no such file of words; check its name and folder",
        ),
        too_large=Text("quá lớn đối với một tệp từ ngữ", "too large for a file of words"),
    )
    return read_other_words(text, str(path))


def read_other_words(text: str, file: str) -> tuple[OtherWords, ...]:
    """Return the words in the text of a file; raises UnitsFileError with every fault, each naming `file`."""
    log = FaultLog(file)
    tree = compose(text, log)
    if isinstance(tree, Scalar) and tree.tag == "null":  # nothing, or comments only
        return ()
    sections = Fields(tree, log, (), tuple(SECTIONS))
    seen: dict[tuple[str, bool], int] = {}
    found = tuple(
        entry
        for key, kind in SECTIONS.items()
        if key in sections
        for node in sections.items(key)
        for entry in _entry(node, kind, log, seen)
    )
    log.close()
    return found


def _entry(node: Node, kind: Kind, log: FaultLog, seen: dict[tuple[str, bool], int]) -> Iterator[OtherWords]:
    """Yield the entry that a node is, unless it has no name or no words."""
    fields = Fields(node, log, ("vi",), ("en", *BEFORE))
    vi = fields.text("vi")
    en = fields.text("en") or vi
    words = {key: fields.texts(key) for key in BEFORE if key in fields}
    for key, texts in words.items():
        for word in texts:
            place = (word, key == "beginning")
            if seen.setdefault(place, fields.line_of(key)) != fields.line_of(key):
                log.add(fields.line_of(key), _TWICE.format(word=word, line=seen[place]))
    if vi and en and not any(words.values()):
        log.add(node.line, _NO_WORDS.format(name=vi))
    if vi and en:
        yield OtherWords(kind, Text(vi, en), words)
