"""Commitments: who owes what to whom, by when, in exchange for what, and how far it is kept."""

import pytest

from kg.model import Commitment
from tests.agreeing import only, read

SD, TD = "country/SD", "country/TD"


def terms(language: str, *paragraphs: str, published: str = "2025-05-12") -> dict[str, Commitment]:
    found = read(language, *paragraphs, published=published)
    return {term.type: term for one in found.agreements for term in one.commitments}


SIGNED = {
    "en": "Chad and Sudan signed a peace accord in Geneva on May 12, 2025.",
    "fr": "Le Tchad et le Soudan ont signé à Genève le 12 mai 2025 un accord de paix.",
}


@pytest.mark.parametrize(
    ("language", "sentence", "kind", "obligor", "due"),
    [
        ("en", "Under the accord, Chad must withdraw its troops within 90 days.", "withdrawal", TD, "2025-08-10"),
        ("en", "Within 90 days Chad is to go down to 800 troops.", "withdrawal", TD, "2025-08-10"),
        ("en", "Chad undertakes to prevent rebels from crossing the border.", "security_guarantee", TD, None),
        ("en", "Sudan pledged to lift its sanctions by July 1.", "sanctions_relief", SD, "2025-07-01"),
        ("fr", "L'accord prévoit le retrait des troupes tchadiennes dans les 14 mois.", "withdrawal", TD, "2026-07-12"),
        ("fr", "Le Soudan s'engage à lever ses sanctions d'ici au 1er juillet.", "sanctions_relief", SD, "2025-07-01"),
        ("fr", "Le Tchad s'engage à empêcher les rebelles de passer la frontière.", "security_guarantee", TD, None),
    ],
)
def test_a_term_names_who_owes_it_and_by_when_counted_from_the_signing(language, sentence, kind, obligor, due):
    term = terms(language, SIGNED[language], sentence)[kind]
    assert term.obligor == obligor
    assert term.obligee == ({TD, SD} - {obligor}).pop()
    assert (term.deadline.latest.isoformat() if term.deadline and term.deadline.latest else None) == due


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Chad agreed to withdraw its troops in exchange for security guarantees."),
        ("fr", "Le Tchad s'engage à retirer ses troupes en échange de garanties de sécurité."),
    ],
)
def test_what_is_given_in_exchange_is_owed_by_the_other_and_is_the_condition(language, sentence):
    found = terms(language, SIGNED[language], sentence)
    assert found["withdrawal"].obligor == TD
    assert found["withdrawal"].condition
    assert found["security_guarantee"].obligor == SD
    assert found["security_guarantee"].condition is None


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Chad withdrew its troops from Darfur."),
        ("en", "Chad must not withdraw its troops."),
        ("en", "France must withdraw its troops from Niger."),
        ("fr", "La France doit retirer ses troupes du Niger."),
        ("fr", "Le Tchad a retiré ses troupes du Darfour."),
    ],
)
def test_what_nobody_undertook_under_the_text_is_no_term_of_it(language, sentence):
    assert "withdrawal" not in terms(language, SIGNED[language], sentence)


def test_a_part_and_the_whole_are_two_terms():
    found = only(
        read(
            "en",
            SIGNED["en"],
            "Under the accord, Chad must withdraw all its troops within 14 months.",
            "Within 90 days Chad is to go down to 800 troops.",
        )
    )
    assert len([term for term in found.commitments if term.type == "withdrawal"]) == 2


def test_each_term_has_its_evidence():
    found = read("fr", SIGNED["fr"], "L'accord prévoit le retrait des troupes tchadiennes dans les 14 mois.")
    (term,) = only(found).commitments
    assert "14 mois" in found.article.text[term.start : term.end]


def test_a_pledge_before_any_agreement_is_no_term():
    assert terms("en", "Chad pledged to withdraw its troops.") == {}


_PACT = (
    "Chad and Sudan signed a peace deal on May 5, 2025. Under the deal, Chad must withdraw its troops within 90 days."
)


@pytest.mark.parametrize(
    ("after", "due"),
    [
        ("The two sides moved the deadline to August 31, 2025.", "../2025-08-31"),
        ("The deadline was extended to August 31, 2025.", "../2025-08-31"),
        ("The deadline could be extended to August 31, 2025.", "../2025-08-03"),
        ("The deadline was not extended to August 31, 2025.", "../2025-08-03"),
        ("The curfew was extended to August 31, 2025.", "../2025-08-03"),
    ],
)
def test_a_deadline_that_was_moved_is_the_new_one(after, due):
    found = terms("en", _PACT, after)["withdrawal"]
    assert found.deadline is not None
    assert found.deadline.edtf == due


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Chad y Sudán firmaron el viernes un acuerdo de paz. El acuerdo prevé que Chad retire sus tropas."),
        (
            "de",
            "Der Tschad und der Sudan haben am Freitag ein Abkommen unterzeichnet. Das Abkommen sieht vor, dass der Tschad seine Truppen abzieht.",
        ),
        ("fr", "Le Tchad et le Soudan ont signé un accord. Aux termes de l'accord, le Tchad doit retirer ses troupes."),
        ("fr", "Le Tchad et le Soudan ont signé un accord. L'accord prévoit que le Tchad retire ses troupes."),
    ],
)
def test_terms_are_read_in_every_language(language, text):
    assert terms(language, text)["withdrawal"].obligor == "country/TD"


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("L'accord prévoit le désarmement des rebelles, en principe sous trente jours.", "2025-06-11"),
        ("L'accord prévoit le désarmement des rebelles, une réforme sous trente jours.", None),
    ],
)
def test_how_firm_a_day_is_may_stand_between_it_and_its_term(sentence, due):
    term = terms("fr", SIGNED["fr"], sentence)["disarmament"]
    assert (term.deadline.latest.isoformat() if term.deadline and term.deadline.latest else None) == due


def test_a_day_behind_a_term_is_its_own_before_one_that_is_of_the_promise():
    found = terms("en", SIGNED["en"], "Under the accord, Chad agreed in May to hold elections on December 24, 2025.")
    assert found["election"].deadline.edtf == "2025-12-24"


@pytest.mark.parametrize(
    "sentence",
    [
        "A forum of 75 Chadians agreed in June to hold elections on December 24, 2025.",
        "Un forum de Tchadiens s'est engagé à tenir des élections le 24 décembre.",
    ],
)
def test_some_body_of_a_country_does_not_owe_what_its_state_signed(sentence):
    language = "fr" if sentence.startswith("Un ") else "en"
    assert "election" not in terms(language, SIGNED[language], sentence)
