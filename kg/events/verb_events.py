"""Events that verbs tell: subject, object and prepositional phrases in their roles."""

from dataclasses import replace

from kg.events.candidate import (
    FORCE,
    FORCE_UNITS,
    Candidate,
    Scene,
    collective,
    fill,
    is_separate,
    parties_of_treaty,
    roles_of,
    troops,
)
from kg.events.clauses import Arguments, arguments, subject
from kg.events.exits import leaves, text_behind
from kg.events.items import Item, Row
from kg.events.lexicon import CONCERTED, Frame, Sense, frames
from kg.events.nameless import met, nameless
from kg.events.other_senses import conditional, decided, headed_by, listed, of_events, otherwise, says, toward
from kg.events.status import Reality, verb_reality
from kg.events.verbs import VerbGroup, verb_group

__all__ = ["pledges", "verb_events"]

_STATES = frozenset({"country", "government"})
_TROOPS = frozenset({"military", "armed_group"})
_HELD = frozenset({"soldiers", "civilians", "police", "fighters"})
"""Units of people that may be set free, where it is said of them."""
_NOUNS = {"against": "violence", "between": "talks"}
"""Family of the event nouns to which a slot belongs ("killed in [fighting against X]", "met X to prepare [talks between Y and Z]")."""
_BEFORE = 5
"""How far before a passive verb a noun that it needs may stand."""
_BORNE = frozenset({"target", "appointee", "resigning", "recognised", "elected", "released", "withdrawing"})
"""Roles of those to whom something is done."""


def verb_events(scene: Scene, group: VerbGroup) -> None:
    """Add the event of a verb group to its scene, if it tells one."""
    if group.left and scene.row.items[group.left - 1].low == "-":  # "U.N.-brokered": read with its noun
        return
    if group.time == "present" and any("habit" in item.word.flags for item in scene.row.items):
        return  # "goes to Rome every summer": no event of its own
    if conditional(scene, group) or (group.finite and scene.row.items[-1].low == "?"):
        return  # "if X signs", "Did X sign?": nobody says that X does
    treaty = _object_treaty(scene, group) if any(s.kind == "negotiated" for s in group.senses) else None
    concluded = treaty is not None and not _under_way(scene, group)
    if group.passive and any(s.kind == "negotiated" for s in group.senses) and _truce(scene, group):
        return  # "a truce was negotiated": the noun tells it
    for sense in group.senses:
        if sense.kind == "event" and not (concluded and sense.value not in ("signing", "agreement")):
            event = _verb_event(scene, group, sense)
            if event is not None:
                scene.found.append(event)
                return
    if concluded:
        event = _verb_event(scene, group, Sense("event", "agreement", "agreement"))
        if event is not None:
            event.treaty = treaty
            scene.found.append(event)


def _truce(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether what a passive verb bears on is a ceasefire."""
    for at in range(group.left - 1, max(-1, group.left - 4), -1):
        if _tells(scene, at, "ceasefire"):
            return True
        if "adv" not in scene.row.items[at].word.flags and scene.row.items[at].word.verbs:
            return False
    return False


def _under_way(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a text is still being negotiated, or is to be ("will negotiate a deal"): there is no agreement yet."""
    talks = any(s.kind == "event" and s.value == "negotiation" for s in group.senses)
    return talks and not group.passive and scene.reality[group.at].status != "occurred"


def _verb_event(scene: Scene, group: VerbGroup, sense: Sense) -> Candidate | None:
    frame = frames()[sense.value]
    row = scene.row
    found = arguments(row, group.at, scene.groups, verb=True)
    event = _candidate(scene, group, sense)
    event.span = (group.left, found.end)
    event.places = list(found.places)
    roles = roles_of(frame, sense)
    who, how = scene.subjects[group.at]
    passive = group.passive and "object" in roles and how != "shared"
    if who is not None and not (group.passive and sense.value == "refusal"):  # "the plan of X, rejected by Y"
        fill(scene, event, frame, "object" if passive else "subject", roles, who)
        event.span = (min(event.span[0], who), event.span[1])
        event.confidence *= {"plain": 1.0, "relative": 0.95, "shared": 0.85}.get(how, 0.7)
    if sense.value == "meeting" and not group.reflexive and _hosts(scene, group, found):
        return None
    for slot, indexes in found.slots.items():
        if slot == "with" and _absolute(scene, indexes[0]):
            continue
        of_noun = slot in _NOUNS and any(_tells(scene, at, _NOUNS[slot]) for at in found.nouns if at < indexes[0])
        if (slot == "object" and group.passive) or (slot == "by" and not group.passive) or of_noun:
            continue
        if slot == "of" and frame.family == "violence":  # "killed two members of X": it is done to them
            if "object" not in found.slots and not group.passive:
                fill(scene, event, frame, "object", roles, indexes[0])
            continue
        agent = slot == "by" and group.passive and "object" in roles
        fill(scene, event, frame, "subject" if agent else slot, roles, indexes[0])
        if slot in ("object", "with"):
            event.counterparts += [a for a in row.actors(indexes[0]) if a not in event.counterparts]
    if sense.value in ("signing", "agreement"):
        event.treaty = _object_treaty(scene, group)
        text = bool(event.participants) and _with_words(scene, event, "texts", found)
        if sense.value == "signing" and event.treaty is None and not (text or _it_was(scene, group, event)):
            return None
        parties_of_treaty(scene, event, frame)
    if otherwise(scene, event, group, found):
        return None
    event.someone = who is None and not event.participants and nameless(scene, group, sense.value)
    if not _needs(scene, event, sense, found) or (_nobodys(group, who, how) and not event.someone):
        return None
    refused = event.reality.polarity == "negative" and group.modal == "refused"
    if refused or (sense.value == "withdrawal" and _left_behind(scene, group, found)):
        return None
    _moved(scene, event, sense, who)
    event.separate = is_separate(row, event.span)
    event.collective = sense.value == "meeting" and _alone(group, found) and collective(scene, event)
    event.clear = _clear(scene, group, found, frame) or (who is not None and _relief(scene, sense))
    event.someone &= frame.min == 1 or group.reflexive or group.passive or event.clear
    return event


def _alone(group: VerbGroup, found: Arguments) -> bool:
    """Tell whether those who meet have nobody else as object or host ("the X met", "les X étaient réunis")."""
    called = group.passive and any(s.kind == "governor" and s.value == "gather" for s in group.senses)
    return group.reflexive or called or not (group.passive or "object" in found.slots)


def _moved(scene: Scene, event: Candidate, sense: Sense, who: int | None) -> None:
    """Call what forces do by their own word: they do not visit ("[troops] landed in X" is a deployment)."""
    kind = dict(sense.special).get("forces")
    if kind is not None and who is not None and scene.row.items[who].type in FORCE:
        event.type = kind
        event.participants = [(actor, frames()[kind].slots["subject"]) for actor, _ in event.participants]


def _absolute(scene: Scene, at: int) -> bool:
    """Tell whether "with" opens a phrase about what somebody else does meanwhile ("met …, with [Manila] pledging more")."""
    last = max(scene.row.members(at))
    group = next((g for g in scene.groups if g.left == last + 1), None)
    attends = group is not None and any(s.kind == "governor" and s.value == "light" for s in group.senses)
    return group is not None and group.time == "gerund" and not attends


def _it_was(scene: Scene, group: VerbGroup, event: Candidate) -> bool:
    """Tell whether a pronoun stands for the text that is signed, by several who are named ("[It] was signed by X and Y")."""
    before = scene.row.items[group.left - 1] if group.left else None
    signs = [a for a, role in event.participants if role == "party"]
    return group.passive and before is not None and "it" in before.word.flags and len(signs) > 1


def _nobodys(group: VerbGroup, who: int | None, how: str) -> bool:
    """Tell whether a verb without a subject tells nothing: what talks are about may have none yet."""
    return who is None and not group.finite and not group.passive and how != "weighed"


def _clear(scene: Scene, group: VerbGroup, found: Arguments, frame: Frame) -> bool:
    """Tell whether a verb says that two take part, though only one of them is known."""
    row, who = scene.row, scene.subjects[group.at][0]
    other = any("with" in item.word.preps for item in row.items[group.at + 1 : group.at + 5])
    known = any(_someone(row, i) for slot in ("object", "with", "between") for i in found.slots.get(slot, ()))
    known = known or (who is not None and not group.passive and met(scene, group.at))
    return frame.min == 2 and (known or ((group.reflexive or other) and who is not None))


def _left_behind(scene: Scene, group: VerbGroup, found: Arguments) -> bool:
    """Tell whether it is talks or a treaty that somebody leaves: no troops move."""
    talks = any(_tells(scene, at, family) for at in found.nouns[:1] for family in CONCERTED)
    return talks or listed(scene, group) or (not group.passive and text_behind(scene, group.at))


def _relief(scene: Scene, sense: Sense) -> bool:
    """Tell whether a word says what is given, so that the giver alone tells the event ("granted asylum to two writers")."""
    goods = scene.source.lexicon.language.grammar.objects.get("relief", ())
    return dict(sense.special).get("needs") in ("relief", "goods") or sense.lemma.split(" ")[-1] in goods


def _tells(scene: Scene, at: int, family: str) -> bool:
    """Tell whether a noun is an event of a family."""
    return any(s.kind == "event" and frames()[s.value].family == family for s in scene.row.items[at].word.nouns)


def _hosts(scene: Scene, group: VerbGroup, found: Arguments) -> bool:
    """Tell whether what is hosted or called together are talks: the noun tells them ("will host [talks] between X and Y")."""
    nouns = found.slots.get("noun", [])
    hosting = any(s.kind == "governor" and s.value in ("host", "gather") for s in group.senses)
    return hosting and "object" not in found.slots and bool(nouns) and _tells(scene, nouns[0], "talks")


def _someone(row: Row, at: int) -> bool:
    """Tell whether a name is met itself, and is not what a thing is called by ("received [Canadian] loans")."""
    item, after = row.items[at], row.items[at + 1] if at + 1 < len(row.items) else None
    thing = (
        after is not None and after.kind == "word" and not (after.word.flags or after.word.preps or after.word.verbs)
    )
    return bool(item.actors) and (item.type == "person" or not (thing or item.form == "demonym"))


def _candidate(scene: Scene, group: VerbGroup, sense: Sense) -> Candidate:
    """Return the event of a verb, with what the word itself says of it and no participants yet."""
    special = dict(sense.special)
    event = Candidate(sense.value, scene.row, group.at, f"verb:{sense.lemma}", scene.reality[group.at])
    event.counts, event.personal = special.get("counts"), special.get("persons")
    given = special.get("status")
    if given is not None and event.reality.polarity == "positive":
        event.reality = replace(event.reality, status=given)  # type: ignore[arg-type]
    if event.type == "refusal" and not group.negated and decided(scene, group):
        event.reality = Reality("occurred")
    event.passive = group.passive
    event.anchors = set(range(group.left, group.at + 1))
    return event


def _object_treaty(scene: Scene, group: VerbGroup) -> int | None:
    """Return the index of the agreement noun that a verb bears on, right of it or, in the passive, left of it."""
    items = scene.row.items
    if not group.passive:
        for at in range(group.at + 1, min(group.at + 16, len(items))):
            if items[at].kind == "treaty" or any(s.kind == "treaty" for s in items[at].word.nouns):
                return at
            named = at + 1 < len(items) and any(s.kind == "treaty" for s in items[at + 1].word.nouns)
            if named and "det" in items[at].word.flags:  # "pulled out of that agreement"
                continue
            if (
                items[at].low in ".;:"
                or items[at].word.flags & {"rel", "comp"}
                or (items[at].word.nouns and items[at].word.nouns[0].kind == "event")
            ):
                return None
        return None
    for at in range(group.left - 1, max(-1, group.left - 14), -1):
        if items[at].kind == "treaty" or any(s.kind == "treaty" for s in items[at].word.nouns):
            return at
        if items[at].low in ".;:" or "comp" in items[at].word.flags:
            return None
    comma = next((i for i, item in enumerate(items) if item.low == ","), len(items))
    if group.time == "participle" and not group.left and "det" in items[min(comma + 1, len(items) - 1)].word.flags:
        head = items[min(comma + 2, len(items) - 1)]  # "Signed in Rome by X and Y, the [accord] …"
        return comma + 2 if head.kind == "treaty" or any(s.kind == "treaty" for s in head.word.nouns) else None
    return None


def _needs(scene: Scene, event: Candidate, sense: Sense, found: Arguments) -> bool:
    """Tell whether a condition of a word is met, one of several that "|" joins; "!" turns one round."""
    needs = dict(sense.special).get("needs", "")
    return not needs or any(
        _met(scene, event, sense, found, need.removeprefix("!")) is not need.startswith("!")
        for need in needs.split("|")
    )


def _met(scene: Scene, event: Candidate, sense: Sense, found: Arguments, need: str) -> bool:
    """Tell whether one condition is met: a force that moves, captives that go free, a person."""
    if need.startswith("subject:"):
        return headed_by(scene, event.span[0], event.at, need.removeprefix("subject:"))
    if need == "people":
        who = scene.subjects[event.at][0]
        if who is not None and scene.row.items[who].type == "country" and scene.row.items[who].form != "name":
            event.places = [who]
        return bool(event.places) or (who is not None and scene.row.items[who].type == "population")
    if need in ("direction", "with"):
        return bool(event.places) if need == "direction" else bool(event.counterparts)
    if need in ("toward", "traveller"):
        if need == "traveller" and not any(scene.source.types.get(a) == "person" for a, _ in event.participants):
            return False  # "the seat of X will be in Geneva"
        return bool(event.places) and toward(scene.row.items[event.at + 1 : found.end + 1], linked=" " in sense.lemma)
    if need in ("sides", "toll"):  # "the attack left 20 people dead": the noun tells it
        return need == "sides" and len({actor for actor, _ in event.participants}) > 1
    if need == "movers":
        return _forces_leave(scene, event, found)
    if need == "text":
        return not event.passive and leaves(scene, event)
    row, types = scene.row, scene.source.types
    objects = [row.items[i] for at in found.slots.get("object", ()) for i in row.members(at)]
    borne = event.participants if event.passive else [(a, "target") for item in objects for a in item.actors]
    kinds = {types.get(a) for a, role in borne if role in _BORNE}
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
        return bool(kinds & _STATES) or as_such or _with_words(scene, event, "statehood", found)
    if need == "struck":
        return bool(event.places) or any(role == "target" for _, role in event.participants)
    if need == "town":
        near = [row.items[at] for at in event.places[:1]] if event.passive else []
        return any(item.place is not None and item.type == "place" for item in objects + near)
    if need == "troops":
        if event.passive and frames()[sense.value].family == "violence":
            return False  # "the reason advanced by the army"
        doer = roles_of(frames()[sense.value], sense).get("subject")
        return event.someone or any(types.get(a) in _TROOPS for a, role in event.participants if role == doer)
    if need == "violence":
        told_by = [s.value for i in found.nouns for s in row.items[i].word.nouns if s.kind == "event"]
        return any(frames()[kind].family == "violence" for kind in told_by)
    return _with_words(scene, event, need, found)


def _forces_leave(scene: Scene, event: Candidate, found: Arguments) -> bool:
    """Tell whether what is withdrawn, or who withdraws, is a force or leaves a place: bills and bids are withdrawn too."""
    row = scene.row
    if event.passive:
        return _with_words(scene, event, "force", found)
    first = next((i for i in row.items[event.at + 1 : found.end + 1] if says(i)), None)
    if first is None or first.kind != "word":
        return first is None or first.kind in ("sign", "quantity") or bool(first.actors or first.place)
    if first.word.preps & {"from", "in", "to"}:
        return bool(event.places) or _with_words(scene, event, "force", found)
    bare = first.word.preps or first.word.flags & {"sub", "and", "rel", "comp"}
    return bool(bare) or _with_words(scene, event, "force", found)


def _with_words(scene: Scene, event: Candidate, need: str, found: Arguments) -> bool:
    """Tell whether one of the nouns that a word needs stands in its clause: a force, captives, or those that the language lists."""
    first = event.span[0] if not event.passive else max(0, event.span[0] - _BEFORE)
    items = scene.row.items[first : found.end + 1]
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
    words = _unit_words(scene, units) | frozenset(language.grammar.objects.get(need, ()))
    return any(
        (i.kind == "np" and need == "force" and i.type in FORCE)
        or (i.quantity is not None and i.quantity.unit in units)
        or not words.isdisjoint(i.low.split())
        for i in items
    )


def _first_object(after: list[Item]) -> list[Item]:
    """Return what stands behind a verb up to the next one that a conjunction or comma joins ("halt raids [and let aid in]")."""
    stop = next((i for i, item in enumerate(after) if item.low == "," or "and" in item.word.flags), len(after))
    return after[:stop]


def _unit_words(scene: Scene, units: tuple[str, ...]) -> frozenset[str]:
    table = scene.source.lexicon.language.quantities.units
    return frozenset(w for unit in units for w in table.get(unit, ()))


def pledges(scene: Scene) -> None:
    """Add the agreements that stand before what was agreed ("the rebels agreed to free their captives")."""
    known = scene.source.lexicon.language.verbs_of("agreement")
    frame = frames()["agreement"]
    for at, item in enumerate(scene.row.items):
        if not item.word.verbs:
            continue
        found = [(s, t) for s, t in item.word.verbs if s.kind == "modality" and s.lemma.startswith(known)]
        group = verb_group(scene.row, at, found) if found else None
        if group is None or not group.finite or group.passive or group.modal is not None:
            continue
        who, how = subject(scene.row, group, scene.groups)
        if who is None or how == "oblique":
            continue
        event = Candidate(
            "agreement", scene.row, at, f"verb:{found[0][0].lemma}", verb_reality(group, hearsay=scene.hearsay)
        )
        event.anchors = set(range(group.left, at + 1))
        event.span = (min(group.left, who), at)
        fill(scene, event, frame, "subject", frame.slots, who)
        scene.found.append(event)
