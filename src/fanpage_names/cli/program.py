"""The program as a whole: its own options, and what becomes of errors."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from io import TextIOWrapper
from typing import Annotated, TextIO

import typer
from typer.main import get_command

from fanpage_names.cli.arguments import has_flag
from fanpage_names.cli.framework import Program, example, new_app
from fanpage_names.cli.language import language, say
from fanpage_names.cli.messages import FAILED, PROGRAM, tell
from fanpage_names.cli.options import LangOption
from fanpage_names.cli.usage import usage_message
from fanpage_names.errors import UseError
from fanpage_names.terminal import lacking, shows_vietnamese, utf8_stdout

COMPLETION = "_FANPAGE_NAMES_COMPLETE"
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
    if os.environ.get(COMPLETION):  # the shell asks while somebody types: whatever goes wrong, nothing is offered
        with suppress(Exception):
            get_command(app).main(prog_name=PROGRAM)
        return FAILED
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
                    "lỗi ngoài dự kiến ({name}: {fault}); xin báo lại kèm câu lệnh đã gõ "
                    "(đặt {traceback}=1 để xem chi tiết)",
                    "unexpected error ({name}: {fault}); please report it with the command "
                    "you ran ({traceback}=1 shows the details)",
                    name=type(fault).__name__,
                    fault=fault,
                    traceback=TRACEBACK,
                )
            ]
        )


def _failed(lines: Iterable[str]) -> int:
    tell(lines)
    return FAILED


def _speak_utf8(stream: TextIO) -> None:
    """Make a pipe take any letter; a terminal keeps its code page, and where that lacks letters, say so."""
    if not isinstance(stream, TextIOWrapper):
        return
    if not stream.isatty():
        stream.reconfigure(encoding="utf-8", errors="replace")
        return
    stream.reconfigure(errors=lacking(stream.encoding))
    if not shows_vietnamese(stream) and not has_flag("-q", "--quiet"):
        tell(
            [
                say(
                    "màn hình dùng bảng mã {encoding}, không đủ chữ Việt; trên Windows hãy gõ: chcp 65001",
                    "the terminal's code page {encoding} lacks Vietnamese letters; on Windows type: chcp 65001",
                    encoding=stream.encoding,
                )
            ]
        )
