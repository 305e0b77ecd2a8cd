// Opens the page in a real browser and does what a person does. The steps come as JSON on standard input, what each
// gave goes out as JSON: { "results": [...], "errors": [...] }.
import { existsSync, readdirSync, renameSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

const { browser: name, program, page: file, downloads, steps, width = 1280, height = 900, patience: PATIENCE = 60_000 } = JSON.parse(await text());
const puppeteer = createRequire(join(process.cwd(), "page", "package.json"))("puppeteer-core");

const browser = await puppeteer.launch({
  browser: name,
  executablePath: program,
  headless: true,
  timeout: PATIENCE,
  args: name === "chrome" ? ["--no-sandbox", "--disable-dev-shm-usage"] : [],
  downloadBehavior: name === "chrome" ? { policy: "allow", downloadPath: downloads } : undefined,
  extraPrefsFirefox: {
    "browser.download.dir": downloads,
    "browser.download.folderList": 2,
    "browser.download.useDownloadDir": true,
    "browser.helperApps.neverAsk.saveToDisk": "application/octet-stream",
  },
  protocolTimeout: PATIENCE,
});
const page = await browser.newPage();
page.setDefaultTimeout(PATIENCE);
await page.setViewport({ width, height });
const errors = [];
let saved = 0; // how many files
page.on("pageerror", (error) => errors.push(String(error)));
page.on("console", (message) => message.type() === "error" && errors.push(message.text()));

const does = {
  open: async (address = pathToFileURL(file).href) => void (await page.goto(address)),
  ready: async () => void (await page.waitForSelector("html[data-ready]")),
  size: async (wide, high) => void (await page.setViewport({ width: wide, height: high })),
  choose: async (id, option) => {
    const value = await page.$eval(`#${id}`, (select, text) => [...select.options].find((one) => one.text.includes(text))?.value, option);
    await page.select(`#${id}`, value);
  },
  paste: async (names) => {
    await page.$eval("#names", (area, value) => void (area.value = value), names);
    await page.click("#ask button[type=submit]");
    return does.done();
  },
  files: async (...paths) => {
    const input = await page.$("#files");
    await input.uploadFile(...paths);
    return does.done();
  },
  // Nothing is pasted and no file chosen any more.
  clear: async () => {
    await page.$eval("#names", (area) => void (area.value = ""));
    for (let one; (one = await page.$("#chosen button")); ) await one.click();
    await does.done();
  },
  done: async () => {
    await page.waitForFunction(() => !document.querySelector("#answer").hasAttribute("aria-busy"));
    return page.$eval("#sum", (heading) => heading.textContent);
  },
  click: async (selector) => void (await page.click(selector)),
  wait: async (selector) => void (await page.waitForSelector(selector)),
  until: async (script) => void (await page.waitForFunction(script)),
  text: (selector) => page.$$eval(selector, (found) => found.map((one) => one.textContent.trim())),
  run: (script) => page.evaluate(script),
  // A file is there when it has the name that the page gave it: browsers write to others first, and Firefox makes an
  // empty file of a name of its own for a moment.
  save: async (format) => {
    await page.evaluate(() => {
      globalThis.savedAs = null;
      addEventListener("click", ({ target }) => void (globalThis.savedAs ||= target.download ?? null), { capture: true });
    });
    await page.click(`[data-write=${format}]`);
    const name = await (await page.waitForFunction(() => globalThis.savedAs)).jsonValue();
    const file = join(downloads, name);
    for (const end = Date.now() + PATIENCE; Date.now() < end; await new Promise((go) => setTimeout(go, 50))) {
      const halves = readdirSync(downloads).filter((one) => /\.(crdownload|part)$/.test(one));
      if (halves.length === 0 && existsSync(file) && statSync(file).size > 0) return aside(file);
    }
    throw new Error(`${name} was not saved, only ${readdirSync(downloads)}`);
  },
  visible: () => page.$eval("body", (body) => body.innerText.trim()),
  picture: async (path) => void (await page.screenshot({ path })),
};

/** Give a saved file a name of its own, so that the next one can have the same from the page. */
function aside(file) {
  const kept = join(downloads, `${++saved}-${basename(file)}`);
  renameSync(file, kept);
  return kept;
}

const results = [];
try {
  for (const [step, ...values] of steps) results.push((await does[step](...values)) ?? null);
} catch (error) {
  const shown = await page.$$eval("#state, #faults li, .stop", (found) => found.map((one) => one.textContent)).catch(() => []);
  errors.push(String(error.stack), ...shown);
} finally {
  await browser.close();
}
console.log(JSON.stringify({ results, errors }));

async function text() {
  let all = "";
  for await (const chunk of process.stdin) all += chunk;
  return all;
}
