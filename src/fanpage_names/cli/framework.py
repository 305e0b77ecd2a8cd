"""Typer as this program uses it: plain help in two languages, commands loaded when chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from types import MethodType
from typing import TYPE_CHECKING, Any, TypeAlias, cast

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption
from typer.main import get_command

from fanpage_names.cli.language import language, say
from fanpage_names.cli.pipe import closed_pipe_is_no_error

if TYPE_CHECKING:
    from collections.abc import MutableMapping

COMMANDS = ("generate", "check", "fix", "form", "migrate", "report", "units", "rules", "explain")

# Typer passes the base class of `typer.Context`, which it does not export.
_Context: TypeAlias = Any

_VIETNAMESE_HELP = {
    "Show this message and exit.": "In trang này rồi thoát.",
    "Install completion for the current shell.": "Cài đặt tự điền lệnh cho shell đang dùng.",
    "Show completion for the current shell, to copy it or customize the installation.": (
        "In đoạn mã tự điền lệnh của shell đang dùng, để chép lại hoặc tự cài đặt."
    ),
}
# Typer writes the Python type of an argument behind its name; people have no use for it.
_PYTHON_TYPE = re.compile(r" <(?:list\[)?str\]?>")
_VIETNAMESE_HEADS = (
    (re.compile(r"^Usage:", re.MULTILINE), "Cách dùng:"),
    (re.compile(r"^Arguments:", re.MULTILINE), "Tham số:"),
    (re.compile(r"^Options:", re.MULTILINE), "Tùy chọn:"),
    (re.compile(r"^Commands:", re.MULTILINE), "Lệnh:"),
    (re.compile(r"\[default: "), "[mặc định: "),
    (re.compile(r"\[required\]"), "[bắt buộc]"),
)


def new_app(**settings: Any) -> typer.Typer:  # noqa: ANN401 - Typer's own settings, passed through
    """Return an application for the commands of one file."""
    plain = {"add_completion": False, "rich_markup_mode": None, "pretty_exceptions_enable": False}
    return typer.Typer(**{"cls": Group, **plain, **settings})


def example(*lines: str) -> str:
    """Return the end of a help page: an example, its lines kept as they are."""
    return "\n".join(["\b", say("Ví dụ:", "Example:"), *(f"  {line}" for line in lines)])


def _text_value(self: TyperArgument | TyperOption, ctx: _Context, value: Any) -> Any:  # noqa: ANN401
    """Take a parameter's value as the text it is.

    Typer would have pydantic turn text into text, which more than doubles the time to start; what a text may
    be is for the option's callback to say.
    """
    if value is None and (self.multiple or self.nargs == -1):
        value = ()
    if self.required and self.value_is_missing(value):
        raise typer.BadParameter(say("thiếu giá trị", "a value is missing"), ctx=ctx, param=self)
    return value if self.callback is None else self.callback(ctx, self, value)


class _OwnWays:
    """What our commands and groups do differently from Typer's."""

    def get_params(self, ctx: _Context) -> list[Any]:
        """Return the parameters, `--help` among them, each taking its value as text."""
        params: list[Any] = super().get_params(ctx)  # type: ignore[misc]
        for param in params:
            param.process_value = MethodType(_text_value, param)
            if language() == "vi" and param.help in _VIETNAMESE_HELP:
                param.help = _VIETNAMESE_HELP[param.help]
        return params

    def get_help(self, ctx: _Context) -> str:
        """Return the help page in the language of this run, columns kept."""
        text: str = super().get_help(ctx)  # type: ignore[misc]
        text = _PYTHON_TYPE.sub(lambda match: " " * len(match[0]), text)
        if language() == "vi":
            for english, vietnamese in _VIETNAMESE_HEADS:
                text = english.sub(vietnamese, text)
        return text


class Command(_OwnWays, TyperCommand):
    """A command of ours."""


class Group(_OwnWays, TyperGroup):
    """A command of ours that has commands."""


class _LazyCommands(Mapping[str, Any]):
    """The commands by name; a command's module is imported when the command is asked for."""

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401
        if name not in COMMANDS:
            raise KeyError(name)
        return get_command(import_module(f"fanpage_names.cli.{name}").app)

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


class Program(Group):
    """The whole program: all commands, each loaded when chosen, and no fuss about a closed pipe."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401
        super().__init__(**settings)
        self.commands = cast("MutableMapping[str, Any]", _LazyCommands())

    def make_context(self, *args: Any, **settings: Any) -> Any:  # noqa: ANN401
        """Parse the line; `--help` prints here."""
        with closed_pipe_is_no_error():
            return super().make_context(*args, **settings)

    def invoke(self, ctx: _Context) -> Any:  # noqa: ANN401
        """Run the command and return its exit status."""
        with closed_pipe_is_no_error():
            return super().invoke(ctx)
