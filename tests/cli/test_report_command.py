"""`report` as users run it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document

from tests.cli.running import Run
from tests.overview.books import OFFICERS, TELEPHONES, both


@pytest.fixture
def books(tmp_path: Path) -> list[str]:
    return both(tmp_path)


def test_figures_in_a_pipe_are_csv(run: Run, books: list[str]) -> None:
    done = run("report", *books, "--on", "1/3/2022", "--quiet")
    assert (done.status, done.err) == (0, "")
    rows = {(row["unit"], row["type"], row["level"]): row for row in csv.DictReader(io.StringIO(done.out))}
    assert rows["Hải Hậu", "huyện", "commune"]["pages"] == "26"
    total = rows["Nam Định", "tỉnh", "commune"]
    assert [total[key] for key in ("units", "pages", "needed", "state", "short")] == [
        "226",
        "44",
        "113",
        "on course",
        str(sum(int(row["short"]) for row in rows.values() if row["type"] != "tỉnh" and row["level"] == "commune")),
    ]


@pytest.mark.parametrize("ending", ["txt", "csv", "tsv", "json", "xlsx", "html", "md"])
def test_the_ending_tells_the_format(ending: str, run: Run, books: list[str], tmp_path: Path) -> None:
    done = run("report", *books, "-o", f"out.{ending}", "-q")
    assert (done.status, done.out, done.err) == (0, "", "")
    assert (tmp_path / f"out.{ending}").stat().st_size > 500
    assert run("report", *books, "-o", f"out.{ending}", "-q").status == 2, "an output is replaced only with --force"


def test_no_file_at_all_gives_a_report(run: Run) -> None:
    done = run("report", "--format", "md", "--on", "2022-01-30")
    assert done.status == 0
    assert "names read: 0" in done.out
    assert "0/226" in done.out


def test_a_file_that_cannot_be_read_leaves_the_others(run: Run, books: list[str]) -> None:
    done = run("report", "khong-co.xlsx", books[0], "-q", "--format", "json")
    assert done.status == 2
    assert "khong-co.xlsx: no such file" in done.err
    assert json.loads(done.out)["whole"]["levels"]["commune"]["pages"] == 26


def test_what_is_new_since_an_earlier_report(run: Run, books: list[str]) -> None:
    assert run("report", books[0], "--on", "2022-02-01", "-o", "truoc.json", "-q").status == 0
    done = run("report", *books, "--against", "truoc.json", "--format", "json", "-q")
    found = json.loads(done.out)
    assert found["since"] == "2022-02-01"
    assert {change["kind"] for change in found["changes"]} == {"added"}
    assert len(found["changes"]) == 19
    assert (
        "New since 2022-02-01: pages added (19)"
        in run("report", *books, "--against", "truoc.json", "--format", "md").out
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--on", "31/02/2022"), "--on 31/02/2022: there is no such day"),
        (("--against", "khong-co.json"), "khong-co.json: cannot be read"),
        (("--against", "bao-cao-hai-hau.xlsx"), "bao-cao-hai-hau.xlsx: not a report"),
        (("--against", "khac.json"), "khac.json: this report is on the list ninh_binh_2025, not nam_dinh_units"),
        (("--district", "Hải Minh"), "xã Hải Minh is no district"),
        (("--letter", "a.docx", "--template", "khong-co.docx"), "khong-co.docx: cannot be read"),
        (("--letter", "a.docx", "--template", "khac.json"), "khac.json: cannot be opened as a letter's template"),
        (("--letter", "bao-cao-hai-hau.xlsx/a/"), "cannot be made"),
        (("--format", "pdf"), "--format pdf"),
        (("--by", "cluster"), "--by cluster: no column “Cụm” (cluster) in the files"),
        (("--by", "former-district"), "--by former-district: the list nam_dinh_units has districts"),
    ],
)
def test_what_cannot_be_done(arguments: tuple[str, ...], said: str, run: Run, books: list[str]) -> None:
    assert run("report", "--units", "ninh_binh_2025", "-o", "khac.json", "-q").status == 0
    done = run("report", books[0], *arguments, "-q")
    assert done.status == 2
    assert said in done.err
    assert len(done.err.splitlines()) == 1


def test_letters_one_for_each_district_in_a_folder(run: Run, books: list[str], tmp_path: Path) -> None:
    done = run("report", *books, "--letter", "cong-van/", "--on", "2022-03-01")
    assert done.status == 0
    assert "cong-van/: letters written: 10" in done.err
    files = sorted((tmp_path / "cong-van").iterdir())
    assert [file.name for file in files][::9] == ["356-thanh-pho-nam-dinh.docx", "366-huyen-hai-hau.docx"]
    letter: Any = Document(str(files[-1]))
    assert [len(table.rows) for table in letter.tables] == [2, 1 + 8, 1 + 15, 1]
    assert run("report", *books, "--letter", "cong-van/", "-q").status == 2, "letters are replaced only with --force"


def test_a_letter_to_one_district_or_all_in_one_file(run: Run, books: list[str], tmp_path: Path) -> None:
    assert run("report", *books, "--district", "Hải Hậu", "--letter", "mot.docx", "-q").status == 0
    assert run("report", *books, "--letter", "tat-ca.docx", "-q").status == 0
    one: Any = Document(str(tmp_path / "mot.docx"))
    every: Any = Document(str(tmp_path / "tat-ca.docx"))
    assert (len(one.sections), len(every.sections)) == (1, 10)


def test_a_link_without_a_name_counts_for_the_unit_beside_it(run: Run, tmp_path: Path) -> None:
    text = "Tên trang,Đường link,Đơn vị\nMặt trận Hải Hậu Nam Định,fb.com/mattran.haihau,Hải Hậu\n"
    text += ",https://www.facebook.com/mattran.haiminh,xã Hải Minh huyện Hải Hậu\n"
    (tmp_path / "nop.csv").write_text(text, encoding="utf-8")
    done = run("report", "nop.csv", "--format", "md", "--on", "2022-03-01", "--letter", "a.docx", "-q")
    assert (done.status, done.err) == (0, "")
    assert "names read: 1" in done.out
    assert "Links without a name yet (1)" in done.out
    assert "Xã Hải Minh → Mặt trận Hải Minh Hải Hậu Nam Định" in done.out
    letters: Any = Document(str(tmp_path / "a.docx"))
    wrong = [cell.text for table in letters.tables for row in table.rows for cell in row.cells]
    assert "(chưa ghi tên)" in wrong
    (_, nameless) = map(json.loads, run("check", "nop.csv", "-q", "--format", "jsonl").out.splitlines())
    assert (nameless["submitted"], nameless["status"], nameless["context"]) == ("", "deviates", "unit-column")
    assert nameless["unit"]["code"] == "14233"
    assert [found["code"] for found in nameless["diagnostics"]] == ["FN401"]


def test_nobody_to_remind(run: Run, tmp_path: Path) -> None:
    (tmp_path / "du.txt").write_text(run("generate", "Hải Hậu", "-q", "--format", "csv").out, encoding="utf-8")
    done = run("report", "du.txt", "--district", "Hải Hậu", "--letter", "a.docx")
    assert done.status == 0
    assert "no letter written" in done.err
    assert not (tmp_path / "a.docx").exists()


@pytest.mark.parametrize("ending", ["txt", "csv", "json", "xlsx", "html", "md"])
def test_persons_only_with_contacts(ending: str, run: Run, books: list[str], tmp_path: Path) -> None:
    def said(file: str) -> str:
        if ending != "xlsx":
            return (tmp_path / file).read_text(encoding="utf-8")
        return repr([list(sheet.values) for sheet in openpyxl.load_workbook(tmp_path / file).worksheets])

    run("report", *books, "-o", f"a.{ending}", "-q")
    run("report", *books, "-o", f"b.{ending}", "-q", "--with-contacts")
    assert not [secret for secret in (*OFFICERS, *TELEPHONES) if secret in said(f"a.{ending}")]
    assert (OFFICERS[0] in said(f"b.{ending}")) is (ending != "csv")


@pytest.mark.parametrize("ending", ["txt", "md", "html", "json", "xlsx"])
def test_files_that_cannot_be_read_are_named_in_every_report(
    ending: str, run: Run, books: list[str], tmp_path: Path
) -> None:
    (tmp_path / "quet.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "anh.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    (tmp_path / "hong.xlsx").write_bytes(Path(books[0]).read_bytes()[:3000])
    done = run("report", str(tmp_path), "-o", f"../out.{ending}", "--letter", "../cong-van.docx", "--force", "-q")
    assert done.status == 2
    out, letter = tmp_path.parent / f"out.{ending}", tmp_path.parent / "cong-van.docx"
    if ending == "xlsx":
        cells = (cell for sheet in openpyxl.load_workbook(out) for row in sheet.values for cell in row)
        shown = " ".join(str(cell) for cell in cells)
    else:
        shown = out.read_text("utf-8")
    for text in (shown, done.err, "".join(paragraph.text for paragraph in Document(str(letter)).paragraphs)):
        for name in ("quet.pdf", "anh.jpg", "hong.xlsx"):
            assert name in text


NINH_BINH = "Tên trang;Đường link;Cụm\nMặt trận Hải Anh Ninh Bình;https://www.facebook.com/haianh;Cụm 2\n"


def test_targets_clusters_and_former_districts_of_a_province_of_two_levels(run: Run, tmp_path: Path) -> None:
    (tmp_path / "nop.csv").write_text(NINH_BINH, encoding="utf-8")
    told = ("report", "nop.csv", "--units", "ninh_binh_2025", "--on", "2026-11-30", "--lang", "vi")
    by_district = run(*told, "--target", "80% xã trước 31/12/2026", "--format", "md").out
    assert "80% cấp xã trước ngày 31/12/2026: 1/129 (0,8%), còn hạn, thiếu 103" in by_district
    assert "| Huyện Hải Hậu (cũ) | 1/8 | 12,5% |\n" in by_district  # the target is the province's
    assert "| Cộng | 1/129 | 0,8% |\n" in by_district
    by_cluster = run(*told, "--by", "cluster", "--format", "md").out
    assert "| Cụm 2 | 1/1 | 100% |" in by_cluster
    one = run(*told, "--district", "hai hau", "--format", "json").out
    assert '"pages": 1' in one
    (tmp_path / "fanpage-names.yaml").write_text(
        "targets: [{level: commune, share: 80, before: 2026-12-31}]\n", encoding="utf-8"
    )
    assert run(*told, "--format", "md").out == by_district
    (tmp_path / "fanpage-names.yaml").unlink()
    for wrong in (("--target", "80 phần trăm"), ("--target", "80% huyện 31/12/2026"), ("--district", "Hải Anh")):
        done = run(*told, *wrong)
        assert (done.status, done.err.count("\n")) == (2, 1), done.err
