"""Drafts of which nothing is wrong but that something is still empty: a preview shows them as far as they go, their proposals among it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from generator.desk.publication import Publication
from generator.engine.brief_text import BriefFileError, read_brief
from generator.engine.storage import BRIEF
from generator.library.known import Known
from generator.library.library import Kept, whole_of
from generator.library.survey import Survey, itself, recalled
from generator.parsing import Folder
from generator.parsing.yaml_file import decode
from generator.proposing.propose import Others, with_kinds, with_text
from generator.text.places import Text
from generator.text.yamltree import Scalar

STAND_IN = "…"  # of a summary that nobody has written yet


def unfinished(publication: Publication, survey: Survey) -> dict[str, Kept]:
    """The drafts of a survey that would have no errors if their summary and the kinds of their sources were there."""
    found: dict[str, Kept] = {}
    broken = [outcome.slug for outcome in survey.outcomes if not outcome.is_whole and outcome.status == "draft"]
    filled = {slug: folder for slug in broken if (folder := _filled(publication.read(publication.docs / slug)))}
    if not filled:
        return found
    parsed = tuple(one for digest in publication.digests.values() if (one := recalled(digest, publication.memory)))
    others = Others(parsed, publication.shared_files(), publication.docs_path, publication.policy())
    for slug, folder in filled.items():
        _, outcome = others.check(folder)
        if outcome.is_whole:
            made = whole_of(outcome, publication.site.language, preview=True)
            found[slug] = Kept(outcome.digest, Known.of(made), partial(itself, made), finished=False)
    return found


def _filled(folder: Folder) -> Folder | None:
    """A folder with stand-ins; None where nothing is empty that they could stand for."""
    text, _ = decode(f"{folder.path}/{BRIEF}", folder.files[BRIEF])
    if text is None:
        return None
    try:
        made = with_kinds(_with_summary(text))[0]
    except BriefFileError:
        return None
    return with_text(folder, made) if made.body != text.body else None


def _with_summary(text: Text) -> Text:
    brief = read_brief(text)
    summary, name = brief.get("summary"), brief.key("summary")
    if name is None or not (summary is None or (isinstance(summary, Scalar) and summary.kind == "null")):
        return text
    place = name.span.end + 1
    return replace(text, body=f"{text.body[:place]} {STAND_IN}{text.body[place:]}")
