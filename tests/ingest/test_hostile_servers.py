"""What a hostile server answers, over a real connection on loopback: the page, or in words why there is none."""

from __future__ import annotations

import datetime
import ipaddress
import re
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from generator.ingest import IngestError, fetch, fetching

OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
Serve = Callable[[Iterable[bytes]], str]


def moved(target: bytes) -> bytes:
    """An answer that leads on."""
    return b"HTTP/1.1 302 Found\r\nLocation: " + target + b"\r\n\r\n"


def dripping(start: bytes, drop: bytes) -> Iterator[bytes]:
    """An answer that never ends, a little at a time."""
    yield start
    while True:
        time.sleep(0.01)
        yield drop


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with a key and a certificate for 127.0.0.1."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.datetime.now(datetime.UTC)
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
    made = made.not_valid_before(now - datetime.timedelta(days=1)).not_valid_after(now + datetime.timedelta(days=1))
    made = made.add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
    made = made.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    form = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    path = tmp_path_factory.mktemp("tls") / "server.pem"
    pem = serialization.Encoding.PEM
    path.write_bytes(key.private_bytes(pem, *form) + made.sign(key, hashes.SHA256()).public_bytes(pem))
    return path


@pytest.fixture
def serve(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    """Serves one answer to every request, in the parts it is given in; gives the address. 127.0.0.1 counts as public meanwhile."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    real = fetching.is_public
    monkeypatch.setattr(fetching, "is_public", lambda written: written == "127.0.0.1" or real(written))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    answer: list[Iterable[bytes]] = []

    def talk(plain: socket.socket) -> None:
        try:
            with context.wrap_socket(plain, server_side=True) as connection:
                connection.recv(100_000)
                for part in answer[0]:
                    connection.sendall(part)
        except OSError:
            """Who asked has gone."""

    def accept() -> None:
        while True:
            try:
                plain, _ = listening.accept()
            except OSError:
                return
            threading.Thread(target=talk, args=[plain], daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        thread = threading.Thread(target=accept, daemon=True)
        thread.start()

        def begin(parts: Iterable[bytes]) -> str:
            answer[:] = [parts]
            return f"https://127.0.0.1:{port}/"

        yield begin
        listening.shutdown(socket.SHUT_RDWR)
        thread.join()


@pytest.mark.parametrize("length", [b"-5", b"many", b"9" * 5000, b"1" * 70, "٣".encode(), b""])
def test_a_length_that_is_none_changes_nothing(serve: Serve, length: bytes) -> None:
    """The page is what came."""
    assert fetch(serve([OK + b"Content-Length: " + length + b"\r\n\r\nwords"])).data == b"words"


@pytest.mark.parametrize("kind", [b"klingon", b"utf-7", b"x" * 1000, b"\xff\x00"])
def test_a_charset_is_not_believed(serve: Serve, kind: bytes) -> None:
    """Neither is what a server calls the letters of a page."""
    assert fetch(serve([OK + b"Content-Type: text/html; charset=" + kind + b"\r\n\r\nwords"])).data == b"words"


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        *((moved(target), "leads on to no address") for target in (b"", b"https://[::1")),
        *((moved(target), "leads on more than") for target in (b"/", b"/%0d%0aX: y", b"/" + b"x" * 10_240, b"/\xff\x00\r y")),
        *((moved(target), "only https is fetched") for target in (b"file:///etc/passwd", b"http://127.0.0.1/", b"javascript:x")),
        *((moved(target), "is no public address") for target in (b"//10.0.0.1/", b"https://[::ffff:10.0.0.1]/")),
        *((moved(target), "is no address that can be read") for target in (b"//127.0.0.1:99999/", b"//a..b/", b"//" + b"a" * 10_000)),
        *((CHUNKED + body, "broke off") for body in (b"", b"zz\r\nwords", b"-5\r\nwords", b"f" * 5000 + b"\r\nwords", b"9\r\nwords")),
        (CHUNKED + b"f" * 70_000, "no HTTP that can be read"),
        (OK + b"Content-Length: 6\r\n\r\nwords", "broke off"),
        (OK + b"Content-Encoding: gzip\r\n\r\n\x1f\x8b", "in a packed form"),
        (OK + b"Transfer-Encoding: gzip, chunked\r\n\r\n5\r\nwords\r\n0\r\n\r\n", "in a packed form"),
        (OK + b"X: y\r\n" * 1000, "no HTTP that can be read"),
        (OK + b"X: " + b"y" * 70_000, "no HTTP that can be read"),
        *((start, "no HTTP that can be read") for start in (b"<p>words</p>", b"HTTP/1.1 -1 x\r\n\r\n", b"\x1b[31m\x07\r\n\r\n")),
        (b"HTTP/1.1 999 \x1b[31m\r\n\r\n", "the status 999"),
        (b"", "broke off"),
    ],
)
def test_an_answer_that_is_none_is_told_in_words(serve: Serve, answer: bytes, why: str) -> None:
    """What is wrong is said in our words and with what to do: none of the server's is repeated."""
    with pytest.raises(IngestError, match=re.escape(why)) as caught:
        fetch(serve([answer]))
    said = str(caught.value)
    assert "; " in said
    assert said.isprintable()
    assert len(said) < 200 or "a" * 60 in said


@pytest.mark.parametrize(
    ("start", "drop"),
    [
        (b"", b"H"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (OK + b"X: ", b"y"),
        (OK + b"\r\n", b"w"),
        (CHUNKED, b"1\r\nw\r\n"),
        (CHUNKED, b"1\r\nw\r\n" * 5000),
        (CHUNKED, b"1;" + b"x" * 9000 + b"\r\nw\r\n"),
        (CHUNKED + b"0\r\n", b"X: y\r\n"),
    ],
)
def test_an_answer_that_drips_is_left(serve: Serve, monkeypatch: pytest.MonkeyPatch, start: bytes, drop: bytes) -> None:
    """Whatever part of an answer never ends, the time does."""
    monkeypatch.setattr(fetching, "WAIT", 0.3)
    with pytest.raises(IngestError, match=r"it takes more than \d+ seconds"):
        fetch(serve(dripping(start, drop)))
