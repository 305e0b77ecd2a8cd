"use strict";
// What is saved or shown: files that Python writes, and the licences.
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
