"""What stands before the noun of an agreement: its determiner and marks, a year, parties and mediators in compounds."""

from kg.events.candidate import Scene
from kg.events.items import Item
from kg.events.treaties.treaty import Naming

__all__ = ["before"]

_QUOTES = frozenset("\"«»“”'’")
_LEFT = 7
"""How many items before its noun belong to a text."""
_SHORT = 4
"""How far before its noun a list of names still makes a compound with it."""
_FORCES = frozenset({"armed_group"})


def before(scene: Scene, naming: Naming) -> None:
    """Read what stands before the noun: its determiner, its marks, a year, parties and mediators in compounds."""
    items, words = scene.row.items, scene.source.lexicon.language.agreements
    number = _numbers(scene)
    indefinite = new = False
    for at in range(naming.at - 1, max(-1, naming.at - 1 - _LEFT), -1):
        item = items[at]
        flags = item.word.flags
        if item.date is not None and not item.date.when.modifier and item.date.when.edtf.strip("./"):
            naming.when = naming.when or item.date.when
            naming.dated = True
        elif item.kind == "np":
            if "own" in items[at + 1].word.flags and item.type != "place":
                naming.party(*item.actors)
            elif not _compound(scene, naming, at):
                break
        elif item.kind == "quantity" or item.low[:1].isdigit() or item.low in number:
            naming.many = naming.many or "-" not in item.low
        elif item.low in words.prior:
            naming.prior = True
        elif item.low in words.other:
            naming.other = True
        elif item.low in words.lacking:
            naming.hypothetical = naming.denied = True
            break
        elif item.low in words.hypothetical or "upcoming" in flags:
            naming.hypothetical = True
        elif item.low in words.new:
            new = True
        elif flags & {"demo", "poss"}:
            naming.definite, naming.pointed, naming.owned = True, "demo" in flags, "poss" in flags
            break
        elif "det" in flags:
            naming.likened = at > 0 and items[at - 1].low in words.likened
            indefinite = item.low in scene.source.lexicon.language.quantities.articles or "neg" in flags
            naming.definite, naming.indefinite = not indefinite, indefinite
            naming.denied = _left_out(scene, at, indefinite=indefinite, likened=naming.likened)
            naming.hypothetical = naming.hypothetical or "neg" in flags
            break
        elif "neg" in flags:
            naming.hypothetical = True
        elif item.word.preps or _verbal(item) or (item.kind == "sign" and item.low not in _QUOTES | {"-"}):
            break
    naming.other = naming.other or (new and indefinite)
    naming.denied = naming.denied or (naming.hypothetical and _of_denial(scene, naming.at))


def _of_denial(scene: Scene, at: int) -> bool:
    """Tell whether somebody denies the clause of a noun ("denies that any deal was reached"); a text told as real may stay."""
    before = [g for g in scene.groups if g.at < at]
    return bool(before) and any(s.kind == "speech" and s.value == "negative" for s in before[-1].senses)


def _left_out(scene: Scene, at: int, *, indefinite: bool, likened: bool) -> bool:
    """Tell whether what stands before its article says that there is no text ("et non [par un] accord", "without [a] deal")."""
    before, lacking = scene.row.items[max(0, at - 2) : at], scene.source.lexicon.language.agreements.lacking
    if indefinite and before and before[-1].low in lacking:
        return True
    denied = len(before) > 1 and ("neg" in before[0].word.flags or before[0].low in lacking)
    return denied and (likened or (indefinite and bool(before[1].word.preps)))


def _numbers(scene: Scene) -> frozenset[str]:
    quantities = scene.source.lexicon.language.quantities
    return frozenset(quantities.number_words) - frozenset(quantities.articles)


def _verbal(item: Item) -> bool:
    """Tell whether an item ends a noun phrase: a verb that is no noun and no adjective."""
    return any(tense not in ("part", "past") or s.kind == "aux" for s, tense in item.word.verbs) and not item.word.nouns


def _compound(scene: Scene, naming: Naming, at: int) -> bool:
    """Read a name inside a compound: "US-Taliban deal", "UN-brokered truce", "Taliban deal"; tells whether it was one."""
    items = scene.row.items
    words = scene.source.lexicon.language.agreements
    item = items[at]
    if scene.source.lexicon.language.grammar.partitives:
        return False
    nxt, second = items[at + 1], items[at + 2] if at + 2 < len(items) else items[at + 1]
    if nxt.low in ("-", "–", "‑") and second.low in words.brokers:
        naming.mediator(*scene.row.actors(at))
        naming.concluded = naming.concluded or not naming.hypothetical
    elif item.group >= 0 and len(scene.row.actors(at)) > 1:
        if naming.at - at <= _SHORT:
            naming.party(*scene.row.actors(at))
    elif item.type in _FORCES:
        naming.party(*item.actors)
    return True
