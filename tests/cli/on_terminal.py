"""The command line on a terminal of its own: a pseudo-terminal for what it prints and what it says."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

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
    settings.pop("COLUMNS")
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
        got = b""
        while (piece := typed(got)) is not None:
            process.stdin.write(piece)
            process.stdin.flush()
            if select.select([ours], [], [], _A_MOMENT)[0]:
                got += os.read(ours, 1 << 16)
        process.stdin.close()
        with suppress(OSError):  # Linux's way of saying that the other end is closed
            while seen := os.read(ours, 1 << 16):
                got += seen
        os.close(ours)
    return got.replace(b"\r\n", b"\n")
