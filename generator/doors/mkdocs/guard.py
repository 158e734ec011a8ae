"""What stands before the server of `serve`: it shows drafts, and is for whoever writes them.

A page somewhere else can have its name lead to 127.0.0.1 (DNS rebinding) and would then read every draft as its own: the name that a
browser asks for is looked at. What pages may load and who may frame them is said in headers. MkDocs asks no plugin about its server
under `--no-livereload`, which is therefore without this.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig

from generator.items.settings import Look

LOCAL = ("localhost", "127.0.0.1", "::1")
ANYWHERE = ("", "0.0.0.0", "::")  # noqa: S104 - who listens there is to be reached by other addresses

LONGEST = 4096  # bytes: no file system has a longer path, and in a longer number MkDocs's server breaks off with a traceback

_HOST = re.compile(r"(?:\[([0-9A-Fa-f:.]+)\]|([^\s:/@\[\],]+))(?::\d+)?")

App = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class Guard:
    """Answers requests by known names only, with headers; `hosts` are asked for each time, for settings change while it serves."""

    def __init__(self, app: App | None, hosts: Callable[[], Collection[str]], policy: str) -> None:
        self.app = app
        self.hosts = hosts
        self.headers = [
            ("Content-Security-Policy", policy),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
        ]

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            return start_response(status, [*headers, *self.headers], *rest)

        words = [("Content-Type", "text/plain; charset=utf-8")]
        if is_known(environ.get("HTTP_HOST", ""), self.hosts()):
            if "\0" in environ["PATH_INFO"] or len(environ["PATH_INFO"]) >= LONGEST:
                start("404 Not Found", words)
                return [b"Nothing has this address.\n"]
            return self.app(environ, start) if self.app else ()
        start("403 Forbidden", words)
        return [
            b"This preview shows drafts, and answers to no other name than localhost and what --dev-addr says.\n"
            b"Where another name is yours, add it to `serve_hosts` of the plugin `briefs` in mkdocs.yml.\n"
        ]


def is_known(host: str, hosts: Collection[str]) -> bool:
    """Whether the value of a header `Host` is one of these names, with whatever port."""
    found = _HOST.fullmatch(host)
    if not found:
        return False
    name = (found[1] or found[2]).lower().rstrip(".")
    return name in hosts or (any(each in ANYWHERE for each in hosts) and _is_address(name))


def hosts_of(config: MkDocsConfig, more: Iterable[str]) -> frozenset[str]:
    """The names that a server answers to: a name for all addresses stands for every address, but for no name."""
    return frozenset(name.lower().rstrip(".") for name in (*LOCAL, config.dev_addr.host, *more))


def policy_of(config: MkDocsConfig, look: Look = "publication") -> str:
    """What pages may load: scripts and styles from here and from where mkdocs.yml takes some, images from anywhere that is secure.

    In the look of a site's own, its theme and its templates take typefaces, scripts and styles from where they like, as on the web.
    Scripts within pages are Material's own and what reloads the page; where these may run, a test's browser may as well evaluate its own.
    """
    named = [str(getattr(each, "path", each)) for each in (*config.extra_css, *config.extra_javascript)]
    origins = {f"{parts.scheme or 'https'}://{parts.netloc}" for parts in map(urlsplit, named) if parts.netloc}
    elsewhere = ["https:"] if look == "theme" else []
    code = " ".join(("'self'", "'unsafe-inline'", "'unsafe-eval'", *sorted(origins), *elsewhere))
    rules = {
        "default-src": "'self' https: data:",
        "script-src": code,
        "style-src": code,
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'self'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
