"""Whole files: rows a second, memory, and two processes, against reading and writing the same rows alone."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.figures import Figure, Section
from benchmarks.names import Groups, groups_of_names, rows, write_csv, write_xlsx
from benchmarks.timing import Run, best_runs

_READ_AND_WRITE_CSV = """\
import csv, sys

with open(sys.argv[1], encoding="utf-8", newline="") as file, open(sys.argv[2], "w", encoding="utf-8") as out:
    csv.writer(out).writerows(csv.reader(file))
"""
_READ_AND_WRITE_XLSX = """\
import sys
from python_calamine import load_workbook
from xlsxwriter import Workbook

rows = load_workbook(sys.argv[1]).get_sheet_by_index(0).to_python(skip_empty_area=False)
with Workbook(sys.argv[2], {"strings_to_urls": False, "strings_to_formulas": False}) as book:
    sheet = book.add_worksheet()
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
"""
_ALONE = {".csv": _READ_AND_WRITE_CSV, ".xlsx": _READ_AND_WRITE_XLSX}
_LARGE = 100_000
"""Files of so many rows are long enough for one run."""

_LINEAR = 1.1
_STEADY = 1.1
_MARKED, _MARKED_MB = 1.7, 250
"""Time that grows with the rows, memory that does not: but for what processes of Python vary by."""


class _Files:
    """Files of names in a folder, and the commands that read them."""

    def __init__(self, folder: Path, groups: Groups) -> None:
        self._folder = folder
        self._groups = groups

    def made(self, ending: str, count: int) -> str:
        """Return the path of a file with so many rows."""
        path = self._folder / f"{count}{ending}"
        if not path.exists():
            (write_csv if ending == ".csv" else write_xlsx)(path, rows(count, self._groups))
        return str(path)

    def check(self, ending: str, count: int, *options: str) -> Sequence[str]:
        out = str(self._folder / f"checked{ending}")
        settings = ["--force", "--quiet", "--exit-zero", *options]
        return [sys.executable, "-m", "fanpage_names", "check", self.made(ending, count), "-o", out, *settings]

    def alone(self, ending: str, count: int) -> Sequence[str]:
        return [sys.executable, "-c", _ALONE[ending], self.made(ending, count), str(self._folder / f"copy{ending}")]


def _figures(ending: str, runs: Mapping[tuple[str, int], Run], counts: Sequence[int]) -> list[Figure]:
    figures = []
    for count in counts:
        checked, alone = runs["check", count], runs["alone", count]
        memory = f", {checked.memory:.0f} MB" if checked.memory else ""
        speed = f"{count / checked.seconds:,.0f} rows a second{memory}"
        figures.append(
            Figure(f"{ending[1:]}, {count:,} rows", speed, checked.seconds / alone.seconds, "reading and writing alone")
        )
    return figures


def _growth(runs: Mapping[tuple[str, int], Run], less: int, more: int) -> list[Figure]:
    """Return how time and memory grow from one size of csv to ten times as much, each run once and in turn."""
    small, large = runs["less", more], runs["check", more]
    what, to = f"csv, {more:,} rows", f"{less:,} rows"
    figures = []
    if small.busy and large.busy:  # not `seconds`: runs of minutes never find the machine the same
        ratio = large.busy / small.busy
        figures.append(Figure(f"{what}: processor time", f"{large.busy:.1f} s", ratio, to, more / less * _LINEAR))
    if small.memory and large.memory:
        figures.append(Figure(f"{what}: memory", f"{large.memory:.0f} MB", large.memory / small.memory, to, _STEADY))
    return figures


def measure(*, quick: bool) -> list[Section]:
    """Return how long files of csv take and how much memory."""
    sizes = (1_000, 10_000) if quick else (10_000, 100_000)
    with tempfile.TemporaryDirectory() as folder:
        files = _Files(Path(folder), groups_of_names())
        runs: dict[tuple[str, int], Run] = {}
        for count in sizes:
            commands = {"check": files.check(".csv", count), "alone": files.alone(".csv", count)}
            if count == sizes[-1]:
                commands["jobs"] = files.check(".csv", count, "--jobs", "2")
                commands["less"] = files.check(".csv", sizes[-2])
            rounds = 1 if quick or count >= _LARGE else 3
            runs |= {(name, count): one for name, one in best_runs(commands, rounds).items()}
        figures = [*_figures(".csv", runs, sizes), *_growth(runs, *sizes[-2:]), _jobs(runs, sizes[-1])]
    return [Section("Files of csv, half of the names clean, a link in each row", figures)]


def measure_workbooks(*, quick: bool) -> list[Section]:
    """Return what marked copies of workbooks cost beside the same check written as csv."""
    figures = []
    with tempfile.TemporaryDirectory() as folder:
        files = _Files(Path(folder), groups_of_names())
        for count in (1_000,) if quick else (100_000,):
            to_csv = [*files.check(".xlsx", count), "-o", str(Path(folder) / "checked.csv")]
            commands = {"marked": files.check(".xlsx", count), "csv": to_csv, "alone": files.alone(".xlsx", count)}
            figures += _marked(best_runs(commands, 1), count)
    return [Section("Files of xlsx, half of the names clean, a link in each row", figures)]


def _marked(runs: Mapping[str, Run], count: int) -> list[Figure]:
    marked, to_csv, alone = (runs[name] for name in ("marked", "csv", "alone"))
    what = f"xlsx, {count:,} rows"
    figures = [
        Figure(f"{what}, to csv", _said(to_csv), _times(to_csv, alone), "reading and writing alone"),
        Figure(f"{what}, marked copy", _said(marked), _times(marked, to_csv), "the same to csv", _MARKED),
    ]
    if marked.memory:
        ratio = marked.memory / _MARKED_MB
        figures.append(Figure(f"{what}, marked copy: memory", f"{marked.memory:.0f} MB", ratio, f"{_MARKED_MB} MB", 1))
    return figures


def _said(run: Run) -> str:
    return f"{run.busy or run.seconds:.1f} s of a processor" + (f", {run.memory:.0f} MB" if run.memory else "")


def _times(run: Run, other: Run) -> float:
    return (run.busy or run.seconds) / (other.busy or other.seconds)


def _jobs(runs: Mapping[tuple[str, int], Run], count: int) -> Figure:
    one, two = runs["check", count], runs["jobs", count]
    memory = f", {two.memory:.0f} MB in the largest" if two.memory else ""
    what = f"csv, {count:,} rows, --jobs 2: times faster"
    return Figure(what, f"{two.seconds:.1f} s{memory}", one.seconds / two.seconds, "one process", at_least=True)
