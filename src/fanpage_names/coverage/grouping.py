"""Which units a report shows together: those of a district, of a former district, or of a cluster of communes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import NamedTuple

from fanpage_names.history.timeline import History
from fanpage_names.units.model import Unit, UnitList


class Group(NamedTuple):
    """Units that are shown together.

    Attributes:
        unit: their district or province, or the former district that they lay in; None for a cluster.
        cluster: the cluster's name; empty where there is none.
        former: whether the district is a former one, which has no page and no officer.
        unsaid: whether these are the communes whose cluster nobody says: they stand last.
    """

    unit: Unit | None = None
    cluster: str = ""
    former: bool = False
    unsaid: bool = False

    @property
    def key(self) -> str:
        """What tells it from the other groups of its kind, in reports of other days too."""
        return self.unit.code if self.unit else self.cluster

    @property
    def name(self) -> str:
        """What it is called: "huyện Hải Hậu", "Cụm số 1"."""
        return self.unit.name_with_type if self.unit else self.cluster


Grouping = Callable[[Unit], Group]


def by_district(unit: Unit) -> Group:
    """Return the group of a unit's district, or without one that of its province."""
    return Group(unit.at("district") or unit.province)


def by_former_district(units: UnitList, history: History) -> Grouping:
    """Return what groups the communes of a list without districts by the district that most of each lay in.

    Where as many of the units that became a commune lay in one district as in another, it is that of the first of them,
    in the order of the list before. What is no commune, or has no predecessor, is with its province.
    """
    former = {unit.code: _former_district(units, history, unit) for unit in units.at_level("commune")}

    def group(unit: Unit) -> Group:
        district = former.get(unit.code)
        return Group(district, former=True) if district else by_district(unit)

    return group


def _former_district(units: UnitList, history: History, commune: Unit) -> Unit | None:
    before = history.predecessors(units.id, commune.code).units
    counts = Counter(unit.district for unit in before if unit.district)
    return counts.most_common(1)[0][0] if counts else None


def by_cluster(clusters: Mapping[str, str], without: str) -> Grouping:
    """Return what groups communes by their clusters.

    Args:
        clusters: the cluster of each commune, by code.
        without: what the communes are called together whose cluster nobody says.
    """

    def group(unit: Unit) -> Group:
        if unit.level != "commune":
            return by_district(unit)
        said = clusters.get(unit.code)
        return Group(cluster=said or without, unsaid=said is None)

    return group
