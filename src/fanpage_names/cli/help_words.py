"""The words that Typer puts into help pages, in the language of this run."""

from __future__ import annotations

import re
from typing import Any

from fanpage_names.cli.language import language

_HELP = {
    "Show this message and exit.": "In trang này rồi thoát.",
    "Install completion for the current shell.": "Cài đặt tự điền lệnh cho shell đang dùng.",
    "Show completion for the current shell, to copy it or customize the installation.": (
        "In đoạn mã tự điền lệnh của shell đang dùng, để chép lại hoặc tự cài đặt."
    ),
}
_HEADS = (
    (re.compile(r"^Usage:", re.MULTILINE), "Cách dùng:"),
    (re.compile(r"^Arguments:", re.MULTILINE), "Tham số:"),
    (re.compile(r"^Options:", re.MULTILINE), "Tùy chọn:"),
    (re.compile(r"^Commands:", re.MULTILINE), "Lệnh:"),
    (re.compile(r"\[default:(?=\s)"), "[mặc định:"),
    (re.compile(r"\[required\]"), "[bắt buộc]"),
    (re.compile(r"\[OPTIONS\]"), "[TÙY CHỌN]"),
    (re.compile(r"\bCOMMAND \[ARGS\]\.\.\."), "LỆNH [THAM SỐ]..."),
)
PLACEHOLDERS = {
    "CHAR": "DẤU",
    "CODE": "MÃ",
    "CODES": "CÁC_MÃ",
    "COLUMN": "CỘT",
    "DATE": "NGÀY",
    "EARLIER": "TRƯỚC",
    "FILE": "TỆP",
    "FOLDER": "THƯ_MỤC",
    "LIST": "DANH_MỤC",
    "NAME": "TÊN",
    "OUT": "RA",
    "PROVINCE": "TỈNH",
    "ROW": "DÒNG",
    "SHEET": "TRANG",
    "TARGET": "CHỈ_TIÊU",
    "TEXT": "TÊN",
    "UNIT": "ĐƠN_VỊ",
}
"""The words that stand for values; single letters are the same in both languages."""

_PLACEHOLDER = re.compile(r"\b[A-Z]{2,}\b")
# Typer writes the Python type of an argument behind its name; people have no use for it.
_PYTHON_TYPE = re.compile(r" <(?:list\[)?str\]?>")


def speak(param: Any) -> None:  # noqa: ANN401 - Typer's own class of parameters is not exported
    """Give a parameter the words of this run's language."""
    if language() != "vi":
        return
    param.help = _HELP.get(param.help, param.help)
    if param.metavar:
        param.metavar = _PLACEHOLDER.sub(lambda word: PLACEHOLDERS.get(word[0], word[0]), param.metavar)


def help_page(text: str) -> str:
    """Return a help page of Typer's in the language of this run, columns kept."""
    text = _PYTHON_TYPE.sub(lambda match: " " * len(match[0]), text)
    if language() == "vi":
        for english, vietnamese in _HEADS:
            text = english.sub(vietnamese, text)
    return text
