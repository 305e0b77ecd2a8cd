"""html: one file that opens without a network: bars, a table to sort, the missing units on a click."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from fanpage_names.coverage.model import Area, Overview, Report, Verdict
from fanpage_names.lang import Lang, Text
from fanpage_names.reports.offline_page import asset, page_head, text
from fanpage_names.reports.overview import words
from fanpage_names.reports.overview.bars import bar
from fanpage_names.reports.overview.lines import Item, Line, Section, area_lines, sections
from fanpage_names.tables.formats import Options

_SORT = Text("Sắp xếp theo", "Sort by")
_TARGET_LINE = Text("vạch đứng: chỉ tiêu", "upright line: target")
_HINT = Text("Bấm tên huyện để xem đơn vị chưa có trang.", "Click a name to see its units without a page.")
_HERE = __package__ or ""
_REPORTS = _HERE.rpartition(".")[0]


def write_html(report: Report, stream: IO[str], options: Options) -> None:
    """Write the page."""
    lang = options.lang
    title = words.TITLE.in_lang(lang)
    stream.write(page_head(title, lang, asset(_REPORTS, "palette.css") + asset(_HERE, "webpage.css")))
    stream.write(f"<header>\n<h1>{text(title)}</h1>\n")
    stream.writelines(f"<p>{text(line)}</p>\n" for line in words.head(report, lang))
    stream.write("</header>\n")
    stream.writelines(_cards(report.overview, lang))
    stream.writelines(_table(report.overview, lang))
    stream.writelines(_section(section) for section in sections(report, lang))
    stream.write(f"<script>\n{asset(_HERE, 'webpage.js')}</script>\n</body>\n</html>\n")


def _cards(overview: Overview, lang: Lang) -> Iterator[str]:
    """Yield how each target stands, as a bar."""
    whole = overview.whole
    yield '<div class="cards">\n'
    for verdict in whole.verdicts:
        yield _card(whole, verdict, lang)
    if not whole.verdicts:
        yield f"<p>{text(words.NO_TARGETS.in_lang(lang))}</p>\n"
    yield "</div>\n"


def _card(whole: Area, verdict: Verdict, lang: Lang) -> str:
    level = verdict.target.level
    tally = whole.tallies[level]
    return (
        f'<section class="card"><h2>{text(words.target(verdict.target, lang))}</h2>'
        f'<p><b class="big">{words.share(tally, lang)}</b> {words.pages(tally)}</p>{bar(whole, level, lang)}'
        f"<p>{_state(verdict, lang)}</p></section>\n"
    )


def _state(verdict: Verdict, lang: Lang) -> str:
    return f'<b class="{verdict.state.replace(" ", "-")}">{text(words.state(verdict, lang))}</b>'


def _table(overview: Overview, lang: Lang) -> Iterator[str]:
    lines = area_lines(overview, lang)
    own = words.OWN_PAGE["district" if overview.units.has_districts else "province"]
    columns = [words.UNIT, own, words.COMMUNES, words.SHARE, words.TARGET, words.OFFICER]
    yield f'<p class="hint">{_HINT.in_lang(lang)} ({_TARGET_LINE.in_lang(lang)})</p>\n'
    yield f'<table>\n<thead><tr data-word="{_SORT.in_lang(lang)}">'
    for column in columns:
        yield f'<th scope="col"><button type="button">{column.in_lang(lang)}</button></th>'
    yield "</tr></thead>\n"
    for line in lines[: len(overview.areas)]:
        yield f'<tbody>\n<tr><th scope="row" data-v="{_name(line)}">'
        yield f'<button type="button">{text(line.name)}</button></th>'
        yield f"{_cells(line, columns, lang)}</tr>\n{_missing(line, len(columns), lang)}</tbody>\n"
    for line in lines[len(overview.areas) :]:
        yield f'<tfoot><tr><th scope="row">{text(line.name)}</th>{_cells(line, columns, lang)}</tr></tfoot>\n'
    yield "</table>\n"


def _name(line: Line) -> str:
    return text(line.area.unit.name) if line.area.unit else ""


def _cells(line: Line, columns: list[Text], lang: Lang) -> str:
    """Return the cells after the name; `data-v` is what they are sorted by, `data-w` their heading on a phone."""
    area = line.area
    communes = area.tallies.get("commune")
    own = area.tallies.get("district") or area.tallies.get("province")
    if area.unit and area.unit.level == "province":
        columns = [columns[0], words.OWN_PAGE["province"], *columns[2:]]
    short = sum(verdict.short for verdict in area.verdicts if verdict.target.level == "commune")
    targets = " ".join(_state(verdict, lang) for verdict in area.verdicts if verdict.target.level == "commune")
    share = f"{bar(area, 'commune', lang)} <span>{line.share}</span>" if communes else ""
    values = (
        (own.pages if own else 0, text(line.own)),
        (communes.pages if communes else 0, line.pages),
        (communes.tenths if communes else -1, share),
        (short, targets),
        (int(bool(area.has_officer)), text(line.officer)),
    )
    return "".join(
        f'<td data-v="{value}" data-w="{column.in_lang(lang)}">{shown}</td>'
        for (value, shown), column in zip(values, columns[1:], strict=True)
    )


def _missing(line: Line, columns: int, lang: Lang) -> str:
    missing = line.area.missing
    said = (
        f"{words.MISSING.in_lang(lang)} ({words.counted(missing, lang)})"
        if missing
        else words.NOBODY_MISSING.in_lang(lang)
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
