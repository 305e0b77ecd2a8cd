"""Make docs/rules.md and docs/commands.md from what the program itself says.

Run it as `python tools/build_docs.py`; with `--check` it writes nothing and fails where a page is out of step.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from fanpage_names.rules import RULES

DOCS = Path(__file__).resolve().parent.parent / "docs"
NOTE = "<!-- Made by tools/build_docs.py from what the program says; do not edit. -->\n\n"
COMMANDS = (
    "",
    "generate",
    "check",
    "fix",
    "units",
    "units list",
    "units show",
    "units validate",
    "rules",
    "explain",
)


def said(arguments: str) -> str:
    """Return what `fanpage-names` prints, in English and for 100 columns."""
    done = subprocess.run(
        [sys.executable, "-m", "fanpage_names", *arguments.split()],
        check=True,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "FANPAGE_NAMES_LANG": "en", "COLUMNS": "100"},
    )
    return done.stdout


def commands_page() -> str:
    """Return the page of the commands: the help of each."""
    sections = [
        f"## {f'fanpage-names {command}'.strip()}\n\n```text\n{said(f'{command} --help').strip()}\n```\n"
        for command in COMMANDS
    ]
    return NOTE + "# Commands\n\n" + "\n".join(sections)


def rules_page() -> str:
    """Return the page of the rules: the table, then each rule."""
    codes = " ".join(rule.code for rule in RULES)
    return NOTE + "# Rules\n\n" + said("rules --format md") + "\n" + said(f"explain {codes} --format md")


def pages() -> Mapping[str, str]:
    """Return the pages by file name."""
    return {"commands.md": commands_page(), "rules.md": rules_page()}


def main() -> int:
    """Write the pages, or with `--check` name those that are out of step; return the exit status."""
    stale = 0
    for name, text in pages().items():
        path = DOCS / name
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale += 1
        if "--check" in sys.argv[1:]:
            print(f"docs/{name} is out of step; run: python tools/build_docs.py", file=sys.stderr)
        else:
            DOCS.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    return 1 if stale and "--check" in sys.argv[1:] else 0


if __name__ == "__main__":
    sys.exit(main())
