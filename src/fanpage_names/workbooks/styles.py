"""The looks of cells: entries added to a workbook's table of styles, every other one as it was.

Source: ECMA-376 part 1, 18.8.10 (cellXfs), 18.8.45 (xf), 18.8.21 (fills), 18.8.23 (fonts).
"""

from __future__ import annotations

from collections.abc import Callable

from fanpage_names.reports.colors import COLORS
from fanpage_names.tables.elements import Element, elements
from fanpage_names.tables.limits import Budget
from fanpage_names.tables.package import MAIN
from fanpage_names.units.model import Severity
from fanpage_names.workbooks.patching import Patch, Tag

EMPTY = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="%s"><fonts count="1"><font/></fonts>'
    b'<fills count="2"><fill><patternFill/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    b'<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1">'
    b'<xf xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    b"</styleSheet>"
) % MAIN[0].encode()
"""For a workbook that has none."""


class Styles:
    """A workbook's styles, to which more are added as they are asked for.

    Args:
        content: the part.
        budget: what the workbook may ask for.

    Raises:
        UseError: as `elements`.
        KeyError: it is no table of styles.
    """

    def __init__(self, content: bytes, budget: Budget) -> None:
        names = {f"{space} {name}": name for space in MAIN for name in ("fonts", "fills", "cellXfs")}
        found = elements(content, lambda name, _: name in names, budget, kept=True)
        self._content, self._patch = content, Patch(content)
        self._tables = {names[one.name]: one for one in found}
        self._added: dict[str, list[bytes]] = {name: [] for name in ("fonts", "fills", "cellXfs")}
        self._there = {name: sum(1 for _ in table) for name, table in self._tables.items()}
        self._prefix = self._patch.tag(self._tables["cellXfs"]).prefix.encode()
        self._styles = list(self._tables["cellXfs"])
        self._known: dict[object, int] = {}
        self._fills = {severity: self._fill(color) for severity, color in COLORS.items()}

    def colored(self, style: int, severity: Severity | None) -> int:
        """Return the style that is like another one but for its fill: that of a severity; for None, of no severity."""
        fill = self._fill_of(style, severity)
        if fill == self._model(style).get("fillId", "0"):
            return style

        def written() -> bytes:
            model = self._model(style)
            patch = Patch(self._content, model.start, self._patch.end(model))
            patch.set(model, {"fillId": fill, "applyFill": "1"})
            return patch.written()

        return self._once((style, severity), written)

    def like(self, style: int, severity: Severity | None = None) -> int:
        """Return the style of wrapped text with the font, borders, fill and place in the cell of another one.

        Its fill is that of a severity, where there is one; no other cell's severity is taken over.
        """

        def written() -> bytes:
            model, x = self._model(style), self._prefix
            found = next((one for one in model if one.name.endswith(" alignment")), None)
            kept = {name: value for name in ("horizontal", "vertical") if found and (value := found.get(name))}
            wrapped = Tag(b"%salignment" % x, {}, alone=True).with_attributes({**kept, "wrapText": "1"})
            end = b' applyAlignment="1">%s</%sxf>' % (wrapped.written(alone=True), x)
            fill = self._fill_of(style, severity)
            return self._style(model.get("fontId", "0"), fill, model.get("borderId", "0"), end)

        return self._once(("like", style, severity), written)

    def plain(self, *, bold: bool, size: int, severity: Severity | None) -> int:
        """Return a style that is like no other: a font, and perhaps a fill."""

        def written() -> bytes:
            x = self._prefix
            weight = b"<%sb/>" % x if bold else b""
            font = b'<%sfont>%s<%ssz val="%d"/><%sname val="Calibri"/></%sfont>' % (x, weight, x, size, x, x)
            fill = 0 if severity is None else self._fills[severity]
            left = b' applyAlignment="1"><%salignment horizontal="left"/></%sxf>' % (x, x)
            return self._style(str(self._add("fonts", font)), str(fill), "0", left)

        return self._once(("plain", bold, size, severity), written)

    def written(self) -> bytes:
        """Return the part with all that was added."""
        for name, added in self._added.items():
            if added:
                table = self._tables[name]
                self._patch.append(table, b"".join(added), {"count": str(self._count(name))})
        return self._patch.written()

    def _fill_of(self, style: int, severity: Severity | None) -> str:
        """Return the fill of a severity; without one that of a style, where it is not that of a severity."""
        if severity is not None:
            return str(self._fills[severity])
        fill = self._model(style).get("fillId", "0")
        return "0" if fill in map(str, self._fills.values()) else fill

    def _model(self, style: int) -> Element:
        return self._styles[style if style < len(self._styles) else 0]

    def _fill(self, color: str) -> int:
        """Return the fill of a colour: that of an earlier copy, or a new one."""
        for number, fill in enumerate(self._tables["fills"]):
            found = [one.get("rgb") for one in fill.walk() if one.name.endswith(" fgColor")]
            if found == [f"FF{color}"]:
                return number
        x = self._prefix
        solid = b'<%spatternFill patternType="solid"><%sfgColor rgb="FF%s"/></%spatternFill>'
        return self._add("fills", b"<%sfill>%s</%sfill>" % (x, solid % (x, x, color.encode(), x), x))

    def _style(self, font: str, fill: str, border: str, end: bytes) -> bytes:
        numbers = (self._prefix, font.encode(), fill.encode(), border.encode(), end)
        applied = b'applyFont="1" applyFill="1" applyBorder="1"'
        return b'<%sxf numFmtId="0" fontId="%s" fillId="%s" borderId="%s" xfId="0" ' % numbers[:4] + applied + end

    def _once(self, key: object, written: Callable[[], bytes]) -> int:
        if key not in self._known:
            self._known[key] = self._add("cellXfs", written())
        return self._known[key]

    def _add(self, name: str, new: bytes) -> int:
        added = self._added[name]
        if new not in added:
            added.append(new)
        return self._there[name] + added.index(new)

    def _count(self, name: str) -> int:
        return self._there[name] + len(self._added[name])
