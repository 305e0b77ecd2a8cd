"""Reads, marks and mends files as they are named on standard input, with little memory and time, and says what came.

A process of its own: what takes more memory than there is, or never ends, ends this and not the tests.
"""

from __future__ import annotations

import json
import resource
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Literal

from fanpage_names.check import Checker
from fanpage_names.errors import UseError
from fanpage_names.rows import Row
from fanpage_names.submissions import Marking
from fanpage_names.tables.formats import Options
from fanpage_names.tables.grid import ReadOptions
from fanpage_names.tables.mending import Held, nothing_held
from fanpage_names.tables.reading import read_rows
from fanpage_names.tables.rewriting import rewritten
from fanpage_names.units.loading import load_units
from fanpage_names.workbooks.mending import changes, is_package, write_mended

What = Literal["read", "mark", "mark in place", "mend"]

MEMORY = 2 << 30
SECONDS = 10


class Worker:
    """The process, asked from outside; one that ended is begun anew."""

    def __init__(self) -> None:
        self._process = self._begin()

    def _begin(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "tests.security.worker"]
        return subprocess.Popen(
            command,
            cwd=Path(__file__).parents[2],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def read(self, path: Path) -> tuple[int | None, str]:
        """Return how many rows a file has, or None and the line with which it is refused; errors as `ask`."""
        return self.ask("read", path)

    def ask(self, what: What, path: Path) -> tuple[int | None, str]:
        """Do something with a file; return how much came of it, or None and the line with which it is refused.

        Raises:
            AssertionError: it took too much memory or time, or ended in another way.
        """
        if self._process.poll() is not None:
            self.close()
            self._process = self._begin()
        pipes = self._process
        assert pipes.stdin
        assert pipes.stdout
        pipes.stdin.write(f"{what} {path}\n".encode())
        pipes.stdin.flush()
        ready, _, _ = select.select([pipes.stdout], [], [], SECONDS * 60)
        said = pipes.stdout.readline() if ready else b""
        assert said, f"{path}: the process {'ended' if ready else 'hangs'}"
        rows, line = json.loads(said)
        assert rows is not None or line.startswith(f"{path}: "), line
        return rows, line

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()


@contextmanager
def worker() -> Iterator[Worker]:
    one = Worker()
    try:
        yield one
    finally:
        one.close()


def _rows(path: str) -> int:
    return sum(1 for _ in read_rows(path, ReadOptions(), _recognise))


def _marked(path: str) -> int:
    return _mark(path, in_place=False)


def _marked_in_place(path: str) -> int:
    return _mark(path, in_place=True)


def _mark(path: str, *, in_place: bool) -> int:
    stream = BytesIO()
    checker = Checker(load_units("nam_dinh_units"))
    Marking(checker, ReadOptions(), Options("en"), lambda rows: rows).mark(path, stream, in_place=in_place)
    return stream.tell()


def _mended(path: str) -> int:
    def other(rows: Iterable[Row], held: Held = nothing_held) -> Iterator[tuple[Row, Row]]:
        return ((row, row if held(row) else row._replace(name=row.name + "!")) for row in rows)

    stream = BytesIO()
    if is_package(path):
        write_mended(path, changes(path, ReadOptions(), _recognise, other), stream)
        return stream.tell()
    return sum(len(piece.new) for piece in rewritten(path, ReadOptions(), _recognise, other))


def _recognise(text: str) -> bool:
    return "H" in text


_JOBS: Mapping[str, Callable[[str], int]] = {
    "read": _rows,
    "mark": _marked,
    "mark in place": _marked_in_place,
    "mend": _mended,
}


def _done(line: str) -> tuple[int | None, str]:
    what = next(job for job in sorted(_JOBS, key=len, reverse=True) if line.startswith(f"{job} "))
    signal.setitimer(signal.ITIMER_PROF, SECONDS)  # the processor's time: others may be at work, too
    try:
        return _JOBS[what](line.removeprefix(f"{what} ")), ""
    except UseError as fault:
        (said,) = fault.lines("en")
        return None, said
    except Exception as error:
        return None, f"{type(error).__name__}: {error}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for line in sys.stdin:
        print(json.dumps(_done(line.rstrip("\n"))), flush=True)


if __name__ == "__main__":
    _main()
