"""For whom people sign, who speaks past an aside, what a negation without a verb denies, and meetings whose verb looks ahead."""

import pytest

from tests.agreeing import read

TD, NE, IL, IR, MACRON = "country/TD", "country/NE", "country/IL", "country/IR", "person/emmanuel-macron"


def told(language: str, sentence: str, kind: str):
    return [c for c in read(language, sentence).claims if c.type == kind]


def sides(claim) -> set[str]:
    return {p.actor for p in claim.participants}


@pytest.mark.parametrize(
    ("language", "sentence", "bound"),
    [
        ("en", "Redwan Hussein signed for Chad and Getachew Reda for Niger.", {TD, NE}),
        ("en", "Redwan Hussein signed the accord on behalf of Chad.", {TD}),
        ("fr", "Redwan Hussein a signé pour le Tchad et Getachew Reda pour le Niger.", {TD, NE}),
        ("fr", "Redwan Hussein a signé l'accord au nom du Tchad.", {TD}),
    ],
)
def test_those_for_whom_people_sign_are_parties_beside_them(language, sentence, bound):
    (claim,) = told(language, sentence, "signing")
    assert bound < sides(claim)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Emmanuel Macron signed for the release of prisoners."),
        ("en", "Emmanuel Macron signed a deal for peace with Niger on Friday, a victory for Chad."),
        ("fr", "Emmanuel Macron a signé pour deux ans un accord avec le Niger."),
        ("fr", "Le Niger a signé un accord, et Emmanuel Macron a plaidé pour le Tchad."),
    ],
)
def test_nobody_signs_for_a_release_a_time_or_in_another_clause(language, sentence):
    assert all(TD not in sides(claim) for claim in told(language, sentence, "signing"))


def test_a_signing_for_somebody_without_a_text_told_before_makes_no_agreement():
    assert not read("fr", "Idriss Déby a signé pour le Tchad et Mohamed Bazoum pour le Niger.").agreements


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Le Tchad, sous la pression de Paris, a condamné le Niger.", TD),
        ("Israël, par la voix de Benny Gantz, a condamné l'Iran.", IL),
        ("Le Tchad partira, a déclaré Emmanuel Macron.", MACRON),
        ("Pas de trêve au Tchad, a prévenu Emmanuel Macron.", MACRON),
        ("Pour le Tchad, a estimé Emmanuel Macron, rien ne change.", MACRON),
    ],
)
def test_whoever_opens_a_sentence_speaks_past_an_aside_and_whoever_closes_a_saying_said_it(sentence, speaker):
    said = [c for c in read("fr", sentence).claims if c.type in ("statement", "threat", "condemnation")]
    assert [{p.actor for p in c.participants if p.role == "speaker"} for c in said] == [{speaker}]


@pytest.mark.parametrize(
    ("sentence", "kind", "status"),
    [
        ("Il n'y aura pas de négociations avec le Niger, a dit le président du Tchad.", "negotiation", "denied"),
        ("Pas de trêve au Tchad.", "ceasefire", "denied"),
        ("Toujours pas de trêve au Tchad.", "ceasefire", "denied"),
        ("Il y aura des négociations entre le Niger et le Tchad.", "negotiation", "planned"),
        ("Une trêve est en vigueur au Tchad.", "ceasefire", "occurred"),
    ],
)
def test_what_there_is_none_of_is_denied(sentence, kind, status):
    assert {c.status for c in told("fr", sentence, kind)} <= {status}
    assert told("fr", sentence, kind)


@pytest.mark.parametrize(
    ("language", "sentence", "status"),
    [
        ("fr", "La réunion rassemblera le Tchad et le Niger.", "planned"),
        ("fr", "La réunion a rassemblé le Tchad et le Niger.", "occurred"),
        ("en", "The meeting will bring together Chad and Niger.", "planned"),
        ("en", "The meeting brought together Chad and Niger.", "occurred"),
    ],
)
def test_a_meeting_that_will_gather_people_lies_ahead(language, sentence, status):
    assert {c.status for c in told(language, sentence, "meeting")} == {status}
