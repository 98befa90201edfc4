"""Agreements told by the way: whose consent is no text, who is bound by those who sign, and which day is the text's own."""

import pytest

from tests.agreeing import only, read

IN, PK, TD, SD, KG, TJ = (f"country/{code}" for code in ("IN", "PK", "TD", "SD", "KG", "TJ"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Le médiateur égyptien dit avoir obtenu l'accord du Tchad pour un retrait.",
        "Les Nations unies attendent l'accord du Soudan.",
    ],
)
def test_the_consent_of_one_side_is_no_text(sentence):
    assert not read("fr", sentence).agreements


def test_the_text_of_two_sides_is_no_consent():
    agreement = only(read("fr", "L'accord du Tchad avec le Soudan a été signé en 2010."))
    assert {TD, SD} <= set(agreement.parties)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "L'Inde a annoncé un cessez-le-feu avec le Pakistan."),
        ("en", "India announced a ceasefire with Pakistan."),
    ],
)
def test_whoever_announces_a_truce_with_another_is_a_party(language, sentence):
    assert set(only(read(language, sentence)).parties) == {IN, PK}


def test_whoever_announces_the_truce_of_others_is_none():
    found = read("fr", "Le Qatar a annoncé un cessez-le-feu entre le Tchad et le Soudan.")
    assert set(only(found).parties) == {TD, SD}


def test_presidents_who_sign_bind_their_states():
    sentence = "Kyrgyz President Sadyr Japarov and Tajik President Emomali Rahmon signed a border treaty on May 5."
    assert {KG, TJ} <= set(only(read("en", sentence)).parties)


def test_a_declaration_of_principles_is_one_text():
    found = read("fr", "Le Tchad et le Soudan ont signé une déclaration de principes le 5 mai.")
    agreement = only(found)
    assert set(agreement.parties) == {TD, SD}
    assert agreement.date
    assert agreement.date.edtf == "2025-05-05"


@pytest.mark.parametrize(
    ("language", "sentence", "day"),
    [
        ("fr", "La trêve entre le Tchad et le Soudan, entrée en vigueur le 2 avril, a été violée.", "2025-04-02"),
        ("fr", "L'Inde a annoncé samedi avoir signé un accord frontalier avec le Pakistan.", "2025-05-10"),
        ("en", "The truce between Chad and Sudan took effect on April 2.", "2025-04-02"),
    ],
)
def test_the_day_of_a_text_is_that_on_which_it_takes_effect_or_is_told_as_signed(language, sentence, day):
    agreement = only(read(language, sentence))
    assert agreement.date
    assert agreement.date.edtf == day


def test_a_truce_of_today_is_not_the_agreement_of_an_earlier_day():
    found = read(
        "fr",
        "Le Tchad a conclu un cessez-le-feu avec le Soudan.",
        "L'accord du 10 janvier sur les frontières n'est toujours pas appliqué.",
    )
    assert [a.date.edtf if a.date else None for a in found.agreements if a.parties] == [None]


def test_a_text_without_a_name_of_a_known_year_has_the_sides_that_the_article_names():
    found = read(
        "fr",
        "Le gouvernement colombien a rencontré d'anciens combattants des FARC.",
        "En 2016, un accord historique, négocié à La Havane, a mis fin à la guerre.",
        published="2023-06-10",
    )
    assert any(len(agreement.parties) > 1 for agreement in found.agreements)


def test_a_text_taken_up_as_known_is_kept_alone_and_never_beside_the_one_that_is_told():
    first = "La presse a salué l'accord, qui doit être approuvé par le Parlement."
    second = "L'Inde et le Pakistan négocient depuis mars."
    alone = only(read("fr", first, second))
    assert set(alone.parties) == {IN, PK}
    third = "L'Inde et le Pakistan ont conclu un traité sur les eaux le 5 mai."
    assert len(read("fr", first, second, third).agreements) == 1


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "India and Pakistan agreed on Saturday to extend a ceasefire."),
        ("fr", "L'Inde et le Pakistan sont convenus samedi de prolonger un accord de cessez-le-feu."),
    ],
)
def test_whoever_agrees_to_extend_a_truce_is_a_party(language, sentence):
    assert set(only(read(language, sentence)).parties) == {IN, PK}


def test_whoever_alone_negotiated_a_truce_of_others_is_its_mediator():
    found = read("fr", "Un cessez-le-feu avait été négocié le 28 avril par le Kenya entre le Tchad et le Soudan.")
    agreement = only(found)
    assert set(agreement.parties) == {TD, SD}
    assert agreement.mediators == ("country/KE",)


def test_no_agreement_was_reached_where_it_is_said_so():
    assert not read("en", "India and Pakistan did not get to an agreement today.").agreements


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Armenia and Azerbaijan signed a peace deal at the White House on August 8, 2025."),
        ("fr", "L'Arménie et l'Azerbaïdjan ont signé un accord de paix à la Maison-Blanche le 8 août 2025."),
    ],
)
def test_a_text_signed_in_a_house_is_the_one_known_of_its_town(language, sentence):
    found = read(language, sentence, published="2025-08-10")
    assert only(found).id == "agreement/armenia-azerbaijan-washington-2025"


def test_a_text_signed_in_the_house_of_another_state_is_none_of_a_town():
    sentence = "Armenia and Azerbaijan signed a peace deal at the Kremlin on August 8, 2025."
    found = read("en", sentence, published="2025-08-10")
    assert only(found).id != "agreement/armenia-azerbaijan-washington-2025"
