"""Reads short texts of our own for the tests on agreements and their terms."""

from datetime import datetime

from kg import pipeline
from kg.model import Agreement, Article, Extraction, Segment


def read(language: str, *paragraphs: str, published: str = "2025-05-12") -> Extraction:
    text, segments = "", []
    for paragraph in paragraphs:
        segments.append(Segment("body", len(text), len(text) + len(paragraph)))
        text += paragraph + "\n"
    when = datetime.fromisoformat(published)
    return pipeline.extract(Article("a", "a", text, tuple(segments), language, published=when))


def only(found: Extraction) -> Agreement:
    assert len(found.agreements) == 1, [one.name for one in found.agreements]
    return found.agreements[0]
