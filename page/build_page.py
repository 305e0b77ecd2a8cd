"""Makes the page: one HTML file with Python, the library and the unit lists inside. `python page/build_page.py`.

Needs Node and npm, and once the package registries; versions and hashes are in package-lock.json and wheels.txt.
Two builds of the same sources are equal byte for byte.
"""

from __future__ import annotations

import argparse
import base64
import gzip
import hashlib
import html
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from zipfile import ZipFile

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
SOURCES = HERE / "src"
LIBRARY = ROOT / "src" / "fanpage_names"
RUNTIME = HERE / "node_modules" / "pyodide"
OUT = ROOT / "dist" / "kiem-tra.html"
MAX_BYTES = 12_000_000
"""What an e-mail takes as an attachment, with room to spare."""

PLATFORMS = ("manylinux_2_28_x86_64", "manylinux_2_27_x86_64", "manylinux2014_x86_64")
"""Of wheels for a machine, any machine's will do: only what is Python in them is taken."""

# fmt: off
UNUSED = frozenset((
    "_pyrepl", "antigravity", "bdb", "cProfile", "code", "compileall", "ctypes", "doctest", "filecmp",
    "fileinput", "ftplib", "imaplib", "mailbox", "modulefinder", "multiprocessing", "netrc", "optparse", "pdb",
    "pickletools", "poplib", "profile", "pstats", "pty", "py_compile", "pyclbr", "pydoc", "rlcompleter", "smtplib",
    "socketserver", "tabnanny", "this", "timeit", "trace", "tty", "unittest", "wave", "webbrowser",
    "wsgiref", "xmlrpc", "zipapp",
))
# fmt: on
"""What the standard library has for programmers, servers and other systems."""

SCRIPTS = {"start": ("start",), "app": ("unpack", "asking", "answers", "saving", "app")}
"""The scripts of the page, each with its sources in order."""

POLICY = (
    "default-src 'none'",
    "script-src {hashes} 'wasm-unsafe-eval'",
    "worker-src data: blob:",
    "style-src 'unsafe-inline'",
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
)


def build(out: Path) -> None:
    """Write the page to `out`.

    Raises:
        subprocess.CalledProcessError: npm, pip or Node fails.
        ValueError: the page is larger than it may be.
    """
    if not RUNTIME.is_dir():
        _run("npm", "ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", cwd=HERE)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        _lay_out(work / "wheels", work / "python")
        python = work / "python.zip"
        _run("node", str(HERE / "compile.mjs"), str(work / "python"), str(python))
        parts = {
            "worker.js": worker().encode(),
            "pyodide.asm.wasm": (RUNTIME / "pyodide.asm.wasm").read_bytes(),
            "python_stdlib.zip": python.read_bytes(),
            "licences.txt": licences().encode(),
        }
    content = page(parts).encode()
    if len(content) > MAX_BYTES:
        raise ValueError(f"the page has {len(content):,} bytes, more than {MAX_BYTES:,}")
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(content)


def _lay_out(wheels: Path, python: Path) -> None:
    """Lay out in `python` all that Python shall have: the standard library, this library and others."""
    with ZipFile(RUNTIME / "python_stdlib.zip") as library:
        for name in library.namelist():
            if name.partition("/")[0].partition(".")[0] not in UNUSED:
                library.extract(name, python)
    left_out = shutil.ignore_patterns("__pycache__", "cli", "__main__.py", "py.typed", "*.docx", "*.yaml", "sources")
    shutil.copytree(LIBRARY, python / "fanpage_names", ignore=left_out)
    shutil.copytree(ROOT / "data", python / "fanpage_names" / "data", ignore=left_out)
    platforms = [f"--platform={platform}" for platform in PLATFORMS]
    target = ["--only-binary=:all:", "--python-version=3.14", "--implementation=cp", "--abi=cp314", *platforms]
    # Isolated: also where pip itself builds, in an environment without pip.
    pip = [sys.executable, "-I", "-m", "pip", "download", "-q", "--no-deps", "--require-hashes", *target]
    _run(*pip, "-d", str(wheels), "-r", str(HERE / "wheels.txt"))
    for wheel in sorted(wheels.iterdir()):
        with ZipFile(wheel) as archive:
            for name in archive.namelist():
                if name.endswith(".py") and not name.partition("/")[0].endswith((".dist-info", ".data")):
                    archive.extract(name, python)


def worker() -> str:
    """Return the worker's script: the runtime's two modules as plain functions, then ours."""
    start = (RUNTIME / "pyodide.mjs").read_text(encoding="utf-8")
    start = _replaced(r"export\{(\w+) as loadPyodide,\w+ as version\};\s*//# sourceMappingURL=.*", r"return \1;", start)
    module = (RUNTIME / "pyodide.asm.mjs").read_text(encoding="utf-8")
    module = _replaced(r"export default (\w+);", r"return \1;", module)
    module = _replaced(r"import\.meta\.url", "'https://runtime.invalid/'", module)
    lock = json.loads((RUNTIME / "pyodide-lock.json").read_bytes())
    ours = _source("worker")
    # A module, or a classic worker where there is no other; the runtime takes only what cannot import scripts.
    return (
        '"use strict";\nself.importScripts = () => { throw new Error("not here"); };\n'
        f"const loadPyodide = (() => {{\n{start}\n}})();\n"
        f"const createPyodideModule = (() => {{\n{module}\n}})();\n"
        f"const LOCK = {json.dumps({'info': lock['info'], 'packages': {}})};\n{ours}"
    )


def _replaced(pattern: str, by: str, text: str) -> str:
    new, count = re.subn(pattern, by, text)
    if not count:
        raise ValueError(f"{pattern} is not in this version of the runtime")
    return new


def licences() -> str:
    """Return the licences of everything inside, one after the other."""
    files = sorted((HERE / "licences").glob("*.txt"))
    texts = [(path.stem, path.read_text(encoding="utf-8")) for path in files if path.stem != "_parts"]
    texts.append(("fanpage-names", (ROOT / "LICENSE").read_text(encoding="utf-8")))
    first = (HERE / "licences" / "_parts.txt").read_text(encoding="utf-8")
    return first + "".join(f"\n\n{'=' * 20} {name} {'=' * 20}\n\n{text}" for name, text in texts)


def page(parts: Mapping[str, bytes]) -> str:
    """Return the page with all its parts inside."""
    scripts = {name: "".join(f"\n{_source(file)}" for file in files) for name, files in SCRIPTS.items()}
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in scripts.values()
    )
    version = re.search(r'__version__ = "(.+)"', (LIBRARY / "_version.py").read_text(encoding="utf-8"))
    styles = [LIBRARY / "reports" / "palette.css", SOURCES / "page.css"]
    values = {
        **scripts,
        "policy": html.escape("; ".join(POLICY).format(hashes=hashes), quote=False),
        "style": "\n" + "".join(path.read_text(encoding="utf-8") for path in styles),
        "version": version[1] if version else "",
        "payload": "\n".join(payload_scripts(parts)),
    }
    text = (SOURCES / "index.html").read_text(encoding="utf-8")
    return re.sub(r"\{\{(\w+)\}\}", lambda match: values[match[1]], text)


def _source(name: str) -> str:
    return (SOURCES / f"{name}.js").read_text(encoding="utf-8")


def payload_scripts(parts: Mapping[str, bytes]) -> Iterator[str]:
    """Yield a script element for each part: data, not run. Base 85 takes a sixteenth less than base 64."""
    for path, content in parts.items():
        packed = gzip.compress(content, 9, mtime=0)
        padded = packed + bytes(-len(packed) % 4)
        data = base64.b85encode(padded).decode()
        yield f'<script type="text/plain" data-path="{path}" data-size="{len(packed)}">{data}</script>'


def _run(*command: str, cwd: Path | None = None) -> None:
    program = shutil.which(command[0]) or command[0]
    subprocess.run([program, *command[1:]], check=True, cwd=cwd)


def main(arguments: Sequence[str]) -> None:
    """Build the page to where the line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-o", "--output", type=Path, default=OUT)
    out = parser.parse_args(arguments).output
    build(out)
    print(f"{out}: {out.stat().st_size:,} bytes, sha256 {hashlib.sha256(out.read_bytes()).hexdigest()}")


if __name__ == "__main__":
    main(sys.argv[1:])
