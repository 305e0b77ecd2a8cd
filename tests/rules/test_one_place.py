"""A rule is known in one place: nothing outside `rules` names one, and a class more is a rule more everywhere.

The rules of this test are added as CONTRIBUTING.md says, in a copy: a module, a case file each, the page of the rules.
"""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

import pytest

import fanpage_names

PACKAGE = Path(fanpage_names.__file__).parent
CHECKOUT = Path(__file__).parents[2]
DATA = files("fanpage_names.data")
RULES = PACKAGE / "rules"
OUTSIDE = [path for path in sorted(PACKAGE.rglob("*.py")) if RULES not in path.parents]

KINDS = ("fanpage_names.rules.base", "fanpage_names.rules.kinds")

EXAMPLES = {"units/rule_settings.py": ["FN303"]}
"""Codes that a message says by themselves, to show how one is written."""

FOREWORD = '''"""FN8xx: rules of a test."""

from collections.abc import Iterator, Sequence

from fanpage_names.alignment.alignment import Alignment
from fanpage_names.lang import Text
from fanpage_names.rules.base import Finding
from fanpage_names.rules.kinds import LinkRule, NameRule, RowFacts
from fanpage_names.text.compare import CASE
'''
CAPITAL = '''

class FirstLetter(NameRule):
    """A small letter first.

    What: The name begins with a small letter.
    Why: It is tested.
    Example: mặt trận Hải Hậu Nam Định
    Fix: Mặt trận Hải Hậu Nam Định
    Tiếng Việt: Tên bắt đầu bằng chữ thường.
    """

    code, name, severity, fix = "FN801", "first-letter", "error", "unsafe"
    about = CASE
    message = Text("chữ đầu là “{found}”", "“{found}” comes first")

    def find(self, alignment: Alignment) -> Iterator[Finding]:
        """Yield the first letter."""
        yield Finding(0, 1, alignment.line.text[:1].upper())
'''
LINK = '''

class GroupLink(LinkRule):
    """The link of a group.

    What: The link leads to a group.
    Why: It is tested.
    Example: –
    Fix: –
    Tiếng Việt: Đường link của nhóm.
    """

    code, name, severity, fix = "FN802", "group-link", "error", "none"
    problem = "not-a-page"
    message = Text("đây là nhóm", "this is a group")

    def find(self, facts: RowFacts) -> Sequence[Finding]:
        """Return the link of a group."""
        link = facts.row.link or ""
        return [Finding(0, len(link))] if "/groups/" in link else []
'''
CASES = {
    "FN801": """
- name: mặt trận Hải Hậu Nam Định
  unit: "366"
  codes: FN306 FN801
  found:
    - [0, 1, m, M]
- name: Mặt trận Hải Hậu Nam Định
  status: ok
  unit: "366"
""",
    "FN802": """
- name: Mặt trận Hải Hậu Nam Định
  link: https://www.facebook.com/groups/618245037
  status: ok
  unit: "366"
  codes: FN602 FN802
  found:
    - [0, 41, "https://www.facebook.com/groups/618245037", null]
- name: Mặt trận Hải Hậu Nam Định
  link: https://www.facebook.com/mattranhaihau
  status: ok
  unit: "366"
""",
}
LIST = """Tên trang,Đường link
mặt trận Hải Hậu Nam Định,https://www.facebook.com/groups/618245037
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout with a module more among its rules, their cases, nothing else changed, and a list to check."""
    folder = tmp_path_factory.mktemp("copy")
    package = folder / "fanpage_names"
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__", "data"))
    with as_file(DATA) as data:
        shutil.copytree(data, package / "data", ignore=shutil.ignore_patterns("__pycache__", "*.yaml", "sources"))
    (package / "rules" / "of_a_test.py").write_text(FOREWORD + CAPITAL + LINK, encoding="utf-8")
    (folder / "list.csv").write_text(LIST, encoding="utf-8")
    for part in ("tests/cases", "tests/rules", "tools"):
        shutil.copytree(CHECKOUT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("pyproject.toml", "tests/conftest.py"):
        shutil.copy(CHECKOUT / file, folder / file)
    for code, cases in CASES.items():
        (folder / "tests" / "cases" / f"{code}.yaml").write_text(cases, encoding="utf-8")
    return folder


def run(copy: Path, *arguments: str) -> str:
    return python(copy, "-m", "fanpage_names", *arguments)


def python(copy: Path, *arguments: str) -> str:
    env = {**os.environ, "PYTHONPATH": str(copy), "FANPAGE_NAMES_LANG": "en", "PYTHONUTF8": "1"}
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=copy, env=env, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode in {0, 1}, done.stderr
    return done.stdout


def test_check_asks_a_new_rule(copy: Path) -> None:
    [row] = json.loads(run(copy, "check", "list.csv", "--format", "json"))
    assert [found["code"] for found in row["diagnostics"]] == ["FN306", "FN801", "FN602", "FN802"]
    assert row["fixed"] is None, "one of its fixes is not safe"
    [row] = json.loads(run(copy, "check", "list.csv", "--format", "json", "--ignore", "FN8"))
    assert [found["code"] for found in row["diagnostics"]] == ["FN306", "FN602"]


def test_report_shows_it_where_it_says(copy: Path) -> None:
    report = json.loads(run(copy, "report", "list.csv", "--format", "json", "--on", "2022-01-01"))
    shown = {(problem["kind"], *problem["codes"]) for problem in report["problems"]}
    assert {("deviates", "FN306", "FN801"), ("not-a-page", "FN602"), ("not-a-page", "FN802")} <= shown


def test_migrate_doubts_where_it_says(copy: Path) -> None:
    [page] = json.loads(run(copy, "migrate", "list.csv", "--to", "2025-07-01", "--format", "json"))
    assert page["doubts"] == "FN801"


@pytest.mark.parametrize("asked", ["FN801", "first-letter"])
def test_explain_tells_it(copy: Path, asked: str) -> None:
    told = run(copy, "explain", asked)
    assert told.startswith("FN801 first-letter (error, unsafe fix)\n")
    assert "The name begins with a small letter." in told


def test_its_cases_and_its_documentation_are_tested(copy: Path) -> None:
    files = ["tests/rules/test_cases.py", "tests/rules/test_documentation.py"]
    said = python(
        copy, "-m", "pytest", *files, "-o", "addopts=", "-p", "no:cacheprovider", "-k", "FN801 or FN802", "-rA"
    )
    passed = set(re.findall(r"^PASSED .*::(\w+\[.*\])$", said, re.MULTILINE))
    assert {f"test_case[FN80{rule}-{number}]" for rule in (1, 2) for number in (1, 2)} <= passed
    assert {f"{test}[FN80{rule}]" for rule in (1, 2) for test in ("test_rule_has_cases", "test_sections")} <= passed
    assert {"test_example_has_the_rule[FN801]", "test_fix_is_clean[FN801]"} <= passed
    assert not re.search(r"^(FAILED|ERROR)", said, re.MULTILINE), said


def test_the_page_of_the_rules_has_it(copy: Path) -> None:
    page = python(copy, "-c", "from tools.build_docs import rules_page; print(rules_page())")
    assert "\n| FN801 | first-letter |" in page
    assert "\n## FN802 group-link (error, no fix)\n" in page


def test_no_module_outside_knows_a_code_or_a_family() -> None:
    """A code within a longer text, as in "write FN303=error", only shows how codes are written."""
    known = {path.relative_to(PACKAGE).as_posix(): [*codes_and_families(path)] for path in OUTSIDE}
    assert {module: found for module, found in known.items() if found} == EXAMPLES


def codes_and_families(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(r"FN\d{1,3}", node.value):
            yield node.value
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        yield from (name for name in names if name.startswith("fanpage_names.rules.") and name not in KINDS)
