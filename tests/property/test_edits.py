"""However a publication is edited, what follows its edits is what is made of it afresh: byte for byte, finding for finding."""

from __future__ import annotations

import functools
import hashlib
import logging
import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from jinja2 import Environment
from mkdocs.config import load_config

from generator.desk import building
from generator.desk.building import memory_of, render
from generator.desk.publication import Publication
from generator.desk.releasing import record_due
from generator.doors.mkdocs.plugin import BriefsPlugin, plugin_of
from generator.doors.mkdocs.preview import Made, outline
from generator.engine.cache import NO_CACHE
from generator.engine.clock import EPOCH
from generator.engine.configuration import read_configuration
from generator.library.library import Kept
from generator.pages.artifacts import Artifact, DataFile, HomePart
from generator.press.fonts import font_files
from generator.text.finding import Findings
from tests.build.test_preview import previewed
from tests.golden.test_golden import HERE as GOLDEN

DAY = 86_400
SEED, MADE = 1, 54
START = 1_770_724_800  # 10 February 2026
SETTINGS: dict[str, Any] = {"handouts": False}
Site = tuple[dict[str, Artifact], list[str]]
"""What is made, by path, and the findings in words."""

# The publication


MORE = {
    "linked": {
        "title": "A bridge and its detour",
        "summary": "The [bridge](fact:old-bridge/closes) is closed, the [detour](term:detour) long, says the [council](actor:council).",
        "topics": ["Traffic"],
        "timeline": [{"date": "2026-02-01", "text": "The detour is signposted."}],
    },
    "coming": {"title": "What comes next", "summary": "See [the detour](brief:linked).", "embargo": "2026-02-12", "questions": []},
    "drafted": {"title": "A draft", "summary": "Of the [ministry](actor:ministry).", "status": "draft", "topics": ["Roads"]},
}


def linked_publication(root: Path, **settings: Any) -> Path:
    """The golden publication in a folder, with briefs that lead to each other, one under embargo and a draft."""
    shutil.copytree(GOLDEN / "publication", root)
    for slug, keys in MORE.items():
        (root / "briefs" / slug).mkdir()
        whole = {"status": "published", "published": "2026-02-04", "as_of": "2026-02-04", **keys}
        (root / f"briefs/{slug}/brief.yml").write_text(yaml.safe_dump(whole, sort_keys=False), encoding="utf-8")
    (root / "briefs/topics.yml").write_text("topics:\n  - {topic: Traffic, aliases: [Roads]}\n", encoding="utf-8")
    written = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    written |= {"site_url": "https://example.org/x/", "plugins": ["search", {"briefs": settings}]}
    (root / "mkdocs.yml").write_text(yaml.safe_dump(written), encoding="utf-8")
    return root


@pytest.fixture
def root(tmp_path: Path) -> Iterator[Path]:
    """Such a publication."""
    root = linked_publication(tmp_path / "publication", **SETTINGS)
    yield root
    plugin_of(load_config(str(root / "mkdocs.yml"))).on_shutdown()  # MkDocs keeps one instance in a process


# What edits it


@dataclass
class Desk:
    """Somebody who edits a publication: each edit is a method, and returns the paths that it has changed."""

    root: Path
    chance: random.Random
    monkeypatch: pytest.MonkeyPatch
    now: int = START
    count: int = 0
    broken: dict[Path, bytes] = field(default_factory=dict)

    @property
    def docs(self) -> Path:
        return self.root / "briefs"

    def fresh(self, stem: str) -> str:
        self.count += 1
        return f"{stem}-{self.count}"

    def any(self, *names: str) -> Path:
        """The brief.yml of one of the briefs that have all of some lists, and are not broken."""
        paths = [path for path in sorted(self.docs.glob("*/brief.yml")) if path not in self.broken]
        return self.chance.choice([path for path in paths if all(_read(path).get(name) for name in names)] or paths)

    def item(self, kind: str, **keys: object) -> list[Path]:
        """Change an item of a kind, or the first one that there is."""
        path = self.any(kind)
        brief = _read(path)
        if brief.get(kind):
            self.chance.choice(brief[kind]).update(keys)
        return _write(path, brief)

    def key(self, name: str, value: object) -> list[Path]:
        path = self.any()
        return _write(path, {**_read(path), name: value})

    def shared(self, name: str, change: Callable[[list[dict[str, Any]]], object]) -> list[Path]:
        path = self.docs / f"{name}.yml"
        mended = self.mend() if path in self.broken else []
        content = _read(path)
        change(content["terms" if name == "glossary" else name])
        return [*mended, *_write(path, content)]

    # Items

    def an_item_says_something_else(self) -> list[Path]:
        return self.item("facts", text=f"{self.fresh('Another')} fact.")

    def an_item_changes_its_status(self) -> list[Path]:
        return self.item("questions", status=self.chance.choice(["open", "partly"]))

    def an_item_is_added(self) -> list[Path]:
        path = self.any()
        brief = _read(path)
        brief["facts"] = [*(brief.get("facts") or []), {"id": self.fresh("new"), "text": "A new fact.", "status": "unverified"}]
        return _write(path, brief)

    def an_item_is_removed(self) -> list[Path]:
        path = self.any("facts")
        brief = _read(path)
        brief["facts"] = (brief.get("facts") or [])[:-1]
        return _write(path, brief)

    def an_item_that_others_link_to_is_renamed(self) -> list[Path]:
        path = self.docs / "old-bridge/brief.yml"
        if path in self.broken or not path.exists() or not _read(path).get("facts"):
            return self.an_item_is_added()
        brief = _read(path)
        old = brief["facts"][0]["id"]
        new = self.fresh("closes")
        text = path.read_text(encoding="utf-8").replace(f"fact:{old}", f"fact:{new}").replace(f"id: {old}\n", f"id: {new}\n")
        path.write_text(text.replace(f"fact: {old}\n", f"fact: {new}\n").replace(f"- {old}\n", f"- {new}\n"), encoding="utf-8")
        articles = list(path.parent.glob("article.md"))
        for article in articles:
            article.write_text(article.read_text(encoding="utf-8").replace(f"fact:{old}", f"fact:{new}"), encoding="utf-8")
        return [path, *articles]

    def an_id_is_redirected(self) -> list[Path]:
        path = self.any("facts")
        brief = _read(path)
        if brief.get("facts"):
            brief["redirects"] = [{"from": "closes-1", "to": f"fact:{brief['facts'][0]['id']}"}]
        return _write(path, brief)

    def a_proposal_comes_and_goes(self) -> list[Path]:
        path = self.any("facts")
        brief = _read(path)
        for fact in (brief.get("facts") or [])[-1:]:
            fact["draft"] = not fact.pop("draft", False)
        return _write(path, brief)

    # Files

    def a_source_is_another(self) -> list[Path]:
        path = self.chance.choice(sorted(self.docs.glob("*/sources/*.*")))
        path.write_text(path.read_text(encoding="utf-8") + f"\n{self.fresh('Line')}\n", encoding="utf-8")
        brief = path.parent.parent / "brief.yml"
        if brief in self.broken:
            return [path]
        written = _read(brief)
        for source in written.get("sources") or []:
            if source.get("file") == f"sources/{path.name}":
                source["sha256"] = hashlib.sha256(path.read_bytes()).hexdigest()
        return [path, *_write(brief, written)]

    def a_source_is_not_what_was_pinned(self) -> list[Path]:
        path = self.chance.choice(sorted(self.docs.glob("*/sources/*.*")))
        path.write_text(path.read_text(encoding="utf-8") + f"\n{self.fresh('Stray')}\n", encoding="utf-8")
        return [path]

    def an_article_is_written(self) -> list[Path]:
        path = self.any().parent / "article.md"
        path.write_text(f"{self.fresh('Words')} and [a detour](term:detour), ![a bridge](media/bridge.png)\n", encoding="utf-8")
        return [path]

    def an_article_goes(self) -> list[Path]:
        return self.gone(self.docs.glob("*/article.md"))

    def an_image_is_added(self) -> list[Path]:
        path = self.any().parent / "media" / self.chance.choice(["bridge.png", "drawing.svg"])
        path.parent.mkdir(exist_ok=True)
        if path.suffix == ".svg":
            size = 10 + self.chance.randrange(50)
            path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} 9"><path d="M0 0h9"/></svg>', encoding="utf-8")
        else:
            shutil.copy(GOLDEN / "publication/briefs/old-bridge/media/bridge.png", path)
        return [path]

    def an_image_goes(self) -> list[Path]:
        return self.gone(self.docs.glob("*/media/*"))

    def gone(self, paths: Iterator[Path]) -> list[Path]:
        for path in sorted(paths)[:1]:
            path.unlink()
            return [path]
        return self.an_image_is_added()

    def a_decision_is_noted(self) -> list[Path]:
        path = self.any().parent / "decisions.yml"
        rejected = {
            "rejected": "2026-02-02",
            "kind": "fact",
            "id": self.fresh("x"),
            "source": "courier",
            "proposed": "2026-02-01",
            "words": "Z",
        }
        return _write(path, {"proposals": [rejected]})

    # What briefs share

    def a_shared_actor_has_another_name(self) -> list[Path]:
        return self.shared("actors", lambda actors: actors[0].update(name=f"Council {self.fresh('name')}"))

    def a_shared_actor_has_an_alias(self) -> list[Path]:
        return self.shared("actors", lambda actors: actors[-1].update(aliases=[self.fresh("Alias"), "the mayor"]))

    def a_shared_actor_comes(self) -> list[Path]:
        return self.shared("actors", lambda actors: actors.append({"id": self.fresh("rover"), "name": "Rover", "kind": "group"}))

    def a_shared_actor_goes(self) -> list[Path]:
        return self.shared("actors", lambda actors: actors.pop() if len(actors) > 2 else actors.reverse())

    def a_shared_term_is_defined_otherwise(self) -> list[Path]:
        return self.shared("glossary", lambda terms: terms[0].update(definition=f"The {self.fresh('way')} around."))

    def a_topic_is_described(self) -> list[Path]:
        return self.shared("topics", lambda topics: topics[0].update(description=f"{self.fresh('Cars')} and others."))

    def topics_are_one(self) -> list[Path]:
        return self.shared("topics", lambda topics: topics[0].update(aliases=self.chance.choice([[], ["Roads"], ["Town council"]])))

    # Keys, dates and names

    def a_status_changes(self) -> list[Path]:
        return self.key("status", self.chance.choice(["draft", "review", "published"]))

    def a_brief_is_updated(self) -> list[Path]:
        return self.key("updated", f"2026-02-{10 + self.chance.randrange(9)}")

    def its_knowledge_is_of_another_day(self) -> list[Path]:
        return self.key("as_of", f"2026-02-{10 + self.chance.randrange(9)}")

    def it_must_be_looked_at_again(self) -> list[Path]:
        return self.key("review_by", f"2026-02-{10 + self.chance.randrange(9)}")

    def an_embargo_is_laid(self) -> list[Path]:
        return self.key("embargo", self.chance.choice([None, "2026-02-12", "2026-02-20"]))

    def days_pass(self) -> list[Path]:
        self.now += self.chance.randrange(1, 3) * DAY
        self.monkeypatch.setenv(EPOCH, str(self.now))
        return self.an_item_says_something_else()

    def a_title_changes(self) -> list[Path]:
        return self.key("title", f"Title of {self.fresh('number')}")

    def a_brief_translates_another(self) -> list[Path]:
        path = self.any()
        others = [other.name for other in sorted(self.docs.iterdir()) if other.is_dir() and other != path.parent]
        return _write(path, {**_read(path), "language": "de", "translation_of": self.chance.choice([None, *others])})

    def a_brief_links_to_another(self) -> list[Path]:
        other = self.any("facts")
        facts = _read(other).get("facts") or [{"id": "nowhere"}]
        return self.key("summary", f"See [there](fact:{other.parent.name}/{facts[0]['id']}) and [it](brief:{other.parent.name}).")

    def a_brief_is_added(self) -> list[Path]:
        folder = self.docs / self.fresh("added")
        folder.mkdir()
        keys = {"title": folder.name, "summary": "New, says the [council](actor:council).", "topics": ["Roads"], "as_of": "2026-02-09"}
        return [folder, *_write(folder / "brief.yml", {**keys, "status": "published", "published": "2026-02-09"})]

    def a_brief_is_renamed(self) -> list[Path]:
        path = self.any().parent
        to = self.docs / self.fresh("renamed")
        path.rename(to)
        return [path / "brief.yml", to / "brief.yml"]

    def a_brief_is_removed(self) -> list[Path]:
        if len(list(self.docs.glob("*/brief.yml"))) < 5:
            return self.a_brief_is_added()
        path = self.any()
        shutil.rmtree(path.parent)
        return [path]

    # Records

    def what_is_published_is_recorded(self) -> list[Path]:
        publication = Publication(read_configuration(self.root / "mkdocs.yml"), preview=False, memory=memory_of(self.root))
        survey = publication.survey()
        due = () if survey.findings.errors else render(publication, survey, preview=False).due
        publication.memory.over()
        return [recording.path for recording in record_due(publication, due) if recording.path]

    def a_record_goes(self) -> list[Path]:
        return self.gone(self.docs.glob("*/releases/*"))

    # What breaks, and is mended

    def breaks(self, path: Path, content: bytes) -> list[Path]:
        self.broken.setdefault(path, path.read_bytes())
        path.write_bytes(content)
        return [path]

    def a_brief_breaks(self) -> list[Path]:
        path = self.any()
        return self.breaks(path, path.read_bytes() + b"\nfacts: [}\n")

    def a_brief_links_to_nothing(self) -> list[Path]:
        path = self.any()
        return self.breaks(path, path.read_bytes() + b"\nkey_points: ['[it](fact:nowhere-at-all)']\n")

    def a_shared_file_breaks(self) -> list[Path]:
        return self.breaks(self.docs / self.chance.choice(["actors.yml", "topics.yml"]), b"actors: [}\n")

    def mend(self) -> list[Path]:
        mended = list(self.broken)
        for path in mended:
            path.write_bytes(self.broken.pop(path))
        return mended

    def keep(self) -> None:
        """Note how all is while nothing is wrong."""
        shutil.rmtree(self.root.parent / "kept", ignore_errors=True)
        shutil.copytree(self.docs, self.root.parent / "kept")

    def undo(self) -> list[Path]:
        """Make all as it was when nothing was wrong, so that edits do not end in a publication of broken briefs alone."""
        self.broken.clear()
        here = [path for path in self.docs.rglob("*") if path.is_file()]
        shutil.rmtree(self.docs)
        shutil.copytree(self.root.parent / "kept", self.docs)
        return sorted(
            {*here, *(path for path in self.docs.rglob("*") if path.is_file())} - {self.docs / "index.md", self.docs / "about.md"}
        )

    # What is no brief's

    def a_template_is_ones_own(self) -> list[Path]:
        name = self.chance.choice(["sections/facts.html.j2", "sections/timeline.html.j2", "site/list.html.j2", "sections/macros.html.j2"])
        path = self.root / "templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        packaged = (GOLDEN.parents[1] / "templates" / name).read_text(encoding="utf-8")
        path.write_text(f"{packaged}<!-- {self.fresh('own')} -->", encoding="utf-8")
        return [path]

    def a_template_is_the_packages_again(self) -> list[Path]:
        for path in sorted((self.root / "templates").rglob("*.j2"))[:1]:
            path.unlink()
            return [path]
        return self.a_template_is_ones_own()

    def a_setting_changes(self) -> list[Path]:
        path = self.root / "mkdocs.yml"
        settings = _read(path)
        options: dict[str, object] = {
            "accent": self.chance.choice(["#8a1c1c", "#1c3a8a"]),
            "rules": self.chance.choice([{"B310": "off"}, {"B405": "warning"}, {}]),
            "timezone": self.chance.choice(["UTC", "Pacific/Auckland", "America/Los_Angeles"]),
            "corrections_policy": self.fresh("We correct"),
        }
        name = self.chance.choice(sorted(options))
        settings["plugins"][1]["briefs"][name] = options[name]
        return _write(path, settings)

    def the_site_has_another_name(self) -> list[Path]:
        path = self.root / "mkdocs.yml"
        return _write(path, {**_read(path), self.chance.choice(["site_name", "site_author"]): self.fresh("Briefs")})

    def an_ordinary_page_changes(self) -> list[Path]:
        path = self.docs / "about.md"
        path.write_text(f"# About\n\n## Part {self.fresh('part')}\n", encoding="utf-8")
        return [path]


EDITS = [name for name, of in vars(Desk).items() if of.__class__.__name__ == "function" and not name.startswith("_")]
EDITS = [name for name in EDITS if name not in ("fresh", "any", "item", "key", "shared", "gone", "breaks", "mend", "keep", "undo")]


def _read(path: Path) -> dict[str, Any]:
    return dict(yaml.safe_load(path.read_text(encoding="utf-8")))


def _write(path: Path, content: object) -> list[Path]:
    path.write_text(yaml.safe_dump(content, sort_keys=False, allow_unicode=True), encoding="utf-8")
    return [path]


# What is compared


def site_of(made: Made, findings: Findings) -> Site:
    """What is made, as it is handed out."""
    listed = [made.finish(one) if isinstance(one, DataFile) else one for one in made.all()]
    by_path = {"" if isinstance(one, HomePart) else getattr(one, "address", "") or getattr(one, "path", ""): one for one in listed}
    assert len(by_path) == len(listed)
    return by_path, [repr(finding) for finding in findings]


def afresh(root: Path, before: dict[str, Kept], *, preview: bool) -> tuple[Site, dict[str, Kept]]:
    """The site of somebody who has just come, with empty caches, and knows only how briefs were before they broke."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv(NO_CACHE, "1")
        return made_of(Publication(read_configuration(root / "mkdocs.yml"), preview=preview, whole=before))


def made_of(publication: Publication) -> tuple[Site, dict[str, Kept]]:
    """What a build makes of a publication."""
    survey = publication.survey()
    made = render(publication, survey, preview=publication.preview)
    publication.memory.over()
    files = Made((*made.pages, *made.files, HomePart(made.brief_list)))
    return site_of(files, survey.findings), publication.whole


@dataclass
class Follower:
    """Follows edits as `serve` does; MkDocs's own pages stay away, for they know nothing of briefs but which there are."""

    root: Path
    plugin: BriefsPlugin
    findings: Findings = Findings()  # noqa: RUF009 - a frozen value

    def follow(self, changed: list[Path]) -> Site:
        briefs = self.plugin.served.briefs_in(changed)
        if briefs is None:
            self.build()
        else:
            assert self.plugin.served.refresh(briefs)
            if self.plugin.served.settle():
                self.build()
        return site_of(self.plugin.served.preview.made, self.findings)

    def build(self) -> None:
        config = load_config(str(self.root / "mkdocs.yml"))
        for step in config.plugins.events["config"]:
            if getattr(step, "__self__", None) is self.plugin:
                step(config)
        self.plugin.render()
        frame = self.plugin.served.preview.frame
        assert frame is not None
        told = replace(frame, config=config, outline=outline(self.plugin.served.made.all(), frame.in_nav))
        self.plugin.served.preview.frame, self.plugin.served.preview.made = told, self.plugin.served.made


def compiled_once() -> Callable[..., object]:
    """How Jinja compiles a template, done once for the same words: it is most of what it takes to make a site afresh."""
    compiled, known = Environment.compile, dict[object, object]()

    def once(environment: Environment, source: str, *given: object) -> object:
        key = (source, *given)
        known[key] = known.get(key) or compiled(environment, source, *given)  # type: ignore[call-overload]
        return known[key]

    return once


def differing(one: Site, other: Site) -> list[str]:
    """The paths and findings that two sites do not have alike."""
    paths = [path for path in sorted(one[0].keys() | other[0].keys()) if one[0].get(path) != other[0].get(path)]
    return [*paths, *sorted({*one[1]} ^ {*other[1]}), *(["the order of findings"] if one[1] != other[1] else [])]


def test_what_follows_edits_is_what_is_made_afresh(root: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """Whatever is edited, in whichever order: `serve`, a build that remembers the last one, and one by a new process that finds what others
    have kept on the disk, make what one makes that knows nothing."""
    caplog.set_level(logging.CRITICAL)
    monkeypatch.setenv(EPOCH, str(START))
    monkeypatch.setattr(building, "font_files", functools.cache(font_files))  # they are the machine's, and the same for all
    monkeypatch.setattr(Environment, "compile", compiled_once())
    desk = Desk(root, random.Random(SEED), monkeypatch)
    plugin, _ = previewed(root)
    follower = Follower(root, plugin)
    for module in ("plugin", "serving"):
        told = f"generator.doors.mkdocs.{module}.report"
        monkeypatch.setattr(told, lambda survey, *_, **__: setattr(follower, "findings", survey.findings))
    before: dict[str, Kept] = dict(plugin.publication.whole) if plugin.publication else {}
    kept = Publication(read_configuration(root / "mkdocs.yml"), preview=False)
    desk.keep()
    names = EDITS + desk.chance.choices(EDITS, k=MADE - len(EDITS))
    desk.chance.shuffle(names)
    for number, name in enumerate(names):
        if not follower.findings.errors:
            desk.keep()
        mended = desk.undo() if follower.findings.errors and desk.chance.random() < 0.7 else []
        changed = [*mended, *getattr(desk, name)()]
        done = f"edit {number} {name}, {[path.name for path in changed]}"
        fresh, before = afresh(root, before, preview=True)
        assert differing(follower.follow(changed), fresh) == [], done
        alone = afresh(root, {}, preview=False)[0]
        stored = Publication(read_configuration(root / "mkdocs.yml"), preview=False, memory=memory_of(root))
        assert differing(made_of(stored)[0], alone) == [], f"{done}, by a new process"
        if number % 3 == 0:
            kept = Publication(read_configuration(root / "mkdocs.yml"), preview=False, memory=kept.memory)
            assert differing(made_of(kept)[0], alone) == [], done
