"""The library behind the web page's requests and answers in JSON.

Files lie in the working folder under their own names; "-" is what was pasted, read as standard input.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from io import BytesIO, TextIOWrapper
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple, TypeVar
from zipfile import ZipFile

from fanpage_names.browser.answers import Notices, as_json
from fanpage_names.check import Checker, check_rows
from fanpage_names.fitting import SAMPLE, Fit, better_list
from fanpage_names.history.choosing import choose, list_on, named_list
from fanpage_names.lang import Lang, Text
from fanpage_names.reports.cards import card
from fanpage_names.reports.check_formats import FORMATS
from fanpage_names.reports.labels import STATUS
from fanpage_names.reports.summary import Summary
from fanpage_names.submissions import Marking, Passed, Submitted, nothing_told
from fanpage_names.tables.files import written
from fanpage_names.tables.formats import Options, put
from fanpage_names.tables.grid import ReadOptions
from fanpage_names.tables.reading import STDIN
from fanpage_names.telling import about
from fanpage_names.units.catalogue import DAYS, catalogue, of_year
from fanpage_names.units.model import Style

T = TypeVar("T")

_SECONDS = 0.08
"""How long rows are held back so that several go out together."""

_DAY_WORDS: Mapping[int, Text] = {
    2025: Text("hiện nay (từ 01/07/2025)", "today (since 2025-07-01)"),
    2024: Text("30/06/2025 (trước sáp nhập)", "30/06/2025 (before the mergers)"),
    2021: Text("31/12/2021 (công văn)", "31/12/2021 (the letter’s)"),
}
"""What the snapshots are called: see `fanpage_names.units.catalogue.DAYS`."""

_OTHER_LIST = Text(
    "nhầm danh mục? {fitting} trong {names} tên là của {province}, danh mục {day}; hãy chọn lại ở mục 1",
    "the wrong list? {fitting} of {names} names are of {province}, list of {day}; choose again in part 1",
)
_PASTED = Text("da-dan.xlsx", "pasted.xlsx")


class Request(NamedTuple):
    """What the page asks for.

    Attributes:
        units: the name of the list.
        day: the day of which the list is wanted, in ISO form; None for the list as it is today.
        style: the style of names.
        lang: the language of what is said and written.
        files: the names of files, in the order to read them; "-" among them where something was pasted.
        pasted: what was pasted.
    """

    units: str
    day: str | None
    style: Style
    lang: Lang
    files: Sequence[str]
    pasted: str


class Desk:
    """Answers the page's requests, one after the other; whatever goes wrong is an answer, too.

    Args:
        tell: is told from time to time how many rows went into a file that is being written.
    """

    def __init__(self, tell: Callable[[int], None]) -> None:
        self._tell = tell
        self._kept: tuple[Request, Checker] | None = None
        self._note: Text | None = None

    def choices(self) -> str:
        """Return the words for statuses, and the days that there are lists of with each day's lists by province.

        The present day comes first.
        """
        days = []
        for year, said in _DAY_WORDS.items():
            lists = [{"name": each.name, "province": each.province} for each in of_year(year)]
            days.append({"vi": said.vi, "en": said.en, "from": str(DAYS[year]), "lists": lists})
        statuses = {status: {"vi": word.vi, "en": word.en} for status, word in STATUS.items()}
        return as_json({"days": days, "statuses": statuses})

    def check(self, request: str) -> Iterator[str]:
        """Yield what the check says: cards of some rows at a time, then the sum, then faults and notes about files."""
        asked = _read(request)
        said = Notices(asked.lang)
        with said.caught(), _pasted(asked.pasted):
            checker = self._checker_for(asked)
            if self._note:
                said.note(self._note)
            summary = Summary()
            rows = iter(self._submitted(asked, said, passed=said.passed).rows() or ())
            first = list(islice(rows, SAMPLE))
            for some in _in_time(summary.counting(check_rows(checker, chain(first, rows)))):
                yield as_json({"cards": [card(checked, asked.lang) for checked in some]})
            rules = {code: about(code, asked.lang) for code in summary.codes}
            yield as_json({"sum": summary.lines(asked.lang), "rules": rules})
            if fit := better_list([row.name for row in first], checker):
                said.warn(_better(fit))
        yield said.answer()

    def write(self, request: str, format_: str, path: str) -> str:
        """Write what the check says to a file; where no file can be read, nothing is written.

        Args:
            request: as in `check`.
            format_: a format of `check`; "marked" for copies of the files, several of them in a zip; "report" for the
                web page of who has a page; "migrate" for the workbook of names after mergers.
            path: the file to write; replaced where it is there.

        Returns:
            What went wrong with files, and what the copies do not keep.
        """
        asked = _read(request)
        said = Notices(asked.lang)
        writes = {"marked": self._write_marked, "report": self._write_report, "migrate": self._write_migration}
        with said.caught(), _pasted(asked.pasted):
            if format_ in writes:
                writes[format_](asked, Path(path), said)
            elif (rows := self._submitted(asked, said).rows()) is not None:
                results = self._counting(check_rows(self._checker_for(asked), rows))
                put(results, FORMATS, Options(asked.lang), name=format_, path=Path(path), force=True)
        return said.answer()

    def _write_marked(self, asked: Request, path: Path, said: Notices) -> None:
        marking = Marking(self._checker_for(asked), ReadOptions(), Options(asked.lang), self._counting)
        with written(path, force=True, binary=True) as stream:
            if len(asked.files) == 1:
                said.lost(asked.files[0], marking.mark(asked.files[0], stream))
                return
            with ZipFile(stream, "w") as archive:
                for file in asked.files:
                    with said.caught():
                        copy = BytesIO()
                        said.lost(file, marking.mark(file, copy))
                        archive.writestr(_copy_name(file, asked), copy.getvalue())

    def _write_report(self, asked: Request, path: Path, said: Notices) -> None:
        from fanpage_names.coverage.counting import count
        from fanpage_names.coverage.overview import Report, Unread
        from fanpage_names.reports.overview.report_formats import FORMATS as REPORT_FORMATS

        checker = self._checker_for(asked)
        submitted = self._submitted(asked, said)
        if (rows := submitted.rows()) is None:
            return
        results = self._counting(check_rows(checker, rows))
        overview = count(checker.units, results, date.today(), style=asked.style)
        unread = tuple(Unread(file, " ".join(fault.lines(asked.lang))) for file, fault in submitted.unread)
        report = Report(replace(overview, unread=unread))
        put(report, REPORT_FORMATS, Options(asked.lang), name="html", path=path, force=True)

    def _write_migration(self, asked: Request, path: Path, said: Notices) -> None:
        from fanpage_names.history.loading import load_history
        from fanpage_names.migrate import Migrator
        from fanpage_names.reports.migration.migrate_formats import FORMATS as MIGRATION_FORMATS
        from fanpage_names.reports.migration.page_rows import Migration

        history, today = load_history(), date.today()
        start = named_list(asked.units, _day(asked), today)
        target = history.units(list_on(today, start))
        migrator = Migrator(history, start, target.id, asked.style, lang=asked.lang)
        if (rows := self._submitted(asked, said, migrator.checker).rows()) is None:
            return
        pages = migrator.migrate(self._counting(rows))
        titles = {name: history.units(name).title for name in {page.meant.list_id for page in pages}}
        migration = Migration(pages, target, asked.style, titles)
        put(migration, MIGRATION_FORMATS, Options(asked.lang), name="xlsx", path=path, force=True)

    def _submitted(
        self, asked: Request, said: Notices, checker: Checker | None = None, *, passed: Passed = nothing_told
    ) -> Submitted:
        checker = checker or self._checker_for(asked)
        return Submitted((), asked.files, ReadOptions(), checker, said.fault, passed=passed)

    def _checker_for(self, asked: Request) -> Checker:
        """Return the checker for a request; the one that was used last is kept."""
        wanted = asked._replace(files=(), pasted="")
        if self._kept is None or self._kept[0] != wanted:
            units, self._note = choose(asked.units, _day(asked), date.today())
            self._kept = wanted, Checker(units, asked.style, lang=asked.lang)
        return self._kept[1]

    def _counting(self, values: Iterable[T]) -> Iterator[T]:
        said = time.monotonic()
        for number, value in enumerate(values, 1):
            yield value
            if time.monotonic() - said > _SECONDS:
                self._tell(number)
                said = time.monotonic()


def _better(fit: Fit) -> Text:
    listed, day = catalogue()[fit.name], _DAY_WORDS[catalogue()[fit.name].year]
    return _OTHER_LIST.format(fitting=fit.fitting, names=fit.names, province=listed.province, day=day)


def _read(request: str) -> Request:
    return Request(**json.loads(request))


def _day(asked: Request) -> date | None:
    return date.fromisoformat(asked.day) if asked.day else None


def _copy_name(file: str, asked: Request) -> str:
    """Return what a file's workbook is called among those of the others."""
    if file == STDIN:
        return _PASTED.in_lang(asked.lang)
    stems = [Path(other).stem for other in asked.files]
    stem = Path(file).stem
    return f"{stem if stems.count(stem) == 1 else file}.xlsx"


@contextmanager
def _pasted(text: str) -> Iterator[None]:
    """Let standard input be what was pasted."""
    before = sys.stdin
    sys.stdin = TextIOWrapper(BytesIO(text.encode()), encoding="utf-8")
    try:
        yield
    finally:
        sys.stdin = before


def _in_time(values: Iterable[T]) -> Iterator[list[T]]:
    """Yield the values in lists, each as long as it may be held back."""
    some: list[T] = []
    until = time.monotonic() + _SECONDS
    for value in values:
        some.append(value)
        if time.monotonic() > until:
            yield some
            some, until = [], time.monotonic() + _SECONDS
    if some:
        yield some
