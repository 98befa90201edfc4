"""How far a text has come: draft, negotiated, initialled, signed, ratified, in force, suspended, terminated."""

from kg.events.candidate import Scene
from kg.events.items import Item
from kg.events.other_senses import conditional
from kg.events.treaties.treaty import STATUSES, Naming
from kg.events.treaties.verbs import bargaining, concludes
from kg.events.verbs import VerbGroup

__all__ = ["status"]

_BREAKS = frozenset(".;:")
_PHRASE = 5
"""How many items before its noun a text's preposition stands."""
_ALMOST = 2
"""How many items before a verb the word stands by which it did not come about."""


def status(scene: Scene, naming: Naming, groups: list[VerbGroup]) -> str | None:
    """Return the latest status that the verbs of a text give it."""
    from_event = naming.status
    words = scene.source.lexicon.language.agreements.statuses
    found = [from_event] if from_event is not None else []
    items = scene.row.items
    near = [g for g in scene.groups if naming.at < g.left <= naming.at + 10 and _same_clause(items, naming.at, g.left)]
    for group in (*groups, *near[:2]):
        if group.negated or group.modal is not None or group.time in ("future", "conditional", "infinitive"):
            continue
        if conditional(scene, group) or (group.time == "gerund" and naming.hypothetical):
            continue  # "unless the accord is scrapped"
        own = {s.value for s in group.senses if s.kind == "treaty_status"}
        found += [
            value for value in own if value not in ("terminated", "suspended") or _ends_text(scene, naming.at, group)
        ]
        if concludes(group) and not bargaining(scene, group):
            found.append("negotiated")
    text = scene.source.reading.article.text[max(0, items[naming.at].start - 24) : items[naming.at].start].lower()
    if any(word in text for word in words.get("draft", ())) or (naming.hypothetical and not found):
        return "draft"
    return max(found, key=STATUSES.index, default=None)


def _ends_text(scene: Scene, at: int, group: VerbGroup) -> bool:
    """Tell whether it is the text that is ended, as the object or subject of a verb: not other ties ("relations rompues")."""
    items, almost = scene.row.items, scene.source.lexicon.language.agreements.almost
    if any(item.low in almost for item in items[max(0, group.left - _ALMOST) : group.at]):
        return False
    low, high = (at, group.left) if group.at > at else (group.at, at)
    between = items[low + 1 : high]
    if group.at < at and group.passive:
        return False
    if group.at > at and group.finite and not group.passive and not _opens(scene, at):
        return False  # "talks on the deal collapsed", "under the deal, X quit the base"
    if group.at > at and group.time == "participle" and any(i.word.preps for i in (*between[-1:], items[group.left])):
        return False  # "l'accord de [sortie] de crise"
    if group.at > at and "det" in items[group.left - 1].word.flags:
        return False  # "vers [une sortie] de crise"
    if group.time == "participle" and any(g.finite and at < g.at < group.left for g in scene.groups):
        return False  # "un accord par lequel ils rétablissent leurs relations, rompues depuis 2016"
    if group.time == "participle" and items[group.left - 1].low == "," and _within_talks(items, at):
        return False  # "les pourparlers visant à sauver l'accord, suspendus depuis juin"
    described = [i for i, item in enumerate(between) if "det" in item.word.flags and i + 2 < len(between)]
    return not any(_plain(between[i + 1]) and not _plain(between[i + 2]) for i in described)


def _within_talks(items: list[Item], at: int) -> bool:
    """Tell whether a text stands in what describes an event, of which an aside behind may tell."""
    first = next((i for i in range(at - 1, -1, -1) if items[i].kind == "sign" and items[i].low not in "«»“”"), -1)
    return any(any(s.kind == "event" for s in item.word.nouns) for item in items[first + 1 : at])


def _opens(scene: Scene, at: int) -> bool:
    """Tell whether no preposition stands before a text: it may be the subject of the verb behind it."""
    for index in range(at - 1, max(-1, at - _PHRASE), -1):
        item = scene.row.items[index]
        if item.word.preps:
            return False
        if item.kind == "sign" or item.word.verbs:
            return True
    return True


def _plain(item: Item) -> bool:
    """Tell whether a word is none of the language file: a noun or an adjective."""
    word = item.word
    return item.kind == "word" and item.low.isalpha() and not (word.flags or word.preps or word.verbs or word.nouns)


def _same_clause(items: list[Item], low: int, high: int) -> bool:
    return not any(i.low in _BREAKS or "comp" in i.word.flags for i in items[low + 1 : high])
