"""What a file may ask for: all of it in proportion to what stands in its cells."""

from __future__ import annotations

from fanpage_names.errors import UseError
from fanpage_names.tables.faults import too_big

MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384
"""The size of a sheet. Source: Microsoft, "Excel specifications and limits"; LibreOffice 7.4 has the same."""

_MOST_BLANKS = 2_000_000
_BLANKS_A_CELL = 16
_BLANKS_A_ROW = 100
"""So many blank cells is a row worth that is said again: no list says one often."""

_MOST_ELEMENTS = 1_500_000
_ELEMENTS_A_BYTE = 2
_MOST_CHARACTERS = 1 << 27


class Budget:
    """Counts what the reading of one file has come to, all its sheets together, and ends it in time.

    A few bytes can stand for millions of cells (a far column, a repeated row) or gigabytes of text (a shared text used
    again and again). Real files hold mostly cells with something in them, and take several bytes for each.

    Args:
        file: for messages.
        size: how long the file is.

    Attributes:
        file: as given.
        elements: XML elements met so far.
    """

    __slots__ = ("_blanks", "_characters", "_filled", "_most_elements", "elements", "file")

    def __init__(self, file: str, size: int) -> None:
        self.file = file
        self.elements = 0
        self._most_elements = _MOST_ELEMENTS + _ELEMENTS_A_BYTE * size
        self._filled = self._blanks = self._characters = 0

    def row(self, number: int, filled: int, width: int, characters: int, repeated: int = 1) -> None:
        """Count a row that is laid out.

        Args:
            number: its number, of several rows the last one's.
            filled: its cells with something in them.
            width: its last column.
            characters: how many there are in its cells.
            repeated: how many rows it stands for.

        Raises:
            UseError: there is no such row or column in a sheet, or too much is blank or said again.
        """
        self._filled += filled
        self._blanks += width - filled + (width + _BLANKS_A_ROW) * (repeated - 1)
        self._characters += characters * repeated
        if number > MOST_ROWS or width > MOST_COLUMNS or self._blanks > _MOST_BLANKS + _BLANKS_A_CELL * self._filled:
            raise UseError(
                "{file}: trang tính trải tới {number} hàng × {width} cột; xóa ô thừa ngoài bảng rồi lưu lại",
                "{file}: a sheet spans {number} rows × {width} columns; delete what is beyond the table",
                file=self.file,
                number=number,
                width=width,
            )
        if self._characters > _MOST_CHARACTERS:
            raise too_big(self.file)

    def check(self) -> None:
        """See to it that the file has no more elements than one of its length can have.

        Raises:
            UseError: it has.
        """
        if self.elements > self._most_elements:
            raise too_big(self.file)
