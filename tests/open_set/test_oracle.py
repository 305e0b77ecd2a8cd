"""The oracle says what the rules say, on the parts of texts that a person has judged."""

from __future__ import annotations

from typing import Any

import pytest

from .asked import UNKNOWN, Answer
from .chronicle import times_of
from .oracle import Oracle, Written

FORMER_DISTRICT = Answer("unknown", None, "FN505", frozenset({"14215"}))


def _written(name: str, typed: str | None, district: str | None = None, province: str | None = None) -> Written:
    return Written(name, typed, district, province)


@pytest.mark.parametrize(
    ("parts", "answers"),
    [
        (("Hải Minh", "xã", "Hải Hậu", "Nam Định"), [Answer("deviates", "14236", "FN505")]),
        (("Hải Anh", None, "Hải Hậu", "Nam Định"), [Answer("deviates", "14236", "FN505")]),
        (("Hải Minh", "xã", None, "Ninh Bình"), [Answer("deviates", "14236", "FN505")]),
        (("Hải Minh", "xã"), [Answer("deviates", "14236", "FN505")]),
        (("Hải Minh", None), [Answer("deviates", "14236", "FN505")]),
        (("Đông A", "phường", "Nam Định", "Ninh Bình"), [Answer("deviates", "13693", "FN507")]),
        (("Giao Minh", "xã", None, "Nam Định"), [Answer("deviates", "14161", "FN507")]),
        (("Hải Hậu", None, None, "Nam Định"), [FORMER_DISTRICT]),
        (("Hải Hậu", "huyện"), [FORMER_DISTRICT]),
        (("Hải Hậu", "xã", None, "Nam Định"), [Answer("deviates", "14215", "FN507")]),
        (("Hải Hậu", None, None, "Ninh Bình"), [Answer("deviates", "14215")]),
        (("Nghĩa Hưng", None), [Answer("deviates", "13891")]),
        (("Nam Định", "tỉnh"), [Answer("deviates", "37", "FN505")]),
        (("Giao Minh", "xã", "Vụ Bản", "Ninh Bình"), [Answer("deviates", "14161", "FN503")]),
        (("Bến Mới", None, "Ý Yên", "Ninh Bình"), [UNKNOWN]),
    ],
)
def test_then_and_now(parts: tuple[Any, ...], answers: list[Answer]) -> None:
    assert list(Oracle(times_of("ninh_binh_2025")).answers(_written(*parts))) == answers


@pytest.mark.parametrize(
    ("parts", "answers"),
    [
        (("Mỹ Lộc", None, None, "Nam Định"), [Answer("deviates", "356", "FN505")]),
        (("Mỹ Lộc", "huyện"), [Answer("deviates", "356", "FN505")]),
        (("Mỹ Lộc", "thị trấn"), [Answer("deviates", "13708", "FN505")]),
        (("Quang Trung", None, None, "Nam Định"), [Answer("ambiguous", None, "FN502", frozenset({"13681", "13768"}))]),
        (("Quang Trung", "xã", "Vụ Bản", "Nam Định"), [Answer("deviates", "13768")]),
    ],
)
def test_a_list_with_districts(parts: tuple[Any, ...], answers: list[Answer]) -> None:
    assert list(Oracle(times_of("nam_dinh_2024")).answers(_written(*parts))) == answers


def test_without_marks_names_that_fold_alike_are_alike() -> None:
    oracle = Oracle(times_of("nam_dinh_units"))
    written = [Written("Trực Hưng", "xã", "Trực Ninh", "Nam Định", marks=marks) for marks in (True, False)]
    assert [len(oracle.answers(one)[0].candidates) for one in written] == [0, 2]
