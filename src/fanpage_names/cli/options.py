"""The options that commands share: their flags, their words, and what they may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any

import typer

from fanpage_names.cli import completion
from fanpage_names.cli.language import say
from fanpage_names.errors import UseError
from fanpage_names.lang import Lang
from fanpage_names.languages import known

FORMAT_HELP = say(
    "Định dạng; nếu không ghi: bảng trên màn hình, CSV nếu đưa sang lệnh khác.",
    "Format; else a table on a terminal, CSV in a pipe.",
)


def choice(flag: str, values: Sequence[str], about: str) -> Any:  # noqa: ANN401 - as typer.Option
    """Return an option that takes one of `values`."""

    def checked(value: str | None) -> str | None:
        if value is not None and value not in values:
            known = ", ".join(values)
            raise UseError(
                "{flag} {value}: không có giá trị này; dùng một trong: {known}",
                "{flag} {value}: no such value; use one of: {known}",
                flag=flag,
                value=value,
                known=known,
            )
        return value

    return typer.Option(
        flag,
        metavar="|".join(values),
        help=about,
        callback=checked,
        autocompletion=completion.starting_with(lambda: values),
    )


LangOption = Annotated[
    Lang | None,
    choice(
        "--lang",
        known(),
        say(
            "Ngôn ngữ của thông báo; nếu không ghi: FANPAGE_NAMES_LANG, tệp cấu hình, rồi ngôn ngữ của máy.",
            "Language of messages; else FANPAGE_NAMES_LANG, the configuration file, the locale.",
        ),
    ),
]
NoColorOption = Annotated[
    bool,
    typer.Option("--no-color", help=say("Không dùng màu (như NO_COLOR).", "No colours (like NO_COLOR).")),
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help=say("Bớt thông báo.", "Say less."))]
ExitZeroOption = Annotated[
    bool,
    typer.Option("--exit-zero", help=say("Kết thúc với mã 0 dù có sai lệch.", "Exit with 0 even with deviations.")),
]
JobsOption = Annotated[
    str,
    typer.Option(
        "--jobs",
        "-j",
        metavar="N",
        help=say(
            "Số tiến trình cùng kiểm tra; 0: bằng số bộ xử lý. Kết quả không đổi.",
            "Processes that check at once; 0: as many as processors. The results are the same.",
        ),
    ),
]


@dataclass(frozen=True, slots=True)
class TerminalOptions:
    """How a command speaks to people; the language is known before (`cli.language`)."""

    lang: LangOption = None
    no_color: NoColorOption = False
    quiet: QuietOption = False


def jobs_asked(text: str) -> int:
    """Return the number of processes that `--jobs` asks for; 0 stands for the number of processors.

    Raises:
        UseError: it is no number.
    """
    if text == "1":
        return 1
    if text.isdecimal():
        from fanpage_names.parallel import processors

        return int(text) or processors()
    raise UseError(
        "--jobs {text}: phải là số tiến trình, ví dụ 4, hoặc 0 để dùng hết các bộ xử lý",
        "--jobs {text}: must be a number of processes, for example 4, or 0 for as many as processors",
        text=text,
    )
