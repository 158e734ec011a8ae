"""How fast briefs are checked: 1,000 briefs with 20 items each, cold and again, against plain YAML loading of the same files.

usage: .venv/bin/python bench/checks.py [BRIEFS]

Prints seconds of wall time of whole processes, and their ratio to a process that only loads every brief.yml with PyYAML's C loader.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SENTENCE = "On day {n} of count {number}, observer {n} reported that {n},000 birds rested on the northern shore of lake {number}."
SAID = "“We counted {n},000 birds on lake {number}, and not one fewer,” said the observer, Ann Counter."
LOAD = "import pathlib, yaml\nfor path in pathlib.Path('briefs').glob('*/brief.yml'): yaml.load(path.read_bytes(), yaml.CSafeLoader)"


def write_publication(root: Path, briefs: int) -> None:
    """A publication of briefs with 10 facts, 5 quotes, 3 questions and 2 actors each."""
    (root / "mkdocs.yml").write_text("site_name: Birds\ndocs_dir: briefs\ntheme: {name: material}\nplugins: [briefs]\n", encoding="utf-8")
    for number in range(briefs):
        folder = root / "briefs" / f"lake-{number}"
        (folder / "sources").mkdir(parents=True)
        source = "\n\n".join(line for n in range(1, 41) for line in (SENTENCE.format(n=n, number=number), SAID.format(n=n, number=number)))
        (folder / "sources" / "s.txt").write_text(source, encoding="utf-8")
        (folder / "brief.yml").write_text(brief(number, hashlib.sha256(source.encode()).hexdigest()), encoding="utf-8")


HEAD = """\
title: Lake {number}
summary: Birds rest here, [observers say](fact:count-1).
status: published
published: 2026-01-01
as_of: 2026-01-01
sources:
  - {{id: s, file: s.txt, sha256: {digest}, title: Count, kind: report, publisher: P, published: 2026-01-01}}
actors:
  - {{id: ann-{number}, name: Ann Counter, kind: person, existence: verified}}
  - {{id: club-{number}, name: The club, kind: organisation}}
"""
FACT = """\
  - id: count-{n}
    text: Observer {n} reported that {n},000 birds rested on the shore of lake {number}.
    status: reported
    as_of: {year}-01-01
    by: [club-{number}]
    evidence:
      - {{source: s, quote: "{sentence}"}}
"""
QUOTE = '  - {{id: said-{n}, text: "We counted {n},000 birds on lake {number}, and not one fewer", speaker: ann-{number}, source: s}}\n'
QUESTION = "  - {{id: why-{n}, question: Why lake {n}?, known: 'See [the count](fact:count-{n}).'}}\n"


def brief(number: int, digest: str) -> str:
    """One brief.yml."""
    facts = (FACT.format(n=n, number=number, year=2000 + n, sentence=SENTENCE.format(n=n, number=number)) for n in range(1, 11))
    quotes = (QUOTE.format(n=n, number=number) for n in range(1, 6))
    questions = (QUESTION.format(n=n) for n in range(1, 4))
    head = HEAD.format(number=number, digest=digest)
    return f"{head}facts:\n{''.join(facts)}quotes:\n{''.join(quotes)}questions:\n{''.join(questions)}"


def seconds(command: list[str], root: Path) -> float:
    """Wall time of a process; it must succeed."""
    begin = time.perf_counter()
    subprocess.run(command, cwd=root, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begin


def main() -> None:
    """Print the table."""
    briefs = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_publication(root, briefs)
        check = [str(Path(sys.executable).with_name("briefs")), "check"]
        load = seconds([sys.executable, "-c", LOAD], root)
        rows = [("load with PyYAML", load), ("briefs check, cold", seconds(check, root)), ("briefs check, again", seconds(check, root))]
        for name, taken in rows:
            print(f"{name:<22} {taken:6.2f} s  {taken / load:5.1f} ×")


if __name__ == "__main__":
    main()
