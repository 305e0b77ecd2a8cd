"use strict";
// The page: what it knows, how it begins, what its buttons do. What names mean is Python's business, behind the worker.
// The build puts unpack.js, asking.js, answers.js and saving.js before this file, into one script.
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

/* ---- the beginning, and what the worker says ---- */

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
  $("pager").setAttribute("aria-label", say("Các trang kết quả", "Pages of results"));
  $("sheet").setAttribute("aria-label", say("Nội dung để xem", "What is shown"));
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
