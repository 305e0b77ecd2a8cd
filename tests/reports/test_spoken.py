"""Tables for people: headings and words in their language, and lists that can be read back."""

from __future__ import annotations

import pytest

from fanpage_names.cli import config, generate, rules, units
from fanpage_names.reports import lineage
from fanpage_names.reports.spoken import heading, in_words, spoken
from fanpage_names.tables.headings import title_of
from fanpage_names.tables.table import Table

ALL_COLUMNS = {
    "generate": generate.COLUMNS,
    "rules": rules.COLUMNS,
    "config": config.COLUMNS,
    "units": units.COLUMNS,
    "diff": lineage.DIFFERENCE_COLUMNS,
}


@pytest.mark.parametrize("columns", ALL_COLUMNS.values(), ids=ALL_COLUMNS)
def test_every_column_has_a_heading_of_its_own_in_both_languages(columns: tuple[str, ...]) -> None:
    assert [heading(column, "en") for column in columns] == list(columns)
    vietnamese = [heading(column, "vi") for column in columns]
    assert len(set(vietnamese)) == len(columns)
    assert not set(vietnamese) & set(columns)


@pytest.mark.parametrize("column", ["page_name", "submitted", "link", "unit", "level", "code", "district", "username"])
def test_a_vietnamese_heading_announces_what_the_english_one_does(column: str) -> None:
    assert title_of("", heading(column, "vi")) == title_of("", column)


@pytest.mark.parametrize(
    ("column", "cell", "said"),
    [
        ("level", "commune", "xã"),
        ("kind", "merged retyped", "sáp nhập, đổi loại đơn vị"),
        ("level", None, None),
        ("unit", "province", "province"),
        ("code", 1, 1),
    ],
)
def test_words_of_columns_that_know_few(column: str, cell: str | int | None, said: str | int | None) -> None:
    assert in_words(column, cell, "vi") == said
    assert in_words(column, cell, "en") == cell


def test_a_table_in_vietnamese() -> None:
    table = Table(("level", "page_name"), [("district", "Mặt trận Hải Hậu Nam Định")])
    assert spoken(table, "en") is table
    said = spoken(table, "vi")
    assert said.columns == ("Cấp", "Tên trang")
    assert list(said.rows) == [["huyện", "Mặt trận Hải Hậu Nam Định"]]
