"""A report with something of everything, and its outputs."""

from __future__ import annotations

from datetime import date

from fanpage_names.coverage.changes import changes
from fanpage_names.coverage.overview import Report
from fanpage_names.reports.overview.json_record import read_earlier
from fanpage_names.reports.overview.report_formats import FORMATS
from fanpage_names.rows import Row
from fanpage_names.tables.formats import Options
from tests.overview.books import OFFICERS, TELEPHONES, counted
from tests.reports import words_of

ON = date(2022, 3, 1)

LINK = "https://www.facebook.com/mattran1"
ROWS = (
    Row("Mặt trận Hải Hậu Nam Định", "a.xlsx", "Biểu 01", 11, link=LINK, officer=OFFICERS[0], telephone=TELEPHONES[0]),
    Row("MTTQ Hải Minh Hải Hậu Nam Định", "a.xlsx", "Biểu 01", 12, link=LINK, officer=OFFICERS[1], note=OFFICERS[2]),
    Row("Mặt trận Hải Minh Hải Hậu Nam Định", "b.csv", None, 2, link="https://www.facebook.com/groups/1"),
    Row("Mặt trận Hải Anh Hải Hậu Nam Định", "b.csv", None, 3, unit="xã Hải Minh", telephone=TELEPHONES[1]),
    Row("=1+1|<script>alert('&')</script>\x1b[31m", "b.csv", None, 4, officer=OFFICERS[0]),
    Row("Mặt trận Quang Trung TP Nam Định Nam Định", "b.csv", None, 5, date="2022-06-01"),
)
EARLIER = b"""{"report": 1, "units": "nam_dinh_units", "on": "2022-02-01",
 "areas": [{"unit": {"code": "366"}}, {"unit": {"code": "356"}}],
 "pages": [{"unit": {"code": "366"}, "name": "Hai Hau", "status": "deviates", "link": null},
           {"unit": {"code": "13648"}, "name": "C\xe1\xbb\xada B\xe1\xba\xafc", "status": "deviates", "link": null}]}"""


def report(*, with_contacts: bool = False) -> Report:
    overview = counted(ROWS, ON, with_contacts=with_contacts)
    earlier = read_earlier(EARLIER, "earlier.json")
    return Report(overview, earlier.on, changes(earlier, overview))


def written(name: str, value: Report, options: Options) -> bytes:
    return words_of.written(FORMATS[name], value, options)
