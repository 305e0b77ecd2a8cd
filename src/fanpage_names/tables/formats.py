"""Output formats: what one is, how it is chosen, and where the output goes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import IO, Any, Generic, TypeVar

from fanpage_names import terminal
from fanpage_names.errors import UseError
from fanpage_names.lang import Lang
from fanpage_names.tables.files import written

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Options:
    """How to write, whatever the format.

    Attributes:
        lang: the language of headings and words.
        raw: whether cells that a spreadsheet would take for a formula go out without a leading apostrophe.
        bom: whether csv and tsv begin with a byte order mark.
        color: whether a table on the terminal has colours.
        width: columns of the terminal; None where the output is none.
        notice: what stands first and last in outputs for people; "" for nothing.
        afterwards: gives what is known only once all was written, for outputs for people; "" for nothing.
    """

    lang: Lang = "en"
    raw: bool = False
    bom: bool = False
    color: bool = False
    width: int | None = None
    notice: str = ""
    afterwards: Callable[[], str] = str


@dataclass(frozen=True, slots=True)
class Format(Generic[T]):
    """One output format of values of type T.

    Attributes:
        write: writes a value to a text stream, or to a byte stream where `binary`.
        endings: the endings of files of this format, with the dot, lower case.
        binary: whether `write` writes bytes.
        bom_in_files: whether a file begins with a byte order mark, so that Excel shows Vietnamese.
    """

    write: Callable[[T, IO[Any], Options], None]
    endings: tuple[str, ...] = ()
    binary: bool = False
    bom_in_files: bool = False


def late(module: str, function: str) -> Callable[..., Any]:
    """Return a function whose module is imported when it is called: a run needs one format of them all."""

    def call(*args: object, **settings: object) -> Any:  # noqa: ANN401
        return getattr(import_module(module), function)(*args, **settings)

    return call


def format_for(path: Path, formats: Mapping[str, Format[T]]) -> Format[T]:
    """Return the format that the ending of `path` names.

    Raises:
        UseError: no format of `formats` has this ending; the message lists the known ones.
    """
    ending = path.suffix.lower()
    for chosen in formats.values():
        if ending in chosen.endings:
            return chosen
    known = ", ".join(known for chosen in formats.values() for known in chosen.endings)
    raise UseError(
        "{path}: không biết định dạng theo đuôi tệp; dùng một trong: {known} (hoặc --format)",
        "{path}: the ending names no known format; use one of: {known} (or --format)",
        path=path,
        known=known,
    )


def format_named(name: str, formats: Mapping[str, Format[T]]) -> Format[T]:
    """Return the format called `name`.

    Raises:
        UseError: there is none; the message lists the known ones.
    """
    if name in formats:
        return formats[name]
    known = ", ".join(formats)
    raise UseError(
        "--format {name}: không có định dạng này; dùng một trong: {known}",
        "--format {name}: no such format; use one of: {known}",
        name=name,
        known=known,
    )


def put(
    value: T,
    formats: Mapping[str, Format[T]],
    options: Options,
    *,
    name: str | None = None,
    path: Path | None = None,
    force: bool = False,
) -> None:
    """Write `value` to a file or to standard output.

    The format is the one asked for, else the one of the file's ending, else a table on a terminal, csv in a
    pipe.

    Args:
        value: what to write; an iterable in it is not read before the output is open.
        formats: the formats to choose from, by name.
        options: how to write; the width of the terminal is filled in here.
        name: the format asked for; None where none was.
        path: the file to write; None for standard output.
        force: whether an existing file may be replaced.

    Raises:
        UseError: no such format, or the file cannot be written.
    """
    if path is None:
        _put_out(value, formats, options, name)
        return
    chosen = format_named(name, formats) if name else format_for(path, formats)
    options = replace(options, bom=options.bom or chosen.bom_in_files, color=False, width=None)
    with written(path, force=force, binary=chosen.binary) as stream:
        chosen.write(value, stream, options)


def _put_out(value: T, formats: Mapping[str, Format[T]], options: Options, name: str | None) -> None:
    """Write `value` to standard output; the arguments are those of `put`."""
    on_terminal = terminal.is_terminal()
    chosen = format_named(name or ("table" if on_terminal else "csv"), formats)
    if chosen.binary and on_terminal:
        raise UseError(
            "--format {name}: không in được ra màn hình; thêm -o TỆP",
            "--format {name}: cannot be shown on a terminal; add -o FILE",
            name=name,
        )
    text = terminal.utf8_stdout()
    width = terminal.width() if on_terminal else None
    chosen.write(value, text.buffer if chosen.binary else text, replace(options, width=width))
    text.flush()
