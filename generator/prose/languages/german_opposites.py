"""The German words that exclude each other, and those that say more than others."""

from __future__ import annotations

from generator.prose.languages.shifting import inflected, sides, words

CONTRARIES = sides(
    """
    vorläufig vorläufige vorläufigen vorläufiger vorläufiges schätzung schätzungen
        | endgültig endgültige endgültigen endgültiger endgültiges;
    stieg stiegen steigt steigen gestiegen wuchs wuchsen wächst gewachsen wachsen erhöhen erhöhte erhöht erhöhten
        kletterte zunahm zunimmt zugenommen
        anstieg angestiegen steigerte ~mehr ~höher ~teurer ~zu | sank sanken sinkt sinken gesunken fiel fielen fällt gefallen schrumpfte
        schrumpft geschrumpft schrumpfen senken verringern verringerte verringert abnahm abgenommen zurückging zurückgegangen
        senkte gesenkt reduzierte halbierte
        ~weniger ~niedriger ~billiger ~zurück ~ab;
    nahm_zu nahmen_zu nimmt_zu zog_an zogen_an wuchs wuchsen stieg stiegen zugenommen zunahm gestiegen legte_zu
    legten_zu zugelegt ~mehr | gab_nach gaben_nach nahm_ab nahmen_ab nimmt_ab ging_zurück gingen_zurück sank sanken
    zurückgegangen
        abgenommen zurückging fiel schwächte_ab abgeschwächt nachgegeben verlor verloren ~weniger;
    billigte billigt gebilligt genehmigte genehmigt stimmte_zu zugestimmt beschloss beschlossen verabschiedete akzeptierte akzeptiert
        ~dafür befürwortet befürwortete unterstützt unterstützte begrüßte begrüßt nahm_an nahmen_an angenommen ja zustimmung
        ~für | lehnte_ab lehnt_ab lehnten_ab abgelehnt ablehnte
        ablehnt verwarf verworfen verweigerte kritisiert kritik nein ablehnung lehnen_ab ~gegen ~durch;
    gewann gewannen gewonnen gewinnt gewinnen siegte siegten sieg bezwang besiegte | verlor verloren verliert verlieren niederlage
    unterlag;
    bestätigte bestätigt bestätigten | hob_auf hebt_auf aufgehoben aufhob kassierte verwarf dementierte widerlegte bestritt;
    erlaubt erlaubte erlauben erlaubten gestattet gestattete zugelassen ließ_zu darf dürfen | verbietet verbot verboten verbieten
        untersagt untersagte untersagten untersagen;
    verbesserte verbessert verbesserten besserte ~besser | verschlechterte verschlechtert verschlechterten verschlimmerte ~schlechter;
    verschärfte verschärft verschärften strenger | lockerte gelockert lockerten milder;
    stärkte stärkt gestärkt | schwächte schwächt geschwächt;
    begann begonnen beginnt beginnen begannen startete gestartet startet | endete geendet endet beendet beendete endeten abgeschlossen;
    öffnete öffnet geöffnet öffnen eröffnet eröffnete offen | schloss schließt geschlossen schließen gesperrt sperrt sperrte
        sperrten sperren;
    eingestellt einstellte stellte_ein | entlassen entließ entlässt;
    rechtmäßig legal zulässig gesetzmäßig | rechtswidrig illegal unzulässig unrechtmäßig gesetzwidrig;
    schuldig verurteilt | unschuldig freigesprochen;
    nord norden nördlich nördlichen nördliche | süd süden südlich südlichen südliche;
    ost osten östlich östlichen östliche | west westen westlich westlichen westliche;
    überlebte überlebt überlebten lebt lebend | starb gestorben starben getötet tot;
    sicher ungefährlich harmlos unbedenklich | gefährlich unsicher riskant bedenklich;
    gelang gelungen erfolgreich erfolg | scheiterte gescheitert misslang scheiterten fehlschlug;
    gewinn überschuss | verlust defizit fehlbetrag;
    mehrheit | minderheit;
    lobte gelobt lobten lob begrüßte begrüßten begrüßt | kritik kritisierte kritisiert kritisierten rügte;
    ließ_frei freigelassen entlassen kaution | haft inhaftiert verhaftet;
    stimmen_zu zustimmen zuzustimmen | ablehnen abzulehnen dagegen;
    bedauerte bedauert beklagte | begrüßte begrüßt;
    großzügig | geizig kleinlich;
    mutig tapfer | feige;
    sparsam | verschwenderisch;
    fruchtbar | unfruchtbar karg;
    vorteil vorteile | nachteil nachteile;
    nutzen nützt nutzte | schaden schadet schadete;
    geduldig | ungeduldig;
    überfällig | verfrüht voreilig;
    pünktlich | verspätet;
    verdoppelte verdoppelt verdreifacht | halbierte halbiert;
    anwesend | abwesend;
    eingeschaltet | ausgeschaltet abgeschaltet;
    optimistisch zuversichtlich | pessimistisch;
    überschätzt | unterschätzt;
    gestärkt | geschwächt;
    beschleunigt beschleunigte | gebremst bremste verlangsamt;
    ankunft | abfahrt abreise;
    eingang | ausgang;
    süß | bitter sauer;
    trocken | nass feucht;
    wach | betäubt schlafend;
    nüchtern | betrunken;
    bekannt berühmt | unbekannt;
    hell | dunkel finster;
    öffentlich | geheim vertraulich nichtöffentlich;
    freiwillig | verpflichtend zwangsweise vorgeschrieben;
    vorübergehend | dauerhaft endgültig;
    einfuhr importe importiert importierte | ausfuhr exporte exportiert exportierte;
    erste ersten erstes erster | letzte letzten letztes letzter;
    größte größten ältesten älteste höchste höchsten | kleinste kleinsten jüngsten jüngste niedrigste niedrigsten;
    morgens morgen | abends abend;
    verlängerte verlängert | verkürzte verkürzt;
    baute gebaut errichtet | abgerissen riss_ab;
    freigelassen | festgenommen verhaftet inhaftiert;
    positiv | negativ;
    erfolg durchgesetzt durchsetzte | abgelehnt lehnte_ab lehnten_ab abgewiesen wies_ab zurückgewiesen;
    fuhr fuhren fährt fahren verkehrt verkehrten | fiel_aus fielen_aus fällt_aus fallen_aus ausgefallen;
    stattfand fand_statt fanden_statt stattgefunden trat_auf traten_auf aufgetreten | abgesagt sagte_ab sagten_ab ausgefallen fiel_aus;
    äußerte äußerten gestand gestanden redete | schwieg schwiegen schweigt schweigen;
    beteiligte beteiligten nahm_teil nahmen_teil teilgenommen | boykottierte boykottierten boykottiert;
    zustande gelang gelungen einigten einigte | scheiterte scheiterten gescheitert;
    weiter fortgesetzt setzte_fort | aufgegeben gaben_auf gab_auf eingestellt stellte_ein stellten_ein;
    folgte folgten befolgte befolgten | ignorierte ignorierten ignoriert missachtete;
    beschädigt beschädigte zerstört | unbeschadet unversehrt heil;
    belegt besetzt vergeben | frei unbesetzt;
    bestätigt bestätigte bestätigten | kassiert kassierte aufgehoben hob_auf hoben_auf;
    frei_gesprochen sprach_frei sprachen_frei freigesprochen | schuldig verurteilte verurteilten verurteilt;
    feierte feierten gefeiert bejubelte lobte | verriss verrissen durchgefallen fiel_durch misslungen;
    aufgestiegen aufsteiger aufstieg | abgestiegen absteiger abstieg;
    geheiratet heiratete heirateten | geschieden trennten;
    enthüllt enthüllte enthüllten offengelegt offenbarte | verheimlicht verheimlichte vertuscht vertuschte verschwieg;
    absichtlich vorsätzlich bewusst | versehentlich unabsichtlich fahrlässig;
    einstimmig | knapp gespalten;
    oft häufig regelmäßig | selten;
    zufrieden erfreut | unzufrieden enttäuscht verärgert;
    gemeinsam zusammen | getrennt einzeln;
    pünktlich | verspätet;
    ankunft | abfahrt abflug;
    gab_statt gaben_statt gibt_statt stattgegeben erfolgreich erfolg | abgewiesen wies_ab weist_ab abwies gescheitert scheiterte scheiterten
        scheitert zurückgewiesen wies_zurück;
    fällt_aus fallen_aus fiel_aus fielen_aus ausgefallen entfällt entfallen entfiel | findet_statt finden_statt fand_statt fanden_statt
        stattgefunden;
    verlängerte verlängert verlängern | löste_auf löst_auf aufgelöst kündigte gekündigt;
    baut_ab baute_ab bauten_ab abgebaut streicht strich gestrichen | schafft schuf geschaffen kommen_hinzu kamen_hinzu;
    begrüßen begrüßt begrüßte begrüßten | ablehnen lehnen_ab lehnt_ab lehnte_ab lehnten_ab verurteilt verurteilen;
    kläger klägerin | beklagte beklagter;
    staatsanwalt staatsanwaltschaft anklage | verteidiger verteidigerin verteidigung;
    zog_ein zogen_ein einzug eingezogen | zog_aus zogen_aus auszug ausgezogen;
    taute auftauen aufgetaut schmolz geschmolzen | gefror gefroren einfror vereist;
    wach | schlief eingeschlafen schlafend;
    scheu schüchtern ängstlich | mutig zutraulich forsch;
    vorsichtig umsichtig | leichtsinnig rücksichtslos;
    ehrlich aufrichtig | unehrlich verlogen;
    höflich freundlich | unhöflich unfreundlich;
    überfüllt voll ausverkauft | leer menschenleer verwaist;
    bewohnt | unbewohnt leerstehend;
    ruhig gelassen | nervös aufgeregt unruhig;
    sonnig heiter wolkenlos | bewölkt bedeckt trüb;
    dürre trockenheit | hochwasser überschwemmung;
    belohnt belohnte | bestraft bestrafte;
    gerettet rettete retteten | verschwendet verschwendete;
    sichtbar | unsichtbar;
    natürlich | künstlich;
    bereit willig gewillt | unwillig widerwillig;
    nötig notwendig erforderlich | unnötig überflüssig entbehrlich;
    ausreichend genügend genug | unzureichend ungenügend;
    fertig vollendet fertiggestellt | unfertig unvollendet;
    gerecht fair | ungerecht unfair;
    bekannt berühmt | unbekannt;
    wahrscheinlich | unwahrscheinlich;
    möglich | unmöglich;
    zuverlässig | unzuverlässig;
    stabil | instabil;
    gültig | ungültig nichtig;
    bestätigt bewiesen belegt | widerlegt entkräftet;
    kam_zurück kehrte_zurück kehrten_zurück zurückgekehrt | brach_auf ausgereist abgereist reiste_ab;
    repariert reparierte instand | kaputt zerstört beschädigt;
    begnadigt verziehen | bestraft verurteilt;
    befördert aufgerückt | degradiert zurückgestuft;
    eingestellt einstellen stellt_ein stellen_ein | entlassen entlässt kündigt gekündigt;
    waffenruhe frieden waffenstillstand | krieg kämpfe gefechte;
    verstaatlicht | privatisiert;
    landete gelandet landung | startete gestartet abgehoben hob_ab;
    wärmste wärmsten heißeste heißesten | kälteste kältesten;
    beste besten bester | schlechteste schlechtesten;
    billigste günstigste billigsten günstigsten | teuerste teuersten;
    früheste frühesten | späteste spätesten;
    stärkste stärksten | schwächste schwächsten;
    schnellste schnellsten | langsamste langsamsten;
    längste längsten | kürzeste kürzesten;
    lockert lockern lockerten lockerte großzügiger | verschärft verschärfen verschärfte strenger;
    erinnert erinnern | vergisst vergessen;
    gewachsen wächst | geschrumpft schrumpft;
    eingang | ausgang;
    opfer | täter;
    mangel knappheit | überschuss überfluss;
    erinnerte erinnerten | vergaß vergaßen vergessen;
    schnell rasch zügig | langsam allmählich;
    trocken trockenste trockensten | nass nasseste nassesten regenreichste;
    fusionieren fusion | aufspaltung spalten trennung;
    innen drinnen | außen draußen;
    wiederhergestellt wiederherstellte | abgeschafft schaffte_ab;
    vertraut vertrauen | misstraut misstrauen;
    erschien erschienen tauchte_auf | verschwand verschwunden verschwanden;
    löschte gelöscht löschten | entzündete entzündet entfachte;
    begrüßt begrüßte begrüßten zustimmung | widerspruch widersprach ablehnung;
    beschleunigte beschleunigt | bremste gebremst verlangsamte verlangsamt;
    gibt_zu gab_zu geben_zu gaben_zu räumt_ein räumte_ein räumen_ein | bestreitet bestreiten bestritt bestritten leugnet leugnete
    dementiert
        dementierte;
    """
)
ATTRIBUTES = inflected(
    sides(
        """
        alt | neu jung modern; früh | spät; reich wohlhabend | arm; ober | unter; inner | äußer; ländlich | städtisch; billig günstig |
        teuer; öffentlich staatlich | privat; link | recht; heiß warm | kalt kühl; nass feucht | trocken; stark | schwach; groß riesig |
        klein winzig; lang | kurz; schwer | leicht; männlich | weiblich; einfach | schwierig kompliziert; sauber | schmutzig
        verschmutzt; voll | leer; schnell rasch | langsam; gut | schlecht; tief | flach; breit | schmal; dick | dünn; laut |
        leise; dunkel | hell;
        streng | milde; selten | häufig; gesund | krank; beliebt | unbeliebt; direkt | indirekt; intern | extern;
        nördlich | südlich; östlich | westlich; gleich | verschieden unterschiedlich; richtig | falsch; ambulant | stationär; freundlich |
        feindlich; höchst | niedrigst;
        """
    ),
    ("e", "en", "er", "es", "em"),
)
RISING = words(
    """
    kommen_hinzu kamen_hinzu kam_hinzu kommt_hinzu stockt_auf stockte_auf stocken_auf aufgestockt klettern kletterten emporgeschnellt
    schnellte schoss zieht_an ziehen_an angezogen zulegen anheben erhöhung teuerer dichter stärker
    stieg stiegen steigt steigen gestiegen erhöhen erhöhte erhöht erhöhten wuchs wuchsen wächst gewachsen wachsen kletterte klettert zunahm
    zunimmt zugenommen anstieg angestiegen steigerte verdoppelte nahm_zu nahmen_zu nimmt_zu zog_an zogen_an zieht_an legte_zu legten_zu
    legt_zu
    zugelegt mehr höher teurer länger größer gewann verteuerte verteuert hebt_an heben_an hob_an hoben_an angehoben setzt_herauf
    heraufgesetzt zuwachs anstieg zunahme plus wachstum erhöhung anhebung steigerung
    """
)
FALLING = words(
    """
    baut_ab bauten_ab bauen_ab baute_ab abgebaut kürzt kürzte kürzen kürzten gekürzt streicht strich streichen strichen gestrichen
    schrumpfen schrumpften verringern verbilligt verbilligte verbilligten halbiert minderung einbruch absacken sackte dünner schwächer
    ließ_nach ließen_nach nachgelassen lässt_nach
    sank sanken sinkt sinken gesunken fiel fielen fällt gefallen schrumpfte schrumpft schrumpfen geschrumpft senkt senken senkte
    senkten gesenkt
    verringern verringerte verringert abnahm abgenommen zurückging zurückgegangen reduzierte reduziert halbierte abgeschwächt schwächte
    nachgegeben bricht_ein brach_ein brachen_ein eingebrochen senkt_ab setzt_herab herabgesetzt rückgang abnahme minus senkung
    kürzung verringerung schwund absenkung gab_nach gaben_nach gibt_nach nahm_ab nahmen_ab nimmt_ab ging_zurück gingen_zurück geht_zurück
    weniger niedriger billiger
    günstiger kürzer kleiner geringer
    """
)
LARGER = words("mehr höher größer länger älter schwerer teurer heißer wärmer tiefer breiter")
LESSER = words("weniger niedriger kleiner billiger günstiger geringer kürzer jünger leichter kälter kühler flacher schmaler")
QUICKER, SLOWER = words("schneller rascher"), words("langsamer")
MORE = words("mehr höher größer teurer")
LESS = words("weniger niedriger kleiner billiger günstiger geringer")
CONVERSES = sides(
    """
    mehr ~zunahm ~zu | weniger ~ab;
    größer | kleiner;
    höher | niedriger;
    schneller | langsamer;
    älter | jünger neuer;
    länger | kürzer;
    besser | schlechter;
    teurer | billiger günstiger;
    stärker | schwächer;
    milder | schwerer strenger härter;
    dicker | dünner;
    näher | weiter;
    wärmer heißer | kälter kühler;
    lauter | leiser;
    reicher | ärmer;
    schwerer | leichter;
    breiter | schmaler;
    tiefer | flacher;
    früher | später;
    vor bevor | nachdem danach;
    kaufte kauft gekauft erwarb | verkaufte verkauft;
    """
)
STRONGER = (
    ("beschädigte beschädigt beschädigten schäden", "zerstörte zerstört zerstörten verwüstete verwüstet vernichtete"),
    ("verletzt verletzte verletzten", "getötet tot starb starben tote toten todesopfer ums umgekommen erlag"),
    ("besorgt beunruhigt sorgen", "entsetzt panisch empört panik"),
    ("kritisierte kritisiert kritisierten", "verurteilte verurteilt verurteilten"),
    ("vermutet vermuten vermutete glaubt glauben", "weiß wissen bewies beweist"),
    ("bat baten bittet ersuchte", "verlangte forderte befahl zwang"),
    ("angeklagt beschuldigt verdächtigt verdächtige verdächtiger", "verurteilt überführt schuldig"),
    ("verschoben verschob vertagt verzögert", "abgesagt gestrichen aufgegeben"),
    ("vermutet vermuten vermutete vermutlich glaubt glauben mutmaßlich offenbar", "fest erwiesen festgestellt erkenntnissen bewiesen"),
    ("verdacht festgenommen verhaftet beschuldigt angeklagt anklage verdächtigt", "verurteilt verurteilte verurteilten schuldig"),
    ("fordert forderte fordern forderten beantragt beantragte verlangt verlangte", "verhängte verhängt verurteilte verurteilt"),
    ("verhandeln verhandelt verhandelten verhandlungen gespräche", "fusioniert geeinigt unterzeichnet abgeschlossen vereinbart"),
    ("beworben bewarb beantragt beantragte", "aufgenommen beigetreten"),
    ("dutzende", "hunderte tausende"),
    ("hunderte", "tausende millionen"),
    ("empfahl empfohlen empfiehlt", "ordnete angeordnet befahl vorgeschrieben"),
    ("senkte gesenkt verringert verringerte", "beseitigte beseitigt abgeschafft"),
    ("vorläufig vorläufige vorläufigen", "endgültig endgültige endgültigen"),
    ("leicht leichte leichten leichter etwas geringfügig", "stark drastisch massiv deutlich schwer schwere schweren schwerer"),
    ("kritisierte kritisiert kritik", "verdammte geißelte zerriss"),
    ("enttäuscht verärgert", "wütend empört außer"),
    ("sank fiel gesunken gefallen", "brach eingebrochen stürzte abgestürzt"),
    ("stieg gestiegen wuchs", "explodierte explodiert"),
    ("teilweise", "vollständig völlig ganz komplett"),
    ("überrascht", "schockiert entsetzt"),
    (
        "wirft werfen warf warfen beschuldigt behauptet behaupten klagen bestreitet bestritt verdächtigt vermutet",
        "räumt räumte räumten einräumte gesteht gestand gestanden zugab zugegeben",
    ),
)
