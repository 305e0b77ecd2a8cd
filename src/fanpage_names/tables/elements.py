"""Pieces of an XML part as small trees that know where in the part they stand, so that they can be written anew there.

Source: [Expat](https://libexpat.github.io/doc/api/latest/), `XML_GetCurrentByteIndex`.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from xml.parsers.expat import ParserCreate
from zipfile import ZipFile

from fanpage_names.tables.archive import faults
from fanpage_names.tables.faults import damaged, too_big
from fanpage_names.tables.limits import Budget
from fanpage_names.tables.markup import DEEPEST, Attributes

_LARGEST = 1 << 27
_MOST = 600_000
_CHUNK = 1 << 16
_DECLARATION = re.compile(r"<\?xml\s[^>]*\?>")
_ENCODING = re.compile(rb"""<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)""")
_LONGEST_DECLARATION = 200
_TAG = re.compile(rb"""<(?:[^"'>]|"[^"]*"|'[^']*')*>""")

Wanted = Callable[[str, Attributes], bool]


class Element:
    """An element with what is in it.

    Attributes:
        name: with its namespace, as `markup` gives it.
        attributes: as `markup` gives them.
        content: elements and texts in their order.
        parent: the element it is in; None for the outermost of a piece.
        start: where in the part its first tag begins.
        close: where its last tag begins; where one tag is all, where that ends.
    """

    __slots__ = ("attributes", "close", "content", "name", "parent", "start")

    def __init__(self, name: str, attributes: Attributes, parent: Element | None, start: int) -> None:
        self.name, self.attributes, self.parent = name, attributes, parent
        self.start = self.close = start
        self.content: Sequence[Element | str] = ()

    def append(self, one: Element | str) -> None:
        """Put something at the end of what is in it."""
        if isinstance(self.content, list):
            self.content.append(one)
        else:
            self.content = [one]  # most elements of a hostile part hold nothing: no list for them

    def __iter__(self) -> Iterator[Element]:
        return (one for one in self.content if isinstance(one, Element))

    @property
    def text(self) -> str:
        """The text right in it."""
        return "".join(one for one in self.content if isinstance(one, str))

    def get(self, name: str, default: str = "") -> str:
        """Return an attribute."""
        return self.attributes.get(name, default)

    def find(self, *names: str) -> Element | None:
        """Return the first element of some name in it; of several names, each in the one before."""
        found: Element | None = self
        for name in names:
            found = next((one for one in found or () if one.name == name), None)
        return found

    def walk(self, *besides: str) -> Iterator[Element]:
        """Yield all elements in it in their order, those of some names, and what is in them, left out."""
        return self._walk(None, besides)

    def nearest(self, name: str, *besides: str) -> Iterator[Element]:
        """Yield the elements of some name in it that are in no other of that name; `besides` as in `walk`."""
        return (one for one in self._walk(name, besides) if one.name == name)

    def _walk(self, last: str | None, besides: Collection[str]) -> Iterator[Element]:
        pending = [iter(self)]
        while pending:
            one = next(pending[-1], None)
            if one is None:
                pending.pop()
            elif one.name not in besides:
                yield one
                if one.name != last:
                    pending.append(iter(one))


def elements(content: bytes, wanted: Wanted, budget: Budget, *, kept: bool = False) -> Iterator[Element]:
    """Yield the outermost wanted elements of a part in their order, each when it is complete.

    Args:
        content: the part, in UTF-8, as `part_of` returns it.
        wanted: whether an element is.
        budget: what the part's file may ask for.
        kept: whether they are kept together, and not done with one by one.

    Raises:
        UseError: the part is no XML, or an element (of those kept, all) holds too many others or too deep ones.
    """
    trees = _Trees(wanted, budget, kept=kept)
    with faults(budget.file):
        for at in range(0, len(content) + 1, _CHUNK):
            trees.parser.Parse(content[at : at + _CHUNK], False)
            budget.check()
            yield from trees.found
            trees.found.clear()
        trees.parser.Parse(b"", True)
    yield from trees.found


class _Trees:
    """Makes trees of the wanted elements that a parser comes to.

    Attributes:
        parser: what is fed with the part.
        found: the trees that are complete.
    """

    __slots__ = ("_budget", "_count", "_current", "_depth", "_kept", "_wanted", "found", "parser")

    def __init__(self, wanted: Wanted, budget: Budget, *, kept: bool) -> None:
        self._wanted, self._budget, self._kept = wanted, budget, kept
        self._current: Element | None = None
        self._depth = self._count = 0
        self.found: list[Element] = []
        self.parser = parser = ParserCreate(namespace_separator=" ")
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = self._text, self._refuse
        parser.buffer_text = True

    def _start(self, name: str, attributes: Attributes) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise damaged(self._budget.file)
        self._budget.elements += 1
        parent = self._current
        if parent is not None or self._wanted(name, attributes):
            self._current = element = Element(name, attributes, parent, self.parser.CurrentByteIndex)
            self._count += 1
            if self._count > _MOST:
                raise too_big(self._budget.file)
            if parent is not None:
                parent.append(element)

    def _end(self, _: str) -> None:
        self._depth -= 1
        current = self._current
        if current is not None:
            current.close = self.parser.CurrentByteIndex
            if current.parent is None:
                self.found.append(current)
                self._count = self._count if self._kept else 0
            self._current = current.parent

    def _text(self, piece: str) -> None:
        if self._current is not None:
            self._current.append(piece)

    def _refuse(self, *_: object) -> None:
        raise damaged(self._budget.file)


def part_of(archive: ZipFile, part: str, file: str) -> bytes:
    """Return a part as a whole, in UTF-8 whatever it says of itself.

    Raises:
        UseError: it is damaged, or larger than what can be held.
    """
    with faults(file):
        if archive.getinfo(part).file_size > _LARGEST:
            raise too_big(file)
        content = archive.read(part)
        encoding = _encoding_of(content)
        return content if encoding is None else _DECLARATION.sub("", content.decode(encoding), count=1).encode()


def is_utf_8(archive: ZipFile, part: str) -> bool:
    """Whether a part is in UTF-8 as it is."""
    with archive.open(part) as stream:
        return _encoding_of(stream.read(_LONGEST_DECLARATION)) is None


def _encoding_of(content: bytes) -> str | None:
    """Return what a part is encoded in; None for UTF-8."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    declared = _ENCODING.match(content.removeprefix(codecs.BOM_UTF8))
    if declared is None or codecs.lookup(declared[1].decode()).name in ("utf-8", "ascii"):
        return None
    return declared[1].decode()


def tag_at(content: bytes | bytearray, at: int) -> bytes:
    """Return the whole tag that begins at some place of a part."""
    tag = _TAG.match(content, at)
    if tag is None:
        raise ValueError(at)
    return tag[0]
