"""Time to check a name, as ratios to `unicodedata.normalize` on the same names, measured in the same run.

Run it as `python benchmarks/checking.py [--kinds] [--country UNITS.yaml]` in an environment where fanpage-names is
installed. The names are those of the corpus under `tests/corpus`. Groups of names take turns and the best of several
rounds counts, so that other work on the machine disturbs little.
"""

from __future__ import annotations

import argparse
import sys
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

from fanpage_names import Checker, load_units
from fanpage_names.text.fold import fold_letters
from fanpage_names.units.model import UnitList
from tests.corpus.build import LISTS, SEED, corpus, worlds

_SINGLES, _PAIRS = 6, 120
_REPEATED = 20
"""How often a round takes what is too quick for the clock."""

Groups = Mapping[str, Sequence[str]]
Times = Mapping[str, float]


def groups_of_names(seed: str) -> dict[str, list[str]]:
    """Return names of the first list: "clean", "no unit", and damaged ones by kind (pairs as one kind)."""
    groups: dict[str, list[str]] = {}
    for case in corpus(worlds()[0], _SINGLES, _PAIRS, seed):
        if case.style == "short":
            kind = {"canonical": "clean", "none": "no unit", "pair": "pairs", "real": "spellings"}.get(case.group)
            groups.setdefault(kind or case.kind, []).append(case.text)
    return groups


def seconds_a_name(work: Callable[[str], object], groups: Groups, rounds: int, repeated: int = 1) -> Times:
    """Return the mean time of `work` for a name of each group, in the best of the rounds."""
    best = dict.fromkeys(groups, float("inf"))
    for _ in range(rounds):
        for name, texts in groups.items():
            started = perf_counter()
            for _ in range(repeated):
                for text in texts:
                    work(text)
            best[name] = min(best[name], (perf_counter() - started) / (repeated * len(texts)))
    return best


def seconds(work: Callable[[], object], rounds: int) -> float:
    """Return the time of `work` in the best of the rounds."""
    return min(seconds_a_name(lambda _: work(), {"": [""]}, rounds).values())


def mean(times: Times, groups: Groups, names: Iterable[str]) -> float:
    """Return the mean over all names of the groups named."""
    chosen = list(names)
    return sum(times[name] * len(groups[name]) for name in chosen) / sum(len(groups[name]) for name in chosen)


def nearest_name(units: UnitList) -> Callable[[str], object]:
    """Return what a matcher would do: fold the text, and take the nearest folded name."""
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import extractOne

    checker = Checker(units)
    names = [fold_letters(checker.canonical(unit)) for unit in units.units]
    return lambda text: extractOne(fold_letters(text), names, scorer=ratio)


def print_row(what: str, time: float, reference: float, asked: str = "") -> None:
    """Print a time in microseconds, its ratio, and the ratio asked for."""
    print(f"{what:44} {time * 1e6:9.2f} {time / reference:8.1f}×  {asked}")


def print_table(groups: Groups, options: argparse.Namespace) -> None:
    """Measure and print."""
    units = load_units(LISTS[0])
    nfc = seconds_a_name(partial(unicodedata.normalize, "NFC"), groups, options.rounds, _REPEATED)
    matched = seconds_a_name(nearest_name(units), groups, options.rounds)
    checked = seconds_a_name(Checker(units).check, groups, options.rounds)
    damaged = [name for name in groups if name not in {"clean", "no unit", "spellings"}]
    one = mean(nfc, groups, damaged)
    all_damaged = mean(checked, groups, damaged)
    print(f"{'a name, ' + str(len(units.units)) + ' units':44} {'µs':>9} {'ratio':>9}  asked")
    print_row("unicodedata.normalize, damaged names", one, one)
    print_row("rapidfuzz extractOne(ratio), damaged names", mean(matched, groups, damaged), one)
    print_row("clean", checked["clean"], nfc["clean"], "15×")
    print_row("damaged, all kinds", all_damaged, one, "184×")
    print_row("spellings of others", checked["spellings"], nfc["spellings"])
    print_row("no unit (ratio to damaged)", checked["no unit"], all_damaged, "1.5×")
    if options.kinds:
        for name in damaged:
            print_row(f"  {name}", checked[name], one)
    if options.country:
        country = load_units(options.country)
        there = mean(seconds_a_name(Checker(country).check, groups, options.rounds), groups, damaged)
        print_row(f"damaged, {len(country.units)} units (ratio to {len(units.units)})", there, all_damaged, "2×")


def print_construction(rounds: int) -> None:
    """Print how long a checker takes from the YAML file on, beside reading that file."""
    read = seconds(lambda: load_units(LISTS[0]), rounds)
    made = seconds(lambda: Checker(load_units(LISTS[0])).check("Mặt trận Hải Hậu Nam Đinh"), rounds)
    print(f"\nUnits from YAML: {read * 1e3:.1f} ms; with a checker and its first damaged name: {made * 1e3:.1f} ms;")
    print(f"the checker alone: {(made - read) * 1e3:.1f} ms (asked: 25 ms)")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="How long a check takes, as a ratio to unicodedata.normalize.")
    parser.add_argument("--kinds", action="store_true", help="each kind of damage, too")
    parser.add_argument("--country", metavar="UNITS", help="a list of the whole country, to check the same names")
    parser.add_argument("--rounds", type=int, default=15, help="of which the best counts")
    parser.add_argument("--seed", default=SEED, help="another seed gives another corpus")
    options = parser.parse_args()
    print_table(groups_of_names(options.seed), options)
    print_construction(options.rounds)


if __name__ == "__main__":
    main()
