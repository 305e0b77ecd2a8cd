"""How right the checker is on official names that were damaged as people damage them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from benchmarks.tables import Table
from tests.corpus.build import LISTS, SEED, corpus, world
from tests.corpus.figures import FIGURES, Figure, Outcome, measure

# Names of each single kind, and with two kinds: of the letter's list, the two after it, and any other.
_SIZES = {LISTS[0]: (42, 900), LISTS[1]: (15, 400), LISTS[2]: (15, 400)}
_OTHERS = (3, 60)
_TOTAL = "all lists"

Columns = Mapping[str, Sequence[Outcome]]


def measured(lists: Sequence[str], seed: str | None = None, kind: str = "") -> Columns:
    """Check the corpus of each list, the kinds whose titles hold `kind`; return the outcomes of all, then of each."""
    by_list = {}
    for name in lists:
        cases = corpus(of_list := world(name), *_SIZES.get(name, _OTHERS), seed or SEED)
        by_list[name] = measure(of_list.units, [case for case in cases if kind in case.kind])
    everything = [outcome for outcomes in by_list.values() for outcome in outcomes]
    return {_TOTAL: everything, **(by_list if 1 < len(lists) <= len(LISTS) else {})}


def holds(columns: Columns) -> bool:
    """Whether every figure is what is asked."""
    return all(figure.met(columns[_TOTAL]) for figure in FIGURES)


def _asked(figure: Figure) -> str:
    if figure.asked is None:
        return "-"
    return f"{'≥' if figure.at_least else '≤'} {figure.asked:g}%" if figure.asked else "0"


def _share(figure: Figure, outcomes: Sequence[Outcome]) -> str:
    share = figure.share(outcomes)
    if share is None:
        return "-"
    return f"{share:.2f}%" if figure.at_least else f"{share:.2f}% ({len(figure.misses(outcomes))})"


def figures(title: str, columns: Columns) -> Table:
    """Return every figure beside what is asked."""
    rows = [
        [
            figure.name,
            _asked(figure),
            "" if figure.met(columns[_TOTAL]) else "MISSED",
            *(_share(figure, outcomes) for outcomes in columns.values()),
        ]
        for figure in FIGURES
    ]
    rows.append(["texts", "", "", *(f"{len(outcomes):,}" for outcomes in columns.values())])
    return Table(title, ["figure", "asked", "", *columns], rows)


def _by_kind(outcomes: Sequence[Outcome]) -> Mapping[str, list[Outcome]]:
    """Group the outcomes by kind; pairs by each code they carry, as there are too many kinds of them."""
    kinds: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        case = outcome.case
        pair = [f"pair with {code}" for code in sorted(case.codes)]
        for kind in pair if case.group == "pair" else [case.kind]:
            kinds.setdefault(kind, []).append(outcome)
    return kinds


def kinds(columns: Columns) -> Table:
    """Return the misses of each figure, kind by kind."""
    rows = [
        [kind, str(len(some)), *(str(len(figure.misses(some)) or "") for figure in FIGURES)]
        for kind, some in _by_kind(columns[_TOTAL]).items()
    ]
    heads = [str(number) for number, _ in enumerate(FIGURES, 1)]
    title = "Misses by kind; the columns are the figures above, in their order."
    return Table(title, ["kind", "texts", *heads], rows)


def misses(columns: Columns, most: int) -> Iterator[str]:
    """Yield the first misses of each figure."""
    for figure in FIGURES:
        found = figure.misses(columns[_TOTAL])
        if found:
            yield f"\n{figure.name}: {len(found)}"
        yield from (f"  {outcome.story}" for outcome in found[:most])


def as_json(columns: Columns) -> str:
    """Return the figures as JSON."""
    found = [
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
    return json.dumps({"texts": texts, "figures": found}, ensure_ascii=False, indent=2)
