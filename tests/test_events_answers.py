"""What somebody does besides denying or rejecting: it is done, and done by whoever denies."""

import pytest

from tests.agreeing import read


def told(language: str, sentence: str, kind: str) -> list[tuple[str, frozenset[str]]]:
    """Return status and participants, by name, of each claim of a kind."""
    found = read(language, sentence)
    names = {actor.id: actor.name for actor in found.reading.actors}
    return [(c.status, frozenset(names[p.actor] for p in c.participants)) for c in found.claims if c.type == kind]


@pytest.mark.parametrize(
    ("language", "sentence", "kind", "who"),
    [
        ("en", "Chad denied the charge and attacked Niger.", "attack", {"Chad", "Niger"}),
        ("en", "Chad denied the charge and responded by attacking Niger.", "attack", {"Chad", "Niger"}),
        (
            "en",
            "Chad rejected the plan and retaliated by expelling six French diplomats.",
            "sanction",
            {"Chad", "France"},
        ),
        ("en", "Chad accused Niger of lying and retaliated by expelling its ambassador.", "sanction", {"Chad"}),
        ("en", "Chad denied attacking Niger and recalled its ambassador.", "sanction", {"Chad"}),
        (
            "fr",
            "Le Tchad a démenti ces accusations et a expulsé l'ambassadeur de France.",
            "sanction",
            {"Chad", "France"},
        ),
        (
            "fr",
            "Le Tchad a rejeté ces accusations et riposté en expulsant l'ambassadeur de France.",
            "sanction",
            {"Chad", "France"},
        ),
    ],
)
def test_what_somebody_does_besides_denying_is_done_by_them(language, sentence, kind, who):
    assert told(language, sentence, kind) == [("occurred", frozenset(who))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chad denied it had attacked Niger and killed ten soldiers.",
        "Chad denied that it had attacked Niger and killed ten soldiers.",
        "Chad denied attacking Niger and killing ten soldiers.",
    ],
)
def test_what_stands_in_what_is_denied_is_denied(sentence):
    assert {how for how, _ in told("en", sentence, "attack")} == {"denied"}


def test_what_somebody_may_do_by_some_means_is_not_done():
    assert told("en", "Chad warned it could react by attacking Niger.", "attack") == [
        ("planned", frozenset({"Chad", "Niger"}))
    ]
