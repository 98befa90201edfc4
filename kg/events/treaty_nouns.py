"""What the noun of an agreement says by itself: one text or several, a consent and no text, the day in a name."""

from kg.events.candidate import Scene
from kg.events.items import Item
from kg.model import When

__all__ = ["consent", "day_in_name", "several"]

_PLURAL = "(s)"
_LINK = 3
"""How far behind a consent whoever gives it stands."""
_BEHIND = 5
"""How far behind them another side stands, which makes it a text after all."""


def several(scene: Scene, item: Item, lemma: str) -> bool:
    """Tell whether the head of a noun is in the plural ("accords de paix", never "déclaration de principes")."""
    links = scene.source.lexicon.language.grammar.prepositions.get("of", ())
    for entry, said in zip(lemma.split(), item.low.split(), strict=False):
        if entry in links:
            return False
        if entry.endswith(_PLURAL):
            return said.endswith("s")
    return False


def consent(scene: Scene, at: int) -> bool:
    """Tell whether a noun is somebody's consent and no text ("avoir obtenu l'accord d'Israël pour une trêve")."""
    items = scene.row.items
    if items[at].low not in scene.source.lexicon.language.agreements.consents:
        return False
    whose = next((i for i in range(at + 1, min(at + _LINK, len(items))) if not items[i].word.preps), None)
    if whose is None or "of" not in items[whose].prep or len(scene.row.actors(whose)) != 1:
        return False
    return not any(i.prep & {"with", "between"} for i in items[whose + 1 : whose + _BEHIND] if i.kind == "np")


def day_in_name(scene: Scene, item: Item) -> When | None:
    """Return the day or year that is a part of a name ("l'accord du 23 mars 2009")."""
    for date in scene.source.reading.dates:
        if item.start <= date.start and date.end <= item.end and not date.when.modifier:
            return date.when
    return None
