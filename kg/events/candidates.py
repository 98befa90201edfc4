"""Events that a sentence tells, by its verbs and nouns, before dates are shared out and stories joined."""

from dataclasses import dataclass, field

from kg.events.clauses import Arguments, VerbGroup, arguments, is_noun, subject, verb_group, verb_groups
from kg.events.items import Item, Row, Source
from kg.events.lexicon import Frame, Sense, frames
from kg.events.status import Reality, noun_reality, verb_reality

__all__ = ["Candidate", "Scene", "candidates"]

_GOVERNORS = ("light", "host", "planned", "proposed", "refused", "cancelled", "postponed", "ongoing", "occurred", "denied")
_FORCE = frozenset({"military", "armed_group"})


@dataclass(slots=True)
class Candidate:
    """An event as one verb or noun tells it."""

    type: str
    row: Row
    at: int
    rule: str
    reality: Reality
    participants: list[tuple[str, str]] = field(default_factory=list)
    anchors: set[int] = field(default_factory=set)
    places: list[int] = field(default_factory=list)
    span: tuple[int, int] = (0, 0)
    """Item indexes of the clause."""
    counterparts: list[str] = field(default_factory=list)
    separate: bool = False
    anaphoric: bool = False
    definite: bool = False
    treaty: int | None = None
    confidence: float = 0.8
    counts: str | None = None
    """What the verb makes of people counted beside it: killed, wounded."""

    def add(self, actors: tuple[str, ...], role: str) -> None:
        """Enter actors in a role, each once."""
        known = {actor for actor, _ in self.participants}
        self.participants.extend((actor, role) for actor in actors if actor not in known)


@dataclass(slots=True)
class Scene:
    """A sentence with its verbs worked out."""

    source: Source
    row: Row
    groups: list[VerbGroup]
    subjects: dict[int, tuple[int | None, str]]
    reality: dict[int, Reality]
    found: list[Candidate] = field(default_factory=list)

    @property
    def hearsay(self) -> bool:
        """Whether the language's conditional perfect reports hearsay."""
        return self.source.lexicon.language.speech.hearsay_conditional


def candidates(source: Source, row: Row) -> Scene:
    """Return a sentence's scene with the events its verbs and nouns tell."""
    groups = verb_groups(row)
    scene = Scene(source, row, groups, {}, {})
    previous: VerbGroup | None = None
    for group in groups:
        scene.subjects[group.at] = subject(row, group, groups)
        main = scene.reality.get(previous.at) if previous is not None else None
        scene.reality[group.at] = verb_reality(group, hearsay=scene.hearsay, main=main)
        if group.finite:
            previous = group
    for group in groups:
        _verb_events(scene, group)
    for at, item in enumerate(row.items):
        if at + 1 < len(row.items) and item.kind == "word" and any(s.kind in ("event", "treaty") for s in row.items[at + 1].word.nouns):
            continue  # the first part of a compound: "summit meeting", "ceasefire agreement"
        for sense in item.word.nouns:
            if sense.kind == "event" and (not item.word.verbs or is_noun(row, at)):
                _noun_event(scene, at, sense)
                break
    _absorb(scene)
    return scene


def _absorb(scene: Scene) -> None:
    """Make one event of a noun and the verb it is the subject of ("an air strike has killed")."""
    for verb in [c for c in scene.found if c.rule.startswith("verb:")]:
        group = next(g for g in scene.groups if g.at == verb.at)
        noun = next((c for c in scene.found if c.rule.startswith("noun:") and c.at == group.left - 1), None)
        if noun is not None and frames()[noun.type].family == frames()[verb.type].family and not group.passive:
            own = [(a, r) for a, r in noun.participants]
            verb.participants = own + [(a, r) for a, r in verb.participants if a not in dict(own) and r != frames()[verb.type].slots.get("subject")]
            verb.places += noun.places
            verb.anchors |= noun.anchors
            verb.span = (min(verb.span[0], noun.span[0]), verb.span[1])
            scene.found.remove(noun)


def _verb_events(scene: Scene, group: VerbGroup) -> None:
    if group.left and scene.row.items[group.left - 1].low == "-":  # "U.N.-brokered": read with its noun
        return
    for sense in group.senses:
        if sense.kind == "event":
            event = _verb_event(scene, group, sense)
            if event is not None:
                scene.found.append(event)
            return
    if any(s.kind == "negotiated" for s in group.senses):
        treaty = _object_treaty(scene, group)
        if treaty is not None:
            event = _verb_event(scene, group, Sense("event", "agreement", "agreement"))
            if event is not None:
                event.treaty = treaty
                scene.found.append(event)


def _object_treaty(scene: Scene, group: VerbGroup) -> int | None:
    """Return the index of the agreement noun that a verb bears on, right of it or, in the passive, left of it."""
    items = scene.row.items
    if not group.passive:
        for at in range(group.at + 1, min(group.at + 16, len(items))):
            if items[at].kind == "treaty" or any(s.kind == "treaty" for s in items[at].word.nouns):
                return at
            if items[at].low in ".;:" or items[at].word.flags & {"rel", "comp"} or (items[at].word.nouns and items[at].word.nouns[0].kind == "event"):
                return None
        return None
    for at in range(group.left - 1, max(-1, group.left - 14), -1):
        if items[at].kind == "treaty" or any(s.kind == "treaty" for s in items[at].word.nouns):
            return at
        if items[at].low in ".;:" or "comp" in items[at].word.flags:
            return None
    return None


def _roles(frame: Frame, sense: Sense) -> dict[str, str]:
    return {**frame.slots, **{k: v for k, v in sense.special if k not in ("needs", "counts")}}


def _verb_event(scene: Scene, group: VerbGroup, sense: Sense) -> Candidate | None:
    frame = frames()[sense.value]
    row = scene.row
    found = arguments(row, group.at, scene.groups, verb=True)
    event = Candidate(sense.value, row, group.at, f"verb:{sense.lemma}", scene.reality[group.at])
    event.counts = dict(sense.special).get("counts")
    event.anchors = set(range(group.left, group.at + 1))
    event.span = (group.left, found.end)
    event.places = list(found.places)
    roles = _roles(frame, sense)
    who, how = scene.subjects[group.at]
    passive = group.passive and "object" in roles and how != "shared"
    if who is not None:
        _fill(scene, event, frame, "object" if passive else "subject", roles, who)
        event.span = (min(event.span[0], who), event.span[1])
        event.confidence *= {"plain": 1.0, "relative": 0.95, "shared": 0.85}.get(how, 0.7)
    for slot, indexes in found.slots.items():
        if slot == "object" and (passive or group.passive):
            continue
        _fill(scene, event, frame, "subject" if slot == "by" and group.passive and "object" in roles else slot, roles, indexes[0])
        if slot in ("object", "with"):
            event.counterparts += [a for a in row.actors(indexes[0]) if a not in event.counterparts]
    if sense.value in ("signing", "agreement"):
        event.treaty = _object_treaty(scene, group)
        if sense.value == "signing" and event.treaty is None:
            return None
        _parties_of_treaty(scene, event, frame)
    if not _needs(scene, event, sense, found):
        return None
    if who is None and not group.finite and not group.passive:
        return None
    if event.reality.polarity == "negative" and group.modal == "refused":
        return None
    event.separate = _separate(row, event.span)
    return event


def _parties_of_treaty(scene: Scene, event: Candidate, frame: Frame) -> None:
    """Take over the parties that stand with the agreement noun ("un accord entre X et Y")."""
    if event.treaty is None or event.row.items[event.treaty].kind == "treaty":
        return
    found = arguments(event.row, event.treaty, scene.groups, verb=False)
    for slot in ("between", "with", "adj"):
        for index in found.slots.get(slot, ())[:1]:
            _fill(scene, event, frame, slot, frame.slots, index)
    event.span = (min(event.span[0], event.treaty), max(event.span[1], found.end))


def _fill(scene: Scene, event: Candidate, frame: Frame, slot: str, roles: dict[str, str], index: int) -> None:
    """Give the actors of a list the role of a slot; what is only a place becomes the place."""
    row = scene.row
    item = row.items[index]
    if slot == "of" and item.literal is not None and frame.family in ("talks", "agreement", "ceasefire"):
        event.places.insert(0, index)  # "the Doha talks", "les négociations de Genève": where, not who
        return
    if slot in frame.places and (item.type in ("country", "place") or item.place):
        event.places.insert(0, index)
        return
    role = roles.get(slot)
    if role is None:
        return
    actors = tuple(
        actor
        for member in row.members(index)
        for actor in row.items[member].actors
        if not (row.items[member].place and "in" in row.items[member].prep)
    )
    event.add(actors, role)


def _needs(scene: Scene, event: Candidate, sense: Sense, found: Arguments) -> bool:
    """Tell whether the condition of a word is met: a force that moves, captives that go free, a person."""
    need = dict(sense.special).get("needs")
    if need is None:
        return True
    if need == "direction":
        return bool(event.places)
    items = scene.row.items[event.span[0] : found.end + 1]
    if need == "person":
        target = found.slots.get("object")
        return any(scene.source.types.get(a) == "person" for i in target or () for a in scene.row.actors(i)) or (
            not target and any(scene.source.types.get(a) == "person" for a, r in event.participants if r in ("appointee", "resigning"))
        )
    units = {"force": ("soldiers", "fighters"), "captives": ("prisoners", "hostages")}[need]
    words = _unit_words(scene, units)
    return any(
        (i.kind == "np" and need == "force" and i.type in _FORCE) or (i.quantity is not None and i.quantity.unit in units) or i.low in words
        for i in items
    )


def _unit_words(scene: Scene, units: tuple[str, ...]) -> frozenset[str]:
    table = scene.source.lexicon.language.quantities.units
    return frozenset(w for unit in units for w in table.get(unit, ()))


def _separate(row: Row, span: tuple[int, int]) -> bool:
    return any("sep" in item.word.flags for item in row.items[span[0] : span[1] + 1])


def _noun_event(scene: Scene, at: int, sense: Sense) -> None:
    row, frame = scene.row, frames()[sense.value]
    items = row.items
    found = arguments(row, at, scene.groups, verb=False)
    event = Candidate(sense.value, row, at, f"noun:{sense.lemma}", Reality(None), anchors={at}, places=list(found.places), span=(at, found.end))
    roles = _roles(frame, sense)
    flags = _around(items, at)
    governor = _governor(scene, at)
    event.anaphoric = "demo" in flags
    event.definite = "det" in flags or "demo" in flags or "poss" in flags
    _left_modifier(scene, event, frame, roles)
    for slot, indexes in found.slots.items():
        if slot != "object":
            _fill(scene, event, frame, slot, roles, indexes[0])
        if slot in ("with", "between"):
            event.counterparts += [a for a in row.actors(indexes[0]) if a not in event.counterparts]
    _owner(scene, event, frame, roles, flags, governor)
    verbs = [g for g in scene.groups if g.at < at and g.finite]
    main = scene.reality.get(verbs[-1].at) if verbs else None
    event.reality = noun_reality(sense.value, frame, governor, flags, hearsay=scene.hearsay, main=main)
    if sense.value in ("signing", "ratification"):
        event.treaty = next((i for i in range(at + 1, min(at + 6, len(items))) if items[i].kind == "treaty" or any(s.kind == "treaty" for s in items[i].word.nouns)), None)
        _parties_of_treaty(scene, event, frame)
    if governor is not None and governor[1] is not None:
        if not any(s.kind == "speech" for s in governor[1].senses):
            event.anchors |= set(range(governor[1].left, governor[1].at + 1))
        event.span = (min(event.span[0], governor[1].left), max(event.span[1], governor[1].at))
    event.separate = _separate(row, event.span)
    scene.found.append(event)


def _around(items: list[Item], at: int) -> frozenset[str]:
    """Return the flags of the determiner, adjectives and preposition of a noun, and of the adjective after it."""
    flags: set[str] = set()
    for index in range(at - 1, max(-1, at - 5), -1):
        item = items[index]
        if item.kind in ("np", "quantity"):
            continue
        if item.kind != "word" or item.word.nouns:
            break
        if "rel" in flags:
            break
        flags |= item.word.flags & {"det", "demo", "poss", "upcoming", "ended", "off", "put", "after", "during", "before", "all", "part", "neg", "rel"}
        if item.word.preps or item.word.verbs:
            break
    for item in items[at + 1 : at + 3]:
        if item.kind == "word" and not item.word.preps:
            flags |= item.word.flags & {"upcoming", "off", "put", "all", "part"}
        else:
            break
    return frozenset(flags)


def _left_modifier(scene: Scene, event: Candidate, frame: Frame, roles: dict[str, str]) -> None:
    """Read the owner or modifier before a noun: "Russia's attack", "US troop withdrawal"."""
    items = event.row.items
    for index in range(event.at - 1, max(-1, event.at - 5), -1):
        item = items[index]
        if item.kind == "np":
            owned = "own" in items[index + 1].word.flags
            if item.actors and (owned or item.form == "demonym" or not scene.source.lexicon.language.grammar.partitives):
                _fill(scene, event, frame, "of" if owned and "of" not in frame.places else "adj", roles, index)
                event.span = (index, event.span[1])
            return
        if item.low == "-" and index and items[index - 1].kind == "np":  # "US-mediated talks"
            if "mediator" in roles.values():
                event.add(items[index - 1].actors, "mediator")
            return
        if items[index - 1].low == "-" and index > 1:
            continue
        if "own" in item.word.flags or (item.kind == "word" and not item.word.verbs and not item.word.preps and not item.word.flags - {"upcoming", "ended", "all", "part"}):
            continue
        return


def _being(scene: Scene, at: int) -> VerbGroup | None:
    """Return the verb be of "is on a visit", "est en tournée"."""
    items = scene.row.items
    prep = next((i for i in range(at - 1, max(-1, at - 5), -1) if items[i].word.preps or items[i].kind != "word" or items[i].word.nouns), None)
    if prep is None or not items[prep].word.preps & {"in", "on"}:
        return None
    for index in range(prep - 1, max(-1, prep - 4), -1):
        found = [(s, t) for s, t in items[index].word.verbs if s.kind == "aux" and s.value == "be"]
        if found:
            tense = found[0][1]
            group = verb_group(scene.row, index, found)
            if group is not None:
                group.time = {"pres": "present", "fut": "future", "cond": "conditional", "inf": "infinitive"}.get(tense, "past")
                group.finite, group.passive = tense in ("pres", "past", "fut", "cond") or group.modal is not None, False
            return group
        if "adv" not in items[index].word.flags:
            return None
    return None


def _governor(scene: Scene, at: int) -> tuple[str, VerbGroup] | None:
    """Return the class and verb that a noun is the object or subject of."""
    items = scene.row.items
    being = _being(scene, at)
    if being is not None:
        scene.subjects[being.at] = subject(scene.row, being, scene.groups)
        return "light", being
    for group in reversed([g for g in scene.groups if g.at < at]):
        between = items[group.at + 1 : at]
        events = [i for i in between[:-1] if any(s.kind == "event" for s in i.word.nouns)]
        if len(between) <= 7 and not events and all(_transparent(i) for i in between):
            name = _governing_class(group)
            if name is not None:
                return name, group
        break
    for group in (g for g in scene.groups if g.left > at):
        between = items[at + 1 : group.left]
        if any(i.low in ".;:" or i.word.flags & {"rel", "comp", "sub"} for i in between) or len(between) > 16:
            return None
        name = _governing_class(group)
        if name is None or (name in ("light", "planned", "proposed", "refused", "cancelled", "postponed", "host", "denied") and not (group.passive or group.reflexive)):
            return None
        return name, group
    return None


def _transparent(item: Item) -> bool:
    """Tell whether an item may stand between a verb and the event noun that is its object."""
    if item.kind in ("date", "quantity"):
        return True
    if item.kind == "np":
        return bool(item.place) or item.form == "demonym"
    flags = item.word.flags
    return item.kind == "word" and not item.word.verbs and not flags & {"rel", "comp", "sub", "and"}


def _governing_class(group: VerbGroup) -> str | None:
    for name in _GOVERNORS:
        if any(s.kind == "governor" and s.value == name for s in group.senses):
            return name
    return "planned" if any(s.kind in ("provides", "commits") for s in group.senses) else None


def _owner(scene: Scene, event: Candidate, frame: Frame, roles: dict[str, str], flags: frozenset[str], governor: tuple[str, VerbGroup] | None) -> None:
    """Fill the doer of a noun from its governing verb or from a possessive ("leur retrait")."""
    name = governor[0] if governor is not None else None
    role = roles.get("subject")
    if governor is not None and governor[1].at < event.at:
        who = scene.subjects[governor[1].at][0]
        if who is not None and name == "light" and role is not None and not governor[1].passive:
            event.add(scene.row.actors(who), role)
            event.span = (min(event.span[0], who), event.span[1])
        elif who is not None and name == "host":
            event.add(scene.row.actors(who), "host")
        elif who is not None and name in ("planned", "proposed") and event.type in ("withdrawal", "deployment", "sanction", "ceasefire") and role is not None and not event.participants:
            event.add(scene.row.actors(who), role)
    if governor is not None and governor[1].passive and name == "light":
        by = arguments(scene.row, governor[1].at, scene.groups, verb=True)
        for index in by.slots.get("by", ())[:1]:
            event.add(scene.row.actors(index), "attendee" if event.type == "signing" else role or "participant")
        event.places += by.places
        event.span = (event.span[0], max(event.span[1], by.end))
    if "rel" in flags and not event.participants:  # "…, dont les pourparlers", "whose talks"
        mark = next(i for i in range(event.at, -1, -1) if "rel" in scene.row.items[i].word.flags)
        who = next((i for i in range(mark - 1, max(-1, mark - 4), -1) if scene.row.items[i].kind == "np"), None)
        if who is not None:
            _fill(scene, event, frame, "between" if "between" in roles else "of", roles, who)
    if "poss" in flags and role is not None and not event.participants:
        for group in reversed([g for g in scene.groups if g.at < event.at]):
            who = scene.subjects[group.at][0]
            if who is not None:
                event.add(scene.row.actors(who), role)
            break
