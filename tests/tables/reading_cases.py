"""What the tests of reading share: a recogniser of a few units, and short ways to read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from unicodedata import normalize

from fanpage_names.rows import Row
from fanpage_names.tables.grid import ReadOptions, Role
from fanpage_names.tables.reading import read_rows, read_sheets
from fanpage_names.text.fold import fold_letters

UNITS = ("hai hau", "hai minh", "i ien", "ien trung", "co le", "loc hoa")
TCVN3 = str.maketrans("ÆËªÞ¶§ý©", "ặậêịảĐýâ")

NAMES = ("Mặt trận Hải Hậu Nam Định", "Mặt trận Hải Minh Hải Hậu Nam Định", "Mặt trận Cổ Lễ Trực Ninh Nam Định")


def recognise(text: str) -> bool:
    """Whether the text, plain or in TCVN3, names one of a few units."""
    folds = (fold_letters(normalize("NFC", reading)) for reading in (text, text.translate(TCVN3)))
    return any(unit in fold for fold in folds for unit in UNITS)


def rows(path: Path | str, options: ReadOptions | None = None) -> list[Row]:
    return list(read_rows(str(path), options or ReadOptions(), recognise))


def names(path: Path | str, options: ReadOptions | None = None) -> list[str]:
    return [row.name for row in rows(path, options)]


def numbered(path: Path | str, options: ReadOptions | None = None) -> list[tuple[int, str]]:
    return [(row.row, row.name) for row in rows(path, options)]


def layouts(path: Path | str, options: ReadOptions | None = None) -> list[tuple[str | None, Mapping[Role, int]]]:
    found = read_sheets(str(path), options or ReadOptions(), recognise)
    return [(layout.sheet, layout.columns) for layout, _ in found]


def written(path: Path, lines: Iterable[str], encoding: str = "utf-8") -> Path:
    path.write_bytes("".join(f"{line}\n" for line in lines).encode(encoding))
    return path
