"""Time to check one name, against what other tools need for it, and over the whole country against one province."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from importlib.util import find_spec
from unicodedata import normalize

from benchmarks.figures import Figure, Section
from benchmarks.names import CLEAN, NO_UNIT, SPELLINGS, Groups, damaged, groups_of_names, nam_dinh, whole_country
from benchmarks.timing import best_seconds
from fanpage_names import Checker, UnitList
from fanpage_names.naming import canonical_names
from fanpage_names.text.fold import fold_letters

Work = Callable[[str], object]

_NFC, _HERE, _COUNTRY, _NEAREST, _NEAREST_IN_COUNTRY = (
    "unicodedata.normalize",
    "check",
    "check, whole country",
    "rapidfuzz extractOne(ratio)",
    "rapidfuzz extractOne(ratio), whole country",
)
_VIETNAM_ADMIN_UNITS, _UNDERTHESEA = "vietnamadminunits parse_address", "underthesea text_normalize"
_OTHERS = (_NEAREST, _NEAREST_IN_COUNTRY, _VIETNAM_ADMIN_UNITS, _UNDERTHESEA)
_REPEATED = 20
"""How often a turn takes what is too quick for the clock."""


class Times:
    """Mean seconds a name, by work and group of names."""

    def __init__(self, works: dict[str, Work], groups: Groups, rounds: int) -> None:
        def turn(work: Work, texts: Sequence[str], times: int) -> None:
            for _ in range(times):
                for text in texts:
                    work(text)

        self._sizes = {title: len(texts) for title, texts in groups.items()}
        self._repeated = {name: _REPEATED if name == _NFC else 1 for name in works}
        self._seconds = best_seconds(
            {
                (name, title): partial(turn, work, texts, self._repeated[name])
                for title, texts in groups.items()
                for name, work in works.items()
            },
            rounds,
        )

    def mean(self, work: str, titles: Iterable[str]) -> float:
        """Return the mean over all names of the groups named."""
        titles = list(titles)
        total = sum(self._seconds[work, title] for title in titles) / self._repeated[work]
        return total / sum(self._sizes[title] for title in titles)


def _nearest_name(units: UnitList) -> Work:
    """Return what a matcher would do: fold the text, and take the nearest folded name."""
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import extractOne

    names = [fold_letters(name) for name in canonical_names(units, "short").values()]
    return lambda text: extractOne(fold_letters(text), names, scorer=ratio)


def _works() -> dict[str, Work]:
    country = whole_country()
    works: dict[str, Work] = {
        _NFC: partial(normalize, "NFC"),
        _HERE: Checker(nam_dinh()).check,
        _COUNTRY: Checker(country).check,
        _NEAREST: _nearest_name(nam_dinh()),
        _NEAREST_IN_COUNTRY: _nearest_name(country),
    }
    if find_spec("vietnamadminunits"):
        from vietnamadminunits import parse_address  # type: ignore[import-not-found, import-untyped, unused-ignore]

        works[_VIETNAM_ADMIN_UNITS] = partial(parse_address, mode="LEGACY")
    if find_spec("underthesea"):
        from underthesea import text_normalize  # type: ignore[import-not-found, import-untyped, unused-ignore]

        works[_UNDERTHESEA] = text_normalize
    return works


def measure(*, quick: bool, kinds: bool) -> list[Section]:
    """Return the time of a name: clean, damaged, of no unit; with `kinds` each kind of damage too."""
    groups = groups_of_names()
    works = _works()
    times = Times(works, groups, rounds=3 if quick else 15)
    bad = damaged(groups)

    def figure(what: str, work: str, titles: Sequence[str], asked: float | None = None) -> Figure:
        taken = times.mean(work, titles)
        return Figure(what, f"{taken * 1e6:.2f} µs", taken / times.mean(_NFC, titles), _NFC, asked)

    all_bad = times.mean(_HERE, bad)
    stranger, in_country = times.mean(_HERE, [NO_UNIT]), times.mean(_COUNTRY, bad)
    figures = [
        figure(f"{_NFC}, damaged names", _NFC, bad),
        figure("a clean name", _HERE, [CLEAN], 15),
        figure("a damaged name, mean over all kinds", _HERE, bad),
        Figure("the same, 11,367 units", f"{in_country * 1e6:.2f} µs", in_country / all_bad, "237 units", 2),
        Figure("a name of no unit", f"{stranger * 1e6:.2f} µs", stranger / all_bad, "a damaged name", 1.5),
        figure("a misspelt name", _HERE, [title for title in bad if title.startswith("FN305")]),
        figure("spellings of other people", _HERE, [SPELLINGS]),
        figure("a clean name, 11,367 units", _COUNTRY, [CLEAN]),
        *(
            figure(f"{name}, damaged names", name, bad)
            if name in works
            else Figure(f"{name}, damaged names", "not installed")
            for name in _OTHERS
        ),
    ]
    figures += [
        Figure("a damaged name, against another tool", "", all_bad / times.mean(name, bad), name)
        for name in _OTHERS
        if name in works and name != _NEAREST_IN_COUNTRY
    ]
    sections = [Section("One name, 237 units", figures)]
    if kinds:
        sections.append(Section("A damaged name by kind, 237 units", [figure(kind, _HERE, [kind]) for kind in bad]))
    return sections
