"""The comments of a document: those of an earlier marked copy go, new ones come, a person's stay.

Source: ECMA-376 part 1, 17.13.4 (comments).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from zipfile import ZipFile

from fanpage_names.tables.docx_reading import W
from fanpage_names.tables.elements import Element, elements, part_of
from fanpage_names.tables.faults import damaged
from fanpage_names.tables.limits import Budget
from fanpage_names.tables.package import DOCUMENT, part_of_kind
from fanpage_names.workbooks.cells import writable
from fanpage_names.workbooks.comments import AUTHOR
from fanpage_names.workbooks.content_types import TYPES, ContentTypes
from fanpage_names.workbooks.copying import Parts
from fanpage_names.workbooks.leads import Leads
from fanpage_names.workbooks.patching import Patch, xml_text

SPACE = W.strip()
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_EMPTY = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="%s"></w:comments>' % (
    SPACE.encode()
)
_ANCHORS = (W + "commentRangeStart", W + "commentRangeEnd")


class Anchor(NamedTuple):
    """What ties a comment to a piece of the document.

    Attributes:
        before: stands before the piece.
        after: stands behind it.
    """

    before: bytes
    after: bytes


class DocumentComments:
    """The comments of one document.

    Args:
        archive: the document.
        budget: what it may ask for.

    Attributes:
        again: whether an earlier copy said something in it.

    Raises:
        UseError: as `elements`; or the comments are none.
    """

    def __init__(self, archive: ZipFile, budget: Budget) -> None:
        self._archive, self._budget = archive, budget
        self._part = part_of_kind(archive, DOCUMENT, "/comments", budget)
        content = part_of(archive, self._part, budget.file) if self._part else _EMPTY
        root = next(elements(content, lambda name, _: name == W + "comments", budget), None)
        if root is None:
            raise damaged(budget.file)
        self._root, self._patch = root, Patch(content)
        earlier = [one for one in root if one.get(W + "author") == AUTHOR]
        for one in earlier:
            self._patch.remove(one)
        self._earlier = {one.get(W + "id") for one in earlier}
        self._next = max((int(one.get(W + "id")) for one in root if one.get(W + "id").isdecimal()), default=-1) + 1
        self._new: list[bytes] = []

    @property
    def again(self) -> bool:
        """Whether an earlier copy said something."""
        return bool(self._earlier)

    def add(self, text: str) -> Anchor:
        """Say something, a line each, and return what ties it to its place."""
        number = self._next + len(self._new)
        lines = b"".join(
            b'<w:p><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p>' % xml_text(writable(line))
            for line in text.split("\n")
        )
        self._new.append(
            b'<w:comment xmlns:w="%s" w:id="%d" w:author="%s" w:initials="FN">%s</w:comment>'
            % (SPACE.encode(), number, AUTHOR.encode(), lines)
        )
        space, numbered = SPACE.encode(), b'w:id="%d"' % number
        return Anchor(
            b'<w:commentRangeStart xmlns:w="%s" %s/>' % (space, numbered),
            b'<w:commentRangeEnd xmlns:w="%s" %s/><w:r xmlns:w="%s"><w:commentReference %s/></w:r>'
            % (space, numbered, space, numbered),
        )

    def forget(self, content: bytes, patch: Patch) -> None:
        """Take out of the document what ties the comments of an earlier copy to their places."""
        if self._earlier:
            for one in elements(content, lambda name, _: name in (*_ANCHORS, W + "r"), self._budget):
                anchors = [one] if one.name in _ANCHORS else _references(one)
                if any(anchor.get(W + "id") in self._earlier for anchor in anchors):
                    patch.remove(one)

    def parts(self) -> Parts:
        """Return the parts that change beside the document."""
        if not self._new and not self._earlier:
            return {}
        if self._new:
            self._patch.append(self._root, b"".join(self._new))
        if self._part:
            return {self._part: self._patch.written()}
        taken, number = self._archive.namelist(), 0
        while (part := f"word/comments{number or ''}.xml") in taken:
            number += 1
        leads, types = Leads(self._archive, DOCUMENT, self._budget), ContentTypes(self._archive, self._budget)
        leads.add("/comments", part)
        types.set(part, _KIND)
        return {part: self._patch.written(), TYPES: types.written(), **leads.parts()}


def _references(run: Element) -> Sequence[Element]:
    return [one for one in run if one.name == W + "commentReference"]
