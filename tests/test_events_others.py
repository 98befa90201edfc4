"""Laws of those who are named by somebody else: the allies, critics, kin and lawyers of X are not X."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg import pipeline


def people(language: str, text: str) -> set[str]:
    """Return who takes part in any event that the pipeline reads from a text."""
    found = pipeline.extract(prose(language, text, datetime(2020, 11, 21, tzinfo=UTC)))
    names = {actor.id: actor.name for actor in found.reading.actors}
    return {names[p.actor] for claim in found.claims for p in claim.participants if p.actor in names}


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("The attack was condemned by many of Guyana's international partners.", set()),
        ("Allies of France and Germany condemned the attack.", set()),
        ("Israel attacked Iran's allies in Iraq.", {"Israel"}),
        ("US allies met in Paris on Monday.", set()),
        ("Donald Trump supporters attacked the Capitol.", set()),
        ("The wife of Emmanuel Macron met Vladimir Putin.", {"Vladimir Putin"}),
        ("Ukraine's neighbours signed a deal with Turkey.", {"Turkey"}),
    ],
)
def test_those_who_are_somebodys_are_not_that_one(text: str, others: set[str]) -> None:
    assert people("en", text) == others


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Les alliés européens de Kiev se sont réunis à Paris.", set()),
        ("Les partisans de Donald Trump ont attaqué la police.", set()),
        ("L'avocat de Nicolas Sarkozy a rencontré Vladimir Poutine.", {"Vladimir Putin"}),
        ("La femme d'Emmanuel Macron a rencontré Vladimir Poutine.", {"Vladimir Putin"}),
        ("Le parrain de la Syrie a attaqué Israël.", {"Israel"}),
    ],
)
def test_those_who_are_somebodys_are_not_that_one_in_french(text: str, others: set[str]) -> None:
    assert people("fr", text) == others


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Iran's enemy Israel attacked Syria.", {"Israel", "Syria"}),
        ("France, an ally of Ukraine, signed a deal with Poland.", {"France", "Poland"}),
        ("Vladimir Putin's ally Viktor Orban met Donald Trump.", {"Viktor Orbán", "Donald Trump"}),
        ("The attack was condemned by France, Germany and their allies.", {"France", "Germany"}),
        ("NATO allies agreed to send troops to Kosovo.", {"NATO"}),
        ("Russia and its partners attacked Syria.", {"Russia", "Syria"}),
    ],
)
def test_who_is_told_beside_them_acts(text: str, named: set[str]) -> None:
    assert people("en", text) == named


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Thailand and Cambodia signed a deal on Sunday in the presence of Donald Trump."),
        ("fr", "La Thaïlande et le Cambodge ont signé un accord en présence de Donald Trump."),
    ],
)
def test_who_looks_on_at_a_signing_is_no_party_to_it(language: str, text: str) -> None:
    found = pipeline.extract(prose(language, text, datetime(2020, 11, 21, tzinfo=UTC)))
    roles = {
        role
        for claim in found.claims
        for actor, role in ((p.actor, p.role) for p in claim.participants)
        if "trump" in actor
    }
    assert roles == {"attendee"}


def test_who_is_nominated_for_a_prize_gets_no_office() -> None:
    assert people("en", "Cambodia nominated Donald Trump for the Nobel Prize.") == set()
    assert people("en", "Joe Biden nominated Antony Blinken.") == {"Joe Biden", "Antony Blinken"}


@pytest.mark.parametrize(
    "text",
    [
        "A strike hit a convoy, killing three people, Paul Kagame said.",
        "Gunmen stormed a hotel, wounding ten, Paul Kagame said.",
    ],
)
def test_who_says_how_many_were_killed_did_not_kill_them(text: str) -> None:
    found = pipeline.extract(prose("en", text, datetime(2020, 11, 21, tzinfo=UTC)))
    assert {p.role for claim in found.claims for p in claim.participants} == {"speaker"}
