"""What the name, the class, the id or the role of an element says of its words: sorts of page furniture."""

from __future__ import annotations

import re
from typing import Any

# The names of a sort, the surest sorts first. A name is a part of a class or an id, or two or three parts in a row; `*` is any ending.
_TABLE = """
comments: comment comments comment-list commentlist comment-area comment-section comment-thread comment-form disqus* respond kommentar
  kommentare commentaire commentaires comentarios replies reactions
advert: ad ads advert adverts advertisement advertorial adslot adsense adbox sponsor sponsored anzeige werbung promo promos promobox
  promotion outbrain taboola* teads commercial affiliate
share buttons: share sharing sharebar sharedaddy social* addthis* addtoany* follow follow-us followus like-button toolbar tools
newsletter: newsletter* subscribe* subscription* signup sign-up mailinglist mailchimp optin cta donate donation donations
links to other pages: related* recommend* read-more readmore read-next readnext more-stories more-news more-articles more-links more-from
  more-on most-read most-popular most-viewed most-recent popular trending teaser teasers see-also seealso recirc* similar recent-post
  recent-posts latest* further zum-thema mehr weitere* topic topics jp-relatedposts yarpp* crp-related up-next upnext next-article prev
  previous post-nav* pager pagination navigator zergnet
navigation: nav navi navbar navigation menu* submenu breadcrumb breadcrumbs crumb crumbs topnav subnav mainnav sitenav site-nav skip* tabs
  toc tableofcontents table-of-contents sitemap lang langs language languages
page foot: footer foot colophon copyright imprint impressum legal disclaimer bottombar bottom-bar
page head: masthead site-header siteheader page-header pageheader topbar top-bar site-title branding logo
beside the text: sidebar* side rail right-col right-column rightcol widget* infobox vcard module
notice: cookie* consent gdpr modal popup pop-up overlay lightbox banner toast paywall regwall notification alert adblock*
caption: caption captions wp-caption-text image-caption image-credit imagecaption photo-caption photo-credit photocredit credit credits
  bildunterschrift bildnachweis legende
byline: byline bylines author authors author-name author-info author-box author-bio author-card author-meta post-author about-author
  contributor contributors writer dateline timestamp publish-date published-date pubdate meta metadata entry-meta post-meta article-meta
  postmetadata posted-on date updated entry-date post-date entry-footer post-footer tags tag-list tag-links tag-cloud post-tags
  article-tags categories category cat-links keywords kicker reading-time read-time rating ratings
signature: gmail-signature moz-signature
"""
QUOTED, SIGNATURE = "quoted message", "signature"
_BY_TAG = {
    "nav": "navigation", "menu": "navigation", "footer": "page foot", "aside": "beside the text", "form": "form", "figcaption": "caption",
    "header": "page head", "dialog": "notice",
}  # fmt: skip
_BY_ROLE = {
    "navigation": "navigation", "menu": "navigation", "menubar": "navigation", "banner": "page head", "contentinfo": "page foot",
    "complementary": "beside the text", "search": "form", "dialog": "notice", "alertdialog": "notice", "toolbar": "share buttons",
}  # fmt: skip
_NAMELESS = ("body", "html", "main", "article")  # what holds everything says nothing by its class
_SORTS = [line.partition(":") for line in re.sub(r"\n  ", " ", _TABLE.strip()).split("\n")]
_RANKS = {name: rank for rank, (_, _, names) in reversed(list(enumerate(_SORTS))) for name in names.split()}
_BEGINNINGS = {name.removesuffix("*"): rank for name, rank in _RANKS.items() if name.endswith("*")}
_LONGEST, _LONGEST_NAME = 400, 4  # characters that are looked at; parts of a name that no heading has given
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def sort_of(element: Any, *, within_quotation: bool = False) -> str | None:
    """The sort of furniture that an element says its words are; within a quotation, a foot or a caption is who said it."""
    if (within_quotation and element.tag in ("footer", "figcaption", "header")) or _captions_quotation(element):
        return None
    if sort := _BY_TAG.get(element.tag):
        return sort
    if not element.attrib:
        return None
    if element.tag == "blockquote" and (element.get("type") == "cite" or "gmail_quote" in (element.get("class") or "").split()):
        return QUOTED  # as mail programs set off what a reply answers
    if sort := _BY_ROLE.get(element.get("role") or ""):
        return sort
    if element.tag in _NAMELESS:
        return None
    named = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"[:_LONGEST]
    ranks = [rank for name in named.split() for rank in _ranks(name)]
    return _SORTS[min(ranks)][0] if ranks else None


def _captions_quotation(element: Any) -> bool:
    """Whether a caption stands below a quotation, and names its source."""
    parent = element.getparent()
    return element.tag == "figcaption" and parent is not None and next(parent.iterchildren("blockquote"), None) is not None


def _ranks(name: str) -> list[int]:
    """The ranks of the sorts that the parts of a name are names of."""
    parts = re.split(r"[-_]+", _CAMEL.sub("-", name).lower())
    if len(parts) > _LONGEST_NAME:
        return []
    joined = ["-".join(parts[start:end]) for start in range(len(parts)) for end in range(start + 1, min(len(parts), start + 3) + 1)]
    exact = [_RANKS[each] for each in joined if each in _RANKS]
    return exact + [rank for each in parts for length in range(4, len(each) + 1) if (rank := _BEGINNINGS.get(each[:length])) is not None]
