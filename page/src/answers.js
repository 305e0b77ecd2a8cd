"use strict";
// What is answered: counts, filters and cards, a page of them at a time.
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
