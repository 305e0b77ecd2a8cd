"""What a part of a package leads to, as its copy shall have it."""

from __future__ import annotations

from collections.abc import Mapping
from zipfile import ZipFile

from fanpage_names.tables.elements import Element, elements, part_of
from fanpage_names.tables.faults import damaged
from fanpage_names.tables.limits import Budget
from fanpage_names.tables.package import PACKAGE, R_ID, RELATIONSHIPS, relationship_of, relationships_of
from fanpage_names.workbooks.patching import Patch, Tag

_NONE = b'<Relationships xmlns="%s"></Relationships>' % PACKAGE.encode()
_STRICT, _OFFICE = (name.removesuffix(" id") for name in reversed(R_ID))


class Leads:
    """The relationships of one part.

    Args:
        archive: the package.
        part: the part.
        budget: what the package may ask for.

    Raises:
        UseError: as `elements`; or they are none.
    """

    def __init__(self, archive: ZipFile, part: str, budget: Budget) -> None:
        self._member = relationships_of(part)
        there = self._member in archive.namelist()
        self._content = part_of(archive, self._member, budget.file) if there else _NONE
        root = next(elements(self._content, lambda name, _: name == RELATIONSHIPS, budget), None)
        if root is None:
            raise damaged(budget.file)
        self._root = root
        self._known = {one.get("Id"): one for one in root}
        self._new: dict[str, bytes] = {}
        self._removed: list[Element] = []

    def lead(self, link: Element, address: str, patch: Patch, more: Mapping[str, str | None] | None = None) -> None:
        """Let a hyperlink of the part lead to another address, by a relationship that no other link shares.

        Args:
            link: the hyperlink.
            address: where it shall lead.
            patch: gets the change of the hyperlink.
            more: other attributes of it to set.
        """
        number = relationship_of(link.attributes)
        changes = dict(more or {})
        if number in self._known:
            new = self._free()
            tag = Patch(self._content).tag(self._known[number])
            self._new[new] = tag.with_attributes({"Id": new, "Target": address}).written(alone=True)
            changes[patch.tag(link).attribute_of(number)] = new
        if changes:
            patch.set(link, changes)

    def add(self, kind: str, target: str) -> str:
        """Let the part lead to another one, and return the relationship's number.

        Args:
            kind: the last step of the relationship's type, "/comments" for example.
            target: the other part's name.
        """
        new = self._free()
        prefix = Patch(self._content).tag(self._root).prefix
        strict = any(one.get("Type").startswith(_STRICT) for one in self._root)
        attributes = {"Id": new, "Type": (_STRICT if strict else _OFFICE) + kind, "Target": f"/{target}"}
        tag = Tag(f"{prefix}Relationship".encode(), {}, alone=True)
        self._new[new] = tag.with_attributes(attributes).written(alone=True)
        return new

    def remove(self, number: str) -> None:
        """Let the part no longer lead where some relationship does."""
        self._removed.append(self._known[number])

    def _free(self) -> str:
        number = len(self._known) + len(self._new)
        while (identity := f"rId{number}") in self._known or identity in self._new:
            number += 1
        return identity

    def parts(self) -> Mapping[str, bytes]:
        """Return the part to be written anew; nothing where nothing leads elsewhere."""
        if not self._new and not self._removed:
            return {}
        added = b"".join(self._new.values())
        patch = Patch(self._content)
        for one in self._removed:
            patch.remove(one)
        patch.append(self._root, added)
        return {self._member: patch.written()}
