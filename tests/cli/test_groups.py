"""Options in groups are the options of the command, in the order in which it names them."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from inspect import Parameter, signature
from pathlib import Path
from typing import Annotated

import typer

import fanpage_names.cli
from fanpage_names.cli.groups import ungrouped

SizeOption = Annotated[str, typer.Option("--size")]


@dataclass(frozen=True)
class Look:
    size: SizeOption = "s"
    color: Annotated[str | None, typer.Option("--color")] = None

    def told(self) -> str:
        return f"{self.size} {self.color}"


def test_the_fields_of_a_group_are_parameters_in_its_place() -> None:
    seen = []

    def draw(*, what: str, look: Look, loud: bool = False) -> int:
        """Draw."""
        seen.append((what, look.told(), loud))
        return 3

    command = ungrouped(draw)
    found = signature(command, eval_str=True).parameters
    assert [(name, one.default) for name, one in found.items()] == [
        ("what", Parameter.empty),
        ("size", "s"),
        ("color", None),
        ("loud", False),
    ]
    assert found["size"].annotation == SizeOption
    assert command.__doc__ == "Draw."
    assert command(what="a", size="m", color="red", loud=True) == 3
    assert seen == [("a", "m red", True)]


def test_no_command_is_longer_than_a_screen() -> None:
    for path in Path(fanpage_names.cli.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                assert (node.end_lineno or 0) - node.lineno < 41, f"{path.name}: {node.name}"
