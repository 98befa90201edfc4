"""What people meet about is not where they meet; whom somebody urges without a name is not who urges."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg.model import Claim
from kg.pipeline import extract


def told(code: str, text: str, kind: str) -> Claim:
    """Return the only claim of a kind in a text printed on a Saturday."""
    (claim,) = (c for c in extract(prose(code, text, datetime(2020, 11, 21, tzinfo=UTC))).claims if c.type == kind)
    return claim


@pytest.mark.parametrize(
    ("code", "text", "kind", "place"),
    [
        ("fr", "Une réunion sur la situation au Liban s'est tenue à Genève entre la France et les États-Unis.", "meeting", "city/geneva"),
        ("fr", "Sergueï Lavrov a rencontré Mevlut Cavusoglu pour parler du cessez-le-feu à Idlib.", "meeting", None),
        ("fr", "Les tensions au Cachemire ont poussé l'Inde et le Pakistan à négocier.", "negotiation", None),
        ("fr", "Antonio Guterres s'est rendu à Kiev pour discuter du conflit dans le Donbass.", "visit", "city/kiev"),
        ("fr", "Les pourparlers de paix à Genève entre la Russie et l'Ukraine ont repris.", "negotiation", "city/geneva"),
        ("fr", "L'Arménie a signé avec l'Azerbaïdjan un accord de cessation des combats au Haut-Karabakh.", "signing", None),
        ("en", "Russia and Turkey held a meeting in Sochi on the situation in Idlib.", "meeting", "city/sochi"),
        ("en", "Armenia and Azerbaijan signed the treaty in Prague.", "signing", "city/prague"),
    ],
)  # fmt: skip
def test_the_place_of_a_matter_is_not_where_people_meet(code: str, text: str, kind: str, place: str | None) -> None:
    assert told(code, text, kind).place == place


def test_a_participle_behind_and_ends_what_belongs_to_a_noun() -> None:
    text = "Jean-Yves Le Drian a insisté sur la trêve au Liban et souligné les efforts engagés par la France avec l'Égypte."
    assert told("fr", text, "ceasefire").participants == ()


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Le Qatar a appelé les deux parties à signer un accord.", {"RS", "XK"}),
        ("Le Qatar a demandé aux deux pays de signer un accord.", {"RS", "XK"}),
        ("La Serbie a annoncé que les deux pays signeraient un accord.", {"RS", "XK"}),
    ],
)
def test_who_asks_the_two_is_neither_of_them(text: str, sides: set[str]) -> None:
    claim = told("fr", f"La Serbie et le Kosovo se disputent. {text}", "signing")
    assert {p.actor.rpartition("/")[2] for p in claim.participants} == sides


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Paris appelle toutes les parties à négocier à Genève."),
        ("fr", "Le pape presse les dirigeants de négocier à Rome."),
        ("en", "The United Nations urged all sides to negotiate in Geneva."),
    ],
)
def test_whoever_is_urged_without_a_name_is_not_who_urges(code: str, text: str) -> None:
    claims = extract(prose(code, text, datetime(2020, 11, 21, tzinfo=UTC))).claims
    assert [p for c in claims if c.type == "negotiation" for p in c.participants] == []


def test_who_threatens_somebody_does_what_he_threatens() -> None:
    claim = told("fr", "Israël menace l'Iran de lancer une offensive au Liban.", "military_action")
    assert [(p.actor, p.role) for p in claim.participants] == [("country/IL", "actor")]
