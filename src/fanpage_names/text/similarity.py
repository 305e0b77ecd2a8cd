"""How like a written name is to a name of the list, letters and marks taken together."""

from __future__ import annotations

import re

from fanpage_names.text.edits import number_of_edits
from fanpage_names.text.fold import fold_tone_placement
from fanpage_names.text.letters import bare
from fanpage_names.text.sound import without_runs

_OPEN = re.compile("[oòóỏõọ][aàáảãạeèéẻẽẹ]|[uùúủũụ][yỳýỷỹỵ]")
"""Where the tone mark has two places."""


def other_marks(written: str, name: str) -> int:
    """Return how many letters differ in their marks only, beside those that differ as letters.

    A name written without any mark says nothing about marks: 0.
    """
    if written.isascii():
        return 0
    one, other = plain(written), plain(name)
    return max(0, number_of_edits(one, other) - number_of_edits(bare(one), bare(other)))


def plain(name: str) -> str:
    """Return a name in small letters with its marks, without spaces, each tone mark where the old placement has it.

    Of letters that are doubled or held down one is left. How many letters differ between two such texts says how like
    they are.
    """
    small = name.lower()
    if _OPEN.search(small):
        small = fold_tone_placement(small)
    return without_runs(small.replace(" ", ""))
