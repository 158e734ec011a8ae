"""Getting a page from the network: https only, from public addresses only, within limits of size, time and redirects.

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

SECONDS = 30.0
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
        """End the connection."""


Resolve = Callable[[str, int], list[str]]
Open = Callable[[str, str, int, str, float], Response]
"""Host, checked address, port, path, seconds that are left: the answer to a GET."""


@dataclass(frozen=True)
class Fetched:
    """A page, and the address where it was at last."""

    url: str
    data: bytes


def fetch(url: str, *, resolve: Resolve | None = None, open_at: Open | None = None, clock: Callable[[], float] = time.monotonic) -> Fetched:
    """The bytes at an address; IngestError where they may not or cannot be had."""
    deadline = clock() + SECONDS
    for _ in range(REDIRECTS + 1):
        host, port, path = _parts(url)
        address = checked_address(host, (resolve or _resolve)(host, port))
        try:
            with contextlib.closing((open_at or _open)(host, address, port, path, _left(deadline, clock))) as response:
                if response.status not in _REDIRECTED:
                    return Fetched(url, _body(response, deadline, clock))
                target = response.getheader("Location") or ""
        except (OSError, http.client.HTTPException) as error:
            raise IngestError(f"cannot be fetched ({_words(error)}); save the page in a browser, and import the file") from None
        url = _joined(url, target)
    raise IngestError(f"leads on more than {REDIRECTS} times; import the address where the page is at last")


def _joined(url: str, target: str) -> str:
    try:
        return urljoin(url, target)
    except ValueError:
        raise IngestError("leads on to no address that can be read; import the address where the page is at last") from None


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


def _left(deadline: float, clock: Callable[[], float]) -> float:
    left = deadline - clock()
    if left <= 0:
        raise TimeoutError(f"it takes more than {SECONDS:.0f} seconds")
    return left


def _body(response: Response, deadline: float, clock: Callable[[], float]) -> bytes:
    if response.status != 200:
        raise IngestError(f"answers with the status {response.status}; save the page in a browser, and import the file")
    if (response.getheader("Content-Encoding") or "identity").lower() != "identity":
        raise IngestError("answers in a packed form that was not asked for; save the page in a browser, and import the file")
    parts: list[bytes] = []
    size = 0
    while chunk := response.read1(_CHUNK):
        parts.append(chunk)
        size += len(chunk)
        if size > MAX_BYTES:
            raise IngestError(f"has more than {MAX_BYTES // 10**6} MB; save the part that you need, and import that")
        _left(deadline, clock)
    _left(deadline, clock)  # at the deadline the connection is shut, which looks like an end
    length = response.getheader("Content-Length") or ""
    if re.fullmatch(r"[0-9]{1,18}", length) and size < int(length):
        raise OSError("the connection broke off")
    return b"".join(parts)


def _words(error: Exception) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate does not hold: {error.verify_message}"
    return str(getattr(error, "strerror", None) or str(error) or type(error).__name__)


def _resolve(host: str, port: int) -> list[str]:
    try:
        return list(dict.fromkeys(str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))
    except (OSError, ValueError):  # a name that is none
        return []


class _Connection(http.client.HTTPConnection):
    """A connection to a checked address, whose certificate must still be the host's; it is shut when the time is up."""

    default_port = http.client.HTTPS_PORT

    def __init__(self, host: str, address: str, port: int, seconds: float) -> None:
        super().__init__(host, port)
        self.address, self.seconds = address, seconds

    def connect(self) -> None:
        plain = socket.create_connection((self.address, self.port), self.seconds)
        # A socket's own timeout counts anew with each byte that drips in.
        watch = threading.Timer(self.seconds, _shut, [plain.dup()])
        watch.daemon = True
        watch.start()
        try:
            self.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=self.host)
        except BaseException:
            plain.close()
            raise


def _shut(twin: socket.socket) -> None:
    with contextlib.suppress(OSError), twin:
        twin.shutdown(socket.SHUT_RDWR)


def _open(host: str, address: str, port: int, path: str, seconds: float) -> Response:
    connection = _Connection(host, address, port, seconds)
    headers = {"User-Agent": f"explainer-briefs/{__version__}", "Accept": "text/html, application/pdf, text/plain, */*;q=0.1"}
    try:
        connection.request("GET", path, headers=headers | {"Accept-Encoding": "identity", "Connection": "close"})
        return connection.getresponse()
    finally:
        if connection.sock:
            connection.sock.close()  # but for what is left to read of the answer
