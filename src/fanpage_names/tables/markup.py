"""XML from outside, read while it streams by: no document type, no entity, no nesting without end.

Elements and attributes are told by their namespaces' addresses, "address name", whatever their prefixes are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Protocol
from xml.parsers.expat import ParserCreate
from zipfile import ZipFile

from fanpage_names.tables.archive import faults
from fanpage_names.tables.faults import damaged
from fanpage_names.tables.limits import Budget

Attributes = Mapping[str, str]
Start = Callable[[Attributes], object]
End = Callable[[], object]

_CHUNK = 1 << 16
DEEPEST = 256


class Readable(Protocol):
    """What XML is read from."""

    def read(self, size: int, /) -> bytes:
        """Return the next bytes, at most so many; none at the end."""


class Walk:
    """Reads XML and calls what is given for its elements, while it is iterated over; each step is a piece of it.

    Args:
        stream: the XML.
        budget: what its file may ask for.
        starts: what to call for elements that begin, by name, with their attributes.
        ends: what to call for elements that end.
        text: gets the text, in pieces.

    Attributes:
        depth: in how many elements the reader is, the one that is beginning included.

    Raises:
        UseError: while reading: it is no XML, has a document type, or its elements are too many or too deep in each
            other.
    """

    def __init__(
        self,
        stream: Readable,
        budget: Budget,
        starts: Mapping[str, Start],
        ends: Mapping[str, End],
        text: Callable[[str], object] | None = None,
    ) -> None:
        self._stream, self._budget = stream, budget
        self._starts, self._ends = starts, ends
        self.depth = self._elements = 0
        self._parser = parser = ParserCreate(namespace_separator=" ")
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.StartDoctypeDeclHandler = self._refuse
        parser.buffer_text = True
        if text is not None:
            parser.CharacterDataHandler = text

    @property
    def position(self) -> int:
        """Where in the XML the tag is that is being told of; for the end of an element that is one tag: behind it."""
        return self._parser.CurrentByteIndex

    def __iter__(self) -> Iterator[None]:
        size, more = _CHUNK, True
        while more:
            chunk = self._stream.read(size)
            more, before = bool(chunk), self._elements
            self._parser.Parse(chunk, not more)
            self._budget.elements += self._elements - before
            self._budget.check()
            yield
            # Older releases of Expat read an unfinished tag from its beginning whenever more of it comes.
            size = _CHUNK if self._elements > before else size * 2

    def _start(self, name: str, attributes: Attributes) -> None:
        self.depth += 1
        self._elements += 1
        if self.depth > DEEPEST:
            self._refuse()
        if (call := self._starts.get(name)) is not None:
            call(attributes)

    def _end(self, name: str) -> None:
        if (call := self._ends.get(name)) is not None:
            call()
        self.depth -= 1

    def _refuse(self, *_: object) -> None:
        raise damaged(self._budget.file)


def walk(
    archive: ZipFile,
    part: str,
    budget: Budget,
    *,
    starts: Mapping[str, Start],
    ends: Mapping[str, End] | None = None,
    text: Callable[[str], object] | None = None,
) -> Iterator[None]:
    """Read a part of a package as `Walk` does; yields now and then, last of all at its end."""
    with faults(budget.file), archive.open(part) as stream:
        yield from Walk(stream, budget, starts, ends or {}, text)


def read_through(
    archive: ZipFile, part: str, budget: Budget, starts: Mapping[str, Start], ends: Mapping[str, End] | None = None
) -> None:
    """Read a part to its end; arguments and errors are those of `Walk`."""
    for _ in walk(archive, part, budget, starts=starts, ends=ends):
        pass
