"""The whole country of today: what former names of all provinces take of memory and time, in a process of its own."""

from __future__ import annotations

import sys
import tempfile
from itertools import chain, islice
from pathlib import Path

from benchmarks.figures import Figure, Section
from benchmarks.names import former_names
from benchmarks.timing import run

_ASKED_MB = 150
_CHECK_ALL = """\
import sys
from fanpage_names import Checker, load_units

checker = Checker(load_units("vn_2025"))
with open(sys.argv[1], encoding="utf-8") as names:
    for name in names:
        checker.check(name.rstrip("\\n"))
"""


def measure(*, quick: bool) -> Section:
    """Return the memory after many former names, of one province after the other, and the time of each."""
    count = 500 if quick else 10_000
    with tempfile.TemporaryDirectory() as folder:
        names = Path(folder) / "names.txt"
        names.write_text(
            "".join(f"{name}\n" for name in islice(chain.from_iterable(former_names()), count)), encoding="utf-8"
        )
        taken = run([sys.executable, "-c", _CHECK_ALL, str(names)])
    what = f"{count:,} former names of all provinces"
    figures = [Figure(what, f"{(taken.busy or taken.seconds) / count * 1e6:.0f} µs a name, start included")]
    if taken.memory:
        ratio = taken.memory / _ASKED_MB
        figures.append(Figure(f"{what}: memory", f"{taken.memory:.0f} MB", ratio, f"{_ASKED_MB} MB", 1))
    return Section("The whole country of today, vn_2025", figures)
