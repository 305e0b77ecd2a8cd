"""Where the cells of an xlsx workbook lead to when they are clicked.

Source: ECMA-376 part 1, 18.3.1.47 (hyperlink). Nothing is ever followed.
"""

from __future__ import annotations

from collections.abc import Mapping
from zipfile import ZipFile

from fanpage_names.tables.limits import Budget
from fanpage_names.tables.markup import Attributes, read_through
from fanpage_names.tables.package import MAIN, links, named, relationship_of
from fanpage_names.tables.places import place_of


def sheet_targets(archive: ZipFile, part: str, budget: Budget, column: int) -> Mapping[int, str]:
    """Return the addresses that the cells of one column lead to, by row; of merged cells the first leads.

    Only a sheet that leads somewhere at all is looked through.

    Raises:
        UseError: as `markup.walk`.
    """
    addresses = links(archive, part, budget)
    found: dict[int, str] = {}

    def hyperlink(attributes: Attributes) -> None:
        if address := addresses.get(relationship_of(attributes)):
            row, at = place_of(attributes.get("ref", "").partition(":")[0])
            if at == column:
                found[row] = address

    if addresses:
        read_through(archive, part, budget, named(MAIN, {"hyperlink": hyperlink}))
    return found
