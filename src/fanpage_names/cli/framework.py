"""Typer as this program uses it: plain help in two languages, commands loaded when chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from types import MethodType
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias, cast

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption
from typer.main import get_command

from fanpage_names.cli.completion import install
from fanpage_names.cli.configuration import FILE_NAME, FILE_OPTION, NO_FILE_FLAGS, configuration
from fanpage_names.cli.groups import ungrouped
from fanpage_names.cli.help_words import help_page, speak
from fanpage_names.cli.language import say
from fanpage_names.cli.options import LangOption
from fanpage_names.cli.pipe import closed_pipe_is_no_error

if TYPE_CHECKING:
    from collections.abc import MutableMapping

COMMANDS = ("generate", "check", "page", "fix", "form", "migrate", "report", "units", "rules", "explain", "config")

# Typer passes the base class of `typer.Context`, which it does not export.
_Context: TypeAlias = Any


def new_app(**settings: Any) -> typer.Typer:  # noqa: ANN401 - Typer's own settings, passed through
    """Return an application for the commands of one file."""
    plain = {"add_completion": False, "rich_markup_mode": None, "pretty_exceptions_enable": False}
    return typer.Typer(**{"cls": CommandGroup, **plain, **settings})


def command(app: typer.Typer, name: str, *, help: str, epilog: str) -> Callable[[Callable[..., int]], object]:  # noqa: A002
    """Make the function a command of `app`; its options may come in groups, and it returns the exit status."""
    return lambda function: app.command(name, cls=Command, help=help, epilog=epilog)(ungrouped(function))


def example(*lines: str) -> str:
    """Return the end of a help page: an example, its lines kept as they are."""
    return "\n".join(["\b", say("Ví dụ:", "Example:"), *(f"  {line}" for line in lines)])


def _text_value(self: TyperArgument | TyperOption, ctx: _Context, value: Any) -> Any:  # noqa: ANN401
    """Take a parameter's value as the text it is.

    Typer would have pydantic turn text into text, which more than doubles the time to start; what a text may
    be is for the option's callback to say. Where a release of Typer asks for values in another way, all goes on as
    Typer does it, and the test that pydantic is not loaded fails.
    """
    if value is None and (self.multiple or self.nargs == -1):
        value = ()
    if self.required and self.value_is_missing(value):
        raise typer.BadParameter(say("thiếu giá trị", "a value is missing"), ctx=ctx, param=self)
    return value if self.callback is None else self.callback(ctx, self, value)


@cache
def _everywhere() -> Mapping[str, Any]:
    """Return the options that may stand anywhere on the line, by name; what needs them reads them before parsing."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)

    @app.command()
    def options(
        *,
        lang: LangOption = None,
        config: Annotated[
            str | None,
            typer.Option(
                FILE_OPTION,
                metavar="FILE",
                help=say(
                    "Tệp cấu hình; nếu không ghi: {file_name} gần nhất, từ thư mục này trở lên.",
                    "The configuration file; else the nearest {file_name} from this folder upwards.",
                    file_name=FILE_NAME,
                ),
            ),
        ] = None,
        no_config: Annotated[
            bool,
            typer.Option(
                *NO_FILE_FLAGS,
                help=say("Không đọc tệp cấu hình nào.", "Read no configuration file."),
            ),
        ] = False,
    ) -> None:
        """Carry the options."""

    params = {param.name: param for param in get_command(app).params}
    for param in params.values():
        param.expose_value = False
    return params


def _with_options(params: Sequence[Any]) -> list[Any]:
    """Return the parameters, and after them those of `_everywhere` that are not yet among them."""
    names = {param.name for param in params}
    return [*params, *(param for name, param in _everywhere().items() if name not in names)]


class _OwnWays:
    """What our commands and groups do differently from Typer's."""

    def get_params(self, ctx: _Context) -> list[Any]:
        """Return the parameters, `--help` among them, each taking its value as text."""
        params: list[Any] = super().get_params(ctx)  # type: ignore[misc]
        for param in params:
            param.process_value = MethodType(_text_value, param)
            speak(param)
        return params

    def get_help(self, ctx: _Context) -> str:
        """Return the help page in the language of this run, columns kept."""
        return help_page(super().get_help(ctx))  # type: ignore[misc]


class Command(_OwnWays, TyperCommand):
    """A command of ours: what its line does not say is looked up in the configuration file."""

    def __init__(self, *args: Any, **settings: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **settings)
        self.params = _with_options(self.params)

    def make_context(self, *args: Any, **settings: Any) -> Any:  # noqa: ANN401
        """Parse the line.

        Raises:
            UseError: the configuration file has faults.
        """
        found = configuration()
        ctx = super().make_context(*args, default_map=found.defaults(), **settings)
        if found.fault and not ctx.resilient_parsing:
            raise found.fault
        return ctx


class CommandGroup(_OwnWays, TyperGroup):
    """A command of ours that has commands."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401
        super().__init__(**settings)
        self.params = _with_options(self.params)


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


class Program(CommandGroup):
    """The whole program: all commands, each loaded when chosen, and no fuss about a closed pipe."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401
        super().__init__(**settings)
        self.commands = cast("MutableMapping[str, Any]", _LazyCommands())

    def get_params(self, ctx: _Context) -> list[Any]:
        """Return the parameters, with our words for what `--install-completion` has done."""
        params = super().get_params(ctx)
        for param in params:
            if param.name == "install_completion":
                param.callback = install
        return params

    def make_context(self, *args: Any, **settings: Any) -> Any:  # noqa: ANN401
        """Parse the line; `--help` prints here."""
        with closed_pipe_is_no_error():
            return super().make_context(*args, **settings)

    def invoke(self, ctx: _Context) -> Any:  # noqa: ANN401
        """Run the command and return its exit status."""
        with closed_pipe_is_no_error():
            return super().invoke(ctx)
