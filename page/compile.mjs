// Compiles Python with the very runtime that will run it: a folder of sources becomes one zip of bytecode.
// node compile.mjs FOLDER OUT.zip
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadPyodide } from "pyodide";

const [folder, out] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const python = await loadPyodide();
python.mountNodeFS("/in", folder);
python.runPython(readFileSync(join(here, "compile.py"), "utf8"));
const zip = python.globals.get("compiled")("/in");
writeFileSync(out, zip.toJs());
