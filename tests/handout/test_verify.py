"""`briefs verify` finds what was changed in a handout, says in words what holds, and survives any file."""

from __future__ import annotations

import hashlib
import io
import json
import zlib
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.evidence_file import digest_of_list
from generator.printed import squeezed, times
from generator.verifying import layer, reading, verify
from tests.support.handouts import GOLDEN

QUOTE = "The bridge is safe for people on foot"
SOURCES = GOLDEN / "briefs"


@pytest.fixture
def handouts(golden_handouts: dict[str, bytes]) -> dict[str, bytes]:
    """The handouts of the golden publication, in every form and size."""
    return golden_handouts


def run(*arguments: object) -> Result:
    """What `briefs verify` says; a traceback fails the test."""
    return CliRunner().invoke(main, ["verify", *map(str, arguments)], catch_exceptions=False)


def change(handouts: dict[str, bytes], folder: Path, mend: Callable[[pikepdf.Pdf], None], name: str = "old-bridge.pdf") -> Path:
    """A handout with something changed in it."""
    with pikepdf.open(io.BytesIO(handouts[name])) as pdf:
        mend(pdf)
        pdf.save(folder / "changed.pdf")
    return folder / "changed.pdf"


def attached(pdf: pikepdf.Pdf, name: str) -> Any:
    """What an attachment holds."""
    return json.loads(pdf.attachments[name].get_file().read_bytes())


def attach(pdf: pikepdf.Pdf, name: str, content: Any) -> None:
    """Put something else in an attachment's place."""
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, data)


def rewrite_letter(pdf: pikepdf.Pdf, words: str) -> None:
    """Change one glyph where some words are first drawn."""
    for page in pdf.pages:
        reader = layer._Page()
        codes: dict[int, str] = {}
        instructions = list(pikepdf.parse_content_stream(page))
        for number, instruction in enumerate(instructions):
            if str(instruction.operator) == "Tf":
                codes = reader.codes(page.Resources.Font[str(instruction.operands[0])])
            elif str(instruction.operator) == "TJ" and words in "".join(layer._decoded(instruction.operands, codes)):
                shown = list(instruction.operands[0])
                index = next(at for at, part in enumerate(shown) if "".join(layer._decoded([part], codes)).isalpha())
                glyphs = bytearray(bytes(shown[index]))
                other = next(code for code, text in codes.items() if text.isalpha() and code.to_bytes(2, "big") != glyphs[:2])
                glyphs[:2] = other.to_bytes(2, "big")
                shown[index] = pikepdf.String(bytes(glyphs))
                instructions[number] = pikepdf.ContentStreamInstruction([pikepdf.Array(shown)], instruction.operator)
                page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(instructions))
                return
    raise AssertionError("the words are not drawn")


def test_every_form_is_verified(handouts: dict[str, bytes], tmp_path: Path) -> None:
    """Every handout holds as it was made, against its sources, too; the text of each item stands in the full ones."""
    for name, content in handouts.items():
        (tmp_path / name).write_bytes(content)
        verdict = verify(tmp_path / name, SOURCES)
        assert verdict.holds, (name, verdict)
    assert len(verify(tmp_path / "booklet.pdf").parts) == 2


def test_what_is_verified_is_said(handouts: dict[str, bytes], tmp_path: Path) -> None:
    """The answer counts what was held against what, and says what it does not prove."""
    (tmp_path / "x.pdf").write_bytes(handouts["old-bridge.pdf"])
    result = run(tmp_path / "x.pdf")
    assert result.exit_code == 0
    assert "holds: all 9 passages have the words that their hashes name" in result.output
    assert "It is no signature" in result.output
    assert "all 9 passages stand in their source, word for word" in run(tmp_path / "x.pdf", "--sources", SOURCES).output


def test_the_full_form_prints_every_passage_and_one_page_does_not(handouts: dict[str, bytes]) -> None:
    """The evidence of each form names what that form prints."""
    with pikepdf.open(io.BytesIO(handouts["old-bridge.pdf"])) as full, pikepdf.open(io.BytesIO(handouts["old-bridge-onepage.pdf"])) as one:
        whole, part = attached(full, "evidence.json")["printed"], attached(one, "evidence.json")["printed"]
    assert all(whole.values())
    assert set(part) == set(whole)
    assert not all(part.values())


def test_a_letter_changed_in_the_text_is_found(handouts: dict[str, bytes], tmp_path: Path) -> None:
    """One glyph of a quote that is another one is found, though the same words stand elsewhere in the file."""
    result = run(change(handouts, tmp_path, lambda pdf: rewrite_letter(pdf, QUOTE[:24])))
    assert result.exit_code == 1
    assert "quote:safe-on-foot: stands in the text" in result.output
    assert "Not verified." in result.output


def test_a_letter_that_is_read_as_another_is_found(handouts: dict[str, bytes], tmp_path: Path) -> None:
    """A glyph that looks as before and is copied as another letter is found."""

    def mislead(pdf: pikepdf.Pdf) -> None:
        for font in pdf.pages[0].Resources.Font.values():
            mapping = font.ToUnicode.read_bytes()
            font.ToUnicode = pdf.make_stream(mapping.replace(b"<0066>", b"<0076>"))  # f is copied as v

    assert "quote:safe-on-foot" in run(change(handouts, tmp_path, mislead)).output


def shown_pieces(evidence: dict[str, Any]) -> list[dict[str, Any]]:
    """The pieces whose words are public."""
    return [piece for passage in evidence["passages"] for piece in passage["pieces"] if "exact" in piece]


def evidence_words(evidence: dict[str, Any]) -> None:
    """Change a letter of a passage."""
    piece = next(piece for piece in shown_pieces(evidence) if "safe" in piece["exact"])
    piece["exact"] = piece["exact"].replace("safe", "sage")


def evidence_title(evidence: dict[str, Any]) -> None:
    """Change the words of the first text of the brief."""
    evidence["texts"][0]["words"] = "Another title"


def evidence_words_and_hash(evidence: dict[str, Any]) -> None:
    """Change a letter of a passage and the hash of its words."""
    evidence_words(evidence)
    for piece in shown_pieces(evidence):
        piece["sha256"] = hashlib.sha256(piece["exact"].encode()).hexdigest()


def evidence_words_and_hashes(evidence: dict[str, Any]) -> None:
    """Change a letter of a passage and all hashes over it."""
    evidence_words_and_hash(evidence)
    evidence["sha256"] = digest_of_list([*evidence["texts"], *evidence["passages"]])


@pytest.mark.parametrize(
    ("mend", "said"),
    [
        (evidence_words, "its words were changed"),
        (evidence_words_and_hash, "evidence.json was changed"),
        (evidence_words_and_hashes, "quote:safe-on-foot: the evidence does not have these words"),
        (lambda evidence: evidence["passages"].pop(), "evidence.json was changed"),
        (lambda evidence: evidence["texts"].pop(), "brief.json says"),
        (lambda evidence: evidence["printed"].pop("title"), "does not say what this file prints"),
        (lambda evidence: evidence["printed"].update({"title": 1}), "title: stands in the text"),
        (lambda evidence: evidence["sources"][0].update(sha256="0" * 64), "is not the file that brief.json names"),
        (lambda evidence: evidence["brief"].update(sha256="0" * 64), "brief.json is not the one"),
    ],
)
def test_changed_evidence_is_found(handouts: dict[str, bytes], tmp_path: Path, mend: Callable[[Any], None], said: str) -> None:
    """A change in evidence.json is found, with or without the hashes that go with it."""

    def rewrite(pdf: pikepdf.Pdf) -> None:
        evidence = attached(pdf, "evidence.json")
        mend(evidence)
        attach(pdf, "evidence.json", evidence)

    result = run(change(handouts, tmp_path, rewrite))
    assert result.exit_code == 1
    assert said in result.output


@pytest.mark.parametrize("old", ["safe for people", "closes to cars", "How long will"])
def test_a_changed_brief_is_found(handouts: dict[str, bytes], tmp_path: Path, old: str) -> None:
    """A letter changed in brief.json is found, even where evidence.json was given its new hash."""

    def rewrite(pdf: pikepdf.Pdf) -> None:
        new = old.replace("s", "z", 1).replace("H", "Z")
        brief = pdf.attachments["brief.json"].get_file().read_bytes().replace(old.encode(), new.encode())
        evidence = attached(pdf, "evidence.json")
        evidence["brief"]["sha256"] = hashlib.sha256(brief).hexdigest()
        attach(pdf, "brief.json", brief)
        attach(pdf, "evidence.json", evidence)

    assert run(change(handouts, tmp_path, rewrite)).exit_code == 1


def test_who_changes_everything_is_found_by_the_sources(handouts: dict[str, bytes], tmp_path: Path) -> None:
    """Both attachments and all hashes rewritten, for words that are not printed: only the source files tell."""

    def rewrite(pdf: pikepdf.Pdf) -> None:
        old, new = b"close to cars on 1 March", b"close to cars on 9 March"
        brief, written = (pdf.attachments[name].get_file().read_bytes().replace(old, new) for name in ("brief.json", "evidence.json"))
        evidence = json.loads(written)
        for piece in shown_pieces(evidence):
            piece["sha256"] = hashlib.sha256(piece["exact"].encode()).hexdigest()
        evidence["sha256"] = digest_of_list([*evidence["texts"], *evidence["passages"]])
        evidence["brief"]["sha256"] = hashlib.sha256(brief).hexdigest()
        attach(pdf, "brief.json", brief)
        attach(pdf, "evidence.json", evidence)

    path = change(handouts, tmp_path, rewrite, "old-bridge-onepage.pdf")
    assert run(path).exit_code == 0
    result = run(path, "--sources", SOURCES)
    assert result.exit_code == 1
    assert "other words stand at its place in the source courier" in result.output


def test_a_changed_source_is_found(handouts: dict[str, bytes], tmp_path: Path) -> None:
    """A source that is another file than the one that was cited is missing by its hash."""
    (tmp_path / "x.pdf").write_bytes(handouts["old-bridge.pdf"])
    (tmp_path / "sources").mkdir()
    for source in (SOURCES / "old-bridge/sources").iterdir():
        (tmp_path / "sources" / source.name).write_bytes(source.read_bytes().replace(b"1 March", b"2 March"))
    result = run(tmp_path / "x.pdf", "--sources", tmp_path / "sources")
    assert result.exit_code == 1
    assert "courier (sources/courier.txt): no file in" in result.output


def test_evidence_by_itself(handouts: dict[str, bytes], tmp_path: Path) -> None:
    """The evidence.json of a handout can be verified without it."""
    with pikepdf.open(io.BytesIO(handouts["old-bridge.pdf"])) as pdf:
        evidence = attached(pdf, "evidence.json")
    (tmp_path / "evidence.json").write_text(json.dumps(evidence), encoding="utf-8")
    assert run(tmp_path / "evidence.json", "--sources", SOURCES).exit_code == 0
    for mend in (evidence_words, evidence_title):
        changed = deepcopy(evidence)
        mend(changed)
        (tmp_path / "evidence.json").write_text(json.dumps(changed), encoding="utf-8")
        assert run(tmp_path / "evidence.json").exit_code == 1


def test_a_brief_by_itself(handouts: dict[str, bytes], tmp_path: Path) -> None:
    """The brief.json of a handout, or of the site, can be verified without it: by its own anchors, and by the sources."""
    with pikepdf.open(io.BytesIO(handouts["old-bridge.pdf"])) as pdf:
        brief = pdf.attachments["brief.json"].get_file().read_bytes()
    path = tmp_path / "brief.json"
    path.write_bytes(brief)
    assert run(path).exit_code == 0
    assert "all 9 quotes and passages stand in their source" in run(path, "--sources", SOURCES).output
    path.write_bytes(brief.replace(b'"text": "The bridge is safe', b'"text": "The bridge is save'))
    assert "quote:safe-on-foot: no place in brief.json has these words" in run(path).output
    path.write_bytes(brief.replace(b"The bridge is safe", b"The bridge is save"))
    assert run(path).exit_code == 0
    assert "quote:safe-on-foot: other words stand at its place" in run(path, "--sources", SOURCES).output


def blank(**attachments: bytes) -> bytes:
    """A PDF with one empty page and some attachments, by name without an ending."""
    stream = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        for name, content in attachments.items():
            attach(pdf, f"{name}.json", content)
        pdf.save(stream)
    return stream.getvalue()


def circular() -> bytes:
    """A PDF whose structure tree holds itself."""
    stream = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        element = pdf.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.P))
        element.K = pikepdf.Array([element])
        pdf.Root.StructTreeRoot = pdf.make_indirect(pikepdf.Dictionary(K=element))
        pdf.save(stream)
    return stream.getvalue()


def bomb() -> bytes:
    """A PDF with an attachment that is small and unpacks to a gigabyte."""
    stream = io.BytesIO()
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(1 << 20)) for _ in range(1024)) + packer.flush()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        attach(pdf, "evidence.json", b"{}")
        pdf.attachments["evidence.json"].obj.EF.F.write(packed, filter=pikepdf.Name.FlateDecode)
        pdf.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is no JSON"),
        (b"\x00\xff\xfe", "is no JSON"),
        (b"[" * 100_000, "is no JSON"),
        (b"{}", "has another form"),
        (b'{"format": "explainer-brief-evidence/1", "passages": 3}', "has another form"),
        (b"%PDF-1.7\n", "it is no PDF that can be read"),
        (b"%PDF-1.7\n" + b"1 0 obj << /Type /Catalog >>\n" * 100, "it is no PDF that can be read"),
        (blank(), "it carries no evidence.json"),
        (blank(evidence=b"{}"), "evidence.json has another form"),
        (blank(evidence=b"[" * 100_000), "is no JSON"),
        (circular(), "its structure is no tree"),
    ],
)
def test_any_file_gets_an_answer(tmp_path: Path, content: bytes, said: str) -> None:
    """What is no handout is said in words, with exit status 1."""
    (tmp_path / "x.pdf").write_bytes(content)
    result = run(tmp_path / "x.pdf")
    assert result.exit_code == 1
    assert said in result.output


def test_a_file_that_grows_has_no_room_to(tmp_path: Path) -> None:
    """An attachment that unpacks to more than the reader may hold ends the reader, not the program."""
    (tmp_path / "x.pdf").write_bytes(bomb())
    result = run(tmp_path / "x.pdf")
    assert result.exit_code == 1
    assert "it is no PDF that can be read" in result.output
    assert "too large" not in result.output  # which is said of what could be unpacked


def test_a_file_that_never_ends_is_given_up(handouts: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that takes longer than the reader may take is given up."""
    monkeypatch.setattr(reading, "SECONDS", 0.01)
    (tmp_path / "x.pdf").write_bytes(handouts["old-bridge.pdf"])
    assert "cannot be read in" in run(tmp_path / "x.pdf").output


def test_no_file_is_wrong_usage(tmp_path: Path) -> None:
    """A file that is not there is wrong usage."""
    assert run(tmp_path / "none.pdf").exit_code == 2


@pytest.mark.parametrize("text", ["وقال الوزير 15 شيئا", "김정은 위원장", "office – “fine” café"])
def test_words_are_found_however_they_are_set(text: str) -> None:
    """White space, hyphens at line ends and ligatures make no difference; any other letter does."""
    printed = squeezed(f"x {text[:4]}-\n{text[4:]} y".replace("ffi", "ﬃ"))
    assert times(text, printed) == 1
    assert times(f"{text}z", printed) == 0


def test_right_to_left_text_is_read_in_its_order() -> None:
    """Glyphs of Arabic and Hebrew, which are drawn from left to right, come out in the order in which they are read."""
    assert layer.logical("ملاس 15 ABC"[::-1].replace("51", "15").replace("CBA", "ABC")) == "ملاس 15 ABC"
    assert layer.logical("plain 15") == "plain 15"
