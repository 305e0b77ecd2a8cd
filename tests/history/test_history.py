"""The history says what its sources say, and loses no unit on the way."""

from __future__ import annotations

import csv
import pickle
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date
from importlib import import_module
from itertools import pairwise
from pathlib import Path

import pytest

from fanpage_names.history.loading import load_history
from fanpage_names.units.model import Unit
from fanpage_names.units.shipped import shipped_text

ROOT = Path(__file__).parents[2]
MAPS = ROOT / "tests" / "data" / "history"
STEPS = (
    ("map_2020_res858.csv", "nam_dinh_before_2020", "nam_dinh_units", date(2020, 2, 1)),
    ("map_2021_2024.csv", "nam_dinh_units", "nam_dinh_2024", date(2024, 9, 1)),
    ("map_2024_2025.csv", "nam_dinh_2024", "ninh_binh_2025", date(2025, 7, 1)),
)
PAST = load_history()

every_step = pytest.mark.parametrize(("file", "before", "after", "day"), STEPS)


def rows(file: str) -> Sequence[dict[str, str]]:
    with (MAPS / file).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_lists_are_the_shipped_ones_and_one_before() -> None:
    assert PAST.lists == ("nam_dinh_before_2020", "nam_dinh_units", "nam_dinh_2024", "ninh_binh_2025")
    assert [PAST.units(list_id).id for list_id in PAST.lists] == list(PAST.lists)
    for before, after in pairwise(PAST.lists):
        assert PAST.dates[after] == PAST.units(after).valid_from
        last = PAST.units(before).valid_to
        assert last is not None
        assert (PAST.dates[after] - last).days == 1


@every_step
def test_changes_are_those_of_the_map(file: str, before: str, after: str, day: date) -> None:
    found = {
        (c.from_code, c.to_code or "", c.kind, c.role or "", c.partial, c.resolution, c.clause or "")
        for c in PAST.changes
        if c.from_list == before
    }
    districts = "203/2025/QH15"
    assert found == {
        (
            row["old_code"],
            row["new_code"],
            row["kind"],
            row["role"],
            row["partial"] == "yes",
            row["resolution"] or districts,
            row.get("clause", ""),
        )
        for row in rows(file)
        if row["kind"] != "unchanged"
    }
    assert {(c.to_list, c.date) for c in PAST.changes if c.from_list == before} == {(after, day)}


@every_step
def test_type_and_name_beside_a_code_are_those_of_the_lists(file: str, before: str, after: str, day: date) -> None:
    text = shipped_text("history.yaml")
    step = text[text.index(f"- from: {before}") :]
    for change in PAST.changes:
        if change.from_list == before:
            was = PAST.units(before).by_code[change.from_code]
            assert f"was: {was.code} {was.name_with_type}," in step
            if change.to_code:
                now = PAST.units(after).by_code[change.to_code]
                assert f"now: {now.code} {now.name_with_type}," in step


@every_step
def test_a_unit_without_a_change_is_unchanged(file: str, before: str, after: str, day: date) -> None:
    changed = {change.from_code for change in PAST.changes if change.from_list == before}
    for unit in PAST.units(before).units:
        if unit.code not in changed:
            now = PAST.units(after).by_code[unit.code]
            assert (now.type, now.name) == (unit.type, unit.name)
            assert (now.parent and now.parent.code) == (unit.parent and unit.parent.code)


def test_each_kind_of_change_is_what_the_lists_show() -> None:
    for change in PAST.changes:
        was = PAST.units(change.from_list).by_code[change.from_code]
        now = PAST.units(change.to_list).by_code[change.to_code] if change.to_code else None
        assert (now is None) == (change.kind == "abolished")
        assert (change.role is None) == (change.kind != "merged")
        if now and change.role == "name_kept":
            assert now.name == was.name
        if now and change.kind == "retyped":
            assert (now.name, now.parent) == (was.name, was.parent)
            assert now.type != was.type
        if now and change.kind == "moved":
            assert (now.name, now.type) == (was.name, was.type)
            assert now.parent != was.parent


def test_how_well_changes_are_attested() -> None:
    assert Counter((c.to_list, c.grade) for c in PAST.changes) == {
        ("nam_dinh_units", "official"): 4,
        ("nam_dinh_2024", "official"): 2,
        ("nam_dinh_2024", "derived"): 41,
        ("nam_dinh_2024", "secondary"): 44,
        ("ninh_binh_2025", "official"): 176,
        ("ninh_binh_2025", "secondary"): 9,
    }
    assert all(change.sources for change in PAST.changes)


def test_every_commune_of_2021_leads_to_2025_and_back() -> None:
    communes = list(PAST.units("nam_dinh_units").at_level("commune"))
    came_back: list[Unit] = []
    for commune in communes:
        unit = PAST.successors("nam_dinh_units", commune.code, "ninh_binh_2025").unit
        assert unit
        assert commune in PAST.predecessors("ninh_binh_2025", unit.code, "nam_dinh_units").units
    for unit in PAST.units("ninh_binh_2025").at_level("commune"):
        came_back += PAST.predecessors("ninh_binh_2025", unit.code, "nam_dinh_units").units
    assert len(communes) == 226
    assert sorted(unit.code for unit in came_back) == sorted(unit.code for unit in communes)


def test_every_unit_of_2024_comes_from_units_of_2021() -> None:
    for unit in PAST.units("nam_dinh_2024").units:
        assert PAST.predecessors("nam_dinh_2024", unit.code, "nam_dinh_units").units


def test_every_unit_of_nam_dinh_in_2025_is_accounted_for() -> None:
    """The clauses of resolution 1674 that make Nam Định's communes: each of its units has a past, no other has."""
    of_nam_dinh = {row["new_code"] for row in rows("map_2024_2025.csv") if row["level"] == "commune"}
    with_past = {
        unit.code
        for unit in PAST.units("ninh_binh_2025").at_level("commune")
        if PAST.predecessors("ninh_binh_2025", unit.code, "nam_dinh_2024").units
    }
    assert with_past == of_nam_dinh
    assert len(with_past) == 57


def test_figures() -> None:
    kinds = Counter((c.to_list, c.kind, c.role) for c in PAST.changes if len(c.from_code) == 5)
    assert kinds == {
        ("nam_dinh_units", "merged", "absorbed"): 4,
        ("nam_dinh_2024", "merged", "absorbed"): 63,
        ("nam_dinh_2024", "merged", "name_kept"): 14,
        ("nam_dinh_2024", "moved", None): 6,
        ("nam_dinh_2024", "retyped", None): 2,
        ("ninh_binh_2025", "merged", "absorbed"): 148,
        ("ninh_binh_2025", "merged", "name_kept"): 27,
    }


def test_the_history_is_loaded_once_and_can_be_sent_to_other_processes() -> None:
    assert load_history() is PAST
    sent = pickle.loads(pickle.dumps(PAST))
    assert sent == PAST
    assert sent.successors("nam_dinh_units", "13708", "nam_dinh_2024").units[0].name == "Hưng Lộc"


def test_rebuilding_gives_the_shipped_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    monkeypatch.setattr(sys, "argv", ["build_history.py", str(MAPS), "--output", str(tmp_path)])
    import_module("build_history").main()
    assert [path.name for path in tmp_path.iterdir()] == ["history.yaml"]
    assert (tmp_path / "history.yaml").read_bytes() == (ROOT / "data" / "history.yaml").read_bytes()
