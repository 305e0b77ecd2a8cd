"""The names of the country's provinces and districts, so that a foreign unit is not taken for one of ours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fanpage_names.units.shipped import shipped_text


@dataclass(frozen=True, slots=True)
class NationalNames:
    """Bare names, NFC, in the order of the GSO's codes.

    Attributes:
        provinces: of 2021, then those that are new in 2025.
        districts: of 2021, each with the provinces that have a district of this name. A numbered district is
            named with its type word ("Quận 1"): a number alone is no name.
    """

    provinces: tuple[str, ...]
    districts: Mapping[str, tuple[str, ...]]


def national_names() -> NationalNames:
    """Return the names of the whole country, read from the shipped list."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    lists = yaml.load(shipped_text("vn_names.yaml"), Loader=loader)
    districts: dict[str, tuple[str, ...]] = {}
    for province, names in lists["districts_2021"].items():
        for name in names.split(", "):
            districts[name] = (*districts.get(name, ()), province)
    provinces = dict.fromkeys((*lists["districts_2021"], *lists["provinces_2025"].split(", ")))
    return NationalNames(tuple(provinces), districts)
