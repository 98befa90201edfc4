"""A nationality that says whose thing is received or dealt with takes no part; people and states do."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg.pipeline import extract


def actors(language: str, text: str) -> set[str]:
    """Return who takes part in the events of a text, statements apart."""
    day = datetime(2019, 3, 14, tzinfo=UTC)
    found = extract(prose(language, text, day))
    return {p.actor for claim in found.claims if claim.type != "statement" for p in claim.participants}


@pytest.mark.parametrize(
    ("language", "text", "state"),
    [
        ("en", "Ford and Toyota receive Canadian loans.", "country/CA"),
        ("en", "Serbia signed a deal with Russian gas giant Gazprom.", "country/RU"),
        ("en", "The minister met Italian bankers in Rome.", "country/IT"),
        ("fr", "La Serbie a reçu lundi des prêts canadiens.", "country/CA"),
        ("fr", "La Serbie a signé un accord avec le constructeur russe Soukhoï.", "country/RU"),
    ],
)
def test_a_nationality_of_a_thing_takes_no_part(language: str, text: str, state: str) -> None:
    assert state not in actors(language, text)


@pytest.mark.parametrize(
    ("language", "text", "state"),
    [
        ("en", "Serbia signed a deal with Russia.", "country/RU"),
        ("en", "Emmanuel Macron met Russian diplomats in Paris.", "country/RU"),
        ("en", "Emmanuel Macron met his Russian counterpart.", "person/vladimir-putin"),
        ("fr", "La Serbie a rencontré des responsables russes à Paris.", "country/RU"),
        ("fr", "La Serbie et la Russie ont signé un accord.", "country/RU"),
    ],
)
def test_people_and_states_take_part(language: str, text: str, state: str) -> None:
    assert state in actors(language, text)
