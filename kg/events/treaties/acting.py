"""Two sides that a sentence tells of together: the text that opens the next one is theirs ("X et Y ont rouvert … . L'accord, …")."""

from kg.events.candidate import Scene
from kg.events.treaties.treaty import Naming
from kg.events.treaties.verbs import treaty_noun

__all__ = ["OPENS", "joint", "opening", "takes_up"]

OPENS = 2
"""How many items into a sentence a text opens it."""
_OPENING = 4
"""How many items into a sentence those who act still open it."""
_SIDES = frozenset({"country", "government", "armed_group"})
_PAIR = 2
_UNDONE = frozenset({"refused", "feared", "denied"})
"""What a verb does that brings nothing about."""
_WORDS = frozenset({"refusal", "statement", "threat"})
"""Events that are only said."""


def opening(scene: Scene) -> int | None:
    """Return the first of two sides that open a sentence as those who act in it; nothing where others do."""
    items, types = scene.row.items, scene.source.types
    first = next((i for i in scene.row.names[:1] if i <= _OPENING), None)
    if first is None or items[first].prep:
        return None
    if any(i.kind == "word" and not i.word.flags and not i.word.preps for i in items[:first]):
        return None  # "Selon des témoins, X et Y …", "Les rebelles de X et Y …"
    sides = scene.row.actors(first)
    return first if len(sides) == _PAIR and all(types.get(a) in _SIDES for a in sides) else None


def joint(scene: Scene) -> tuple[str, ...]:
    """Return the two sides that open a sentence and act in it together; nothing where they speak, do nothing or a text is told."""
    first = opening(scene)
    if first is None or any(map(treaty_noun, scene.row.items)) or scene.row.items[-1].low == "?":
        return ()
    if any(c.type in _WORDS or c.reality.polarity == "negative" for c in scene.found):
        return ()
    last = scene.row.members(first)[-1]
    verb = next((g for g in scene.groups if g.left > last and g.finite), None)
    if verb is None:  # a verb that the language file lacks
        return scene.row.actors(first)
    said = any(s.kind == "speech" or s.value in _UNDONE for s in verb.senses)
    real = not (verb.negated or verb.passive or said) and verb.modal in (None, "planned", "done")
    return scene.row.actors(first) if real else ()


def takes_up(naming: Naming) -> bool:
    """Tell whether a text that opens a sentence must be told by the one before: nothing says whose, which or of when it is."""
    told = naming.title or naming.key or naming.dated or naming.parties or naming.heralds
    apart = naming.many or naming.prior or naming.other or naming.hypothetical or naming.denied
    return naming.definite and naming.at <= OPENS and not (told or apart)
