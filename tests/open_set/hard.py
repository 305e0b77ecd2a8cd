"""Other writing that is hard to read: user names, held-down letters, entities, lost code points, initials, streets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random

from fanpage_names.naming import canonical_name
from fanpage_names.units.model import STYLES, Unit
from tests.corpus.encoders import tcvn3
from tests.corpus.letters import fold, strip_marks

from .asked import Answer, Asked
from .hands import SHORT_TYPES
from .nearness import nearest
from .strangers import country
from .times import Times

_AMBIGUOUS = Answer("ambiguous")
_NO_UNIT = Answer("unknown")
_PREFIX_SLIPS = ("MTTTQ", "MTQ", "MTTQQ", "UBMTTTQ", "UBMTQ", "UBMMTQ", "Mặt trân", "Măt trận", "Mặt rtận", "Mạt trận")
_MEETING = ("Ngã ba {}", "Ngã tư {}", "Vòng xuyến {}", "Bến xe {}", "Cầu {}", "Hồ {}", "Ga {}")


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split())


def _asked(times: Times, kind: str, text: str, unit: Unit, rng: Random, *others: Answer) -> Asked:
    answers = (Answer("deviates", unit.code), *others)
    return Asked(text, times.units.id, rng.choice(STYLES), kind, answers, story=unit.name_with_type)


def _lone(times: Times) -> list[Unit]:
    """Return the units below the province whose names, without marks, mean no other unit now or before."""
    return [
        unit
        for unit in times.units.units
        if unit.level != "province"
        and len(times.in_force_by_name[fold(unit.name)]) == 1
        and fold(unit.name) not in times.former_by_name
    ]


def user_names(times: Times, rng: Random) -> Iterator[Asked]:
    """Yield user names in place of page names, without end: "mttqhaihaund"."""
    top = [unit for unit in _lone(times) if unit.level == "district"] or _lone(times)
    while True:
        unit = rng.choice(top)
        province = unit.province.name
        end = rng.choice((_initials(province).lower(), fold(province), ""))
        word = rng.choice(("", "", unit.type))
        glued = "".join((rng.choice(("mttq", "mttq", "mattran", "ubmttq")), word, unit.name, end))
        text = re.sub(r"\W", "", strip_marks(glued).lower())
        yield _asked(times, "glued user name", text, unit, rng)


def _held(word: str, rng: Random) -> str:
    return word if word == "TP" or rng.random() < 0.4 else word + word[-1] * rng.randint(1, 3)


def held_letters(times: Times, rng: Random) -> Iterator[Asked]:
    """Yield official names in which the last letters of words were held down, without end."""
    communes = [unit for unit in times.units.units if unit.level != "province"]
    while True:
        unit = rng.choice(communes)
        text = " ".join(_held(word, rng) for word in canonical_name(times.units, unit, "short").split())
        yield _asked(times, "letters held down", text, unit, rng, _NO_UNIT)


def _entities(text: str, rng: Random) -> str:
    form: Callable[[str], str] = rng.choice((lambda char: f"&#{ord(char)};", lambda char: f"&#x{ord(char):x};"))
    return "".join(char if char.isascii() else form(char) for char in text)


def entities(times: Times, rng: Random) -> Iterator[Asked]:
    """Yield official names whose letters came as HTML entities, without end."""
    units = list(times.units.units)
    while True:
        unit, style = rng.choice(units), rng.choice(STYLES)
        text = _entities(canonical_name(times.units, unit, style), rng)
        answers = (Answer("deviates", unit.code),)
        yield Asked(text, times.units.id, style, "HTML entities", answers, story=unit.name_with_type)


def lost_soft_hyphens(times: Times, rng: Random) -> Iterator[Asked]:
    """Yield official names in TCVN3 whose ư, a soft hyphen there, was lost on the way, without end."""
    able = [unit for unit in times.units.units if "\xad" in tcvn3(unit.name)]
    units = [
        unit for unit in able if not {"lư", "tư", "thư"} & set(unit.name.lower().split())
    ]  # nothing readable is left
    while units:
        unit, style = rng.choice(units), rng.choice(STYLES)
        text = tcvn3(canonical_name(times.units, unit, style)).replace("\xad", "")
        answers = (Answer("deviates", unit.code),)
        yield Asked(text, times.units.id, style, "TCVN3 without ư", answers, story=unit.name_with_type)


def initials(times: Times, rng: Random) -> Iterator[Asked]:
    """Yield wards and communes by their initials, without end."""
    communes = [unit for unit in times.units.at_level("commune") if " " in unit.name and unit.type in SHORT_TYPES]
    while True:
        unit = rng.choice(communes)
        written = f"{rng.choice((SHORT_TYPES[unit.type], unit.type + ' '))}{_initials(unit.name)}"
        parent = unit.district or unit.province
        above = rng.choice((parent.label, parent.name_with_type))
        text = f"{rng.choice(('MTTQ', 'Mặt trận', 'UBMTTQ'))} {written}, {above}"
        yield _asked(times, "initials", text, unit, rng, _NO_UNIT, _AMBIGUOUS)


def prefix_slips(times: Times, rng: Random) -> Iterator[Asked]:
    """Yield lone names after a misspelt prefix, without end."""
    units = _lone(times)
    while True:
        unit = rng.choice(units)
        typed = f"{rng.choice(_PREFIX_SLIPS)} {unit.name_with_type}"
        text = rng.choice((typed, f"{typed}, {unit.province.name_with_type}", f"{typed} - {unit.province.name}"))
        yield _asked(times, "misspelt prefix", rng.choice((text, text.upper())), unit, rng)


def last_letter_lost(times: Times, rng: Random) -> Iterator[Asked]:
    """Yield names alone whose last letter was lost, and that are near no other name, without end."""
    names = {unit.name for unit in (*times.units.units, *(f.unit for f in times.former))}
    able = [
        unit
        for unit in _lone(times)
        if unit.level == "district" and nearest(unit.name[:-1], names - {unit.name}) > 1 and len(fold(unit.name)) > 4
    ]
    while able:
        unit = rng.choice(able)
        yield _asked(times, "last letter lost", unit.name[:-1], unit, rng)


def numbered_wards(times: Times, rng: Random) -> Iterator[Asked]:
    """Yield wards whose names are numbers, with a zero before the number or without, without end."""
    able = [unit for unit in times.units.at_level("commune") if unit.name.isdigit() and unit.district]
    while able:
        unit = rng.choice(able)
        number = rng.choice((unit.name.lstrip("0"), unit.name.zfill(2)))
        written = rng.choice((f"Phường {number}", f"phường {number}", f"P. {number}", f"P.{number}", f"P{number}"))
        parents = [above.name_with_type for above in (unit.district, unit.province) if above]
        text = f"{rng.choice(('Mặt trận', 'MTTQ'))} {rng.choice((' ', ', ')).join((written, *parents))}"
        yield _asked(times, "numbered ward", text, unit, rng)


def streets(times: Times, rng: Random) -> Iterator[Asked]:
    """Yield house numbers, and places in towns, that bear a commune's name, without end: no commune is meant."""
    able = [unit for unit in times.units.at_level("commune") if unit.type == "phường" and not unit.name.isdigit()]
    while able:
        unit = rng.choice(able)
        parent = unit.district or unit.province
        number = rng.choice(
            (str(rng.randint(1, 400)), f"Số {rng.randint(1, 400)}", f"{rng.randint(1, 99)}/{rng.randint(1, 9)}")
        )
        street = rng.choice((f"{number} {unit.name}", f"{number} đường {unit.name}", f"{number} phố {unit.name}"))
        place = rng.choice((street, street, rng.choice(_MEETING).format(unit.name)))
        text = f"{place}{rng.choice((', ', ' - '))}{rng.choice((parent.name_with_type, parent.label))}"
        text = rng.choice((text, text, strip_marks(text).lower()))
        answers = (_NO_UNIT, Answer("deviates", parent.code))
        yield Asked(text, times.units.id, "short", "street", answers, story=unit.name_with_type)


def two_communes(times: Times, rng: Random) -> Iterator[Asked]:
    """Yield two communes in one text, without end: neither is meant."""
    districts = {fold(unit.name) for unit in country() if unit.level != "commune"}
    communes = [unit for unit in _lone(times) if unit.level == "commune" and fold(unit.name) not in districts]
    while True:
        one, other = rng.sample(communes, 2)
        if fold(one.name) in fold(other.name) or fold(other.name) in fold(one.name):
            continue
        text = f"{rng.choice(('Mặt trận', 'MTTQ'))} {one.name} {other.name} {one.province.name}"
        answers = (_NO_UNIT, _AMBIGUOUS)
        yield Asked(text, times.units.id, "short", "two communes", answers, story="")
