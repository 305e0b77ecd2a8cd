"""What the tests of pages through mergers share."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from fanpage_names.history.loading import load_history
from fanpage_names.migrate import Migrated, Migrator
from fanpage_names.rows import Row
from fanpage_names.units.model import Style

PAST = load_history()
LETTER, OF_2024, OF_2025 = "nam_dinh_units", "nam_dinh_2024", "ninh_binh_2025"


@cache
def migrator(to_list: str = OF_2025, from_list: str = LETTER, style: Style = "short") -> Migrator:
    return Migrator(PAST, from_list, to_list, style)


def migrated(*names: str, to_list: str = OF_2025, from_list: str = LETTER) -> Sequence[Migrated]:
    return migrator(to_list, from_list).migrate(Row(name, row=row) for row, name in enumerate(names, 1))


def new_code(page: Migrated) -> str:
    return page.unit.code if page.unit else ""
