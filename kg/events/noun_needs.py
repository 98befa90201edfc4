"""What a noun needs beside it to tell an event: a town that falls, forces that leave, a text that is concluded."""

from kg.events.candidate import FORCE, FORCE_UNITS, Scene, troops
from kg.events.clauses import Arguments
from kg.events.lexicon import Sense
from kg.events.owners import HAPPENING

__all__ = ["complemented", "of_people"]

_SIDES = frozenset({"with", "between"})
_WHO = {"withdrawal": FORCE_UNITS, "prisoners": (*FORCE_UNITS, "prisoners", "hostages", "civilians")}
"""Units of those whom the nouns of a family are about, where they have no name."""
_COMPLEMENT = 7
"""How many items behind a noun its complement may take."""


def complemented(scene: Scene, at: int, sense: Sense, found: Arguments) -> bool:
    """Tell whether a noun has one of the complements that it needs ("the fall of [a town]"); "+" joins two of them."""
    needs = dict(sense.special).get("needs", "text")
    return any(all(_met(scene, at, sense, found, need) for need in each.split("+")) for each in needs.split("|"))


def _met(scene: Scene, at: int, sense: Sense, found: Arguments, need: str) -> bool:
    """Tell whether a noun has a complement of one kind; any other name is a list of nouns that stand behind it."""
    if need in ("text", "closing") or (need == "person" and sense.value == "visit" and at and _possessed(scene, at)):
        return True
    listed = scene.source.lexicon.language.grammar.objects.get(need)
    if listed and need != "force":
        near = scene.row.items[at + 1 : at + _COMPLEMENT]
        return any(not frozenset(listed).isdisjoint(item.low.split()) for item in near)
    if need == "owned":  # "Russia's recognition of X": who recognises is told
        return at > 0 and "own" in scene.row.items[at - 1].word.flags
    if need == "party":
        return bool(found.slots.keys() & _SIDES)
    if need == "resumed":  # "les échanges entre X et Y ont repris", not "ont chuté de 10 %"
        return bool(found.slots.keys() & _SIDES) and any(
            g.at > at and g.finite and any(s.kind == "governor" and s.value in HAPPENING for s in g.senses)
            for g in scene.groups
        )
    if need == "into":  # "an intervention in Syria", not "in their conflict"
        return bool(found.places)
    if need == "against":
        return "against" in found.slots
    if need == "apart":  # "de passage à Nicosie, X …", not "un point de passage"
        before = scene.row.items[at - 1] if at else None
        return before is None or before.kind in ("np", "sign")
    if need == "subject_matter":  # "a conference on Libya", not "a press conference on Libya"
        items, press = scene.row.items, scene.source.lexicon.language.grammar.objects.get("press", ())
        return "on" in items[min(at + 1, len(items) - 1)].word.preps and not (at and items[at - 1].low in press)
    if need == "treaty":  # "the conclusion of an accord"
        near = scene.row.items[at + 1 : at + 4]
        return any(i.kind == "treaty" or any(s.kind == "treaty" for s in i.word.nouns) for i in near)
    of = [scene.row.items[i] for i in found.slots.get("of", ())[:1]]
    if need == "state":
        return any(item.type in ("country", "government") for item in of)
    if need == "movers":
        return _forces_leave(scene, at)
    if need == "town":
        return any(item.place is not None and item.type not in ("country", "person") for item in of)
    if need == "force":
        near = scene.row.items[at + 1 : at + 5]
        counted = [item.quantity.unit for item in near if item.quantity is not None]
        led = any(troops(scene, i) for i in found.slots.get("of", ())[:1])
        return led or any(unit in FORCE_UNITS for unit in counted) or of_people(scene, at, "withdrawal")
    return any(item.type in ("person", "government") for item in of)


def _possessed(scene: Scene, at: int) -> bool:
    """Tell whether a possessive stands before a noun ("à [son] arrivée")."""
    return "poss" in scene.row.items[at - 1].word.flags


def _forces_leave(scene: Scene, at: int) -> bool:
    """Tell whether forces leave, or leave a place: "the withdrawal of a bill", "withdrawal from the race" tell no such thing."""
    after = scene.row.items[at + 1 : at + _COMPLEMENT]
    opener = after[0].word.preps if after else set()
    if not opener & {"of", "from"}:
        return True
    forces = _words(scene, FORCE_UNITS)
    plain = 0
    for item in after[1:]:
        plain += item.kind == "word" and not (item.word.flags or item.word.preps)
        if item.kind == "np" and plain > 1:
            return False  # "the withdrawal of its [bid surprised] Oslo"
        if item.kind == "np":
            leaves = item.type in (*FORCE, "country", "place", "armed_group", "government", "population") or item.place
            return bool(leaves)
        if item.quantity is not None or not forces.isdisjoint(item.low.split()):
            return True
        if item.kind in ("sign", "treaty") or any(s.kind == "treaty" for s in item.word.nouns) or item.word.verbs:
            return False
    return False


def of_people(scene: Scene, at: int, family: str) -> bool:
    """Tell whether it is people without a name whom a noun is about ("the withdrawal of all [foreign troops]", "the release of [hostages]")."""
    after = scene.row.items[at + 1 : at + _COMPLEMENT]
    forces = _words(scene, _WHO.get(family, ()))
    if not forces.isdisjoint(scene.row.items[at].low.split()):
        return True  # "le [départ des troupes]"
    opens = (i for i, item in enumerate(after[:2]) if "of" in item.word.preps or "all" in item.word.flags)
    first = next(opens, None)  # "retrait total des"
    if first is None:
        return False
    stop = next((i for i in range(first + 1, len(after)) if after[i].word.preps or after[i].kind != "word"), len(after))
    return any(not forces.isdisjoint(item.low.split()) for item in after[first + 1 : stop])


def _words(scene: Scene, kinds: tuple[str, ...]) -> frozenset[str]:
    """Return the words for people of some kinds: those whom an army is made of, those who are held."""
    units = scene.source.lexicon.language.quantities.units
    return frozenset(word for kind in kinds for word in units.get(kind, ()))
