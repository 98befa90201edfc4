"""What the rows of every table end in: the passage behind them, and the words for actors, places and days."""

from collections.abc import Iterable
from typing import Final

from kg.view.values import Corpus, Doc, Evidence, Occurrence, Span

__all__ = ["PASSAGE", "countries", "day", "names", "passage"]

PASSAGE: Final = (
    "Sentence", "Speaker", "Reported Via", "Source", "Publication Date", "Headline", "Language", "Article", "URL",
    "Reprint Of", "Claim", "Rule", "Confidence",
)  # fmt: skip


def passage(corpus: Corpus, proof: Evidence) -> dict[str, object]:
    """Return the sentence of a passage, who says it, where and when, and how surely it was read."""
    doc = corpus.docs.get(proof.article, Doc(proof.article))
    return {
        "Sentence": proof.sentence,
        "Speaker": names(corpus, [proof.speaker]),
        "Reported Via": names(corpus, [proof.via]),
        "Source": doc.outlet,
        "Publication Date": doc.date,
        "Headline": doc.title,
        "Language": doc.language,
        "Article": proof.article,
        "URL": doc.url,
        "Reprint Of": doc.stands_for,
        "Claim": proof.claim,
        "Rule": proof.rule,
        "Confidence": "" if proof.confidence is None else proof.confidence,
    }


def names(corpus: Corpus, nodes: Iterable[str]) -> str:
    """Return the English names of actors, places or sources, separated by semicolons."""
    return "; ".join(dict.fromkeys(_name(corpus, node) for node in nodes if node))


def _name(corpus: Corpus, node: str) -> str:
    if node in corpus.things:
        return corpus.things[node].label("en")
    return corpus.speakers.get(node) or node.rpartition("/")[2]


def countries(corpus: Corpus, nodes: Iterable[str]) -> list[str]:
    """Return the ISO 3166-1 alpha-2 codes of the countries that actors or places belong to, each once."""
    found = (corpus.things[node].country for node in nodes if node in corpus.things)
    return list(dict.fromkeys(code for code in found if code))


def day(it: Occurrence, doc: Doc) -> tuple[Span, str]:
    """Return the time of an occurrence and how exact it is: day, interval, or publication where none is told."""
    for span in it.when:
        if span.earliest or span.latest:
            return span, "day" if span.earliest == span.latest else "interval"
    return Span(doc.date, doc.date, doc.date), "publication"
