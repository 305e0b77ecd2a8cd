r"""Make what the documentation shows from what the program itself says.

docs/rules.md, docs/commands.md and the pictures are made whole. In README.md, docs/huong-dan.md and docs/package.md the
console blocks get what their commands print, run in their order in a folder with the files of docs/examples:

- `$ ` is a shell's prompt: the output goes into a pipe, in English.
- `D:\fanpage> ` is the prompt of a Windows console: the output goes to a terminal, in the language of the folder's
  configuration file. Such a line is a single command of this program.
- A block whose info string names a file, as in "yaml fanpage-names.yaml", is written as that file.

Run it as `python tools/build_docs.py`; with `--check` it writes nothing and fails where a page is out of step.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from rich.console import Console
from rich.text import Text
from typer.main import get_command

from fanpage_names.cli.framework import COMMANDS
from fanpage_names.rules import RULES

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "docs" / "examples"
NOTE = "<!-- Made by tools/build_docs.py from what the program says; do not edit. -->\n\n"
COLUMNS = 80
"""The width of the terminals that are shown: that of a new window."""

ENVIRONMENT = {
    **os.environ,
    "FANPAGE_NAMES_LANG": "en",
    "COLUMNS": str(COLUMNS),
    "PATH": os.pathsep.join([sysconfig.get_path("scripts"), os.environ["PATH"]]),
}
SHOWN = ("README.md", "docs/huong-dan.md", "docs/package.md")
"""The pages written by hand, with blocks to fill in."""

BLOCK = re.compile(
    r"(?P<head>^```(?P<info>console|yaml (?P<file>\S+))\n)(?P<body>.*?)(?=^```$)", re.MULTILINE | re.DOTALL
)
PROMPT = re.compile(r"^(?P<prompt>\$|D:\\fanpage>) (?P<command>.+)$", re.MULTILINE)

PICTURES = {"docs/images/check.svg": "en", "docs/images/kiem-tra.svg": "vi"}
"""The terminal after a check, by the language in which it was run."""


def said(arguments: str) -> str:
    """Return what `fanpage-names` prints, in English."""
    done = subprocess.run(
        [sys.executable, "-m", "fanpage_names", *arguments.split()],
        check=True,
        capture_output=True,
        encoding="utf-8",
        env=ENVIRONMENT,
    )
    return done.stdout


def all_commands() -> Iterator[str]:
    """Yield every command as it is typed, each group before its commands."""
    for name in COMMANDS:
        yield name
        below = getattr(get_command(import_module(f"fanpage_names.cli.{name}").app), "commands", {})
        yield from (f"{name} {command}" for command in below)


def commands_page() -> str:
    """Return the page of the commands: the help of each."""
    sections = [
        f"## {f'fanpage-names {command}'.strip()}\n\n```text\n{said(f'{command} --help').strip()}\n```\n"
        for command in ("", *all_commands())
    ]
    return NOTE + "# Commands\n\n" + "\n".join(sections)


def rules_page() -> str:
    """Return the page of the rules: the table, then each rule."""
    codes = " ".join(rule.code for rule in RULES)
    return NOTE + "# Rules\n\n" + said("rules --format md") + "\n" + said(f"explain {codes} --format md")


def shown(page: str) -> str:
    """Return a page of `SHOWN` with the output of each command in its console blocks as it is now."""
    with examples() as folder:
        text = (ROOT / page).read_text(encoding="utf-8")
        return BLOCK.sub(lambda block: block["head"] + _as_it_is_now(block, folder), text)


@contextmanager
def examples() -> Iterator[Path]:
    """Give a folder that has the files of docs/examples, and lasts as long as the block."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        shutil.copytree(EXAMPLES, folder, dirs_exist_ok=True)
        yield folder


def _as_it_is_now(block: re.Match[str], folder: Path) -> str:
    if block["file"]:
        (folder / block["file"]).write_text(block["body"], encoding="utf-8")
        return block["body"]
    return "".join(
        f"{line[0]}\n{_seen(line['prompt'], line['command'], folder)}" for line in PROMPT.finditer(block["body"])
    )


def _seen(prompt: str, command: str, folder: Path) -> str:
    """Return what somebody at this prompt sees after the command."""
    if prompt == "$":
        return _piped(command, folder).replace(f"{folder}/", "/home/lan/fanpage/")
    program, *arguments = shlex.split(command)
    if program != "fanpage-names":
        raise ValueError(f"not a command of this program: {command}")
    seen = _on_terminal(arguments, folder, FANPAGE_NAMES_LANG="", TERM="dumb").replace(f"{folder}/", f"{prompt[:-1]}\\")
    return "".join(f"{line.rstrip()}\n" for line in seen.splitlines())


def _piped(command: str, folder: Path) -> str:
    return subprocess.run(
        ["bash", "-c", command],
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        cwd=folder,
        env=ENVIRONMENT,
    ).stdout


def _on_terminal(arguments: Sequence[str], folder: Path, **env: str) -> str:
    from tests.cli.on_terminal import on_terminal

    return on_terminal(*arguments, folder=folder, columns=COLUMNS, env=env).decode()


def picture(lang: str) -> str:
    """Return a picture (SVG) of a terminal after a check; it asks no network for a font."""
    with examples() as folder:
        seen = _on_terminal(["check", "nop.csv", "--quiet"], folder, FANPAGE_NAMES_LANG=lang, NO_COLOR="")
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), legacy_windows=False)
    console.print(Text.from_ansi(seen.rstrip()), soft_wrap=True)
    drawn = console.export_svg(title="fanpage-names check nop.csv", unique_id="check")
    drawn = re.sub(r"@font-face \{.*?\}", "", drawn, flags=re.DOTALL)
    return "".join(f"{line.rstrip()}\n" for line in drawn.splitlines() if line.strip())


def pages() -> Mapping[str, str]:
    """Return the text of each page by its path from the root; what a terminal shows only where POSIX has one."""
    made = {"docs/commands.md": commands_page(), "docs/rules.md": rules_page()}
    if shutil.which("bash") and os.name != "nt":
        made |= {page: shown(page) for page in SHOWN}
        made |= {path: picture(lang) for path, lang in PICTURES.items()}
    return made


def main() -> int:
    """Write the pages, or with `--check` name those that are out of step; return the exit status."""
    sys.path.insert(0, str(ROOT))  # run as a script, this file has only its own folder there
    only_check = "--check" in sys.argv[1:]
    stale = [name for name, text in pages().items() if not _holds(ROOT / name, text, write=not only_check)]
    for name in stale:
        print(f"{name} is out of step; run: python tools/build_docs.py", file=sys.stderr)
    return int(bool(stale))


def _holds(path: Path, text: str, *, write: bool) -> bool:
    """Whether the file holds the text, once it is written where that is asked for."""
    if write:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return path.exists() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main())
