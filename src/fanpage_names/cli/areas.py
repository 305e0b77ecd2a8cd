"""What a report is about: its areas, and the targets that an office sets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args

import typer

from fanpage_names.cli import completion
from fanpage_names.cli.language import language, say
from fanpage_names.cli.lists import unit_asked_for
from fanpage_names.cli.options import choice
from fanpage_names.coverage.dates import parse_date
from fanpage_names.errors import UseError
from fanpage_names.text.fold import fold_letters
from fanpage_names.units.model import Level, Target, Unit, UnitList

if TYPE_CHECKING:
    from fanpage_names.coverage.grouping import Grouping

By = Literal["district", "former-district", "cluster", "none"]

ByOption = Annotated[
    By | None,
    choice(
        "--by",
        get_args(By),
        say(
            "Gộp theo: huyện, huyện cũ (nếu không ghi, khi không còn cấp huyện), cụm (cột “Cụm”), hoặc không gộp.",
            "Areas: districts, former districts (where there are none now), clusters (a column “Cụm”), or none.",
        ),
    ),
]
TargetOption = Annotated[
    list[str] | None,
    typer.Option(
        "--target",
        metavar="TARGET",
        help=say(
            "Chỉ tiêu, như “50% xã trước 31/03/2026”, thay cho chỉ tiêu của danh mục; có thể lặp lại.",
            "A target, as “50% communes before 2026-03-31”, in place of the list's; may be repeated.",
        ),
    ),
]
DistrictOption = Annotated[
    list[str] | None,
    typer.Option(
        "--district",
        metavar="UNIT",
        help=say("Chỉ tính huyện này (hoặc huyện cũ); có thể lặp lại.", "Only this district, or former one."),
        autocompletion=completion.districts,
    ),
]
_TARGET = re.compile(r"(\d{1,3})\s*%\s+(?:cap |cac )?(\w+)\s+(?:truoc |before )?(?:ngay )?(\S+)")
_LEVELS: dict[str, Level] = {
    **dict.fromkeys(("xa", "commune", "communes"), "commune"),
    **dict.fromkeys(("huien", "district", "districts"), "district"),
    **dict.fromkeys(("tinh", "province", "provinces"), "province"),
}
"""The levels by their folded words: `fold_letters` makes "y" an "i"."""


@dataclass(frozen=True, slots=True)
class AreaOptions:
    """The areas of a report, and what they should reach."""

    district: DistrictOption = None
    by: ByOption = None
    target: TargetOption = None

    def with_targets(self, named: UnitList) -> UnitList:
        """Return the list with the targets asked for.

        Raises:
            UseError: as `targets_asked`.
        """
        return replace(named, targets=targets_asked(self.target or (), named))

    def chosen(self, named: UnitList, clusters: Mapping[str, str], *, quiet: bool) -> Mapping[str, Any]:
        """Return what groups the units, and the districts asked for, as `overview` takes them.

        Raises:
            UseError: as `grouping_asked` and `district_asked`.
        """
        grouping = grouping_asked(named, self.by, clusters)
        within = [district_asked(named, grouping, text, quiet=quiet) for text in self.district or ()]
        return {"grouping": grouping, "within": within}


def targets_asked(texts: Iterable[str], named: UnitList) -> tuple[Target, ...]:
    """Return the targets that `--target` sets; those of the list where it sets none.

    Raises:
        UseError: a text is no target, or is about a level that the list does not have.
    """
    return tuple(_target(text, named) for text in texts) or named.targets


def _target(text: str, named: UnitList) -> Target:
    match = _TARGET.fullmatch(fold_letters(text.strip()))
    level = _LEVELS.get(match[2]) if match else None
    day = parse_date(match[3]) if match else None
    if match is None or level is None or day is None or not 1 <= int(match[1]) <= 100:
        raise UseError(
            "--target {text}: hãy viết như “50% xã trước 31/03/2026”",
            "--target {text}: write it as “50% communes before 2026-03-31”",
            text=text,
        )
    if not any(named.at_level(level)):
        raise UseError(
            "--target {text}: danh mục {list} không có đơn vị cấp này",
            "--target {text}: the list {list} has no units of this level",
            text=text,
            list=named.id,
        )
    return Target(level, int(match[1]), day)


def grouping_asked(named: UnitList, by: By | None, clusters: Mapping[str, str]) -> Grouping:
    """Return what groups the units: by `--by`, else by districts, or by former ones where there are none now.

    Args:
        named: the list.
        by: what is asked for.
        clusters: the cluster of each unit that a row gives one, by code.

    Raises:
        UseError: nothing is known of former districts, or no row names a cluster.
    """
    from fanpage_names.coverage.grouping import by_cluster, by_district, by_former_district
    from fanpage_names.history.loading import history_of
    from fanpage_names.reports.overview.wording import WITHOUT_CLUSTER

    if by == "cluster":
        if not clusters:
            raise UseError(
                "--by cluster: không thấy cột “Cụm” trong các tệp",
                "--by cluster: no column “Cụm” (cluster) in the files",
            )
        return by_cluster(clusters, WITHOUT_CLUSTER.in_lang(language()))
    history = history_of(named)
    if by in (None, "former-district") and not named.has_districts and history:
        return by_former_district(named, history)
    if by == "former-district":
        raise UseError(
            "--by former-district: danh mục {list} còn cấp huyện, hoặc không có lịch sử",
            "--by former-district: the list {list} has districts, or no history",
            list=named.id,
        )
    return by_district


def district_asked(named: UnitList, grouping: Grouping, text: str, *, quiet: bool) -> Unit:
    """Return the district that `--district` means: one of the list, or a former one that areas go by.

    Raises:
        UseError: there is no such district.
    """
    groups = dict.fromkeys(grouping(unit) for unit in named.units)
    former = [group.unit for group in groups if group.former and group.unit]
    wanted = fold_letters(text)
    for district in former:
        if wanted in (fold_letters(district.name), fold_letters(district.name_with_type)) or text == district.code:
            return district
    unit = unit_asked_for(named, text, quiet=quiet) if not former else None
    if unit and unit.level == "district":
        return unit
    shown = unit.name_with_type if unit else text
    raise UseError(
        "--district {text}: {shown} không phải là cấp huyện trong danh mục {list}",
        "--district {text}: {shown} is no district in the list {list}",
        text=text,
        shown=shown,
        list=named.id,
    )
