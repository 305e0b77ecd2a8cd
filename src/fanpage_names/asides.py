"""What stands in a name's cell and is no part of the name: a list number, a note that the page is there, its address.

Each is told apart from the name before that is read, so that no word of it is taken for a part of a unit's name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from fanpage_names.links import find_address
from fanpage_names.text.phrases import has_words, label
from fanpage_names.text.unbuilt import unbuilt_behind

Kind = Literal["number", "note", "address"]

_NUMBER = re.compile(r"\s*(?:\(?\d{1,3}\s*[.)/\-–:]+|(?!X\.)[IVX]{1,4}[.)]|[a-g][.)])\s*(?=[^\W\d])")
"""A list number; "X." is none, but the short form of a commune's type word."""
_NUMBERS_BEGIN = frozenset("0123456789( IVXabcdefg")
_NOTE = re.compile(r"[(\[{]([^()\[\]{}]{1,40})[)\]}]\s*$")
_THERE = re.compile(
    r"\W*(?:(?:trang )?(?:da (?:co|lap|xai dung|tao|hoat dong|hoan thanh|xong)|dang hoat dong|co roi|xong)\b.*)"
)

_LONGEST_NOTE = 60
_SIGN = re.compile(r"ua\b|ong\b|ko\b|se\b|da\b")
_THERE_OPEN = re.compile(
    r"(?:\s*[:;,=>–—-]+\s*|\s+)(?:đã|da) (?:có|lập|xây dựng|tạo|hoạt động|hoàn thành|co|lap|xay dung|tao|hoat dong)"
    r"(?: (?:trang|fanpage|page|facebook|xong|rồi))*\W*$",
    re.IGNORECASE,
)


class Aside(NamedTuple):
    """A piece of a cell that is no part of the name.

    Attributes:
        kind: what it is.
        start: where it begins.
        end: the offset after it.
        before: where what leads to it begins, such as "link:"; it goes with it.
        after: the offset after what belongs to it behind.
        sure: whether it says nothing but that the page is there, or where.
    """

    kind: Kind
    start: int
    end: int
    before: int
    after: int
    sure: bool = True


def find_asides(text: str) -> Sequence[Aside]:
    """Return what stands in a name's cell beside the name, in its order; nothing where no name would be left."""
    found: list[Aside] = []
    if text[:1] in _NUMBERS_BEGIN and (number := _NUMBER.match(text)):
        found.append(Aside("number", 0, number.end(), 0, number.end()))
    if "." in text and (address := find_address(text)):
        found.append(Aside("address", address.start, address.end, address.before, address.after))
    if note := _note(text):
        found.append(note)
    if not found:
        return ()
    apart = all(one.after <= other.before for one, other in pairwise(found))
    return found if apart and has_words(without_asides(text, found)) else ()


def _note(text: str) -> Aside | None:
    """Return what a cell says behind the name of its page: that it is there, or in the making."""
    if text.endswith((")", "]", "}", " ")) and (note := _NOTE.search(text)) and _THERE.fullmatch(label(note[1])):
        start = len(text[: note.start()].rstrip())
        return Aside("note", start, len(text), start, len(text))
    last = text[-_LONGEST_NOTE:].lower()
    # Every name passes here: what no note can do without is looked for by the quickest means.
    signs = "ưa" in last or "ang" in last or "ông" in last or "đã" in last or "ẽ" in last
    if not signs and not (last.isascii() and _SIGN.search(last)):
        return None
    said = unbuilt_behind(text)
    if said is None and (there := _THERE_OPEN.search(text, max(1, len(text) - _LONGEST_NOTE))):
        said = there.start()
    return None if said is None else Aside("note", said, len(text), said, len(text), sure=False)


def without_asides(text: str, asides: Sequence[Aside]) -> str:
    """Return a text without some pieces."""
    kept, at = [], 0
    for aside in asides:
        kept.append(text[at : aside.before])
        at = aside.after
    return "".join([*kept, text[at:]])


def place_within(offset: int, asides: Sequence[Aside], *, end: bool) -> int:
    """Return where a place in the text without its asides is in the whole text.

    Args:
        offset: the place in what was left.
        asides: what was taken out.
        end: whether it is the end of a piece: that comes before what was taken out there, a beginning after it.
    """
    for aside in asides:
        if offset < aside.before or (end and offset == aside.before):
            break
        offset += aside.after - aside.before
    return offset
