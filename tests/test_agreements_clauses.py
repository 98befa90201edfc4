"""Agreements told in clauses: who signed, brokered or ratified a text, what a pronoun takes up, and what is no text at all."""

import pytest

from tests.agreeing import only, read

IN, PK, TD, SD, FR, RW, BI, KE, NE = (
    f"country/{code}" for code in ("IN", "PK", "TD", "SD", "FR", "RW", "BI", "KE", "NE")
)
UN = "intergovernmentalorganization/united-nations"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The water treaty, which India and Pakistan signed in 1990, holds."),
        ("fr", "Le traité sur l'eau, que l'Inde et le Pakistan avaient signé en 1990, tient encore."),
    ],
)
def test_a_relative_clause_tells_when_a_text_was_signed(language, sentence):
    found = only(read(language, sentence))
    assert found.date is not None
    assert found.date.edtf == "1990"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "Chad said on Monday that it would quit the climate agreement with Sudan, which 40 nations adopted in 1990.",
        ),
        ("fr", "Le traité frontalier, que 40 États ont adopté en 1990, lie encore le Rwanda au Burundi."),
    ],
)
def test_signatories_without_names_still_date_a_text(language, sentence):
    assert [one.date.edtf for one in read(language, sentence).agreements if one.date] == ["1990"]


def test_whoever_brokered_a_text_in_a_clause_is_a_mediator():
    found = only(read("en", "The truce between Rwanda and Burundi, which Kenya brokered in March, has held."))
    assert (set(found.parties), found.mediators, found.date.edtf) == ({RW, BI}, (KE,), "2025-03")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The border accord between Rwanda and Burundi was ratified by the European Parliament on Friday."),
        ("fr", "L'accord frontalier entre le Rwanda et le Burundi a été ratifié vendredi par le Parlement européen."),
    ],
)
def test_a_parliament_that_ratifies_is_no_party(language, sentence):
    found = only(read(language, sentence))
    assert (set(found.parties), found.status) == ({RW, BI}, "ratified")


@pytest.mark.parametrize(
    ("language", "first", "second", "day"),
    [
        ("en", "Rwanda and Burundi reached a border accord.", "It was signed in Geneva on May 5.", "2025-05-05"),
        ("en", "Rwanda and Burundi reached a border accord.", "Their envoys signed it on May 5.", "2025-05-05"),
        (
            "fr",
            "Le Rwanda et le Burundi ont conclu un accord frontalier.",
            "Leurs émissaires l'ont signé le 5 mai.",
            "2025-05-05",
        ),
        (
            "fr",
            "Le Rwanda et le Burundi ont conclu un accord frontalier.",
            "Il a été signé à Genève le 5 mai.",
            "2025-05-05",
        ),
    ],
)
def test_a_pronoun_takes_up_the_text_that_is_signed(language, first, second, day):
    found = only(read(language, f"{first} {second}"))
    assert found.date is not None
    assert (found.date.edtf, found.status, set(found.parties)) == (day, "signed", {RW, BI})


@pytest.mark.parametrize(
    ("language", "second"),
    [
        ("en", "They will sign it on May 20."),
        ("en", "They have not signed it."),
        ("fr", "Ils le signeront le 20 mai."),
        ("fr", "Ils ne l'ont pas signé."),
    ],
)
def test_a_signing_ahead_or_denied_dates_nothing(language, second):
    first = {
        "en": "Rwanda and Burundi reached a border accord.",
        "fr": "Le Rwanda et le Burundi ont conclu un accord frontalier.",
    }
    found = only(read(language, f"{first[language]} {second}"))
    assert (found.date, found.status) == (None, "negotiated")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It is a text of nine points. Signed by Rwanda and Burundi, it took effect at midnight."),
        ("fr", "C'est un texte en neuf points. Signé par le Rwanda et le Burundi, il est entré en vigueur à minuit."),
    ],
)
def test_a_participle_that_opens_a_sentence_makes_the_text_told_before_an_agreement(language, text):
    assert set(only(read(language, text)).parties) == {RW, BI}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Chad freed six men under a deal with the Sudan."),
        ("en", "Chad has a deal with the government of Sudan."),
    ],
)
def test_a_deal_with_somebody_is_a_text(language, sentence):
    assert {TD} < set(only(read(language, sentence)).parties)


@pytest.mark.parametrize(
    "sentence",
    [
        "Chad failed to deal with the Sudan.",
        "Chad must deal with the government of Sudan.",
        "Chad will deal with Sudan.",
    ],
)
def test_to_deal_with_somebody_is_none(sentence):
    assert not read("en", sentence).agreements


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Chad and Sudan reached an arrangement on grazing at talks in Geneva on May 5."),
        (
            "en",
            "Chad freed six men, in a swap that it and Sudan agreed on May 5: Chad and Sudan reached a deal in Geneva on May 5.",
        ),
        ("fr", "Le Tchad et le Soudan ont conclu le 5 mai à Genève un échange de prisonniers."),
    ],
)
def test_an_exchange_or_arrangement_that_was_agreed_on_is_a_text(language, sentence):
    assert any(set(one.parties) == {TD, SD} for one in read(language, sentence).agreements)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Chad and Sudan began a prisoner swap on Monday."),
        ("en", "The seating arrangement upset Chad and Sudan."),
        ("fr", "Le Tchad et le Soudan ont commencé lundi un échange de prisonniers."),
    ],
)
def test_an_exchange_that_only_takes_place_is_none(language, sentence):
    assert not read(language, sentence).agreements


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Rwanda and Burundi signed a border accord in Geneva on Monday with the Kenyan president looking on."),
        (
            "fr",
            "Le Rwanda et le Burundi ont signé lundi à Genève un accord frontalier sous les yeux du président kényan.",
        ),
    ],
)
def test_whoever_looks_on_is_no_party(language, sentence):
    assert set(only(read(language, sentence)).parties) == {RW, BI}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Rwanda announced a unilateral ceasefire in April. It and Burundi met on Monday."),
        ("fr", "Le Rwanda a annoncé en avril un cessez-le-feu unilatéral avec le Burundi."),
    ],
)
def test_a_truce_of_one_side_is_no_agreement(language, sentence):
    assert not read(language, sentence).agreements


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Rwanda and Burundi said on Friday that they had reached a border accord."),
        ("fr", "Le Rwanda et le Burundi ont annoncé vendredi qu'ils étaient parvenus à un accord frontalier."),
    ],
)
def test_a_text_announced_without_a_day_has_that_of_its_announcement(language, sentence):
    found = only(read(language, sentence))
    assert found.date is not None
    assert found.date.edtf == "2025-05-09"


def test_a_truce_is_not_made_where_it_holds():
    found = only(read("en", "Rwanda and Burundi agreed a truce in Goma after talks in Nairobi on Friday."))
    assert found.place == "city/nairobi"


def test_an_annex_is_not_the_accord_that_it_belongs_to():
    names = {
        one.name
        for one in read(
            "fr", "Le Rwanda et le Burundi ont signé un accord en 2015. Ils ont conclu lundi une annexe."
        ).agreements
    }
    assert len(names) == 2


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "The accord was signed in May by Rwanda and Burundi and goes further than the one that Kenya signed in 1990.",
        ),
        (
            "fr",
            "L'accord, signé en mai par le Rwanda et le Burundi, va plus loin que celui de 1990, signé par le Kenya.",
        ),
    ],
)
def test_another_text_ends_the_description_of_the_first(language, sentence):
    found = read(language, sentence).agreements[0]
    assert (set(found.parties), found.date.edtf) == ({RW, BI}, "2025-05")


def test_whoever_also_signs_the_accord_of_a_sentence_signs_no_other():
    found = only(
        read("en", "The accord was signed by Rwanda and Burundi, while Kenya also signed the accord in Geneva.")
    )
    assert {RW, BI} <= set(found.parties)
