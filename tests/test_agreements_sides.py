"""Agreements: whose they are, which texts are two, and the days that are no days of a signing."""

import pytest

from tests.agreeing import only, read

IN, PK, TD, SD, FR, NE, RW, BI, UG = (
    f"country/{code}" for code in ("IN", "PK", "TD", "SD", "FR", "NE", "RW", "BI", "UG")
)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Uganda attended the signing of a border accord between Rwanda and Burundi."),
        ("en", "Uganda presided over the signing of a border accord between Rwanda and Burundi."),
        ("en", "Uganda witnessed the signing of a border accord between Rwanda and Burundi."),
        ("fr", "L'Ouganda a assisté à la signature d'un accord frontalier entre le Rwanda et le Burundi."),
        ("fr", "L'Ouganda a présidé la signature d'un accord frontalier entre le Rwanda et le Burundi."),
    ],
)
def test_whoever_is_present_at_a_signing_is_no_party(language, sentence):
    assert set(only(read(language, sentence)).parties) == {RW, BI}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "Rwanda and Burundi signed a border treaty on Friday. The two countries also signed a joint declaration.",
        ),
        ("en", "Rwanda and Burundi signed a memorandum on Friday. A treaty was signed by Rwanda and Burundi in 2001."),
        (
            "fr",
            "Le Rwanda et le Burundi ont signé un traité. Une déclaration commune du Rwanda et du Burundi a été signée.",
        ),
    ],
)
def test_texts_of_two_sorts_are_two(language, sentence):
    assert len(read(language, *sentence.split(". ")).agreements) == 2


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "India and Pakistan agreed to free 90 prisoners.", "The deal was welcomed in Geneva."),
        ("en", "Chad and Sudan have agreed to reopen the border.", "The agreement will be put to a vote."),
    ],
)
def test_a_deal_takes_up_what_two_sides_agreed_on_by_a_verb(language, first, second):
    sides = set(only(read(language, first, second)).parties)
    assert sides in ({IN, PK}, {TD, SD})


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", ("Chad agreed that the border was quiet.", "The deal was welcomed in Geneva.")),
        ("en", ("Chad and Sudan refused to reopen the border.", "The deal was welcomed in Geneva.")),
        ("fr", ("La trêve sera prolongée si les pourparlers aboutissent à un accord plus large.",)),
        ("fr", ("Le texte est présenté comme un cessez-le-feu, et non comme un accord de paix.",)),
        ("en", ("The paper hailed it as a peace deal.",)),
    ],
)
def test_nothing_is_taken_up_where_nothing_was_agreed(language, sentences):
    assert not read(language, *sentences).agreements


@pytest.mark.parametrize(
    ("language", "sentence", "year"),
    [
        ("en", "Twenty-five years after the signing of the border treaty between Chad and Sudan, peace holds.", "2000"),
        ("en", "Chad and Sudan marked the 30th anniversary of the border treaty between Chad and Sudan.", "1995"),
        ("fr", "Vingt-cinq ans après la signature de l'accord entre le Tchad et le Soudan, la paix tient.", "2000"),
        ("fr", "Le 30e anniversaire de l'accord frontalier entre le Tchad et le Soudan a été fêté.", "1995"),
        ("en", "Two years after the signing of the border treaty between Chad and Sudan, peace holds.", None),
        ("en", "The border treaty between Chad and Sudan was shelved for 20 years.", None),
    ],
)
def test_the_year_of_a_text_is_counted_back_to_where_the_years_are_many(language, sentence, year):
    day = only(read(language, sentence)).date
    assert (day.edtf if day is not None else None) == year


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "India suspended its participation in a 1960 water treaty."),
        ("en", "India broke the 1960 water treaty."),
        ("fr", "L'Inde a suspendu sa participation à un traité des eaux signé en 1960."),
    ],
)
def test_whoever_leaves_or_breaks_a_text_is_a_party_of_it(language, sentence):
    assert IN in only(read(language, sentence)).parties


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "India criticised the 1997 arms treaty of the two neighbours."),
        ("en", "India refused to sign the 1997 arms treaty."),
        ("fr", "L'Inde a refusé de signer le traité de 1997."),
        ("fr", "L'Inde n'a pas signé le traité de 1997."),
    ],
)
def test_whoever_only_speaks_of_a_text_or_did_not_sign_it_is_no_party(language, sentence):
    assert all(IN not in agreement.parties for agreement in read(language, sentence).agreements)


def test_the_day_of_an_announcement_dates_no_signing():
    found = only(
        read("en", "Chad and Sudan signed a deal on May 8.", "The deal was first announced in January by Chad.")
    )
    assert found.date is not None
    assert found.date.edtf == "2025-05-08"


def test_the_day_of_a_verb_before_a_text_is_not_its_own():
    found = read(
        "en", "Chad pointed on Friday to a peace treaty between Rwanda and Burundi that was initialled in Geneva."
    )
    assert {a.date for a in found.agreements} <= {None}


def test_a_name_in_quotation_marks_is_kept_whole():
    text = 'Chad and Sudan signed a pact, dubbed "Declaration on Peace and Good Neighbourly Relations", on May 8.'
    assert only(read("en", text)).name == "Declaration on Peace and Good Neighbourly Relations"


def test_a_text_without_parties_is_not_the_known_one_of_the_day_before():
    sides = "Azerbaijan, Armenia and Russia concluded a joint statement late on Monday, November 9."
    found = read(
        "en", sides, "What the two ministers signed on Wednesday is a memorandum on a centre.", published="2020-11-11"
    )
    memorandum = next(one for one in found.agreements if "memorandum" in one.name)
    assert memorandum.date is not None
    assert (memorandum.date.edtf, memorandum.parties) == ("2020-11-11", ())


@pytest.mark.parametrize(
    ("language", "text", "agreements"),
    [
        ("en", "Donald Trump signed a memorandum on Tuesday that restores the sanctions.", 0),
        ("fr", "Donald Trump a signé mardi un mémorandum rétablissant les sanctions.", 0),
        ("en", "India and Nepal signed a memorandum in Kathmandu on Tuesday.", 1),
        ("fr", "L'Inde et le Népal ont signé un mémorandum mardi à Katmandou.", 1),
    ],
)
def test_a_memorandum_of_one_is_an_act_and_no_agreement(language: str, text: str, agreements: int):
    assert len(read(language, text).agreements) == agreements
