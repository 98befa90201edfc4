"""What a text is called where a sentence speaks of it: by the authority, by its town, by its capitals, or by its noun phrase."""

from kg.events.candidate import Scene
from kg.events.items import Item
from kg.events.treaties import Naming
from kg.events.treaty_labels import label
from kg.events.treaty_phrases import seat_of, treaty_noun

__all__ = ["name"]

_NAMED = 8
"""How far behind its noun a text's name is told."""
_TITLE = 3
"""How far behind its noun the place stands that a text is named after."""
_BREAKS = frozenset(".;:")
_QUOTES = frozenset('"«»“”')
_ROOMS = frozenset({"title"})
"""Segments whose capitals say nothing."""
_MANY = 2


def name(scene: Scene, naming: Naming, names: dict[str, str]) -> None:
    """Name it: by the authority, by a place in its name, by its capitals, or by its noun phrase."""
    items, text = scene.row.items, scene.source.reading.article.text
    item = items[naming.at]
    naming.label = label(scene, naming.at)
    low = naming.label.lower() if naming.key is None else text[item.start : item.end].lower()
    kinds = scene.source.lexicon.language.agreements.kinds
    naming.kinds = frozenset(kind for kind, words in kinds.items() if any(word in low for word in words))
    forms = scene.source.lexicon.language.agreements.forms
    said = f" {item.low} "
    naming.forms = frozenset(form for form, words in forms.items() if any(f" {w.lower()} " in said for w in words))
    if naming.key is None:
        _dubbed(scene, naming)
    if naming.key is not None:
        naming.title = names.get(naming.key, text[item.start : item.end])
        return
    if naming.truce or naming.title:
        return
    partitive = bool(scene.source.lexicon.language.grammar.partitives)
    for index in range(naming.at + 1, min(naming.at + _TITLE + 1, len(items))) if partitive else ():
        other = items[index]
        if other.kind == "np":
            if _town(other) and "of" in other.prep and (other.owner in (None, naming.at)):
                naming.title, naming.seat = text[item.start : other.end], seat_of(other)
            break
    left = items[naming.at - 1] if naming.at else None
    if not partitive and left is not None and left.kind == "np" and _town(left):
        naming.title, naming.seat = text[left.start : item.end], seat_of(left)
    if not naming.title and scene.row.sentence.segment not in _ROOMS:
        _capitals(scene, naming)


def _dubbed(scene: Scene, naming: Naming) -> None:
    """Take the name that a text is said to bear ("a partnership called 'AUKUS'")."""
    items, text = scene.row.items, scene.source.reading.article.text
    called = scene.source.lexicon.language.agreements.called
    for index in range(naming.at + 1, min(naming.at + _NAMED + 1, len(items))):
        item = items[index]
        if item.low not in called:
            if item.word.nouns or item.kind in ("np", "date") or item.low in _BREAKS:
                return
            continue
        rest = [i for i in items[index + 1 : index + 4] if i.low not in _QUOTES and "det" not in i.word.flags]
        if rest and text[rest[0].start].isupper() and not treaty_noun(rest[0]):
            naming.title = text[rest[0].start : rest[0].end]
        return


def _town(item: Item) -> bool:
    """Tell whether a name is a town, not a state, a region or somebody who acts there."""
    seat = seat_of(item)
    return seat is not None and not seat.startswith("country/")


def _capitals(scene: Scene, naming: Naming) -> None:
    """Take a run of capitalised words before the noun as its name ("the Interim Accord")."""
    items, text = scene.row.items, scene.source.reading.article.text
    item = items[naming.at]
    first = naming.at
    while first and items[first - 1].kind == "word" and text[items[first - 1].start].isupper():
        if items[first - 1].word.flags:
            break
        first -= 1
    words = [w for w in text[items[first].start : item.end].split() if w[:1].isupper()]
    if first and text[item.start].isupper() and len(words) >= _MANY and words[-1] in text[item.start : item.end]:
        naming.title = text[items[first].start : item.end]
