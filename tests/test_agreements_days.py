"""Agreements: on which day a text was signed where another verb tells it, which texts are two, and which are none."""

import pytest

from tests.agreeing import only, read

AM, AZ, CY, LB, NE, TD = (f"country/{code}" for code in ("AM", "AZ", "CY", "LB", "NE", "TD"))


@pytest.mark.parametrize(
    ("language", "sentence", "day"),
    [
        ("fr", "Le Tchad et le Niger ont mis un terme vendredi à leur querelle en signant à Genève un traité.", "2025-05-09"),
        ("fr", "Le Tchad et le Niger ont fait vendredi un pas vers la paix en signant un accord.", "2025-05-09"),
        ("fr", "Le Tchad et le Niger veulent tourner vendredi la page en signant un accord.", None),
        ("fr", "Une avancée est survenue le 6 mars, lorsque le Tchad et le Niger ont conclu un accord.", "2025-03-06"),
        ("fr", "Le ministre est arrivé le 6 mars. Le Tchad et le Niger avaient alors conclu un accord.", None),
        ("en", "Relations improved on 6 March, when Chad and Niger signed an accord.", "2025-03-06"),
        ("en", "Chad and Niger signed an accord late on Friday.", "2025-05-09"),
    ],
)  # fmt: skip
def test_the_day_of_another_verb_may_be_that_of_the_signing(language, sentence, day):
    found = read(language, *sentence.split(". ")).agreements
    assert {one.date.edtf for one in found if one.date} == ({day} if day else set())


@pytest.mark.parametrize(
    ("language", "sentences", "count"),
    [
        ("fr", ("Le Tchad et le Niger ont signé une déclaration.", "Une trêve a été conclue le 3 février."), 2),
        ("en", ("Chad and Niger have signed a declaration.", "A truce was reached on 3 February."), 2),
        ("en", ("Chad and Niger have signed a truce.", "The truce was reached on Friday."), 1),
        ("fr", ("Le Tchad et le Niger ont signé un accord lundi à Genève.", "Par ailleurs, ils ont adopté la Déclaration de Genève."), 2),
        ("fr", ("Le Tchad et le Niger ont conclu un accord le 2 mai.", "L'accord sera signé le 20 mai à Genève."), 1),
    ],
)  # fmt: skip
def test_what_is_told_of_another_time_or_as_one_more_is_another_text(language, sentences, count):
    assert len(read(language, *sentences).agreements) == count


def test_the_day_of_a_signing_to_come_is_not_that_of_a_text_already_concluded():
    found = only(
        read("fr", "Le Tchad et le Niger ont conclu un accord le 2 mai.", "L'accord sera signé le 20 mai à Genève.")
    )
    assert found.date is not None
    assert found.date.edtf == "2025-05-02"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Sans accord entre le Tchad et le Niger, la frontière restera fermée."),
        (
            "fr",
            "La guerre entre le Tchad et le Niger a pris fin en 1953 par un armistice et non par un accord de paix.",
        ),
        ("fr", "L'accord que le Tchad devait signer n'a finalement pas été conclu."),
        ("fr", "Ils se sont quittés sans un accord."),
        ("en", "Chad and Niger parted without a deal."),
    ],
)
def test_a_text_that_there_is_not_is_none(language, sentence):
    assert not read(language, sentence).agreements


@pytest.mark.parametrize(
    "sentence",
    [
        "Le Tchad et le Niger ont signé, sans tarder, un accord.",
        "Un accord a été conclu sans la France entre le Tchad et le Niger.",
        "L'accord conclu lundi entre le Tchad et le Niger n'a pas été signé par la France.",
    ],
)
def test_a_text_that_there_is_stays_beside_what_is_denied(sentence):
    assert set(only(read("fr", sentence)).parties) == {TD, NE}


def test_a_parliament_ratifies_for_its_state():
    found = read("fr", "Le Parlement libanais a ratifié l'accord signé avec Chypre.", "Le Liban s'en félicite.")
    assert set(only(found).parties) == {CY, LB}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Chad and Niger signed a ceasefire in Geneva on Friday."),
        ("fr", "Le Tchad et le Niger ont signé vendredi à Genève un cessez-le-feu permanent."),
    ],
)
def test_a_truce_that_was_signed_has_the_day_and_place_of_its_signing(language, sentence):
    agreement = only(read(language, sentence))
    assert (agreement.date.edtf, agreement.place) == ("2025-05-09", "city/geneva")


def test_a_truce_that_will_be_signed_has_no_day_yet():
    assert not any(
        one.date for one in read("en", "Chad and Niger will sign a ceasefire in Geneva on Friday.").agreements
    )


def test_whatever_arrangement_somebody_denies_is_no_text():
    said = ("Le Tchad et le Niger ont discuté d'une trêve.", "Le Tchad dément qu'un quelconque accord ait été trouvé.")
    assert read("fr", *said).agreements == ()
