"""Agreements: who helps, looks on or is only given something is no party, and no place."""

import pytest

from tests.agreeing import only, read
from tests.naming import annotations

TD, FR, SN, IL, QA, EG, TR, RU, UA, CN, RS, XK = (
    f"country/{code}" for code in ("TD", "FR", "SN", "IL", "QA", "EG", "TR", "RU", "UA", "CN", "RS", "XK")
)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Le Tchad met fin à son accord de défense avec la France, et le Sénégal envisage de faire de même."),
        ("fr", "Le Tchad rompt son accord de défense avec la France et le Sénégal ne dit rien."),
        ("fr", "Le Tchad rompt son accord de défense avec la France et le Sénégal s'en inquiète."),
        ("en", "Chad ended its defence pact with France, and Senegal is considering the same."),
    ],
)
def test_the_subject_of_the_next_verb_is_not_listed_with_the_party_before_it(language, sentence):
    assert set(only(read(language, sentence)).parties) == {TD, FR}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Le Tchad a signé lundi un accord de défense avec la France et le Sénégal."),
        ("fr", "L'accord que le Tchad a conclu avec la France et le Sénégal prévoit un retrait."),
        ("en", "The pact Chad signed with France and Senegal includes a withdrawal."),
    ],
)
def test_parties_that_are_listed_stay_together(language, sentence):
    assert set(only(read(language, sentence)).parties) == {TD, FR, SN}


@pytest.mark.parametrize(
    ("language", "sentence", "helpers"),
    [
        ("fr", "Israël et le Hamas ont conclu une trêve grâce au Qatar, à l'Égypte et à la Turquie.", {QA, EG, TR}),
        ("fr", "Israël et le Hamas ont conclu, avec l'aide du Qatar, une trêve.", {QA}),
        ("fr", "Un accord obtenu par le Qatar entre Israël et le Hamas a été signé lundi.", {QA}),
        ("fr", "Grâce au Qatar, Israël et le Hamas ont signé un accord.", {QA}),
        ("en", "Thanks to Qatar, Israel and Hamas signed a deal.", {QA}),
        ("en", "Israel and Hamas agreed a truce with the help of Qatar.", {QA}),
    ],
)
def test_whoever_helps_two_to_agree_is_a_mediator(language, sentence, helpers):
    found = only(read(language, sentence))
    assert set(found.mediators) == helpers
    assert set(found.parties) == {IL, "armedgroup/hamas"}


@pytest.mark.parametrize(
    "sentence",
    [
        "La signature officielle a eu lieu lundi à Skopje, en présence d'Emmanuel Macron.",
        "La cérémonie de signature s'est déroulée lundi à Skopje, en présence d'Emmanuel Macron.",
        "La Serbie et le Kosovo ont signé un accord lundi à Skopje, en présence d'Emmanuel Macron.",
    ],
)
def test_whoever_is_present_at_a_signing_takes_no_part_in_it(sentence):
    roles = {p.role for c in read("fr", sentence).claims for p in c.participants if p.actor == "person/emmanuel-macron"}
    assert roles == {"attendee"}


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Un accord qui donne à l'Éthiopie un accès à la mer a été signé lundi.", None),
        ("Un accord qui offre à la Russie deux provinces a été signé lundi.", None),
        ("Un accord a été signé lundi en Éthiopie.", "country/ET"),
        ("Un accord a été signé lundi au Tchad.", TD),
    ],
)
def test_whom_a_text_gives_something_is_not_where_it_was_signed(sentence, place):
    found = read("fr", sentence)
    assert {c.place for c in found.claims if c.type == "signing"} == {place}
    assert only(found).place == place


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("La trêve entre Israël et le Hamas, obtenue grâce au Qatar, a pris effet vendredi.", "2025-05-09"),
        ("La trêve entre Israël et le Hamas, obtenue grâce au Qatar, prendra effet vendredi.", None),
    ],
)
def test_a_truce_is_of_the_day_on_which_it_took_effect_behind_an_aside(sentence, day):
    when = only(read("fr", sentence)).date
    assert (when.edtf if when else None) == day


@pytest.mark.parametrize(
    ("language", "text", "state"),
    [
        ("fr", "le dernier pays sud-américain", None),
        ("fr", "les chefs d'État latino-américains", None),
        ("fr", "le président sud-coréen", "country/KR"),
        ("fr", "la ministre nord-macédonienne", "country/MK"),
        ("fr", "le Sud américain", "country/US"),
        ("en", "the South American states", None),
        ("en", "a Latin American summit", None),
        ("en", "the Central African army", "country/CF"),
        ("en", "an African, American and French plan", "country/US"),
        ("en", "a North Macedonian envoy", "country/MK"),
    ],
)
def test_half_a_continent_is_no_state(language, text, state):
    states = [c for span in annotations(text, language).spans if span.kind == "demonym" for c in span.candidates]
    assert (state in states) if state else not states
