"""What the noun of an agreement and the verb before it say: one text or several, a consent, a result of talks, a day."""

from kg.events.candidate import Scene
from kg.events.items import ADVERB, NOTHING, Item
from kg.events.times import starting
from kg.events.verbs import VerbGroup
from kg.model import When

__all__ = [
    "acts",
    "annexed",
    "consent",
    "day_in_name",
    "hall",
    "of_statehood",
    "results",
    "several",
]

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


def acts(items: list[Item], at: int) -> bool:
    """Tell whether a noun is a verb here ("failed to deal with the crisis", "must deal with them")."""
    if at == 0 or at + 1 == len(items) or "with" not in items[at + 1].word.preps:
        return False
    before = items[at - 1] if "adv" not in items[at - 1].word.flags or at == 1 else items[at - 2]
    return "to" in before.word.flags or any(s.kind in ("modality", "aux") for s, _ in before.word.verbs)


def annexed(between: list[Item]) -> bool:
    """Tell whether a verb bears on what belongs to a text ("ont adopté samedi [un amendement au] protocole")."""
    said = [i for i in between if i.kind != "date"]
    opens = len(said) >= _LINK and "det" in said[0].word.flags and said[1].word in (NOTHING, ADVERB)
    return opens and bool(said[2].word.preps & {"in", "to"})


def hall(scene: Scene, at: int) -> bool:
    """Tell whether a noun is part of a building's name ("le centre des conventions", "the convention center")."""
    items, words = scene.row.items, scene.source.lexicon.language.agreements.halls
    if at + 1 < len(items) and items[at + 1].low in words:
        return True
    return at > 1 and items[at - 2].low in words and "of" in items[at - 1].word.preps


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
    for date in starting(scene.source.reading.dates, item.start, item.end):
        if date.end <= item.end and not date.when.modifier:
            return date.when
    return None


def results(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a verb says that talks ended with a text ("a débouché mercredi sur un accord")."""
    return any(s.lemma in scene.source.lexicon.language.agreements.results for s in group.senses)


def of_statehood(scene: Scene, at: int) -> bool:
    """Tell whether a text declares what one alone can be ("the declaration of [independence]"): nobody agrees on it."""
    words = scene.source.lexicon.language.grammar.objects.get("statehood", ())
    behind = [item for item in scene.row.items[at + 1 : at + 4] if "det" not in item.word.flags or item.word.preps]
    return len(behind) > 1 and "of" in behind[0].word.preps and behind[1].low.removeprefix("d'") in words
