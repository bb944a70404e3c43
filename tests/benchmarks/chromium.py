"""Headless Chromium, offline, for benchmarks: what a browser shows of a page."""

import base64
import itertools
import json
import os
import subprocess
import tempfile
from typing import Any

_PAGE = "http://page.invalid/"
_FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-extensions",
          "--disable-background-networking", "--no-first-run", "--window-size=1280,1024",
          "--remote-debugging-pipe")  # fmt: skip
# Scripts are forbidden, not switched off: as for a reader whose browser ran them, what stands in
# noscript elements is not shown.
_NO_SCRIPTS = {"name": "Content-Security-Policy", "value": "script-src 'none'"}

# What is not laid out at all has its source for an innerText.
_INNER_TEXT = (
    "document.body && getComputedStyle(document.documentElement).display != 'none' && "
    "getComputedStyle(document.body).display != 'none' ? document.body.innerText : ''"
)

# Text that is laid out, neither transparent nor clipped to nothing, in reach of the window; with
# what shadow trees, fields and frames show, and what styles write.
_PAINTED = r"""
(() => {
  const parts = [];
  const inReach = (box) => box.width > 1 && box.height > 1 && box.right > 0 && box.bottom > 0 &&
    box.left < 30000;
  const isShown = (element) => element.checkVisibility({opacityProperty: true,
    visibilityProperty: true, contentVisibilityAuto: true});
  const isCut = (element) => {
    for (let up = element; up; up = up.parentElement || (up.getRootNode().host || null)) {
      const style = getComputedStyle(up), box = up.getBoundingClientRect();
      if (style.overflowX !== 'visible' && (box.width <= 1 || box.height <= 1)) return true;
      const isPlaced = /absolute|fixed/.test(style.position);
      if (isPlaced && /^rect/.test(style.clip) && !/auto/.test(style.clip)) return true;
      if (/inset\(100%|circle\(0/.test(style.clipPath)) return true;
      if (/opacity\(0\)/.test(style.filter)) return true;
      if (style.contentVisibility === 'hidden' && style.display !== 'inline') return true;
      if (up.tagName === 'defs') return true;
      if (style.webkitTextSecurity && style.webkitTextSecurity !== 'none') return true;
      if (style.unicodeBidi.endsWith('override') && style.direction === 'rtl') return true;
    }
    const own = getComputedStyle(element), letters = own.webkitTextFillColor;
    if (/^rgba.*, 0\)$/.test(letters) || parseFloat(own.fontSize) < 1.5) return true;
    for (let up = element; up; up = up.parentElement) {
      const ground = getComputedStyle(up).backgroundColor;
      if (/^rgba.*, 0\)$/.test(ground)) continue;
      return near(ground, letters);
    }
    return near('rgb(255, 255, 255)', letters);
  };
  const near = (one, other) => {
    const a = one.match(/[\d.]+/g), b = other.match(/[\d.]+/g);
    return a && b && [0, 1, 2].every((at) => Math.abs(a[at] - b[at]) <= 8);
  };
  const written = (element, which) => {
    const style = getComputedStyle(element, which);
    if (style.display === 'none' || /^(none|normal)$/.test(style.content)) return;
    parts.push(style.content.replace(/attr\(([\w-]+)\)/g, (_, name) =>
      element.getAttribute(name)).replace(/^"|"$/g, ''));
  };
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const range = document.createRange();
      range.selectNodeContents(node);
      const host = node.parentElement || node.getRootNode().host;
      if (host && isShown(host) && !isCut(host) && [...range.getClientRects()].some(inReach))
        parts.push(node.data);
      return;
    }
    const element = node.nodeType === Node.ELEMENT_NODE ? node : null;
    if (element && /^(script|style|noscript|canvas|video|audio)$/i.test(element.tagName)) return;
    if (element && isShown(element)) {
      if (element.matches('input, textarea') && element.type !== 'hidden') {
        parts.push(element.value || element.placeholder);
        return;
      }
      if (element.tagName === 'SELECT') {
        parts.push([...element.querySelectorAll('optgroup')].map((each) => each.label).join(' '));
        parts.push(element.textContent);
        return;
      }
      if (element.tagName === 'IFRAME' && element.contentDocument)
        parts.push(element.contentDocument.body.innerText);
      if (element.tagName === 'DETAILS') element.open = true;
      written(element, '::before');
    }
    const block = element && getComputedStyle(element).display !== 'inline';
    if (block) parts.push('\n');
    for (const child of (element && element.shadowRoot || node).childNodes) walk(child);
    if (element && element.tagName === 'SLOT') element.assignedNodes().forEach(walk);
    if (element && isShown(element)) written(element, '::after');
    if (block) parts.push('\n');
  };
  walk(document.documentElement);
  return parts.join('');
})()
"""


class Chromium:
    """A browser that shows one page after another and fetches nothing."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self._session = ""
        self._page = b""
        self._given = False

    def __enter__(self) -> "Chromium":
        to_it, ours = os.pipe()
        mine, from_it = os.pipe()
        self._profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        command = " ".join(["exec chromium", *_FLAGS, f"--user-data-dir={self._profile.name}"])
        self._process = subprocess.Popen(
            ["sh", "-c", f"{command} 3<&{to_it} 4>&{from_it}"],
            pass_fds=(to_it, from_it),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_it)
        os.close(from_it)
        self._out, self._in = os.fdopen(ours, "wb"), os.fdopen(mine, "rb")
        self._waiting = b""
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._ask("Target.attachToTarget", targetId=target, flatten=True)[
            "sessionId"
        ]
        self._ask("Page.enable")
        self._ask("Fetch.enable", patterns=[{"urlPattern": "*"}])
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        self._out.close()
        self._in.close()
        self._profile.cleanup()

    def inner_text(self, data: bytes) -> str:
        """Return what the page shows, as its body's innerText."""
        return str(self.run(data, _INNER_TEXT))

    def painted(self, data: bytes) -> str:
        """Return what the page shows, as far as its layout and its colours tell."""
        return str(self.run(data, _PAINTED))

    def run(self, data: bytes, script: str) -> Any:
        """Show a page and return what an expression is worth in it."""
        self._page, self._given = data, False
        self._ask("Page.navigate", url=_PAGE)
        while self._next().get("method") != "Page.loadEventFired":
            pass
        answer = self._ask("Runtime.evaluate", expression=script, returnByValue=True)
        return answer["result"].get("value")

    def _ask(self, method: str, **params: object) -> dict[str, Any]:
        number = self._send(method, **params)
        while True:
            message = self._next()
            if message.get("id") == number:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                return dict(message["result"])

    def _send(self, method: str, **params: object) -> int:
        number = next(self._numbers)
        message: dict[str, object] = {"id": number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        self._out.write(json.dumps(message).encode() + b"\0")
        self._out.flush()
        return number

    def _next(self) -> dict[str, Any]:
        """Return the next message; a request is answered on the way."""
        while b"\0" not in self._waiting:
            more = os.read(self._in.fileno(), 1 << 20)
            if not more:
                raise RuntimeError("Chromium ended.")
            self._waiting += more
        raw, _, self._waiting = self._waiting.partition(b"\0")
        message: dict[str, Any] = json.loads(raw)
        if message.get("method") == "Fetch.requestPaused":
            self._answer(message["params"])
        return message

    def _answer(self, paused: dict[str, Any]) -> None:
        request = paused["requestId"]
        if paused["request"]["url"] != _PAGE or self._given:
            self._send("Fetch.failRequest", requestId=request, errorReason="Aborted")
            return
        self._given = True
        body = base64.b64encode(self._page).decode()
        self._send(
            "Fetch.fulfillRequest",
            requestId=request,
            responseCode=200,
            responseHeaders=[_NO_SCRIPTS, {"name": "Content-Type", "value": _kind(self._page)}],
            body=body,
        )


def _kind(page: bytes) -> str:
    """Return the type a server would state: the charset where it is beyond doubt."""
    try:
        page.decode("utf-8")
    except UnicodeDecodeError:
        return "text/html"
    return "text/html; charset=utf-8"
