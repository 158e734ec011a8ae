"""What a verdict proves, in words: exactly what was held, and no more."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dossier.signature import Signature
from generator.verifying.site import SiteVerdict
from generator.verifying.verdict import Against, Part, Verdict

CHANGED = (
    "Something is not as it was made: see what fails. A program that edits, shrinks or protects a file may have done it, and so may a "
    "forger. Get the file again from where it was published."
)
CHANGED_SOURCES = "Source files that are missing or were edited since fail it, too."
NOT_PUBLISHED = "A file of an older state is no forgery, but it is not what is published now."

WHOLE = "Nothing in the file was changed by itself: no word, no letter’s shape, no page, no attachment."
DATA = "What the file says agrees with itself, and nothing in it was changed by itself."
UNSIGNED = "It is no signature: who makes the whole file anew, with all that it carries, is found out by {others}."
SIGNED = "Nothing was changed since it was signed with {keys}. Whose key that is, only a set of keys from its owner says (--key)."
TRUSTED = "It is what was signed with {keys}, which {origin} names: nobody else can have made or changed it."
PUBLISHED = "Its digest is the one that is published at the address that it names: see whether that is its publisher’s."
SOURCES = (
    "The words that facts and quotes rest on are, as programs read them, those of the source files; what is neither quote nor passage, "
    "such as the status of a fact, is in no source."
)
JUDGE = "Whether facts follow from their passages is for you to judge."


def meaning(verdict: Verdict, against: Against) -> str:
    """What somebody knows who has read a verdict."""
    if not verdict.holds:
        more = [CHANGED, *([CHANGED_SOURCES] if against.sources else []), *([NOT_PUBLISHED] if against.fetch else [])]
        return " ".join(more)
    return " ".join(_proves(verdict, against))


def _proves(verdict: Verdict, against: Against) -> Iterator[str]:
    keys = list(dict.fromkeys(part.signature.key.name for part in verdict.parts if part.signature))
    named = f"the key{'s' if len(keys) > 1 else ''} {' and '.join(keys)}"
    if against.keys is not None:
        yield TRUSTED.format(keys=named, origin=against.keys.origin)
    elif keys and all(part.signature for part in verdict.parts):
        yield SIGNED.format(keys=named)
    else:
        yield WHOLE if verdict.whole else DATA
        if against.fetch is None:
            yield UNSIGNED.format(others=_others(verdict, against))
    if against.fetch is not None:
        yield PUBLISHED
    if against.sources is not None:
        yield SOURCES
    yield JUDGE


def _others(verdict: Verdict, against: Against) -> str:
    """What finds out who has made a whole file."""
    sources = "the source files (--sources), as far as quotes and passages go and as programs read them"
    ways = [] if against.sources else [sources]
    ways += ["what is published (--online)"] if any(part.published for part in verdict.parts) else ["the brief on the web"]
    return ", or by ".join(ways)


def notes(part: Part) -> Iterator[str]:
    """Who signed a file, and where its digest is published, as far as it says so itself."""
    if part.signature is None:
        where = "" if part.can_be_signed else "; the signature of a brief stands in its evidence.json"
        yield f"unsigned: it carries no signature, so anybody can have made it whole{where}"
    else:
        yield _signed(part.signature)
    if part.published:
        yield f"published: the digest stands at {part.published}, as the file says; --online compares it"
    else:
        yield "published: the file names no address on the web where its digest stands"


def _signed(signature: Signature) -> str:
    address = f", which is published at {signature.address}, as the file says" if signature.address else ""
    return f"signed: with the key {signature.key.name}{address}"


# Of a site


SITE_CHANGED = (
    "The site is not as it was built: see what fails. Who serves it may have packed, shrunk or lost files, and so may a stranger have "
    "changed them. Build it and put it there again, or ask its publisher."
)
SITE_UNSIGNED = "It is no signature: who changes files and makes the list anew is found out by another copy of the list alone."
SITE_WHOLE = "Every file that the site lists is as it was built, and its briefs and handouts agree with their evidence."


def site_meaning(verdict: SiteVerdict, against: Against) -> str:
    """What somebody knows who has read the verdict on a site."""
    if not verdict.holds:
        return " ".join([SITE_CHANGED, *([CHANGED_SOURCES] if against.sources else [])])
    if verdict.signature is None:
        said = f"{SITE_WHOLE} {SITE_UNSIGNED}"
    else:
        keys = f"the key {verdict.signature.key.name}"
        said = f"{SITE_WHOLE} {TRUSTED.format(keys=keys, origin=against.keys.origin) if against.keys else SIGNED.format(keys=keys)}"
    return f"{said} {JUDGE}"


def site_notes(verdict: SiteVerdict) -> Iterator[str]:
    """Who signed a site, and what stands beside the files that it lists."""
    if verdict.beside:
        yield f"not listed, and not held against anything: {', '.join(verdict.beside)}"
    unsigned = "unsigned: manifest.json carries no signature, so anybody can have made it whole"
    yield _signed(verdict.signature) if verdict.signature else unsigned
