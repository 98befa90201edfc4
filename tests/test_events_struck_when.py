"""People come to harm when an attack strikes: one event with its toll, unless two are told."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg.model import Claim
from kg.pipeline import extract


def attacks(language: str, text: str) -> list[Claim]:
    """Return the claims of attacks of a text."""
    claims = extract(prose(language, text, datetime(2024, 3, 14, tzinfo=UTC))).claims
    return [claim for claim in claims if claim.type == "attack"]


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "At least 12 civilians were killed when a drone struck a market in Goma.", 12),
        ("en", "Ten people died when Israeli jets struck Gaza on Monday.", 10),
        ("en", "Five people were wounded as shells hit Kharkiv.", 5),
        ("fr", "Au moins 12 civils ont été tués quand un drone a frappé un marché à Goma.", 12),
        ("fr", "Dix personnes sont mortes lorsque l'aviation israélienne a bombardé Gaza.", 10),
    ],
)
def test_who_was_harmed_when_an_attack_struck_is_its_toll(language: str, text: str, number: int) -> None:
    (claim,) = attacks(language, text)
    assert claim.place
    assert claim.quantity is not None
    assert claim.quantity.value == number


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ten people were killed in Goma and rebels attacked Bukavu."),
        ("en", "Ten people had been killed in Goma when rebels attacked Bukavu."),
        ("en", "The Congolese army killed ten rebels when they attacked Goma."),
        ("fr", "L'armée congolaise a tué dix rebelles quand ils ont attaqué Goma."),
    ],
)
def test_two_attacks_stay_two(language: str, text: str) -> None:
    assert len({claim.event for claim in attacks(language, text)}) == 2
