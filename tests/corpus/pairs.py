"""Which kinds may come together: only where the rules' documentation leaves no doubt what is then owed."""

from __future__ import annotations

from .draft import Kind

_LETTERS = ("FN301", "FN302", "FN303", "FN304", "FN305")

# Codes whose meeting in one name leaves room for two readings, or where one hides the other.
_APART: dict[str, tuple[str, ...]] = {
    "FN101": ("FN103", "FN104", "FN105"),
    "FN102": ("FN104", "FN105", "FN205"),
    "FN103": ("FN104", "FN105"),
    "FN104": ("FN105", "FN203", "FN205", "FN301", "FN302", "FN305"),
    "FN105": ("FN204", "FN205", "FN503", *_LETTERS),
    "FN201": ("FN102",),
    "FN204": ("FN205",),
    "FN205": ("FN202", "FN203", "FN206", "FN305", "FN408"),
    "FN401": ("FN402", "FN503"),
    "FN403": ("FN404", "FN405", "FN407", "FN503"),
    "FN404": ("FN405", "FN503"),
    "FN405": ("FN409", "FN503", "FN702"),
    "FN406": ("FN503",),
    "FN407": ("FN408", "FN503"),
    "FN408": ("FN503",),
    "FN409": ("FN503", "FN702"),
    "FN503": ("FN302", "FN305", "FN702"),
}
_TITLES_APART = {
    "FN104 VIQR": ("FN206",),
    "FN104 TCVN3 capitals": ("FN306",),
    "FN104 VNI-Windows capitals": ("FN306",),
    "FN106 between": ("FN409", "FN702"),
    "FN204 all over": ("FN408", "FN404", "FN403", "FN104", "FN503"),
    "FN406 city without its label": ("FN408",),
    "FN301 whole name": ("FN302", "FN303", "FN304"),
    "FN306 one part": ("FN105",),
    "FN408 NĐ, TPNĐ": ("FN105", "FN206"),
    "FN409 words between": ("FN305",),
    "FN409 repeated part": ("FN301", "FN302", "FN305", "FN306", "FN403", "FN404", "FN408"),
}


def may_meet(first: Kind, second: Kind) -> bool:
    """Whether one name may carry both kinds."""
    for one, other in ((first, second), (second, first)):
        if other.code in _APART.get(one.code, ()) or other.code in _TITLES_APART.get(one.title, ()):
            return False
    return first.code != second.code
