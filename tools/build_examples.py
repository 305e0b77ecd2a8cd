"""Make the examples in `docs/examples` that no person wrote: `python tools/build_examples.py`.

- `hai-hau.xlsx`: the form of Hải Hậu as a district might send it back, filled in, with the usual slips.
- `ha-nam.csv`: the units of Hà Nam in 2021, in the form in which the General Statistics Office exports them.
"""

from __future__ import annotations

import csv
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.units.exports import province, wide

EXAMPLES = Path(__file__).resolve().parent.parent / "docs" / "examples"
REPORT, EXPORT = "hai-hau.xlsx", "ha-nam.csv"

PAGE = "https://www.facebook.com/"
NOT_YET = "Chưa xây dựng"


class Filled(NamedTuple):
    """What was written into a row of the form; no name: the one in the form stayed."""

    link: str | None
    name: str | None = None


FILLED = {
    "Huyện Hải Hậu": Filled(f"{PAGE}mattranhaihau"),
    "Thị trấn Yên Định": Filled("https://m.facebook.com/mattranyendinh?mibextid=ZbWKwL"),
    "Thị trấn Cồn": Filled(None, "mặt trận thị trấn Cồn Hải Hậu Nam Định"),
    "Xã Hải Nam": Filled(f"{PAGE}mattranhainam", "MÆt trËn H¶i Nam H¶i HËu Nam §Þnh"),
    "Xã Hải Trung": Filled(f"{PAGE}mattranhaitrung", "Mặt trận Hải Trung Nam Định"),
    "Xã Hải Vân": Filled(f"{PAGE}groups/724488420"),
    "Xã Hải Minh": Filled(f"{PAGE}mattranhaiminh", "Mat tran Hai Minh - Hải Hậu"),
    "Xã Hải Anh": Filled(f"{PAGE}mttqhaianh", "MTTQ xã Hải Anh huyện Hải Hậu tỉnh Nam Định"),
    "Xã Hải Hưng": Filled(f"{PAGE}mattranhaihung", "Mặt trận Hải Hưng Xuân Trường Nam Định"),
    "Xã Hải Đường": Filled(f"{PAGE}mattranhaiduong"),
    "Xã Hải Xuân": Filled(f"{PAGE}haixuan24h", "Tin tức Hải Xuân 24h"),
}
OFFICERS = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường")
BUILT = datetime(2022, 1, 20)


def filled_form() -> Workbook:
    """Return the form of Hải Hậu, filled in; names and telephone numbers of officers are invented."""
    with tempfile.TemporaryDirectory() as folder:
        form = Path(folder) / "form.xlsx"
        command = [sys.executable, "-m", "fanpage_names", "form", "Hải Hậu", "--quiet", "--no-config", "-o", str(form)]
        subprocess.run(command, check=True)
        book = load_workbook(form)
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for number, row in enumerate(sheet.iter_rows(min_row=12)):
        _, unit, name, link, officer, telephone, day, note = row
        if filled := FILLED.get(str(unit.value)):
            name.value = filled.name or name.value
            link.value = filled.link
            officer.value = OFFICERS[number % len(OFFICERS)]
            telephone.value = f"09000000{number:02}"
            day.value = BUILT
        elif name.value and "Mặt trận" in str(name.value):
            note.value = NOT_YET
    return book


def main() -> None:
    """Write the examples."""
    filled_form().save(EXAMPLES / REPORT)
    with (EXAMPLES / EXPORT).open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, lineterminator="\r\n").writerows(wide(province(2021, "35")))


if __name__ == "__main__":
    main()
