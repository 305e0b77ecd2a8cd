"""The workbook that a district fills in and sends back: names, links and officers of its pages.

Source: letter 3344/MTTW-BTT (2021-12-02), by which each level reports the name and the link of its page to the level
above, and each district the officer who runs it; the layout is that of the districts' reports. Its texts are Vietnamese
whatever the language of the run, since officers fill it in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from itertools import groupby
from typing import IO, TYPE_CHECKING, Any

from fanpage_names.units.model import Level, Unit

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

_TITLE = "BIỂU TỔNG HỢP KẾT QUẢ XÂY DỰNG “TRANG CỘNG ĐỒNG” (FANPAGE)"
_ATTACHED = "(Kèm theo Báo cáo số ……/BC-MTTQ-BTT ngày ……/……/20……)"
_HOW_TO = (
    "Chỉ điền vào các ô màu vàng. Tên trang đã ghi sẵn theo mẫu, không sửa. Đơn vị chưa có trang: để trống đường link, "
    "chọn “Chưa xây dựng” ở cột Ghi chú."
)
_NOTES = ("Chưa xây dựng", "Đang xây dựng")

_HEADERS = ("TT", "Đơn vị", "Tên trang", "Đường link", "Họ và tên", "Số điện thoại", "Ngày xây dựng", "Ghi chú")
_ABOVE = {(2, 3): "Trang cộng đồng", (4, 5): "Cán bộ phụ trách"}
_WIDTHS = (5, 24, 44, 46, 22, 14, 14, 20)
_NAME, _LINK, _TELEPHONE, _DATE, _NOTE = 2, 3, 5, 6, 7
_LAST = len(_HEADERS) - 1
_HEADER_ROW = 8
_FIRST_ROW = _HEADER_ROW + 2

_SECTIONS: Mapping[Level, str] = {"province": "Cấp tỉnh", "district": "Cấp huyện", "commune": "Cấp xã"}
_NUMERALS = ("I", "II", "III")
_A4 = 9
_FACEBOOK_BEGAN = date(2004, 2, 4)
_FORBIDDEN_IN_TITLES = str.maketrans("[]:*?/\\", "       ")
_LONGEST_TITLE = 31


@dataclass(frozen=True, slots=True)
class FormSheet:
    """One sheet of the form.

    Attributes:
        head: the unit whose committee fills it in.
        units: a row each, in the list's order.
    """

    head: Unit
    units: Sequence[Unit]


def form_sheets(units: Iterable[Unit], *, apart: bool = False) -> Sequence[FormSheet]:
    """Return a sheet for each district among the units, with the communes that come with it.

    The province's own page, and communes right under it, make a sheet of theirs.

    Args:
        units: the units, in the list's order.
        apart: whether each unit has a sheet of its own.
    """
    sheets = []
    for above, group in groupby(units, key=lambda unit: unit if apart else unit.at("district") or unit.province):
        members = tuple(group)
        sheets.append(FormSheet(members[0] if len(members) == 1 else above, members))
    return sheets


def write_form(sheets: Sequence[FormSheet], names: Mapping[str, str], stream: IO[bytes]) -> None:
    """Write the form.

    Args:
        sheets: its sheets.
        names: the official page name of each unit, by code.
        stream: gets the bytes.
    """
    from xlsxwriter import Workbook

    whole = BytesIO()
    with Workbook(whole, {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}) as book:
        formats = _formats(book)
        titles: set[str] = set()
        for sheet in sheets:
            _Filler(book.add_worksheet(_title(sheet.head, titles)), formats).fill(sheet, names)
    stream.write(whole.getvalue())


def _title(unit: Unit, taken: set[str]) -> str:
    name = unit.name_with_type.translate(_FORBIDDEN_IN_TITLES)
    title = (name[0].upper() + name[1:])[:_LONGEST_TITLE].strip("' ")
    if title.lower() in taken:
        title = f"{title[: _LONGEST_TITLE - len(unit.code) - 1]} {unit.code}"
    taken.add(title.lower())
    return title


def _formats(book: Workbook) -> Mapping[str, Any]:
    font = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter"}
    boxed = {**font, "border": 1}
    wrapped = {**boxed, "text_wrap": True}
    filled = {**wrapped, "locked": False, "bg_color": "#FFFBE6"}
    looks: Mapping[str, Mapping[str, object]] = {
        "center": {**font, "align": "center"},
        "center_bold": {**font, "align": "center", "bold": True},
        "title": {**font, "align": "center", "bold": True, "font_size": 14},
        "italic": {**font, "align": "center", "italic": True},
        "header": {**wrapped, "align": "center", "bold": True, "bg_color": "#DDEBF7"},
        "section": {**boxed, "bold": True},
        "number": {**boxed, "align": "center"},
        "fixed": wrapped,
        "filled": filled,
        "text": {**filled, "num_format": "@"},
        "day": {**filled, "num_format": "dd/mm/yyyy", "align": "center"},
    }
    return {name: book.add_format(look) for name, look in looks.items()}


class _Filler:
    """Fills one sheet from the top; rows and columns count from 0, as XlsxWriter counts."""

    def __init__(self, worksheet: Worksheet, formats: Mapping[str, Any]) -> None:
        self._worksheet = worksheet
        self._formats = formats
        self._row = _FIRST_ROW

    def fill(self, sheet: FormSheet, names: Mapping[str, str]) -> None:
        self._letterhead(sheet.head)
        self._header()
        for numeral, (level, units) in zip(_NUMERALS, groupby(sheet.units, key=lambda unit: unit.level), strict=False):
            self._line([numeral, _SECTIONS[level]], "section")
            for number, unit in enumerate(units, 1):
                self._unit(number, unit, names[unit.code])
        last = self._row - 1
        self._total(len(sheet.units), last)
        self._signatures()
        self._validate(last)
        self._set_up_page()

    def _letterhead(self, head: Unit) -> None:
        left = ("ỦY BAN MTTQ VIỆT NAM", head.name_with_type.upper(), "BAN THƯỜNG TRỰC")
        right = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
        for row, text in enumerate(left):
            self._across(row, 0, 2, text, "center_bold" if row else "center")
        for row, text in enumerate(right):
            self._across(row, 3, _LAST, text, "center_bold")
        self._across(4, 0, _LAST, _TITLE, "title")
        self._across(5, 0, _LAST, _ATTACHED, "italic")
        self._across(6, 0, _LAST, _HOW_TO, "italic")

    def _header(self) -> None:
        for (first, last), text in _ABOVE.items():
            self._across(_HEADER_ROW, first, last, text, "header")
        under = {column for columns in _ABOVE for column in columns}
        for column, text in enumerate(_HEADERS):
            if column in under:
                self._worksheet.write_string(_HEADER_ROW + 1, column, text, self._formats["header"])
            else:
                area = (_HEADER_ROW, column, _HEADER_ROW + 1, column)
                self._worksheet.merge_range(*area, text, self._formats["header"])

    def _across(self, row: int, first: int, last: int, text: str, look: str) -> None:
        self._worksheet.merge_range(row, first, row, last, text, self._formats[look])

    def _line(self, texts: Sequence[str], look: str) -> None:
        for column in range(_LAST + 1):
            text = texts[column] if column < len(texts) else ""
            self._worksheet.write(self._row, column, text, self._formats[look])
        self._row += 1

    def _unit(self, number: int, unit: Unit, name: str) -> None:
        row, sheet, formats = self._row, self._worksheet, self._formats
        called = unit.name_with_type
        sheet.write_number(row, 0, number, formats["number"])
        sheet.write_string(row, 1, called[0].upper() + called[1:], formats["fixed"])
        sheet.write_string(row, _NAME, name, formats["fixed"])
        for column in range(_LINK, _LAST + 1):
            look = {_LINK: "text", _TELEPHONE: "text", _DATE: "day"}.get(column, "filled")
            sheet.write_blank(row, column, None, formats[look])
        self._row += 1

    def _total(self, count: int, last: int) -> None:
        links = f"D{_FIRST_ROW + 1}:D{last + 1}"
        row = self._row
        self._line(["", "Tổng cộng"], "section")
        self._worksheet.write_formula(
            row, _NAME, f'=COUNTA({links})&"/{count}"', self._formats["section"], f"0/{count}"
        )

    def _signatures(self) -> None:
        row = self._row + 1
        self._across(row, 4, _LAST, "……………, ngày …… tháng …… năm 20……", "italic")
        self._worksheet.write_string(row + 1, 1, "NGƯỜI LẬP BIỂU", self._formats["center_bold"])
        self._worksheet.write_string(row + 2, 1, "(Ký, ghi rõ họ tên)", self._formats["italic"])
        self._across(row + 1, 4, _LAST, "TM. BAN THƯỜNG TRỰC", "center_bold")
        self._across(row + 2, 4, _LAST, "(Ký tên, đóng dấu)", "italic")

    def _validate(self, last: int) -> None:
        """Let each column take what belongs there; what only looks odd is asked about, not refused."""
        first = _FIRST_ROW
        link, links = f"D{first + 1}", f"D${first + 1}:D${last + 1}"
        page = f'OR(ISNUMBER(SEARCH("facebook.com/",{link})),ISNUMBER(SEARCH("fb.com/",{link})))'
        group = f'ISNUMBER(SEARCH("/groups/",{link}))'
        telephone = f"F{first + 1}"
        rules: Mapping[int, Mapping[str, object]] = {
            _LINK: {
                "validate": "custom",
                "value": f"=AND({page},NOT({group}),COUNTIF({links},{link})=1)",
                "input_title": "Đường link",
                "input_message": "Chép đường link của trang, ví dụ https://www.facebook.com/mattranhaiminh",
                "error_title": "Đường link",
                "error_message": "Không phải đường link của trang Facebook, hoặc đã ghi cho đơn vị khác. Vẫn giữ?",
                "error_type": "warning",
            },
            _TELEPHONE: {
                "validate": "custom",
                "value": f'=AND(LEFT({telephone},1)="0",LEN({telephone})=10,ISNUMBER(VALUE({telephone})))',
                "error_title": "Số điện thoại",
                "error_message": "Số điện thoại gồm 10 chữ số, bắt đầu bằng 0. Vẫn giữ?",
                "error_type": "warning",
            },
            _DATE: {
                "validate": "date",
                "criteria": "between",
                "minimum": _FACEBOOK_BEGAN,
                "maximum": "=TODAY()",
                "error_title": "Ngày xây dựng",
                "error_message": "Ghi ngày/tháng/năm, không sau hôm nay.",
            },
            _NOTE: {"validate": "list", "source": list(_NOTES), "show_error": False},
        }
        for column, rule in rules.items():
            self._worksheet.data_validation(first, column, last, column, rule)

    def _set_up_page(self) -> None:
        sheet = self._worksheet
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width)
        sheet.set_row(6, 34)
        sheet.freeze_panes(_FIRST_ROW, 0)
        sheet.protect("", {"format_columns": True, "format_rows": True})
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.repeat_rows(_HEADER_ROW, _HEADER_ROW + 1)
        sheet.set_footer("&R&P/&N")
