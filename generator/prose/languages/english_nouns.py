"""The English nouns by which a phrase is told to mean a person, an organisation, a group, a document, or somebody unnamed."""

from __future__ import annotations

# People whom a text leaves without a name, and who may be sources.
_UNNAMED = """
    adviser advisers aide aides analyst another colleague customer diplomat diplomats employee expert eyewitness friend insider insiders
    lawmaker man member neighbor neighbour officer official officials one other others passenger people person relative representative
    resident shopper source sources spokesman spokesperson spokeswoman staffer survivor volunteer witness woman worker
"""
# What a person may be.
_PERSONAL = """
    activist actor actress adviser advisor aide alderman alderwoman ambassador analyst archaeologist architect artist astronomer attorney
    aunt author baker banker barrister biologist bishop boss bosun boy boyfriend bride brother builder butcher campaigner captain
    cardinal carer carpenter ceo chair chairman chairperson chairwoman champion chancellor chef chemist chief child classmate clerk
    climber co-founder coach colleague columnist commander commissioner commuter conductor congressman congresswoman conservative
    consultant contractor coordinator coroner councilman councilwoman counsel counterpart cousin critic cyclist dad daughter
    defendant defender democrat deputy designer detective developer diplomat director doctor driver ecologist economist editor
    electrician engineer entrepreneur envoy epidemiologist executive expert farmer father firefighter fisherman florist founder
    gardener general geologist girl girlfriend goalkeeper governor granddaughter grandfather grandmother grandson groom guide head
    headmaster headmistress headteacher historian homeowner host husband inspector instructor investigator investor journalist judge
    king landlady landlord lawmaker lawyer leader lecturer legislator lifeguard maid man manager mayor mechanic mep midfielder
    midwife minister mother mp msp mum musician negotiator nephew niece novelist nun nurse officer official opponent owner paramedic
    parent passer-by pathologist patient pensioner physicist pilot planner player plumber poet policeman politician pope postman
    predecessor prefect premier president priest principal printer producer professor prosecutor psychologist pupil queen ranger
    recruiter rector referee refugee reporter representative republican researcher resident retiree runner sailor scientist secretary
    seismologist senator sergeant shopkeeper singer sister skipper sociologist soldier solicitor son speaker spokesman spokesperson
    spokeswoman sportsman stepfather stepmother striker student successor superintendent surgeon survivor teacher teenager tenant
    trainer treasurer trustee tutor uncle undersecretary undertaker vet veteran victim virologist volunteer wife winner witness
    woman writer youngster
"""
# What an organisation may be.
_BODIES = """
    academy administration agency airline airport alliance army assembly association authority bank board body brewery broadcaster
    bureau business cabinet camp campaign cathedral center centre chamber charity church city clinic club coalition commission
    committee company confederation congress consortium consulate corporation council court daily defence defense delegation
    department developer directorate drugmaker embassy enterprise factory federation firm force foundation fund government group
    guard hospital house industry inspectorate institute institution insurer junta jury kremlin laboratory league magazine maker
    manufacturer mill ministry mission movement municipality museum navy network news newspaper observatory office operator opposition
    organisation organization outlet panel parish parliament party platform police portal presidency producer prosecution provider
    publisher radio regime region regulator retailer school secretariat senate service shipyard society startup station studio supplier
    syndicate team television times town trade tribunal trust union university utility watchdog website white-house workshop yard
    zoo
"""
# What says something and is nobody.
_DOCUMENTS = """
    account advert analysis announcement article banner bill blog book brief caption card charter column complaint contract data diary
    document draft e-mail email essay figures file findings guidance headline indictment investigation judgment label law lawsuit
    leaflet letter line list manifesto memo message note notice page paper petition poll post poster records reply report reports
    research resolution result results review ruling screenshot section sign site speech statement statements statistics studies study
    survey testimony text tweet verdict video warning webpage website
"""
# What a text leaves out of the name of an organisation that it has named before.
_LEGAL_WORDS = """
    airlines airways bank co co. company corp corp. corporation group holdings inc inc. industries international limited ltd ltd. plc
"""
# What stands for anybody and nobody.
_VAGUE = """
    all another anyone both everyone few it many most nobody one others several some somebody someone that there this what who
"""
# By these a text may take up anybody; an office (“the minister”) only somebody of whom nothing else is known.
_LOOSE = """
    author coach economist goalkeeper lawyer midfielder official pensioner player politician scientist striker teenager writer
"""
# By these a text takes up an organisation that it has named.
_COMMON_BODIES = """
    agency bank broadcaster charity club company firm group institute newspaper organisation organization party team union
"""
# Documents that the one who has just spoken has issued.
_ISSUED = """
    letter message post release statement tweet
"""
# Words in the names of organisations.
_ORGANISATION_WORDS = """
    academy agency airlines airways alliance army assembly assets association authority bank board brothers bureau cabinet center centre
    chamber church city club co commission committee company congress corp corporation council courier court daily department embassy
    express federation force foundation fund gazette government group guard guardian hall herald holdings hospital house inc industries
    institute institution journal laboratory league limited lines llc ltd management media ministry movement museum nations navy network
    news observatory office opera organisation organization parliament parties party plc police post press program programme radio
    resources rovers school senate service society solutions station systems team technologies telegraph television times tribune trust
    tv union united university watch
"""
_FEMALE = """
    actress alderwoman aunt bride businesswoman chairwoman congresswoman councilwoman dame daughter girl girlfriend granddaughter
    grandmother headmistress lady landlady maid miss mother mrs ms mum niece nun policewoman princess queen sister spokeswoman
    stepmother widow wife
"""
_MALE = """
    boy boyfriend brother businessman cardinal chairman congressman councilman dad father grandfather grandson groom headmaster
    husband imam king landlord lord mr nephew policeman pope postman prince rabbi sir son spokesman stepfather uncle widower
"""
_THINGS_WORDS = """
    answer behavior behaviour centimeter chapter color computer corner cover disaster disorder door error factor feature fever floor
    flower former harbor labor layer matter meter minor monitor motor murder number offer order plant power quarter reactor restaurant
    river sector shelter shower summer temper terror tower water weather winter wonder
"""
UNNAMED = frozenset(_UNNAMED.split())
PERSONAL = frozenset(_PERSONAL.split())
BODIES = frozenset(_BODIES.split())
DOCUMENTS = frozenset(_DOCUMENTS.split())
ORGANISATION_WORDS = frozenset(_ORGANISATION_WORDS.split())
LEGAL_WORDS = frozenset(_LEGAL_WORDS.split())
VAGUE = frozenset(_VAGUE.split())
LOOSE = frozenset(_LOOSE.split())
COMMON_BODIES = frozenset(_COMMON_BODIES.split())
ISSUED = frozenset(_ISSUED.split())
FEMALE = frozenset(_FEMALE.split())
MALE = frozenset(_MALE.split())
# Ends like a word for people, and is none.
_THINGS = frozenset(_THINGS_WORDS.split())
_PEOPLE = ("er", "or", "ist", "ant", "ian", "ee", "man", "men", "woman", "women", "ive", "mate", "folk", "body")
PLURALS = frozenset(["both", "children", "media", "men", "others", "people", "police", "staff", "women"])


def is_group(head: str) -> bool:
    """Whether a noun names several people: “protesters”, “police”."""
    return head in PLURALS or (head.endswith("s") and not head.endswith(("ss", "us", "is")) and head not in BODIES)


def can_speak(noun: str) -> bool:
    """Whether a common noun can be the source of a statement."""
    singular = noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")
    known = PERSONAL | BODIES | DOCUMENTS | UNNAMED | PLURALS
    return noun in known or singular in known or (singular.endswith(_PEOPLE) and singular not in _THINGS)


def gender_of_pronoun(pronoun: str) -> str:
    """`f` of she and her, `m` of he, him and his, else nothing."""
    lowered = pronoun.casefold()
    return "f" if lowered in ("she", "her", "herself", "elle") else "m" if lowered in ("he", "him", "his", "himself", "er", "il") else ""
