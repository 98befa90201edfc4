"""Who leaves an agreement or an organisation moves no troops, and who moves troops under an agreement does not leave it."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg.model import Article, Claim
from kg.pipeline import extract
from kg.record import record


def article(language: str, text: str) -> Article:
    """Return an article of one paragraph."""
    return prose(language, text, datetime(2024, 3, 14, tzinfo=UTC))


def told(language: str, text: str) -> dict[str, list[Claim]]:
    """Return the claims of a text by type."""
    found: dict[str, list[Claim]] = {}
    for claim in extract(article(language, text)).claims:
        found.setdefault(claim.type, []).append(claim)
    return found


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "Russia pulled out of the grain deal on Monday.", {"country/RU"}),
        ("en", "France said that Burundi would quit the Rome Statute.", {"country/BI"}),
        ("en", "The Philippine withdrawal from the treaty in 2019 angered France.", {"country/PH"}),
        ("en", "Peru pulled out of that agreement in 2008.", {"country/PE"}),
        ("en", "The United States withdrew from the agreement in May 2018.", {"country/US"}),
        ("fr", "Les Etats-Unis se sont retirés de l'accord en mai 2018.", {"country/US"}),
        ("fr", "La Russie s'est retirée lundi de l'accord céréalier.", {"country/RU"}),
        ("fr", "Emmanuel Macron a regretté le retrait du Burundi du Statut de Rome.", {"country/BI"}),
        ("fr", "La Russie est sortie de l'accord en 2023.", {"country/RU"}),
        ("es", "Rusia se retiró el lunes del acuerdo.", {"country/RU"}),
    ],
)
def test_who_leaves_a_text_is_told_with_the_text(language: str, text: str, who: set[str]) -> None:
    (claim,) = told(language, text)["exit"]
    assert {p.actor for p in claim.participants} == who
    assert claim.agreement
    assert not claim.place


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Benin and Togo quit ECOWAS on Sunday."),
        ("fr", "Le Bénin et le Togo ont quitté dimanche la Cédéao."),
    ],
)
def test_states_leave_an_organisation(language: str, text: str) -> None:
    (claim,) = told(language, text)["exit"]
    roles = {p.actor: p.role for p in claim.participants}
    assert roles == {"country/BJ": "withdrawing", "country/TG": "withdrawing", "igo/ecowas": "target"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Israel withdrew its troops from Lebanon under a deal with Hezbollah."),
        ("en", "António Guterres left the United Nations on Friday."),
        ("en", "Russia left the talks on the grain deal."),
        ("en", "The ministers left Moscow after signing the treaty."),
        ("fr", "Israël a retiré ses troupes du Liban en vertu de l'accord."),
        ("fr", "Le ministre a quitté la réunion de l'Union africaine."),
        ("fr", "La Russie a quitté les négociations sur l'accord."),
    ],
)
def test_leaving_talks_or_a_place_is_no_exit(language: str, text: str) -> None:
    assert "exit" not in told(language, text)


def test_forces_that_leave_under_a_text_withdraw() -> None:
    assert "withdrawal" in told("en", "Israel withdrew its troops from Lebanon under a deal with Hezbollah.")


def test_a_record_prints_an_exit_as_the_type_above_it() -> None:
    printed = record(extract(article("en", "Russia pulled out of the grain deal on Monday.")))
    assert "withdrawal" in {claim["type"] for claim in printed["claims"]}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Turkey withdrew from the Istanbul Convention in 2021."),
        ("fr", "La Turquie s'est retirée de la convention d'Istanbul en 2021."),
    ],
)
def test_a_text_named_by_its_town_is_no_known_one_of_which_only_one_side_is_named(language: str, text: str) -> None:
    (claim,) = told(language, text)["exit"]
    assert "tripoli" not in str(claim.agreement)


@pytest.mark.parametrize(
    ("text", "kind", "year"),
    [
        ("Mali's government said it was ending the 2015 Algiers peace deal.", "exit", None),
        ("Russia withdrew in 2019 from the 1987 INF treaty.", "exit", "2019"),
        ("Serbia and Croatia signed the 1995 Dayton accords in Paris.", "signing", "1995"),
    ],
)
def test_the_year_of_a_text_is_when_it_was_signed_not_left(text: str, kind: str, year: str | None) -> None:
    (claim,) = told("en", text)[kind]
    assert (claim.when.edtf if claim.when else None) == year
