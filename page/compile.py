"""Runs inside the page's own runtime: Python sources become bytecode, and everything goes into one zip."""

import marshal
from importlib.util import MAGIC_NUMBER
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

_UNCHECKED_HASH = (1).to_bytes(4, "little")
"""The bytecode stands by itself: it is never held against a source. Source: PEP 552."""

_WHOLE = ("fanpage_names/", "_pyodide/", "pyodide/")
"""Whose docstrings and assertions stay: the runtime shows its own as documentation of what it is made of."""


def compiled(folder: str) -> bytes:
    """Return a zip of all files in a folder, those of Python compiled; equal folders give equal bytes.

    The zip is not deflated: the page is, as a whole, which takes less.
    """
    root, stream = Path(folder), BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as archive:
        for path in sorted(file for file in root.rglob("*") if file.is_file()):
            name = path.relative_to(root).as_posix()
            content = path.read_bytes()
            if path.suffix == ".py":
                code = compile(content, name, "exec", dont_inherit=True, optimize=0 if name.startswith(_WHOLE) else 2)
                name += "c"
                content = MAGIC_NUMBER + _UNCHECKED_HASH + bytes(8) + marshal.dumps(code)
            archive.writestr(ZipInfo(name), content)
    return stream.getvalue()
