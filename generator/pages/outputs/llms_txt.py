"""What there is, for programs that read as people do: `/llms.txt` (https://llmstxt.org), the newest briefs as Markdown, and the data."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.addresses import permalink
from generator.pages.artifacts import DataFile
from generator.pages.commonmark import escaped
from generator.pages.nodes import IndexPlace
from generator.pages.outputs.ready import Collection
from generator.wording.labels import N_

MOST = 100  # briefs; briefs.json has all of them
INTRO = N_("Briefs that say what is known about a story, who says so in which words of which source, and what nobody knows yet.")
DATA = {
    "briefs.json": N_("All briefs in short, with digests"),
    "facts.csv": N_("All facts"),
    "quotes.csv": N_("All quotes"),
    "questions.csv": N_("All questions"),
}


def llms_txt(collection: Collection) -> Iterator[DataFile]:
    """The file, in the publication’s language."""
    site, wording = collection.site, collection.wording
    lines = [f"# {escaped(site.name)}", "", f"> {escaped(wording.gettext(INTRO))}", "", f"## {wording.gettext(N_('Briefs'))}", ""]
    for record in collection.listed[:MOST]:
        brief = record.brief
        lines.append(f"- [{escaped(brief.title.words.text)}]({permalink(site.url, record.text)}): {escaped(brief.summary.words.text)}")
    lines += ["", "## Optional", ""]  # the heading has a meaning: what follows may be left out
    lines += [f"- [{path}]({permalink(site.url, IndexPlace(path))}): {wording.gettext(words)}" for path, words in DATA.items()]
    yield DataFile("llms.txt", ("\n".join(lines) + "\n").encode())
