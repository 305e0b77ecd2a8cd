"""`fanpage-names explain`: what a rule says, why, an example and its right form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO, TYPE_CHECKING, Annotated, TypeAlias

import typer

from fanpage_names.cli import completion
from fanpage_names.cli.framework import command, example, new_app
from fanpage_names.cli.language import say
from fanpage_names.cli.options import FORMAT_HELP, TerminalOptions, choice
from fanpage_names.cli.output import ForceOption, OutputOption, OutputOptions
from fanpage_names.errors import UseError
from fanpage_names.lang import Lang, Text
from fanpage_names.reports.labels import SEVERITY
from fanpage_names.tables.formats import Format, Options
from fanpage_names.tables.writing import md_text, printable, write_json_array
from fanpage_names.units.loading import DEFAULT_UNITS

if TYPE_CHECKING:
    from fanpage_names.rules.base import Rule

    Rules: TypeAlias = Sequence[type[Rule]]

_WHAT, _WHY = Text("Nội dung", "What"), Text("Lý do", "Why")
_LIST = Text("Theo danh mục", "By the list")
_NAMES = {"Example": Text("Viết sai", "Wrong"), "Fix": Text("Viết đúng", "Right")}
_FIX = {
    "safe": Text("sửa an toàn", "safe fix"),
    "unsafe": Text("phải có người xem trước khi sửa", "unsafe fix"),
    "none": Text("không tự sửa", "no fix"),
}

app = new_app()


def _write_text(rules: Rules, stream: IO[str], options: Options) -> None:
    for number, rule in enumerate(rules):
        stream.write("\n" * bool(number) + f"{_head(rule, options.lang)}\n\n")
        for word, text in _page(rule, options.lang):
            stream.write(f"{word}: {text}\n")


def _write_md(rules: Rules, stream: IO[str], options: Options) -> None:
    for number, rule in enumerate(rules):
        stream.write("\n" * bool(number) + f"## {_head(rule, options.lang)}\n")
        for word, text in _page(rule, options.lang):
            stream.write(f"\n**{word}:** {md_text(text)}\n")


def _write_json(rules: Rules, stream: IO[str], options: Options) -> None:
    write_json_array(
        (
            dict(code=rule.code, rule=rule.name, severity=rule.severity, fix=rule.fix, **rule.sections())
            for rule in rules
        ),
        stream,
    )


def _head(rule: type[Rule], lang: Lang) -> str:
    severity, fix = SEVERITY[rule.severity].in_lang(lang), _FIX[rule.fix].in_lang(lang)
    return f"{rule.code} {rule.name} ({severity}, {fix})"


def _page(rule: type[Rule], lang: Lang) -> Iterator[tuple[str, str]]:
    """Yield what the page shows of the rule: a word and a text each."""
    sections = rule.sections()
    yield _WHAT.in_lang(lang), rule.told("What").in_lang(lang)
    if lang != "vi":  # where the section says both
        yield _WHY.in_lang(lang), rule.told("Why").in_lang(lang)
    if rule.example_list != DEFAULT_UNITS:
        yield _LIST.in_lang(lang), rule.example_list
    for section, word in _NAMES.items():
        name = sections[section]
        # In quotes, and what cannot be seen as its code: a space at the end may be what it is about.
        yield word.in_lang(lang), name if name == "–" else f"“{printable(name)}”"


FORMATS: Mapping[str, Format[Rules]] = {
    "text": Format(_write_text, (".txt",)),
    "md": Format(_write_md, (".md",)),
    "json": Format(_write_json, (".json",)),
}


def _codes_and_names() -> Iterable[str]:
    from fanpage_names.rules import RULES

    return (text for rule in RULES for text in (rule.code, rule.name))


@command(
    app,
    "explain",
    help=say("Giải thích một quy tắc: nội dung, lý do, ví dụ.", "Explain a rule: what, why, an example."),
    epilog=example("fanpage-names explain FN301", "fanpage-names explain missing-diacritics"),
)
def explain(
    *,
    wanted: Annotated[
        list[str],
        typer.Argument(
            metavar="CODE",
            help=say("Mã hoặc tên quy tắc.", "A rule's code or name."),
            autocompletion=completion.rules,
        ),
    ],
    format_: Annotated[str | None, choice("--format", tuple(FORMATS), FORMAT_HELP)] = None,
    output: OutputOption = None,
    force: ForceOption = False,
    terminal: TerminalOptions,
) -> int:
    """Print the pages of the rules asked for, in that order."""
    rules = [_rule(text) for text in wanted]
    name = format_ or (None if output else "text")
    OutputOptions(output, force).put(rules, FORMATS, name, no_color=terminal.no_color)
    return 0


def _rule(text: str) -> type[Rule]:
    """Return the rule of this code or name; raises UseError with the nearest where there is none."""
    from difflib import get_close_matches

    from fanpage_names.rules import RULES

    for rule in RULES:
        if text.upper() == rule.code or text.lower() == rule.name:
            return rule
    near = ", ".join(get_close_matches(text, [*_codes_and_names()])) or f"{RULES[0].code} … {RULES[-1].code}"
    raise UseError(
        "{text}: không có quy tắc này; gần nhất: {near}",
        "{text}: no such rule; nearest: {near}",
        text=text,
        near=near,
    )
