"""Lists in the style of districts and communes, each with the names that a person reads in it.

Persons and numbers are made up. A list is given as its rows; `writing` makes files of several kinds from them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

Cells = Sequence[object]
Name = tuple[int, str, str | None, str | None]
"""The row, the name's cell, the code of the unit meant (None for none), and the link."""


def fb(name: str) -> str:
    return f"https://www.facebook.com/mattran.{name}"


@dataclass(frozen=True)
class Case:
    """A list.

    Attributes:
        rows: its rows from the first on.
        names: what a person reads in it, in order.
        passed: how many rows carry no name, by reason; the header's rows are none of them.
        merged: ranges of merged cells, where the file has such.
    """

    rows: Sequence[Cells]
    names: Sequence[Name]
    passed: dict[str, int] = field(default_factory=dict)
    merged: Sequence[str] = ()


LETTERHEAD: list[Cells] = [
    ["ỦY BAN MTTQ VIỆT NAM", "", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
    ["HUYỆN HẢI HẬU", "", "", "Độc lập - Tự do - Hạnh phúc"],
    ["", "", "", "Hải Hậu, ngày 25 tháng 02 năm 2022"],
    [],
]
HAI_MINH, HAI_ANH, HAI_BAC = "14233", "14236", "14242"
FULL = {
    HAI_MINH: "Mặt trận Hải Minh Hải Hậu Nam Định",
    HAI_ANH: "Mặt trận Hải Anh Hải Hậu Nam Định",
    HAI_BAC: "Mặt trận Hải Bắc Hải Hậu Nam Định",
    "366": "Mặt trận Hải Hậu Nam Định",
}


def two_header_rows(*lower: str, upper: Sequence[str] = ("TT", "Đơn vị", "Thông tin trang", "", "", "Ghi chú")) -> Case:
    return Case(
        [
            *LETTERHEAD,
            upper,
            ["", "", *lower, ""],
            [1, "Huyện Hải Hậu", FULL["366"], fb("haihau"), 1520, ""],
            [2, "Xã Hải Minh", "MTTQ xã Hải Minh", fb("haiminh"), 98, ""],
            ["", "Tổng cộng", "2 trang", "", 1618, ""],
            [],
            ["Người lập biểu", "", "", "TM. BAN THƯỜNG TRỰC"],
            ["", "", "", "Nguyễn Văn Bình"],
        ],
        [(7, FULL["366"], "366", fb("haihau")), (8, "MTTQ xã Hải Minh", HAI_MINH, fb("haiminh"))],
        {"above": 3, "total": 1, "signature": 2},
    )


CASES: dict[str, Case] = {
    "two header rows, an unknown heading": two_header_rows("Tên gọi", "Đường dẫn", "Lượt theo dõi"),
    "two header rows, all names unknown": two_header_rows("Danh xưng", "Nơi truy cập", "Lượng quan tâm"),
    "two header rows, titles repeated": two_header_rows(
        "Tên trang", "Link", "Tình trạng", upper=("TT", "Đơn vị", "Fanpage", "Fanpage", "Fanpage", "Ghi chú")
    ),
    "headings in TCVN3": Case(
        [
            ["TT", "§¬n vÞ", "Tªn trang", "§­êng link"],
            [1, "X· H¶i Minh", "MÆt trËn H¶i Minh H¶i HËu Nam §Þnh", fb("haiminh")],
            [2, "X· H¶i Anh", "MTTQ H¶i Anh", fb("haianh")],
        ],
        [
            (2, "MÆt trËn H¶i Minh H¶i HËu Nam §Þnh", HAI_MINH, fb("haiminh")),
            (3, "MTTQ H¶i Anh", HAI_ANH, fb("haianh")),
        ],
    ),
    "headings in VNI": Case(
        [
            ["TT", "Ñôn vò", "Teân trang", "Ñöôøng link"],
            [1, "Xaõ Haûi Minh", "Maët traän Haûi Minh Haûi Haäu Nam Ñònh", fb("haiminh")],
        ],
        [(2, "Maët traän Haûi Minh Haûi Haäu Nam Ñònh", HAI_MINH, fb("haiminh"))],
    ),
    "an export of a form": Case(
        [
            ["Dấu thời gian", "Địa chỉ email", "Tên đơn vị", "Tên fanpage", "Địa chỉ fanpage", "Số điện thoại"],
            ["25/02/2022 8:12:33", "haiminh@gmail.com", "Xã Hải Minh", FULL[HAI_MINH], fb("haiminh"), "0900000001"],
            ["25/02/2022 9:40:01", "haianh@gmail.com", "Xã Hải Anh", "Hải Anh", fb("haianh"), "0900000002"],
        ],
        [(2, FULL[HAI_MINH], HAI_MINH, fb("haiminh")), (3, "Hải Anh", HAI_ANH, fb("haianh"))],
    ),
    "e-mail, telephone and followers beside an untitled link": Case(
        [
            ["STT", "Tên trang", "Email", "Facebook của đơn vị", "Điện thoại", "Số người theo dõi"],
            [1, FULL[HAI_MINH], "a@gmail.com", fb("haiminh"), "0900000001", 120],
        ],
        [(2, FULL[HAI_MINH], HAI_MINH, fb("haiminh"))],
    ),
    "name and link in one cell": Case(
        [
            ["STT", "Tên trang", "Đường link"],
            [1, f"{FULL[HAI_MINH]}: {fb('haiminh')}", ""],
            [2, f"MTTQ xã Hải Anh ({fb('haianh')})", ""],
            [3, f"{FULL[HAI_BAC]}\n{fb('haibac')}", ""],
            [4, f"MTTQ xã Hải Hưng {fb('haihung')}", fb("haihung")],
            [5, f"MTTQ xã Hải Xuân {fb('haixuan')}", fb("haixuan2")],
        ],
        [
            (2, f"{FULL[HAI_MINH]}: {fb('haiminh')}", HAI_MINH, fb("haiminh")),
            (3, f"MTTQ xã Hải Anh ({fb('haianh')})", HAI_ANH, fb("haianh")),
            (4, f"{FULL[HAI_BAC]}\n{fb('haibac')}", HAI_BAC, fb("haibac")),
            (5, f"MTTQ xã Hải Hưng {fb('haihung')}", "14239", fb("haihung")),
            (6, f"MTTQ xã Hải Xuân {fb('haixuan')}", "14308", fb("haixuan2")),
        ],
    ),
    "a link alone below its name": Case(
        [
            ["Tên trang"],
            [FULL[HAI_MINH]],
            [fb("haiminh")],
            ["MTTQ xã Hải Anh"],
            [f"Link: {fb('haianh')}"],
            [FULL[HAI_BAC]],
        ],
        [
            (2, FULL[HAI_MINH], HAI_MINH, fb("haiminh")),
            (4, "MTTQ xã Hải Anh", HAI_ANH, fb("haianh")),
            (6, FULL[HAI_BAC], HAI_BAC, None),
        ],
    ),
    "a link in place of the name": Case(
        [
            ["TT", "Đơn vị", "Tên trang, đường link"],
            [1, "Xã Hải Minh", FULL[HAI_MINH]],
            [2, "Xã Hải Anh", fb("haianh")],
        ],
        [(2, FULL[HAI_MINH], HAI_MINH, None), (3, "", HAI_ANH, fb("haianh"))],
    ),
    "units and links without a column of names": Case(
        [["TT", "Đơn vị", "Đường link"], [1, "Xã Hải Minh", fb("haiminh")], [2, "Xã Hải Anh", ""]],
        [(2, "", HAI_MINH, fb("haiminh"))],
        {"nameless": 1},
    ),
    "bare names of units and links": Case(
        [["TT", "Xã, thị trấn", "Link"], [1, "Hải Minh", fb("haiminh")], [2, "Hải Anh", fb("haianh")]],
        [(2, "", HAI_MINH, fb("haiminh")), (3, "", HAI_ANH, fb("haianh"))],
    ),
    "what says that there is no page": Case(
        [
            ["TT", "Đơn vị", "Tên trang", "Link"],
            [1, "Xã Hải Minh", FULL[HAI_MINH], fb("haiminh")],
            [2, "Xã Hải Anh", "x", ""],
            [3, "Xã Hải Bắc", "Đang làm", ""],
            [4, "Xã Hải Hưng", "đang xây dựng", ""],
            [5, "Xã Hải Xuân", 0, ""],
            [6, "Xã Hải Châu", "không", ""],
            [7, "Xã Hải Lý", "", ""],
            ["", "Tổng số", "1 trang", ""],
        ],
        [(2, FULL[HAI_MINH], HAI_MINH, fb("haiminh"))],
        {"unbuilt": 4, "no text": 1, "nameless": 1, "total": 1},
    ),
    "names that begin as a signature does": Case(
        [
            ["TT", "Tên trang"],
            [1, "TM. BTT UBMTTQ xã Hải Minh"],
            [2, "UBMTTQVN xã Hải Anh"],
            [3, "Fanpage xã Hải Bắc"],
            [],
            ["", "TM. BAN THƯỜNG TRỰC UBMTTQ HUYỆN HẢI HẬU"],
            ["", "CHỦ TỊCH"],
            ["", "Nguyễn Văn Bình"],
        ],
        [
            (2, "TM. BTT UBMTTQ xã Hải Minh", HAI_MINH, None),
            (3, "UBMTTQVN xã Hải Anh", HAI_ANH, None),
            (4, "Fanpage xã Hải Bắc", HAI_BAC, None),
        ],
        {"signature": 3},
    ),
    "a second table below the signatures": Case(
        [
            ["TT", "Tên trang", "Link"],
            [1, FULL[HAI_MINH], fb("haiminh")],
            ["", "", "TM. BAN THƯỜNG TRỰC"],
            ["", "", "Nguyễn Văn Bình"],
            ["DANH SÁCH BỔ SUNG"],
            ["STT", "Đường dẫn", "Tên fanpage"],
            [1, fb("haianh"), "MTTQ xã Hải Anh"],
            [2, fb("haibac"), FULL[HAI_BAC]],
        ],
        [
            (2, FULL[HAI_MINH], HAI_MINH, fb("haiminh")),
            (7, "MTTQ xã Hải Anh", HAI_ANH, fb("haianh")),
            (8, FULL[HAI_BAC], HAI_BAC, fb("haibac")),
        ],
        {"signature": 3},
    ),
    "more rows below the signatures": Case(
        [
            ["TT", "Tên trang", "Link"],
            [1, FULL[HAI_MINH], fb("haiminh")],
            ["", "TM. BAN THƯỜNG TRỰC", ""],
            [2, "MTTQ xã Hải Anh", fb("haianh")],
        ],
        [(2, FULL[HAI_MINH], HAI_MINH, fb("haiminh")), (4, "MTTQ xã Hải Anh", HAI_ANH, fb("haianh"))],
        {"signature": 1},
    ),
    "two tables side by side": Case(
        [
            ["FANPAGE CÁC XÃ HUYỆN HẢI HẬU"],
            ["STT", "Tên trang", "Link", "", "STT", "Tên trang", "Link"],
            [1, FULL[HAI_MINH], fb("haiminh"), "", 3, FULL[HAI_BAC], fb("haibac")],
            [2, "MTTQ xã Hải Anh", fb("haianh"), "", "", "", ""],
        ],
        [
            (3, FULL[HAI_MINH], HAI_MINH, fb("haiminh")),
            (3, FULL[HAI_BAC], HAI_BAC, fb("haibac")),
            (4, "MTTQ xã Hải Anh", HAI_ANH, fb("haianh")),
        ],
        {"above": 1},
    ),
    "a merged column of districts": Case(
        [
            ["TT", "Huyện, thành phố", "Xã, phường", "Tên trang"],
            [1, "Huyện Vụ Bản", "Quang Trung", "Mặt trận Quang Trung"],
            [2, "", "Liên Minh", "Mặt trận Liên Minh Vụ Bản Nam Định"],
            [3, "TP Nam Định", "Quang Trung", "Mặt trận Quang Trung"],
        ],
        [
            (2, "Mặt trận Quang Trung", "13768", None),
            (3, "Mặt trận Liên Minh Vụ Bản Nam Định", "13783", None),
            (4, "Mặt trận Quang Trung", "13645", None),
        ],
        merged=["B2:B3"],
    ),
    "lines that group the rows": Case(
        [
            ["TT", "Tên trang", "Link"],
            ["I", "Huyện Vụ Bản", ""],
            [1, "Mặt trận Quang Trung", fb("a")],
            ["II", "Thành phố Nam Định", ""],
            [1, "Mặt trận Quang Trung", fb("b")],
        ],
        [(3, "Mặt trận Quang Trung", "13768", fb("a")), (5, "Mặt trận Quang Trung", "13645", fb("b"))],
        {"section": 2},
    ),
    "the title says the district": Case(
        [
            ["ỦY BAN MTTQ VIỆT NAM HUYỆN VỤ BẢN"],
            ["DANH SÁCH TRANG CỘNG ĐỒNG"],
            ["TT", "Tên trang"],
            [1, "Mặt trận Quang Trung"],
        ],
        [(4, "Mặt trận Quang Trung", "13768", None)],
        {"above": 2},
    ),
    "the unit says which is meant": Case(
        [["Đơn vị", "Tên trang"], ["Phường Quang Trung", "Mặt trận Quang Trung"], ["Xã Hải Minh", FULL[HAI_MINH]]],
        [(2, "Mặt trận Quang Trung", "13645", None), (3, FULL[HAI_MINH], HAI_MINH, None)],
    ),
    "only a header": Case([["TT", "Tên trang", "Link"]], []),
    "nothing": Case([], []),
}

CHAT = f"""[25/02/2022 08:12] Cán bộ MTTQ: 📣 Em gửi anh danh sách fanpage các xã ạ
1. {FULL[HAI_MINH]}
{fb("haiminh")}
2) MTTQ xã Hải Anh (đã có)
👉 {fb("haianh")}
- MTTQ xã Hải Bắc (đang làm)
Còn lại các xã đang làm, em gửi sau ạ
Cảm ơn anh!
"""
CHAT_NAMES: list[Name] = [
    (2, f"1. {FULL[HAI_MINH]}", HAI_MINH, fb("haiminh")),
    (4, "2) MTTQ xã Hải Anh (đã có)", HAI_ANH, fb("haianh")),
    (6, "- MTTQ xã Hải Bắc (đang làm)", HAI_BAC, None),
]
GROUPED = """Các xã huyện Vụ Bản:
Mặt trận Quang Trung
Thành phố Nam Định:
Mặt trận Quang Trung
"""
GROUPED_NAMES: list[Name] = [(2, "Mặt trận Quang Trung", "13768", None), (4, "Mặt trận Quang Trung", "13645", None)]
