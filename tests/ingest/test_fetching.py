"""Pages are fetched over https, from public addresses, within limits; no test asks the network."""

from __future__ import annotations

import http.client
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field

import pytest

from generator.ingest import IngestError, fetching
from generator.ingest.fetching import REDIRECTS, Patience, fetch, is_public

PUBLIC = "93.184.216.34"


@dataclass
class Answer:
    """An answer of a made-up server."""

    status: int = 200
    data: bytes = b"words"
    headers: Mapping[str, str] = field(default_factory=dict)
    position: int = 0
    closed: bool = False

    def getheader(self, name: str) -> str | None:
        return self.headers.get(name)

    def read1(self, amount: int) -> bytes:
        start, self.position = self.position, self.position + amount
        return self.data[start : self.position]

    def close(self) -> None:
        self.closed = True


class Net:
    """A made-up network: addresses by host, answers by host and path; it remembers what was connected to."""

    def __init__(self, answers: Mapping[str, Answer], addresses: Mapping[str, list[str]] | None = None) -> None:
        self.answers, self.addresses = answers, addresses or {}
        self.asked: list[tuple[str, str]] = []
        self.resolved: list[str] = []

    def resolve(self, host: str, port: int) -> list[str]:
        assert port == 443
        self.resolved.append(host)
        return self.addresses.get(host, [PUBLIC])

    def open_at(self, host: str, address: str, port: int, path: str, patience: Patience) -> Answer:
        assert patience.left() > 0
        self.asked.append((address, f"{host}:{port}{path}"))
        return self.answers[f"{host}{path}"]

    def fetch(self, url: str) -> tuple[str, bytes]:
        found = fetch(url, resolve=self.resolve, open_at=self.open_at, clock=lambda: 0.0)
        return found.url, found.data


def refused(net: Net, url: str = "https://a.example/") -> str:
    """What is said when an address is refused."""
    with pytest.raises(IngestError) as caught:
        net.fetch(url)
    return str(caught.value)


def test_a_page_is_fetched_from_the_address_that_was_checked() -> None:
    """The name is resolved once, and the connection goes to the address that came of it."""
    net = Net({"a.example/x?y=1": Answer()})
    assert net.fetch("https://a.example/x?y=1#z") == ("https://a.example/x?y=1#z", b"words")
    assert net.asked == [(PUBLIC, "a.example:443/x?y=1")]
    assert net.resolved == ["a.example"]


def test_redirects_are_followed_and_checked() -> None:
    """Each hop is resolved and checked anew; the last address is the page's."""
    net = Net(
        {
            "a.example/": Answer(301, headers={"Location": "/b"}),
            "a.example/b": Answer(302, headers={"Location": "https://c.example/"}),
            "c.example/": Answer(),
        }
    )
    assert net.fetch("https://a.example/") == ("https://c.example/", b"words")
    assert net.resolved == ["a.example", "a.example", "c.example"]
    assert all(answer.closed for answer in net.answers.values())


@pytest.mark.parametrize("target", ["https://inside.example/", "http://a.example/", "file:///etc/passwd", "https://user@a.example/"])
def test_a_redirect_to_where_nothing_is_fetched_is_refused(target: str) -> None:
    """A public page cannot lead to a private address, to another scheme, or to one with a user's name."""
    net = Net({"a.example/": Answer(302, headers={"Location": target})}, {"inside.example": ["10.0.0.1"]})
    assert refused(net)
    assert [where for _, where in net.asked] == ["a.example:443/"]


@pytest.mark.parametrize(
    ("headers", "said", "times"), [({"Location": "/"}, "leads on more than", REDIRECTS + 1), ({}, "leads on to no address", 1)]
)
def test_redirects_end(headers: Mapping[str, str], said: str, times: int) -> None:
    """A page that leads to itself, or says not where to, is left."""
    net = Net({"a.example/": Answer(302, headers=headers)})
    assert said in refused(net)
    assert len(net.asked) == times


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "255.255.255.255", "224.0.0.1",
        "::1", "::", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2002:a01:203::1",
        "2001:0:7f00:1::", "::127.0.0.1", "words", "93.184.216.34%eth0",
    ],
)  # fmt: skip
def test_private_addresses_are_never_asked(address: str) -> None:
    """Where any address of a host is private, in whatever dress, nothing is asked at all."""
    net = Net({}, {"a.example": [PUBLIC, address]})
    assert f"leads to {address}, which is no public address" in refused(net)
    assert net.asked == []


def test_public_addresses_are_public() -> None:
    """Ordinary addresses are asked."""
    assert is_public(PUBLIC)
    assert is_public("2606:2800:220:1::1")
    assert is_public("2002:5db8:d822::1")


SAVE = "save the page in a browser, and import the file"


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://a.example/", f"leads to `http`, and only https is fetched; {SAVE}"),
        ("ftp://a.example/", f"leads to `ftp`, and only https is fetched; {SAVE}"),
        ("//a.example/", f"leads to an address without `https://`, and only https is fetched; {SAVE}"),
        ("https:///x", f"leads to `https`, and only https is fetched; {SAVE}"),
        ("https://me@a.example/", f"holds a user name or a password; {SAVE}"),
        ("https://me:secret@a.example/", f"holds a user name or a password; {SAVE}"),
        ("https://:@a.example/", f"holds a user name or a password; {SAVE}"),
        ("https://[::1", "is no address that can be read; copy it anew from the browser"),
        ("https://a.example:x/", "is no address that can be read; copy it anew from the browser"),
    ],
)
def test_only_https_without_a_password_is_fetched(url: str, said: str) -> None:
    """Other addresses are refused before a name is resolved."""
    net = Net({})
    assert refused(net, url) == said
    assert net.resolved == []


def test_an_address_is_asked_for_as_it_is_written() -> None:
    """What may stand in a path or a query stays, what may not is escaped, and a host alone is asked for its first page."""
    net = Net({"a.example/": Answer(), "a.example/%7E/%C3%BC%20x:@!$&'()*+,;=~?q=%22a/b?c@d": Answer()})
    net.fetch("https://a.example")
    net.fetch("https://a.example/%7E/\u00fc x:@!$&'()*+,;=~?q=\"a/b?c@d")


@pytest.mark.parametrize(
    ("answer", "wrong"),
    [
        (Answer(404), "answers with the status 404"),
        (Answer(data=b"x" * 50_000_001), "has more than 50 MB"),
        (Answer(headers={"Content-Length": "6"}), "cannot be fetched (the connection broke off)"),
        (Answer(headers={"Content-Encoding": "gzip"}), "answers in a packed form"),
        (Answer(headers={"Transfer-Encoding": "gzip, chunked"}), "answers in a packed form"),
    ],
)
def test_answers_are_held_to_limits(answer: Answer, wrong: str) -> None:
    """A page that is missing, too large, cut short or packed is refused."""
    assert refused(Net({"a.example/": answer})).startswith(wrong)


def test_a_page_may_be_as_large_as_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """It comes in parts, which are put together, and the last byte that may be there is."""
    data = bytes(range(256)) * 400
    monkeypatch.setattr(fetching, "MAX_BYTES", len(data))
    assert Net({"a.example/": Answer(data=data)}).fetch("https://a.example/")[1] == data


def test_time_ends() -> None:
    """A page that comes too slowly is left."""
    ticks = iter(range(0, 1000, 20))
    net = Net({"a.example/": Answer(data=b"x" * 500_000)})
    with pytest.raises(IngestError, match="it takes more than 8 seconds"):
        fetch("https://a.example/", resolve=net.resolve, open_at=net.open_at, clock=lambda: float(next(ticks)))


def test_a_page_that_comes_steadily_gets_more_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """The longer a page is, the longer it may take."""
    monkeypatch.setattr(fetching, "PACE", 30_000)
    ticks = iter(range(0, 1000, 2))
    net = Net({"a.example/": Answer(data=b"x" * 500_000)})
    assert len(fetch("https://a.example/", resolve=net.resolve, open_at=net.open_at, clock=lambda: float(next(ticks))).data) == 500_000


@pytest.mark.parametrize(
    ("part", "parts", "seconds"),
    [(fetching.CRUMB - 1, 600, fetching.WAIT), (fetching.CRUMB, 500, fetching.WAIT + 1), (fetching.CRUMB, 20_000, fetching.MOST)],
)
def test_patience_grows_with_what_comes(part: int, parts: int, seconds: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """By a second for so many bytes, not for crumbs, and not for ever; at the last moment it is over."""
    monkeypatch.setattr(fetching, "PACE", 500 * fetching.CRUMB)
    monkeypatch.setattr(fetching, "_CHUNK", part)
    now = [5.0]
    patience = Patience(lambda: now[0])
    assert fetching._body(Answer(data=b"x" * part * parts), patience) == b"x" * part * parts
    assert patience.allowed() == seconds
    now[0] += seconds
    with pytest.raises(TimeoutError, match=f"it takes more than {seconds:.0f} seconds"):
        patience.hold()


def test_an_answer_that_ends_when_time_does_is_no_answer() -> None:
    """At the deadline the connection is shut, which looks like the end of the page."""
    for last in (7.5, 10.0):
        ticks = iter([0.0, 1.0, 2.0, 3.0, last, 11.0])
        net = Net({"a.example/": Answer(data=b"half of it")})
        with pytest.raises(IngestError, match="it takes more than 8 seconds") if last == 10 else nullcontext():
            fetch("https://a.example/", resolve=net.resolve, open_at=net.open_at, clock=ticks.__next__)


def test_a_host_without_address_is_said() -> None:
    """A misspelt host is not asked."""
    assert "has no address in the network (`a.example`)" in refused(Net({}, {"a.example": []}))


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ConnectionRefusedError(111, "Connection refused"), "Connection refused"),
        (http.client.BadStatusLine("x"), "its answer is no HTTP that can be read"),
        (OSError(), "OSError"),
    ],
)
def test_a_failing_connection_is_said(error: Exception, said: str) -> None:
    """What the network says is in the message, else what has failed; nothing that the server says is."""

    def fails(*_: object) -> Answer:
        raise error

    with pytest.raises(IngestError, match=rf"cannot be fetched \({said}\); save the page"):
        fetch("https://a.example/", resolve=lambda *_: [PUBLIC], open_at=fails, clock=lambda: 0.0)


@pytest.mark.parametrize("url", ["https://a..example/", f"https://{'a' * 64}.example/", "https://[::1/", "https://a.example:b/"])
def test_an_address_that_is_none_is_said(url: str) -> None:
    """Typed or in a redirect, it is refused in words, and nobody is asked."""
    assert "no address that can be read" in refused(Net({}), url)
    said = refused(Net({"a.example/": Answer(302, headers={"Location": url})}))
    assert said in (
        "is no address that can be read; copy it anew from the browser",
        "leads on to no address that can be read; import the address where the page is at last",
    )


@pytest.mark.parametrize("length", ["many", "-1", "9" * 5000, "4 words", ""])
def test_a_length_that_is_none_is_not_believed(length: str) -> None:
    """What a server says of the size of a page may be no number."""
    assert Net({"a.example/": Answer(headers={"Content-Length": length})}).fetch("https://a.example/")[1] == b"words"
