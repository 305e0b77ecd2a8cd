"""A name mended in part: every deviation but those that a setting ignores."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set

from fanpage_names.alignment.alignment import Alignment
from fanpage_names.alignment.spacing import Span
from fanpage_names.result import Diagnostic
from fanpage_names.rules import RULES
from fanpage_names.rules.kinds import WordRule
from fanpage_names.text.compare import EQUAL, merge

_DIFFERENCES: Mapping[str, int] = {
    rule.code: rule.about for rule in RULES if issubclass(rule, WordRule) and rule.separable
}
"""What may be left in a word while the rest of the word is mended, by the rule that would mend it."""


def mend(alignment: Alignment, reported: Iterable[Diagnostic], ignored: Set[str]) -> str | None:
    """Return the text with what is `reported` mended and what the rules in `ignored` would say left as it is.

    None where the two cannot be told apart.
    """
    if alignment.line.decoding:
        return None
    edits = sorted(_edits(alignment, reported, ignored), key=lambda edit: (edit.start, edit.end))
    raw, at, pieces = alignment.line.text, 0, []
    for edit in edits:
        if edit.start < at:
            return None
        pieces += [raw[at : edit.start], edit.expected]
        at = edit.end
    return "".join([*pieces, raw[at:]])


def _edits(alignment: Alignment, reported: Iterable[Diagnostic], ignored: Set[str]) -> Iterator[Span]:
    for diagnostic in reported:
        if diagnostic.code not in _DIFFERENCES:
            yield Span(diagnostic.start, diagnostic.end, diagnostic.expected or "")
    kept = EQUAL
    for code in ignored & _DIFFERENCES.keys():
        kept |= _DIFFERENCES[code]
    for first, word in alignment.words():
        if word.difference & ~kept:
            mended = merge(word.found, word.expected, word.difference & kept)
            yield Span(
                *alignment.line.span(first + word.start, first + word.end), word.expected if mended is None else mended
            )
