"""Damage to the parts of a name: FN401-FN405, FN407, FN409, FN503 and the too long and platform words with them."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from random import Random

from fanpage_names.units.model import Level, Unit

from .draft import Draft, Kind, Piece
from .elsewhere import elsewhere, names_before
from .letters import fold

ORGANISATIONS = (
    "MTTQ",
    "MTTQ Việt Nam",
    "MTTQVN",
    "UBMTTQ",
    "UB MTTQ",
    "UBMTTQ Việt Nam",
    "UBMTTQVN",
    "UB MTTQ Việt Nam",
    "Mặt trận Tổ quốc",
    "Mặt trận Tổ quốc Việt Nam",
    "Mặt trận tổ quốc",
    "Ủy ban Mặt trận Tổ quốc",
    "Ủy ban Mặt trận Tổ quốc Việt Nam",
    "Uỷ ban Mặt trận Tổ quốc Việt Nam",
    "Ủy ban MTTQ",
    "Ủy ban MTTQ Việt Nam",
    "Uỷ ban MTTQ",
    "Ban Thường trực Ủy ban MTTQ",
    "Ban Thường trực Ủy ban MTTQ Việt Nam",
    "Ban Thường trực Ủy ban Mặt trận Tổ quốc",
    "Ban Thường trực UBMTTQ",
    "BTT UBMTTQ",
    "BTT UB MTTQ Việt Nam",
    "BTT Ủy ban MTTQ",
)
_BEFORE = ("Fanpage", "Trang", "Page", "Trang thông tin", "Trang chính thức", "Chào mừng đến với", "Fanpage của")
_AFTER = ("2022", "năm 2022", "2024", "Official", "chính thức", "fanpage", "quê hương tôi", "đoàn kết", "online")
_BETWEEN = ("fanpage", "chính thức", "năm 2024", "thân yêu", "văn minh giàu đẹp", "nông thôn mới", "kính chào")
_PLATFORM = ("Trang Facebook", "Fanpage Facebook", "Page Facebook", "Trang facebook chính thức")


def groups(draft: Draft) -> list[tuple[Piece, ...]]:
    """Return the pieces of the name part by part: type word or label with its name, prefix and extra words alone."""
    found: list[list[Piece]] = []
    for piece in draft.pieces:
        if piece.role == "name" and found and found[-1][0].level == piece.level is not None:
            found[-1].append(piece)
        else:
            found.append([piece])
    return [tuple(group) for group in found]


def _spaced(parts: list[tuple[Piece, ...]]) -> tuple[Piece, ...]:
    return tuple(
        replace(piece, gap=" ") if position == 0 else piece for part in parts for position, piece in enumerate(part)
    )


def _below_province(draft: Draft) -> bool:
    return draft.unit.level != "province"


def missing_prefix(draft: Draft, rng: Random) -> Draft | None:
    at = draft.find("prefix")
    if at != 0 or not _below_province(draft):
        return None
    return draft.owing("FN401", pieces=draft.pieces[1:])


def wrong_prefix(draft: Draft, rng: Random) -> Draft | None:
    at = draft.find("prefix")
    if at is None or not _below_province(draft) or draft.pieces[at].spoilt:
        return None
    words = rng.choice(ORGANISATIONS)
    return draft.owing("FN402", pieces=draft.swap(at, replace(draft.pieces[at], text=words, closed=True)))


def _without(draft: Draft, level: Level) -> tuple[Piece, ...]:
    return tuple(piece for piece in draft.pieces if piece.level != level)


def missing_district(draft: Draft, rng: Random) -> Draft | None:
    if draft.unit.level != "commune" or not draft.has("district"):
        return None
    return draft.owing("FN403", pieces=_without(draft, "district"))


def missing_province(draft: Draft, rng: Random) -> Draft | None:
    if not _below_province(draft):
        return None
    return draft.owing("FN404", pieces=_without(draft, "province"))


def missing_both(draft: Draft, rng: Random) -> Draft | None:
    shorter = missing_district(draft, rng)
    return missing_province(shorter, rng) if shorter else None


def part_order(draft: Draft, rng: Random) -> Draft | None:
    parts = groups(draft)
    named = [part for part in parts if part[0].level]
    orders = [order for order in permutations(named) if list(order) != named]
    if not _below_province(draft) or not orders or any(part[0].role == "extra" for part in parts):
        return None
    prefix = [part for part in parts if part[0].role == "prefix"]
    chosen = list(rng.choice(orders))
    shuffled = _spaced(chosen + prefix if prefix and rng.random() < 0.08 else prefix + chosen)
    moved = draft.owing("FN405", pieces=shuffled)
    return moved if moved.text != draft.text else None


def _wrong_types(unit: Unit, has_districts: bool) -> tuple[str, ...]:
    if unit.level == "district":
        return () if unit.type != "huyện" else ("thị xã", "quận")
    wrong = {"xã": ("thị trấn", "phường"), "phường": ("xã", "thị trấn"), "thị trấn": ("xã", "phường"), "đặc khu": ()}
    return wrong[unit.type] if has_districts else tuple(word for word in ("xã", "phường") if word != unit.type)


def wrong_type_word(draft: Draft, rng: Random) -> Draft | None:
    if not _below_province(draft):
        return None
    unit, at = draft.unit, draft.find("name", draft.unit.level)
    same = [other for other in draft.units.units if fold(other.name) == fold(unit.name)]
    words = _wrong_types(unit, draft.units.has_districts)
    if at is None or len(same) > 1 or not words:
        return None
    wrong = Piece("type", unit.level, rng.choice(words), draft.pieces[at].gap, closed=True)
    typed = draft.find("type", unit.level)
    if typed is not None:
        if draft.pieces[typed].closed:
            return None
        wrong = replace(wrong, gap=draft.pieces[typed].gap)
        return draft.owing("FN407", pieces=draft.swap(typed, wrong))
    return draft.owing("FN407", pieces=draft.swap(at, wrong, replace(draft.pieces[at], gap=" ")))


def _extra(words: str) -> Piece:
    return Piece("extra", None, words, closed=True)


def words_before(draft: Draft, rng: Random) -> Draft | None:
    first, *rest = draft.pieces
    return draft.owing("FN409", pieces=(_extra(rng.choice(_BEFORE)), replace(first, gap=" "), *rest))


def words_after(draft: Draft, rng: Random) -> Draft | None:
    return draft.owing("FN409", pieces=(*draft.pieces, _extra(rng.choice(_AFTER))))


def words_between(draft: Draft, rng: Random) -> Draft | None:
    parts = groups(draft)
    if len(parts) < 3 or not (draft.has("province") and (draft.unit.level == "district" or draft.has("district"))):
        return None
    place = rng.randrange(1, len(parts))
    extra = [(_extra(rng.choice(_BETWEEN)),)]
    return draft.owing("FN409", pieces=_spaced(parts[:place] + extra + parts[place:]))


def repeated_part(draft: Draft, rng: Random) -> Draft | None:
    parts = groups(draft)
    names = [fold(unit.name) for unit in (draft.unit, draft.unit.district, draft.unit.province) if unit]
    whole = draft.has("province") and (draft.unit.district is None or draft.has("district"))
    known = elsewhere(draft.units).names | names_before(draft.units.id, "district", "province")
    if not whole or len(set(names)) < len(names) or fold(draft.unit.name) in known:
        return None
    part = rng.choice(parts)
    if part[0].role == "extra" or part[0].closed:
        return None
    if any(
        piece.level == "province" and fold(piece.text) in names_before(draft.units.id, "district") for piece in part
    ):
        return None  # the city of that name, which is gone, may be meant beside its province
    copy = tuple(replace(piece, role="extra", level=None, closed=True) for piece in part)
    place = parts.index(part)
    return draft.owing("FN409", pieces=_spaced([*parts[: place + 1], copy, *parts[place + 1 :]]))


def platform_word(draft: Draft, rng: Random) -> Draft | None:
    first, *rest = draft.pieces
    return draft.owing("FN409", "FN702", pieces=(_extra(rng.choice(_PLATFORM)), replace(first, gap=" "), *rest))


def _renamed(draft: Draft, level: Level, name: str, type_word: str, label: str | None) -> tuple[Piece, ...]:
    """Return the pieces with the part of `level` replaced by another unit's."""
    new: list[Piece] = []
    for part in groups(draft):
        if part[0].level != level:
            new.extend(part)
            continue
        typed = part[0].role == "type"
        words = f"{type_word} {name}" if typed else label or name
        new.append(Piece("name", level, words, part[0].gap, closed=True))
    return tuple(new)


def wrong_district(draft: Draft, rng: Random) -> Draft | None:
    if draft.unit.level != "commune" or not draft.has("district"):
        return None
    own = draft.unit.district
    others = [
        other
        for other in draft.units.at_level("district")
        if other is not own and fold(other.name) != fold(draft.unit.name)
    ]
    other = rng.choice(others)
    pieces = _renamed(draft, "district", other.name, other.type, other.own_label)
    return draft.owing("FN503", pieces=pieces)


def wrong_province(draft: Draft, rng: Random) -> Draft | None:
    if not _below_province(draft) or (
        draft.unit.level == "commune" and draft.units.has_districts and not draft.has("district")
    ):
        return None
    choices = [
        place
        for place in elsewhere(draft.units).provinces
        if fold(draft.unit.name) not in elsewhere(draft.units).districts_of(place.name)
    ]
    other = rng.choice(choices)
    return draft.owing("FN503", pieces=_renamed(draft, "province", other.name, other.type, None))


KINDS = (
    Kind("FN401", "no prefix", 1, missing_prefix),
    Kind("FN402", "organisation words", 1, wrong_prefix),
    Kind("FN403", "no district", 1, missing_district),
    Kind("FN404", "no province", 1, missing_province),
    Kind("FN403", "no district, no province", 1, missing_both),
    Kind("FN405", "order", 1, part_order),
    Kind("FN407", "wrong type word", 1, wrong_type_word),
    Kind("FN409", "words before", 1, words_before),
    Kind("FN409", "words after", 1, words_after),
    Kind("FN409", "words between", 1, words_between),
    Kind("FN409", "repeated part", 1, repeated_part),
    Kind("FN702", "platform word", 1, platform_word),
    Kind("FN503", "wrong district", 1, wrong_district),
    Kind("FN503", "wrong province", 1, wrong_province),
)
