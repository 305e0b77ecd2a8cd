"""Prints how right the checker is: `python benchmarks/accuracy.py [--kinds] [--misses N] [--json]`.

On damaged official names; with `--open-set [--sample N] [--kind TEXT] [--misses N]` on texts that are none.
`--provinces N` takes lists of provinces drawn by lot; `--write` puts all figures into the page.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import damaged, open_set
from benchmarks.tables import as_text, put_between
from tests.corpus.build import LISTS, SEED, drawn

PAGE = Path(__file__).parents[1] / "docs/accuracy.md"
COMMAND = "python benchmarks/accuracy.py --write"
_SAMPLE = 400


def _lists(options: argparse.Namespace) -> list[str]:
    """Return the names of the lists asked for."""
    if options.list:
        return [options.list]
    return drawn(options.provinces, options.seed or SEED) if options.provinces else list(LISTS)


def _print_damaged(options: argparse.Namespace) -> bool:
    columns = damaged.measured(_lists(options), options.seed, options.kind)
    if options.json:
        print(damaged.as_json(columns))
    else:
        print(as_text(damaged.figures("Damaged official names", columns)))
        print(*([as_text(damaged.kinds(columns))] if options.kinds else ()), sep="\n")
        print(*damaged.misses(columns, options.misses) if options.misses else (), sep="\n")
    return damaged.holds(columns)


def _print_open_set(options: argparse.Namespace) -> bool:
    kinds = open_set.measured(_lists(options), options.sample, options.seed, options.kind)
    print(as_text(open_set.figures("The open set", kinds)))
    print(*open_set.misses(kinds, options.misses) if options.misses else (), sep="\n")
    return open_set.holds(kinds)


def _write() -> bool:
    """Put the figures of a full run into the page."""
    elsewhere = (drawn(10), drawn(6))
    columns = (damaged.measured(LISTS), damaged.measured(elsewhere[0]))
    kinds = (open_set.measured(LISTS, _SAMPLE), open_set.measured(elsewhere[1], _SAMPLE // 4))
    tables = (
        damaged.figures("Damaged official names", columns[0]),
        damaged.figures("Damaged official names of ten provinces, then and now", columns[1]),
        open_set.figures("The open set", kinds[0]),
        open_set.figures("The open set of six provinces, then and now", kinds[1]),
    )
    print(*map(as_text, tables), sep="\n\n")
    PAGE.write_text(put_between(PAGE.read_text("utf-8"), COMMAND, tables), "utf-8")
    return all(map(damaged.holds, columns)) and all(map(open_set.holds, kinds))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How right the checker is, on names made from the rules' meaning.")
    parser.add_argument("--open-set", action="store_true", help="texts that are no damaged official name, instead")
    parser.add_argument(
        "--sample", type=int, metavar="N", default=_SAMPLE, help="with --open-set: texts of each source"
    )
    parser.add_argument("--kinds", action="store_true", help="misses by kind of damage")
    parser.add_argument("--misses", type=int, metavar="N", default=0, help="the first N misses of each figure or kind")
    parser.add_argument("--kind", metavar="TEXT", default="", help="only kinds whose title holds TEXT, such as FN305")
    parser.add_argument("--list", metavar="NAME", help="only one list, any that is shipped")
    parser.add_argument("--provinces", type=int, metavar="N", help="lists of N provinces drawn by lot, then and now")
    parser.add_argument("--seed", help="another seed gives other texts")
    parser.add_argument("--json", action="store_true", help="the figures of damaged names as JSON")
    parser.add_argument("--write", action="store_true", help=f"everything, put into docs/{PAGE.name}")
    return parser.parse_args()


def main() -> int:
    """Print the figures; the status is 1 where one misses what is asked."""
    options = _options()
    if options.write:
        return 0 if _write() else 1
    return 0 if (_print_open_set(options) if options.open_set else _print_damaged(options)) else 1


if __name__ == "__main__":
    sys.exit(main())
