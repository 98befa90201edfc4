"""A conference on something is a meeting, a conference of the press is none; talks that lasted so long are over."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg.model import Claim
from kg.pipeline import extract


def told(language: str, text: str) -> list[Claim]:
    """Return the claims of a text."""
    day = datetime(2024, 3, 14, tzinfo=UTC)
    return list(extract(prose(language, text, day)).claims)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Germany hosted a conference on Yemen in Berlin on January 19."),
        ("en", "Donors pledged aid at a conference on Syria in Brussels on Tuesday."),
        ("fr", "Une conférence sur la Syrie s'est tenue lundi à Bruxelles."),
    ],
)
def test_a_conference_on_something_is_a_meeting(language: str, text: str) -> None:
    (meeting,) = [claim for claim in told(language, text) if claim.type == "meeting"]
    assert meeting.place
    assert not {p.actor for p in meeting.participants} & {"country/SY", "country/YE"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The minister gave a press conference on Syria in Paris."),
        ("en", "The conference was cancelled."),
        ("fr", "Le ministre a donné une conférence de presse sur la Syrie lundi à Bruxelles."),
    ],
)
def test_a_conference_of_the_press_or_on_nothing_is_none(language: str, text: str) -> None:
    assert "meeting" not in {claim.type for claim in told(language, text)}


@pytest.mark.parametrize(
    "text",
    [
        "After ten days of talks in Geneva between Serbia and Kosovo, a deal was signed.",
        "Serbia and Kosovo signed it after months of negotiations in Geneva.",
        "Serbia and Kosovo signed it after two weeks of talks in Geneva.",
    ],
)
def test_talks_that_lasted_so_long_are_over(text: str) -> None:
    (talks,) = [claim for claim in told("en", text) if claim.type == "negotiation"]
    assert talks.status == "occurred"


@pytest.mark.parametrize(
    ("text", "released"),
    [
        ("Armenia and Azerbaijan exchanged 32 prisoners on Sunday.", True),
        ("Israel and Hamas swapped hostages on Monday.", True),
        ("The two ministers exchanged views on Tuesday.", False),
        ("Armenia and Azerbaijan exchanged fire on Sunday.", False),
    ],
)
def test_captives_are_exchanged_and_words_are_not(text: str, *, released: bool) -> None:
    assert ("prisoner_release" in {claim.type for claim in told("en", text)}) == released


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("La Russie et la Géorgie ont négocié mercredi à Genève. La deuxième session des négociations s'est tenue mardi et mercredi à Genève, sous la médiation de l'Union européenne.", 1),
        ("La Russie et la Géorgie ont négocié mercredi à Genève. Des négociations se sont tenues jeudi à Genève, sous la médiation d'Oman.", 2),
        ("La Russie et la Géorgie ont négocié mercredi à Genève. Des négociations se sont tenues mercredi à Oslo, sous la médiation d'Oman.", 2),
    ],
    ids=["told again", "another day", "another town"],
)  # fmt: skip
def test_who_mediates_talks_of_one_town_and_day_mediates_those_told_of(text: str, number: int) -> None:
    claims = [claim for claim in told("fr", text) if claim.type == "negotiation"]
    assert len({claim.event for claim in claims}) == number
    assert any(person.role == "mediator" for person in claims[-1].participants)
