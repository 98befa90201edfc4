"""Articles of a few sentences, for the tests of what is read from words."""

from datetime import datetime

from kg.model import Article, Segment


def prose(language: str, text: str, published: datetime | None = None) -> Article:
    """Return an article of one paragraph."""
    return Article("0" * 16, "prose", text, (Segment("body", 0, len(text)),), language, published=published)


def paragraphs(language: str, *texts: str, published: datetime | None = None) -> Article:
    """Return an article of some paragraphs, a line each."""
    segments, start = [], 0
    for text in texts:
        segments.append(Segment("body", start, start + len(text)))
        start += len(text) + 1
    return Article("0" * 16, "prose", "\n".join(texts), tuple(segments), language, published=published)
