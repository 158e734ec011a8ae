"""German, as news is written in it."""

from __future__ import annotations

from generator.prose.languages.language import Language, listed

_TELLING = "der die das und ist nicht mit den von ein eine auch sich dem des im auf für wird dass werden hat bei nach oder"
_SAID = """
    sagte sagt erklärte erklärt betonte betont meinte meint schrieb schreibt antwortete erwiderte warnte warnt kritisierte
    kritisiert kündigte bestätigte ergänzte fügte teilte berichtete berichtet meldet forderte fordert räumte äußerte rief versicherte
    behauptete klagte
"""
_SHIFTS = {
    "vergangene": -1, "vergangenen": -1, "letzte": -1, "letzten": -1, "letztes": -1, "vorige": -1, "diese": 0, "diesen": 0, "dieses": 0,
    "diesem": 0, "nächste": 1, "nächsten": 1, "nächstes": 1, "kommende": 1, "kommenden": 1, "kommendes": 1,
}  # fmt: skip

GERMAN = Language(
    "de",
    telling=frozenset(_TELLING.split()),
    before_names=listed(r"dr, prof, hl, st, z\. ?b, d\. ?h, u\. ?a, bzw, ggf, sog, mio, mrd"),
    before_numbers=listed("nr, art, abs, bd, s, ca"),
    has_ordinal_points=True,
    leaning=listed(r"Er, Sie, Es, Das, Dies\w*"),
    said=tuple(_SAID.split()),
    asked=listed("fragte, fragt"),
    beside=("so",),
    sourced=listed("laut, nach Angaben von, nach Angaben der, nach Angaben des"),
    articles=listed("der, die, das, ein, eine"),
    pronouns=listed("er, sie"),
    adverbs=listed("auch, dann, hat"),
    hedges=listed(
        r"""
        angeblich\w*, offenbar, offensichtlich, anscheinend, mutmaßlich\w*, vermutlich\w*, möglicherweise, womöglich, wahrscheinlich,
        vielleicht, wohl, könnten?, dürften?, soll(?:en)?(?=\b[^.!?\n]{0,300}\b(?:haben|sein|werden)\b), demnach, zufolge, laut,
        nach Angaben, nach eigenen Angaben, Berichten zufolge, es heißt
        """
    ),
    negations=listed(r"nicht, kein\w*, niemand, niemals"),
    contraries=listed(r"nie\b"),
    own_view=listed("analyse, hintergrund"),
    takes_back=listed("aber, außer, wenn, sofern, falls"),
    courtesies=frozenset(["frau", "herr", "herrn", "dr", "prof"]),
    months=listed("januar, februar, märz, april, mai, juni, juli, august, september, oktober, november, dezember"),
    weekdays=listed("Montag, Dienstag, Mittwoch, Donnerstag, Freitag, Samstag/Sonnabend, Sonntag"),
    days={"vorgestern": -2, "gestern": -1, "heute": 0, "übermorgen": 2},
    shifts=_SHIFTS,
    periods={"woche": "week", "wochenende": "weekend", "monat": "month", "jahr": "year", "jahres": "year"},
    seasons={"frühjahr": 3, "frühling": 3, "sommer": 6, "herbst": 9, "winter": 12},
    counts={"zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "zehn": 10},
)
