"""Every fault of a hand-edited list is found, once, at its line, with what to write."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from fanpage_names.units.faults import UnitsFileError
from fanpage_names.units.model import RuleSettings, UnitList
from fanpage_names.units.reading import read_units

BASE = """\
title: Thử
in_force: {from: 2020-02-01, to: 2024-08-31}
sources: [GSO]
patterns:
  short:
    province: "Mặt trận Tổ quốc {province_type} {province}"
    district: "Mặt trận {district_label} {province_label}"
    commune: "Mặt trận {commune_label} {district_label} {province_label}"
  full:
    province: "Mặt trận Tổ quốc {province_type} {province}"
    district: "Mặt trận {district_type} {district} {province_type} {province}"
    commune: "Mặt trận {commune_type} {commune} {district_type} {district} {province_type} {province}"
targets:
  - {level: district, share: 100, before: 2022-01-31}
rules: {ignore: [FN304], severity: {FN303: error}}
provinces:
  - code: "36"
    type: tỉnh
    name: Nam Định
    districts:
      - code: "366"
        type: huyện
        name: Hải Hậu
        communes:
          - {code: "14233", type: xã, name: Hải Minh}
          - {code: "14236", type: xã, name: Hải Anh}
      - {code: "359", type: huyện, name: Vụ Bản}
"""

# What is replaced in BASE, by what, the line of the fault, and a piece of its message.
FAULTS: Mapping[str, tuple[str, str, int, str]] = {
    "code is a number": ('code: "14233"', "code: 14233", 25, 'quote it: code: "14233"'),
    "code with zeros in front": (
        'code: "366"', "code: 006", 21, 'YAML takes `006` for a number; quote it: code: "006"',
    ),
    "name is a number": ("name: Hải Minh", "name: 12", 25, 'quote it: name: "12"'),
    "name is a boolean": ("name: Hải Minh", "name: No", 25, 'YAML takes `No` for true or false; quote it: name: "No"'),
    "name is a date": ("name: Hải Minh", "name: 2020-02-01", 25, "YAML takes `2020-02-01` for a date"),
    "name is a decimal": ("name: Hải Minh", "name: 1.5", 25, "a number"),
    "name is a sign": ("name: Hải Minh", "name: =", 25, "a sign of its own"),
    "name is empty": ("name: Hải Minh", 'name: ""', 25, "`name` is empty; write it as in name: Hải Minh"),
    "name is left out": ("name: Hải Hậu", "name:", 23, "`name` is empty"),
    "name is null": ("name: Hải Minh", "name: null", 25, "`name` is empty"),
    "name is a list": ("name: Hải Minh", "name: [Hải Minh]", 25, "`name` must be text"),
    "name is not NFC": ("name: Hải Minh", "name: Ha\u0309i Minh", 25, "not Unicode NFC; copy this: Hải Minh"),
    "name with two spaces": ("name: Hải Minh", "name: Hải  Minh", 25, "superfluous spaces or invisible characters"),
    "name with no-break space": ("name: Hải Minh", "name: Hải\xa0Minh", 25, "write: Hải Minh"),
    "name with zero-width space": ("name: Hải Minh", "name: Hải Minh\u200b", 25, "write: Hải Minh"),
    "name missing": (", name: Hải Minh", "", 25, "`name` is missing; add name: Hải Minh"),
    "code missing": ('code: "14233", ', "", 25, '`code` is missing; add code: "14233"'),
    "code of letters": ('"14233"', '"1423x"', 25, "code `1423x` must have 5 digits"),
    "code too short": ('"36"', '"1"', 17, "must have 2 digits"),
    "code twice": ('"14236"', '"14233"', 26, "code 14233 is already on line 25 (xã Hải Minh)"),
    "code of another level": ('"359"', '"366"', 27, "code 366 is already on line 21 (huyện Hải Hậu)"),
    "name twice": ("Hải Anh", "Hải Minh", 26, "xã Hải Minh is already on line 25 under the same parent"),
    "unit twice": (
        '"14236", type: xã, name: Hải Anh', '"14233", type: xã, name: Hải Minh', 26, "code 14233 is already",
    ),
    "same name, other type": (
        "xã, name: Hải Anh", "thị trấn, name: Hải Minh", 26, "Hải Hậu Nam Định” (style short) is",
    ),
    "type unknown": (
        "type: xã, name: Hải Minh", "type: làng, name: Hải Minh", 25, "use: xã, phường, thị trấn, đặc khu",
    ),
    "type of another level": ("type: huyện\n", "type: xã\n", 22, "no `type: xã`; use: huyện, quận, thị xã, thành phố"),
    "type in capitals": ("type: xã, name: Hải Minh", "type: Xã, name: Hải Minh", 25, "there is no `type: Xã`"),
    "key unknown": ("name: Hải Minh}", "name: Hải Minh, lable: A}", 25, "unknown key `lable`; use: label"),
    "key misspelled": ("name: Hải Minh}", "nmae: Hải Minh}", 25, "unknown key `nmae`; use: name"),
    "key far off": (
        "name: Hải Minh}", "name: Hải Minh, xyz: A}", 25, "unknown key `xyz`; use: code, type, name, label",
    ),
    "key is a list": ("name: Hải Minh}", "name: Hải Minh, [a]: A}", 25, "unknown key `?`"),
    "key twice": ("name: Hải Minh}", "name: Hải Minh, name: A}", 25, "`name` is already on line 25; delete one"),
    "parent written": ("name: Hải Minh}", 'name: Hải Minh, parent: "366"}', 25, "parent is the unit it stands under"),
    "unit in a wrong place": ("sources: [GSO]", "communes: []", 3, "`communes` is not used here"),
    "commune without district": (
        "    districts:",
        '    communes: [{code: "00001", type: xã, name: A}]\n    districts:',
        20,
        "xã A is in no district; move it into the `communes` of its district",
    ),
    "unit is text": ('{code: "359", type: huyện, name: Vụ Bản}', "Vụ Bản", 27, "must be pairs of `key: value`"),
    "communes are no list": ("name: Vụ Bản}", "name: Vụ Bản, communes: {}}", 27, "`communes` must be a list"),
    "label empty": ("name: Vụ Bản}", 'name: Vụ Bản, label: ""}', 27, "`label` is empty"),
    "label makes names alike": ("name: Vụ Bản}", "name: Vụ Bản, label: Hải Hậu}", 27, "huyện Hải Hậu on line 21"),
    "title missing": ("title: Thử\n", "", 1, "`title` is missing"),
    "title is a number": ("title: Thử", "title: 2021", 1, 'quote it: title: "2021"'),
    "in_force missing": ("in_force: {from: 2020-02-01, to: 2024-08-31}\n", "", 1, "`in_force` is missing"),
    "in_force empty": ("in_force: {from: 2020-02-01, to: 2024-08-31}", "in_force:", 2, "`in_force` is empty"),
    "bad day": ("2020-02-01", "2020-02-30", 2, "`from: 2020-02-30` is no day; write year-month-day"),
    "day the Vietnamese way": ("2020-02-01", "01/02/2020", 2, "`from: 01/02/2020` is no day"),
    "day without hyphens": ("2020-02-01", "20200201", 2, "`from: 20200201` is no day"),
    "day is a list": ("2020-02-01", "[2020]", 2, "is no day"),
    "days in the wrong order": ("2020-02-01", "2024-09-01", 2, "`to: 2024-08-31` is before `from: 2024-09-01`"),
    "sources are no list": ("[GSO]", "GSO", 3, "`sources` must be a list"),
    "source is a number": ("[GSO]", "[2021]", 3, 'quote it: sources: "2021"'),
    "style missing": ("  full:", "  fulll:", 9, "unknown key `fulll`; use: full"),
    "pattern missing": (
        '  short:\n    province: "Mặt trận Tổ quốc {province_type} {province}"\n',
        "  short:\n",
        6,
        "`province` is missing",
    ),
    "pattern with unknown field": (
        "{district_label} {province_label}\"\n    c", "{x} {district}\"\n    c", 7, "there is no {x}",
    ),
    "pattern with a field below": ("quốc {province_type}", "quốc {commune}", 6, "there is no {commune}"),
    "pattern without own name": (
        "Mặt trận {commune_label} {dis", "Mặt trận {dis", 8, "add {commune_label} or {commune}",
    ),
    "pattern with a single brace": (
        "{commune_label} {district_label}", "{commune_label} {district_label", 8, "without its",
    ),
    "pattern is empty": ('"Mặt trận {district_label} {province_label}"', '""', 7, "`district` is empty"),
    "share too large": ("share: 100", "share: 101", 14, "`share: 101` must be a whole number from 1 to 100"),
    "share zero": ("share: 100", "share: 0", 14, "from 1 to 100"),
    "share with per cent": ("share: 100", "share: 50%", 14, "`share: 50%` must be a whole number"),
    "share with zeros": ("share: 100", "share: 00000001000", 14, "from 1 to 100"),
    "share left out": ("share: 100", "share: ", 14, "`share` is empty; write it as in share: 100"),
    "share as a fraction": ("share: 100", "share: 0.5", 14, "must be a whole number"),
    "share enormous": ("share: 100", f"share: {'9' * 5000}", 14, "must be a whole number"),
    "level unknown": ("level: district", "level: huyện", 14, "use: province, district, commune"),
    "target without day": (", before: 2022-01-31", "", 14, "`before` is missing; add before: 2022-01-31"),
    "rule code unknown": ("[FN304]", "[304]", 15, 'quote it: ignore: "304"'),
    "rule code in small letters": ("[FN304]", "[fn304]", 15, "`fn304` is no rule code; write FN303"),
    "severity unknown": ("FN303: error", "FN303: fatal", 15, "use: error, warning"),
    "severity of a family": ("FN303: error", "FN3: error", 15, "unknown key `FN3`"),
    "severity is text": ("{FN303: error}", "error", 15, "must be pairs"),
    "alias": ("[GSO]", "[&a GSO, *a]", 3, "YAML aliases are not used; write the content itself in place of *a"),
    "tag": ("[GSO]", "[!!python/name:os.system GSO]", 3, "YAML tags are not used; delete tag:yaml.org,2002:python"),
    "tag of a list": ("[GSO]", "!!set [GSO]", 3, "YAML tags are not used"),
    "second document": ("provinces:", "---\nprovinces:", 16, "a file holds one list; delete the line ---"),
    "bracket open": ("[GSO]", "[GSO", 4, "not valid YAML"),
    "tab": ("  short:", "\tshort:", 5, "not valid YAML"),
    "escape for a terminal": ("name: Hải Minh", 'name: "A\\e[2J"', 25, "write: A[2J"),
    "line break in a key": ("title: Thử", 'title: Thử\n"a\\nb": 1', 2, "unknown key `a\\nb`"),
    "control character": ("title: Thử", "title: Th\x07ử", 1, "character U+0007 is not allowed in YAML"),
    "control character below": ("name: Vụ Bản", "name: Vụ\0Bản", 27, "character U+0000"),
    "too deep": ("[GSO]", "[" * 20 + "]" * 20, 3, "nested too deeply"),
}  # fmt: skip


def faults_of(text: str) -> list[tuple[int, str]]:
    with pytest.raises(UnitsFileError) as error:
        read_units(text, "a.yaml", "a")
    return [(fault.line, fault.text.in_lang("en")) for fault in error.value.faults]


def test_base_is_sound() -> None:
    units = read_units(BASE, "a.yaml", "a")
    assert [unit.code for unit in units.units] == ["36", "366", "14233", "14236", "359"]
    assert units.rules == RuleSettings((), ("FN304",), {"FN303": "error"})


@pytest.mark.parametrize("name", FAULTS)
def test_fault(name: str) -> None:
    old, new, line, message = FAULTS[name]
    assert old in BASE
    found = faults_of(BASE.replace(old, new, 1))
    assert [fault for fault in found if fault[0] == line and message in fault[1]], found
    assert len(found) == 1, found


def test_what_is_optional_may_be_empty() -> None:
    units = read_units(
        BASE.replace("to: 2024-08-31", "to: ").replace("[GSO]", "").replace("Bản}", "Bản, label: }"), "", "a"
    )
    assert (units.valid_to, units.sources, units.by_code["359"].label) == (None, (), "Vụ Bản")


def test_five_faults_are_five_lines_in_order() -> None:
    text = BASE
    for name in ("share zero", "code is a number", "bad day", "key unknown", "code of another level"):
        old, new, _, _ = FAULTS[name]
        text = text.replace(old, new, 1)
    with pytest.raises(UnitsFileError) as error:
        read_units(text, "a.yaml", "a")
    for lines in (error.value.lines("vi"), error.value.lines("en")):
        assert [line.split(": ")[0] for line in lines] == [f"a.yaml:{n}" for n in (2, 14, 25, 25, 27)]


def test_siblings_of_one_name_with_a_label_are_sound() -> None:
    text = BASE.replace(
        '{code: "359", type: huyện, name: Vụ Bản}', '{code: "359", type: thị xã, name: Hải Hậu, label: TX Hải Hậu}'
    )
    assert read_units(text, "a.yaml", "a").by_code["359"].label == "TX Hải Hậu"


def test_pattern_with_district_where_the_list_has_none_is_one_fault_each() -> None:
    head, _, tail = BASE.partition("    districts:\n")
    communes = "".join(f'      - {{code: "0000{n}", type: xã, name: Xã {n}}}\n' for n in range(5))
    found = faults_of(f"{head}    communes:\n{communes}")
    assert tail
    assert [line for line, _ in found] == [8, 12]
    assert all("delete {district…} from the pattern" in text for _, text in found)


@pytest.mark.parametrize("provinces", ["[]", "", "{}", "Nam Định"])
def test_no_provinces(provinces: str) -> None:
    head = BASE.partition("provinces:\n")[0]
    ((line, message),) = faults_of(f"{head}provinces: {provinces}\n")
    assert line == 16
    assert "`provinces` is empty" in message or "`provinces` must be a list" in message


@pytest.mark.parametrize("text", ["", "# nothing\n", "[]", "a", "null", "5", "- a: 1"])
def test_no_mapping(text: str) -> None:
    assert faults_of(text) == [
        (
            1,
            "this must be pairs of `key: value`, with the keys: "
            "title, in_force, patterns, provinces, sources, targets, rules",
        ),
    ]


@pytest.mark.parametrize(
    "bomb",
    [
        "[" * 1_000_000,
        "{a: " * 300_000,
        "- " * 300_000,
        "? " * 300_000,
        "a: &a [x]\n" + "".join(f"{n}: &n{n} [{', '.join(['*a'] * 9)}]\n" for n in range(20_000)),
        "&a [*a]",
    ],
    ids=["lists", "mappings", "dashes", "keys", "aliases", "itself"],
)
def test_bombs_are_refused(bomb: str) -> None:
    """With one fault: nothing inside is read. One that is not refused outlasts the limit of each test."""
    assert len(faults_of(bomb)) == 1


def test_without_the_c_loader(monkeypatch: pytest.MonkeyPatch) -> None:
    with_c = read_units(BASE, "a.yaml", "a")
    faults_with_c = faults_of(BASE.replace("name: Hải Minh", "name: 12"))
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert read_units(BASE, "a.yaml", "a") == with_c
    assert faults_of(BASE.replace("name: Hải Minh", "name: 12")) == faults_with_c


SIGNS = ["", " ", "\n", "\t", "- ", ": ", "#", '"', "'", "[", "]", "{", "}", "&a", "*a", "!!int ", "|", ">", "?", "%"]
WORDS = ["---", "...", "null", "1", "true", "2020-02-01", "communes:", "name: A", "{commune}"]
ODD = ["\u0301", "\ufeff", "\u2028", "\ud800"]
pieces = st.sampled_from(SIGNS + WORDS + ODD)
SHIPPED_HEAD = "\n".join(
    (Path(__file__).parents[2] / "data" / "nam_dinh_units.yaml").read_text(encoding="utf-8").split("\n")[12:60]
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([BASE, SHIPPED_HEAD]), st.data())
def test_mutated_text_gives_a_list_or_faults(text: str, data: st.DataObject) -> None:
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.sampled_from([0, 0, 1, 2, 8, 40])))
        text = text[:start] + data.draw(pieces | st.text(max_size=3)) + text[end:]
    assert_list_or_faults(text)


@settings(max_examples=100, deadline=None)
@given(st.lists(pieces | st.text(max_size=5), max_size=30))
def test_any_text_gives_a_list_or_faults(words: list[str]) -> None:
    assert_list_or_faults("".join(words))


def assert_list_or_faults(text: str) -> None:
    try:
        units = read_units(text, "a.yaml", "a")
    except UnitsFileError as error:
        faults, lines = error.faults, (error.lines("vi"), error.lines("en"))
    else:
        assert isinstance(units, UnitList)
        assert len(units.by_code) == len(units.units) > 0
        return
    assert len(lines[0]) == len(lines[1]) == len(faults) > 0
    assert all(line.isprintable() for line in (*lines[0], *lines[1]))
    assert all(1 <= fault.line <= len(text.splitlines()) + 1 for fault in faults)
