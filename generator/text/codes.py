"""The table of all codes: what each holds, and how severe its breach is.

A code, once released, keeps its meaning. A new check is a file in `checks/` and a row here.
"""

from __future__ import annotations

from typing import Literal, NamedTuple


class Rule(NamedTuple):
    """A row: default severity, the sentence that holds when nothing is found, and of what nature it is."""

    severity: Literal["error", "warning", "info"]
    holds: str
    fixed: bool = False  # what the site itself stands on: neither a setting nor an editor's acceptance changes it
    kept: bool = False  # what the promise to readers stands on: no setting changes it; an item may accept it, with a reason
    judgement: bool = False  # an editor may see it otherwise: it fails `briefs check --strict`, never a strict build


RULES: dict[str, Rule] = {
    # B1xx reading
    "B101": Rule("error", "A file is UTF-8 text.", fixed=True),
    "B102": Rule("error", "A YAML file follows YAML's syntax.", fixed=True),
    "B103": Rule("error", "A key stands once in a mapping.", fixed=True),
    "B104": Rule("error", "A key is one that the format knows.", fixed=True),
    "B105": Rule("error", "A value has the form that its key asks for.", fixed=True),
    "B106": Rule("error", "A required key is there.", fixed=True),
    "B107": Rule("error", "An id is lower-case letters and digits, in parts joined by single hyphens.", fixed=True),
    "B108": Rule("error", "A date is an ISO 8601 date that exists (in a timeline: EDTF).", fixed=True),
    "B109": Rule("error", "Text that YAML reads as something else stands in quotation marks.", fixed=True),
    "B110": Rule("warning", "A ` #` in a text is not taken for a comment by mistake."),
    "B111": Rule("error", "A file stays within the limits of size, depth and aliases.", fixed=True),
    "B112": Rule("error", "A path stays inside its brief's folder.", fixed=True),
    "B113": Rule("error", "Markdown stays within the limit of nesting.", fixed=True),
    "B114": Rule("error", "Segments lie inside their file and do not overlap.", fixed=True),
    "B115": Rule("info", "Extensions of Markdown that ordinary pages have are there in briefs."),
    "B116": Rule("warning", "A figure is shown by something."),
    "B117": Rule("warning", "A reference to a footnote leads to one."),
    "B118": Rule("warning", "A footnote is referred to."),
    "B119": Rule("warning", "The original of a published translation is published."),
    "B120": Rule("error", "Each cell of a table has a column.", fixed=True),
    "B121": Rule("error", "No character bears more marks than any script asks for.", fixed=True),
    "B122": Rule("error", "The name of a file is UTF-8 text.", fixed=True),
    "B123": Rule("warning", "Nothing in a text is for the desk alone."),
    "B124": Rule("warning", "Each cell of a table in an ordinary page has a column."),
    "B125": Rule("error", "A translation is under embargo for as long as its original.", fixed=True),
    # B2xx references
    "B201": Rule("error", "An id that is referred to exists.", fixed=True),
    "B202": Rule("error", "An id stands for one item.", fixed=True),
    "B203": Rule("error", "A link to an item leads to one.", fixed=True),
    "B204": Rule("error", "A link goes to http, https, mailto, an item or a file of the publication.", fixed=True),
    "B205": Rule("error", "An image is a file in the brief's media folder, in a safe form.", fixed=True),
    "B206": Rule("info", "A source is cited by something."),
    "B207": Rule("info", "An actor is named by something."),
    "B208": Rule("error", "A source's file is there.", fixed=True),
    "B209": Rule("warning", "Below docs_dir stands only what is meant to be published, or belongs to a brief."),
    "B210": Rule("warning", "A link below docs_dir leads to a file of its own kind in its own folder.", fixed=True),
    "B211": Rule("warning", "What has a file's name is a file.", fixed=True),
    "B212": Rule("error", "An image can be read, and stays within the limits of size.", fixed=True),
    "B213": Rule("error", "No link below docs_dir leads to a folder.", fixed=True),
    "B214": Rule("warning", "An image has words for who does not see it."),
    # B3xx evidence
    "B301": Rule("error", "The words of a quote stand in its source.", fixed=True),
    "B302": Rule("error", "The words of a passage of evidence stand in their source.", fixed=True),
    "B303": Rule("warning", "A passage can be told from its repetitions."),
    "B304": Rule("error", "Cited words stand in a segment that may be cited.", kept=True),
    "B305": Rule("error", "A quote from reporting lies inside one pair of quotation marks.", kept=True),
    "B306": Rule("error", "What an interviewee whose existence is not verified says supports no fact.", kept=True),
    "B307": Rule("error", "A source is the file that was pinned by sha256.", kept=True),
    "B308": Rule("warning", "The source of a published brief is pinned by sha256."),
    "B309": Rule("warning", "Cited words do not stop where their sentence takes them back.", judgement=True),
    "B310": Rule("warning", "The numbers, units and dates of a fact are carried by its evidence.", judgement=True),
    "B311": Rule("warning", "A fact neither loses nor gains a negation.", judgement=True),
    "B312": Rule("warning", "A fact keeps the doubt of its evidence, and a confirmed one its hedges.", judgement=True),
    "B313": Rule("warning", "The speaker of a quote is named near it in the source.", judgement=True),
    "B314": Rule("warning", "A fact that is reported or claimed says by whom or through whom.", judgement=True),
    "B315": Rule("info", "A quote has its source's own typography."),
    "B316": Rule("error", "A quote is from a source whose words may be published.", fixed=True),
    "B317": Rule("error", "No text holds unseen characters that change what is seen or copied.", fixed=True),
    "B318": Rule("warning", "Cited words hold no unseen characters of their source.", judgement=True),
    "B319": Rule(
        "error", "Words in quotation marks stand in a source of the brief, or are a quote of it or of the one that they lead to.", kept=True
    ),
    "B320": Rule("error", "Words in quotation marks that lead to a quote are the quote's.", kept=True),
    "B321": Rule("warning", "A text gives no other figures and dates than what it leads to or cites.", judgement=True),
    "B322": Rule("warning", "A text neither loses nor gains a negation of what it leads to or cites.", judgement=True),
    "B323": Rule("warning", "Cited words do not begin behind a negation, a condition or a hedge.", judgement=True),
    "B324": Rule("warning", "An ellipsis leaves out no negation, condition or hedge.", judgement=True),
    "B325": Rule("warning", "A quote is made of phrases, not of single words strung together.", judgement=True),
    "B326": Rule("warning", "Brackets explain the source's words, and neither turn nor outnumber them.", judgement=True),
    "B327": Rule("warning", "A question is quoted as a question.", judgement=True),
    "B328": Rule("warning", "Words of a quotation inside of another are not the outer speaker's.", judgement=True),
    "B329": Rule("warning", "In an interview or a transcript, the label before a quote names its speaker.", judgement=True),
    "B330": Rule("error", "Cited words of an interview or a transcript are of one turn, without its label."),
    "B331": Rule("error", "A link to another brief leads to one, and to an item of it.", fixed=True),
    "B332": Rule("warning", "What a published brief leads to in others is public."),
    "B333": Rule("error", "A link to a file of the publication leads to one that is published.", fixed=True),
    "B334": Rule("warning", "A link to a part of a page leads to one that is there."),
    "B335": Rule("warning", "A confirmed fact rests on more than opinions, and texts that nobody stands for.", judgement=True),
    "B336": Rule("warning", "A confirmed fact rests on more than a headline.", judgement=True),
    "B337": Rule("warning", "A confirmed fact rests on more than a question.", judgement=True),
    "B338": Rule("warning", "A quote was said before its source was published.", judgement=True),
    "B339": Rule("warning", "What is shown rests on a source that was not withdrawn.", judgement=True),
    "B340": Rule("warning", "A fact names nobody and nothing that its source does not name.", judgement=True),
    "B341": Rule("warning", "A fact says of no more than its evidence: some are not all.", judgement=True),
    "B342": Rule("warning", "A fact keeps the condition under which its evidence says it.", judgement=True),
    "B343": Rule("warning", "A fact tells nothing as done that is planned or tried, and nothing as so that was once.", judgement=True),
    "B344": Rule("warning", "A fact does not say the contrary of its evidence.", judgement=True),
    "B345": Rule("warning", "A fact compares as its evidence does.", judgement=True),
    "B346": Rule("warning", "A fact does not state what its evidence asks or leaves open.", judgement=True),
    "B347": Rule("warning", "A fact gives words to the one who says them in its evidence.", judgement=True),
    "B348": Rule("warning", "A fact gives the shares, multiples and periods of its evidence.", judgement=True),
    "B349": Rule("warning", "A fact gives no cause that its evidence does not give.", judgement=True),
    "B350": Rule("warning", "In a fact the same do the same to the same as in its evidence.", judgement=True),
    "B351": Rule("warning", "A fact uses no stronger word than its evidence.", judgement=True),
    "B352": Rule("info", "An item of a translation is one of its original."),
    "B353": Rule("warning", "A translation is as new as its original."),
    "B354": Rule("info", "A translation has what its original has."),
    "B355": Rule("warning", "A translation says of an item what its original says of it.", judgement=True),
    # B4xx editorial
    "B401": Rule("error", "A published brief says when it was published and as of when it is known."),
    "B402": Rule("warning", "A confirmed fact rests on two independent origins.", judgement=True),
    "B403": Rule("warning", "Somebody whose existence is not verified speaks in a box that says why.", judgement=True),
    "B404": Rule("warning", "A sentence gives a likelihood or a confidence, never both.", judgement=True),
    "B405": Rule("info", "The sentences of article.md lead to items."),
    "B406": Rule("warning", "Facts do not contradict each other unnoticed.", judgement=True),
    "B407": Rule("info", "A published brief has no proposals left."),
    "B408": Rule("warning", "What is accepted leads to accepted items only."),
    "B410": Rule("warning", "A file in releases/ is a record of the day that it is named for."),
    "B411": Rule("warning", "What was published is still there, or has moved."),
    "B412": Rule("warning", "An id stands for what it stood for when it was published.", judgement=True),
    "B413": Rule("warning", "A published fact or quote is not reworded unless readers are told."),
    "B414": Rule("warning", "A brief was updated on the day it was published, or later."),
    "B415": Rule("error", "A redirect leads from an id that no item has.", fixed=True),
    # B5xx freshness
    "B501": Rule("warning", "A brief is reviewed by the day it names.", judgement=True),
    "B502": Rule("warning", "An open question is looked at by the day it names.", judgement=True),
    "B503": Rule("info", "A brief has no embargo that is still to lift."),
    "B504": Rule("info", "A source on the web has an archived copy."),
    "B505": Rule("warning", "A brief that is public was published by the day it names.", judgement=True),
    # B6xx output
    "B601": Rule("error", "A handout can be set.", fixed=True),
    "B602": Rule("warning", "A handout has a font for every character."),
    "B603": Rule("error", "A handout is set within the limits of time and memory.", fixed=True),
}
