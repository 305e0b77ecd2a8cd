"""Which name a submitted name becomes, and the counts of it."""

from __future__ import annotations

import pytest

from fanpage_names import Checker, Row, check_rows, load_units
from fanpage_names.fixing import Mending, mended_name

CHECKER = Checker(load_units("nam_dinh_units"))
RIGHT = "Mặt trận Hải Hậu Nam Định"
SAFE = "MTTQ Hải Hậu Nam Định"
UNSAFE = "Mặt trận Hải Minh Ý Yên Nam Định"
NOBODY = "Fanpage tin tức 24h"


@pytest.mark.parametrize(
    ("submitted", "safe", "unsafe"),
    [
        (RIGHT, RIGHT, RIGHT),
        (SAFE, RIGHT, RIGHT),
        (UNSAFE, UNSAFE, "Mặt trận Hải Minh Hải Hậu Nam Định"),
        (NOBODY, NOBODY, NOBODY),
    ],
)
def test_mended_name(submitted: str, safe: str, unsafe: str) -> None:
    result = CHECKER.check(submitted)
    assert mended_name(result, unsafe=False) == safe
    assert mended_name(result, unsafe=True) == unsafe


def test_counts_and_summary() -> None:
    mending = Mending(unsafe=False)
    rows = [Row(name, file="a.txt", row=row) for row, name in enumerate([RIGHT, SAFE, UNSAFE, NOBODY], 1)]
    mended = list(mending.rows(check_rows(CHECKER, rows)))
    assert [row for row, _ in mended] == rows
    assert [new.name for _, new in mended] == [RIGHT, RIGHT, UNSAFE, NOBODY]
    assert mending.lines("en") == [
        "4 names: 1 mended, 3 left, 1 of them mended in part",
        "mended: FN402 × 1",
        "left a.txt, row 2: FN506",
        "left a.txt, row 3: FN503",
        "left a.txt, row 4: FN501",
    ]
    assert mending.lines("vi")[0] == "4 tên: đã sửa 1, còn lại 3, trong đó 1 mới sửa một phần"


def test_a_second_page_of_a_unit_stays_to_be_looked_at() -> None:
    mending = Mending(unsafe=False)
    assert len(list(mending.rows(check_rows(CHECKER, [Row(RIGHT), Row(RIGHT, row=2)])))) == 2
    assert (mending.mended, mending.left) == (0, 1)


def test_a_long_rest_is_counted_not_listed() -> None:
    mending = Mending(unsafe=False)
    list(mending.rows(check_rows(CHECKER, [Row(NOBODY, row=row) for row in range(25)])))
    assert mending.lines("en")[-1] == "left besides: 5 names; see: fanpage-names check"


def test_links_are_mended_too() -> None:
    mending = Mending(unsafe=False)
    plain = "https://www.facebook.com/mattranhaihau"
    rows = [
        Row(RIGHT, row=1, link="fb.com/mattranhaihau"),
        Row(NOBODY, row=2, link=plain),
        Row("MTTQ Vụ Bản Nam Định", row=3, link="https://www.facebook.com/groups/618245037"),
        Row("Mặt trận Ý Yên Nam Định", row=4, link=""),
        Row("Mặt trận Nghĩa Hưng Nam Định", row=5),
    ]
    mended = [new for _, new in mending.rows(check_rows(CHECKER, rows))]
    assert [row.link for row in mended] == [plain, plain, rows[2].link, "", None]
    assert mended[2].name == "Mặt trận Vụ Bản Nam Định"
    assert mending.lines("en") == [
        "5 names: 2 mended, 3 left, 1 of them mended in part",
        "mended: FN402 × 1, FN603 × 1",
        "left row 2: FN501",
        "left row 3: FN602",
        "left row 4: FN601",
    ]
