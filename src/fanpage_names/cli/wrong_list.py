"""A word where nobody chose a list, and the names are those of another one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING

import typer

from fanpage_names.cli.language import language
from fanpage_names.errors import UseError
from fanpage_names.lang import Text
from fanpage_names.units.catalogue import catalogue

if TYPE_CHECKING:
    from fanpage_names.check import Checker
    from fanpage_names.rows import Row
    from fanpage_names.tables.grid import ReadOptions

_CHOOSING = ("units", "as_of", "from_", "to")
"""The parameters that choose a list."""


def noticing(
    ctx: typer.Context, rows: Iterator[Row], checker: Checker, *, ahead: bool = True
) -> tuple[Iterator[Row], Callable[[], Text | None]]:
    """Return all the rows again, and what gives a word where their names are those of another list that nobody chose.

    Args:
        ctx: tells what was chosen.
        rows: the rows.
        checker: of the list in use.
        ahead: look at the first names now; else at those that have passed when the word is asked for, since somebody
            may be writing them, and waits for the answer to each.
    """
    if _is_chosen(ctx):
        return rows, lambda: None
    from fanpage_names.fitting import SAMPLE

    passed: list[Row] = []
    option = "--from" if "from_" in ctx.params else "--units"
    if not ahead:
        return _collected(rows, passed, SAMPLE), lambda: _notice([row.name for row in passed], checker, option)
    passed.extend(islice(rows, SAMPLE))
    word = _notice([row.name for row in passed], checker, option)
    return chain(passed, rows), lambda: word


def _collected(rows: Iterator[Row], passed: list[Row], most: int) -> Iterator[Row]:
    """Yield the rows, and keep the first of them in `passed`."""
    for row in islice(rows, most):
        passed.append(row)
        yield row
    yield from rows


def notice_of_files(ctx: typer.Context, files: Sequence[str], options: ReadOptions, checker: Checker) -> Text | None:
    """Return the same of files that are read once more; what is wrong with one is told when they are."""
    if _is_chosen(ctx) or "-" in files:
        return None
    from fanpage_names.submissions import Submitted

    rows = Submitted((), files, options, checker, lambda _: None).rows()
    return noticing(ctx, rows, checker)[1]() if rows else None


def refuse_wrong_list(notice: Text | None) -> None:
    """Raise UseError with the notice, where there is one: what is written must not rest on a list nobody chose."""
    if notice:
        raise UseError("{notice}", "{notice}", notice=notice)


def said(notice: Text | None) -> list[str]:
    """Return the lines of a notice in the reader's language."""
    return [notice.in_lang(language())] if notice else []


def _is_chosen(ctx: typer.Context) -> bool:
    """Whether the line or the configuration says which list to use."""
    sources = (ctx.get_parameter_source(name) for name in _CHOOSING if name in ctx.params)
    return any(getattr(source, "name", "DEFAULT") != "DEFAULT" for source in sources)


def _notice(names: Sequence[str], checker: Checker, option: str) -> Text | None:
    from fanpage_names.fitting import better_list

    fit = better_list(names, checker)
    if fit is None:
        return None
    listed = catalogue()[fit.name]
    return Text(
        "nhầm danh mục? {fitting} trong {names} tên là của {province} ({name}), không phải của "
        "{title} ({list}); hãy thêm: {option} {name}",
        "the wrong list? {fitting} of {names} names are of {province} ({name}), not of "
        "{title} ({list}); add: {option} {name}",
    ).format(
        fitting=fit.fitting,
        names=fit.names,
        province=listed.province,
        name=fit.name,
        title=checker.units.title,
        list=checker.units.id,
        option=option,
    )
