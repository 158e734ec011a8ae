"""What a page says of its own text: that it is cut, that it is to be paid for, that it goes on changing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.ingest.web_page.block import Block

PAYWALL = "paywall notice"
_PAID = re.compile(
    r"subscribe (?:now )?to (?:continue|keep|read)|to continue reading|continue reading (?:with|for)|(?:article|story|content) is (?:only |exclusively )?"
    r"(?:for|available to|reserved for) (?:our )?(?:paying |registered )?(?:subscribers|members)|(?:for|to) (?:paying )?subscribers only|subscriber[- ]only"
    r"|already (?:a |an )?(?:subscriber|subscribed|member)|(?:create|register for) (?:a |your )?(?:free )?account to|(?:sign|log) ?in to (?:continue|read|keep)"
    r"|reached your (?:\w+ ){0,3}limit|\d+ free articles|unlock (?:this|the full) (?:article|story)|read the (?:full|whole|rest of the) (?:article|story)"
    r"|weiterlesen mit|jetzt (?:weiterlesen|freischalten)|bereits (?:abonnent|abonniert|registriert)|nur für abonnent|(?:exklusiv|nur) für (?:unsere )?abonnent"
    r"|(?:mit|im) (?:\S+[- ]?)?abo (?:weiter)?lesen|diesen artikel (?:weiter)?lesen|kostenpflichtige[rn]? (?:inhalt|artikel)|sie möchten weiterlesen"
    r"|réservée?s? (?:à nos |aux )abonnés|pour lire la suite|il vous reste [\d.,]+ ?%|déjà abonné|abonnez-vous pour (?:lire|continuer)"
    r"|(?:solo|exclusivo) para suscriptores|suscríbete para|¿ya eres suscriptor|para (?:seguir|continuar) leyendo"
    r"|riservat[oa] agli abbonati|abbonati per (?:leggere|continuare)|exclusivo para assinantes|assine para (?:ler|continuar)"
    r"|alleen voor abonnees|lees verder met|только для подписчиков|оформите подписку|会員限定|有料会員|続きを読むには|付费阅读|订阅后|會員專屬|구독자 전용|유료회원|للمشتركين فقط",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"[\W_]*(?:read (?:more|on|the (?:full|whole|rest)\b.{0,30})|continue reading|keep reading|show more|view (?:full|more)\b.{0,20}|full (?:story|article)|more"
    r"|weiterlesen|mehr (?:lesen|erfahren|anzeigen)|ganzen artikel (?:lesen|anzeigen)|lire (?:la suite|plus|l[’']article)|(?:leer|ver|seguir leyendo) ?más|seguir leyendo"
    r"|leggi (?:tutto|di più|ancora)|continua a leggere|lees (?:meer|verder)|leia mais|читать (?:далее|дальше|полностью)|続きを読む|もっと見る|阅读全文|查看全文|閱讀全文|더보기|اقرأ المزيد|อ่านต่อ)[\W_]*",
    re.IGNORECASE,
)
_BROKEN_OFF = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*\Z")
_NOTICE, _LONG = 300, 80  # characters
_NEAR = 6  # blocks after the article's last
_LIVE = 3  # entries with times
_TIME = re.compile(r"[-\s]*(?:\d{1,2}[:.]\d\d(?:\s?(?:[ap]\.?m\.?|uhr|h))?|\d{1,2}\s?(?:[ap]\.?m\.?|uhr))\b.{0,40}", re.IGNORECASE)
CUT, CUT_BY_PAYWALL = "the text may be cut here", "the text may be cut here: the page asks to pay or to sign in"
NOT_FREE = "the page says that it is not free to read: is the text whole?"
LINKED = "a paragraph that is one link: of the article, or a teaser?"


def told(blocks: Sequence[Block], sorts: Sequence[str], *, is_free: bool, is_live: bool) -> tuple[list[Block], list[str]]:
    """The blocks with what there is to look at, and their sorts."""
    found, kinds = list(blocks), list(sorts)
    for index, block in enumerate(blocks):
        if len(block.text) <= _NOTICE and _PAID.search(block.text) and not _has_speech(block.text):
            kinds[index] = PAYWALL
    own = [index for index, kind in enumerate(kinds) if not kind]
    if not own:
        return found, kinds
    for index in own:
        if blocks[index].density >= 0.9 and not blocks[index].place.listed and not blocks[index].is_heading:
            found[index] = _checked(found[index], LINKED)
    last = own[-1]
    near = range(last + 1, min(len(blocks), last + 1 + _NEAR))
    if any(kinds[index] == PAYWALL for index in near):
        found[last] = _checked(found[last], CUT_BY_PAYWALL)
    elif _BROKEN_OFF.search(blocks[last].text) or any(_GOES_ON.fullmatch(blocks[index].text) for index in near):
        found[last] = _checked(found[last], CUT)
    elif not is_free:
        found[last] = _checked(found[last], NOT_FREE)
    times = sum(_TIME.fullmatch(blocks[index].text) is not None for index in own)
    if is_live or times >= _LIVE:
        found[own[0]] = _checked(found[own[0]], f"a live page{f' of {times} entries with times' if times >= _LIVE else ''}: it changes, and its entries may stand newest first")
    return found, kinds


def _has_speech(words: str) -> bool:
    return any(mark in words for mark in "“„«「")


def _checked(block: Block, check: str) -> Block:
    return replace(block, checks=(*block.checks, check))
