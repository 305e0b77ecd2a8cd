"""Texts in the languages of the tool, and the choice between them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from fanpage_names.languages import translation

Lang: TypeAlias = str
"""A language's code: "vi" and "en" stand beside each other in the code, others have a catalogue in `languages`."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text, as a template for each language; without fields it is said as it stands.

    Attributes:
        vi: the Vietnamese text, with fields as in `str.format`.
        en: the English text, with the same fields; catalogues of other languages know the text by it.
        one: the English text where the field `n` is 1; "" where that makes no difference.
        fields: what is filled in, by name. A text among them is said in the same language.
    """

    vi: str
    en: str
    one: str = ""
    fields: tuple[tuple[str, object], ...] = ()

    def format(self, **fields: object) -> Text:
        """Return the text with these fields, and those that it has already."""
        return Text(self.vi, self.en, self.one, tuple({**dict(self.fields), **fields}.items()))

    def in_lang(self, lang: Lang) -> str:
        """Return the text in the language asked for; in English where that language has no such text."""
        template = self._template(lang)
        if not self.fields:
            return template
        said = {name: value.in_lang(lang) if isinstance(value, Text) else value for name, value in self.fields}
        return template.format_map(said)

    def _template(self, lang: Lang) -> str:
        if lang == "vi":
            return self.vi
        number = dict(self.fields).get("n")
        if lang != "en" and (translated := translation(lang, self.en, number)):
            return translated
        return self.one if self.one and number == 1 else self.en


def as_it_is(words: str) -> Text:
    """Return words that are the same in every language: a name, an address."""
    return Text("{words}", "{words}").format(words=words)


def day_text(day: date) -> Text:
    """Return a day as people of each language write it."""
    return Text("{day:%d/%m/%Y}", "{day:%Y-%m-%d}").format(day=day)


def joined(between: str | Text, texts: Iterable[str | Text]) -> Text:
    """Return texts, or words that are the same in every language, with what stands between; "" for none."""
    fields = {f"text{number}": text for number, text in enumerate(texts)}
    template = "{between}".join(f"{{{name}}}" for name in fields)
    return Text(template, template).format(between=between, **fields)
