"""Evidence is signed, keys are kept, and a file that somebody else has made is told from one that the publisher has."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from click.testing import CliRunner, Result
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, NoEncryption, PrivateFormat

from generator.desk.building import render, with_fonts
from generator.desk.printing import handouts
from generator.desk.publication import Publication, open_publication
from generator.desk.signing import signing_of
from generator.doors.cli import main
from generator.dossier.form import with_digest
from generator.dossier.signature import SigningKey, key_set, public_keys, signature_of
from generator.engine.cache import Cache
from generator.engine.keys import KEY, KEY_FILE, new_key, read_key
from generator.errors import PublicationError
from generator.ingest import fetching
from generator.ingest.article import IngestError
from generator.ingest.fetching import Fetched
from generator.press.parts import digests
from generator.press.press import Press
from generator.verifying import handout_file
from tests.support.handouts import GOLDEN

NAME = "old-bridge.pdf"
ADDRESS = "https://briefs.example.org/old-bridge/evidence.json"


def run(*arguments: object) -> Result:
    """What `briefs` says; a traceback fails the test."""
    return CliRunner().invoke(main, list(map(str, arguments)), catch_exceptions=False)


def publication(root: Path, key: Path | None) -> Iterator[Publication]:
    """A publication that signs with a key, or with none."""
    with pytest.MonkeyPatch.context() as environment:
        environment.delenv(KEY, raising=False)
        environment.setenv(KEY_FILE, str(key or ""))
        yield open_publication(root / "mkdocs.yml")


def handout(root: Path, key: Path | None, cache: Path) -> bytes:
    """The one-sheet handout of the old bridge, as a publication makes it."""
    for found in publication(root, key):
        prints, _ = with_fonts(found, handouts(found, found.survey(), ["old-bridge"], "onepage"))
        press = Press(Cache(cache), 1, seal=signing_of(found).seal)
        try:
            (result,) = press.collect(press.submit(prints))
        finally:
            press.close()
    assert result.pdf is not None, result.problem
    return result.pdf


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two keys: the publisher's, and somebody else's."""
    folder = tmp_path_factory.mktemp("keys")
    for name in ("own", "other"):
        new_key(folder / name)
    return folder


@pytest.fixture(scope="module")
def signed(keys: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A handout that the publisher has signed."""
    return handout(GOLDEN, keys / "own", tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module")
def forgeries(keys: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Handouts with other words, made whole with the program itself: by somebody without a key, and by somebody with another one."""
    root = tmp_path_factory.mktemp("forged") / "publication"
    shutil.copytree(GOLDEN, root, ignore=shutil.ignore_patterns("site", ".cache"))
    for path in (root / "briefs").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes().replace(b"on 1 March", b"on 9 March"))
    cache = tmp_path_factory.mktemp("cache")
    lines = (root / "briefs/old-bridge/brief.yml").read_text(encoding="utf-8").splitlines()
    unpinned = "\n".join(line for line in lines if "sha256:" not in line)
    (root / "briefs/old-bridge/brief.yml").write_text(unpinned, encoding="utf-8")
    return {"no key": handout(root, None, cache), "another key": handout(root, keys / "other", cache)}


@pytest.fixture
def file(signed: bytes, tmp_path: Path) -> Path:
    """The signed handout as a file."""
    (tmp_path / NAME).write_bytes(signed)
    return tmp_path / NAME


def evidence_in(pdf: bytes) -> dict[str, Any]:
    """The evidence that a handout carries."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        found: dict[str, Any] = json.loads(opened.attachments["evidence.json"].get_file().read_bytes())
        return found


def changed(path: Path, mend: Callable[[pikepdf.Pdf, dict[str, Any]], dict[str, Any]]) -> Path:
    """A handout with something changed in it, and its evidence made anew with the program's own functions."""
    with pikepdf.open(path) as pdf:
        evidence = mend(pdf, json.loads(pdf.attachments["evidence.json"].get_file().read_bytes()))
        for _ in range(2):  # what is attached anew has another checksum, which the digests hold
            content = json.dumps(with_digest(evidence | {"parts": digests(pdf)})).encode()
            pdf.attachments["evidence.json"] = pikepdf.AttachedFileSpec(pdf, content)
        pdf.save(path.with_name("changed.pdf"))
    return path.with_name("changed.pdf")


def own_name(keys: Path) -> str:
    """The short name of the publisher's key."""
    return read_key(keys / "own").public.name


def test_who_signed_is_said(file: Path, keys: Path) -> None:
    """A signed handout holds, says who signed it, and with the publisher's keys that it was the publisher."""
    alone, held = run("verify", file), run("verify", file, "--key", keys / "own.public.json")
    assert (alone.exit_code, held.exit_code) == (0, 0), held.output
    address = "https://briefs.example.org/keys.json"
    assert f"signed: with the key {own_name(keys)}, which is published at {address}, as the file says" in alone.output
    assert "Whose key that is, only a set of keys from its owner says" in alone.output
    assert f"It is what was signed with the key {own_name(keys)}, which {keys / 'own.public.json'} names" in held.output


def test_the_address_of_the_published_digest_is_said(file: Path) -> None:
    """Whoever verifies a file learns where the digest is published."""
    assert f"published: the digest stands at {ADDRESS}, as the file says; --online compares it" in run("verify", file).output


def test_a_handout_prints_its_version_and_its_key(signed: bytes, file: Path, keys: Path) -> None:
    """The version is how the SHA-256 of brief.json begins; the key is named beside it."""
    with pikepdf.open(io.BytesIO(signed)) as pdf:
        version = hashlib.sha256(pdf.attachments["brief.json"].get_file().read_bytes()).hexdigest()[:12]
    words = "".join(handout_file.read(file).text.split())
    assert f"version{version},signedwiththekey{own_name(keys)}" in words


def test_the_same_is_signed_alike(signed: bytes, keys: Path, tmp_path: Path) -> None:
    """A handout that is made and signed anew has the same bytes."""
    assert handout(GOLDEN, keys / "own", tmp_path) == signed


def test_another_key_is_not_the_publishers(file: Path, keys: Path) -> None:
    """Keys that do not name the one that signed fail the file."""
    result = run("verify", file, "--key", keys / "other.public.json")
    assert result.exit_code == 1
    assert f"is signed with the key {own_name(keys)}, which {keys / 'other.public.json'} does not name" in result.output


@pytest.mark.parametrize("made", ["no key", "another key"])
def test_a_whole_forgery_is_told(forgeries: dict[str, bytes], made: str, keys: Path, tmp_path: Path) -> None:
    """What somebody else makes whole is named as unsigned, or with its own key, and fails the publisher's keys and sources."""
    (tmp_path / NAME).write_bytes(forgeries[made])
    alone = run("verify", tmp_path / NAME)
    assert alone.exit_code == 0
    other = read_key(keys / "other").public.name
    assert ("unsigned: it carries no signature, so anybody can have made it whole" if made == "no key" else f"key {other}") in alone.output
    assert own_name(keys) not in alone.output
    held = run("verify", tmp_path / NAME, "--key", keys / "own.public.json")
    assert held.exit_code == 1
    assert ("anybody can have made it" if made == "no key" else "does not name") in held.output
    against = run("verify", tmp_path / NAME, "--sources", GOLDEN / "briefs")
    assert against.exit_code == 1
    assert "is the one that was cited" in against.output


def unsign(evidence: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Evidence without its signature."""
    return {name: value for name, value in evidence.items() if name != "signature"} | more


def repaint(pdf: pikepdf.Pdf, evidence: dict[str, Any]) -> dict[str, Any]:
    """Paint over a page, where no text is."""
    pdf.pages[0].contents_add(b"/Artifact BMC 1 1 1 rg 0 0 600 800 re f EMC")
    return evidence


def other_signature(pdf: pikepdf.Pdf, evidence: dict[str, Any]) -> dict[str, Any]:
    """Take the signature of a file that says something else."""
    return evidence | {"printed": {**evidence["printed"], "title": 0}}


@pytest.mark.parametrize(
    ("mend", "said"),
    [
        (repaint, "evidence.json was changed after it was signed"),
        (other_signature, "evidence.json was changed after it was signed"),
        (lambda pdf, evidence: unsign(evidence), "and carries no signature"),
        (lambda pdf, evidence: unsign(evidence, key="0" * 16), "which its evidence does not name"),
        (lambda pdf, evidence: unsign(evidence, key=None), "it prints that it is signed with the key"),
        (lambda pdf, evidence: evidence | {"signature": "x..y"}, "its signature has another form than is known"),
        (lambda pdf, evidence: evidence | {"signature": 3}, "has another form than is known"),
    ],
)
def test_a_signed_file_that_was_changed_is_found(
    file: Path, mend: Callable[[pikepdf.Pdf, dict[str, Any]], dict[str, Any]], said: str
) -> None:
    """Whoever renews all digests with the program's own functions cannot renew the signature; one that was taken out is missed."""
    result = run("verify", changed(file, mend))
    assert result.exit_code == 1
    assert said in result.output


def test_a_signature_is_what_the_documentation_says(signed: bytes, keys: Path) -> None:
    """It is a JSON Web Signature with detached content over the file's canonical JSON, which others can verify without this program."""
    evidence = evidence_in(signed)
    protected, detached, signature = evidence.pop("signature").split(".")
    payload = json.dumps(evidence, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    header = json.loads(base64.urlsafe_b64decode(protected + "=="))
    published = json.loads((keys / "own.public.json").read_bytes())["keys"][0]
    raw = base64.urlsafe_b64decode(published["x"] + "==")
    content = f"{protected}.{base64.urlsafe_b64encode(payload).decode().rstrip('=')}".encode()
    Ed25519PublicKey.from_public_bytes(raw).verify(base64.urlsafe_b64decode(signature + "=="), content)
    assert (detached, header["alg"], header["kid"]) == ("", "EdDSA", published["kid"])


def test_a_build_publishes_signed_evidence_and_the_keys(keys: Path, tmp_path: Path) -> None:
    """The site has the evidence, signed with the key, and keys.json names that key and those that were used before."""
    root = tmp_path / "publication"
    shutil.copytree(GOLDEN, root, ignore=shutil.ignore_patterns("site", ".cache"))
    shutil.copy(keys / "other.public.json", root / "old.json")
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(config.replace("- briefs:\n", "- briefs:\n      public_keys: [old.json]\n"), encoding="utf-8")
    for found in publication(root, keys / "own"):
        rendered = render(found, found.survey(), preview=False)
    files = {file.path: file.content for file in rendered.files}
    signature = signature_of(json.loads(files["old-bridge/evidence.json"]))
    assert signature is not None
    assert signature.holds
    assert [key.name for key in public_keys(files["keys.json"])] == [own_name(keys), read_key(keys / "other").public.name]
    page = next(page.html for page in rendered.pages if page.address == "old-bridge/")
    assert f"signed with the key {own_name(keys)}</span></p>" in page
    assert "https://briefs.example.org/keys.json" in page
    assert hashlib.sha256(files["old-bridge/brief.json"]).hexdigest()[:12] in page


def test_without_a_key_nothing_speaks_of_one() -> None:
    """A publication that has no key publishes none, and its pages name none."""
    for found in publication(GOLDEN, None):
        rendered = render(found, found.survey(), preview=False)
    files = {file.path: file.content for file in rendered.files}
    assert "keys.json" not in files
    assert "signature" not in json.loads(files["old-bridge/evidence.json"])
    assert not any("signed with" in page.html for page in rendered.pages)


# Keys


def test_a_new_key_is_its_owners(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`keys new` makes a private key that nobody else may read, never over another file, and `keys show` prints the public one."""
    monkeypatch.chdir(tmp_path)
    result = run("keys", "new")
    assert result.exit_code == 0
    path = tmp_path / "signing-key.pem"
    assert os.name != "posix" or path.stat().st_mode & 0o777 == 0o600
    before = path.read_bytes()
    again = run("keys", "new")
    assert again.exit_code == 2
    assert "no key is ever overwritten" in again.output
    assert path.read_bytes() == before
    assert run("keys", "show").output == (tmp_path / "signing-key.pem.public.json").read_text(encoding="utf-8")
    assert b"PRIVATE" not in (tmp_path / "signing-key.pem.public.json").read_bytes()
    assert read_key(path).public.name in result.output


def test_a_public_key_in_the_way_leaves_no_half_of_a_pair(tmp_path: Path) -> None:
    """Where the public key's file is there already, no private key stays behind."""
    (tmp_path / "k.public.json").touch()
    assert run("keys", "new", tmp_path / "k").exit_code == 2
    assert not (tmp_path / "k").exists()


def test_no_key_is_made_where_files_are_published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the folder of the briefs, or below it, `keys new` makes none."""
    run("init", tmp_path / "x")
    monkeypatch.chdir(tmp_path / "x" / "briefs")
    result = run("keys", "new", "first-brief/k.pem")
    assert result.exit_code == 1
    assert "from where files are published; keep it elsewhere" in result.output
    assert not (tmp_path / "x/briefs/first-brief/k.pem").exists()


def pem(key: Any, encryption: Any = None) -> bytes:
    """A private key as PEM."""
    return bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, encryption or NoEncryption()))


def test_a_key_that_cannot_be_used_is_said_to_be(keys: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A key that others may read, that is published, of another kind, behind a password or none at all ends the build in words."""
    docs = tmp_path / "briefs"
    docs.mkdir()
    own = read_key(keys / "own").private
    cases = {
        "open": (pem(own), 0o644, "others on this machine may read the signing key: chmod 600"),
        "briefs/k": (pem(own), 0o600, "does not belong into briefs/"),
        "rsa": (pem(generate_private_key(65537, 2048)), 0o600, "of another kind than Ed25519"),
        "locked": (pem(own, BestAvailableEncryption(b"x")), 0o600, "wants a password"),
        "nonsense": (b"nonsense", 0o600, "is no private key in PEM"),
    }
    for name, (content, mode, said) in cases.items():
        path = tmp_path / name
        path.write_bytes(content)
        path.chmod(mode)
        with pytest.raises(PublicationError, match=said):
            read_key(path, docs)
    with pytest.raises(PublicationError, match="cannot be read"):
        read_key(tmp_path / "none", docs)
    monkeypatch.setenv(KEY, pem(own).decode())
    monkeypatch.setenv(KEY_FILE, str(keys / "own"))
    with pytest.raises(PublicationError, match="both BRIEFS_SIGNING_KEY and BRIEFS_SIGNING_KEY_FILE are set"):
        signing_of(open_publication(GOLDEN / "mkdocs.yml"))


def test_a_key_in_the_environment_signs(keys: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The key itself may stand in the environment, its line ends written as they are or as \\n."""
    monkeypatch.delenv(KEY_FILE, raising=False)
    for line_end in ("\n", "\\n"):
        monkeypatch.setenv(KEY, (keys / "own").read_text(encoding="utf-8").replace("\n", line_end))
        signing = signing_of(open_publication(GOLDEN / "mkdocs.yml"))
        assert signing.key is not None
        assert signing.key.public.name == own_name(keys)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"-----BEGIN PRIVATE KEY-----", "is a private key: never give it away"),
        (b"{}", "holds no public key"),
        (b'{"keys": [{"kty": "OKP", "crv": "Ed25519", "x": "AA"}]}', "holds no public key"),
        (b"[]", "holds no public key"),
        (b"\xff", "holds no public key"),
        (b"[" * 100_000, "holds no public key"),
    ],
)
def test_what_is_no_set_of_keys_is_wrong_usage(file: Path, tmp_path: Path, content: bytes, said: str) -> None:
    """A file without public keys verifies nothing, and is said to have none."""
    (tmp_path / "keys.json").write_bytes(content)
    result = run("verify", file, "--key", tmp_path / "keys.json")
    assert result.exit_code == 2
    assert said in result.output


# On the web


class Web:
    """Pages by their addresses, in place of the network."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.pages: dict[str, bytes] = {}
        self.asked: list[str] = []
        monkeypatch.setattr(fetching, "fetch", self.fetch)

    def fetch(self, url: str) -> Fetched:
        self.asked.append(url)
        if url not in self.pages:
            raise IngestError("answers with the status 404; save the page in a browser, and import the file")
        return Fetched(url, self.pages[url])


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Web:
    """No network."""
    return Web(monkeypatch)


def published(evidence: dict[str, Any], key: SigningKey | None = None) -> bytes:
    """The evidence of a handout as its site publishes it."""
    bare = {name: value for name, value in evidence.items() if name not in ("printed", "parts", "signature")}
    content = json.dumps(with_digest(bare)).encode()
    return key.signed(content) if key else content


def test_nothing_is_fetched_unless_it_is_asked_for(file: Path, web: Web) -> None:
    """Without --online, and with keys from a file, nobody is asked anything."""
    run("verify", file)
    assert web.asked == []


def test_what_is_published_is_compared(signed: bytes, file: Path, keys: Path, web: Web) -> None:
    """With --online the published digest is compared, of a handout and of the brief.json in it; another one fails, with both days."""
    evidence = evidence_in(signed)
    with pikepdf.open(io.BytesIO(signed)) as pdf:
        brief = file.with_name("brief.json")
        brief.write_bytes(pdf.attachments["brief.json"].get_file().read_bytes())
    web.pages[ADDRESS] = published(evidence, read_key(keys / "own"))
    for path in (file, brief):
        result = run("verify", path, "--online")
        assert result.exit_code == 0, result.output
        assert f"its digest is the one that is published at {ADDRESS}" in result.output
    later = evidence | {"brief": evidence["brief"] | {"as_of": "2030-01-01", "sha256": "0" * 64}}
    web.pages[ADDRESS] = published(later)
    for path in (file, brief):
        result = run("verify", path, "--online")
        assert result.exit_code == 1
        assert f"another version is published at {ADDRESS} (as of 2030-01-01 there, {evidence['brief']['as_of']} here)" in result.output
    assert set(web.asked) == {ADDRESS}


def test_a_digest_that_is_only_named_is_not_compared(signed: bytes, file: Path, web: Web) -> None:
    """Published evidence counts by what it says, never by the digest that it names."""
    evidence = evidence_in(signed)
    other = json.loads(published(evidence | {"texts": []})) | {"sha256": evidence["sha256"]}
    web.pages[ADDRESS] = json.dumps(other).encode()
    assert "another version is published" in run("verify", file, "--online").output


@pytest.mark.parametrize(
    ("page", "said"),
    [(None, "answers with the status 404"), (b"<html>", "is no evidence"), (b"[]", "is no evidence"), (b"[" * 100_000, "is no evidence")],
)
def test_what_cannot_be_compared_fails(file: Path, web: Web, page: bytes | None, said: str) -> None:
    """Where nothing is published, or something else, the comparison that was asked for fails, and nobody is told to import the page."""
    web.pages |= {ADDRESS: page} if page is not None else {}
    result = run("verify", file, "--online")
    assert result.exit_code == 1
    assert said in result.output
    assert "import the file" not in result.output


def test_keys_come_from_an_address(file: Path, keys: Path, web: Web) -> None:
    """`--key` takes an address, too, and one that cannot be had is wrong usage."""
    address = "https://briefs.example.org/keys.json"
    web.pages[address] = key_set([read_key(keys / "own").public])
    assert run("verify", file, "--key", address).exit_code == 0
    assert run("verify", file, "--key", "https://briefs.example.org/none.json").exit_code == 2


def test_only_https_is_fetched(file: Path) -> None:
    """An address with http is refused before anything is asked."""
    result = run("verify", file, "--key", "http://briefs.example.org/keys.json")
    assert result.exit_code == 2
    assert "only https is fetched" in result.output
