"""Verbs cut by their objects, deeds that others want, and who leads those who act."""

import pytest

from kg.model import Claim
from tests.test_events_grammar import read


def claims(text: str, kind: str) -> list[Claim]:
    """Return the claims of a type that an English text makes."""
    return [c for c in read(text, "en").claims if c.type == kind]


def who(claim: Claim) -> set[str]:
    """Return the last part of the ids of those who take part."""
    return {p.actor.rpartition("/")[2] for p in claim.participants}


@pytest.mark.parametrize(
    "text",
    [
        "Planned talks between Azerbaijan and Armenia in Tbilisi were called off on Friday.",
        "Talks between Kenya and Somalia, planned for Monday in Djibouti, have been called off.",
        "Rebels of the M23 called the talks with Congo off.",
        "Iraq has called off the talks with Turkey.",
    ],
)
def test_talks_that_are_called_off_are_cancelled(text: str) -> None:
    assert {c.status for c in claims(text, "negotiation")} == {"cancelled"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Turkey turned the offer down.", "refusal"),
        ("Turkey pulled its troops back from Syria.", "withdrawal"),
        ("Chad pulled 300 soldiers out of Mali.", "withdrawal"),
        ("Russia set two Ukrainian prisoners free.", "prisoner_release"),
        ("Hamas took five Israelis hostage.", "attack"),
    ],
)
def test_particle_behind_the_object_belongs_to_its_verb(text: str, kind: str) -> None:
    assert [c.status for c in claims(text, kind)] == ["occurred"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Turkey turned the ship down the river.", "refusal"),
        ("Egypt called the oil rig off Cyprus a danger.", "negotiation"),
        ("Chad pulled the teacher that it wanted out.", "withdrawal"),
    ],
)
def test_particle_that_opens_a_phrase_belongs_to_no_verb(text: str, kind: str) -> None:
    assert not claims(text, kind)


@pytest.mark.parametrize("verb", ["wants", "expects"])
def test_who_is_wanted_to_do_something_does_it_not_who_wants_it(verb: str) -> None:
    (claim,) = claims(f"Egypt {verb} Israel to withdraw from Gaza.", "withdrawal")
    assert (claim.status, who(claim)) == ("proposed", {"IL"})
    assert not claims(f"UNIFIL {verb} the villagers to leave southern Lebanon.", "withdrawal")


def test_who_wants_to_do_something_does_it() -> None:
    (claim,) = claims("Egypt wants to withdraw from Gaza.", "withdrawal")
    assert who(claim) == {"EG"}


def test_who_leads_a_delegation_takes_part() -> None:
    (claim,) = claims("A Russian delegation led by Sergei Lavrov arrived in Damascus on Monday.", "visit")
    assert who(claim) == {"RU", "sergey-lavrov"}
    (claim,) = claims("A delegation headed by Sergei Lavrov visited Damascus on Monday.", "visit")
    assert who(claim) == {"sergey-lavrov"}


def test_forces_loyal_to_somebody_are_his() -> None:
    (claim,) = claims("Troops loyal to Riek Machar attacked forces loyal to Salva Kiir in Juba.", "attack")
    roles = {p.role: p.actor for p in claim.participants}
    assert roles["attacker"] == "person/riek-machar"
    assert "target" in roles
    assert roles["target"] != roles["attacker"]
