"""Whether what is told was done, is planned or only asked for, and on which day: by the words around its noun or verb."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg.model import Claim
from kg.pipeline import extract

MONDAY = datetime(2025, 5, 12, tzinfo=UTC)


def told(code: str, text: str, type_: str) -> list[Claim]:
    return [claim for claim in extract(prose(code, text, MONDAY)).claims if claim.type == type_]


def statuses(code: str, text: str, type_: str) -> list[str]:
    return [claim.status for claim in told(code, text, type_)]


def days(code: str, text: str, type_: str) -> list[str | None]:
    return [claim.when.edtf if claim.when else None for claim in told(code, text, type_)]


@pytest.mark.parametrize(
    ("code", "text", "type_"),
    [
        ("en", "Chad's calls for a ceasefire between Armenia and Azerbaijan went unheeded.", "ceasefire"),
        ("en", "Armenia rejected a call for a ceasefire with Azerbaijan.", "ceasefire"),
        ("en", "Chad repeated its call for the withdrawal of Nigerien troops from Chad.", "withdrawal"),
        ("en", "Chad's demands for the withdrawal of Nigerien troops were rejected.", "withdrawal"),
        ("en", "Chad welcomed an offer of talks with Niger.", "negotiation"),
        ("fr", "Les appels du Tchad à un cessez-le-feu entre l'Arménie et l'Azerbaïdjan sont restés sans réponse.", "ceasefire"),
        ("fr", "L'Arménie a rejeté un appel à un cessez-le-feu avec l'Azerbaïdjan.", "ceasefire"),
        ("fr", "Le Tchad a réitéré son appel au retrait des troupes nigériennes.", "withdrawal"),
        ("fr", "Le Tchad a rejeté la demande de retrait des troupes nigériennes.", "withdrawal"),
    ],
)  # fmt: skip
def test_what_a_noun_asks_for_is_proposed(code: str, text: str, type_: str) -> None:
    assert statuses(code, text, type_) == ["proposed"]


@pytest.mark.parametrize(
    ("code", "text", "type_", "status"),
    [
        ("en", "Chad declared a ceasefire with Niger on Sunday.", "ceasefire", "occurred"),
        ("en", "Chad welcomed the ceasefire between Armenia and Azerbaijan.", "ceasefire", "occurred"),
        ("fr", "Le Tchad a salué le cessez-le-feu entre l'Arménie et l'Azerbaïdjan.", "ceasefire", "occurred"),
        ("fr", "Emmanuel Macron s'est entretenu dimanche avec Nikol Pachinian après un appel à Ilham Aliev.", "meeting", "occurred"),
    ],
)  # fmt: skip
def test_what_is_there_is_not_asked_for(code: str, text: str, type_: str, status: str) -> None:
    assert statuses(code, text, type_) == [status]


def test_the_day_of_asking_is_not_that_of_what_is_asked_for() -> None:
    assert days("en", "Calls for a ceasefire between Armenia and Azerbaijan grew on Sunday.", "ceasefire") == [None]
    assert days("en", "Chad proposed talks between Armenia and Azerbaijan next month.", "negotiation") == ["2025-06"]


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("The planned visit of Nikol Pashinyan to Ankara was postponed on Friday.", "visit", "postponed"),
        ("Nikol Pashinyan's expected visit to Ankara was cancelled on Friday.", "visit", "cancelled"),
        ("The scheduled talks between Chad and Niger were cancelled on Friday.", "negotiation", "cancelled"),
        ("Both sides planned talks between Chad and Niger.", "negotiation", "planned"),
    ],
)
def test_a_participle_between_article_and_noun_is_no_verb(text: str, type_: str, status: str) -> None:
    assert statuses("en", text, type_) == [status]


def test_a_text_that_may_be_signed_is_not_agreed_on() -> None:
    text = "A peace treaty between Armenia and Azerbaijan could be signed this month."
    assert statuses("en", text, "agreement") == []
    assert statuses("en", text, "signing") == ["planned"]
