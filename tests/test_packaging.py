"""What is stated twice is the same: packages, versions, dependencies, data."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml

from fanpage_names import __version__
from fanpage_names.units.catalogue import catalogue

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src"


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_every_package_of_the_tree_is_listed(project: dict[str, Any]) -> None:
    in_tree = {".".join(init.parent.relative_to(SOURCE).parts) for init in SOURCE.rglob("__init__.py")}
    assert project["tool"]["setuptools"]["packages"] == sorted(in_tree | {"fanpage_names.data"})


def test_the_version_has_one_source(project: dict[str, Any]) -> None:
    assert project["tool"]["setuptools"]["dynamic"]["version"] == {"attr": "fanpage_names._version.__version__"}
    assert version("fanpage-names") == __version__
    stating = [path for path in SOURCE.rglob("*.py") if f'"{__version__}"' in path.read_text(encoding="utf-8")]
    assert [path.name for path in stating] == ["_version.py"]


def test_the_changelog_and_the_citation_name_the_release() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    released = dict(re.findall(r"^## \[(\d.*?)\] - (\d{4}-\d\d-\d\d)$", changelog, re.MULTILINE))
    assert changelog.index("## [Unreleased]") < changelog.index(f"## [{__version__}]")
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert (citation["version"], str(citation["date-released"])) == (__version__, released[__version__])


def test_the_readme_lists_every_dependency(project: dict[str, Any]) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| \[([\w-]+)\]\(https://\S+\) \| (\S+) \|", readme, re.MULTILINE)
    needed = [re.split(r"[<>=;\[ ]", text)[0] for text in project["project"]["dependencies"]]
    assert sorted(name.lower() for name, _ in listed) == sorted(needed)


def test_what_an_index_shows_leads_nowhere_that_an_index_has_not(project: dict[str, Any]) -> None:
    text = (ROOT / project["project"]["readme"]).read_text(encoding="utf-8")
    assert not re.findall(r"\]\((?!https://)|<(?:img|a) ", text)


def test_the_shipped_lists_can_be_opened() -> None:
    for name in catalogue():
        assert (files("fanpage_names.data") / f"{name}.yaml").is_file()


def test_every_data_file_is_packed(project: dict[str, Any]) -> None:
    packed = project["tool"]["setuptools"]["package-data"]
    folders = {"fanpage_names.data": ROOT / "data"}
    folders |= {".".join(init.parent.relative_to(SOURCE).parts): init.parent for init in SOURCE.rglob("__init__.py")}
    for package, folder in folders.items():
        for path in folder.iterdir():
            if path.is_file() and path.suffix not in (".py", ".pyc"):
                assert any(path.match(pattern) for pattern in packed.get(package, ())), path
