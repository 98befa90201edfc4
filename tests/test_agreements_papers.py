"""Agreements: who is told behind a colon or a comma to have signed, what "the document" is, places that exclude each other, texts announced."""

import pytest

from tests.agreeing import only, read

TD, NE, CM, RS, XK = (f"country/{code}" for code in ("TD", "NE", "CM", "RS", "XK"))


@pytest.mark.parametrize(
    ("language", "sentence", "parties"),
    [
        ("fr", "L'accord a été signé par les membres du groupe : le Tchad, le Niger, ainsi que le Cameroun.", {TD, NE, CM}),
        ("en", "The accord was signed by the members of the group: Chad, Niger and Cameroon.", {TD, NE, CM}),
        ("fr", "L'accord, signé d'abord par le Tchad, puis par le Niger, prévoit un retrait.", {TD, NE}),
        ("fr", "L'accord a été signé lundi à Doha par le Tchad, et mardi par le Niger.", {TD, NE}),
        ("en", "The accord was first signed by Chad in Doha on Monday, and then by Niger.", {TD, NE}),
    ],
)  # fmt: skip
def test_whoever_signs_behind_a_colon_or_a_comma_is_a_party(language, sentence, parties):
    assert set(only(read(language, sentence)).parties) == parties


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The accord was signed by Chad and Niger: Cameroon and Kenya watched."),
        ("en", "The accord was signed by Chad and Niger, and was hailed by Cameroon."),
        ("fr", "L'accord a été signé par le Tchad et le Niger, et salué par le Cameroun."),
        ("fr", "Signé par le Tchad et le Niger, l'accord a fait des mécontents : le Cameroun et le Kenya."),
    ],
)
def test_others_behind_a_colon_or_a_comma_are_none(language, sentence):
    assert set(only(read(language, sentence)).parties) == {TD, NE}


PAPERS = {
    "en": (
        "Chad and Niger signed a declaration of principles in Doha on Friday. A truce was reached in March.",
        "The {} calls for the withdrawal of Chadian troops.",
        ("document", "text"),
        "truce",
    ),
    "fr": (
        "Le Tchad et le Niger ont signé vendredi à Doha une déclaration de principes. Une trêve avait été conclue en mars.",
        "{} prévoit le retrait des troupes tchadiennes.",
        ("Le document", "Le texte"),
        "La trêve",
    ),
}


@pytest.mark.parametrize("language", PAPERS)
def test_a_document_is_the_text_that_was_signed_and_no_truce(language):
    before, sentence, words, truce = PAPERS[language]
    for word in words:
        first, second = read(language, f"{before} {sentence.format(word)}").agreements
        assert [t.type for t in first.commitments] == ["withdrawal"], word
        assert not second.commitments
    first, second = read(language, f"{before} {sentence.format(truce)}").agreements
    assert [t.type for t in second.commitments] == ["withdrawal"]


def test_a_truce_alone_may_be_a_document():
    found = read(
        "en", "Chad and Niger reached a truce on Friday. The document calls for the withdrawal of Chadian troops."
    )
    assert [t.type for t in only(found).commitments] == ["withdrawal"]


@pytest.mark.parametrize("noun", ["Le document", "Le règlement", "Le mémorandum"])
def test_a_noun_that_ends_like_an_adverb_has_a_verb_behind_it(noun):
    found = read("fr", f"{noun} prévoit le retrait des troupes tchadiennes.")
    assert {c.status for c in found.claims if c.type == "withdrawal"} == {"planned"}


@pytest.mark.parametrize(
    ("language", "text", "texts"),
    [
        ("fr", "Le Tchad et le Niger ont signé un accord en 2018 en Suède. En vertu de l'accord conclu en Jordanie, ils doivent libérer les prisonniers.", 2),
        ("en", "Chad and Niger signed a deal in Sweden in 2018. Under the deal reached in Jordan, Chad must free all prisoners.", 2),
        ("en", "Chad and Niger signed a deal in Sweden in 2018. Under the deal reached in Stockholm, Chad must free all prisoners.", 1),
        ("fr", "Le Tchad et le Niger ont signé un accord lundi au Tchad. L'accord conclu à N'Djamena prévoit un cessez-le-feu.", 1),
    ],
)  # fmt: skip
def test_texts_signed_in_two_lands_are_two(language, text, texts):
    assert len(read(language, text).agreements) == texts


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "fr",
            "L'annonce de la signature d'un accord de paix entre le Tchad et le Niger intervient avant les élections.",
        ),
        ("en", "The announcement of the signing of a peace accord between Chad and Niger comes before the elections."),
    ],
)
def test_a_signing_that_is_announced_may_be_to_come(language, sentence):
    found = read(language, sentence)
    assert only(found).status == "negotiated"
    assert not [c for c in found.claims if c.type == "signing"]


def test_a_signing_beside_an_announcement_took_place():
    found = read("fr", "L'annonce, après la signature lundi de l'accord entre le Tchad et le Niger, a surpris.")
    assert only(found).status == "signed"


@pytest.mark.parametrize(
    ("language", "sentence", "name"),
    [
        ("en", "Serbia, Kosovo strike deal.", "deal"),
        ("en", "Serbia and Kosovo reached a prisoner swap deal.", "prisoner swap deal"),
    ],
)
def test_the_verb_of_a_headline_is_no_part_of_what_a_text_is_called(language, sentence, name):
    agreement = only(read(language, sentence))
    assert agreement.name == name
    assert set(agreement.parties) == {RS, XK}


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("L'accord entre le Tchad et le Niger prévoit un dialogue national de réconciliation d'ici la fin du mois.", {"negotiation"}),
        ("L'accord entre le Tchad et le Niger prévoit une réconciliation et le retrait des troupes.", {"normalization", "withdrawal"}),
    ],
)  # fmt: skip
def test_what_a_dialogue_is_for_is_no_term_beside_it(sentence, kinds):
    found = only(read("fr", sentence)).commitments
    assert {t.type for t in found} == kinds
    assert "negotiation" not in kinds or found[0].deadline is not None
