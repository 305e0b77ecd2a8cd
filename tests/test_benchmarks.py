"""The benchmarks: what is asked is judged rightly, every part runs, and its tables have their place on the page."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import pytest

from benchmarks import accuracy, building, damaged, names, open_set, worst
from benchmarks.__main__ import BETWEEN, PAGE, machine
from benchmarks.figures import Figure, Section, as_markdown, as_text
from benchmarks.tables import Table, put_between
from benchmarks.timing import best_seconds, run
from fanpage_names import Checker


@pytest.mark.parametrize(
    ("ratio", "asked", "at_least", "holds"),
    [
        (1.5, 1.5, False, True),
        (1.6, 1.5, False, False),
        (1.6, 1.7, True, False),
        (1.8, 1.7, True, True),
        (2.0, None, False, None),
        (None, 1.0, False, None),
    ],
)
def test_what_holds(ratio: float | None, asked: float | None, at_least: bool, holds: bool | None) -> None:
    assert Figure("x", "1 s", ratio, "y", asked, at_least).holds is holds


def test_a_table() -> None:
    section = Section("Title", [Figure("one", "3 ms", 2.5, "two", 2), Figure("two", "not installed")])
    assert [line.split() for line in as_text(section).splitlines()[4:]] == [
        ["one", "3", "ms", "2.5×", "two", "≤", "2×", "MISSED"],
        ["two", "not", "installed"],
    ]
    assert as_markdown(section).splitlines()[4:] == [
        "| one | 3 ms | 2.5× | two | ≤ 2× | MISSED |",
        "| two | not installed |  |  |  |  |",
    ]


def test_the_page_has_a_place_for_the_tables() -> None:
    assert len(BETWEEN.findall(PAGE.read_text("utf-8"))) == 1
    assert machine()


def test_tables_are_put_into_their_page() -> None:
    page = accuracy.PAGE.read_text("utf-8")
    table = Table("Title", ["kind", "texts"], [["one", "3"]])
    written = put_between(page, accuracy.COMMAND, [table])
    assert "\n### Title\n\n| kind | texts |\n| --- | --: |\n| one | 3 |\n" in written
    assert put_between(written, accuracy.COMMAND, [table]) == written != page


def test_accuracy_of_some_kinds() -> None:
    columns = damaged.measured(["nam_dinh_units"], kind="FN201 outer space")
    assert damaged.holds(columns)
    assert damaged.figures("Title", columns).rows[-1][-1] == str(len(columns["all lists"]))
    kinds = open_set.measured(["nam_dinh_units"], 5, kind="glued")
    assert list(kinds) == ["glued user name"]
    assert open_set.figures("Title", kinds).rows[0][1] == "5"


def test_works_take_turns() -> None:
    turns: list[str] = []
    taken = best_seconds({"one": lambda: turns.append("one"), "two": lambda: turns.append("two")}, 2)
    assert turns == ["one", "two"] * 2
    assert taken.keys() == {"one", "two"}


def test_a_process_is_measured() -> None:
    taken = run([sys.executable, "-c", "pass"])
    assert taken.seconds > 0
    assert taken.memory is None or 1 < taken.memory < 1000


def test_half_of_the_rows_are_clean(tmp_path: Path) -> None:
    groups = names.groups_of_names()
    path = tmp_path / "a.csv"
    names.write_csv(path, names.rows(600, groups))
    with path.open(encoding="utf-8", newline="") as file:
        _, *table = csv.reader(file)
    check = Checker(names.nam_dinh()).check
    assert [check(name).status == "ok" for name, _ in table] == [True, False] * 300
    assert len({link for _, link in table}) == 600


def test_the_whole_country_has_all_units() -> None:
    assert len(names.whole_country().units) == 11_367


def test_the_search_for_the_worst_text_finds_one() -> None:
    found = worst.search(names.nam_dinh(), 0.2, "any")
    assert found.seconds > 0
    assert 200 < len(found.text) <= worst.LENGTH


def test_a_part_runs() -> None:
    assert len(building.measure(quick=True).figures) == 3
