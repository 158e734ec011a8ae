"""The German words by which a sentence says more than, or something else than, the sentence that it rests on."""

from __future__ import annotations

from generator.prose.languages import german_opposites as opposites
from generator.prose.languages.shifting import Shifting, irregular, word_pairs, words

_FUNCTION_WORDS = """
        aber alle allen aller alles auch beim beiden bereits damit dann dass dem den denen der deren des
        dessen dies diese diesem diesen dieser
    dieses durch eine einem einen einer eines etwa für gegen haben hatte hatten hätte ihre ihrem ihren ihrer immer jede jedem jeden jeder
        jedes kann kein keine keinen können könnte mehr nach nicht noch oder ohne rund schon sehr sein seine
        seinem seinen seiner seit sich sind
    soll sollen über unter viele vielen wegen weil weniger wenn werden wird worden wurde wurden würde zwischen zufolge laut angaben sagte
    sagten sagt sagen waren dafür darauf daran davon dazu darüber dabei
"""
_PEOPLE = """
    polizei polizisten beamte beamten ermittler ermittlern kommissar
    forscher forschern forscherin wissenschaftler wissenschaftlern fachleute fachleuten experten studie institut
    anwohner anwohnern nachbarn nachbar nachbarin bewohner einwohner bürger
    firma unternehmen betreiber hersteller konzern betrieb arbeitgeber chef
    regierung ministerium ministeriums minister ministerin behörde behörden amt senat
    gewerkschaft gewerkschaften beschäftigte beschäftigten arbeiter mitarbeiter
    rat stadt bürgermeister bürgermeisterin stadtrat gemeinde verwaltung
    gericht gerichts richter richterin kammer justiz
    staatsanwaltschaft staatsanwalt anklage ankläger
    verteidigung anwalt anwältin verteidiger anwälte
    opposition gegner gegnern kritiker kritikern
    befürworter befürwortern anhänger
    zeugen zeuge zeugin
    ärzte arzt ärztin klinik krankenhaus
    bericht zeitung medien
    armee militär soldaten
    eltern familie angehörige
    veranstalter veranstaltern veranstalterin organisatoren organisator
    helfer helfern hilfsorganisation hilfsorganisationen organisation organisationen verband verbände verbänden
    ökonomen ökonom volkswirte analysten institut bank
    betreiber flughafen airline fluggesellschaft
    schule rektor rektorin direktorin lehrer
    kirche bistum bischof pfarrer gemeinde
    verein klub trainer manager
    museum direktor kuratorin
    feuerwehr einsatzleiter einsatzleiterin brandmeister kommandant einsatzkräfte
    hochschule hochschulen universität universitäten
    kläger klägerin klage
    versicherer versicherung
    rechnungshof prüfer prüferin prüfbericht
"""
_ANYBODY = "er sie es man wir ich sprecher sprecherin sprechern ein eine einer andere mann frau person sie kreise"
_SAYS = (
    "sagt|sagte|sagen|sagten|erklärt|erklärte|erklärten|berichtet|berichtete|berichteten|behauptet|behauptete|meldet|meldete|teilte|"
    "bestätigt|bestätigte|bestätigten|betont|betonte|kritisierte|warnt|warnen|warnte|warnten|schätzt|schätzen|meint|meinen|prognostizierte|prognostiziert|"
    "versicherte|versichert|beklagt|beklagte|beklagen|rechnet|rechnen|beziffert|bezifferte|vermutet|vermuten|vermutete"
)
_BY_WHOM = "angaben|darstellung|auskunft|einschätzung|schätzung|zählung"
_NOUN = r"[^\W\d_]+(?:-[^\W\d_]+)*"
_NOUNS = rf"(?:(?:der|die|das|den|dem|des|ein|eine|einem|einer|eines)\s)?(?P<who>(?:{_NOUN}\s?){{1,3}})"
_NO_NOUNS = r"(?!(?:vor|von|mit|auf|über|an|in|dass|die Zahl)\b)"
# Where a preposition leads, who says it stands behind the verb: vor Gericht sagte die Zeugin.
_NO_SUBJECT = (
    r"(?!(?:vor|nach|in|im|am|an|auf|bei|beim|mit|ohne|zu|zum|zur|seit|während|wegen|trotz|gegen|gegenüber|über|unter|für|von|vom|aus|um)"
    r"\s)"
)
_THINKS = (
    "hält|halten|hielt|hielten|nennt|nennen|nannte|nannten|räumt|räumte|räumten|gab|gibt|wirft|werfen|warf|warfen|schrieb|schreibt|klagt|klagte|"
    "klagen|erwartet|erwartete|erwarten|fürchtet|befürchtet|findet|fand|finden|glaubt|glaubte|glauben"
)
_PERIODS = {
    "second": r"(?:pro|je|in der) sekunde",
    "minute": r"(?:pro|je|in der) minute",
    "hour": r"(?:pro|je|in der|jede) stunde|stündlich\w*",
    "day": r"(?:pro|je|am|jeden|an jedem) tag|täglich\w*",
    "week": r"(?:pro|je|in der|jede|in jeder) woche|wöchentlich\w*",
    "month": r"(?:pro|je|im|jeden|in jedem) monat|monatlich\w*",
    "quarter": r"(?:pro|je|im|jedes) quartal|vierteljährlich\w*",
    "year": r"(?:pro|je|im|jedes|in jedem) jahr(?!\s\d)|jährlich\w*",
}

_NOT = r"(?:kein\w*|nicht|nie|niemals|niemand\w*|nichts|weder|kaum|ohne)"
_SHOWN = (
    r"hinweis|beleg|beweis|anzeichen|anhaltspunkt|bestätig|nachweis|nachgewiesen|bewiesen|erwiesen|gezeigt|zeig|geklärt|klar|weiß|wissen|wusste|bekannt"
    r"|\bfest\b|entschieden|sicher|deute[nt]|sprech|sprich|find|fand|gefunden|feststell|ermittel|aussag|\bsagen\b|äußer|verrat|beantwort|antwort|spur|ableit|einig"
)

GERMAN_SHIFTS = Shifting(
    function_words=frozenset(_FUNCTION_WORDS.split()),
    ranks={
        **dict.fromkeys(words(
            """
            einzelne einzelnen einzelner
            einige einigen einiger manche manchen mancher mehrere mehreren mehrerer manchmal gelegentlich wenige wenigen teils teile
            kaum vereinzelt
            """
        ), 1),
        **dict.fromkeys(words("viele vielen vieler etliche etlichen oft häufig zahlreiche zahlreichen öfter"), 2),
        **dict.fromkeys(words("meisten meist meistens mehrheit größtenteils überwiegend mehrheitlich"), 3),
        **dict.fromkeys(words("""
            alle allen aller sämtliche sämtlichen sämtlicher jeder jede jedes jeden immer stets überall ausnahmslos einstimmig
            gesamte gesamten gesamter ganze ganzen ganzer komplette kompletten komplett
            egal bedingungslos bedingungslose uneingeschränkt uneingeschränkte
            """),
            4,
        ),
    },
    no_rank_before=words("vor trotz"),
    no_rank_after=words("andere anderen mehr weniger noch wieder"),
    nearly=words("fast nahezu beinahe annähernd"),
    sweeping=words("immer stets ausnahmslos einstimmig egal bedingungslos bedingungslose uneingeschränkt uneingeschränkte"),
    nones=words("nie niemals niemand keiner keinem keine"),
    few=words("selten kaum wenige wenigen vereinzelt gelegentlich"),
    exceptions=words("ausnahme ausnahmen ausgenommen außer"),
    except_=words("bis andere anderen sonst übrige übrigen ohne nur meisten nicht kein keine fast"),
    only=words("nur ausschließlich lediglich allein"),
    limited=words("""
        nur ausschließlich lediglich allein einzig einzige einzigen bloß beschränkt begrenzt außer ohne nicht
        kein keine keinen niemand nichts
        sondern zweite zweiten erst zweithöchste zweitgrößte
        """),
    rest=words("""
        fiel fielen durch ohne nicht kein keine rest übrige übrigen übrig nur bleiben bleibt blieb blieben verbleiben
        verbleibt fehlt fehlen fehlte fehlten
        """),
    part=r"\b(?:teil|teile|hälfte|drittel|viertel|einige|abschnitt) (?:der|des|von) (?P<whole>[^\W\d_]{3,})"
    r"|\b(?:nördlich|südlich|östlich|westlich|ober|unter|link|recht)e[nrsm]? [^\W\d_]{3,} (?:der|des) (?P<where>[^\W\d_]{3,})"
    r"|\b(?:ost|west|nord|süd|seiten|vorder|hinter|ober|unter)(?:flügel|teil|trakt|turm|seite|hälfte|ufer|tribüne|kurve|hang)s?"
    r" (?:der|des|von)"
    r" (?P<within>[^\W\d_]{3,})|\brest (?:der|des|von) (?P<left>[^\W\d_]{3,})",
    part_words=words("""
        teil teile hälfte drittel viertel abschnitt teilweise nördliche nördlichen südliche südlichen östliche östlichen westliche
        ostflügel westflügel nordflügel südflügel seitenflügel ostteil westteil nordteil südteil osttrakt westtrakt nordtrakt südtrakt
        ostturm westturm nordturm südturm ostseite westseite nordseite südseite osthälfte westhälfte ostufer westufer nordufer südufer
        vorderteil hinterteil oberteil unterteil osttribüne westtribüne nordtribüne südtribüne rest
        westlichen obere oberen untere unteren linke linken rechte rechten
        """),
    partly=words("""
        teil teile teils teilweise stück stücke bereich abschnitt hälfte halb halbe halben halber halbes drittel viertel abschnitt
        einige einiges manches nördliche südliche
        ostflügel westflügel nordflügel südflügel seitenflügel flügel trakt turm absatz klausel paragraf kapitel passage übrige übrigen rest
        östliche westliche nördlichen südlichen östlichen westlichen seite richtung norden süden
        osten westen prozent
        """),
    conditions=r"bei (?:einem|einer) (?!\w+ (?:in|auf|am|im|mit)\b)"
    r"|bei (?:\w+em )?(?:regen|sturm|schnee|frost|hitze|nebel|hochwasser|gewitter|glätte|wind|unwetter|bedarf|verstößen|verlust"
    r"|krankheit|gefahr"
    r"|verspätung(?:en)?|nässe|eis|erfolg|stromausfall|verdacht)\b"
    r"|nur wer\b|nach (?:einer|der) zustimmung|vorbehaltlich|je nach|sobald|(?-i:Ohne)",
    condition_words=words(
        """
        wenn falls sofern vorausgesetzt bedingung denn solange falle sollten sollte würde würden bei nach vorbehaltlich
        je sobald ohne nur
        """
    ),
    conditional=words("""
        wenn falls sofern vorausgesetzt bedingung solange würde würden könnte könnten hängt abhängig bei
        sobald vorbehaltlich fall falle ohne
        voraussetzung nach sollte sollten nur
        """),
    anyway=(
        r"\b(?:egal|gleichgültig|einerlei|unabhängig davon),? (?:ob|wie|was|wer|wo)\b|\bob [^.;]{1,80}\boder nicht\b"
        r"|\b(?:auch|selbst|sogar) (?:dann, )?(?:wenn|falls|ohne)\b"
        r"|\bmit oder ohne\b|\bohne (?:jede |weitere )?(?:bedingung|auflage|einschränkung|vorbedingung)\w*"
        r"|\bbedingungslos\w*|\bin jedem fall\b|\bunter allen umständen\b"
        r"|\b(?:was|wie|wo|wer) (?:auch )?immer\b"
    ),
    afterwards=words("nach bei sobald"),
    plans=words("""
        voraussichtlich wird werden werde will wollen wolle soll sollen solle sollte sollten plant planen plante geplant
        plan pläne beabsichtigt
        beabsichtigen beabsichtigte vorgesehen erwägt erwägen erwog erwogen möchte möchten droht drohen drohte drohten versucht versuchte
        versuchten versuch versuchen bemühte bemühten bemüht bietet bot boten angeboten beantragt beantragte beantragten antrag fordert
        forderte fordern forderten hofft hoffen hoffte  vorgeschlagen vorschlag verspricht versprach kündigte angekündigt
        kündigt bat baten vorhat vorhaben
        """),
    contests=words("gewann gewannen gewonnen gewinnt siegte siegten sieg bezwang besiegte verlor verloren verliert niederlage unterlag"),
    undoing=words("kaum rückgängig verwarf verworfen zurückgenommen zurückgezogen abgewendet abgesagt zurücknahm zurücknehmen"),
    planned=words("veranschlagt eingeplant angesetzt anberaumt terminiert zu würde würden könnte könnten prüft prüfen"),
    pasts=irregular(
        """
        gab gegeben:geben nahm genommen:nehmen verbot verboten:verbieten kam gekommen:kommen ging gegangen:gehen schloss
        geschlossen:schließen beschloss beschlossen:beschließen verließ verlassen:verlassen trat
        getreten:treten zog gezogen:ziehen hob gehoben:heben stieg
        gestiegen:steigen fand gefunden:finden riss gerissen:reißen abgerissen:abreißen unterschrieb unterschrieben:unterschreiben fuhr
        gefahren:fahren schlug geschlagen:schlagen baute gebaut:bauen schrieb geschrieben:schreiben las gelesen:lesen half geholfen:helfen
        hielt gehalten:halten ließ gelassen:lassen lief gelaufen:laufen rief gerufen:rufen sprach gesprochen:sprechen stand
        gestanden:stehen starb gestorben:sterben trug getragen:tragen traf getroffen:treffen trieb getrieben:treiben warf
        geworfen:werfen wies gewiesen:weisen wuchs gewachsen:wachsen bot geboten:bieten brach gebrochen:brechen brachte
        gebracht:bringen flog geflogen:fliegen floh geflohen:fliehen fror gefroren:frieren griff gegriffen:greifen litt gelitten:leiden
        lud geladen:laden mied gemieden:meiden sah gesehen:sehen sang gesungen:singen sank gesunken:sinken saß gesessen:sitzen schob
        geschoben:schieben schoss geschossen:schießen schnitt geschnitten:schneiden strich gestrichen:streichen tat getan:tun
        trank getrunken:trinken vertrieb vertrieben:vertreiben verschob verschoben:verschieben versprach versprochen:versprechen
        wog gewogen:wiegen
        zwang gezwungen:zwingen übernahm übernommen:übernehmen unternahm unternommen:unternehmen
        verlor verloren:verlieren gewann gewonnen:gewinnen bekam bekommen:bekommen erhielt erhalten:erhalten
        """
    ),
    past_endings=("te", "ten", "t", "en"),
    to_do=words("haben sind ist"),
    done=words("hat haben ist sind wurde wurden hatte hatten war waren musste mussten konnte konnten durfte durften"),
    over=r"\bfrüher (?:war|hatte|gehörte|lebte)\w*"
    r"|\b(?:leitete|führte|arbeitete|spielte|lebte|wohnte|besaß|betrieb|unterrichtete) (?:\w+ ){0,3}?(?:früher|einst|bis)\b"
    r"|\b(?:war|waren|hatte|gehörte) (?:früher|einst|einmal)\b|\behemals\b|\beinst\b"
    r"|\b(?:war|waren|hatte|hatten) bis (?:zum |ende |anfang )?(?:\d{4}|\w+ jahr)\b"
    r"|\bbis (?:zum |ende |anfang )?(?:\d{4}|\w+ jahr)\b [^,.;]{0,30}?(?:war|waren|hatte|hatten)\b",
    over_words=words("früher einst einmal ehemals bis"),
    gone=words("war waren hatte hatten gehörte früher einst ehemals ehemalige ehemaliger einmal vormals wurde bis geworden inzwischen"
        " statt anstatt ursprünglich"),
    contraries=opposites.CONTRARIES,
    converses=opposites.CONVERSES,
    attributes=opposites.ATTRIBUTES,
    linking=words("ist sind war waren bleibt blieb bleiben blieben wurde wurden zu sehr"),
    rising=opposites.RISING,
    falling=opposites.FALLING,
    becoming=words("worden geworden wahrscheinlich zahl höhe"),
    then=words("als bisher zuvor vorher früher statt von vorjahr bislang vormals während"),
    more=opposites.MORE,
    less=opposites.LESS,
    larger=opposites.LARGER,
    lesser=opposites.LESSER,
    quicker=opposites.QUICKER,
    slower=opposites.SLOWER,
    stronger=word_pairs(opposites.STRONGER),
    superlative=(
        r"\b(?:der|die|das|den|dem|des)\s(?!(?:erst|letzt|nächst|meist|vorletzt|jüngst|best|fest|ernst|bewusst|dienst"
        r"|bislang)e[nrs]?\b)"
        r"(?-i:[a-zäöüß]{2,}[sß]te[nrs]?)\b"
    ),
    one_of=(
        r"\b(?:eine?[rsmn]?|zu|zählt zu|gehört zu|unter) (?:de[rnmi]|den) [^\W\d_]+[sß]te[nr]?\b|\b(?:zweit|dritt|viert"
        r"|fünft|sechst)[^\W\d_]+[sß]te[nrs]?\b"
    ),
    ever=words("jemals je geschichte"),
    never=words("nie niemals"),
    places=dict.fromkeys(words("dorf stadt bezirk schule straße gemeinde"), 1)
    | dict.fromkeys(words("kreis landkreis region kanton provinz bundesland tal"), 2)
    | dict.fromkeys(words("bundesweit landesweit deutschlandweit landes"), 3)
    | dict.fromkeys(words("kontinent europaweit"), 4)
    | dict.fromkeys(words("welt weltweit erde"), 5),
    widest=words("welt weltweit weltweite weltgrößte weltgrößter global erde"),
    several=words("mehrere mehreren einige einigen viele vielen zwei drei"),
    bests=words("rekord zuletzt nie niemals kein keine keiner nur einzig nirgends als jede jeder jedes erste erster erstes meisten am"),
    open=r"""
        (?:kein\w*|wenig\w*|ohne) (?:\w+ )?(?:hinweise?n?|belege?n?|beweise?n?|anzeichen|anhaltspunkte?n?|bestätigung|nachweise?n?)\b
        |\b(?:ungeklärt|unbekannt|rätselhaft) (?:ist|war|bleibt|blieb)\b|\b(?:ist|war|bleibt|blieb) (?:\w+ ){0,3}(?:ungeklärt|unbekannt)\b
        |\b(?:nicht|nie) (?:\w+ )?(?:belegt|bewiesen|bestätig\w+|erwiesen|nachgewiesen|gezeigt|geklärt|belegen|beweisen|nachweisen)\b
        |\b(?:nicht|niemand\w*) (?:\w+ )?(?:bekannt|weiß)\b|\bweiß (?:\w+ )?niemand\b
        |\b(?:keine?n?|nicht)\b[^,;.]{0,60}?\b(?:nachweisen|belegen|beweisen|bestätigen|nachgewiesen|belegt|bewiesen)\b
        |\b(?:hinweise|belege|beweise|anhaltspunkte|nachweise)\b[^,;.]{1,60}?\bnicht\b
        |\b(?:ist|bleibt|blieb) (?:\w+ )?(?:offen|strittig|umstritten|fraglich)\b|\bzu klären\b
        |\bunklar\b|\bob\b|\bunbewiesen\b|\boffen ist\b|\bfraglich\b
        """,
    open_words=words("""
        hinweis hinweise hinweisen beleg belege belegen beweis beweise beweisen anzeichen anhaltspunkte anhaltspunkt bestätigung nachweis
        nachweise nachweisen nicht nie unklar ob unbestätigt unbewiesen offen fraglich ungeklärt unbekannt rätselhaft umstritten
        keine kein keinen niemand strittig klären
        """),
    opens=words("""
        ob unklar unbestätigt unbewiesen offen fraglich fragt fragen frage
        untersucht untersuchte untersuchen untersuchung ermittelt ermittelte ermitteln ermittlungen
        prüfung prüften aussteht ausstehend entscheidung abstimmung
        möglich mögliche möglichen möglicher mögliches möglichem mutmaßlich mutmaßliche mutmaßlichen mutmaßlicher ungeklärt
        unbekannt rätsel rätselhaft umstritten bestreitet bestritt gerücht gerüchte
        zweifelt zweifelte bezweifelt bezweifelte prüft geprüft klären zweifel unbelegt fehlen fehlt fehlte entscheidet entscheiden
        uneinig uneins erwägt erwägen erwog erwogen erwägung abwägen überlegt überlegung überlegungen
        """),
    unshown=rf"""\b{_NOT}\b[^,;.]{{0,70}}?(?:{_SHOWN})|(?:{_SHOWN})[^,;.]{{0,90}}?\b{_NOT}\b
        |(?:beleg|beweis|nachweis|hinweis|anhaltspunkt)\w*\b[^;.]{{0,90}}\bnicht\b
        |\bwird\b[^;.]{{0,60}}\bentschieden\b|\bsteh(?:t|en)\b[^;.]{{0,60}}\baus\b
        |\bohne [^,;.]{{0,30}}?(?:beleg|beweis|nachweis)|\bhinweise darauf, (?:von )?(?:w\w+)\b""",
    question_words=words("warum weshalb wieso wer wem wen wessen was welche welcher welches welchen wann wo wohin woher wie wieviel"),
    denying=r"""\b(?:(?:bestreite[nt]|bestritt(?:en)?|dementiert(?:en?)?|vernein(?:t|te|ten|en)|leugne(?:t|te|ten|n)|(?:ver)?weiger(?:t|te|ten|n)
        |versäumt(?:en?)?|(?:ge)?scheitert(?:en?)?|unterlie(?:ß|ßen)|unterlassen|verzichtet(?:en?)?|vergeblich|verhindert(?:en?)?|vermied(?:en)?)\b
        |(?:lehn(?:t|te|ten|en)) [^,;.]{1,80} ab\b|abgelehnt|ablehnt(?:en?)?\b
        |(?:weist|wies|weisen|wiesen) [^,;.]{1,80} zurück\b|zurückgewiesen
        |(?:schließ(?:t|en)|schloss(?:en)?) [^,;.]{1,80} aus\b|ausgeschlossen|(?:stell(?:t|te|ten)) [^,;.]{1,80} ein\b|eingestellt
        |(?:gibt|gab|gaben) [^,;.]{1,80} auf\b|aufgegeben|(?P<lacking>ohne|fehl(?:t|te|ten|en)|mangelt(?:e)?(?: es)?(?: an)?)\b)""",
    denying_words=words("""
        bestreitet bestreiten bestritt bestritten dementiert dementierte dementierten verneint verneinte verneinten leugnet leugnete
        leugneten weigert weigerte weigern weigerten verweigert verweigerte verweigerten verweigern versäumt versäumte versäumten
        unterließ unterließen unterlassen verzichtet verzichtete verzichteten vergeblich verhindert verhinderte verhinderten vermied
        vermieden lehnt lehnte lehnten lehnen abgelehnt ablehnt ablehnte ablehnten weist wies weisen wiesen zurückgewiesen schließt
        schließen schloss schlossen ausgeschlossen stellt stellte stellten eingestellt gibt gab gaben aufgegeben ohne fehlt fehlte
        fehlten fehlen mangelt mangelte scheitert scheiterte scheiterten gescheitert
        """),
    nots=words("nicht nie niemals kein keine keinen keiner nichts niemand"),
    causes=r"\b(?:weil|wegen|aufgrund|verursacht\w*|führte\w* zu|führt zu|dank|infolge|bewirkt\w*|löste\w* [^.]*aus|verhindert\w*)\b",
    cause_words=words("""
        weil wegen aufgrund verursacht verursachte verursachten führte führten führt dank infolge bewirkt bewirkte löste lösten verhindert
        verhinderte
        """),
    caused=words("""
        weil wegen aufgrund verursacht verursachte verursachten führte führten führt dank infolge bewirkt
        bewirkte löste grund ursache denn da
        deshalb daher folge folgen durch von ausgelöst verhindert verhinderte brachte macht machte
        """),
    follows=words("nach nachdem als während danach später"),
    sayers=(
        rf"\b(?:laut|nach (?:{_BY_WHOM})|so) {_NOUNS}(?=\s?(?:[.,;]|$|[a-zäöü]))",
        rf"(?:^|[,.;] )(?P<who>(?:{_NOUN} (?:\d+ )?){{1,6}})zufolge\b",
        rf"\b(?:{_SAYS}) {_NO_NOUNS}{_NOUNS}(?=\s?(?:[.,;]|$|(?:am|vor|in|im|bei|zu|auf|dem|nach|gegenüber|weiter|und)\b))",
        rf"(?:^|[.;]\s){_NO_SUBJECT}(?:der\s|die\s|das\s|eine?\s)?(?P<who>(?:{_NOUN}\s){{1,4}}?)(?:{_SAYS})\b",
    ),
    sayer_words=frozenset((*_SAYS.split("|"), "laut", *_BY_WHOM.split("|"), "so", "zufolge")),
    people=tuple(frozenset(line.split()) for line in _PEOPLE.strip().splitlines()),
    anybody=frozenset(_ANYBODY.split()),
    telling=words(f"{_THINKS.replace('|', ' ')} ansicht meinung auffassung einschätzung darstellung überzeugung worten"),
    opinions=(
        r"\bnach\s(?:ansicht|meinung|auffassung|einschätzung|darstellung|überzeugung|worten|aussage)\s(?:de[rs]|von)"
        r"\s(?P<who>(?-i:[A-ZÄÖÜ])[^\W\d_]+(?:\s(?-i:[A-ZÄÖÜ])[^\W\d_]+){0,2})",
        rf"^{_NO_SUBJECT}(?:der\s|die\s|das\s|beide\s)?(?P<who>(?:{_NOUN}\s){{1,3}}?)(?:{_THINKS})\b",
        rf",\s(?:{_THINKS})\s(?:der\s|die\s|das\s)?(?P<who>(?-i:[A-ZÄÖÜ])[^\W\d_]+)",
        r"\b(?:laut|nach\sangaben)\s(?:de[rmns]\s|von\s)?(?P<who>(?-i:[A-ZÄÖÜ])[^\W\d_]+(?:\s(?-i:[A-ZÄÖÜ])[^\W\d_]+){0,2})",
        r"(?P<who>(?-i:[A-ZÄÖÜ])[^\W\d_]+(?:\s(?-i:[A-ZÄÖÜ])[^\W\d_]+){0,2})\szufolge\b",
    ),
    agreeing=words("bestätigt bestätigte bestätigten auch ebenfalls zustimmte zustimmt ebenso zu"),
    against=words("""
        widerspricht widersprach widersprechen bestreitet bestritt bezweifelt bezweifelte bezweifeln zurück zurückgewiesen
        dementiert dementierte
        lehnt lehnte ablehnt kritisiert kritisierte gegen
        """),
    periods=tuple((name, rf"\b(?:{pattern})\b") for name, pattern in _PERIODS.items()),
    period_words=words("""
        sekunde minute stunde stündlich stündliche tag täglich tägliche täglichen woche wöchentlich
        wöchentliche monat monatlich monatliche
        monatlichen quartal vierteljährlich jahr jährlich jährliche jährlichen
        """),
    particles=words("ab an auf aus ein nach zu zurück vor durch statt teil fort frei weg herab herauf heraus"),
    has_capital_nouns=True,
)  # fmt: skip
