"""Subjects behind their verb in a clause about something: "le traité qu'ont signé [X et Y]", "à Genève, où se sont vus [X et Y]"."""

from kg.events.items import NOTHING, Row
from kg.events.verbs import VerbGroup

__all__ = ["behind", "of_unknown", "text_before"]

_REACH = 5
"""How many items a day or an adverb may take between a verb and its subject."""


def behind(row: Row, group: VerbGroup, left: int) -> int | None:
    """Return the subject that stands behind a verb: one that follows right on a word that is no subject itself ("[que] doit signer X").

    Args:
        row: the sentence.
        group: the verb.
        left: where the word stands before it and its object pronouns.
    """
    items = row.items
    if not group.finite or left < 1 or not items[left].word.flags & {"comp", "rel"}:
        return None
    if items[left].low not in row.lexicon.language.grammar.objects.get("inverting", ()):
        return None
    for at in range(group.at + 1, min(len(items), group.at + _REACH)):
        item = items[at]
        if item.kind == "np":
            return at if item.actors and not (item.prep or item.place) else None
        plain = item.kind == "date" or item.word.flags & {"adv", "det"}
        if not plain or item.word.preps or item.word.nouns or "neg" in item.word.flags:
            return None
    return None


def of_unknown(row: Row, at: int) -> bool:
    """Tell whether a name is the subject of a verb before it that nothing is known of ("la ville que contrôle [X]")."""
    items, inverting = row.items, row.lexicon.language.grammar.objects.get("inverting", ())
    while at > 1 and "det" in items[at - 1].word.flags:
        at -= 1
    verb = items[at - 1] if at > 1 else None
    return verb is not None and verb.kind == "word" and verb.word == NOTHING and items[at - 2].low in inverting


def text_before(row: Row, group: VerbGroup, who: int | None) -> int | None:
    """Return the text that a verb is done to where it stands ahead of a clause about it ("[l'accord] que X a signé")."""
    words, items = row.lexicon.language.grammar.gaps.get("object", ()), row.items
    at = min(who if who is not None else group.left, group.left) - 1
    while at > 0 and "det" in items[at].word.flags and items[at].low not in words:
        at -= 1
    if items[at].low not in words:
        return None
    for before in range(at - 1, max(-1, at - _REACH), -1):
        item = items[before]
        if item.kind == "treaty" or any(s.kind == "treaty" for s in item.word.nouns):
            return before
        if item.kind == "sign" or (item.word.verbs and not item.word.nouns) or item.word.flags & {"rel", "sub"}:
            return None
    return None
