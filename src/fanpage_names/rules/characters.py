"""FN1xx: characters that no page name should hold, and texts in another encoding."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from fanpage_names.alignment.alignment import Alignment
from fanpage_names.lang import Text, as_it_is
from fanpage_names.rules.base import Finding
from fanpage_names.rules.kinds import FaultRule, GapRule, NameRule
from fanpage_names.text.decoding import KEYSTROKES


class DecomposedText(FaultRule):
    """Letters and their marks are separate characters.

    What: The text is not in Unicode's composed form (NFC): a letter with marks is written as several characters.
    Why: It looks the same and is another text: search, sorting and comparison miss it. Files from macOS come that way.
    Example: Mặt trận Ha\u0309i Hậu Nam Định
    Fix: Mặt trận Hải Hậu Nam Định
    Tiếng Việt: Chữ và dấu được gõ thành các ký tự rời (Unicode tổ hợp). Trông giống hệt nhưng máy tìm kiếm, sắp xếp
        không nhận ra; cần chuyển sang Unicode dựng sẵn.
    """

    code, name, severity, fix = "FN101", "decomposed-text", "warning", "safe"
    about = "decomposed"
    message = Text(
        "chữ và dấu là các ký tự rời; chuyển sang Unicode dựng sẵn",
        "letters and marks are separate characters; write them composed (NFC)",
    )


class InvisibleCharacter(FaultRule):
    """A character that cannot be seen.

    What: A zero-width space, soft hyphen, direction mark, byte order mark or control character is in the name.
    Why: Nobody sees it, and the name is another one for search and comparison. It comes with copied text.
    Example: Mặt trận Hải\u200b Hậu Nam Định
    Fix: Mặt trận Hải Hậu Nam Định
    Tiếng Việt: Trong tên có ký tự ẩn (thường dính theo khi sao chép). Mắt không thấy nhưng máy coi là tên khác;
        cần xóa.
    """

    code, name, severity, fix = "FN102", "invisible-character", "error", "safe"
    about = "invisible"
    message = Text("có ký tự ẩn; xóa đi", "an invisible character; take it out")


class LookalikeLetter(FaultRule):
    """A letter of another alphabet that looks like a Vietnamese one.

    What: A Cyrillic, Greek, Icelandic, full-width or mathematical letter stands for a Vietnamese one, as ð for đ.
    Why: It looks alike and is another letter: nobody who types the right name finds the page.
    Example: Mặt trận Hải Hậu Nam \u00d0ịnh
    Fix: Mặt trận Hải Hậu Nam Định
    Tiếng Việt: Một chữ cái của bảng chữ khác (ví dụ \u00d0 của tiếng Iceland thay cho Đ) nhìn giống chữ Việt. Gõ đúng
        tên sẽ không tìm thấy trang; cần gõ lại bằng chữ Việt.
    """

    code, name, severity, fix = "FN103", "lookalike-letter", "error", "safe"
    about = "lookalike"
    message = Text(
        "“{found}” là chữ của bảng chữ khác; viết “{expected}”",
        "“{found}” is a letter of another alphabet; write “{expected}”",
    )


class DecodingRule(NameRule):
    """A rule about a name that was not written in letters of Unicode.

    Attributes:
        keystrokes: whether it was typed without the typing program; else it is in another encoding.
    """

    about = "decoding"
    keystrokes: ClassVar[bool]

    def find(self, alignment: Alignment) -> Iterator[Finding]:
        """Yield the whole name where it had to be decoded in this way."""
        line, pieces = alignment.line, alignment.parse.segments
        if not line.decoding or (line.decoding in KEYSTROKES) != self.keystrokes:
            return
        start, end = line.start(pieces[0].start), line.end(pieces[-1].end)
        way = as_it_is(line.decoding)
        if not alignment.deviating and not alignment.parse.missing:
            yield Finding(start, end, alignment.canonical, way)
        else:
            words = [line.written(first, last) for first, last in pairwise(line.bounds)]
            yield Finding(start, end, " ".join(words), way)


class LegacyEncoding(DecodingRule):
    """The text is in an encoding from before Unicode.

    What: The name is in TCVN3 (ABC), VNI-Windows or VIQR, UTF-8 that was read as a one-byte code page, or written with
        character references of HTML.
    Why: Without the old font nobody can read it, and nobody finds it. It is only reported where the decoded text
        names a unit.
    Example: MÆt trËn H¶i Minh H¶i HËu Nam §Þnh
    Fix: Mặt trận Hải Minh Hải Hậu Nam Định
    Tiếng Việt: Tên được gõ bằng bảng mã cũ (TCVN3/ABC, VNI, VIQR) hoặc Unicode bị đọc sai. Không có phông cũ thì không
        ai đọc được; cần chuyển sang Unicode.
    """

    code, name, severity, fix = "FN104", "legacy-encoding", "error", "safe"
    keystrokes = False
    message = Text("chữ ở bảng mã {detail}; viết “{expected}”", "the text is in {detail}; write “{expected}”")


class RawKeystrokes(DecodingRule):
    """Keystrokes of a Vietnamese keyboard that was switched off.

    What: The name was typed in Telex or VNI without the typing program: "Mawtj traanj", "Ma85t tra65n".
    Why: It cannot be read as a name. It is only reported where the keystrokes, composed, name a unit.
    Example: Mawtj traanj Hair Minh Hair Haauj Nam DDinhj
    Fix: Mặt trận Hải Minh Hải Hậu Nam Định
    Tiếng Việt: Gõ Telex hoặc VNI khi chưa bật bộ gõ tiếng Việt, nên phím dấu còn nguyên trong tên; cần gõ lại.
    """

    code, name, severity, fix = "FN105", "raw-keystrokes", "error", "safe"
    keystrokes = True
    message = Text(
        "phím gõ {detail} chưa thành chữ; viết “{expected}”", "{detail} keystrokes left uncomposed; write “{expected}”"
    )


class Symbol(GapRule):
    """An emoji or another symbol.

    What: An emoji, ®, ★ or another symbol stands in or around the name.
    Why: An official name is words only; the platform may refuse symbols, and search does.
    Example: ★ Mặt trận Hải Hậu Nam Định ★
    Fix: Mặt trận Hải Hậu Nam Định
    Tiếng Việt: Trong tên có biểu tượng (emoji, ★, ® …). Tên chính thức chỉ gồm chữ; cần xóa.
    """

    code, name, severity, fix = "FN106", "symbol", "error", "safe"
    about = "symbol"
    message = Text(
        "biểu tượng “{found}” không thuộc tên; xóa đi", "the symbol “{found}” is no part of a name; take it out"
    )
