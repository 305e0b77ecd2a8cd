"""The unit that somebody names on the command line: by name with or without marks and type, by code or slug."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NoReturn
from unicodedata import normalize

from fanpage_names.errors import UseError
from fanpage_names.lang import Text
from fanpage_names.text.fold import fold_case, fold_letters, fold_spelling, plain_numbers
from fanpage_names.text.phrases import bare_words, folded_words
from fanpage_names.units.faults import visible
from fanpage_names.units.model import Level, Unit, UnitList, described
from fanpage_names.units.type_words import ABBREVIATIONS, TYPES

MAX_CANDIDATES = 5
MAX_SHOWN = 60
"""Characters of the user's own text that a message repeats."""

MIN_LIKENESS = 65
"""Of 100; below it, names only share some letters."""

_WORD = re.compile(r"[^\W_]+")
_TYPE_WORD = re.compile("^(" + "|".join(fold_letters(word) for words in TYPES.values() for word in words) + r")\b ?")
_MOST_TYPE_WORDS = 2
_PRECEDENCE: tuple[Level, ...] = ("district", "commune", "province")
"""A district wins over a commune of the same name; the province is what one gets without naming any unit."""

_SEE_LIST = Text("xem: fanpage-names units list", "see: fanpage-names units list")

Words = Sequence[str]
SameWord = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class Found:
    """The unit meant.

    Attributes:
        unit: the unit.
        note: what to tell the user where another unit bears the name too; None where it is the only one.
    """

    unit: Unit
    note: Text | None = None


def find_unit(units: UnitList, text: str) -> Found:
    """Return the unit that `text` names.

    A name may have its type word before it and the district and province after it, with any punctuation
    ("Quang Trung, Vụ Bản"; "xa Hai Minh"; "hai-minh-hai-hau"). A word with marks stands for itself, one without
    marks for every word with these letters.

    Raises:
        UseError: no unit, or several of one level, are named so; it names the nearest with code and district.
    """
    if unit := units.by_code.get(text.strip()):
        return Found(unit)
    fitting = _fitting(units, text)
    if not fitting:
        _refuse_unknown(units, text)
    level = next(level for level in _PRECEDENCE if any(unit.level == level for unit in fitting))
    meant, *doubles = (unit for unit in fitting if unit.level == level)
    if doubles:
        _refuse_ambiguous(text, [meant, *doubles], units)
    others = [unit for unit in fitting if unit is not meant]
    return Found(meant, _note(text, meant, others, units) if others else None)


def _words(text: str) -> Words:
    return _WORD.findall(normalize("NFC", text))


def _fitting(units: UnitList, text: str) -> Sequence[Unit]:
    """Return the units that the text names as it is written, else those that it names with its marks made up."""
    words, possible = _words(text), _possible(units, bare_words(text).split())
    exactly = [unit for unit in possible if _names(words, unit, _equal)]
    return exactly or [unit for unit in possible if _names(words, unit, _alike)]


def _possible(units: UnitList, words: Words) -> Sequence[Unit]:
    """Return the units whose names, marks aside, a text begins with, after a type word or without one."""
    longest = max(key.count(" ") for key in units.by_words) + 1
    keys = {
        " ".join(words[start:end])
        for start in range(_MOST_TYPE_WORDS + 1)
        for end in range(start + 1, min(len(words), start + longest) + 1)
    }
    found = {unit.code for key in keys for unit in units.by_words.get(key, ())}
    return [unit for unit in units.units if unit.code in found] if found else ()


def _names(words: Words, unit: Unit, same: SameWord) -> bool:
    """Whether all words name the unit: [type] name, then perhaps units above it in the same way."""
    name = _words(unit.name)
    abbreviations = ([short] for short, word in ABBREVIATIONS.items() if word == unit.type)
    for type_words in ([], unit.type.split(), *abbreviations):
        right = (*type_words, *name)
        rest = words[len(right) :]
        if len(words) < len(right) or not all(map(same, words, right)):
            continue
        if not rest or any(_names(rest, above, same) for above in unit.above):
            return True
    return False


def _equal(word: str, right: str) -> bool:
    return _written(word) == _written(right)


def _alike(word: str, right: str) -> bool:
    return fold_letters(word) == fold_letters(right) and (word.isascii() or _equal(word, right))


def _written(word: str) -> str:
    return fold_spelling(fold_case(plain_numbers(word)))


def _note(text: str, unit: Unit, others: Iterable[Unit], units: UnitList) -> Text:
    listed = _listed(others, units)
    said = _quoted(text)
    return Text(
        "{said}: lấy {unit}; nếu muốn nói {listed}, hãy ghi cả loại đơn vị hoặc mã",
        "{said}: taken for {unit}; for {listed}, write the type word too, or the code",
    ).format(said=said, unit=described(unit), listed=listed)


def _quoted(text: str) -> str:
    return f"“{visible(text)[:MAX_SHOWN]}”"


def _listed(some: Iterable[Unit], units: UnitList) -> str:
    """Return some units in words, each with its province where the list has several."""
    several = sum(True for _ in units.at_level("province")) > 1
    described_units = [described(unit, with_province=several and unit.level != "province") for unit in some]
    more = " …" if len(described_units) > MAX_CANDIDATES else ""
    return "; ".join(described_units[:MAX_CANDIDATES]) + more


def _refuse_ambiguous(text: str, candidates: Iterable[Unit], units: UnitList) -> NoReturn:
    listed = _listed(candidates, units)
    said = _quoted(text)
    raise UseError(
        "{said} có thể là: {listed}; hãy ghi thêm dấu, loại, tên huyện hoặc dùng mã",
        "{said} could be: {listed}; add marks, type or district, or use the code",
        said=said,
        listed=listed,
    )


def _refuse_unknown(units: UnitList, text: str) -> NoReturn:
    near = _nearest(units, text)
    listed = _listed(near, units)
    hint = Text("gần nhất: {listed}", "nearest: {listed}").format(listed=listed) if near else _SEE_LIST
    said = _quoted(text)
    raise UseError(
        "không có đơn vị {said} trong danh mục {title} ({list}); {hint}",
        "no unit {said} in the list {title} ({list}); {hint}",
        said=said,
        title=units.title,
        list=units.id,
        hint=hint,
    )


def _nearest(units: UnitList, text: str) -> Sequence[Unit]:
    """Return the units with the likest names, alone or with those above, or codes; the likest first."""
    from rapidfuzz import fuzz, process

    forms = [(unit, folded_words(form)) for unit in units.units for form in _forms(unit)]
    keys = [key for _, key in forms]
    bare = _TYPE_WORD.sub("", folded_words(text))
    found = process.extract(bare, keys, scorer=fuzz.ratio, limit=MAX_CANDIDATES * 3, score_cutoff=MIN_LIKENESS)
    near = {unit.code: unit for unit, _ in (forms[place] for _, _, place in found)}
    return list(near.values())[:MAX_CANDIDATES]


def _forms(unit: Unit) -> Iterator[str]:
    yield unit.name
    yield " ".join(above.name for above in (unit, *unit.above))
    yield unit.code
