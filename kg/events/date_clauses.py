"""The clause in which a date stands: what is told outside a clause about somebody has none of its days."""

from kg.events.candidate import Candidate, Scene
from kg.events.items import Item
from kg.events.verbs import VerbGroup

__all__ = ["Clause", "clause_of"]

_SET_APART = frozenset({",", "—", "–", "("})
_ENDS = frozenset(',.;:()«»“”"—–')
_BE = frozenset({"occurred", "ongoing"})
"""Classes of verbs that only an event can have for their subject."""
_JOINED = frozenset({"and", "comp", "rel", "sub"})
_CLOSE = 4
"""How far behind the verb of a clause that no comma sets apart its day may stand."""
_HEAD = 3
"""How far before its relative pronoun the noun may stand that a clause is about."""


class Clause:
    """A clause that holds a date, from its opening word to its end, and the noun that it is about."""

    __slots__ = ("end", "first", "heads")

    def __init__(self, first: int, end: int, heads: tuple[int, ...]) -> None:
        """Take the index of the opening word, that of the end (excluded) and those at which its noun may stand."""
        self.first, self.end, self.heads = first, end, heads

    def holds(self, event: Candidate) -> bool:
        """Tell whether an event is told in the clause, or is what the clause is about ("the truce, which began [on Monday]")."""
        return self.first < event.at < self.end or self.is_about(event)

    def is_about(self, event: Candidate) -> bool:
        """Tell whether an event is told by the noun that the clause is about."""
        return event.at in self.heads


def clause_of(scene: Scene, at: int) -> Clause | None:
    """Return the clause that the date at an index belongs to, where that is sure: relative ones, and "after X did Y in May,"."""
    items = scene.row.items
    for first in range(at - 1, -1, -1):
        flags, low = items[first].word.flags, items[first].low
        if low in ".;:":
            return None
        if "rel" in flags:
            return _relative(scene, first, at)
        if "after" in flags and _opens(items, first):
            return _fronted(scene, first, at)
    return None


def _relative(scene: Scene, first: int, at: int) -> Clause | None:
    """Return a relative clause, where the date is in it."""
    items = scene.row.items
    apart = any(item.low in _SET_APART for item in items[max(0, first - 2) : first])
    verb = next((g for g in scene.groups if g.finite and g.left > first), None)
    if verb is not None and any(item.low in _ENDS for item in items[first + 1 : verb.left]):
        verb = None
    end = _end(scene, max(verb.at if verb is not None else first, first))
    if at >= end or not (apart or (verb is not None and _beside(items[verb.at + 1 : at]) and verb.at < at)):
        return None
    head = first - 1
    while head > first - _HEAD and head > 0 and (items[head].low in _SET_APART or items[head].word.preps):
        head -= 1
    named = items[head].kind == "np" and items[head].type == "person"  # "talks with X, who was expected on Monday"
    happens = verb is not None and verb.at < end and _of_events(verb, named=named)
    about = (e.at for e in scene.found if happens and e.rule.startswith("noun:") and e.at < head <= e.span[1])
    return Clause(first, end, (head, *about))


def _of_events(verb: VerbGroup, *, named: bool) -> bool:
    """Tell whether a verb says that its subject takes place, or, where nobody is `named` right before the clause, is planned."""
    classes = {s.value for s in verb.senses if s.kind == "governor"}
    return bool(classes & _BE) or (not named and verb.passive and "planned" in classes)


def _fronted(scene: Scene, first: int, at: int) -> Clause | None:
    """Return a clause that opens the sentence and says after what something happened, where a comma closes it."""
    verb = next((g for g in scene.groups if first < g.left < at), None)
    end = _end(scene, verb.at) if verb is not None else 0
    if at >= end or end >= len(scene.row.items) or scene.row.items[end].low != ",":
        return None
    return Clause(first, end, ())


def _end(scene: Scene, last: int) -> int:
    """Return where a clause ends whose verb stands at an index: at a sign, or where the next verb begins that nothing joins to it."""
    items = scene.row.items
    lefts = {g.left for g in scene.groups if g.finite}
    for index in range(last + 1, len(items)):
        if items[index].low in _ENDS:
            return index
        if index in lefts and not any(item.word.flags & _JOINED for item in items[last + 1 : index]):
            return index
    return len(items)


def _opens(items: list[Item], first: int) -> bool:
    """Tell whether a word opens the sentence, or all before it is no more than an adverb."""
    return all(item.kind == "word" and "adv" in item.word.flags for item in items[:first])


def _beside(between: list[Item]) -> bool:
    """Tell whether nothing but prepositions, adverbs and a place stands between a verb and its day."""
    return len(between) <= _CLOSE and not any(
        item.kind in ("sign", "date", "treaty", "quantity") or item.word.nouns or item.word.verbs for item in between
    )
