"""What the parts of a package are, as its copy shall have it.

Source: ECMA-376 part 2, 10.1.2.2 (the part [Content_Types].xml).
"""

from __future__ import annotations

from zipfile import ZipFile

from fanpage_names.tables.elements import elements, part_of
from fanpage_names.tables.limits import Budget
from fanpage_names.workbooks.patching import Patch, Tag

TYPES = "[Content_Types].xml"
_SPACE = "http://schemas.openxmlformats.org/package/2006/content-types "


class ContentTypes:
    """The types of a package's parts.

    Args:
        archive: the package.
        budget: what it may ask for.

    Raises:
        UseError: as `elements`.
        ValueError: there are none.
    """

    def __init__(self, archive: ZipFile, budget: Budget) -> None:
        content = part_of(archive, TYPES, budget.file)
        root = next(elements(content, lambda name, _: name == f"{_SPACE}Types", budget), None)
        if root is None:
            raise ValueError(TYPES)
        self._root, self._patch, self._added = root, Patch(content), b""
        self._parts = {one.get("PartName").lstrip("/"): one for one in root if one.name == f"{_SPACE}Override"}
        self._endings = {one.get("Extension").lower() for one in root if one.name == f"{_SPACE}Default"}

    def of(self, part: str) -> str:
        """Return what a part is said to be; "" where only its ending says so."""
        return self._parts[part].get("ContentType") if part in self._parts else ""

    def set(self, part: str, kind: str) -> None:
        """Say what a part is."""
        if part in self._parts:
            self._patch.set(self._parts[part], {"ContentType": kind})
        else:
            self._add("Override", {"PartName": f"/{part}", "ContentType": kind})

    def set_ending(self, ending: str, kind: str) -> None:
        """Say what all parts of some ending are, where nothing is said of it."""
        if ending not in self._endings:
            self._add("Default", {"Extension": ending, "ContentType": kind})

    def remove(self, part: str) -> None:
        """Say nothing of a part any more."""
        if part in self._parts:
            self._patch.remove(self._parts[part])

    def written(self) -> bytes:
        """Return the part."""
        self._patch.append(self._root, self._added)
        return self._patch.written()

    def _add(self, name: str, attributes: dict[str, str]) -> None:
        tag = Tag(f"{self._patch.tag(self._root).prefix}{name}".encode(), {}, alone=True)
        self._added += tag.with_attributes(attributes).written(alone=True)
