"""The English words that exclude each other, and those that say more than others."""

from __future__ import annotations

from generator.prose.languages.shifting import sides, words

CONTRARIES = sides(
    """
    preliminary provisional provisionally tentative tentatively interim principle | final definitive definitively;
    rose risen rise rises rising raised increase increases increased increasing grew grown grows growing grow climbed climbs climb
        climbing gained gains jumped jumps soared soars surged surges swelled doubled tripled ~up ~more ~higher ~dearer
        ~costlier ~better ~boosted ~added ~rebounded ~recovered ~expanded ~extended | fell fallen fall falls falling
        decrease decreases decreased decreasing decline
        declines declined declining dropped drops drop sank sunk sinks shrank shrunk shrinks shrinking shrink sink plunge plunged plummeted
        tumbled tumbles dwindled slumped slump slumps slid slides slipped slips dipped dips eased eases shortened shortens slowed
        slows cooled reduced lost loses halved dropping sinking sliding ~down ~lower ~fewer ~less ~cheaper ~cut ~cuts ~worse ~weaker;
    approve approves approved accept accepts accepted endorse endorses endorsed adopt adopts adopted ratified backed backs
        supported passed ~agreed ~approval ~yes ~favour ~supporter ~supporters | reject rejects rejected refuse refuses refused veto
        vetoed oppose opposes opposed
        blocked spurned spurns rebuffed turned_down turn_down turns_down voted_down ~against ~no ~opponent ~opponents;
    support supports supported favour favours favoured favor favors favored back backs backed welcomes welcomed defends
        defended backing ~for ~behind ~supporter ~supporters
        | oppose opposes opposed rejects rejected condemns condemned fights ~against ~criticised ~opponent ~opponents;
    supporters supporter backers advocates proponents | opponents opponent critics detractors;
    won win wins winning victory triumph | lost lose loses losing defeat;
    upheld uphold upholds confirmed confirms confirm affirmed
        | threw_out thrown_out throws_out overturned overturn overturns quashed annulled reversed
        revoked lifted lifts struck_down;
    hired hire hires hiring recruited recruits appointed | fired sacked dismissed ~laid;
    advanced advance advances advancing | retreated retreat retreats retreating withdrew withdrawn withdraws;
    allow allows allowed permit permits permitted legalise legalised legalized legalises legalizes lets authorised authorized
        | ban bans banned prohibit prohibits prohibited forbid forbids forbade forbidden outlaw outlaws outlawed bars barred;
    improve improves improved improving thaw thawed thaws warmed | worsen worsens worsened worsening deteriorate
    deteriorates deteriorated soured cooled frayed ~worse;
    tighten tightens tightened tightening stricter tougher | looser laxer loosen loosens loosened loosening relax relaxed relaxes ease
        eased eases easing weakened;
    strengthen strengthens strengthened strengthening | weaken weakens weakened weakening undermined;
    began begin begins begun started start starts starting launched resumed | ended end ends ending stopped stops finished
        concluded suspended;
    open opens opened opening reopened reopens reopen | closed close closes closing shut shuts closure;
    enter enters entered joined join joins arrived arrives reached reaches | left leave leaves leaving exited departed departs quit;
    import imports imported importing | export exports exported exporting;
    admit admits admitted acknowledged acknowledges conceded confirmed confirms | deny denies denied denying denial;
    guilty convicted | innocent acquitted cleared;
    legal lawful legally lawfully constitutional | illegal unlawful illegally unlawfully unconstitutional;
    north northern northwest northeast northwards | south southern southwest southeast southwards;
    east eastern eastwards | west western westwards;
    inside indoors | outside outdoors;
    alive survived survives survivors unhurt unharmed | dead died killed dies;
    safe safely harmless | dangerous unsafe harmful risky;
    succeeded succeed succeeds success successful | failed fail fails failure unsuccessful;
    expand expands expanded expanding expansion widened enlarged extended | shrink shrinks shrank shrunk contracted narrowed
        reduced shortened;
    accelerate accelerated accelerates accelerating quickened faster | slowed slow slows slowing slower decelerated eased;
    profit profits profitable surplus | loss losses deficit lossmaking;
    majority | minority;
    maximum | minimum;
    praise praised praises praising hailed lauded applauded | criticise criticised criticises criticize criticized criticizes
        condemned slammed denounced;
    agree agrees agreed consensus | disagree disagrees disagreed dispute;
    present | absent;
    optimistic hopeful | pessimistic;
    positive | negative;
    encourage encouraged encourages urged recommends recommended | discourage discouraged discourages ~against ~warned
        ~advised;
    include includes included including | exclude excludes excluded excluding;
    add added adds adding | remove removed removes removing deleted;
    public publicly | secret secretly private privately confidential;
    voluntary voluntarily optional | compulsory mandatory obligatory forced;
    temporary temporarily | permanent permanently;
    domestic | foreign;
    peaceful peacefully | violent violently;
    first | final ~last;
    morning | evening afternoon;
    male men boys man boy | female women girls woman girl;
    husband | wife;
    son sons brother brothers father | daughter daughters sister sisters mother;
    heaviest largest biggest highest tallest longest oldest fastest richest strongest | lightest smallest lowest shortest youngest
        slowest poorest weakest;
    extend extended extends prolonged | shorten shortened cut curtailed;
    build builds built constructed | demolish demolished dismantled;
    protect protects protected protecting | endanger endangers endangered threatens;
    employed employs | unemployed jobless;
    ally allies allied | enemy enemies rival rivals;
    released release releases freed frees | arrested detained jailed imprisoned;
    pro | anti;
    scrap scraps scrapped scrapping axed abolish abolishes abolished ~ended ~dropped
        | introduce introduces introduced imposed impose imposes;
    obey obeys obeyed complied heeded | ignore ignores ignored defied disobeyed flouted;
    met meet meets | avoided avoids shunned;
    tabled submitted | withdrew withdrawn withdraws;
    cleanest quietest calmest driest safest | dirtiest loudest busiest wettest riskiest;
    midnight | noon midday;
    sober | drunk;
    asleep | awake;
    filled filling replenished | emptied emptying drained;
    promoted promotion | relegated relegates demoted relegation;
    lengthen lengthens lengthened | shorten shortens shortened;
    merge merges merged merger | split splits demerger separate separated;
    married marries marry | divorced divorces divorce;
    reveal reveals revealed disclosed discloses disclose | concealed conceals conceal hid hides hidden;
    remembered remembers remember | forgot forgotten forgets;
    heated heats warmed | cooled cools chilled;
    ignited ignites | extinguished extinguishes;
    occupied occupies | vacated liberated vacates;
    attracts attracted attract | repelled deters deterred deter;
    repaid repays repay | defaulted defaults default;
    passed passes | failed fails flunked;
    victim victims | perpetrator perpetrators attacker attackers culprit culprits;
    upstream | downstream;
    upstairs | downstairs;
    inland | offshore;
    uphill | downhill;
    clockwise | anticlockwise counterclockwise;
    shortage shortages scarcity | glut surplus oversupply;
    arrival arrivals | departure departures;
    entrance | exit;
    unanimous unanimously | divided narrowly;
    narrowly | comfortably easily overwhelmingly clearly;
    often frequently regularly | rarely seldom infrequently;
    everywhere | nowhere;
    together jointly | separately;
    deliberately intentionally deliberate intentional purpose | accidentally inadvertently unintentionally accidental;
    quickly swiftly rapidly | slowly gradually;
    correctly rightly | wrongly incorrectly mistakenly;
    happy pleased satisfied delighted | unhappy disappointed dissatisfied dismayed displeased;
    acceptable | unacceptable;
    trust trusts trusted | distrust distrusts distrusted mistrust mistrusts;
    appeared appears | disappeared disappears vanished vanishes;
    recovered recovers recovering | relapsed;
    plentiful abundant | scarce;
    transparent | opaque;
    literate | illiterate;
    kept keeps retained retains | scrapped scraps abandoned abandons discarded;
    free freely | charged fee;
    restored restores reinstated reinstates | removed removes abolished abolishes stripped;
    unite unites united | divide divides;
    obtained secured | missed lost;
    amateur amateurs | professional professionals;
    civilian civilians | soldier soldiers;
    ceasefire truce | offensive;
    tightened tightens tougher stricter | relaxed relaxes generous lenient laxer eased eases;
    accepted accept accepts | said_no declined;
    withdrew withdrawn withdraws withdrawals outflow outflows flowed_out | deposited deposits inflow inflows flowed_in poured_in invested;
    hired hire hires recruited recruits created | laid_off redundant redundancies dismissed sacked fired shed;
    prosecution prosecutor prosecutors | defence defense;
    plaintiff plaintiffs claimant claimants | defendant defendants;
    shy timid | bold confident outgoing;
    calm calmed | nervous agitated panicked;
    cautious cautiously careful | reckless recklessly careless;
    honest | dishonest;
    polite | rude;
    crowded packed full sold_out | empty deserted;
    vacant unoccupied | occupied inhabited;
    froze frozen freezes | thawed thaws melted melts unfroze;
    ascent ascended climbed_up | descent descended;
    sunny cloudless | cloudy overcast;
    drought | flood floods flooding;
    mild | harsh severe;
    punished punishes fined penalised penalized | rewarded rewards;
    saved saves rescued spared | wasted squandered destroyed;
    visible | invisible hidden;
    natural | artificial synthetic;
    upright | collapsed;
    locked | unlocked;
    loved loves adored | hated hates loathed;
    raised hoisted | lowered hauled_down;
    popular beloved | unpopular;
    willing willingly ready | unwilling reluctant reluctantly;
    able | unable;
    necessary needed | unnecessary superfluous;
    sufficient enough adequate | insufficient inadequate;
    complete completed finished | incomplete unfinished;
    fair fairly | unfair unfairly;
    healthy | ill sick;
    known famous | unknown obscure;
    likely probable | unlikely improbable;
    possible | impossible;
    reliable | unreliable;
    stable steady | unstable volatile;
    valid | invalid void;
    welcome welcomed welcomes | unwelcome resented;
    confirmed verified proved | disproved refuted debunked;
    moved_in | moved_out;
    attended attends turned_up came | missed skipped stayed_away absent;
    boycotted boycotts | attended joined took_part;
    repaired repairs mended fixed restored | broke damaged wrecked;
    forgave forgiven pardoned | condemned punished;
    delayed late postponed | punctual early sooner;
    nationalise nationalised nationalized | privatise privatised privatized;
    centralised | decentralised;
    subsidise subsidised subsidies | tax taxed taxes;
    extinct | surviving thriving;
    thrives thriving flourished flourishing | struggling withering declining dying;
    ceasefire truce peace | war fighting hostilities;
    sparse | dense;
    indoor | outdoor;
    sink sank sunk | surfaced floated refloated;
    landed landing lands | took_off takes_off takeoff;
    boarded | disembarked alighted;
    hottest warmest | coldest coolest;
    worst | best finest;
    cheapest | dearest costliest;
    nearest closest | farthest furthest;
    earliest | latest;
    welcomed welcomes hailed | deplored deplores lamented regretted regrets bemoaned;
    overdue | premature;
    generous | mean stingy;
    modest | lavish extravagant;
    brave courageous | cowardly timid;
    fresh | stale rotten;
    fertile | barren;
    strength strengths | weakness weaknesses;
    advantage advantages | disadvantage disadvantages drawback drawbacks;
    benefit benefits benefited | harm harms harmed suffered;
    innocence | guilt;
    ascended climbed | descended;
    unveiled | covered veiled;
    flexible | rigid;
    fluent | halting;
    gratitude grateful | ungrateful resentful;
    obedient | disobedient;
    lively | dull;
    sharp | blunt;
    tight | loose slack;
    sweet | bitter sour;
    raw uncooked | cooked;
    tidy neat | messy untidy;
    ripe | unripe;
    famine | plenty;
    blamed blames | absolved exonerated cleared;
    cut_short curtailed | prolonged extended;
    picked_up collected | dropped_off delivered;
    switched_on turned_on | switched_off turned_off;
    awarded granted | denied refused withheld;
    convinced certain | doubtful unconvinced;
    resigned quit stepped_down | stayed remains;
    retained kept | lost forfeited;
    tolerates tolerated | forbids;
    volunteered | conscripted;
    defended | attacked;
    restarted resumed | halted paused stopped;
    overestimated | underestimated;
    eased relieved | aggravated worsened intensified;
    hopes hope hopeful | fears fear despairs;
    gains | losses;
    debut | farewell;
    summer | winter;
    strongest | weakest;
    youngest | oldest eldest;
    shallowest | deepest;
    narrowest | widest broadest;
    easiest | hardest toughest;
    noisiest loudest | quietest;
    vote_for voted_for votes_for voting_for | vote_against voted_against votes_against voting_against;
    still | stopped no_longer ceased;
    driest | wettest;
    severe serious | mild;
    agreed willing | refused declined;
    detained jailed | bailed released freed;
    approved | rejected;
    undecided open | settled decided;
    denies denied | admits admitted;
    scathing panned panning pans critical savaged slated derided | praise praised praises lauded lauds glowing admiring full_of_praise;
    contradicted contradicts disputed disputes challenged rebutted | backed backs corroborated corroborates supported supports confirmed;
    relief relieved joy delight | anger angry fury outrage dismay despair;
    defended defends stood_up | attacked attacks assailed denounced;
    constructive fruitful productive | fruitless unproductive futile;
    thrown_out threw_out dismissed dismisses | upheld upholds granted;
    contaminated polluted tainted | uncontaminated unpolluted clean;
    widened widens grew | narrowed narrows shrank;
    rare rarer rarely | common commoner frequent widespread;
    proven proved established | disproved unproven refuted;
    calm calmed | unrest turmoil riots;
    elected reelected re-elected | defeated ousted;
    doubled tripled | halved;
    ratified signed | unsigned;
    strengthened firmed | weakened softened;
    speeded_up sped_up | slowed_down slowed;
    insured | uninsured;
    paid | unpaid;
    punctual punctually | late delayed;
    """
)
ATTRIBUTES = sides(
    """
    old ancient | new modern; young | old elderly; early | late; high tall | low; rich wealthy affluent | poor; upper top | lower bottom;
    inner | outer; rural | urban; cheap inexpensive | expensive costly dear; public | private; left | right; hot warm | cold cool;
    wet rainy |
    dry; strong powerful | weak; large big huge | small tiny little; long lengthy | short brief; heavy | light; male | female; easy
    simple |
    difficult hard complicated; clean | dirty polluted contaminated; full | empty; fast quick rapid | slow; good | bad poor; deep |
    shallow;
    wide broad | narrow; thick | thin; loud noisy | quiet silent; dark | bright; strict | lenient; mild | severe harsh; rare | common;
    healthy | sick ill; popular | unpopular; senior | junior; local | foreign national; direct | indirect;
    internal | external; active | inactive; full | partial; short-term | long-term; true correct | false wrong; smooth | rough; guilty |
    innocent; northern | southern; eastern | western; same | different; single | married; friendly | hostile; primary | secondary;
    """
)
RISING = words(
    """
    edged_up crept_up shot_up ticked_up climbing gaining jumping soaring swelling mounting mounted quickened accelerated widened added adds
    rose risen rise rises rising raise raises raised increase increases increased increasing grew grown grow grows growing climb
    climbs climbed
    gain gains gained jump jumps jumped soar soars soared surge surges surged swell swells swelled doubled tripled boost boosts boosted
    expand expands expanded lengthen lengthens lengthened strengthen strengthens strengthened rebounded picked_up went_up go_up
    goes_up gone_up
    going_up more higher dearer costlier longer larger bigger greater
    """
)
FALLING = words(
    """
    edged_down crept_down ticked_down trimmed slashed cut cuts cutting narrowed receded abated contracted slowed weakened thinned lighter
    fell fallen fall falls falling decrease decreases decreased decreasing decline declines declined declining drop drops dropped dropping
    sank sunk sink sinks shrank shrunk shrink shrinks shrinking plunge plunges plunged plummeted tumble tumbles tumbled dwindle dwindles
    dwindled slump slumps slumped slide slides slid slip slips slipped dip dips dipped ease eases eased shorten shortens shortened
    lower lowers
    lowered reduce reduces reduced reducing weaken weakens weakened halved wane wanes waned went_down go_down goes_down gone_down
    going_down
    came_down come_down comes_down less fewer cheaper shorter smaller
    """
)
MORE = words("more higher larger bigger greater dearer costlier pricier")
LESS = words("less fewer lower smaller cheaper")
LARGER = words("more higher larger bigger greater longer older taller heavier dearer costlier pricier hotter warmer deeper wider")
LESSER = words("less fewer lower smaller cheaper shorter younger lighter colder cooler shallower narrower")
QUICKER, SLOWER = words("faster quicker"), words("slower")
CONVERSES = sides(
    """
    before ~until ~prior | after ~following ~since ~once ~afterwards ~then;
    earlier | later;
    more | fewer less;
    better | worse;
    faster quicker | slower;
    bigger larger greater | smaller;
    higher taller | lower shorter;
    longer | shorter;
    older | younger newer;
    warmer hotter | colder cooler;
    richer wealthier | poorer;
    stronger | weaker;
    heavier | lighter;
    louder noisier | quieter;
    busier | calmer;
    easier | harder;
    safer | riskier;
    wetter | drier;
    cheaper | dearer costlier pricier;
    wider broader | narrower;
    deeper | shallower;
    closer nearer | farther further;
    above | below beneath;
    ahead | behind;
    milder gentler | harsher severer;
    thicker | thinner;
    happier | unhappier;
    brighter | darker;
    cleaner | dirtier;
    healthier | sicker;
    sharper steeper | gentler;
    lent lend lends | borrowed borrow borrows;
    bought buy buys buying purchased acquired | sold sell sells selling;
    """
)
STRONGER = (
    ("damage damages damaged damaging", "destroy destroyed destroys destroying ruined devastated obliterated"),
    ("injured hurt wounded injuries", "killed dead died kills fatal fatally"),
    ("concerned worried uneasy concern concerns", "terrified panicked horrified outraged panic desperate"),
    ("criticised criticized criticise criticizes questioned", "condemned condemns slammed denounced attacked blasted"),
    ("suggest suggests suggested indicate indicates indicated hints", "prove proves proved proven"),
    ("suspect suspects suspected believe believes believed think thinks thought assume assumes", "know knows knew proved proves certain"),
    ("asked asks request requested requests appealed", "demanded demands ordered orders insisted forced"),
    ("disagreed disagree differed", "fought feuded clashed quarrelled"),
    ("linked associated correlated connected", "caused causes cause"),
    ("charged accused suspected alleged suspect", "convicted guilty sentenced"),
    ("arrested detained questioned", "convicted jailed imprisoned sentenced charged"),
    ("delayed postponed suspended paused delays", "cancelled canceled scrapped abandoned abolished"),
    (
        "suspect suspects suspected believe believes believed think thinks assume assumes estimate estimates",
        "established confirmed determined",
    ),
    ("seek seeks sought seeking ask asks asking demand demands demanded want wants recommended", "sentenced imposed handed"),
    ("negotiate negotiating negotiations talks discussing discuss", "merged signed concluded"),
    ("applied applies apply bid bids", "became joined admitted"),
    ("dozens", "hundreds thousands millions"),
    ("hundreds", "thousands millions"),
    ("thousands", "millions"),
    ("recommended recommends recommend advised advises", "ordered orders required requires forced mandated banned"),
    ("surprised", "shocked stunned horrified"),
    ("dislike dislikes disliked", "hate hates hated loathes"),
    ("reduce reduces reduced reducing cut cuts lowered lowers", "eliminate eliminates eliminated ended abolished eradicated"),
    ("draft preliminary provisional interim", "final definitive"),
    ("helps help helped eases", "cures cure cured heals"),
    ("partly partially", "fully completely entirely wholly totally"),
    ("slightly", "sharply dramatically massively drastically hugely"),
    ("slight small minor modest", "sharp massive huge major enormous dramatic severe serious"),
    ("slight slightly minor lightly", "serious seriously severe severely critical critically grave gravely badly"),
    ("criticised criticized criticises criticizes criticism", "savaged savages slams slammed blasted blasts lambasted"),
    ("disappointed upset annoyed", "outraged furious enraged appalled livid"),
    ("asked asks suggested suggests", "forced forces compelled"),
    ("damage damaged damages", "wrecked wiped razed flattened gutted"),
    ("fell falls fall dropped drops declined", "collapsed collapses crashed crashes plummeted plunged"),
    ("rose rises rise grew increased", "exploded soared soars skyrocketed rocketed"),
    ("protest protested protests", "riot rioted riots"),
    ("tested tests trialled", "approved approves"),
    (
        "accuse accuses accused alleges allege alleged claim claims claimed blames blamed suspect suspects suspected deny denies denied",
        "admit admits admitted concede concedes conceded confess confesses confessed acknowledges acknowledged",
    ),
)
