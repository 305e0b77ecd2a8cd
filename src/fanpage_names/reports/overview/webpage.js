"use strict";
const table = document.querySelector("table");
const headings = [...table.tHead.rows[0].cells];
const bodies = [...table.tBodies];
const order = new Intl.Collator(document.documentElement.lang, { numeric: true });

// Ascending first; a second click turns it round.
function sort(heading) {
  const column = headings.indexOf(heading);
  const down = heading.getAttribute("aria-sort") === "ascending";
  const value = (body) => body.rows[0].cells[column].dataset.v;
  const compare = (one, other) => order.compare(value(one), value(other)) * (down ? -1 : 1);
  for (const other of headings) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", down ? "descending" : "ascending");
  for (const body of [...bodies].sort(compare)) table.insertBefore(body, table.tFoot);
}

function open(body, opened) {
  body.classList.toggle("closed", !opened);
  body.querySelector("button").setAttribute("aria-expanded", String(opened));
}

for (const heading of headings) heading.firstChild.addEventListener("click", () => sort(heading));
for (const body of bodies) {
  open(body, false);
  body.querySelector("button").addEventListener("click", () => open(body, body.classList.contains("closed")));
}
