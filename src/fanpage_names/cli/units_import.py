"""`fanpage-names units import`: a unit list from a table that the GSO exports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fanpage_names.cli.copies import made, names_a_folder
from fanpage_names.cli.framework import command, example, new_app
from fanpage_names.cli.input import DelimiterOption, EncodingOption, SheetOption
from fanpage_names.cli.language import say
from fanpage_names.cli.messages import tell
from fanpage_names.cli.options import TerminalOptions
from fanpage_names.cli.output import ForceOption
from fanpage_names.cli.units_common import counted
from fanpage_names.errors import UseError
from fanpage_names.units.model import Unit, UnitList

if TYPE_CHECKING:
    from fanpage_names.tables.grid import Grid, ReadOptions
    from fanpage_names.units.export import Export

_ENDING = ".yaml"
_CHUNK = 1 << 16
_MOST_SHOWN = 5
_WANTED = "Mã TP, Tỉnh Thành Phố, (Mã QH, Quận Huyện,) Mã PX, Phường Xã, Cấp / Mã, Tên, Cấp, Mã TP, Tỉnh / Thành Phố"

_FileArgument = Annotated[
    str, typer.Argument(metavar="FILE", help=say("Bảng xuất đến cấp xã.", "A table down to communes."))
]
_ProvinceOption = Annotated[
    str | None,
    typer.Option(
        "--province",
        metavar="PROVINCE",
        help=say("Tỉnh cần lấy: tên (có hoặc không dấu) hoặc mã.", "The province: its name or code."),
    ),
]
_OutputOption = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="OUT",
        help=say(
            "Tệp YAML được ghi, hoặc thư mục: mỗi tỉnh một tệp.",
            "The YAML to write, or a folder: a file a province.",
        ),
    ),
]

app = new_app()


@command(
    app,
    "import",
    help=say(
        "Tạo danh mục YAML từ bảng xuất của Tổng cục Thống kê (csv, xls, xlsx), với mẫu tên của công văn. Đơn vị có "
        "nhãn (label) khi tên trần không đủ: tên là số (Phường 1), hai đơn vị cùng cấp trên trùng tên (Huyện Kỳ Anh, "
        "Thị xã Kỳ Anh), đơn vị mang tên tỉnh (TP Nam Định).",
        "Make a YAML unit list from a table that the GSO exports (csv, xls, xlsx), with the letter's names. A unit has "
        "a label where its bare name does not do: a number (Phường 1), two units of one name under one parent (Huyện "
        "Kỳ Anh, Thị xã Kỳ Anh), or the name of the province (TP Nam Định).",
    ),
    epilog=example(
        'fanpage-names units import gso.xls --province "Thái Bình" -o thai_binh.yaml',
        "fanpage-names units import gso.xls -o danh-muc/",
    ),
)
def import_units(
    *,
    file: _FileArgument,
    province: _ProvinceOption = None,
    output: _OutputOption = None,
    force: ForceOption = False,
    encoding: EncodingOption = None,
    delimiter: DelimiterOption = None,
    sheet: SheetOption = None,
    terminal: TerminalOptions,
) -> int:
    """Write the list of one province, or of each into a folder; nothing is written where any has a fault."""
    from fanpage_names.tables.grid import ReadOptions

    export = _export(file, ReadOptions(sheet=sheet, encoding=encoding, delimiter=delimiter))
    chosen = [_province(export, file, province)] if province else export.provinces
    folder = _folder(output, several=len(chosen) > 1)
    if len(chosen) > 1 and folder is None:
        raise _several(file, chosen)
    lists = [(export.units_of(one), _file_name(one)) for one in chosen]
    texts = [_text(units, name, file) for units, name in lists]
    if folder:
        made(folder)
    for (units, name), text in zip(lists, texts, strict=True):
        path = str(folder / name) if folder else output
        _put(text, path, force=force)
        if not terminal.quiet:
            tell(_summary(units, path or "-"))
    return 0


def _export(file: str, options: ReadOptions) -> Export:
    """Return the units of the one table in the file that has the columns of units.

    Raises:
        UseError: the file cannot be read, no table has such columns, or several have.
    """
    from fanpage_names.tables.grid import cell_text
    from fanpage_names.units.export import Export
    from fanpage_names.units.export_columns import read_cells

    found: list[Export] = []
    sheets: list[str] = []
    seen = ""
    for grid in _grids(file, options):
        rows = read_cells((number, [cell_text(cell) for cell in cells]) for number, cells in grid.records)
        if isinstance(rows, str):
            seen = seen or rows
        else:
            sheets.append(f"'{grid.sheet}'")
            found.append(Export(file, rows))
    if not found:
        raise _no_columns(file, seen)
    if len(found) > 1:
        raise UseError(
            "{file}: nhiều trang tính có đơn vị: {sheets}; hãy chọn một bằng --sheet",
            "{file}: several sheets have units: {sheets}; choose one with --sheet",
            file=file,
            sheets=", ".join(sheets),
        )
    if not found[0].provinces:
        raise UseError(
            "{file}: không có dòng nào cho biết tỉnh; hãy ghi Mã TP và tên tỉnh",
            "{file}: no row says the province; write Mã TP and the name of the province",
            file=file,
        )
    return found[0]


def _no_columns(file: str, seen: str) -> UseError:
    return UseError(
        "{file}: không thấy các cột cần có ({wanted}); hiện có: {seen}",
        "{file}: the columns needed are not there ({wanted}); it has: {seen}",
        file=file,
        wanted=_WANTED,
        seen=seen or "–",
    )


def _grids(file: str, options: ReadOptions) -> Iterator[Grid]:
    """Yield the tables of a file; raises UseError and OSError where it cannot be read."""
    from fanpage_names.tables.delimited import delimited_grid
    from fanpage_names.tables.encoding import lines
    from fanpage_names.tables.kinds import kind_of

    with Path(file).open("rb") as stream:
        read = partial(stream.read1, _CHUNK)
        head = read()
        kind = kind_of(file, head)
        if kind in ("zip", "ole"):
            from fanpage_names.tables.book import book_grids

            yield from book_grids(kind, stream, head, file, options.sheet)
        else:
            text = lines(chain([head], iter(read, b"")), file, options.encoding, _names_a_unit)
            yield delimited_grid(text, file, options)


def _names_a_unit(text: str) -> bool:
    """Whether a text, decoded in some way, begins with a type word: most have letters that only the right way gives."""
    from fanpage_names.units.type_words import ANY_TYPE, split_type

    return split_type(text, ANY_TYPE)[0] is not None


def _province(export: Export, file: str, text: str) -> Unit:
    """Return the province that a text names, by its name or code; raises UseError where there is none."""
    from fanpage_names.units.finding import find_unit

    provinces = UnitList(file, file, None, None, (), {}, (), tuple(export.provinces))
    try:
        return find_unit(provinces, text).unit
    except UseError:
        raise UseError(
            "{file}: không có tỉnh “{text}”; trong tệp có: {provinces}",
            "{file}: no province “{text}”; it has: {provinces}",
            file=file,
            text=text,
            provinces=_names(export.provinces),
        ) from None


def _folder(output: str | None, *, several: bool) -> Path | None:
    """Return the folder that `-o` names: one that is there, ends in a slash or, for several lists, has no ending."""
    is_folder = output is not None and (names_a_folder(output) or (several and not Path(output).suffix))
    return Path(output) if output and is_folder else None


def _several(file: str, provinces: Sequence[Unit]) -> UseError:
    names = _names(provinces)
    return UseError(
        "{file}: có {n} tỉnh; hãy chọn một bằng --province, hoặc -o THƯ-MỤC/ để lấy tất cả: {names}",
        "{file}: {n} provinces; choose one with --province, or take all with -o FOLDER/: {names}",
        file=file,
        n=len(provinces),
        names=names,
    )


def _names(provinces: Iterable[Unit]) -> str:
    return ", ".join(province.name for province in provinces)


def _file_name(province: Unit) -> str:
    """Return the name of a list's file, like those of the shipped lists: ba_ria_vung_tau.yaml."""
    from unidecode import unidecode

    return "_".join(re.findall(r"[a-z0-9]+", unidecode(province.name).lower())) + _ENDING


def _text(units: UnitList, name: str, file: str) -> str:
    """Return the YAML of a list, which is read back: only a sound list is written.

    Raises:
        UnitsFileError: two units would have one page name.
    """
    from fanpage_names.units.reading import read_units
    from fanpage_names.units.writing import units_yaml

    text = units_yaml(units, f"The units of {units.units[0].name_with_type}, imported from {Path(file).name}.")
    read_units(text, name, units.id)
    return text


def _put(text: str, path: str | None, *, force: bool) -> None:
    from fanpage_names.tables.files import written
    from fanpage_names.terminal import utf8_stdout

    if path in (None, "-"):
        utf8_stdout().write(text)
        return
    with written(Path(path), force=force) as stream:
        stream.write(text)


def _summary(units: UnitList, path: str) -> Iterator[str]:
    """Yield what a person should know of a list just made: how many units, which labels, names to look at."""
    from fanpage_names.units.export import odd_names

    labels = _listed(unit.own_label for unit in units.units if unit.own_label)
    yield f"{path}: {counted(units)}" + (say("; nhãn: {labels}", "; labels: {labels}", labels=labels) if labels else "")
    if odd := _listed(f"{unit.name} ({unit.code})" for unit in odd_names(units)):
        yield say(
            "{path}: hãy xem lại chữ hoa, chữ thường của tên: {odd}",
            "{path}: look at the capitals of these names: {odd}",
            path=path,
            odd=odd,
        )


def _listed(texts: Iterable[str]) -> str:
    """Return the first of the texts, and how many more there are."""
    every = list(texts)
    more = len(every) - _MOST_SHOWN
    return ", ".join(every[:_MOST_SHOWN]) + (f" … (+{more})" if more > 0 else "")
