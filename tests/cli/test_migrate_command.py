"""`migrate` as users run it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from tests.cli.running import Run, csv_rows
from tests.programs import in_office, page_count, printed


@pytest.fixture
def names(run: Run, tmp_path: Path) -> Path:
    """Return a file with the 236 official names of 2021 and a link column."""
    made = [row["page_name"] for row in csv_rows(run("generate", "-q").out)[1:]]
    path = tmp_path / "nop.csv"
    lines = ["Tên trang,Liên kết", *(f"{name},https://www.facebook.com/page.{n}" for n, name in enumerate(made))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_all_names_of_2021(run: Run, names: Path) -> None:
    done = run("migrate", names.name, "--to", "2025-07-01")
    assert (done.status, done.err) == (0, "fanpage-names: 236 pages: merge 226 (into 57), no unit follows 10\n")
    found = csv_rows(done.out)
    assert [int(row["row"]) for row in found] == list(range(2, 238))
    (hai_minh,) = (row for row in found if row["unit"] == "xã Hải Minh, huyện Hải Hậu")
    assert hai_minh == {
        "file": "nop.csv",
        "sheet": "",
        "row": "210",
        "submitted": "Mặt trận Hải Minh Hải Hậu Nam Định",
        "link": "https://www.facebook.com/page.208",
        "action": "merge",
        "list": "nam_dinh_units",
        "code": "14233",
        "unit": "xã Hải Minh, huyện Hải Hậu",
        "doubts": "",
        "new_code": "14236",
        "new_unit": "xã Hải Anh",
        "page_name": "Mặt trận Hải Anh Ninh Bình",
        "group": hai_minh["group"],
        "order": "2",
        "kept": "",
        "candidates": "",
        "changes": "merged into xã Hải Anh (14236) on 2025-07-01 (resolution 1674/NQ-UBTVQH15)",
    }
    group = [row for row in found if row["group"] == hai_minh["group"]]
    assert {row["unit"] for row in group if row["order"] == "1" and row["kept"] == "name"} == {
        "xã Hải Anh, huyện Hải Hậu"
    }


def test_to_another_day_and_in_vietnamese(run: Run, names: Path) -> None:
    done = run("migrate", names.name, "--to", "1/10/2024", "--lang", "vi")
    assert done.err == "fanpage-names: 236 trang: giữ nguyên 151, đổi tên 6, gộp 79 (còn 27 trang)\n"
    assert run("migrate", names.name, "--to", "nam_dinh_2024", "--lang", "vi").out == done.out


def test_together_and_quiet(run: Run, names: Path) -> None:
    done = run("migrate", names.name, "--to", "2025-07-01", "--together", "-q")
    assert done.err == ""
    groups = [row["group"] for row in csv_rows(done.out) if row["group"]]
    assert len(groups) == 226
    assert len({(a, b) for a, b in pairwise(groups) if a != b}) == 56
    assert [row["order"] for row in csv_rows(done.out) if row["group"] == "1"] == [str(n) for n in range(1, 19)]


@pytest.mark.parametrize("ending", ["csv", "tsv", "json", "jsonl"])
def test_every_format_for_programs_has_every_row(run: Run, names: Path, tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"moi.{ending}"
    assert run("migrate", names.name, "--to", "2025-07-01", "-o", target.name).status == 0
    text = target.read_text(encoding="utf-8-sig")
    assert text.count("xã Hải Minh, huyện Hải Hậu") == 1
    assert text.count("nam_dinh_units") == 236


@pytest.mark.parametrize("ending", ["md", "html", "txt"])
def test_every_list_for_people_has_every_page(run: Run, names: Path, tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"moi.{ending}"
    assert run("migrate", names.name, "--to", "2025-07-01", "-o", target.name).status == 0
    text = target.read_text(encoding="utf-8-sig")
    assert "Mặt trận Hải Anh Ninh Bình" in text
    assert len(re.findall(r"facebook\.com/(?:<wbr>)?page\.\d+", text)) == 236


PAGES = """STT;Tên trang;Đường link;Cán bộ phụ trách;Số điện thoại
1;Mặt trận Hải Hậu Nam Định;https://www.facebook.com/mattranhaihau;;
2;Mặt trận Hải Minh Hải Hậu Nam Định;https://www.facebook.com/mattranhaiminh;Trần Thị B;0912345679
3;MTTQ xã Hải Anh huyện Hải Hậu tỉnh Nam Định;https://www.facebook.com/mttqhaianh;;
4;Mặt trận Cồn Hải Hậu Nam Định;;;
5;Tin tức 24h;https://www.facebook.com/haihau24h;;
"""


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    path = tmp_path / "trang.csv"
    path.write_text(PAGES, encoding="utf-8")
    return path


def sheet_of(path: Path) -> Sequence[tuple[object, ...]]:
    from openpyxl import load_workbook

    (sheet,) = load_workbook(path).worksheets
    found = list(sheet.iter_rows(values_only=True))
    return found[next(at for at, row in enumerate(found) if row[0] == "TT") :]


def test_the_workbook_is_for_people(run: Run, pages: Path, tmp_path: Path) -> None:
    assert run("migrate", pages.name, "--to", "2025-07-01", "--lang", "vi", "-o", "moi.xlsx").status == 1
    head, closed, kept, merged, unlinked, unknown = sheet_of(tmp_path / "moi.xlsx")
    assert head[:6] == ("TT", "Tên hiện nay", "Tên mới", "Việc cần làm", "Đề xuất giữ lại", "Đường link")
    assert closed[3] == "không có đơn vị kế thừa"
    assert str(closed[4]).startswith("giao cho một trong: xã Hải Hậu, ")
    assert kept[1:5] == (
        "MTTQ xã Hải Anh huyện Hải Hậu tỉnh Nam Định",
        "Mặt trận Hải Anh Ninh Bình",
        "giữ lại, đổi tên",
        "trang này (đơn vị mới giữ tên này)",
    )
    assert merged[3:7] == (
        "gộp vào trang giữ lại",
        f"“{kept[1]}”",
        "facebook.com/mattranhaiminh",
        "Trần Thị B, 0912345679",
    )
    assert merged[7] == "sáp nhập từ 01/07/2025, Nghị quyết 1674/NQ-UBTVQH15, khoản 46 Điều 1"
    assert (unlinked[5], unknown[3], unknown[-1]) == ("chưa có", "xem lại: không rõ đơn vị", "6")


@in_office
def test_eleven_pages_are_printed_on_one_sheet(run: Run, names: Path, tmp_path: Path) -> None:
    eleven = "".join(names.read_text(encoding="utf-8").splitlines(keepends=True)[:12])
    (tmp_path / "it.csv").write_text(eleven, encoding="utf-8")
    run("migrate", "it.csv", "--to", "2025-07-01", "--lang", "vi", "-o", "moi.xlsx")
    assert page_count(*printed(tmp_path, tmp_path / "moi.xlsx")) == 1


def test_officers_are_named_only_where_the_file_is_to_be_worked_with(run: Run, pages: Path, tmp_path: Path) -> None:
    for form in ("html", "json", "csv"):
        assert "0912345679" not in run("migrate", pages.name, "--to", "2025-07-01", "--format", form).out
    with_contacts = run("migrate", pages.name, "--to", "2025-07-01", "--format", "html", "--with-contacts").out
    assert "0912345679" in with_contacts


def test_a_letter_for_each_new_commune(run: Run, pages: Path, tmp_path: Path) -> None:
    from docx import Document

    done = run("migrate", pages.name, "--to", "2025-07-01", "--letter", "thu/", "--until", "31/12/2026", "-o", "a.csv")
    assert "thu/: letters written: 2 (xã Hải Tiến, xã Hải Anh)" in done.err
    letter = Document(str(tmp_path / "thu" / "14236-xa-hai-anh.docx"))
    text = "\n".join(paragraph.text for paragraph in letter.paragraphs)
    assert "tên trang của Mặt trận xã Hải Anh là: “Mặt trận Hải Anh Ninh Bình”" in text
    assert "2 trang sau gộp thành một trang của xã Hải Anh" in text
    assert "làm xong trước ngày 31/12/2026" in text
    assert "{{" not in text
    cells = [cell.text for row in letter.tables[1].rows[1:] for cell in row.cells]
    assert cells[1].splitlines() == ["MTTQ xã Hải Anh huyện Hải Hậu tỉnh Nam Định", "facebook.com/mttqhaianh"]
    assert cells[7] == "gộp vào trang giữ lại"


def test_a_name_without_a_link_is_asked_for_and_not_renamed(run: Run, tmp_path: Path) -> None:
    from docx import Document

    (tmp_path / "nop.csv").write_text(
        "Tên trang;Đường link\nMặt trận Hải Anh Hải Hậu Nam Định;\n"
        "Mặt trận Hải Minh Hải Hậu Nam Định;facebook.com/haiminh\n"
        "MTTQ xã Hải Anh;facebook.com/haianh\n",
        encoding="utf-8",
    )
    told = ("migrate", "nop.csv", "--units", "ninh_binh_2025", "--lang", "vi")
    lines = run(*told, "--format", "text", "--letter", "thu.docx").out.splitlines()
    assert [line for line in lines if "Hải Anh Hải Hậu" in line and "chưa có trang, đường link; cần bổ sung" in line]
    letter = Document(str(tmp_path / "thu.docx"))
    assert "2 trang sau gộp thành một trang của xã Hải Anh" in "\n".join(each.text for each in letter.paragraphs)
    names = [row.cells[1].text.splitlines()[0] for row in letter.tables[1].rows[1:]]
    assert names[-1] == "Mặt trận Hải Anh Hải Hậu Nam Định"
    assert len(names) == 3


def test_a_day_that_is_none_is_refused(run: Run, pages: Path) -> None:
    done = run("migrate", pages.name, "--letter", "thu/", "--until", "31/02/2026")
    assert done.status == 2
    assert "--until 31/02/2026" in done.err


def test_html_loads_nothing_and_shows_signs_as_they_are(run: Run) -> None:
    done = run("migrate", "--name", "<b>Mặt trận Hải Minh</b>", "--format", "html", "--to", "2025-07-01")
    assert "<b>" not in done.out
    assert "&lt;b&gt;" in done.out
    assert "http://" not in done.out
    assert "https://" not in done.out
    assert "default-src 'none'" in done.out


def test_sources(run: Run) -> None:
    name = "Mặt trận Hạ Long TP Nam Định Nam Định"
    (row,) = json.loads(run("migrate", "--name", name, "--to", "2024-10-01", "--sources", "--format", "json").out)
    assert row["evidence"].startswith("resolution 1104/NQ-UBTVQH15 [press: https://baochinhphu.vn/")
    (row,) = json.loads(run("migrate", "--name", name, "--to", "2024-10-01", "--format", "json").out)
    assert "evidence" not in row


def test_unclear_pages_are_listed_and_make_the_status_1(run: Run) -> None:
    arguments = ("migrate", "--name", "Mặt trận Nam Định", "--name", "xyz", "--to", "2025-07-01")
    done = run(*arguments)
    assert (done.status, done.err) == (1, "fanpage-names: 2 pages: ambiguous 1, unknown 1\n")
    assert csv_rows(done.out)[0]["candidates"] == (
        "tỉnh Nam Định (36) → tỉnh Ninh Bình (37); thành phố Nam Định (356) → –"
    )
    assert run(*arguments, "--exit-zero").status == 0


def test_from_standard_input_and_from_a_later_list(run: Run) -> None:
    done = run("migrate", "-", "--from", "2024-10-01", "--to", "2025-07-01", stdin="MTTQ xã Mỹ Lộc TP Nam Định\n")
    (row,) = csv_rows(done.out)
    assert (row["list"], row["unit"]) == ("nam_dinh_2024", "xã Mỹ Lộc, thành phố Nam Định")


def test_doubts_are_named(run: Run) -> None:
    done = run("migrate", "--name", "Mặt trận thị trấn Hải Minh Hải Hậu Nam Định", "--to", "2025-07-01")
    assert done.err == "fanpage-names: 1 page: rename 1; for a person to look at: 1\n"
    assert csv_rows(done.out)[0]["doubts"] == "FN407"


def test_nothing_to_migrate(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.csv").write_text("Tên trang\n", encoding="utf-8")
    done = run("migrate", "empty.csv", "--to", "2025-07-01")
    assert done.status == 0
    assert done.err.endswith("fanpage-names: 0 pages\n")
    assert len(done.out.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("migrate",), "migrate: give a FILE, - (standard input) or --name TEXT"),
        (("migrate", "--name", "x", "--to", "2024-13-01"), "2024-13-01: there is no such day; write it as 2024-10-01"),
        (("migrate", "--name", "x", "--to", "2021-01-01", "--from", "2024-10-01"), "nam_dinh_units is before nam_"),
        (("migrate", "--name", "x", "--to", "tomorrow"), "tomorrow: no such province, list or file; "),
        (("migrate", "none.csv", "--to", "2025-07-01"), "none.csv: "),
        (("units", "history", "Hải Mèo"), "no unit “Hải Mèo” in the list Nam Định, 31/12/2021 (nam_dinh_units)"),
        (("units", "history", "x", "--units", "my.yaml"), "my.yaml: a file of your own has no history; "),
        (("units", "diff", "2025-08-01", "2021-08-01"), "ninh_binh_2021 is before ninh_binh_2025"),
        (("generate", "--as-of", "31/2/2024"), "31/2/2024: there is no such day"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_status_2(run: Run, arguments: tuple[str, ...], said: str) -> None:
    done = run(*arguments)
    assert done.status == 2
    assert done.err.splitlines()[0].startswith(f"fanpage-names: {said}")


def test_a_table_shows_what_people_need(run: Run, pages: Path) -> None:
    done = run("migrate", pages.name, "--to", "2025-07-01", "--format", "table", "--lang", "vi", "-q")
    file, head, closed, kept, merged, *_ = (re.split(r"\s{2,}", line) for line in done.out.splitlines())
    assert file == ["trang.csv"]
    assert head == ["Dòng", "Tên hiện nay", "Tên mới", "Việc cần làm"]
    assert closed[0] == "2"
    assert kept[0] == "4"
    assert merged == ["3", "Mặt trận Hải Minh Hải Hậu Nam Định", "└ Mặt trận Hải Anh Ninh Bình", "gộp vào dòng 4"]
    assert "https://" not in done.out


def test_the_page_that_most_people_follow_is_kept(run: Run) -> None:
    head, first, second = "Tên trang,Đường link,Lượt theo dõi", '"1,2K"', "1.199"
    names = ("Mặt trận Hải Minh Hải Hậu Nam Định,fb.com/mattranhaiminh", "MTTQ Hải Anh Hải Hậu,fb.com/mattranhaianh")
    for counts, kept in (((first, second), names[0]), ((second, first), names[1])):
        lines = [head, *(f"{name},{count}" for name, count in zip(names, counts, strict=True))]
        done = run("migrate", "-", "--to", "2025-07-01", "--format", "md", "-q", stdin="\n".join(lines))
        _, _, page, _ = (line.split(" | ") for line in done.out.splitlines())
        assert (page[1], page[4]) == (kept.partition(",")[0], "this page (most followers)")


def test_what_may_be_meant_is_shown_for_a_person_to_choose(run: Run) -> None:
    names = ("--name", "Mặt trận Cống Vị Ba Đình Hà Nội", "--name", "Mặt trận phường Quang Trung")
    done = run("migrate", *names, "--from", "ha_noi_2024", "--to", "2025-07-01", "--format", "md", "-q")
    split, unclear = (line.split(" | ") for line in done.out.splitlines()[2:])
    assert split[2:4] == ["one of: Mặt trận Giảng Võ Hà Nội; Mặt trận Ngọc Hà Hà Nội", "look: several units"]
    assert unclear[4].startswith("may be: phường Quang Trung, quận Đống Đa; phường Quang Trung, quận Hà Đông; ")
