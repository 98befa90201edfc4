"""One article, from text to claims: the stages strung together.  The first file to read.

    load -> Article -> annotate -> resolve -> events -> Extraction -> graph, record, view

`extract` is pure: the same article gives the same extraction, whatever else is read before or beside it; that is what
a process pool or a cluster maps.
"""

from dataclasses import replace
from typing import Literal

from kg import __version__, authority, lang
from kg.annotate import annotate
from kg.events import read
from kg.model import Article, Extraction
from kg.resolve import resolve

__all__ = ["PROFILES", "Profile", "extract"]

Profile = Literal["fast", "full"]
PROFILES: tuple[Profile, ...] = ("fast", "full")
"""fast: rules and the authority alone; full: a model as well, for names the authority lacks."""


def extract(article: Article, *, profile: Profile = "fast") -> Extraction:
    """Return all that the pipeline makes of one article.

    Raises:
        DataError: there is no data file for the article's language.
        MissingExtraError: the profile is full and no model is installed.
    """
    language = lang.load(article.language)
    known = authority.load()
    annotations = annotate(article, language, known, profile=profile)
    reading = resolve(annotations, language, known)
    return replace(read(reading, language, known), profile=profile, version=__version__)
