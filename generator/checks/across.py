"""B331, B332: a link to another brief leads to one, or to an item of it; readers get what a published brief leads to."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import Context
from generator.checks.target import Target
from generator.items import CrossRef, ItemRef
from generator.text.finding import Finding
from generator.text.moments import begins
from generator.text.places import Span
from generator.text.slugs import slug_as_written


def judge(context: Context, name: CrossRef, span: Span, item: ItemRef | None) -> Iterator[Finding]:
    """What is wrong with a link in a text of an item."""
    target = context.beyond[name]
    if target.lacks:
        no = f"there is no brief `{name.brief}`" if target.lacks == "brief" else _no_item(name)
        yield Finding("B331", f"the link leads nowhere: {no}", span, _meant(context, name, target), item=item)
    elif context.parsed.brief.status == "published" and item not in context.proposed and (why := _hidden(context, name, target)):
        message = f"readers do not get `{name}`, for {why}: to them these words are no link"
        yield Finding("B332", message, span, "publish that first, or say this without the link", item=item)


def _no_item(name: CrossRef) -> str:
    return f"the brief `{name.brief}` has no {name.item.kind} `{name.item.key}`" if name.item else f"there is no brief `{name.brief}`"


def _meant(context: Context, name: CrossRef, target: Target) -> str | None:
    """What was probably meant: a slash may also stand in the name of a term of the brief itself."""
    if name.item and name.item.kind == "term" and (own := slug_as_written(f"{name.brief}/{name.item.key}")) in context.ids["term"]:
        return f"did you mean `term:{own}`?"
    return f"did you mean `{target.near}`?" if target.near else None


def _hidden(context: Context, name: CrossRef, target: Target) -> str | None:
    """Why readers do not get what a link leads to once they get the brief that it stands in."""
    if target.status == "withdrawn":
        return f"the brief `{name.brief}` was withdrawn" if name.item else None  # its page says so
    if target.status != "published":
        return f"the brief `{name.brief}` is {'a draft' if target.status == 'draft' else 'in review'}"
    days = [day for day in (context.today, context.parsed.brief.embargo) if day]
    if target.embargo and context.today and begins(target.embargo, context.zone) > max(begins(day, context.zone) for day in days):
        return f"the brief `{name.brief}` is under embargo until {target.embargo.isoformat()}"
    return "it is a proposal that nobody has accepted" if target.proposed else None
