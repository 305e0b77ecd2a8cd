"""What the outputs of an overview say, in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from fanpage_names.coverage.overview import Area, ChangeKind, Kind, Overview, Report, State, Tally, Verdict
from fanpage_names.lang import Lang, Text, day_text
from fanpage_names.units.model import Level, Target, Unit

TITLE = Text("Kết quả xây dựng trang cộng đồng (fanpage)", "Facebook pages: who has one, who is late")
_HEAD = Text("{title}; tính đến ngày {on}; đã đọc {names} tên", "{title}; as of {on}; names read: {names}")
_FILE = Text("Tệp: {file}", "File: {file}")
_LATER = Text("Không tính {n} dòng ghi ngày sau ngày này.", "Not counted, dated after that day: {n}.")
_OUTSIDE = Text("Không tính {n} dòng của đơn vị ở địa bàn khác.", "Not counted, about units elsewhere: {n}.")
_UNREAD = Text("Không đọc được {n} tệp, số liệu chưa tính: {files}", "Files not read, not counted here: {n}: {files}")
NO_TARGETS = Text("Chưa đặt chỉ tiêu.", "No targets are set.")
_LEVEL_LINE = Text("{level}: {pages} có trang ({share})", "{level} with a page: {pages} ({share})")
_PROVINCE_LINE = Text("Trang {unit}: {state}", "The page of {unit}: {state}")
_FORMER = Text("{name} (cũ)", "{name} (former)")
WITHOUT_CLUSTER = Text("Chưa rõ cụm", "No cluster given")

NAME_TO_TAKE = Text("Tên trang cần đặt", "Page name to take")
OWN_PAGE: Mapping[Level, Text] = {
    "district": Text("Trang huyện", "District page"),
    "province": Text("Trang tỉnh", "Province page"),
}
COMMUNES = Text("Xã có trang", "Communes")
SHARE = Text("Tỷ lệ", "Share")
TARGET = Text("Chỉ tiêu", "Target")
OFFICER = Text("Cán bộ", "Officer")
ALL = Text("Cộng", "Total")
WITH_PAGE = Text("có", "yes")
WITHOUT_PAGE = Text("chưa có", "none")
OVERDUE = Text("chưa có (quá hạn)", "none (overdue)")
TOO_LATE = Text("có, muộn", "yes, late")
MISSING = Text("Chưa có trang", "Without a page")
NOBODY_MISSING = Text("Tất cả đơn vị đã có trang.", "Every unit has a page.")
WITHOUT_OFFICER = Text("Cấp huyện chưa cử cán bộ phụ trách", "Districts without a named officer")
NO_UNIT = Text("không rõ là đơn vị nào", "no telling which unit")
SINCE = Text("Thay đổi kể từ ngày {day}", "New since {day}")
NOTHING_NEW = Text("Không có thay đổi.", "Nothing has changed.")

LEVEL: Mapping[Level, Text] = {
    "province": Text("cấp tỉnh", "province"),
    "district": Text("cấp huyện", "districts"),
    "commune": Text("cấp xã", "communes"),
}
_COUNTED: Mapping[Level, Text] = {
    "province": Text("cấp tỉnh: {n}", "province: {n}"),
    "district": Text("cấp huyện: {n}", "districts: {n}"),
    "commune": Text("cấp xã: {n}", "communes: {n}"),
}
KIND: Mapping[Kind, Text] = {
    "unplaced": Text("Tên không xác định được đơn vị", "Names nobody could place"),
    "deviates": Text("Tên đặt chưa đúng", "Names that deviate"),
    "nameless": Text("Có đường link nhưng chưa ghi tên trang", "Links without a name yet"),
    "unlinked": Text("Đã có tên, chưa có đường link", "Named, no link yet"),
    "declared": Text("Tên không khớp với cột đơn vị", "Names of another unit than the unit column says"),
    "twice": Text("Đơn vị được báo cáo nhiều lần", "Units reported more than once"),
    "shared-link": Text("Một đường link báo cáo cho nhiều đơn vị", "Links reported for several units"),
    "not-a-page": Text("Đường link không phải của trang", "Links that lead to no page"),
}
CHANGE: Mapping[ChangeKind, Text] = {
    "added": Text("mới có trang", "pages added"),
    "corrected": Text("tên đã sửa đúng", "names corrected"),
    "renamed": Text("tên thay đổi", "names changed"),
    "link": Text("đường link thay đổi", "links changed"),
    "gone": Text("không còn được báo cáo", "units that fell out"),
}
_STATE: Mapping[State, Text] = {
    "met": Text("đạt", "met"),
    "on course": Text("còn hạn", "on course"),
    "late": Text("quá hạn", "overdue"),
}
_SHARE = Text("{whole},{tenth}%", "{whole}.{tenth}%")
_WHOLE_SHARE = Text("{whole}%", "{whole}%")
_LACKING = Text("thiếu {n}", "{n} lacking")
_TOO_LATE = Text("muộn {n}", "{n} late")
_TARGET = Text("{share}% {level} trước ngày {day}", "{share}% of {level} before {day}")


def head(report: Report, lang: Lang) -> list[str]:
    """Return the lines below the title: the list, the day, what was read, what was left out."""
    overview = report.overview
    lines = [_HEAD.format(title=overview.units.title, on=day_text(overview.on), names=overview.names).in_lang(lang)]
    if overview.notice:
        lines.insert(0, overview.notice)
    if overview.listed and (file := " · ".join(part for part in overview.listed if part and part != "-")):
        lines.append(_FILE.format(file=file).in_lang(lang))
    if overview.later:
        lines.append(_LATER.format(n=overview.later).in_lang(lang))
    if overview.outside:
        lines.append(_OUTSIDE.format(n=overview.outside).in_lang(lang))
    if overview.unread:
        lines.append(_UNREAD.format(n=len(overview.unread), files=unread(overview)).in_lang(lang))
    return lines


NOTICE = Text("Lưu ý", "Note")


def unread(overview: Overview) -> str:
    """Return the files that could not be read, by name."""
    return ", ".join(one.file for one in overview.unread)


def targets(overview: Overview, lang: Lang) -> list[str]:
    """Return how each target stands for all areas together, a line each."""
    lines = []
    for verdict in overview.whole.verdicts:
        tally = overview.whole.tallies[verdict.target.level]
        lines.append(f"{target(verdict.target, lang)}: {pages(tally)} ({share(tally, lang)}), {state(verdict, lang)}")
    if not lines:
        lines = [_level_line(level, tally, lang) for level, tally in overview.whole.tallies.items() if tally.units > 1]
        lines.append(NO_TARGETS.in_lang(lang))
    return [*lines, *_province_pages(overview, lang)]


def _level_line(level: Level, tally: Tally, lang: Lang) -> str:
    about = {"level": LEVEL[level].in_lang(lang), "pages": pages(tally), "share": share(tally, lang)}
    return capital(_LEVEL_LINE.format(**about).in_lang(lang))


def _province_pages(overview: Overview, lang: Lang) -> Iterator[str]:
    """Yield whether a province has a page, where no line of the table says it."""
    if overview.units.has_districts:
        return
    for area in overview.areas:
        if area.unit and area.unit.level == "province" and "commune" not in area.tallies:
            state = WITH_PAGE if area.unit.code in overview.pages else WITHOUT_PAGE
            about = {"unit": area.unit.name_with_type, "state": state.in_lang(lang)}
            yield _PROVINCE_LINE.format(**about).in_lang(lang)


def target(wanted: Target, lang: Lang) -> str:
    """Return a target in words."""
    level = LEVEL[wanted.level].in_lang(lang)
    return _TARGET.format(share=wanted.share, level=level, day=day_text(wanted.before)).in_lang(lang)


def state(verdict: Verdict, lang: Lang) -> str:
    """Return how a target stands, in words: whether it is met, how many pages lack, how many came too late."""
    parts = [_STATE[verdict.state]]
    if verdict.lacking:
        parts.append(_LACKING.format(n=verdict.lacking))
    if verdict.too_late:
        parts.append(_TOO_LATE.format(n=verdict.too_late))
    return ", ".join(part.in_lang(lang) for part in parts)


def share(tally: Tally, lang: Lang) -> str:
    """Return the share in per cent, with one decimal where it is not whole."""
    whole, tenth = divmod(tally.tenths, 10)
    return (_SHARE if tenth else _WHOLE_SHARE).format(whole=whole, tenth=tenth).in_lang(lang)


def pages(tally: Tally) -> str:
    """Return "30/34"."""
    return f"{tally.pages}/{tally.units}"


def counted(units: Sequence[Unit], lang: Lang) -> str:
    """Return how many units there are of each level: "1 district, 27 communes"."""
    of_level = {level: sum(unit.level == level for unit in units) for level in LEVEL}
    return ", ".join(_COUNTED[level].format(n=n).in_lang(lang) for level, n in of_level.items() if n) or "0"


def named(unit: Unit | None, lang: Lang) -> str:
    """Return type and name with a capital, as at the beginning of a line; "Total" for no unit."""
    return capital(unit.name_with_type) if unit else ALL.in_lang(lang)


def area_name(area: Area, lang: Lang) -> str:
    """Return what an area is called, as at the beginning of a line; "Total" for all of several provinces."""
    if not area.group.key:
        return ALL.in_lang(lang)
    name = capital(area.group.name)
    return _FORMER.format(name=name).in_lang(lang) if area.group.former else name


def capital(text: str) -> str:
    """Return the text with its first letter as a capital."""
    return text[:1].upper() + text[1:]
