"""html: one file that opens without a network: bars, a table to sort, the missing units on a click."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import IO, NamedTuple

from fanpage_names.coverage.overview import Area, Overview, Report, Verdict
from fanpage_names.lang import Lang, Text
from fanpage_names.reports import titles
from fanpage_names.reports.offline_page import asset, page_head, text
from fanpage_names.reports.overview import wording
from fanpage_names.reports.overview.area_rows import AreaRow, Item, Section, area_rows, sections
from fanpage_names.reports.overview.bars import bar
from fanpage_names.tables.formats import Options

_SORT = Text("Sắp xếp theo", "Sort by")
_TARGET_LINE = Text("Vạch đứng: chỉ tiêu.", "Upright line: target.")
_HINT = Text("Bấm vào tên để xem đơn vị chưa có trang.", "Click a name to see its units without a page.")
_HERE = __package__ or ""
_REPORTS = _HERE.rpartition(".")[0]


def write_html(report: Report, stream: IO[str], options: Options) -> None:
    """Write the page."""
    lang = options.lang
    title = wording.TITLE.in_lang(lang)
    stream.write(page_head(title, lang, asset(_REPORTS, "palette.css") + asset(_HERE, "webpage.css")))
    stream.write(f"<header>\n<h1>{text(title)}</h1>\n")
    stream.writelines(f"<p>{text(line)}</p>\n" for line in wording.head(report, lang))
    stream.write("</header>\n")
    stream.writelines(_cards(report.overview, lang))
    stream.writelines(_table(report.overview, lang))
    stream.writelines(_section(section) for section in sections(report, lang))
    stream.write(f"<script>\n{asset(_HERE, 'webpage.js')}</script>\n</body>\n</html>\n")


def _cards(overview: Overview, lang: Lang) -> Iterator[str]:
    """Yield how each target stands, as a bar; in a line each what there is to say besides."""
    whole = overview.whole
    yield from (f"<p>{text(said)}</p>\n" for said in wording.targets(overview, lang)[len(whole.verdicts) :])
    yield '<div class="cards">\n'
    for verdict in whole.verdicts:
        yield _card(whole, verdict, lang)
    yield "</div>\n"


def _card(whole: Area, verdict: Verdict, lang: Lang) -> str:
    level = verdict.target.level
    tally = whole.tallies[level]
    return (
        f'<section class="card"><h2>{text(wording.target(verdict.target, lang))}</h2>'
        f'<p><b class="big">{wording.share(tally, lang)}</b> {wording.pages(tally)}</p>{bar(whole, level, lang)}'
        f"<p>{_state(verdict, lang)}</p></section>\n"
    )


def _state(verdict: Verdict, lang: Lang) -> str:
    return f'<b class="{verdict.state.replace(" ", "-")}">{text(wording.state(verdict, lang))}</b>'


def _table(overview: Overview, lang: Lang) -> Iterator[str]:
    lines = area_rows(overview, lang)
    columns = [column for column in _columns(overview, lang) if any(column.cell(line).shown for line in lines)]
    hint = [_HINT.in_lang(lang), *([_TARGET_LINE.in_lang(lang)] if overview.whole.verdicts else [])]
    yield f'<p class="hint">{" ".join(hint)}</p>\n'
    yield f'<table>\n<thead><tr data-word="{_SORT.in_lang(lang)}">'
    yield f'<th scope="col"><button type="button">{titles.UNIT.in_lang(lang)}</button></th>'
    for column in columns:
        yield f'<th scope="col" class="{column.kind}"><button type="button">{column.heading}</button></th>'
    yield "</tr></thead>\n"
    for line in lines:
        if line.area is overview.whole and len(lines) > 1:
            yield f'<tfoot><tr><th scope="row">{text(line.name)}</th>{_cells(line, columns, lang)}</tr></tfoot>\n'
            continue
        yield f'<tbody>\n<tr><th scope="row" data-v="{text(_sorted_by(line))}">'
        yield f'<button type="button">{text(line.name)}</button></th>'
        yield f"{_cells(line, columns, lang)}</tr>\n{_missing(line, len(columns) + 1, lang)}</tbody>\n"
    yield "</table>\n"


def _sorted_by(line: AreaRow) -> str:
    return line.area.unit.name if line.area.unit else line.name


class _Cell(NamedTuple):
    """What a cell is sorted by, and what it shows."""

    value: int
    shown: str


class _Column(NamedTuple):
    """A column after the name; `kind` is what the style calls it."""

    kind: str
    heading: str
    cell: Callable[[AreaRow], _Cell]


def _columns(overview: Overview, lang: Lang) -> Sequence[_Column]:
    own = wording.OWN_PAGE["district" if overview.units.has_districts else "province"]

    def has_page(line: AreaRow) -> _Cell:
        tally = line.area.tallies.get("district") or line.area.tallies.get("province")
        return _Cell(tally.pages if tally else 0, text(line.own))

    def pages(line: AreaRow) -> _Cell:
        communes = line.area.tallies.get("commune")
        return _Cell(communes.pages if communes else 0, line.pages)

    def share(line: AreaRow) -> _Cell:
        communes = line.area.tallies.get("commune")
        if communes is None:
            return _Cell(-1, "")
        return _Cell(communes.tenths, f"{bar(line.area, 'commune', lang)} <span>{line.share}</span>")

    def target(line: AreaRow) -> _Cell:
        verdicts = [one for one in line.area.verdicts if line.target and one.target.level == "commune"]
        return _Cell(sum(verdict.short for verdict in verdicts), " ".join(_state(one, lang) for one in verdicts))

    def officer(line: AreaRow) -> _Cell:
        return _Cell(int(bool(line.area.has_officer)), text(line.officer))

    return (
        _Column("own", own.in_lang(lang), has_page),
        _Column("pages", wording.COMMUNES.in_lang(lang), pages),
        _Column("share", wording.SHARE.in_lang(lang), share),
        _Column("target", wording.TARGET.in_lang(lang), target),
        _Column("officer", wording.OFFICER.in_lang(lang), officer),
    )


def _cells(line: AreaRow, columns: Sequence[_Column], lang: Lang) -> str:
    """Return the cells after the name; `data-v` is what they are sorted by, `data-w` their heading on a phone."""
    made = []
    for column in columns:
        value, shown = column.cell(line)
        heading = column.heading
        if column.kind == "own" and line.area.unit and line.area.unit.level == "province":
            heading = wording.OWN_PAGE["province"].in_lang(lang)
        made.append(f'<td class="{column.kind}" data-v="{value}" data-w="{heading}">{shown}</td>')
    return "".join(made)


def _missing(line: AreaRow, columns: int, lang: Lang) -> str:
    missing = line.area.missing
    said = (
        f"{wording.MISSING.in_lang(lang)} ({wording.counted(missing, lang)})"
        if missing
        else wording.NOBODY_MISSING.in_lang(lang)
    )
    units = "".join(f"<li>{text(unit.name_with_type)}</li>" for unit in missing)
    return f'<tr class="more"><td colspan="{columns}"><b>{said}</b><ul>{units}</ul></td></tr>\n'


def _section(section: Section) -> str:
    items = "\n".join(map(_item, section.items))
    kind = "list" if any(item.right or item.note or item.places for item in section.items) else "list short"
    return f'<section class="{kind}"><h2>{text(section.title)}</h2>\n<ul>\n{items}\n</ul></section>\n'


def _item(item: Item) -> str:
    right = f' <b class="right">→ {text(item.right)}</b>' if item.right else ""
    note = f"<p>{text(item.note)}</p>" if item.note else ""
    places = f'<p class="at">{text("; ".join(item.places))}</p>' if item.places else ""
    return f"<li>{text(item.text)}{right}{note}{places}</li>"
