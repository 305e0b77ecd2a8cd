"""Changes in words, and the line of a unit."""

from __future__ import annotations

import pytest

from fanpage_names.history.asked import other_time
from fanpage_names.history.lineage import differences, lineage_of
from fanpage_names.history.loading import load_history
from fanpage_names.history.wording import evidence_text, step_text, succession_text
from fanpage_names.lang import Text

PAST = load_history()


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (
            "13708",
            Text(
                "sáp nhập vào phường Hưng Lộc, thành phố Nam Định (13708) từ 01/09/2024 (Nghị quyết 1104/NQ-UBTVQH15), "
                "rồi sáp nhập vào phường Mỹ Lộc (13708) từ 01/07/2025 (Nghị quyết 1674/NQ-UBTVQH15)",
                "merged into phường Hưng Lộc, thành phố Nam Định (13708) on 2024-09-01 (resolution 1104/NQ-UBTVQH15), "
                "then merged into phường Mỹ Lộc (13708) on 2025-07-01 (resolution 1674/NQ-UBTVQH15)",
            ),
        ),
        (
            "366",
            Text(
                "kết thúc hoạt động từ 01/07/2025 (Nghị quyết 203/2025/QH15), không có đơn vị kế thừa",
                "abolished on 2025-07-01 (resolution 203/2025/QH15), no unit follows",
            ),
        ),
    ],
)
def test_a_succession_in_words(code: str, told: Text) -> None:
    found = succession_text(PAST.successors("nam_dinh_units", code, "ninh_binh_2025"))
    assert (found.in_lang("vi"), found.in_lang("en")) == (told.vi, told.en)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("13696", "chuyển thành phường Nam Phong, thành phố Nam Định (13696) từ 01/09/2024"),
        ("13711", "chuyển về thành phố Nam Định (356) từ 01/09/2024"),
        ("14308", "sáp nhập với đơn vị khác, giữ tên xã Hải Xuân, huyện Hải Hậu (14308) từ 01/09/2024"),
        ("14233", "không đổi"),
    ],
)
def test_each_kind_of_change_in_words(code: str, told: str) -> None:
    (step,) = PAST.next_steps("nam_dinh_units", code)
    assert step_text(step).in_lang("vi").removesuffix(" (Nghị quyết 1104/NQ-UBTVQH15)") == told


def test_nothing_happened() -> None:
    assert succession_text(PAST.successors("nam_dinh_units", "14233", "nam_dinh_2024")) == Text(
        "không đổi", "unchanged"
    )


def test_a_split_in_words() -> None:
    told = succession_text(PAST.successors("ha_noi_2024", "00007", "ha_noi_2025"))
    assert told.in_lang("en") == (
        "the rest to phường Giảng Võ (00025) on 2025-07-01 (resolution 1656/NQ-UBTVQH15); "
        "a part to phường Ngọc Hà (00008) on 2025-07-01 (resolution 1656/NQ-UBTVQH15)"
    )
    assert told.in_lang("vi").startswith("phần còn lại nhập vào phường Giảng Võ (00025) từ 01/07/2025")


@pytest.mark.parametrize(
    ("list_id", "code", "told"),
    [
        ("binh_duong_2021", "723", "made thành phố Tân Uyên (723), the day is not known"),
        ("thua_thien_hue_2021", "46", "renamed to thành phố Huế (46) on 2025-01-01"),
    ],
)
def test_changes_without_day_or_resolution(list_id: str, code: str, told: str) -> None:
    (step,) = PAST.next_steps(list_id, code)
    assert step_text(step).in_lang("en") == told


@pytest.mark.parametrize(
    ("list_id", "text", "said"),
    [
        ("ninh_binh_2025", "xã Hải Minh", "merged into xã Hải Anh (14236) on 2025-07-01 (resolution 1674/NQ-UBTVQH15)"),
        ("vn_2025", "xa hai minh", "xã Hải Minh, huyện Hải Hậu, tỉnh Nam Định (14233): merged into"),
        ("ninh_binh_2025", "huyện Hải Hậu", "abolished on 2025-07-01 (resolution 203/2025/QH15), no unit follows"),
        ("ha_nam_2021", "Hải Anh", "only in the list since 2025-07-01 (--units ninh_binh_2025)"),
        ("dong_nai_2025", "tỉnh Đồng Nai", "made thành phố Đồng Nai (75) on 2026-04-30 (resolution 30/2026/QH16)"),
    ],
)
def test_a_unit_of_another_time_asked_for(list_id: str, text: str, said: str) -> None:
    told = other_time(PAST, PAST.units(list_id), text)
    assert told
    assert said in told.in_lang("en")


def test_nobody_knows_the_unit_asked_for() -> None:
    assert other_time(PAST, PAST.units("ninh_binh_2025"), "Xyzzy") is None


def test_what_a_change_rests_on() -> None:
    told = evidence_text(PAST.successors("nam_dinh_units", "13633", "ninh_binh_2025"))
    assert told.in_lang("en") == (
        "resolution 1104/NQ-UBTVQH15 [press: https://baochinhphu.vn/nam-dinh-sap-xep-2-don-vi-hanh-chinh-cap-huyen-va-"
        "79-don-vi-hanh-chinh-cap-xa-102240731011800921.htm]; resolution 1674/NQ-UBTVQH15, article 1, clause 114 "
        "[official: text of the resolution + conversion table of the statistics office + map of sapnhap.bando.com.vn + "
        "dvhcvn-map + vietnamadminunits + vietnam-address-converter + address-converter.io]"
    )
    assert "[báo chí: https://baochinhphu.vn/" in told.in_lang("vi")


def test_the_line_of_a_unit() -> None:
    unit = PAST.units("nam_dinh_2024").by_code["13708"]
    line = lineage_of(PAST, "nam_dinh_2024", unit)
    assert [branch.unit and branch.unit.name for branch in line.before] == ["Mỹ Lộc", "Mỹ Hưng"]
    assert [branch.unit and branch.unit.name_with_type for branch in line.after] == ["phường Mỹ Lộc"]
    district = lineage_of(PAST, "nam_dinh_units", PAST.units("nam_dinh_units").by_code["366"])
    assert [branch.unit for branch in district.after[0].branches] == [None]


def test_differences_between_lists() -> None:
    found = list(differences(PAST, "nam_dinh_units", "nam_dinh_2024"))
    assert len(found) == 87
    assert all(one.was and one.now for one in found)
    everything = list(differences(PAST, "nam_dinh_units", "ninh_binh_2025"))
    assert len([one for one in everything if one.was]) == 237
    assert len([one for one in everything if one.was and not one.now]) == 10
    assert len([one for one in everything if not one.was]) == 129 - 57
    assert not list(differences(PAST, "nam_dinh_2024", "nam_dinh_2024"))
