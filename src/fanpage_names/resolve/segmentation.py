"""Where words that lost the space between them part: every way to cut letters into names, type words and prefixes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fanpage_names.gazetteer.gazetteer import Gazetteer
from fanpage_names.gazetteer.vocabulary import TYPE_WORDS
from fanpage_names.resolve.lattice import Lattice
from fanpage_names.text.line import Line

_NUMBER = re.compile("[0-9]+")
_SHORTEST = 5
"""Two syllables in small letters have as many letters."""
SHORT = 4
"""Names of so few letters may be there by chance: the words are still looked at as something else."""


def segment(lattice: Lattice, gazetteer: Gazetteer) -> list[int]:
    """Return the cuts of `lattice` and those inside glued words; the same cuts where nothing is glued.

    Only words in which nothing was seen are cut: where names, type words and prefixes fill them to the last letter;
    else, before a capital within a word.
    """
    more: set[int] = set()
    for words in _unseen_runs(lattice):
        if not any(_may_be_glued(lattice.line, *word) for word in pairwise(words)):
            continue
        more |= _tiling_cuts(lattice.line, words, gazetteer) or _capital_cuts(lattice.line, words[0], words[-1])
    return sorted({*lattice.cuts, *more}) if more else list(lattice.cuts)


def unseen_words(lattice: Lattice, shortest: int = SHORT + 1) -> list[int]:
    """Return where the words begin in which neither a prefix was seen nor a name of `shortest` letters or more."""
    seen = [(name.start, name.end) for name in lattice.names if name.end - name.start >= shortest and not name.edits]
    seen += [(prefix.start, prefix.end) for prefix in lattice.prefixes]
    unseen = []
    for cut in lattice.cuts[:-1]:
        for start, end in seen:
            if start <= cut < end:
                break
        else:
            unseen.append(cut)
    return unseen


def _unseen_runs(lattice: Lattice) -> Iterator[list[int]]:
    """Yield the runs of such words: where they begin, and where the last of them ends."""
    unseen = set(unseen_words(lattice))
    run: list[int] = []
    for start, end in pairwise(lattice.cuts):
        if start in unseen:
            run = [*run, end] if run else [start, end]
        elif run:
            yield run
            run = []
    if run:
        yield run


def _tiling_cuts(line: Line, words: Sequence[int], gazetteer: Gazetteer) -> set[int]:
    """Return the cuts within words of all tilings that lead from the beginning of a word to the end of one.

    Type words of a single letter are tiles only before a number ("P14"), and in a user name ("mttq.xhaiminh").
    """
    letters = line.letters
    start, end = words[0], words[-1]
    one_word = not any(map(str.isspace, line.text))
    behind = set(words[:-1])
    before: dict[int, list[int]] = {}
    for at in range(start, end):
        if at in behind:
            for stop in _tiles(letters, at, gazetteer, one_word=one_word):
                if stop <= end:
                    behind.add(stop)
                    before.setdefault(stop, []).append(at)
    ahead = set(words)
    for at in range(end, start, -1):
        if at in ahead:
            ahead.update(before.get(at, ()))
    return (ahead & behind) - set(words)


def _may_be_glued(line: Line, start: int, end: int) -> bool:
    if line.letters[start:end].isdigit():
        return False
    inner = line.clean[start + 1 : end]
    return end - start >= _SHORTEST or any(letter.isupper() or letter.isdigit() for letter in inner)


def _capital_cuts(line: Line, start: int, end: int) -> set[int]:
    return {at for at in range(start + 1, end) if line.clean[at].isupper() and line.clean[at - 1].islower()}


def _tiles(letters: str, at: int, gazetteer: Gazetteer, *, one_word: bool) -> Iterator[int]:
    """Yield where a name, a number, a type word or a prefix that begins at `at` may end."""
    number = _NUMBER.match(letters, at)
    if number:
        yield number.end()
    if letters[at] in TYPE_WORDS and (one_word or _NUMBER.match(letters, at + 1)):
        yield at + 1
    for key in gazetteer.keys_by_bigram.get(letters[at : at + 2], ()):
        if letters.startswith(key, at):
            yield at + len(key)
    if one_word and letters[at:] in gazetteer.initials:
        yield len(letters)
