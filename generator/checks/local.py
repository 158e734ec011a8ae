"""B333, B334: a link without a scheme leads to a file that is published, and to a part of its page that is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.checks.context import Context
from generator.checks.paths import Found, in_page, near_file, path_of
from generator.items import ItemRef
from generator.text.finding import Finding
from generator.text.markdown import Link, links
from generator.text.paths import DocPath, doc_path
from generator.text.places import Span


def there(context: Context) -> Mapping[str, DocPath]:
    """The paths to which readers are led, by the links as they are written."""
    slug, article = context.parsed.slug, context.parsed.article
    texts = (*(field.text for field in context.texts), article.body if article else "")
    written = {link.href: path_of(link, slug) for text in texts for link in links(text) if link.kind == "link"}
    return {href: path for href, path in written.items() if path and not _found(context, path).lacks}


def judge(context: Context, link: Link, span: Span, item: ItemRef | None) -> Iterator[Finding]:
    """What is wrong with a link that has no scheme, in a text of an item."""
    path = doc_path(link.href, context.parsed.slug)
    if path is None:
        yield Finding("B333", f"`{link.href}` leads out of the publication", span, "use https: for what is elsewhere", item=item)
        return
    found = _found(context, path)
    if found.lacks:
        page = f"`{path.path}`" if path.path else "the page of this brief"
        nothing, part = f"the link leads nowhere: no file `{path.path}` is published", f"{page} has no part `#{path.part}`"
        code, message = ("B334", part) if found.lacks == "part" else ("B333", nothing)
        fix = _source(context, path) or (f"did you mean `{found.near}`?" if found.near else None)
        yield Finding(code, message, span, fix, item=item)


def _found(context: Context, path: DocPath) -> Found:
    """What there is at a path, the brief's own page and its media included."""
    media = f"{context.parsed.slug}/media/"
    if not path.path:
        return in_page(path.part, context.parts, context.guesses)
    if path.path.startswith(media):
        published = [f"{media}{name}" for name in context.parsed.media]
        return Found() if path.path in published else Found("file", near_file(path.path, published, context.guesses))
    return context.paths.get(path, Found())


def _source(context: Context, path: DocPath) -> str | None:
    """A source of the brief that was meant by its file."""
    sources = context.parsed.brief.sources
    return next((f"did you mean `source:{one.id}`?" for one in sources if path.path == f"{context.parsed.slug}/{one.file}"), None)
