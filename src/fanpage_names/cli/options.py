"""The options that commands share: their flags, their words, and what they may be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, get_args

import typer

from fanpage_names.cli import completion
from fanpage_names.cli.language import say
from fanpage_names.errors import UseError
from fanpage_names.lang import Lang
from fanpage_names.languages import known
from fanpage_names.units.model import STYLES, Level, Severity, Style
from fanpage_names.units.other_words import OtherWords

FORMAT_HELP = say(
    "Định dạng; nếu không ghi: bảng trên màn hình, CSV nếu đưa sang lệnh khác.",
    "Format; else a table on a terminal, CSV in a pipe.",
)

_SEVERITIES: Mapping[str, Severity] = {"ERROR": "error", "WARNING": "warning"}


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
UnitsOption = Annotated[
    str,
    typer.Option(
        "--units",
        metavar="NAME|FILE",
        help=say(
            "Danh mục đơn vị: tên tỉnh, tên danh mục có sẵn (units lists), hoặc tệp YAML.",
            "Unit list: a province's name, a shipped list's (units lists), or a YAML.",
        ),
        autocompletion=completion.shipped_lists,
    ),
]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help=say(
            "Danh mục của tỉnh vào ngày này, như 2024-12-01 hoặc “hôm nay”.",
            "The province's list of this day, as in 2024-12-01 or “today”.",
        ),
        autocompletion=completion.starting_with(lambda: ("today", "hôm nay")),
    ),
]
StyleOption = Annotated[
    Style,
    choice(
        "--style",
        STYLES,
        say(
            "Kiểu tên: short chỉ ghi tên đơn vị, full ghi cả loại đơn vị (huyện, xã …).",
            "Style of names: short has bare names, full has unit types too (huyện, xã …).",
        ),
    ),
]
NoColorOption = Annotated[
    bool,
    typer.Option("--no-color", help=say("Không dùng màu (như NO_COLOR).", "No colours (like NO_COLOR).")),
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help=say("Bớt thông báo.", "Say less."))]
OutputOption = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help=say("Ghi vào tệp này; định dạng theo đuôi tệp.", "Write to this file; its ending tells the format."),
    ),
]
ForceOption = Annotated[
    bool, typer.Option("--force", help=say("Ghi đè tệp đã có.", "Replace an output file that exists."))
]
BomOption = Annotated[
    bool,
    typer.Option(
        "--bom",
        help=say("CSV/TSV bắt đầu bằng BOM (để Excel nhận ra UTF-8).", "CSV/TSV begin with a BOM (for Excel)."),
    ),
]
RawOption = Annotated[
    bool,
    typer.Option(
        "--raw",
        help=say(
            "CSV/TSV: không thêm ' trước ô bắt đầu bằng = + - @.",
            "CSV/TSV: no ' before cells that begin with = + - @.",
        ),
    ),
]
ExitZeroOption = Annotated[
    bool,
    typer.Option("--exit-zero", help=say("Kết thúc với mã 0 dù có sai lệch.", "Exit with 0 even with deviations.")),
]
FailOnOption = Annotated[
    Severity,
    choice(
        "--fail-on",
        get_args(Severity),
        say("Mức sai lệch nhẹ nhất cho mã kết thúc 1.", "The mildest deviation that makes the exit status 1."),
    ),
]
LevelOption = Annotated[
    Level | None,
    choice("--level", get_args(Level), say("Chỉ lấy đơn vị cấp này.", "Only units of this level.")),
]
SelectOption = Annotated[
    str,
    typer.Option(
        "--select",
        metavar="CODES",
        help=say(
            "Chỉ dùng các quy tắc này: mã hoặc phần đầu của mã (FN3), cách nhau bằng dấu phẩy.",
            "Only these rules: codes or beginnings of codes (FN3), comma-separated.",
        ),
        autocompletion=completion.rule_codes,
    ),
]
IgnoreOption = Annotated[
    str,
    typer.Option(
        "--ignore",
        metavar="CODES",
        help=say("Bỏ qua các quy tắc này (viết như --select).", "Not these rules (as --select)."),
        autocompletion=completion.rule_codes,
    ),
]
SeverityOption = Annotated[
    list[str] | None,
    typer.Option(
        "--severity",
        metavar="CODE=error|warning",
        help=say("Mức độ của một quy tắc; có thể lặp lại.", "How grave a rule is; may be repeated."),
        autocompletion=completion.rule_severities,
    ),
]
OtherWordsOption = Annotated[
    str | None,
    typer.Option(
        "--other-words",
        metavar="FILE",
        help=say(
            "Tệp YAML có thêm tên các cơ quan, đoàn thể khác và từ ngữ quanh tên.",
            "A YAML with more names of other bodies, and words around names.",
        ),
    ),
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
UnitsWanted = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="UNIT",
        help=say(
            "Huyện, thành phố hoặc xã: tên (có hoặc không có dấu, loại đơn vị), mã hoặc dạng hai-hau.",
            "A district or commune: its name (with or without marks or type), code or slug.",
        ),
        autocompletion=completion.units,
        show_default=False,
    ),
]


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


def codes(text: str) -> tuple[str, ...]:
    """Return the rule codes, or beginnings of codes, of a comma-separated list.

    Raises:
        UseError: no rule's code begins with one of them.
    """
    from fanpage_names.rules import RULES

    asked = tuple(code for piece in text.upper().split(",") if (code := piece.strip()))
    for code in asked:
        if not any(rule.code.startswith(code) for rule in RULES):
            raise _no_such_rule(code)
    return asked


def severities(pairs: Iterable[str]) -> Mapping[str, Severity]:
    """Return the severity by code that each `CODE=error|warning` gives.

    Raises:
        UseError: a text is no such pair, or there is no rule of this code.
    """
    from fanpage_names.rules import RULES_BY_CODE

    chosen: dict[str, Severity] = {}
    for pair in pairs:
        code, _, word = (piece.strip() for piece in pair.upper().partition("="))
        severity = _SEVERITIES.get(word)
        if severity is None:
            raise UseError(
                "--severity {pair}: phải viết như FN303=error hoặc FN303=warning",
                "--severity {pair}: must be written as FN303=error or FN303=warning",
                pair=pair,
            )
        if code not in RULES_BY_CODE:
            raise _no_such_rule(code)
        chosen[code] = severity
    return chosen


def _no_such_rule(code: str) -> UseError:
    return UseError(
        "{code}: không có quy tắc nào có mã này; xem: fanpage-names rules",
        "{code}: no rule has such a code; see: fanpage-names rules",
        code=code,
    )


def own_words(file: str | None) -> tuple[OtherWords, ...]:
    """Return the words in an officer's own file; none without one.

    Raises:
        UseError: the file cannot be read, or has faults.
    """
    if file is None:
        return ()
    from fanpage_names.units.other_words_reading import load_other_words

    return load_other_words(Path(file))
