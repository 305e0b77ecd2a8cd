"""Time to start: whole processes, against an empty Typer application and against Python itself."""

from __future__ import annotations

import compileall
import os
import sys
import sysconfig
import tempfile
from collections.abc import Mapping
from itertools import islice
from pathlib import Path

import fanpage_names
from benchmarks.figures import Figure, Section
from benchmarks.names import former_names, groups_of_names, rows, write_xlsx
from benchmarks.timing import Run, best_runs

_PYTHON, _TYPER = "Python alone", "a Typer application with one empty command"
_EMPTY_APP = """\
import sys

import typer

app = typer.Typer()


@app.command()
def main() -> None:
    pass


if __name__ == "__main__":
    sys.exit(app())
"""
_TEN_NAMES = (
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
_TEN, _IN_COUNTRY, _FORMER = "check ten names", "check the same, vn_2025", "check ten names of ten provinces, vn_2025"
_MARKED, _FIXED, _REPORTED = "check 40 rows of xlsx to a marked copy", "fix the same", "report ten such workbooks"
_ASKED = {
    "--version": 1.1,
    "generate one district": 1.5,
    _TEN: 1.8,
    _IN_COUNTRY: 2 * 1.8,
    _MARKED: 2.2,
    _FIXED: 2.2,
    _REPORTED: 2.6,
}
_ASKED_OF_TEN = {_FORMER: 2.5}
"""In times of ten names of one list."""


def script() -> str:
    """Return the path of the installed command."""
    ending = ".exe" if os.name == "nt" else ""
    return str(Path(sysconfig.get_path("scripts")) / f"fanpage-names{ending}")


def measure(*, quick: bool) -> Section:
    """Return how long each process takes."""
    compileall.compile_dir(Path(fanpage_names.__file__).parent, quiet=1)  # as an installed package is
    names = [word for name in _TEN_NAMES for word in ("--name", name)]
    former = [word for names in islice(former_names(), 10) for word in ("--name", names[0])]
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty_app.py"
        empty.write_text(_EMPTY_APP, encoding="utf-8")
        book, many = Path(folder) / "a.xlsx", Path(folder) / "many"
        many.mkdir()
        for path in (book, *(many / f"{number}.xlsx" for number in range(10))):
            write_xlsx(path, rows(40, groups_of_names()))
        settings = ["--force", "--quiet", "--exit-zero"]
        taken = best_runs(
            {
                _PYTHON: [sys.executable, "-c", "pass"],
                _TYPER: [sys.executable, str(empty)],
                "--version": [script(), "--version"],
                "--help": [script(), "--help"],
                "generate one district": [script(), "generate", "Hải Hậu"],
                _TEN: [script(), "check", *names],
                _IN_COUNTRY: [script(), "check", "--units", "vn_2025", *names],
                _FORMER: [script(), "check", "--units", "vn_2025", *former],
                _MARKED: [script(), "check", str(book), "-o", str(Path(folder) / "b.xlsx"), *settings],
                _FIXED: [script(), "fix", str(book), "-o", str(Path(folder) / "c.xlsx"), *settings],
                _REPORTED: [script(), "report", str(many), "-q"],
            },
            rounds=5 if quick else 12,
        )
    return Section("Start-up", [_figure(what, taken) for what in taken])


def _figure(what: str, taken: Mapping[str, Run]) -> Figure:
    to, asked = _TYPER, _ASKED.get(what)
    if what in (_PYTHON, _TYPER):
        to = _PYTHON
    elif what in _ASKED_OF_TEN:
        to, asked = _TEN, _ASKED_OF_TEN[what]
    return Figure(what, f"{taken[what].seconds * 1e3:.0f} ms", taken[what].seconds / taken[to].seconds, to, asked)
