"""FN2xx: spaces and punctuation between and around the words of a name."""

from __future__ import annotations

from collections.abc import Iterator

from fanpage_names.alignment.alignment import Alignment
from fanpage_names.lang import Text
from fanpage_names.rules.base import Finding
from fanpage_names.rules.kinds import GapRule, NameRule


class OuterSpace(GapRule):
    """White space before or after the name.

    What: The cell or line begins or ends with a space, tab or line break.
    Why: It cannot be seen and makes two equal names unequal.
    Example: Mặt trận Hải Hậu Nam Định\u0020\u0020
    Fix: Mặt trận Hải Hậu Nam Định
    Tiếng Việt: Thừa dấu cách ở đầu hoặc cuối tên; cần xóa.
    """

    code, name, severity, fix = "FN201", "outer-space", "warning", "safe"
    about = "outer-space"
    message = Text("thừa dấu cách ở đầu hoặc cuối; xóa đi", "white space before or after the name; take it out")


class RepeatedSpace(GapRule):
    """More than one space between two words.

    What: Two or more white-space characters stand where one space should.
    Why: The platform may keep them, and the name is then another text.
    Example: Mặt\u0020\u0020trận Hải Hậu Nam Định
    Fix: Mặt trận Hải Hậu Nam Định
    Tiếng Việt: Giữa hai từ có nhiều hơn một dấu cách; để lại một.
    """

    code, name, severity, fix = "FN202", "repeated-space", "warning", "safe"
    about = "repeated-space"
    message = Text("nhiều dấu cách liền nhau; để lại một", "more than one space; leave one")


class OddSpace(GapRule):
    """Something else in place of a plain space.

    What: A no-break space, tab, line break or another space character stands between two words.
    Why: It looks like a space and is none: search and comparison miss the name.
    Example: Mặt trận\u00a0Hải Hậu Nam Định
    Fix: Mặt trận Hải Hậu Nam Định
    Tiếng Việt: Giữa hai từ là dấu cách không ngắt, dấu tab hoặc dấu xuống dòng; thay bằng dấu cách thường.
    """

    code, name, severity, fix = "FN203", "odd-space", "warning", "safe"
    about = "odd-space"
    message = Text(
        "dấu cách không ngắt, tab hoặc xuống dòng; thay bằng dấu cách thường",
        "a no-break space, tab or line break; write a plain space",
    )


class JoinedWords(NameRule):
    """A space is missing between two words.

    What: Two or more words of the name are written as one.
    Why: The name cannot be read or found by its words.
    Example: Mặt trận HảiHậu Nam Định
    Fix: Mặt trận Hải Hậu Nam Định
    Tiếng Việt: Thiếu dấu cách giữa hai từ; thêm vào.
    """

    code, name, severity, fix = "FN204", "joined-words", "error", "safe"
    about = "joined"
    message = Text(
        "thiếu dấu cách trong “{found}”; viết “{expected}”", "a space is missing in “{found}”; write “{expected}”"
    )

    def find(self, alignment: Alignment) -> Iterator[Finding]:
        """Yield each run of joined words."""
        return (Finding(span.start, span.end, span.expected) for span in alignment.joined)


class SplitWord(NameRule):
    """A space inside a syllable.

    What: A word of the name is written as two.
    Why: The name cannot be found by its words.
    Example: Mặt trận H ải Hậu Nam Định
    Fix: Mặt trận Hải Hậu Nam Định
    Tiếng Việt: Thừa dấu cách trong một từ; viết liền lại.
    """

    code, name, severity, fix = "FN205", "split-word", "error", "safe"
    about = "split"
    message = Text("thừa dấu cách trong “{found}”; viết “{expected}”", "a space inside “{found}”; write “{expected}”")

    def find(self, alignment: Alignment) -> Iterator[Finding]:
        """Yield each word that is split."""
        return (Finding(span.start, span.end, span.expected) for span in alignment.split)


class Punctuation(GapRule):
    """Punctuation between or around the parts.

    What: A dash, comma, bracket, quote, slash, full stop, underscore, plus sign, bullet or bar stands in the name.
    Why: The letter writes the parts with a space between, and nothing else.
    Example: Mặt trận Hải Minh - Hải Hậu - Nam Định
    Fix: Mặt trận Hải Minh Hải Hậu Nam Định
    Tiếng Việt: Giữa hoặc quanh các phần của tên có dấu gạch, dấu phẩy, ngoặc …; các phần chỉ cách nhau một dấu cách.
    """

    code, name, severity, fix = "FN206", "punctuation", "warning", "safe"
    about, aside = "punctuation", "number"
    message = Text("dấu “{found}” không thuộc tên; bỏ đi", "“{found}” is no part of the name; take it out")
