"""A fault in a shared file is said once, at its place, and breaks only what needs the faulty part."""

from __future__ import annotations

from tests.support.publication import HEAD, check_all, listed

SPEAKS = f"""{HEAD}
sources:
  - {{id: s, file: s.txt, title: S, kind: official}}
facts:
  - {{id: f, text: Words., status: claimed, by: [mayor], evidence: [{{source: s, quote: Words}}]}}
"""
SILENT = HEAD
FILES = {"sources/s.txt": "Words of a source."}
MAYOR = "actors:\n  - {id: mayor, name: The mayor, kind: person, existence: verified}\n"


def outcomes(actors: str) -> tuple[list[str], dict[str, bool]]:
    """The findings of a publication of two briefs, and which of them may be published."""
    checked = check_all({"silent": {"brief.yml": SILENT}, "speaks": {"brief.yml": SPEAKS, **FILES}}, {"actors.yml": actors})
    found = [line for line in listed(checked.findings) if not line.endswith("B207")]
    return found, {outcome.slug: outcome.checked is not None for outcome in checked.outcomes}


def test_a_sound_file_breaks_nothing() -> None:
    """With the actor there, both briefs may be published."""
    assert outcomes(MAYOR) == ([], {"silent": True, "speaks": True})


def test_a_faulty_actor_breaks_the_briefs_that_name_it_without_a_word_there() -> None:
    """A brief that names an actor that could not be read is not published, and has no finding of its own."""
    assert outcomes(MAYOR.replace("kind: person", "kind: persom")) == (["actors.yml:2:40 B105"], {"silent": True, "speaks": False})


def test_a_file_that_is_no_yaml_breaks_the_briefs_that_need_it() -> None:
    """Where nothing of actors.yml can be read, only that is said."""
    found, published = outcomes("actors: [\n")
    assert [line.rpartition(" ")[2] for line in found] == ["B102"]
    assert published == {"silent": True, "speaks": False}


def test_an_id_that_stands_twice_is_found() -> None:
    """Two shared actors of one id are a finding at the second."""
    found, _ = outcomes(MAYOR + MAYOR.splitlines()[1] + "\n")
    assert found == ["actors.yml:3:10 B202"]


def test_a_shared_actor_belongs_to_a_shared_one() -> None:
    """`of` in actors.yml names an actor that is there, too."""
    found, _ = outcomes(MAYOR.replace("kind:", "of: council, kind:"))
    assert found == ["actors.yml:2:38 B201"]


def test_an_actor_of_a_faulty_one_has_no_finding_of_its_own() -> None:
    """`of` in actors.yml may name an actor that could not be read: only that is said."""
    council = "  - {id: council, name: The council, kind: grup}\n"
    found, _ = outcomes(MAYOR.replace("kind:", "of: council, kind:") + council)
    assert found == ["actors.yml:3:44 B105"]
