"""Terms of agreements: what a text calls for, who owes a term told early, what is no term; texts that end or are still bargained over."""

import pytest

from tests.agreeing import only, read

TD, NE, GB, VN = (f"country/{code}" for code in ("TD", "NE", "GB", "VN"))
SIGNED = {
    "en": "Chad and Niger signed an accord on Friday.",
    "fr": "Le Tchad et le Niger ont signé un accord vendredi.",
}


def terms(language: str, sentence: str):
    return {term.type: term for term in only(read(language, SIGNED[language], sentence)).commitments}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The accord calls for the withdrawal of Chadian forces."),
        ("en", "The accord, which calls for the withdrawal of Chadian forces, was hailed."),
        ("fr", "L'accord appelle au retrait des forces tchadiennes."),
    ],
)
def test_what_a_text_calls_for_is_a_term_of_it(language, sentence):
    assert terms(language, sentence)["withdrawal"].obligor == TD


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Niger has called for the withdrawal of Chadian forces."),
        ("en", "A UN report on the accord called for the withdrawal of Chadian forces."),
        ("fr", "Le Niger appelle au retrait des forces tchadiennes."),
    ],
)
def test_what_others_call_for_is_none(language, sentence):
    assert not terms(language, sentence)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Chad must free all prisoners by June 15 and withdraw its troops by July 1."),
        ("fr", "Le Tchad doit libérer les prisonniers d'ici le 15 juin et retirer ses troupes d'ici le 1er juillet."),
    ],
)
def test_two_deeds_of_one_who_must_do_them_are_two_terms_each_with_its_day(language, sentence):
    found = terms(language, sentence)
    days = {kind: term.deadline.latest.isoformat() for kind, term in found.items()}
    assert days == {"prisoner_release": "2025-06-15", "withdrawal": "2025-07-01"}
    assert {term.obligor for term in found.values()} == {TD}


@pytest.mark.parametrize(
    ("language", "sentence", "due"),
    [
        (
            "en",
            "The accord calls for the withdrawal of Chadian forces by June 15 and a prisoner exchange.",
            {"withdrawal": "2025-06-15", "prisoner_release": None},
        ),
        (
            "fr",
            "L'accord prévoit le retrait des forces tchadiennes le 15 juin et un échange de prisonniers.",
            {"withdrawal": "2025-06-15", "prisoner_release": None},
        ),
    ],
)
def test_a_term_joined_behind_a_day_has_another(language, sentence, due):
    found = terms(language, sentence)
    assert {k: t.deadline.latest.isoformat() if t.deadline else None for k, t in found.items()} == due


def test_the_day_on_which_somebody_urged_others_is_no_deadline():
    sentence = "Qatar on Monday urged Chad to go on after Niger put off the disarming of rebels, saying terms of an accord of 2014 between Chad and Niger were not met."
    assert all(t.deadline is None for a in read("en", sentence).agreements for t in a.commitments)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The deal provides for the lifting of sanctions on Chad."),
        ("en", "The deal includes lower tariffs on cattle."),
        ("fr", "L'accord prévoit la levée des sanctions contre le Niger."),
        ("fr", "L'accord prévoit une baisse des droits de douane."),
    ],
)
def test_sanctions_that_a_text_lifts_are_a_term_and_not_yet_lifted(language, sentence):
    found = read(language, SIGNED[language], sentence)
    assert {t.type for t in only(found).commitments} == {"sanctions_relief"}
    assert "occurred" not in {c.status for c in found.claims if c.type == "sanction"}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The deal will ensure that Chad does not lose access to preferential tariffs."),
        ("en", "The deal provides for sanctions on rebels."),
        ("fr", "L'accord prévoit des sanctions contre les rebelles."),
    ],
)
def test_sanctions_and_tariffs_that_stay_are_no_relief(language, sentence):
    assert not terms(language, sentence)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "According to a joint statement following the talks hosted by Kenya, both sides agreed to free prisoners.",
        ),
        (
            "fr",
            "À l'issue de négociations accueillies par le Kenya, les deux parties se sont engagées à libérer les prisonniers.",
        ),
        ("fr", "Réunies dans la salle des négociations, les deux parties se sont engagées à libérer les prisonniers."),
    ],
)
def test_talks_at_which_something_is_promised_are_no_term(language, sentence):
    assert set(terms(language, sentence)) == {"prisoner_release"}


def test_talks_that_a_text_provides_for_are_one():
    assert "negotiation" in terms("fr", "L'accord prévoit l'ouverture de négociations en juin.")
    assert "negotiation" in terms("en", "Under the accord, Chad must free all prisoners and hold talks with Niger.")


@pytest.mark.parametrize(
    ("language", "text", "owes"),
    [
        ("fr", "L'accord prévoit le retrait des forces rwandaises. Il a été signé en juin par la RDC et le Rwanda.", "country/RW"),
        ("fr", "L'accord prévoit le retrait des forces françaises. Il a été signé en avril par le Tchad et le Niger.", None),
        ("en", "Under the accord, Niger must free its prisoners. Chad and Niger signed it on Friday.", NE),
    ],
)  # fmt: skip
def test_who_owes_a_term_may_be_told_before_whose_text_it_is(language, text, owes):
    assert {t.obligor for t in only(read(language, text)).commitments} == {owes}


@pytest.mark.parametrize(
    ("language", "sentence", "status"),
    [
        ("en", "A peace deal signed by Chad and Niger in 2015 fell apart a year later.", "terminated"),
        ("en", "The 2015 agreement between Chad and Niger collapsed in July.", "terminated"),
        ("fr", "L'accord signé en 2015 par le Tchad et le Niger a volé en éclats.", "terminated"),
        ("en", "The 2015 agreement between Chad and Niger nearly collapsed in July.", "negotiated"),
        ("en", "Talks on the truce deal between Chad and Niger collapsed in July.", "negotiated"),
        ("en", "Under the agreement signed by Chad and Niger in May, Chad quit the base.", "signed"),
        ("fr", "Les pourparlers sur l'accord entre le Tchad et le Niger se sont effondrés.", "negotiated"),
        ("en", "Chad is negotiating an accord with Niger.", "draft"),
        ("en", "Chad and Niger negotiated an accord in May.", "negotiated"),
        ("fr", "Le Tchad négocie un accord avec le Niger.", "draft"),
        ("fr", "Le Tchad et le Niger ont négocié un accord.", "negotiated"),
    ],
)
def test_a_text_that_falls_apart_ends_and_one_that_is_bargained_over_is_a_draft(language, sentence, status):
    assert only(read(language, sentence)).status == status


def test_the_text_of_one_party_with_another_is_not_the_new_one_though_named_alike():
    first = "Britain and Vietnam signed a free trade agreement on Tuesday."
    new, old = read(
        "en", first, "The deal will replace the existing EU-Vietnam Free Trade Agreement for Britain."
    ).agreements
    assert set(new.parties) == {GB, VN}
    assert set(old.parties) == {VN, "intergovernmentalorganization/european-union"}
    again = read("en", first, "The UK-Vietnam Free Trade Agreement takes effect in June.")
    assert set(only(again).parties) == {GB, VN}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The deal was expected to end the war and provide jobs."),
        ("en", "The corridor, which will provide communication with the coast, is a part of the deal."),
        ("fr", "Selon le texte, il s'agit de fournir un cadre aux échanges."),
    ],
)
def test_what_comes_of_a_text_is_given_by_nobody(language, sentence):
    assert "aid" not in terms(language, sentence)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Under the deal, Chad will provide food to Niger."),
        ("fr", "Selon l'accord, le Tchad doit fournir des vivres au Niger."),
    ],
)
def test_what_a_party_gives_is_a_term(language, sentence):
    assert terms(language, sentence)["aid"].obligor == TD


def test_the_framework_of_a_peace_is_not_the_peace_that_follows():
    sentence = (
        "The MILF signed with the Philippine government the Framework Agreement on the Bangsamoro in October 2012."
    )
    agreement = only(read("en", sentence, published="2014-01-25"))
    assert (agreement.id, agreement.date.edtf) == ("agreement/framework-agreement-bangsamoro-2012", "2012-10")
