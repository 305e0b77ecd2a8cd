"""The shipped lists of a province that somebody names: with or without marks and type, or as lists are named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fanpage_names.text.fold import fold_letters, key_of
from fanpage_names.units.catalogue import DAYS, Shipped, catalogue

_TYPE = re.compile(r"\s*(?:tinh|thanh pho|tp|t)\b[\s.]*")


def lists_of_province(text: str) -> Sequence[Shipped]:
    """Return the lists of all snapshots whose province bore this name; none where no province did."""
    folded = fold_letters(text)
    keys = {key_of(folded), key_of(_TYPE.sub("", folded, count=1))}
    return [each for each in catalogue().values() if each.year in DAYS and key_of(each.province) in keys]
