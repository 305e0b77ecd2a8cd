"""What columns are called wherever people read rows: one word for one thing, on paper, on screen and in workbooks."""

from __future__ import annotations

from fanpage_names.lang import Text

NUMBER = Text("TT", "No.")
FILE = Text("Tệp", "File")
SHEET = Text("Trang tính", "Sheet")
ROW = Text("Dòng", "Row")
WHERE = Text("Ở đâu", "Where")
UNIT = Text("Đơn vị", "Unit")
UNIT_CODE = Text("Mã đơn vị", "Unit code")
SUBMITTED = Text("Tên đã báo cáo", "Submitted name")
STATUS = Text("Kết quả", "Status")
WRONG = Text("Sai lệch", "What is wrong")
RIGHT = Text("Tên đúng", "Right name")
SAFE_FIX = Text("Sửa an toàn", "Safe fix")
CODES = Text("Mã quy tắc", "Codes")
LINK = Text("Đường link", "Link")
