"""What people see on a terminal: marks in the name, colours, widths, code pages, progress, one line a file."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

from tests.cli.on_terminal import on_terminal

RIGHT = "Mặt trận Hải Hậu Nam Định"
WRONG = "Mat tran Hai Minh - Hải Hậu"
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
FORMATS = [[], ["--format", "text"]]


@pytest.fixture
def names(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(f"{RIGHT}\n{WRONG}\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"{WRONG}\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("columns", [40, 100])
@pytest.mark.parametrize("form", FORMATS)
def test_deviating_letters_are_marked_in_the_name(form: list[str], columns: int, names: Path) -> None:
    seen = on_terminal("check", "b.txt", *form, folder=names, columns=columns).decode()
    assert re.search(r"\x1b\[1;4;31mMat tran Hai Minh\x1b\[0m\x1b\[1;4;33m - \x1b\[0mHải", seen)


@pytest.mark.parametrize("refusal", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {}])
def test_the_marks_stay_without_colors(refusal: dict[str, str], names: Path) -> None:
    seen = on_terminal(
        "check", "b.txt", "--format", "text", *([] if refusal else ["--no-color"]), folder=names, env=refusal
    )
    assert b"\x1b" not in seen
    assert f"    {WRONG}\n    ^^^^^^^^^^^^^^^^^~~~       ^\n" in seen.decode()


@pytest.mark.parametrize("columns", [20, 40])
def test_a_narrow_terminal_loses_nothing(columns: int, names: Path) -> None:
    seen = on_terminal("check", "b.txt", "--no-color", folder=names, columns=columns).decode()
    lines = seen.split("FN404")[1].splitlines()[1:]
    shown = "".join(line[4:] for line in lines if line.startswith("    ") and not set(line) <= set(" ^~"))
    assert shown.startswith(WRONG)
    marks = [line for line in lines if set(line) <= set(" ^~")]
    assert "".join(marks).count("^") == 18
    assert all(len(line) <= columns for line in marks)
    assert "Mặt trận Hải Minh Hải Hậu Nam Định" in seen


def test_each_of_several_files_has_its_line_before_what_was_found(names: Path) -> None:
    seen = ESCAPE.sub("", on_terminal("check", "a.txt", "b.txt", folder=names).decode())
    lines = seen.splitlines()
    tables = [line.split()[0] for line in lines if line in ("a.txt", "b.txt") or line.startswith("Row ")]
    assert tables == ["a.txt", "Row", "b.txt", "Row"]
    assert lines.index("fanpage-names: a.txt: 2 names: 1 right, 1 deviating") < lines.index("b.txt")
    assert "fanpage-names: b.txt: 1 name: 1 deviating" in lines
    assert lines[-4:] == [
        "fanpage-names: 3 names: 1 right, 2 deviating",
        "fanpage-names: Codes: FN206 × 2, FN301 × 2, FN404 × 2, FN506 × 1",
        "fanpage-names: Safely fixable: 2",
        "fanpage-names: Next: fanpage-names fix a.txt b.txt -o fixed/",
    ]


def test_one_file_needs_no_line_of_its_own_and_quiet_none_at_all(names: Path) -> None:
    assert b"a.txt: 2 names" not in on_terminal("check", "a.txt", folder=names)
    assert on_terminal("check", "a.txt", "b.txt", "-q", folder=names, piped=True) == b""


def test_a_pipe_is_told_of_no_file(names: Path) -> None:
    from tests.cli.running import start

    assert "a.txt: 2 names" not in start("check", "a.txt", "b.txt", folder=names).err


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("files", [["a.txt"], ["a.txt", "b.txt"]])
def test_names_after_a_merger_fit_a_terminal(lang: str, files: list[str], names: Path) -> None:
    command = ["migrate", *files, "--to", "2025-07-01", "--lang", lang, "-q"]
    lines = ESCAPE.sub("", on_terminal(*command, folder=names, columns=80).decode()).splitlines()
    assert max(map(len, lines)) <= 80
    assert (lines[0] == "a.txt") == (len(files) == 1)
    legend = {
        "vi": "Tên mới theo danh mục Ninh Bình, 01/07/2025.",
        "en": "New names by the list Ninh Bình, 01/07/2025.",
    }
    assert legend[lang] in lines


@pytest.mark.parametrize("command", [["check"], ["report", "--on", "2022-01-01"], ["migrate", "--to", "2024-10-01"]])
def test_long_work_says_how_far_it_is(command: list[str], tmp_path: Path) -> None:
    some = f"{WRONG}\n{RIGHT}\n".encode() * 20

    def goes_on(seen: bytes) -> bytes | None:
        return None if len(steps(seen)) > 1 else some

    def steps(seen: bytes) -> list[int]:
        return [int(number) for number in re.findall(r"(\d+) names … - *\r", seen.decode(errors="ignore"))]

    seen = on_terminal(*command, "-", folder=tmp_path, piped=True, typed=goes_on)
    assert steps(seen) == sorted(set(steps(seen)))
    assert re.search(rb"\r +\r", seen), "the line is taken away at the end"


def test_quiet_work_says_nothing_however_long(tmp_path: Path) -> None:
    pieces = iter([f"{RIGHT}\n".encode() * 20] * 20)  # over two seconds
    assert on_terminal("check", "-", "-q", folder=tmp_path, piped=True, typed=lambda _: next(pieces, None)) == b""


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize(
    ("encoding", "letters", "hint"),
    [("cp1258", "Mặt trận", False), ("cp437", "M?t tr?n", True), ("utf-8", "Mặt trận", False)],
)
def test_code_pages_of_windows(encoding: str, letters: str, hint: bool, lang: str, names: Path) -> None:
    env = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "FANPAGE_NAMES_LANG": lang}
    for arguments in (["check", "b.txt"], ["generate", "hai-hau"], ["explain", "FN301"], ["check", "--help"]):
        from unicodedata import normalize

        seen = normalize("NFC", on_terminal(*arguments, folder=names, env=env).decode(encoding))
        assert "Traceback" not in seen
        assert ("chcp 65001" in seen) is hint
        assert arguments[-1] == "--help" or letters in " ".join(ESCAPE.sub("", seen).split())
    assert b"chcp" not in on_terminal("check", "b.txt", "-q", folder=names, env=env)


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize(
    "command",
    [
        ("units", "history", "Ba Đình", "--units", "ha_noi_2025"),
        ("units", "diff", "hue_2024", "hue_2025"),
        ("units", "lists"),
        ("generate", "--units", "hue_2025"),
    ],
    ids=" ".join,
)
def test_units_fit_eighty_columns_with_their_words_whole(command: tuple[str, ...], lang: str, tmp_path: Path) -> None:
    seen = on_terminal(*command, "--no-color", "--lang", lang, folder=tmp_path, columns=80).decode()
    lines = ESCAPE.sub("", seen).splitlines()
    assert max(map(len, lines)) <= 80
    words = set(" ".join(lines).split())
    assert words >= {"ha_noi_2024"} if command[:2] == ("units", "lists") else words & {"phường"}


def test_each_of_several_files_is_named_where_its_pages_begin(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Mặt trận Hải Anh Ninh Bình\nMTTQ xã Hải Hậu\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Mặt trận Phủ Lý Ninh Bình\nMTTQ xã Hải Tiến\n", encoding="utf-8")
    seen = on_terminal(
        "migrate", "a.txt", "b.txt", "--units", "ninh_binh_2025", "--no-color", "--lang", "vi", folder=tmp_path
    )
    shown = ESCAPE.sub("", seen.decode())
    assert (shown.count("a.txt"), shown.count("b.txt")) == (1, 1)
    assert shown.count("dòng 2") == 2
