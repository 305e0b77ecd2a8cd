"""Documents that offices print and sign: a title, lines of text and tables on A4."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from io import BytesIO
from typing import IO, TYPE_CHECKING, Any

from fanpage_names.tables.formats import Options
from fanpage_names.tables.table import Cell, Table
from fanpage_names.tables.writing import printable

if TYPE_CHECKING:
    from docx.document import Document

_FONT = "Times New Roman"
_SIZE, _TABLE_SIZE = 13, 11  # points
_SHORT, _LONG = 21.0, 29.7  # A4, in centimetres
_MARGIN = 1.5
_TWIPS = 567  # to the centimetre
_SEVERAL = 5
"""So many columns are printed across the long side."""

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WIDEST_CELL = 60
_SHORT_CELL = 14
"""So many letters stay on one line."""

Row = tuple[Sequence[Cell], str | None]
"""The cells of a row, and what it is shaded with: a colour as in "EEF3FA", or None."""


class Paper:
    """A document, filled from the top.

    Args:
        landscape: whether it is printed across the long side.
    """

    def __init__(self, *, landscape: bool = False) -> None:
        import docx

        self._document: Document = docx.Document()
        self._width = (_LONG if landscape else _SHORT) - 2 * _MARGIN
        self._set_up(landscape=landscape)

    def title(self, text: str) -> None:
        """Add a title."""
        self._line(text, bold=True, size=_SIZE + 1, centred=True)

    def note(self, text: str) -> None:
        """Add a line below the title."""
        self._line(text, italic=True, centred=True)

    def heading(self, text: str) -> None:
        """Add a heading; it stays on the page of what follows."""
        self._line(text, bold=True, with_next=True)

    def line(self, text: str) -> None:
        """Add a line of text."""
        self._line(text)

    def table(self, columns: Sequence[str], shares: Sequence[int], rows: Iterable[Row]) -> None:
        """Add a table; its heading comes again on each page, and no row is cut by one.

        Args:
            columns: the headings.
            shares: how wide each column is beside the others.
            rows: their cells and colours.
        """
        from docx.oxml import parse_xml

        whole = sum(shares)
        widths = [round(self._width * _TWIPS * share / whole) for share in shares]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        head = _row(list(columns), widths, "DDE7F3", heading=True)
        body = "".join(_row(cells, widths, shade) for cells, shade in rows)
        table = parse_xml(
            f'<w:tbl xmlns:w="{_NAMESPACE}"><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            f'<w:tblBorders>{_borders()}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{head}{body}</w:tbl>"
        )
        self._document.add_paragraph("")._p.addprevious(table)

    def write(self, stream: IO[bytes]) -> None:
        """Write the document."""
        made = BytesIO()
        self._document.save(made)
        stream.write(made.getvalue())

    def _line(
        self,
        text: str,
        *,
        bold: bool = False,
        italic: bool = False,
        size: int = _SIZE,
        centred: bool = False,
        with_next: bool = False,
    ) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Pt

        paragraph = self._document.add_paragraph()
        run = paragraph.add_run(_plain(text))
        run.bold, run.italic, run.font.size = bold, italic, Pt(size)
        paragraph.paragraph_format.keep_with_next = with_next
        paragraph.paragraph_format.space_after = Pt(4)
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER

    def _set_up(self, *, landscape: bool) -> None:
        from docx.enum.section import WD_ORIENT
        from docx.oxml.ns import qn
        from docx.shared import Cm, Pt

        normal: Any = self._document.styles["Normal"]
        normal.font.name, normal.font.size = _FONT, Pt(_SIZE)
        normal.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
        section = self._document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        width, height = (_LONG, _SHORT) if landscape else (_SHORT, _LONG)
        section.page_width, section.page_height = Cm(width), Cm(height)
        for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
            setattr(section, side, Cm(_MARGIN))


def write_table(table: Table, stream: IO[bytes], options: Options) -> None:
    """Write a table as a document under its title, columns without any cell left out; reads all rows first."""
    rows = [["" if cell is None else cell for cell in row] for row in table.rows]
    kept = [at for at in range(len(table.columns)) if not rows or any(row[at] != "" for row in rows)]
    columns = [table.columns[at] for at in kept]
    shares = [_share(columns[place], [row[at] for row in rows]) for place, at in enumerate(kept)]
    paper = Paper(landscape=len(columns) >= _SEVERAL)
    if table.title:
        paper.title(table.title.upper())
    paper.table(columns, shares, (([row[at] for at in kept], None) for row in rows))
    paper.write(stream)


def _share(heading: str, cells: Sequence[Cell]) -> int:
    """Return how wide a column should be: for its longest word, for a short cell, and for two thirds of its longest."""
    texts = [heading, *map(str, cells)]
    longest_word = max(len(word) for text in texts for word in text.split() or [""])
    longest = min(max(map(len, texts)), _WIDEST_CELL)
    return max(min(longest_word, _WIDEST_CELL // 2), min(longest, _SHORT_CELL), longest * 2 // 3) + 2


def _row(cells: Sequence[Cell], widths: Sequence[int], shade: str | None, *, heading: bool = False) -> str:
    repeated = "<w:tblHeader/>" if heading else ""
    made = "".join(_cell(cell, width, shade, bold=heading) for cell, width in zip(cells, widths, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{made}</w:tr>"


def _cell(cell: Cell, width: int, shade: str | None, *, bold: bool) -> str:
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    look = f'{"<w:b/>" if bold else ""}<w:sz w:val="{_TABLE_SIZE * 2}"/>'
    lines = "" if cell is None else str(cell)
    text = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(_plain(line), quote=False)}</w:t>' for line in lines.split("\n")
    )
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{fill}</w:tcPr>'
        f'<w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        f"<w:r><w:rPr>{look}</w:rPr>{text}</w:r></w:p></w:tc>"
    )


def _borders() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    return "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>' for side in sides)


def _plain(text: str) -> str:
    """Return a text as XML can hold it."""
    return printable(text).encode("utf-8", "backslashreplace").decode()
