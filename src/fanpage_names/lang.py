"""Texts in both languages of the tool, and the choice between them."""

from __future__ import annotations

from typing import Literal, NamedTuple

Lang = Literal["vi", "en"]


class Text(NamedTuple):
    """One text in Vietnamese and in English.

    Attributes:
        vi: the Vietnamese text.
        en: the English text.
    """

    vi: str
    en: str

    def in_lang(self, lang: Lang) -> str:
        """Return the text in the language asked for."""
        return self.vi if lang == "vi" else self.en

    def format(self, **values: object) -> Text:
        """Return the text with `{name}` fields filled in, in both languages."""
        return Text(self.vi.format(**values), self.en.format(**values))
