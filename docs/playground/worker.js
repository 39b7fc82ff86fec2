// newslint in Python, beside the page: it gets texts and returns their findings as the data of a report.

import { loadPyodide } from "./pyodide/pyodide.mjs";

const started = performance.now();
let python = null;

async function fetchBytes(name) {
  const answer = await fetch(name);
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${answer.statusText}`);
  return answer.arrayBuffer();
}

async function start() {
  const [pyodide, newslint, code, example] = await Promise.all([
    loadPyodide({ indexURL: new URL("./pyodide/", import.meta.url).href }),
    fetchBytes("newslint.whl"),
    fetchBytes("lint.py"),
    fetchBytes("example.txt"),
  ]);
  // What is loaded needs no network any more, and no text may leave.
  for (const name of ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "WebTransport"]) self[name] = undefined;
  pyodide.unpackArchive(newslint, "wheel", { extractDir: "/newslint" });
  pyodide.FS.writeFile("/newslint/playground_lint.py", new Uint8Array(code));
  pyodide.runPython("import sys; sys.path.insert(0, '/newslint')");
  python = pyodide.pyimport("playground_lint");
  postMessage({ profiles: JSON.parse(python.profiles()), seconds: (performance.now() - started) / 1000 });
  python.lint(new TextDecoder().decode(example), ""); // the first text takes several times as long as the next one
}

const ready = start().catch((error) => postMessage({ failed: String(error.message ?? error) }));

addEventListener("message", async ({ data: { number, text, profile } }) => {
  await ready;
  if (!python) return;
  const before = performance.now();
  try {
    const report = JSON.parse(python.lint(text, profile));
    postMessage({ number, report, seconds: (performance.now() - before) / 1000 });
  } catch (error) {
    postMessage({
      number,
      error: String(error.message ?? error)
        .trim()
        .split("\n")
        .at(-1),
    });
  }
});
