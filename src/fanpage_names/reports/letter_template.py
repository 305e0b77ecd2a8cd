"""A letter's template, a docx that an office can replace, and letters made from it.

In the template's text:

- `{{field}}` is replaced by the field's value; the look of the first letter stays.
- A table row with `{{list.field}}` is repeated for each item of the list; further lines of its cells that stay empty
  go.
- What stands between the paragraphs `{{#field}}` and `{{/field}}` stays only where the field, or the list, is not
  empty; the two paragraphs themselves go.

Fields, lists and what they hold: `fanpage_names.reports.overview.reminder`, `fanpage_names.reports.migration.letter`.
Headers and footers stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import IO, TYPE_CHECKING, Any

from fanpage_names.errors import UseError
from fanpage_names.reports.spans import clipped
from fanpage_names.units.model import Unit

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

    Element = Any  # an element of the document's XML; the library gives them no types

Item = Mapping[str, str]

_FIELD = re.compile(r"\{\{\s*([\w.]+)\s*\}\}")
_MARK = re.compile(r"\{\{\s*([#/])\s*(\w+)\s*\}\}")


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter to fill a template with.

    Attributes:
        unit: the unit that it goes to; a province where it goes to all communes right under it.
        fields: what stands in place of `{{field}}`.
        lists: what stands in place of `{{list.field}}`, a table row for each item.
    """

    unit: Unit
    fields: Mapping[str, str]
    lists: Mapping[str, Sequence[Item]]

    @property
    def file_name(self) -> str:
        """A name for the letter's file that no other unit's letter has: "366-huyen-hai-hau.docx"."""
        return f"{file_stem(self.unit)}.docx"


def file_stem(unit: Unit) -> str:
    """Return a unit's name for files, which no other unit of its list has: "366-huyen-hai-hau"."""
    from unidecode import unidecode

    plain = re.sub("[^a-z0-9]+", "-", unidecode(unit.name_with_type).lower()).strip("-")
    return f"{unit.code}-{plain}"


def sent_from(province: Unit, on: date) -> dict[str, str]:
    """Return the fields of who writes a letter, where and when."""
    return {
        "TINH": province.name_with_type.upper(),
        "tinh": province.name_with_type,
        "noi_gui": province.name,
        # The month is written with two digits only where it has one and could be made another: 01 and 02.
        "ngay": f"{on.day:02}",
        "thang": f"{on.month:02}" if on.month < 3 else str(on.month),
        "nam": str(on.year),
    }


def deadline(until: date | None) -> str:
    """Return, for a letter's sentence, that something is to be done before a day; soon where there is none."""
    return f"trước ngày {until:%d/%m/%Y}" if until else "trong thời gian sớm nhất"


class Template:
    """A template.

    Args:
        content: the bytes of a docx.
        named: the file, for messages.

    Raises:
        UseError: it is no docx.
    """

    def __init__(self, content: bytes, named: str) -> None:
        from docx import Document

        self._named = named
        self._content = content
        try:
            Document(BytesIO(content))
        except Exception as fault:  # the library's readers of zip and XML raise errors of many kinds
            raise UseError(
                "{named}: không mở được mẫu công văn; cần một tệp docx lưu từ Word hoặc LibreOffice",
                "{named}: cannot be opened as a letter's template; a docx saved by Word or LibreOffice is needed",
                named=named,
            ) from fault

    def write(self, letters: Sequence[Letter], stream: IO[bytes]) -> None:
        """Write one document with the letters one after another, each beginning a page.

        Raises:
            UseError: the template has a field that no letter fills, or a `{{#…}}` without its `{{/…}}`.
        """
        from docx import Document

        document = Document(BytesIO(self._content))
        body = document.element.body
        model = [element for element in body if not element.tag.endswith("}sectPr")]
        for element in model:
            body.remove(element)
        for number, letter in enumerate(letters):
            if number:
                document.add_section()  # each letter begins a page
            for element in self._blocks(deepcopy(model), letter):
                body.insert(len(body) - (body.sectPr is not None), element)
                self._fill(document, element, letter)
        made = BytesIO()
        document.save(made)
        stream.write(made.getvalue())

    def _blocks(self, elements: Sequence[Element], letter: Letter) -> Iterator[Element]:
        """Yield the elements that stay in a letter."""
        values: Mapping[str, object] = {**letter.fields, **letter.lists}
        within: list[str] = []
        for element in elements:
            mark = _MARK.fullmatch(_text(element).strip()) if element.tag.endswith("}p") else None
            if mark is None:
                if all(values[name] for name in within):
                    yield element
            elif mark[1] == "#":
                if mark[2] not in values:
                    raise self._no_field(mark[2], letter)
                within.append(mark[2])
            elif not within or within.pop() != mark[2]:
                raise self._unbalanced(mark[2])
        if within:
            raise self._unbalanced(within[-1])

    def _fill(self, document: Document, element: Element, letter: Letter) -> None:
        from docx.oxml.ns import qn
        from docx.text.paragraph import Paragraph

        rows = {row: name for row in element.iter(qn("w:tr")) if (name := _list_in(row))}
        in_rows = {paragraph for row in rows for paragraph in row.iter(qn("w:p"))}
        for paragraph in element.iter(qn("w:p")):
            if paragraph not in in_rows:
                self._fill_paragraph(Paragraph(paragraph, document), letter.fields, letter)
        for row, name in rows.items():
            self._repeat(document, row, name, letter)

    def _repeat(self, document: Document, row: Element, name: str, letter: Letter) -> None:
        """Put a row for each item of the list in place of the model row."""
        from docx.oxml.ns import qn
        from docx.text.paragraph import Paragraph

        if name not in letter.lists:
            raise self._no_field(name, letter)
        for item in letter.lists[name]:
            values = {**letter.fields, **{f"{name}.{field}": value for field, value in item.items()}}
            made = deepcopy(row)
            row.addprevious(made)
            for paragraph in list(made.iter(qn("w:p"))):
                self._fill_paragraph(Paragraph(paragraph, document), values, letter)
                if not _text(paragraph) and paragraph.getprevious() is not None:
                    paragraph.getparent().remove(paragraph)
        row.getparent().remove(row)

    def _fill_paragraph(self, paragraph: Paragraph, values: Mapping[str, str], letter: Letter) -> None:
        text = "".join(run.text for run in paragraph.runs)
        for match in reversed(list(_FIELD.finditer(text))):  # from the end: the places before stay where they are
            if match[1] not in values:
                raise self._no_field(match[1], letter)
            shown = "".join(char for char in clipped(values[match[1]]) if char.isprintable())
            _replace(paragraph, match.start(), match.end(), shown)

    def _no_field(self, name: str, letter: Letter) -> UseError:
        known = [*letter.fields, *(f"{key}.{field}" for key, rows in letter.lists.items() for field in _keys(rows))]
        listed = ", ".join(known)
        return UseError(
            "{named}: mẫu có trường {{{{{name}}}}} không biết điền gì; các trường: {listed}",
            "{named}: the template has a field {{{{{name}}}}} that nothing fills; the fields: {listed}",
            named=self._named,
            name=name,
            listed=listed,
        )

    def _unbalanced(self, name: str) -> UseError:
        return UseError(
            "{named}: mẫu có {{{{#{name}}}}} và {{{{/{name}}}}} không thành cặp",
            "{named}: the template's {{{{#{name}}}}} and {{{{/{name}}}}} are no pair",
            named=self._named,
            name=name,
        )


def _keys(rows: Sequence[Mapping[str, str]]) -> Sequence[str]:
    return tuple(rows[0]) if rows else ()


def _list_in(row: Element) -> str | None:
    """Return the list whose fields stand in a table row; None for a row that is not repeated."""
    return next((name.partition(".")[0] for name in _FIELD.findall(_text(row)) if "." in name), None)


def _text(element: Element) -> str:
    from docx.oxml.ns import qn

    return "".join(text.text or "" for text in element.iter(qn("w:t")))


def _replace(paragraph: Paragraph, start: int, end: int, value: str) -> None:
    """Put `value` in place of a stretch of the paragraph's text, which word processors cut into runs as they like."""
    at = 0
    for run in paragraph.runs:
        text = run.text
        first, last = max(start - at, 0), min(end - at, len(text))
        if first < last:
            run.text = text[:first] + value + text[last:]
            value = ""
        at += len(text)
