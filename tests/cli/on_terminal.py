"""The command line on a terminal of its own: a pseudo-terminal for what it prints and what it says."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO

from tests.cli.running import COMMAND, ENGLISH

_A_MOMENT = 0.1


def nothing_typed(_: bytes) -> None:
    """Type nothing."""


def on_terminal(
    *arguments: str,
    folder: Path,
    columns: int = 100,
    env: Mapping[str, str] | None = None,
    piped: bool = False,
    typed: Callable[[bytes], bytes | None] = nothing_typed,
) -> bytes:
    """Return all that a terminal gets.

    Args:
        arguments: those of the command.
        folder: where it runs.
        columns: the terminal's width.
        env: what its environment has beside the usual.
        piped: whether standard output goes elsewhere.
        typed: gives, by what the terminal has got so far, what comes next through standard input, a pipe; None at the
            end. It is asked again when the terminal gets something, or after a moment.
    """
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    settings = {"TERM": "xterm", **ENGLISH, **(env or {})}
    for name in {"COLUMNS", "NO_COLOR", "FORCE_COLOR"} - (env or {}).keys():
        settings.pop(name, None)
    with subprocess.Popen(
        [*COMMAND, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL if piped else theirs,
        stderr=theirs,
        cwd=folder,
        env=settings,
    ) as process:
        os.close(theirs)
        assert process.stdin
        with process.stdin as pipe:
            seen = b"".join(_while_typing(pipe, ours, typed))
        seen += b"".join(_until_closed(ours))
        os.close(ours)
    return seen.replace(b"\r\n", b"\n")


def _while_typing(pipe: IO[bytes], terminal: int, typed: Callable[[bytes], bytes | None]) -> Iterator[bytes]:
    seen = b""
    while (piece := typed(seen)) is not None:
        pipe.write(piece)
        pipe.flush()
        if select.select([terminal], [], [], _A_MOMENT)[0]:
            shown = os.read(terminal, 1 << 16)
            seen += shown
            yield shown


def _until_closed(terminal: int) -> Iterator[bytes]:
    with suppress(OSError):  # Linux's way of saying that the other end is closed
        while shown := os.read(terminal, 1 << 16):
            yield shown
