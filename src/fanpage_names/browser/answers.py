"""What the page is told beside the results."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from fanpage_names.errors import UseError
from fanpage_names.lang import Lang, Text
from fanpage_names.tables.log import ReadingLog
from fanpage_names.workbooks.losses import lost_text

_UNEXPECTED = Text("lỗi ngoài dự kiến ({what}); xin báo lại", "unexpected error ({what}); please report it")


class Notices:
    """What is to be said beside the results: what goes wrong on the way, while the work goes on, and notes.

    Args:
        lang: the language in which it is said.
    """

    def __init__(self, lang: Lang) -> None:
        self._lang = lang
        self._faults: list[str] = []
        self._notes: list[str] = []

    def fault(self, fault: UseError) -> None:
        """Say what could not be done."""
        self._faults += fault.lines(self._lang)

    def note(self, text: Text) -> None:
        """Say what is good to know."""
        self._notes.append(text.in_lang(self._lang))

    def warn(self, text: Text) -> None:
        """Say before all else what makes the results doubtful."""
        self._faults.insert(0, text.in_lang(self._lang))

    def passed(self, file: str, log: ReadingLog) -> None:
        """Note what in a file carries no name."""
        self._notes += log.lines(file, self._lang)

    def lost(self, file: str, what: Sequence[Text]) -> None:
        """Note what the copy of a file does not keep."""
        if what:
            self._faults.append(lost_text(file, what).in_lang(self._lang))

    @contextmanager
    def caught(self) -> Iterator[None]:
        """Say what goes wrong in the block, whatever it is."""
        try:
            yield
        except UseError as fault:
            self.fault(fault)
        except Exception as fault:
            what = f"{type(fault).__name__}: {fault}"[:300]
            self._faults.append(_UNEXPECTED.format(what=what).in_lang(self._lang))

    def answer(self) -> str:
        """Return it all in JSON."""
        return as_json({"faults": self._faults, "notes": self._notes})


def as_json(value: Any) -> str:  # noqa: ANN401
    """Return a value as the page reads it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
