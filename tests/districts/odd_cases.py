"""More lists as people send them: what stands among names and around them, and forms that one unit fills in."""

from __future__ import annotations

from tests.districts.cases import FULL, HAI_ANH, HAI_BAC, HAI_MINH, LETTERHEAD, Case, Name, fb

_ROW = [1, "Xã Hải Minh", FULL[HAI_MINH], fb("haiminh")]
_NAME = (2, FULL[HAI_MINH], HAI_MINH, fb("haiminh"))
_TITLES = ["TT", "Đơn vị", "Tên trang", "Link"]

ODD_CASES: dict[str, Case] = {
    "three header rows": Case(
        [
            *LETTERHEAD,
            ["TT", "Tên đơn vị", "Thông tin về Fanpage", "", "", "Cán bộ quản trị", ""],
            ["", "", "Trang", "", "Số liệu", "Họ tên", "Liên hệ"],
            ["", "", "Tên", "Địa chỉ", "Lượt thích", "", "Điện thoại"],
            ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
            [1, "Xã Hải Minh", FULL[HAI_MINH], fb("haiminh"), 45, "A", "09"],
        ],
        [(9, FULL[HAI_MINH], HAI_MINH, fb("haiminh"))],
        {"above": 3, "numbers": 1},
    ),
    "samples": Case(
        [
            _TITLES,
            ["VD", "Xã Hải Anh", FULL[HAI_ANH], "https://www.facebook.com/tentrang"],
            ["(mẫu)", "Xã Hải Anh", FULL[HAI_ANH], ""],
            ["", "Ví dụ: xã A", f"Ví dụ: {FULL[HAI_ANH]}", "https://www.facebook.com/abc"],
            _ROW,
        ],
        [(5, *_NAME[1:])],
        {"remark": 3},
    ),
    "totals, remarks and a date below": Case(
        [
            _TITLES,
            _ROW,
            ["", "Cộng mang sang", "1", ""],
            _TITLES,
            ["", "Mang sang", "1", ""],
            [2, "Xã Hải Anh", "MTTQ xã Hải Anh", fb("haianh")],
            ["", "", "Tổng số trang đã lập: 2", ""],
            ["", "", "Tỷ lệ: 6%", ""],
            ["", "", "Trong đó: 2 xã, 0 thị trấn", ""],
            ["", "", "Ghi chú: Mặt trận xã Hải Bắc chưa lập trang", ""],
            ["", "", "Hải Hậu, ngày 25/02/2022", ""],
            ["", "", "XÁC NHẬN CỦA BTT UBMTTQ HUYỆN HẢI HẬU", ""],
        ],
        [_NAME, (6, "MTTQ xã Hải Anh", HAI_ANH, fb("haianh"))],
        {"total": 5, "remark": 1, "signature": 2},
    ),
    "units that have no page, in many words": Case(
        [
            _TITLES,
            *(
                [n, "Xã Hải Anh", said, ""]
                for n, said in enumerate(
                    (
                        "Ko",
                        "Xã chưa có trang",
                        "Chưa hoạt động",
                        "Đang chờ duyệt",
                        "?",
                        "(trống)",
                        "Dự kiến tháng 3/2022",
                        "Không thực hiện",
                        "Đã bị khóa",
                        "Chưa báo cáo",
                        "Trang đang xây dựng",
                        "Sẽ lập trong quý II",
                    ),
                    1,
                )
            ),
            _ROW,
        ],
        [(14, *_NAME[1:])],
        {"unbuilt": 12},
    ),
    "a name that says that it has no page": Case(
        [["Tên trang"], ["Hải Anh chưa có"], ["Mặt trận xã Hải Minh - chưa có trang"], ["Hải Bắc: đang làm"]],
        [
            (2, "Hải Anh chưa có", HAI_ANH, None),
            (3, "Mặt trận xã Hải Minh - chưa có trang", HAI_MINH, None),
            (4, "Hải Bắc: đang làm", HAI_BAC, None),
        ],
    ),
    "a signature in TCVN3": Case(
        [
            ["STT", "Tªn ®¬n vÞ", "Tªn Fanpage"],
            [1, "X· H¶i Minh", "MÆt trËn H¶i Minh"],
            ["", "", "Ng­êi lËp biÓu"],
        ],
        [(2, "MÆt trËn H¶i Minh", HAI_MINH, None)],
        {"signature": 1},
    ),
    "names of then and of now": Case(
        [
            ["TT", "Fanpage", "Tên trang trước đây", "Tên trang đề nghị đổi"],
            [1, "MTTQ xã Hải Minh", "Quê tôi Hải Minh", FULL[HAI_MINH]],
        ],
        [(2, "MTTQ xã Hải Minh", HAI_MINH, None)],
    ),
    "links under a vague title": Case(
        [["TT", "Tên Mặt trận", "Fanpage"], [1, "MTTQ xã Hải Minh", fb("haiminh")], [2, "MTTQ xã Hải Anh", "Chưa có"]],
        [(2, "MTTQ xã Hải Minh", HAI_MINH, fb("haiminh")), (3, "MTTQ xã Hải Anh", HAI_ANH, "Chưa có")],
    ),
    "units without a page below": Case(
        [
            _TITLES,
            _ROW,
            ["Các xã chưa có trang"],
            [1, "", "Hải Anh", ""],
            [2, "", "Hải Bắc", ""],
            ["II", "Cấp xã"],
            [3, "Hải Anh", "MTTQ Hải Anh", ""],
        ],
        [_NAME, (7, "MTTQ Hải Anh", HAI_ANH, None)],
        {"section": 2, "unbuilt": 2},
    ),
    "a district's own row heads its communes": Case(
        [
            ["TT", "Tên trang", "Link"],
            ["I", "MTTQ huyện Vụ Bản", fb("a")],
            [1, "Mặt trận Quang Trung", fb("b")],
            ["", "UBMTTQ thành phố Nam Định", fb("c")],
            [1, "Mặt trận Quang Trung", fb("d")],
        ],
        [
            (2, "MTTQ huyện Vụ Bản", "359", fb("a")),
            (3, "Mặt trận Quang Trung", "13768", fb("b")),
            (4, "UBMTTQ thành phố Nam Định", "356", fb("c")),
            (5, "Mặt trận Quang Trung", "13645", fb("d")),
        ],
    ),
    "links in the column of notes": Case(
        [["TT", "Tên trang", "Ghi chú"], [1, "MTTQ xã Hải Minh", fb("haiminh")], [2, "MTTQ xã Hải Anh", ""]],
        [(2, "MTTQ xã Hải Minh", HAI_MINH, fb("haiminh")), (3, "MTTQ xã Hải Anh", HAI_ANH, None)],
    ),
    "a chat in one column": Case(
        [
            ["UBMTTQ HUYỆN HẢI HẬU"],
            ["Em gửi chị danh sách ạ"],
            ["MTTQ xã Hải Minh"],
            [fb("haiminh")],
            ["SĐT: 0912"],
            [f"MTTQ xã Hải Anh {fb('haianh')}"],
            ["TM. BTT UBMTTQ HUYỆN HẢI HẬU"],
            ["CHỦ TỊCH"],
        ],
        [
            (3, "MTTQ xã Hải Minh", HAI_MINH, fb("haiminh")),
            (6, f"MTTQ xã Hải Anh {fb('haianh')}", HAI_ANH, fb("haianh")),
        ],
        {"above": 1, "chat": 1, "others": 1, "signature": 2},
    ),
    "side by side under two header rows": Case(
        [
            ["TT", "Fanpage", "", "TT", "Fanpage", ""],
            ["", "Tên", "Link", "", "Tên", "Link"],
            [1, "MTTQ xã Hải Minh", fb("haiminh"), 2, "MTTQ xã Hải Anh", fb("haianh")],
        ],
        [(3, "MTTQ xã Hải Minh", HAI_MINH, fb("haiminh")), (3, "MTTQ xã Hải Anh", HAI_ANH, fb("haianh"))],
        merged=["B1:C1", "E1:F1"],
    ),
    "an explanation is no form": Case(
        [
            ["1. Tên trang: ghi đúng theo hướng dẫn, ví dụ Mặt trận Hải Anh Hải Hậu Nam Định"],
            ["2. Đường link: chép từ trình duyệt"],
            _TITLES,
            _ROW,
        ],
        [(4, *_NAME[1:])],
        {"above": 2},
    ),
    "names that say that the page is there": Case(
        [["Tên trang"], ["MTTQ xã Hải Minh: đã hoạt động"], ["Mặt trận Hải Anh - đã lập"], ["Hải Bắc (đã có)"]],
        [
            (2, "MTTQ xã Hải Minh: đã hoạt động", HAI_MINH, None),
            (3, "Mặt trận Hải Anh - đã lập", HAI_ANH, None),
            (4, "Hải Bắc (đã có)", HAI_BAC, None),
        ],
    ),
    "a table below what looks like a form": Case(
        [
            ["Đơn vị:", "Huyện Hải Hậu"],
            ["Tên trang:", "Mặt trận Hải Hậu Nam Định"],
            ["Link:", fb("haihau")],
            [],
            _TITLES,
            _ROW,
        ],
        [(6, *_NAME[1:])],
        {"above": 3},
    ),
    "a form": Case(
        [
            ["PHIẾU BÁO CÁO TRANG FANPAGE"],
            ["Đơn vị:", "MTTQ xã Hải Minh"],
            ["Tên trang:", FULL[HAI_MINH]],
            ["Đường link:", fb("haiminh")],
            ["Cán bộ phụ trách:", "Trần Văn A"],
        ],
        [(3, FULL[HAI_MINH], HAI_MINH, fb("haiminh"))],
        {"above": 1, "others": 3},
    ),
    "forms below each other": Case(
        [
            [1, "Tên trang", "MTTQ xã Hải Minh"],
            [2, "Địa chỉ trang", fb("haiminh")],
            [1, "Tên trang", "Chưa có"],
            [1, "Tên trang", "MTTQ xã Hải Anh"],
            [2, "Địa chỉ trang", ""],
        ],
        [(1, "MTTQ xã Hải Minh", HAI_MINH, fb("haiminh")), (4, "MTTQ xã Hải Anh", HAI_ANH, None)],
        {"others": 1, "above": 1},
    ),
    "titles and what is written in one cell": Case(
        [["Đơn vị: xã Hải Minh"], [f"Tên trang: {FULL[HAI_MINH]}"], [f"Link: {fb('haiminh')}"]],
        [(2, f"Tên trang: {FULL[HAI_MINH]}", HAI_MINH, fb("haiminh"))],
        {"others": 2},
    ),
}

TEXTS: dict[str, tuple[str, list[Name], dict[str, int]]] = {
    "a chat with senders": (
        f"Nguyễn Văn A\n08:12\nEm chào các anh, em gửi link\nMTTQ xã Hải Minh\n{fb('haiminh')}\nLê Thị B\n09:01\n"
        f"Mặt trận Hải Anh: {fb('haianh')}\n[Hình ảnh]\n👍\n",
        [
            (4, "MTTQ xã Hải Minh", HAI_MINH, fb("haiminh")),
            (8, f"Mặt trận Hải Anh: {fb('haianh')}", HAI_ANH, fb("haianh")),
        ],
        {"chat": 7},
    ),
    "messages with a stamp": (
        f"25/02/2022, 08:12 - Văn A: MTTQ xã Hải Minh {fb('haiminh')}\n25/02/2022, 08:14 - Lê B: ok anh\n",
        [(1, f"25/02/2022, 08:12 - Văn A: MTTQ xã Hải Minh {fb('haiminh')}", HAI_MINH, fb("haiminh"))],
        {"chat": 1},
    ),
    "links above their names": (
        f"{fb('haiminh')}\nMTTQ xã Hải Minh\n{fb('haianh')}\nMTTQ xã Hải Anh\n",
        [(2, "MTTQ xã Hải Minh", HAI_MINH, fb("haiminh")), (4, "MTTQ xã Hải Anh", HAI_ANH, fb("haianh"))],
        {},
    ),
    "particulars of each page": (
        f"MTTQ xã Hải Minh\nLink: {fb('haiminh')}\nSĐT: 0912345678\nCán bộ phụ trách: Hải Anh\n\nMTTQ xã Hải Anh\n",
        [(1, "MTTQ xã Hải Minh", HAI_MINH, fb("haiminh")), (6, "MTTQ xã Hải Anh", HAI_ANH, None)],
        {"others": 2},
    ),
    "a title for each line": (
        f"1. Xã Hải Minh\n- Tên trang: MTTQ Hải Minh\n- Đường link: {fb('haiminh')}\n2. Xã Hải Anh\n"
        "- Tên trang: MTTQ Hải Anh\n",
        [(2, "- Tên trang: MTTQ Hải Minh", HAI_MINH, fb("haiminh")), (5, "- Tên trang: MTTQ Hải Anh", HAI_ANH, None)],
        {"section": 2},
    ),
    "a name among what is said": (
        f"Báo cáo anh, xã em đã lập trang MTTQ xã Hải Minh, link {fb('haiminh')}\n",
        [(1, f"Báo cáo anh, xã em đã lập trang MTTQ xã Hải Minh, link {fb('haiminh')}", HAI_MINH, fb("haiminh"))],
        {},
    ),
    "a line of titles": ("Stt Tên trang Link\nMTTQ xã Hải Minh\n", [(2, "MTTQ xã Hải Minh", HAI_MINH, None)], {}),
    "a unit and a link": (
        f"Đơn vị: xã Hải Minh\nLink: {fb('haiminh')}\n",
        [(2, "", HAI_MINH, fb("haiminh"))],
        {"others": 1},
    ),
    "units without a page": (
        "Các xã đã có trang:\nHải Minh\nHải Anh\nCác xã chưa có trang:\nHải Bắc\n",
        [(2, "Hải Minh", HAI_MINH, None), (3, "Hải Anh", HAI_ANH, None)],
        {"section": 2, "unbuilt": 1},
    ),
    "totals and signatures": (
        "BÁO CÁO\nMTTQ xã Hải Minh\nHải Anh: chưa có\nTổng: 1 trang\nTM. BTT UBMTTQ HUYỆN HẢI HẬU\nCHỦ TỊCH\n",
        [(2, "MTTQ xã Hải Minh", HAI_MINH, None), (3, "Hải Anh: chưa có", HAI_ANH, None)],
        {"section": 1, "total": 1, "signature": 2},
    ),
    "names that begin as a signature does": (
        "TM. BTT UBMTTQ xã Hải Minh\nTM. BTT UBMTTQ xã Hải Anh\nMTTQ xã Hải Bắc\n",
        [
            (1, "TM. BTT UBMTTQ xã Hải Minh", HAI_MINH, None),
            (2, "TM. BTT UBMTTQ xã Hải Anh", HAI_ANH, None),
            (3, "MTTQ xã Hải Bắc", HAI_BAC, None),
        ],
        {},
    ),
}

LETTER = f"""Kính gửi: Ban Thường trực UBMTTQ tỉnh Nam Định
Thực hiện Công văn số 3344, Ban Thường trực UBMTTQ huyện Hải Hậu báo cáo như sau:
Đến nay có 2/34 xã đã lập trang, gồm:
{FULL[HAI_MINH]} ({fb("haiminh")})
MTTQ xã Hải Anh
Các xã còn lại đang triển khai, Mặt trận huyện Hải Hậu sẽ báo cáo sau.
Trên đây là báo cáo của Mặt trận huyện Hải Hậu.
Nơi nhận:
- MTTQ tỉnh Nam Định;
"""
LETTER_NAMES: list[Name] = [
    (4, f"{FULL[HAI_MINH]} ({fb('haiminh')})", HAI_MINH, fb("haiminh")),
    (5, "MTTQ xã Hải Anh", HAI_ANH, None),
]
