"""The parts of packages (xlsx, docx, ods): their XML, and what they lead to.

lxml keeps prefixes as they were written, which other programs rely on in parts that are written again.

Source: ECMA-376 part 2, 9.3 (relationships).
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from copy import deepcopy
from typing import TYPE_CHECKING, NamedTuple
from zipfile import ZipFile

from fanpage_names.tables.faults import damaged

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]

WORKBOOK = "xl/workbook.xml"
_WORKSHEET = "/worksheet"
_HYPERLINK = "/hyperlink"


class Relationship(NamedTuple):
    """What a part leads to.

    Attributes:
        kind: the last step of the relationship's type, "/hyperlink" for example.
        target: a part's name, or an address outside, which nobody follows.
    """

    kind: str
    target: str


def parsed(content: bytes, file: str) -> _Element:
    """Return the root element of a part; entities, outside or of its own, are refused unread.

    Raises:
        UseError: it is no XML, or has a document type.
    """
    from lxml.etree import XMLParser, XMLSyntaxError, fromstring

    parser = XMLParser(resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = fromstring(content, parser)
    except (XMLSyntaxError, ValueError) as error:
        raise damaged(file) from error
    if root.getroottree().docinfo.doctype:
        raise damaged(file)
    return root


def serialised(root: _Element) -> bytes:
    """Return the bytes of a part."""
    from lxml.etree import tostring

    content: bytes = tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
    return content


def relationships_of(part: str) -> str:
    """Return the part that holds the relationships of another."""
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"


def relationships(archive: ZipFile, part: str, file: str) -> Mapping[str, Relationship]:
    """Return what a part leads to, by the relationship's number; nothing where it leads nowhere.

    Raises:
        UseError: as `parsed`.
    """
    member = relationships_of(part)
    if member not in archive.namelist():
        return {}
    found = {}
    for element in parsed(archive.read(member), file):
        kind, target = element.get("Type") or "", element.get("Target") or ""
        if element.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
        found[element.get("Id") or ""] = Relationship(kind[kind.rfind("/") :], target)
    return found


def links(archive: ZipFile, part: str, file: str) -> Mapping[str, str]:
    """Return the addresses that a part leads to, by the relationship's number; errors as `parsed`."""
    found = relationships(archive, part, file)
    return {number: to.target for number, to in found.items() if to.kind == _HYPERLINK}


def worksheets(archive: ZipFile, file: str) -> Mapping[str, str]:
    """Return the parts of a workbook's worksheets by their names; errors as `parsed`."""
    leads = relationships(archive, WORKBOOK, file)
    parts, members = {}, set(archive.namelist())
    for element in parsed(archive.read(WORKBOOK), file).iterfind(".//{*}sheets/{*}sheet"):
        numbers = (leads[value] for name, value in element.items() if name.endswith("}id") and value in leads)
        for to in numbers:
            if to.kind == _WORKSHEET and to.target in members:
                parts[element.get("name") or ""] = to.target
    return parts


class Leads:
    """What a part leads to, as its copy shall have it.

    Args:
        archive: the package.
        part: the part.
        file: for messages.

    Raises:
        UseError: as `parsed`.
    """

    def __init__(self, archive: ZipFile, part: str, file: str) -> None:
        self._member = relationships_of(part)
        self._root = parsed(archive.read(self._member), file) if self._member in archive.namelist() else None
        self._known = {} if self._root is None else {one.get("Id"): one for one in self._root}

    def lead(self, link: _Element, address: str) -> None:
        """Let a hyperlink of the part lead to another address, by a relationship that no other link shares."""
        for name, value in link.items():
            if name.endswith("}id") and value in self._known and self._root is not None:
                new = deepcopy(self._known[value])
                number = len(self._known)
                while (identity := f"rId{number}") in self._known:
                    number += 1
                new.set("Id", identity)
                new.set("Target", address)
                self._root.append(new)
                self._known[identity] = new
                link.set(name, identity)

    def parts(self) -> Mapping[str, bytes]:
        """Return the part to be written anew; nothing for a part that leads nowhere."""
        return {} if self._root is None else {self._member: serialised(self._root)}
