"""Reads files as they are named on standard input, with little memory and little time for each, and says what came.

A process of its own: what takes more memory than there is, or never ends, ends this and not the tests.
"""

from __future__ import annotations

import json
import resource
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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
        """Return how many rows a file has, or None and the line with which it is refused.

        Raises:
            AssertionError: reading took too much memory or time, or ended in another way.
        """
        if self._process.poll() is not None:
            self.close()
            self._process = self._begin()
        pipes = self._process
        assert pipes.stdin
        assert pipes.stdout
        pipes.stdin.write(f"{path}\n".encode())
        pipes.stdin.flush()
        ready, _, _ = select.select([pipes.stdout], [], [], SECONDS * 12)
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


def _read(path: str) -> tuple[int | None, str]:
    from fanpage_names.errors import UseError
    from fanpage_names.tables.grid import ReadOptions
    from fanpage_names.tables.reading import read_rows

    signal.setitimer(signal.ITIMER_PROF, SECONDS)  # the processor's time: others may be at work, too
    try:
        return sum(1 for _ in read_rows(path, ReadOptions(), lambda text: "H" in text)), ""
    except UseError as fault:
        (line,) = fault.lines("en")
        return None, line
    except Exception as error:
        return None, f"{type(error).__name__}: {error}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for line in sys.stdin:
        print(json.dumps(_read(line.rstrip("\n"))), flush=True)


if __name__ == "__main__":
    _main()
