"""html: one file that opens without a network, with the differing letters marked in the names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO

from fanpage_names.lang import Lang, Text
from fanpage_names.reports.offline_page import asset, page_head, text
from fanpage_names.reports.spans import Piece, is_error, pieces
from fanpage_names.reports.summary import Summary
from fanpage_names.reports.words import RIGHT_NAME, STATUS, right_name
from fanpage_names.result import Cell, Diagnostic
from fanpage_names.rows import Checked, Row
from fanpage_names.tables.formats import Options

_TITLE = Text("Kiểm tra tên trang", "Page names checked")
_ROW = Text("dòng {n}", "row {n}")
_GIVEN = Text("tên {n} trên dòng lệnh", "name {n} on the command line")
_INPUT = Text("đầu vào chuẩn", "standard input")
_MISSING = Text("thiếu", "missing")
_LINK = Text("liên kết", "link")
_UNIT = Text("đơn vị", "unit")
_CELLS: dict[Cell, Text] = {"link": _LINK, "unit": _UNIT}
_ALL = Text("tất cả", "all")
_ALL_ROWS = Text("mọi dòng", "every row")
_ANY_CODE = Text("có sai lệch", "anything wrong")
_SEARCH = Text("Tìm theo tên, tệp, mã (không cần dấu)", "Search names, files, codes (marks not needed)")
_FILTER = Text("Lọc theo mã", "Filter by code")
_SHOWN = Text("Đang hiện:", "Shown:")
_HERE = __package__


def write_html(results: Iterable[Checked], stream: IO[str], options: Options) -> None:
    """Write the page, a name at once as it comes.

    Counts and filters are known last and therefore stand last in the file; the style shows them first.
    """
    lang = options.lang
    summary = Summary()
    stream.write(
        page_head(_TITLE.in_lang(lang), lang, asset(_HERE, "palette.css") + asset(_HERE, "webpage.css")) + "<ol>\n"
    )
    for checked in summary.counting(results):
        stream.write(_item(checked, lang))
    stream.write("</ol>\n" + _top(summary, lang))
    stream.write(f"<script>\n{asset(_HERE, 'webpage.js')}</script>\n</body>\n</html>\n")


def _item(checked: Checked, lang: Lang) -> str:
    result = checked.result
    codes = " ".join(dict.fromkeys(found.code for found in result.diagnostics))
    right = right_name(result)
    lines = [
        f'<li data-s="{result.status}" data-c="{text(codes)}">',
        f'<p class="at">{_place(checked.row, lang)}</p>',
        f'<p class="s">{STATUS[result.status].in_lang(lang)}</p>',
        f'<div class="n"><p>{_marked(pieces(checked), lang)}</p>',
        f'<p class="r"><span>{RIGHT_NAME.in_lang(lang)}:</span> {text(right)}</p>' if right else "",
        *_other_cells(checked, lang),
        "</div>",
        f"<ul>{''.join(map(_message, result.diagnostics))}</ul>" if result.diagnostics else "",
        "</li>\n",
    ]
    return "".join(lines)


def _place(row: Row, lang: Lang) -> str:
    if row.file is None:
        return _GIVEN.format(n=row.row).in_lang(lang)
    where = [_INPUT.in_lang(lang) if row.file == "-" else row.file, row.sheet]
    number = _ROW.format(n=row.row).in_lang(lang)
    return f"<b>{number}</b> " + text(" · ".join(part for part in where if part))


def _other_cells(checked: Checked, lang: Lang) -> Iterator[str]:
    """Yield the link and the declared unit where something is wrong with them."""
    for cell, word in _CELLS.items():
        if any(found.cell == cell for found in checked.result.diagnostics):
            marked = _marked(pieces(checked, cell), lang)
            yield f'<p class="o"><span>{word.in_lang(lang)}:</span> {marked}</p>'


def _marked(shown: Iterable[Piece], lang: Lang) -> str:
    return "".join(_mark(piece, lang) if piece.found else text(piece.text) for piece in shown)


def _mark(piece: Piece, lang: Lang) -> str:
    kind = "e" if is_error(piece) else "w"
    hint = "\n".join(text(f"{found.code} {found.message}") for found in piece.found)
    if piece.text:
        return f'<mark class="{kind}" title="{hint}">{text(piece.text)}</mark>'
    return f'<mark class="{kind} gap" title="{hint}" aria-label="{_MISSING.in_lang(lang)}"></mark>'


def _message(found: Diagnostic) -> str:
    kind = "e" if found.severity == "error" else "w"
    return f'<li><b class="{kind}">{text(found.code)}</b> {text(found.message)}</li>'


def _top(summary: Summary, lang: Lang) -> str:
    search = _SEARCH.in_lang(lang)
    lines = [
        "<header>",
        f"<h1>{_TITLE.in_lang(lang)}</h1>",
        *(f"<p>{text(line)}</p>" for line in summary.lines(lang)),
        "<form hidden>",
        f'<div class="b">{"".join(_buttons(summary, lang))}</div>',
        f'<select aria-label="{_FILTER.in_lang(lang)}">{"".join(_codes(summary, lang))}</select>',
        f'<input type="search" placeholder="{search}" aria-label="{search}">',
        f'<p aria-live="polite">{_SHOWN.in_lang(lang)} <output>{summary.names}</output></p>',
        "</form>",
        "</header>",
    ]
    return "\n".join(lines) + "\n"


def _buttons(summary: Summary, lang: Lang) -> Iterator[str]:
    yield f'<button data-s="">{_ALL.in_lang(lang)} <b>{summary.names}</b></button>'
    for status, word in STATUS.items():
        if number := summary.statuses[status]:
            yield f'<button data-s="{status}">{word.in_lang(lang)} <b>{number}</b></button>'


def _codes(summary: Summary, lang: Lang) -> Iterator[str]:
    yield f'<option value="">{_ALL_ROWS.in_lang(lang)}</option>'
    yield f'<option value="FN">{_ANY_CODE.in_lang(lang)}</option>'
    for code, number in sorted(summary.codes.items()):
        rule = text(summary.rules[code])
        yield f'<option value="{text(code)}">{text(code)} {rule} ({number})</option>'
