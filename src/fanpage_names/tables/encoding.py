"""From the bytes of a text file to its lines, whatever way of writing they are in.

What begins with a byte order mark, has the zero bytes of UTF-16, or is valid UTF-8 is that. Anything else is
read by the code page under which more names are recognised. No library tells windows-1258 from windows-1252
that holds TCVN3 or VNI: only names do.
"""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from unicodedata import combining, normalize

from fanpage_names.errors import UseError
from fanpage_names.tables.grid import Recognise

_CODE_PAGES = ("cp1258", "cp1252")
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SAMPLE_NAMES = 100
_HEAD = 1 << 16
LONGEST_LINE, LONGEST_ARRAY = 10_000_000, 200_000_000
"""Bytes: of a line with a name or a record, and of one that may be a whole array of JSON."""


def lines(
    chunks: Iterable[bytes],
    file: str,
    encoding: str | None,
    recognise: Recognise,
    *,
    longest: int = LONGEST_LINE,
) -> Iterator[str]:
    r"""Yield the lines of a text, each with its end (\n, \r\n or \r), as soon as its bytes are there.

    Args:
        chunks: the bytes in order, in pieces of any size.
        file: for messages.
        encoding: how the bytes are read; None to find it out.
        recognise: whether a text names a unit, to choose between code pages.
        longest: how many bytes a line may have.

    Raises:
        UseError: there is no such encoding, or bytes that cannot be read; the message has the offset. Or a line is too
            long.
    """
    pending: list[str] = []
    for text in _texts(_bounded(chunks, file, longest), file, encoding, recognise):
        pending.append(text)
        if "\n" not in text and "\r" not in text:
            continue
        complete = "".join(pending)
        # A carriage return at the end may be the first half of a line's end.
        cut = max(complete.rfind("\n"), complete.rfind("\r", 0, -1)) + 1
        pending = [complete[cut:]]
        yield from io.StringIO(complete[:cut], newline="")
    yield from io.StringIO("".join(pending), newline="")


def _texts(chunks: Iterable[bytes], file: str, encoding: str | None, recognise: Recognise) -> Iterator[str]:
    """Yield decoded pieces; what is plain ASCII so far goes out before the encoding is decided."""
    rest = iter(chunks)
    head = _gathered(rest, 4)
    offset = 0
    encoding = _known_encoding(encoding) if encoding else _by_marks(head)
    while encoding is None and head:
        if not head.isascii():
            head = _to_line_end(head, rest)
            encoding = _by_names(head, offset, file, recognise)
        else:
            yield head.decode("ascii")
            offset += len(head)
            head = next(rest, b"")
    decoded = _decoded(chain([head], rest), offset, file, encoding or "ascii")
    if offset == 0:
        decoded = chain([next(decoded, "").removeprefix("\ufeff")], decoded)
    yield from _composed(decoded) if encoding == "cp1258" else decoded


def _gathered(chunks: Iterator[bytes], size: int) -> bytes:
    """Return the first chunks as one, at least `size` bytes long where there are so many."""
    head = b""
    while len(head) < size and (chunk := next(chunks, b"")):
        head += chunk
    return head


def _to_line_end(head: bytes, chunks: Iterator[bytes]) -> bytes:
    """Return `head` with chunks added until it has a whole line, or is long enough to judge."""
    while b"\n" not in head and len(head) < _HEAD and (chunk := next(chunks, b"")):
        head += chunk
    return head


def _known_encoding(name: str) -> str:
    try:
        b"text".decode(name, "ignore")
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        raise UseError(
            "--encoding {name}: không có bảng mã này; ví dụ: utf-8, utf-16, windows-1258, windows-1252",
            "--encoding {name}: no such encoding; for example utf-8, utf-16, windows-1258, windows-1252",
            name=name,
        ) from None


def _by_marks(head: bytes) -> str | None:
    """Return the encoding that a byte order mark or the zero bytes of UTF-16 show; None without them."""
    for bom, encoding in _BOMS:
        if head.startswith(bom):
            return encoding
    even, odd = head[::2].count(0), head[1::2].count(0)
    # A third of Vietnamese letters lie outside Latin-1; all spaces and plain letters have a zero byte.
    if max(even, odd) * 6 < len(head) or min(even, odd) * 8 > max(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _by_names(head: bytes, offset: int, file: str, recognise: Recognise) -> str:
    """Return the encoding of bytes that are not all ASCII.

    Raises:
        UseError: they are damaged UTF-8, or no code page has them.
    """
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError as error:
        read = sum(not char.isascii() for char in head.decode("utf-8", "ignore"))
        wrong = sum(char == "\ufffd" for char in head.decode("utf-8", "replace"))
        if read > wrong:
            raise _undecodable(file, offset + error.start, "utf-8") from None
    else:
        return "utf-8"
    unreadable = 0
    readings: dict[str, tuple[int, int]] = {}
    for encoding in _CODE_PAGES:
        try:
            text = normalize("NFC", head.decode(encoding))
        except UnicodeDecodeError as error:
            unreadable = max(unreadable, error.start)
            continue
        names = sum(map(recognise, _telling_cells(text)))
        readings[encoding] = (names, -sum(map(bool, map(combining, text))))
    if not readings:
        raise _undecodable(file, offset + unreadable, None)
    return max(readings, key=lambda encoding: readings[encoding])


def _telling_cells(text: str) -> list[str]:
    """Return cells that the code pages read differently, at most so many as settle the matter."""
    cells = (cell.strip(' "') for cell in re.split(r"[,;\t\r\n]", text))
    return list(islice(dict.fromkeys(cell for cell in cells if not cell.isascii()), _SAMPLE_NAMES))


def _decoded(chunks: Iterable[bytes], offset: int, file: str, encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)()
    for chunk in chain(chunks, [b""]):
        offset += len(chunk)
        try:
            yield decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError as error:
            # The decoder's bytes end where the file was read to.
            raise _undecodable(file, offset - len(error.object) + error.start, encoding) from None


def _bounded(chunks: Iterable[bytes], file: str, longest: int) -> Iterator[bytes]:
    """Yield the same bytes as long as no line in them is too long to be held."""
    number, length = 1, 0
    for chunk in chunks:
        end = max(chunk.rfind(b"\n"), chunk.rfind(b"\r"))
        length = len(chunk) - end - 1 if end >= 0 else length + len(chunk)
        number += chunk.count(b"\n")
        if length > longest:
            size = longest // 1_000_000
            raise UseError(
                "{file}: dòng {number} dài hơn {size} MB; ghi mỗi tên một dòng",
                "{file}: line {number} is longer than {size} MB; put each name on a line of its own",
                file=file,
                number=number,
                size=size,
            )
        yield chunk


def _composed(texts: Iterable[str]) -> Iterator[str]:
    """Yield the same text in NFC, line by line: windows-1258 writes tones as letters of their own."""
    held: list[str] = []
    for text in texts:
        cut = text.rfind("\n") + 1
        held.append(text[:cut] if cut else text)
        if cut:
            yield normalize("NFC", "".join(held))
            held = [text[cut:]]
    yield normalize("NFC", "".join(held))


def _undecodable(file: str, offset: int, encoding: str | None) -> UseError:
    name = encoding.upper() if encoding else "UTF-8, windows-1258, windows-1252"
    return UseError(
        "{file}: byte thứ {offset} (đếm từ 0) không đọc được theo {name}; ghi rõ bảng mã bằng --encoding",
        "{file}: the byte at offset {offset} cannot be read as {name}; name the encoding with --encoding",
        file=file,
        offset=offset,
        name=name,
    )
