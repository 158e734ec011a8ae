"""B116, B201, B202, B205, B214: figures are there, each once, and shown; an image has words for who does not see it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import Context
from generator.checks.links import media_name, placed
from generator.text.finding import Finding
from generator.text.markdown import links


def check(context: Context) -> Iterator[Finding]:
    """The list of figures, the image that stands for the brief, and the images of all texts."""
    yield from _listed(context)
    yield from _undescribed(context)


def _listed(context: Context) -> Iterator[Finding]:
    parsed, brief = context.parsed, context.parsed.brief
    shown = {media_name(link.target) for written in context.written for link in links(written.source) if link.kind == "image"}
    ids: list[str] = []
    for index, figure in enumerate(brief.figures):
        name = figure.file.removeprefix("media/")
        if figure.id in ids:
            yield Finding("B202", f"the id `{figure.id}` is already taken by a figure", parsed.span("figures", index, "id"))
        ids.append(figure.id)
        if name not in parsed.media or name == figure.file:
            close = context.guesses.near(name, parsed.media)
            fix = f"did you mean `media/{close[0]}`?" if close else f"put it into {parsed.folder}/media/"
            yield Finding("B205", f"there is no image `{figure.file}` that can be shown", parsed.span("figures", index, "file"), fix)
        elif name not in shown and brief.image != figure.id:
            fix = f"show it: ![](<{figure.file}>), or remove it"
            yield Finding("B116", f"nothing shows the figure `{figure.id}`", parsed.span("figures", index, "id"), fix)
    if brief.image and brief.image not in ids:
        close = context.guesses.near(brief.image, ids)
        fix = f"did you mean `{close[0]}`?" if close else "list it under `figures`"
        yield Finding("B201", f"there is no figure `{brief.image}`", parsed.span("image"), fix)


def _undescribed(context: Context) -> Iterator[Finding]:
    told = {figure.file.removeprefix("media/") for figure in context.parsed.brief.figures if figure.alt is not None}
    for written in context.written:
        for link, place in placed(links(written.source), written.span) if "![" in written.source else ():
            if link.kind == "image" and not link.alt.strip() and media_name(link.target) not in told:
                fix = '![what it shows](…), or `alt` under `figures`; `alt: ""` says that it only decorates'
                yield Finding("B214", "this image has no words for who does not see it", place, fix, item=written.item)
