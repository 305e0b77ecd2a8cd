"use strict";
// What is inside the page: its parts, taken out of the text, and the worker that runs one of them.
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
