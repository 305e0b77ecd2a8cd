"""`fanpage-names page`: the checker as one web page, for those who can install nothing."""

from __future__ import annotations

from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from fanpage_names.cli.framework import command, example, new_app
from fanpage_names.cli.language import say
from fanpage_names.cli.options import TerminalOptions
from fanpage_names.cli.output import ForceOption
from fanpage_names.errors import UseError
from fanpage_names.tables.files import written

_PACKAGE = "fanpage_names_page"
"""A package of its own: the page is three times as large as all the rest."""

_ENDINGS = (".html", ".htm")

app = new_app()


@command(
    app,
    "page",
    help=say(
        "Ghi trang kiểm tra: một tệp HTML mở bằng trình duyệt, không cần cài đặt, không cần mạng.",
        "Write the checker as one HTML file: it opens in a browser, with nothing to install and no network.",
    ),
    epilog=example("fanpage-names page -o kiem-tra.html"),
)
def page(
    *,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE.html",
            help=say("Tệp HTML được ghi.", "The HTML file to write."),
        ),
    ] = None,
    force: ForceOption = False,
    terminal: TerminalOptions,
) -> int:
    """Copy the page out of its package."""
    if output is None or Path(output).suffix.lower() not in _ENDINGS:
        raise UseError("page: hãy ghi -o TỆP.html", "page: give -o FILE.html")
    content = _content()
    with written(Path(output), force=force, binary=True) as stream:
        stream.write(content)
    return 0


def _content() -> bytes:
    try:
        return (files(import_module(_PACKAGE)) / "page.html").read_bytes()
    except (ImportError, FileNotFoundError) as error:
        raise UseError(
            "page: máy này chưa có phần trang web; tải kiem-tra.html ở mục Releases của dự án, "
            "hoặc (máy có Node) cài từ thư mục mã nguồn: python -m pip install ./page",
            "page: the page is not installed here; take kiem-tra.html from the project's releases, "
            "or (with Node) install it from the source folder: python -m pip install ./page",
        ) from error
