"""What a publication and its editors may make of findings, and what they may not."""

from __future__ import annotations

import json

import pytest

from generator.checks import Policy
from generator.checks.policy import sort_out
from generator.items import Brief
from generator.items.settings import Settings
from generator.text.codes import RULES
from generator.text.finding import Finding, Severity
from generator.text.places import Text
from generator.text.ref import ItemRef
from tests.support import HEAD, check

LEVELS = ("off", "info", "warning")
FIXED = [code for code, rule in RULES.items() if rule.fixed]
KEPT = [code for code, rule in RULES.items() if rule.kept]
FREE = [code for code, rule in RULES.items() if not rule.fixed and not rule.kept]
PLACE = Text("briefs/x/brief.yml", "title: x").span()
REASONS = json.dumps({code: f"because of {code}" for code in RULES})
INVENTED = {
    "B301": f"quotes: [{{id: i, text: We never lie, speaker: ada, source: s, accept: {REASONS}}}]\n",
    "B302": f"facts: [{{id: i, text: A., status: claimed, evidence: [{{source: s, quote: We never lie}}], accept: {REASONS}}}]\n",
}
SPEAKER = "actors:\n  - {id: ada, name: Ada Example, kind: person, existence: verified}\n"
SOURCE = "sources:\n  - {id: s, file: s.txt, title: S, kind: official}\n"


@pytest.mark.parametrize("code", INVENTED)
@pytest.mark.parametrize("level", [None, *LEVELS])
def test_invented_words_are_an_error_whatever_is_accepted_or_set(code: str, level: str | None) -> None:
    """A quote or a passage that stands nowhere makes no checked brief, though its item accepts every code and every rule is off."""
    policy = Policy(levels=dict.fromkeys(RULES, level) if level else {})
    outcome = check(f"{HEAD}{SOURCE}{SPEAKER}{INVENTED[code]}", sources={"s.txt": "Ada Example said nothing."}, policy=policy)
    assert outcome.checked is None
    assert [(finding.code, finding.severity) for finding in outcome.findings if finding.severity is Severity.ERROR] == [(code, "error")]
    assert code not in {accepted.finding.code for accepted in outcome.accepted}


def test_the_same_words_are_fine_where_they_stand() -> None:
    """What is refused for being invented is not refused for anything else."""
    for items in INVENTED.values():
        assert check(f"{HEAD}{SOURCE}{SPEAKER}{items}", sources={"s.txt": "Ada Example: We never lie."}).checked is not None


def accepting(**reasons: str) -> Brief:
    """A brief whose fact `a` and whose second event accept codes, for reasons; its fact `b` and its first event accept nothing."""
    evidence = ({"source": "s", "quote": "A."},)
    facts = [{"id": name, "text": "A.", "status": "reported", "evidence": evidence} for name in ("b", "a")]
    events = [{"date": "2024", "text": "A."}, {"date": "2024", "text": "A.", "accept": reasons}]
    return Brief.model_validate({"title": "x", "summary": "x", "facts": [facts[0], facts[1] | {"accept": reasons}], "timeline": events})


@pytest.mark.parametrize("code", FIXED)
def test_a_fixed_rule_knows_neither_a_level_nor_an_acceptance(code: str) -> None:
    """A finding of a rule that the site stands on stays as it is, and mkdocs.yml may not even name it."""
    finding = Finding(code, "words", PLACE, item=ItemRef("fact", "a"))
    for level in LEVELS:
        assert list(Policy(levels={code: level}).judge([finding])) == [finding]
        with pytest.raises(ValueError, match="cannot be changed"):
            Settings(rules={code: level})  # type: ignore[dict-item]
    assert sort_out(accepting(**{code: "so we say"}), [finding]) == ([finding], [])


@pytest.mark.parametrize("code", KEPT)
def test_a_kept_rule_knows_no_level_but_an_acceptance(code: str) -> None:
    """A rule that the promise stands on is neither switched off nor lowered, and mkdocs.yml may not name it; an item may accept it."""
    finding = Finding(code, "words", PLACE, item=ItemRef("fact", "a"))
    for level in LEVELS:
        assert list(Policy(levels={code: level}).judge([finding])) == [finding]
        with pytest.raises(ValueError, match="promise to readers"):
            Settings(rules={code: level})  # type: ignore[dict-item]
    remaining, (accepted,) = sort_out(accepting(**{code: "so we say"}), [finding])
    assert (remaining, accepted.reason) == ([], "so we say")


@pytest.mark.parametrize("code", FREE)
def test_any_other_rule_knows_both(code: str) -> None:
    """A level, `off` and an acceptance do to the findings of a rule what they say, and to no other's."""
    finding, other = (
        Finding(code, "words", PLACE, item=ItemRef("fact", "a")),
        Finding(FREE[code == FREE[0]], "words", PLACE, item=ItemRef("fact", "a")),
    )
    assert [found.severity for found in Policy(levels={code: "error"}).judge([finding, other])] == [Severity.ERROR, other.severity]
    assert list(Policy(levels={code: "off"}).judge([finding, other])) == ([other] if other.code != code else [])
    remaining, (accepted,) = sort_out(accepting(**{code: "so we say"}), [finding])
    assert (remaining, accepted.finding, accepted.reason) == ([], finding, "so we say")


def test_an_acceptance_is_for_its_own_item() -> None:
    """Neither another fact, nor another event, nor an item of another kind and the same id is spared, nor what belongs to no item."""
    items = [ItemRef.parse(name) for name in ("fact:a", "event:2", "fact:b", "event:1", "quote:a", "event:a")]
    findings = [Finding("B310", "words", PLACE, item=item) for item in (*items, None)]
    remaining, accepted = sort_out(accepting(B310="the receipt lies before us"), findings)
    assert remaining == findings[2:]
    assert [entry.finding for entry in accepted] == findings[:2]
