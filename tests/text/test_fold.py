from __future__ import annotations

from collections.abc import Callable
from unicodedata import is_normalized, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanpage_names.text.fold import (
    LETTER_FOLD,
    fold_case,
    fold_d,
    fold_i_y,
    fold_letters,
    fold_tone,
    fold_tone_placement,
    fold_vowel_mark,
)

TONES = "\u0300\u0301\u0303\u0309\u0323"
STEPS = (fold_case, fold_tone_placement, fold_i_y, fold_tone, fold_vowel_mark, fold_d)
VOWEL_MARKS = "\u0302\u0306\u031b"
nfc_texts = st.text().map(lambda text: normalize("NFC", text))


@pytest.mark.parametrize(
    ("fold", "text", "folded"),
    [
        (fold_case, "Mặt trận ĐỊNH", "mặt trận định"),
        (fold_tone_placement, "Thuỷ Hoà khoẻ Hoè Thuỵ", "Thủy Hòa khỏe Hòe Thụy"),
        (fold_tone_placement, "quý gìn khuỷu giữa quỳnh hoàn thuở", "quý gìn khuỷu giữa quỳnh hoàn thuở"),
        (fold_tone_placement, "Haỉ Hậu, Eachà HảiHậu THUỶ", "Hải Hậu, Eachà HảiHậu THỦY"),
        (fold_i_y, "Mỹ Lý Vỵ Ý quý Quỳnh KỲ", "Mĩ Lí Vị Í quí Quình KÌ"),
        (fold_i_y, "Thủy Yên hay Quyên ngày Mynh gy", "Thủy Yên hay Quyên ngày Mynh gy"),
        (fold_tone, "Hải Hậu Đường quý", "Hai Hâu Đương quy"),
        (fold_vowel_mark, "Hậu Đường ẮC", "Hạu Đuòng ÁC"),
        (fold_d, "Đường định", "Dường dịnh"),
        (fold_letters, "Mặt trận Ý Yên, Đ1 Æ é ñ İ Σ", "mat tran i ien, d1 æ e n i σ"),
    ],
)
def test_fold(fold: Callable[[str], str], text: str, folded: str) -> None:
    assert fold(text) == folded


def without(marks: str) -> Callable[[str], str]:
    return lambda text: "".join(part for part in normalize("NFD", text) if part not in marks)


def unplaced(word: str) -> str:
    tones = [part for part in normalize("NFD", word) if part in TONES]
    return without(TONES)(word) + "".join(tones)


@pytest.mark.parametrize(
    ("fold", "same"),
    [
        (fold_case, str.casefold),
        (fold_tone_placement, unplaced),
        (fold_tone, without(TONES)),
        (fold_vowel_mark, without(VOWEL_MARKS)),
        (fold_d, lambda word: word.replace("đ", "d").replace("Đ", "D")),
        (fold_letters, lambda word: without(TONES + VOWEL_MARKS)(fold_d(word)).lower().replace("y", "i")),
    ],
)
def test_folds_together_only_what_differs_in_its_step(
    fold: Callable[[str], str], same: Callable[[str], str], national_words: list[str]
) -> None:
    classes = {(fold(word), same(word)) for word in national_words}
    assert len(classes) == len({folded for folded, _ in classes}) == len({key for _, key in classes})


def test_i_y_touches_nothing_else(national_words: list[str]) -> None:
    for word in national_words:
        folded = fold_i_y(word)
        assert normalize("NFD", word).replace("y", "i").replace("Y", "I") == normalize("NFD", folded).replace(
            "y", "i"
        ).replace("Y", "I")
        assert folded == word or word.lower().count("y") <= 1


@pytest.mark.parametrize("fold", [*STEPS, fold_letters])
@given(text=nfc_texts)
def test_idempotent_on_any_text(fold: Callable[[str], str], text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert is_normalized("NFC", folded)


@given(text=nfc_texts)
def test_letters_keep_their_places(text: str) -> None:
    assert len(fold_letters(text)) == len(text)
    assert "".join(map(fold_letters, text)) == fold_letters(text)


@given(text=nfc_texts)
def test_letters_are_coarser_than_all_steps(text: str) -> None:
    folded = text
    for fold in STEPS:
        folded = fold(folded)
    assert fold_letters(folded) == fold_letters(fold_case(text))


def test_letter_table_maps_one_letter_to_one() -> None:
    assert all(0 < code < 0x110000 for code in LETTER_FOLD.values())
