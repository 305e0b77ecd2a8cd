"""csv and tsv: the flat columns, a row at once as it comes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

from fanpage_names.reports.check_columns import FLAT_COLUMNS, flat
from fanpage_names.rows import Checked
from fanpage_names.tables import writing
from fanpage_names.tables.formats import Options
from fanpage_names.tables.table import Table


def write_csv(results: Iterable[Checked], stream: IO[str], options: Options) -> None:
    """Write the flat columns, separated by commas."""
    writing.write_csv(Table(FLAT_COLUMNS, map(flat, results)), stream, options)


def write_tsv(results: Iterable[Checked], stream: IO[str], options: Options) -> None:
    """Write the flat columns, separated by tabs."""
    writing.write_tsv(Table(FLAT_COLUMNS, map(flat, results)), stream, options)
