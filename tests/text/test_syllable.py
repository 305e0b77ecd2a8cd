from __future__ import annotations

import pytest

from fanpage_names.text.letters import ACUTE, DOT, GRAVE, HOOK, TILDE, TONELESS
from fanpage_names.text.syllable import Placement, has_syllable_shape, is_syllable, place_tone, replace_tone, tones_of


@pytest.mark.parametrize(
    ("syllable", "tone", "old", "new"),
    [
        ("Hoa", GRAVE, "Hòa", "Hoà"),
        ("Thuy", HOOK, "Thủy", "Thuỷ"),
        ("khoe", HOOK, "khỏe", "khoẻ"),
        ("HOA", GRAVE, "HÒA", "HOÀ"),
        ("quy", ACUTE, "quý", "quý"),
        ("qua", GRAVE, "quà", "quà"),
        ("gin", GRAVE, "gìn", "gìn"),
        ("gi", GRAVE, "gì", "gì"),
        ("gia", ACUTE, "giá", "giá"),
        ("giưa", TILDE, "giữa", "giữa"),
        ("giêng", ACUTE, "giếng", "giếng"),
        ("khuyu", HOOK, "khuỷu", "khuỷu"),
        ("quynh", GRAVE, "quỳnh", "quỳnh"),
        ("hoan", GRAVE, "hoàn", "hoàn"),
        ("ngoai", GRAVE, "ngoài", "ngoài"),
        ("đương", GRAVE, "đường", "đường"),
        ("mua", GRAVE, "mùa", "mùa"),
        ("Nghia", TILDE, "Nghĩa", "Nghĩa"),
        ("Y", ACUTE, "Ý", "Ý"),
        ("TP", ACUTE, "TP", "TP"),
        ("Hoa", "", "Hoa", "Hoa"),
    ],
)
def test_place_tone(syllable: str, tone: str, old: str, new: str) -> None:
    assert place_tone(syllable, tone) == place_tone(syllable, tone, "old") == old
    assert place_tone(syllable, tone, "new") == new
    assert replace_tone(new) == old
    assert replace_tone(old, "new") == new


@pytest.mark.parametrize("style", ["old", "new"])
def test_placing_again_changes_no_tone(style: Placement, national_words: list[str]) -> None:
    for word in filter(is_syllable, national_words):
        placed = replace_tone(word, style)
        assert (placed.translate(TONELESS), tones_of(placed)) == (word.translate(TONELESS), tones_of(word))
        assert replace_tone(placed, style) == placed


@pytest.mark.parametrize(("word", "tone"), [("Hải", HOOK), ("Nam", ""), ("Định", DOT), ("ñ", "")])
def test_tones_of(word: str, tone: str) -> None:
    assert tones_of(word) == tone


@pytest.mark.parametrize("word", ["Hải", "ĐỊNH", "quýt", "giếng", "nghiêng", "khuya", "ươu", "Uyên", "quỳnh", "Ý"])
def test_is_syllable(word: str) -> None:
    assert is_syllable(word)
    assert has_syllable_shape(word)


@pytest.mark.parametrize("word", ["", "Hảị", "Địng", "TP", "Hàt", "HảiHậu", "2022", "Trườn g", "fan", "Mynh"])
def test_is_no_syllable(word: str) -> None:
    assert not is_syllable(word)
