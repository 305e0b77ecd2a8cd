"""`fanpage-names page`: the page out of its package, or how to get it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.running import Done, start

PAGE = "<!doctype html>…".encode()


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package of the page that comes before one that may be installed; without the page as yet."""
    package = tmp_path / "packages" / "fanpage_names_page"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    return package


def page(package: Path, *arguments: str) -> Done:
    path = os.pathsep.join([str(package.parent), os.environ.get("PYTHONPATH", "")])
    return start("page", *arguments, folder=package.parents[1], env={"PYTHONPATH": path})


def test_the_page_is_written_as_it_was_built(package: Path, tmp_path: Path) -> None:
    (package / "page.html").write_bytes(PAGE)
    done = page(package, "-o", "kiem-tra.html")
    assert (done.status, done.out, done.err) == (0, "", "")
    assert (tmp_path / "kiem-tra.html").read_bytes() == PAGE


def test_a_file_is_replaced_only_with_force(package: Path, tmp_path: Path) -> None:
    (package / "page.html").write_bytes(PAGE)
    (tmp_path / "kiem-tra.html").write_text("mine", encoding="utf-8")
    refused = page(package, "-o", "kiem-tra.html")
    assert refused.status == 2
    assert "--force" in refused.err
    assert page(package, "-o", "kiem-tra.html", "--force").status == 0
    assert (tmp_path / "kiem-tra.html").read_bytes() == PAGE


def test_without_the_page_it_says_how_to_get_it(package: Path, tmp_path: Path) -> None:
    done = page(package, "-o", "kiem-tra.html")
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
    assert "releases" in done.err
    assert "pip install ./page" in done.err
    assert not (tmp_path / "kiem-tra.html").exists()


@pytest.mark.parametrize("arguments", [(), ("-o", "kiem-tra.xlsx")])
def test_where_to_write_must_be_said(package: Path, arguments: tuple[str, ...]) -> None:
    done = page(package, *arguments)
    assert (done.status, "-o FILE.html" in done.err) == (2, True)
