"""Each command: what it prints, what it leaves, and its exit status."""

from __future__ import annotations

import json
import re
import signal
import tempfile
from pathlib import Path

import pytest
import yaml
from click.testing import Result

from generator import __version__
from generator.doors.cli import COMMANDS
from generator.doors.mkdocs import aside
from generator.engine import storage
from tests.cli.conftest import Run


def broken(path: Path, old: str, new: str) -> str:
    """Change words of a file; the file as it was."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text


# briefs


def test_help_names_every_command(run: Run) -> None:
    """`briefs --help` lists all commands with a sentence each, and so does each command for its options."""
    listing = run("--help")
    assert listing.exit_code == 0
    for name in COMMANDS:
        assert re.search(rf"^  {name} +\S", listing.output, re.MULTILINE)
        assert run(name, "--help").exit_code == 0


def test_version(run: Run) -> None:
    """`briefs --version` says the version."""
    assert run("--version").output == f"briefs, version {__version__}\n"


@pytest.mark.parametrize("words", [("sing",), ("check", "--loud"), ("check", "--format", "xml"), ("new",), ("schema", "poem"), ("init",)])
def test_wrong_usage(run: Run, publication: Path, words: tuple[str, ...]) -> None:
    """Unknown commands, options and values, and missing arguments, are wrong usage."""
    assert run(*words).exit_code == 2


# briefs init


def test_init_makes_a_publication(run: Run, here: Path) -> None:
    """`briefs init` lists what it makes, and the publication has no findings."""
    result = run("init", "newsroom")
    assert result.exit_code == 0
    made = {path.relative_to(here).as_posix() for path in here.rglob("*") if path.is_file()}
    assert set(result.output.splitlines()[:-1]) == made
    assert run("-f", "newsroom/mkdocs.yml", "check").output == "first-brief: coverage 100 %\n\nno findings in 1 brief\n"


def test_init_in_the_current_folder_keeps_what_is_there(run: Run, here: Path) -> None:
    """`briefs init .` adds to a folder with other files."""
    (here / "notes.txt").write_text("mine", encoding="utf-8")
    assert run("init", ".").exit_code == 0
    assert (here / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert (here / "mkdocs.yml").is_file()


def test_init_overwrites_nothing(run: Run, here: Path) -> None:
    """Where one of its files is there already, `briefs init` writes none."""
    (here / "mkdocs.yml").write_text("mine", encoding="utf-8")
    result = run("init", ".")
    assert result.exit_code == 2
    assert "mkdocs.yml is there already" in result.output
    assert [path.name for path in here.iterdir()] == ["mkdocs.yml"]


def test_init_names_the_site_after_its_folder(run: Run, here: Path) -> None:
    """Any name of a folder makes a site's name, letter for letter."""
    assert run("init", "été “&” d'or: #1").exit_code == 0
    assert yaml.safe_load((here / "été “&” d'or: #1/mkdocs.yml").read_text(encoding="utf-8"))["site_name"] == "Été “&” d'or: #1"


# briefs new


def test_new_makes_briefs_that_build(run: Run, publication: Path) -> None:
    """Briefs made one after another have no findings, alone and together."""
    for slug in ("second", "third-2026"):
        result = run("new", slug)
        assert result.exit_code == 0
        assert f"briefs/{slug}/brief.yml" in result.output
    assert run("check").output.endswith("\n\nno findings in 3 briefs\n")
    assert run("build", "--strict").exit_code == 0


def test_new_opens_with_the_modeline(run: Run, publication: Path) -> None:
    """The first line leads editors to the schema, which is there."""
    run("new", "second")
    path = publication / "briefs/second/brief.yml"
    modeline = re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text(encoding="utf-8"))
    assert modeline
    assert (path.parent / modeline[1]).resolve() == publication / "brief.schema.json"


@pytest.mark.parametrize("slug", ["First", "a_b", "a--b", "-a", "ä", "../up", "a/b", ""])
def test_new_refuses_what_is_no_slug(run: Run, publication: Path, slug: str) -> None:
    """A slug is lower-case letters and digits, in parts joined by single hyphens."""
    assert run("new", "--", slug).exit_code == 2
    assert sorted(path.name for path in (publication / "briefs").iterdir()) == ["about.md", "first-brief", "index.md"]


def test_new_overwrites_nothing(run: Run, publication: Path) -> None:
    """A brief that is there stays as it is."""
    before = (publication / "briefs/first-brief/brief.yml").read_bytes()
    assert run("new", "first-brief").exit_code == 2
    assert (publication / "briefs/first-brief/brief.yml").read_bytes() == before


# briefs check


def test_check_says_where_and_what(run: Run, publish: Path) -> None:
    """The text form has place, code, the line, a caret under the words, and the sum; errors are exit status 1."""
    broken(publish, "status: reported", "status: rumoured")
    broken(publish, "speaker: first-brief-mayor", "speaker: nobody")
    result = run("check")
    assert result.exit_code == 1
    places = re.findall(r"^(briefs/first-brief/brief\.yml:(\d+):(\d+)): error (B\d{3}): \S", result.output, re.MULTILINE)
    assert [code for *_, code in places] == ["B105", "B201"]
    assert [int(line) for _, line, *_ in places] == sorted(int(line) for _, line, *_ in places)
    lines = result.output.splitlines()
    at = next(number for number, line in enumerate(lines) if line.endswith("speaker: nobody"))
    assert lines[at + 1].index("^") == lines[at].index("nobody")
    assert lines[at + 1].count("^") == len("nobody")
    assert lines[-1] == "2 errors, 0 warnings in 1 brief"


def test_check_as_json(run: Run, publish: Path) -> None:
    """The JSON form is the documented one, key by key; offsets are code points of the decoded source."""
    broken(publish, "quote: the Old Bridge closes", "quote: the Old Bridge opens")
    result = run("check", "--format", "json")
    assert result.exit_code == 1
    report = json.loads(result.stdout)
    (finding,) = report["findings"]
    line = next(number for number, text in enumerate(publish.read_text(encoding="utf-8").splitlines(), 1) if "opens to cars" in text)
    words = "the Old Bridge opens to cars on 1 March"
    message, fix = finding.pop("message"), finding.pop("fix")
    assert "the Old Bridge closes to cars" in message
    assert fix
    assert finding == {
        "code": "B302", "severity": "error", "path": "briefs/first-brief/brief.yml", "line": line, "column": 16, "end_line": line,
        "end_column": 16 + len(words), "brief": "first-brief", "item": "fact:bridge-closes",
    }  # fmt: skip
    source = (publish.parent / "sources/press-release.txt").read_text(encoding="utf-8")
    start = source.index("The bridge is safe")
    end = source.index("lorries,") + len("lorries")
    assert report["briefs"] == [
        {
            "slug": "first-brief",
            "status": "published",
            "coverage": 100,
            "anchors": [
                {
                    "item": "quote:safe-on-foot", "source": "press-release", "path": "briefs/first-brief/sources/press-release.txt",
                    "start": start, "end": end, "line": 5, "column": 2, "tier": "exact",
                }
            ],
        }
    ]  # fmt: skip
    assert report["summary"] == {"errors": 1, "warnings": 0, "briefs": 1}


def test_check_fails_on_warnings_only_if_asked(run: Run, publish: Path) -> None:
    """A warning is exit status 0, and 1 under `--strict`."""
    broken(publish, "    sha256:", "    # sha256:")
    assert "warning B308" in run("check").output
    assert [run("check").exit_code, run("check", "--strict").exit_code] == [0, 1]


def test_check_of_some_briefs(run: Run, publication: Path) -> None:
    """Named briefs alone are reported; a name that no brief has is wrong usage, and the ones there are are listed."""
    run("new", "second")
    broken(publication / "briefs/second/brief.yml", "status: reported", "status: rumoured")
    assert run("check", "first-brief").output == "first-brief: coverage 100 %\n\nno findings in 1 brief\n"
    assert run("check", "second").exit_code == 1
    result = run("check", "third")
    assert result.exit_code == 2
    assert "first-brief, second" in result.output


# briefs build


def summaries(result: Result) -> list[str]:
    """The lines of an output that sum a build up."""
    return [line for line in result.output.splitlines() if re.search(r"\d+ pages, .*\d+ errors, \d+ warnings, [\d.]+ s$", line)]


def test_build_ends_with_a_summary(run: Run, publish: Path, publication: Path) -> None:
    """A build prints one line with pages, handouts, findings and seconds; handouts that did not change are reused."""
    first = run("build")
    (publication / "briefs/more.md").write_text("# More\n", encoding="utf-8")
    second = run("build")
    assert [first.exit_code, second.exit_code] == [0, 0]
    assert ["1 PDFs (1 made, 0 reused)" in line for line in summaries(first)] == [True]
    assert ["1 PDFs (0 made, 1 reused)" in line for line in summaries(second)] == [True]
    assert second.output.splitlines()[-1:] == summaries(second)
    assert (publication / "site/first-brief/first-brief.pdf").is_file()


def test_build_fails_on_errors(run: Run, publish: Path, publication: Path) -> None:
    """Findings end a build with status 1, and there is no site."""
    broken(publish, "status: reported", "status: rumoured")
    result = run("build")
    assert result.exit_code == 1
    assert "error B105" in result.output
    assert not (publication / "site").exists()


def test_build_fails_on_warnings_only_if_asked(run: Run, publish: Path) -> None:
    """A warning is exit status 0, and 1 under `--strict`."""
    broken(publish, "    sha256:", "    # sha256:")
    assert [run("build").exit_code, run("build", "--strict").exit_code] == [0, 1]


def test_a_publication_without_handouts(run: Run, publish: Path, publication: Path) -> None:
    """With `handouts: false` none is made, and no page leads to one."""
    broken(publication / "mkdocs.yml", "accent:", "handouts: false\n      accent:")
    assert "0 PDFs" in run("build").output
    assert ".pdf" not in (publication / "site/first-brief/index.html").read_text(encoding="utf-8")


# briefs serve


def test_nothing_stays_of_a_server_that_never_began(run: Run, publication: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """^C or a system's signal while MkDocs still reads its configuration leaves nothing among temporary files."""
    for_a_while = tmp_path / "for a while"
    for_a_while.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(for_a_while))
    usual = signal.getsignal(signal.SIGTERM)

    def interrupted(**options: object) -> None:
        assert [*for_a_while.rglob("mkdocs_*")]
        signal.getsignal(signal.SIGTERM)(signal.SIGTERM, None)  # type: ignore[misc, operator]

    monkeypatch.setattr("mkdocs.commands.serve.load_config", interrupted)
    try:
        result = run("serve")
    finally:
        signal.signal(signal.SIGTERM, usual)
    assert (result.exit_code, result.output.splitlines()[-1]) == (143, "Aborted!")
    assert not [*for_a_while.iterdir()]
    assert tempfile.gettempdir() == str(for_a_while)


# briefs pdf


def test_pdf_of_one_brief(run: Run, publication: Path) -> None:
    """A handout is made, of a draft too, under its own name or the one that is asked for."""
    result = run("pdf", "first-brief", "-o", "out/of the way.pdf")
    assert result.exit_code == 0
    assert (publication / "out/of the way.pdf").read_bytes().startswith(b"%PDF-")
    assert run("pdf", "first-brief").exit_code == 0
    assert (publication / "first-brief.pdf").read_bytes() == (publication / "out/of the way.pdf").read_bytes()


def test_pdf_refuses(run: Run, publication: Path) -> None:
    """One file for two briefs, and a brief that is not there, are wrong usage; a broken brief is a failure with its findings."""
    run("new", "second")
    assert run("pdf", "first-brief", "second", "-o", "x.pdf").exit_code == 2
    assert run("pdf", "third").exit_code == 2
    broken(publication / "briefs/second/brief.yml", "status: reported", "status: rumoured")
    result = run("pdf", "second")
    assert result.exit_code == 1
    assert "error B105" in result.output
    assert list(publication.glob("*.pdf")) == []


def test_pdf_that_cannot_be_written(run: Run, publication: Path) -> None:
    """A place that cannot be written is a failure in a sentence, and a folder in place of a file is wrong usage."""
    (publication / "file").write_text("in the way", encoding="utf-8")
    assert run("pdf", "first-brief", "-o", "file/x.pdf").exit_code == 1
    assert run("pdf", "first-brief", "-o", "briefs").exit_code == 2
    brief = publication / "briefs/first-brief/brief.yml"
    before = brief.read_bytes()
    for words in (("pdf", "first-brief", "-o"), ("export", "--sqlite")):  # an editor's file, which was named by mistake
        result = run(*words, "briefs/first-brief/brief.yml")
        assert (result.exit_code, "of another kind" in result.output, brief.read_bytes() == before) == (1, True, True)


# briefs schema


@pytest.mark.parametrize("name", ["brief", "actors", "glossary"])
def test_schema(run: Run, name: str) -> None:
    """The schema is valid JSON of the dialect that it names, outside of a publication, too."""
    result = run("schema", name)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    if name == "brief":
        assert run("schema").stdout == result.stdout


# What can be wrong around a publication

BUILDERS = [("check",), ("build",), ("pdf", "first-brief"), ("new", "second")]


@pytest.mark.parametrize("words", [*BUILDERS, ("serve",)])
def test_no_publication(run: Run, words: tuple[str, ...]) -> None:
    """Outside of a publication a command says how to make one."""
    result = run(*words)
    assert result.exit_code == 2
    assert "briefs init" in result.output


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("site_name: [", "mkdocs.yml:1:12: error B102"),
        ("- a list", "mapping"),
        ("", "site_name"),
        (b"site_name: \xff\n", "mkdocs.yml"),
        ("site_name: x\ndocs_dir: absent\nplugins: [briefs]\n", "absent"),
        ("site_name: x\ndocs_dir: briefs\nplugins: [search]\n", "plugin"),
        ("site_name: x\ndocs_dir: briefs\nplugins:\n  - briefs: {accent: pale}\n", "accent"),
        ("site_name: x\ndocs_dir: briefs\nplugins:\n  - briefs: {accent: '#ffee00'}\n", "contrast"),
        ("site_name: x\ndocs_dir: briefs\nplugins:\n  - briefs: {workers: 0}\n", "workers"),
        ("site_name: x\ndocs_dir: briefs\nplugins:\n  - briefs: {workers: many}\n", "workers"),
        ("site_name: x\ndocs_dir: ..\nplugins: [briefs]\n", "docs_dir"),
    ],
)
@pytest.mark.parametrize("words", BUILDERS)
def test_a_wrong_configuration(run: Run, publication: Path, words: tuple[str, ...], content: str | bytes, said: str) -> None:
    """Whatever is wrong in mkdocs.yml is wrong usage, and is said."""
    (publication / "mkdocs.yml").write_bytes(content.encode() if isinstance(content, str) else content)
    result = run(*words)
    assert result.exit_code == 2, result.output
    assert said in result.output


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("plugins: [briefs, absent]", "absent"),
        ("theme: {name: {}}", "unhashable"),
        ("theme: {name: material, custom_dir: 5}", "not int"),
        ("markdown_extensions: [[[]]]", "markdown_extensions"),
        ("INHERIT: ", "a setting of MkDocs"),
    ],
)
def test_what_only_mkdocs_can_judge(run: Run, publication: Path, setting: str, said: str) -> None:
    """What it cannot read, and a plugin that is not installed, keep the site from being built and served, and briefs from nothing."""
    plugins = "" if "plugins" in setting else "plugins: [briefs]\n"
    (publication / "mkdocs.yml").write_text(f"site_name: x\ndocs_dir: briefs\n{plugins}{setting}\n", encoding="utf-8")
    assert run("check").exit_code == 0
    for command in ("build", "serve"):
        result = run(command)
        assert isinstance(result.exception, SystemExit)
        assert said in result.output or (command == "serve" and result.exit_code == 1)  # whose log says it


@pytest.mark.parametrize("words", [("check",), ("build",), ("pdf", "first-brief")])
def test_a_file_that_cannot_be_read(run: Run, publication: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that the system does not hand out is a failure that names it."""
    real = storage.read_up_to

    def refuse(path: Path, limit: int) -> bytes:
        if path.name == "press-release.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, limit)

    monkeypatch.setattr(storage, "read_up_to", refuse)
    result = run(*words)
    assert result.exit_code == 1
    assert "press-release.txt: Permission denied" in result.output


def test_files_that_are_not_utf_8(run: Run, publication: Path) -> None:
    """Files in another encoding are findings with a place."""
    for name in ("brief.yml", "article.md", "sources/press-release.txt"):
        path = publication / "briefs/first-brief" / name
        content = path.read_bytes()
        path.write_bytes(content + "\n# Größe\n".encode("latin-1"))
        result = run("check")
        assert result.exit_code == 1
        assert re.search(rf"briefs/first-brief/{name}:\d+:\d+: error B101", result.output)
        path.write_bytes(content)


@pytest.mark.parametrize("words", [("pdf", "first-brief"), ("build",)])
def test_a_broken_template(run: Run, publish: Path, publication: Path, words: tuple[str, ...]) -> None:
    """A mistake in a template of the publication is a failure in a sentence."""
    (publication / "templates/sections").mkdir(parents=True)
    (publication / "templates/sections/facts.html.j2").write_text("{% if %}", encoding="utf-8")
    result = run(*words)
    assert result.exit_code == 1
    assert "sections/facts.html.j2:1" in result.output


def test_a_site_that_cannot_be_written(run: Run, publication: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An output that refuses to be written is a failure that names it."""

    def refuse(site: Path) -> aside.Building:
        raise PermissionError(13, "Permission denied", str(site))

    monkeypatch.setattr(aside, "Building", refuse)
    result = run("build")
    assert result.exit_code == 1
    assert "site: Permission denied" in result.output


def test_a_publication_without_briefs(run: Run, publication: Path) -> None:
    """A publication need not hold a brief."""
    for path in sorted((publication / "briefs/first-brief").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    (publication / "briefs/first-brief").rmdir()
    assert run("check").output == "no findings in 0 briefs\n"
    assert run("build").exit_code == 0


def test_export_writes_a_database(run: Run, here: Path, publish: Path) -> None:
    """It says what it wrote, and asks for the file that it should write; a brief with errors keeps it from writing."""
    assert run("export").exit_code == 2
    result = run("export", "--sqlite", "out.sqlite")
    assert (result.exit_code, result.output.startswith("out.sqlite: 1 brief, ")) == (0, True)
    assert (here / "out.sqlite").read_bytes().startswith(b"SQLite format 3\0")
    publish.write_text("title: x\n", encoding="utf-8")
    assert run("export", "--sqlite", "other.sqlite").exit_code == 1
    assert not (here / "other.sqlite").exists()
