"""What the name, the class or the role of an element says of its words: sorts of page furniture."""

from __future__ import annotations

import re
from typing import Any

_BY_TAG = {"nav": "navigation", "menu": "navigation", "footer": "page foot", "aside": "beside the text", "form": "form", "figcaption": "caption", "header": "page head", "dialog": "notice"}
_BY_ROLE = {
    "navigation": "navigation", "menu": "navigation", "menubar": "navigation", "banner": "page head", "contentinfo": "page foot",
    "complementary": "beside the text", "search": "form", "dialog": "notice", "alertdialog": "notice", "toolbar": "share buttons",
}  # fmt: skip
_WORDS: tuple[tuple[str, str], ...] = (
    ("comments", r"comments?(?:list|-list|area|section|thread|form)?|disqus\w*|respond|kommentare?|commentaires?|comentarios|replies|reactions"),
    ("advert", r"ads?|adverts?|advertisement|advertorial|adslot|adsense|adbox|sponsor(?:ed)?|anzeige|werbung|promo(?:tion|box|s)?|outbrain|taboola\w*|teads|commercial|affiliate"),
    ("share buttons", r"share|sharing|sharebar|sharedaddy|social\w*|addthis\w*|addtoany\w*|follow(?:us)?|like-?button|toolbar|tools"),
    ("newsletter", r"newsletters?\w*|subscri(?:be|ption)s?\w*|signup|sign-up|mailinglist|mailchimp|optin|cta|donat(?:e|ion)s?"),
    ("links to other pages", r"related\w*|recommend\w*|readmore|read-more|read-next|readnext|more-?(?:stories|news|articles|links|from|on)|most-?(?:read|popular|viewed|recent)|popular|trending|teasers?|seealso|see-also|recirc\w*|similar|recent-?posts?|latest\w*|further|zum-thema|mehr|weitere\w*|topics?|jp-relatedposts|yarpp\w*|crp_related|up-?next|next-?article|prev(?:ious)?|post-?nav\w*|pager|pagination|navigator|zergnet"),
    ("navigation", r"nav|navi|navbar|navigation|menu\w*|submenu|breadcrumbs?|crumbs?|topnav|subnav|mainnav|site-?nav|skip\w*|tabs|toc|tableofcontents|table-of-contents|sitemap|langs?|languages?"),
    ("page foot", r"footer|foot|colophon|copyright|imprint|impressum|legal|disclaimer|bottom-?bar"),
    ("page head", r"masthead|site-?header|page-?header|topbar|top-?bar|site-?title|branding|logo"),
    ("beside the text", r"sidebar\w*|side|rail|right-?col(?:umn)?|widget\w*|infobox|vcard|module"),
    ("notice", r"cookies?\w*|consent|gdpr|modal|popup|pop-up|overlay|lightbox|banner|toast|paywall|regwall|notification|alert|adblock\w*"),
    ("caption", r"captions?|wp-caption-text|image-?(?:caption|credit)|photo-?(?:caption|credit)|credits?|photocredit|bildunterschrift|bildnachweis|legende"),
    ("byline", r"bylines?|author(?:s|-?(?:name|info|box|bio|card|meta))?|post-?author|about-?author|contributors?|writer|dateline|timestamp|publish(?:ed)?-?date|pubdate|entry-?meta|post-?meta|article-?meta|meta|meta-?data|postmetadata|posted-?on|date|updated|entry-?date|post-?date|entry-?footer|post-?footer|tags|tag-?(?:list|links|cloud)|post-?tags|article-?tags|categories|category|cat-links|keywords|kicker|read(?:ing)?-?time|rating|ratings"),
)  # fmt: skip
_BY_WORD = re.compile("|".join(f"(?P<s{number}>{words})" for number, (_, words) in enumerate(_WORDS)))
_LONGEST, _LONGEST_NAME = 400, 4  # characters of a class; parts of a name


def sort_of(element: Any, *, within_quotation: bool = False) -> str | None:
    """The sort of furniture that an element says its words are."""
    if within_quotation and element.tag in ("footer", "figcaption", "header", "cite"):
        return None
    if sort := _BY_TAG.get(element.tag):
        return sort
    if not element.attrib:
        return None
    if sort := _BY_ROLE.get(element.get("role") or ""):
        return sort
    if element.tag in ("body", "html", "main", "article"):
        return None
    named = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"[:_LONGEST]
    return _named(named)


def _named(classes: str) -> str | None:
    best: int | None = None
    for name in classes.split():
        plain = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower().replace("__", "-").replace("_", "-")
        parts = plain.split("-")
        if len(parts) > _LONGEST_NAME:  # made of a heading
            continue
        for start in range(len(parts)):
            for end in (start + 1, start + 2):
                match = _BY_WORD.fullmatch("-".join(parts[start:end]))
                if match and match.lastgroup:
                    number = int(match.lastgroup[1:])
                    best = number if best is None else min(best, number)
    return None if best is None else _WORDS[best][0]
