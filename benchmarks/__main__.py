"""Prints every figure of speed beside what is asked: `python -m benchmarks`, from the root of a checkout.

Each ratio is measured within one run: what is compared takes turns, and the best round of each counts.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from benchmarks import building, checking, country, files, lengths, peers, stages, starting, worst
from benchmarks.figures import Section, as_markdown, as_text

PAGE = Path(__file__).parents[1] / "docs/performance.md"
BETWEEN = re.compile(r"(?<=<!-- python -m benchmarks --write -->\n).*(?=<!-- end -->)", re.DOTALL)

Part = Callable[[argparse.Namespace], list[Section]]

PARTS: Mapping[str, Part] = {
    "start": lambda options: [starting.measure(quick=options.quick)],
    "build": lambda options: [building.measure(quick=options.quick)],
    "names": lambda options: checking.measure(quick=options.quick, kinds=options.kinds or options.write),
    "lengths": lambda options: [lengths.measure(quick=options.quick)],
    "worst": lambda options: [worst.measure(quick=options.quick)],
    "country": lambda options: [country.measure(quick=options.quick)],
    "files": lambda options: files.measure(quick=options.quick),
    "workbooks": lambda options: files.measure_workbooks(quick=options.quick),
    "peers": lambda options: [peers.measure(quick=options.quick)],
    "stages": lambda options: stages.measure(quick=options.quick),
}


def machine() -> str:
    """Return what the figures were measured on, in general terms."""
    model = platform.processor() or platform.machine()
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8")
        model = re.search(r"^model name\s*:\s*(.+)$", lines, re.MULTILINE)[1]  # type: ignore[index]
    except (OSError, TypeError):
        pass
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{model}, {os.cpu_count()} processors, {platform.system()}, {python}"


def measured(options: argparse.Namespace) -> Iterator[Section]:
    """Yield the sections asked for, each as soon as it is measured."""
    for name, part in PARTS.items():
        if options.only in (None, name):
            yield from part(options)


def _rewritten(page: str, sections: Iterable[Section]) -> str:
    """The page with the tables of a full run."""
    tables = "\n\n".join((f"Measured on: {machine()}.", *map(as_markdown, sections)))
    return BETWEEN.sub(lambda _: f"\n{tables}\n\n", page)


def _renewed(page: str, sections: Iterable[Section]) -> str:
    """The page with the tables of some sections in place of those of the same titles."""
    for section in sections:
        old = re.compile(rf"^### {re.escape(section.title)}\n.*?\n\n(?=###|<!--)", re.DOTALL | re.MULTILINE)
        page = old.sub(f"{as_markdown(section)}\n\n".replace("\\", r"\\"), page)
    return page


def main() -> int:
    """Print the tables; the status is 1 where a figure misses what is asked."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="How fast the checker is.")
    parser.add_argument("--quick", action="store_true", help="smaller files and fewer rounds: less than a minute")
    parser.add_argument("--only", choices=PARTS, help="one part")
    parser.add_argument("--kinds", action="store_true", help="each kind of damage, too")
    parser.add_argument(
        "--write", action="store_true", help=f"put the tables (with --only, these) into docs/{PAGE.name}"
    )
    options = parser.parse_args()
    if options.write and options.quick:
        parser.error("--write takes no --quick")
    print(machine())
    sections = []
    for section in measured(options):
        print(as_text(section), flush=True)
        sections.append(section)
    if options.write:
        page = PAGE.read_text("utf-8")
        PAGE.write_text(_renewed(page, sections) if options.only else _rewritten(page, sections), "utf-8")
    return int(any(figure.holds is False for section in sections for figure in section.figures))


if __name__ == "__main__":
    sys.exit(main())
