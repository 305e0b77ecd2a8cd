"""The parts of packages (xlsx, docx), and what they lead to.

Source: ECMA-376 part 2, 9.3 (relationships); part 1, 18.2.19 (sheet). Documents in the strict form of the standard
have other addresses for the same elements.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar
from zipfile import ZipFile

from fanpage_names.tables.faults import damaged, too_big
from fanpage_names.tables.limits import Budget
from fanpage_names.tables.markup import Attributes, read_through

WORKBOOK, DOCUMENT, CONTENT = "xl/workbook.xml", "word/document.xml", "content.xml"
"""The main parts of xlsx, docx and ods files, by which they are told."""

MAIN = ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
R_ID = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships id",
    "http://purl.oclc.org/ooxml/officeDocument/relationships id",
)
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
RELATIONSHIPS = f"{PACKAGE} Relationships"
_RELATIONSHIP = RELATIONSHIPS.removesuffix("s")

_MOST_RELATIONSHIPS = 100_000
"""Excel allows 65,530 links in a sheet."""

T = TypeVar("T")


class Relationship(NamedTuple):
    """What a part leads to.

    Attributes:
        kind: the last step of the relationship's type, "/hyperlink" for example.
        target: a part's name, or an address outside, which nobody follows.
    """

    kind: str
    target: str


class Sheet(NamedTuple):
    """A worksheet of a workbook.

    Attributes:
        name: as it stands on its tab.
        part: the part that holds it.
        visible: whether its tab is shown.
    """

    name: str
    part: str
    visible: bool


def named(spaces: Iterable[str], calls: Mapping[str, T]) -> Mapping[str, T]:
    """Return what to call by the elements' full names, in each of the namespaces."""
    return {f"{space} {name}": call for space in spaces for name, call in calls.items()}


def relationship_of(attributes: Attributes) -> str:
    """Return the number of the relationship that an element names; "" where it names none."""
    return next((attributes[name] for name in R_ID if name in attributes), "")


def relationships_of(part: str) -> str:
    """Return the part that holds the relationships of another."""
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"


def relationships(archive: ZipFile, part: str, budget: Budget) -> Mapping[str, Relationship]:
    """Return what a part leads to, by the relationship's number; nothing where it leads nowhere.

    Raises:
        UseError: as `markup.walk`.
    """
    member = relationships_of(part)
    found: dict[str, Relationship] = {}
    count = 0

    def relationship(attributes: Attributes) -> None:
        nonlocal count
        count += 1
        if count > _MOST_RELATIONSHIPS:
            raise too_big(budget.file)
        kind, target = attributes.get("Type", ""), attributes.get("Target", "")
        if attributes.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
        found[attributes.get("Id", "")] = Relationship(kind[kind.rfind("/") :], target)

    if member in archive.namelist():
        read_through(archive, member, budget, {_RELATIONSHIP: relationship})
    return found


def links(archive: ZipFile, part: str, budget: Budget) -> Mapping[str, str]:
    """Return the addresses that a part leads to, by the relationship's number; errors as `relationships`."""
    found = relationships(archive, part, budget)
    return {number: to.target for number, to in found.items() if to.kind == "/hyperlink"}


def part_of_kind(archive: ZipFile, part: str, kind: str, budget: Budget) -> str | None:
    """Return the part of some kind ("/styles") that a part leads to; None where there is none; errors as before."""
    members = set(archive.namelist())
    found = (to.target for to in relationships(archive, part, budget).values() if to.kind == kind)
    return next((target for target in found if target in members), None)


def worksheets(archive: ZipFile, budget: Budget) -> Sequence[Sheet]:
    """Return a workbook's worksheets in the order of their tabs.

    Raises:
        UseError: as `markup.walk`; or two sheets are one part, which no program writes.
    """
    leads, members = relationships(archive, WORKBOOK, budget), set(archive.namelist())
    sheets: list[Sheet] = []

    def sheet(attributes: Attributes) -> None:
        to = leads.get(relationship_of(attributes))
        if to is not None and to.kind == "/worksheet" and to.target in members:
            name, state = attributes.get("name", ""), attributes.get("state", "visible")
            sheets.append(Sheet(name, to.target, state == "visible"))

    read_through(archive, WORKBOOK, budget, named(MAIN, {"sheet": sheet}))
    if len({one.part for one in sheets}) < len(sheets) or len({one.name for one in sheets}) < len(sheets):
        raise damaged(budget.file)
    return sheets
