"""`briefs verify` holds a site, in a folder or on the web, against its manifest, and says in words what is wrong with it."""

from __future__ import annotations

import gzip
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from click.testing import CliRunner, Result

from generator.desk.building import render, write_manifest
from generator.desk.publication import open_publication
from generator.desk.verify import MOST_FILES
from generator.doors.cli import main
from generator.dossier.form import with_digest
from generator.engine.keys import KEY_FILE, new_key, read_key
from generator.ingest import fetching
from generator.ingest.article import IngestError
from generator.ingest.fetching import Fetched
from generator.verifying.site import is_inside
from tests.support.handouts import GOLDEN

HOME = "https://briefs.example.org/"
AWKWARD = "assets/Brücken & Wege 100%.txt"

Change = Callable[[Path], object]


def run(*arguments: object) -> Result:
    """What `briefs verify` says; a traceback fails the test."""
    return CliRunner().invoke(main, ["verify", *map(str, arguments)], catch_exceptions=False)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of the golden publication as a signed site, without what MkDocs makes of it; beside it the keys."""
    folder = tmp_path_factory.mktemp("built")
    site = folder / "site"
    new_key(folder / "own")
    new_key(folder / "other")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv(KEY_FILE, str(folder / "own"))
        publication = open_publication(GOLDEN / "mkdocs.yml")
        rendered = render(publication, publication.survey(), preview=False)
        for file in rendered.files:
            write(site / file.path, file.content)
        write(site / AWKWARD, b"words")
        write(site / "index.html", b"<title>Home</title>")
        write_manifest(publication, rendered, site)
    return folder


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    """A site of a test's own."""
    shutil.copytree(built / "site", tmp_path / "site")
    return tmp_path / "site"


def write(path: Path, content: bytes) -> None:
    """Write a file, its folder with it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def renewed(site: Path, **more: Any) -> None:
    """Change the manifest, and its digest with it; the signature goes."""
    content = json.loads((site / "manifest.json").read_bytes())
    bare = {name: value for name, value in content.items() if name not in ("signature", "key")}
    (site / "manifest.json").write_text(json.dumps(with_digest(bare | more)), encoding="utf-8")


def listing(site: Path, *paths: str) -> None:
    """List more files, by their names."""
    files = json.loads((site / "manifest.json").read_bytes())["files"]
    renewed(site, files=[*files, *({"path": path, "bytes": 1, "sha256": "0" * 64} for path in paths)])


def test_a_site_as_it_was_built_is_verified(site: Path, built: Path) -> None:
    """All files, the signature, and each brief's data are held; with the publisher's keys it is said whose they are."""
    alone, held = run(site), run(site, "--key", built / "own.public.json")
    assert (alone.exit_code, held.exit_code) == (0, 0), alone.output
    name = read_key(built / "own").public.name
    assert f"says that it is the site of {HOME}, built by explainer-briefs" in alone.output
    assert "files are as manifest.json lists them" in alone.output
    assert f"signed: with the key {name}" in alone.output
    assert "holds: old-bridge/brief.json" in alone.output
    assert "holds: old-bridge/evidence.json" in alone.output
    assert f"It is what was signed with the key {name}, which {built / 'own.public.json'} names" in held.output
    assert run(site, "--key", built / "other.public.json").exit_code == 1


def test_all_that_is_wrong_is_said_at_once(site: Path) -> None:
    """What was changed, is missing or was added is named, in order, and what a changed file says is held, too."""
    write(site / "index.html", b"<title>Hom</title>")
    (site / AWKWARD).unlink()
    write(site / "phish/index.html", b"")
    data = json.loads((site / "old-bridge/evidence.json").read_bytes())
    write(site / "old-bridge/evidence.json", json.dumps(data | {"texts": []}).encode())
    result = run(site)
    assert result.exit_code == 1
    found = [result.output.index(said) for said in (
        f"{AWKWARD} is missing", "index.html was changed: it has 18 bytes, and 19 are listed", "old-bridge/evidence.json was changed:",
        "phish/index.html is not listed", "fails: old-bridge/evidence.json", "Not verified. The site is not as it was built",
    )]  # fmt: skip
    assert found == sorted(found)
    assert run(site).output == result.output


def test_what_hosts_keep_beside_a_site_is_named_only(site: Path) -> None:
    """Hidden entries, what a host is told, and packed twins that hold the same are no finding; a twin that holds other words is one."""
    for name in (".nojekyll", ".well-known/security.txt", "CNAME", "index.html.br"):
        write(site / name, b"x")
    write(site / "index.html.gz", gzip.compress((site / "index.html").read_bytes()))
    result = run(site)
    assert result.exit_code == 0, result.output
    assert "not listed, and not held against anything: .nojekyll, .well-known, CNAME, index.html.br, index.html.gz" in result.output
    whole = gzip.compress((site / "index.html").read_bytes())
    for content in (gzip.compress(b"other words"), gzip.compress(b"0" * 10_000_000), whole[:-9], whole[:10] + b"\xff" + whole[11:], b"x"):
        write(site / "index.html.gz", content)
        result = run(site)
        assert result.exit_code == 1
        assert "index.html.gz is packed, and unpacked it is not index.html" in result.output


def forged(site: Path) -> None:
    """Change a file, and make the list anew."""
    write(site / "index.html", b"x")
    files = json.loads((site / "manifest.json").read_bytes())["files"]
    digest = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
    changed = {"path": "index.html", "bytes": 1, "sha256": digest}
    renewed(site, files=[changed if file["path"] == "index.html" else file for file in files])


def linked(site: Path) -> None:
    """Have a link in the place of a folder."""
    shutil.move(site / "old-bridge", site.parent / "elsewhere")
    (site / "old-bridge").symlink_to(site.parent / "elsewhere")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda site: (site / "manifest.json").unlink(), "it has no manifest.json"),
        (lambda site: write(site / "manifest.json", (site / "manifest.json").read_bytes()[:-40]), "is damaged, or a part of it is missing"),
        (lambda site: write(site / "manifest.json", b"[" * 100_000), "is damaged"),
        (lambda site: write(site / "manifest.json", b'{"name": "My app", "icons": []}'), "is of another kind"),
        (lambda site: write(site / "manifest.json", b"[]"), "is of another kind"),
        (lambda site: renewed(site, format="explainer-brief-site/9"), "“explainer-brief-site/9”. A newer version of briefs"),
        (lambda site: renewed(site, files=[{"path": 1}]), "has another form than is known: files.0.path"),
        (lambda site: renewed(site, files=[{"path": "x", "bytes": 10**400, "sha256": ""}]), "another form than is known: files.0.bytes"),
        (lambda site: renewed(site, signature="x"), "its signature has another form than is known"),
        (lambda site: listing(site, "../../etc/passwd"), "../../etc/passwd names no file within the site"),
        (lambda site: listing(site, "/etc/passwd", "a/../b", "a//b", "a\\b", ""), "an empty name names no file within the site"),
        (lambda site: listing(site, "index.html"), "index.html is listed 2 times"),
        (linked, "old-bridge/brief.json is no file, or a link leads there"),
        (lambda site: renewed(site, briefs=[{"slug": "old-bridge", "sources": [], "handouts": []}]), "old-bridge has other sources"),
        (lambda site: write(site / "manifest.json", (site / "manifest.json").read_bytes().replace(b"-briefs", b"-briefz")), "was changed"),
    ],
)
def test_a_site_that_is_none_is_told_in_words(site: Path, change: Change, said: str) -> None:
    """Whatever the manifest and the files are, there are words for it and no traceback, and nothing outside of the site is read."""
    change(site)
    result = run(site)
    assert result.exit_code == 1
    assert said in result.output


def test_a_list_that_was_made_anew_has_no_signature(site: Path, built: Path) -> None:
    """Who changes a file and the list with it is told as unsigned, and fails the publisher's keys."""
    forged(site)
    result = run(site)
    assert result.exit_code == 0, result.output
    assert "unsigned: manifest.json carries no signature" in result.output
    result = run(site, "--key", built / "own.public.json")
    assert result.exit_code == 1
    assert "manifest.json carries no signature: anybody can have made it" in result.output


@pytest.mark.parametrize("path", ["a\nb", "a\x00b", ".", "a/", "./a", "C:/x", "a/.."])
def test_a_name_has_one_form(path: str) -> None:
    """Other ways of naming a file, and names that act on a terminal, are none."""
    assert not is_inside(path)


def test_what_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    """A name of nothing is said to be one."""
    result = run(tmp_path / "none")
    assert result.exit_code == 2
    assert "there is no file or folder" in result.output


# On the web


class Host:
    """A site below an address, in place of the network: `hidden` files are not served."""

    def __init__(self, site: Path, at: str, monkeypatch: pytest.MonkeyPatch) -> None:
        self.site, self.at, self.asked = site, at, list[str]()
        monkeypatch.setattr(fetching, "fetch", self.fetch)

    def fetch(self, url: str) -> Fetched:
        assert " " not in url
        self.asked.append(url)
        path = self.site / unquote(urlsplit(url).path.removeprefix(urlsplit(self.at).path))
        if not url.startswith(self.at) or not path.is_file():
            raise IngestError("answers with the status 404; save the page in a browser, and import the file")
        return Fetched(url, path.read_bytes())


@pytest.mark.parametrize("named", ["", "manifest.json", "manifest.json?x=1#y"])
def test_a_site_on_the_web_is_fetched_and_verified(site: Path, monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    """Below a path, with names that addresses must write otherwise; the site may be named by its manifest, too."""
    host = Host(site, "https://host.example/news/", monkeypatch)
    result = run(f"https://host.example/news/{named}")
    assert result.exit_code == 0, result.output
    assert len(host.asked) == 1 + len(json.loads((site / "manifest.json").read_bytes())["files"])
    if not named:
        assert run("https://host.example/news").exit_code == 0


def test_what_a_host_does_not_serve_or_changes_is_named(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that cannot be had and one that the host has shrunk fail, and nobody is told to import a page."""
    Host(site, HOME, monkeypatch)
    (site / AWKWARD).unlink()
    write(site / "index.html", b"<title>Home")
    result = run(HOME)
    assert result.exit_code == 1
    assert f"{AWKWARD} answers with the status 404\n" in result.output
    assert "index.html was changed: it has 11 bytes" in result.output
    assert "import" not in result.output


def test_a_site_on_the_web_has_bounds(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More files or bytes than anybody fetches are refused before any is fetched; names outside of the site are asked for by nobody."""
    host = Host(site, HOME, monkeypatch)
    listing(site, *(f"f{number}" for number in range(MOST_FILES)))
    result = run(HOME)
    assert result.exit_code == 1
    assert "5,000 files and 500 MB are fetched at most; verify a copy of it in a folder" in result.output
    assert len(host.asked) == 1
    renewed(site, files=[{"path": "../x", "bytes": 10**12, "sha256": ""}, {"path": "y" * 300, "bytes": 1, "sha256": ""}])
    result = run(HOME)
    assert "../x names no file within the site" in result.output
    assert [url for url in host.asked if "x" in url.rpartition("/")[2]] == []


@pytest.mark.parametrize(
    ("address", "said"),
    [("http://briefs.example.org/", "only https is fetched"), ("https://127.0.0.1/", "no public address"), ("https://[x/", "no address")],
)
def test_an_address_that_is_not_fetched_is_told_in_words(address: str, said: str) -> None:
    """A site is fetched as sources are: by https, from public addresses."""
    result = run(address)
    assert result.exit_code == 1
    assert said in result.output


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_is_no_manifest(site: Path) -> None:
    """What would never end is not read."""
    (site / "manifest.json").unlink()
    os.mkfifo(site / "manifest.json")
    assert "is no file, or a link leads there" in run(site).output
