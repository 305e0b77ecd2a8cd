"""What became of the units, from the tables in `data/sources`; `tools/compile_data.py` writes it.

The tables say what became of each commune. What became of districts and provinces follows from where their communes
went; that the districts ended with the list of 2024 is the law of 2025.
"""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from fanpage_names.history.changes import Change, Grade, Kind, Role, Share
from fanpage_names.units.letter import name_key
from fanpage_names.units.model import Unit, UnitList

Row = Mapping[str, str]
Lists = Sequence[UnitList]

SOURCES = Path(__file__).resolve().parent.parent / "data" / "sources"
DAY = date(2025, 7, 1)

KINDS: Mapping[str, Kind] = {
    "split": "split",
    "merged": "merged",
    "moved": "moved",
    "renamed": "renamed",
    "retyped": "retyped",
    "spelling": "respelled",
}
"""By the words of the table, the gravest first: of `retyped+moved` it is that the unit was moved."""

GRADES: Mapping[str, Grade] = {
    "official": "official",
    "official+press": "official",
    "derived": "derived",
    "derived+press": "derived",
    "secondary+clause": "press",
    "press": "press",
    "encyclopedia": "encyclopedia",
    "weak": "unsettled",
    "unsettled": "unsettled",
}

TOKENS: Mapping[str, str] = {
    "same NSO code in GSO lists": "same-code",
    "name_kept": "same-name",
    "nso_doichieu": "reconciliation",
    "res1278": "resolution-1278",
    "GSO history (dvhcvn/data@01f3ef5)": "lists",
    "vietnamadminunits alias_ward.csv citing vi.wikipedia": "wikipedia",
}
"""How the history calls what the tables rest on; an address stands for itself, and so does a remark."""

EVERY_SOURCE = ("law", "nso", "bando", "dvhcvn-map", "vietnamadminunits", "vietnam-address-converter",
                "address-converter.io")  # fmt: skip
"""What a row of the map of 2025 rests on that does not say it: all of them say the same."""


class Snapshot:
    """The lists of one day as one: where a code is, and what it is."""

    def __init__(self, lists: Lists) -> None:
        self.lists = lists
        self.units: dict[str, Unit] = {unit.code: unit for units in lists for unit in units.units}
        self.home: dict[str, str] = {unit.code: units.id for units in lists for unit in units.units}


def rows_of(table: str) -> Sequence[Row]:
    """Return the rows of a table."""
    with (SOURCES / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def history(of_2020: Lists, of_2021: Lists, of_2024: Lists, of_2025: Lists) -> Mapping[str, Sequence[Change]]:
    """Return the changes from each list to the next one, in the order of the list, by its name."""
    before, first, second, third = map(Snapshot, (of_2020, of_2021, of_2024, of_2025))
    changes = (
        *changes_2020(before, first),
        *changes_2024(first, second),
        *changes_2025(second, third),
        *retypings(third),
    )
    found: dict[str, list[Change]] = {
        name: [] for each in (before, first, second, third) for name in each.home.values()
    }
    for change in changes:
        found[change.from_list].append(change)
    for each in (before, first, second, third):
        place = {code: number for number, code in enumerate(each.units)}
        for units in each.lists:
            found[units.id].sort(
                key=lambda change: (place[change.from_code], ("whole", "rest", "part").index(change.share))
            )
    return found


def changes_2020(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    """Yield what became of the units of Nam Định that were gone in 2021."""
    for row in rows_of("nam_dinh_map_2020"):
        yield Change(
            "merged", before.home[row["old_code"]], row["old_code"], after.home[row["new_code"]], row["new_code"],
            date=date.fromisoformat(row["effective_date"]), role=_named(row["role"]), resolution=row["resolution"],
            sources=tuple(TOKENS[token] for token in row["evidence"].split("; ")),
        )  # fmt: skip


def changes_2024(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    """Yield what became of the units of 2021: first provinces and districts, then communes."""
    rows = rows_of("vn_map_2021_2024")
    yield from _provinces_2024(before, after)
    yield from _districts_2024(rows, before, after)
    for row in rows:
        kind = next((kind for word, kind in KINDS.items() if word in row["kind"].split("+")), None)
        if kind is None:  # only its district changed
            continue
        share: Share = "part" if row["share"] == "part" else "whole"
        yield Change(
            "split" if share == "part" else kind,
            before.home[row["old_code"]], row["old_code"], after.home[row["new_code"]], row["new_code"],
            date=date.fromisoformat(row["effective_date"]) if row["effective_date"] else None,
            role=_named(row["role"]) if kind in ("merged", "split") else None,
            share=share,
            resolution=row["resolution"] or None,
            clause=row["clause"].removeprefix("Điều 1 khoản ") or None,
            grade=GRADES[row["grade"]],
            sources=tuple(_evidence(row["evidence"])),
        )  # fmt: skip


def _evidence(text: str) -> Iterator[str]:
    for token in text.split(";"):
        yield TOKENS.get(token.strip(), token.strip().removeprefix("alias:"))


def _provinces_2024(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    """Yield the provinces that have another name or type in 2024; the table of 2024 says since when."""
    since = {row["code"]: row["since"] for row in rows_of("vn_2024") if row["level"] == "province"}
    for code, was in before.units.items():
        now = after.units.get(code)
        if was.level == "province" and now and was != now:
            yield Change(
                _plain_kind(was, now), before.home[code], code, after.home[code], code,
                date=date.fromisoformat(since[code]), grade="derived", sources=("lists",),
            )  # fmt: skip


def _districts_2024(rows: Iterable[Row], before: Snapshot, after: Snapshot) -> Iterator[Change]:
    """Yield the districts that changed: to where most of their communes went, and since when those say."""
    changed: dict[tuple[str, str], list[Row]] = defaultdict(list)
    went: dict[str, Counter[str]] = defaultdict(Counter)
    moved = set()
    for row in rows:
        way = (_district(before, row["old_code"]), _district(after, row["new_code"]))
        changed[way].append(row)
        went[way[0]][way[1]] += 1
        moved.add(row["old_code"])
    for unit in before.units.values():
        if unit.district and unit.code not in moved:
            went[unit.district.code][_district(after, unit.code)] += 1
    whole = {next(iter(there)): code for code, there in went.items() if len(there) == 1 and code not in there}
    for code, there in went.items():
        was = before.units[code]
        kept = after.units.get(code)
        same = kept is not None and (kept.type, kept.name) == (was.type, was.name)
        if same and list(there) == [code] and code not in whole:
            continue
        ranked = sorted(there, key=lambda target: (target != code, -there[target]))
        for target in ranked:
            now = after.units[target]
            merged = target in whole and len(ranked) == 1
            kind: Kind = "split" if len(ranked) > 1 else "merged" if merged else _plain_kind(was, now)
            resolution, day = _when(changed[code, target])
            if kind == "split":
                resolution, day = _when([row for other in ranked if other != code for row in changed[code, other]])
            elif day is None and merged:
                resolution, day = _when(changed[whole[target], target])
            yield Change(
                kind, before.home[code], code, after.home[target], target, date=day,
                role=_role(was, now) if kind in ("merged", "split") else None,
                share="whole" if len(ranked) == 1 else "rest" if target == ranked[0] else "part",
                resolution=resolution, grade="derived", sources=("communes",),
            )  # fmt: skip


def _district(snapshot: Snapshot, code: str) -> str:
    district = snapshot.units[code].district
    assert district is not None
    return district.code


def _when(rows: Iterable[Row]) -> tuple[str | None, date | None]:
    """Return resolution and day of most of the communes that were moved or retyped with their district."""
    dated = [row for row in rows if row["effective_date"]]
    along = [row for row in dated if re.search("moved|retyped", row["kind"])] or dated
    found = Counter((row["resolution"], row["effective_date"]) for row in along).most_common(1)
    return (found[0][0][0], date.fromisoformat(found[0][0][1])) if found else (None, None)


def changes_2025(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    """Yield what became of the units of 2024: first provinces and districts, then communes."""
    rows = rows_of("vn_map_2025")
    yield from _provinces_2025(rows, before, after)
    followed = {row["old_code"] for row in rows}
    for code, unit in before.units.items():
        if unit.level == "district" and code not in followed:
            yield Change(
                "abolished", before.home[code], code, _next_list(before, after, rows)[unit.province.code], None,
                date=DAY, resolution="203/2025/QH15", grade="press", sources=("two-levels",),
            )  # fmt: skip
    into = Counter(row["new_code"] for row in rows)
    for row in rows:
        was, now = before.units[row["old_code"]], after.units[row["new_code"]]
        share = _share(row["share"])
        kind: Kind = "split" if share != "whole" else "merged" if into[now.code] > 1 else _plain_kind(was, now)
        if kind == "unchanged" and was.code == now.code:
            continue
        yield Change(
            kind, before.home[was.code], was.code, after.home[now.code], now.code, date=DAY,
            role=_role(was, now) if kind in ("merged", "split") else None,
            share=share, resolution=row["resolution"], clause=row["clause"],
            detail=row["detail"] or None if share != "whole" else None,
            sources=tuple(row["sources"].split(";")) if row["sources"] else EVERY_SOURCE,
        )  # fmt: skip


def _share(text: str) -> Share:
    return "rest" if text == "rest" else "part" if text == "part" else "whole"


def _next_list(before: Snapshot, after: Snapshot, rows: Iterable[Row]) -> Mapping[str, str]:
    """Return the list of 2025 that a province's units are in, by the province's code before."""
    return {before.units[row["old_code"]].province.code: after.home[row["new_code"]] for row in rows}


def _provinces_2025(rows: Iterable[Row], before: Snapshot, after: Snapshot) -> Iterator[Change]:
    """Yield the provinces that became one with others."""
    became = {before.units[row["old_code"]].province.code: after.units[row["new_code"]].province.code for row in rows}
    into = Counter(became.values())
    for code, target in became.items():
        if into[target] > 1:
            was, now = before.units[code], after.units[target]
            yield Change(
                "merged", before.home[code], code, after.home[target], target, date=DAY, role=_role(was, now),
                resolution="202/2025/QH15", sources=("cited",),
            )  # fmt: skip


def retypings(snapshot: Snapshot) -> Iterator[Change]:
    """Yield the types that changed since 2025-07-01, each from a list to itself."""
    for row in rows_of("vn_retyped_2026"):
        home = snapshot.home[row["code"]]
        yield Change(
            "retyped", home, row["code"], home, row["code"], date=date.fromisoformat(row["effective_date"]),
            resolution=row["resolution"], sources=("decrees",),
        )  # fmt: skip


def _plain_kind(was: Unit, now: Unit) -> Kind:
    """Return what happened to a unit that stayed one by itself."""
    if was.name != now.name:
        return "renamed" if name_key(was.name) != name_key(now.name) else "respelled"
    return "retyped" if was.type != now.type else "unchanged"


def _named(role: str) -> Role:
    return "name_kept" if role == "name_kept" else "absorbed"


def _role(was: Unit, now: Unit) -> Role:
    return "name_kept" if name_key(was.name) == name_key(now.name) else "absorbed"
