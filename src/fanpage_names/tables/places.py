"""Places in a spreadsheet: columns by their letters, cells by letters and number."""

from __future__ import annotations

from fanpage_names.tables.limits import MOST_COLUMNS


def column_letter(number: int) -> str:
    """Return a spreadsheet column's letters, "A" for 1."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Return the number of a spreadsheet's column, 1 for A.

    Raises:
        ValueError: a sheet has no such column.
    """
    number = 0
    for letter in letters.upper():
        if not "A" <= letter <= "Z":
            raise ValueError(letters)
        number = number * 26 + ord(letter) - ord("A") + 1
        if number > MOST_COLUMNS:
            raise ValueError(letters)
    return number


def place_of(cell: str) -> tuple[int, int]:
    """Return the row and the column of a cell by its name.

    Raises:
        ValueError: no sheet has such a cell.
    """
    letters = cell.rstrip("0123456789")
    return int(cell[len(letters) :]), column_number(letters)
