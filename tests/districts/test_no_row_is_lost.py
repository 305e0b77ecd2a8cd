"""No row is lost without a word: each filled row of a sheet is a name, a header, or passed over for a reason."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from fanpage_names.tables.columns import find_columns
from fanpage_names.tables.grid import Grid, ReadOptions
from fanpage_names.tables.log import ReadingLog
from fanpage_names.tables.names import submitted_names
from tests.districts.cases import fb

Line = Sequence[object]

COMMUNES = ("Hải Minh", "Hải Anh", "Hải Bắc", "Hải Hưng", "Hải Xuân", "Cồn", "Gì đó")
NAMES = ("Mặt trận {} Hải Hậu Nam Định", "MTTQ xã {}", "TM. BTT UBMTTQ xã {}", "{}", "Chủ tịch MTTQ {}")
HEADERS: tuple[tuple[Line, ...], ...] = (
    (("TT", "Đơn vị", "Tên trang", "Link", "Ghi chú"),),
    (("STT", "Xã", "Tên fanpage", "Đường dẫn", "SĐT"),),
    (("TT", "Đơn vị", "Trang cộng đồng", "", "Ghi chú"), ("", "", "Tên trang", "Đường link", "")),
)
WIDTH = 5
TOTALS: tuple[Line, ...] = (("", "Tổng cộng", "2 trang"), ("Tổng số: 3 trang",), ("", "Cộng", 3))
TITLES: tuple[Line, ...] = (
    ("ỦY BAN MTTQ VIỆT NAM HUYỆN HẢI HẬU",),
    ("", "", "DANH SÁCH TRANG CỘNG ĐỒNG"),
    ("(Kèm theo Công văn số 12)",),
    (),
)
ASIDES: tuple[Line, ...] = (
    ("I", "Cấp huyện"),
    ("", "", "CẤP XÃ"),
    ("II", "Thành phố Nam Định"),
    ("", "Tổng cộng", "2 trang"),
    ("", "", "Chưa xây dựng"),
    ("", "", 31),
    ("", "", "", "", "Ghi chú: sẽ bổ sung"),
    (),
)
SIGNATURES: tuple[Line, ...] = (
    ("Người lập biểu", "", "", "TM. BAN THƯỜNG TRỰC"),
    ("", "", "TM. BAN THƯỜNG TRỰC UBMTTQ HUYỆN HẢI HẬU"),
    ("", "", "", "CHỦ TỊCH"),
    ("Nơi nhận:",),
)
SIGNED: tuple[Line, ...] = (*SIGNATURES, ("", "", "Nguyễn Văn Bình"), ("", "Như trên"), ())


@st.composite
def tables(draw: st.DrawFn, headers: Sequence[Sequence[Line]] = HEADERS) -> tuple[list[Line], int, int]:
    """A table's rows, how many of them are names, and how many are its header."""
    header = draw(st.sampled_from(headers))
    rows: list[Line] = [*header]
    names = 0
    for number in range(1, draw(st.integers(1, 8))):
        rows += draw(st.lists(st.sampled_from(ASIDES), max_size=2))
        commune = draw(st.sampled_from(COMMUNES))
        named = draw(st.booleans())
        linked = draw(st.booleans())
        name = draw(st.sampled_from(NAMES)).format(commune) if named else ""
        rows.append((number, f"Xã {commune}", name, fb(f"a{number}") if linked else ""))
        names += named or linked
    rows += draw(st.lists(st.sampled_from((*ASIDES, *TOTALS)), max_size=2))
    return rows, names, len(header)


@st.composite
def sheets(draw: st.DrawFn) -> tuple[list[Line], int, int]:
    """A sheet with one table or more, one below the other; its names, and its headers."""
    rows: list[Line] = draw(st.lists(st.sampled_from(TITLES), max_size=3))
    names = headers = 0
    for _ in range(draw(st.integers(1, 3))):
        table, of_table, header = draw(tables())
        rows += table
        if draw(st.booleans()):
            rows += [draw(st.sampled_from(SIGNATURES)), *draw(st.lists(st.sampled_from(SIGNED), max_size=3))]
        names, headers = names + of_table, headers + header
    return rows, names, headers


@settings(max_examples=150, deadline=None)
@given(sheets())
def test_each_filled_row_is_accounted_for(drawn: tuple[list[Line], int, int]) -> None:
    rows, names, headers = drawn
    log = ReadingLog()
    found = find_columns(Grid("a", "S", iter(enumerate(rows, 1))), ReadOptions(), lambda text: "Hải" in text)
    assert not isinstance(found, str)
    read = list(submitted_names(found, lambda text: "Hải" in text, log))
    filled = sum(any(cells) for cells in rows)
    assert len(read) == names
    assert len(read) + headers + sum(log.passed.values()) == filled


@settings(max_examples=100, deadline=None)
@given(st.sampled_from((HEADERS[:2], HEADERS[2:])).flatmap(lambda alike: st.tuples(tables(alike), tables(alike))))
def test_no_name_of_tables_side_by_side_is_lost(
    drawn: tuple[tuple[list[Line], int, int], tuple[list[Line], int, int]],
) -> None:
    left, right = drawn
    height = max(len(left[0]), len(right[0]))
    rows: list[Line] = []
    for at in range(height):
        one, other = (tuple(side[0][at]) if at < len(side[0]) else () for side in (left, right))
        rows.append((*one, *[""] * (WIDTH + 1 - len(one)), *other))
    log = ReadingLog()
    found = find_columns(Grid("a", "S", iter(enumerate(rows, 1))), ReadOptions(), lambda text: "Hải" in text)
    assert not isinstance(found, str)
    read = list(submitted_names(found, lambda text: "Hải" in text, log))
    assert len(read) == left[1] + right[1]
    assert [row.row for row in read] == sorted(row.row for row in read)
