"""Draft a brief: proposals from its sources go into its brief.yml, and decisions.yml remembers what was proposed. Or draft bare texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from generator.desk.decide import write_decisions
from generator.desk.publication import Publication
from generator.drafting.draft import draft_text
from generator.drafting.drafted import Draft
from generator.drafting.engine import DEFAULT_MODEL, NoModelError, Parser, load_parser
from generator.drafting.records import record
from generator.drafting.segments import Segment
from generator.engine import storage
from generator.engine.atomic import read_up_to, replace_unchanged
from generator.engine.brief_text import BriefFileError
from generator.errors import PublicationError
from generator.parsing import parse_decisions
from generator.proposing.propose import Drafter, Others, Proposed, propose

MAX_BYTES = 5_000_000
TRIES = 5


@dataclass(frozen=True)
class FileDraft:
    """What a bare text offers, or why it cannot be drafted."""

    path: str
    record: dict[str, Any] | None = None
    problem: str = ""


def draft(publication: Publication, slug: str, parser: Parser | None, *, again: bool = False) -> Proposed:
    """Draft the sources of a brief and add what passes our checks to its brief.yml; `again` proposes what was rejected, too.

    Drafting takes seconds: what an editor saves meanwhile is read again, and nothing of it is lost.
    """
    place = publication.folder(slug)
    rest = [publication.read(folder) for folder in publication.folders() if folder.name != slug]
    others = Others.of(rest, publication.shared_files(), publication.docs_path, publication.policy())
    drafter = _remembering(parser)
    for _ in range(TRIES):
        folder = publication.read(place)
        path = f"{folder.path}/{storage.BRIEF}"
        try:
            proposed = propose(folder, others, drafter, publication.today, again=again)
        except BriefFileError as error:
            raise PublicationError(f"{path}: {error}") from None
        if proposed.findings or not proposed.read:
            return proposed
        if not proposed.proposals or replace_unchanged(place / storage.BRIEF, folder.files[storage.BRIEF], proposed.body.encode()):
            write_decisions(publication, place, parse_decisions(folder)[1], proposed.decisions)
            return proposed
    raise PublicationError(f"{path}: is being changed by somebody else, and nothing was proposed; try again later")


def _remembering(parser: Parser | None) -> Drafter:
    """A drafter that reads each text once."""
    made: dict[tuple[str, date | None, tuple[Segment, ...] | None], Draft] = {}

    def drafted(body: str, published: date | None, segments: Sequence[Segment] | None) -> Draft:
        key = (body, published, None if segments is None else tuple(segments))
        if key not in made:
            made[key] = draft_text(body, parser, published, segments)
        return made[key]

    return drafted


def parser_of(model: str | None) -> tuple[Parser | None, str]:
    """The parser of the model that is named, else of the default one; without that rules alone draft, and a note says so.

    Raises PublicationError where the model that is named cannot be loaded.
    """
    try:
        return load_parser(model or DEFAULT_MODEL), ""
    except NoModelError as error:
        if model:
            raise PublicationError(str(error)) from None
        return None, f"{error}; drafted by rules alone, which miss most speakers and all statements."


def draft_files(paths: Iterable[str], parser: Parser | None) -> Iterator[FileDraft]:
    """What bare texts offer, one after the other; no publication is needed."""
    for path in paths:
        try:
            yield FileDraft(path, record(path, draft_text(_read(Path(path)), parser)))
        except _UnreadableError as error:
            yield FileDraft(path, problem=str(error))


class _UnreadableError(Exception):
    """A file that cannot be drafted; the message says why."""


def _read(path: Path) -> str:
    """The text of a file, its line ends and a byte order mark as they are."""
    try:
        data = read_up_to(path, MAX_BYTES)
        if len(data) > MAX_BYTES:
            raise _UnreadableError(f"is longer than {MAX_BYTES // 1_000_000} MB; split it")
        body = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _UnreadableError(
            f"is not UTF-8 (byte {error.start}); save it as UTF-8, or import a web page or document with `briefs import`"
        ) from None
    except (OSError, ValueError) as error:
        raise _UnreadableError(getattr(error, "strerror", None) or str(error)) from None
    if "\0" in body:
        raise _UnreadableError("is no text: it holds NUL bytes; import it with `briefs import`")
    return body
