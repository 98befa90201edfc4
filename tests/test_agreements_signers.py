"""Agreements: who signs one, where leaders sign, and where they sign it."""

import pytest

from tests.agreeing import only, read

TD, NE, US, FR, RU, MZ = (f"country/{code}" for code in ("TD", "NE", "US", "FR", "RU", "MZ"))


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "South Sudan President Salva Kiir and rebel leader Riek Machar signed a peace agreement in Addis Ababa on Wednesday.",
        ),
        (
            "fr",
            "Le président sud-soudanais Salva Kiir et le chef rebelle Riek Machar ont signé mercredi à Addis-Abeba un accord de paix.",
        ),
    ],
)
def test_of_two_who_sign_within_one_state_both_are_parties_of_a_text_that_is_known(language, sentence):
    agreement = only(read(language, sentence, published="2018-09-12"))
    assert agreement.id == "agreement/r-arcss"
    assert {"Salva Kiir Mayardit", "Riek Machar"} <= {
        actor.name
        for actor in read(language, sentence, published="2018-09-12").reading.actors
        if actor.id in agreement.parties
    }


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Mozambique's President Filipe Nyusi and Renamo leader Ossufo Momade signed a peace deal with Renamo."),
        (
            "fr",
            "Le président mozambicain Filipe Nyusi a signé avec la Renamo un accord de paix, que le chef de la Renamo, Ossufo Momade, a signé aussi.",
        ),
    ],
)
def test_a_leader_beside_his_own_movement_does_not_keep_the_other_from_standing_for_his_state(language, sentence):
    assert MZ in only(read(language, sentence)).parties


@pytest.mark.parametrize(
    ("language", "sentence", "host"),
    [
        ("en", "The accord was signed by the president of Chad and the president of Niger at the White House.", US),
        ("en", "The accord was signed by the presidents of Chad and Niger at the White House.", US),
        ("en", "The accord was signed by the foreign ministers of Chad and Niger at the French foreign ministry.", FR),
        ("fr", "L'accord a été signé par les présidents tchadien et nigérien au Kremlin.", RU),
        ("fr", "L'accord a été signé par les présidents du Tchad et du Niger à la Maison Blanche.", US),
        ("fr", "L'accord a été signé par le président du Tchad et le président du Niger à l'Élysée.", FR),
    ],
)
def test_where_leaders_sign_is_no_party_of_what_they_sign(language, sentence, host):
    found = read(language, sentence)
    states = {a.id: f"country/{a.country}" for a in found.reading.actors}
    assert {states.get(party, party) for party in only(found).parties} == {TD, NE}
    assert host not in {p.actor for c in found.claims for p in c.participants}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "France's ambassador to the UN signed an accord with Niger."),
        ("fr", "L'ambassadeur de France à l'ONU a signé un accord avec le Niger."),
    ],
)
def test_an_ambassador_signs_for_who_sent_him(language, sentence):
    assert set(only(read(language, sentence)).parties) == {FR, NE}
