"""What goes into the page, without building it."""

from __future__ import annotations

import ast
import re
import sys
import tomllib

import build_page

from fanpage_names import __version__

PAGE = build_page.HERE
OUTSIDE = {"typer", "rich", "docx", "yaml"}
"""What only the command line needs: terminals, letters in Word, unit lists of one's own."""


def wheels() -> dict[str, str]:
    """The wheels by name, with their lines."""
    lines = (PAGE / "wheels.txt").read_text(encoding="utf-8").splitlines()
    return {line.partition("==")[0]: line for line in lines if not line.startswith("#")}


def test_the_libraries_that_the_page_needs_are_inside_and_no_others() -> None:
    needed = set()
    for path in build_page.LIBRARY.rglob("*.py"):
        if "cli" in path.relative_to(build_page.LIBRARY).parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                needed |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                needed.add(node.module.partition(".")[0])
    others = needed - sys.stdlib_module_names - {"fanpage_names"} - OUTSIDE
    assert others == {name.lower() for name in wheels()}


def test_nothing_that_the_page_needs_of_python_is_left_out() -> None:
    imported = {
        line.split()[1].partition(".")[0]
        for path in build_page.LIBRARY.rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.match(r"\s*(import|from) \w", line)
    }
    assert imported & build_page.UNUSED == {"multiprocessing"}, "which stands where several processes are asked for"


def test_wheels_are_pinned_with_their_hashes() -> None:
    assert all(re.fullmatch(r"[\w-]+==[\d.]+ --hash=sha256:[0-9a-f]{64}", line) for line in wheels().values())


def test_npm_packages_are_pinned_with_their_hashes() -> None:
    package = (PAGE / "package.json").read_text(encoding="utf-8")
    assert not re.search(r'": "[\^~>]', package)
    lock = (PAGE / "package-lock.json").read_text(encoding="utf-8")
    assert lock.count('"integrity"') == lock.count('"node_modules/')


def test_every_part_has_its_licence() -> None:
    named = (PAGE / "licences" / "_parts.txt").read_text(encoding="utf-8")
    kept = {path.stem for path in (PAGE / "licences").glob("*.txt")}
    assert kept == {"_parts", "MPL-2.0", "Python", *wheels()}
    for name in wheels():
        assert re.search(rf"^{name}\. ", named, re.MULTILINE)


def test_the_package_of_the_page_has_the_version_of_the_library() -> None:
    assert tomllib.loads((PAGE / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"] == __version__


def test_texts_of_the_page_are_in_both_languages() -> None:
    markup = (PAGE / "src" / "index.html").read_text(encoding="utf-8")
    body = markup.partition('<div id="page"')[2]
    assert body.count('<span lang="vi">') == body.count('<span lang="en">') > 10
    scripts = [path.read_text(encoding="utf-8") for path in (PAGE / "src").glob("*.js")]
    assert sum(len(re.findall(r"say\(\s*[\"`'.]", script)) for script in scripts) > 20


def test_the_policy_lets_nothing_out() -> None:
    page = build_page.page({"worker.js": b"", "licences.txt": b""})
    policy = re.search(r'http-equiv="Content-Security-Policy" content="(.*?)"', page)
    assert policy
    rules = dict(rule.split(" ", 1) for rule in policy[1].split("; "))
    assert rules["default-src"] == rules["connect-src"] == rules["form-action"] == "'none'"
    assert "http" not in policy[1]
    assert "unsafe-inline" not in rules["script-src"]
    assert page.count("<script>") == rules["script-src"].count("'sha256-") == 2


def test_base_85_holds_no_end_of_a_script() -> None:
    (script,) = build_page.payload_scripts({"x": bytes(range(256)) * 64})
    data = script.removesuffix("</script>").partition(">")[2]
    assert "/" not in data
    assert len(data) % 5 == 0
