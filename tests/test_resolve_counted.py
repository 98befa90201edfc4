"""Three or four who are counted and not named are those of the nearest sentence that names so many, and nobody where none does."""

import pytest

from tests.agreeing import read

KE, UG, TZ = "country/KE", "country/UG", "country/TZ"


def who(language: str, kind: str, *sentences: str) -> list[set[str]]:
    return [{p.actor for p in c.participants} for c in read(language, " ".join(sentences)).claims if c.type == kind]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("fr", ("Le Kenya, l'Ouganda et la Tanzanie ont ouvert un pont.", "Les trois pays ont signé un accord vendredi.")),
        ("en", ("Kenya, Uganda and Tanzania have opened a bridge.", "The three countries signed an accord on Friday.")),
        ("es", ("Kenia, Uganda y Tanzania abrieron un puente.", "Los tres países firmaron un acuerdo el viernes.")),
    ],
)  # fmt: skip
def test_three_states_are_those_of_the_sentence_that_names_three(language, sentences):
    assert who(language, "signing", *sentences) == [{KE, UG, TZ}]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("fr", ("Samedi, Joe Biden s'est entretenu avec Emmanuel Macron, Angela Merkel et Boris Johnson.", "Les quatre dirigeants ont condamné l'attaque.")),
        ("en", ("On Saturday Joe Biden spoke with Emmanuel Macron, Angela Merkel and Boris Johnson.", "The four leaders condemned the attack.")),
        ("en", ("Joe Biden and Emmanuel Macron met in Rome.", "Angela Merkel and Boris Johnson came too.", "The four leaders condemned the attack.")),
    ],
)  # fmt: skip
def test_four_leaders_are_those_named_before(language, sentences):
    (people,) = [p for p in who(language, "statement", *sentences) if len(p) > 2]
    assert len(people) == 4


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("fr", ("Le Kenya et l'Ouganda ont ouvert un pont.", "Les trois pays ont signé un accord vendredi.")),
        ("en", ("Kenya and Uganda have opened a bridge.", "The three countries signed an accord on Friday.")),
        ("en", ("Kenya, Uganda, Rwanda and Tanzania have opened a bridge.", "The three countries signed an accord on Friday.")),
            ],
)  # fmt: skip
def test_who_is_counted_is_nobody_where_no_sentence_names_so_many(language, sentences):
    assert who(language, "signing", *sentences) in ([], [set()])
