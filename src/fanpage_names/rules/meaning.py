"""FN5xx: which unit a name means."""

from __future__ import annotations

from collections.abc import Iterator

from fanpage_names.alignment.alignment import Alignment
from fanpage_names.history.wording import OR, SINCE, became_text
from fanpage_names.lang import Text, joined
from fanpage_names.resolve.ranking import Resolution
from fanpage_names.rules.base import Finding
from fanpage_names.rules.kinds import FormerRule, NameRule, UnitRule, without_space
from fanpage_names.units.model import described

_ONLY_SINCE = Text(
    ": {name} chỉ có từ {day:%d/%m/%Y}, trong danh mục {units}",
    ": {name} exists only since {day:%Y-%m-%d}, in the list {units}",
)
_OTHER_PROVINCE = Text(": {province} là tỉnh, thành phố khác", ": {province} is another province")
_OF_PROVINCE = Text(": {name} là đơn vị của {province}", ": {name} is a unit of {province}")
_NO_UNIT_OF = Text(": “{words}” không phải tên đơn vị nào của {parent}", ": “{words}” is no unit of {parent}")
_NO_NAME = Text(": không có tên “{words}” trong danh mục", ": “{words}” is no name of the list")
_NEAREST = Text("; gần giống: {hints}", "; nearest: {hints}")
_NEW_NAME = Text("; tên mới: “{name}”", "; new name: “{name}”")


def _understood(resolution: Resolution) -> Text:
    """Return what may help where no unit is meant: what was understood, a unit of another time or province, hints."""
    if resolution.later:
        unit, day, units = resolution.later
        return _ONLY_SINCE.format(name=described(unit), day=day, units=units)
    if resolution.elsewhere:
        name, province = resolution.elsewhere
        if name == province:
            return _OTHER_PROVINCE.format(province=province)
        return _OF_PROVINCE.format(name=name, province=province)
    said = []
    if resolution.unknown:
        unknown, line = resolution.unknown, resolution.line
        words = line.text[slice(*line.span(unknown.start, unknown.end))]
        if unknown.parents:
            parent = unknown.parents[0].name_with_type
            said.append(_NO_UNIT_OF.format(words=words, parent=parent))
        else:
            said.append(_NO_NAME.format(words=words))
    if hints := ", ".join(map(described, resolution.hints)):
        said.append(_NEAREST.format(hints=hints))
    return joined("", said)


class OtherBody(UnitRule):
    """The page of another body, or of a committee below the commune.

    What: The words name the police, a school, a union, a village or the like beside a unit, and not the unit's Front.
    Why: Such a page is not the one that the letter asks for, and is not counted for the unit.
    Example: Công an xã Hải Anh
    Fix: –
    Tiếng Việt: Tên này là của cơ quan, đoàn thể khác (công an, trường học …) hoặc của thôn, xóm, tổ dân phố, không phải
        trang của Mặt trận xã, huyện; không tính cho đơn vị nào.
    """

    code, name, severity, fix = "FN410", "other-body", "error", "none"
    message = Text("“{found}” không phải trang của Mặt trận{detail}", "“{found}” is no page of the Front{detail}")

    def find(self, resolution: Resolution) -> Iterator[Finding]:
        """Yield the words that name the other body."""
        if resolution.other:
            name, units = resolution.other.name, resolution.candidates
            place = resolution.line.span(resolution.other.start, resolution.other.end)
            beside = Text(": {name}, {units}", ": {name}, {units}")
            yield Finding(*place, None, beside.format(name=name, units=joined(OR, map(described, units))))


class UnknownUnit(UnitRule):
    """No unit of the list is meant.

    What: No unit of the list explains the words, or a unit of another province does.
    Why: The tool never guesses. The message gives the nearest names, where there are any.
    Example: Mặt trận Quảng Ninh
    Fix: –
    Tiếng Việt: Không có đơn vị nào trong danh mục ứng với tên này. Công cụ không đoán; chỉ nêu các tên gần giống.
    """

    code, name, severity, fix = "FN501", "unknown-unit", "error", "none"
    message = Text("không rõ đơn vị nào{detail}", "no unit of the list is meant{detail}")

    def find(self, resolution: Resolution) -> Iterator[Finding]:
        """Yield the words that are no name, else the whole text, where it means no unit."""
        if resolution.parse is None and not resolution.candidates and not resolution.other:
            line, unknown = resolution.line, resolution.unknown
            place = line.span(unknown.start, unknown.end) if unknown else without_space(line.text)
            yield Finding(*place, None, _understood(resolution))


class AmbiguousUnit(UnitRule):
    """Two or more units could be meant.

    What: Several units of the list explain the words equally well.
    Why: The tool never guesses. The message names the candidates.
    Example: Mặt trận Quang Trung Nam Định
    Fix: –
    Tiếng Việt: Có từ hai đơn vị trở lên ứng với tên này. Công cụ không đoán; hãy chọn một và viết đủ tên.
    """

    code, name, severity, fix = "FN502", "ambiguous-unit", "error", "none"
    message = Text("có thể là {detail}; viết rõ một tên", "could be {detail}; write one of them in full")

    def find(self, resolution: Resolution) -> Iterator[Finding]:
        """Yield the whole text where it could mean several units."""
        if resolution.candidates and not resolution.other:
            names = joined(OR, map(described, resolution.candidates))
            yield Finding(*without_space(resolution.line.text), None, names)


class WrongParent(NameRule):
    """The district or province written is another one.

    What: The commune or district exists, and the district or province written beside it is not the one it lies in.
    Why: Either name may be the wrong one, so a person must look before it is mended.
    Example: Mặt trận Hải Minh Ý Yên Nam Định
    Fix: Mặt trận Hải Minh Hải Hậu Nam Định
    Tiếng Việt: Có xã, huyện này nhưng huyện hoặc tỉnh viết kèm không phải nơi nó thuộc về. Không rõ tên nào sai, nên
        phải có người xem trước khi sửa.
    """

    code, name, severity, fix = "FN503", "wrong-parent", "error", "unsafe"
    about = "parent"
    message = Text(
        "đơn vị này không thuộc “{found}”; viết “{expected}”",
        "this unit does not lie in “{found}”; write “{expected}”",
    )

    def find(self, alignment: Alignment) -> Iterator[Finding]:
        """Yield the name of the wrong district or province."""
        for aligned in alignment.with_fault("parent"):
            yield Finding(aligned.start, aligned.end, aligned.expected)


class FormerUnit(FormerRule):
    """The unit of an earlier list.

    What: The name is that of a unit that was merged, renamed, moved, abolished or retyped before the list in force.
    Why: The page must be renamed, or joined with others. Units of today may bear the names of units of then that they
        do not follow, so a person must look.
    Example: Mặt trận Yên Xá Ý Yên Nam Định
    Fix: Mặt trận Lâm Ý Yên Nam Định
    Tiếng Việt: Tên của đơn vị cũ đã sáp nhập, đổi tên, chuyển địa bàn hoặc giải thể trước danh mục hiện hành. Phải đổi
        tên trang hoặc gộp trang; phải có người xem trước khi sửa.
    """

    code, name, severity, fix = "FN505", "former-unit", "error", "unsafe"
    message = Text("đơn vị cũ {detail}", "a former unit: {detail}")

    def find(self, resolution: Resolution, canonical: str | None) -> Iterator[Finding]:
        """Yield the whole name, and what became of its unit."""
        parse, succession = resolution.parse, resolution.succession
        if parse is not None and succession is not None:
            said = became_text(parse.unit, succession.units, resolution.last_step)
            detail = joined("", [said, _NEW_NAME.format(name=canonical)]) if canonical else said
            yield Finding(*without_space(resolution.line.text), canonical, detail)


class FormerParentRule(NameRule):
    """A district or province that no longer exists, beside a unit in force.

    What: The unit exists, and beside it stands the district or province in which what it was made of lay before.
    Why: Most pages still carry the names of before; today's name is written without them.
    Example: Mặt trận Giao Minh Nam Định
    Fix: Mặt trận Giao Minh Ninh Bình
    Tiếng Việt: Đơn vị hiện có, nhưng tên huyện hoặc tỉnh viết kèm là của trước khi sắp xếp. Viết tên hiện nay.
    """

    code, name, severity, fix = "FN507", "former-parent", "error", "safe"
    about = "former-parent"
    example_list = "ninh_binh_2025"
    message = Text("“{found}” không còn{detail}; viết “{expected}”", "“{found}” is no more{detail}; write “{expected}”")
    take_out = Text("“{found}” không còn{detail}; bỏ đi", "“{found}” is no more{detail}; take it out")

    def find(self, alignment: Alignment) -> Iterator[Finding]:
        """Yield the name of each former parent, with its type word."""
        for aligned in alignment.with_fault("former-parent"):
            since = aligned.segment.former.since if aligned.segment.former else None
            detail = SINCE.format(day=since) if since else Text("", "")
            yield Finding(aligned.start, aligned.end, aligned.expected, detail)
