"""A part of a package with some of its tags and texts written anew, every other byte as it was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from fanpage_names.tables.elements import Element, tag_at

_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_IN_QUOTES = _IN_TEXT | str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})
_SPECIAL = re.compile("[&<>\r]")  # few texts have one, and to translate takes its time letter by letter
# xml.sax.saxutils has the same, and brings in all that speaks HTTP.
_NAME = re.compile(rb"</?([^\s/>]+)")
_ATTRIBUTE = re.compile(rb"""\s+([^\s=]+)\s*=\s*("[^"]*"|'[^']*')""")


class Tag(NamedTuple):
    """A tag as it is written.

    Attributes:
        name: with its prefix.
        attributes: by their names, with prefixes; values in their quotation marks.
        alone: whether the element is this tag only.
    """

    name: bytes
    attributes: Mapping[bytes, bytes]
    alone: bool

    @property
    def prefix(self) -> str:
        """What the names of elements of the same namespace begin with: "x:", or nothing."""
        before, colon, _ = self.name.rpartition(b":")
        return (before + colon).decode()

    def attribute_of(self, value: str) -> str:
        """Return the name of the attribute, with its prefix, that has some value.

        Raises:
            ValueError: there is none, or the value is written in another way.
        """
        for name, known in self.attributes.items():
            if known[1:-1] == value.encode():
                return name.decode()
        raise ValueError(value)

    def with_attributes(self, changes: Mapping[str, str | None]) -> Tag:
        """Return the tag with some attributes set, or taken away where they are None."""
        attributes = dict(self.attributes)
        for name, value in changes.items():
            attributes.pop(name.encode(), None)
            if value is not None:
                attributes[name.encode()] = b'"%s"' % value.translate(_IN_QUOTES).encode()
        return self._replace(attributes=attributes)

    def written(self, *, alone: bool) -> bytes:
        """Return its bytes."""
        attributes = b"".join(b" %s=%s" % one for one in self.attributes.items())
        return b"<%s%s%s>" % (self.name, attributes, b"/" if alone else b"")


def read_tag(raw: bytes) -> Tag:
    """Return a tag by its bytes."""
    name = _NAME.match(raw)
    if name is None:
        raise ValueError(raw)
    return Tag(name[1], dict(_ATTRIBUTE.findall(raw, name.end())), raw.endswith(b"/>"))


class Patch:
    """Collects what changes in a part, or in a stretch of it.

    Args:
        content: the part.
        start: where the stretch begins.
        end: where it ends; None for the part's end.
    """

    def __init__(self, content: bytes, start: int = 0, end: int | None = None) -> None:
        self._content, self._start = content, start
        self._end = len(content) if end is None else end
        self._edits: list[tuple[int, int, bytes | Iterable[bytes]]] = []

    def tag(self, element: Element) -> Tag:
        """Return an element's first tag."""
        return read_tag(tag_at(self._content, element.start))

    def inside(self, element: Element) -> int:
        """Return where what is in an element begins."""
        return element.start + len(tag_at(self._content, element.start))

    def end(self, element: Element) -> int:
        """Return where the part goes on after an element."""
        first = tag_at(self._content, element.start)
        if first.endswith(b"/>"):
            return element.start + len(first)
        return element.close + len(tag_at(self._content, element.close))

    def replace(self, start: int, end: int, new: bytes | Iterable[bytes]) -> None:
        """Put some bytes in the place of others; where they come in pieces, those are asked for when written."""
        self._edits.append((start, end, new))

    def set(self, element: Element, changes: Mapping[str, str | None]) -> None:
        """Set attributes of an element, as `Tag.with_attributes`."""
        raw = tag_at(self._content, element.start)
        tag = read_tag(raw)
        self.replace(element.start, element.start + len(raw), tag.with_attributes(changes).written(alone=tag.alone))

    def fill(self, element: Element, inside: bytes, changes: Mapping[str, str | None] | None = None) -> None:
        """Put something in the place of all that is in an element, and set attributes of it."""
        tag = self.tag(element)
        first = tag.with_attributes(changes or {}).written(alone=False)
        self.replace(element.start, self.end(element), b"%s%s</%s>" % (first, inside, tag.name))

    def append(
        self, element: Element, more: bytes | Iterable[bytes], changes: Mapping[str, str | None] | None = None
    ) -> None:
        """Put something at the end of what is in an element, and set attributes of it."""
        tag = self.tag(element)
        if changes or tag.alone:
            first = tag.with_attributes(changes or {}).written(alone=False)
            self.replace(element.start, element.start + len(tag_at(self._content, element.start)), first)
        self.replace(element.close, element.close, more)
        if tag.alone:
            self.replace(element.close, element.close, b"</%s>" % tag.name)

    def remove(self, element: Element) -> None:
        """Take an element out."""
        self.replace(element.start, self.end(element), b"")

    def pieces(self) -> Iterator[bytes]:
        """Yield the bytes with all changes.

        Raises:
            ValueError: two changes are about the same bytes.
        """
        at = self._start
        for start, end, new in sorted(self._edits, key=lambda edit: edit[:2]):
            if start < at:
                raise ValueError(start)
            yield self._content[at:start]
            yield from (new,) if isinstance(new, bytes) else new
            at = end
        yield self._content[at : self._end]

    def written(self) -> bytes:
        """Return all `pieces` in one."""
        return b"".join(self.pieces())


def xml_text(text: str) -> bytes:
    """Return a text as it stands between tags."""
    return (text.translate(_IN_TEXT) if _SPECIAL.search(text) else text).encode()
