"""What the shell is offered, asked as the shells ask: through Typer's protocol, in a process."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.running import COMMAND, ENGLISH, Done, start

BASH_LINES = [
    ("generate hai-h", ["hai-hau", "hai-hoa", "hai-hung", "hai-ha"]),
    ("generate HAI-HA", ["HAI-HAu", "HAI-HA"]),
    ("generate Hải-H", ["Hải-Hậu", "Hải-Hòa", "Hải-Hưng", "Hải-Hà"]),
    ("generate hải-hậ", ["hải-hậu"]),
    ("generate y-y", ["y-yen"]),
    ("generate ", "districts"),
    ("generate 1423", ["14230", "14233", "14236", "14239"]),
    ("generate hai-hau vu-b", ["vu-ban"]),
    ("form quang-tr", ["quang-trung-nam-dinh", "quang-trung-vu-ban"]),
    ("form truc-h", ["truc-hưng-Trực-Ninh", "truc-hùng-Trực-Ninh"]),
    ("report --district v", ["vu-ban"]),
    ("generate --units ninh_binh_2025 phu-ly", ["phu-ly"]),
    ("generate --units nowhere.yaml h", []),
    ("generate --style wrong hai-hau --units nam", ["nam_dinh_units", "nam_dinh_2024"]),
    ("generate \\'", []),
    ("check --select FN30", [f"FN30{digit}" for digit in range(1, 7)]),
    ("check --select FN101,fn30", [f"FN101,fn30{digit}" for digit in range(1, 7)]),
    ("check --ignore FN701,FN70", ["FN701,FN702"]),
    ("check --severity FN70", ["FN701=error", "FN701=warning", "FN702=error", "FN702=warning"]),
    ("explain fn7", ["fn701", "fn702"]),
    ("explain missing-d", ["missing-diacritics", "missing-district"]),
    ("migrate --to ninh_binh_2025", ["ninh_binh_2025"]),
    ("migrate --from nam_dinh_2", ["nam_dinh_2024"]),
]


def ask(shell: str, line: str, folder: Path) -> Done:
    words = line.split(" ")
    return start(
        folder=folder,
        env={
            "_FANPAGE_NAMES_COMPLETE": f"complete_{shell}",
            "COMP_WORDS": line,
            "COMP_CWORD": str(len(words) - 1),
            "_TYPER_COMPLETE_ARGS": line,
            "_TYPER_COMPLETE_WORD_TO_COMPLETE": words[-1],
            "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        },
    )


@pytest.mark.parametrize(("line", "offered"), BASH_LINES, ids=[line for line, _ in BASH_LINES])
def test_what_fits_is_offered(line: str, offered: list[str] | str, tmp_path: Path) -> None:
    done = ask("bash", f"fanpage-names {line}", tmp_path)
    assert done.err == ""
    words = done.out.split()
    if offered == "districts":
        assert len(words) == 10
        assert "hai-hau" in words
    else:
        assert sorted(words) == sorted(offered)


@pytest.mark.parametrize(
    ("shell", "said"),
    [
        ("zsh", '_arguments \'*: :(("vu-ban":"huyện Vụ Bản (359)"))\''),
        ("fish", "vu-ban\thuyện Vụ Bản (359)"),
        ("powershell", "vu-ban:::huyện Vụ Bản (359)"),
        ("pwsh", "vu-ban:::huyện Vụ Bản (359)"),
    ],
)
def test_every_shell_is_told_what_a_word_means(shell: str, said: str, tmp_path: Path) -> None:
    done = ask(shell, "fanpage-names generate vu-b", tmp_path)
    assert (done.out.strip(), done.err) == (said, "")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_what_is_offered_names_that_unit(shell: str, tmp_path: Path) -> None:
    done = ask(shell, "fanpage-names generate trực-hư", tmp_path)
    assert "trực-hưng-Trực-Ninh" in done.out
    assert ",14050," in start("generate", "trực-hưng-Trực-Ninh", "-q", folder=tmp_path).out


def test_the_list_of_the_configuration_is_the_one_offered(tmp_path: Path) -> None:
    (tmp_path / "fanpage-names.yaml").write_text("units: ninh_binh_2025\n", encoding="utf-8")
    assert ask("bash", "fanpage-names generate phu-ly", tmp_path).out.split() == ["phu-ly"]


def test_a_faulty_configuration_says_nothing_here(tmp_path: Path) -> None:
    (tmp_path / "fanpage-names.yaml").write_text("unit: [\n", encoding="utf-8")
    done = ask("bash", "fanpage-names generate vu-b", tmp_path)
    assert (done.out.split(), done.err) == (["vu-ban"], "")


@pytest.mark.parametrize("line", ["", "fanpage-names generate 'x", "fanpage-names nothing ", "fanpage-names -- "])
def test_an_odd_line_prints_no_error(line: str, tmp_path: Path) -> None:
    assert ask("bash", line, tmp_path).err == ""


@pytest.mark.skipif(os.name == "nt", reason="Typer changes PowerShell's execution policy")
def test_installing_says_where_in_the_language_of_the_run(tmp_path: Path) -> None:
    done = subprocess.run(
        [*COMMAND, "--install-completion", "--lang", "vi"],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env={**ENGLISH, "HOME": str(tmp_path), "USERPROFILE": str(tmp_path)},
    )
    if done.returncode:  # the tests do not run below a shell
        assert done.stderr.startswith("fanpage-names: --install-completion: không nhận ra shell")
    else:
        assert done.stdout.startswith("Đã cài đặt tự điền lệnh cho ")
