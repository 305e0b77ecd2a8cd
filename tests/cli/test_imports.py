"""What help and completion load: every command's options, and nothing that does its work."""

from __future__ import annotations

import os
import subprocess
import sys

WORKERS = frozenset(
    [
        "check",
        "coverage.counting",
        "coverage.overview",
        "migrate",
        "resolve",
        "rules",
        "reports.migration.page_rows",
        "reports.check_webpage",
        "reports.overview.json_record",
        "reports.overview.workbook",
        "workbooks.form",
    ]
)
LIBRARIES = frozenset(["docx", "openpyxl", "rapidfuzz", "unidecode", "xlrd", "xlsxwriter", "yaml"])


def test_help_loads_no_command_s_work() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "fanpage_names", "--help"],
        check=True,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "FANPAGE_NAMES_LANG": "en"},
    )
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "fanpage_names.cli.lists" in loaded, "only commands need it"
    assert not loaded & ({f"fanpage_names.{name}" for name in WORKERS} | LIBRARIES)
