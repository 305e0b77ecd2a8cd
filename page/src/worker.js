// Behind the page: Python, and the library in it. The runtime's two scripts stand before this one, as `loadPyodide` and
// `createPyodideModule`, with their `LOCK`; what they would fetch is handed to them here, so that nothing asks for a
// network.
const RUNTIME = "https://runtime.invalid/";
let python;
let desk;
let latest = 0;
let work = Promise.resolve();

onmessage = ({ data }) => {
  if (data.run) latest = data.run;
  work = work.then(() => operations[data.op](data)).catch((fault) => postMessage({ fatal: lastLine(fault) }));
};
onunhandledrejection = ({ reason }) => postMessage({ fatal: lastLine(reason) });
postMessage({ here: true });

const operations = {
  async start({ parts }) {
    const served = new Map(parts.map(({ path, bytes }) => [path, bytes]));
    self.fetch = async (url) => {
      const name = String(url).replace(RUNTIME, "");
      const bytes = served.get(name);
      if (!bytes) throw new Error(`not inside the page: ${name}`);
      served.delete(name);
      return new Response(bytes, { headers: { "Content-Type": name.endsWith(".wasm") ? "application/wasm" : "" } });
    };
    python = await loadPyodide({
      createPyodideModule,
      indexURL: RUNTIME,
      lockFileContents: LOCK,
      stdout: () => {},
      stderr: () => {},
      async fsInit(files) {
        files.mkdirTree("/desk");
        files.chdir("/desk");
      },
    });
    const library = python.pyimport("fanpage_names.browser.desk");
    desk = library.Desk((number) => postMessage({ written: number }));
    postMessage({ ready: JSON.parse(desk.choices()) });
  },

  async check({ run, request, files }) {
    if (run !== latest) return;
    if (files) await lay(files);
    const answers = desk.check(JSON.stringify(request));
    for (let step = answers.next(); !step.done; step = answers.next()) {
      postMessage({ run, answer: step.value });
      await new Promise((go) => setTimeout(go)); // a newer run may have come meanwhile
      if (run !== latest) break;
    }
    answers.destroy();
    if (run === latest) postMessage({ run, done: true });
  },

  async write({ request, format, name }) {
    const said = JSON.parse(desk.write(JSON.stringify(request), format, "/written"));
    let bytes = null;
    if (python.FS.analyzePath("/written").exists) {
      bytes = python.FS.readFile("/written");
      python.FS.unlink("/written");
    }
    postMessage({ wrote: name, bytes, ...said }, bytes ? [bytes.buffer] : []);
  },
};

/** Put the chosen files into the working folder, in place of those before. */
async function lay(files) {
  for (const name of python.FS.readdir("/desk")) if (name !== "." && name !== "..") python.FS.unlink(`/desk/${name}`);
  for (const { name, file } of files) {
    python.FS.writeFile(`/desk/${name}`, new Uint8Array(await file.arrayBuffer()), { canOwn: true });
  }
}

function lastLine(fault) {
  return String(fault?.message ?? fault).trim().split("\n").at(-1).slice(0, 300);
}
