"""How well quotations, their speakers and reported statements are drafted.

usage: .venv/bin/python bench/draft/voices.py [--rules] [--model NAME] [--errors] [--gum FILE.jsonl] [ARTICLES.txt …]

Scores the invented articles of bench/draft/voices/, on which the drafter's rules were grown, and apart from them those of
bench/draft/unseen/, on which none may be tuned (see the note there); or the ones named. They are marked by hand: {Speaker|“quotation”},
{{Speaker|statement}}. A span is right where it covers at least half of the union of both; a speaker where the drafted actor bears the
marked name. `--gum` scores attributions (source and content) on a file of GUM's news texts, which are not part of this project. Prints
precision, recall and F1, then articles a second on this process's core and its memory.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.drafting.draft import draft_text
from generator.drafting.drafted import Draft, Quote, Statement
from generator.drafting.engine import DEFAULT_MODEL, Parser, load_parser

GROWN = Path(__file__).parent / "voices"
UNSEEN = Path(__file__).parent / "unseen"
FRESH = Path(__file__).parent / "fresh"  # quotations only are marked, so that speakers.py alone reads them, as those of BLIND to BLIND3
BLIND = Path(__file__).parent / "blind"
BLIND2 = Path(__file__).parent / "blind2"
BLIND3 = Path(__file__).parent / "blind3"
GERMAN = Path(__file__).parent / "german"
_TITLE = re.compile(r"^== (.+)$", re.MULTILINE)
_TAG = re.compile(r"\{\{(?P<s>[^|{}]+)\||\{(?P<q>[^|{}]+)\||\}+")
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)

Span = tuple[int, int]


@dataclass(frozen=True)
class Marked:
    """What the marks of an article say: places and names."""

    title: str
    body: str
    quotes: tuple[tuple[int, int, str], ...]
    statements: tuple[tuple[int, int, str], ...]


@dataclass
class Count:
    """Right ones among the drafted and among the marked."""

    right: int = 0
    drafted: int = 0
    marked: int = 0
    wrong: list[str] = field(default_factory=list)

    def line(self, name: str) -> str:
        precision = self.right / self.drafted if self.drafted else 0.0
        recall = self.right / self.marked if self.marked else 0.0
        both = 2 * precision * recall / (precision + recall) if self.right else 0.0
        numbers = f"({self.right} right, {self.drafted} drafted, {self.marked} marked)"
        return f"{name:<34} precision {precision:6.1%}  recall {recall:6.1%}  F1 {both:6.1%}  {numbers}"


def articles(path: Path) -> Iterator[Marked]:
    """The marked articles of a file."""
    pieces = _TITLE.split(path.read_text(encoding="utf-8"))
    for title, text in zip(pieces[1::2], pieces[2::2], strict=True):
        yield unmark(title, text.strip("\n") + "\n")


def unmark(title: str, text: str) -> Marked:
    """An article without its marks, and what they said."""
    out: list[str] = []
    opened: list[tuple[str, int, str]] = []
    found: dict[str, list[tuple[int, int, str]]] = {"q": [], "s": []}
    length, at = 0, 0
    for match in _TAG.finditer(text):
        out.append(text[at : match.start()])
        length += match.start() - at
        at = match.end()
        if match.lastgroup:
            opened.append((match.lastgroup, length, match[match.lastgroup]))
            continue
        closing = len(match[0])
        while closing:
            kind, start, name = opened.pop()
            found[kind].append((start, length, name))
            closing -= 1 if kind == "q" else 2
    out.append(text[at:])
    return Marked(title, "".join(out), tuple(sorted(found["q"])), tuple(sorted(found["s"])))


def alike(one: Span, other: Span) -> bool:
    """Whether two spans share at least half of what either covers."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared > 0 and 2 * shared >= max(one[1], other[1]) - min(one[0], other[0])


def names(draft: Draft, said: Quote | Statement) -> set[str]:
    """All that the drafted speaker is called."""
    if said.speaker is None:
        return {"?"}
    actor = next((actor for actor in draft.actors if actor.id == said.speaker.actor), None)
    called = {said.speaker.text} if actor is None else {actor.name, *actor.aliases}
    if actor is not None and actor.kind in ("anonymous", "group", "organisation"):
        called.add(said.speaker.text)
    return {_ARTICLE.sub("", name).casefold().replace("'", "’") for name in called}


def score(article: Marked, draft: Draft, counts: dict[str, Count], *, errors: bool) -> None:
    """Add an article's spans and speakers to the counts."""
    for kind, drafted, marked in (("quotes", draft.quotes, article.quotes), ("statements", draft.statements, article.statements)):
        spans, speakers = counts[f"{kind}: spans"], counts[f"{kind}: spans and speakers"]
        spans.drafted += len(drafted)
        spans.marked += len(marked)
        speakers.drafted += sum(one.speaker is not None for one in drafted)
        speakers.marked += sum(name != "?" for _, _, name in marked)
        hit: set[int] = set()
        for start, end, name in marked:
            one = next((one for one in drafted if alike((one.start, one.end), (start, end))), None)
            if one is None:
                _say(errors, kind, article, f"missed  {name}: {article.body[start:end]}")
                continue
            hit.add(id(one))
            spans.right += 1
            wanted = _ARTICLE.sub("", name).casefold().replace("'", "’")
            if wanted in names(draft, one):
                speakers.right += name != "?"
            else:
                _say(errors, kind, article, f"speaker {name} ≠ {sorted(names(draft, one))}: {article.body[start:end]}")
        for one in drafted:
            if id(one) not in hit:
                _say(errors, kind, article, f"extra   {one.speaker and one.speaker.text}: {one.text}")


def _say(errors: bool, kind: str, article: Marked, words: str) -> None:
    if errors:
        print(f"{kind[:5]} {article.title[:24]:<24} {words[:150]}".replace("\n", " "))


def score_gum(path: Path, parser: Parser | None, *, errors: bool) -> Count:
    """Attributions of GUM's news texts: a content that is alike, and a source that overlaps."""
    count = Count()
    for line in path.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        draft = draft_text(document["text"], parser)
        drafted = [one for one in (*draft.quotes, *draft.statements) if one.speaker is not None]
        count.drafted += len(drafted)
        count.marked += len(document["attributions"])
        hit: set[int] = set()
        for marked in document["attributions"]:
            content = _cover(marked["content"])
            one = next(
                (one for one in drafted if id(one) not in hit and alike((one.start, one.end), content) and _meets(one, marked["source"])),
                None,
            )
            if one is not None:
                hit.add(id(one))
                count.right += 1
            elif errors:
                text = document["text"]
                source, cue = ([text[a:b] for a, b in marked[part]] for part in ("source", "cue"))
                print(f"gum missed {source} {cue}: {text[slice(*content)][:110]!r}")
        if errors:
            for one in drafted:
                if id(one) not in hit:
                    print(f"gum extra  {one.speaker and one.speaker.text!r} {one.cue and one.cue.text!r}: {one.text[:110]!r}")
    return count


def _cover(spans: Iterable[list[int]]) -> Span:
    starts, ends = zip(*spans, strict=True)
    return min(starts), max(ends)


def _meets(one: Quote | Statement, sources: Iterable[list[int]]) -> bool:
    return one.speaker is not None and any(one.speaker.start < end and start < one.speaker.end for start, end in sources)


def unseen() -> dict[str, list[Path]]:
    """The files on which no rule was tuned, by what they are called."""
    return {f"unseen, {path.stem}": [path] for path in sorted(UNSEEN.glob("*.txt"))}


def score_all(own: Iterable[Marked], parser: Parser | None, *, errors: bool) -> Iterator[str]:
    """The lines of one set of articles."""
    counts = {f"{kind}: {what}": Count() for kind in ("quotes", "statements") for what in ("spans", "spans and speakers")}
    for article in own:
        score(article, draft_text(article.body, parser), counts, errors=errors)
    return (count.line(name) for name, count in counts.items() if count.marked)


def main() -> None:
    """Score what the command line names."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("articles", nargs="*", type=Path)
    options.add_argument("--rules", action="store_true", help="without a language model")
    options.add_argument("--model", default=DEFAULT_MODEL)
    options.add_argument("--errors", action="store_true", help="print what was missed, extra or somebody else's; never of the unseen ones")
    options.add_argument("--gum", type=Path)
    chosen = options.parse_args()
    parser = None if chosen.rules else load_parser(chosen.model)
    sets = {"named": chosen.articles} if chosen.articles else {"grown on": sorted(GROWN.glob("*.txt"))} | unseen()
    marked = {name: [article for path in paths for article in articles(path)] for name, paths in sets.items()}
    start = time.process_time()
    for name, own in marked.items():
        print(f"{name} ({len(own)} articles)")
        for line in score_all(own, parser, errors=chosen.errors and name not in unseen()):
            print(f"  {line}")
    seconds = time.process_time() - start
    if chosen.gum:
        print(score_gum(chosen.gum, parser, errors=chosen.errors).line("GUM attributions"))
    lengths = [len(article.body.split()) for own in marked.values() for article in own]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(lengths) / seconds:.1f} articles of {sum(lengths) // len(lengths)} words a second, {memory:.0f} MiB")


if __name__ == "__main__":
    main()
