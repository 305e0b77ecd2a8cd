"""The configuration file of this run: where it is, and what it says in place of options."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from fanpage_names.cli.arguments import has_flag, last_value
from fanpage_names.errors import UseError

if TYPE_CHECKING:
    from fanpage_names.settings import Given, Value

FILE_NAME = "fanpage-names.yaml"
FILE_OPTION = "--config"
NO_FILE_FLAGS = ("--no-config", "--isolated")


@dataclass(frozen=True, slots=True)
class Configuration:
    """The file in force and what it says.

    Attributes:
        file: the file; None where there is none.
        given: what it says, by key.
        fault: what is wrong with the file, for commands to raise: their help is shown all the same.
    """

    file: Path | None = None
    given: Mapping[str, Given] = field(default_factory=dict)
    fault: UseError | None = None

    def defaults(self) -> dict[str, Value]:
        """Return what stands for options that are not on the line, by the parameter's name."""
        if not self.given:
            return {}
        from fanpage_names.settings import SETTINGS

        return {one.parameter: self.given[one.key].value for one in SETTINGS if one.parameter and one.key in self.given}


@cache
def configuration() -> Configuration:
    """Return the configuration: of the file that `--config` names, else of the nearest one from here upwards."""
    file = _file()
    if file is None:
        return Configuration()
    from fanpage_names.settings import load_settings

    try:
        return Configuration(file, load_settings(file))
    except UseError as fault:
        return Configuration(file, fault=fault)


def _file() -> Path | None:
    if has_flag(*NO_FILE_FLAGS):
        return None
    if named := last_value(FILE_OPTION):
        return Path(named)
    try:
        here = Path.cwd()
    except OSError:  # the folder was removed, or may not be read
        return None
    return next((path for folder in (here, *here.parents) if _is_there(path := folder / FILE_NAME)), None)


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a folder that may not be entered
        return False
