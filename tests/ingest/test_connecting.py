"""Connections go to the address that was checked, to nobody but the host, and end in time; the only server is ours, on loopback."""

from __future__ import annotations

import contextlib
import functools
import http.client
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from generator import __version__
from generator.ingest import IngestError, fetching

HOST, LOOPBACK = "a.example", "127.0.0.1"
PUBLIC = "93.184.216.34"  # which nobody connects to
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwords"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The certificate of a.example with its key, signed by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, HOST)])
    day, now = timedelta(days=1), datetime.now(UTC)
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now - day, now + day)
    signed = builder.add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False).sign(key, hashes.SHA256())
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    path.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()) + signed.public_bytes(Encoding.PEM))
    return path


class Server:
    """A server on loopback that answers one request; it keeps what it was asked, and for which host."""

    def __init__(self, certificate: Path, answer: Callable[[ssl.SSLSocket], None]) -> None:
        self.answer, self.asked, self.host = answer, b"", ""
        self.listening = socket.create_server((LOOPBACK, 0))
        self.port = self.listening.getsockname()[1]
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(certificate)
        self.context.sni_callback = self._named
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()

    def _named(self, _: object, host: str, __: object) -> None:
        self.host = host

    def _serve(self) -> None:
        with contextlib.suppress(OSError):
            plain, _ = self.listening.accept()
            with plain, self.context.wrap_socket(plain, server_side=True) as secure:
                while not self.asked.endswith(b"\r\n\r\n") and (more := secure.recv(4096)):
                    self.asked += more
                self.answer(secure)

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self.listening.shutdown(socket.SHUT_RDWR)  # which ends the waiting for somebody who asks
        self.listening.close()
        self.thread.join(10)


Serve = Callable[..., Server]


@pytest.fixture
def serve(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    """Servers that end with the test, whose certificate is trusted."""
    monkeypatch.setattr(fetching.ssl, "create_default_context", functools.partial(ssl.create_default_context, cafile=certificate))
    begun: list[Server] = []

    def begin(answer: Callable[[ssl.SSLSocket], None] = lambda secure: secure.sendall(ANSWER)) -> Server:
        begun.append(Server(certificate, answer))
        return begun[-1]

    yield begin
    for server in begun:
        server.close()


def at_loopback(host: str, address: str, port: int, path: str, patience: fetching.Patience) -> fetching.Response:
    """The program's own way to ask, at our server."""
    assert address == PUBLIC
    return fetching._open(host, LOOPBACK, port, path, patience)


def test_the_checked_address_is_asked_for_the_host(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    """A host that no resolver knows is reached at its checked address, under its own name, and asked for what can be read as it comes."""
    server, connect, connected = serve(), socket.create_connection, []
    monkeypatch.setattr(fetching.socket, "create_connection", lambda *where: connected.append(where) or connect(*where))
    assert fetching.fetch(f"https://{HOST}:{server.port}/x?y=1", resolve=lambda *_: [PUBLIC], open_at=at_loopback).data == b"words"
    ((where, seconds),) = connected
    assert where == (LOOPBACK, server.port)
    assert 0 < seconds <= fetching.WAIT
    assert server.host == HOST
    assert server.asked.decode().split("\r\n")[:-2] == [
        "GET /x?y=1 HTTP/1.1",
        f"Host: {HOST}:{server.port}",
        f"User-Agent: explainer-briefs/{__version__}",
        "Accept: text/html, application/pdf, text/plain, */*;q=0.1",
        "Accept-Encoding: identity",
        "Connection: close",
    ]


def test_a_certificate_of_another_host_ends_it(serve: Serve) -> None:
    """Who sits at the address and is not the host is asked for nothing."""
    server = serve()
    with pytest.raises(IngestError, match="its certificate does not hold: Hostname mismatch"):
        fetching.fetch(f"https://b.example:{server.port}/", resolve=lambda *_: [PUBLIC], open_at=at_loopback)
    server.close()
    assert server.asked == b""


def test_a_server_that_drips_is_left_in_time(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each byte comes before a socket's own timeout, and yet the connection is shut when its time is up."""
    left = threading.Event()

    def drips(secure: ssl.SSLSocket) -> None:
        for byte in ANSWER:
            secure.sendall(bytes([byte]))
            if left.wait(0.2):
                return

    server = serve(drips)
    monkeypatch.setattr(fetching, "WAIT", 1.0)
    with pytest.raises((OSError, http.client.HTTPException)):
        fetching._open(HOST, LOOPBACK, server.port, "/", fetching.Patience())
    left.set()


def test_a_connection_that_has_ended_is_shut_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """When the time is up the other side may have gone."""
    monkeypatch.setattr(fetching, "WAIT", 0.0)
    gone = socket.socket()
    fetching._watch(gone, fetching.Patience())
    assert gone.fileno() == -1


def test_the_resolver_is_asked_for_addresses_to_connect_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each address of a host counts once, in the resolver's order; a name that is none has no address."""
    asked: list[object] = []

    def found(*what: object, **how: object) -> list[tuple[object, ...]]:
        asked.append((what, how))
        return [(0, 0, 0, "", (address, 443)) for address in ("192.0.2.2", "192.0.2.1", "192.0.2.2")]

    def fails(error: Exception) -> Callable[..., list[tuple[object, ...]]]:
        def raises(*_: object, **__: object) -> list[tuple[object, ...]]:
            raise error

        return raises

    monkeypatch.setattr(fetching.socket, "getaddrinfo", found)
    assert fetching._resolve(HOST, 444) == ["192.0.2.2", "192.0.2.1"]
    assert asked == [((HOST, 444), {"type": socket.SOCK_STREAM})]
    for error in (socket.gaierror(8, "unknown"), ValueError("label too long")):
        monkeypatch.setattr(fetching.socket, "getaddrinfo", fails(error))
        assert fetching._resolve(HOST, 444) == []
