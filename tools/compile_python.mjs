// Replaces the Python sources in zip archives by the bytecode of Pyodide's Python, so that no browser has to compile them:
// `node tools/compile_python.mjs PYODIDE ARCHIVE...`, where PYODIDE is the unpacked npm package.

import { basename, dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, ...archives] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(resolve(folder, "pyodide.mjs")));
const python = await loadPyodide({ indexURL: resolve(folder) });
const compile = python.runPython(`
import os
from importlib import _bootstrap_external
from zipfile import ZIP_DEFLATED, ZipFile

def compile_sources(path):
    """Write the archive again, with each module as bytecode that is valid whatever its source."""
    with ZipFile(path) as archive, ZipFile(path + ".new", "w", ZIP_DEFLATED, compresslevel=9) as compiled:
        for member in archive.infolist():
            name, content = member.filename, archive.read(member)
            if name.endswith(".py"):
                code = compile(content, name, "exec", dont_inherit=True)
                name, content = name + "c", _bootstrap_external._code_to_hash_pyc(code, bytes(8), False)
            if not member.is_dir():
                compiled.writestr(name, content)
    os.replace(path + ".new", path)

compile_sources
`);
archives.forEach((archive, number) => {
  const mounted = `/mnt/${number}`;
  python.FS.mkdirTree(mounted);
  python.FS.mount(python.FS.filesystems.NODEFS, { root: dirname(resolve(archive)) }, mounted);
  compile(`${mounted}/${basename(archive)}`);
});
