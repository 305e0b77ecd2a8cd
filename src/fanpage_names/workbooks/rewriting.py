"""A part written again while it is read: what changes is known piece by piece, every other byte stays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from fanpage_names.tables.elements import tag_at


class Rewriting:
    """A stream that is read, and written again with edits.

    Args:
        stream: the part, in UTF-8.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._content = bytearray()
        self._begin = 0
        self._edits: list[tuple[int, int, bytes]] = []

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes of the stream; they are kept until they are written."""
        piece = self._stream.read(size)
        self._content += piece
        return piece

    @property
    def end(self) -> int:
        """How far the stream was read."""
        return self._begin + len(self._content)

    def tag(self, at: int) -> bytes:
        """Return the whole tag that begins at some place."""
        return tag_at(self._content, at - self._begin)

    def begins(self, at: int, what: bytes) -> bool:
        """Whether some bytes stand at a place."""
        return self._content.startswith(what, at - self._begin)

    def after(self, start: int, close: int) -> int:
        """Return where an element ends that begins at `start`, and whose end is told of at `close`."""
        first = self.tag(start)
        return start + len(first) if first.endswith(b"/>") else close + len(self.tag(close))

    def edit(self, start: int, end: int, new: bytes) -> None:
        """Put some bytes in the place of others; edits come in their order."""
        self._edits.append((start, end, new))

    def written(self, end: int) -> Iterator[bytes]:
        """Yield what stands before a place, with its changes, and forget it."""
        for start, stop, new in self._edits:
            yield self._taken(start)
            yield new
            self._taken(stop)
        self._edits.clear()
        if end > self._begin:
            yield self._taken(end)

    def _taken(self, end: int) -> bytes:
        piece = bytes(self._content[: end - self._begin])
        del self._content[: end - self._begin]
        self._begin = end
        return piece
