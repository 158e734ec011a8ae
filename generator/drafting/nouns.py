"""Tables of the words by which a noun phrase is told to mean a person, an organisation, a group, a document, or somebody unnamed."""

from __future__ import annotations

# People whom a text leaves without a name, and who may be sources.
_UNNAMED = """
    adviser advisers aide aides analyst another colleague customer diplomat diplomats employee expert eyewitness friend insider insiders
    lawmaker man member neighbor neighbour officer official officials one other others passenger people person relative representative
    resident shopper source sources spokesman spokesperson spokeswoman staffer survivor volunteer witness woman worker
"""
# What a person may be.
_PERSONAL = """
    activist actor actress adviser advisor aide ambassador analyst archaeologist architect artist astronomer author baker biologist
    bishop boss brother campaigner captain cardinal ceo chair chairman chairperson chairwoman chancellor chef chemist chief climber
    co-founder coach colleague columnist commander commissioner conductor conservative coordinator coroner counsel counterpart critic
    daughter defender democrat deputy designer developer diplomat director doctor driver ecologist economist editor engineer
    entrepreneur envoy epidemiologist executive expert farmer father fisherman founder general geologist goalkeeper governor head
    headteacher historian host husband inspector investigator investor journalist judge king lawmaker lawyer leader legislator man
    manager mayor midfielder minister mother musician negotiator novelist nurse officer official opponent owner pensioner physicist
    pilot planner player poet policeman politician pope predecessor premier president priest principal producer professor prosecutor
    psychologist queen recruiter rector refugee reporter representative republican researcher resident runner scientist secretary
    seismologist senator sergeant singer sister skipper sociologist soldier son speaker spokesman spokesperson spokeswoman sportsman
    striker student successor surgeon survivor teacher teenager trainer treasurer trustee undersecretary vet veteran victim virologist
    volunteer wife winner witness woman writer youngster
"""
# What an organisation may be.
_BODIES = """
    academy administration agency airline airport alliance army assembly association authority bank board body brewery broadcaster
    bureau business cabinet camp campaign cathedral center centre chamber charity church city clinic club coalition commission committee
    company confederation congress consortium consulate corporation council court daily defence defense delegation department developer
    directorate drugmaker embassy enterprise federation firm force foundation fund government group guard hospital house industry
    inspectorate institute institution insurer junta kremlin laboratory league magazine maker manufacturer ministry movement
    municipality museum navy network news newspaper observatory office operator opposition organisation organization outlet panel parish
    parliament party platform police portal presidency producer prosecution provider publisher radio regime region regulator retailer
    school secretariat senate service society startup station supplier syndicate team television times town trade tribunal trust union
    university utility watchdog website white-house workshop zoo
"""
# What says something and is nobody.
_DOCUMENTS = """
    account advert analysis announcement article banner bill blog book brief caption card charter column complaint contract data diary
    document draft e-mail email essay figures file findings guidance headline indictment investigation judgment label law lawsuit
    leaflet letter line list manifesto memo message note notice page paper petition poll post poster records reply report reports
    research resolution result results review ruling screenshot section sign site speech statement statements statistics studies study
    survey testimony text tweet verdict video warning webpage website
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
# Titles before the names of people.
_TITLES = """
    adm admiral ambassador bishop capt captain cardinal chancellor chief cllr cmdr col colonel commander constable councillor dame
    detective dr fr gen general gov governor imam inspector judge justice king lady lieutenant lord lt maj major mayor minister miss mr
    mrs ms mx officer pope president prince princess prof professor queen rabbi rep rev reverend secretary sen senator sergeant sgt
    sheikh sir
"""
_FEMALE = """
    actress businesswoman chairwoman dame daughter grandmother lady miss mother mrs ms policewoman princess queen sister spokeswoman
    widow wife
"""
_MALE = """
    brother businessman cardinal chairman father grandfather husband imam king lord mr policeman pope prince rabbi sir son spokesman
    widower
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
TITLES = frozenset(_TITLES.split())
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
