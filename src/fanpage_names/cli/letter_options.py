"""Letters that commands write: the options, the template, and where the letters go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fanpage_names.cli.copies import made, names_a_folder
from fanpage_names.cli.language import say
from fanpage_names.cli.messages import tell
from fanpage_names.errors import UseError
from fanpage_names.tables.files import written

if TYPE_CHECKING:
    from fanpage_names.reports.letter_template import Letter, Template

TemplateOption = Annotated[
    str | None,
    typer.Option(
        "--template",
        metavar="FILE.docx",
        help=say("Mẫu công văn của cơ quan.", "Your office's own template for the letter."),
    ),
]
ContactsOption = Annotated[
    bool,
    typer.Option(
        "--with-contacts",
        help=say("Kèm họ tên, số điện thoại cán bộ phụ trách.", "With officers' names and telephone numbers."),
    ),
]

_MOST_NAMED = 12
"""Of so many letters it is said to whom they go."""


@dataclass(frozen=True, slots=True)
class LetterOptions:
    """What letters look like, and whether they name officers."""

    template: TemplateOption = None
    with_contacts: ContactsOption = False

    def filler(self, shipped: str) -> Template:
        """Return the template that `--template` names, else the shipped one.

        Raises:
            UseError: it cannot be read, or is none.
        """
        from importlib.resources import files

        from fanpage_names.reports.letter_template import Template

        if self.template is not None:
            return Template(content(self.template), self.template)
        return Template((files("fanpage_names.data") / shipped).read_bytes(), shipped)


def content(path: str) -> bytes:
    """Return the bytes of a file that an option names.

    Raises:
        UseError: it cannot be read.
    """
    try:
        return Path(path).read_bytes()
    except OSError as fault:
        raise UseError(
            "{path}: không đọc được ({reason})",
            "{path}: cannot be read ({reason})",
            path=path,
            reason=fault.strerror,
        ) from fault


def write_letters(found: Sequence[Letter], template: Template, output: str, *, force: bool, quiet: bool) -> None:
    """Write letters into one file, or each into a file of its own in a folder, and say so.

    Raises:
        UseError: the folder or a file cannot be written, or the template has a field that nothing fills.
    """
    out = Path(output)
    into: Mapping[Path, Sequence[Letter]]
    if names_a_folder(output) or out.suffix.lower() != ".docx":
        into = {out / letter.file_name: [letter] for letter in found}
        made(out)
    else:
        into = {out: found} if found else {}
    for path, of_file in into.items():
        with written(path, force=force, binary=True) as stream:
            template.write(of_file, stream)
    if not quiet:
        tell([_told(found, output)])


def _told(found: Sequence[Letter], output: str) -> str:
    if not found:
        return say("không có gì để gửi: không ghi công văn nào", "nothing to write about: no letter written")
    names = ", ".join(letter.unit.name_with_type for letter in found[:_MOST_NAMED])
    if len(found) > _MOST_NAMED:
        names += ", …"
    return say(
        "{output}: {n} công văn ({names})",
        "{output}: letters written: {n} ({names})",
        output=output,
        n=len(found),
        names=names,
    )
