"""What became of a unit, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from fanpage_names.history.changes import Change, Grade, Kind, Share, Step, Succession
from fanpage_names.lang import Text, day_text, joined
from fanpage_names.units.model import Unit, described

KINDS: Mapping[Kind, Text] = {
    "merged": Text("sáp nhập", "merged"),
    "split": Text("chia tách", "split"),
    "renamed": Text("đổi tên", "renamed"),
    "retyped": Text("đổi loại đơn vị", "retyped"),
    "respelled": Text("danh mục viết tên khác", "spelled another way in the list"),
    "moved": Text("chuyển đơn vị cấp trên", "moved"),
    "abolished": Text("kết thúc hoạt động", "abolished"),
    "unchanged": Text("không đổi", "unchanged"),
}
GRADES: Mapping[Grade, Text] = {
    "official": Text("chính thức", "official"),
    "derived": Text("suy ra", "derived"),
    "press": Text("báo chí", "press"),
    "encyclopedia": Text("bách khoa", "encyclopedia"),
    "unsettled": Text("chưa rõ", "unsettled"),
}
"""One word for how far a change is to be trusted; docs/data.md says what each means."""

SOURCES: Mapping[str, Text] = {
    "law": Text("văn bản nghị quyết", "text of the resolution"),
    "nso": Text("bảng chuyển đổi của Cục Thống kê", "conversion table of the statistics office"),
    "nso(code slip)": Text("bảng chuyển đổi của Cục Thống kê (sai mã)", "conversion table of the statistics office"),
    "bando": Text("bản đồ sapnhap.bando.com.vn", "map of sapnhap.bando.com.vn"),
    "reconciliation": Text("bảng đối chiếu của Cục Thống kê", "reconciliation table of the statistics office"),
    "resolution-1278": Text("nghị quyết 1278/NQ-UBTVQH15, theo nguồn thứ cấp", "resolution 1278, at second hand"),
    "lists": Text("danh mục của Tổng cục Thống kê trước và sau ngày đó", "lists of the GSO before and after the day"),
    "cited": Text("được dẫn trong nghị quyết về các xã", "cited in the resolution on the communes"),
    "same-code": Text("mã của Tổng cục Thống kê được giữ nguyên", "the code of the GSO was kept"),
    "same-name": Text("danh mục của Tổng cục Thống kê giữ tên này", "the list of the GSO keeps the name"),
    "communes": Text("suy ra từ các đơn vị cấp xã của huyện", "from what became of its communes"),
    "two-levels": Text(
        "báo chí: chính quyền địa phương hai cấp, không còn cấp huyện; số nghị quyết chưa đối chiếu với văn bản",
        "the press: two-level local government, no districts any more; the number was not held against the text",
    ),
    "wikipedia": Text("Wikipedia tiếng Việt", "Vietnamese Wikipedia"),
    "decrees": Text("danh mục văn bản của Cục Thống kê", "index of decrees of the statistics office"),
}
"""What the sources of a change are; a data set, an address or a remark stands for itself."""
UNCHANGED = KINDS["unchanged"]

_BECAME: Mapping[Kind, Text] = {
    "merged": Text("sáp nhập vào {now}", "merged into {now}"),
    "split": Text("nhập vào {now}", "to {now}"),
    "renamed": Text("đổi tên thành {now}", "renamed to {now}"),
    "respelled": Text("nay viết là {now}", "now spelled {now}"),
    "retyped": Text("chuyển thành {now}", "made {now}"),
    "moved": Text("chuyển về {above}", "moved to {above}"),
    "abolished": KINDS["abolished"],
    "unchanged": UNCHANGED,
}
_NAME_KEPT = Text("sáp nhập với đơn vị khác, giữ tên {now}", "merged with others, its name kept: {now}")
_MOVED_AND_CHANGED = Text("thành {now}", "now {now}")
_NOW: Mapping[Kind, Text] = {
    **_BECAME,
    "merged": Text("sáp nhập thành {now}", "merged into {now}"),
    "split": Text("chia về {now}", "split among {now}"),
    "moved": Text("chuyển về {now}", "moved, now {now}"),
    "unchanged": Text("nay là {now}", "now {now}"),
}
_NOTHING_NOW = Text("không còn", "abolished")
SINCE = Text(" từ {day:%d/%m/%Y}", " since {day:%Y-%m-%d}")
_BY = Text(" theo Nghị quyết {number}", " by resolution {number}")
OR = Text(" hoặc ", " or ")
SHARES: Mapping[Share, Text] = {
    "whole": Text("toàn bộ", "the whole"),
    "rest": Text("phần còn lại", "the rest"),
    "part": Text("một phần", "a part"),
}
_SHARES: Mapping[Share, Text] = {
    "whole": Text("{what}", "{what}"),
    "rest": Text("phần còn lại {what}", "the rest {what}"),
    "part": Text("một phần {what}", "a part {what}"),
}
_NO_DAY = Text("{what}, chưa rõ ngày", "{what}, the day is not known")
_ONLY_DAY = Text("{what} từ {day}", "{what} on {day}")
_WHEN = Text("{what} từ {day} ({by})", "{what} on {day} ({by})")
_RESOLUTION = Text("Nghị quyết {number}", "resolution {number}")
_CLAUSE = Text(", khoản {clause} Điều 1", ", article 1, clause {clause}")
_NONE_FOLLOWS = Text(", không có đơn vị kế thừa", ", no unit follows")
_BESIDE = Text("; ", "; ")
_THEN = Text(", rồi ", ", then ")


def resolution_text(change: Change) -> Text:
    """Return the resolution's number, with the clause where it is known; empty for an unchanged unit."""
    if change.resolution is None:
        return Text("", "")
    clause = _CLAUSE.format(clause=change.clause) if change.clause else Text("", "")
    return joined("", [_RESOLUTION.format(number=change.resolution), clause])


def step_text(step: Step) -> Text:
    """Return what became of the unit by one change, when, and by which resolution."""
    change = step.change
    above = step.now.parent if step.now else None
    what = _pattern(step).format(now=step.now and described(step.now), above=above and described(above))
    told = _dated(_SHARES[change.share].format(what=what), change)
    return told if step.now else joined("", [told, _NONE_FOLLOWS])


def _pattern(step: Step) -> Text:
    change, was, now = step.change, step.was, step.now
    if change.kind == "merged" and change.role == "name_kept":
        return _NAME_KEPT
    if change.kind == "moved" and now and (now.type, now.name) != (was.type, was.name):
        return _MOVED_AND_CHANGED
    return _BECAME[change.kind]


def _dated(what: Text, change: Change) -> Text:
    """Add when, and by which resolution, as far as the sources say it."""
    if change.kind == "unchanged":
        return what
    if change.date is None:
        return _NO_DAY.format(what=what)
    if change.resolution is None:
        return _ONLY_DAY.format(what=what, day=day_text(change.date))
    return _WHEN.format(what=what, day=day_text(change.date), by=_RESOLUTION.format(number=change.resolution))


def succession_text(succession: Succession) -> Text:
    """Return what became of a unit, change by change: "sáp nhập vào … từ … (…), rồi …"; parts of it side by side."""
    if not succession.steps:
        return UNCHANGED
    first, *others = succession.steps
    told = step_text(first)
    for before, step in pairwise((first, *others)):
        between = _BESIDE if (before.change.from_list, before.was) == (step.change.from_list, step.was) else _THEN
        told = joined(between, [told, step_text(step)])
    return told


def became_text(was: Unit, now: Sequence[Unit], last: Step | None) -> Text:
    """Return a former unit, and in few words what it is now, since when and by which resolution.

    Args:
        was: the unit.
        now: the units that follow it; several where any of them could be meant.
        last: the last change on the way; None where it is not known.
    """
    kind: Kind = last.change.kind if last else "unchanged"
    pattern = _NOW[kind] if now else _NOTHING_NOW
    said: list[str | Text] = [described(was), " ", pattern.format(now=joined(OR, map(described, now)))]
    if last and last.change.date:
        said.append(SINCE.format(day=last.change.date))
    if last and last.change.resolution:
        said.append(_BY.format(number=last.change.resolution))
    return joined("", said)


def ground_text(succession: Succession) -> Text:
    """Return what became of a unit, when, and by which clause of which resolution, without the units' names."""
    return joined("; ", map(_ground, succession.steps)) if succession.steps else UNCHANGED


def _ground(step: Step) -> Text:
    change = step.change
    what = KINDS[change.kind]
    if step.now and change.share != "whole":
        what = _SHARES[change.share].format(what=what)
    told = _ONLY_DAY.format(what=what, day=day_text(change.date)) if change.date else _NO_DAY.format(what=what)
    return joined(", ", [told, resolution_text(change)]) if change.resolution else told


def evidence_text(succession: Succession) -> Text:
    """Return what each change on the way rests on, and how good that is."""
    return joined("; ", map(_attested, (step.change for step in succession.steps)))


def _attested(change: Change) -> Text:
    return Text("{by} [{grade}: {sources}]", "{by} [{grade}: {sources}]").format(
        by=resolution_text(change),
        grade=GRADES[change.grade],
        sources=joined(" + ", (SOURCES.get(source, source) for source in change.sources)),
    )
