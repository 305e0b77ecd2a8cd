"use strict";
// What is asked: the list, the names, the files.
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
