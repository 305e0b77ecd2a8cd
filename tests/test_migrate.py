"""Pages through mergers: every name of 2021 goes where the maps say, however badly it is written."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date

import pytest

from fanpage_names.history.changes import Change
from fanpage_names.history.loading import shipped_changes
from fanpage_names.history.timeline import History
from fanpage_names.migrate import Migrator
from fanpage_names.naming import canonical_name
from fanpage_names.rows import Row
from fanpage_names.units.catalogue import catalogue, load_shipped, of_year
from fanpage_names.units.model import Style, Unit
from tests.corpus.encoders import tcvn3
from tests.corpus.letters import strip_marks
from tests.migrating import LETTER, OF_2024, OF_2025, PAST, migrated, migrator, new_code
from tests.units.exports import SOURCES

UNITS = tuple(unit for unit in PAST.units(LETTER).units if unit.level != "province")


def map_of(table: str, list_id: str) -> Mapping[str, str]:
    """Return the new code by the old one, of a map of which no unit of Nam Định was split; "" for districts of 2024."""
    with (SOURCES / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        found = {row["old_code"]: row["new_code"] for row in csv.DictReader(stream)}
    return {unit.code: found.get(unit.code, unit.code) for unit in PAST.units(list_id).units}


TO_2024 = {**map_of("vn_map_2021_2024", LETTER), "358": "356"}
FROM_2024 = {
    **map_of("vn_map_2025", OF_2024),
    **{unit.code: "" for unit in PAST.units(OF_2024).at_level("district")},
    "36": "37",
}
EXPECTED: Mapping[str, Mapping[str, str]] = {
    OF_2024: TO_2024,
    OF_2025: {code: FROM_2024[then] for code, then in TO_2024.items()},
}


def official(unit: Unit, style: Style = "short") -> str:
    return canonical_name(PAST.units(LETTER), unit, style)


@pytest.mark.parametrize("style", ["short", "full"])
@pytest.mark.parametrize("to_list", [OF_2024, OF_2025])
def test_every_official_name_goes_to_the_unit_of_the_map(to_list: str, style: Style) -> None:
    names = [official(unit, style) for unit in UNITS]
    pages = migrator(to_list, LETTER, style).migrate(map(Row, names))
    assert [page.row.name for page in pages] == names
    assert {page.meant.list_id for page in pages} == {LETTER}
    assert [page.meant.unit for page in pages] == list(UNITS)
    assert [new_code(page) for page in pages] == [EXPECTED[to_list][unit.code] for unit in UNITS]
    for page in pages:
        name = canonical_name(PAST.units(to_list), page.unit, style) if page.unit else None
        assert page.page_name == name


@pytest.mark.parametrize(
    ("to_list", "style", "counts", "groups"),
    [
        (OF_2025, "short", {"merge": 226, "close": 10}, 57),
        (OF_2024, "short", {"keep": 151, "rename": 6, "merge": 79}, 27),
        (OF_2024, "full", {"keep": 149, "rename": 8, "merge": 79}, 27),
        (LETTER, "short", {"keep": 236}, 0),
    ],
)
def test_figures_are_those_of_the_maps(to_list: str, style: Style, counts: Mapping[str, int], groups: int) -> None:
    pages = migrator(to_list, LETTER, style).migrate(Row(official(unit, style)) for unit in UNITS)
    assert Counter(page.action for page in pages) == counts
    assert len({page.group for page in pages} - {None}) == groups


def test_districts_are_told_that_nothing_follows() -> None:
    pages = migrated(*(official(unit) for unit in UNITS if unit.level == "district"))
    assert len(pages) == 10
    assert {(page.action, page.unit, page.page_name) for page in pages} == {("close", None, None)}


def without_marks(unit: Unit) -> str:
    return strip_marks(official(unit))


def with_type_words(unit: Unit) -> str:
    above = [unit.district.name_with_type] if unit.district else []
    return " ".join(["Mặt trận", unit.name_with_type, *above, "tỉnh Nam Định"])


def with_mttq(unit: Unit) -> str:
    return "MTTQ" + official(unit).removeprefix("Mặt trận")


def in_tcvn3(unit: Unit) -> str:
    return tcvn3(official(unit))


@pytest.mark.parametrize("damage", [without_marks, with_type_words, with_mttq, in_tcvn3])
def test_damaged_names_go_to_the_same_units(damage: Callable[[Unit], str]) -> None:
    pages = migrated(*map(damage, UNITS))
    lost = (
        {unit.code for unit in UNITS if unit.name in ("Trực Hưng", "Trực Hùng")} if damage is without_marks else set()
    )
    for unit, page in zip(UNITS, pages, strict=True):
        if unit.code in lost:
            assert page.action == "ambiguous"
            assert {candidate.code for candidate, _ in page.candidates} == lost
        else:
            assert page.meant.unit == unit, page.row.name
            assert new_code(page) == EXPECTED[OF_2025][unit.code]


@pytest.mark.parametrize(
    ("name", "list_id", "unit", "page_name"),
    [
        ("Mặt trận Yên Thắng Ý Yên Nam Định", LETTER, "xã Yên Thắng", "Mặt trận Vạn Thắng Ninh Bình"),
        ("mat tran yen thang y yen", LETTER, "xã Yên Thắng", "Mặt trận Vạn Thắng Ninh Bình"),
        ("Mặt trận Yên Thắng Ninh Bình", OF_2025, "phường Yên Thắng", "Mặt trận Yên Thắng Ninh Bình"),
        ("Mặt trận Yên Khánh Ý Yên Nam Định", LETTER, "xã Yên Khánh", "Mặt trận Ý Yên Ninh Bình"),
        ("MTTQ xã Bình Minh", LETTER, "xã Bình Minh", "Mặt trận Nam Minh Ninh Bình"),
        ("Mặt trận Mỹ Lộc Mỹ Lộc Nam Định", LETTER, "thị trấn Mỹ Lộc", "Mặt trận Mỹ Lộc Ninh Bình"),
        ("Mặt trận Mỹ Lộc TP Nam Định Nam Định", OF_2024, "xã Mỹ Lộc", "Mặt trận Mỹ Lộc Ninh Bình"),
        ("Mặt trận Hưng Lộc TP Nam Định Nam Định", OF_2024, "phường Hưng Lộc", "Mặt trận Mỹ Lộc Ninh Bình"),
        ("Mặt trận Nam Định Ninh Bình", OF_2025, "phường Nam Định", "Mặt trận Nam Định Ninh Bình"),
        ("Mặt trận Yên Xá Ý Yên Nam Định", "nam_dinh_before_2020", "xã Yên Xá", "Mặt trận Ý Yên Ninh Bình"),
        ("MTTQ Hai Toan Hai Hau Nam Dinh", "nam_dinh_before_2020", "xã Hải Toàn", "Mặt trận Hải An Ninh Bình"),
        (
            "xa nghia thang, h. nghia hung, nam dinh",
            "nam_dinh_before_2020",
            "xã Nghĩa Thắng",
            "Mặt trận Rạng Đông Ninh Bình",
        ),
        ("Mặt trận Tổ quốc tỉnh Nam Định", LETTER, "tỉnh Nam Định", "Mặt trận Tổ quốc tỉnh Ninh Bình"),
    ],
)
def test_names_of_every_time(name: str, list_id: str, unit: str, page_name: str) -> None:
    (page,) = migrated(name)
    assert page.meant.unit
    assert (page.meant.list_id, page.meant.unit.name_with_type, page.page_name) == (list_id, unit, page_name)
    assert page.action == ("keep" if name == page_name else "rename")


def test_the_town_my_loc_in_2024() -> None:
    (page,) = migrated("Mặt trận Mỹ Lộc Mỹ Lộc Nam Định", to_list=OF_2024)
    assert page.unit
    assert (page.unit.name, page.page_name) == ("Hưng Lộc", "Mặt trận Hưng Lộc TP Nam Định Nam Định")


@pytest.mark.parametrize(
    ("name", "candidates"),
    [
        ("Mặt trận Nam Định", {"tỉnh Nam Định": ["Ninh Bình"], "thành phố Nam Định": []}),
        ("Mặt trận Quang Trung Nam Định", {"phường Quang Trung": ["Nam Định"], "xã Quang Trung": ["Hiển Khánh"]}),
    ],
)
def test_what_could_be_several_units_is_not_decided(name: str, candidates: Mapping[str, Sequence[str]]) -> None:
    (page,) = migrated(name)
    assert (page.action, page.unit, page.page_name) == ("ambiguous", None, None)
    found = {unit.name_with_type: [now.name for now in then.units] for unit, then in page.candidates}
    assert found == candidates


@pytest.mark.parametrize(
    ("name", "doubts"),
    [
        ("Mặt trận Hải Minh Hải Hậu Nam Định", ()),
        ("MTTQ xa hai minh", ()),
        ("Mặt trận thị trấn Hải Minh Hải Hậu Nam Định", ("FN407",)),
        ("Mặt trận Hải Minnh Hải Hậu Nam Định", ("FN305",)),
        ("Mặt trận Yên Xá Ý Yên Nam Định", ()),
        ("mttq xa yen xa y yen nam dinh", ()),
        ("Mặt trận thị trấn Yên Xá Ý Yên Nam Định", ("FN407",)),
        ("Mặt trận Nam Định", ()),
    ],
)
def test_what_a_person_should_look_at(name: str, doubts: Sequence[str]) -> None:
    (page,) = migrated(name)
    assert page.meant.doubts == doubts


def test_a_page_of_another_body_is_nobody_s() -> None:
    (page,) = migrated("Công an xã Hải Anh")
    assert (page.action, page.unit, page.candidates) == ("unknown", None, ())


def test_what_names_no_unit_stays() -> None:
    (page,) = migrated("Hội Phụ nữ Quảng Ninh")
    assert (page.action, page.unit, page.candidates) == ("unknown", None, ())


def test_a_split_is_not_decided() -> None:
    hai_minh = next(unit for unit in UNITS if unit.name == "Hải Minh")

    def changes(name: str) -> Sequence[Change]:
        found = shipped_changes(name)
        if name != OF_2024:
            return found
        (whole,) = (change for change in found if change.from_code == hai_minh.code)
        parts = (whole._replace(to_code="14215", share="rest"), whole._replace(share="part"))
        return (*(change for change in found if change is not whole), *parts)

    past = History(catalogue(), load_shipped, changes, date(2026, 1, 1))
    (page,) = Migrator(past, LETTER, OF_2025).migrate([Row(official(hai_minh))])
    assert (page.action, page.unit, page.page_name) == ("ambiguous", None, None)
    assert page.succession
    assert [unit.name for unit in page.succession.units] == ["Hải Hậu", "Hải Anh"]


@pytest.mark.parametrize(("from_list", "table"), [("vn_2024", "vn_map_2025"), ("vn_2021", "")])
def test_every_commune_of_the_country_goes_where_the_resolutions_say(from_list: str, table: str) -> None:
    """The official names of all 10,035 and 10,599 communes; where one was divided, all that follow, none chosen."""
    second = followers("vn_map_2025")
    first = followers("vn_map_2021_2024") if not table else {}
    communes = list(PAST.units(from_list).at_level("commune"))
    names = [canonical_name(PAST.units(from_list), unit, "short") for unit in communes]
    for unit, page in zip(communes, migrated(*names, to_list="vn_2025", from_list=from_list), strict=True):
        expected = {now for then in first.get(unit.code, {unit.code}) for now in second[then]}
        assert page.succession
        assert {now.code for now in page.succession.units} == expected
        assert (page.action == "ambiguous") == (len(expected) > 1)
        assert (new_code(page) in expected) == (len(expected) == 1)


@pytest.mark.slow
@pytest.mark.parametrize("from_list", ["vn_2024", "vn_2021"])
def test_every_commune_of_the_country_is_known_to_today_s_list_by_all_its_words(from_list: str) -> None:
    """ "Mặt trận xã … huyện … tỉnh …" of then, asked of the list of each province that has a part of it now."""
    second = followers("vn_map_2025")
    first = followers("vn_map_2021_2024") if from_list == "vn_2021" else {}
    communes = list(PAST.units(from_list).at_level("commune"))
    expected = {unit: {now for then in first.get(unit.code, {unit.code}) for now in second[then]} for unit in communes}
    asked = 0
    for listed in of_year(2025):
        codes = {unit.code for unit in PAST.units(listed.name).at_level("commune")}
        here = [unit for unit in communes if expected[unit] & codes]
        rows = [Row(f"Mặt trận {' '.join(each.name_with_type for each in (unit, *unit.above))}") for unit in here]
        pages = Migrator(PAST, listed.name, listed.name).migrate(rows)
        for unit, page in zip(here, pages, strict=True):
            assert page.succession, unit
            assert {now.code for now in page.succession.units} == expected[unit]
        asked += len(here)
    assert asked >= len(communes)


def followers(table: str) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    with (SOURCES / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            found[row["old_code"]].add(row["new_code"])
    return found


@pytest.mark.parametrize(
    ("name", "list_id", "successor"),
    [
        ("Mặt trận Liêm Chính Phủ Lý Hà Nam", "ha_nam_2024", "Phủ Lý"),
        ("MTTQ xã Gia Sinh, huyện Gia Viễn, tỉnh Ninh Bình", "ninh_binh_2024", "Tây Hoa Lư"),
    ],
)
def test_a_province_that_became_part_of_another_needs_no_list_of_its_own(
    name: str, list_id: str, successor: str
) -> None:
    (page,) = migrated(name)
    assert (page.action, page.meant.list_id, page.unit and page.unit.name) == ("rename", list_id, successor)
