"""A capital without a name is the place that it is, and another town of the state is not."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg.authority import load
from kg.pipeline import extract


def places(language: str, text: str) -> set[str]:
    """Return the labels of the places of a text."""
    article = prose(language, text, datetime(2024, 3, 14, tzinfo=UTC))
    return {place.name for place in extract(article).reading.places}


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("fr", "Les deux camps ont signé mardi un accord dans la capitale algérienne.", "Algiers"),
        ("fr", "Le ministre a quitté la capitale tchadienne.", "N'Djamena"),
        ("fr", "L'Iran et l'Irak ont négocié dans la capitale de la Belgique.", "Brussels"),
        ("fr", "Le Tchad est en crise. L'armée tchadienne a tiré dans la capitale et ses environs.", "N'Djamena"),
        ("en", "Serbia and Kosovo held talks in the Belgian capital on Monday.", "Brussels"),
        ("en", "The Saudi capital hosted talks between Russia and the United States.", "Riyadh"),
        ("en", "Russia attacked the Ukrainian capital on Monday.", "Kyiv"),
        ("es", "Las partes se reunieron en la capital noruega.", "Oslo"),
    ],
)
def test_a_capital_is_known_by_its_state(language: str, text: str, place: str) -> None:
    assert place in places(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le ministre a été reçu dans la capitale économique ivoirienne."),
        ("fr", "Les deux délégations se sont vues dans la capitale économique."),
        ("fr", "Le rôle des Pays-Bas est une question capitale néerlandaise."),
        ("en", "China put money into the Nigerian capital markets."),
        ("en", "Envoys met in the Nigerian commercial capital."),
        ("en", "Delegates met in the South African capital."),
    ],
)
def test_another_town_or_money_is_no_capital(language: str, text: str) -> None:
    assert not places(language, text) - {"South Africa"}


def test_a_former_capital_stands_for_no_government_and_a_state_of_several_has_none_alone() -> None:
    known = load()
    assert not [known.entry(each).stands_for for each in known.named("Kyoto") if known.entry(each).stands_for]
    assert [each and each.label for each in map(known.capital, ("JP", "NG", "ZA", "NL"))] == [
        "Tokyo",
        "Abuja",
        None,
        None,
    ]
