"""Agreements whose sides, place or life another sentence tells: who keeps them, who signs "there", who leaves."""

import pytest

from tests.agreeing import only, read

CODES = ("IN", "PK", "TD", "SD", "KE", "SO", "GR", "TR", "NE", "FR", "DE")
IN, PK, TD, SD, KE, SO, GR, TR, NE, FR, DE = (f"country/{code}" for code in CODES)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Un accord est intervenu lundi à Nairobi entre le Tchad et le Soudan."),
        ("fr", "L'accord intervenu lundi à Nairobi entre le Tchad et le Soudan porte sur la frontière."),
        ("en", "A deal came together on Monday in Nairobi between Chad and Sudan."),
    ],
)
def test_a_text_that_came_about_has_sides_day_and_place(language, sentence):
    agreement = only(read(language, sentence))
    assert set(agreement.parties) == {TD, SD}
    assert agreement.place == "city/nairobi"
    assert agreement.date
    assert agreement.date.edtf == "2025-05-12"


@pytest.mark.parametrize(
    "sentence",
    [
        "La rupture de l'accord est intervenue lundi à Nairobi.",
        "Cette déclaration est intervenue lundi à Nairobi.",
        "La France est intervenue lundi à Nairobi pour un accord.",
    ],
)
def test_what_else_came_about_is_no_text(sentence):
    assert not read("fr", sentence).agreements


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "L'Inde et le Pakistan ont prolongé jeudi la trêve."),
        ("fr", "L'Inde et le Pakistan se sont engagés jeudi à respecter le cessez-le-feu."),
        ("fr", "L'Inde et le Pakistan s'accusent mutuellement de violer l'accord conclu en janvier."),
        ("en", "India and Pakistan extended the truce on Thursday."),
        ("en", "India and Pakistan accused each other of violating the deal reached in January."),
    ],
)
def test_two_powers_that_keep_or_break_a_text_are_its_sides(language, sentence):
    assert set(only(read(language, sentence)).parties) == {IN, PK}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "La France et l'Allemagne ont appelé à respecter la trêve."),
        ("fr", "La France et l'Allemagne accusent le Tchad de violer l'accord."),
        ("en", "France and Germany called on both sides to respect the truce."),
        ("en", "France and Germany accused Chad of violating the deal."),
    ],
)
def test_whoever_wants_others_to_keep_a_text_is_no_side(language, sentence):
    assert not any({FR, DE} & set(agreement.parties) for agreement in read(language, sentence).agreements)


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        (
            "fr",
            "Le Kenya et la Somalie ont négocié jeudi à Djibouti. Ils y ont signé un accord de pêche.",
            "2025-05-08",
        ),
        (
            "en",
            "Kenya and Somalia held talks in Nairobi on Thursday. The treaty they signed there is short.",
            "2025-05-08",
        ),
    ],
)
def test_what_is_signed_there_is_signed_where_the_sentence_before_says(language, text, day):
    agreement = only(read(language, text))
    assert set(agreement.parties) == {KE, SO}
    assert agreement.place
    assert agreement.date
    assert agreement.date.edtf == day


def test_what_is_signed_elsewhere_is_not_signed_there():
    text = "Le Kenya et la Somalie ont négocié jeudi à Nairobi. Ils ont signé lundi un accord de pêche."
    assert only(read("fr", text)).place is None


def test_leaders_of_the_sentence_before_sign_the_treaty_that_they_signed():
    text = "Barack Obama et Dmitri Medvedev se sont retrouvés jeudi à Prague. Le traité qu'ils y ont signé est court."
    agreement = only(read("fr", text, published="2010-04-09"))
    assert set(agreement.parties) == {"Q76", "person/dmitry-medvedev"}
    assert agreement.place == "city/prague"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "La Grèce et la Turquie se rapprochent. Leurs ministres des Affaires étrangères ont signé lundi un accord.",
        ),
        ("en", "Greece and Turkey are moving closer. Their foreign ministers signed an accord on Monday."),
    ],
)
def test_their_ministers_sign_for_the_two_states_told_before(language, text):
    assert set(only(read(language, text)).parties) == {GR, TR}


def test_the_ministers_of_two_persons_are_nobody():
    text = "Emmanuel Macron et Olaf Scholz ont dîné à Paris. Leurs ministres ont signé un accord avec le Tchad."
    assert set(only(read("fr", text)).parties) == {TD}


@pytest.mark.parametrize(
    ("sentence", "number"),
    [("l'accord de défense qui le liait à la France", 1), ("les accords de défense qui le liaient à la France", 1)],
)
def test_whom_a_text_binds_is_a_side_with_whoever_speaks_of_it(sentence, number):
    found = read("fr", f"Le Niger a dénoncé lundi {sentence}.").agreements
    assert [set(agreement.parties) for agreement in found] == [{NE, FR}] * number


@pytest.mark.parametrize(
    ("sentence", "ended"),
    [
        ("Le Tchad a quitté l'accord de pêche avec le Soudan.", True),
        ("Le Tchad a quitté l'accord de pêche entre le Tchad, le Soudan, le Kenya et la Somalie.", False),
        ("Le Tchad a quitté l'accord de Paris sur le climat.", False),
    ],
)
def test_only_a_text_of_two_ends_when_one_of_them_leaves(sentence, ended):
    assert (only(read("fr", sentence)).status == "terminated") == ended


def test_this_text_is_the_one_told_before_whatever_day_it_was_agreed_on():
    text = "Le Tchad et le Soudan ont signé lundi un accord de paix. Ce texte, conclu fin mars à Nairobi, est court."
    agreement = only(read("fr", text))
    assert agreement.date
    assert agreement.date.edtf == "2025-05-12"
    assert agreement.place is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le Tchad et le Soudan ont signé le 5 mai un accord. Le Tchad a ratifié cet accord vendredi."),
        ("en", "Chad and Sudan signed an accord on May 5. Chad ratified the accord on Friday."),
    ],
)
def test_the_day_of_a_ratification_is_not_that_of_the_signing(language, text):
    agreement = only(read(language, text))
    assert agreement.date
    assert agreement.date.edtf == "2025-05-05"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "La cérémonie s'est tenue au centre des conventions de Carthagène."),
        ("en", "The ceremony was held on Monday at the convention center in Cartagena."),
    ],
)
def test_a_building_is_no_text(language, sentence):
    assert not read(language, sentence).agreements


@pytest.mark.parametrize(
    "text",
    [
        "L'accord, négocié sous la médiation du Kenya, est entré en vigueur dimanche. Le Tchad et le Soudan s'étaient engagés à cesser les hostilités.",
        "La France a mis vendredi à exécution sa menace de se retirer d'un traité de pêche avec le Tchad.",
    ],
)
def test_the_day_of_another_verb_is_not_that_of_the_signing(text):
    assert [agreement.date for agreement in read("fr", text).agreements] == [None]


def test_an_anniversary_names_a_text_that_is_told_by_its_name_later():
    text = "À trois semaines du 25e anniversaire de l'accord de paix, le Royaume-Uni hésite. L'accord du vendredi Saint a mis fin à la guerre."
    agreement = only(read("fr", text, published="2023-03-24"))
    assert agreement.id == "agreement/good-friday-agreement"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Under the 1929 treaty, Chad and Sudan share the waters of the river."),
        ("en", "A pact under which Chad and Sudan will share the water was signed on Monday."),
        ("fr", "Aux termes du traité de 1929, le Tchad et le Soudan se partagent les eaux."),
        ("fr", "Un accord par lequel le Tchad et le Soudan s'engagent à partager l'eau a été signé lundi."),
    ],
)
def test_whoever_acts_or_undertakes_something_under_a_text_is_a_side(language, sentence):
    assert set(only(read(language, sentence)).parties) == {TD, SD}


def test_whoever_speaks_of_a_text_in_general_is_no_side():
    found = read("en", "Under the 1929 treaty, the waters are shared, Chad and Sudan said.")
    assert not any(agreement.parties for agreement in found.agreements)


def test_the_other_side_of_a_text_that_opens_a_sentence_acts_behind_it():
    agreement = only(
        read("fr", "Dans le texte signé lundi à Nairobi avec le Tchad, le Soudan réaffirme son engagement.")
    )
    assert set(agreement.parties) == {TD, SD}


@pytest.mark.parametrize(
    ("language", "sentence", "day"),
    [
        (
            "fr",
            "Le Tchad a signé lundi à Nairobi le traité que le Soudan avait paraphé le 3 mars à Djibouti.",
            "2025-05-12",
        ),
        ("en", "Chad signed the treaty on Monday in Nairobi that Sudan had initialled on March 3.", "2025-05-12"),
    ],
)
def test_the_day_of_a_clause_about_another_side_is_not_that_of_the_signing(language, sentence, day):
    agreement = only(read(language, sentence))
    assert set(agreement.parties) == {TD, SD}
    assert agreement.date
    assert agreement.date.edtf == day


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "La trêve a expiré faute d'accord entre le Tchad et le Soudan."),
        ("en", "Fighting resumed for lack of a deal between Chad and Sudan."),
    ],
)
def test_a_text_that_is_lacking_is_none(language, sentence):
    assert not read(language, sentence).agreements


def test_a_term_told_again_in_other_words_is_one_term():
    text = (
        "Aux termes de l'accord signé lundi par le Tchad et le Soudan, le Tchad retirera la moitié de ses soldats avant la fin de "
        "l'année, soit le départ de 15.000 hommes."
    )
    (term,) = only(read("fr", text)).commitments
    assert (term.type, term.obligor) == ("withdrawal", TD)
    assert term.deadline
    assert term.deadline.edtf == "../2025"


def test_a_term_told_in_other_words_where_none_was_told_is_a_term():
    text = (
        "Le Tchad et le Soudan ont signé un accord lundi. Que prévoit le texte ? D'ici à 90 jours, le Tchad doit ramener ses effectifs à "
        "800 hommes. Le reste suivrait, soit un retrait total au bout de dix mois."
    )
    assert len([c for c in only(read("fr", text)).commitments if c.type == "withdrawal"]) == 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Chad and Sudan signed a deal on 3 May, under which Chad will withdraw its troops within 30 days."),
        ("en", "Chad and Sudan signed a deal whereby Chad must withdraw its troops within 30 days."),
        (
            "fr",
            "Le Tchad et le Soudan ont signé un accord aux termes duquel le Tchad retirera ses troupes dans les 30 jours.",
        ),
        (
            "fr",
            "Le Tchad et le Soudan ont signé un accord selon lequel le Tchad doit retirer ses troupes dans les 30 jours.",
        ),
    ],
)
def test_a_clause_on_a_text_tells_its_terms(language, text):
    extraction = read(language, text)
    (term,) = only(extraction).commitments
    assert (term.type, term.obligor) == ("withdrawal", TD)
    assert term.deadline
    assert not [claim for claim in extraction.claims if claim.type == "statement"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Chad and Sudan signed a deal under which Chad withdrew its troops in May."),
        ("en", "Chad left the treaty that it signed with Sudan; its troops, under which a bomb went off, withdrew."),
        ("fr", "Le Tchad et le Soudan ont signé un accord dans lequel le Qatar est nommé garant."),
    ],
)
def test_a_clause_on_a_text_that_binds_nobody_tells_no_term(language, text):
    assert not [term for one in read(language, text).agreements for term in one.commitments]


@pytest.mark.parametrize(
    ("sentence", "ended"),
    [
        (
            "Le Tchad et le Soudan ont signé un accord par lequel ils renouent leurs liens, rompus depuis sept ans.",
            False,
        ),
        ("Le Tchad et le Soudan ont signé un accord qui normalise des relations rompues en 2006.", False),
        ("Le Soudan a rompu l'accord de paix signé avec le Tchad.", True),
    ],
)
def test_other_ties_that_were_broken_end_no_text(sentence, ended):
    assert (only(read("fr", sentence)).status == "terminated") == ended
