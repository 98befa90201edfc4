"""Verbs, nouns, owners and words of the terms in one sentence."""

from collections.abc import Iterable

import msgspec

from kg.events.candidate import Scene
from kg.events.items import Item
from kg.events.lexicon import UNKNOWN, compile_verbs, frames
from kg.events.story import Event
from kg.events.verbs import VerbGroup, auxiliary

__all__ = [
    "STOPS",
    "Head",
    "between",
    "bound",
    "is_verb",
    "judged",
    "label",
    "lend",
    "obliged",
    "owner",
    "quoted",
    "receivers",
    "told",
    "verbs",
]

_SAID = frozenset({"word", "sign"})
"""Kinds of items that stand for what they say."""
_LABEL = 110
_OBJECT = 6
"""How far behind its verb the object of a term stands."""
STOPS = frozenset(".;:!?—")
"""What ends the clause of a term."""
_CAPTIVES = frozenset({"prisoners", "persons", "hostages"})
_GIVING = frozenset({"aid", "other"})
_RECEIVING = {"sanctions_relief": frozenset({"on", "against"}), "withdrawal": frozenset({"from", "of"})}
"""Prepositions before those to whom a term is owed, by its kind."""
_HANDED = _GIVING | {"gives", "prisoner_release", "disarmament"}
"""Kinds of terms by which somebody gets something."""
_APART = 8
"""How many items may stand between two numbers of those who go free."""
_COUNTED = 16
"""How far before a verb the number of those stands who go free."""


class Head(msgspec.Struct):
    """The verb or noun of one term."""

    at: int
    kind: str
    end: int = 0
    """The last item of its phrase."""
    event: Event | None = None
    group: VerbGroup | None = None
    told_kind: str = ""
    """The kind of the event that was lent to it."""
    ahead: bool = False
    """True where a verb before it makes it a term and nothing says that it took place."""


def lend(found: dict[int, Head], head: Head) -> None:
    """Enter an event as a term, or lend it to the verb whose object it is ("open negotiations", "lift its sanctions")."""
    for other in found.values():
        inside = other.at <= head.at <= other.end
        if inside or (other.kind == head.kind and other.end < head.at <= other.end + _OBJECT):
            other.event = other.event or head.event
            other.told_kind = other.told_kind or head.kind
            return
    found[head.at] = head


def judged(
    lemmas: set[str], met: tuple[str, ...], missed: tuple[str, ...], disputed: tuple[str, ...], *, negated: bool
) -> str | None:
    """Return the status that a verb gives a commitment, if any."""
    if lemmas & set(met):
        return "breached" if negated else "fulfilled"
    if lemmas & set(missed) and not negated:
        return "breached"
    return "contested" if lemmas & set(disputed) and not negated else None


def between(scene: Scene, low: int, high: int) -> bool:
    """Tell whether another verb stands between a text and what it provides for."""
    return any(low < g.at < high for g in scene.groups if g.time != "participle")


def obliged(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a verb binds whoever acts ("must", "doit", "undertakes to")."""
    words = scene.source.lexicon.language.commitments.obliges
    span = scene.row.items[group.left : group.at + 1]
    return not group.negated and any(s.lemma in words for item in span for s, _ in item.word.verbs)


def bound(scene: Scene, head: Head) -> bool:
    """Tell whether the verb of a term binds whoever acts, itself or by the words before it ("is to go down")."""
    if head.group is not None:
        return obliged(scene, head.group) or _joined(scene, head.group)
    words = scene.source.lexicon.language.commitments.obliges
    span = scene.row.items[max(0, head.at - 3) : head.at + 1]
    return any(s.lemma in words for item in span for s, _ in item.word.verbs)


def _joined(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a verb is joined to one that binds the same subject ("must free the prisoners by June and [leave] by July")."""
    before = next((g for g in reversed(scene.groups) if g.at < group.left), None)
    if before is None or group.time != "infinitive" or scene.subjects.get(group.at, (None, ""))[1] != "shared":
        return False
    if not any("and" in item.word.flags or item.low == "," for item in scene.row.items[before.at + 1 : group.left]):
        return False
    return obliged(scene, before) or _joined(scene, before)


def told(scene: Scene) -> bool:
    """Tell whether somebody is said to say what a sentence tells."""
    return any(frames()[c.type].family == "speech" for c in scene.found)


def quoted(scene: Scene, at: int) -> bool:
    """Tell whether an item stands in a quotation that opens in its sentence."""
    return any(item.low in "«“" for item in scene.row.items[:at] if item.kind in ("sign", "word"))


def verbs(scene: Scene) -> list[tuple[int, int, str]]:
    """Return the verbs of commitments of a sentence: first and last item, and type."""
    items = scene.row.items
    lexicon = compile_verbs(scene.source.lexicon.language)
    words = lexicon.words
    tokens: list[str] = []
    at_token: list[int] = []
    for index, item in enumerate(items):
        said = item.low.split(" ") if " " in item.low and item.kind in _SAID else None
        tokens += said or (item.low if item.kind in _SAID else "\0",)
        at_token += (index,) * len(said) if said else (index,)
    reflexives = scene.source.lexicon.language.grammar.reflexives
    found: list[tuple[int, int, str]] = []
    behind = 0
    for position in [at for at, token in enumerate(tokens) if words[token] is not UNKNOWN]:
        hit = lexicon.match(tokens, position) if position >= behind else None
        if hit is None:
            continue
        size, word = hit
        behind = position + size
        first, last = at_token[position], at_token[behind - 1]
        reflexive = first > 0 and items[first - 1].low in reflexives
        if word.verbs and is_verb(items, first) and (not reflexive or word.verbs[0][0].reflexive):
            found.append((first, last, word.verbs[0][0].value))
    return found


def is_verb(items: list[Item], index: int) -> bool:
    """Tell whether a form that may be a noun or an adjective is a verb here: no article stands before it."""
    before = items[index - 1] if index else None
    if before is None:
        return True
    return (
        not (before.word.flags & {"det", "poss", "own"} or before.kind == "quantity") or auxiliary(before) is not None
    )


def owner(scene: Scene, at: int) -> tuple[str, ...]:
    """Return whose a noun is, or who acts at a verb without a group: the nearest name before it without preposition."""
    for index in range(at - 1, -1, -1):
        item = scene.row.items[index]
        if item.low in STOPS or item.word.flags & {"rel", "comp"}:
            return ()
        if item.kind == "np" and item.actors and not item.prep:
            return scene.row.actors(index)
    return ()


def receivers(scene: Scene, head: Head) -> tuple[str, ...]:
    """Return whom the words behind a term name as those who get what it gives, or are rid of what it ends."""
    slots = _RECEIVING.get(head.kind, frozenset())
    to = scene.source.lexicon.language.commitments.to if head.kind in _HANDED else ()
    for index in range(max(head.at, head.end) + 1, len(scene.row.items)):
        item = scene.row.items[index]
        if item.low in STOPS or item.low == "," or item.word.flags & {"rel", "comp", "sub"}:
            break
        if any(g.left <= index <= g.at and g is not head.group and g.finite for g in scene.groups):
            break
        right_behind = index == head.at + 1 and head.group is not None and not head.group.passive
        handed = head.kind in _GIVING and right_behind and not item.prep
        if item.kind == "np" and item.actors and (item.prep & slots or item.raw in to or handed):
            return scene.row.actors(index)
    return ()


def _opening(scene: Scene, head: Head) -> int:
    """Return where the words of a term begin: of prisoners that go free, at their number."""
    items = scene.row.items
    first = head.at
    if head.kind != "prisoner_release":
        return first
    for index in range(head.at - 1, max(-1, head.at - _COUNTED), -1):
        quantity = items[index].quantity
        if items[index].low in STOPS or (first - index > _APART and first != head.at):
            break
        if quantity is not None and quantity.unit in _CAPTIVES:
            first = index
    return first


def label(scene: Scene, head: Head, until: Iterable[int] = ()) -> str:
    """Return the words of a term, up to the first of the items behind it at which something else begins."""
    items, text = scene.row.items, scene.source.reading.article.text
    first, end, stops = _opening(scene, head), head.at, set(until)
    for index in range(head.at, len(items)):
        item = items[index]
        if item.low in STOPS or item.low == "," or (index in stops and index > head.at):
            break
        if items[index].end - items[first].start > _LABEL:
            break
        end = index
    return text[items[first].start : items[end].end]
