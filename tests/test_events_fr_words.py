"""French words of diplomacy and war: constructions that must tell an event, beside such as look like them and tell none."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg import pipeline


def types(text: str) -> set[str]:
    """Return the types of event that the pipeline reads from one text of 5 May 2023."""
    article = prose("fr", text, datetime(2023, 5, 5, tzinfo=UTC))
    return {one.type for one in pipeline.extract(article, profile="fast").claims}


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("meeting", "Antony Blinken a eu un échange avec Sergueï Lavrov mardi à New Delhi."),
        ("meeting", "Josep Borrell a tenu une séance de travail avec Aleksandar Vucic mardi."),
        ("visit", "Gustavo Petro a mis le cap sur Caracas mardi."),
        ("visit", "Félix Tshisekedi a regagné Kinshasa mardi."),
        ("mediation", "L'Angola fait la navette entre Kinshasa et Kigali."),
        ("signing", "Le document a été signé mardi par Laurent Gbagbo et Guillaume Soro."),
        ("signing", "Bogota et les Farc ont paraphé mardi un texte à La Havane."),
        ("agreement", "Le Parlement kosovar a entériné l'accord mercredi."),
        ("sanction", "Les Etats-Unis ont inscrit le M23 mardi sur leur liste noire."),
        ("sanction", "Des sanctions ont été adoptées mardi contre le M23."),
        ("election", "Les électeurs sont appelés aux urnes dimanche au Sénégal."),
        ("military_action", "Les rebelles progressent vers N'Djamena depuis mardi."),
        ("military_action", "La Chine a lancé mardi des manoeuvres autour de Taïwan."),
        ("disarmament", "Les milices doivent être désarmées d'ici juin."),
    ],
)
def test_a_construction_tells_its_event(kind: str, sentence: str) -> None:
    assert kind in types(sentence)


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("visit", "Mahinda Rajapaksa est arrivé au pouvoir fin 2005."),
        ("visit", "Le parti a regagné du terrain mardi."),
        ("sanction", "L'Unesco a inscrit la baguette mardi sur sa liste du patrimoine."),
        ("sanction", "Josep Borrell a inscrit la paix à l'ordre du jour mardi."),
        ("signing", "Laurent Gbagbo a signé mardi des autographes."),
        ("signing", "Laurent Gbagbo a signé mardi son retour."),
        ("military_action", "Gustavo Petro dénonce des manoeuvres politiques."),
        ("military_action", "Les ventes progressent vers un record depuis mardi."),
        ("military_action", "Emmanuel Macron a chassé le sanglier mardi."),
        ("meeting", "L'exposition se tient mardi au centre de conférences."),
        ("war", "Les parties au conflit ont parlé mardi."),
        ("election", "Les clients sont appelés à la prudence dimanche."),
    ],
)
def test_what_looks_like_a_construction_tells_no_event(kind: str, sentence: str) -> None:
    assert kind not in types(sentence)
