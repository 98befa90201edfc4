"""Those of a group whom an aside names act, whatever signs set the aside apart."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg.pipeline import extract


def sides(language: str, text: str) -> set[str]:
    """Return the actors of all claims of a text, without what stands before their names."""
    claims = extract(prose(language, text, datetime(2024, 3, 14, tzinfo=UTC))).claims
    return {p.actor.rpartition("/")[2] for claim in claims for p in claim.participants}


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "Four countries - Egypt, Jordan, Qatar and Turkey - signed the accord on Monday.", "EG JO QA TR"),
        ("en", "Iran and four Arab states - Egypt, Jordan, Qatar and Oman - signed an accord.", "IR EG JO QA OM"),
        ("en", "Leaders of three Sahel states (Mali, Niger and Burkina Faso) met in Niamey.", "ML NE BF"),
        ("fr", "Les quatre pays (Egypte, Jordanie, Qatar et Turquie) ont signé l'accord.", "EG JO QA TR"),
        ("fr", "L'Iran et les grandes puissances (Etats-Unis, Russie, Chine) ont signé l'accord.", "IR US RU CN"),
        ("fr", "Le Mali et ses voisins (Niger, Burkina Faso et Mauritanie) ont signé un pacte.", "ML NE BF MR"),
        ("fr", "Un accord entre trois pays (Egypte, Jordanie et Qatar) a été signé lundi.", "EG JO QA"),
        ("en", "Chad and three neighbours, Niger, Nigeria and Cameroon, signed a pact on Monday.", "TD NE NG CM"),
    ],
)
def test_those_whom_an_aside_names_act_for_their_group(language: str, text: str, who: str) -> None:
    assert sides(language, text) == set(who.split())


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "The P5+1 (Britain, China and France) reached a deal with Iran.", "p5-1 IR"),
        ("en", "The P5+1 - Britain, China and France - reached a deal with Iran.", "p5-1 IR"),
        ("fr", "La Russie, l'Iran et la Turquie, parrains des pourparlers, ont signé un mémorandum.", "RU IR TR"),
        ("fr", "La France, l'Allemagne et l'Italie ont signé un accord.", "FR DE IT"),
    ],
)
def test_who_has_a_name_acts_himself_whoever_is_listed_behind_it(language: str, text: str, who: str) -> None:
    assert sides(language, text) == set(who.split())


@pytest.mark.parametrize("opening", ["", "Anwar: ", "Live: "])
def test_a_headline_lists_its_sides_without_a_conjunction_behind_a_colon_too(opening: str) -> None:
    assert sides("en", f"{opening}Thailand, Cambodia agree to ceasefire") == {"TH", "KH"}
