"""Two workbooks as districts send them, and what a person counts in them.

Persons and numbers are made up; the layout is that of the reports: a title block, a header in two rows with merged
cells, sections, units that have not built a page, a total, signatures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import openpyxl

from fanpage_names.check import Checker, check_rows
from fanpage_names.coverage.counting import count
from fanpage_names.coverage.overview import Overview
from fanpage_names.rows import Checked, Row
from fanpage_names.tables.grid import ReadOptions
from fanpage_names.tables.reading import read_rows
from fanpage_names.units.loading import load_units

Line = tuple[str, str | None, str | None, str | None, str | None]

OFFICERS = ("Vũ Đức Em", "Lê Thị Dung", "Trần Thị Bình")
TELEPHONES = ("0922633920", "0955909953", "0910256129")
UNITS = load_units("nam_dinh_units")
CHECKER = Checker(UNITS, lang="vi")


def _line(unit: str, name: str | None, link: str | None = None, officer: int | None = None) -> Line:
    if officer is None:
        return unit, name, link, None, None
    return unit, name, link, OFFICERS[officer], TELEPHONES[officer]


# 1 district and 34 communes; 4 of these have no page: 30 have one, 15 of the names deviate, 7 links lead to groups.
HAI_HAU = (
    _line("Huyện Hải Hậu", "Mặt trận Hải Hậu Nam Định", "https://fb.com/mattranhaihau/", 0),
    _line("Thị trấn Yên Định", None),
    _line("Thị trấn Cồn", None),
    _line("Thị trấn Thịnh Long", "Mặt trận Thịnh Long Hải Hậu Nam Định", "https://fb.com/mattranthinhlong/", 0),
    _line("Xã Hải Nam", "Mặt trận Hải Nam Hải HậuNam Định", "https://www.facebook.com/profile.php?id=100087575106801"),
    _line("Xã Hải Trung", "Mặt trận Hải Trung Hải Hậu Nam Định", "https://www.facebook.com/groups/254892713", 1),
    _line("Xã Hải Vân", "Mặt trận Hải Vân Hải Hậu Nam Định", "https://www.facebook.com/groups/724488420", 1),
    _line("Xã Hải Minh", "Mặt trận Hải Minh Hải Hậu Nam Định", "https://www.facebook.com/groups/163996269", 1),
    _line("Xã Hải Anh", "MÆt trËn H¶i Anh H¶i HËu Nam §Þnh", "https://m.facebook.com/mattranhaianh?mibextid=ZbWKwL", 1),
    _line("Xã Hải Hưng", "Mặt trận Hải Hưng Hải Hậu - Nam Định", "https://www.facebook.com/groups/422390037", 1),
    _line("Xã Hải Bắc", "Mặt trận Hải Bắc Hải Hậu", "https://www.facebook.com/profile.php?id=100023199297230", 2),
    _line("Xã Hải Phúc", "Mặt trận Hải Phúc Hải Hậu Nam Định", "https://www.facebook.com/groups/920951719", 2),
    _line("Xã Hải Thanh", "Mặt trận Hải Thanh Hải Hậu Nam Định", "https://www.facebook.com/profile.php?id=10008944"),
    _line("Xã Hải Hà", "  Mặt trận Hải Hà Hải Hậu Nam Định"),
    _line("Xã Hải Long", "Mặt trận Hải Long Hải Hậu NamĐịnh", "https://m.facebook.com/mattranhailong?mibextid=Zb"),
    _line("Xã Hải Phương", "Mặt trận Hải Phương Hải Hậu Nam Định", "https://fb.com/mattranhaiphuong/"),
    _line("Xã Hải Đường", "MÆt trËn H¶i §­êng H¶i HËu Nam §Þnh", "facebook.com/mattranhaiduong"),
    _line("Xã Hải Lộc", "Mặt trận xã Hải Lộc huyện Hải Hậu tỉnh Nam Định"),
    _line("Xã Hải Quang", "MÆt trËn H¶i Quang H¶i HËu Nam §Þnh", "facebook.com/mattranhaiquang"),
    _line("Xã Hải Đông", "Mặt trận Hải Đông Hải Hậu Nam Định", "https://m.facebook.com/mattranhaidong?mibextid=Z"),
    _line("Xã Hải Sơn", "Mặt trận Hải Sơn Hải Hậu Nam Định"),
    _line("Xã Hải Tân", "Mặt trận Hải Tân Hải HậuNam Định", "https://www.facebook.com/profile.php?id=100063941661384"),
    _line("Xã Hải Phong", None),
    _line("Xã Hải An", "Mặt trận Hải An Hải Hậu Nam Định", "https://www.facebook.com/groups/465129829"),
    _line("Xã Hải Tây", "Mặt trận Hải Tây Hải Hậu Nam Định", "https://www.facebook.com/mattranhaitay"),
    _line("Xã Hải Lý", "Mặt trận xã Hải Lý huyện Hải Hậu tỉnh Nam Định", "https://m.facebook.com/mattranhaily"),
    _line("Xã Hải Phú", "Mặt trận Hải Phú Hải Hậu Nam Định", "https://www.facebook.com/profile.php?id=100074329259939"),
    _line("Xã Hải Giang", "Mặt trận Hải Giang Hải Hậu Nam Định", "https://fb.com/mattranhaigiang/"),
    _line("Xã Hải Cường", "MTTQ Hải Cường Hải Hậu Nam Định"),
    _line("Xã Hải Ninh", "Mặt trận Hải Ninh Hải Hậu", "https://fb.com/mattranhaininh/"),
    _line("Xã Hải Chính", "Mặt trận Hải Chính Hải Hậu Nam Định", "https://www.facebook.com/groups/671866729"),
    _line("Xã Hải Xuân", "Mặt trận Hải Xuân Hải Hậu Nam Định", "facebook.com/mattranhaixuan"),
    _line("Xã Hải Châu", "MTTQ Hải Châu Hải Hậu Nam Định", "https://www.facebook.com/mattranhaichau"),
    _line("Xã Hải Triều", "MTTQ Hải Triều Hải Hậu Nam Định", "https://fb.com/mattranhaitrieu/"),
    _line("Xã Hải Hòa", None),
)

# 1 city and 25 communes; 1 of these has no page: 24 have one, 12 of the names deviate, 6 links lead to groups.
NAM_DINH = (
    _line("Thành phố Nam Định", "Mặt trận TP Nam Định Nam Định", "https://www.facebook.com/groups/618245037", 0),
    _line("Phường Hạ Long", "Mặt trận Hạ Long TP NamĐịnh Nam Định", "https://fb.com/mattranhalong/", 2),
    _line("Phường Trần Tế Xương", "Mặt trận phường Trần Tế Xương thành phố Nam Định tỉnh Nam Định"),
    _line("Phường Vị Hoàng", "Mặt trận Vị Hoàng TP - Nam Định - Nam Định", "facebook.com/mattranvihoang"),
    _line("Phường Vị Xuyên", "  Mặt trận Vị Xuyên TP Nam Định Nam Định", "https://www.facebook.com/groups/987458869"),
    _line("Phường Quang Trung", "Mặt trận phường Quang Trung thành phố Nam Định tỉnh Nam Định"),
    _line("Phường Cửa Bắc", "Mặt trận Cửa Bắc TP Nam Định Nam Định", "https://fb.com/mattrancuabac/"),
    _line("Phường Nguyễn Du", "Mặt trận Nguyễn Du TP Nam Định Nam Định", "https://www.facebook.com/groups/919994920"),
    _line("Phường Bà Triệu", "Mặt trận Tổ quốc Bà Triệu TP Nam Định Nam Định", "https://fb.com/mattranbatrieu/"),
    _line("Phường Trường Thi", "Mặt  trận Trường Thi TP Nam Định Nam Định", "facebook.com/mattrantruongthi"),
    _line("Phường Phan Đình Phùng", "Mặt trận phường Phan Đình Phùng thành phố Nam Định tỉnh Nam Định"),
    _line("Phường Ngô Quyền", "Mặt trận Ngô Quyền TP Nam Định Nam Định", "https://fb.com/mattranngoquyen/"),
    _line(
        "Phường Trần Hưng Đạo", "Mặt trận Trần Hưng Đạo TP Nam Định Nam Định", "https://facebook.com/groups/585520203"
    ),
    _line("Phường Trần Đăng Ninh", "Mặt trận Trần Đăng Ninh TP Nam Định Nam Định", "facebook.com/mattrantrandangninh"),
    _line("Phường Năng Tĩnh", "Mặt  trận Năng Tĩnh TP Nam Định Nam Định", "facebook.com/mattrannangtinh"),
    _line("Phường Văn Miếu", "Mặt trận Văn Miếu TP Nam Định Nam Định"),
    _line("Phường Trần Quang Khải", "Mặt trận Trần Quang Khải TP Nam Định Nam Định", "facebook.com/mattrantranqkhai"),
    _line("Phường Thống Nhất", "Mặt trận phường Thống Nhất thành phố Nam Định tỉnh Nam Định"),
    _line("Phường Lộc Hạ", "Mặt trận Lộc Hạ TP Nam Định Nam Định", "https://www.facebook.com/profile.php?id=10003243"),
    _line("Phường Lộc Vượng", "Mặt trận Lộc Vượng TP Nam Định Nam Định", "https://m.facebook.com/mattranlocvuong"),
    _line("Phường Cửa Nam", "  Mặt trận Cửa Nam TP Nam Định Nam Định", "https://www.facebook.com/groups/655590371"),
    _line("Phường Lộc Hòa", "MẶT TRẬN LỘC HÒA TP NAM ĐỊNH NAM ĐỊNH", "https://www.facebook.com/mattranlochoa"),
    _line("Xã Nam Phong", "Mặt trận Nam Phong TP Nam Định Nam Định", "https://www.facebook.com/groups/260382615"),
    _line("Phường Mỹ Xá", None),
    _line("Xã Lộc An", "Mặt trận Lộc An TP Nam Định Nam Định"),
    _line("Xã Nam Vân", "Mặt trận Nam Vân TP Nam Định Nam Định", "https://www.facebook.com/profile.php?id=100044645"),
)


def build(path: Path, district: str, lines: Sequence[Line]) -> str:
    """Write a workbook as districts send it; return its path."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Biểu 01"
    for title in ("ỦY BAN MTTQ VIỆT NAM", district.upper(), "BAN THƯỜNG TRỰC", "", "BIỂU TỔNG HỢP KẾT QUẢ", "", ""):
        sheet.append([title])
    sheet.append(["TT", "Đơn vị", "Trang cộng đồng", None, "Cán bộ phụ trách", None, "Ghi chú"])
    sheet.append([None, None, "Tên Trang", "Đường link", "Họ và tên", "Số điện thoại"])
    sheet.merge_cells("C8:D8")
    sheet.merge_cells("E8:F8")
    sheet.append(["I", "Cấp huyện"])
    for number, (unit, name, link, officer, telephone) in enumerate(lines):
        if number == 1:
            sheet.append(["II", "Cấp xã"])
        note = None if name else "Chưa xây dựng"
        sheet.append([max(1, number), unit, name, link, officer, telephone, note])
    sheet.append([None, "Tổng cộng", f"=COUNTA(C11:C{sheet.max_row})"])
    sheet.append([])
    sheet.append([None, None, None, None, "TM. BAN THƯỜNG TRỰC"])
    book.save(path)
    return str(path)


def both(folder: Path) -> list[str]:
    """Write both workbooks; return their paths."""
    return [
        build(folder / "bao-cao-hai-hau.xlsx", "Huyện Hải Hậu", HAI_HAU),
        build(folder / "bao-cao-nam-dinh.xlsx", "Thành phố Nam Định", NAM_DINH),
    ]


def checked(*files: str) -> Iterator[Checked]:
    """Yield the checked rows of files."""
    for file in files:
        yield from check_rows(
            CHECKER, read_rows(file, ReadOptions(), lambda text: CHECKER.check(text).unit is not None)
        )


def counted(rows: Sequence[Row], on: date = date(2022, 3, 1), *, with_contacts: bool = False) -> Overview:
    """Return the overview of rows that come from no file."""
    results = check_rows(CHECKER, rows)
    return count(UNITS, results, on, with_contacts=with_contacts)
