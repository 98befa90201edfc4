"""Agreements: whose they are where another sentence tells it, who only brings them about, and texts that nobody says there are."""

import pytest

from tests.agreeing import only, read

TD, NE, AM, AZ, TR, CH, QA, FACT = (
    *(f"country/{code}" for code in ("TD", "NE", "AM", "AZ", "TR", "CH", "QA")),
    "armedgroup/fact",
)


@pytest.mark.parametrize(
    ("language", "sentences", "parties"),
    [
        (
            "fr",
            (
                "Le Tchad et le Niger ont mis fin mardi à deux mois de combats.",
                "L'accord, obtenu sous médiation de l'Algérie, prévoit un retrait.",
            ),
            {TD, NE},
        ),
        (
            "fr",
            (
                "L'Arménie et la Turquie vont rétablir leurs relations.",
                "L'accord, négocié par la Suisse, doit être signé samedi.",
            ),
            {AM, TR},
        ),
        (
            "en",
            (
                "Chad and Niger on Tuesday ended two months of fighting.",
                "The deal, brokered by Algeria, provides for a withdrawal.",
            ),
            {TD, NE},
        ),
        (
            "en",
            ("Armenia and Turkey will restore ties.", "The accord, negotiated by Switzerland, is to be signed soon."),
            {AM, TR},
        ),
    ],
)
def test_a_text_that_opens_a_sentence_is_of_the_two_who_act_in_the_one_before(language, sentences, parties):
    assert set(only(read(language, " ".join(sentences))).parties) == parties


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("fr", ("Le Tchad et le Niger ont dit leur inquiétude.", "L'accord, signé à Moscou, prévoit un retrait.")),
        ("fr", ("Le Tchad et le Niger ont refusé de s'asseoir.", "L'accord prévoit un retrait.")),
        ("fr", ("Le Tchad et le Niger partagent un lac.", "L'accord de Genève prévoit un retrait.")),
        ("fr", ("Selon des sources, le Tchad a rouvert un pont.", "L'accord prévoit un retrait.")),
        ("en", ("France and Germany condemned the attack.", "The agreement provides for a withdrawal.")),
        ("en", ("Chad and Niger have not stopped fighting.", "The agreement provides for a withdrawal.")),
    ],
)
def test_whoever_speaks_or_does_nothing_before_a_text_is_no_party(language, sentences):
    assert not any(agreement.parties for agreement in read(language, " ".join(sentences)).agreements)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Le Qatar a obtenu un accord de paix entre le Tchad et le Niger."),
        ("fr", "Antony Blinken a négocié un accord de paix entre le Tchad et le Niger."),
        ("fr", "L'accord négocié par la Suisse a été signé lundi par le Tchad et le Niger."),
        ("en", "Qatar secured a peace deal between Chad and Niger."),
        ("en", "The accord negotiated by Switzerland was signed on Monday by Chad and Niger."),
    ],
)
def test_whoever_alone_brings_a_text_about_between_others_is_no_party(language, sentence):
    agreement = only(read(language, sentence))
    assert set(agreement.parties) == {TD, NE}
    assert len(agreement.mediators) == 1


@pytest.mark.parametrize(
    ("language", "sentence", "parties"),
    [
        ("fr", "Le Tchad a conclu un accord de paix avec le Niger et la Suisse.", {TD, NE, CH}),
        ("en", "The agreement negotiated by Switzerland with Chad was signed on Monday.", {TD, CH}),
        ("en", "Chad and Qatar reached a peace deal.", {TD, QA}),
    ],
)
def test_whoever_negotiates_with_others_is_a_party(language, sentence, parties):
    assert set(only(read(language, sentence)).parties) == parties


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("fr", "Le Tchad et le Niger ont signé un accord de paix. La Turquie n'a pas signé cet accord."),
        ("en", "Chad and Niger signed a peace accord. Turkey has not signed the accord."),
    ],
)
def test_one_who_has_not_signed_is_no_party(language, sentences):
    assert set(only(read(language, sentences)).parties) == {TD, NE}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Le Tchad dément que l'accord avec le Niger ait été signé."),
        ("fr", "Le Qatar a appelé à un accord de paix entre le Tchad et le Niger."),
        ("fr", "Le Qatar propose un accord de paix entre le Tchad et le Niger."),
        ("en", "Chad denied that the agreement with Niger had been signed."),
        ("en", "Qatar called for a peace agreement between Chad and Niger."),
        ("en", "Qatar proposed a peace agreement between Chad and Niger."),
    ],
)
def test_a_text_only_asked_for_or_whose_signing_is_disputed_is_a_draft(language, sentence):
    agreement = only(read(language, sentence))
    assert (set(agreement.parties), agreement.status) == ({TD, NE}, "draft")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Le Tchad n'a pas confirmé mercredi avoir signé avec le Niger un accord pétrolier."),
        ("fr", "Le ministre a démenti qu'un accord avec le Niger ait été conclu."),
        ("en", "Chad has not confirmed signing an oil agreement with Niger."),
    ],
)
def test_a_new_text_whose_signing_is_disputed_is_none(language, sentence):
    assert not read(language, sentence).agreements


@pytest.mark.parametrize(
    ("language", "sentence", "status"),
    [
        ("fr", "Le Tchad a démenti avoir violé l'accord signé avec le Niger en 2019.", "signed"),
        ("fr", "Le Tchad a confirmé que l'accord avec le Niger avait été signé lundi.", "signed"),
        ("fr", "Le Qatar a demandé l'application de l'accord de paix entre le Tchad et le Niger.", "negotiated"),
        ("fr", "Le Qatar a réclamé la fin d'un accord conclu en 2015 entre le Tchad et le Niger.", "negotiated"),
        ("en", "Chad denied violating the agreement signed with Niger in 2019.", "signed"),
        ("en", "Chad confirmed that the agreement with Niger had been signed on Monday.", "signed"),
    ],
)
def test_a_text_beside_a_denial_or_a_wish_stays_signed(language, sentence, status):
    agreement = only(read(language, sentence))
    assert (set(agreement.parties), agreement.status) == ({TD, NE}, status)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Le gouvernement tchadien et 42 groupes rebelles ont signé un accord. Le FACT n'a rien signé."),
        ("fr", "Le gouvernement tchadien et des groupes armés ont signé un accord. Le FACT n'a rien signé."),
        ("en", "The Chadian government and several rebel groups signed an accord. FACT signed nothing."),
    ],
)
def test_several_groups_are_not_the_one_that_is_named(language, sentence):
    parties = only(read(language, sentence)).parties
    assert FACT not in parties
    assert len(parties) == 2


def test_the_rebels_are_the_one_group_that_is_named():
    found = read("fr", "Le gouvernement tchadien et les rebelles ont signé un accord. Le FACT a rendu ses armes.")
    assert FACT in only(found).parties


@pytest.mark.parametrize(
    ("language", "sentence", "when"),
    [
        ("fr", "Le Tchad et le Niger ont déjà un accord maritime depuis 2010.", "2010"),
        ("fr", "Le Tchad et le Niger sont liés par un traité de défense depuis 2011.", "2011"),
        ("fr", "Le Tchad et le Niger patrouillent ensemble en vertu d'un accord signé en 2018.", "2018"),
        ("en", "Chad and Niger have had a maritime agreement since 2010.", "2010"),
        ("en", "Chad and Niger are bound by a defence pact.", None),
        ("en", "Chad and Niger patrol together under an accord signed in 2018.", "2018"),
    ],
)
def test_two_who_have_a_text_or_act_under_it_are_its_parties(language, sentence, when):
    agreement = only(read(language, sentence))
    assert set(agreement.parties) == {TD, NE}
    assert (agreement.date.edtf if agreement.date else None) == when


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Le Tchad et le Niger ont salué un accord de paix."),
        ("fr", "Le Tchad et le Niger n'ont pas d'accord de défense."),
        ("fr", "Le Tchad et le Niger ont eu un différend sur un accord de pêche."),
        ("en", "Chad and Niger have hailed a peace deal."),
        ("en", "Chad and Niger have no defence pact."),
        ("en", "Chad and Niger have yet to sign a peace deal."),
    ],
)
def test_two_who_have_none_or_do_something_else_make_no_text(language, sentence):
    assert not read(language, sentence).agreements


def test_whoever_sponsors_a_text_that_is_then_concluded_is_no_party():
    found = read("fr", "Un accord parrainé par le Qatar et conclu en mars à Doha prévoit un retrait.")
    assert QA not in only(found).parties


def test_a_text_that_two_have_since_a_year_is_not_that_of_today():
    told = read("fr", "Israël et Chypre ont un accord depuis 2010.", "L'accord signé aujourd'hui fixe la frontière.")
    held = [one for one in told.agreements if one.parties]
    assert [one.date.edtf for one in held if one.date] == ["2010"]


def test_envoys_who_sign_for_their_sides_sign_the_text_of_their_sides():
    told = (
        "The United States and the Taliban reached a peace agreement in Doha on 29 February 2020.",
        "The four-page agreement was signed by Zalmay Khalilzad and Abdul Ghani Baradar.",
    )
    assert len(read("en", *told).agreements) == 1
