"""Pages that become one, and what is no page."""

from __future__ import annotations

import pytest

from fanpage_names.errors import UseError
from fanpage_names.migrate import Migrator, together
from fanpage_names.naming import canonical_name
from fanpage_names.reports.migration.words import figures
from fanpage_names.rows import Row
from tests.migrating import LETTER, OF_2024, OF_2025, PAST, migrated, migrator


def test_a_group_begins_with_the_kept_name_and_keeps_the_place_of_its_first_page() -> None:
    names = [
        "Mặt trận Hải Minh Hải Hậu Nam Định",
        "Mặt trận Nghĩa Sơn Nghĩa Hưng Nam Định",
        "Mặt trận Hải Đường Hải Hậu Nam Định",
        "xyz",
        "Mặt trận Hải Anh Hải Hậu Nam Định",
    ]
    pages = migrated(*names)
    assert [page.row.name for page in pages] == names
    assert [(page.action, page.group, page.order) for page in pages] == [
        ("merge", 1, 2),
        ("rename", None, None),
        ("merge", 1, 3),
        ("unknown", None, None),
        ("merge", 1, 1),
    ]
    assert [page.row.row for page in together(pages)] == [5, 1, 3, 2, 4]


def test_a_group_without_the_kept_name_begins_with_the_kept_code() -> None:
    pages = migrated(
        "Mặt trận Hạ Long TP Nam Định Nam Định", "Mặt trận Thống Nhất TP Nam Định Nam Định", to_list=OF_2024
    )
    assert [page.order for page in pages] == [2, 1]
    first = pages[1].succession
    assert first
    assert (first.name_kept, first.code_kept) == (False, True)


def test_a_page_reported_twice_is_no_merger_and_two_pages_of_one_unit_are() -> None:
    name = "Mặt trận Hải Minh Hải Hậu Nam Định"
    links = [
        "https://www.facebook.com/haiminh.mttq",
        "facebook.com/haiminh.mttq",
        "https://www.facebook.com/other.page",
    ]
    same = migrator().migrate([Row(name, link=links[0], row=1), Row(name, link=links[1], row=2)])
    assert [(page.action, page.group) for page in same] == [("rename", None), ("rename", None)]
    two = migrator().migrate([Row(name, link=links[0], row=1), Row(name, link=links[2], row=2)])
    assert [(page.action, page.group) for page in two] == [("merge", 1), ("merge", 1)]


def test_a_name_without_a_link_beside_others_with_one_is_no_page() -> None:
    name = "Mặt trận Hải Minh Hải Hậu Nam Định"
    of_another = "Mặt trận Hải Anh Hải Hậu Nam Định"
    linked = Row(name, link="https://www.facebook.com/haiminh.mttq", row=1)
    pages = migrator().migrate([linked, Row(of_another, link="", row=2), Row(f"{of_another} (đang làm)", row=3)])
    assert [(page.action, page.group, page.is_page) for page in pages] == [
        ("rename", None, True),
        ("rename", None, False),
        ("rename", None, False),
    ]
    assert figures(pages, "en") == "1 page: rename 1; named, no link yet: 2; for a person to look at: 1"
    without_links = migrator().migrate([Row(name), Row(of_another)])
    assert [page.action for page in without_links] == ["merge", "merge"]


def test_pages_named_after_the_merger_are_kept() -> None:
    names = [canonical_name(PAST.units(OF_2025), unit, "short") for unit in PAST.units(OF_2025).units]
    pages = migrated(*names)
    assert {(page.action, page.meant.list_id) for page in pages} == {("keep", OF_2025)}
    assert [page.page_name for page in pages] == names


def test_lists_that_cannot_be() -> None:
    with pytest.raises(UseError, match="nam_dinh_units is before ninh_binh_2025"):
        Migrator(PAST, OF_2025, LETTER)
    with pytest.raises(UseError, match="the history of this list is not known"):
        Migrator(PAST, "of_my_own", OF_2025)
