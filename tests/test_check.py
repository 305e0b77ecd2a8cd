"""The library's front door: records, settings, and what holds for every name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from fanpage_names import Checker, Result, Row, check_rows
from fanpage_names.lang import Lang
from fanpage_names.naming import canonical_name
from fanpage_names.units.model import STYLES, RuleSettings, Severity, Style, UnitList
from tests.cases.loading import checker
from tests.names_strategies import LISTS

RECORD = "Mat tran Hai Minh - Hải Hậu"


def codes(result: Result) -> list[str]:
    return [found.code for found in result.diagnostics]


def nam_dinh(rules: RuleSettings | None = None) -> UnitList:
    """The list of 2021, with rule settings of its own."""
    units = checker().units
    fields = {name: getattr(units, name) for name in units.__dataclass_fields__}
    return UnitList(**{**fields, "rules": rules or RuleSettings()})


@pytest.mark.parametrize(("again", "written"), [(3, True), (7, False)])
def test_letters_are_mended_in_texts_that_may_be_names(again: int, *, written: bool) -> None:
    slogan = " đoàn kết sáng tạo" * again
    assert checker().check(f"Mặt trận Hải Minh Hải Hậu Nam Định{slogan}").unit is not None
    assert (checker().check(f"Mặt trận Hải Mjnh Hải Hậu Nam Định{slogan}").unit is not None) is written


def test_the_record_of_the_documentation() -> None:
    result = checker().check(RECORD)
    unit = result.unit
    assert unit is not None
    assert unit.district is not None
    assert (result.submitted, result.status) == (RECORD, "deviates")
    assert (unit.code, unit.level, unit.type, unit.name) == ("14233", "commune", "xã", "Hải Minh")
    assert (unit.district.name, unit.province.name) == ("Hải Hậu", "Nam Định")
    assert result.canonical == result.fixed == "Mặt trận Hải Minh Hải Hậu Nam Định"
    assert (result.candidates, result.former) == ((), None)
    assert [
        (one.code, one.rule, one.severity, one.fix, one.start, one.end, one.found, one.expected, one.cell)
        for one in result.diagnostics
    ] == [
        ("FN301", "missing-diacritics", "error", "safe", 0, 17, "Mat tran Hai Minh", "Mặt trận Hải Minh", "name"),
        ("FN206", "punctuation", "warning", "safe", 17, 20, " - ", " ", "name"),
        ("FN404", "missing-province", "error", "safe", 27, 27, "", " Nam Định", "name"),
    ]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("units", LISTS)
def test_no_official_name_is_faulted(units: str, style: Style) -> None:
    one = checker(units, style)
    for unit in one.units.units:
        name = canonical_name(one.units, unit, style)
        assert one.canonical(unit) == name
        assert one.check(name) == Result(name, "ok", unit, name, name)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("units", LISTS)
def test_official_names_of_one_list_have_other_units_or_none_in_the_others(units: str, style: Style) -> None:
    for other in LISTS:
        if other == units:
            continue
        for unit in checker(units).units.units:
            name = checker(units, style).canonical(unit)
            result = checker(other, style).check(name)
            assert result.fixed in {None, name}
            assert (result.fixed == name) == (result.status == "ok")


def test_messages_are_in_the_language_asked_for() -> None:
    found = {}
    languages: tuple[Lang, ...] = ("vi", "en")
    for lang in languages:
        found[lang] = Checker(nam_dinh(), lang=lang).check(RECORD).diagnostics
    assert codes(checker().check(RECORD)) == [one.code for one in found["vi"]] == [one.code for one in found["en"]]
    assert found["en"][0].message == "“Mat tran Hai Minh” lacks its marks; write “Mặt trận Hải Minh”"
    assert found["vi"][0].message == "“Mat tran Hai Minh” thiếu dấu; viết “Mặt trận Hải Minh”"


@pytest.mark.parametrize(
    ("select", "ignore", "reported", "fixed"),
    [
        ((), (), ["FN301", "FN206", "FN404"], "Mặt trận Hải Minh Hải Hậu Nam Định"),
        (["FN"], (), ["FN301", "FN206", "FN404"], "Mặt trận Hải Minh Hải Hậu Nam Định"),
        (["FN2", "FN4"], (), ["FN206", "FN404"], "Mat tran Hai Minh Hải Hậu Nam Định"),
        (["FN301"], (), ["FN301"], "Mặt trận Hải Minh - Hải Hậu"),
        ((), ["FN2"], ["FN301", "FN404"], "Mặt trận Hải Minh - Hải Hậu Nam Định"),
        ((), ["FN206", "FN404"], ["FN301"], "Mặt trận Hải Minh - Hải Hậu"),
        ((), ["FN3"], ["FN206", "FN404"], "Mat tran Hai Minh Hải Hậu Nam Định"),
        (["FN2"], ["FN206"], [], RECORD),
        ((), ["FN"], [], RECORD),
    ],
)
def test_select_and_ignore(select: Sequence[str], ignore: Sequence[str], reported: list[str], fixed: str) -> None:
    one = Checker(nam_dinh(), select=select, ignore=ignore)
    listed = Checker(nam_dinh(RuleSettings(tuple(select), tuple(ignore))))
    for result in (one.check(RECORD), listed.check(RECORD)):
        assert (result.status, codes(result)) == ("deviates", reported)
        assert result.canonical == "Mặt trận Hải Minh Hải Hậu Nam Định"
        assert result.fixed == fixed
        again = one.check(fixed)
        assert (codes(again), again.fixed) == ([], fixed)


def test_what_cannot_be_mended_without_an_ignored_rule_is_not() -> None:
    result = checker(ignore="FN405").check("MTTQ Nam Định Hải Hậu")
    assert codes(result) == ["FN402"]
    assert result.fixed in {None, "Mặt trận Nam Định Hải Hậu"}


@pytest.mark.parametrize(("select", "text"), [("FN406", "Vụ Bản huyện Vụ Bản"), ("FN401", "Vụ Bản Nam Định Hải Hậu")])
def test_a_name_mended_in_part_means_the_same_unit(select: str, text: str) -> None:
    one = checker(select=select)
    result = one.check(text)
    assert result.fixed is None or one.check(result.fixed).unit == result.unit


def test_ignored_rules_of_the_line_are_added_to_those_of_the_list_and_selected_ones_replace_them() -> None:
    units = nam_dinh(RuleSettings(select=("FN3",), ignore=("FN306",)))
    text = "mat tran hai minh - Hải Hậu"
    assert codes(Checker(units).check(text)) == ["FN301"]
    assert codes(Checker(units, ignore=["FN301"]).check(text)) == []
    assert codes(Checker(units, select=["FN206", "FN306"]).check(text)) == ["FN206"]


@pytest.mark.parametrize(
    ("listed", "given", "severity"),
    [({}, {}, "error"), ({"FN301": "warning"}, {}, "warning"), ({"FN301": "warning"}, {"FN301": "error"}, "error")],
)
def test_severities(listed: Mapping[str, Severity], given: Mapping[str, Severity], severity: str) -> None:
    one = Checker(nam_dinh(RuleSettings(severity=listed)), severities=given)
    found = {found.code: found.severity for found in one.check(RECORD).diagnostics}
    assert found == {"FN301": severity, "FN206": "warning", "FN404": "error"}


@pytest.mark.parametrize("length", [76, 300, 301, 10_000, 100_000])
def test_a_long_text(length: int) -> None:
    text = "x" * length
    result = checker().check(text)
    assert (result.status, result.fixed) == ("unknown", None)
    assert [(one.start, one.end, one.fix) for one in result.diagnostics if one.code == "FN701"] == [(0, length, "none")]
    if length == 100_000:
        assert codes(result) == ["FN701"]


def test_length_is_counted_as_the_platform_does() -> None:
    name = "Mặt trận Hải Minh Hải Hậu Nam Định " + "ả" * 40
    assert len(name) == 75
    decomposed = name.replace("ả", "a\u0309")
    assert "FN701" not in codes(checker().check(decomposed))
    assert "FN701" in codes(checker().check(decomposed + "ả"))


@pytest.mark.parametrize("text", ["", " ", "\u200b", "★", ".", "\ud800", "\x00", "\u0301", "1", "đ"])
def test_texts_that_are_no_names(text: str) -> None:
    result = checker().check(text)
    assert (result.status, result.unit, result.fixed, codes(result)) == ("unknown", None, None, ["FN501"])


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Mặt trận Hải Ans Hải Hậu Nam Định", "nam_dinh_units"),
        ("Mặt trận Hải Anx Hải Hậu Nam Định", "nam_dinh_units"),
        ("Mặt trận Thanh Laêm Ninh Bình", "ninh_binh_2025"),
    ],
)
def test_a_letter_that_could_be_a_keystroke_or_another_name_is_not_mended(text: str, units: str) -> None:
    assert checker(units).check(text).fixed is None


def test_a_rows_other_cells_do_not_change_what_its_name_is() -> None:
    alone = checker().check(RECORD)
    first = Row("Mặt trận Hải Minh Hải Hậu Nam Định")
    _, one = check_rows(checker(), [first, Row(RECORD, link="x", unit="Xã Hải Anh")])
    assert {"FN504", "FN506", "FN602"} <= set(codes(one.result))
    assert (one.result.status, one.result.unit, one.result.fixed) == (alone.status, alone.unit, alone.fixed)
    assert [found for found in one.result.diagnostics if found in alone.diagnostics] == list(alone.diagnostics)
