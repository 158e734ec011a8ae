"""The English words by which a sentence says more than, or something else than, the sentence that it rests on."""

from __future__ import annotations

from generator.prose.languages import english_opposites as opposites
from generator.prose.languages.shifting import Shifting, irregular, word_pairs, words

_FUNCTION_WORDS = """
    according around because been both doing down during each every further here itself just like made make many might must nearly next
    once onto over same several shall should since somebody still though through thus under upon very were whom whose within without yet
"""
_PASTS = """
    beat beaten:beat bet:bet cast:cast cost:cost hurt:hurt let:let spread:spread burst:burst bound:bind bore borne:bear
    began begun:begin bought:buy brought:bring built:build came:come cut:cut drew drawn:draw fell fallen:fall fought:fight found:find
    flew flown:fly gave given:give got:get grew grown:grow held:hold hit:hit kept:keep laid:lay left:leave led:lead lent:lend
    lost:lose made:make met:meet paid:pay put:put ran run:run rose risen:rise saw seen:see sent:send set:set shut:shut
    sold:sell spent:spend split:split spoke spoken:speak stood:stand struck:strike swore sworn:swear took taken:take tore torn:tear
    told:tell went gone:go withdrew withdrawn:withdraw won:win wrote written:write became become:become broke broken:break chose
    chosen:choose drove driven:drive ate eaten:eat froze frozen:freeze hid hidden:hide rode ridden:ride sang sung:sing sank sunk:sink
    heard:hear felt:feel slept:sleep woke woken:wake wore worn:wear dealt:deal dug:dig fed:feed forbade forbidden:forbid sought:seek
    bit bitten:bite bled:bleed bred:breed crept:crept flung:fling fled:flee forgave forgiven:forgive forgot forgotten:forget
    hung:hang knew known:know lit:light meant:mean overtook overtaken:overtake proved proven:prove
    quit:quit read:read rang rung:ring shook shaken:shake shone:shine shot:shoot showed shown:show shrank shrunk:shrink slid:slide
    sat:sit stuck:stick stung:sting swept:sweep swung:swing thought:think understood:understand undertook undertaken:undertake
    wept:weep wound:wind caught:catch clung:cling cost:cost
    stole stolen:steal swam swum:swim taught:teach threw thrown:throw overthrew overthrown:overthrow upheld:uphold
"""
_PEOPLE = """
    firefighters firefighter brigade fire crews service
    rescuers rescue coastguard lifeguards lifeboat services crews
    forecasters meteorologists meteorologist forecaster
    charity charities group groups organisation organisations organization organizations agency aid campaigners foundation
    survey poll polls pollsters respondents figures data statistics statisticians study report analysis
    airline carrier airport operator company firm
    bank lender company
    school headteacher head principal teachers university college rector dean lecturers
    club manager coach team trainer
    president leader government kremlin palace
    defendant defendants accused suspect suspects
    owner landlord landlady proprietor
    police officers officer detectives constable sheriff
    scientists scientist researchers researcher experts expert academics study team authors
    residents resident locals neighbours neighbors neighbour neighbor inhabitants villagers people
    company firm manufacturer operator business maker employer group chief executive boss
    government ministry minister ministers officials official authorities department cabinet
    union unions workers strikers employees staff
    church bishop bishops archbishop diocese priest clergy vatican pope cathedral parish
    museum gallery curator curators director
    zoo vet vets keepers keeper veterinarian
    regulator regulators watchdog agency authority commission inspectors inspector
    party spokesman leadership
    mp mps lawmakers lawmaker legislators parliament senators senator committee
    manufacturer maker producer
    council mayor councillors councillor city town authority
    court judge judges tribunal jury justice
    prosecutors prosecutor prosecution
    lawyer lawyers attorney defence defense counsel
    opposition opponents opponent critics campaigners activists protesters detractors enemies
    supporters backers advocates
    witnesses witness bystanders passers
    doctors doctor medics hospital nurses
    report reports newspaper paper media journalists
    army military soldiers forces commander general
    rebels insurgents militants fighters
    analysts economists economist analyst
    parents families relatives family
"""
_ANYBODY = """
    he she they it i we who spokesman spokeswoman spokesperson spokespeople source sources man woman person one another others many some
    that which what this both statement aide insider
"""
_NOUN = r"[^\W\d_]+(?:-[^\W\d_]+)*"
_NO_WHO = r"(?!(?:to|has|have|had|will|is|are|was|were|only|and|but|who|which|that|also|of)\b)"
_NO_TAIL = (  # what stands behind a verb of speech whose subject stands before it: said outside the court, told reporters
    r"(?!(?:in|on|at|to|by|of|as|for|from|with|during|after|before|when|while|that|it|through|outside|inside|near|late|early|earlier|later|last|"
    r"this|there|yesterday|today|(?:mon|tues|wednes|thurs|fri|satur|sun)day|reporters|parliament|lawmakers|journalists|them|him|her|us)\b)"
)
_WHO_ENDS = r"(?=\s?(?:[.,;:()]|$|\b(?:of|in|on|at|from|who|for|after|as|during|while)\b))"
_WHO = rf"(?P<who>(?:{_NO_WHO}{_NOUN}[’']?s?\s(?:of\s)?){{0,3}}?{_NO_WHO}{_NOUN})"
_SAYS = (
    "say|says|said|told|tells|claim|claims|claimed|argue|argues|argued|announced|announces|stated|states|confirmed|confirms|admitted|"
    "admits|denied|denies|reported|reports|warned|warns|estimate|estimates|estimated|insist|insists|insisted|added|explained|declared|believe|"
    "believes|found|concluded|think|thinks|forecast|forecasts|predict|predicts|predicted|expect|expects|expected|maintains|maintained|"
    "complains|complained|fear|fears|feared|calculates|calculated|reckons|reckoned|suspects|suspected|describes|described|complain"
)

# What is found somewhere says nothing.
_NOT_SOMEWHERE = (
    r"(?!(?<=found)\s(?:in|on|at|under|near|by|inside|beneath|behind|beside|outside|off|among|along|there|after|during|dead|alive)\b)"
)

_THINKS = (
    "considers|considered|consider|thinks|thought|think|holds|held|hold|calls|called|call|speaks|spoke|expects|expected|expect|blames|blamed|blame|"
    "accuses|accused|accuse|wrote|writes|write|complains|complained|complain|sees|saw|regards|regarded|fears|feared|fear|testified|forecasts|"
    "forecast|predicts|predicted|conceded|concedes|attribute|attributes|attributed|puts?|faults|faulted|counts|counted|wants|wanted|advises|advised"
)
_PERIODS = {
    "second": r"(?:(?:per|each|every) second|a second(?= (?:and|or|to|at|in|for|on)\b|[.,;:)]|$))",
    "minute": r"(?:a|per|each|every) minute",
    "hour": r"(?:an|per|each|every) hour|hourly",
    "day": r"(?:a|per|each|every) day|daily|a night|per night|nightly",
    "week": r"(?:a|per|each|every) week|weekly",
    "month": r"(?:a|per|each|every) month|monthly",
    "quarter": r"(?:a|per|each|every) quarter|quarterly",
    "year": r"(?:(?<!half )a|per|each|every) year|yearly|annual|annually|per annum",
    "decade": r"(?:a|per|each|every) decade",
}
_PERIODS_END = r"(?!\s(?:and a half|ago|later|after|before|earlier|older?|younger|on)\b)"
_BEST = r"(?:most|least|worst|biggest|\w{2,}(?<!inter)(?<!for)(?<!prot)(?<!requ)(?<!arr)(?<!conqu)est)"
_NO_BEST = (
    "latest|west|rest|test|guest|request|protest|arrest|contest|harvest|honest|modest|interest|forest|northwest|southwest|midwest|unrest|"
    "chest|crest|nest|quest|inquest|conquest|priest|manifest|tempest|pest|vest|invest|suggest|digest|ingest|attest|detest|earnest|everest"
)

_NOT = "(?:no|not|never|nothing|nobody|none|neither|nor|without|unable|fail(?:s|ed)?|cannot|yet to|far from|declined|refused|would not)"
_SHOWN = (
    r"evidence|proof|signs?|indications?|data|reason|find|found|show\w*|prove\w*|suggest\w*|indicat\w*|point\w*|link\w*|t(?:ie[sd]?|ying)\b|connect\w*"
    r"|establish\w*|confirm\w*|verif\w*|knows?\b|known\b|knew\b|clear|sa(?:y|id)\b|t(?:ell|old)\b|sure|certain|determin\w*|identif\w*|detect\w*"
    r"|trac\w*|hints?|clues?|support\w*|back(?:s|ed|ing)?\b|substantiat\w*|demonstrat\w*|documents?|answer\w*|comment\w*|explain\w*|explanation|decided|seen|discover\w*|settled|resolved|agreed"
)

ENGLISH_SHIFTS = Shifting(
    function_words=frozenset(_FUNCTION_WORDS.split()),
    ranks={
        **dict.fromkeys(words("some several few sometimes occasionally certain various parts handful"), 1),
        **dict.fromkeys(words("many often numerous frequently half usually"), 2),
        **dict.fromkeys(words("most majority"), 3),
        **dict.fromkeys(words(
            """
            all every each always everywhere entire entirely whole everyone everybody everything unanimous unanimously invariably
            regardless irrespective unconditional unconditionally unrestricted throughout
            """
        ), 4),
    },
    no_rank_before=words("at after above the its their s his her first as for"),
    no_rank_after=words("other but likely recent"),
    wholes=words("entire whole"),
    nearly=words("nearly almost virtually practically"),
    sweeping=words("unanimous unanimously always invariably regardless irrespective unconditional unconditionally unrestricted"),
    nones=words("never none nobody"),
    few=words("rarely seldom hardly barely scarcely few occasionally"),
    exceptions=words("elsewhere exception exceptions exempt exempted exempts exemption exemptions except excluding excluded apart aside"),
    except_=words("elsewhere but other others else apart save unless without only most not no nearly almost"),
    only=words("only solely exclusively"),
    limited=words("""
        only just sole solely alone exclusive exclusively merely limited restricted nothing nobody none no but except excluding unless
        single one first not other than without second until few little rare rarely isolated handful hardly barely scarcely minority
        """),
    rest=words("""
        failed fail fails without rest remaining remainder remain remains remained others stay stays stayed still only outside other
        elsewhere
        """),
    part=(
        r"(?:^|[.,;:] |\b(?:that|and|but) |ed )(?:(?:a|the|large) )?(?:parts?|half|third|quarter|section|portion"
        r"|stretch) of (?:(?:the|its|their) )"
        r"(?P<whole>[a-z]{3,})|(?:^|[.,;:] )(?:the )?(?:northern|southern|eastern|western|north|south|east|west|upper|lower)"
        r" (?:half|part|end|side|wing|section|bank|lane|carriageway|tower|stand)"
        r" of (?:(?:the|its) )?(?P<where>[a-z]{3,})"
        r"|\b(?P<whose>[a-z]{4,})[’']s (?:(?:lower|upper|northern|southern|eastern|western|north|south|east|west|first|second|left|right) )"
        r"(?:house|chamber|half|wing|end|side|bank|section|tower|stand|chapter|floor|part)\b"
        r"|\b(?:rest|remainder) of (?:the )?(?P<left>[a-z]{3,})"
    ),
    part_words=words("""
        part parts half third quarter section portion stretch end partly partially side wing bank lane carriageway tower
        stand house chamber chapter floor rest remainder
        """),
    partly=words("""
        apart except remaining rest remainder clause provision article paragraph chapter house chamber floor beginning
        part parts partly partially half halves some section portion third quarter stretch percent per cent
        northern southern eastern western
        north south east west upper lower several few portions stretches segment segments chunk chunks piece pieces sections
        areas wing side
        """),
    conditions=(
        r"in case of|once (?!a |an |again|more|in |per )(?:[a-z]+ ){1,4}(?:has|have|is|are)|subject to|(?-i:Were|Should"
        r"|Had) (?:the|a|an|it|they|he|she)|(?-i:Without)|when (?:it|they|he|she) (?:is|are)|pending"
    ),
    condition_words=words(
        """
        if unless provided providing condition long case event assuming supposing should were had once when subject
        pending without
        """
    ),
    conditional=words("""
        depending if unless provided providing condition conditions conditional depends depend depending would
        could should might case event assuming once
        when until after subject requires require required need needs needed pending only without as must before first beforehand
        """),
    anyway=(
        r"\bwhether or not\b|\b(?:no matter|regardless of|irrespective of)\b|\bwith or without\b|\beven (?:if|when)\b"
        r"|\bwithout (?:any )?(?:\w+ )?(?:conditions?|restrictions?|strings|provisos?)\b"
        r"|\b(?:in|under) (?:any|all) (?:case|event|circumstances)\b"
        r"|\bunconditional(?:ly)?\b|,? (?:whatever|wherever|whichever|however) (?:else )?\w+|\beither way\b"
    ),
    afterwards=words("after when until as once"),
    plans=words("""
        about will shall would may might expect
        plan plans planned planning intend intends intended intention propose proposes proposed proposal proposals consider
        considers considering considered considers want wants wanted hope hopes hoped aim aims aimed seek seeks sought expected expects
        scheduled threaten threatens threatened threat threatening try tries tried trying attempt attempts attempted offer offers offered
        seeking hoping aiming wanting trying attempting proposing offering pushing promise promises promised pledge
        pledges pledged vow vows vowed ask asks asked urge urges urged demand demands demanded request
        requested going set agreed prepare prepares preparing prepared poised bid mulls discussing discussed due
        """),
    present=words("is are be being get gets"),
    contests=words("won win wins winning victory triumph lost lose loses losing defeat"),
    undoing=words("""
        hardly barely scarcely
        reverse reverses reversed reversing scrap scraps scrapped abandon abandons abandoned averted avert averts avoided
        cancel cancels cancelled canceled shelved shelves ditched rescinded revoked withdrew withdrawn dismissed
        """),
    keeping=r"\b(?:bar|ban|prevent|prohibit|stop|keep|kept|discourag)\w*\s[^,.;]{1,40}?\sfrom\s\w+ing\b",
    planned=words("""
        would should could may might due supposed volunteered suggested suggests applied recommended recommends advocated advocates
        appealed appeals earmarked slated designate designated next tomorrow upcoming forthcoming
        must possible possibly possibility
        preparations preparation goal goals ambition ambitions prospect prospects target targets readiness willingness effort efforts
        intent desire wish wishes forecast predicted predicts foresees
        """),
    pasts=irregular(_PASTS),
    past_endings=("ed",),
    to_do=words("is are have"),
    done=words("has have had was were been is are got did"),
    over=(
        r"\bused to (?!the\b|it\b|being\b)\w+|\b(?:was|were|had) once\b|\bonce (?:was|were|had|stood|owned)\b|\b(?:was"
        r"|were) formerly\b|\bin the past\b|^until (?:last|the|\d{4})[^,.;]{1,40}? (?:had|was|were)\b"
        r"|\b(?:was|were|had) [^,.;]{1,40}? until (?:last|19|20|the)|\bhad been (?:\w+ly )?(?!missing\b)\w+ing\b"
    ),
    over_words=words("used once formerly past until had"),
    gone=words("now today was were had used until till once former formerly previously earlier past did been ago"
        " instead originally initially"),
    contraries=opposites.CONTRARIES,
    converses=opposites.CONVERSES,
    attributes=opposites.ATTRIBUTES,
    linking=words("is are was were be been remains remained became becomes stays stayed too very rather quite"),
    rising=opposites.RISING,
    falling=opposites.FALLING,
    becoming=words("became become becomes becoming likely getting turned chance number level amount"),
    then=words("than before earlier previous previously ago used once until till had formerly from unlike whereas while although"),
    more=opposites.MORE,
    less=opposites.LESS,
    larger=opposites.LARGER,
    lesser=opposites.LESSER,
    quicker=opposites.QUICKER,
    slower=opposites.SLOWER,
    stronger=word_pairs(opposites.STRONGER),
    superlative=rf"\b(?:the|its|their|his|her|our|[’']s)\s(?:single\s|very\s)?(?!(?:{_NO_BEST})\b){_BEST}\b(?!\s(?:of|people|recent)\b)",
    one_of=(
        rf"\b(?:one of|among|some of|second|third|fourth|fifth|sixth|tenth|joint)[\s-](?:the\s|its\s"
        rf"|their\s)?(?:\w+[’']s\s)?(?:\w+\s)?{_BEST}\b"
    ),
    ever=words("ever history"),
    never=words("never"),
    places=dict.fromkeys(words("village town city district school street"), 1)
    | dict.fromkeys(words("county region province canton valley department"), 2)
    | dict.fromkeys(words("country nation nationwide nation’s country’s"), 3)
    | dict.fromkeys(words("continent"), 4)
    | dict.fromkeys(words("world worldwide global globally earth planet"), 5),
    widest=words("world worldwide global globally earth planet"),
    several=words("several some many two three"),
    bests=words(
        """
        record records never unprecedented first ever no nobody none unmatched top leading chief main principal predominant maximum minimum
        outermost peak peaks peaked only foremost than any every start starts started starting begin from least most
        """
    ),
    open=r"""
        (?:no|little|any|insufficient|scant|without) (?:\w+ )?(?:evidence|proof|signs?|indications?|confirmation|reason to believe)\b
        |\b(?:not|never|n[’']t) (?:yet )?(?:been )?(?:shown|proved|proven|confirmed?|established|demonstrated|verified|verify|prove)\b
        |\bunable to (?:confirm|verify|prove|say)|\byet to (?:be )?(?:prove[nd]?|confirm(?:ed)?|shown?|establish(?:ed)?|decide[d]?)
        |\bnothing (?:to|that) (?:suggests?|shows?|indicates?|proves?|links?)\b
        |\b(?:no|none|neither)\b[^,;.]{1,60}?\b(?:proved|proven|shown|confirmed|established|demonstrated)\b
        |\b(?:remains?|still|left) open\b|\bopen (?=(?:who|whether|which|when|where|how|what)\b)
        |\byet to decide\b|\bmatter for\b|\b(?:disagree|divided|at odds) (?:on|over|about)\b
        |\bnot (?:yet )?(?:known|clear|certain|decided)\b|\bnobody knows\b|\bopen question\b
        |\b(?:could|can) not (?:be )?(?:confirm|establish|show|prove)\w*
        |\bno data\b
        |\bunclear\b|\bwhether\b|\b(?:asks?|asked|wonders?|wondered|examin\w+|investigat\w+) if\b|\bunproven\b
        """,
    open_words=words("""
        nothing evidence proof sign signs indication indications confirmation reason not never t unable yet unclear whether if unproven
        no none neither nobody open data matter disagree divided odds
        """),
    opens=words("""
        whether if unproven unproved unclear unconfirmed unverified question questions questioned asked asks ask
        wonder wonders investigating investigated investigation examining unknown doubt
        doubts doubtful open scarce undecided uncertain examine examines examined investigate investigates probe probes
        vote votes voting decide decides decision debate debates unexplained mystery speculation rumour rumours allegedly
        lack lacks lacking absent little few weigh weighs weighed weighing consider considers considering mull mulls mulled mulling
        ponder ponders pondered pondering assess assesses assessed assessing
        """),
    unshown=rf"""\b{_NOT}\b[^,;.]{{0,60}}?\b(?:{_SHOWN})
        |n[’']t\s[^,;.]{{0,40}}?\b(?:{_SHOWN})
        |\b(?:find out|look(?:s|ed|ing)? into|waiting for|await\w*|remains to be|hopes? to (?:learn|find|see))\b
        |\b(?:ballot|referendum|poll)s? on\b
        |\b(?:evidence|proof|answer|confirmation|explanation)\b[^;.]{{0,80}}\b(?:missing|outstanding|owed)\b""",
    question_words=words("why who whom whose what which when where how"),
    denying=r"""\b(?:den(?:y|ies|ied|ying)(?= (?:having|that|any|\w+ing))|(?:refus(?:e|es|ed|ing)
        |declin(?:e|es|ed|ing)|fail(?:s|ed|ing|ure)?
        |neglect(?:s|ed)?|omit(?:s|ted)?|unable|unlikely) to|(?:gave|give|given|gives) up(?= (?:the )?\w+ing\b)
        |stop(?:s|ped)? (?:short of )?(?=\w+ing\b)
        |refrain(?:s|ed)? from|(?P<lacking>lack(?:s|ed|ing)?|without|short of)\b)""",
    denying_words=words("""
        deny denies denied denying refuse refuses refused refusing refusal decline declines declined declining fail fails failed failing
        failure neglect neglects neglected omit omits omitted unable unlikely gave give given gives stop stops stopped refrain refrains
        refrained lack lacks lacked lacking without short
        """),
    nots=words("not never no t nobody none neither"),
    causes=r"\b(?:because|due to|caus(?:e|es|ed|ing)|led to|leads? to|leading to|as a result of|thanks to|owing to|resulted in|prevents?"
    r"|prevented|triggered|sparked|prompted)\b",
    cause_words=words("""
        because due cause causes caused causing led lead leads leading result resulted thanks owing prevent prevents prevented triggered
        sparked prompted
        """),
    caused=words("""
        because as due cause causes caused causing led lead leads leading result results resulted thanks owing
        since so by from over made make forcing force forces
        makes forced why reason reasons blame blamed blames trigger triggered spark sparked prompted drove driven brought effect therefore
        attributed consequence prevent prevents prevented through amid follows thus help helps helped stops stopped
        """),
    follows=words("after following when during later then"),
    by=frozenset(["by"]),
    being=words("was were is are been be being"),
    sayers=(
        rf"\baccording to (?P<who>(?:{_NOUN}[’']?s?\s?){{1,5}})",
        rf"(?:^|[,.;:”\"]\s|\bthat\s|\b(?:and|but)\s|—\s?)(?:[Tt]he\s|[Aa]n?\s|[Ii]ts\s|[Hh]er\s|[Hh]is\s)?{_WHO}\s(?:has\s"
        rf"|have\s|had\s|also\s)?(?:{_SAYS})\b(?!\sof\b){_NOT_SOMEWHERE}",
        rf"[,”\"’]\s(?:{_SAYS})\s{_NO_TAIL}(?P<who>(?:{_NO_WHO}{_NOUN}[’']?s?\s?){{1,5}}?){_WHO_ENDS}",
    ),
    sayer_words=frozenset((*_SAYS.split("|"), "according")),
    people=tuple(frozenset(line.split()) for line in _PEOPLE.strip().splitlines()),
    anybody=frozenset(_ANYBODY.split()),
    telling=words(f"{_THINKS.replace('|', ' ')} opinion view eyes words judgement count account estimate reckoning calls called put puts"),
    opinions=(
        rf"^For (?:the\s|both\s|its\s)?(?P<who>(?:{_NOUN}[’']?s?\s?){{1,5}}?)(?:,\s|\s)"
        r"(?=(?:the|it|this|that|there|a|an|his|her|its|their)\b)",
        rf"\bin the (?:opinion|view|eyes|words|judge?ment) of (?:the\s|both\s|its\s)?(?P<who>(?:{_NOUN}\s?){{1,4}})",
        rf"^(?:The\s|An?\s)?{_WHO},\s[^,]{{3,40}},\s(?:has\s|had\s)?(?:{_SAYS}|{_THINKS})\b",
        rf"^(?:The\s|An?\s|Both\s|Its\s|Local\s)?{_WHO}(?:\s(?:at|of|for|from|in)\s(?:the\s)?[^,;.]{{2,30}}?)?"
        rf"\s(?:also\s|now\s)?(?:{_THINKS})\b",
    ),
    agreeing=words("""
        agree agrees agreed confirm confirms confirmed too also likewise echoed echoes supports supported back backed shares share so same
        """),
    against=words("""
        disputes disputed dispute rejects rejected reject rejecting denies denied deny denying contradicts contradicted contradict disagree
        disagreed disagrees doubt doubts doubted sceptical criticised criticises criticize criticized contrary against rebuts
        rebutted opposes
        opposed
        """),
    particles=words("down out up"),
    periods=tuple((name, rf"\b(?:{pattern})\b{_PERIODS_END}") for name, pattern in _PERIODS.items()),
    period_words=words("""
        second minute hour hourly day daily night nightly week weekly month monthly quarter quarterly year
        yearly annual annually annum decade
        """),
    peoples={
        "french": "france", "dutch": "netherlands", "british": "britain", "american": "america", "americans": "america", "spanish": "spain",
        "swiss": "switzerland", "welsh": "wales", "greek": "greece", "danish": "denmark", "polish": "poland", "turkish": "turkey",
        "irish": "ireland", "thai": "thailand", "czech": "czechia", "filipino": "philippines", "cypriot": "cyprus", "finnish": "finland",
        "swedish": "sweden", "scottish": "scotland", "english": "england", "chinese": "china", "iraqi": "iraq", "iraqis": "iraq",
    },
)  # fmt: skip
