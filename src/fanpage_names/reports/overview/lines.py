"""An overview as the lines of its table and the items of its sections: what all outputs for people show alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fanpage_names.coverage.model import CHANGE_KINDS, KINDS, Area, Change, Overview, Problem, Report, Tally
from fanpage_names.lang import Lang
from fanpage_names.reports.overview import words
from fanpage_names.reports.spans import clipped
from fanpage_names.reports.words import place


@dataclass(frozen=True, slots=True)
class Line:
    """One area in the table.

    Attributes:
        area: the area; its values for outputs that draw them.
        name: the district or province.
        own: whether it has a page itself; for all areas together, how many districts have one.
        pages: communes with a page, of all, "30/34"; empty where the area has no communes.
        share: the same in per cent.
        target: how the targets stand; empty where none concerns the area.
        officer: whether an officer is named, or who; empty where nobody asks for one.
    """

    area: Area
    name: str
    own: str
    pages: str
    share: str
    target: str
    officer: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The texts, from name to officer."""
        return (self.name, self.own, self.pages, self.share, self.target, self.officer)


@dataclass(frozen=True, slots=True)
class Item:
    """One point of a section.

    Attributes:
        text: what it is about.
        right: what to write in its place; empty where there is nothing to write.
        note: why; may be empty.
        places: where it was found.
    """

    text: str
    right: str = ""
    note: str = ""
    places: tuple[str, ...] = ()

    def line(self) -> str:
        """Return all of it on one line."""
        text = f"{self.text} → {self.right}" if self.right else self.text
        return "; ".join(filter(None, (text, self.note, ", ".join(self.places))))


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it."""

    title: str
    items: tuple[Item, ...]


def headings(lang: Lang) -> tuple[str, ...]:
    """Return the headings of `Line.cells`."""
    columns = (words.UNIT, words.OWN_PAGE, words.COMMUNES, words.SHARE, words.TARGET, words.OFFICER)
    return tuple(column.in_lang(lang) for column in columns)


def lines(overview: Overview, lang: Lang) -> list[Line]:
    """Return a line for each area and, where there are several, one for all."""
    found = [_line(overview, area, lang) for area in overview.areas]
    if len(found) > 1:
        found.append(_line(overview, overview.whole, lang, total=True))
    return found


def _line(overview: Overview, area: Area, lang: Lang, *, total: bool = False) -> Line:
    name = words.ALL.in_lang(lang) if total else words.named(area.unit, lang)
    communes = area.tallies.get("commune")
    own = area.tallies.get("district") or (None if total else area.tallies.get("province"))
    return Line(
        area,
        name,
        _own(own, lang, total=total),
        words.pages(communes) if communes else "",
        words.share(communes, lang) if communes else "",
        _targets(area, lang),
        _officer(overview, area, lang),
    )


def _own(tally: Tally | None, lang: Lang, *, total: bool) -> str:
    if tally is None:
        return ""
    if total:
        return words.pages(tally)
    return (words.WITH_PAGE if tally.pages else words.WITHOUT_PAGE).in_lang(lang)


def _targets(area: Area, lang: Lang) -> str:
    states = [words.state(verdict, lang) for verdict in area.verdicts]
    if len(set(states)) == 1 and area.verdicts[0].state == "met":
        return states[0]
    levels = [words.LEVEL[verdict.target.level].in_lang(lang) for verdict in area.verdicts]
    return "; ".join(f"{level}: {state}" for level, state in zip(levels, states, strict=True))


def _officer(overview: Overview, area: Area, lang: Lang) -> str:
    if area.has_officer is None or area.unit is None:
        return ""
    page = overview.pages.get(area.unit.code)
    if page and page.officer:
        return ", ".join(filter(None, (page.officer.name, page.officer.telephone)))
    return (words.WITH_PAGE if area.has_officer else words.WITHOUT_PAGE).in_lang(lang)


def missing(overview: Overview, lang: Lang) -> Iterator[tuple[str, str]]:
    """Yield each area with units that have no page, and their names."""
    for area in overview.areas:
        if area.missing:
            names = ", ".join(unit.name_with_type for unit in area.missing)
            yield f"{words.named(area.unit, lang)} ({len(area.missing)})", names


def sections(report: Report, lang: Lang) -> Iterator[Section]:
    """Yield what else there is to say: officers, problems by kind, what is new. Empty sections are left out."""
    overview = report.overview
    if without := overview.without_officer:
        yield _section(words.WITHOUT_OFFICER.in_lang(lang), (Item(words.named(unit, lang)) for unit in without))
    for kind in KINDS:
        if found := overview.of_kind(kind):
            yield _section(words.KIND[kind].in_lang(lang), (_item(problem, lang) for problem in found))
    if report.since is not None:
        since = words.SINCE.format(day=words.day(report.since, lang)).in_lang(lang)
        for change_kind in CHANGE_KINDS:
            if changed := [change for change in report.changes if change.kind == change_kind]:
                title = words.CHANGE[change_kind].in_lang(lang)
                yield _section(f"{since}: {title}", map(_changed, changed))
        if not report.changes:
            yield Section(since, (Item(words.NOTHING_NEW.in_lang(lang)),))


def _section(title: str, items: Iterable[Item]) -> Section:
    every = tuple(items)
    return Section(f"{title} ({len(every)})", every)


def _item(problem: Problem, lang: Lang) -> Item:
    first = problem.entries[0]
    note = "; ".join(problem.messages)
    places = tuple(place(entry.row) for entry in problem.entries)
    match problem.kind:
        case "twice":
            return Item(words.named(first.unit, lang), "", "", places)
        case "shared-link":
            units = ", ".join(entry.unit.name_with_type for entry in problem.entries if entry.unit)
            return Item(clipped(first.row.link or ""), "", units, places)
        case "not-a-page":
            unit = first.unit.name_with_type if first.unit else ""
            return Item(clipped(first.row.link or ""), "", "; ".join(filter(None, (unit, note))), places)
        case _:
            return Item(clipped(first.row.name), problem.right, note, places)


def _changed(change: Change) -> Item:
    unit = words.capital(change.unit.name_with_type)
    if change.kind == "added":
        return Item(f"{unit}: {change.now}")
    if change.kind == "gone":
        return Item(f"{unit}: {change.before}")
    return Item(f"{unit}: {change.before or '–'}", change.now or "–")
