"""Agreements: which sentences speak of one, who its parties are, when it was signed, and which mentions are one text."""

import pytest

from tests.agreeing import only, read

IN, PK, TD, SD, FR, NE = (f"country/{code}" for code in ("IN", "PK", "TD", "SD", "FR", "NE"))


@pytest.mark.parametrize(
    ("language", "sentence", "parties", "day"),
    [
        ("en", "India and Pakistan signed a border accord in Geneva on May 5.", {IN, PK}, "2025-05-05"),
        ("en", "A border accord was signed on May 5 by India and Pakistan.", {IN, PK}, "2025-05-05"),
        ("en", "The border accord between India and Pakistan, signed in 2015, has held.", {IN, PK}, "2015"),
        ("en", "India suspended a 2015 water accord with Pakistan.", {IN, PK}, "2015"),
        ("en", "The ceasefire between Chad and Sudan appeared to hold.", {TD, SD}, None),
        ("en", "Chad and Sudan agreed on a ceasefire.", {TD, SD}, None),
        ("fr", "Le Tchad et le Soudan ont signé mardi à Genève un accord de paix.", {TD, SD}, "2025-05-06"),
        ("fr", "L'accord de défense signé entre Paris et Niamey en 1977 a été dénoncé.", {FR, NE}, "1977"),
        ("fr", "Le cessez-le-feu conclu samedi entre le Tchad et le Soudan semblait tenir.", {TD, SD}, "2025-05-10"),
        ("fr", "La France a rompu plusieurs accords militaires conclus avec le Niger.", {FR, NE}, None),
        (
            "fr",
            "Les pourparlers ont abouti à un accord sur les prisonniers entre le Tchad et le Soudan.",
            {TD, SD},
            None,
        ),
    ],
)
def test_an_agreement_has_the_parties_and_the_day_that_its_sentence_gives(language, sentence, parties, day):
    agreement = only(read(language, sentence))
    assert set(agreement.parties) == parties
    assert (agreement.date.edtf if agreement.date else None) == day


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The talks ended without a deal."),
        ("en", "Any agreement must be approved by parliament."),
        ("en", "Chad agreed with Sudan that the border was quiet."),
        ("en", "No accord was signed by Chad and Sudan."),
        ("en", "Chad called for a ceasefire."),
        ("fr", "Le Tchad n'est pas d'accord avec le Soudan."),
        ("fr", "Aucun accord n'a été trouvé entre le Tchad et le Soudan."),
        ("fr", "Le ministre tchadien plaide pour une trêve."),
        ("fr", "Les deux présidents se sont quittés sans avoir signé d'accord."),
    ],
)
def test_what_is_not_agreed_is_no_agreement(language, sentence):
    assert read(language, sentence).agreements == ()


def test_onlookers_and_mediators_are_no_parties():
    found = only(
        read(
            "fr",
            "Un accord de paix a été signé lundi à Genève entre le Tchad et le Soudan, sous l'égide de l'Union africaine,"
            " en présence du président français Emmanuel Macron.",
        )
    )
    assert set(found.parties) == {TD, SD}
    assert found.mediators == ("intergovernmentalorganization/african-union",)


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "Chad and Sudan signed a peace accord in Geneva on Monday.", "The accord was welcomed by France."),
        ("en", "Chad and Sudan reached a deal on Monday.", "France said the deal was fair."),
        ("fr", "Le Tchad et le Soudan ont signé lundi un accord de paix.", "Cet accord met fin à trois ans de guerre."),
        ("fr", "Le Tchad et le Soudan ont signé lundi un accord.", "L'accord de paix a été salué par la France."),
    ],
)
def test_mentions_of_one_text_are_one_agreement(language, first, second):
    only(read(language, first, second))


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "Chad and Sudan signed a peace accord on Monday.", "A previous accord, signed in 2015, had collapsed."),
        (
            "fr",
            "Le Tchad et le Soudan ont signé lundi un accord de paix.",
            "Un précédent accord avait été signé en 2015.",
        ),
    ],
)
def test_an_earlier_text_is_another_agreement(language, first, second):
    assert len(read(language, first, second).agreements) == 2


@pytest.mark.parametrize(
    ("language", "sentences", "known"),
    [
        ("en", ("Iran and the United States dispute the JCPOA.",), "agreement/joint-comprehensive-plan-of-action"),
        (
            "fr",
            ("L'Iran accuse les États-Unis d'avoir violé l'accord sur le nucléaire iranien.",),
            "agreement/joint-comprehensive-plan-of-action",
        ),
        (
            "en",
            ("The accord that Egypt and Israel signed in Washington on March 26, 1979, still holds.",),
            "agreement/egypt-israel-peace-treaty",
        ),
        (
            "fr",
            ("L'accord conclu en mars 2023 à Pékin entre l'Iran et l'Arabie saoudite tient.",),
            "agreement/iran-saudi-arabia-agreement-beijing-2023",
        ),
    ],
)
def test_a_text_is_known_by_name_or_by_place_day_and_parties_in_any_language(language, sentences, known):
    assert only(read(language, *sentences)).id == known


def test_a_name_that_another_text_bears_is_not_linked_where_no_party_is_named():
    found = read("fr", "Le Chili et le Pérou ont signé l'accord de Prespa, un texte sur la pêche.")
    assert all(one.id != "agreement/prespa-agreement" for one in found.agreements)


@pytest.mark.parametrize(
    ("language", "sentence", "status"),
    [
        ("en", "Chad and Sudan initialled a peace accord on Monday.", "initialled"),
        ("en", "Chad and Sudan signed a peace accord on Monday.", "signed"),
        ("en", "Chad ratified a border treaty with Sudan on Monday.", "ratified"),
        ("en", "Chad suspended a border treaty with Sudan on Monday.", "suspended"),
        ("fr", "Le Tchad et le Soudan ont paraphé lundi un accord de paix.", "initialled"),
        ("fr", "L'accord de paix entre le Tchad et le Soudan est entré en vigueur lundi.", "in_force"),
        ("fr", "Le Tchad a rompu l'accord de paix avec le Soudan.", "terminated"),
    ],
)
def test_the_status_is_that_of_the_verb(language, sentence, status):
    assert only(read(language, sentence)).status == status


def test_every_agreement_that_a_name_points_at_is_told():
    found = read(
        "fr", "L'accord de Minsk est cité par le Chili.", "L'Ukraine et la Russie ont violé les accords de Minsk."
    )
    told = {one.id for one in found.agreements}
    assert {m.agreement for m in found.reading.mentions if m.agreement} <= told


def test_parties_are_actors_of_the_article():
    found = read("en", "Emmanuel Macron praised the Paris agreement and the Elysee Treaty with Germany.")
    actors = {actor.id for actor in found.reading.actors}
    assert all(set(one.parties) <= actors for one in found.agreements)
