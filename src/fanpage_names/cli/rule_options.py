"""Which rules a command applies, and how: the options, and what they say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from fanpage_names.cli import completion
from fanpage_names.cli.language import say
from fanpage_names.errors import UseError
from fanpage_names.units.model import Severity
from fanpage_names.units.other_words import OtherWords

_SEVERITIES: Mapping[str, Severity] = {"ERROR": "error", "WARNING": "warning"}


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


@dataclass(frozen=True, slots=True)
class RuleOptions:
    """Which rules are applied."""

    select: SelectOption = ""
    ignore: IgnoreOption = ""

    def chosen(self) -> Mapping[str, Any]:
        """Return what the options say, as the `Checker` takes it.

        Raises:
            UseError: as `codes`.
        """
        return {"select": codes(self.select), "ignore": codes(self.ignore)}


@dataclass(frozen=True, slots=True)
class GradedRuleOptions(RuleOptions):
    """The same, and how grave they are."""

    severity: SeverityOption = None

    def chosen(self) -> Mapping[str, Any]:
        """Return what the options say, as the `Checker` takes it.

        Raises:
            UseError: as `codes` and `severities`.
        """
        return {
            "select": codes(self.select),
            "ignore": codes(self.ignore),
            "severities": severities(self.severity or ()),
        }


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
