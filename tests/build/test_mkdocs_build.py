"""`mkdocs build` through the plugin alone."""

from __future__ import annotations

import gzip
import io
import json
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

import pikepdf
import pytest

from generator.images import image
from tests.build.conftest import DOT, REASON, Tree


def text_of(path: str, content: bytes) -> str:
    """The words of a built file, of whatever form."""
    if path.endswith(".pdf"):
        return subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True, check=True).stdout.decode()
    return (gzip.decompress(content) if path.endswith(".gz") else content).decode(errors="replace")


def unpacked_bytes(path: str, content: bytes) -> bytes:
    """The bytes of a built file, of a PDF those of all its streams, attachments included."""
    if not path.endswith(".pdf"):
        return gzip.decompress(content) if path.endswith(".gz") else content
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return b"\n".join(stream.read_bytes() for stream in pdf.objects if isinstance(stream, pikepdf.Stream))


class Anchors(HTMLParser):
    """The ids of a page, and the addresses it leads to."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.addresses: list[str] = []
        self.feed(content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids.add(value or "")
            elif name in ("href", "src") and value is not None:
                self.addresses.append(value)


def dead_ends(files: dict[str, bytes], base: str) -> list[str]:
    """Links inside of the site, served at `base`, that lead nowhere."""
    pages = {path: Anchors(content) for path, content in files.items() if path.endswith(".html")}
    found: list[str] = []
    for path, page in pages.items():
        for address in page.addresses:
            target = urlsplit(urljoin(base + path, address))
            if f"{target.scheme}://{target.netloc}/" != "http://site/":
                continue
            if not target.path.startswith(urlsplit(base).path):
                found.append(f"{path}: {address}")
                continue
            name = unquote(target.path.removeprefix(urlsplit(base).path))
            name = f"{name}index.html" if name.endswith("/") or not name else name
            known = pages[name].ids | {""} if name in pages else {"", None}
            if name not in files or (unquote(target.fragment) not in known):
                found.append(f"{path}: {address}")
    return found


def test_a_publication_builds(filled: Tree) -> None:
    """The plugin alone makes pages, the list on the home page, data and handouts."""
    files = filled.files()
    assert b'href="old-bridge/"' in files["index.html"]
    assert b"The Old Bridge closes to cars" in files["old-bridge/index.html"]
    assert files["old-bridge/old-bridge.pdf"].startswith(b"%PDF-")
    assert json.loads(files["old-bridge/brief.json"])["slug"] == "old-bridge"
    assert files["old-bridge/media/dot.png"] == image("dot.png", DOT)
    assert filled.leftovers() == []


def test_every_link_leads_somewhere(filled: Tree) -> None:
    """Each address and fragment inside of the site exists, from ordinary pages, briefs, evidence and the error page."""
    assert dead_ends(filled.files(), "http://site/") == []
    page = Anchors(filled.files()["old-bridge/index.html"])
    assert {"#fact-bridge-closes", "#term-weir", "#actor-rover", "media/dot.png", "old-bridge.pdf"} <= set(page.addresses)


def test_ordinary_pages_lead_to_briefs(tree: Tree) -> None:
    """A link to a brief, an item, a handout, data or what an editor writes of a brief leads there; a strict build has no warning."""
    tree.write(
        "briefs/deeper/page.md",
        "# A page\n\n[a](brief:old-bridge) [b *c*](fact:old-bridge/bridge-closes) [d](../old-bridge/old-bridge.pdf)\n"
        "[e](../old-bridge/brief.json) [f](../old-bridge/brief.yml#facts) [g](../old-bridge/article.md) `fact:old-bridge/x`\n",
    )
    tree.edit("briefs/index.md", ("\n", "\n[h](quote:old-bridge/safe-on-foot)\n"))
    for folders, end in (("true", ""), ("false", "index.html")):
        tree.edit("mkdocs.yml", ("docs_dir:", f"use_directory_urls: {folders}\ndocs_dir:"))
        tree.built("--strict")
        files = tree.files()
        assert dead_ends(files, "http://site/") == []
        way = "../" if end else "../../"
        led = Anchors(files["deeper/page.html" if end else "deeper/page/index.html"]).addresses
        bridge = f"{way}old-bridge/{end}"
        beside = [f"{way}old-bridge/old-bridge.pdf", f"{way}old-bridge/brief.json"]
        assert {bridge, f"{bridge}#fact-bridge-closes", f"{bridge}#facts", *beside} <= set(led)
        assert f"old-bridge/{end}#quote-safe-on-foot" in Anchors(files["index.html"]).addresses
        tree.edit("mkdocs.yml", (f"use_directory_urls: {folders}\n", ""))


def test_an_ordinary_page_does_not_lead_to_what_is_not_public(tree: Tree) -> None:
    """A link to a draft, or to an item that is not there, is its words alone, and fails a strict build."""
    tree.write("briefs/about.md", "# About\n\n[our *draft*](brief:first-brief), [a fact](fact:old-bridge/none), [people](brief:actors).\n")
    assert tree.build("--strict").returncode == 1
    log = tree.built()
    assert [name in log for name in ("brief:first-brief", "fact:old-bridge/none", "brief:actors")] == [True] * 3
    assert b"<p>our <em>draft</em>, a fact, people.</p>" in tree.files()["about/index.html"]


def test_raw_files_are_not_published(filled: Tree) -> None:
    """What an editor writes (YAML, sources, the article) and what is decided on proposals is read, never copied."""
    made = {"index.md", "cite.txt", "llms.txt"}
    written = {path for path in filled.files() if re.search(r"\.(yml|txt|md)$", path)}
    assert {Path(path).name for path in written if not path.startswith("search/")} == made
    assert [path for path in filled.files() if path.startswith("first-brief")] == []
    assert [path for path, content in filled.files().items() if b"Zebedee" in content] == []


def test_what_is_accepted_is_told_to_nobody(filled: Tree) -> None:
    """No byte of the site has the reason why a finding is accepted, be it packed, searched for or attached to a handout."""
    assert REASON in (filled.root / "briefs/old-bridge/brief.yml").read_text(encoding="utf-8")
    unpacked = {path: unpacked_bytes(path, content) for path, content in filled.files().items()}
    assert b"the Old Bridge closes" in unpacked["old-bridge/old-bridge.pdf"]
    assert [path for path, content in unpacked.items() if REASON.encode() in content or b"B310" in content] == []


def test_a_second_build_makes_nothing_anew(tree: Tree) -> None:
    """A build of what is built takes its handouts from the cache and gives the same bytes."""
    before = tree.files()
    assert "(0 made, 1 reused)" in tree.built()
    assert tree.files() == before


def test_errors_fail_the_build(tree: Tree) -> None:
    """Findings end the build with status 1, all of them with their places, without a traceback; the last site stays."""
    before = tree.files()
    tree.edit(
        "briefs/old-bridge/brief.yml", ("quote: the Old Bridge closes", "quote: the Old Bridge opens"), ("status: open ", "status: maybe ")
    )
    done = tree.build()
    assert done.returncode == 1
    assert re.search(r"briefs/old-bridge/brief\.yml:\d+:\d+: error B105", done.stdout)
    assert re.search(r"briefs/old-bridge/brief\.yml:\d+:\d+: error B\d+: .*\n +\d+ \| .*quote: the Old Bridge opens", done.stdout)
    assert "Traceback" not in done.stdout
    assert "\x1b" not in done.stdout
    assert tree.files() == before
    assert tree.leftovers() == []


def test_a_draft_with_errors_fails_the_build_too(tree: Tree) -> None:
    """A mistake in a draft is as much an error as one in a published brief."""
    tree.edit("briefs/first-brief/brief.yml", ("speaker: first-brief-mayor", "speaker: nobody"))
    done = tree.build()
    assert done.returncode == 1
    assert "error B201" in done.stdout


def test_a_warning_under_strict_leaves_the_site(tree: Tree) -> None:
    """A warning, ours or MkDocs's, fails a strict build and no other; the last site stays."""
    before = tree.files()
    tree.write("briefs/about.md", "# About\n\n[nowhere](nowhere.md)\n")
    done = tree.build("--strict")
    assert done.returncode == 1
    assert tree.files() == before
    assert tree.leftovers() == []
    tree.built()
    assert tree.files() != before


HIDDEN = "Zanzibar"


@pytest.mark.parametrize(
    ("status", "more"),
    [("draft", ""), ("review", ""), ("published", "embargo: 2999-01-01\n")],
)
def test_what_is_not_public_appears_nowhere(tree: Tree, status: str, more: str) -> None:
    """No word of a draft, a review or an embargoed brief is in any file of the site, and none bears its name."""
    tree.brief("secret", ("summary: >-", f"{more}summary: >-\n  {HIDDEN}."), status=status)
    tree.edit("briefs/secret/brief.yml", ("eight kilometres long.", f"{HIDDEN}."), ("key_points:", f"key_points:\n  - {HIDDEN}"))
    tree.edit("briefs/secret/article.md", ("## What", f"## {HIDDEN} What"))
    tree.write(f"briefs/secret/media/{HIDDEN}.png", DOT)
    tree.built("--strict")
    files = tree.files()
    assert [path for path, content in files.items() if HIDDEN in path or HIDDEN in text_of(path, content)] == []
    assert [path for path in files if "secret" in path] == []


def test_a_proposal_appears_nowhere(tree: Tree) -> None:
    """An item that nobody has accepted is not in a published brief, nor in its data or handout."""
    proposal = (
        f"facts:\n  - {{id: hidden, draft: true, text: {HIDDEN}., status: claimed, evidence: [{{source: press-release, quote: detour}}]}}"
    )
    tree.edit("briefs/old-bridge/brief.yml", ("facts:", proposal))
    tree.built("--strict")
    assert [path for path, content in tree.files().items() if HIDDEN in text_of(path, content)] == []


def test_the_search_and_the_sitemap_know_what_is_listed(tree: Tree) -> None:
    """Briefs are in the search index and the sitemap; pages of evidence, which ask not to be indexed, are in neither."""
    tree.edit("mkdocs.yml", ("# site_url:", "site_url:"))
    tree.built()
    files = tree.files()
    found = [entry["location"] for entry in json.loads(files["search/search_index.json"])["docs"]]
    assert "old-bridge/" in found
    assert [location for location in found if "/sources/" in location] == []
    assert b"<loc>https://briefs.example.org/old-bridge/</loc>" in files["sitemap.xml"]
    assert b"/old-bridge/sources/" not in files["sitemap.xml"]


def test_addresses_without_folders(tree: Tree) -> None:
    """With `use_directory_urls: false` every link names a page, as it must where no server turns folders into pages."""
    tree.edit("mkdocs.yml", ("docs_dir:", "use_directory_urls: false\ndocs_dir:"))
    tree.built("--strict")
    files = tree.files()
    assert dead_ends(files, "http://site/") == []
    leading = {path: Anchors(content).addresses for path, content in files.items() if path.endswith("index.html")}
    folders = {a for addresses in leading.values() for a in addresses if urlsplit(a).path.endswith("/") and not urlsplit(a).scheme}
    assert folders == set()


def test_a_site_below_a_path(tree: Tree) -> None:
    """A site whose address has a path works there: links stay below it, and the error page's are whole."""
    tree.edit("mkdocs.yml", ("# site_url: https://briefs.example.org/", "site_url: https://briefs.example.org/deep/down/"))
    assert "site_url" not in tree.built("--strict")
    files = tree.files()
    assert dead_ends(files, "http://site/deep/down/") == []
    assert b"https://briefs.example.org/deep/down/old-bridge/" in files["old-bridge/index.html"]
    assert json.loads(files["old-bridge/brief.json"])["url"] == "https://briefs.example.org/deep/down/old-bridge/"


@pytest.mark.parametrize("setting", ["exclude_docs", "draft_docs"])
def test_briefs_that_mkdocs_leaves_out(tree: Tree, setting: str) -> None:
    """A brief under `exclude_docs` or `draft_docs` is in no built page, and nothing else is missing."""
    tree.brief("secret")
    tree.edit("mkdocs.yml", ("docs_dir:", f"{setting}: |\n  secret/\n  *.json\ndocs_dir:"))
    tree.built("--strict")
    files = tree.files()
    assert [path for path, content in files.items() if "secret" in path or "secret-council" in text_of(path, content)] == []
    assert "old-bridge/brief.json" in files


def test_a_folder_deeper_down_is_no_brief(tree: Tree) -> None:
    """A brief.yml two levels down is neither a brief nor published, and the build says how to publish it."""
    tree.write("briefs/deeper/still/brief.yml", "title: not a brief\n")
    log = tree.built()
    assert "briefs/deeper/still:1:1: warning B209" in log
    assert [path for path in tree.files() if "still" in path] == []
    tree.edit("mkdocs.yml", ("- briefs:", "- briefs:\n      publish_also: [deeper/still/**]"))
    tree.built("--strict")
    assert "deeper/still/brief.yml" in tree.files()


def test_the_home_page_may_be_a_readme_or_missing(tree: Tree) -> None:
    """The list of briefs stands on the home page, whatever file it comes from, or none."""
    (tree.root / "briefs/index.md").rename(tree.root / "briefs/README.md")
    tree.edit("briefs/deeper/page.md", ("../index.md", "../README.md"))
    tree.built("--strict")
    assert b"Each brief answers one question" in tree.files()["index.html"]
    assert b'href="old-bridge/"' in tree.files()["index.html"]
    (tree.root / "briefs/README.md").unlink()
    tree.built()
    assert b'href="old-bridge/"' in tree.files()["index.html"]


def test_an_ordinary_page_at_a_briefs_address_gives_way(tree: Tree) -> None:
    """Two pages that want one address are a warning, and the brief is the one that is shown."""
    tree.write("briefs/old-bridge.md", f"# {HIDDEN}\n")
    assert "old-bridge.md gives way to old-bridge/index.md" in tree.built()
    assert HIDDEN.encode() not in tree.files()["old-bridge/index.html"]
    assert tree.build("--strict").returncode == 1


def test_links_out_of_the_publication_are_not_followed(tree: Tree) -> None:
    """Symbolic links to files outside are neither read nor published, in briefs, beside them, or as shared files."""
    outside = tree.root.parent / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text(f"{HIDDEN}: [", encoding="utf-8")
    for name in ("old-bridge/sources/leak.txt", "old-bridge/media/leak.png", "leak.txt", "leak.md"):
        (tree.root / "briefs" / name).symlink_to(outside / "secret.txt")
    for name in ("glossary.yml", "actors.yml"):
        (tree.root / "briefs" / name).unlink()
        (tree.root / "briefs" / name).symlink_to(outside / "secret.txt")
    tree.edit("briefs/old-bridge/brief.yml", ("[term](term:weir)", "term"))
    tree.edit("briefs/old-bridge/article.md", ("[Rover](actor:rover)", "Rover"))
    log = tree.built()
    assert all(f"briefs/{name}:1:1: warning B210" in log for name in ("leak.txt", "old-bridge/media/leak.png", "actors.yml"))
    files = tree.files()
    assert [path for path, content in files.items() if "leak" in path or HIDDEN in text_of(path, content)] == []


def test_a_circle_of_links_ends_the_build(tree: Tree) -> None:
    """A link to a folder is an error before MkDocs walks through it, however often it comes by; what else is wrong is told, too."""
    tree.edit("briefs/old-bridge/brief.yml", ("[term](term:weir)", "[term](term:no-such)"))
    for name in ("one", "two", "three"):
        (tree.root / "briefs" / name).symlink_to(".")
    done = tree.build()
    assert done.returncode == 1
    assert "briefs/one:1:1: error B213" in done.stdout
    assert "term:no-such" in done.stdout
    assert "Traceback" not in done.stdout


def test_a_theme_of_mkdocs_itself(tree: Tree) -> None:
    """Briefs build with another theme than Material."""
    tree.edit("mkdocs.yml", ("name: material\n  language: en", "name: mkdocs"))
    tree.built("--strict")
    assert b"The Old Bridge closes to cars" in tree.files()["old-bridge/index.html"]


def test_the_publications_own_templates_come_first(tree: Tree) -> None:
    """A template of the publication takes the place of the package's."""
    tree.write("templates/sections/cite.html.j2", f"<p>{HIDDEN}</p>")
    tree.built("--strict")
    assert HIDDEN.encode() in tree.files()["old-bridge/index.html"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{% if %}", "sections/terms.html.j2:1: "),
        ("{{ nobody.knows }}", "nobody"),
        ("{% include 'absent' %}", "absent"),
        ("{{ 1 / 0 }}", "division by zero"),
        ("{% include 'sections/terms.html.j2' %}", "recursion"),
        (b"\xff", "is not UTF-8"),
    ],
)
def test_a_broken_template_fails_the_build_in_a_sentence(tree: Tree, content: str | bytes, said: str) -> None:
    """A mistake in a publication's own template is said without a traceback, and the last site stays."""
    before = tree.files()
    tree.write("templates/sections/terms.html.j2", content)
    done = tree.build()
    assert done.returncode == 1
    assert said in done.stdout
    assert "Traceback" not in done.stdout
    assert tree.files() == before


@pytest.mark.parametrize(
    ("path", "content", "said"),
    [
        ("templates/theme/main.html", "{{ 1 / 0 }}", "a template cannot be rendered: division by zero"),
        ("briefs/old.md", b"# \xff", "briefs/old.md:1:3: error B101: byte 0xff at position 2 is not UTF-8"),
    ],
)
def test_what_mkdocs_cannot_read_is_said_in_a_sentence(tree: Tree, path: str, content: str | bytes, said: str) -> None:
    """A template of the theme that fails, and an ordinary page that is not UTF-8, end the build without a traceback."""
    tree.write(path, content)
    done = tree.build()
    assert (done.returncode, said in done.stdout, "Traceback" in done.stdout) == (1, True, False), done.stdout


def test_pages_are_valid_where_material_is_not(filled: Tree) -> None:
    """No check box has `autocomplete`, and no element an empty `tabindex`, in any page."""
    for path, content in filled.files().items():
        if PurePosixPath(path).suffix == ".html":
            page = content.decode()
            assert not re.search(r'<input[^>]*type="checkbox"[^>]*autocomplete', page), path
            assert not re.search(r'tabindex(=""|[\s>])', page), path


def test_the_summary_is_one_line(tree: Tree) -> None:
    """A build says which instant it took and what it lacks an address for, and ends with one line that counts what was made and found."""
    log = tree.built()
    lines = [line for line in log.splitlines() if "reused)" in line]
    assert len(lines) == 1
    assert re.search(r"briefs: \d+ pages, 1 PDFs \(0 made, 1 reused\), 0 errors, 0 warnings, [\d.]+ s$", lines[0])
    assert "briefs: as of 2026-02-10 12:00 UTC\n" in log
    assert log.count("site_url") == 1


def test_nothing_is_written_among_the_briefs(filled: Tree) -> None:
    """Builds write the site and the cache, never into the folder that `serve` watches."""
    assert {path.name for path in filled.root.iterdir()} - {"site", ".cache"} == {
        ".gitattributes", ".gitignore", "mkdocs.yml", "briefs", "brief.schema.json", "actors.schema.json", "glossary.schema.json",
        "decisions.schema.json", "topics.schema.json",
    }  # fmt: skip
    assert sorted(path.name for path in Path(filled.root / "briefs").iterdir()) == [
        "about.md", "actors.yml", "deeper", "first-brief", "glossary.yml", "index.md", "old-bridge",
    ]  # fmt: skip
