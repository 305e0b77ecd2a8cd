"""Nothing leaves the machine: a server that listens hears nothing of the page, and does hear one without the policy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.page.driving import READY, Browser

pytestmark = pytest.mark.slow

ATTEMPTS = """(async (server) => {
  const element = (tag, values) => document.body.append(Object.assign(document.createElement(tag), values));
  element("img", { src: `${server}/image` });
  element("iframe", { src: `${server}/frame` });
  element("script", { src: `${server}/script` });
  element("link", { rel: "stylesheet", href: `${server}/style` });
  element("link", { rel: "prefetch", href: `${server}/prefetch` });
  element("video", { src: `${server}/video` });
  element("object", { data: `${server}/object` });
  element("style", { textContent: `body { background: url(${server}/background) }` });
  const form = Object.assign(document.createElement("form"), { action: `${server}/form`, target: "_blank" });
  document.body.append(form);
  try { form.submit(); } catch {}
  try { navigator.sendBeacon(`${server}/beacon`, "x"); } catch {}
  try { new WebSocket(server.replace("http", "ws") + "/socket"); } catch {}
  try { new EventSource(`${server}/events`); } catch {}
  try { await fetch(`${server}/fetch`); } catch {}
  const worker = `fetch("${server}/worker").catch(() => 0).then(() => postMessage(0))`;
  await new Promise((go) => {
    try {
      const hired = new Worker(URL.createObjectURL(new Blob([worker])));
      hired.onmessage = hired.onerror = go;
    } catch { go(); }
  });
  await new Promise((go) => setTimeout(go, 1000));
})"""


@contextmanager
def listening() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine: its address, and the paths that were asked for."""
    heard: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.append(self.path)
            self.send_response(204)
            self.end_headers()

        def do_POST(self) -> None:
            self.do_GET()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", heard
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_no_request_leaves_the_page(browser: Browser) -> None:
    with listening() as (address, heard):
        markup = f'<img src="{address}/name"> Mặt trận Hải Hậu Nam Định'
        steps = (
            *READY,
            ["paste", markup],
            ["click", "#view"],
            ["wait", "#report:not([hidden])"],
            ["run", f"{ATTEMPTS}('{address}')"],
        )
        assert len(browser.look(*steps)["results"]) == len(steps)
        assert heard == []


def test_without_its_policy_requests_would_leave(browser: Browser, tmp_path: Path) -> None:
    open_page = tmp_path / "open.html"
    text = browser.page.read_text(encoding="utf-8")
    open_page.write_text(re.sub(r"<meta http-equiv=.*?>", "", text, count=1), encoding="utf-8")
    with listening() as (address, heard):
        browser.look(*READY, ["run", f"{ATTEMPTS}('{address}')"], page=open_page)
        assert {"/image", "/frame", "/script", "/style", "/fetch", "/worker", "/beacon"} <= set(heard)
