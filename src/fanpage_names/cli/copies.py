"""Commands that write a copy of each input: where each goes, and what is said about it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from fanpage_names.cli.language import language
from fanpage_names.cli.messages import tell
from fanpage_names.errors import UseError
from fanpage_names.lang import Text


def names_a_folder(output: str) -> bool:
    """Whether what `-o` says is a folder: there is one, or it ends in a slash."""
    return output.endswith(("/", os.sep)) or Path(output).is_dir()


def made(folder: Path) -> None:
    """Make a folder where there is none.

    Raises:
        UseError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UseError(
            "{folder}: không tạo được thư mục này ({reason})",
            "{folder}: this folder cannot be made ({reason})",
            folder=folder,
            reason=error.strerror,
        ) from error


def copy_paths(
    sources: Sequence[str], output: str, *, folder: bool, endings: Sequence[str] | None = None
) -> Sequence[Path]:
    """Return the file to write for each source.

    Args:
        sources: the inputs' paths.
        output: what `-o` says.
        folder: whether that is a folder, which holds a file of each source's name.
        endings: what the files in the folder end in, each; None for the ending of each source.

    Raises:
        UseError: a copy would take the place of an input or of another copy.
    """
    out = Path(output)
    names = [Path(source) for source in sources] if folder else []
    ends = endings or [name.suffix for name in names]
    paths = [out / (name.stem + ending) for name, ending in zip(names, ends, strict=False)] or [out]
    for number, path in enumerate(paths):
        if path in paths[:number]:
            raise UseError(
                "{path}: hai tệp trùng tên; hãy làm riêng từng tệp",
                "{path}: two files have this name; take them one by one",
                path=path,
            )
        keep_inputs(path, sources)
    return paths


def refuse_pipes(sources: Iterable[str]) -> None:
    """Refuse inputs that come through a pipe where each has to be read twice.

    Raises:
        UseError: there is one.
    """
    for source in map(Path, sources):
        if source.is_fifo() or source.is_char_device():
            raise UseError(
                "{source}: phải là một tệp trên máy; hãy lưu thành tệp rồi làm lại",
                "{source}: this has to be a file on the disk; save it as one first",
                source=source,
            )


def keep_inputs(path: Path, sources: Iterable[str]) -> None:
    """Refuse to write over an input, however it is named, even with `--force`: a list must not be lost.

    Args:
        path: the file to write.
        sources: the inputs: files, or folders of files.

    Raises:
        UseError: it is one of them.
    """
    if not path.is_file():
        return
    named = (Path(source) for source in sources)
    files = (file for source in named for file in (source.iterdir() if source.is_dir() else [source]))
    if any(file.exists() and path.samefile(file) for file in files):
        raise UseError(
            "{path}: đây là tệp gốc; hãy ghi vào tệp khác",
            "{path}: this is an input file; write to another one",
            path=path,
        )


def tell_losses(file: str, lost: Sequence[Text]) -> None:
    """Say on stderr what a file's copy does not keep."""
    from fanpage_names.workbooks.losses import lost_text

    if lost:
        tell([lost_text(file, lost).in_lang(language())])
