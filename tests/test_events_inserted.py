"""A saying that stands inside a clause: who said it does none of it, and all of it is said."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg.pipeline import extract

FIRST = {"en": "Paul Kagame spoke on Monday. ", "fr": "Paul Kagame s'est exprimé lundi. "}
KAGAME = "person/paul-kagame"
MACRON = "person/emmanuel-macron"


def read(language: str, sentence: str):
    """Return what is extracted from a sentence behind one in which somebody speaks."""
    return extract(prose(language, FIRST[language] + sentence, published=datetime(2025, 11, 19, tzinfo=UTC)))


def told(language: str, sentence: str, kind: str):
    """Return the only claim of a type."""
    (claim,) = [claim for claim in read(language, sentence).claims if claim.type == kind]
    return claim


@pytest.mark.parametrize(
    ("language", "sentence", "kind", "speaker", "status"),
    [
        (
            "en",
            "The talks with Russia, Emmanuel Macron said, would resume on Friday.",
            "negotiation",
            MACRON,
            "planned",
        ),
        ("en", "Rwanda would, he added, withdraw its troops from Chad.", "withdrawal", KAGAME, "planned"),
        ("en", "Russia, Emmanuel Macron told reporters, has withdrawn its troops.", "withdrawal", MACRON, "occurred"),
        ("en", "The rebels attacked Goma, Emmanuel Macron said, and killed ten people.", "attack", MACRON, "occurred"),
        ("fr", "Les rebelles, a déclaré Emmanuel Macron, ont attaqué Goma.", "attack", MACRON, "occurred"),
        ("fr", "Le Rwanda va, a-t-il ajouté, retirer ses troupes du Tchad.", "withdrawal", KAGAME, "planned"),
        (
            "fr",
            "Les pourparlers avec la Russie, a dit Emmanuel Macron, reprendront en mai.",
            "negotiation",
            MACRON,
            "planned",
        ),
    ],
)
def test_what_stands_on_both_sides_of_a_saying_is_said(language, sentence, kind, speaker, status):
    claims = [claim for claim in read(language, sentence).claims if claim.type == kind]
    assert claims
    for claim in claims:
        assert (claim.attributed_to, claim.status) == (speaker, status)
        assert speaker not in {one.actor for one in claim.participants}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The rebels, accused by Emmanuel Macron, attacked Goma."),
        ("en", "The rebels, who said that Emmanuel Macron lied, attacked Goma."),
        ("fr", "Les rebelles, accusés par Emmanuel Macron, ont attaqué Goma."),
    ],
)
def test_whoever_a_description_names_says_nothing_of_the_clause(language, sentence):
    assert told(language, sentence, "attack").attributed_to != MACRON


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Russia has withdrawn from Chad, Paul Kagame said, and Emmanuel Macron met Vladimir Putin."),
        ("en", "Russia has withdrawn from Chad, Paul Kagame said, but Emmanuel Macron met Vladimir Putin."),
        ("fr", "La Russie s'est retirée du Tchad, a dit Paul Kagame, et Emmanuel Macron a rencontré Vladimir Poutine."),
    ],
)
def test_a_clause_of_its_own_behind_a_saying_is_not_said(language, sentence):
    meeting = told(language, sentence, "meeting")
    assert meeting.attributed_to is None
    assert MACRON in {one.actor for one in meeting.participants}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "On Monday, Emmanuel Macron announced the withdrawal of 2,000 soldiers, after a deal that Chad had signed.",
        ),
        (
            "fr",
            "Lundi, Emmanuel Macron a annoncé le retrait de 2.000 soldats, accélérant un plan que le Tchad avait signé.",
        ),
    ],
)
def test_a_clause_that_tells_more_than_who_speaks_stays_where_it_is(language, sentence):
    statements = [claim for claim in read(language, sentence).claims if claim.type == "statement"]
    (said,) = [one for one in statements if MACRON in {each.actor for each in one.participants}]
    assert said.when
    assert said.when.edtf == "2025-11-17"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Chad suspended the talks with Sudan."),
        ("fr", "Le Tchad a suspendu les pourparlers avec le Soudan."),
    ],
)
def test_suspended_talks_are_put_off_in_both_languages(language, sentence):
    assert {claim.status for claim in read(language, sentence).claims if claim.type in ("negotiation", "meeting")} == {
        "postponed"
    }
