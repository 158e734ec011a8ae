"""What a handout costs, in seconds of CPU, beside three other ways to a PDF of the same words.

Run it with `python bench/handouts.py [--documents N] [--memory N]` on a quiet machine; it needs the extra `bench`, and Chromium. All in one
run: our press with one worker and with two; `weasyprint` on the same HTML, styles and fonts, one document at a time; Typst on an equal
document; Chromium's print. `--memory` sets so many documents in one worker and shows how its memory grows.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

from generator.engine import storage
from generator.engine.cache import Cache
from generator.library.library import Site, collect
from generator.library.survey import check_publication
from generator.pages.artifacts import Print
from generator.pages.renderer import Renderer
from generator.parsing import Folder
from generator.pipeline import print_brief
from generator.press.fonts import FontFile, font_files, print_stylesheet
from generator.press.press import Press

TEXT = "The council of Exampleton said on Monday that the old bridge over the river would close to cars while engineers look at it"
WORDS = TEXT.split()


def sentence(seed: int, length: int = 16) -> str:
    """A sentence that no other number gives."""
    words = [WORDS[(seed * 7 + index * (seed % 5 + 1)) % len(WORDS)].lower() for index in range(length)]
    return f"{' '.join(words).capitalize()} {seed}."


def folder(number: int) -> Folder:
    """A published brief of two to four pages."""
    items = 6 + number % 7
    source = "\n".join(sentence(number * 100 + index) for index in range(3 * items)) + "\n"
    source += "".join(f"\n“{sentence(number * 100 + 60 + index, 22)}” said Ada Example, the mayor.\n" for index in range(3))
    text = source.splitlines()
    quotes = [line.partition("“")[2].partition("”")[0] for line in text if "“" in line]
    brief = {
        "title": f"Brief {number}: the bridge",
        "summary": " ".join(sentence(number * 100 + 90 + index) for index in range(3)),
        "status": "published",
        "published": "2026-01-01",
        "as_of": "2026-01-02",
        "topics": ["Traffic"],
        "key_points": [sentence(number * 100 + 80 + index) for index in range(3)],
        "sources": [
            {
                "id": "report",
                "file": "sources/report.txt",
                "sha256": hashlib.sha256(source.encode()).hexdigest(),
                "title": "A report",
                "kind": "transcript",
                "publisher": "The Courier",
                "url": "https://example.org/report",
            }
        ],
        "facts": [
            {
                "id": f"f{index}",
                "text": text[index],
                "status": "claimed",
                "by": [f"ada-{number}"],
                "evidence": [{"source": "report", "quote": text[index]}],
            }
            for index in range(items)
        ],
        "actors": [{"id": f"ada-{number}", "name": "Ada Example", "kind": "person", "role": "mayor", "existence": "verified"}],
        "quotes": [
            {"id": f"q{index}", "text": words, "speaker": f"ada-{number}", "source": "report"} for index, words in enumerate(quotes)
        ],
        "questions": [
            {"id": f"u{index}", "question": f"{sentence(number * 100 + 50 + index)[:-1]}?", "why": sentence(number * 100 + 55 + index)}
            for index in range(3)
        ],
        "timeline": [{"date": f"2026-01-0{index + 1}", "text": sentence(number * 100 + 70 + index)} for index in range(4)],
    }
    return Folder(
        f"brief-{number}", f"briefs/brief-{number}", {"brief.yml": json.dumps(brief).encode(), "sources/report.txt": source.encode()}, {}
    )


def documents(count: int) -> list[Print]:
    """The handouts of some briefs, A4 and whole."""
    checked = check_publication([folder(number) for number in range(count)], {}, "briefs")
    library = collect(Site("Bench", "https://briefs.example.org/", "en"), checked, datetime(2026, 2, 1, tzinfo=UTC), preview=False)
    assert len(library.briefs) == count, {finding.message for finding in checked.findings if finding.severity == "error"}
    renderer = Renderer(storage.read_templates((storage.templates_folder(),)))
    return [print_brief(library, renderer, brief) for brief in library.briefs]


def spent(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds of CPU of the processes that `work` starts and ends, and seconds that pass."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, perf_counter() - start


def ours(prints: list[Print], workers: int) -> None:
    """Set all of them anew."""
    with tempfile.TemporaryDirectory() as cache:
        press = Press(Cache(Path(cache)), workers)
        problems = [result.problem for result in press.collect(press.submit(prints)) if result.problem]
        press.close()
        assert not problems, problems[0]


def run(*command: str) -> None:
    """Run another program."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


WEASYPRINT = """
import sys, weasyprint
for path in sys.argv[1:]:
    weasyprint.HTML(path).write_pdf(path.replace(".html", "-plain.pdf"), pdf_variant="pdf/ua-1")
"""
TYPST = """
import sys, typst
for path in sys.argv[2:]:
    typst.compile(path, output=path.replace(".typ", "-typst.pdf"), font_paths=[sys.argv[1]], pdf_standards="ua-1")
"""


def typst_of(document: Print) -> str:
    """The words of a document for Typst: headings, paragraphs, lists and numbered evidence in the same fonts and sizes."""
    brief = json.loads(document.attachments["brief.json"])
    evidence = json.loads(document.attachments["evidence.json"])

    def plain(text: str) -> str:
        return "".join(f"\\{mark}" if mark in "\\#*_$@<>`=-+/[]~\"'" else mark for mark in text)

    parts = [
        f'#set document(title: "{brief["title"]}")\n#set page(paper: "a4", margin: 20mm, numbering: "1 of 1")\n'
        '#set text(font: "Source Serif 4", size: 9.6pt, lang: "en", hyphenate: true)\n#set par(justify: false)\n',
        f"= {plain(brief['title'])}\n\n{plain(brief['summary'])}\n",
        "== Key points\n" + "\n".join(f"- {plain(point)}" for point in brief["key_points"]),
        "== Facts\n" + "\n".join(f"+ *Claimed* {plain(fact['text'])}#super[{number}]" for number, fact in enumerate(brief["facts"], 1)),
        "== What we don’t know\n" + "\n".join(f"+ *{plain(q['question'])}*\\ {plain(q['why'])}" for q in brief["questions"]),
        "== Who’s who\n#table(columns: 3, table.header[Name][Kind][Who they are], [Ada Example], [Person], [mayor])",
        "== Quotes\n" + "\n".join(f"#quote(block: true, attribution: [Ada Example])[{plain(quote['text'])}]" for quote in brief["quotes"]),
        "== Timeline\n#table(columns: 2, " + ", ".join(f"[{e['date']}], [{plain(e['text'])}]" for e in brief["timeline"]) + ")",
        "== Evidence\n"
        + "\n".join(
            f"+ {plain(p['prefix'])} *{plain(p['pieces'][0]['exact'])}* {plain(p['suffix'])}\\ _A report_, The Courier\\ "
            f"{p['source']}, {p['pieces'][0]['sha256'][:12]}"
            for p in evidence["passages"]
        ),
    ]
    return "\n\n".join(parts) + "\n"


def write(prints: list[Print], home: Path, fonts: tuple[FontFile, ...]) -> None:
    """The same documents as files, for the others."""
    (home / "fonts").mkdir()
    for font in fonts:
        (home / "fonts" / f"{font.name}.ttf").write_bytes(font.truetype)
    for number, document in enumerate(prints):
        styles = f"<style>{print_stylesheet(fonts, 'fonts/')}{document.css}</style></head>"
        (home / f"{number}.html").write_text(document.html.replace("</head>", styles), encoding="utf-8")
        (home / f"{number}.typ").write_text(typst_of(document), encoding="utf-8")


def pages(path: Path) -> int:
    """How many pages a PDF has."""
    import pikepdf

    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def compare(count: int) -> None:
    """The table of all ways."""
    fonts = font_files()
    prints = documents(count)
    chromium = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
    with tempfile.TemporaryDirectory() as folder_name:
        home = Path(folder_name)
        write(prints, home, fonts)
        html, typ = ([str(home / f"{number}.{ending}") for number in range(count)] for ending in ("html", "typ"))
        one, one_wall = spent(lambda: ours(prints, 1))
        two, two_wall = spent(lambda: ours(prints, 2))
        rows = [("ours, one worker", one), ("ours, two workers", two)]
        rows.append(("weasyprint, a process for all", spent(lambda: run(sys.executable, "-c", WEASYPRINT, *html))[0]))
        few = html[: max(4, count // 8)]
        alone = spent(lambda: [run(sys.executable, "-c", WEASYPRINT, path) for path in few])[0]
        rows.append(("weasyprint, a process for each", alone / len(few) * count))
        rows.append(("typst", spent(lambda: run(sys.executable, "-c", TYPST, str(home / "fonts"), *typ))[0]))
        if chromium:
            flags = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
            printed = spent(lambda: [run(chromium, *flags, f"--print-to-pdf={path[:-5]}-chromium.pdf", f"file://{path}") for path in few])[
                0
            ]
            rows.append(("chromium", printed / len(few) * count))
        print(f"{count} documents; pages of the first: {pages(home / '0-plain.pdf')} by weasyprint, {pages(home / '0-typst.pdf')} by typst")
        print(f"{'':34}{'CPU s each':>12}{'ours / it':>12}")
        for name, seconds in rows:
            print(f"{name:34}{seconds / count:12.3f}{one / seconds:12.2f}")
        print(f"two workers are {one_wall / two_wall:.2f} times as fast as one ({os.cpu_count()} cores, load {os.getloadavg()[0]:.1f})")


def memory(count: int) -> None:
    """How the memory of one worker grows with the documents that it sets."""
    prints = documents(min(count, 200))
    with tempfile.TemporaryDirectory() as cache:
        press = Press(Cache(Path(cache)), 1)
        for done in range(0, count, len(prints)):
            anew = [Print(**{**vars(document), "stamp": str(date(2000 + done // len(prints), 1, 1))}) for document in prints]
            assert all(result.pdf for result in press.collect(press.submit(anew)))
            (worker,) = press.executor.crew.workers
            status = Path(f"/proc/{worker.process.pid}/status").read_text(encoding="utf-8")
            resident = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
            print(f"{done + len(prints):6} documents: {int(resident) / 1000:.0f} MB")
        press.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--documents", type=int, default=40)
    parser.add_argument("--memory", type=int, default=0)
    options = parser.parse_args()
    compare(options.documents)
    if options.memory:
        memory(options.memory)
