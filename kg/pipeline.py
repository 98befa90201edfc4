"""One article, from text to claims: the stages strung together.  The first file to read.

    load -> Article -> annotate -> resolve -> events -> Extraction -> graph, record, view

`extract` is pure: the same article gives the same extraction, whatever else is read before or beside it; that is what
a process pool or a cluster maps.
"""

from collections.abc import Iterable
from typing import Literal

from msgspec.structs import replace

from kg import __version__, authority, lang
from kg.annotate import annotate_all
from kg.authority import Authority
from kg.events import read
from kg.lang import Language
from kg.model import Annotations, Article, Extraction
from kg.resolve import resolve

__all__ = ["PROFILES", "Profile", "extract", "extract_all"]

Profile = Literal["fast", "full"]
PROFILES: tuple[Profile, ...] = ("fast", "full")
"""fast: rules and the authority alone; full: a model as well, for names the authority lacks."""


def extract(article: Article, *, profile: Profile = "fast") -> Extraction:
    """Return all that the pipeline makes of one article.

    Raises:
        DataError: there is no data file for the article's language.
        MissingExtraError: the profile is full and no model is installed.
    """
    return extract_all((article,), profile=profile)[0]


def extract_all(articles: Iterable[Article], *, profile: Profile = "fast") -> list[Extraction]:
    """Return the same for each of some articles; with `full` that costs less than one at a time.

    Raises:
        DataError, MissingExtraError: as `extract`.
    """
    known = authority.load()
    given = [(article, lang.load(article.language)) for article in articles]
    annotated = annotate_all(given, known, profile=profile)
    return [_extraction(each, language, known, profile) for each, (_, language) in zip(annotated, given, strict=True)]


def _extraction(annotations: Annotations, language: Language, known: Authority, profile: Profile) -> Extraction:
    reading = resolve(annotations, language, known)
    return replace(read(reading, language, known), profile=profile, version=__version__)
