"""The program as a whole: its own options, and what becomes of errors."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from io import TextIOWrapper
from typing import Annotated, TextIO

import typer
from typer.main import get_command

from fanpage_names.cli.framework import Program, example, new_app
from fanpage_names.cli.language import language, say
from fanpage_names.cli.messages import FAILED, PROGRAM, tell
from fanpage_names.cli.options import LangOption
from fanpage_names.cli.usage import usage_message
from fanpage_names.errors import UseError
from fanpage_names.terminal import utf8_stdout

TRACEBACK = "FANPAGE_NAMES_TRACEBACK"

app = new_app(
    cls=Program,
    add_completion=True,
    help=say(
        "Đặt tên đúng cho các trang Facebook của Mặt trận và kiểm tra danh sách tên do cấp dưới gửi lên.",
        "Give the Facebook pages of Fatherland Front committees their right names, and check lists of names.",
    ),
    epilog=example(f'{PROGRAM} generate "Hải Hậu"', f"{PROGRAM} check nop.csv"),
)


@app.callback(invoke_without_command=True)
def program(
    ctx: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help=say("In số phiên bản rồi thoát.", "Print the version and exit."))
    ] = False,
    lang: LangOption = None,
) -> int:
    """Print the version or, without a command, the help."""
    if version:
        from fanpage_names._version import __version__

        typer.echo(f"{PROGRAM} {__version__}")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())
    return 0


def run() -> int:
    """Run the program on the process's arguments; every error becomes one line and status 2."""
    utf8_stdout()
    _speak_utf8(sys.stderr)
    try:
        return get_command(app).main(prog_name=PROGRAM, standalone_mode=False) or 0
    except UseError as fault:
        return _failed(fault.lines(language()))
    except typer.TyperException as fault:
        return _failed(usage_message(fault))
    except OSError as fault:
        return _failed([f"{fault.filename}: {fault.strerror}" if fault.filename else str(fault)])
    except Exception as fault:
        if os.environ.get(TRACEBACK):
            raise
        return _failed(
            [
                say(
                    f"lỗi ngoài dự kiến ({type(fault).__name__}: {fault}); xin báo lại kèm câu lệnh đã gõ "
                    f"(đặt {TRACEBACK}=1 để xem chi tiết)",
                    f"unexpected error ({type(fault).__name__}: {fault}); please report it with the command "
                    f"you ran ({TRACEBACK}=1 shows the details)",
                )
            ]
        )


def _failed(lines: Iterable[str]) -> int:
    tell(lines)
    return FAILED


def _speak_utf8(stream: TextIO) -> None:
    """Make a pipe take any letter; a terminal keeps its code page, with "?" for letters that it has not."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
