"""The history says what its sources say, and loses no unit on the way."""

from __future__ import annotations

import csv
import pickle
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

import pytest

from fanpage_names.history.changes import Change
from fanpage_names.history.compiled import changes_file, compiled, read_compiled
from fanpage_names.history.loading import load_history, shipped_changes
from fanpage_names.units.catalogue import catalogue, load_shipped, of_year
from fanpage_names.units.letter import is_number, with_type
from fanpage_names.units.national import named
from tests.units.exports import SOURCES
from tools.compile_data import history_files

PAST = load_history()


def rows(table: str) -> Sequence[Mapping[str, str]]:
    with (SOURCES / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@cache
def changes(year: int) -> Sequence[Change]:
    return [change for listed in of_year(year) for change in shipped_changes(listed.name)]


def followed(table: str) -> Mapping[str, set[str]]:
    """The new codes by the old one, as the table has them."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows(table):
        found[row["old_code"]].add(row["new_code"])
    return found


def test_every_commune_of_2024_becomes_what_the_map_says() -> None:
    expected = followed("vn_map_2025")
    communes = list(PAST.units("vn_2024").at_level("commune"))
    for unit in communes:
        found = PAST.successors("vn_2024", unit.code, "vn_2025")
        assert {now.code for now in found.units} == expected[unit.code]
        assert (found.unit is None) == (len(expected[unit.code]) > 1)
    assert len(communes) == 10_035


def test_every_commune_of_2021_becomes_what_both_maps_say() -> None:
    first, second = followed("vn_map_2021_2024"), followed("vn_map_2025")
    communes = list(PAST.units("vn_2021").at_level("commune"))
    for unit in communes:
        expected = {now for then in first.get(unit.code, {unit.code}) for now in second[then]}
        assert {now.code for now in PAST.successors("vn_2021", unit.code, "vn_2025").units} == expected
    assert len(communes) == 10_599


@pytest.mark.parametrize(("before", "after"), [("vn_2021", "vn_2024"), ("vn_2024", "vn_2025")])
def test_every_unit_has_a_past_and_all_but_districts_a_future(before: str, after: str) -> None:
    for unit in PAST.units(before).units:
        if unit.level != "district" or after == "vn_2024":
            assert PAST.successors(before, unit.code, after).units
    for unit in PAST.units(after).units:
        found = PAST.predecessors(after, unit.code, before)
        assert found.units
        for was in found.units:
            assert unit in PAST.successors(before, was.code, after).units


def test_totals_of_the_law() -> None:
    """Units of 2025 and communes that went into them, by province, as the 34 resolutions count them."""
    for law in rows("counts_2025"):
        (listed,) = (each for each in of_year(2025) if each.code == law["province_code"])
        types = Counter(unit.type for unit in load_shipped(listed.name).at_level("commune"))
        assert (types["xã"], types["phường"], types["đặc khu"], types.total()) == (
            int(law["law_xa"]),
            int(law["law_phuong"]),
            int(law["law_dac_khu"]),
            int(law["law_total"]),
        )
        before = [load_shipped(name) for name in PAST.before(listed.name) if catalogue()[name].year == 2024]
        assert sum(len(list(units.at_level("commune"))) for units in before) == int(law["old_2025_06_30"])


def test_what_changes_say() -> None:
    communes = Counter((c.kind, c.role) for c in changes(2021) if len(c.from_code) == 5)
    assert communes[("merged", "absorbed")] + communes[("merged", "name_kept")] == 981 + 37 + 9 + 2 - 10
    assert Counter(c.share for c in changes(2024)) == {"whole": 10_227, "rest": 441, "part": 531}
    assert Counter(c.grade for c in changes(2021) if len(c.from_code) == 5) == {
        "official": 337,
        "derived": 868,
        "press": 156,
        "encyclopedia": 1,
        "unsettled": 7,
    }
    assert sum(c.date is None for c in changes(2021)) == 48
    assert len({c.date for c in changes(2021)} - {None}) == 12
    assert {c.date for c in changes(2024)} == {date(2025, 7, 1)}


@pytest.mark.parametrize("year", [2021, 2024])
def test_each_kind_of_change_is_what_the_lists_show(year: int) -> None:
    for change in changes(year):
        was = PAST.units(change.from_list).by_code[change.from_code]
        now = PAST.units(change.to_list).by_code[change.to_code] if change.to_code else None
        assert (now is None) == (change.kind == "abolished")
        assert (change.role is None) == (change.kind not in ("merged", "split"))
        assert (change.share == "whole") == (change.kind != "split")
        assert change.sources
        if now and change.kind == "retyped":
            assert was.type != now.type
        if now and change.kind in ("renamed", "respelled"):
            assert was.name != now.name


def test_every_clause_of_the_law_is_there() -> None:
    communes = [change for change in changes(2024) if len(change.from_code) == 5]
    assert all(change.resolution and change.clause for change in communes)
    assert all(change.detail for change in communes if change.share != "whole")


def test_the_largest_part_comes_first() -> None:
    for code, parts in _parts().items():
        found = PAST.successors("vn_2024", code, "vn_2025")
        assert [step.change.share for step in found.steps] == ["rest", *["part"] * (len(parts) - 1)]
        assert found.units[0].code == found.steps[0].change.to_code
    assert len(_parts()) == 441


def _parts() -> Mapping[str, list[Change]]:
    found: dict[str, list[Change]] = defaultdict(list)
    for change in changes(2024):
        if change.share != "whole":
            found[change.from_code].append(change)
    return found


def test_districts_and_provinces() -> None:
    first = {(c.from_code, c.to_code): c for c in changes(2021) if len(c.from_code) == 3}
    assert (first["358", "356"].kind, first["358", "356"].role) == ("merged", "absorbed")
    assert (first["222", "222"].kind, first["222", "222"].date) == ("retyped", date(2024, 2, 1))
    assert (first["219", "219"].share, first["219", "224"].share) == ("rest", "part")
    assert first["723", "723"].date is None
    assert {("681", "682"), ("682", "682"), ("683", "682")} <= first.keys()
    second = Counter((c.kind, c.to_code is None) for c in changes(2024) if len(c.from_code) == 3)
    assert second == {("abolished", True): 691, ("retyped", False): 5}
    assert Counter(c.kind for c in changes(2024) if len(c.from_code) == 2) == {"merged": 52}
    (hue,) = (c for c in changes(2021) if len(c.from_code) == 2)
    assert (hue.kind, hue.from_code, hue.date) == ("renamed", "46", date(2025, 1, 1))


def test_former_names_of_the_country_point_to_their_provinces() -> None:
    assert [(one.type, [listed.name for listed in one.lists]) for one in named("hai minh")] == [
        ("xã", ["nam_dinh_units", "nam_dinh_2024"])
    ]
    for year in (2021, 2024):
        for unit in PAST.units(f"vn_{year}").units:
            last = next(each.last for each in of_year(year) if each.code == unit.province.code)
            name = with_type(unit.type, unit.name) if is_number(unit.name) else unit.name
            bearers = [one for one in named(name) if one.lists[0].last == last]
            assert any(year in {listed.year for listed in one.lists} and one.type == unit.type for one in bearers), unit


def test_the_history_is_loaded_once_and_can_be_sent_to_other_processes() -> None:
    assert load_history() is PAST
    sent = pickle.loads(pickle.dumps(PAST))
    assert sent.successors("nam_dinh_units", "13708", "nam_dinh_2024").units[0].name == "Hưng Lộc"


@pytest.mark.parametrize("year", [2021, 2024])
def test_the_compiled_form_is_read_and_written_alike(year: int) -> None:
    lines = (SOURCES.parent / changes_file(year)).read_bytes().splitlines()[::9]
    assert [compiled(read_compiled(line, "x")).encode() for line in lines] == lines


@pytest.mark.slow
def test_the_compiled_form_says_what_the_tables_say() -> None:
    for name, content in history_files().items():
        assert (SOURCES.parent / name).read_bytes() == content, name
