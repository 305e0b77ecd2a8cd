// Drives an older Chromium over its raw protocol, since today's launchers do not speak to it. JSON in, JSON out.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(join(process.cwd(), "page", "package.json"));
const chromium = require("@sparticuz/chromium");
const { WebSocket } = require("ws");
let input = "";
for await (const chunk of process.stdin) input += chunk;
const { page: file, steps } = JSON.parse(input);

const profile = mkdtempSync(join(tmpdir(), "old-chromium-"));
const browser = spawn(await chromium.executablePath(), [
  "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
  "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank",
]);
let said = "";
const address = await new Promise((give, refuse) => {
  browser.stderr.on("data", (chunk) => {
    said += chunk;
    const found = /ws:\/\/\S+/.exec(said);
    if (found) give(found[0]);
  });
  browser.on("exit", () => refuse(new Error(said)));
});
const socket = new WebSocket(address);
await once(socket, "open");
let last = 0;
const waiting = new Map();
socket.on("message", (text) => {
  const { id, result, error } = JSON.parse(text);
  waiting.get(id)?.(error ? { error } : result);
});
const call = (method, params = {}, sessionId) =>
  new Promise((give) => {
    waiting.set(++last, give);
    socket.send(JSON.stringify({ id: last, method, params, sessionId }));
  });

const { targetInfos } = await call("Target.getTargets");
const { targetId } = targetInfos.find(({ type }) => type === "page");
const { sessionId } = await call("Target.attachToTarget", { targetId, flatten: true });
const run = async (expression) => {
  const { result } = await call("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true }, sessionId);
  return result?.value ?? null;
};
await call("Page.navigate", { url: pathToFileURL(file).href }, sessionId);

const results = [];
for (const [step, script] of steps) {
  if (step === "run") results.push(await run(script));
  for (const end = Date.now() + 300_000; step === "until" && !(await run(script)); ) {
    if (Date.now() > end) throw new Error(`never came: ${script}; ${await run("document.body.innerText")}`);
    await new Promise((go) => setTimeout(go, 200));
  }
}
const { product } = await call("Browser.getVersion");
console.log(JSON.stringify({ product, results }));
browser.removeAllListeners("exit");
browser.kill();
process.exit(0);
