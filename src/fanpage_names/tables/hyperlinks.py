"""Where the cells of an xlsx workbook lead to when they are clicked; calamine does not tell.

Source: ECMA-376 part 1, 18.3.1.47 (hyperlink). Nothing is ever followed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from fanpage_names.tables.archive import column_number, opened, pieces
from fanpage_names.tables.package import links, worksheets

_HYPERLINK = re.compile(rb"<(?:\w+:)?hyperlink\s[^>]*>")
_RELATED = "xl/worksheets/_rels/"
_REF = re.compile(rb"""\sref=["']([A-Za-z]{1,3})([0-9]{1,7})\b""")
_ID = re.compile(rb"""\s\w+:id=["']([^"']+)""")


def sheet_targets(path: Path, file: str, sheet: str, column: int) -> Mapping[int, str]:
    """Return the addresses that the cells of one column lead to, by row; of merged cells the first leads.

    Only a sheet that leads somewhere at all is looked through, in steady memory.

    Raises:
        UseError: the file is damaged.
    """
    with opened(path, file) as archive:
        related = (member for member in archive.namelist() if member.startswith(_RELATED))
        if not any(b"/hyperlink" in archive.read(member) for member in related):
            return {}
        part = worksheets(archive, file).get(sheet)
        addresses = links(archive, part, file) if part else {}
        if not part or not addresses:
            return {}
        found = {}
        for piece in pieces(archive, part):
            for tag in _HYPERLINK.findall(piece):
                ref, number = _REF.search(tag), _ID.search(tag)
                address = addresses.get(number[1].decode("utf-8", "replace")) if number else None
                if ref and address and column_number(ref[1]) == column:
                    found[int(ref[2])] = address
        return found
