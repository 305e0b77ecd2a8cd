"""Unit lists by name or path: the shipped ones and people's own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from fanpage_names.errors import UseError
from fanpage_names.lang import Text
from fanpage_names.units.model import UnitList
from fanpage_names.units.reading import read_period, read_units
from fanpage_names.units.shipped import shipped_text
from fanpage_names.units.yaml_text import yaml_text

DEFAULT_UNITS = "nam_dinh_units"
"""The list that the letter was written for."""

MAX_BYTES = 16 * 1024 * 1024
"""Ten times a list of the whole country."""

_LISTS = ("nam_dinh_units", "nam_dinh_2024", "ninh_binh_2025")


def shipped_names() -> tuple[str, ...]:
    """Return the names of the shipped lists, in the order of their time in force."""
    return _LISTS


def load_units(name_or_path: str | Path) -> UnitList:
    """Return a unit list.

    Args:
        name_or_path: a shipped list's name, with or without `.yaml`, or the path of any YAML file. A file
            that is there comes before a shipped list of the same file name: an edited copy is what is meant.

    Raises:
        UnitsFileError: the file has faults; it carries every one with its line.
        UseError: there is no such list, or the file cannot be read.
    """
    path = Path(name_or_path)
    name = str(name_or_path).removesuffix(".yaml")
    if name in _LISTS and not (path.suffix and path.is_file()):
        return read_units(_list_text(name), f"{name}.yaml", name)
    return read_units(_file_text(path), str(path), path.stem)


def snapshot_on(day: date) -> str | None:
    """Return the name of the shipped list in force on `day`; None for a day before the first of them."""
    for name in _LISTS:
        head = _list_text(name).partition("\nprovinces:")[0]
        first, last = read_period(head, f"{name}.yaml")
        if (first is None or first <= day) and (last is None or day <= last):
            return name
    return None


def units_as_of(day: date) -> str:
    """Return the name of the shipped list in force on `day`.

    Raises:
        UseError: no list goes back so far.
    """
    name = snapshot_on(day)
    if name is None:
        raise UseError(
            f"{day}: không có danh mục nào cũ như vậy; danh mục cũ nhất: {_LISTS[0]}",
            f"{day}: no list goes back so far; the oldest one: {_LISTS[0]}",
        )
    return name


def newer_list(units: UnitList, today: date) -> Text | None:
    """Return a word for the user where `units` is a shipped list and another one is in force on `today`.

    A list of somebody's own has no successor among the shipped ones.
    """
    name = snapshot_on(today) if units.id in _LISTS else None
    if name is None or name == units.id:
        return None
    return Text(
        f"đang dùng danh mục {units.title} ({units.id}); danh mục hiện hành: --units {name}",
        f"using the list {units.title} ({units.id}); the one in force today: --units {name}",
    )


def _list_text(name: str) -> str:
    return shipped_text(f"{name}.yaml")


def _file_text(path: Path) -> str:
    if path.is_dir():
        raise UseError(f"{path}: đây là thư mục; hãy ghi tên tệp YAML", f"{path}: this is a folder; name a YAML file")
    lists, megabytes = ", ".join(_LISTS), MAX_BYTES >> 20
    return yaml_text(
        path,
        MAX_BYTES,
        missing=Text(f"không có tệp này; danh mục có sẵn: {lists}", f"no such file; shipped lists: {lists}"),
        too_large=Text(
            f"quá lớn đối với một danh mục đơn vị (hơn {megabytes} MB)",
            f"too large for a unit list (over {megabytes} MB)",
        ),
    )
