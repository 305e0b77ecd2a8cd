"""Reminders: to whom, what they say, from which template."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from fanpage_names.check import Checker, check_rows
from fanpage_names.coverage.counting import count
from fanpage_names.coverage.overview import Overview
from fanpage_names.errors import UseError
from fanpage_names.reports.letter_template import Letter, Template
from fanpage_names.reports.overview.reminder import letters
from fanpage_names.rows import Row
from fanpage_names.units.loading import load_units
from tests.overview.books import CHECKER, OFFICERS, TELEPHONES, UNITS, both, checked, counted
from tests.programs import in_office, printed, printed_text

SHIPPED = (Path(__file__).parents[2] / "data" / "letter.docx").read_bytes()
ON = date(2022, 3, 1)


def made(found: list[Letter], template: bytes = SHIPPED) -> Any:
    stream = io.BytesIO()
    Template(template, "mau.docx").write(found, stream)
    return Document(io.BytesIO(stream.getvalue()))


def text(document: Any) -> str:
    return "\n".join(node.text or "" for node in document.element.body.iter() if node.tag.endswith("}t"))


def tables(document: Any) -> list[list[list[str]]]:
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]


def of(overview: Overview, code: str) -> Letter:
    return next(letter for letter in letters(overview) if letter.unit.code == code)


def template(*paragraphs: str) -> bytes:
    document: Any = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_the_letter_names_what_is_missing_and_what_to_write(tmp_path: Path) -> None:
    overview = count(UNITS, checked(*both(tmp_path)), ON)
    document = made([of(overview, "366")])
    head, missing, wrong, foot = tables(document)
    assert head[0][0].splitlines()[:3] == ["ỦY BAN MTTQ VIỆT NAM", "TỈNH NAM ĐỊNH", "BAN THƯỜNG TRỰC"]
    assert head[0][1].splitlines()[0] == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert head[1][0].splitlines()[1].startswith("V/v ")
    assert head[1][1] == "Nam Định, ngày 01 tháng 3 năm 2022"
    assert missing == [
        ["TT", "Đơn vị", "Tên trang cần đặt"],
        ["1", "Thị trấn Yên Định", "Mặt trận Yên Định Hải Hậu Nam Định"],
        ["2", "Thị trấn Cồn", "Mặt trận Cồn Hải Hậu Nam Định"],
        ["3", "Xã Hải Hà", "Mặt trận Hải Hà Hải Hậu Nam Định"],
        ["4", "Xã Hải Lộc", "Mặt trận Hải Lộc Hải Hậu Nam Định"],
        ["5", "Xã Hải Sơn", "Mặt trận Hải Sơn Hải Hậu Nam Định"],
        ["6", "Xã Hải Phong", "Mặt trận Hải Phong Hải Hậu Nam Định"],
        ["7", "Xã Hải Cường", "Mặt trận Hải Cường Hải Hậu Nam Định"],
        ["8", "Xã Hải Hòa", "Mặt trận Hải Hòa Hải Hậu Nam Định"],
    ]
    assert len(wrong) == 1 + 15
    assert wrong[12] == ["12", "Xã Hải Cường", "MTTQ Hải Cường Hải Hậu Nam Định", "Mặt trận Hải Cường Hải Hậu Nam Định"]
    assert "Nơi nhận:" in foot[0][0]
    assert "Kính gửi: Ban Thường trực Ủy ban MTTQ Việt Nam huyện Hải Hậu" in text(document)
    assert "26/34 đơn vị cấp xã đã có trang (76,5%)" in text(document)
    assert "{{" not in text(document)
    assert not [secret for secret in (*OFFICERS, *TELEPHONES) if secret in text(document)]


def test_the_day_to_come_is_the_letter_s_day_and_the_past_one_is_not() -> None:
    early, late = counted([], date(2022, 1, 5)), counted([], date(2022, 5, 12))
    assert of(early, "366").fields["han"] == "trước ngày 31/01/2022"
    assert of(late, "366").fields["han"] == "trong thời gian sớm nhất"
    assert (of(early, "366").fields["ngay"], of(early, "366").fields["thang"]) == ("05", "01")
    assert (of(late, "366").fields["ngay"], of(late, "366").fields["thang"]) == ("12", "5")


def test_who_has_nothing_to_do_gets_no_letter() -> None:
    done = [Row(CHECKER.canonical(unit)) for unit in UNITS.below(UNITS.by_code["366"])]
    codes = [letter.unit.code for letter in letters(counted(done))]
    assert codes == [unit.code for unit in UNITS.at_level("district") if unit.code != "366"]
    last = CHECKER.canonical(UNITS.by_code["14233"])
    wrong = [Row(last.upper()) if row.name == last else row for row in done]
    letter = of(counted(wrong), "366")
    assert (letter.lists["thieu"], len(letter.lists["sai"])) == ([], 1)
    said = text(made([letter]))
    assert "Các đơn vị chưa có trang" not in said
    assert "Các trang đặt tên chưa đúng mẫu (1 trang)" in said


def test_a_list_without_districts_has_one_letter_to_its_communes() -> None:
    checker = Checker(load_units("ninh_binh_2025"))
    (letter,) = letters(count(checker.units, check_rows(checker, []), ON))
    assert letter.fields["don_vi"] == "các xã, phường"
    assert len(letter.lists["thieu"]) == 129
    assert "Chỉ tiêu" not in text(made([letter]))


def test_letters_in_one_file_begin_a_page_each() -> None:
    every = list(letters(counted([])))
    document = made(every)
    assert len(document.sections) == len(every) == 10
    assert text(document).count("Kính gửi") == 10
    assert text(document).index("huyện Mỹ Lộc") < text(document).index("huyện Hải Hậu")


def test_files_of_letters_have_plain_names_of_their_own() -> None:
    names = [letter.file_name for letter in letters(counted([]))]
    assert names[0] == "356-thanh-pho-nam-dinh.docx"
    assert len(set(names)) == 10


def test_a_submitted_name_is_never_read_as_a_field_and_shows_no_hidden_sign() -> None:
    rows = [Row("Mặt trận Hải Minh Hải Hậu Nam\u200b Định\x07 {{tinh}} {{khong}}")]
    letter = of(counted(rows), "366")
    wrong = tables(made([letter]))[2]
    assert wrong[1][2] == "Mặt trận Hải Minh Hải Hậu Nam Định {{tinh}} {{khong}}"


def test_an_office_s_own_template() -> None:
    document: Any = Document()
    paragraph = document.add_paragraph()
    for piece in ("Gửi {", "{do", "n_vi}", "}, ", "{{ tinh }}."):
        paragraph.add_run(piece).bold = piece == "Gửi {"
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "{{thieu.don_vi}} ({{don_vi}})", "x"
    stream = io.BytesIO()
    document.save(stream)
    done = made([of(counted([]), "366")], stream.getvalue())
    assert done.paragraphs[0].text == "Gửi huyện Hải Hậu, tỉnh Nam Định."
    assert done.paragraphs[0].runs[0].bold
    assert tables(done)[0][0] == ["Huyện Hải Hậu (huyện Hải Hậu)", "x"]
    assert len(tables(done)[0]) == 35


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"no docx", "mau.docx: cannot be opened"),
        (template("Gửi {{ai_do}}"), r"\{\{ai_do\}\}.*the fields: TINH, tinh"),
        (template("{{#thieu}}", "x"), "no pair"),
        (template("x", "{{/thieu}}"), "no pair"),
        (template("{{#thieu}}", "{{#sai}}", "{{/thieu}}", "{{/sai}}"), "no pair"),
        (template("{{#gi}}", "{{/gi}}"), r"\{\{gi\}\}"),
    ],
)
def test_a_template_that_cannot_be_filled(content: bytes, said: str) -> None:
    with pytest.raises(UseError, match=said):
        made(list(letters(counted([]))), content)


def test_a_table_row_of_an_unknown_list_is_refused() -> None:
    document: Any = Document()
    document.add_table(rows=1, cols=1).cell(0, 0).text = "{{gi.tt}}"
    stream = io.BytesIO()
    document.save(stream)
    with pytest.raises(UseError, match=r"\{\{gi\}\}"):
        made(list(letters(counted([]))), stream.getvalue())


@in_office
def test_libreoffice_opens_the_letters(tmp_path: Path) -> None:
    overview = count(UNITS, checked(*both(tmp_path)), ON)
    with (tmp_path / "letters.docx").open("wb") as stream:
        Template(SHIPPED, "letter.docx").write(list(letters(overview)), stream)
    shown = printed_text(*printed(tmp_path, tmp_path / "letters.docx"))
    assert shown.count("Độc lập - Tự do - Hạnh phúc") == 10
    assert "Mặt trận Hải Phong Hải Hậu Nam Định" in shown


def test_without_districts_each_commune_gets_a_letter_and_there_is_one_for_all() -> None:
    units = load_units("ninh_binh_2025")
    rows = [Row(f"Mặt trận {unit.label} Ninh Bình") for unit in units.at_level("commune") if unit.code != "14236"]
    overview = count(units, check_rows(Checker(units), rows), ON)
    together, own = letters(overview, each=True)
    assert (together.unit.code, own.unit.code) == ("37", "14236")
    assert list(letters(overview)) == [together]
    said = text(made([own]))
    assert "Kính gửi: Ban Thường trực Ủy ban MTTQ Việt Nam xã Hải Anh" in said
    assert "xã Hải Anh xây dựng trang" in said
    assert "đôn đốc các đơn vị nêu trên" not in said
    assert "tỉnh Ninh Bình có 128/129 đơn vị cấp xã" in said
    assert "Ủy ban MTTQ Việt Nam các xã, phường" in text(made([together]))
