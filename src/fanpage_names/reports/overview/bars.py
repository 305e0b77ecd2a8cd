"""A share as a bar, with a line where the target lies; SVG."""

from __future__ import annotations

from fanpage_names.coverage.overview import Area, State
from fanpage_names.lang import Lang
from fanpage_names.reports.overview import wording
from fanpage_names.units.model import Level

_HEIGHT = 14
_CLASS: dict[State, str] = {"met": "met", "on course": "course", "late": "late"}


def bar(area: Area, level: Level, lang: Lang) -> str:
    """Return a bar for the area's units of one level; empty where it has none.

    Its coordinates are tenths of a per cent; the style gives its size and colours.
    """
    tally = area.tallies.get(level)
    if tally is None:
        return ""
    verdicts = [verdict for verdict in area.verdicts if verdict.target.level == level]
    kind = _CLASS[verdicts[-1].state] if verdicts else "plain"
    label = "; ".join([wording.share(tally, lang), *(wording.target(verdict.target, lang) for verdict in verdicts)])
    lines = "".join(
        f'<line x1="{x}" x2="{x}" y1="0" y2="{_HEIGHT}"/>'
        for x in (verdict.target.share * 10 for verdict in verdicts)
        if x < 1000  # a line at the very end would only look like a border
    )
    return (
        f'<svg viewBox="0 0 1000 {_HEIGHT}" preserveAspectRatio="none" role="img" aria-label="{label}">'
        f'<rect class="track" width="1000" height="{_HEIGHT}"/>'
        f'<rect class="{kind}" width="{tally.tenths}" height="{_HEIGHT}"/>{lines}</svg>'
    )
