"""A headline that only names talks tells of none; one that says what came of them, or how long they took, does."""

import pytest

from kg import pipeline
from kg.model import Article, Segment


def _talks(code: str, title: str) -> list[tuple[str, set[str]]]:
    """Return the talks that a headline tells: their status and who takes part."""
    body = {
        "de": "Es regnete am Abend.",
        "es": "Llovía por la noche.",
        "fr": "Il pleuvait le soir.",
        "en": "It rained.",
    }
    text = f"{title}\n{body[code]}"
    segments = (Segment("title", 0, len(title)), Segment("body", len(title) + 1, len(text)))
    found = pipeline.extract(Article("0" * 16, "headline", text, segments, code))
    named = {one.id: one.name for one in found.reading.actors}
    claims = [c for c in found.claims if c.type in ("meeting", "negotiation")]
    return [(c.status, {named[p.actor] for p in c.participants}) for c in claims]


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("de", "Zypern-Gipfel in Genf: kein Handschlag"),
        ("de", "Gipfel in Genf: Delegationen mit leeren Händen"),
        ("en", "Geneva summit: no breakthrough"),
        ("en", "Oslo conference: a handshake at last"),
        ("es", "Cumbre en Ginebra: sin acuerdo"),
        ("fr", "Sommet de Genève : une poignée de main"),
        ("fr", "Chypre : dix jours de pourparlers en Suisse"),
    ],
)
def test_a_headline_with_a_result_or_a_length_tells_talks(code: str, title: str) -> None:
    assert [status for status, _ in _talks(code, title)] in (["occurred"], ["ongoing"])


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("de", "Gipfel in Genf: Hoffnung auf Durchbruch"),
        ("de", "Gipfel in Genf: worum es geht"),
        ("en", "Geneva summit: prospects of a breakthrough"),
        ("en", "Geneva summit: little chance of a handshake"),
        ("en", "Geneva summit: a breakthrough?"),
        ("es", "Cumbre en Ginebra: temor a un fracaso"),
        ("fr", "Sommet de Genève : l'espoir d'une percée"),
        ("fr", "Conférence de Genève : les enjeux"),
    ],
)
def test_a_headline_that_names_talks_or_hopes_tells_none(code: str, title: str) -> None:
    assert _talks(code, title) == []


def test_two_persons_behind_the_colon_took_part() -> None:
    assert _talks("fr", "Sommet de Genève : Vladimir Poutine et Joe Biden se séparent sur une poignée de main") == [
        ("occurred", {"Vladimir Putin", "Joe Biden"})
    ]
