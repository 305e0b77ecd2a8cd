"""`fix`: what is written, what is left, what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import Run
from tests.districts.cases import CASES, CHAT, FULL, HAI_MINH, fb
from tests.districts.writing import write_csv, write_docx, write_ods, write_xlsx

SAFE = "MTTQ Hải Hậu Nam Định"
UNSAFE = "Mặt trận Hải Minh Ý Yên Nam Định"
NOBODY = "Fanpage tin tức 24h"
LIST = f"STT;Tên trang;Ghi chú\n1;{SAFE};a\n2;{UNSAFE};b\n3;{NOBODY};c\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "nop.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def test_a_copy_with_the_safe_fixes(source: Path, run: Run, tmp_path: Path) -> None:
    done = run("fix", "nop.csv", "-o", "out.csv")
    assert (done.status, done.out) == (1, "")
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == "\ufeff" + LIST.replace(
        SAFE, "Mặt trận Hải Hậu Nam Định"
    )
    assert source.read_text(encoding="utf-8") == LIST
    assert done.err.splitlines()[1:] == [
        "fanpage-names: 3 names: 1 mended, 2 left",
        "fanpage-names: mended: FN402 × 1",
        "fanpage-names: left nop.csv, row 3: FN503",
        "fanpage-names: left nop.csv, row 4: FN501",
    ]


@pytest.mark.usefixtures("source")
def test_unsafe_fixes_where_asked_for(run: Run, tmp_path: Path) -> None:
    done = run("fix", "nop.csv", "-o", "out.csv", "--unsafe", "--lang", "vi")
    assert "Mặt trận Hải Minh Hải Hậu Nam Định" in (tmp_path / "out.csv").read_text(encoding="utf-8")
    assert "fanpage-names: 3 tên: đã sửa 2, còn lại 1" in done.err


@pytest.mark.usefixtures("source")
def test_diff_writes_nothing(run: Run, tmp_path: Path) -> None:
    done = run("fix", "nop.csv", "--diff", "-q")
    assert (done.status, done.err) == (1, "")
    assert done.out == (
        "--- nop.csv\n+++ nop.csv\n@@ -2,1 +2,1 @@\n-1;MTTQ Hải Hậu Nam Định;a\n+1;Mặt trận Hải Hậu Nam Định;a\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["nop.csv"]


@pytest.mark.parametrize(
    ("text", "arguments", "status"),
    [
        (f"{SAFE}\n", ["-o", "out.txt"], 0),
        (f"{SAFE}\n", ["--diff"], 1),
        (f"{SAFE}\n", ["--diff", "--exit-zero"], 0),
        (f"{NOBODY}\n", ["-o", "out.txt"], 1),
        (f"{NOBODY}\n", ["-o", "out.txt", "--exit-zero"], 0),
        (f"{NOBODY}\n", ["-o", "out.txt", "--ignore", "FN5"], 0),
        ("Mặt trận Hải Hậu Nam Định\n", ["--diff"], 0),
    ],
)
def test_exit_status(text: str, arguments: list[str], status: int, run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text(text, encoding="utf-8")
    assert run("fix", "in.txt", *arguments).status == status


def test_several_files_go_into_a_folder(source: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(f"{SAFE}\r\n", encoding="utf-8", newline="")
    (tmp_path / "out").mkdir()
    done = run("fix", "missing.txt", "nop.csv", "b.txt", "-o", "out")
    assert done.status == 2
    assert "fanpage-names: missing.txt: no such file" in done.err
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["b.txt", "nop.csv"]
    assert (tmp_path / "out" / "b.txt").read_bytes() == "Mặt trận Hải Hậu Nam Định\r\n".encode()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "fix: name the FILE to mend"),
        (["-", "-o", "out.csv"], "fix: name the FILE to mend"),
        (["nop.csv"], "fix: give -o FILE, or --diff to only look"),
        (["nop.csv", "-o", "nop.csv", "--force"], "nop.csv: this is an input file; write to another one"),
        (["nop.csv", "-o", "."], "nop.csv: this is an input file; write to another one"),
        (["nop.csv", "other/nop.csv", "-o", "out"], f"{Path('out/nop.csv')}: two files have this name"),
        (["nop.csv", "-o", "there.csv"], "there.csv: the file exists; add --force to replace it"),
    ],
)
@pytest.mark.usefixtures("source")
def test_what_is_refused(arguments: list[str], said: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "there.csv").write_text("mine", encoding="utf-8")
    done = run("fix", *arguments, "-q")
    assert done.status == 2
    assert done.err.startswith(f"fanpage-names: {said}")
    assert (tmp_path / "there.csv").read_text(encoding="utf-8") == "mine"


@pytest.mark.usefixtures("source")
def test_only_what_was_written_is_summed_up(run: Run, tmp_path: Path) -> None:
    (tmp_path / "there.csv").write_text("mine", encoding="utf-8")
    for arguments in (["nop.csv", "-o", "there.csv"], ["missing.csv", "-o", "new.csv"]):
        done = run("fix", *arguments)
        assert done.status == 2
        assert len(done.err.splitlines()) == 2, "the list in use, and what is wrong"


@pytest.mark.parametrize("ending", ["xlsx", "csv", "ods", "docx"])
@pytest.mark.parametrize(
    "name", ["name and link in one cell", "two tables side by side", "a merged column of districts"]
)
def test_a_mended_copy_has_every_name_right_and_all_else_as_it_was(
    name: str, ending: str, run: Run, tmp_path: Path
) -> None:
    case = CASES[name]
    source, target = tmp_path / f"a.{ending}", tmp_path / f"b.{ending}"
    {"xlsx": write_xlsx, "csv": write_csv, "ods": write_ods, "docx": write_docx}[ending](case, source)
    done = run("fix", source.name, "-o", target.name, "-q")
    read = [
        [json.loads(line) for line in run("check", one.name, "-q", "--format", "jsonl").out.splitlines()]
        for one in (source, target)
    ]
    assert [one["link"] for one in read[1] if "link" in one] == [link for *_, link in case.names if link]
    for before, after in zip(*read, strict=True):
        assert after["row"] == before["row"]
        assert after["submitted"] == (before["fixed"] or before["submitted"])
        assert after["unit"] == before["unit"]
    assert done.status == int(any(one["fixed"] is None for one in read[0]))


def test_an_address_without_a_column_of_links_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"Tên trang\nMTTQ xã Hải Anh ({fb('haianh')})\n", encoding="utf-8")
    done = run("fix", "a.csv", "-o", "b.csv")
    assert "a.csv, row 2: the address was taken out of the name's cell" in done.err
    assert fb("haianh") in done.err
    assert (tmp_path / "b.csv").read_text("utf-8-sig") == "Tên trang\nMặt trận Hải Anh Hải Hậu Nam Định\n"


def test_a_chat_keeps_all_but_the_lines_of_names(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CHAT, encoding="utf-8")
    assert run("fix", "a.txt", "-o", "b.txt", "-q").status == 1
    before, after = ((tmp_path / name).read_text("utf-8").splitlines() for name in ("a.txt", "b.txt"))
    changed = [number for number, (old, new) in enumerate(zip(before, after, strict=True), 1) if old != new]
    assert changed == [2, 4]
    assert after[1] == FULL[HAI_MINH]
