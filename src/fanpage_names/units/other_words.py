"""Words that stand around the names of units and are none: other bodies, what lies below the commune, places.

They are data (`data/other_words.yaml`, which says what its keys mean), shipped in a compiled form that loads quickly.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple

from fanpage_names.lang import Text
from fanpage_names.units.shipped import shipped_bytes

FILE = "other_words.json"
"""The compiled file."""

Kind = Literal["body", "below-commune", "place", "harmless", "shared"]
SECTIONS: Mapping[str, Kind] = {
    "bodies": "body",
    "below_commune": "below-commune",
    "places": "place",
    "harmless": "harmless",
    "shared": "shared",
}
"""The keys of the file, and what their words are."""
Before = Literal["words", "before_type", "before_number", "beginning"]
BEFORE: tuple[Before, ...] = ("words", "before_type", "before_number", "beginning")
"""The keys of an entry that hold words: what must follow for them to count."""


class OtherWords(NamedTuple):
    """Words for one thing.

    Attributes:
        kind: a body, what lies below the commune, a place, words that do no harm, or those of a shared page.
        name: what messages call it.
        words: how it is written, each by what must follow for it to count.
    """

    kind: Kind
    name: Text
    words: Mapping[Before, Sequence[str]]


@cache
def shipped_other_words() -> tuple[OtherWords, ...]:
    """Return the words that come with the package."""
    return tuple(
        OtherWords(kind, Text(vi, en), dict(zip(BEFORE, words, strict=True)))
        for kind, vi, en, *words in json.loads(shipped_bytes(FILE))
    )


def compiled(entries: Iterable[OtherWords]) -> str:
    """Return the text of the compiled file: a line an entry."""
    rows = [
        [entry.kind, entry.name.vi, entry.name.en, *(list(entry.words.get(key, ())) for key in BEFORE)]
        for entry in entries
    ]
    return "[\n" + ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows) + "\n]\n"
