"""Confidence is measured: a claim's is the share of right ones among claims that were read in the same way."""

import tomllib
from datetime import datetime
from pathlib import Path

import pytest

from kg import lang, pipeline, share
from kg.model import Article, Claim, Segment

TABLE = tomllib.loads(share.path("data", "confidence.toml").read_text("utf-8"))


def claims(text: str, code: str = "en") -> list[Claim]:
    assert code in lang.codes()
    parts, start = [], 0
    for line in text.split("\n"):
        parts.append(Segment("body", start, start + len(line)))
        start += len(line) + 1
    return list(
        pipeline.extract(
            Article("x", "", text, tuple(parts), code, published=datetime.fromisoformat("2020-11-21"))
        ).claims
    )


@pytest.mark.parametrize(
    ("text", "code", "kind"),
    [
        ("According to the Kremlin, the talks failed.", "en", "according"),
        ("Selon le Kremlin, les pourparlers ont échoué.", "fr", "according"),
        ("The Kremlin said that nothing had been agreed.", "en", "speech"),
        ("Sergei Lavrov met Mike Pompeo in Moscow on 3 May 2019.", "en", "told"),
        ("Sergueï Lavrov a rencontré Mike Pompeo à Moscou le 3 mai 2019.", "fr", "told"),
    ],
)
def test_confidence_is_that_of_the_way_a_claim_was_read(text: str, code: str, kind: str) -> None:
    assert TABLE[kind] in {claim.confidence for claim in claims(text, code)}


def test_what_is_taken_from_another_sentence_counts_less() -> None:
    found = claims("Sergei Lavrov met Mike Pompeo in Moscow on 3 May 2019.\nThe meeting was short.")
    short = [claim for claim in found if claim.type == "meeting" and claim.start > 50]
    assert {claim.confidence for claim in short} <= {TABLE["taken_up"]}


def test_the_table_is_of_shares_and_orders_what_it_should() -> None:
    assert all(0 < share_ < 1 for share_ in TABLE.values())
    assert TABLE["taken_up"] < TABLE["told"] < TABLE["speech"] <= TABLE["according"]


def test_every_claim_has_a_measured_confidence(few: list[Path]) -> None:
    from kg import load

    for article in load.articles(few):
        assert isinstance(article, Article)
        assert {claim.confidence for claim in pipeline.extract(article).claims} <= set(TABLE.values())
