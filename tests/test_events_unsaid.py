"""What a sentence mentions and nobody says: not confirmed, only asked, a mere report, a claim that is turned down."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg.model import Claim
from kg.pipeline import extract

CHAD, NIGER = "country/TD", "country/NE"


def attacks(code: str, text: str) -> list[Claim]:
    """Return the claims of attacks in a text printed on a Monday."""
    found = extract(prose(code, text, datetime(2025, 5, 12, tzinfo=UTC))).claims
    return [c for c in found if c.type == "attack"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Chad has not confirmed that Niger attacked Dirkou."),
        ("en", "Chad neither confirmed nor denied that it attacked Niger."),
        ("en", "Chad declined to confirm that it had attacked Niger."),
        ("en", "Reuters could not independently verify that Chad had attacked Niger."),
        ("en", "The army was unable to confirm that Chad had attacked Niger."),
        ("en", "There was no evidence that Chad had attacked Niger."),
        ("en", "“Did Chad attack Niger?” asked Nikol Pashinyan."),
        ("fr", "Le Tchad n'a pas confirmé que le Niger avait attaqué Dirkou."),
        ("fr", "Le Tchad n'a ni confirmé ni démenti avoir attaqué le Niger."),
        ("fr", "Le Tchad a refusé de dire s'il avait attaqué le Niger."),
        ("fr", "L'AFP n'a pas pu vérifier que le Tchad avait attaqué le Niger."),
        ("fr", "Rien ne prouve que le Tchad ait attaqué le Niger."),
        ("fr", "« Le Tchad a-t-il attaqué le Niger ? », a demandé Nikol Pachinian."),
    ],
)
def test_what_is_not_confirmed_or_only_asked_is_not_told(code: str, text: str) -> None:
    assert attacks(code, text) == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Chad has confirmed that it attacked Niger."),
        ("en", "Chad did not comment, but Nikol Pashinyan said that Chad had attacked Niger."),
        ("en", "Chad has not confirmed that talks failed, but it attacked Niger on Monday."),
        ("en", "No sign of progress: Chad attacked Niger on Monday."),
        ("en", "“Who is to blame?” Nikol Pashinyan asked after Chad attacked Niger."),
        ("fr", "Le Tchad a confirmé avoir attaqué le Niger."),
        ("fr", "Sans dire un mot de la trêve, le Tchad a attaqué le Niger lundi."),
        ("fr", "Le Tchad n'a pas confirmé que les pourparlers avaient échoué, mais il a attaqué le Niger lundi."),
        ("fr", "« À qui la faute ? », a demandé Nikol Pachinian, après que le Tchad a attaqué le Niger."),
    ],
)
def test_what_is_confirmed_or_stands_beside_it_is_told(code: str, text: str) -> None:
    assert [c.polarity for c in attacks(code, text)] == ["positive"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The Armenian attack could not be independently verified."),
        ("en", "Chad did not deny that it had attacked Niger."),
        ("en", "The talks were suspended amid reports that Chad had attacked Niger."),
        ("fr", "L'attaque du Tchad n'a pas pu être vérifiée de source indépendante."),
        ("fr", "Le Tchad n'a pas démenti avoir attaqué le Niger."),
        ("fr", "Les pourparlers sont suspendus après des informations selon lesquelles le Tchad a attaqué le Niger."),
    ],
)
def test_what_is_not_verified_not_denied_or_only_reported_is_claimed(code: str, text: str) -> None:
    assert [(c.status, c.attributed_to) for c in attacks(code, text)] == [("claimed", None)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Chad rejected claims that its army had attacked Niger."),
        ("en", "Chad rejected accusations that it had attacked Niger."),
        ("en", "Chad dismissed as false reports that its army had attacked Niger."),
        ("fr", "Le Tchad rejette les accusations selon lesquelles son armée a attaqué le Niger."),
        ("fr", "Le Tchad a démenti les informations selon lesquelles son armée avait attaqué le Niger."),
    ],
)
def test_who_turns_down_reports_denies_what_they_say(code: str, text: str) -> None:
    assert [(c.status, c.polarity, c.attributed_to) for c in attacks(code, text)] == [("denied", "negative", CHAD)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Chad rejected an offer of talks and said that Niger had attacked Dirkou."),
        ("en", "Chad claims that Niger attacked Dirkou."),
        ("fr", "Le Tchad rejette l'offre et accuse le Niger d'avoir attaqué Dirkou."),
    ],
)
def test_who_turns_down_something_else_denies_no_event(code: str, text: str) -> None:
    assert [(c.polarity, c.attributed_to) for c in attacks(code, text)] == [("positive", CHAD)]
