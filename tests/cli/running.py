"""The command line, run as users run it: in a process of its own.

Most of what a start costs is imports. Where the system can, a process is therefore forked off one that has imported the
libraries and all of the package but the command line, whose words are in the language of the environment. Tests
of the start itself, of signals and of odd interpreters start `COMMAND` anew.
"""

from __future__ import annotations

import csv
import io
import multiprocessing
import os
import pkgutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from pathlib import Path
from typing import Protocol

import fanpage_names

ENGLISH = {**os.environ, "FANPAGE_NAMES_LANG": "en", "COLUMNS": "100"}
COMMAND = [sys.executable, "-m", "fanpage_names"]

_LIBRARIES = ("docx", "rich.console", "rich.markdown", "rich.table", "typer.main", "typer.rich_utils", "xlsxwriter")


@dataclass(frozen=True)
class Done:
    status: int
    out: str
    err: str


def csv_rows(text: str) -> list[dict[str, str]]:
    """Return what is said as csv, by its columns."""
    return list(csv.DictReader(io.StringIO(text)))


class Run(Protocol):
    """Runs the command in a folder of the test's own, in English unless `env` says otherwise."""

    def __call__(self, *arguments: str, stdin: str | bytes = "", env: Mapping[str, str] | None = None) -> Done: ...


def start(*arguments: str, folder: Path, stdin: str | bytes = "", env: Mapping[str, str] | None = None) -> Done:
    sent = stdin if isinstance(stdin, bytes) else stdin.encode()
    environment = {**ENGLISH, **(env or {})}
    of_interpreter = any(name.startswith("PYTHON") for name in env or {})
    way = _anew if of_interpreter or not _can_fork() else _forked
    status, *streams = way(arguments, folder, sent, environment)
    out, err = (stream.decode("utf-8").replace("\r\n", "\n") for stream in streams)
    return Done(status, out, err)


def _anew(arguments: Sequence[str], folder: Path, stdin: bytes, env: Mapping[str, str]) -> tuple[int, bytes, bytes]:
    done = subprocess.run([*COMMAND, *arguments], check=False, input=stdin, capture_output=True, cwd=folder, env=env)
    return done.returncode, done.stdout, done.stderr


def _can_fork() -> bool:
    return "forkserver" in multiprocessing.get_all_start_methods()


@cache
def _forks() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    parts = (part.name for part in pkgutil.walk_packages(fanpage_names.__path__, "fanpage_names."))
    core = [name for name in parts if not name.startswith("fanpage_names.cli") and not name.endswith("__main__")]
    context.set_forkserver_preload([__name__, *_LIBRARIES, *core])
    return context


def _forked(arguments: Sequence[str], folder: Path, stdin: bytes, env: Mapping[str, str]) -> tuple[int, bytes, bytes]:
    context = _forks()
    theirs_in, ours_in = context.Pipe(duplex=False)
    ours_out, theirs_out = context.Pipe(duplex=False)
    ours_err, theirs_err = context.Pipe(duplex=False)
    theirs = (theirs_in, theirs_out, theirs_err)
    process = context.Process(target=_main, args=(arguments, folder, dict(env), *theirs))
    process.start()
    for end in theirs:
        end.close()
    with ThreadPoolExecutor() as pool:
        pool.submit(_send, ours_in, stdin)
        out, err = pool.map(_received, (ours_out, ours_err))
    process.join()
    assert process.exitcode is not None
    return process.exitcode, out, err


def _send(end: Connection, content: bytes) -> None:
    with end, suppress(BrokenPipeError), open(end.fileno(), "wb", closefd=False) as stream:
        stream.write(content)


def _received(end: Connection) -> bytes:
    with end, open(end.fileno(), "rb", closefd=False) as stream:
        return stream.read()


def _main(arguments: Sequence[str], folder: Path, env: Mapping[str, str], *streams: Connection) -> None:
    """Become the command, as far as a new interpreter would have made this process so."""
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(env)
    for number, end in enumerate(streams):
        os.dup2(end.fileno(), number)
        end.close()
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115
    sys.argv = [COMMAND[-1], *arguments]
    from fanpage_names.cli import main

    sys.exit(main())
