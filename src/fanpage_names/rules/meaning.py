"""FN5xx: which unit a name means."""

from __future__ import annotations

from collections.abc import Iterator

from fanpage_names.lang import Text
from fanpage_names.resolve.alignment import Alignment
from fanpage_names.resolve.resolver import Resolution
from fanpage_names.rules.base import Finding, NameRule, UnitRule
from fanpage_names.units.model import Unit


def _described(unit: Unit) -> str:
    where = f", {unit.district.name_with_type}" if unit.district else ""
    return f"{unit.name_with_type}{where} ({unit.code})"


def _all(resolution: Resolution) -> tuple[int, int]:
    text = resolution.line.text
    start = len(text) - len(text.lstrip())
    return start, max(start, len(text.rstrip()))


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
        """Yield the whole text where it means no unit."""
        if resolution.reading is None and not resolution.candidates:
            hints = ", ".join(map(_described, resolution.hints))
            detail = Text(f"; gần giống: {hints}", f"; nearest: {hints}") if hints else Text("", "")
            yield Finding(*_all(resolution), None, detail)


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
        if resolution.candidates:
            names = [_described(unit) for unit in resolution.candidates]
            yield Finding(*_all(resolution), None, Text(" hoặc ".join(names), " or ".join(names)))


class WrongParent(NameRule):
    """The district or province written is another one.

    What: The commune or district exists, and the district or province written beside it is not the one it lies in.
    Why: Either name may be the wrong one, so a person must look before it is mended.
    Example: Mặt trận Hải Minh Ý Yên Nam Định
    Fix: Mặt trận Hải Minh Hải Hậu Nam Định
    Tiếng Việt: Có xã, huyện này nhưng huyện hoặc tỉnh viết kèm không phải nơi nó thuộc về. Không rõ tên nào sai, nên phải
        có người xem trước khi sửa.
    """

    code, name, severity, fix = "FN503", "wrong-parent", "error", "unsafe"
    about = "faults"
    message = Text(
        "“{found}” không phải nơi đơn vị này thuộc về; viết “{expected}”",
        "this unit does not lie in “{found}”; write “{expected}”",
    )

    def find(self, alignment: Alignment) -> Iterator[Finding]:
        """Yield the name of the wrong district or province."""
        for aligned in alignment.with_fault("parent"):
            yield Finding(aligned.start, aligned.end, aligned.expected)


RULES = (UnknownUnit, AmbiguousUnit, WrongParent)
