"""Named tuples that are made without their constructors hold all their values."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import fanpage_names

SRC = Path(fanpage_names.__file__).parent


def made() -> Iterator[tuple[str, str, int]]:
    """The module, the kind and the number of values of each tuple that is made so and written out."""
    for path in SRC.rglob("*.py"):
        module = ".".join((SRC.name, *path.relative_to(SRC).with_suffix("").parts))
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "new"):
                continue
            kind, values = node.args
            assert isinstance(kind, ast.Name)
            sizes = [size(value) for value in values.elts] if isinstance(values, ast.Tuple) else [None]
            if None not in sizes:
                yield module, kind.id, sum(filter(None, sizes))


def size(value: ast.expr) -> int | None:
    """How many values an element is; None where that is not written out."""
    if not isinstance(value, ast.Starred):
        return 1
    return len(value.value.elts) if isinstance(value.value, ast.Tuple) else None


def test_they_have_as_many_values_as_fields() -> None:
    found = list(made())
    assert len(found) > 10
    for module, kind, values in found:
        assert len(getattr(importlib.import_module(module), kind)._fields) == values, (module, kind)
