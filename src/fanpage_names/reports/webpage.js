"use strict";
const items = [...document.querySelectorAll("ol > li")];
const form = document.querySelector("form");
const buttons = [...form.querySelectorAll("button")];
const select = form.querySelector("select");
const search = form.querySelector("input");
const output = form.querySelector("output");
const folds = new Map();
let status = "";

// Marks and capitals do not matter in a search, as on a telephone's keyboard.
function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d");
}

function folded(item) {
  if (!folds.has(item)) folds.set(item, fold(item.textContent));
  return folds.get(item);
}

function apply() {
  const code = select.value;
  const words = fold(search.value).split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const item of items) {
    const { s, c } = item.dataset;
    const fits = (!status || s === status) && c.includes(code) && words.every((word) => folded(item).includes(word));
    item.hidden = !fits;
    shown += fits;
  }
  output.textContent = shown;
  for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.s === status));
}

form.addEventListener("submit", (event) => event.preventDefault());
for (const button of buttons) {
  button.type = "button";
  button.addEventListener("click", () => { status = button.dataset.s; apply(); });
}
select.addEventListener("change", apply);
search.addEventListener("input", apply);
form.hidden = false;
apply();
