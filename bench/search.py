"""What a search costs a reader: bytes that are fetched for one, at so many briefs; and how long the index takes to make.

    .venv/bin/python bench/search.py [BRIEFS]     10,000 unless it is said

Briefs are made up: words of a vocabulary of 200,000 whose frequencies are those of natural language (Zipf), in as many items, of as many
words, as the example briefs have. Everything that Chromium asks for once somebody searches is counted, as a server that does not compress
sends it: the index, and the script.
"""

from __future__ import annotations

import http.server
import random
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from functools import partial
from itertools import accumulate
from pathlib import Path

from playwright.sync_api import sync_playwright

from generator.pages.artifacts import SearchEntry
from generator.pages.search_index import Searched, search_index

ROOT = Path(__file__).parents[1]
WORDS = 200_000
FIRST = ["Ada", "Colin", "Emre", "Fatima", "Ines", "Jun", "Maria", "Olga", "Paul", "Sam", "Tariq", "Wei"]
KINDS = (("fact", 14, 25, 50), ("quote", 6, 25, 20), ("question", 6, 12, 50), ("event", 6, 15, 5), ("text", 4, 3, 250), ("source", 6, 8, 4))
"""Kinds of items: how many a brief has, of how many words, and how many other words (context, evidence) each."""
QUERIES = [
    "12.50", "£12.50", "Colin Smith", "coun", "the", "the council of", "of the new council", "concil", "Colin Smiht", "1,500 the",
    "bridge closes",
]  # fmt: skip
BLANK = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Search</title><form class="search-form" data-found="#"
data-none="none" data-some="some" data-failed="failed" data-similar="#" data-within="more"><input name="q"><div class="search-filters">
<select name="kind"><option value="">All<option>fact</select><select name="status"><option value="">All<option>confirmed</select>
<select name="topic"><option value=""></select><select name="actor"><option value=""></select><select name="year"><option value=""></select>
</div></form><p class="search-status"></p><div class="search-results"></div><p class="search-more"><button></button></p>
<script src="../assets/search.js" defer></script></html>"""


def vocabulary(draw: random.Random) -> list[str]:
    """Words that look like some, the most frequent first."""
    real = ["the", "of", "and", "to", "in", "a", "is", "was", "said", "new", "council", "12.50", "1500", "bridge", "closes"]
    parts = [c + v for c in "bcdfghklmnprst" for v in "aeiou"] + ["ing", "er", "ion", "al", "st", "ch"]
    found = dict.fromkeys(real)
    while len(found) < WORDS:
        found["".join(draw.choices(parts, k=draw.choice((2, 3, 3, 4, 5))))] = None
    return list(found)


def briefs(number: int) -> Iterator[Searched]:
    """Made-up briefs, the same each time."""
    draw = random.Random(1)
    words = vocabulary(draw)
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))
    names = [f"{first} {last.title()}" for last in ["smith", *words[100:400]] for first in FIRST]

    def said(much: int) -> str:
        return " ".join(draw.choices(words, cum_weights=weights, k=draw.randint(much // 2, much + much // 2)))

    for brief in range(number):
        day = f"{2016 + brief % 10}-{brief % 12 + 1:02}-{brief % 28 + 1:02}"
        cast = draw.sample(names, 5)
        topics = tuple((f"topic-{topic}", f"Topic {topic}") for topic in draw.sample(range(200), 2))
        entries = [SearchEntry("", said(8), said(40), "brief", day=day, topics=topics)]
        for kind, count, title, text in KINDS:
            for item in range(count):
                who = (draw.choice(cast),)
                status = draw.choice(("confirmed", "reported", "disputed")) if kind == "fact" else ""
                actors = tuple((name.lower().replace(" ", "-"), name) for name in who) if kind in ("fact", "quote") else ()
                entries.append(SearchEntry(f"{kind}-{item}", said(title), f"{who[0]} {said(text)}", kind, status, status, day, actors))
        entries += [
            SearchEntry(f"actor-{name}", name, said(20), "actor", actors=((name.lower().replace(" ", "-"), name),)) for name in cast
        ]
        yield Searched(f"brief-{brief}/", "en", tuple(entries))


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Keep silent."""


def main() -> None:
    """Make the index and ask it."""
    number = int(sys.argv[1]) if sys.argv[1:] else 10_000
    listed = list(briefs(number))
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        begun = time.monotonic()
        files = list(search_index(listed))
        took = time.monotonic() - begun
        for name in ("words", "places", "pages"):
            (root / "search" / name).mkdir(parents=True)
        for file in files:
            (root / file.path).write_bytes(file.content)
        (root / "search/index.html").write_text(BLANK, encoding="utf-8")
        (root / "assets").mkdir()
        script = shutil.copy(ROOT / "templates/site/search.js", root / "assets/search.js")
        total = sum(len(file.content) for file in files)
        entries = sum(len(brief.entries) for brief in listed)
        print(f"{number:,} briefs, {entries:,} entries: {len(files):,} files, {total / 1e6:.1f} MB, {took:.1f} s")
        print(f"largest file {max(len(file.content) for file in files) / 1000:.1f} kB; script {script.stat().st_size / 1000:.1f} kB")
        measure(root)


def measure(root: Path) -> None:
    """Ask for each query on a fresh page, with an empty cache."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    path = next(found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name)))
    worst = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for query in [*(f"q={query}" for query in QUERIES), "kind=fact&status=confirmed", "q=the council&status=confirmed&year=2020"]:
            context = browser.new_context()
            page = context.new_page()
            fetched: list[str] = []
            page.on("request", lambda request, fetched=fetched: fetched.append(request.url.partition("?")[0]))
            page.on("console", lambda message: print(message.text))
            page.goto(f"http://127.0.0.1:{server.server_port}/search/?{query.replace(' ', '+').replace('£', '%C2%A3')}")
            page.wait_for_function("document.querySelector('.search-status').textContent")
            page.wait_for_load_state("networkidle")
            names = [url.split("/", 3)[3] for url in fetched if ("/search/" in url or url.endswith("search.js")) and not url.endswith("/")]
            cost = sum((root / name).stat().st_size for name in names)
            worst = max(worst, cost)
            found = page.locator(".search-status").text_content()
            print(f"{query:45} {cost / 1000:6.1f} kB in {len(names):3} files; pages: {found}")
            context.close()
        browser.close()
    server.shutdown()
    print(f"the dearest: {worst / 1000:.1f} kB")


if __name__ == "__main__":
    main()
