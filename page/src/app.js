"use strict";
// The page: what is asked, and how answers are shown. What names mean is Python's business, behind the worker.
const $ = (id) => document.getElementById(id);
const SHOWN = 50; // cards at a time: a page of them, however many names there are
const MOST_IN_REPORT = 2000; // rows of a report that is shown here; larger ones are saved
const OTHER = "other"; // the choice of a day that has no list of its own
const KEPT = "fanpage-names";
const FILES = {
  marked: { single: [".xlsx", "da-danh-dau", "marked"], several: [".zip", "da-danh-dau", "marked"] },
  migrate: { single: [".xlsx", "ten-moi", "new-names"] },
  report: { single: [".html", "tong-hop", "overview"] },
  html: { single: [".html", "bao-cao", "report"] },
  csv: { single: [".csv", "ket-qua", "results"] },
  jsonl: { single: [".jsonl", "ket-qua", "results"] },
};

let lang = "vi";
let worker;
let ready = false;
let days = [];
let statuses = {}; // words for them, in the order in which they are shown
let chosen = []; // the files, each with the name it has in Python's folder
let sent = null; // the files that Python has
let asked = null; // what was asked last
let run = 0;
let found = empty();
let filter = { status: "", code: "" };
let writing = false;
let viewing = false; // what is being written shall be shown here
let first = 0; // the place of the first card shown among those that pass the filter

const say = (vi, en) => (lang === "vi" ? vi : en);
const number = (n) => n.toLocaleString(lang);

function empty() {
  return { rows: [], parts: [], codes: new Map(), rules: {}, counts: {}, sum: null };
}

/* ---- what is inside: unpacked here, run in a worker ---- */

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";

/** Decode base 85 (RFC 1924's digits, as Python's b85encode writes them). */
function decoded(text, size) {
  const value = new Uint8Array(128);
  for (let at = 0; at < 85; at++) value[DIGITS.charCodeAt(at)] = at;
  const bytes = new Uint8Array((text.length / 5) * 4);
  const words = new DataView(bytes.buffer);
  for (let at = 0, to = 0; at < text.length; to += 4) {
    let word = 0;
    for (const end = at + 5; at < end; at++) word = word * 85 + value[text.charCodeAt(at)];
    words.setUint32(to, word);
  }
  return bytes.subarray(0, size);
}

/** Take a part out of the page: its bytes, inflated. */
async function part(element) {
  const bytes = decoded(element.textContent, Number(element.dataset.size));
  element.remove();
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(inflated).arrayBuffer());
}

async function parts() {
  const elements = [...document.querySelectorAll("script[data-path^='py']")];
  const found = [];
  for (const element of elements) found.push({ path: element.dataset.path, bytes: await part(element) });
  return found;
}

/** Start a worker: a module from a data address, or a classic one where the browser has no such thing. */
function hired(source) {
  const encoded = `data:text/javascript;charset=utf-8,${encodeURIComponent(source)}`;
  const classic = () => new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
  const made = [() => new Worker(encoded, { type: "module" }), classic];
  return new Promise((give, refuse) => {
    const next = () => {
      const make = made.shift();
      if (!make) return refuse(new Error("worker"));
      try {
        const candidate = make();
        candidate.onmessage = () => give(candidate);
        candidate.onerror = (event) => {
          event.preventDefault();
          candidate.terminate();
          next();
        };
      } catch {
        next();
      }
    };
    next();
  });
}

async function start() {
  state(say("Đang khởi động …", "Starting …"));
  const source = new TextDecoder().decode(await part(document.querySelector("script[data-path='worker.js']")));
  worker = await hired(source);
  worker.onmessage = ({ data }) => heard(data);
  worker.onerror = (event) => broken(event.message);
  const inside = await parts();
  worker.postMessage({ op: "start", parts: inside }, inside.map(({ bytes }) => bytes.buffer));
}

function heard(message) {
  if (message.ready) began(message.ready);
  else if (message.fatal) broken(message.fatal);
  else if (message.written) saving(say(`Đang ghi … ${number(message.written)} dòng`, `Writing … ${number(message.written)} rows`));
  else if (message.wrote) wrote(message);
  else if (message.run === run && message.answer) answered(message.answer);
  else if (message.run === run && message.done) finished();
}

function broken(reason) {
  state("");
  saving("");
  writing = viewing = false;
  $("answer").removeAttribute("aria-busy");
  fault(
    ready
      ? say(
          `Lỗi ngoài dự kiến (${reason}). Hãy đóng trang, mở lại; nếu vẫn lỗi, xin gửi dòng này cho người phát trang.`,
          `Unexpected error (${reason}). Close the page and open it again; if it stays, send this line to who gave you the page.`,
        )
      : say(
          `Trang không khởi động được (${reason}). Hãy cập nhật trình duyệt, hoặc mở bằng Chrome, Edge hay Firefox bản mới.`,
          `The page cannot start (${reason}). Update the browser, or open it with a new Chrome, Edge or Firefox.`,
        ),
  );
}

/* ---- what is asked ---- */

function began(choices) {
  ready = true;
  ({ days, statuses } = choices);
  state("");
  const kept = remembered();
  $("remember").checked = Boolean(kept);
  fillDays(kept?.day);
  fillUnits(kept?.province);
  if (kept) $("style").value = kept.style;
  document.documentElement.dataset.ready = "";
  if (input()) ask();
}

/** Offer the days; `day` is one of them by its Vietnamese name, or any other day. */
function fillDays(day) {
  const other = new Option(say("ngày khác …", "another day …"), OTHER);
  $("day").replaceChildren(...days.map((each, at) => new Option(each[lang], at)), other);
  const place = days.findIndex((each) => each.vi === day);
  $("day").value = place >= 0 ? place : day ? OTHER : 0;
  if (place < 0 && day) $("date").value = day;
  $("date").hidden = $("day").value !== OTHER;
}

/** The day chosen, as it is kept: see `fillDays`. */
function dayChosen() {
  return $("day").value === OTHER ? $("date").value : days[$("day").value].vi;
}

function fillUnits(province) {
  const on = $("date").value;
  const lists = ($("day").value === OTHER ? days.find((each) => each.from <= on) ?? days.at(-1) : days[$("day").value]).lists;
  const none = new Option(say("– chọn –", "– choose –"), "");
  const options = lists.map(({ name, province }) => new Option(province, name));
  options.sort((one, other) => one.text.localeCompare(other.text, "vi"));
  $("units").replaceChildren(...(lists.length > 1 ? [none] : []), ...options);
  const same = options.find((option) => option.text === province);
  if (same) same.selected = true;
}

function remembered() {
  try {
    return JSON.parse(localStorage.getItem(KEPT));
  } catch {
    return null; // no such store, or nothing of ours in it
  }
}

function remember() {
  if (!ready) return; // there is no list to choose yet
  const choice = { day: dayChosen(), province: $("units").selectedOptions[0]?.text, style: $("style").value };
  try {
    if ($("remember").checked) localStorage.setItem(KEPT, JSON.stringify(choice));
    else localStorage.removeItem(KEPT);
  } catch {
    // a browser that keeps nothing
  }
}

function input() {
  return Boolean($("names").value.trim() || chosen.length);
}

function ask({ look = false } = {}) {
  if (!ready) return state(say("Đang khởi động, sẽ kiểm tra ngay khi xong …", "Starting; the check follows at once …"));
  if ($("day").value === OTHER && !$("date").value) {
    state(say("Hãy ghi ngày ở mục 1.", "Give the day in part 1."));
    return $("date").focus();
  }
  if (!$("units").value) {
    state(say("Hãy chọn tỉnh, thành phố ở mục 1.", "Choose a province in part 1."));
    return $("units").focus();
  }
  if (!input()) {
    state(say("Hãy dán tên hoặc chọn tệp ở mục 2.", "Paste names or choose files in part 2."));
    return $("names").focus();
  }
  const pasted = $("names").value;
  const files = [...(pasted.trim() ? ["-"] : []), ...chosen.map(({ name }) => name)];
  const day = $("day").value === OTHER ? $("date").value : null;
  asked = { units: $("units").value, day, style: $("style").value, lang, files, pasted };
  found = empty();
  filter = { status: "", code: "" };
  first = 0;
  document.body.classList.add("asked");
  $("faults").replaceChildren();
  $("notes").replaceChildren();
  $("empty").hidden = true;
  $("found").hidden = true;
  $("cards").replaceChildren();
  $("answer").setAttribute("aria-busy", "true");
  worker.postMessage({ op: "check", run: ++run, request: asked, files: sent === chosen ? null : chosen });
  sent = chosen;
  state(say("Đang kiểm tra …", "Checking …"));
  if (look) {
    $("answer").scrollIntoView({ block: "start" });
    $("sum").focus({ preventScroll: true });
  }
}

function choose(files) {
  const names = new Set();
  chosen = [...files].map((file) => {
    const [, stem, ending] = /^(.*?)(\.[^.]*)?$/s.exec(file.name);
    let name = file.name;
    for (let again = 2; names.has(name); again++) name = `${stem} (${again})${ending ?? ""}`;
    names.add(name);
    return { name, file };
  });
  $("chosen").replaceChildren(...chosen.map(chosenFile));
}

function chosenFile(one) {
  const remove = made("button", { type: "button", textContent: "×" });
  remove.setAttribute("aria-label", say(`Bỏ ${one.name}`, `Leave out ${one.name}`));
  remove.onclick = () => {
    choose(chosen.filter((other) => other !== one).map(({ file }) => file));
    if (input()) ask();
  };
  return made("li", {}, made("span", { textContent: one.name }), remove);
}

/* ---- what is answered ---- */

function answered(text) {
  const answer = JSON.parse(text);
  if (answer.cards) take(text, answer.cards);
  if (answer.sum) Object.assign(found, { sum: answer.sum, rules: answer.rules });
  for (const line of answer.faults ?? []) fault(line);
  $("notes").append(...(answer.notes ?? []).map((line) => made("li", { textContent: line })));
}

/** Keep a batch of cards outside memory, and of each row only what the filters need. */
function take(text, cards) {
  const before = found.rows.length;
  found.parts.push(new Blob([text]));
  cards.forEach(([, , status, , , , messages], place) => {
    const codes = [...new Set(messages.flatMap(([code]) => code.split(" ")))];
    for (const code of codes) found.codes.set(code, (found.codes.get(code) ?? 0) + 1);
    found.counts[status] = (found.counts[status] ?? 0) + 1;
    found.rows.push([found.parts.length - 1, place, status, codes.join(" ")]);
  });
  sum();
  if (before < SHOWN) show();
}

function finished() {
  $("answer").removeAttribute("aria-busy");
  state("");
  sum();
  show();
}

function sum() {
  const total = found.rows.length;
  const parts = Object.keys(statuses).filter((status) => found.counts[status]);
  const said = parts.map((status) => `${number(found.counts[status])} ${statuses[status][lang]}`).join(", ");
  $("sum").textContent = found.sum?.[0] ?? `${number(total)} ${say("tên", "names")}${said ? ": " : ""}${said} …`;
  $("found").hidden = !total;
  $("statuses").replaceChildren(
    ...["", ...parts].map((status) => {
      const button = made("button", { type: "button" });
      button.dataset.status = status;
      button.setAttribute("aria-pressed", String(filter.status === status));
      button.append(status ? statuses[status][lang] : say("tất cả", "all"), " ");
      button.append(made("b", { textContent: number(status ? found.counts[status] : total) }));
      button.onclick = () => refilter({ status });
      return button;
    }),
  );
  const codes = [...found.codes].sort();
  $("rule").replaceChildren(
    new Option(say("mọi quy tắc", "every rule"), ""),
    ...codes.map(([code, n]) => new Option(`${code} ${found.rules[code] ?? ""} (${number(n)})`, code)),
  );
  $("rule").value = filter.code;
}

function refilter(change) {
  Object.assign(filter, change);
  first = 0;
  for (const button of $("statuses").children) {
    button.setAttribute("aria-pressed", String(button.dataset.status === filter.status));
  }
  show();
}

/** Show the cards of one page of the rows that pass the filter. */
async function show() {
  const { status, code } = filter;
  const shown = found;
  const rows = shown.rows.filter((row) => (!status || row[2] === status) && row[3].includes(code));
  const here = rows.slice(first, first + SHOWN);
  const texts = new Map();
  for (const [at] of here) if (!texts.has(at)) texts.set(at, shown.parts[at].text().then(JSON.parse));
  const cards = await Promise.all(here.map(async ([at, place]) => (await texts.get(at)).cards[place]));
  if (shown !== found || status !== filter.status || code !== filter.code) return;
  $("cards").replaceChildren(...cards.map(card));
  $("pager").hidden = rows.length <= SHOWN;
  $("before").disabled = first === 0;
  $("next").disabled = first + SHOWN >= rows.length;
  const last = Math.min(first + SHOWN, rows.length);
  $("place").textContent = `${number(first + 1)}–${number(last)} / ${number(rows.length)}`;
  $("shown").textContent = `${say("Đang hiện:", "Shown:")} ${number(rows.length)}`;
}

function turn(by) {
  first += by;
  show().then(() => $("answer").scrollIntoView({ block: "start" }));
}

function card([row, where, status, name, right, others, messages]) {
  const pastedOnly = asked.files.length === 1 && asked.files[0] === "-";
  const place = made("div", { className: "at" },
    made("p", {}, made("b", { textContent: row }), where && !pastedOnly ? ` ${where}` : ""),
    made("p", { className: "s", textContent: statuses[status][lang] }),
  );
  const text = made("div", {}, made("p", { className: "n" }, ...name.map(stretch)));
  if (right) {
    text.append(made("p", { className: "r" }, made("span", { textContent: say("tên đúng: ", "right name: ") }), right, copy(right)));
  }
  for (const [word, cell] of others) {
    text.append(made("p", { className: "o" }, made("span", { textContent: `${word}: ` }), ...cell.map(stretch)));
  }
  const item = made("li", {}, place, text, made("ul", {}, ...messages.map(message)));
  item.dataset.s = status;
  return item;
}

function stretch([text, kind, hints]) {
  if (!kind) return text;
  const mark = made("mark", { className: text ? kind : `${kind} gap`, textContent: text, title: hints.join("\n") });
  if (!text) mark.setAttribute("aria-label", say("thiếu", "missing"));
  return mark;
}

function message([code, kind, text]) {
  return made("li", {}, made("b", { className: kind, textContent: code }), ` ${text}`);
}

function copy(text) {
  const button = made("button", { type: "button", className: "copy", textContent: say("Chép", "Copy") });
  button.setAttribute("aria-label", say(`Chép ${text}`, `Copy ${text}`));
  button.onclick = async () => {
    const copied = await clipped(text);
    button.textContent = copied ? say("Đã chép", "Copied") : say("Không chép được", "Cannot copy");
  };
  return button;
}

/** Put a text on the clipboard, in the old way where the browser keeps the new one from pages in folders. */
async function clipped(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = made("textarea", { value: text, readOnly: true });
    document.body.append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    return copied;
  }
}

/* ---- what is saved ---- */

function write(format) {
  if (writing) return;
  writing = true;
  const { single, several } = FILES[format];
  const [ending, ...words] = asked.files.length > 1 && several ? several : single;
  const only = asked.files.length === 1 && asked.files[0] !== "-" ? `${asked.files[0].replace(/\.[^.]*$/, "")}-` : "";
  worker.postMessage({ op: "write", request: asked, format, name: `${only}${say(...words)}${ending}` });
  saving(say("Đang ghi …", "Writing …"));
}

function wrote({ wrote: name, bytes, faults }) {
  const shows = viewing;
  writing = viewing = false;
  saving("");
  for (const line of faults) fault(line);
  if (!bytes) return;
  const file = new Blob([bytes]);
  if (shows) return view(file);
  const link = made("a", { download: name, href: URL.createObjectURL(file) });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  saving(say(`Đã lưu ${name} vào thư mục Tải xuống.`, `${name} is among the downloads.`));
}

async function view(file) {
  $("report").srcdoc = await file.text();
  $("report").hidden = false;
  $("texts").hidden = true;
  $("sheet").showModal();
}

async function licences() {
  const element = document.querySelector("script[data-path='licences.txt']");
  if (element) $("texts").textContent = new TextDecoder().decode(await part(element));
  $("texts").hidden = false;
  $("report").hidden = true;
  $("sheet").showModal();
}

/* ---- small things ---- */

function made(tag, values, ...children) {
  const element = Object.assign(document.createElement(tag), values);
  element.append(...children);
  return element;
}

function state(text) {
  $("state").textContent = text;
}

function saving(text) {
  $("saved").textContent = text;
}

function fault(line) {
  const known = [...$("faults").children].some((item) => item.textContent === line);
  if (!known) $("faults").append(made("li", { textContent: line }));
}

function speak(language) {
  lang = language;
  document.documentElement.lang = lang;
  for (const option of document.querySelectorAll("[data-en]")) option.textContent = option.dataset[lang];
  $("rule").setAttribute("aria-label", say("Lọc theo quy tắc", "Filter by rule"));
  $("date").setAttribute("aria-label", say("Ngày của danh mục", "The list’s day"));
  $("statuses").setAttribute("aria-label", say("Lọc theo kết quả", "Filter by status"));
  if (!asked) $("sum").textContent = say("Kết quả hiện ở đây", "Results come here");
  if (!ready) return;
  const [day, province] = [dayChosen(), $("units").selectedOptions[0]?.text];
  fillDays(day);
  fillUnits(province);
  if (asked) ask();
}

$("ask").addEventListener("submit", (event) => {
  event.preventDefault();
  ask({ look: true });
});
$("names").addEventListener("paste", () => setTimeout(() => ask({ look: true })));
$("names").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) ask({ look: true });
});
$("files").addEventListener("change", () => {
  choose([...chosen.map(({ file }) => file), ...$("files").files]);
  $("files").value = "";
  ask({ look: true });
});
for (const kind of ["dragover", "drop"]) {
  document.addEventListener(kind, (event) => {
    event.preventDefault();
    document.body.classList.toggle("over", kind === "dragover");
    if (kind === "drop" && event.dataTransfer.files.length) {
      choose([...chosen.map(({ file }) => file), ...event.dataTransfer.files]);
      ask({ look: true });
    }
  });
}
document.addEventListener("dragleave", () => document.body.classList.remove("over"));
for (const id of ["day", "date"]) {
  $(id).addEventListener("change", () => {
    $("date").hidden = $("day").value !== OTHER;
    fillUnits($("units").selectedOptions[0]?.text);
    changed();
  });
}
for (const id of ["units", "style"]) $(id).addEventListener("change", changed);
$("remember").addEventListener("change", remember);
$("rule").addEventListener("change", () => refilter({ code: $("rule").value }));
$("before").addEventListener("click", () => turn(-SHOWN));
$("next").addEventListener("click", () => turn(SHOWN));
$("lang").addEventListener("click", () => speak(say("en", "vi")));
for (const button of document.querySelectorAll("[data-write]")) button.addEventListener("click", () => write(button.dataset.write));
$("view").addEventListener("click", () => {
  if (!writing) viewing = found.rows.length <= MOST_IN_REPORT;
  write("html");
});
$("licences").addEventListener("click", licences);
$("close").addEventListener("click", () => $("sheet").close());

function changed() {
  remember();
  if (input()) ask();
}

window.fanpageNames.started = true;
if (!window.fanpageNames.stopped) {
  $("page").hidden = false;
  speak("vi");
  start().catch((reason) => broken(reason.message));
}
