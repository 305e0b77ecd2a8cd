"""XML from outside, read while it streams by: no document type, no entity, no nesting without end.

Elements and attributes are told by their namespaces' addresses, "address name", whatever their prefixes are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import IO
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


def walk(
    archive: ZipFile,
    part: str,
    budget: Budget,
    *,
    starts: Mapping[str, Start],
    ends: Mapping[str, End] | None = None,
    text: Callable[[str], object] | None = None,
) -> Iterator[None]:
    """Read a part of a package and call what is given for its elements; yields now and then, last of all at its end.

    Args:
        archive: the package.
        part: the part's name.
        budget: what its file may ask for.
        starts: what to call for elements that begin, by name, with their attributes.
        ends: what to call for elements that end.
        text: gets the text, in pieces.

    Raises:
        UseError: the part is no XML, has a document type, or its elements are too many or too deep in each other.
    """
    file = budget.file
    with faults(file), archive.open(part) as stream:
        yield from _walk(stream, budget, starts, ends or {}, text)


def read_through(
    archive: ZipFile, part: str, budget: Budget, starts: Mapping[str, Start], ends: Mapping[str, End] | None = None
) -> None:
    """Read a part to its end; arguments and errors are those of `walk`."""
    for _ in walk(archive, part, budget, starts=starts, ends=ends):
        pass


def _walk(
    stream: IO[bytes],
    budget: Budget,
    starts: Mapping[str, Start],
    ends: Mapping[str, End],
    text: Callable[[str], object] | None,
) -> Iterator[None]:
    depth = elements = 0

    def start(name: str, attributes: Attributes) -> None:
        nonlocal depth, elements
        depth += 1
        elements += 1
        if depth > DEEPEST:
            raise damaged(budget.file)
        if (call := starts.get(name)) is not None:
            call(attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        if (call := ends.get(name)) is not None:
            call()

    def refuse(*_: object) -> None:
        raise damaged(budget.file)

    parser = ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.StartDoctypeDeclHandler = refuse
    parser.buffer_text = True
    if text is not None:
        parser.CharacterDataHandler = text
    size, more = _CHUNK, True
    while more:
        chunk = stream.read(size)
        more, before = bool(chunk), elements
        parser.Parse(chunk, not more)
        budget.elements += elements - before
        budget.check()
        yield
        # Older releases of Expat read an unfinished tag from its beginning whenever more of it comes.
        size = _CHUNK if elements > before else size * 2
