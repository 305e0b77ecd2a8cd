"""FN4xx: the parts of a name: there, in order, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from fanpage_names.alignment.alignment import Alignment
from fanpage_names.lang import Text
from fanpage_names.resolve.parse import EXTRA_KINDS
from fanpage_names.rules.base import Finding
from fanpage_names.rules.kinds import MissingParentRule, NameRule, PartRule, taken_out


class MissingPrefix(NameRule):
    """No "Mặt trận" before the name.

    What: The name does not begin with the words of the pattern.
    Why: The letter asks for "Mặt trận" first, so that all pages of the organisation are found together.
    Example: Hải Hậu Nam Định
    Fix: Mặt trận Hải Hậu Nam Định
    Tiếng Việt: Thiếu “Mặt trận” ở đầu tên; thêm vào.
    """

    code, name, severity, fix = "FN401", "missing-prefix", "error", "safe"
    about = "missing-prefix"
    message = Text("thiếu “{expected}” ở đầu tên", "“{expected}” is missing before the name")

    def find(self, alignment: Alignment) -> Iterator[Finding]:
        """Yield the beginning of the name where the prefix is missing."""
        parse = alignment.parse
        for index in parse.missing:
            if parse.slots[index].level is None:
                first = next(piece for piece in parse.segments if piece.slot is not None)
                start = alignment.line.start(first.start)
                yield Finding(start, start, f"{alignment.slot_text(index)} ")


class WrongPrefix(PartRule):
    """Another name of the organisation in place of "Mặt trận".

    What: "MTTQ", "UBMTTQ", "Mặt trận Tổ quốc", "Ban Thường trực Ủy ban MTTQ" or the like stands first.
    Why: The letter asks for "Mặt trận" alone, at every level but the province.
    Example: Ủy ban MTTQ Việt Nam Hải Hậu Nam Định
    Fix: Mặt trận Hải Hậu Nam Định
    Tiếng Việt: Đầu tên là “MTTQ”, “UBMTTQ”, “Mặt trận Tổ quốc” …; công văn chỉ dùng “Mặt trận” (trừ trang của tỉnh).
    """

    code, name, severity, fix = "FN402", "wrong-prefix", "error", "safe"
    about = "prefix"
    message = Text("mở đầu bằng “{found}”; sửa thành “{expected}”", "“{found}” stands first; write “{expected}”")


class MissingDistrict(MissingParentRule):
    """The name of the district or city is missing.

    What: A commune's page name lacks the name of its district or city.
    Why: Communes of several districts may bear one name; the letter asks for both.
    Example: Mặt trận Hải Minh Nam Định
    Fix: Mặt trận Hải Minh Hải Hậu Nam Định
    Tiếng Việt: Tên trang của xã, phường, thị trấn thiếu tên huyện hoặc thành phố; thêm vào.
    """

    code, name, severity, fix = "FN403", "missing-district", "error", "safe"
    about = "missing-district"
    message = Text("thiếu tên huyện, thành phố: thêm “{expected}”", "the district or city is missing: add “{expected}”")


class MissingProvince(MissingParentRule):
    """The name of the province is missing.

    What: The page name does not end with the name of the province.
    Why: Districts and communes of other provinces bear the same names; the letter asks for it.
    Example: Mặt trận Hải Minh Hải Hậu
    Fix: Mặt trận Hải Minh Hải Hậu Nam Định
    Tiếng Việt: Thiếu tên tỉnh ở cuối tên trang; thêm vào.
    """

    code, name, severity, fix = "FN404", "missing-province", "error", "safe"
    about = "missing-province"
    message = Text("thiếu tên tỉnh: thêm “{expected}”", "the province is missing: add “{expected}”")


class PartOrder(NameRule):
    """The parts in another order.

    What: All parts that are there are right, and their order is not the pattern's.
    Why: The letter's order goes from the smallest unit to the largest.
    Example: Mặt trận Nam Định Hải Hậu Hải Minh
    Fix: Mặt trận Hải Minh Hải Hậu Nam Định
    Tiếng Việt: Các phần của tên không theo thứ tự: Mặt trận, xã, huyện, tỉnh; xếp lại.
    """

    code, name, severity, fix = "FN405", "part-order", "error", "safe"
    about = "misordered"
    message = Text("sai thứ tự các phần; viết “{expected}”", "the parts are in another order; write “{expected}”")

    def find(self, alignment: Alignment) -> Iterator[Finding]:
        """Yield the piece of the text whose parts must change places."""
        line = alignment.line
        placed = [piece for piece in alignment.parse.segments if piece.slot is not None]
        order = [piece.slot or 0 for piece in placed]
        right = sorted(order)
        if order == right:
            return
        moved = [index for index, (now, then) in enumerate(zip(order, right, strict=True)) if now != then]
        slots = sorted({order[index] for index in range(moved[0], moved[-1] + 1)})
        expected = " ".join(alignment.slot_text(slot) for slot in slots)
        yield Finding(line.start(placed[moved[0]].start), line.end(placed[moved[-1]].end), expected)


class TypeWordRule(PartRule):
    """A type word where the style has none, or none where it needs one.

    What: "xã", "huyện", "tỉnh" … stands in a short name; or a full name, or the city's label, lacks its type word.
    Why: The letter's words read literally, a name is a name; only the city needs "TP" to be told from the province.
    Example: Mặt trận xã Hải Minh huyện Hải Hậu tỉnh Nam Định
    Fix: Mặt trận Hải Minh Hải Hậu Nam Định
    Tiếng Việt: Có chữ chỉ loại đơn vị (xã, huyện, tỉnh …) ở kiểu tên không dùng, hoặc thiếu ở chỗ cần (TP Nam Định).
    """

    code, name, severity, fix = "FN406", "type-word", "warning", "safe"
    about = "type-word"
    message = Text("chữ “{found}”; sửa thành “{expected}”", "the type word “{found}”; write “{expected}”")
    take_out = Text("thừa chữ “{found}”; bỏ đi", "the type word “{found}” is not written; take it out")
    put_in = Text("thiếu chữ “{expected}”; thêm vào", "the type word is missing; add “{expected}”")

    def find(self, alignment: Alignment) -> Iterator[Finding]:
        """Yield each type word to be taken out, changed or put in."""
        yield from super().find(alignment)
        for piece in alignment.leadless:
            start, lead = alignment.line.start(piece.start), alignment.parse.slots[piece.slot or 0].lead
            yield Finding(start, start, f"{lead} ")


class WrongTypeWord(PartRule):
    """A type word that is not the unit's.

    What: "thị trấn" before the name of a xã, "huyện" before the city's, and so on.
    Why: Perhaps another unit is meant, so a person must look before it is mended.
    Example: Mặt trận thị trấn Hải Minh Hải Hậu Nam Định
    Fix: Mặt trận Hải Minh Hải Hậu Nam Định
    Tiếng Việt: Chữ chỉ loại không đúng với đơn vị (ví dụ “thị trấn” trước tên một xã). Có thể muốn nói đơn vị khác, nên
        phải có người xem trước khi sửa.
    """

    code, name, severity, fix = "FN407", "wrong-type-word", "error", "unsafe"
    about = "wrong-type-word"
    message = Text(
        "“{found}” không đúng loại của đơn vị này; viết “{expected}”",
        "“{found}” is not what this unit is; write “{expected}”",
    )
    take_out = Text(
        "“{found}” không đúng loại của đơn vị này; bỏ đi", "“{found}” is not what this unit is; take it out"
    )


class Abbreviation(PartRule):
    """An abbreviated type word or name.

    What: "H.", "TP.", "TT", "X.", "P.", "T.", "TX" or "NĐ" stands in the name.
    Why: The letter writes names in full; the same letters stand for several things.
    Example: Mặt trận X.Hải Minh H.Hải Hậu NĐ
    Fix: Mặt trận Hải Minh Hải Hậu Nam Định
    Tiếng Việt: Có chữ viết tắt (H., TP., TT, X., P., T., TX, NĐ); viết đầy đủ theo mẫu.
    """

    code, name, severity, fix = "FN408", "abbreviation", "warning", "safe"
    about = "abbreviation"
    message = Text("chữ viết tắt “{found}”; viết “{expected}”", "“{found}” is an abbreviation; write “{expected}”")
    take_out = Text("chữ viết tắt “{found}” không thuộc tên; bỏ đi", "“{found}” is an abbreviation; take it out")


class ExtraWords(NameRule):
    """Words that belong to no part.

    What: "fanpage", a year, a slogan, a village, or a part that is there twice.
    Why: The letter's names hold their parts and nothing else. The words may mean another unit, so a person must look.
    Example: Fanpage Mặt trận Hải Hậu Nam Định
    Fix: Mặt trận Hải Hậu Nam Định
    Tiếng Việt: Có từ không thuộc tên theo mẫu (fanpage, năm, khẩu hiệu, tên thôn, phần lặp lại). Phải có người xem
        trước khi bỏ.
    """

    code, name, severity, fix = "FN409", "extra-words", "error", "unsafe"
    about, aside = "extra", "note"
    message = Text("“{found}” không thuộc tên; bỏ đi", "“{found}” belongs to no part of the name; take it out")

    def find(self, alignment: Alignment) -> Iterator[Finding]:
        """Yield each run of such words."""
        line = alignment.line
        for is_extra, run in groupby(alignment.parse.segments, lambda segment: segment.kind in EXTRA_KINDS):
            if is_extra:
                pieces = [*run]
                yield taken_out(line.text, line.start(pieces[0].start), line.end(pieces[-1].end))
