"""Typer's words about a line that it cannot read, as one line with a hint, in both languages."""

from __future__ import annotations

import re
from collections.abc import Sequence

import typer

from fanpage_names.cli.language import language, say

_VIETNAMESE = (
    (re.compile(r"No such option: (\S+)"), r"không có tùy chọn \1"),
    (re.compile(r"No such command '(.*?)'"), r"không có lệnh '\1'"),
    (re.compile(r"Option '(\S+)' requires an argument"), r"tùy chọn \1 cần một giá trị"),
    (re.compile(r"Option '(\S+)' does not take a value"), r"tùy chọn \1 không nhận giá trị"),
    (re.compile(r"Got unexpected extra argument(?:\(s\)|s)? \((.*)\)"), r"thừa tham số: \1"),
    (re.compile(r"Missing command"), "thiếu tên lệnh"),
    (re.compile(r"Invalid value for '(.*?)': "), r"\1: "),
    (re.compile(r"\(Possible options: (.*)\)"), r"(có phải là \1?)"),
    (re.compile(r"Did you mean (.*)\?"), r"Có phải là \1?"),
)


def usage_message(fault: typer.TyperException) -> Sequence[str]:
    """Return the one line to print: what is wrong, and the command whose help says what is right."""
    said = " ".join(fault.format_message().split()).rstrip(".")
    if language() == "vi":
        for english, vietnamese in _VIETNAMESE:
            said = english.sub(vietnamese, said)
    ctx = getattr(fault, "ctx", None)
    command = ctx.command_path if ctx else "fanpage-names"
    return [said + say(" (xem: {command} --help)", " (see: {command} --help)", command=command)]
