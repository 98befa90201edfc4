"""Whose deed an infinitive is where somebody else wants, expects or asks for it ("wants [Israel] to withdraw")."""

from msgspec.structs import replace

from kg.events.items import Item, Row
from kg.events.verbs import VerbGroup

__all__ = ["apart", "controlled", "first_of", "owns", "said_of"]

_OBJECT = 8
"""How many items the object may take that stands between such a verb and its infinitive."""
_LEAST = 3
"""Items that somebody, a marker and an infinitive are."""
_OF_WHOM = frozenset({"of", "in"})
_CLAUSES = frozenset({"rel", "comp", "sub"})
_NONE: tuple[None, str] = (None, "urged")


def controlled(row: Row, group: VerbGroup, groups: list[VerbGroup]) -> tuple[int | None, str] | None:
    """Return who is to do what an infinitive says, None inside where it is somebody unknown; None where nobody is asked to."""
    brought = _brought(row, group)
    if brought is not None:
        return brought
    if (first := _listed(row, group)) < group.left:
        asked = controlled(row, replace(group, left=first), groups)
        if asked is not None:
            return asked
    beside = next((g for g in groups if g.at == group.left - 1), None)
    if beside is not None and row.items[group.left].word.preps & _OF_WHOM:
        told = _said_of_whom(row, beside)
        if told is not None:
            return told
    if _of_a_noun(row, group):
        return _NONE
    before = [g for g in groups if g.at < group.left - 1 and not _named(row, g)]
    if not before:
        return None
    urging = before[-1]
    who = _addressed(row, group, urging)
    if who is not None:
        return who, "urged"
    between = row.items[urging.at + 1 : group.left]
    objects = row.lexicon.language.grammar.objects
    if between and _to_somebody(row, urging.at, between) and _orders(row, urging):  # "ordonné [à l'armée] de …": whose?
        return _NONE
    if not urging.passive and 0 < len(between) <= _OBJECT and _somebody(urging, between):
        return _NONE
    if urging.passive or len(between) > _OBJECT or not any(s.lemma in objects.get("wishes", ()) for s in urging.senses):
        return None
    if any(_breaks(item) for item in between) or (between[0].word.preps and not between[0].word.flags):
        return None
    named = [i for i, item in enumerate(between, urging.at + 1) if item.kind == "np" and item.actors]
    return (first_of(row, named[0]), "urged") if named else _NONE


def _listed(row: Row, group: VerbGroup) -> int:
    """Return where the first of several infinitives begins that somebody is asked or accused of ("accuse X [d'héberger], de financer et d'armer Y")."""
    items, markers, left = row.items, row.lexicon.language.grammar.infinitive_markers, group.left
    while left > _LEAST and (items[left - 1].low == "," or "and" in items[left - 1].word.flags):
        reach = range(left - 2, max(0, left - _OBJECT), -1)
        apart = _CLAUSES | {"and"}
        stop = next((at for at in reach if items[at].kind == "sign" or items[at].word.flags & apart), 0)
        first = next(
            (at for at in reach if at > stop and items[at].low in markers and _infinitive(items[at + 1])), None
        )
        if first is None or items[first].word.preps != items[group.left].word.preps:
            break
        left = first
    return left


def _infinitive(item: Item) -> bool:
    """Tell whether a word is an infinitive, or may be one that no list has."""
    return any(tense == "inf" for _, tense in item.word.verbs) or _plain(item)


def _said_of_whom(row: Row, beside: VerbGroup) -> tuple[int | None, str] | None:
    """Return whose deed an infinitive is behind a participle ("the ministers [invited to] meet"), a ban or an order ("lui interdisant de …")."""
    items = row.items
    if beside.time == "participle" and not beside.finite and beside.left == beside.at:
        before = items[beside.left - 1] if beside.left else items[beside.left]
        named = before.kind == "np" and before.actors and not any(s.kind == "speech" for s in beside.senses)
        return (beside.left - 1, "urged") if named else _NONE
    whom = items[beside.at - 1].word.flags if beside.at else set()
    return _NONE if whom & {"clitic", "poss"} and _orders(row, beside) else None


def _to_somebody(row: Row, at: int, between: list[Item]) -> bool:
    """Tell whether what stands behind a verb is who is to act ("ordonné [à l'armée] de …", "exigé de [Paris] de …")."""
    addressing = row.lexicon.language.grammar.objects.get("addressing", ())
    markers = row.lexicon.language.grammar.infinitive_markers
    first = next((item for item in between if item.kind != "date"), between[0])
    return first.low in addressing or (first.kind == "np" and row.items[at].low.rpartition(" ")[2] in markers)


def _somebody(urging: VerbGroup, between: list[Item]) -> bool:
    """Tell whether somebody without a name is urged to act ("appelle [toutes les parties] à …"): not who urges."""
    urges = any(s.kind == "speech" and s.value == "addressing" for s in urging.senses)
    return urges and "det" in between[0].word.flags and not any(i.kind == "np" or _breaks(i) for i in between)


def _of_a_noun(row: Row, group: VerbGroup) -> bool:
    """Tell whether a noun that something comes after or belongs to says what is to be done ("au lendemain de [la décision de reprendre]")."""
    at, items = group.left, row.items
    if at < 3 or not items[at].word.preps & _OF_WHOM or not _plain(items[at - 1]) or "det" not in items[at - 2].word.flags:  # fmt: skip
        return False
    opener = items[at - 3].word
    return "after" in opener.flags or "of" in opener.preps or "of" in items[at - 2].word.preps


def _plain(item: Item) -> bool:
    """Tell whether a word is none of the language file."""
    word = item.word
    return item.kind == "word" and not (word.flags or word.preps or word.verbs or word.nouns)


def said_of(row: Row, saying: VerbGroup, group: VerbGroup) -> int | None:
    """Return who opens the clause that is said, an infinitive at its end ("said that [the leaders] were eager to agree")."""
    if not any(s.kind == "speech" and s.value == "positive" for s in saying.senses):
        return None
    if any(s.kind == "event" for s in saying.senses):  # "promised Turkey to leave": who promises
        return None
    items = row.items
    first = next((i for i in range(saying.at + 1, group.left) if items[i].kind == "np" and items[i].actors), None)
    if first is None or items[first].prep or items[first].form == "demonym" or owns(items, first):
        return None
    return first


def apart(row: Row, at: int, stop: int) -> bool:
    """Tell whether another noun holds a gerund behind a name ("summoned [X's envoy] and raised the possibility of expelling him")."""
    items = row.items
    idea = items[stop - 2].low if stop > 1 and "of" in items[stop - 1].word.preps else ""
    return at < stop - 2 and idea in row.lexicon.language.grammar.objects.get("ideas", ())


def owns(items: list[Item], at: int) -> bool:
    """Tell whether a noun phrase owns what follows ("Colombia's last rebels"): then it is not the subject."""
    return at + 1 < len(items) and "own" in items[at + 1].word.flags


def _brought(row: Row, group: VerbGroup) -> tuple[int | None, str] | None:
    """Return who is made or bound to do what an infinitive says ("forced [the army] to retreat", "requires [Moscow] to leave")."""
    items, objects = row.items, row.lexicon.language.grammar.objects
    if "causing" not in objects:
        return None
    kinds = {word: how for how, kind in (("caused", "causing"), ("bound", "binding")) for word in objects.get(kind, ())}
    for at in range(group.left - 2, max(-1, group.left - _OBJECT), -1):
        if items[at].low in kinds:
            named = [i for i in range(at + 1, group.left) if items[i].actors and not items[i].prep]
            return (first_of(row, named[0]) if named else None), kinds[items[at].low]
        if _breaks(items[at]) or items[at].word.verbs:
            return None
    return None


def _breaks(item: Item) -> bool:
    """Tell whether an item cannot stand within the object of a verb."""
    return item.kind == "sign" or bool(item.word.flags & {"rel", "comp", "sub", "to"} or item.word.nouns)


def _addressed(row: Row, group: VerbGroup, urging: VerbGroup) -> int | None:
    """Return who is urged or asked in speech to do what an infinitive says ("urged Israel to halt")."""
    at = group.left - 1
    at -= at > 0 and row.items[at].low in '"«“'
    missions = row.lexicon.language.grammar.objects.get("missions", ())
    while at > 0 and row.items[at].low in missions:  # "asked the U.N. [mission] to leave"
        at -= 1
    while at > urging.at and (row.items[at].kind == "date" or (row.items[at].place and not row.items[at].actors)):
        at -= 1  # "invited both [to Moscow] to negotiate"
        at -= at > 0 and (bool(row.items[at].word.preps) or "to" in row.items[at].word.flags)
    if at <= urging.at or row.items[at].kind != "np" or not row.items[at].actors:
        return None
    spoken = any(s.kind == "speech" and s.value == "addressing" for s in urging.senses)
    if any(s.kind == "event" and s.value == "threat" for s in urging.senses):
        return None  # "menace X de lancer …": who threatens does it
    asked = row.items[at].prep and _orders(row, urging)
    return first_of(row, at) if spoken or asked else None


def _named(row: Row, group: VerbGroup) -> bool:
    """Tell whether a participle is a noun behind its article ("l'[armée]")."""
    return group.time == "participle" and group.left > 0 and "det" in row.items[group.left - 1].word.flags


def _orders(row: Row, urging: VerbGroup) -> bool:
    """Tell whether somebody asks or orders another to act ("demandé [aux rebelles] de partir", "ordonné [à X] de quitter Y")."""
    commands = row.lexicon.language.grammar.objects.get("commands", ())
    return any((s.kind == "governor" and s.value == "proposed") or s.lemma in commands for s in urging.senses)


def first_of(row: Row, at: int) -> int:
    """Return the first item of a list that stands for an actor."""
    return next((i for i in row.members(at) if row.items[i].actors), at)
