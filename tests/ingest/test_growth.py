"""Ten times an input takes about ten times the work, whatever it is made of; measured in one run, in the processor's time."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from generator.ingest import format_of, reading
from tests.ingest.files import docx, epub, odt, pdf

WORDS = "The toll rises in May, said Mara Venn. "
HEAD = b"MIME-Version: 1.0\nMessage-ID: x\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n"
QUADRATIC = 45  # of tenfold input: a hundred times the work is quadratic, ten times is linear


def page(inside: str, head: str = "") -> bytes:
    """A web page of one article."""
    return f"<!doctype html><html><head>{head}</head><body><article>{inside}<p>{WORDS * 3}</p></article></body></html>".encode()


GROWING: dict[str, tuple[str, int, Callable[[int], bytes]]] = {
    "turns": ("a.txt", 200, lambda n: b"Ann: yes it is so\n" * n + b"and so on\n"),
    "comments": ("a.html", 1_000, lambda n: page(f"<p>{'The toll <!-- a --> rises. ' * n}</p>")),
    "open comments": ("a.html", 2_000, lambda n: page(f"<p>{WORDS * 3}</p>{'<!-- ' * n}")),
    "attributes": ("a.html", 150, lambda n: page(f"<p {' '.join(f'a{each}=b' for each in range(n))}>{WORDS}</p>")),
    "nested elements": ("a.html", 40, lambda n: page(f"{'<div>' * n}<p>{WORDS}</p>{'</div>' * n}")),
    "deep lists": ("a.html", 20, lambda n: page(f"{'<ul><li>The toll ' * n}{'</li></ul>' * n}")),
    "a long line": ("a.html", 500, lambda n: page(f"<p>{WORDS * n}</p>")),
    "links": ("a.html", 150, lambda n: page('<p>See <a href="/x">the toll</a> there.</p>' * n)),
    "style sheets": ("a.html", 4_000, lambda n: page("", f"<style>{':is(' * n}</style>")),
    "lines of a text": ("a.txt", 200, lambda n: f"{WORDS}\n".encode() * n),
    "quotation marks": ("a.txt", 2_000, lambda n: ("“a " * n + WORDS).encode()),
    "paragraphs of Word": ("a.docx", 200, lambda n: docx([WORDS] * n)),
    "items of an OpenDocument list": (
        "a.odt", 200, lambda n: odt(f"<text:list>{f'<text:list-item><text:p>{WORDS}</text:p></text:list-item>' * n}</text:list>"),
    ),
    "lines of a PDF": ("a.pdf", 100, lambda n: pdf([[WORDS] * n])),
    "a word of a PDF": ("a.pdf", 20, lambda n: pdf([["a" * 60] * n])),
    "control words": ("a.rtf", 500, lambda n: b"{\\rtf1 " + b"\\b a\\par " * n + b"words}"),
    "parts of a message": ("a.eml", 50, lambda n: HEAD + b"--b\nContent-Type: text/plain\n\nwords\n" * n + b"--b--\n"),
    "pages of a book": ("a.epub", 20, lambda n: epub({f"p{each}.xhtml": f"<p>{WORDS}</p>" for each in range(n)})),
    "paragraphs of an OpenDocument text": ("a.odt", 200, lambda n: odt(f"<text:p>{WORDS}</text:p>" * n)),
    "cues": ("a.vtt", 100, lambda n: b"WEBVTT\n\n" + b"".join(b"00:%02d:%02d.000 --> 00:%02d:%02d.900\n<v Mara>Toll %d.\n\n" % (
        *divmod(each, 60), *divmod(each, 60), each) for each in range(n))),
}  # fmt: skip


def cost(name: str, data: bytes) -> float:
    """The processor's time that reading a file takes, the least of three; here, not in a process of its own."""
    took = []
    for _ in range(3):
        start = time.process_time()
        reading.read(format_of(name, data).name, name, data)
        took.append(time.process_time() - start)
    return min(took)


@pytest.mark.parametrize("kind", GROWING)
def test_ten_times_an_input_takes_about_ten_times_the_work(kind: str) -> None:
    """No sort of content makes an import quadratic."""
    name, size, made = GROWING[kind]
    small, large = made(size), made(10 * size)
    cost(name, small)  # what is loaded once does not count
    assert cost(name, large) < QUADRATIC * cost(name, small)
