"""What else people would take for the same 20,000 rows: how long each takes, and how often each is right.

Each is a program of its own, as a user would write it: it reads a csv file of names and writes one with the units.
"""

from __future__ import annotations

import csv
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.util import find_spec
from itertools import cycle, islice
from pathlib import Path

from benchmarks.figures import Figure, Section
from benchmarks.names import nam_dinh
from benchmarks.timing import best_runs
from fanpage_names.naming import canonical_names
from tests.corpus.build import SEED, corpus, worlds
from tests.corpus.draft import Case

_RAPIDFUZZ = """\
import sys
import pandas as pd
from rapidfuzz import fuzz, process, utils

names, official = (pd.read_csv(path, dtype=str, keep_default_na=False) for path in sys.argv[1:3])
known = {utils.default_process(name): code for name, code in zip(official["page_name"], official["unit_code"])}

def nearest(name):
    found = process.extractOne(name, known.keys(), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=75)
    return known[found[0]] if found else ""

names["unit_code"] = names["page_name"].map(nearest)
names.to_csv(sys.argv[3], index=False)
"""
_VIETNAM_ADMIN_UNITS = """\
import csv, sys
from vietnamadminunits import parse_address

with open(sys.argv[1], encoding="utf-8") as names, open(sys.argv[3], "w", encoding="utf-8", newline="") as out:
    writer = csv.writer(out)
    writer.writerow(["unit_code"])
    for row in csv.DictReader(names):
        unit = parse_address(row["page_name"], mode="LEGACY")
        writer.writerow([unit.ward_code or unit.district_code or unit.province_code or ""])
"""
_OURS, _PANDAS, _PARSER = "fanpage-names check", "a script with pandas and RapidFuzz", "a script with vietnamadminunits"
_ROWS = 20_000
_SINGLES, _PAIRS = 6, 120


def measure(*, quick: bool) -> Section:
    """Return the time of each program, and how many names it takes for the right unit, for another one, or for any."""
    cases = [case for case in corpus(worlds()[0], _SINGLES, _PAIRS, SEED) if case.style == "short" and _is_clear(case)]
    rows = list(islice(cycle(cases), 2_000 if quick else _ROWS))
    official = canonical_names(nam_dinh(), "short")
    with tempfile.TemporaryDirectory() as folder:
        names, known = Path(folder) / "names.csv", Path(folder) / "official.csv"
        _write(names, [("", case.text) for case in rows])
        _write(known, official.items())
        outputs = {what: Path(folder) / f"{number}.csv" for number, what in enumerate(_programs())}
        commands = {what: _programs()[what](str(names), str(known), str(out)) for what, out in outputs.items()}
        runs = best_runs(commands, 1)
        return Section(
            "Peers, 20,000 names that mean one unit or none",
            [
                Figure(
                    what,
                    f"{run.busy or run.seconds:.1f} s of a processor; {_judged(outputs[what], rows)}",
                    (run.busy or run.seconds) / (runs[_OURS].busy or runs[_OURS].seconds),
                    _OURS,
                )
                for what, run in runs.items()
            ],
        )


def _is_clear(case: Case) -> bool:
    return case.code is not None or case.status == "unknown"


def _programs() -> Mapping[str, Callable[[str, str, str], Sequence[str]]]:
    programs: dict[str, Callable[[str, str, str], Sequence[str]]] = {
        _OURS: lambda names, _, out: [
            *(sys.executable, "-m", "fanpage_names", "check", names, "-o", out, "--quiet", "--exit-zero"),
            *("--units", "nam_dinh_2021"),
        ]
    }
    if find_spec("pandas"):
        programs[_PANDAS] = lambda *paths: [sys.executable, "-c", _RAPIDFUZZ, *paths]
    if find_spec("vietnamadminunits"):
        programs[_PARSER] = lambda *paths: [sys.executable, "-c", _VIETNAM_ADMIN_UNITS, *paths]
    return programs


def _judged(path: Path, cases: Sequence[Case]) -> str:
    """Return how many names with a unit got it or another one, and how many without one got any."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        codes = {int(row.get("row", at)): row["unit_code"] for at, row in enumerate(csv.DictReader(stream), 2)}
    right = wrong = strangers = named = 0
    for number, case in enumerate(cases, 2):
        said = codes.get(number, "")  # a row that is passed over names no unit
        if case.code is None:
            strangers, named = strangers + 1, named + bool(said)
        else:
            right, wrong = right + (said == case.code), wrong + (said not in ("", case.code))
    total = len(cases) - strangers
    return f"right {right / total:.1%}, another unit {wrong / total:.1%}; of no unit, named one {named / strangers:.1%}"


def _write(path: Path, rows: Iterable[tuple[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([("unit_code", "page_name"), *rows])
