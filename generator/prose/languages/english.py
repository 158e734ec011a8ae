"""English, as news is written in it."""

from __future__ import annotations

from generator.prose.languages.english_shifts import ENGLISH_SHIFTS
from generator.prose.languages.english_verbs import FINITE, SAID
from generator.prose.languages.language import Language, listed

ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

_TELLING = "the and of to is that was for with are this from have not which their were been would there its"
_FUNCTION_WORDS = """
    a about after also an and are as at be been before being but by could does for from had has have he her his i if in into is it its
    may more most much not of on only or other our over said says she so some such than that the their them then there these they this
    those to until us was we were what when which while who will with would you
"""
# What is said of what people say, the people left out.
_HELD = (
    "said|believed|thought|reported|alleged|understood|rumou?red|claimed|suspected|assumed|presumed|feared|supposed|estimated|considered"
)
OPINION = f"(?:{_HELD})"
BELIEF = "(?:believed|thought|suspected|feared|assumed|presumed|rumoured|rumored|alleged)"
_MAY = r"(?-i:may|might|May(?=\sbe|\shave)|Might)"  # not the month
_NO_MAY = r"(?<!the\s)(?<!military\s)(?<!economic\s)(?<!\ball\stheir\s)"  # nor the mighty
_CLAIMED = r"(?:claims|claimed)\b(?! (?:the )?(?:lives?|responsibility|victory|(?:more|fewer|at|up|over)\b|\d))"
_DENYING = listed("den(?:y|ies|ied|ying)")
_SIGNS = "(?:signs|indications|reports|claims|rumou?rs|allegations|suggestions|evidence|speculation)"
_HEDGES = listed(
    rf"""
    (?:(?:is|are|was|were|be|been|being) (?:widely |still |also )?)?{OPINION} to (?:have|be),
    (?:is|are|was|were|be|been) (?:widely |still |also |now )?(?:{OPINION}|expected|likely|unlikely) to,
    it (?:is|was|has been|had been) (?:widely |also )?(?:{OPINION}|possible(?! to\b)|likely|probable|conceivable)(?: that)?,
    reportedly, allegedly, apparently, supposedly, purportedly, presumably, possibly, perhaps, probably, seemingly, potentially, maybe,
    evidently, ostensibly, conceivably, arguably,
    said to (?=have|be),
    {_NO_MAY}{_MAY}(?! not (?:be )?(?:confirm|verif|reach)), could(?! not),
    according to\b(?! (?:plans?|schedule|(?:the )?law|custom|tradition|size|age)\b),
    there (?:are|were|is|was|have been|has been) (?:\w+ )?{_SIGNS} (?:that|of),
    (?:reports|estimates|signs|figures|images|sources|witnesses|documents) (?:suggest|indicate|suggested|indicated),
    (?:appears?|appeared|seems?|seemed) (?:to|that|as if|likely|unlikely), it (?:appears|seems),
    alleges?, alleged, rumou?red, unconfirmed, unverified, disputed, so-called, suspected of, suspects? that,
    claim(?:s|ed|ing)? (?:that|to),
    {_CLAIMED}(?= (?:\w+ ){{1,4}}?(?:is|are|was|were|has|have|had|will|would|did)\b),
    (?:most|more|less|highly|very) (?:un)?likely
    """
)
_NEGATIONS = listed(
    """
    not, no, never, none, nobody, no one, nothing, nowhere, neither, nor, cannot, without, refus(?:e[sd]?|ing),
    den(?:y|ies|ied|ying), (?:fail(?:s|ed)?|declin(?:e[sd]?|ing)) to, (?:has|have|had) yet to, rul(?:e[sd]?|ing) out
    """
)
_NO_DENIALS = listed(
    r"""
    not (?:only|just|merely|simply|solely|least|alone|to mention|more than|less than|fewer than),
    (?:not|never|no|\w+n[’']t) (?:\w+ ){1,6}until,
    (?:not|never|n[’']t|cannot|refus(?:e[sd]?|ing) to|declin(?:e[sd]?|ing) to) rul(?:e[sd]?|ing) out,
    (?:some|many|most)(?: \w+)? but not all, no (?:fewer|less|more|later|sooner) than,
    (?:no|not) (?:long|short|high|low|larg|small|bigg|heavi|old|young|wid|deep)e?r (?:\w+ ){0,4}than,
    nothing (?:but|less than|short of), no (?:doubt|wonder|matter|question|mistake|confidence),
    not (?:to )?exceed(?= (?:[$€£¥]|\d)),
    without (?:a )?doubt, or not, never(?:theless|-ending), no\.? ?\d\w*, no-(?!one\b)\w+
    """
)
_CONTRARIES = listed(
    r"""
    dismiss, reject, declin, disput, contradict, refut, debunk, false, untrue, fake, groundless, baseless, unfounded, lack, absen,
    silen, unable, impossib, avoid, refrain, stop, halt, end(?:ed|s)\b, ceas, abandon, drop, withdr, prevent, block, hardly,
    barely, scarcely, free (?:of|from)\b,
    (?:travel|enter|attend|ride|park|visit|study|go|get in|for)(?:s|ed|ing)? free\b,
    bar(?:s|red|ring)\b, prohibit, forb[ai]d, ban(?:s|ned|ning)?\b, outlaw, los(?:t|es?|ing)\b,
    other than, \w{3,}[- ]?less\b, \w{3,}-free\b, dis(?:organi|connect|appear|agree|approv|allow|continu|credit), abolish, out of,
    too \w+ to\b, invari, shortage, miss(?:ed|es)\b, skip, spare, escape, unless, except, yet to\b, stay(?:ed|s)?
    (?:at|away|out), (?:the|its|their|[’']s) \w{3,}est\b, few\b, little\b, only\b, un(?!i|d|t|l)\w{4},
    in(?:complete|conclusive|sufficient|valid|capable|active), clos,
    shut, zero\b, empty, missing, remain, equal, same\b, alike, open\b, pending, wait(?:s|ing|ed)?\b, exceed,
    cap(?:s|ped)?\b, limit, owe[sd]?\b,
    requir, need(?:s|ed)?\b, must\b, depend, oppos, against, instead, rather than, differ, spurn,
    turn(?:s|ed|ing)? down, ignor, neglect, vacan,
    non-\w, mal\w{5}, (?:in|im|ir|il)\w{3,}[ai]bl[ey], an end\b, until\b, struggl,
    (?:every|all|any|no) (?:\w+ )?but\b, in vain, futile, want of, call(?:s|ed|ing)? off,
    (?:keep|kept|stay|steer)(?:s|ed|ing)? (?:off|away|out|clear)\b, (?:is|are|was|were|been?) off\b,
    gone\b, g[ai]ve[ns]? up, clear(?:s|ed)? of, acquit, lift(?:s|ed|ing)?\b,
    secret, still\b, even if\b, dry\b, fruitless,
    (?:hop|tri|want|plann|intend|attempt|suppos)ed to [^.]*\bbut\b,
    wrong, incorrect, mistaken, scrap, cancel, undo, condition, short of, before\b,
    boycott, taboo, off[- ]limits, exempt, fail, left off\b, left out\b, broke(?:n)? (?:off|down)\b, break(?:s|ing)? (?:off|down)\b,
    unsuccess, shun, snub, abst[ae]i?n, omit, omission, forg[oe], forwent, overlook, unaware, in the way\b, intact,
    cut(?:s|ting)? (?:off|short)\b, were cut\b, sever(?:ed|s)\b,
    (?:wip|di)ed out\b, extinct, eradicat, eliminat, exterminat, (?:to|will|would) end\b, (?:is|are|was|were) free\b,
    (?:left|leave[sd]?) [^.;]*\bas (?:it|they) (?:was|were|is|are)\b, unchanged, outstrip, outpac, lag(?:s|ged)?\b,
    abroad\b, foreign, (?:almost|nearly|virtually) (?:all|every)\b, too [a-z]+\b,
    through (?:a|the) red\b, r[au]n (?:a|the) red\b, by surprise\b,
    quit(?:s|ting)?\b,
    resign, retire, former, used to\b, postpon, put off\b, withh[eo]ld, suspen, thwart, foil, stall, evad, elud, conceal,
    hid(?:e|es|den)?\b,
    strike, struck, turn(?:s|ed|ing)? away,
    defie, defy, idle\b, under wraps, r[au]n(?:ning)? out\b, deadlock, stalemate, nil\b, overdue, too late\b, walk(?:s|ed)? (?:out|away|off)
    """
)
_MORE = r"(?:more|less|fewer|worse|better|further|[a-z]{2,}(?<!oth)(?<!ev)(?<!nev)(?<!aft)(?<!und)(?<!ov)er)"
_NONE = r"(?:no|none|no one|nobody|nothing|nowhere|never|not|\w+n[’']t)"
_TOPS = listed(
    rf"""
    \w{{3,}}(?<!lat)(?<!for)(?<!int)(?<!prot)(?<!requ)(?<!arr)(?<!cont)(?<!inter)est(?!\w), most, least, best, worst, first, last, only,
    records?, record-\w+, unprecedented, unmatched, unrivalled, unique, peak(?:s|ed)?, top(?:s|ped)?, leading, champions?,
    {_MORE} (?:\w+ ){{0,8}}than (?:(?:that|those|one|anything) \w+ )?(?:any|ever|every|all|each)
    """
)
_UNTOPPED = listed(
    rf"""
    {_NONE}\b[^.;:!?]{{0,80}}?\b{_MORE}\b[^.;:!?]{{0,60}}?\bthan, no (?!longer|further|other|later){_MORE} [a-z]+,
    {_NONE}\b[^.;:!?]{{0,80}}?\b(?:been|was|were|is|are) {_MORE},
    {_NONE}\b[^.;:!?]{{0,60}}?\b(?:as (?:many|much|few|little|\w+ as)|so [a-z]+|such an?|th(?:is|at) (?:many|much|high|low)),
    no(?:body|thing|where| one)? (?:other|else), not (?:\w+ ){{0,2}}(?:other|else),
    never (?:\w+ ){{0,3}}(?:before|since), {_NONE}\b[^.;:!?]{{0,60}}?\b(?:since|in (?:\w+ ){{1,3}}years)
    """
)
_VIEWS = """
    think thinks thought believe believes believed guess suppose supposes imagine imagines suspect suspects suspected hope hopes hoped
    wish wishes fear fears feared expect expects expected assume assumes assumed doubt doubts doubted reckon presume
"""
_DOUBTS = listed(
    rf"""
    (?:{"|".join(_VIEWS.split())}) (?:that|dass|qu[e’']),
    (?:I|we|he|she|they|you|who) (?:\w+ )?(?:{"|".join(_VIEWS.split())})\b(?! so\b), not (?:sure|certain|convinced|clear), doubtful, likely,
    almost, in (?:my|our|his|her|their) (?:view|opinion), as far as (?:I|we|he|she|they) (?:know|knew), it (?:may|might|could) be,
    to (?:the best of )?(?:my|our) knowledge, whether, (?:ask|wonder)(?:s|ed|ing)? (?:\w+ )?if, (?:chance|possibility|risk|danger|hope) that
    """
)
# Who finds something out, and gives no opinion.
_RESEARCH = (
    r"(?:stud(?:y|ies)|trials?|surveys?|polls?|tests?|reports?|reviews?|inquir(?:y|ies)|inquests?|audit(?:ors?|s)?|research(?:ers)?|analys[ei]s|"
    r"analysts|data|figures|scientists|investigat(?:ions?|ors)|experts|authors|courts?|judges?|jury|tribunal|panel|committee|commission|agency|"
    r"police|prosecutors)"
)
_FOUND = r"(?:f(?:i|ou)nds?|show(?:s|ed|n)?|suggest(?:s|ed)?|indicate[sd]?|conclude[sd]?|point(?:s|ed)? to|ruled?)"
_OFFICES = """
    adm admiral ambassador bishop capt captain cardinal cdr chancellor chief cllr cmdr col colonel commander constable councillor cpl
    dc dci det detective di ds emperor empress fr gen general gov governor hon imam insp inspector judge justice king lieutenant lt
    maj major mayor minister officer pc pope president prince princess professor pte queen rabbi rep rev revd reverend rt secretary
    sen senator sergeant sgt sheikh sultan supt vice wpc
"""
_DAYS = {
    "the day before yesterday": -2, "yesterday": -1, "last night": -1, "today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0,
    "this evening": 0, "tomorrow": 1, "the day after tomorrow": 2,
}  # fmt: skip

ENGLISH = Language(
    "en",
    telling=frozenset(_TELLING.split()),
    function_words=frozenset(_FUNCTION_WORDS.split()),
    before_names=listed("ms, mr, mrs, messrs, dr, prof, st, gen, col, lt, capt, sgt, maj, adm, sen, rep, gov, rev, hon, insp, supt, cllr"),
    before_numbers=listed("no, nos, art, fig, vol, ch, p, pp, approx, ca"),
    before_days=listed(r"[ap]\.m"),
    leaning=listed(
        """
        He, She, It, They, That, This, These, Those, His, Her, Their, Its, Both, Such, There, Here, But, And, So, However, Also,
        Instead, Meanwhile
        """
    ),
    said=SAID,
    asked=listed("asked, asks"),
    unsaid=(
        r"(?:not|n[’']t|never)\s(?:yet\s|ever\s)?(?:sa(?:y|id|ying)|claim(?:ed)?|t(?:ell|old))",
        r"(?:refus|declin)(?:e|es|ed|ing)\sto\ssay",
        *_DENYING,
    ),
    denying=_DENYING,
    speaks=FINITE,
    sourced=listed("according to, in the words of"),
    leads=listed(
        """
        in, on, at, for, to, with, within, without, after, before, when, while, as, if, who, whom, whose, which, where, from, by, during,
        despite, under, over, through, since, until, about, among, because, although, though, like, (?-i:[a-z]+ing),
        (?-i:born|written|seen|known|taken|given|built|made|held|found|left|sent|shown), speaking, writing, addressing, referring,
        responding,
        standing, sitting, looking, appearing, commenting, (?-i:[a-z]+ed), asked, pressed, told, questioned, once, now, then, so, not,
        yesterday, today,
        privately, meanwhile, however, later, instead, also, still, there, here, (?-i:[a-z]+ly)
        """
    ),
    clauses=listed(
        """
        saying, adding, claiming, arguing, insisting, warning, noting, that, which, whom, where,
        while, when, because, after, before, although, though, if, whether, as
        """
    ),
    objects=listed("of, about, to, with, by, for, against, from, on, under, told, asked, quoted"),
    agents=("by",),
    passives=listed("is, are, was, were, be, been, being"),
    papers=listed(
        r"""
        (?:e-?mail|letter|note|message|memo|diary|statement|post|tweet|testimony|postcard)s? (?:\w+ )?(?:by|from|of|that|which)
        """
    ),
    works=listed(
        """
        books?, novels?, films?, movies?, songs?, albums?, plays?, magazines?, journals?, essays?, memoirs?, poems?, documentary,
        exhibition, series, musical, opera, painting, painted, entitled, titled, episode, podcast, programme, show
        """
    ),
    indefinite=listed("an?, one, another, several, some, many, most, few, two, three, four, five, both, other, others, all, no"),
    held=listed(
        rf"""
        report(?:s|ed)?, estimat(?:e|es|ed), believe[sd]?, thinks?, thought, announced?, announces, tells, calls, called, suspects?,
        suspected, suspicion, likely, puts? (?:\w+ ){{1,9}}at, reckons?, reckoned, expects?, expected, fears?, feared,
        predict(?:s|ed)?, forecasts?, consider(?:s|ed)?, assum(?:e|es|ed), describ(?:e|es|ed), conced(?:e|es|ed), testif(?:y|ies|ied),
        alleg(?:e|es|ed),
        {_RESEARCH} (?:\w+ )?{_FOUND},
        accus(?:e|es|ed), blam(?:e|es|ed), count(?:s|ed)?(?! (?:among|as)\b),
        (?:in|by) (?:the|his|her|its|their|\w+[’']s?) (?:\w+ ){{0,3}}(?:view|opinion|estimate|account|words)
        """
    ),
    articles=listed("the, a, an, one, another, its, his, her, their"),
    pronouns=listed("he, she, they"),
    adverbs=listed("also, then, later, only, simply, had, has"),
    hedges=_HEDGES,
    possible=listed(
        r"""
        possibly, perhaps, probably, presumably, potentially, conceivably, seemingly,
        (?:is|are|was|were) (?:\w+ly |very |most |more |still |also |now |quite )?likely to,
        it (?:is|was) (?:\w+ly |very |most |quite )?(?:possible|likely|probable|conceivable) that,
        (?:appears?|appeared|seems?|seemed) (?:to|that|as if), it (?:appears|seems)
        """
    ),
    modals=(rf"{_NO_MAY}{_MAY}(?!\snot\b)", r"could(?!\snot\b)"),
    alleged=listed(
        rf"""
        allegedly, apparently, supposedly, purportedly, (?:is|are|was|were) (?:widely |still |also |now )?{BELIEF} to(?! be\b[^.]*\bby\b),
        it (?:is|was|has been) (?:widely |also )?{OPINION} that, alleged, suspected of, suspects? that,
        (?:is|are|was|were|stands?) accused of, alleges? that, claims? to be,
        (?:fears?|feared|believes?|believed) that, feared (?=dead|drowned|lost|trapped)
        """
    ),
    unsure=listed(
        r"""
        possib, probab, potential, likel, presum, suppos, suspect, alleg, apparent, seem, appear, look(?:s|ed)? (?:like|as),
        accus, charged with, due to [a-z], indict, would, almost certain, th(?:ink|ought), belie[fv],
        (?:seen|regarded|viewed|held) (?:as|to), uncertain, unsure, unclear,
        risk, chance, prospect, afraid\b, fear(?:s|ed|ing)?\b, worr(?:y|ies|ied)\b, point(?:s|ed)? to, suggest, indicat, hint, should\b
        """
    ),
    negations=_NEGATIONS,
    no_denials=_NO_DENIALS,
    contraries=_CONTRARIES,
    tops=_TOPS,
    untopped=_UNTOPPED,
    likelihoods=listed(
        """
        (?:very |highly |most |un)?likely, likelihood, (?:im)?probabl[ey], almost (?:certain(?:ly)?|no chance), nearly certain,
        (?:remote|even) chance, roughly even odds
        """
    ),
    confidences=listed("(?:high|low|moderate|medium|little|great) (?:degree of )?confidence, confident(?:ly)?, with confidence"),
    own_view=listed("analysis, background"),
    takes_back=listed(
        r"""
        but, unless, except(?:ing)?(?! to\b), (?:even |only )?if, only, although, (?:even )?though, however, provided that,
        providing that, as long as, so long as, whereas, yet(?= \w), apart from, other than, on condition, subject to
        """
    ),
    denies=listed("hardly, barely, scarcely, seldom, rarely, neither, unable to, unlikely to, far from, stop(?:s|ped)? short of, ain[’']t"),
    disowns=listed(
        r"""
        (?:wrong|false|mistaken|erroneous)ly, (?:dismiss|reject|disput|refut|debunk|contradict|rebut)\w*(?: \S+){0,5}? (?:that|of),
        (?:false|untrue|wrong|lie|lies|lying|myth|hoax|nonsense|absurd|ridiculous|mistake)(?: \S+){0,3}? (?:that|to), pretend\w*
        (?:that|to), want(?:s|ed)? (?:me|us|you|him|her|them|people) to (?:say|think|believe),
        want(?:s|ed)? to hear from (?:me|us|him|her|them)
        """
    ),
    conditions=listed(
        r"""
        if, unless, provided(?: that)?, providing(?: that)?, on (?:the )?condition that, as long as, so long as, in case, in the event,
        assuming(?: that)?, supposing(?: that)?, only when, (?-i:Should|Were|Had)
        (?:the|we|they|he|she|it|you|I|this|that|a|an|\w+ing)
        """
    ),
    no_conditions=listed(
        r"""
        as if, even if, what if, if only, if not, if anything, if any, if ever, if you will, if I may, no ifs,
        (?:ask|know|knew|see|wonder|sure|tell|told|decid|question|check|matter|find out|clear|doubt|say|said)\w*(?: \w+)? if
        """
    ),
    doubts=_DOUBTS,
    alike=listed("fast, falls, non, sans"),
    joins=listed("and, but, or, so, yet, because, while, whereas, although, though, since, as, which, who"),
    subjects=listed(
        """
        I, you, he, she, it, we, they, the, a, an, this, these, those, there, my, our, your, his, her, its, their, one, some, all,
        every,
        each, many, most, everyone, everybody, people, what
        """
    ),
    sways=listed(
        r"""
        not, no, never, none, nobody, nothing, neither, nor, without, only, just, all, every, always, most, many, few, some, any, even,
        very,
        more, less, fewer, almost, hardly, may, might, could, maybe, perhaps, if, unless, un, in, im, il, ir, non, dis, n[’']t, gladly,
        \w{3,}ly
        """
    ),
    stand_ins=listed(
        """
        I, me, my, mine, myself, you, your, yours, he, him, his, himself, she, her, hers, herself, it, its, itself, we, us, our, ours,
        ourselves, they, them, their, theirs, themselves, this, that, these, those, there, here, one, ones, who, whom, which, a, an,
        the,
        am, is, are, was, were, be, been, being, have, has, had, having, do, does, did, will, would, shall, should, can, could, may,
        might,
        must, get, gets, got, and, or, so, then, now, today, yesterday, tomorrow, to, of
        """
    ),
    shifting=ENGLISH_SHIFTS,
    courtesies=frozenset(["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "dame", "lord", "lady"]),
    offices=frozenset(_OFFICES.split()),
    months=listed(
        """
        january/jan, february/feb, march/mar, april/apr, may, june/jun, july/jul, august/aug, september/sep/sept, october/oct,
        november/nov, december/dec
        """
    ),
    weekdays=listed("Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday"),
    short_weekdays=listed("Mon, Tue, Tues, Wed, Thu, Thurs, Fri, Sat, Sun"),
    days=_DAYS,
    shifts={"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1},
    seasons={"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12},
    counts={word: number for number, word in enumerate(ONES)}
    | {word: 10 * number for number, word in enumerate(TENS[:5], 2)}
    | {"a": 1, "an": 1},
)
