"""Sentences that the ledgers of agreements rest on: releases, openings of talks, and what only sounds like a denial."""

import pytest

from tests.agreeing import read


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("fr", "Kaboul laisse partir cent prisonniers talibans.", ("prisoner_release", "occurred")),
        ("fr", "Israël a laissé sortir deux otages.", ("prisoner_release", "occurred")),
        ("en", "The Taliban let go 20 Afghan government prisoners on Sunday.", ("prisoner_release", "occurred")),
        ("fr", "Kaboul a procédé mardi à la plus importante remise en liberté de combattants talibans.", ("prisoner_release", "occurred")),
        ("fr", "Le gouvernement afghan et les talibans ont inauguré à Doha leurs premières négociations.", ("negotiation", "occurred")),
        ("fr", "Cent hommes partiraient en mai, soit le départ de la moitié des soldats français du Mali.", ("withdrawal", "planned")),
        ("fr", "La Russie a laissé partir les journalistes.", None),
        ("en", "Russia let go of its claim to the island.", None),
        ("fr", "Emmanuel Macron a inauguré mardi une école à Kiev.", None),
    ],
)  # fmt: skip
def test_what_a_sentence_tells(language: str, sentence: str, expected: tuple[str, str] | None) -> None:
    claims = [c for c in read(language, sentence).claims if c.type in ("prisoner_release", "negotiation", "withdrawal")]
    # A set: "Cent hommes partiraient, soit le départ de la moitié" is told twice, and not yet known to be one.
    assert {(claim.type, claim.status) for claim in claims} == ({expected} if expected else set())
