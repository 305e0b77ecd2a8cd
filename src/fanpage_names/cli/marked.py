"""`check -o` that gives lists back: each input with what was found marked in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from fanpage_names.cli.copies import copy_paths, made, names_a_folder, refuse_pipes, tell_losses
from fanpage_names.cli.input import tell_fault, told_unless
from fanpage_names.cli.language import language
from fanpage_names.errors import UseError
from fanpage_names.tables.files import written
from fanpage_names.tables.formats import Options
from fanpage_names.tables.grid import ReadOptions
from fanpage_names.tables.kinds import BOOK_ENDINGS

if TYPE_CHECKING:
    from fanpage_names.check import Checker, Results
    from fanpage_names.reports.summary import Summary

_XLSX, _DOCX = ".xlsx", ".docx"
_ROW_BY_ROW = (*BOOK_ENDINGS, ".csv", ".tsv", ".tab", ".txt")
"""Lists that a person reads row by row: they come back as they are, with marks in them."""


def marked_paths(files: Sequence[str], output: str | None, format_: str | None) -> Mapping[str, Path] | None:
    """Return the copy to write for each input; None where the run writes one list of results.

    A list that a person reads gives a marked workbook with `-o out.xlsx`, a document a marked document with
    `-o out.docx`; several inputs, or a folder of them, give a folder of both with `-o folder`.

    Raises:
        UseError: as `copy_paths` and `input_files`.
    """
    from fanpage_names.tables.reading import STDIN, input_files

    if output is None or STDIN in (output, *files) or format_ not in (None, "xlsx", "docx"):
        return None
    sources = [source for file in files for source in input_files(file)]
    ending = Path(output).suffix.lower()
    if names_a_folder(output) or (len(sources) > 1 and not ending):
        from fanpage_names.workbooks.marking import ending_of

        refuse_pipes(sources)
        made(Path(output))
        endings = [_XLSX if format_ == "xlsx" else ending_of(source) for source in sources]
        return dict(zip(sources, copy_paths(sources, output, folder=True, endings=endings), strict=True))
    kinds: tuple[str, ...] = (_DOCX,) if format_ in (None, "docx") and ending == _DOCX else ()
    if format_ == "xlsx" or (format_ is None and ending == _XLSX):
        kinds = _ROW_BY_ROW
    if kinds and len(sources) == 1 and sources[0].lower().endswith(kinds):
        refuse_pipes(sources)
        return {sources[0]: copy_paths(sources, output, folder=False)[0]}
    return None


def write_marked_copies(
    paths: Mapping[str, Path],
    options: ReadOptions,
    checker: Checker,
    summary: Summary,
    *,
    force: bool,
    notice: str = "",
    results: Results | None = None,
    quiet: bool = False,
) -> bool:
    """Check each file and write its copy; a file that cannot be is named on stderr, and the others go on.

    Returns:
        Whether every copy was written.
    """
    from fanpage_names.submissions import Marking

    passed = told_unless(quiet=quiet)
    writing = Options(language(), notice=notice)
    marking = Marking(checker, options, writing, summary.counting, results=results, passed=passed)
    complete = True
    for source, path in paths.items():
        try:
            with written(path, force=force, binary=True) as stream:
                lost = marking.mark(source, stream, in_place=path.suffix.lower() == _DOCX)
            tell_losses(source, lost)
        except UseError as fault:
            complete = False
            tell_fault(fault)
    return complete
