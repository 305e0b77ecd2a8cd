"""Arrows point one way: cli -> reports, tables, check -> rules -> resolve -> text, units, naming."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

PACKAGE = "fanpage_names"
SRC = Path(__file__).parents[1] / "src" / PACKAGE
ARCHITECTURE = SRC.parents[1] / "docs" / "architecture.md"

# From the bottom up: a module may import what stands on its own line or on one above it in this table.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("_version", "languages", "lang", "errors"),
    ("text",),
    ("units", "naming", "usernames", "links", "asides"),
    ("history",),
    ("gazetteer",),
    ("resolve",),
    ("alignment",),
    ("result", "rows", "context"),
    ("rules",),
    ("applying",),
    ("seen_rows", "check", "fitting", "hints", "telling"),
    ("parallel",),
    ("tables", "terminal", "settings", "coverage", "migrate"),
    ("reports", "workbooks", "fixing"),
    ("submissions",),
    ("cli", "browser"),
    ("__init__", "__main__"),
)
RANK = {part: rank for rank, parts in enumerate(LAYERS) for part in parts}

# What a part may not know although it stands above it.
STRANGERS: Mapping[str, frozenset[str]] = {
    "text": frozenset({"lang", "errors", "_version"}),
    "tables": frozenset(
        {
            "units",
            "naming",
            "history",
            "gazetteer",
            "resolve",
            "alignment",
            "rules",
            "seen_rows",
            "check",
            "coverage",
            "migrate",
        }
    ),
    "coverage": frozenset({"gazetteer", "resolve", "alignment", "applying", "tables", "check"}),
    "reports": frozenset({"gazetteer", "resolve", "alignment", "rules", "applying"}),
    "__main__": frozenset(RANK) - {"cli"},
}

# Parts that think and touch neither files nor the terminal.
PURE = (
    "lang",
    "errors",
    "text",
    "naming",
    "gazetteer",
    "resolve",
    "alignment",
    "result",
    "rows",
    "context",
    "rules",
    "applying",
    "seen_rows",
    "check",
    "telling",
    "coverage",
)
# fmt: off
OUTSIDE = frozenset((
    "asyncio", "http", "io", "os", "pathlib", "shutil", "socket", "subprocess", "sys", "tempfile", "threading",
    "urllib", "docx", "openpyxl", "rich", "typer", "xlrd", "xlsxwriter", "yaml",
))
# fmt: on


def _part(module: str) -> str:
    """The part of the package that a module belongs to: the package or module right below the root."""
    return module.split(".")[1] if "." in module else "__init__"


def _modules() -> dict[str, Path]:
    found = {}
    for path in sorted(SRC.rglob("*.py")):
        names = path.relative_to(SRC.parent).with_suffix("").parts
        found[".".join(names[:-1] if names[-1] == "__init__" else names)] = path
    return found


def _imports(path: Path) -> Iterator[str]:
    """Everything that a module imports, wherever in the module, as dotted names."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: a relative import hides where it leads"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def graph() -> Mapping[str, frozenset[str]]:
    """The modules of the package, each with those that it imports; of `import x.y` and `from x import y` the module."""
    modules = _modules()
    edges = {}
    for module, path in modules.items():
        inside = (name for name in _imports(path) if name.split(".")[0] == PACKAGE)
        edges[module] = frozenset(name if name in modules else name.rpartition(".")[0] for name in inside)
    return edges


def test_every_part_has_its_layer() -> None:
    parts = {_part(module) for module in graph()}
    assert parts == RANK.keys(), "a new part of the package needs its place in LAYERS"


def _may_import(part: str, below: str) -> bool:
    if below == part or (below == "__init__" and part in {"cli", "__main__"}):
        return True
    return RANK[below] <= RANK[part] and below not in STRANGERS.get(part, ())


def test_imports_point_down() -> None:
    edges = [(module, imported) for module, targets in graph().items() for imported in targets]
    assert [f"{one} imports {other}" for one, other in edges if not _may_import(_part(one), _part(other))] == []


def test_nothing_imports_the_command_line() -> None:
    importers = {module for module, imported in graph().items() if any(_part(name) == "cli" for name in imported)}
    assert {_part(module) for module in importers} <= {"cli", "__main__"}


def test_no_modules_import_each_other() -> None:
    order = TopologicalSorter({module: imported for module, imported in graph().items() if module != PACKAGE})
    assert set(order.static_order()) >= graph().keys() - {PACKAGE}


def test_the_core_touches_nothing_outside() -> None:
    core = {module: path for module, path in _modules().items() if _part(module) in PURE}
    touched = [(module, name) for module, path in core.items() for name in _imports(path)]
    assert [(module, name) for module, name in touched if name.split(".")[0] in OUTSIDE] == []


def test_the_picture_in_the_documentation_is_this_one() -> None:
    picture = ARCHITECTURE.read_text(encoding="utf-8").partition("<!-- layers -->")[2].partition("<!-- /layers -->")[0]
    drawn = [line.partition("│") for line in picture.splitlines() if line and not line.startswith("```")]
    assert [tuple(parts.split()) for parts, _, _ in drawn] == list(reversed(LAYERS))
    assert all(about.strip() for _, _, about in drawn)
