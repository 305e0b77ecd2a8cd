"""Tables for people: headings and words in their language, and lists that can be read back."""

from __future__ import annotations

import pytest

from fanpage_names.cli import config, generate, rules, units, units_lists
from fanpage_names.reports import lineage
from fanpage_names.reports.spoken import heading, in_words, spoken
from fanpage_names.tables.headings import title_of
from fanpage_names.tables.table import Table

ALL_COLUMNS = {
    "generate": generate.COLUMNS,
    "rules": rules.COLUMNS,
    "config": config.COLUMNS,
    "units": units.COLUMNS,
    "lists": units_lists.COLUMNS,
    "diff": lineage.DIFFERENCE_COLUMNS,
}


@pytest.mark.parametrize("columns", ALL_COLUMNS.values(), ids=ALL_COLUMNS)
def test_every_column_has_a_heading_of_its_own_in_both_languages(columns: tuple[str, ...]) -> None:
    for lang in ("vi", "en"):
        headings = [heading(column, lang) for column in columns]
        assert len(set(headings)) == len(columns)
        assert not set(headings) & set(columns)
        assert all(said[0].isupper() and "_" not in said for said in headings)


@pytest.mark.parametrize("column", ["page_name", "submitted", "link", "unit", "level", "code", "district", "username"])
def test_a_heading_announces_what_the_name_of_the_column_does(column: str) -> None:
    assert title_of("", heading(column, "vi")) == title_of("", column) == title_of("", heading(column, "en"))


@pytest.mark.parametrize(
    ("column", "cell", "vietnamese", "english"),
    [
        ("level", "commune", "xã", "commune"),
        ("kind", "merged retyped", "sáp nhập, đổi loại đơn vị", "merged, retyped"),
        ("fix", "unsafe", "cần xem lại", "unsafe"),
        ("from", "2025-07-01", "01/07/2025", "2025-07-01"),
        ("to", None, None, None),
        ("level", None, None, None),
        ("unit", "province", "province", "province"),
        ("code", 1, 1, 1),
    ],
)
def test_words_and_days(
    column: str, cell: str | int | None, vietnamese: str | int | None, english: str | int | None
) -> None:
    assert in_words(column, cell, "vi") == vietnamese
    assert in_words(column, cell, "en") == english


@pytest.mark.parametrize(
    ("lang", "columns", "level"), [("vi", ("Cấp", "Tên trang"), "huyện"), ("en", ("Level", "Page name"), "district")]
)
def test_a_table_for_people(lang: str, columns: tuple[str, ...], level: str) -> None:
    rows = [("district", None, "Mặt trận Hải Hậu Nam Định")]
    said = spoken(Table(("level", "district", "page_name"), rows, unused=("district",)), lang)
    assert said.columns == columns
    assert list(said.rows) == [[level, "Mặt trận Hải Hậu Nam Định"]]
