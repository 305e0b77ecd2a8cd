"""What goes wrong in use: always one clear message, in every language."""

from __future__ import annotations

from collections.abc import Sequence

from fanpage_names.lang import Lang, Text


class UseError(Exception):
    """The work could not be done; the command line prints the message and exits with status 2.

    Args:
        vi: what is wrong, where, and what to do, in Vietnamese.
        en: the same in English.
        fields: what is filled in, as in `Text`.
    """

    def __init__(self, vi: str, en: str, **fields: object) -> None:
        self.text = Text(vi, en).format(**fields)
        super().__init__(vi, en)

    def lines(self, lang: Lang) -> Sequence[str]:
        """Return the lines to print, in the language asked for; one, unless a subclass has more to say."""
        return (self.text.in_lang(lang),)

    def __str__(self) -> str:
        return self.text.in_lang("en")
