"""Where the time goes: the stages of a row, and the parts of the checker for a damaged name."""

from __future__ import annotations

import csv
import io
import pstats
from collections import Counter
from collections.abc import Callable, Sequence
from cProfile import Profile
from pathlib import Path
from typing import Any

from benchmarks.figures import Figure, Section
from benchmarks.names import Groups, damaged, groups_of_names, nam_dinh, rows
from benchmarks.timing import best_seconds
from fanpage_names import Checked, Checker, Result, Row
from fanpage_names.context import Context
from fanpage_names.reports.delimited import write_csv
from fanpage_names.reports.summary import Summary
from fanpage_names.rules.kinds import RowFacts
from fanpage_names.seen_rows import SeenRows
from fanpage_names.tables.columns import find_columns
from fanpage_names.tables.delimited import delimited_grid
from fanpage_names.tables.formats import Options
from fanpage_names.tables.grid import ReadOptions
from fanpage_names.tables.log import ReadingLog
from fanpage_names.tables.names import submitted_names

_PACKAGE = "fanpage_names"


def measure(*, quick: bool) -> list[Section]:
    """Return the share of each stage of a file's rows, and of each part of the checker."""
    groups = groups_of_names()
    return [_of_a_row(groups, 2_000 if quick else 20_000, 1 if quick else 5), _of_a_name(groups)]


def _read(text: str, checker: Checker) -> list[Row]:
    options, recognise = ReadOptions(), _is_a_name(checker)
    columns = find_columns(delimited_grid(io.StringIO(text), "a.csv", options), options, recognise)
    assert not isinstance(columns, str)
    return list(submitted_names(columns, recognise, ReadingLog()))


def _is_a_name(checker: Checker) -> Callable[[str], bool]:
    return lambda text: checker.check(text).unit is not None


def _of_a_row(groups: Groups, count: int, rounds: int) -> Section:
    checker = Checker(nam_dinh())
    text = io.StringIO()
    csv.writer(text).writerows([("Tên trang", "Đường dẫn"), *rows(count, groups)])
    table = _read(text.getvalue(), checker)
    results = [checker.check(row.name) for row in table]
    facts = _facts(checker, table, results)
    checked = [checker.check_row(one) for one in facts]
    stages: dict[str, Callable[[], object]] = {
        "reading the csv, finding the names": lambda: _read(text.getvalue(), checker),
        "checking the names": lambda: [checker.check(row.name) for row in table],
        "what the rows before it say": lambda: _facts(checker, table, results),
        "rules about rows": lambda: [checker.check_row(one) for one in facts],
        "counting and writing csv": lambda: _write(checked),
    }
    taken = best_seconds(stages, rounds)
    total = sum(taken.values())
    return Section(
        "A row of csv, by stage",
        [Figure(what, f"{one / count * 1e6:.2f} µs", one / total, "all stages") for what, one in taken.items()],
    )


def _facts(checker: Checker, table: Sequence[Row], results: Sequence[Result]) -> list[RowFacts]:
    return list(map(SeenRows(Context(checker.units, checker.units_meant)).facts, table, results))


def _write(checked: Sequence[Checked]) -> None:
    write_csv(Summary().counting(checked), io.StringIO(), Options())


def _of_a_name(groups: Groups) -> Section:
    """Return the share of each package in checking damaged names; what is built in counts for who calls it."""
    checker = Checker(nam_dinh())
    texts = [text for title in damaged(groups) for text in groups[title]]
    for text in texts:  # what is loaded once is loaded
        checker.check(text)
    profile = Profile()
    profile.enable()
    for text in texts:
        checker.check(text)
    profile.disable()
    shares: Counter[str] = Counter()
    stats: dict[Any, Any] = vars(pstats.Stats(profile))["stats"]
    for (file, _, _), (_, _, own, _, callers) in stats.items():
        if part := _part(file):
            shares[part] += own
        else:
            for (caller, _, _), (_, _, there, _) in callers.items():
                shares[_part(caller) or "elsewhere"] += there
    total = sum(shares.values())
    return Section(
        "A damaged name, by part of the checker (under a profiler, which makes calls dear)",
        [Figure(part, f"{own / total:.0%}", own / total, "all parts") for part, own in shares.most_common()],
    )


def _part(file: str) -> str:
    """Return the package or module of ours that a file belongs to; "" for none."""
    steps = Path(file).parts
    if _PACKAGE not in steps[:-1]:
        return ""
    below = steps[len(steps) - steps[::-1].index(_PACKAGE) :]
    return below[0].removesuffix(".py")
