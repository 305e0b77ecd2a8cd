"""Results made by hand: one of each kind, and what must never come out."""

from __future__ import annotations

import pytest

from fanpage_names.result import Cell, Diagnostic, Fix, Result
from fanpage_names.rows import Checked, Row
from fanpage_names.units.model import Severity, Unit

NAM_DINH = Unit("36", "province", "tỉnh", "Nam Định")
HAI_HAU = Unit("366", "district", "huyện", "Hải Hậu", NAM_DINH)
HAI_MINH = Unit("14233", "commune", "xã", "Hải Minh", HAI_HAU)
XUAN_TRUONG = Unit("363", "district", "huyện", "Xuân Trường", NAM_DINH)
NINH_BINH = Unit("37", "province", "tỉnh", "Ninh Bình")
OFFICER = "Nguyễn Văn Bí Mật"
TELEPHONE = "0912345678"


def found_in(  # noqa: PLR0917
    text: str,
    start: int,
    end: int,
    code: str,
    rule: str,
    expected: str | None,
    message: str,
    severity: Severity = "error",
    fix: Fix = "safe",
    cell: Cell = "name",
) -> Diagnostic:
    return Diagnostic(code, rule, severity, fix, start, end, text[start:end], expected, message, cell)


def right() -> Checked:
    name = "Mặt trận Hải Minh Hải Hậu Nam Định"
    row = Row(name, "bao-cao.xlsx", "Sheet1", 6, officer=OFFICER, telephone=TELEPHONE, note=OFFICER)
    return Checked(row, Result(name, "ok", HAI_MINH, name, name))


def deviating() -> Checked:
    name, right = "Mat tran Hai Minh - Hải Hậu", "Mặt trận Hải Minh Hải Hậu Nam Định"
    diagnostics = (
        found_in(name, 0, 17, "FN301", "missing-diacritics", "Mặt trận Hải Minh", "mất dấu: “Mặt trận Hải Minh”"),
        found_in(name, 17, 20, "FN206", "punctuation", " ", "thừa dấu “-”", "warning"),
        found_in(name, 27, 27, "FN404", "missing-province", " Nam Định", "thiếu “Nam Định”"),
    )
    row = Row(name, "bao-cao.xlsx", "Sheet1", 7, officer=OFFICER, telephone=TELEPHONE)
    return Checked(row, Result(name, "deviates", HAI_MINH, right, right, diagnostics=diagnostics))


def ambiguous() -> Checked:
    name = "Mặt trận Nam Định"
    found = found_in(name, 0, 17, "FN502", "ambiguous-unit", None, "có thể là Nam Định, Hải Hậu", fix="none")
    result = Result(name, "ambiguous", None, None, None, (NAM_DINH, HAI_HAU), (found,))
    return Checked(Row(name, "-", None, 3), result)


def hostile() -> Checked:
    """A name that is a formula, a tag, a table cell and a terminal's command at once."""
    name = "=1+1|<script>alert('&')</script>\x1b[31m\u200b, 50%\nx"
    found = found_in(name, 0, 4, "FN501", "unknown-unit", None, "không có đơn vị này: <b>\n\x07", fix="none")
    return Checked(
        Row(name, "a,b:c%\n.csv", None, 1, officer=OFFICER),
        Result(name, "unknown", None, None, None, (), (found,)),
    )


def with_link() -> Checked:
    name = "Mặt trận Xuân Trường Nam Định"
    link, declared = "http://m.facebook.com/mtxt?ref=1", "Hải Hậu"
    diagnostics = (
        found_in(name, 0, 29, "FN506", "duplicate-unit", None, "đã báo cáo ở dòng 2", fix="none"),
        found_in(
            declared,
            0,
            7,
            "FN504",
            "declared-unit-mismatch",
            None,
            "cột đơn vị ghi khác",
            fix="none",
            cell="unit",
        ),
        found_in(link, 0, 7, "FN603", "link-form", "https://", "viết “https://”", "warning", cell="link"),
    )
    row = Row(name, "b.csv", None, 9, link=link, unit=declared, telephone=TELEPHONE)
    result = Result(name, "ok", XUAN_TRUONG, name, name, (), diagnostics)
    return Checked(row, result, "https://www.facebook.com/mtxt")


def former() -> Checked:
    name = "Mặt trận Hải Minh Hải Hậu Nam Định"
    found = found_in(name, 9, 17, "FN505", "former-unit", None, "đã sáp nhập", fix="unsafe")
    result = Result(name, "deviates", None, None, None, (), (found,), HAI_MINH)
    return Checked(Row(name, None, None, 2), result)


def long() -> Checked:
    name = "Mặt trận " * 12_000
    found = found_in(name, 75, len(name), "FN701", "too-long", None, "dài quá 75 ký tự", fix="none")
    return Checked(Row(name, "dài.txt", None, 1), Result(name, "unknown", None, None, None, (), (found,)))


@pytest.fixture
def results() -> list[Checked]:
    """One of each kind; the texts are Vietnamese, as officers read them."""
    return [right(), deviating(), ambiguous(), hostile(), with_link(), former()]


@pytest.fixture
def personal() -> tuple[str, ...]:
    """What the rows of `results` hold and no output may show."""
    return (OFFICER, *OFFICER.split()[2:], TELEPHONE)


@pytest.fixture
def long_result() -> Checked:
    """A name of more than 100,000 letters."""
    return long()
