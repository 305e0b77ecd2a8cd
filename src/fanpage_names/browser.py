"""What the web page asks for: the library behind requests and answers in JSON. It runs where the page runs Python.

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
from pathlib import Path
from typing import Any, NamedTuple, TypeVar
from zipfile import ZipFile

from fanpage_names.check import Checker, check_rows
from fanpage_names.errors import UseError
from fanpage_names.history.choosing import choose, list_on, named_list
from fanpage_names.lang import Lang, Text
from fanpage_names.reports.cards import card
from fanpage_names.reports.formats import FORMATS
from fanpage_names.reports.summary import Summary
from fanpage_names.submissions import Marking, Passed, Submitted, nothing_told
from fanpage_names.tables.files import written
from fanpage_names.tables.formats import Options, put
from fanpage_names.tables.grid import ReadOptions
from fanpage_names.tables.reading import STDIN
from fanpage_names.units.catalogue import DAYS, of_year
from fanpage_names.units.model import Style

T = TypeVar("T")

_SECONDS = 0.08
"""How long rows are held back so that several go out together."""

_SAID: Mapping[int, Text] = {
    2025: Text("hiện nay (từ 01/07/2025)", "today (since 01/07/2025)"),
    2024: Text("30/06/2025 (trước sáp nhập)", "30/06/2025 (before the mergers)"),
    2021: Text("31/12/2021 (công văn)", "31/12/2021 (the letter’s)"),
}
"""What the snapshots are called: see `fanpage_names.units.catalogue.DAYS`."""

_PASTED = Text("da-dan.xlsx", "pasted.xlsx")
_LOST = Text("{file}: bản sao không giữ được: {what}", "{file}: the copy does not keep: {what}")
_UNEXPECTED = Text("lỗi ngoài dự kiến ({what}); xin báo lại", "unexpected error ({what}); please report it")


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

    def lists(self) -> str:
        """Return the days that there are lists of, the present one first, each with its lists by province."""
        days = []
        for year, said in _SAID.items():
            lists = [{"name": each.name, "province": each.province} for each in of_year(year)]
            days.append({"vi": said.vi, "en": said.en, "from": str(DAYS[year]), "lists": lists})
        return _json(days)

    def check(self, request: str) -> Iterator[str]:
        """Yield what the check says: cards of some rows at a time, then the sum, then what went wrong with files.

        What in a file carries no name comes last, as notes.
        """
        asked, faults = _read(request), _Faults()
        notes: list[str] = []
        with faults.caught(), _pasted(asked.pasted):
            checker = self._checker_for(asked)
            if self._note:
                notes.append(self._note.in_lang(asked.lang))
            summary = Summary()
            passed: Passed = lambda file, log: notes.extend(log.lines(file, asked.lang))  # noqa: E731
            rows = self._submitted(asked, faults, passed=passed).rows() or ()
            for some in _in_time(summary.counting(check_rows(checker, rows))):
                yield _json({"cards": [card(checked, asked.lang) for checked in some]})
            yield _json({"sum": summary.lines(asked.lang), "rules": summary.rules})
        yield _json({"faults": faults.lines(asked.lang), "notes": notes})

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
        asked, faults = _read(request), _Faults()
        writes = {"marked": self._write_marked, "report": self._write_report, "migrate": self._write_migration}
        with faults.caught(), _pasted(asked.pasted):
            if format_ in writes:
                writes[format_](asked, Path(path), faults)
            elif (rows := self._submitted(asked, faults).rows()) is not None:
                results = self._counting(check_rows(self._checker_for(asked), rows))
                put(results, FORMATS, Options(asked.lang), name=format_, path=Path(path), force=True)
        return _json({"faults": faults.lines(asked.lang)})

    def _write_marked(self, asked: Request, path: Path, faults: _Faults) -> None:
        marking = Marking(self._checker_for(asked), ReadOptions(), asked.lang, self._counting)
        with written(path, force=True, binary=True) as stream:
            if len(asked.files) == 1:
                faults.lost(asked.files[0], marking.mark(asked.files[0], stream))
                return
            with ZipFile(stream, "w") as archive:
                for file in asked.files:
                    with faults.caught():
                        copy = BytesIO()
                        faults.lost(file, marking.mark(file, copy))
                        archive.writestr(_copy_name(file, asked), copy.getvalue())

    def _write_report(self, asked: Request, path: Path, faults: _Faults) -> None:
        from fanpage_names.coverage.counting import count
        from fanpage_names.coverage.model import Report, Unread
        from fanpage_names.reports.overview.formats import FORMATS as REPORT_FORMATS

        checker = self._checker_for(asked)
        submitted = self._submitted(asked, faults)
        if (rows := submitted.rows()) is None:
            return
        results = self._counting(check_rows(checker, rows))
        overview = count(checker.units, results, date.today(), style=asked.style)
        unread = tuple(Unread(file, " ".join(fault.lines(asked.lang))) for file, fault in submitted.unread)
        report = Report(replace(overview, unread=unread))
        put(report, REPORT_FORMATS, Options(asked.lang), name="html", path=path, force=True)

    def _write_migration(self, asked: Request, path: Path, faults: _Faults) -> None:
        from fanpage_names.history.loading import load_history
        from fanpage_names.migrate import Migrator
        from fanpage_names.reports.migration.formats import FORMATS as MIGRATION_FORMATS
        from fanpage_names.reports.migration.lines import Migration

        history, today = load_history(), date.today()
        start = named_list(asked.units, _day(asked), today)
        migrator = Migrator(history, start, list_on(today, start), asked.style)
        if (rows := self._submitted(asked, faults, migrator.checker).rows()) is None:
            return
        pages = migrator.migrate(self._counting(rows))
        titles = {name: history.units(name).title for name in {page.meant.list_id for page in pages}}
        migration = Migration(pages, history.units(list_on(today, start)), asked.style, titles)
        put(migration, MIGRATION_FORMATS, Options(asked.lang), name="xlsx", path=path, force=True)

    def _submitted(
        self, asked: Request, faults: _Faults, checker: Checker | None = None, *, passed: Passed = nothing_told
    ) -> Submitted:
        checker = checker or self._checker_for(asked)
        return Submitted((), asked.files, ReadOptions(), checker, faults.add, passed=passed)

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


class _Faults:
    """What goes wrong on the way; the work goes on."""

    def __init__(self) -> None:
        self._texts: list[Text] = []

    def add(self, fault: UseError) -> None:
        self._texts += map(Text, fault.lines("vi"), fault.lines("en"))

    def lost(self, file: str, what: Iterable[Text]) -> None:
        """Note what the copy of a file does not keep."""
        if texts := list(what):
            vi, en = (", ".join(text.in_lang(lang) for text in texts) for lang in ("vi", "en"))
            self._texts.append(Text(_LOST.vi.format(file=file, what=vi), _LOST.en.format(file=file, what=en)))

    @contextmanager
    def caught(self) -> Iterator[None]:
        try:
            yield
        except UseError as fault:
            self.add(fault)
        except Exception as fault:
            self._texts.append(_UNEXPECTED.format(what=f"{type(fault).__name__}: {fault}"[:300]))

    def lines(self, lang: Lang) -> Sequence[str]:
        return [text.in_lang(lang) for text in self._texts]


def _read(request: str) -> Request:
    return Request(**json.loads(request))


def _day(asked: Request) -> date | None:
    return date.fromisoformat(asked.day) if asked.day else None


def _json(value: Any) -> str:  # noqa: ANN401
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


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
