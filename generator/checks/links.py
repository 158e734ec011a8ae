"""B203, B204, B205, B212, B113, B331–B334: links lead to items, briefs or the web, images to media, and nothing nests too deep."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from operator import itemgetter

from generator.checks import across, local
from generator.checks.context import Context
from generator.items import ItemRef
from generator.items.fields import led_across, led_to
from generator.text.finding import Finding
from generator.text.markdown import INNER_SCHEMES, MAX_BRACKETS, MAX_NESTING, WEB_SCHEMES, Link, addresses, deep_bracket, links, too_deep
from generator.text.places import Span, Text

IMAGE_ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg")


def check(context: Context) -> Iterator[Finding]:
    """Every link and image in every text field and in article.md."""
    parsed = context.parsed
    for field in context.texts:
        if too_deep(field.text):
            yield Finding("B113", _TOO_DEEP, parsed.span(*field.location), item=field.item)
        elif deep_bracket(field.text) is not None:
            yield Finding("B113", _BRACKETS, parsed.span(*field.location).narrow("["), _CLOSE, item=field.item)
        yield from _judge_all(context, links(field.text), partial(parsed.span, *field.location), field.item)
    if parsed.article is not None:
        body = parsed.article.body
        if too_deep(body):
            yield Finding("B113", _TOO_DEEP, parsed.article.span(0, 1))
        elif (at := deep_bracket(body)) is not None:
            yield Finding("B113", _BRACKETS, parsed.article.span(at, at + 1), _CLOSE)
        yield from _judge_all(context, links(body), partial(parsed.article.span, 0, len(body)), None)


_TOO_DEEP = f"lists or block quotes are nested deeper than {MAX_NESTING} levels"
_BRACKETS = f"more than {MAX_BRACKETS} square brackets are open here, and none of the text's is taken for a link"
_CLOSE = "close them, or write `\\[` for those that begin no link"


def placed(found: Iterable[Link], span: Span) -> Iterator[tuple[Link, Span]]:
    """Links in order, each with the place of its address in `span`, the text that holds them all.

    The text is read once for all of them: looking for each by itself takes the square of their number.
    """
    listed = list(found)
    places: dict[str, deque[Span]] = {}
    for href, start, end in sorted(addresses(span.words), key=itemgetter(1)) if listed else ():
        places.setdefault(href, deque()).append(Span(span.text, span.start + start, span.start + end))
    for link in listed:
        here = places.get(link.href)
        if here is None:  # written with the escapes of YAML
            here = places[link.href] = deque([span.narrow(link.href)])
        yield link, here.popleft() if len(here) > 1 else here[0]


def _judge_all(context: Context, found: Iterable[Link], where: Callable[[], Span], item: ItemRef | None) -> Iterator[Finding]:
    """The links of a text; their places are looked for where one is wrong."""
    if any(finding for link in found for finding in _judge(context, link, _NOWHERE, item)):
        for link, place in placed(found, where()):
            yield from _judge(context, link, place, item)


_NOWHERE = Text("", "").span()


def _judge(context: Context, link: Link, span: Span, item: ItemRef | None) -> Iterator[Finding]:
    if link.kind == "image":
        yield from _judge_image(context, link, span, item)
    elif ref := led_to(link):
        if not context.is_known(*ref):
            written = f"#{ref.kind}-" if not link.scheme else f"{ref.kind}:"
            close = context.guesses.near(ref.key, context.ids[ref.kind], cutoff=0.5)
            fix = f"did you mean `{written}{close[0]}`?" if close else None
            message = f"the link leads to no {ref.kind}: there is no `{link.target if link.scheme else ref.key}`"
            yield Finding("B203" if link.scheme else "B334", message, span, fix, item=item)
    elif across_to := led_across(link):
        yield from across.judge(context, across_to, span, item)
    elif not link.scheme and not link.href.startswith("//"):
        yield from local.judge(context, link, span, item)
    elif link.scheme not in WEB_SCHEMES:
        what = f"`{link.scheme}:`" if link.scheme else "another host without its scheme"
        message = f"a link to {what} is not allowed here"
        yield Finding("B204", message, span, f"use http:, https:, mailto: or {', '.join(f'{s}:' for s in INNER_SCHEMES)}", item=item)


def _judge_image(context: Context, link: Link, span: Span, item: ItemRef | None) -> Iterator[Finding]:
    if link.scheme or link.href.startswith("//"):
        message = "an image from elsewhere would make every reader's browser ask a third party"
        yield Finding("B205", message, span, "save it in the brief's media folder: ![…](media/name.png)", item=item)
        return
    name, media = media_name(link.target), context.parsed.media
    if not name.lower().endswith(IMAGE_ENDINGS):
        yield Finding("B205", f"`{name}` is no image: its name ends with none of {', '.join(IMAGE_ENDINGS)}", span, item=item)
    elif refused := context.parsed.refused.get(name):
        yield Finding(refused.code, f"the image `{name}` cannot be shown: {refused.why}", span, refused.fix, item=item)
    elif name not in media:
        close = context.guesses.near(name, media)
        fix = f"did you mean `media/{close[0]}`?" if close else f"put it into {context.parsed.folder}/media/"
        yield Finding("B205", f"there is no image `{link.target}` in the brief's media folder", span, fix, item=item)


def media_name(target: str) -> str:
    """The path inside the media folder that an image's address means."""
    return target.removeprefix("./").removeprefix("media/")
