"""An overview as the lines of its table and the items of its sections: what all outputs for people show alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from fanpage_names.coverage.overview import CHANGE_KINDS, KINDS, Area, Overview, PageChange, Problem, Report
from fanpage_names.lang import Lang, day_text
from fanpage_names.reports import titles
from fanpage_names.reports.overview import wording
from fanpage_names.reports.spans import clipped
from fanpage_names.rows import Listed, place_of
from fanpage_names.tables.table import Table


@dataclass(frozen=True, slots=True)
class AreaRow:
    """One area in the table.

    Attributes:
        area: the area; its values for outputs that draw them.
        name: the district or province.
        own: whether it has a page itself, and whether that is late; in the last line, how many districts have one.
        pages: communes with a page, of all, "30/34"; empty where the area has no communes.
        share: the same in per cent.
        target: how the targets for communes stand; empty where there is none, or no districts that have them.
        officer: whether an officer is named, or who; empty where nobody asks for one.
    """

    area: Area
    name: str
    own: str
    pages: str
    share: str
    target: str
    officer: str


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
        return "; ".join(filter(None, (text, self.note, *self.places)))


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it."""

    title: str
    items: tuple[Item, ...]


def table(overview: Overview, lines: Iterable[AreaRow], lang: Lang) -> Table:
    """Return the lines under their headings, without the columns that say nothing."""
    own = wording.OWN_PAGE["district" if overview.units.has_districts else "province"]
    headings = (titles.UNIT, own, wording.COMMUNES, wording.SHARE, wording.TARGET, wording.OFFICER)
    rows = [(line.name, line.own, line.pages, line.share, line.target, line.officer) for line in lines]
    kept = [number for number in range(len(headings)) if any(row[number] for row in rows)]
    columns = tuple(headings[number].in_lang(lang) for number in kept)
    return Table(columns, [[row[number] for number in kept] for row in rows])


def area_rows(overview: Overview, lang: Lang) -> list[AreaRow]:
    """Return a line for each area and, where there are several, one for all."""
    found = [_line(overview, area, lang, _own(area, lang)) for area in overview.areas if _is_line(overview, area)]
    if len(found) > 1:
        districts = overview.whole.tallies.get("district")
        total = _line(overview, overview.whole, lang, wording.pages(districts) if districts else "")
        found.append(replace(total, name=wording.ALL.in_lang(lang)))
    return found


def _is_line(overview: Overview, area: Area) -> bool:
    """Whether an area has a line: a province without communes of its own has none where no district has one."""
    return overview.units.has_districts or "commune" in area.tallies


def _line(overview: Overview, area: Area, lang: Lang, own: str) -> AreaRow:
    communes = area.tallies.get("commune")
    wanted = overview.units.has_districts  # else targets are the province's, and stand above the table
    verdicts = [verdict for verdict in area.verdicts if wanted and verdict.target.level == "commune"]
    return AreaRow(
        area,
        wording.area_name(area, lang),
        own,
        wording.pages(communes) if communes else "",
        wording.share(communes, lang) if communes else "",
        "; ".join(wording.state(verdict, lang) for verdict in verdicts),
        _officer(overview, area, lang),
    )


def _own(area: Area, lang: Lang) -> str:
    """Whether the head of the area has a page; "late" says more than "none". Empty where no page could be its."""
    if area.group.former or area.unit is None:
        return ""
    level = area.unit.level
    late = any(verdict.state == "late" for verdict in area.verdicts if verdict.target.level == level)
    has_page = level in area.tallies and area.tallies[level].pages
    if has_page:
        return (wording.TOO_LATE if late else wording.WITH_PAGE).in_lang(lang)
    return (wording.OVERDUE if late else wording.WITHOUT_PAGE).in_lang(lang)


def _officer(overview: Overview, area: Area, lang: Lang) -> str:
    if area.has_officer is None or area.unit is None:
        return ""
    page = overview.pages.get(area.unit.code)
    if page and page.officer:
        return ", ".join(filter(None, (page.officer.name, page.officer.telephone)))
    return (wording.WITH_PAGE if area.has_officer else wording.WITHOUT_PAGE).in_lang(lang)


def missing(overview: Overview, lang: Lang) -> Iterator[tuple[str, str]]:
    """Yield each area with units that have no page, and their names."""
    for area in overview.areas:
        if area.missing:
            names = ", ".join(unit.name_with_type for unit in area.missing)
            yield f"{wording.area_name(area, lang)} ({wording.counted(area.missing, lang)})", names


def sections(report: Report, lang: Lang) -> Iterator[Section]:
    """Yield what else there is to say: officers, problems by kind, what is new. Empty sections are left out."""
    overview = report.overview
    if without := overview.without_officer:
        yield _section(wording.WITHOUT_OFFICER.in_lang(lang), (Item(wording.named(unit, lang)) for unit in without))
    for kind in KINDS:
        if found := overview.of_kind(kind):
            items = (_item(problem, _places(overview, problem, lang), lang) for problem in found)
            yield _section(wording.KIND[kind].in_lang(lang), items)
    if report.since is not None:
        since = wording.SINCE.format(day=day_text(report.since)).in_lang(lang)
        for change_kind in CHANGE_KINDS:
            if changed := [change for change in report.changes if change.kind == change_kind]:
                title = wording.CHANGE[change_kind].in_lang(lang)
                yield _section(f"{since}: {title}", map(_changed, changed))
        if not report.changes:
            yield Section(since, (Item(wording.NOTHING_NEW.in_lang(lang)),))
    if overview.notice:
        yield Section(wording.NOTICE.in_lang(lang), (Item(overview.notice),))


def _section(title: str, items: Iterable[Item]) -> Section:
    every = tuple(items)
    return Section(f"{title} ({len(every)})", every)


def _places(overview: Overview, problem: Problem, lang: Lang) -> tuple[str, ...]:
    """Return where a problem is, once for each list; without the list where all problems are in one."""
    rows: dict[Listed, list[int]] = {}
    for entry in problem.entries:
        rows.setdefault(entry.row.listed, []).append(entry.row.row)
    alone = overview.listed is not None
    return tuple(place_of((None, None) if alone else listed, found).in_lang(lang) for listed, found in rows.items())


def _item(problem: Problem, places: tuple[str, ...], lang: Lang) -> Item:
    first = problem.entries[0]
    note = "; ".join(problem.messages)
    match problem.kind:
        case "twice":
            return Item(wording.named(first.unit, lang), "", "", places)
        case "shared-link":
            units = ", ".join(entry.unit.name_with_type for entry in problem.entries if entry.unit)
            return Item(clipped(first.row.link or ""), "", units, places)
        case "nameless" if first.unit:
            return Item(wording.named(first.unit, lang), problem.right, "", places)
        case "nameless":
            return Item(f"“{clipped(first.row.unit or '')}”", "", wording.NO_UNIT.in_lang(lang), places)
        case "not-a-page":
            unit = first.unit.name_with_type if first.unit else ""
            return Item(clipped(first.row.link or ""), "", "; ".join(filter(None, (unit, note))), places)
        case _:
            return Item(f"“{clipped(first.row.name)}”", problem.right, note, places)


def _changed(change: PageChange) -> Item:
    unit = wording.capital(change.unit.name_with_type)
    if change.kind == "added":
        return Item(f"{unit}: {change.now}")
    if change.kind == "gone":
        return Item(f"{unit}: {change.before}")
    return Item(f"{unit}: {change.before or '–'}", change.now or "–")
