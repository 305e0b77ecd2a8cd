"""Make docs/rules.md, docs/commands.md and the outputs shown in README.md from what the program itself says.

Run it as `python tools/build_docs.py`; with `--check` it writes nothing and fails where a page is out of step.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path

from typer.main import get_command

from fanpage_names.cli.framework import COMMANDS
from fanpage_names.rules import RULES

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "docs" / "examples"
NOTE = "<!-- Made by tools/build_docs.py from what the program says; do not edit. -->\n\n"
ENVIRONMENT = {
    **os.environ,
    "FANPAGE_NAMES_LANG": "en",
    "COLUMNS": "100",
    "PATH": os.pathsep.join([sysconfig.get_path("scripts"), os.environ["PATH"]]),
}
CONSOLE = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)


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


def readme() -> str:
    """Return README.md with the output of each command in its console blocks as it is now."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(EXAMPLES, folder, dirs_exist_ok=True)
        text = (ROOT / "README.md").read_text(encoding="utf-8")
        return CONSOLE.sub(lambda block: "".join(_shown(block[0], folder)), text)


def _shown(block: str, folder: Path) -> Iterator[str]:
    """Yield each command of a block, and what a shell in `folder` shows after it."""
    for line in block.splitlines():
        if line.startswith("$ "):
            done = subprocess.run(
                ["bash", "-c", line[2:]],
                check=False,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                cwd=folder,
                env=ENVIRONMENT,
            )
            yield f"{line}\n{done.stdout}"


def pages() -> Mapping[str, str]:
    """Return the text of each page by its path from the root; README.md only where there is a shell to run it."""
    made = {"docs/commands.md": commands_page(), "docs/rules.md": rules_page()}
    return made | {"README.md": readme()} if shutil.which("bash") and os.name != "nt" else made


def main() -> int:
    """Write the pages, or with `--check` name those that are out of step; return the exit status."""
    only_check = "--check" in sys.argv[1:]
    stale = [name for name, text in pages().items() if not _holds(ROOT / name, text, write=not only_check)]
    for name in stale:
        print(f"{name} is out of step; run: python tools/build_docs.py", file=sys.stderr)
    return int(bool(stale))


def _holds(path: Path, text: str, *, write: bool) -> bool:
    """Whether the file holds the text, once it is written where that is asked for."""
    if write:
        path.write_text(text, encoding="utf-8", newline="\n")
    return path.exists() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main())
