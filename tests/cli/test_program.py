"""The program as a whole: help, errors, exit status, streams."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from fanpage_names._version import __version__
from fanpage_names.cli.framework import COMMANDS
from tests.cli.running import COMMAND, ENGLISH, Run

WHOLE_COMMANDS = [*COMMANDS, "units list", "units show", "units validate"]


def test_version(run: Run) -> None:
    assert run("--version").out == f"fanpage-names {__version__}\n"
    assert run("--lang", "vi", "--version").out == f"fanpage-names {__version__}\n"


def test_the_installed_command_is_the_module() -> None:
    script = Path(sysconfig.get_path("scripts")) / ("fanpage-names.exe" if os.name == "nt" else "fanpage-names")
    done = subprocess.run([script, "--version"], check=True, capture_output=True, text=True)
    assert done.stdout == f"fanpage-names {__version__}\n"


def test_version_loads_nothing_else() -> None:
    code = "import sys; sys.argv = ['fanpage-names', '--version']; from fanpage_names.cli import main; main(); "
    done = subprocess.run(
        [sys.executable, "-c", code + "print('typer' in sys.modules)"], check=True, capture_output=True, text=True
    )
    assert done.stdout.splitlines()[-1] == "False"


def test_text_options_do_without_pydantic(run: Run) -> None:
    code = (
        "import sys; sys.argv = ['fanpage-names', 'explain', 'FN301', '--format', 'text']; "
        "from fanpage_names.cli import main; main(); print('pydantic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8")
    assert done.stdout.splitlines()[-1] == "False"


def test_without_a_command_the_help_is_shown(run: Run) -> None:
    bare, asked = run(), run("--help")
    assert (bare.status, bare.out) == (asked.status, asked.out)
    assert bare.status == 0
    for command in COMMANDS:
        assert f"\n  {command} " in bare.out


@pytest.mark.parametrize("command", WHOLE_COMMANDS)
@pytest.mark.parametrize(("lang", "head", "last"), [("en", "Usage:", "Example:"), ("vi", "Cách dùng:", "Ví dụ:")])
def test_every_command_has_plain_help_with_an_example(command: str, lang: str, head: str, last: str, run: Run) -> None:
    done = run(*command.split(), "--help", env={"FANPAGE_NAMES_LANG": lang})
    assert done.status == 0
    assert done.out.startswith(f"{head} fanpage-names {command}")
    assert f"\n  {last}\n    fanpage-names " in done.out
    assert "<list[str]>" not in done.out
    assert not set("│╭╰─") & set(done.out)


@pytest.mark.parametrize(
    ("arguments", "lang", "line"),
    [
        ("rules --foo", "en", "No such option: --foo (Possible options: --bom, --force, --format)"),
        ("rules --foo", "vi", "không có tùy chọn --foo (có phải là --bom, --force, --format?)"),
        ("ruls", "en", "No such command 'ruls'. Did you mean 'rules'?"),
        ("ruls", "vi", "không có lệnh 'ruls'. Có phải là 'rules'?"),
        ("rules --format", "en", "Option '--format' requires an argument"),
        ("rules --format", "vi", "tùy chọn --format cần một giá trị"),
        ("rules --raw=1", "en", "Option '--raw' does not take a value"),
        ("rules --raw=1", "vi", "tùy chọn --raw không nhận giá trị"),
        ("rules FN301", "en", "Got unexpected extra argument(s) (FN301)"),
        ("rules FN301", "vi", "thừa tham số: FN301"),
        ("explain", "en", "Invalid value for 'CODE': a value is missing"),
        ("explain", "vi", "MÃ: thiếu giá trị"),
    ],
)
def test_a_line_that_cannot_be_read_is_one_line_and_a_hint(arguments: str, lang: str, line: str, run: Run) -> None:
    done = run(*arguments.split(), env={"FANPAGE_NAMES_LANG": lang})
    assert (done.status, done.out) == (2, "")
    [said] = done.err.splitlines()
    assert said.startswith(f"fanpage-names: {line} (")
    assert said.endswith("--help)")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("rules --lang zz", "--lang zz: no such value; use one of: vi, en"),
        ("check --name x --style long", "--style long: no such value; use one of: short, full"),
        ("check --name x --fail-on info", "--fail-on info: no such value; use one of: error, warning"),
        ("generate --level village", "--level village: no such value; use one of: province, district, commune"),
        ("check --name x --select FN9", "FN9: no rule has such a code"),
        ("check --name x --ignore FN1,XX", "XX: no rule has such a code"),
        ("check --name x --severity FN301", "--severity FN301: must be written as"),
        ("check --name x --severity FN301=grave", "--severity FN301=grave: must be written as"),
        ("check --name x --severity FN3=error", "FN3: no rule has such a code"),
        ("check --name x --header-row two", "--header-row two: must be the number of a row"),
        ("rules --format pdf", "--format pdf: no such value; use one of: table,"),
        ("rules -o rules.pdf", "rules.pdf: the ending names no known format"),
        ("check", "check: give a FILE, - (standard input) or --name TEXT"),
        ("explain FN999", "FN999: no such rule; nearest: "),
        ("generate --units nowhere.yaml", "nowhere.yaml"),
    ],
)
def test_a_value_that_cannot_be_is_one_line(arguments: str, said: str, run: Run) -> None:
    done = run(*arguments.split())
    assert (done.status, done.out) == (2, "")
    [line] = done.err.splitlines()
    assert line.startswith(f"fanpage-names: {said}")


FAULTY_START = "import sys; from fanpage_names.cli import main, program; sys.argv = ['fanpage-names', 'rules']\n"
RAISE = """
def fail(*_args, **_settings): raise {error}
program.Program.invoke = fail
sys.exit(main())
"""


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        ("ValueError('odd')", 2, "fanpage-names: unexpected error (ValueError: odd); please report it"),
        ("OSError(28, 'No space left on device')", 2, "fanpage-names: [Errno 28] No space left on device"),
        ("PermissionError(13, 'Permission denied', 'a.csv')", 2, "fanpage-names: a.csv: Permission denied"),
        ("KeyboardInterrupt", 130, ""),
    ],
)
def test_an_error_without_a_message_of_its_own(error: str, status: int, said: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FAULTY_START + RAISE.format(error=error)],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env=ENGLISH,
    )
    assert done.returncode == status
    assert done.stderr.startswith(said)
    assert "Traceback" not in done.stderr


def test_an_unexpected_error_shows_its_place_where_asked() -> None:
    done = subprocess.run(
        [sys.executable, "-c", FAULTY_START + RAISE.format(error="ValueError('odd')")],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env={**ENGLISH, "FANPAGE_NAMES_TRACEBACK": "1"},
    )
    assert "Traceback" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for another process")
def test_ctrl_c_ends_with_130() -> None:
    with subprocess.Popen(
        [*COMMAND, "check", "-", "--format", "jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENGLISH,
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write("Mặt trận Hải Hậu Nam Định\n".encode() * 5)
        process.stdin.flush()
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        process.stdout.read()
        assert process.stderr
        assert b"Traceback" not in process.stderr.read()
    assert process.returncode == 130


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX pipe")
@pytest.mark.parametrize("arguments", [["generate"], ["generate", "--format", "json"], ["--help"], ["--version"]])
def test_a_closed_pipe_is_no_error(arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [*COMMAND, *arguments, *(["--quiet"] if arguments[0] == "generate" else [])],
            check=False,
            stdout=writing,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env=ENGLISH,
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("encoding", "arguments"),
    [
        ("cp1258", ["generate", "Trực Ninh"]),
        ("cp437", ["check", "--name", "Mat tran Truc Hung", "--format", "text"]),
        ("ascii", ["explain", "FN301"]),
        ("cp1252", ["--help"]),
    ],
)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_no_code_page_ends_the_run(encoding: str, arguments: list[str], lang: str, run: Run) -> None:
    done = run(*arguments, env={"PYTHONIOENCODING": encoding, "FANPAGE_NAMES_LANG": lang, "PYTHONUTF8": "0"})
    assert done.status in (0, 1)
    assert "Traceback" not in done.err
    assert "unexpected" not in done.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_shell_completion(shell: str, run: Run) -> None:
    done = run(env={"_FANPAGE_NAMES_COMPLETE": f"source_{shell}"})
    assert done.status == 0
    assert "_FANPAGE_NAMES_COMPLETE" in done.out


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("fanpage-names gen", ["generate"]),
        ("fanpage-names generate --style ", ["full", "short"]),
        ("fanpage-names generate --units ninh_b", ["ninh_binh_2021", "ninh_binh_2024", "ninh_binh_2025"]),
        ("fanpage-names explain FN10", ["FN101", "FN102", "FN103", "FN104", "FN105", "FN106"]),
        ("fanpage-names explain wrong-p", ["wrong-parent", "wrong-prefix"]),
    ],
)
def test_the_shell_is_offered_what_fits(line: str, offered: list[str], run: Run) -> None:
    last = str(len(line.split(" ")) - 1)
    done = run(env={"_FANPAGE_NAMES_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": last})
    assert sorted(done.out.split()) == offered
