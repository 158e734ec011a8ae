"""French, as news is written in it."""

from __future__ import annotations

from generator.prose.languages.language import Language, listed

_TELLING = "le les des et est une dans que qui pour pas sur du au avec sont par plus ce cette aux elle été nous ont"

# Beside quoted words; elsewhere many of them say something else: participles, then finite forms.
_SPOKEN = """
    répliqué réagi lancé confié raconté regretté déploré dénoncé qualifié insisté rappelé conclu promis reconnu martelé ironisé
    plaisanté soupiré murmuré crié demandé salué évoqué parlé appelé jugé soutenu fustigé tweeté souri déclaré dit affirmé indiqué
    ajouté
"""
_SPEAKS = """
    répond écrit lance confie regrette déplore dénonce qualifie insiste rappelle conclut promet reconnaît martèle ironise plaisante
    soupire murmure demande salue évoque parle juge soutient fustige poursuit prévient annonçait disait déclarait expliquait disent
    affirment
"""
_VIEWS = """
    crois croyons croit croient pense pensons pensent suppose supposons espère espérons crains craignons doute doutons imagine
"""
_DOUBTS = listed(
    rf"""
    (?:{"|".join(_VIEWS.split())}) (?:that|dass|qu[e’']),
    (?:je|nous|on|il|elle|ils) (?:{"|".join(_VIEWS.split())})\b, à (?:mon|notre) avis, pas (?:sûrs?|certains?), sans doute,
    il se peut, presque
    """
)

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
    speaks=(rf"(?:a|ont)\s(?:{'|'.join(_SPOKEN.split())})", *_SPEAKS.split()),
    sourced=listed("selon, d’après, d'après, pour"),
    leads=listed(
        r"""
        dans, en, à, au, aux, lors, après, avant, quand, lorsque, si, comme, qui, que, dont, où, avec, sans, pour, par, sur, sous, depuis,
        pendant, malgré, chez, lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche, hier, puis, ensuite, aussi, interrogée?s?
        """
    ),
    clauses=listed("que, tandis que, alors que, parce que, quand, lorsque, si, après que"),
    objects=listed("de, du, des, d, à, au, aux, pour, contre, avec, par, sur, chez"),
    agents=("par",),
    passives=listed("est, sont, était, étaient, été, fut"),
    works=listed("livre, roman, film, chanson, album, pièce, revue, magazine, poème, essai, série, opéra, exposition, intitulée?, titre"),
    indefinite=listed("une?, plusieurs, certains, certaines, quelques, deux, trois, d’autres, tous"),
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
    denies=listed(r"ne, n[’'](?=\w), pas, rien, personne, ni, sans, non, guère"),
    disowns=listed(
        r"""
        à tort, faussement, (?:démen|réfut|contest|rejet)\w*(?: \S+){0,5}? qu[e’'], (?:faux|inexact|mensonge|absurde)(?: \S+){0,2}?
        qu[e’'],
        (?:nie|nient|niait|a nié) (?:que|avoir)
        """
    ),
    conditions=listed(
        r"""
        si (?:le|la|les|un|une|il|elle|on|nous|vous|je|tu|ce|cela|ça|des|cette|notre|votre|leur)\b, s[’']ils?, à condition, pourvu, à
        moins,
        au cas où, en cas de, tant que, sous réserve
        """
    ),
    no_conditions=listed(r"même si, comme si, (?:demand|sa(?:voir|is|it)|vérifi)\w*(?: \w+)? s(?:i|[’'])"),
    doubts=_DOUBTS,
    alike=listed("if, may"),
    joins=listed("et, mais, ou, car, donc, or, puisque, tandis que, alors que, bien que"),
    subjects=listed(
        """
        je, tu, il, elle, on, nous, vous, ils, elles, le, la, les, un, une, des, ce, cet, cette, ces, mon, ma, notre, nos, leur, leurs,
        cela, ça
        """
    ),
    sways=listed(
        """
        ne, pas, non, jamais, rien, aucune?, personne, sans, seulement, toujours, tous, toutes, plupart, peu, très, même, presque,
        peut-être, vraiment, certainement, absolument, évidemment, probablement, heureusement, malheureusement, volontiers, totalement
        """
    ),
    stand_ins=listed(
        """
        je, me, moi, mon, ma, mes, tu, te, toi, il, elle, lui, on, nous, notre, nos, vous, ils, elles, eux, leur, leurs, se, soi, son, sa,
        ses, ce, cet, cette, ces, cela, ça, ceci, le, la, les, un, une, des, y, en, ici, là, suis, es, est, sommes, êtes, sont, était,
        étaient, été, ai, as, a, avons, avez, ont, avait, avaient, sera, seront, serait, va, vont, et, ou, de, d, l, c, s, j
        """
    ),
    courtesies=frozenset(["m", "mm", "mme", "mlle", "me"]),
    months=listed("janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre"),
    weekdays=listed("lundi/Lundi, mardi/Mardi, mercredi/Mercredi, jeudi/Jeudi, vendredi/Vendredi, samedi/Samedi, dimanche/Dimanche"),
    has_small_calendar=True,
    days={"avant-hier": -2, "hier": -1, "aujourd’hui": 0, "aujourd'hui": 0, "demain": 1, "après-demain": 2},
)
