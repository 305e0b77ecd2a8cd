"""Unit lists by name or path: the shipped ones and people's own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from fanpage_names.errors import UseError
from fanpage_names.lang import Text
from fanpage_names.units.catalogue import COUNTRY, DAYS, load_shipped, of_year
from fanpage_names.units.model import UnitList

DEFAULT_UNITS = "nam_dinh_units"
"""The list that the letter was written for."""

OTHER_NAMES: Mapping[str, str] = {"nam_dinh_2021": DEFAULT_UNITS}
"""Names of lists that have another one: the letter's list came first."""

MAX_BYTES = 16 * 1024 * 1024
"""Ten times a list of the whole country."""


def shipped_names() -> tuple[str, ...]:
    """Return the names of the shipped lists: those of each snapshot by the provinces' codes, then the country."""
    return tuple(
        name for year in DAYS for name in (*(listed.name for listed in of_year(year)), COUNTRY.format(year=year))
    )


def shipped_name(text: str) -> str | None:
    """Return the name of the shipped list that `text` names, with or without `.yaml`; None where there is none."""
    name = text.removesuffix(".yaml")
    name = OTHER_NAMES.get(name, name)
    return name if name in shipped_names() else None


def load_units(name_or_path: str | Path, day: date | None = None) -> UnitList:
    """Return a unit list, each unit with its type of the day.

    Args:
        name_or_path: a shipped list's name, with or without `.yaml`, or the path of any YAML file. A file
            that is there comes before a shipped list of the same file name: an edited copy is what is meant.
        day: the day of use; today, where it is not given.

    Raises:
        UnitsFileError: the file has faults; it carries every one with its line.
        UseError: there is no such list, or the file cannot be read.
    """
    path = Path(name_or_path)
    name = shipped_name(str(name_or_path))
    is_own = name is None or (path.suffix and path.is_file())
    units = _own(path) if name is None or is_own else load_shipped(name)
    return units.on(day or date.today())


def _own(path: Path) -> UnitList:
    """Read a YAML file of somebody's own."""
    from fanpage_names.units.reading import read_units

    return read_units(_file_text(path), str(path), path.stem)


def _file_text(path: Path) -> str:
    from fanpage_names.units.yaml_text import yaml_text

    if path.is_dir():
        raise UseError(
            "{path}: đây là thư mục; hãy ghi tên tệp YAML", "{path}: this is a folder; name a YAML file", path=path
        )
    megabytes = MAX_BYTES >> 20
    return yaml_text(
        path,
        MAX_BYTES,
        missing=_missing(path.name),
        too_large=Text(
            "quá lớn đối với một danh mục đơn vị (hơn {megabytes} MB)",
            "too large for a unit list (over {megabytes} MB)",
        ).format(megabytes=megabytes),
    )


def _missing(name: str) -> Text:
    """Return what to do about a list that is not there: the shipped ones with the likest names."""
    from difflib import get_close_matches

    near = get_close_matches(name.removesuffix(".yaml"), shipped_names(), n=3)
    if not near:
        return Text(
            "không có tệp này; các danh mục có sẵn: fanpage-names units lists",
            "no such file; the shipped lists: fanpage-names units lists",
        )
    lists = ", ".join(near)
    return Text("không có tệp này; danh mục gần nhất: {lists}", "no such file; nearest lists: {lists}").format(
        lists=lists
    )
