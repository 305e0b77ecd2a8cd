"""Texts for properties: anything at all, words of page names in any mixture, and official names damaged."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from itertools import product

from hypothesis import strategies as st

from fanpage_names import Unit
from fanpage_names.naming import canonical_parts
from fanpage_names.units.model import STYLES, Style, UnitList
from tests.cases.loading import checker

LISTS = ("nam_dinh_units", "nam_dinh_2024", "ninh_binh_2025")
LONGEST = 10_000

SPACES = (" ", " ", " ", "  ", "\u00a0", "\t", "\n", "", " - ", ", ", "/", "|", "_", ". ", " \u2605 ", "\u200b ")
# fmt: off
WORDS = (
    "Mặt trận", "mat tran", "MẶT TRẬN", "MTTQ", "UBMTTQ", "Ủy ban", "Tổ quốc", "Việt Nam", "Ban Thường trực",
    "xã", "huyện", "tỉnh", "TP", "Tp.", "thành phố", "H.", "X.", "P.", "TT", "T.", "TX", "NĐ", "phường",
    "thị trấn", "quận", "Hải Hậu", "Hai Hau", "HẢI HẬU", "Haỉ Hậu", "Hải Minh", "Nam Định", "nam dinh",
    "Nam Ðịnh", "Mỹ Lộc", "Mĩ Lộc", "Trực Hùng", "Trực Hưng", "Truc Hung", "Nghĩa Hưng", "Nghĩa Hùng",
    "Quang Trung", "Vụ Bản", "Ý Yên", "Y Yen", "Giao Thuỷ", "Cồn", "Lâm", "Thái Bình", "Tiền Hải", "Quảng Ninh",
    "Ninh Bình", "fanpage", "Facebook", "2022", "thôn Đông", "H¶i HËu", "Haûi", "Mawjt traajn", "Ha65u",
    "DDi.nh", "y", "1",
)
# fmt: on

any_text = st.text(st.characters(exclude_categories=()), max_size=300)
any_long_text = st.builds(
    lambda text, times: (text * times)[:LONGEST],
    st.text(st.characters(exclude_categories=()), min_size=1),
    st.integers(1, 5000),
)
mixtures = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from(SPACES))
    | st.tuples(any_text.map(lambda text: text[:4]), st.just(" ")),
    min_size=1,
    max_size=9,
).map(lambda pairs: "".join(word + space for word, space in pairs))
styles = st.sampled_from(STYLES)
lists = st.sampled_from(LISTS)


@dataclass(frozen=True, slots=True)
class Damaged:
    """An official name as somebody might write it.

    Attributes:
        text: what is written.
        unit: the unit meant.
        meant: the units that the same letters could mean, marks, case, order and what stands between set aside.
    """

    text: str
    units: str
    style: Style
    unit: Unit
    meant: frozenset[str]


def key(words: list[str]) -> str:
    """The letters of words without marks and case, i for y, whatever the words' order."""
    return " ".join(sorted(bare(" ".join(words)).lower().replace("y", "i").split()))


def bare(text: str) -> str:
    """The text without marks."""
    decomposed = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _pieces(units: UnitList, unit: Unit, style: Style) -> list[tuple[str, bool]]:
    """The parts of the official name, each with whether it may be left out; a type word goes with its name."""
    pieces: list[tuple[str, bool]] = []
    lead = ""
    for part in canonical_parts(units, unit, style):
        if part.kind == "type":
            lead = f"{part.text} "
        else:
            pieces.append((lead + part.text, part.level != unit.level))
            lead = ""
    return pieces


@cache
def meanings(units: str, style: Style) -> Mapping[str, frozenset[str]]:
    """The units that letters could mean, by `key`: every unit with every choice of its parts."""
    known = checker(units).units
    found: dict[str, set[str]] = {}
    for unit in known.units:
        pieces = _pieces(known, unit, style)
        for chosen in product(*((True, False) if optional else (True,) for _, optional in pieces)):
            words = [text for (text, _), there in zip(pieces, chosen, strict=True) if there]
            found.setdefault(key(words), set()).add(unit.code)
    return {letters: frozenset(codes) for letters, codes in found.items()}


@st.composite
def damaged_names(draw: st.DrawFn) -> Damaged:
    """Draw an official name with parts left out or moved, marks lost, anything between; no letter is another one."""
    units, style = draw(lists), draw(styles)
    known = checker(units).units
    unit = draw(st.sampled_from(known.units))
    parts = [text for text, optional in _pieces(known, unit, style) if not optional or draw(st.integers(0, 3))]
    if draw(st.integers(0, 3)) == 0:
        parts = draw(st.permutations(parts))
    meant = meanings(units, style)[key(parts)]
    words = " ".join(parts).split(" ")
    written = "".join(draw(_word(word)) + draw(_space) for word in words)
    return Damaged(draw(_change)(written), units, style, unit, meant)


def _word(word: str) -> st.SearchStrategy[str]:
    return st.sampled_from((word, word, word, bare(word)))


_space = st.sampled_from((" ",) * 12 + SPACES)
Change = Callable[[str], str]
_changes: tuple[Change, ...] = (str, str, str, str.upper, str.lower, bare, partial(unicodedata.normalize, "NFD"))
_change = st.sampled_from(_changes)


@st.composite
def misspelt_names(draw: st.DrawFn) -> Damaged:
    """Draw an official name in which a letter or two are other ones, missing, doubled or swapped."""
    units, style = draw(lists), draw(styles)
    unit = draw(st.sampled_from(checker(units).units.units))
    text = checker(units, style).canonical(unit)
    for _ in range(draw(st.integers(1, 2))):
        # Not in the shortest words: what is left of "xã" could be an abbreviation.
        word = draw(st.sampled_from(list(re.finditer(r"\w{3,}", text))))
        at = draw(st.integers(word.start(), word.end() - 1))
        other = draw(st.sampled_from(("", text[at] * 2, *"abcdeghiklmnopqrstuvxyưđô")))
        text = text[:at] + other + text[at + 1 :]
    return Damaged(text, units, style, unit, meanings(units, style).get(key([text]), frozenset()))
