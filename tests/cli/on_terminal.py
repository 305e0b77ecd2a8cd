"""The command line on a terminal of its own: a pseudo-terminal for what it prints and what it says."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from tests.cli.running import COMMAND, ENGLISH


def on_terminal(
    *arguments: str,
    folder: Path,
    columns: int = 100,
    env: Mapping[str, str] | None = None,
    piped: bool = False,
    typed: Sequence[bytes] = (),
    pause: float = 0,
) -> bytes:
    """Return all that a terminal gets.

    Args:
        arguments: those of the command.
        folder: where it runs.
        columns: the terminal's width.
        env: what its environment has beside the usual.
        piped: whether standard output goes elsewhere.
        typed: what comes through standard input, a pipe.
        pause: seconds before each of its pieces but the first.
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
        for number, piece in enumerate(typed):
            time.sleep(pause if number else 0)
            process.stdin.write(piece)
            process.stdin.flush()
        process.stdin.close()
        got = b""
        with suppress(OSError):  # Linux's way of saying that the other end is closed
            while seen := os.read(ours, 1 << 16):
                got += seen
        os.close(ours)
    return got.replace(b"\r\n", b"\n")
