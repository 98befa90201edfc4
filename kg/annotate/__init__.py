"""Article to Annotations: what stands in the text, before anything is resolved; one file a kind."""

from collections.abc import Sequence
from itertools import repeat
from typing import TYPE_CHECKING, Literal

from kg.annotate import dates, names, quantities, sentences
from kg.lang import Language
from kg.model import Annotations, Article, Sentence, Span

if TYPE_CHECKING:
    from kg.authority import Authority

__all__ = ["annotate", "annotate_all"]


def annotate(
    article: Article,
    language: Language,
    authority: "Authority | None" = None,
    *,
    profile: Literal["fast", "full"] = "fast",
) -> Annotations:
    """Return the sentences, names, dates and quantities of an article.

    `profile` "full" adds the names that a model finds and the authority lacks.
    """
    return annotate_all([(article, language)], authority, profile=profile)[0]


def annotate_all(
    articles: Sequence[tuple[Article, Language]],
    authority: "Authority | None" = None,
    *,
    profile: Literal["fast", "full"] = "fast",
) -> list[Annotations]:
    """Return the same for each of some articles: a model costs less when it is asked about many sentences at once."""
    cut = [(article, sentences.find(article, language), language) for article, language in articles]
    named = names.spans_of_all(cut, authority, profile) if authority is not None else repeat(())
    return [_annotations(*each, spans) for each, spans in zip(cut, named, strict=False)]


def _annotations(
    article: Article, found: tuple[Sentence, ...], language: Language, spans: tuple[Span, ...]
) -> Annotations:
    dated = dates.find(article, found, language)
    return Annotations(article, found, spans, dated, quantities.find(article, found, dated, language))
