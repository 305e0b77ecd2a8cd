"""Comments added to a sheet's cells; what a person said there stays, and what is new stands below it.

What an earlier copy said is replaced.

Source: ECMA-376 part 1, 18.7 (comments); part 4, 19.4.2.12 (x:ClientData): each comment's box is drawn in VML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanpage_names.lang import Lang, Text
from fanpage_names.languages import known
from fanpage_names.tables.elements import Element, elements
from fanpage_names.tables.limits import Budget
from fanpage_names.tables.package import MAIN
from fanpage_names.tables.places import place_of
from fanpage_names.workbooks.cells import writable
from fanpage_names.workbooks.patching import Patch, xml_text

AUTHOR = "fanpage-names"
EMPTY_COMMENTS = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="%s"><authors></authors>'
    b"<commentList></commentList></comments>"
) % MAIN[0].encode()
_VML = (
    b'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    b'xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_TYPE = (
    b'<v:shapetype id="_x0000_t202" %s coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    b'<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
) % _VML
EMPTY_DRAWING = b"<xml %s></xml>" % _VML
_BOX = (
    b'<v:shape %s id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;margin-left:59.25pt;margin-top:1.5pt;'
    b'width:340px;height:%dpx;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">'
    b'<v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/>'
    b'<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    b'<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill>'
    b"<x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>"
)
_NUMBER = re.compile(rb"_x0000_s(\d{1,9})")
_RIGHT = Text("Kiểm tra lại: ô này đúng.", "Checked again: this cell is right.")
WRITE = Text("Viết: {expected}", "Write: {expected}")
_LINES = [
    re.escape(line.in_lang(lang)).replace("\0", r"[^\n]*")
    for line in (_RIGHT, WRITE.format(expected="\0"))
    for lang in known()
]
_LINE = rf"(?:FN\d{{3}}: [^\n]*|{'|'.join(_LINES)})"
_SAID = re.compile(rf"(?:\A|\n\n){_LINE}(?:\n{_LINE})*")
"""What a marked copy says in a comment, alone or below what a person said."""

_FIRST_NUMBER = 1025
_LINE_LENGTH = 48
"""Letters on a line of a comment's box."""

_HIGHEST = 400


class Comments:
    """The comments of one sheet.

    Args:
        comments: the part with their texts.
        drawing: the part with their boxes.
        budget: what the workbook may ask for.
        lang: the language of what is said.

    Raises:
        UseError: as `elements`.
        KeyError, ValueError: the parts are not what they should be.
    """

    def __init__(self, comments: bytes, drawing: bytes, budget: Budget, lang: Lang) -> None:
        names = {f"{space} {name}": name for space in MAIN for name in ("authors", "commentList")}
        found = elements(comments, lambda name, _: name in names, budget, kept=True)
        tables = {names[one.name]: one for one in found}
        self._patch, self._list = Patch(comments), tables["commentList"]
        self._known = {comment.get("ref"): comment for comment in self._list}
        self._prefix = x = self._patch.tag(self._list).prefix.encode()
        self._right = _RIGHT.in_lang(lang)
        authors = [author.text for author in tables["authors"]]
        if AUTHOR not in authors:
            self._patch.append(tables["authors"], b"<%sauthor>%s</%sauthor>" % (x, AUTHOR.encode(), x))
        self._author = authors.index(AUTHOR) if AUTHOR in authors else len(authors)
        self._patch.append(self._list, self._comments())
        self._drawing, self._end = drawing, drawing.rindex(b"</xml>")
        self._number = max(map(int, _NUMBER.findall(drawing)), default=_FIRST_NUMBER - 1)
        self._new: dict[str, str] = {}
        self._more: dict[str, str] = {}

    def add(self, place: str, text: str) -> None:
        """Say something beside a cell, named by its letters and number."""
        texts = self._more if place in self._known else self._new
        texts[place] = f"{texts[place]}\n\n{text}" if place in texts else text

    def texts(self) -> Iterator[bytes]:
        """Yield the part with the texts."""
        for place, comment in self._known.items():
            shown = next((one for one in comment if one.name.endswith(" text")), None)
            if shown is not None:
                self._say(shown, self._more.get(place))
        yield from self._patch.pieces()

    def _say(self, shown: Element, new: str | None) -> None:
        """Put what is said now in the place of what an earlier copy said, below what a person said."""
        by_person, said_before = "", False
        for text in shown.walk():
            if text.name.endswith(" t"):
                kept = _SAID.sub("", text.text)
                by_person += kept.strip()
                if kept != text.text:
                    said_before = True
                    self._patch.fill(text, xml_text(kept), {"xml:space": "preserve"})
        if new is None and said_before and not by_person:
            new = self._right
        if new is not None:
            self._patch.append(shown, _run(f"\n\n{new}" if by_person else new, self._prefix))

    def boxes(self) -> Iterator[bytes]:
        """Yield the part with the boxes."""
        yield self._drawing[: self._end]
        if self._new and b'id="_x0000_t202"' not in self._drawing:
            yield _TYPE
        for number, (place, text) in enumerate(self._new.items(), self._number + 1):
            row, column = place_of(place)
            height = 20 + 18 * sum(1 + len(line) // _LINE_LENGTH for line in text.split("\n"))
            yield _BOX % (_VML, number, min(height, _HIGHEST), row - 1, column - 1)
        yield self._drawing[self._end :]

    def _comments(self) -> Iterator[bytes]:
        x = self._prefix
        for place, text in self._new.items():
            run = _run(text, x)
            yield b'<%scomment ref="%s" authorId="%d">' % (x, place.encode(), self._author)
            yield b"<%stext>%s</%stext></%scomment>" % (x, run, x, x)


def _run(text: str, x: bytes) -> bytes:
    return b'<%sr><%st xml:space="preserve">%s</%st></%sr>' % (x, x, xml_text(writable(text)), x, x)
