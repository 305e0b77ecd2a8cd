"""FN3xx: letters, marks and capitals within the words of a name."""

from __future__ import annotations

from fanpage_names.lang import Text
from fanpage_names.rules.kinds import WordRule
from fanpage_names.text.compare import (
    CASE,
    I_Y,
    LETTERS,
    MARKS_MISSING,
    MARKS_WRONG,
    TONE_PLACEMENT,
)


class MissingDiacritics(WordRule):
    """Words without their marks.

    What: The letters are right, and all marks of a word are lost: "Hai Hau" for "Hải Hậu".
    Why: Without marks many names are one: Trực Hưng and Trực Hùng are two communes.
    Example: Mat tran Hai Minh Hai Hau Nam Dinh
    Fix: Mặt trận Hải Minh Hải Hậu Nam Định
    Tiếng Việt: Đúng chữ cái nhưng mất hết dấu. Không dấu thì nhiều tên giống nhau (Trực Hưng, Trực Hùng); viết đủ dấu.
    """

    code, name, severity, fix = "FN301", "missing-diacritics", "error", "safe"
    about = MARKS_MISSING
    message = Text("“{found}” thiếu dấu; viết “{expected}”", "“{found}” lacks its marks; write “{expected}”")


class WrongDiacritics(WordRule):
    """Words with wrong marks, or some of them missing.

    What: The letters are right, and a tone or vowel mark is another one, missing, or too many.
    Why: It is another name, and perhaps another unit's.
    Example: Mặt trận Hãi Hậu Nam Định
    Fix: Mặt trận Hải Hậu Nam Định
    Tiếng Việt: Đúng chữ cái nhưng sai, thiếu hoặc thừa dấu; viết lại cho đúng dấu.
    """

    code, name, severity, fix = "FN302", "wrong-diacritics", "error", "safe"
    about = MARKS_WRONG
    message = Text("“{found}” sai dấu; viết “{expected}”", "“{found}” has wrong marks; write “{expected}”")


class TonePlacement(WordRule):
    """The tone mark on the other vowel.

    What: The tone mark stands on another vowel than in the list: "Thuỷ" for "Thủy", "Hoà" for "Hòa".
    Why: Both spellings are in use, but as texts they differ; the list's spelling is the official one.
    Example: Mặt trận Giao Thuỷ Nam Định
    Fix: Mặt trận Giao Thủy Nam Định
    Tiếng Việt: Dấu thanh đặt ở nguyên âm khác với danh mục (“Thuỷ”, “Thủy”). Hai cách viết là hai chuỗi khác nhau; viết
        theo danh mục.
    """

    code, name, severity, fix = "FN303", "tone-placement", "warning", "safe"
    about = TONE_PLACEMENT
    message = Text(
        "“{found}” đặt dấu thanh khác danh mục; viết “{expected}”",
        "“{found}” has its tone mark elsewhere; write “{expected}”",
    )


class IYSpelling(WordRule):
    """I for y, or y for i.

    What: The vowel is written with the other letter: "Mĩ" for "Mỹ", "Vỵ" for "Vị".
    Why: Both spellings are in use, but as texts they differ; the list's spelling is the official one.
    Example: Mặt trận Mĩ Lộc Nam Định
    Fix: Mặt trận Mỹ Lộc Nam Định
    Tiếng Việt: Viết i thay cho y hoặc ngược lại (“Mĩ”, “Mỹ”); viết theo danh mục.
    """

    code, name, severity, fix = "FN304", "i-y-spelling", "warning", "safe"
    about = I_Y
    message = Text(
        "“{found}” viết i/y khác danh mục; viết “{expected}”", "“{found}” has i for y or y for i; write “{expected}”"
    )


class Misspelling(WordRule):
    """Other letters.

    What: A letter is missing, too many, swapped or another one.
    Why: It is another name. Which one was meant is a guess, so a person must look before it is mended.
    Example: Mặt trận Xuân Trườn Nam Định
    Fix: Mặt trận Xuân Trường Nam Định
    Tiếng Việt: Thừa, thiếu, lẫn hoặc đảo chữ cái. Công cụ chỉ đoán tên gần nhất, nên phải có người xem trước khi sửa.
    """

    code, name, severity, fix = "FN305", "misspelling", "error", "unsafe"
    about, separable = LETTERS, False
    message = Text("“{found}” sai chính tả; có lẽ là “{expected}”", "“{found}” is misspelt; probably “{expected}”")


class LetterCase(WordRule):
    """Capitals or small letters.

    What: A letter is a capital where the name has a small one, or the other way round.
    Why: The letter writes names with capitals at the beginning of each word of a name, and "Mặt trận" with one.
    Example: MẶT TRẬN HẢI HẬU NAM ĐỊNH
    Fix: Mặt trận Hải Hậu Nam Định
    Tiếng Việt: Viết hoa hoặc viết thường không đúng chỗ; “Mặt trận” chỉ viết hoa chữ đầu, tên đơn vị viết hoa mỗi từ.
    """

    code, name, severity, fix = "FN306", "letter-case", "warning", "safe"
    about = CASE
    message = Text(
        "“{found}” viết hoa, viết thường chưa đúng; viết “{expected}”",
        "“{found}” has capitals or small letters in the wrong place; write “{expected}”",
    )
