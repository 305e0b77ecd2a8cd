"""Prints how right the checker is on the corpus: `python benchmarks/accuracy.py [--kinds] [--misses N] [--json]`.

With `--open-set`, on texts that are no damaged official name: `--open-set [--sample N] [--kind TEXT] [--misses N]`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import open_set
from benchmarks.figures import print_table
from tests.corpus.build import LISTS, SEED, corpus, drawn, world
from tests.corpus.figures import FIGURES, Figure, Outcome, measure

# Names of each single kind, and with two kinds, for the lists of 2021, 2024 and 2025.
_SIZES = {LISTS[0]: (42, 900)}
_USUAL = (15, 400)
_OF_DRAWN = (3, 60)
_TOTAL = "all lists"


def _lists(options: argparse.Namespace) -> list[str]:
    """Return the names of the lists asked for."""
    if options.list:
        return [options.list]
    return drawn(options.provinces, options.seed or SEED) if options.provinces else list(LISTS)


def _measured(options: argparse.Namespace) -> dict[str, list[Outcome]]:
    usual = _OF_DRAWN if options.provinces else _USUAL
    by_list: dict[str, list[Outcome]] = {}
    for name in _lists(options):
        of_list = world(name)
        by_list[name] = measure(of_list.units, corpus(of_list, *_SIZES.get(name, usual), options.seed or SEED))
    return by_list


def _asked(figure: Figure) -> str:
    if figure.asked is None:
        return "-"
    return f"{'>=' if figure.at_least else '<='} {figure.asked:g}%" if figure.asked else "0"


def _share(figure: Figure, outcomes: Sequence[Outcome]) -> str:
    share = figure.share(outcomes)
    if share is None:
        return "-"
    if not figure.at_least:
        return f"{share:.2f}% ({len(figure.misses(outcomes))})"
    return f"{share:.2f}%"


def _print_figures(columns: Mapping[str, Sequence[Outcome]]) -> None:
    rows = [
        [
            figure.name,
            _asked(figure),
            "" if figure.met(columns[_TOTAL]) else "MISSED",
            *(_share(figure, outcomes) for outcomes in columns.values()),
        ]
        for figure in FIGURES
    ]
    rows.append(["texts", "", "", *(str(len(outcomes)) for outcomes in columns.values())])
    print_table(["figure", "asked", "", *columns], rows)


def _by_kind(outcomes: Sequence[Outcome]) -> dict[str, list[Outcome]]:
    """Group the outcomes by kind; pairs by each code they carry, as there are too many kinds of them."""
    kinds: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        case = outcome.case
        pair = [f"pair with {code}" for code in sorted(case.codes)]
        for kind in pair if case.group == "pair" else [case.kind]:
            kinds.setdefault(kind, []).append(outcome)
    return kinds


def _print_kinds(outcomes: Sequence[Outcome]) -> None:
    rows = [
        [kind, str(len(some)), *(str(len(figure.misses(some)) or "") for figure in FIGURES)]
        for kind, some in _by_kind(outcomes).items()
    ]
    heads = [str(number) for number, _ in enumerate(FIGURES, 1)]
    print("\nMisses by kind; the columns are the figures above, in their order.")
    print_table(["kind", "texts", *heads], rows)


def _print_misses(outcomes: Sequence[Outcome], most: int) -> None:
    for figure in FIGURES:
        misses = figure.misses(outcomes)
        if misses:
            print(f"\n{figure.name}: {len(misses)}")
        for outcome in misses[:most]:
            print(f"  {outcome.story}")


def _as_json(columns: Mapping[str, Sequence[Outcome]]) -> str:
    figures = [
        {
            "figure": figure.name,
            "asked": figure.asked,
            "met": figure.met(columns[_TOTAL]),
            "per_cent": {name: figure.share(outcomes) for name, outcomes in columns.items()},
            "misses": len(figure.misses(columns[_TOTAL])),
        }
        for figure in FIGURES
    ]
    texts = {name: len(outcomes) for name, outcomes in columns.items()}
    return json.dumps({"texts": texts, "figures": figures}, ensure_ascii=False, indent=2)


def main() -> int:
    parser = argparse.ArgumentParser(description="How right the checker is, on names made from the rules' meaning.")
    parser.add_argument("--kinds", action="store_true", help="misses by kind of damage")
    parser.add_argument("--misses", type=int, metavar="N", default=0, help="the first N misses of each figure or kind")
    parser.add_argument("--kind", metavar="TEXT", help="only kinds whose title holds TEXT, such as FN305")
    parser.add_argument("--list", metavar="NAME", help="only one list, such as nam_dinh_2024")
    parser.add_argument(
        "--provinces", type=int, metavar="N", help="the lists of N provinces drawn by lot, then and now"
    )
    parser.add_argument("--seed", help="another seed gives another corpus")
    parser.add_argument("--json", action="store_true", help="the figures as JSON")
    parser.add_argument("--open-set", action="store_true", help="texts that are no damaged official name, instead")
    parser.add_argument("--sample", type=int, metavar="N", default=800, help="with --open-set: texts of each source")
    options = parser.parse_args()
    if options.open_set:
        return open_set.run(options, _lists(options))
    by_list = _measured(options)
    if options.kind:
        by_list = {name: [o for o in some if options.kind in o.case.kind] for name, some in by_list.items()}
    everything = [outcome for outcomes in by_list.values() for outcome in outcomes]
    columns = {_TOTAL: everything} if options.provinces else {_TOTAL: everything, **by_list}
    if options.json:
        print(_as_json(columns))
    else:
        _print_figures(columns)
        if options.kinds:
            _print_kinds(everything)
        _print_misses(everything, options.misses) if options.misses else None
    return 0 if all(figure.met(everything) for figure in FIGURES) else 1


if __name__ == "__main__":
    sys.exit(main())
