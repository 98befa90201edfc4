"""Forces without a name that leave: told with their day or place; foreign fighters are none of those of the country."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg.model import Claim, Extraction
from kg.pipeline import extract


def read(language: str, text: str) -> Extraction:
    """Return what an article of one paragraph tells."""
    return extract(prose(language, text, datetime(2024, 3, 14, tzinfo=UTC)))


def withdrawals(language: str, text: str) -> list[Claim]:
    """Return the claims of withdrawals of a text."""
    return [claim for claim in read(language, text).claims if claim.type == "withdrawal"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Foreign troops left Chad on Monday."),
        ("en", "The withdrawal of all foreign troops from Iraq is due by September."),
        ("en", "The withdrawal of foreign forces began on Monday."),
        ("fr", "Les troupes étrangères devront quitter le pays d'ici au 31 décembre."),
        ("fr", "Le départ des forces étrangères d'Irak est prévu pour lundi."),
        ("fr", "Le retrait de toutes les troupes étrangères est prévu d'ici au 11 septembre."),
    ],
)
def test_forces_without_a_name_leave_on_a_day_or_from_a_place(language: str, text: str) -> None:
    (claim,) = withdrawals(language, text)
    assert claim.when or claim.deadline or claim.place


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Residents left the city on Monday."),
        ("en", "Foreign journalists left Chad on Monday."),
        ("en", "The withdrawal of the bill on foreign forces began on Monday."),
        ("fr", "Le retrait de la loi sur les forces étrangères est prévu lundi."),
        ("fr", "Les habitants ont quitté Alep lundi."),
    ],
)
def test_who_is_no_force_withdraws_none(language: str, text: str) -> None:
    assert withdrawals(language, text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Foreign fighters must leave Syria by Saturday."),
        ("fr", "Les combattants étrangers doivent quitter la Syrie d'ici samedi."),
    ],
)
def test_foreign_fighters_are_none_of_the_armed_groups_of_a_country(language: str, text: str) -> None:
    (claim,) = withdrawals(language, text)
    (who,) = claim.participants
    (name,) = [actor.name for actor in read(language, text).reading.actors if actor.id == who.actor]
    assert name in text
