"""No text that comes of a right name by one slip is mended into another unit's name, and none stops the checker.

The slips are counted out, not thought out: every letter put in, left out, doubled, swapped with the next, or moved over
a space, in every name and in what people leave of it; every type word before every name; every syllable that reads as
another one in VNI-Windows. A fix must be the name that was damaged, unless the text is just what another unit's name
would be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from random import Random

import pytest

from fanpage_names import Checker, load_units
from fanpage_names.text.fold import fold_tone_placement
from fanpage_names.text.syllable import is_syllable
from fanpage_names.units.model import Style, Unit
from tests.corpus.encoders import vni_windows

LETTERS = "abcdđeghiklmnopqrstuvxy"
TYPE_WORDS = (
    *("tỉnh", "thành phố", "quận", "huyện", "thị xã", "xã", "phường", "thị trấn", "đặc khu"),
    *("T.", "TP", "TP.", "Q.", "H.", "TX", "TX.", "X.", "P.", "TT", "TT.", "T", "H", "X", "P"),
)
SHORT = {"tỉnh": "T", "thành phố": "TP", "quận": "Q", "huyện": "H", "thị xã": "TX", "xã": "X", "phường": "P"}
SHORT["thị trấn"] = "TT"

SOME: list[tuple[str, Style]] = [
    ("nam_dinh_2021", "short"),
    ("nam_dinh_2021", "full"),
    ("nam_dinh_2024", "short"),
    ("ninh_binh_2025", "short"),
    ("ninh_binh_2025", "full"),
    ("ha_tinh_2021", "short"),
    ("ho_chi_minh_2021", "short"),
    ("can_tho_2025", "short"),
]


@dataclass(frozen=True)
class World:
    """A list with its checker, and what its units may be called."""

    checker: Checker
    called: dict[str, set[str]]

    def wrong(self, form: str, text: str) -> str | None:
        """Return the fix offered for `text`, which was made of `form`, if it is a wrong one."""
        fixed = self.checker.check(text).fixed
        right = fixed is None or any(fixed in self.called.get(spoken(said), ()) for said in (form, text))
        return None if right else fixed


def spoken(text: str) -> str:
    """The text in small letters, with tone marks where the lists have them, single spaces, numbers without zeros."""
    return fold_tone_placement(" ".join(word.lstrip("0") for word in text.lower().split()))


@cache
def world(units: str, style: Style) -> World:
    checker = Checker(load_units(units), style)
    called: dict[str, set[str]] = {}
    for unit in checker.units.units:
        canonical = checker.canonical(unit)
        for text in (*forms(unit, canonical), *typed(unit)):
            called.setdefault(spoken(text), set()).add(canonical)
    return World(checker, called)


def names(unit: Unit) -> list[str]:
    """The unit's name and those of the units above, as far as people write them."""
    above = (unit.at("district"), unit.at("province"))
    return [unit.label, *(one.label for one in above if one is not None and one is not unit)]


def forms(unit: Unit, canonical: str) -> list[str]:
    """What people write for a unit: its page name, or that without the prefix, the province, the district."""
    left = [f"{prefix}{parts}" for prefix in ("", "Mặt trận ") for parts in left_of(names(unit))]
    return sorted({canonical, *left})


def left_of(parts: list[str]) -> set[str]:
    """Names in a row, the first always, the last or those between left out."""
    rows = [parts[:end] for end in range(1, len(parts) + 1)] + [[parts[0], parts[-1]]] * (len(parts) > 1)
    return {" ".join(row) for row in rows}


def typed(unit: Unit) -> Iterator[str]:
    """The unit's name after its own type word, written out and short."""
    short = SHORT.get(unit.type)
    for text in (unit.type, *((short, f"{short}.") if short else ())):
        yield from with_type(unit, text)


def with_type(unit: Unit, word: str) -> Iterator[str]:
    for parts in sorted(left_of([unit.name, *names(unit)[1:]])):
        yield from (f"{prefix}{word} {parts}" for prefix in ("", "Mặt trận ", "MTTQ "))


def slips(text: str) -> Iterator[str]:
    """Every text that is one slip of the hand away."""
    for at in range(len(text) + 1):
        yield from (text[:at] + letter + text[at:] for letter in LETTERS)
    for at, letter in enumerate(text):
        before, after = text[:at], text[at + 1 :]
        if letter != " ":
            yield before + after
            yield before + letter + letter + after
        elif before and after:
            yield f"{before[:-1]} {before[-1]}{after}"
            yield f"{before}{after[0]} {after[1:]}"
        if after and after[0] != letter:
            yield before + after[0] + letter + after[1:]


def look_like_vni(text: str) -> Iterator[str]:
    """The text with one word written as VNI-Windows has it, where that is right Vietnamese, too."""
    words = text.split(" ")
    for at, word in enumerate(words):
        code = vni_windows(word)
        if code != word and is_syllable(code):
            yield " ".join([*words[:at], code, *words[at + 1 :]])


def damaged(unit: Unit, canonical: str) -> Iterator[tuple[str, str]]:
    """Yield what may be written for a unit, with what it was before."""
    for form in forms(unit, canonical):
        yield from ((form, text) for text in slips(form))
    for word in TYPE_WORDS:
        yield from ((canonical, text) for text in with_type(unit, word))


def wrong_fixes(one: World, texts: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(text, fixed) for form, text in texts if (fixed := one.wrong(form, text)) is not None]


def share_wrong(one: World, number: int, of_each: int) -> list[tuple[str, str]]:
    """The wrong fixes of so many texts of so many units."""
    random, found = Random(20211202), []
    units = one.checker.units.units
    for unit in random.sample(units, min(number, len(units))):
        texts = sorted({*damaged(unit, one.checker.canonical(unit))})
        found += wrong_fixes(one, random.sample(texts, of_each))
    return found


@pytest.mark.parametrize(("units", "style"), SOME)
def test_a_share_of_all_slips(units: str, style: Style) -> None:
    assert share_wrong(world(units, style), 20, 20) == []


@pytest.mark.slow
@pytest.mark.parametrize(("units", "style"), SOME)
def test_a_larger_share_of_all_slips(units: str, style: Style) -> None:
    assert share_wrong(world(units, style), 1000, 50) == []


@pytest.mark.enumeration
@pytest.mark.parametrize("part", range(8))
def test_every_slip(part: int) -> None:
    one = world("nam_dinh_2021", "short")
    for unit in one.checker.units.units[part::8]:
        assert wrong_fixes(one, damaged(unit, one.checker.canonical(unit))) == []


@pytest.mark.parametrize(("units", "style"), SOME)
def test_right_vietnamese_is_no_vni(units: str, style: Style) -> None:
    """ "Hoàng" is "Hồng" in VNI-Windows, but beside words that this encoding cannot have written it is Hoàng."""
    one = world(units, style)
    for unit in one.checker.units.units:
        for form in forms(unit, one.checker.canonical(unit)):
            for text in look_like_vni(form):
                result = one.checker.check(text)
                assert result.fixed is None or "FN104" not in {found.code for found in result.diagnostics}, text


@pytest.mark.parametrize(
    "text",
    [
        "Xuân Hoàng",
        "Mặt trận Xuân Châu Xuaân Trường Nam Định",
        "Mặt trận Laâm Ý Yên Nam Định",
        "MAËT TRAÄN XUÂN TRÖÔØNG NAM ÑÒNH",
        "Mặt trận Hải An HHải Hậu Nam Định",
        "Mặt trận Hải Anh ải Hậu Nam Định",
        "Mặt trận Giaot An Giao Thủy Nam Định",
        "Mặt trận Hảic Hậu Nam Định",
        "Mặt trận Hải cHậu Nam Định",
        "Mặt trận Nam Hoàng Nam Trực",
        "Mặt trận huyện Nghĩa Hùng",
        "Mặt trận H. Nghĩa Hùng",
        "Mặt trận Hải Hậ",
        "Mặt trận Hải Ha Hải Hậu Nam Định",
        "Mặt trận Nam hong",
        "Mặt trận pQuang Trung",
    ],
)
def test_as_near_to_another_unit(text: str) -> None:
    assert world("nam_dinh_2021", "short").checker.check(text).fixed is None


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("Mặt trận Hải Hâu Nam Định", "Mặt trận Hải Hậu Nam Định"),
        ("mat tran hai ha", "Mặt trận Hải Hà Hải Hậu Nam Định"),
        ("mat tran nam hong", "Mặt trận Nam Hồng Nam Trực Nam Định"),
        ("Mặt trận phường Quang Trung", "Mặt trận Quang Trung TP Nam Định Nam Định"),
        ("Mặt trận Hai Ha Hải Hậu Nam Định", "Mặt trận Hải Hà Hải Hậu Nam Định"),
        ("Mặt trận Xuân Trườn g Nam Định", "Mặt trận Xuân Trường Nam Định"),
        ("MẶTTRẬNHẢIANHẢIHẬUNAMĐỊNH", "Mặt trận Hải An Hải Hậu Nam Định"),
        ("Mặt trận Hải Hoà Hải Hậu Nam Định", "Mặt trận Hải Hòa Hải Hậu Nam Định"),
    ],
)
def test_nearer_to_one_unit_than_to_any_other(text: str, fixed: str) -> None:
    assert world("nam_dinh_2021", "short").checker.check(text).fixed == fixed
