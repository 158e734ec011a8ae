"""`briefs verify` finds what was changed in a handout, says in words what holds, and survives any file."""

from __future__ import annotations

import hashlib
import io
import json
import re
import sys
import zlib
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from click.testing import CliRunner, Result

from generator.doors.cli import main
from generator.dossier.form import digest_of, with_digest
from generator.dossier.printed import squeezed, times
from generator.engine import storage
from generator.engine.limits import Limits
from generator.press.parts import digests
from generator.verifying import Against, identity, layer, meaning, verify
from generator.verifying.turned import standing
from generator.wording.wording import Wordings
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
        verdict = verify(tmp_path / name, Against(SOURCES))
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


def reshape(pdf: pikepdf.Pdf) -> None:
    """Change the outlines of letters."""
    for font in pdf.pages[0].Resources.Font.values():
        descriptor = font.DescendantFonts[0].FontDescriptor
        outlines = bytearray(descriptor.FontFile2.read_bytes())
        outlines[-1] ^= 1
        descriptor.FontFile2 = pdf.make_stream(bytes(outlines))


def redraw_and_remap(pdf: pikepdf.Pdf) -> None:
    """Draw another glyph where a quote stands, and say that this glyph is read as the old letter, so that copying shows no difference."""
    before = layer_text(pdf)
    rewrite_letter(pdf, QUOTE[:24])
    for font in pdf.pages[0].Resources.Font.values():
        mapping = font.ToUnicode.read_bytes()
        old, new = (f"{ord(letter):04x}".encode() for letter in changed_letter(before, layer_text(pdf)))
        font.ToUnicode = pdf.make_stream(mapping.replace(b"<" + new + b">", b"<" + old + b">"))


def layer_text(pdf: pikepdf.Pdf) -> str:
    """What a reader copies out of a file."""
    return "".join(layer.text_of(pdf))


def changed_letter(before: str, after: str) -> tuple[str, str]:
    """The letter that is another one, before and after."""
    return next((old, new) for old, new in zip(before, after, strict=True) if old != new)


def element_with_text(pdf: pikepdf.Pdf) -> Any:
    """A structure element with content of its own."""
    return next(thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/P" and "/K" in thing)


def cover(pdf: pikepdf.Pdf) -> None:
    """Lay a note over the first page."""
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FreeText, Rect=[0, 0, 600, 800], Contents="Confirmed")
    pdf.pages[0].Annots = pikepdf.Array([*pdf.pages[0].Annots, pdf.make_indirect(note)])


def paint_over(pdf: pikepdf.Pdf) -> None:
    """Paint a white box over the first page, as an artifact, which no text is."""
    pdf.pages[0].contents_add(b"/Artifact BMC 1 1 1 rg 0 0 600 800 re f EMC")


def rename(pdf: pikepdf.Pdf) -> None:
    """Give a file another title."""
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:title"] = "Another title"


def lead_elsewhere(pdf: pikepdf.Pdf) -> None:
    """Let a link lead elsewhere."""
    link = next(link for page in pdf.pages for link in page.Annots if "/A" in link and "/URI" in link.A)
    link.A.URI = pikepdf.String("https://example.net/")


@pytest.mark.parametrize(
    ("mend", "said"),
    [
        (reshape, "letters may look like others than those that programs read"),
        (redraw_and_remap, "page 2 was changed"),
        (lambda pdf: element_with_text(pdf).update({"/ActualText": "Confirmed"}), "screen readers may read other words"),
        (lambda pdf: element_with_text(pdf).update({"/Alt": "Confirmed"}), "screen readers may read other words"),
        (cover, "page 1 was changed"),
        (paint_over, "page 1 was changed"),
        (lambda pdf: pdf.pages.remove(p=3), "page 3 is missing: the file was made with 3 pages"),
        (lambda pdf: pdf.add_blank_page(), "page 4 was added: the file was made with 3 pages"),
        (lambda pdf: pdf.pages.reverse(), "page 1 was changed"),
        (rename, "the properties were changed"),
        (lambda pdf: pdf.trailer.Info.update({"/ModDate": "D:20300101000000Z"}), "the properties were changed"),
        (lambda pdf: attach(pdf, "more.json", b"{}"), "the properties were changed"),
        (lead_elsewhere, "page 1 was changed"),
    ],
)
def test_any_part_that_was_changed_is_found(handouts: dict[str, bytes], tmp_path: Path, mend: Callable[[Any], None], said: str) -> None:
    """What is changed beside the words, or so that the words that are copied stay the same, is found, and said in words."""
    result = run(change(handouts, tmp_path, mend))
    assert result.exit_code == 1
    assert said in result.output
    assert "Get the file again from where it was published" in result.output


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"linearize": True},
        {"object_stream_mode": pikepdf.ObjectStreamMode.disable},
        {"compress_streams": False},
        {"recompress_flate": True},
    ],
)
def test_a_file_that_was_only_saved_anew_holds(handouts: dict[str, bytes], tmp_path: Path, options: dict[str, Any]) -> None:
    """A program may number and pack the objects of a file otherwise: nothing in it is changed by that."""
    for name in ("old-bridge.pdf", "alte-bruecke-large.pdf", "booklet.pdf"):
        with pikepdf.open(io.BytesIO(handouts[name])) as pdf:
            pdf.save(tmp_path / name, **options)
        assert (tmp_path / name).read_bytes() != handouts[name]
        assert verify(tmp_path / name).holds


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Claimed", "fact:"),
        ("The cost is", "key-point:"),
    ],
)
def test_words_beside_quotes_are_held_too(handouts: dict[str, bytes], tmp_path: Path, words: str, said: str) -> None:
    """A status or a key point that is changed on the page is found by brief.json, even where the digests of the page were renewed."""

    def rewrite(pdf: pikepdf.Pdf) -> None:
        rewrite_letter(pdf, words)
        attach(pdf, "evidence.json", attached(pdf, "evidence.json") | {"parts": digests(pdf)})

    result = run(change(handouts, tmp_path, rewrite))
    assert result.exit_code == 1
    assert "parts of the file are as they were made" in result.output
    assert any(line.strip().startswith(said) and "stands in the text" in line for line in result.output.splitlines()), result.output


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
    evidence["sha256"] = digest_of(evidence)


@pytest.mark.parametrize(
    ("mend", "said"),
    [
        (evidence_words, "its words were changed"),
        (evidence_words_and_hash, "evidence.json was changed"),
        (evidence_words_and_hashes, "quote:safe-on-foot: the evidence does not have these words"),
        (lambda evidence: evidence["brief"].update(title="Another"), "evidence.json was changed"),
        (lambda evidence: evidence["brief"].update(as_of="2030-01-01"), "evidence.json was changed"),
        (lambda evidence: evidence["sources"][0].update(publisher="Another"), "evidence.json was changed"),
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


@pytest.mark.parametrize(
    ("mend", "said"),
    [
        (
            lambda evidence: evidence["brief"].update(title="Another"),
            "the title is “The Old Bridge closes” in brief.json, and “Another” in",
        ),
        (lambda evidence: evidence["brief"].update(url="https://example.net/"), "the address is “https://briefs.example.org/old-bridge/”"),
        (lambda evidence: evidence["brief"].update(as_of="2030-01-01"), "the date (as of) is"),
        (lambda evidence: evidence["sources"][0].update(title="Another"), "source courier: the title is"),
        (lambda evidence: evidence["sources"][0].update(publisher="Another"), "source courier: the publisher is"),
        (lambda evidence: evidence["sources"][0].update(url="https://example.net/"), "source courier: the address is"),
        (
            lambda evidence: evidence["sources"].append({**evidence["sources"][0], "id": "new"}),
            "source new: the title is left out in brief",
        ),
        (lambda evidence: evidence["sources"].insert(0, evidence["sources"][0]), "source courier: the title is left out in brief.json"),
    ],
)
def test_what_the_evidence_says_of_itself_is_held_too(
    handouts: dict[str, bytes], tmp_path: Path, mend: Callable[[Any], None], said: str
) -> None:
    """Titles, addresses, dates and publishers that are changed in evidence.json, its digest with them, are not those of brief.json."""

    def rewrite(pdf: pikepdf.Pdf) -> None:
        evidence = attached(pdf, "evidence.json")
        mend(evidence)
        attach(pdf, "evidence.json", with_digest(evidence))

    result = run(change(handouts, tmp_path, rewrite))
    assert result.exit_code == 1
    assert f"    {said}" in result.output


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


def test_who_changes_everything_that_is_attached_is_found_by_the_version(handouts: dict[str, bytes], tmp_path: Path) -> None:
    """Both attachments and all hashes rewritten, for words that are not printed: the page still prints the version of the old ones."""

    def rewrite(pdf: pikepdf.Pdf) -> None:
        old, new = b"close to cars on 1 March", b"close to cars on 9 March"
        brief, written = (pdf.attachments[name].get_file().read_bytes().replace(old, new) for name in ("brief.json", "evidence.json"))
        evidence = json.loads(written)
        for piece in shown_pieces(evidence):
            piece["sha256"] = hashlib.sha256(piece["exact"].encode()).hexdigest()
        evidence["brief"]["sha256"] = hashlib.sha256(brief).hexdigest()
        del evidence["printed"]["version"]
        attach(pdf, "brief.json", brief)
        attach(pdf, "evidence.json", with_digest(evidence))
        renewed = {"printed": {"version": 0, **evidence["printed"]}, "parts": digests(pdf)}
        attach(pdf, "evidence.json", with_digest(evidence | renewed))

    result = run(change(handouts, tmp_path, rewrite, "old-bridge-onepage.pdf"))
    assert result.exit_code == 1
    (failure,) = (line for line in result.output.splitlines() if line.startswith("    "))
    assert failure.strip().startswith("it prints the version ")


def test_a_changed_source_is_found(handouts: dict[str, bytes], tmp_path: Path) -> None:
    """A source that is another file than the one that was cited is missing by its hash."""
    (tmp_path / "x.pdf").write_bytes(handouts["old-bridge.pdf"])
    (tmp_path / "sources").mkdir()
    for source in (SOURCES / "old-bridge/sources").iterdir():
        (tmp_path / "sources" / source.name).write_bytes(source.read_bytes().replace(b"1 March", b"2 March"))
    result = run(tmp_path / "x.pdf", "--sources", tmp_path / "sources")
    assert result.exit_code == 1
    assert re.search(r"courier \([^)]*\): no file in \S+ is the one that was cited", result.output)


def test_a_source_under_another_name_is_found(handouts: dict[str, bytes], tmp_path: Path) -> None:
    """Sources are known by their hash: what they are called in the folder is all the same."""
    (tmp_path / "x.pdf").write_bytes(handouts["old-bridge.pdf"])
    (tmp_path / "sources").mkdir()
    for number, source in enumerate((SOURCES / "old-bridge/sources").iterdir()):
        (tmp_path / f"sources/{number}.bak").write_bytes(source.read_bytes())
    assert run(tmp_path / "x.pdf", "--sources", tmp_path / "sources").exit_code == 0


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


@pytest.fixture
def brief(handouts: dict[str, bytes]) -> dict[str, Any]:
    """The brief.json of a handout."""
    with pikepdf.open(io.BytesIO(handouts["old-bridge.pdf"])) as pdf:
        found: dict[str, Any] = attached(pdf, "brief.json")
        return found


def saved(folder: Path, brief: dict[str, Any]) -> Path:
    """A brief.json as a file."""
    (folder / "brief.json").write_text(json.dumps(brief), encoding="utf-8")
    return folder / "brief.json"


def test_a_brief_by_itself(brief: dict[str, Any], tmp_path: Path) -> None:
    """The brief.json of a handout, or of the site, can be verified without it: by its own digest and anchors, and by the sources."""
    path = saved(tmp_path, brief)
    assert run(path).exit_code == 0
    assert "all 9 quotes and passages stand in their source" in run(path, "--sources", SOURCES).output
    (tmp_path / "none").mkdir()
    result = run(path, "--sources", tmp_path / "none")
    assert "courier: no file in" in result.output
    assert "other words stand" not in result.output  # nothing was there to compare with


INVENTED = {"id": "new", "text": "The bridge is new.", "status": "confirmed"}
CITED = {"source": "courier", "quote": "The bridge is new"}


@pytest.mark.parametrize(
    ("mend", "said"),
    [
        (lambda brief: brief["quotes"][0].update(text="The bridge is save"), "no place in brief.json has these words"),
        (lambda brief: brief["facts"].append(INVENTED), "fact:new: rests on no passage"),
        (lambda brief: brief["facts"].append(INVENTED | {"evidence": []}), "fact:new: rests on no passage"),
        (lambda brief: brief["facts"].append(INVENTED | {"evidence": [CITED]}), "fact:new: no place in brief.json has these words"),
        (lambda brief: brief["facts"].pop(0), "nothing in brief.json rests on its place 1"),
        (lambda brief: brief["sources"].pop(0), "brief.json has no source courier"),
        (lambda brief: brief.pop("sha256"), "names no digest"),
    ],
)
def test_a_brief_is_held_whole(brief: dict[str, Any], tmp_path: Path, mend: Callable[[Any], None], said: str) -> None:
    """What was changed in a brief.json is found by its digest, and what rests on nothing where its digest was renewed, too."""
    mend(brief)
    changed = run(saved(tmp_path, brief))
    assert changed.exit_code == 1
    assert "brief.json was changed" in changed.output or "names no digest" in changed.output
    renewed = run(saved(tmp_path, with_digest(brief) if "sha256" in brief else brief))
    assert renewed.exit_code == 1
    assert said in renewed.output


@pytest.mark.parametrize("key", ["title", "summary", "as_of", "facts", "questions", "timeline"])
def test_every_word_of_a_brief_is_in_its_digest(brief: dict[str, Any], tmp_path: Path, key: str) -> None:
    """A word that rests on no source is found, too, where it was changed."""
    written = json.dumps(brief[key])
    brief[key] = json.loads(written.replace("The", "Tha").replace("2026", "2027").replace("bridge", "ridge"))
    assert json.dumps(brief[key]) != written
    assert "brief.json was changed: its digest differs" in run(saved(tmp_path, brief)).output


def test_who_changes_a_brief_alike_is_found_by_the_sources(brief: dict[str, Any], tmp_path: Path) -> None:
    """Words changed in the items and in their places, and the digest renewed: only the source files tell."""
    changed = json.loads(json.dumps(brief).replace("The bridge is safe", "The bridge is save"))
    path = saved(tmp_path, with_digest(changed))
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
        (b"", "it is empty"),
        (b"\n", "it is empty"),
        (b"\x00\xff\xfe", "it is neither a handout"),
        (b"Dear reader", "it is neither a handout"),
        (b"[" * 100_000, "it is neither a handout"),
        (b"{}", "it is neither a handout"),
        (b'{"a":' * 100_000, "is no JSON"),
        (b'{"format": "explainer-brief/1"', "is damaged"),
        (b'{"format": "explainer-brief/9"}', "A newer version of briefs may have made it"),
        (b'{"format": "explainer-brief/1", "title": "\\ud800"}', "holds characters that are none"),
        (b'{"format": "explainer-brief-evidence/2", "passages": 3}', "has another form"),
        (b'{"format": "explainer-brief-evidence/1", "passages": []}', "is of an older form"),
        (b'{"format": "explainer-brief-evidence/3"}', "A newer version of briefs may have made it"),
        (b"%PDF-1.7\n", "it is no PDF that can be read"),
        (b"%PDF-1.7\n" + b"1 0 obj << /Type /Catalog >>\n" * 100, "it is no PDF that can be read"),
        (blank(), "it carries no evidence.json"),
        (blank(evidence=b"{}"), "evidence.json has another form"),
        (blank(evidence=b"[" * 100_000), "it is neither a handout"),
        (blank(evidence=b'{"a":' * 100_000), "is no JSON"),
        (circular(), "its structure is no tree"),
    ],
)
def test_any_file_gets_an_answer(tmp_path: Path, content: bytes, said: str) -> None:
    """What is no handout is said in words, with exit status 1."""
    (tmp_path / "x.pdf").write_bytes(content)
    result = run(tmp_path / "x.pdf")
    assert result.exit_code == 1
    assert said in result.output
    assert "Error" not in result.output


def test_a_file_that_wants_a_password(handouts: dict[str, bytes], tmp_path: Path) -> None:
    """A PDF that nobody can open without a password is said to be encrypted, and what to do; one that everybody can open holds."""
    with pikepdf.open(io.BytesIO(handouts["old-bridge.pdf"])) as pdf:
        pdf.save(tmp_path / "x.pdf", encryption=pikepdf.Encryption(owner="x", user="y"))
        pdf.save(tmp_path / "open.pdf", encryption=pikepdf.Encryption(owner="x", user=""))
    assert "it is encrypted, and it wants a password: get it as it was published" in run(tmp_path / "x.pdf").output
    assert run(tmp_path / "open.pdf").exit_code == 0


def test_half_a_file(handouts: dict[str, bytes], tmp_path: Path) -> None:
    """A PDF whose end is missing is said to be damaged, without the words of a program."""
    (tmp_path / "x.pdf").write_bytes(handouts["old-bridge.pdf"][:-600])
    result = run(tmp_path / "x.pdf")
    assert result.exit_code == 1
    assert "it is damaged, or a part of it is missing" in result.output
    assert str(tmp_path / "x.pdf") not in result.output.replace(f"{tmp_path / 'x.pdf'}: cannot", "")


def test_a_file_cannot_speak_for_the_program(handouts: dict[str, bytes], tmp_path: Path) -> None:
    """A title that holds line ends and commands for a terminal is printed without them."""
    with pikepdf.open(io.BytesIO(handouts["old-bridge.pdf"])) as pdf:
        evidence = attached(pdf, "evidence.json")
    evidence["brief"]["title"] = "x\nVerified.\x1b[2J"
    evidence["texts"][0]["words"] = "changed"
    (tmp_path / "evidence.json").write_text(json.dumps(evidence), encoding="utf-8")
    result = run(tmp_path / "evidence.json")
    assert "\x1b" not in result.output
    assert not any(line.startswith("Verified") for line in result.output.splitlines())


def test_a_file_that_grows_has_no_room_to(tmp_path: Path) -> None:
    """An attachment that unpacks to more than the reader may hold ends the reader, not the program."""
    (tmp_path / "x.pdf").write_bytes(bomb())
    result = run(tmp_path / "x.pdf")
    assert result.exit_code == 1
    assert "it is no PDF that can be read" in result.output
    assert "too large" not in result.output  # which is said of what could be unpacked


def test_a_file_that_never_ends_is_given_up(handouts: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that takes longer than the reader may take is given up."""
    monkeypatch.setattr(sys.modules[verify.__module__], "LIMITS", Limits(0.001, 700))
    with pikepdf.open(io.BytesIO(handouts["old-bridge.pdf"])) as pdf:
        (tmp_path / "x.json").write_text(json.dumps(attached(pdf, "evidence.json")), encoding="utf-8")
    (tmp_path / "x.pdf").write_bytes(handouts["old-bridge.pdf"])
    for name in ("x.pdf", "x.json"):
        said = run(tmp_path / name).output
        assert "cannot be verified: it takes more than 0.001 seconds to be verified; verify the handout of one brief instead" in said


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
    assert layer.logical(list("ملاس 15 ABC"[::-1].replace("51", "15").replace("CBA", "ABC"))) == "ملاس 15 ABC"
    assert squeezed(layer.logical(list("Siemens AG (Köln) " + "شركة"[::-1]))) == squeezed("شركة Siemens AG (Köln)")
    assert layer.logical(list("plain 15")) == "plain 15"


@pytest.mark.parametrize(
    ("words", "drawn"),
    [
        ("جسر Bridge-2026 في", "يف Bridge-2026 رسج"),
        ("في 2026 (COVID-19 و PDF).", ".)PDF و COVID-19) 2026 يف"),
        ("عام 2026-03-01 بنسبة", "ةبسنب 01-03-2026 ماع"),
        ("גשר 25% ב-2026-03-01", "2026-03-01-ב 25% רשג"),
        ("COVID-19, SARS 2", "SARS 2 ,COVID-19"),
    ],
)
def test_numbers_among_letters_that_run_to_the_left_are_found(words: str, drawn: str) -> None:
    """Numbers, and words beside them, are found however the algorithm for two directions has drawn them; other numbers are not."""
    read = squeezed(f"قال {layer.logical(list(drawn), runs_left=True)} نعم")
    assert standing(words, read) == 1
    assert standing(words.translate({ord("2"): "3"}), read) == 0


def test_text_that_nothing_ends_is_read() -> None:
    """Words of a text object that a file never closes are not lost: readers show them, too."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    page.contents_add(b"BT (ab) Tj")
    assert list(layer._Page().read(page, {}, None, 0)) == [(None, "\ufffd")]


# What is claimed, and what holds it


def rewritten(mend: Callable[[dict[str, Any]], Any], *, renew: bool = True) -> Callable[[pikepdf.Pdf], None]:
    """A change in a handout's evidence, with the digest renewed or not."""

    def rewrite(pdf: pikepdf.Pdf) -> None:
        evidence = attached(pdf, "evidence.json")
        mend(evidence)
        attach(pdf, "evidence.json", with_digest(evidence) if renew else evidence)

    return rewrite


def renewed_brief(mend: Callable[[dict[str, Any]], Any]) -> Callable[[pikepdf.Pdf], None]:
    """A change in a handout's brief.json, with all the hashes over it."""

    def rewrite(pdf: pikepdf.Pdf) -> None:
        brief = attached(pdf, "brief.json")
        mend(brief)
        content = json.dumps(with_digest(brief)).encode()
        attach(pdf, "brief.json", content)
        rewritten(lambda evidence: evidence["brief"].update(sha256=hashlib.sha256(content).hexdigest()))(pdf)

    return rewrite


HELD: dict[str, Callable[[pikepdf.Pdf], Any]] = {
    "title, address, date, sources, texts and passages have the digest that evidence.json names": rewritten(
        lambda evidence: evidence["brief"].update(as_of="2030-01-01"), renew=False
    ),
    "passages have the words that their hashes name": rewritten(evidence_words),
    "brief.json is the one that the evidence names": lambda pdf: attach(pdf, "brief.json", attached(pdf, "brief.json")),
    "title, address, language and date of the evidence are those of brief.json": rewritten(
        lambda evidence: evidence["brief"].update(url="https://example.net/")
    ),
    "sources have the title, publisher, dates and addresses that brief.json gives them": rewritten(
        lambda evidence: evidence["sources"][0].update(url="https://example.net/")
    ),
    "quotes and passages of the brief have the words of their evidence": renewed_brief(
        lambda brief: brief["quotes"][0].update(text="I said so")
    ),
    "texts of the brief are those that the evidence has": renewed_brief(lambda brief: brief.update(summary="Nothing is known.")),
    "passages stand where brief.json says": renewed_brief(lambda brief: brief["anchors"][0].update(line=9)),
    "texts and passages stand in the file as they were printed": lambda pdf: rewrite_letter(pdf, QUOTE[:24]),
    "the version that is printed": renewed_brief(lambda brief: brief.update(status="draft")),
    "parts of the file are as they were made: its pages, fonts, tags and properties": reshape,
    "sources are there, as they were when they were cited": rewritten(lambda evidence: evidence["sources"][0].update(sha256="0" * 64)),
    "passages stand in their source, word for word, where the evidence says": rewritten(
        lambda evidence: evidence["passages"][0].update(line=evidence["passages"][0]["line"] + 1)
    ),
}


def test_every_sentence_has_a_change_that_it_finds(handouts: dict[str, bytes], tmp_path: Path) -> None:
    """Each thing that is said to hold fails for a change that it is about, and nothing is said to hold that no change was found for."""
    (tmp_path / "x.pdf").write_bytes(handouts["old-bridge.pdf"])
    (part,) = verify(tmp_path / "x.pdf", Against(SOURCES)).parts
    assert [sentence for check in part.checks for sentence in HELD if check.holds.startswith(sentence)] == list(HELD)
    assert len(part.checks) == len(HELD)
    for sentence, mend in HELD.items():
        (changed,) = verify(change(handouts, tmp_path, mend), Against(SOURCES)).parts
        assert [check.passed for check in changed.checks if check.holds.startswith(sentence)] == [False], sentence


CLAIMS: dict[str, Callable[[pikepdf.Pdf], Any]] = {
    "no word": lambda pdf: rewrite_letter(pdf, "Claimed"),
    "no letter’s shape": reshape,
    "no page": lambda pdf: pdf.pages.remove(p=2),
    "no attachment": lambda pdf: attach(pdf, "brief.json", attached(pdf, "brief.json") | {"status": "draft"}),
}


def test_the_verdict_claims_what_is_held_and_no_more(handouts: dict[str, bytes], tmp_path: Path) -> None:
    """Of each thing that a verdict says was not changed, a change fails; the sentence names nothing else."""
    assert f"Nothing in the file was changed by itself: {', '.join(CLAIMS)}." == meaning.WHOLE
    for claim, mend in CLAIMS.items():
        assert run(change(handouts, tmp_path, mend)).exit_code == 1, claim


@pytest.mark.parametrize(
    ("language", "words"), [("en", "This is version {}."), ("de", "Dies ist die Fassung {}."), ("xx", "Version {} is how")]
)
def test_another_version_is_found_in_every_language(language: str, words: str) -> None:
    """A handout says its version in the words of its language; where that is another one than its data have, both are named."""
    templates = storage.read_templates((storage.templates_folder(),))
    assert all(f'_("{sentence}"' in templates["handout/brief.html.j2"] for sentence in identity.SENTENCES)
    own, wording = identity.Names("0" * 12, None), Wordings(templates).of(language)
    (right,) = identity.printed_names(squeezed(words.format("0" * 12)), own, [own], wording)
    (wrong,) = identity.printed_names(squeezed(words.format("a" * 12)), own, [own], wording)
    assert right.passed
    assert wrong.failures == ("it prints the version aaaaaaaaaaaa, and its brief.json is the version 000000000000",)
