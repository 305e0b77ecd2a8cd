"""What became of a unit, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from fanpage_names.history.model import Change, Grade, Kind, Step, Succession
from fanpage_names.lang import Text
from fanpage_names.units.finding import described
from fanpage_names.units.model import Unit

KINDS: Mapping[Kind, Text] = {
    "merged": Text("sáp nhập", "merged"),
    "renamed": Text("đổi tên", "renamed"),
    "retyped": Text("đổi loại đơn vị", "retyped"),
    "moved": Text("chuyển đơn vị cấp trên", "moved"),
    "abolished": Text("kết thúc hoạt động", "abolished"),
    "unchanged": Text("không đổi", "unchanged"),
}
GRADES: Mapping[Grade, Text] = {
    "official": Text("chính thức", "official"),
    "derived": Text("suy ra từ danh mục chính thức", "derived from official lists"),
    "secondary": Text("nguồn thứ cấp", "secondary source"),
}
UNCHANGED = KINDS["unchanged"]

_BECAME: Mapping[Kind, Text] = {
    "merged": Text("sáp nhập vào {now}", "merged into {now}"),
    "renamed": Text("đổi tên thành {now}", "renamed to {now}"),
    "retyped": Text("chuyển thành {now}", "made {now}"),
    "moved": Text("chuyển về {above}", "moved to {above}"),
    "abolished": KINDS["abolished"],
    "unchanged": UNCHANGED,
}
_NAME_KEPT = Text("sáp nhập với đơn vị khác, giữ tên {now}", "merged with others, its name kept: {now}")
_PARTLY = Text("một phần {what}", "partly {what}")
_WHEN = Text("{what} từ {day} ({by})", "{what} on {day} ({by})")
_RESOLUTION = Text("Nghị quyết {number}", "resolution {number}")
_CLAUSE = Text(", khoản {clause} Điều 1", ", article 1, clause {clause}")
_NONE_FOLLOWS = Text(", không có đơn vị kế tục", ", no unit follows")
_THEN = Text(", rồi ", ", then ")


def unit_text(unit: Unit) -> str:
    """Return type, name and district, as in "xã Hải Minh, huyện Hải Hậu"."""
    return f"{unit.name_with_type}, {unit.district.name_with_type}" if unit.district else unit.name_with_type


def day_text(day: date) -> Text:
    """Return a day as people of each language write it."""
    return Text(f"{day:%d/%m/%Y}", day.isoformat())


def resolution_text(change: Change) -> Text:
    """Return the resolution's number, with the clause where it is known; empty for an unchanged unit."""
    if change.resolution is None:
        return Text("", "")
    clause = _CLAUSE.format(clause=change.clause) if change.clause else Text("", "")
    return _joined("", [_RESOLUTION.format(number=change.resolution), clause])


def step_text(step: Step) -> Text:
    """Return what became of the unit by one change, when, and by which resolution."""
    change = step.change
    pattern = _NAME_KEPT if change.role == "name_kept" else _BECAME[change.kind]
    above = step.now.parent if step.now else None
    what = pattern.format(now=step.now and described(step.now), above=above and described(above))
    if change.partial:
        what = _each(_PARTLY, what=what)
    if change.resolution is None:
        return what
    told = _each(_WHEN, what=what, day=day_text(change.date), by=_RESOLUTION.format(number=change.resolution))
    return told if step.now else _joined("", [told, _NONE_FOLLOWS])


def succession_text(succession: Succession) -> Text:
    """Return what became of a unit, change by change: "sáp nhập vào … từ … (…), rồi …"."""
    if not succession.steps:
        return UNCHANGED
    return _joined(_THEN, map(step_text, succession.steps))


def evidence_text(succession: Succession) -> Text:
    """Return what each change on the way rests on, and how good that is."""
    return _joined("; ", map(_attested, (step.change for step in succession.steps)))


def _attested(change: Change) -> Text:
    return _each(
        Text("{by} [{grade}: {sources}]", "{by} [{grade}: {sources}]"),
        by=resolution_text(change),
        grade=GRADES[change.grade],
        sources=_joined(" + ", (source.text for source in change.sources)),
    )


def _each(pattern: Text, **values: Text) -> Text:
    """Fill in a pattern with texts, each in the pattern's language."""
    return Text(
        pattern.vi.format(**{key: text.vi for key, text in values.items()}),
        pattern.en.format(**{key: text.en for key, text in values.items()}),
    )


def _joined(between: str | Text, texts: Iterable[Text]) -> Text:
    between = Text(between, between) if isinstance(between, str) else between
    found = list(texts)
    return Text(between.vi.join(text.vi for text in found), between.en.join(text.en for text in found))
