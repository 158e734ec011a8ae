"""What a page says of its own text: that it is cut, that it is to be paid for, that it goes on changing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.ingest.web_page.block import Block
from generator.ingest.web_page.standing import TEASER
from generator.text.matching.words import is_spaced_letter
from generator.text.quotation_marks import ALWAYS_OPENING

PAYWALL = "paywall notice"
_PAID = re.compile(
    "|".join(
        (
            r"subscribe (?:now )?to (?:continue|keep|read)|to continue reading|continue reading (?:with|for)",
            r"(?:article|story|content) is (?:only |exclusively )?(?:for|available to|reserved for) (?:our )?(?:\w+ )?(?:subs|memb)\w+",
            r"(?:for|to) (?:paying )?subscribers only|subscriber[- ]only|already (?:a |an )?(?:subscriber|subscribed|member)",
            r"(?:create|register for) (?:a |your )?(?:free )?account to|(?:sign|log) ?in to (?:continue|read|keep)|\d+ free articles",
            r"reached your (?:\w+ ){0,3}limit|unlock (?:this|the full) (?:article|story)|read the (?:full|whole) (?:article|story)",
            r"weiterlesen mit|jetzt (?:weiterlesen|freischalten)|bereits (?:abonnent|abonniert|registriert)|sie möchten weiterlesen",
            r"(?:exklusiv|nur) für (?:unsere )?abonnent|abo (?:weiter)?lesen|diesen artikel (?:weiter)?lesen",
            r"kostenpflichtige[rn]? (?:inhalt|artikel)|réservée?s? (?:à nos |aux )abonnés|pour lire la suite|il vous reste [\d.,]+ ?%",
            r"déjà abonné|abonnez-vous pour (?:lire|continuer)|(?:solo|exclusivo) para suscriptores|suscríbete para|¿ya eres suscriptor",
            r"para (?:seguir|continuar) leyendo|riservat[oa] agli abbonati|abbonati per (?:leggere|continuare)|exclusivo para assinantes",
            r"assine para (?:ler|continuar)|alleen voor abonnees|lees verder met|только для подписчиков|оформите подписку",
            r"会員限定|有料会員|続きを読むには|付费阅读|订阅后|會員專屬|구독자 전용|유료회원|للمشتركين فقط",
        )
    ),
    re.IGNORECASE,
)
_READ_ON = "|".join(
    (
        r"read (?:more|on|the (?:full|whole|rest)\b.{0,30})|continue reading|keep reading|show more|view (?:full|more)\b.{0,20}",
        r"full (?:story|article)|more|weiterlesen|mehr (?:lesen|erfahren|anzeigen)|ganzen artikel (?:lesen|anzeigen)",
        r"lire (?:la suite|plus|l[’']article)|(?:leer|ver) más|seguir leyendo|leggi (?:tutto|di più|ancora)|continua a leggere",
        r"lees (?:meer|verder)|leia mais|читать (?:далее|дальше|полностью)|続きを読む|もっと見る|阅读全文|查看全文|閱讀全文|더보기",
        r"اقرأ المزيد|อ่านต่อ",
    )
)
_GOES_ON = re.compile(rf"[\W_]*(?:{_READ_ON})[\W_]*", re.IGNORECASE)
_BROKEN_OFF = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*\Z")
_TIME = re.compile(r"[-\s]*(?:\d{1,2}[:.h]\d\d(?:\s?(?:[ap]\.?m\.?|uhr|h))?|\d{1,2}\s?(?:[ap]\.?m\.?|uhr))\b.{0,12}", re.IGNORECASE)
_NOTICE, _LONG = 300, 80  # characters of a notice, at most, and of a last paragraph that has an end
_NEAR, _FAR = 2, 12  # blocks after the article's last in which it goes on, or is to be paid for
_LINK = 0.9  # of a block's characters
_LIVE = 3  # entries with times
CUT, CUT_BY_PAYWALL = "the text may be cut here", "the text may be cut here: the page asks to pay or to sign in"
NOT_FREE = "the page says that it is not free to read: is the text whole?"
LINKED = "a paragraph that is one link: of the article, or a teaser?"
LIVE = "a live page: it changes, and the newest of its entries may stand first"


def told(blocks: Sequence[Block], sorts: Sequence[str], *, is_free: bool, is_live: bool) -> tuple[list[Block], list[str]]:
    """The blocks with what there is to look at, and their sorts."""
    kinds = [_kind(block, sort) for block, sort in zip(blocks, sorts, strict=True)]
    own = [index for index, kind in enumerate(kinds) if not kind]
    found = list(blocks)
    if own:
        checks = {index: LINKED for index in own if _is_linked(blocks[index])}
        times = sum(_TIME.fullmatch(block.text) is not None for block in blocks[own[0] : own[-1] + 1])
        checks |= {own[0]: LIVE} if is_live or times >= _LIVE else {}
        for index, check in (*checks.items(), *_cuts(blocks, kinds, own, is_free=is_free)):
            found[index] = replace(found[index], checks=(*found[index].checks, check))
    return found, kinds


def _kind(block: Block, sort: str) -> str:
    """The sort of a block, once its words are read."""
    if len(block.text) <= _NOTICE and _PAID.search(block.text) and not any(mark in block.text for mark in ALWAYS_OPENING):
        return PAYWALL
    return TEASER if not sort and _GOES_ON.fullmatch(block.text) else sort


def _is_linked(block: Block) -> bool:
    return block.density >= _LINK and not block.place.listed and not block.is_heading


def _cuts(blocks: Sequence[Block], kinds: Sequence[str], own: Sequence[int], *, is_free: bool) -> Iterator[tuple[int, str]]:
    """Where the text may be cut, and why."""
    last = own[-1]
    paid = next((index for index in range(own[0], min(len(blocks), last + _FAR)) if kinds[index] == PAYWALL), None)
    if paid is not None:
        yield max(index for index in own if index < paid), CUT_BY_PAYWALL
    elif not _is_ended(blocks[last]) or any(_GOES_ON.fullmatch(block.text) for block in blocks[last + 1 : last + 1 + _NEAR]):
        yield last, CUT
    elif not is_free:
        yield last, NOT_FREE


def _is_ended(block: Block) -> bool:
    """Whether a last paragraph is whole, as far as its end can tell."""
    if _BROKEN_OFF.search(block.text[-_NOTICE:]):
        return False
    is_text = len(block.text) >= _LONG and not block.place.listed and block.place.tag != "tr" and is_spaced_letter(block.text[-1])
    return not is_text
