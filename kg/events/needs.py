"""What a word needs beside it to tell its event: a force that moves, captives that go free, a person, a place."""

from itertools import pairwise, takewhile

from kg.events.candidate import FORCE, FORCE_UNITS, Candidate, Scene, roles_of, troops
from kg.events.clauses import Arguments
from kg.events.exits import leaves
from kg.events.items import Item
from kg.events.lexicon import Sense, frames
from kg.events.other_senses import headed_by, of_events, says, toward

__all__ = ["has_needs", "with_words"]

_STATES = frozenset({"country", "government"})
_TROOPS = frozenset({"military", "armed_group"})
_HELD = frozenset({"soldiers", "civilians", "persons", "police", "fighters"})
"""Units of people that may be set free, where it is said of them."""
_WHO = frozenset({"troops", "armed", "pair", "guest"})
"""Needs that look at who acts."""
_BEFORE = 5
"""How far before a passive verb, or one whose subject has no name, a noun that it needs may stand."""
_OUSTED = 14
"""How far behind an order the word may stand by which envoys are to leave."""
_BORNE = frozenset({"target", "appointee", "resigning", "recognised", "elected", "released", "withdrawing"})
"""Roles of those to whom something is done."""


def has_needs(scene: Scene, event: Candidate, sense: Sense, found: Arguments) -> bool:
    """Tell whether a condition of a word is met, one of several that "|" joins; "!" turns one round."""
    needs = dict(sense.special).get("needs", "")
    return not needs or any(
        _met(scene, event, sense, found, need.removeprefix("!")) is not need.startswith("!")
        for need in needs.split("|")
    )


def _met(scene: Scene, event: Candidate, sense: Sense, found: Arguments, need: str) -> bool:
    """Tell whether one condition is met: a force that moves, captives that go free, a person."""
    if need.startswith("active:"):
        return not _reduced(scene, event) and _met(scene, event, sense, found, need.removeprefix("active:"))
    if need.startswith("subject:"):
        return headed_by(scene, event.span[0], event.at, need.removeprefix("subject:"))
    if need == "people":
        who = scene.subjects[event.at][0]
        if who is not None and scene.row.items[who].type == "country" and scene.row.items[who].form != "name":
            event.places = [who]
        return bool(event.places) or (who is not None and scene.row.items[who].type == "population")
    if need in ("direction", "with"):
        return bool(event.places) if need == "direction" else bool(event.counterparts)
    if need in ("toward", "traveller", "bound"):
        return _travels(scene, event, sense, found, need)
    if need in ("sides", "toll"):  # "the attack left 20 people dead": the noun tells it
        return need == "sides" and len({actor for actor, _ in event.participants}) > 1
    if need == "movers":
        return _forces_leave(scene, event, found)
    if need == "text":
        return not event.passive and leaves(scene, event)
    if need in _WHO:
        return _acts(scene, event, sense, found, need)
    row, types = scene.row, scene.source.types
    objects = [row.items[i] for at in found.slots.get("object", ()) for i in row.members(at)]
    borne = event.participants if event.passive else [(a, "target") for item in objects for a in item.actors]
    kinds = {types.get(a) for a, role in borne if role in _BORNE}
    if need == "ousted":  # "ordered the ambassador to [leave]"
        return _ousted(scene, event.at) and with_words(scene, event, "envoys", found)
    if need == "person" and not objects and not event.passive and of_events(row.items[event.at + 1 : event.at + 4]):
        return False  # "replace the talks"
    if need == "person":
        told = {types.get(a) for a, role in event.participants if role in ("appointee", "resigning")}
        return "person" in (kinds if objects and not event.passive else kinds | told)
    if need in ("state", "foes"):
        return bool(kinds & (_STATES if need == "state" else _TROOPS))
    if need == "recognised":
        offered = frozenset(scene.source.lexicon.language.offices.as_)
        as_such = "person" in kinds and any(i.low in offered for i in row.items[event.at : found.end + 1])
        governs = "armed_group" in kinds and any(_rules(scene, item) for item in objects)
        return bool(kinds & _STATES) or as_such or governs or with_words(scene, event, "statehood", found)
    if need == "struck":
        return bool(event.places) or any(role == "target" for _, role in event.participants)
    if need == "town":
        near = [row.items[at] for at in event.places[:1]] if event.passive else []
        return any(item.place is not None and item.type == "place" for item in objects + near)
    if need == "violence":
        told_by = [s.value for i in found.nouns for s in row.items[i].word.nouns if s.kind == "event"]
        return any(frames()[kind].family == "violence" for kind in told_by)
    return with_words(scene, event, need, found)


def _ousted(scene: Scene, at: int) -> bool:
    """Tell whether an order is to leave."""
    grammar = scene.source.lexicon.language.grammar
    words, behind = grammar.objects.get("ousting", ()), pairwise(scene.row.items[at + 1 : at + _OUSTED])
    return any(leave.low in words and marker.low in grammar.infinitive_markers for marker, leave in behind)


def _rules(scene: Scene, item: Item) -> bool:
    """Tell whether a movement is named as a government ("recognised the [Taliban government]")."""
    words = {head.partition("(")[0] for head in scene.source.lexicon.language.names.groups.get("government", ())}
    return not words.isdisjoint(item.low.split())


def _reduced(scene: Scene, event: Candidate) -> bool:
    """Tell whether a verb only says who or what somebody is: passive ("X, [designated] a terrorist group"), or "the troops [left] in Mali"."""
    behind = scene.row.items[event.at + 1 : event.at + 3]
    return event.passive or (bool(behind) and "in" in behind[0].word.preps and behind[-1].place is not None)


def _travels(scene: Scene, event: Candidate, sense: Sense, found: Arguments, need: str) -> bool:
    """Tell whether somebody goes to a place; "bound" leaves one for another ("left Geneva on Monday [for Paris]")."""
    items = scene.row.items
    people = any(scene.source.types.get(actor) == "person" for actor, _ in event.participants)
    if need == "traveller" and not people:
        return False  # "the seat of X will be in Geneva"
    if need != "bound":
        return bool(event.places) and toward(items[event.at + 1 : found.end + 1], linked=" " in sense.lemma)
    opener = next((i for i in range(event.at + 2, found.end) if "for" in items[i].word.preps), 0)
    where = [
        i for i in range(opener + 1, min(opener + 3, len(items))) if opener and (items[i].place or items[i].literal)
    ]
    if not people or not where or not any(i.place or i.literal for i in items[event.at + 1 : event.at + 3]):
        return False
    event.places = where[:1]
    return True


def _forces_leave(scene: Scene, event: Candidate, found: Arguments) -> bool:
    """Tell whether what is withdrawn, or who withdraws, is a force or leaves a place: bills and bids are withdrawn too."""
    row = scene.row
    if event.passive:
        return with_words(scene, event, "force", found)
    first = next((i for i in row.items[event.at + 1 : found.end + 1] if says(i)), None)
    if first is None or first.kind != "word":
        return first is None or first.kind in ("sign", "quantity") or bool(first.actors or first.place)
    if first.word.preps & {"from", "in", "to"}:
        return bool(event.places) or with_words(scene, event, "force", found)
    bare = first.word.preps or first.word.flags & {"sub", "and", "rel", "comp"}
    return bool(bare) or with_words(scene, event, "force", _up_to_phrase(scene, event.at, found))


def _up_to_phrase(scene: Scene, at: int, found: Arguments) -> Arguments:
    """Return arguments that end where a phrase on their object opens ("withdrew its support [for the rebels]")."""
    items = scene.row.items
    end = next((i for i in range(at + 1, found.end + 1) if items[i].word.preps and "of" not in items[i].word.preps), 0)
    return Arguments(found.slots, found.places, found.nouns, end - 1) if end else found


def with_words(scene: Scene, event: Candidate, need: str, found: Arguments) -> bool:
    """Tell whether one of the nouns that a word needs stands in its clause: a force, captives, or those that the language lists."""
    first = max(0, event.span[0] - _BEFORE) if event.passive else event.span[0]
    items = scene.row.items[first : found.end + 1]
    if need == "force" and event.someone and not event.passive:
        items = [*_subject(scene.row.items[max(0, first - _BEFORE) : first]), *items]
    language = scene.source.lexicon.language
    if need not in ("force", "captives"):
        if not event.passive:
            items = _first_object(
                scene.row.items[event.at + 1 : found.end + 2]
            )  # "fired 20 [shells]": a verb elsewhere
        nouns = language.agreements.texts if need == "texts" else language.grammar.objects.get(need, ())
        return any(not frozenset(nouns).isdisjoint(i.low.split()) for i in items)
    units = FORCE_UNITS if need == "force" else ("prisoners", "hostages")
    if need == "captives" and any(
        scene.source.types.get(a) == "person" for a, r in event.participants if r == "released"
    ):
        return True
    after = scene.row.items[event.at + 1 : found.end + 1] if not event.passive else items
    if need == "captives" and any(i.quantity is not None and i.quantity.unit in _HELD for i in after):
        return True
    who = scene.subjects[event.at][0]
    if need == "force" and who is not None and troops(scene, who):
        return True
    if need == "force" and who is not None and not event.passive and scene.row.items[who].type == "person":
        items = after  # "the head of the [military] council left": no force does
    words = _unit_words(scene, units) | frozenset(language.grammar.objects.get(need, ()))
    words |= frozenset(language.grammar.objects.get("held", ())) if need == "captives" else frozenset()
    if need == "force" and event.type == "withdrawal" and _takes_arms(scene, event):
        return True
    return any(
        (i.kind == "np" and need == "force" and i.type in FORCE)
        or (i.quantity is not None and i.quantity.unit in units)
        or not words.isdisjoint(i.low.split())
        for i in items
    )


def _takes_arms(scene: Scene, event: Candidate) -> bool:
    """Tell whether it is arms, and no thing to do with them, that are withdrawn ("withdrew its heavy [weapons] from the front")."""
    heavy, items = scene.source.lexicon.language.grammar.objects.get("heavy", ()), scene.row.items
    left = next((group.left for group in scene.groups if group.at == event.at), event.at)
    before = _subject(items[max(0, left - _BEFORE) : left])
    after = takewhile(lambda item: item.kind in ("word", "quantity") and not item.word.preps, items[event.at + 1 :])
    return any(part in heavy for item in (before if event.passive else after) for part in item.low.split())


def _subject(before: list[Item]) -> list[Item]:
    """Return the words of a subject right before its verb ("foreign [troops] left X"), not what hangs on it by "of"."""
    words = list(takewhile(lambda item: item.kind == "word" and not item.word.preps, reversed(before)))
    linked = len(words) < len(before) and bool(before[-len(words) - 1].word.preps)
    return [] if linked else words


def _first_object(after: list[Item]) -> list[Item]:
    """Return what stands behind a verb up to the next one that a conjunction or comma joins ("halt raids [and let aid in]")."""
    stop = next((i for i, item in enumerate(after) if item.low == "," or "and" in item.word.flags), len(after))
    return after[:stop]


def _unit_words(scene: Scene, units: tuple[str, ...]) -> frozenset[str]:
    table = scene.source.lexicon.language.quantities.units
    return frozenset(w for unit in units for w in table.get(unit, ()))


def _acts(scene: Scene, event: Candidate, sense: Sense, found: Arguments, need: str) -> bool:
    """Tell whether those who act are such that a word tells its event of them."""
    frame = frames()[sense.value]
    doer = roles_of(frame, sense).get("subject")
    doers = {scene.source.types.get(actor) for actor, role in event.participants if role == doer}
    if need == "troops":  # not "the reason advanced by the army"
        return not (event.passive and frame.family == "violence") and (event.someone or bool(doers & _TROOPS))
    if need == "armed":  # "[jets] targeted a camp", not "targeted a bank with sanctions"
        weapons = scene.source.lexicon.language.grammar.objects.get("weapons", ())
        near = scene.row.items[event.span[0] : found.end + 1]
        return bool(doers & _TROOPS) or any(part in weapons for item in near for part in item.low.split(" "))
    if need == "pair":  # "X and Y discussed it"; "met to discuss it" tells of the meeting
        return len(event.participants) > 1 and any(g.finite for g in scene.groups if g.at == event.at)
    guests = [scene.row.items[i] for at in found.slots.get("object", ()) for i in scene.row.members(at)]
    return any(item.type == "person" for item in guests) and bool(found.places)  # "welcomed X in Cairo"
