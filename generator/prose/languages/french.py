"""French, as news is written in it."""

from __future__ import annotations

from generator.prose.languages.language import Language, listed

_TELLING = "le les des et est une dans que qui pour pas sur du au avec sont par plus ce cette aux elle été nous ont"

FRENCH = Language(
    "fr",
    telling=frozenset(_TELLING.split()),
    before_names=listed(r"m, mm, mme, mlle, me, dr, pr, st, cf, p\. ?ex, j"),
    before_numbers=listed("no, art, p, vol, env"),
    leaning=listed("Il, Elle, Ils, Elles, Cela, Ce, Cette"),
    said=listed(
        r"""
        a déclaré, déclare, a dit, dit, a affirmé, affirme, a expliqué, explique, a indiqué, indique, a ajouté, ajoute, a estimé,
        estime, a précisé, précise, a assuré, assure, a souligné, souligne, a annoncé, annonce, a prévenu, a répondu, a écrit, raconte,
        a-t-il \w+, a-t-elle \w+
        """
    ),
    sourced=listed("selon, d’après, d'après"),
    articles=listed("le, la, un, une"),
    pronouns=listed("il, elle, ils, elles"),
    hedges=listed(
        r"""
        selon, d[’']après, aurait, auraient, serait, seraient, pourrait, pourraient, peut-être, probablement, apparemment,
        semble(?:nt)?, il paraît, présumée?s?, prétendument, vraisemblablement, éventuel(?:le)?s?
        """
    ),
    negations=listed("jamais, aucune?"),
    contraries=listed(r"ne\b, pas\b"),
    own_view=listed("analyse, contexte"),
    takes_back=listed("mais, sauf, à moins"),
    courtesies=frozenset(["m", "mm", "mme", "mlle", "me"]),
    months=listed("janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre"),
    weekdays=listed("lundi/Lundi, mardi/Mardi, mercredi/Mercredi, jeudi/Jeudi, vendredi/Vendredi, samedi/Samedi, dimanche/Dimanche"),
    has_small_calendar=True,
    days={"avant-hier": -2, "hier": -1, "aujourd’hui": 0, "aujourd'hui": 0, "demain": 1, "après-demain": 2},
)
