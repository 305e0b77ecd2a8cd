"""The history that comes with the package."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from fanpage_names.history.model import Change, History, Source
from fanpage_names.lang import Text
from fanpage_names.units.model import UnitList
from fanpage_names.units.reading import read_units
from fanpage_names.units.shipped import shipped_text

FILE = "history.yaml"


@cache
def load_history() -> History:
    """Return the history of the shipped lists; the lists themselves are loaded when they are asked for."""
    import yaml

    content = yaml.load(shipped_text(FILE), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    sources = {
        key: Source(fields["grade"], Text(fields["vi"], fields["en"])) for key, fields in content["sources"].items()
    }
    steps = content["steps"]
    return History(
        lists=(steps[0]["from"], *(step["to"] for step in steps)),
        dates={step["to"]: step["date"] for step in steps},
        changes=tuple(change for step in steps for change in _changes(step, sources)),
        load=_listed,
    )


def history_of(units: UnitList) -> History | None:
    """Return the history of a list; None for a list that it does not have, such as somebody's own."""
    history = load_history() if units.shipped else None
    return history if history and units.id in history.lists else None


def _changes(step: Mapping[str, Any], sources: Mapping[str, Source]) -> Iterator[Change]:
    for fields in step["changes"]:
        yield Change(
            date=step["date"],
            kind=fields["kind"],
            from_list=step["from"],
            from_code=_code(fields["was"]),
            to_list=step["to"],
            to_code=_code(fields["now"]) if "now" in fields else None,
            role=fields.get("role"),
            partial=fields.get("partial", False),
            resolution=fields.get("by", step["by"]),
            clause=str(fields["clause"]) if "clause" in fields else None,
            sources=tuple(sources[key] for key in fields.get("sources", step["sources"])),
        )


def _code(unit: str) -> str:
    """Return the code before a unit's type and name."""
    return unit.partition(" ")[0]


@cache
def _listed(list_id: str) -> UnitList:
    file = f"{list_id}.yaml"
    return replace(read_units(shipped_text(file), file, list_id), shipped=True)
