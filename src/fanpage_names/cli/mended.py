"""`fix` on one file after the other: each gets a mended copy, or what would change in it is printed."""

from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from fanpage_names.check import Checker, check_rows
from fanpage_names.cli.copies import tell_losses
from fanpage_names.cli.input import tell_fault, told_unless
from fanpage_names.cli.progress import Progress
from fanpage_names.context import Context
from fanpage_names.errors import UseError
from fanpage_names.fixing import Mending
from fanpage_names.rows import Row
from fanpage_names.seen_rows import SeenRows
from fanpage_names.submissions import recogniser
from fanpage_names.tables.files import written
from fanpage_names.tables.grid import ReadOptions
from fanpage_names.tables.kinds import BOOK_ENDINGS
from fanpage_names.tables.log import ReadingLog
from fanpage_names.tables.mending import Copied, Held, MendedUnlessHeld, nothing_held
from fanpage_names.tables.writing import printable
from fanpage_names.terminal import is_terminal, utf8_stdout
from fanpage_names.workbooks.mending import is_package


class MendedCopies:
    """Writes mended copies.

    Args:
        checker: checks the names.
        options: how the files are read.
        unsafe: whether fixes that a person should look at are applied too.
        force: whether a file that exists is replaced.
        quiet: whether nothing is said of rows without a name, and of how far the work is.

    Attributes:
        total: what was mended in all files together.
    """

    def __init__(self, checker: Checker, options: ReadOptions, *, unsafe: bool, force: bool, quiet: bool) -> None:
        self.total = Mending(unsafe)
        self._checker, self._options = checker, options
        self._unsafe, self._force = unsafe, force
        self._seen = SeenRows(Context(checker.units, checker.units_meant))
        self._progress, self._passed = Progress(quiet=quiet), told_unless(quiet=quiet)

    def write(self, source: str, target: Path | None) -> bool:
        """Write the copy of one file, or print what would change where it has none; what is wrong is told on stderr.

        Returns:
            Whether it could be done.
        """
        mending, log = Mending(self._unsafe), ReadingLog()
        one_copy = self._of_package if is_package(source) else self._of_text
        try:
            one_copy(source, target, self._mended_by(mending), log)
        except UseError as fault:
            tell_fault(fault)
            return False
        self.total.add(mending)
        self._passed(source, log)
        return True

    def _mended_by(self, mending: Mending) -> MendedUnlessHeld:
        def mended(rows: Iterable[Row], held: Held = nothing_held) -> Iterator[tuple[Row, Row]]:
            return mending.rows(check_rows(self._checker, self._progress.reading(rows), self._seen), held)

        return mended

    def _of_text(self, source: str, target: Path | None, mended: MendedUnlessHeld, log: ReadingLog) -> None:
        from fanpage_names.tables.rewriting import rewritten

        pieces = rewritten(source, self._options, recogniser(self._checker), mended, log)
        if target is None:
            _print_changes(source, pieces)
            return
        if target.suffix.lower() in BOOK_ENDINGS and not source.lower().endswith(BOOK_ENDINGS):
            raise _other_kind(source, target, Path(source).suffix or ".txt")
        with written(target, force=self._force) as stream:
            if target.suffix.lower() == ".csv" or _has_mark(source):  # so that Excel shows Vietnamese
                stream.write("\ufeff")
            stream.writelines(piece.new for piece in pieces)

    def _of_package(self, source: str, target: Path | None, mended: MendedUnlessHeld, log: ReadingLog) -> None:
        from fanpage_names.workbooks.mending import as_pieces, changes, ending_of, write_mended

        changed = list(changes(source, self._options, recogniser(self._checker), mended, log))
        if target is None:
            _print_changes(source, as_pieces(changed))
            return
        if target.suffix.lower() != (ending := ending_of(source)):
            raise _other_kind(source, target, ending)
        with written(target, force=self._force, binary=True) as stream:
            lost = write_mended(source, changed, stream)
        tell_losses(source, lost)


def _has_mark(source: str) -> bool:
    with suppress(OSError), Path(source).open("rb") as stream:  # reading the names says what is wrong
        return stream.read(3).startswith((BOM_UTF8, BOM_UTF16_LE, BOM_UTF16_BE))
    return False


def _other_kind(source: str, target: Path, ending: str) -> UseError:
    return UseError(
        "{target}: bản sao phải cùng kiểu tệp với {source}; hãy ghi tên có đuôi {ending}",
        "{target}: the copy must be a file of the same kind as {source}; end its name in {ending}",
        target=target,
        source=source,
        ending=ending,
    )


def _print_changes(source: str, pieces: Iterable[Copied]) -> None:
    """Print the changed records as a unified diff without context; on a terminal no text moves the cursor."""
    stream = utf8_stdout()
    shown = printable if is_terminal() else str
    head = f"--- {shown(source)}\n+++ {shown(source)}\n"
    for line, old, new in pieces:
        if old != new:
            removed, added = (text.rstrip("\r\n").split("\n") for text in (old, new))
            stream.write(f"{head}@@ -{line},{len(removed)} +{line},{len(added)} @@\n")
            stream.writelines(f"-{shown(text)}\n" for text in removed)
            stream.writelines(f"+{shown(text)}\n" for text in added)
            head = ""
