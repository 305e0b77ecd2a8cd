"""Documents that offices print and sign: every command that has one writes what can be opened and read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Run
from tests.reports.words_of import docx_text

FILE = "Tên trang;Đường link\nMTTQ xã Hải Anh <b>;https://www.facebook.com/haianh\n=1+1;https://www.facebook.com/a\n"
"""A name that deviates, with signs that mark-up is made of, and one that means no unit."""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("generate", "Hải Anh"), "Mặt trận Hải Anh Ninh Bình"),
        (("check", "nop.csv"), "MTTQ xã Hải Anh <b>"),
        (("report", "nop.csv"), "Huyện Hải Hậu (cũ)"),
        (("migrate", "nop.csv"), "Mặt trận Hải Anh Ninh Bình"),
    ],
    ids=lambda case: case[0] if isinstance(case, tuple) else "",
)
def test_a_document(arguments: tuple[str, ...], said: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "nop.csv").write_text(FILE, encoding="utf-8")
    done = run(*arguments, "--units", "ninh_binh_2025", "--lang", "vi", "-o", "ra.docx")
    assert done.status < 2, done.err
    assert said in docx_text((tmp_path / "ra.docx").read_bytes())
