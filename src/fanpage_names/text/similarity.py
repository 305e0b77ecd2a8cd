"""How like a written name is to a name of the list, letters and marks taken together."""

from __future__ import annotations

import re

from fanpage_names.text.edits import number_of_edits
from fanpage_names.text.fold import fold_tone_placement
from fanpage_names.text.sound import without_runs

_OPEN = re.compile("[oòóỏõọ][aàáảãạeèéẻẽẹ]|[uùúủũụ][yỳýỷỹỵ]")
"""Where the tone mark has two places."""


def other_marks(written: str, name: str, edits: int) -> int:
    """Return how many letters differ in their marks only, beside the `edits` that differ as letters.

    A name written without any mark says nothing about marks: 0.
    """
    return 0 if written.isascii() else max(0, number_of_edits(plain(written), plain(name)) - edits)


def plain(name: str) -> str:
    """Return a name in small letters with its marks, without spaces, each tone mark where the old placement has it.

    Of letters that are doubled or held down one is left. How many letters differ between two such texts says how like
    they are.
    """
    small = name.lower()
    if _OPEN.search(small):
        small = fold_tone_placement(small)
    return without_runs(small.replace(" ", ""))
