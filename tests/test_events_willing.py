"""What is done without wavering, not ruled out, or only supposed to be done."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg.pipeline import extract


def told(code: str, text: str, kind: str) -> list[tuple[str, str]]:
    """Return status and polarity of each claim of a kind in a text printed on a Saturday."""
    claims = extract(prose(code, text, datetime(2020, 11, 21, tzinfo=UTC))).claims
    return [(claim.status, claim.polarity) for claim in claims if claim.type == kind]


@pytest.mark.parametrize(
    ("code", "text", "status"),
    [
        ("fr", "La Russie n'a pas hésité à attaquer l'Ukraine.", "occurred"),
        ("fr", "La Russie n'a pas manqué d'attaquer l'Ukraine.", "occurred"),
        ("fr", "Israël n'hésitera pas à attaquer l'Iran.", "planned"),
        ("fr", "Israël hésite à attaquer l'Iran.", "planned"),
        ("fr", "Les États-Unis n'excluent pas d'attaquer l'Iran.", "proposed"),
        ("fr", "Les États-Unis n'excluent plus d'attaquer l'Iran.", "proposed"),
        ("en", "Russia did not hesitate to attack Ukraine.", "occurred"),
        ("en", "Israel will not hesitate to attack Iran.", "planned"),
    ],
)
def test_who_does_not_waver_acts_and_who_rules_nothing_out_may(code: str, text: str, status: str) -> None:
    assert told(code, text, "attack") == [(status, "positive")]


def test_what_is_not_ruled_out_is_no_refusal() -> None:
    assert told("fr", "Vladimir Poutine n'exclut pas de rencontrer Volodymyr Zelensky.", "refusal") == []


@pytest.mark.parametrize(
    "text", ["La Russie n'est pas parvenue à attaquer Kiev.", "La Russie ne compte pas attaquer Kiev."]
)
def test_what_one_fails_or_does_not_mean_to_do_is_denied(text: str) -> None:
    assert told("fr", text, "attack") == [("denied", "negative")]


@pytest.mark.parametrize(
    "text",
    [
        "L'armée russe est censée se retirer de Kherson.",
        "Les troupes russes sont supposées se retirer de Kherson.",
        "Les soldats russes étaient tenus de se retirer de Kherson.",
    ],
)
def test_what_several_are_supposed_to_do_lies_ahead(text: str) -> None:
    assert told("fr", text, "withdrawal") == [("planned", "positive")]
