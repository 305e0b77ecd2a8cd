"""Every command in a process that can open no connection and start no program: nothing is missed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import start
from tests.security.hostile import docx, xlsx

WATCH = """
import sys

FORBIDDEN = ("socket.", "urllib.", "ftplib.", "smtplib.", "http.", "webbrowser.", "os.system", "os.exec", "subprocess.")

def refuse(event, arguments):
    if event.startswith(FORBIDDEN):
        sys.stderr.write(f"FORBIDDEN {event}\\n")
        raise RuntimeError(event)

sys.addaudithook(refuse)
"""
COMMANDS = [
    ["--version"],
    ["--help"],
    ["generate"],
    ["generate", "Hải Hậu", "-o", "names.xlsx"],
    *(["check", "a.xlsx", "--format", one] for one in ("table", "text", "csv", "json", "html", "md", "github")),
    ["check", "a.xlsx", "-o", "marked.xlsx"],
    ["check", "a.docx", "a.csv"],
    ["fix", "a.xlsx", "-o", "fixed.xlsx"],
    ["fix", "a.csv", "--diff"],
    *(["report", "a.xlsx", "--format", one] for one in ("table", "html", "json")),
    ["form", "Hải Hậu", "-o", "form.xlsx"],
    ["migrate", "a.csv", "--to", "2025-07-01"],
    ["units", "list"],
    ["units", "show", "Hải Hậu"],
    ["rules"],
    ["explain", "FN602"],
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("offline")
    (folder / "watch").mkdir()
    (folder / "watch" / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    (folder / "a.xlsx").write_bytes(xlsx())
    (folder / "a.docx").write_bytes(docx())
    link = "https://www.facebook.com/mattranhaihau"
    (folder / "a.csv").write_text(f"Tên trang,Link\nMTTQ Hải Hậu Nam Định,{link}\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_no_command_needs_a_network(arguments: list[str], folder: Path) -> None:
    done = start(*arguments, folder=folder, env={"PYTHONPATH": str(folder / "watch")})
    assert done.status in (0, 1)
    assert "FORBIDDEN" not in done.err


def test_the_watch_bites(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import socket; socket.socket()"],
        check=False,
        capture_output=True,
        env={"PYTHONPATH": str(folder / "watch")},
    )
    assert done.returncode == 1
    assert b"FORBIDDEN socket.__new__" in done.stderr
