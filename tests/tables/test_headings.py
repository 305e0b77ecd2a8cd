"""What header cells announce."""

from __future__ import annotations

import pytest

from fanpage_names.tables.headings import Heading, title_of

CASES: list[tuple[str, str, Heading | None]] = [
    ("", "Tên Trang", "name"),
    ("", "TÊN TRANG FANPAGE", "name"),
    ("", "Ten fanpage", "name"),
    ("", "Tên trang của đơn vị", "name"),
    ("", "page_name", "name"),
    ("", "submitted", "name"),
    ("", "Trang cộng đồng", "name"),
    ("Trang cộng đồng", "Tên Trang", "name"),
    ("Trang cộng đồng", "Tên", "name"),
    ("Trang cộng đồng", "Đường link", "link"),
    ("", "Link trang fanpage", "link"),
    ("", "Địa chỉ trang", "link"),
    ("", "duong dan", "link"),
    ("", "Đơn vị", "unit"),
    ("", "Tên đơn vị (xã, phường)", "unit"),
    ("", "Xã/phường/thị trấn", "unit"),
    ("", "Unit", "unit"),
    ("Cán bộ phụ trách", "Họ và tên", "officer"),
    ("Cán bộ phụ trách", "Tên", "officer"),
    ("Cán bộ phụ trách", "Số điện thoại", "telephone"),
    ("", "Cán bộ phụ trách trang", "officer"),
    ("", "SĐT", "telephone"),
    ("", "Số điện thoại cán bộ phụ trách", "telephone"),
    ("", "Ngày lập trang", "date"),
    ("", "GHI CHÚ", "note"),
    ("Ghi chú", "", "note"),
    ("", "TT", "other"),
    ("", "unit_code", "other"),
    ("", "Tên đã báo cáo", "name"),
    ("", "Huyện", "district"),
    ("", "Huyện, thành phố", "district"),
    ("", "Xã", "unit"),
    ("", "Địa chỉ email", "other"),
    ("", "Địa chỉ E-mail của cán bộ", "other"),
    ("", "Lượt theo dõi", "followers"),
    ("", "Tình trạng trang", "other"),
    ("Fanpage", "Tên gọi", "name"),
    ("", "Dấu thời gian", "other"),
    ("", "Ngày gửi", "other"),
    ("", "Date", "other"),
    ("", "Ngày", "date"),
    ("", "Tªn trang", "name"),
    ("", "§¬n vÞ", "unit"),
    ("", "§­êng link", "link"),
    ("", "Teân trang", "name"),
    ("", "Ñôn vò", "unit"),
    ("", "Ñöôøng link", "link"),
    ("Trang céng ®ång", "Tªn", "name"),
    ("", "Tên người dùng", "other"),
    ("", "", None),
    ("", "Trang tính", "other"),
    ("", "Mặt trận Hải Hậu Nam Định", None),
    ("", "BIỂU TỔNG HỢP KẾT QUẢ XÂY DỰNG “TRANG CỘNG ĐỒNG” (FANPAGE) TRÊN MẠNG XÃ HỘI", None),
]


@pytest.mark.parametrize(("above", "text", "heading"), CASES)
def test_title(above: str, text: str, heading: Heading | None) -> None:
    assert title_of(above, text).heading == heading


def test_the_very_words_are_surer_than_words_among_others_and_these_than_vague_ones() -> None:
    assert [title_of("", text).sure for text in ("Tên trang", "Tên trang mới", "Trang", "Gì đó")] == [3, 2, 1, 0]
