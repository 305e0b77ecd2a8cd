"""docs/library.md does what it says: its examples are run in their order, and its web service is asked."""

from __future__ import annotations

import doctest
import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from wsgiref.util import setup_testing_defaults

import pytest

import fanpage_names

PAGE = (Path(__file__).parent.parent / "docs" / "library.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(pycon|python)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
NAMES = re.compile(r"from fanpage_names import (.*)")


def programs() -> list[str]:
    return [text for kind, text in BLOCKS if kind == "python"]


def run(text: str) -> dict[str, Any]:
    names: dict[str, Any] = {}
    exec(compile(text, "docs/library.md", "exec"), names)
    return names


def ask(app: Any, **query: str | list[str]) -> tuple[str, Any]:
    environ: dict[str, Any] = {"QUERY_STRING": urlencode(query, doseq=True), "wsgi.input": BytesIO()}
    setup_testing_defaults(environ)
    status: list[str] = []
    body = b"".join(app(environ, lambda line, _: status.append(line)))
    return status[0], json.loads(body)


def test_the_examples_print_what_the_page_shows() -> None:
    text = "\n".join(text for kind, text in BLOCKS if kind == "pycon")
    runner = doctest.DocTestRunner()
    runner.run(doctest.DocTestParser().get_doctest(text, {}, "docs/library.md", "docs/library.md", 0))
    assert (runner.failures, runner.tries) == (0, text.count(">>>"))


def test_the_columns_for_a_table() -> None:
    columns = run(programs()[0])["columns"]
    assert columns("Mặt trận Hải Anh Ninh Bình") == {
        "status": "ok",
        "code": "14236",
        "right_name": "Mặt trận Hải Anh Ninh Bình",
        "messages": "",
    }
    assert columns("Chi hội 5")["code"] is None


def test_the_columns_in_pandas() -> None:
    pytest.importorskip("pandas", reason="only where pandas is there")
    frame = run("\n".join(programs()[:2]))["frame"]
    assert list(frame["right_name"]) == ["Mặt trận Hải Anh Ninh Bình"] * 2


def test_the_web_service_answers() -> None:
    app = run(programs()[2])["app"]
    status, found = ask(app, units="ninh_binh_2025", name=["MTTQ Hải Anh", "Mặt trận Hải Anh Ninh Bình"])
    assert status == "200 OK"
    assert [(one["row"], one["status"], one["unit"]["code"]) for one in found] == [
        (1, "deviates", "14236"),
        (2, "ok", "14236"),
    ]
    assert [diagnostic["code"] for diagnostic in found[1]["diagnostics"]] == ["FN506"]
    assert ask(app)[1] == []
    assert ask(app, units="/etc/passwd")[0] == "400 Bad Request"


def test_the_page_names_what_the_package_exports() -> None:
    named = {name for found in NAMES.findall(PAGE) for name in re.split(r",\s*", found)}
    assert named <= set(fanpage_names.__all__)
