"""The command line, run as users run it: in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

ENGLISH = {**os.environ, "FANPAGE_NAMES_LANG": "en", "COLUMNS": "100"}
COMMAND = [sys.executable, "-m", "fanpage_names"]


@dataclass(frozen=True)
class Done:
    status: int
    out: str
    err: str


class Run(Protocol):
    """Runs the command in a folder of the test's own, in English unless `env` says otherwise."""

    def __call__(self, *arguments: str, stdin: str | bytes = "", env: Mapping[str, str] | None = None) -> Done: ...


def start(*arguments: str, folder: Path, stdin: str | bytes = "", env: Mapping[str, str] | None = None) -> Done:
    done = subprocess.run(
        [*COMMAND, *arguments],
        check=False,
        input=stdin if isinstance(stdin, bytes) else stdin.encode(),
        capture_output=True,
        cwd=folder,
        env={**ENGLISH, **(env or {})},
    )
    out, err = (text.decode("utf-8").replace("\r\n", "\n") for text in (done.stdout, done.stderr))
    return Done(done.returncode, out, err)
