"""Whom a verb bears on where they stand before it: a relative pronoun ("[que] X a reçu", "[whom] X met") or a word for somebody told ("X [l]'a reçu", "X met [him]")."""

from kg.events.candidate import Candidate, Scene
from kg.events.clauses import Arguments
from kg.events.items import Row
from kg.events.relatives import antecedent
from kg.events.verbs import VerbGroup, auxiliary

__all__ = ["pronoun", "relative", "statehood"]

_SUBJECT = 12
"""How many items may stand between a relative pronoun and the verb of its clause."""
_OF_PERSONS = frozenset({"meeting", "call", "appointment", "resignation", "prisoner_release", "regime_change"})
"""Types of events that a verb tells of one person as its object."""
_OBJECTS = frozenset({"object", "with"})


def pronoun(scene: Scene, event: Candidate, group: VerbGroup, found: Arguments) -> str | None:
    """Return the one person told before for whom the object of a verb stands ("X [l]'a reçu", "X met [him]")."""
    if event.type not in _OF_PERSONS or group.passive or group.reflexive or not group.finite:
        return None
    row, who = scene.row, scene.subjects[group.at][0]
    if who is None or not _OBJECTS.isdisjoint(found.slots) or not _taken_up(row, group):
        return None
    own = set(row.actors(who))
    near = {a for item in row.items[: group.left] if item.type == "person" for a in item.actors} - own
    meant = near or {a for a in scene.topic if a not in own and scene.source.types.get(a) == "person"}
    return next(iter(meant)) if len(meant) == 1 else None


def relative(row: Row, group: VerbGroup, found: Arguments) -> tuple[str, int] | None:
    """Return the slot and index of whom a relative pronoun takes up ("the envoy [whom] X met", "[avec qui] X s'est entretenu")."""
    if group.passive or not group.finite or not _OBJECTS.isdisjoint(found.slots):
        return None
    items, gaps = row.items, row.lexicon.language.grammar.gaps
    if items[0].low in row.lexicon.language.grammar.objects.get("clefts", ()):
        return _put_first(row, group)
    for at in range(group.left - 1, max(0, group.left - _SUBJECT), -1):
        item = items[at]
        slot = next((slot for slot, words in gaps.items() if item.low in words), None)
        if slot is not None:
            opener = at - ("with" in items[at - 1].word.preps)
            subject = any(i.kind == "np" and i.actors and not i.prep for i in items[at + 1 : group.left])
            subject = subject or bool(items[group.left - 1].word.flags & {"he", "it", "they"})
            who = antecedent(row, opener) if subject and _describes(row, opener) else None
            if who is None or items[who].form == "demonym":
                return None
            return "with" if opener < at else slot, who
        verb = item.word.verbs and not item.word.nouns
        if verb or item.word.flags & {"rel", "comp", "sub"} or item.low in ".;:":
            return None
    return None


def statehood(scene: Scene, group: VerbGroup) -> int | None:
    """Return whose independence is recognised, told by a possessive ("recognised [Kosovo]'s independence")."""
    items = scene.row.items
    words = scene.source.lexicon.language.grammar.objects.get("statehood", ())
    own = next((i for i in range(group.at + 2, min(group.at + 5, len(items) - 1)) if "own" in items[i].word.flags), 0)
    named = own > 0 and items[own - 1].kind == "np" and bool(items[own - 1].actors)
    return own - 1 if named and items[own + 1].low in words else None


def _put_first(row: Row, group: VerbGroup) -> tuple[str, int] | None:
    """Return whom a sentence puts first with whom its verb is done ("[C'est] avec X, le chef du Y, [que] Z s'est entretenu")."""
    items = row.items
    for at in range(2, group.left):
        item = items[at]
        if "comp" in item.word.flags or item.word.verbs:
            break
        if "with" in item.prep and item.actors:
            rest = [i for i in items[at + 1 : group.left] if i.word.verbs or i.word.flags & {"rel", "comp", "sub"}]
            return ("with", at) if len(rest) == 1 and "comp" in rest[0].word.flags else None
    return None


def _describes(row: Row, at: int) -> bool:
    """Tell whether what opens a clause describes the name right before it, and does not say what somebody said or did."""
    items = row.items
    aside = at > 1 and items[at - 1].low == ","
    name = items[at - 1 - aside]
    if name.kind != "np" or not name.actors or "comp" not in items[at].word.flags:
        return name.kind == "np" and bool(name.actors)
    return aside or not any(item.word.verbs and not item.word.nouns for item in items[:at])


def _taken_up(row: Row, group: VerbGroup) -> bool:
    """Tell whether a word for one person told before is the object of a verb ("[l]'a reçu", "received [him]")."""
    items, grammar = row.items, row.lexicon.language.grammar
    if not grammar.object_pronouns:
        return group.at + 1 < len(items) and items[group.at + 1].low in grammar.borne
    verb = auxiliary(items[group.left]) is not None or (group.left == group.at and not items[group.at].word.nouns)
    return group.left > 0 and items[group.left - 1].low in grammar.borne and verb
