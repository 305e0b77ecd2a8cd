"""Time to start: whole processes, as ratios to an empty Typer application measured in the same run.

Run it as `python benchmarks/startup.py` in an environment where fanpage-names is installed.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROUNDS = 15
REFERENCE = "Typer, one empty command"
EMPTY_APP = """\
import sys

import typer

app = typer.Typer()


@app.command()
def main() -> None:
    pass


if __name__ == "__main__":
    sys.exit(app())
"""
TEN_NAMES = (
    "Mặt trận Hải Hậu Nam Định",
    "Mặt trận Hải Minh Hải Hậu Nam Định",
    "Mat tran Hai Minh - Hải Hậu",
    "MTTQ Yên Tân Ý Yên Nam Định",
    "mặt trận Trực Hùng Trực Ninh Nam Định",
    "Mặt trận  Giao Hải Giao Thủy Nam Định",
    "Mặt trận xã Nghĩa Minh huyện Nghĩa Hưng tỉnh Nam Định",
    "Mặt trận Lộc Hòa TP Nam Định Nam Định",
    "Mặt trận Xuân Ninh, Xuân Trường, Nam Định",
    "Ủy ban MTTQ Việt Nam huyện Vụ Bản",
)


def script() -> str:
    """Return the path of the installed command."""
    ending = ".exe" if os.name == "nt" else ""
    return str(Path(sysconfig.get_path("scripts")) / f"fanpage-names{ending}")


def seconds(command: Sequence[str]) -> float:
    """Return how long the process took; its output is read, its exit status is not looked at."""
    started = time.perf_counter()
    subprocess.run(command, check=False, capture_output=True)
    return time.perf_counter() - started


def measure(commands: Mapping[str, Sequence[str]], rounds: int) -> Mapping[str, float]:
    """Return the median time of each command; they take turns, so that a slow moment meets all of them."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds + 1):
        for name, command in commands.items():
            times[name].append(seconds(command))
    return {name: statistics.median(taken[1:]) for name, taken in times.items()}  # the first round warms up


def main() -> None:
    """Print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    names = [word for name in TEN_NAMES for word in ("--name", name)]
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty_app.py"
        empty.write_text(EMPTY_APP, encoding="utf-8")
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            REFERENCE: [sys.executable, str(empty)],
            "--version": [script(), "--version"],
            "--help": [script(), "--help"],
            "generate one district": [script(), "generate", "Hải Hậu"],
            "check ten names": [script(), "check", *names],
        }
        taken = measure(commands, rounds)
    print(f"{'process':26} {'ms':>6} {'ratio':>6}   (median of {rounds} rounds; ratio to: {REFERENCE})")
    for name, one in taken.items():
        print(f"{name:26} {one * 1000:6.0f} {one / taken[REFERENCE]:5.2f}×")


if __name__ == "__main__":
    main()
