"""Article to Annotations: what stands in the text, before anything is resolved; one file a kind."""

from typing import TYPE_CHECKING, Literal

from kg.annotate import dates, names, quantities, sentences
from kg.lang import Language
from kg.model import Annotations, Article

if TYPE_CHECKING:
    from kg.authority import Authority

__all__ = ["annotate"]


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
    found = sentences.find(article, language)
    dated = dates.find(article, found, language)
    return Annotations(
        article=article,
        sentences=found,
        spans=names.spans(article, found, language, authority, profile) if authority is not None else (),
        dates=dated,
        quantities=quantities.find(article, found, dated, language),
    )
