"""The words that Typer puts into help pages, in the language of this run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from fanpage_names.cli.language import language
from fanpage_names.lang import Text

_HELP = (
    Text("In trang này rồi thoát.", "Show this message and exit."),
    Text("Cài đặt tự điền lệnh cho shell đang dùng.", "Install completion for the current shell."),
    Text(
        "In đoạn mã tự điền lệnh của shell đang dùng, để chép lại hoặc tự cài đặt.",
        "Show completion for the current shell, to copy it or customize the installation.",
    ),
)
_HEADS = (
    (r"^Usage:", Text("Cách dùng:", "Usage:")),
    (r"^Arguments:", Text("Tham số:", "Arguments:")),
    (r"^Options:", Text("Tùy chọn:", "Options:")),
    (r"^Commands:", Text("Lệnh:", "Commands:")),
    (r"\[default:(?=\s)", Text("[mặc định:", "[default:")),
    (r"\[required\]", Text("[bắt buộc]", "[required]")),
    (r"\[OPTIONS\]", Text("[TÙY CHỌN]", "[OPTIONS]")),
    (r"\bCOMMAND \[ARGS\]\.\.\.", Text("LỆNH [THAM SỐ]...", "COMMAND [ARGS]...")),
)
PLACEHOLDERS = (
    Text("DẤU", "CHAR"),
    Text("MÃ", "CODE"),
    Text("CÁC_MÃ", "CODES"),
    Text("CỘT", "COLUMN"),
    Text("NGÀY", "DATE"),
    Text("TRƯỚC", "EARLIER"),
    Text("TỆP", "FILE"),
    Text("THƯ_MỤC", "FOLDER"),
    Text("DANH_MỤC", "LIST"),
    Text("TÊN", "NAME"),
    Text("RA", "OUT"),
    Text("TỈNH", "PROVINCE"),
    Text("DÒNG", "ROW"),
    Text("TRANG", "SHEET"),
    Text("CHỈ_TIÊU", "TARGET"),
    Text("TÊN", "TEXT"),
    Text("ĐƠN_VỊ", "UNIT"),
)
"""The words that stand for values; single letters are the same in both languages."""

_PLACEHOLDER = re.compile(r"\b[A-Z]{2,}\b")
# Typer writes the Python type of an argument behind its name; people have no use for it.
_PYTHON_TYPE = re.compile(r" <(?:list\[)?str\]?>")


def speak(param: Any) -> None:  # noqa: ANN401 - Typer's own class of parameters is not exported
    """Give a parameter the words of this run's language."""
    param.help = _in_language(_HELP).get(param.help, param.help)
    if param.metavar:
        words = _in_language(PLACEHOLDERS)
        param.metavar = _PLACEHOLDER.sub(lambda word: words.get(word[0], word[0]), param.metavar)


def _in_language(texts: Iterable[Text]) -> Mapping[str, str]:
    """Return the texts in the language of this run, by the English ones."""
    return {text.en: text.in_lang(language()) for text in texts}


def help_page(text: str) -> str:
    """Return a help page of Typer's in the language of this run, columns kept."""
    text = _PYTHON_TYPE.sub(lambda match: " " * len(match[0]), text)
    for english, said in _HEADS:
        text = re.sub(english, said.in_lang(language()).replace("\\", r"\\"), text, flags=re.MULTILINE)
    return text
