"""What a text is called where a sentence speaks of it: by the authority, by its town, by its capitals, or by its noun phrase."""

from kg.events.candidate import Scene
from kg.events.items import Item
from kg.events.treaties.labels import label
from kg.events.treaties.treaty import Naming
from kg.events.treaties.verbs import seat_of, treaty_noun

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
_LONG = 12
"""How many items an official name may have behind its noun."""


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
        quoted = _quoted(scene, index + 1)
        if quoted:
            naming.title = quoted
            return
        rest = [i for i in items[index + 1 : index + 4] if i.low not in _QUOTES and "det" not in i.word.flags]
        if rest and text[rest[0].start].isupper() and not treaty_noun(rest[0]):
            naming.title = text[rest[0].start : rest[0].end]
        return


def _quoted(scene: Scene, index: int) -> str:
    """Return a name of several words in quotation marks that begins at an item, nothing where none does."""
    items, text = scene.row.items, scene.source.reading.article.text
    opens = next((i for i in range(index, min(index + 2, len(items))) if items[i].low in _QUOTES), None)
    closes = (
        next((i for i in range(opens + 1, len(items)) if items[i].low in _QUOTES), None) if opens is not None else None
    )
    if opens is None or closes is None or not 1 < closes - opens - 1 <= _LONG:
        return ""
    found = text[items[opens + 1].start : items[closes - 1].end]
    return found if found[:1].isupper() and any(treaty_noun(i) for i in items[opens + 1 : closes]) else ""


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
    last = _official(scene, naming.at)
    if first and text[item.start].isupper() and (len(words) >= _MANY or last > naming.at):
        naming.title = text[items[first].start : items[last].end]


def _official(scene: Scene, at: int) -> int:
    """Return the last item of an official name that goes on behind its noun ("Agreement on Peace and Reconciliation").

    Only words in capitals joined by "on", "of", "and" belong to it, and at least one that is no name of somebody.
    """
    items, text = scene.row.items, scene.source.reading.article.text
    about = scene.source.lexicon.language.agreements.about
    last = at
    for index in range(at + 1, min(at + 1 + _LONG, len(items))):
        item = items[index]
        flags = item.word.flags
        capital = item.kind in ("word", "treaty") and text[item.start].isupper() and "rel" not in flags
        if capital or (item.kind == "np" and last > at and item.prep & {"of", "in"} and item.form == "name"):
            last = index
        elif not (item.low in about or item.word.preps & {"of"} or flags & {"det", "and"}):
            break
    return last
