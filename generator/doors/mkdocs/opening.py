"""What `serve` answers until its first build is there: pages as they were shown last, marked so, or that it is reading.

A page that is stale for a moment is worth more than none, as HTTP caches have it (`stale-while-revalidate`, RFC 5861).
"""

from __future__ import annotations

import errno
import sys
import threading
from collections.abc import Callable, Iterable
from socket import AF_INET, AF_INET6
from socketserver import ThreadingMixIn
from typing import Any
from urllib.parse import quote, urlsplit
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer

from generator.doors.mkdocs.following import at_end
from generator.doors.mkdocs.guard import App
from generator.doors.mkdocs.shown import Shown, file_at

_WHY = {
    errno.EADDRINUSE: "another program is served there already",
    errno.EADDRNOTAVAIL: "this machine has no such address",
    errno.EACCES: "the system does not let you",
}

_HTML = "text/html; charset=utf-8"

# MkDocs's own server answers this address at once; the one here has nothing there.
_FOLLOW = b"""<script>
setInterval(() => fetch("/livereload/0/0").then((answer) => answer.ok && location.reload(), () => {}), 300);
</script>"""
_BAR = b"""<p role="status" style="position: fixed; inset: auto 0 0; z-index: 9; margin: 0; padding: .5rem 1rem; text-align: center;
background: #222; color: #fff; font: 1rem/1.5 system-ui, sans-serif">As it was shown last: the publication is being read, and this
page follows.</p>"""
_WAITING = b"""<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>Reading the publication</title>
<body style="font: 1.1rem/1.5 system-ui, sans-serif; margin: 20vh auto; max-width: 30rem; padding: 0 1rem">
<h1 style="font-size: 1.4rem">Reading the publication</h1><p role="status">This page shows it as soon as it is read.</p>"""


class Opening:
    """A server at the address of `serve` until MkDocs's own is ready; raises PluginError where nobody can listen there."""

    def __init__(self, config: MkDocsConfig, app: App) -> None:
        host, port = config.dev_addr
        try:
            self._server = make_server(host, port, app, _Server, _Quiet)
        except (OSError, OverflowError) as error:
            why = _WHY.get(getattr(error, "errno", None) or 0, str(error))
            raise PluginError(f"cannot serve at {host}:{port}: {why}; `--dev-addr` names another address, such as 127.0.0.1:8001") from None
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def close(self) -> None:
        """Leave the address to somebody else."""
        self._server.shutdown()
        self._server.server_close()


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = sys.platform != "win32"  # where two could listen at one address

    def __init__(self, address: tuple[str, int], handler: Any) -> None:
        self.address_family = AF_INET6 if ":" in address[0] else AF_INET
        super().__init__(address, handler)


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: who waits asks three times a second."""


def opening_app(shown: Shown, config: MkDocsConfig) -> App:
    """An application that shows what was shown last."""
    mount = urlsplit(config.site_url or "/").path.rstrip("/") + "/"

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        name = file_at(path, mount)
        is_below = path.startswith(mount)
        content = shown.find(name) if is_below else None
        if content is not None:
            kind = LiveReloadServer._guess_type(name)  # type: ignore[no-untyped-call]
            start_response("200 OK", [("Content-Type", kind), ("Cache-Control", "no-store")])
            return [at_end(content, _BAR + _FOLLOW) if name.endswith(".html") else content]
        leads_to = mount if path == "/" else f"{path}/" if is_below and shown.find(f"{name}/index.html") else ""
        if leads_to not in ("", path):
            start_response("302 Found", [("Location", quote(leads_to))])
            return []
        start_response("503 Service Unavailable", [("Content-Type", _HTML), ("Retry-After", "1"), ("Cache-Control", "no-store")])
        return [at_end(_WAITING, _FOLLOW)]

    return answer
