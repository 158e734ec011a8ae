"""What a page says of itself, and whether that is sure: the article's own data first; of other places none that tell it differently."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import Any

from generator.ingest.article import Article, Known, iso_day, known, one_line
from generator.ingest.web_page import linked_data
from generator.ingest.web_page.names import is_name, named
from generator.items.base import LANGUAGE_PATTERN

_DAYS = ("date", "DC.date", "dc.date", "DC.date.issued", "dcterms.created", "pubdate", "parsely-pub-date", "citation_publication_date")
_NAMES = ("author", "dc.creator", "DC.creator", "parsely-author", "citation_author")
_DATES = (
    "//meta[@property='article:published_time']/@content",
    f"//meta[@itemprop='datePublished' or {' or '.join(f'@name={name!r}' for name in _DAYS)}]/@content",
    "//time[@itemprop='datePublished']/@datetime",
)
_AUTHORS = f"//meta[{' or '.join(f'@name={name!r}' for name in _NAMES)}]/@content"
_IN_SCRIPT = re.compile(r"\"datePublished\"\s*:\s*\"(\d{4}-\d\d-\d\d)")
_PARTS = re.compile(r"\s+[|–—·•»«:-]+\s+|\s*[|»•]\s*")
_ADDRESS = re.compile(r"https?://[^\s/?#@]+([/?#]\S*)?")
_EPOCH = "1970-01-01"  # what a clock says that was never set


class Said:
    """What the head of a page says."""

    def __init__(self, tree: Any) -> None:
        self._tree = tree
        self.address = one_line(tree.xpath("string(//link[@rel='canonical']/@href)") or self._meta("og:url"), 2000) or ""
        self.site = one_line(self._meta("og:site_name") or self._meta("application-name")) or ""
        self.headlines = tuple(" ".join("".join(heading.itertext()).split()) for heading in list(tree.iter("h1"))[:3])
        self.written_title = " ".join(str(tree.xpath("string(//head/title)")).split())
        titles = (self._meta("og:title") or "", self.written_title, *self.headlines)
        self.article = linked_data.own_article(tree, self.address, titles)

    def _meta(self, name: str) -> str | None:
        return unescape(str(self._tree.xpath("string((//meta[@property=$name or @name=$name])[1]/@content)", name=name))) or None

    def described(self, told: Article, guessed: Any) -> Article:
        """An article with what its page says; `guessed` is what an extractor makes of the rest."""
        publisher = known(self.site, is_sure=True) or known(linked_data.text_of(self.article.get("publisher")), is_sure=True)
        publisher = publisher or known(getattr(guessed, "sitename", None))
        outlets = (publisher.value if publisher else "", self.site, linked_data.text_of(self.article.get("publisher")))
        return replace(
            told,
            title=self._title(outlets) or known(getattr(guessed, "title", None)) or told.title,
            authors=tuple(self._authors(outlets)) or named(getattr(guessed, "author", None), outlets) or told.authors,
            publisher=publisher,
            published=self._published() or _day(getattr(guessed, "date", None)) or told.published,
            language=self._language(told.language),
            url=Known(self.address) if _ADDRESS.fullmatch(self.address) else None,
        )

    def _title(self, outlets: tuple[str, ...]) -> Known | None:
        """The title without the name of the site."""
        og, own = self._meta("og:title"), linked_data.text_of(self.article.get("headline"))
        if title := _without_site(og or own, outlets, self.headlines):
            return known(title, is_sure=True)
        title = _without_site(self.written_title, outlets, self.headlines)
        return known(title, is_sure=title in self.headlines)

    def _published(self) -> Known | None:
        """The day of the article's own data; else of the head, which is sure where all of it says the same."""
        own = iso_day(linked_data.text_of(self.article.get("datePublished")))
        if own and own != _EPOCH:
            return Known(own, is_sure=True)
        days = [day for path in _DATES for written in self._tree.xpath(path) if (day := iso_day(str(written).strip())) and day != _EPOCH]
        if days:
            return Known(days[0], is_sure=len(set(days)) == 1)
        scripts = (match for script in self._tree.iter("script") if (match := _IN_SCRIPT.search(script.text or "")))
        return next((Known(day) for match in scripts if (day := iso_day(match[1])) and day != _EPOCH), None)

    def _authors(self, outlets: tuple[str, ...]) -> Iterator[Known]:
        own = [each for each in linked_data.each_of(self.article.get("author")) if each]
        persons = [linked_data.text_of(each) for each in own if not (isinstance(each, dict) and each.get("@type") == "Organization")]
        found = list(dict.fromkeys(filter(None, (one_line(name) for name in persons))))
        sure = [name for name in found if is_name(name, outlets)]
        if sure:
            yield from (Known(name, is_sure=True) for name in sure)
            return
        for written in dict.fromkeys(str(name) for name in self._tree.xpath(_AUTHORS)):
            yield from named(unescape(written), outlets, is_sure=True)

    def _language(self, guessed: Known | None) -> Known | None:
        """The language that the page names; where its words are in another one, nobody knows."""
        written = self._tree.get("lang") or self._tree.get("{http://www.w3.org/XML/1998/namespace}lang") or self._tree.get("xml:lang")
        told = written or self._meta("og:locale") or linked_data.text_of(self.article.get("inLanguage"))
        language = one_line((told or "").strip().replace("_", "-"))
        if not language or not re.fullmatch(LANGUAGE_PATTERN, language):
            return guessed
        if guessed and guessed.value.partition("-")[0] != language.lower().partition("-")[0]:
            return Known(guessed.value)
        return Known(language, is_sure=True)


def _day(written: str | None) -> Known | None:
    day = iso_day(written)
    return Known(day) if day and day != _EPOCH else None


def _without_site(title: str, outlets: tuple[str, ...], headlines: tuple[str, ...]) -> str:
    """A title without the parts that name the site, or that the headline on the page does not have."""
    parts = [part for part in _PARTS.split(title) if part]
    if len(parts) < 2:
        return title
    for headline in headlines:
        if len(headline) > 10 and title.casefold().startswith(headline.casefold()):
            return title[: len(headline)]
    names = {_plain(name) for name in outlets if name}
    for index in (-1, 0):
        if _plain(parts[index]) in names:
            start = title.find(parts[1]) if index == 0 else 0
            end = title.rfind(parts[-1]) if index == -1 else len(title)
            return re.sub(r"[\s|–—·•»«:-]+\Z", "", title[start:end])
    return title


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold().removeprefix("the ")))
