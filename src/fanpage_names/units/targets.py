"""The `targets` key of a unit list, and of the configuration: what share of the units is to have a page by when."""

from __future__ import annotations

from collections.abc import Iterator

from fanpage_names.units.faults import FaultLog
from fanpage_names.units.fields import Fields
from fanpage_names.units.model import LEVELS, Target


def read_targets(top: Fields, log: FaultLog) -> Iterator[Target]:
    """Yield the targets; what is wrong with one goes into the log."""
    for node in top.items("targets"):
        fields = Fields(node, log, ("level", "share", "before"))
        level, share, before = (
            fields.choice("level", LEVELS),
            fields.number("share", 1, 100),
            fields.day("before"),
        )
        if level and share and before:
            yield Target(level, share, before)
