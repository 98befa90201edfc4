"""A person of another occupation is not the official of the same name; an official who once had one is."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg.pipeline import extract


def ids(language: str, text: str) -> set[str]:
    """Return the Wikidata ids of the persons of a text."""
    day = datetime(2020, 3, 14, tzinfo=UTC)
    found = extract(prose(language, text, day))
    return {actor.wikidata for actor in found.reading.actors if actor.type == "person" and actor.wikidata}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Wang Yi, a doctor, spoke to reporters in Wuhan."),
        ("en", "Wang Yi, a 34-year-old footballer, scored twice."),
        ("en", "Wang Yi (a retired teacher) watched China play."),
        ("fr", "Wang Yi, médecin à Wuhan, a parlé à la presse."),
        ("fr", "Wang Yi, un étudiant de 20 ans, est chinois."),
        ("es", "Wang Yi, un médico de Wuhan, habló con la prensa."),
        ("de", "Wang Yi, ein Arzt aus Wuhan, sprach mit Reportern."),
    ],
)
def test_another_occupation_is_another_person(language: str, text: str) -> None:
    assert "Q701801" not in ids(language, text)


@pytest.mark.parametrize(
    ("language", "text", "wikidata"),
    [
        ("en", "Wang Yi, the Chinese foreign minister, spoke to a doctor.", "Q701801"),
        ("en", "Chinese Foreign Minister Wang Yi, a doctor told reporters, was well.", "Q701801"),
        ("en", "Bashar al-Assad, a doctor by training, has ruled Syria since 2000.", "Q44329"),
        ("fr", "Wang Yi, le chef de la diplomatie chinoise, a vu un médecin.", "Q701801"),
        ("fr", "Bachar al-Assad, médecin de formation, dirige la Syrie.", "Q44329"),
    ],
)
def test_an_official_stays_who_he_is(language: str, text: str, wikidata: str) -> None:
    assert wikidata in ids(language, text)
