"""Passages of an article: offsets refined by a quotation, shared by all that stands on the same words."""

from collections.abc import Iterator

from kg import iri
from kg.graph.terms import Statement, integer, plain
from kg.model import Article
from kg.vocab import OA, RDF

__all__ = ["CONTEXT", "passage", "passage_iri"]

CONTEXT = 20
"""Characters of text kept on either side, so that a passage is found again in a changed copy."""


def passage_iri(article: Article, start: int, end: int) -> str:
    """Return the IRI of the passage at these offsets."""
    return iri.part(article.id, "passage", f"{start}-{end}")


def passage(article: Article, start: int, end: int) -> Iterator[Statement]:
    """Yield the description of the passage at these offsets."""
    here = passage_iri(article, start, end)
    position, quotation, text = f"{here}/position", f"{here}/quotation", article.text
    yield here, RDF.type, OA.SpecificResource
    yield here, OA.hasSource, iri.article(article.id)
    yield here, OA.hasSelector, position
    yield position, RDF.type, OA.TextPositionSelector
    yield position, OA.start, integer(start)
    yield position, OA.end, integer(end)
    yield position, OA.refinedBy, quotation
    yield quotation, RDF.type, OA.TextQuoteSelector
    yield quotation, OA.exact, plain(text[start:end])
    yield quotation, OA.prefix, plain(text[max(0, start - CONTEXT) : start])
    yield quotation, OA.suffix, plain(text[end : end + CONTEXT])
