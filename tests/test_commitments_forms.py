"""Terms in the forms that news gives them: lists, passives, pronouns, exchanges, pledges told before the text is named."""

import pytest

from kg.model import Commitment
from tests.agreeing import read

IN, PK = "country/IN", "country/PK"

SIGNED = {"en": "India and Pakistan signed a deal on Monday.", "fr": "L'Inde et le Pakistan ont signé lundi un accord."}


def terms(language: str, *paragraphs: str) -> dict[str, Commitment]:
    found = read(language, *paragraphs)
    return {term.type: term for one in found.agreements for term in one.commitments}


def due(term: Commitment) -> str | None:
    return term.deadline.latest.isoformat() if term.deadline and term.deadline.latest else None


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "The deal calls for the release of 200 prisoners, the withdrawal of Pakistani troops within 30 days and the lifting of sanctions.",
        ),
        (
            "en",
            "It provides for the release of 200 prisoners, the withdrawal of Pakistani troops within 30 days and the lifting of sanctions.",
        ),
        (
            "fr",
            "L'accord prévoit le retrait des troupes pakistanaises d'ici au 11 juin, la libération de 200 prisonniers et la levée des sanctions.",
        ),
        (
            "fr",
            "Il prévoit le retrait des troupes pakistanaises d'ici au 11 juin, la libération de 200 prisonniers et la levée des sanctions.",
        ),
    ],
)
def test_each_noun_of_a_list_is_a_term(language, sentence):
    found = terms(language, SIGNED[language], sentence)
    assert {"prisoner_release", "withdrawal", "sanctions_relief"} <= set(found)
    assert found["withdrawal"].obligor == PK
    assert found["withdrawal"].obligee == IN
    assert due(found["withdrawal"]) == "2025-06-11"


@pytest.mark.parametrize(
    ("language", "sentence", "kind"),
    [
        ("en", "The prisoners will be freed within ten days.", "prisoner_release"),
        ("fr", "Les rebelles seront désarmés sous trente jours.", "disarmament"),
        (
            "fr",
            "Parmi les points figurent l'échange de tous les prisonniers et le retrait des troupes indiennes.",
            "withdrawal",
        ),
    ],
)
def test_what_will_be_done_under_the_text_is_a_term_though_nobody_is_told_to_owe_it(language, sentence, kind):
    assert kind in terms(language, SIGNED[language], sentence)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "A film about the war will be released in July."),
        ("en", "Troops stay in the region until elections can be held."),
        ("en", "The ministers said the prisoners will be freed by France."),
        ("fr", "Le ministre doit se rendre à Genève."),
        ("fr", "Le contrôle de la frontière viendra seulement après des élections locales."),
    ],
)
def test_what_only_stands_near_the_text_is_no_term(language, sentence):
    assert not terms(language, SIGNED[language], sentence)


@pytest.mark.parametrize(
    ("language", "sentence", "first", "second"),
    [
        (
            "fr",
            "Le Pakistan s'engage à libérer 200 prisonniers en échange du retrait des troupes indiennes.",
            ("prisoner_release", PK),
            ("withdrawal", IN),
        ),
        (
            "en",
            "Pakistan agreed to free 200 prisoners in exchange for the withdrawal of Indian troops.",
            ("prisoner_release", PK),
            ("withdrawal", IN),
        ),
    ],
)
def test_an_exchange_gives_each_side_its_own_term(language, sentence, first, second):
    found = terms(language, SIGNED[language], sentence)
    assert {(kind, found[kind].obligor) for kind in found} == {first, second}


def test_what_a_side_undertakes_not_to_do_is_its_term():
    assert terms("en", SIGNED["en"], "Pakistan undertakes not to attack the ports.")["non_aggression"].obligor == PK


def test_a_pledge_of_both_sides_is_owed_by_both_and_may_stand_before_the_text():
    found = terms(
        "fr",
        "L'Inde et le Pakistan se sont engagés lundi à cesser définitivement les hostilités.",
        "L'accord a été signé par leurs ministres.",
    )
    assert found["ceasefire"].obligor is None


def test_a_day_behind_another_item_of_a_list_is_not_the_term_s():
    sentence = "Parmi les points figurent l'échange de tous les prisonniers, une réforme avant la fin de l'année et une loi électorale."
    assert due(terms("fr", SIGNED["fr"], sentence)["prisoner_release"]) is None


def test_a_text_that_a_body_only_endorses_has_not_that_body_as_a_party():
    found = read("fr", SIGNED["fr"], "L'accord a été avalisé par le Conseil de sécurité de l'ONU.")
    assert [set(one.parties) for one in found.agreements] == [{IN, PK}]
