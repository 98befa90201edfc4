"""Passages of an article: offsets refined by a quotation, shared by all that stands on the same words.

They are half of an article's quads and all of one pattern, so they are written as N-Quads at once, never as statements.
Each says in full what the Web Annotation model asks for, classes of selectors included, so that a tool that knows that
model alone can read them; leaving the classes out was measured to save next to nothing.
"""

import re
from collections.abc import Iterator

from kg import iri
from kg.graph.terms import Written, written
from kg.model import Article, Extraction
from kg.vocab import OA, RDF

__all__ = ["CONTEXT", "passage_iri", "passages", "spans", "wording"]

CONTEXT = 20
"""Characters of text kept on either side, so that a passage is found again in a changed copy."""

_LONG = 8
"""Words from which two passages are alike by copying alone."""
_WORD = re.compile(r"\w+")

_INTEGER = "^^<http://www.w3.org/2001/XMLSchema#integer>"


def passage_iri(article: Article, start: int, end: int) -> str:
    """Return the IRI of the passage at these offsets."""
    return iri.part(article.id, "passage", f"{start}-{end}")


def wording(passage: str) -> str:
    """Return a digest of the words of a passage, whatever stands between them; nothing for a short one."""
    words = _WORD.findall(passage.casefold())
    return iri.digest(*words) if len(words) >= _LONG else ""


def spans(extraction: Extraction) -> set[tuple[int, int]]:
    """Return the offsets of all whose words an extraction shows."""
    found = {
        (each.start, each.end) for each in extraction.reading.mentions if each.actor or each.place or each.agreement
    }
    found |= {(each.start, each.end) for each in extraction.reading.roles}
    found |= {(each.start, each.end) for each in extraction.claims}
    for agreement in extraction.agreements:
        found.add((agreement.start, agreement.end))
        found |= {(term.start, term.end) for term in agreement.commitments}
    return found


def passages(article: Article, found: set[tuple[int, int]], nodes: Written, end: str) -> Iterator[str]:
    """Yield the description of the passages at these offsets as lines of N-Quads, in no order.

    Args:
        article: whose passages they are.
        found: their offsets.
        nodes: IRIs as they are written.
        end: how a line of the graph ends.
    """
    a, text = f" {nodes[RDF.type]} ", article.text
    stem = nodes[iri.part(article.id, "passage")].removesuffix(">")
    is_passage, is_position, is_quotation = (
        f"{a}{nodes[kind]}{end}" for kind in (OA.SpecificResource, OA.TextPositionSelector, OA.TextQuoteSelector)
    )
    of_article = f" {nodes[OA.hasSource]} {nodes[iri.article(article.id)]}{end}"
    has_selector, from_, to, refined_by, exact, prefix, suffix = (
        f" {nodes[name]} " for name in (OA.hasSelector, OA.start, OA.end, OA.refinedBy, OA.exact, OA.prefix, OA.suffix)
    )
    for first, last in found:
        here = f"{stem}/{first}-{last}"
        position, quotation = f"{here}/position>", f"{here}/quotation>"
        before, words = written(text[max(0, first - CONTEXT) : first]), written(text[first:last])
        after = written(text[last : last + CONTEXT])
        yield f"{here}>{is_passage}"
        yield f"{here}>{of_article}"
        yield f"{here}>{has_selector}{position}{end}"
        yield f"{position}{is_position}"
        yield f'{position}{from_}"{first}"{_INTEGER}{end}'
        yield f'{position}{to}"{last}"{_INTEGER}{end}'
        yield f"{position}{refined_by}{quotation}{end}"
        yield f"{quotation}{is_quotation}"
        yield f"{quotation}{exact}{words}{end}"
        yield f"{quotation}{prefix}{before}{end}"
        yield f"{quotation}{suffix}{after}{end}"
