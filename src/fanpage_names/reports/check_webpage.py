"""html: one file that opens without a network, with the differing letters marked in the names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO

from fanpage_names.lang import Lang, Text
from fanpage_names.reports.cards import Card, Marked, Message, card
from fanpage_names.reports.labels import RIGHT_NAME, STATUS
from fanpage_names.reports.offline_page import asset, page_head, text
from fanpage_names.reports.summary import Summary
from fanpage_names.rows import Checked
from fanpage_names.tables.formats import Options
from fanpage_names.telling import about

_TITLE = Text("Kiểm tra tên trang", "Page names checked")
_MISSING = Text("thiếu", "missing")
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
        stream.write(_item(card(checked, lang), lang))
    stream.write("</ol>\n" + _notice(options) + _top(summary, options))
    stream.write(f"<script>\n{asset(_HERE, 'webpage.js')}</script>\n</body>\n</html>\n")


def _item(shown: Card, lang: Lang) -> str:
    lines = [
        f'<li data-s="{shown.status}" data-c="{text(" ".join(shown.codes))}">',
        f'<p class="at">{_place(shown)}</p>',
        f'<p class="s">{STATUS[shown.status].in_lang(lang)}</p>',
        f'<div class="n"><p>{_marked(shown.name, lang)}</p>',
        f'<p class="r"><span>{RIGHT_NAME.in_lang(lang)}:</span> {text(shown.right)}</p>' if shown.right else "",
        *(f'<p class="o"><span>{word}:</span> {_marked(cell, lang)}</p>' for word, cell in shown.others),
        "</div>",
        f"<ul>{''.join(map(_message, shown.messages))}</ul>" if shown.messages else "",
        "</li>\n",
    ]
    return "".join(lines)


def _place(shown: Card) -> str:
    return f"<b>{shown.row}</b> {text(shown.where)}" if shown.where else shown.row


def _marked(shown: Iterable[Marked], lang: Lang) -> str:
    return "".join(_mark(piece, lang) if piece.kind else text(piece.text) for piece in shown)


def _mark(piece: Marked, lang: Lang) -> str:
    hint = "\n".join(map(text, piece.hints))
    if piece.text:
        return f'<mark class="{piece.kind}" title="{hint}">{text(piece.text)}</mark>'
    return f'<mark class="{piece.kind} gap" title="{hint}" aria-label="{_MISSING.in_lang(lang)}"></mark>'


def _message(said: Message) -> str:
    return f'<li><b class="{said.kind}">{text(said.code)}</b> {text(said.text)}</li>'


def _notice(options: Options) -> str:
    """Return what every reader must know; asked when all results were written, and shown above and below them."""
    said = filter(None, (options.notice, options.afterwards()))
    return "".join(f'<p role="alert"><b>{text(one)}</b></p>\n' for one in said)


def _top(summary: Summary, options: Options) -> str:
    lang = options.lang
    search = _SEARCH.in_lang(lang)
    lines = [
        "<header>",
        f"<h1>{_TITLE.in_lang(lang)}</h1>{_notice(options)}",
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
        yield f'<option value="{text(code)}">{text(code)} {text(about(code, lang))} ({number})</option>'
