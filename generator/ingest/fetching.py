"""Getting a page from the network: https only, from public addresses only, within limits of size, time, pace and redirects.

A name is resolved once for each hop, all its addresses are checked, and the connection goes to an address that was checked: a name that
resolves anew to a private address is never asked.
"""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import re
import socket
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import quote, urljoin, urlsplit

from generator import __version__
from generator.ingest.article import IngestError
from generator.ingest.formats import MAX_BYTES

WAIT = 8.0  # seconds until the answer is there, redirects and all
PACE = 250_000  # bytes a second that an answer must bring from then on
CRUMB = 512  # bytes: what comes in smaller parts gains no time
MOST = 30.0  # seconds in all
REDIRECTS = 5
_REDIRECTED = (301, 302, 303, 307, 308)
_CHUNK = 65_536


class Response(Protocol):
    """What is asked of an answer."""

    status: int

    def getheader(self, name: str) -> str | None:
        """A header, None where it is not there."""

    def read1(self, amount: int) -> bytes:
        """The next bytes, as many as are there."""

    def close(self) -> None:
        """Leave the connection."""


class Patience:
    """How long an answer is waited for: the longer, the more of it has come."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self.begun = clock()
        self.size = 0
        self.ended = threading.Event()

    def allowed(self) -> float:
        """The seconds in all that it may take, as far as it has come."""
        return min(WAIT + self.size / PACE, MOST)

    def left(self) -> float:
        """The seconds that are left; none or less when the time is up."""
        return self.begun + self.allowed() - self.clock()

    def hold(self) -> None:
        """Raise TimeoutError when the time is up."""
        if self.left() <= 0:
            raise TimeoutError(self.over)

    @property
    def over(self) -> str:
        """What is said when the time is up."""
        return f"it takes more than {self.allowed():.0f} seconds"


Resolve = Callable[[str, int], list[str]]
Open = Callable[[str, str, int, str, Patience], Response]
"""Host, checked address, port, path, how long to wait: the answer to a GET."""


@dataclass(frozen=True)
class Fetched:
    """A page, and the address where it was at last."""

    url: str
    data: bytes


def fetch(url: str, *, resolve: Resolve | None = None, open_at: Open | None = None, clock: Callable[[], float] = time.monotonic) -> Fetched:
    """The bytes at an address; IngestError where they may not or cannot be had."""
    patience = Patience(clock)
    try:
        return _follow(url, patience, resolve or _resolve, open_at or _open)
    finally:
        patience.ended.set()


def _follow(url: str, patience: Patience, resolve: Resolve, open_at: Open) -> Fetched:
    """The page at an address, or at the one that it leads on to."""
    for _ in range(REDIRECTS + 1):
        host, port, path = _parts(url)
        address = checked_address(host, resolve(host, port))
        try:
            patience.hold()
            with contextlib.closing(open_at(host, address, port, path, patience)) as response:
                if response.status not in _REDIRECTED:
                    return Fetched(url, _body(response, patience))
                url = _joined(url, response.getheader("Location") or "")
        except (OSError, http.client.HTTPException) as error:
            raise IngestError(f"cannot be fetched ({_words(error, patience)}); save the page in a browser, and import the file") from None
    raise IngestError(f"leads on more than {REDIRECTS} times; import the address where the page is at last")


def _joined(url: str, target: str) -> str:
    try:
        joined = urljoin(url, target)
    except ValueError:
        joined = ""
    if not target or not joined:
        raise IngestError("leads on to no address that can be read; import the address where the page is at last")
    return joined


def _parts(url: str) -> tuple[str, int, str]:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or 443
        host = host.encode("idna").decode()  # no name has an empty or an overlong label
    except ValueError:
        raise IngestError("is no address that can be read; copy it anew from the browser") from None
    if parts.scheme != "https" or not host:
        raise IngestError(f"leads to {_shown(parts.scheme)}, and only https is fetched; save the page in a browser, and import the file")
    if parts.username is not None or parts.password is not None:
        raise IngestError("holds a user name or a password; save the page in a browser, and import the file")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    return host, port, f"{path}?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else path


def _shown(scheme: str) -> str:
    return f"`{scheme}`" if scheme else "an address without `https://`"


def checked_address(host: str, addresses: list[str]) -> str:
    """The address to connect to; IngestError where any address of the host is not public."""
    if not addresses:
        raise IngestError(f"has no address in the network (`{host}`); look at its spelling")
    for written in addresses:
        if not is_public(written):
            raise IngestError(f"leads to {written}, which is no public address; save the page in a browser, and import the file")
    return addresses[0]


def is_public(written: str) -> bool:
    """Whether an IP address is a public one, an IPv4 address inside of an IPv6 address looked at, too."""
    try:
        address = ipaddress.ip_address(written)
    except ValueError:
        return False
    # 6to4 alone: other forms that hold an IPv4 address (mapped, NAT64, Teredo) lie in networks that are not global, or reserved.
    inner = address.sixtofour if isinstance(address, ipaddress.IPv6Address) else None
    if inner is not None and not is_public(str(inner)):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _body(response: Response, patience: Patience) -> bytes:
    if response.status != 200:
        raise IngestError(f"answers with the status {response.status}; save the page in a browser, and import the file")
    for name, plain in (("Content-Encoding", "identity"), ("Transfer-Encoding", "chunked")):
        if (response.getheader(name) or plain).strip().lower() != plain:
            raise IngestError("answers in a packed form that was not asked for; save the page in a browser, and import the file")
    body = bytearray()
    while chunk := response.read1(_CHUNK):
        body += chunk
        if len(body) > MAX_BYTES:
            raise IngestError(f"has more than {MAX_BYTES // 10**6} MB; save the part that you need, and import that")
        patience.size += len(chunk) if len(chunk) >= CRUMB else 0
        patience.hold()
    patience.hold()  # when the time is up the connection is shut, which looks like an end
    length = response.getheader("Content-Length") or ""
    if re.fullmatch(r"[0-9]{1,18}", length) and len(body) < int(length):
        raise http.client.IncompleteRead(bytes(body))
    return bytes(body)


def _words(error: Exception, patience: Patience) -> str:
    """What went wrong; nothing that a server says is repeated."""
    if patience.left() <= 0:
        return patience.over
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate does not hold: {error.verify_message}"
    if isinstance(error, http.client.IncompleteRead | http.client.RemoteDisconnected):
        return "the connection broke off"
    if isinstance(error, http.client.HTTPException):
        return "its answer is no HTTP that can be read"
    return str(getattr(error, "strerror", None) or str(error) or type(error).__name__)


def _resolve(host: str, port: int) -> list[str]:
    try:
        return list(dict.fromkeys(str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))
    except (OSError, ValueError):  # a name that is none
        return []


class _Connection(http.client.HTTPConnection):
    """A connection to a checked address, whose certificate must still be the host's; it is shut when the time is up."""

    default_port = http.client.HTTPS_PORT

    def __init__(self, host: str, address: str, port: int, patience: Patience) -> None:
        super().__init__(host, port, timeout=max(patience.left(), 0.1))
        self.address = address
        self.patience = patience

    def connect(self) -> None:
        plain = socket.create_connection((self.address, self.port), self.timeout)
        threading.Thread(target=_watch, args=[plain.dup(), self.patience], daemon=True).start()
        try:
            self.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=self.host)
        except BaseException:
            plain.close()
            raise


def _watch(twin: socket.socket, patience: Patience) -> None:
    """Shut a connection when the time is up: a socket's own timeout counts anew with each byte that drips in."""
    with twin, contextlib.suppress(OSError):
        while (left := patience.left()) > 0:
            if patience.ended.wait(left):
                return
        twin.shutdown(socket.SHUT_RDWR)


def _open(host: str, address: str, port: int, path: str, patience: Patience) -> Response:
    connection = _Connection(host, address, port, patience)
    headers = {"User-Agent": f"explainer-briefs/{__version__}", "Accept": "text/html, application/pdf, text/plain, */*;q=0.1"}
    try:
        connection.request("GET", path, headers=headers | {"Accept-Encoding": "identity", "Connection": "close"})
        response = connection.getresponse()
    except BaseException:
        connection.close()
        raise
    if connection.sock:
        connection.sock.close()  # when the answer is closed, too, whatever the server says of keeping the connection
    return response
