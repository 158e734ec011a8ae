"""A file that was made to take long or much is refused in words, in a process that may take neither; the next one is read."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from PIL import Image

from generator.engine import confined
from generator.engine.confined import end_helper
from generator.engine.limits import Limits
from generator.ingest import IngestError, ingest, reading
from tests.ingest.files import archive, docx, epub, odt, pdf

WORDS = "The toll rises in May, said Mara Venn. "
HEAD = b"MIME-Version: 1.0\nMessage-ID: x\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n"


def picture() -> bytes:
    """A picture that is as large as one may be, and packs to nothing."""
    packed = io.BytesIO()
    Image.new("RGB", (7_000, 7_000)).save(packed, "PNG")
    return packed.getvalue()


LONG: dict[str, tuple[str, Callable[[], bytes]]] = {
    "elements of a page": ("a.html", lambda: b"<!doctype html><html><body>" + b"<p>words <b>here</b></p>" * 24_000),
    "elements of a book": ("a.epub", lambda: epub({f"{n}.xhtml": "<p>words <b>here</b></p>" * 10_000 for n in range(12)})),
    "pages of a book": ("a.epub", lambda: epub({f"{n}.xhtml": f"<p>{WORDS}</p>" for n in range(4_900)})),
    "parts of a message": ("a.eml", lambda: HEAD + b"--b\nContent-Type: text/plain\n\nwords\n" * 100_000 + b"--b--\n"),
    "control words": ("a.rtf", lambda: b"{\\rtf1 " + b"\\b " * 2_000_000 + b"words}"),
    "words of a PDF": ("a.pdf", lambda: pdf([["words " * 10] * 20_000])),
    "paragraphs of Word": ("a.docx", lambda: docx([WORDS] * 50_000)),
    "paragraphs of an OpenDocument text": ("a.odt", lambda: odt("<text:p>a</text:p>" * 200_000)),
    "cues": ("a.vtt", lambda: b"WEBVTT\n\n" + b"00:01.000 --> 00:02.000\na b c\n\n" * 50_000),
    "a long text": ("a.txt", lambda: f"{WORDS * 10}\n".encode() * 4_000),
}
LIMITS = reading.LIMITS
LARGE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a PDF": ("a.pdf", lambda: pdf([["a" * 50] * 300_000])),
    "an archive": ("a.odt", lambda: odt("<text:p>a</text:p>" * 200_000)),
    "a picture": ("a.png", picture),
    "a text": ("a.txt", lambda: f"{WORDS * 10}\n".encode() * 100_000),
}


@pytest.mark.parametrize("kind", LONG)
def test_what_takes_long_is_refused(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    """Every format is read within a limit of time."""
    monkeypatch.setattr(reading, "LIMITS", Limits(0.2, 700))
    name, made = LONG[kind]
    with pytest.raises(IngestError, match=r"^takes more than 0\.2 seconds to be read; copy the text that you need into a file"):
        ingest(name, made())


@pytest.fixture(scope="module")
def fresh() -> Iterator[Executor]:
    """A process without a past: what this one let go of, and the system did not take back, would stand to a copy of it beside its limit."""
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as process:
        yield process


@pytest.mark.parametrize("kind", LARGE)
def test_what_takes_much_is_refused(fresh: Executor, kind: str) -> None:
    """Every format is read within a limit of memory, and one that is refused takes no other with it."""
    assert re.search(r"(?:take|need)s more (?:than 40 MB of )?memory .*; \w+", fresh.submit(_refusal, kind).result())
    assert fresh.submit(ingest, "a.txt", b"Words.\n").result().text == "Words.\n"


def _refusal(kind: str) -> str:
    """What is said of a file that needs more than 40 MB."""
    end_helper()
    reading.LIMITS = Limits(60, 40)
    name, made = LARGE[kind]
    try:
        return f"read: {len(ingest(name, made()).text)} characters"
    except IngestError as error:
        return str(error)
    finally:
        reading.LIMITS = LIMITS


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", docx(["a"], {"word/a.xml": b"<w:p/>" * 300_001, "word/b.xml": b"<w:p/>" * 300_001})),
        ("a.odt", odt("", {"a.xml": b"<a/>" * 300_001, "b.xml": b"<a/>" * 300_001})),
        ("a.epub", epub({"a.xhtml": "<p/>" * 300_001, "b.xhtml": "<p/>" * 300_001})),
    ],
)
def test_the_tags_of_all_parts_count_together(name: str, data: bytes) -> None:
    """Parts that are within a limit one by one are refused where all of them together are not."""
    with pytest.raises(IngestError, match="unpacks to far more than a text needs"):
        ingest(name, data)


def test_an_archive_of_endless_files_is_refused_before_they_are_listed() -> None:
    """A list of entries takes more than what is in them."""
    with pytest.raises(IngestError, match=r"is an archive of more than 5,000 files; save the text alone"):
        ingest("a.docx", docx(["a"], {f"word/{number}": "" for number in range(5_000)}))
    assert ingest("a.docx", docx(["a"], {f"word/{number}": "" for number in range(4_900)})).text == "a\n"


def test_what_a_reader_does_not_foresee_is_said(monkeypatch: pytest.MonkeyPatch, new_process: None) -> None:
    """An error of any sort in a reader, or the end of its process, is a sentence with what to do."""
    from generator.ingest import plain

    monkeypatch.setattr(plain, "read", lambda name, data: data["x"])
    with pytest.raises(IngestError, match=r"^cannot be read: it is damaged, or needs more memory than a text does; copy"):
        ingest("a.txt", b"words")


def test_reading_leaves_no_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, new_process: None) -> None:
    """Neither what is read nor what is refused leaves anything on the disk."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(confined, "_TIRED", 0)
    for name, data in (("a.pdf", pdf([["Words"]])), ("a.epub", epub({"a.xhtml": f"<p>{WORDS}</p>"})), ("a.docx", archive({"x": "y"}))):
        try:
            ingest(name, data)
        except IngestError as error:
            assert "is an archive" in str(error)  # noqa: PT017 - the other two are read
    assert list(tmp_path.iterdir()) == []
