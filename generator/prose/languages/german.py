"""German, as news is written in it."""

from __future__ import annotations

from generator.prose.languages.german_shifts import GERMAN_SHIFTS
from generator.prose.languages.language import Language, listed

NUMBERS = {
    "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12,
    "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19, "zwanzig": 20,
    "dreißig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80, "neunzig": 90,
}  # fmt: skip
_TELLING = "der die das und ist nicht mit den von ein eine auch sich dem des im auf für wird dass werden hat bei nach oder"
_SAID = """
    sagte sagt erklärte erklärt betonte betont meinte meint schrieb schreibt antwortete erwiderte warnte warnt kritisierte
    kritisiert kündigte bestätigte ergänzte fügte teilte berichtete berichtet meldet forderte fordert räumte äußerte rief versicherte
    behauptete klagte entgegnete entgegnet
"""
# Beside quoted words; elsewhere many of them say something else.
_SPEAKS = r"""
    nannte nennt bezeichnete bezeichnet sprach spricht lobte lobt rügte rügt verteidigte verteidigt verurteilte verurteilt
    begründete begründet beteuerte beteuert bekräftigte bekräftigt bilanzierte bilanziert entgegnete entgegnet konterte kontert
    mahnte mahnt scherzte scherzt schimpfte schimpft seufzte seufzt lachte lacht wetterte wettert spottete spottet stellte stellt
    hob hebt gab gibt gestand gesteht verriet verrät verkündete verkündet kündigt versprach verspricht schilderte schildert
    beschrieb beschreibt erinnerte erinnert erzählte erzählt führte führt fasste fasst warf wirft wies weist rief ruft fügt teilt
    räumt versichert behauptet klagt beklagte beklagt bedauerte bedauert empfahl empfiehlt riet rät vermutete vermutet urteilte
    urteilt resümierte resümiert twitterte postete postet schrie flüsterte murmelte jubelte jubelt freute freut ärgerte ärgert hofft
    hoffte glaubt glaubte findet fand sagten sagen erklärten erklären betonten meinten meinen schrieben forderten fordern warnten
    warnen kritisierten kritisieren berichteten berichten antwortet erwidert bestätigt ergänzt äußert verlangte verlangt widersprach
    widerspricht beschwerte beschwert appellierte appelliert verwies verweist dankte dankt gratulierte gratuliert zitierte zitiert
    hielt(?=[^.]{0,200}\s(?:entgegen|dagegen|vor)\b) hält(?=[^.]{0,200}\s(?:entgegen|dagegen)\b)
    rechnete(?=[^.]{0,200}\svor\b) rechnet(?=[^.]{0,200}\svor\b) wandte(?=[^.]{0,200}\sein\b) wendet(?=[^.]{0,200}\sein\b)
    hakte hakt(?=[^.]{0,200}\snach\b) höhnte höhnt brummte brummt polterte poltert stichelte stichelt witzelte witzelt frotzelte frotzelt
    raunte raunt stammelte stammelt staunte staunt argumentierte argumentiert präzisierte präzisiert konstatierte konstatiert
    kommentierte kommentiert protestierte protestiert prognostizierte prognostiziert analysierte analysiert sinnierte sinniert
    unterstrich unterstreicht moserte motzte ätzte stöhnte stöhnt rechtfertigte rechtfertigt insistierte beschwor beschwört
    beschwichtigte beschwichtigt wunderte wundert befand befindet(?=\s(?-i:[A-ZÄÖÜ])) pflichtete(?=[^.]{0,200}\sbei\b)
    formulierte formuliert drückte lautete heißt hieß wollte(?=[^.]{0,200}\swissen\b) will(?=[^.]{0,200}\swissen\b)
"""
_VIEWS = """
    glaube glauben glaubt glaubte denke denken denkt dachte meine meinen vermute vermuten vermutet hoffe hoffen hofft hoffte fürchte
    fürchten befürchte befürchten schätze schätzen bezweifle bezweifeln zweifle
"""
_DOUBTS = listed(
    rf"""
    (?:{"|".join(_VIEWS.split())}) (?:that|dass|qu[e’']),
    (?:ich|wir|er|sie|man) (?:\w+ )?(?:{"|".join(_VIEWS.split())})\b,
    (?:{"|".join(_VIEWS.split())}) (?:ich|wir|er|sie)\b, nicht sicher, unsicher, eventuell, scheinbar, scheint,
    fast, mag sein, (?:meiner|unserer) (?:Meinung|Ansicht) nach, soweit (?:ich|wir|er|sie) \w+, (?:meines|unseres) Wissens, ob,
    (?:Chance|Möglichkeit|Risiko|Gefahr|Hoffnung),? dass
    """
)
_DENYING = listed(r"bestreite[nt]?, bestritt(?:en)?, dementier(?:t|te|ten|en), leugne(?:t|te|ten|n)")
_SHIFTS = {
    "vergangene": -1, "vergangenen": -1, "letzte": -1, "letzten": -1, "letztes": -1, "vorige": -1, "diese": 0, "diesen": 0, "dieses": 0,
    "diesem": 0, "nächste": 1, "nächsten": 1, "nächstes": 1, "kommende": 1, "kommenden": 1, "kommendes": 1,
}  # fmt: skip

# Behind a quotation the verb comes first, whichever it is: beruhigt Brandis, rechnete die Bürgermeisterin vor, bat er.
_NO_FINITE = """
    nicht mit erst sonst fast jetzt samt seit oft dort laut zuerst zuletzt damit somit statt anstatt heute bereits zumindest selbst unlängst
    längst gut weit dicht recht kraft bitte heißt steht stand lautet
"""
_FINITE = (
    rf"(?!(?:{'|'.join(_NO_FINITE.split())})\b)(?:[a-zäöüß]{{3,}}(?:t|te)|bat|fiel|rief|riet|fand|befand|sprach|warf|gab|schrie)"
    r"(?=\s(?:(?:ihr|ihm|ihnen)\s[A-ZÄÖÜ]|er|sie|(?:der|die|das|ein|eine|ihre?|seine?|deren|dessen)\s(?:[a-zäöüß]+\s)?[A-ZÄÖÜ]|[A-ZÄÖÜ][a-zäöüß]))"
)

GERMAN = Language(
    "de",
    telling=frozenset(_TELLING.split()),
    before_names=listed(r"dr, prof, hl, st, z\. ?b, d\. ?h, u\. ?a, bzw, ggf, sog, mio, mrd"),
    before_numbers=listed("nr, art, abs, bd, s, ca"),
    has_ordinal_points=True,
    leaning=listed(r"Er, Sie, Es, Das, Dies\w*"),
    said=tuple(_SAID.split()),
    asked=listed("fragte, fragt"),
    beside=("so", _FINITE),
    told=listed(
        r"""
        gegenüber, dem, den, einem, einer,
        der(?=\s(?:[„“«»‚]|(?-i:[A-ZÄÖÜ]{2})|dpa\b|(?:\S+\s){0,3}?\S*(?:zeitung|agentur|presse|redaktion|zeitschrift)\b))
        """
    ),
    unsaid=(
        r"(?:nicht|nie|niemals)\s(?:gesagt|erklärt|behauptet)",
        *_DENYING,
        r"(?:weigerte|weigert)\ssich(?:,)?(?:\s\w+){0,3}\szu\ssagen",
    ),
    denying=_DENYING,
    speaks=tuple(_SPEAKS.split()),
    auxiliaries=listed("hat, hatte, habe, hätte, haben, hatten"),
    participles=listed(
        r"""
        gesagt, geschrieben, gefragt, geantwortet, gewarnt, gefordert, gerufen, gemeint, gemahnt, geklagt, gelobt, gesprochen,
        (?:er|be|ver)\w{3,}t, angekündigt, hinzugefügt, mitgeteilt, eingeräumt, geäußert, wissen lassen
        """
    ),
    sourced=listed(
        """
        laut, nach (?:den )?(?:Angaben|Worten|Aussagen?|Einschätzung|Auskunft|Ansicht|Meinung|Darstellung) (?:von|der|des|eines|einer),
        nach (?:Angaben|Worten), gemäß
        """
    ),
    sourced_after=("zufolge",),
    leads=listed(
        r"""
        in, im, am, an, auf, bei, beim, nach, vor, zu, zum, zur, mit, für, als, wenn, während, weil, obwohl, da, dass, ob, wo, wer, was,
        wie, gegen, gegenüber, seit, trotz, unter, über, um, von, vom, bis, durch, ohne, aus, dessen, deren, dem, den, darauf, dazu, dabei,
        daran, dann, auch, nun, jetzt, gestern, heute, später, so, zugleich, gleichzeitig, zuvor, anschließend, außerdem, zudem, dagegen,
        dennoch, trotzdem, schließlich, (?:mon|diens|donners|frei|sams|sonn)tags?, mittwochs?
        """
    ),
    clauses=listed("dass, worauf, woraufhin, während, weil, nachdem, bevor, obwohl, wenn, falls, ob, als"),
    objects=listed(
        r"auf (?:\w*frage|Fragen|Bitten?|Wunsch|Drängen|Vorschlag|Antrag) (?:der|des|von|vom), "
        "von, vom, für, gegen, mit, über, zu, zum, zur, an, auf, bei, des, nach, um, vor, gegenüber"
    ),
    agents=listed("von, vom"),
    passives=listed("wird, werden, wurde, wurden, worden, ist, sei"),
    papers=listed(
        r"""
        (?:e-?mail|mail|brief|briefs|nachricht|notiz|zettel|tagebuch|schreiben|erklärung|aussage|postkarte|sms) (?:der|des|von|vom),
        (?:e-?mail|mail|brief|nachricht|notiz|zettel|schreiben|erklärung|postkarte)s?\W+(?:den|die|das)
        """
    ),
    works=listed(
        """
        Buch, Buches, Roman, Romans, Film, Films, Lied, Album, Albums, Stück, Theaterstück, Zeitschrift, Magazin, Gedicht, Serie, Oper,
        Musical, Ausstellung, Essay, Titel, Dokumentation, Podcast
        """
    ),
    indefinite=listed("eine?, einer, mehrere, einige, viele, manche, zwei, drei, beide, andere, alle, kein\\w*"),
    held=listed(
        r"""
        so (?:der|die|das|ein|eine|(?-i:[A-ZÄÖÜ]\w+))(?=\s\w+\W*$|\W*$), schätz(?:t|te|en|ten), beziffer(?:t|te|n|ten),
        vermut(?:et|ete|en|eten), geh(?:t|en) davon aus, rechne(?:t|te|n|ten), erwarte(?:t|te|n|ten), (?:be)?fürchte(?:t|te|n|ten),
        glaub(?:t|te|en|ten), zähl(?:t|te|en|ten)(?! zu| mit\b), h(?:ä|ie)lt(?:en)? (?:\w+ ){1,6}für, halten (?:\w+ ){1,6}für,
        behaupt(?:et|ete|en|eten), beklag(?:t|te|en|ten), verdächtig(?:t|te|en|ten), ansicht, meinung, sicht,
        einschätzung, darstellung, auffassung, nach aussage
        """
    ),
    articles=listed("der, die, das, ein, eine"),
    pronouns=listed("er, sie"),
    adverbs=listed("auch, dann, hat"),
    hedges=listed(
        r"""
        angeblich\w*, offenbar, offensichtlich, anscheinend, mutmaßlich\w*, vermutlich\w*, möglicherweise, womöglich, wahrscheinlich,
        vielleicht, wohl, könnten?, dürften?, soll(?:en)?(?=\b[^.!?\n]{0,300}\b(?:haben|sein|werden)\b), demnach, zufolge,
        (?<!so )(?<!zu )(?<!sehr )laut(?! (?:wie|genug|und|oder|ist|war|waren|sind)\b)(?= \w),
        nach Angaben, nach eigenen Angaben, Berichten zufolge, es heißt
        """
    ),
    possible=listed("vermutlich\\w*, möglicherweise, womöglich, wahrscheinlich, vielleicht, könnten?, dürften?"),
    alleged=listed(
        r"""
        angeblich\w*, mutmaßlich\w*, anscheinend, offenbar, offensichtlich,
        soll(?:en)?(?!\s[^.!?;:]{0,120}\bbis\b)(?=\s[^.!?;:]{0,200}\b(?:\w+(?:t|en|gewesen)\s)(?:worden\s)?(?:haben|sein)\b),
        (?<=\bhaben )soll(?:en)?, (?<=\bsein )soll(?:en)?
        """
    ),
    unsure=listed(
        "möglich, wahrscheinlich, vermut, mutmaß, verdäch, verdacht, schein, glaub, wie es aussieht, aussieht, "
        "unsicher, unklar, vorgeworfen, vorwurf, wirft, werfen, "
        "anschein, in ?frage, denkbar, vorstellbar, annahme, annehm, fürcht, befürcht, in sorge, "
        "sorg(?:t|te|en|ten) sich, bang(?:t|te|en|ten), nimmt an, nehmen an, deute[nt], hindeut, hinweis, gilt als, "
        "gelten als, "
        "spricht (?:\\w+ )?(?:für|dafür), geh(?:t|en) (?:\\w+ ){0,4}davon aus, schließ\\w* (?:\\w+ ){0,4}nicht aus, umfrage, "
        "wie (?:\\w+ ){1,4}(?:erg[ai]b|zeig|hervorg|bericht|mitteil|sag|schr[ei]|meld), "
        "angeklagt, beschuldig"
    ),
    negations=listed(r"nicht, nicht-?(?!s\b|sdesto|e\b|en\b|ig|regierung)[a-zäöüß]{4}\w*, kein\w*, nichts, niemand, niemals, weder"),
    no_denials=listed(
        r"""
        nicht (?:nur|bloß|allein|zuletzt|einmal|weniger als|mehr als|später als|zu vergessen),
        nicht \w{3,}er als (?=\d), keine (?=\d|(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|zwanzig|hundert|tausend)\b),
        nicht [^.;,]{1,40},\ssondern\b, nichts [^.;]{1,60}? bis\b, kein (?:Zweifel|Wunder), keine Frage,
        nicht aus(?:zu)?(?:ge)?schl\w+, schl(?:ie|o)\w+ [^.,;]{1,60}? nicht aus\b
        """
    ),
    tops=listed(
        r"""
        (?-i:[A-Za-zäöüß]{3,}(?<!letz)(?<!näch)(?<!fe)(?<!ern)(?<!be)[sß]te[nrsm]?)(?!\w), beste[nrsm]?, erste[nrsm]?, letzte[nrsm]?,
        zuletzt,
        einzig\w*, meisten, wenigsten, meist\w{4,}te[nrsm]?, am (?-i:[a-zäöüß]{3,}sten), \w*rekord\w*, höchst(?:stand|wert)\w*,
        tiefst(?:stand|wert)\w*,
        spitzen\w+,
        (?:mehr|weniger|\w{3,}er) (?:\w+ ){0,8}als (?:je|jemals|jede[rsnm]?|alle)
        """
    ),
    untopped=listed(
        r"""
        (?:kein\w*|niemand|nichts|nie|niemals|nicht)\b[^.;:!?]{0,80}?\b(?:mehr|weniger|\w{3,}er)\b[^.;:!?]{0,60}?\bals,
        (?:kein\w*|niemand|nichts|nie|niemals)\b[^.;:!?]{0,60}?\b(?:so|solche?[rsnm]?) [a-zäöüß]+, kein\w* (?:\w+ )?ander\w*,
        außer [^.;:!?]{1,60}\b(?:kein\w*|niemand|nichts), (?:kein\w*|niemand|nichts)\b[^.;:!?]{0,60}\baußer,
        so [a-zäöüß]+ (?:\w+ ){0,8}(?:nie|nicht|kein\w*|zuletzt), (?:nie|niemals) (?:zuvor|vorher),
        kein\w*\b[^.;:!?]{0,80}?\b(?-i:[a-zäöüß]{3,}er(?:e[nrsm]?)?)(?= (?-i:[A-ZÄÖÜ])), nicht mehr seit,
        seit\b[^.;:!?]{0,60}?\b(?:nicht|kein\w*|niemand)
        """
    ),
    contraries=listed(
        r"""
        nie\b, fehl, ruh, fern, lehn\w* [^.]*ab\b, ablehn, abgelehnt, weiger, verweiger, bestr[ei], dementier, widerleg,
        widersprach, ausf[aäi]e?l, f[aäi]e?ll?\w* [^.]*\baus\b,
        ausgefallen,
        abbrech, abgebrochen, br[aei]ch\w* [^.]*\bab\b,
        entfall, entfiel, verzicht, verhinder, leer, ohne, mangel, stopp, beend, eingestellt, geschlossen, schließ, schloss,
        gesperrt, verb[io], untersag, unmöglich, unbekannt, unklar, kaum, selten, wenig, nur\b, außer, scheiter, zurückgewiesen, unterlass,
        (?:der|die|das|dem|den|des) \w{3,}[sß]te[nrs]?\b, un(?!d|t|s|i)\w{4}, \w{3,}los(?:e[nrsm]?)?\b, vergeb, umsonst,
        boykott, schwieg, schweig, ausgenommen, befrei, versäum,
        (?:sitz|saß|steck)\w* [^.]*fest\b, st[ae]ll\w* [^.]*\bein\b, mied\b, gemieden, meide, ausgesetzt, verschob, verschieb, gestrichen,
        streich,
        tabu, verl[io]e?r, verlust, höchstens, letzte[nrsm]? (?!jahr|woche|monat|tag|nacht|sommer|winter), abgewend, abgewand, abwend,
        abwand, verfehl, w[ei]i?ch\w* [^.]*\baus\b, ausgewich, ausweich, verschluss, absag, abgesagt, sag\w* [^.]*\bab\b, ausgegangen,
        g(?:eh|ing)\w* [^.]*\baus\b, z(?:ieh|og)\w* [^.]*zurück\b, verbann, bann, aussperr, ausgesperrt, ausschlie, ausgeschl, vertrie,
        storn, vorenth, ehemal, früher, tr(?:itt|at|aten) [^.]*zurück\b, zurückgetreten, rücktritt, verschwieg, entfern, unterbrach,
        unterbroch, ungefährlich, unbedenklich, harmlos, intakt,
        offen, steh\w* [^.]*aus\b, aussteh, gleich, wart, trotz, gegen, statt, müss, muss, brauch,
        nötig, voraussetz, nein\b, abwesend, verpass, vergess, frei\b, vermied, vermeid, bl(?:ei|ie)b\w*
        [^.]*(?:aus|fern|zu|weg)\b, nichts, zu \w+em\b, zu (?:spät|wenig|früh|schwach|klein|kurz|teuer|schnell)\b,
        über(?:seh|sah|hör)\w*, flucht\b, flüchtig\b, entkam, entkom,
        erst\b, im ausland\b, (?:fast|nahezu|beinahe) (?:alle|jede)\w*,
        dauer[nt]\w* [^.;]*\bbis\b, in sicherheit\b, wohlbehalten, v[oe][nm] [^.;]* auf [^.;]* (?:verlegt|verschoben)\b,
        verschon, \w*streik, gestreikt
        """
    ),
    own_view=listed("analyse, hintergrund"),
    takes_back=listed("aber, außer, wenn, sofern, falls"),
    denies=listed(r"nie, nichts, nirgends, weder, kaum, ohne, keineswegs, keinesfalls, niemand\w*, fern davon, nein"),
    disowns=listed(
        r"""
        fälschlich\w*, zu Unrecht, irrtümlich\w*, (?:bestr(?:eite|itt)|dementier|leugne)\w*, wies\w*(?: \S+){0,5}? zurück\w*,
        (?:will|wollen|wollt\w*|möcht\w*)(?: \S+){0,2}? von (?:mir|uns|ihm|ihr|ihnen) (?:hören|wissen),
        (?:falsch|unwahr|gelogen|Lüge|Unsinn|Quatsch|Märchen)(?: \S+){0,2}? (?:dass|zu (?:sagen|behaupten)), tut so als, tun so als
        """
    ),
    conditions=listed(
        "wenn, falls, sofern, vorausgesetzt, unter der Bedingung, es sei denn, solange, im Falle, nur wenn, (?-i:Sollten?|Würden?)"
    ),
    no_conditions=listed("auch wenn, selbst wenn, als wenn, wie wenn, wenn auch, wenn man so will"),
    doubts=_DOUBTS,
    alike=listed("(?-i:Not)"),
    joins=listed("und, aber, oder, sondern, denn, doch, während, weil, obwohl, da, sodass"),
    subjects=listed(
        """
        ich, du, er, sie, es, wir, ihr, man, der, die, das, den, dem, ein, eine, einen, dies, diese, dieser, dieses, jene, mein, meine,
        unser,
        unsere, sein, seine, ihre, alle, viele, manche, jeder, dann, jetzt, was
        """
    ),
    sways=listed(
        r"""
        nicht, kein\w*, nie, niemals, niemand, nichts, nur, alle, immer, stets, jede\w*, viele, wenige, manche, sogar, sehr, mehr,
        weniger,
        fast, kaum, vielleicht, wohl, wenn, gern, gerne, leider, angeblich
        """
    ),
    stand_ins=listed(
        """
        ich, mich, mir, mein, meine, meinen, meinem, meiner, du, dich, dir, er, ihn, ihm, sein, seine, seinen, seinem, seiner, sie,
        ihr, ihre,
        ihren, ihrem, ihrer, es, wir, uns, unser, unsere, unseren, unserem, unserer, man, sich, dies, diese, dieser, dieses, das, der,
        die, den,
        dem, des, ein, eine, einen, einem, einer, hier, dort, da, jetzt, heute, gestern, morgen, bin, bist, ist, sind, war, waren, sei,
        seien,
        wäre, habe, hat, haben, hatte, hatten, hätte, wird, werde, werden, wurde, wurden, würde, würden, kann, können, konnte, muss,
        müssen,
        musste, soll, sollen, sollte, will, wollen, wollte, und, oder, zu, davon, dafür, damit
        """
    ),
    shifting=GERMAN_SHIFTS,
    courtesies=frozenset(["frau", "herr", "herrn", "dr", "prof"]),
    months=listed("januar, februar, märz, april, mai, juni, juli, august, september, oktober, november, dezember"),
    weekdays=listed("Montag, Dienstag, Mittwoch, Donnerstag, Freitag, Samstag/Sonnabend, Sonntag"),
    days={"vorgestern": -2, "gestern": -1, "heute": 0, "übermorgen": 2},
    shifts=_SHIFTS,
    periods={"woche": "week", "wochenende": "weekend", "monat": "month", "jahr": "year", "jahres": "year"},
    seasons={"frühjahr": 3, "frühling": 3, "sommer": 6, "herbst": 9, "winter": 12},
    counts={"zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "zehn": 10},
)
