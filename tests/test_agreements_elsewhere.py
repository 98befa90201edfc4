"""Whose text it is, and when it was made, where another sentence or many signatories tell it."""

import pytest

from tests.agreeing import only, read

CODES = ("IN", "PK", "TD", "SD", "GR", "TR", "FR", "DE", "US", "CN", "JP", "AU", "IL", "CD", "RW")
IN, PK, TD, SD, GR, TR, FR, DE, US, CN, JP, AU, IL, CD, RW = (f"country/{code}" for code in CODES)
HEZBOLLAH, M23 = "armedgroup/hezbollah", "armedgroup/m23"


def sides(language, *sentences):
    return set(only(read(language, *sentences)).parties)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Quinze pays, dont la Chine, le Japon et l'Australie, ont signé dimanche le traité."),
        ("fr", "Une dizaine d'États, parmi lesquels la Chine, le Japon et l'Australie, ont conclu lundi un accord."),
        ("en", "Fifteen nations, including China, Japan and Australia, have signed the treaty on Sunday."),
    ],
)
def test_those_named_of_many_who_sign_are_parties(language, sentence):
    assert sides(language, sentence) == {CN, JP, AU}


@pytest.mark.parametrize(
    "sentence",
    [
        "Plusieurs pays, dont la Chine est l'alliée, ont signé lundi le traité à Hanoï.",
        "Plusieurs pays, dont les alliés sont la Chine et le Japon, ont signé lundi le traité à Hanoï.",
    ],
)
def test_who_stands_in_a_clause_about_the_many_does_not_sign(sentence):
    assert not sides("fr", sentence)


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("fr", ("Les combats entre Israël et le Hezbollah ont cessé mercredi.", "La trêve, annoncée par Washington et Paris, doit durer soixante jours.")),
        ("en", ("Fighting between Israel and Hezbollah stopped on Wednesday.", "The truce, announced by the United States and France, is to last sixty days.")),
    ],
)  # fmt: skip
def test_a_truce_that_others_announce_is_of_those_who_fought(language, sentences):
    assert sides(language, *sentences) == {IL, HEZBOLLAH}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Le pacte annoncé lundi par l'Inde et le Pakistan prévoit des patrouilles communes."),
        ("en", "The pact announced on Monday by India and Pakistan provides for joint patrols."),
    ],
)
def test_several_who_announce_a_text_are_its_parties_where_nobody_else_is(language, sentence):
    assert sides(language, sentence) == {IN, PK}


def test_one_who_announces_a_text_is_no_party():
    assert not sides("fr", "Le pacte annoncé lundi à Hanoï par le Japon prévoit des patrouilles communes.")


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("fr", ("La frontière entre le Tchad et le Soudan est fermée depuis un an.", "Un accord a été signé lundi à Doha.")),
        ("en", ("The border between Chad and Sudan has been closed for a year.", "An accord was signed in Doha on Monday.")),
    ],
)  # fmt: skip
def test_the_only_two_sides_of_an_article_are_those_of_its_text(language, sentences):
    assert sides(language, *sentences) == {TD, SD}


def test_of_several_pairs_of_sides_none_is_taken():
    found = read(
        "fr",
        "La frontière entre le Tchad et le Soudan est fermée, comme celle entre l'Inde et le Pakistan.",
        "Un accord a été signé lundi à Doha.",
    )
    assert not only(found).parties


def test_two_texts_of_one_power_with_different_others_stay_two():
    found = read(
        "fr",
        "Le texte signé samedi à Doha par l'AFC/M23 et Kinshasa prévoit un cessez-le-feu.",
        "Il arrive trois semaines après un accord de paix conclu à Washington entre le Rwanda et la RDC.",
        published="2025-07-21",
    )
    assert {frozenset(one.parties) for one in found.agreements} == {frozenset({CD, M23}), frozenset({CD, RW})}


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("fr", ("Kyriakos Mitsotakis a reçu samedi à Athènes Recep Tayyip Erdogan.", "Les deux dirigeants ont signé une déclaration entre la Grèce et la Turquie.")),
        ("en", ("Kyriakos Mitsotakis met Recep Tayyip Erdogan in Athens on Saturday.", "The two leaders signed a declaration between Greece and Turkey.")),
    ],
)  # fmt: skip
def test_a_new_text_has_the_day_of_the_meeting_told_right_before(language, sentences):
    agreement = only(read(language, *sentences))
    assert {GR, TR} <= set(agreement.parties)
    assert agreement.date
    assert agreement.date.edtf == "2025-05-10"


def test_a_text_with_a_day_of_its_own_takes_none_from_a_meeting():
    agreement = only(
        read(
            "fr",
            "Les présidents de l'Inde et du Pakistan se sont rencontrés samedi à Doha.",
            "L'accord conclu en 1972 entre l'Inde et le Pakistan a été évoqué.",
        )
    )
    assert agreement.date
    assert agreement.date.edtf == "1972"


@pytest.mark.parametrize(
    "opening", ["Réunis lundi à Doha sous l'égide du Qatar", "Reçus lundi à Doha sous l'égide du Qatar"]
)
def test_who_is_told_behind_an_opening_with_a_broker_signs(opening):
    agreement = only(read("fr", f"{opening}, Kinshasa et le M23 ont signé un accord."))
    assert set(agreement.parties) == {CD, M23}
    assert agreement.mediators == ("country/QA",)
    assert agreement.place == "city/doha"


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("fr", ("L'Inde et le Pakistan se sont engagés jeudi à Doha à ne pas recourir à la force.", "La déclaration conjointe a été lue par l'émir du Qatar.")),
        ("en", ("India and Pakistan agreed on Thursday to pull back their troops.", "The deal was read out by the emir of Qatar.")),
    ],
)  # fmt: skip
def test_what_two_pledged_is_the_text_that_the_next_sentence_takes_up(language, sentences):
    agreement = only(read(language, *sentences))
    assert set(agreement.parties) == {IN, PK}
    assert agreement.date
    assert agreement.date.edtf == "2025-05-08"


def test_who_undertakes_something_by_a_text_is_a_party_beside_those_who_signed():
    found = sides(
        "fr", "Jawaharlal Nehru a conclu lundi un accord par lequel l'Inde et le Pakistan s'engagent à négocier."
    )
    assert {IN, PK} <= found


def test_two_who_pledge_something_in_a_text_are_its_parties():
    found = sides(
        "fr",
        "L'émir du Qatar a présidé lundi à Doha la signature d'un accord.",
        "L'Inde et le Pakistan s'y engagent à négocier.",
    )
    assert found == {IN, PK}


def test_a_text_that_is_only_of_another_sort_is_one():
    assert only(
        read("fr", "Les députés ont adopté dimanche à Nairobi un document d'entente nationale.")
    ).name.startswith("document")


@pytest.mark.parametrize("noun", ["amendement", "additif"])
def test_who_adopts_what_belongs_to_a_text_does_not_make_the_text(noun):
    assert not [
        one.date
        for one in read("fr", f"Les États ont adopté samedi un {noun} au protocole de Montréal.").agreements
        if one.date
    ]


def test_a_capital_name_behind_its_noun_is_the_known_text():
    found = read(
        "fr", "Le pacte, baptisé AUKUS, permettra à l'Australie d'acheter des sous-marins.", published="2021-09-17"
    )
    assert only(found).id == "agreement/aukus-pact"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "N'Djamena a annoncé jeudi rompre ses accords militaires avec la France."),
        ("en", "Chad said on Thursday that it would end its defence agreements with France."),
    ],
)
def test_agreements_that_one_has_with_another_are_of_both(language, sentence):
    assert sides(language, sentence) == {TD, FR}


def test_a_new_truce_that_a_third_obtains_adds_no_party_to_a_signed_text():
    found = read(
        "fr",
        "L'Inde et le Pakistan ont signé mardi à Doha un accord de cessation des hostilités.",
        "La Turquie a obtenu une trêve dans le Sud.",
    )
    assert set(found.agreements[0].parties) == {IN, PK}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Le Tchad et le Soudan ont signé lundi un accord, avec la Turquie pour facilitateur."),
        ("fr", "Le Tchad et le Soudan ont signé lundi un accord, avec la Turquie comme garant."),
        ("en", "Chad and Sudan signed an accord on Monday, with Turkey as mediator."),
    ],
)
def test_who_helps_two_to_sign_is_their_mediator_and_no_party(language, sentence):
    agreement = only(read(language, sentence))
    assert set(agreement.parties) == {TD, SD}
    assert agreement.mediators == (TR,)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "L'Inde a signé lundi un accord avec le Pakistan pour garantir la paix."),
        ("en", "India signed an accord with Pakistan on Monday as mediators left."),
    ],
)
def test_who_signs_with_another_is_no_helper(language, sentence):
    assert sides(language, sentence) == {IN, PK}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "L'accord signé lundi entre le Tchad et le Soudan engage N'Djamena à libérer cent prisonniers."),
        ("fr", "L'accord signé lundi entre le Tchad et le Soudan oblige N'Djamena à libérer cent prisonniers."),
        ("en", "The deal signed by Chad and Sudan on Monday obliges Chad to free 100 prisoners."),
    ],
)
def test_whom_a_text_makes_do_something_owes_it(language, sentence):
    terms = only(read(language, sentence)).commitments
    assert [(term.type, term.obligor) for term in terms] == [("prisoner_release", TD)]
