"""What a part of a package leads to, as its copy shall have it."""

from __future__ import annotations

from collections.abc import Mapping
from zipfile import ZipFile

from fanpage_names.tables.elements import Element, elements, part_of
from fanpage_names.tables.limits import Budget
from fanpage_names.tables.package import RELATIONSHIPS, relationship_of, relationships_of
from fanpage_names.workbooks.patching import Patch


class Leads:
    """The relationships of one part.

    Args:
        archive: the package.
        part: the part.
        budget: what the package may ask for.

    Raises:
        UseError: as `elements`.
    """

    def __init__(self, archive: ZipFile, part: str, budget: Budget) -> None:
        self._member = relationships_of(part)
        self._content = part_of(archive, self._member, budget.file) if self._member in archive.namelist() else b""
        root = (
            next(elements(self._content, lambda name, _: name == RELATIONSHIPS, budget), None)
            if self._content
            else None
        )
        self._root = root
        self._known = {} if root is None else {one.get("Id"): one for one in root}
        self._new: dict[str, bytes] = {}

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
            written = next(name for name, value in patch.tag(link).attributes.items() if value[1:-1] == number.encode())
            changes[written.decode()] = new
        if changes:
            patch.set(link, changes)

    def _free(self) -> str:
        number = len(self._known) + len(self._new)
        while (identity := f"rId{number}") in self._known or identity in self._new:
            number += 1
        return identity

    def parts(self) -> Mapping[str, bytes]:
        """Return the part to be written anew; nothing where nothing leads elsewhere."""
        if self._root is None or not self._new:
            return {}
        patch = Patch(self._content)
        patch.replace(self._root.close, self._root.close, b"".join(self._new.values()))
        return {self._member: patch.written()}
