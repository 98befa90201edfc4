"""Reads a sentence for the tests of names and of their resolution."""

from datetime import datetime

from kg import authority, lang, resolve
from kg.annotate import names, sentences
from kg.model import Annotations, Article, Reading, Segment, Span


def annotations(text: str, language: str, published: str = "2020-11-21") -> Annotations:
    """Return the spans of a text of one paragraph a line."""
    segments, start = [], 0
    for line in text.split("\n"):
        if line:
            segments.append(Segment("body", start, start + len(line)))
        start += len(line) + 1
    when = datetime.fromisoformat(published) if published else None
    article = Article("0" * 16, "test", text, tuple(segments), language, published=when)
    words = lang.load(language)
    cut = sentences.find(article, words)
    return Annotations(article, cut, names.spans(article, cut, words, authority.load()))


def spans(text: str, language: str) -> tuple[Span, ...]:
    """Return the spans of a text."""
    return annotations(text, language).spans


def read(text: str, language: str, published: str = "2020-11-21") -> Reading:
    """Return the reading of a text."""
    return resolve.resolve(annotations(text, language, published), lang.load(language), authority.load())


def actors(reading: Reading) -> dict[str, str]:
    """Return name -> type of each actor."""
    return {actor.name: actor.type for actor in reading.actors}


def roles(reading: Reading) -> set[tuple[str, str, str | None, str]]:
    """Return person, office, country and status of each role, by name."""
    names_ = {actor.id: actor.name for actor in reading.actors}
    return {(names_[r.person], r.office, names_.get(r.country or ""), r.status) for r in reading.roles}


def denoted(reading: Reading, text: str) -> set[str]:
    """Return the names of the actors and places that mentions of this text denote; places as "place: NAME"."""
    names_ = {actor.id: actor.name for actor in reading.actors}
    places = {place.id: place.name for place in reading.places}
    found = set()
    for mention in reading.mentions:
        if mention.text == text:
            found |= {names_[mention.actor]} if mention.actor else set()
            found |= {f"place: {places[mention.place]}"} if mention.place else set()
    return found
