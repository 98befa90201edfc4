"""Events that nouns tell: their determiner, owner, complements, and the verb that governs them."""

from kg.events.candidate import (
    FORCE,
    Candidate,
    Scene,
    collective,
    fill,
    is_separate,
    one_each,
    parties_of_treaty,
    roles_of,
)
from kg.events.clauses import Arguments, arguments
from kg.events.exits import leaves
from kg.events.governors import governor_of
from kg.events.headlines import only_named
from kg.events.items import Item
from kg.events.lexicon import Frame, Sense, frames
from kg.events.noun_ahead import asked_for, awaited, in_return, outcome, talked_about
from kg.events.noun_needs import complemented, of_people
from kg.events.noun_status import (
    aim,
    around,
    closes,
    described,
    dreaded,
    ended,
    feared,
    followed,
    fruitless,
    heralded,
    hollow,
    in_title,
    mediated,
    met_for,
    names_other,
    of_text,
    one_of_texts,
    provided,
    supposed,
    thought_of,
    threatened,
    untold,
    weighed,
)
from kg.events.other_senses import conditional
from kg.events.owners import HAPPENING, from_main, how_long, linked, of_another_noun, owner
from kg.events.status import Reality, noun_reality
from kg.events.under_way import by_time, stands, unneeded
from kg.events.verbs import VerbGroup

__all__ = ["noun_event"]

_TAKES_PLACE = frozenset({"light", "host", "occurred", "ongoing"})
"""Classes of verbs that say no more of an event than that it is: how real they are, it is ("asked Qatar to [host] talks")."""
_AIMS = frozenset({"agreement", "ceasefire", "exit", "relations", "withdrawal", "prisoners"})
"""Families of what people work for."""
_DASHES = frozenset("—–")
_SIDES = frozenset({"with", "between"})
_SETTLED = frozenset({"occurred", "cancelled", "postponed", "denied"})
_ANOTHER = 2
"""How far before a noun the word may stand that makes it one more."""
_SINCE = 4
"""How far before a noun "since" may stand."""


def noun_event(scene: Scene, at: int, sense: Sense) -> bool:
    """Add the event of a noun to its scene, if it tells one there; tells whether it did."""
    row, frame = scene.row, frames()[sense.value]
    items = row.items
    if any(c.type == sense.value and at in c.anchors and c.rule.startswith("verb:") for c in scene.found):
        return True  # "have fought three wars": told by the verb
    if feared(scene, at) or names_other(scene, at) or in_title(scene, at) or _nobodys(scene, at, frame):
        return False
    if (frame.family == "ceasefire" and one_of_texts(scene, at)) or (sense.value == "signing" and heralded(scene, at)):
        return False
    found = arguments(row, at, scene.groups, verb=False)
    if not complemented(scene, at, sense, found) or (frame.family == "violence" and ended(items, at)):
        return False
    event = Candidate(sense.value, row, at, f"noun:{sense.lemma}", Reality(None), anchors={at})
    event.places, event.span = list(found.places), (at, found.end)
    event.personal = dict(sense.special).get("persons")
    roles = roles_of(frame, sense)
    flags = set(around(items, at)) | set(around(items, at - how_long(scene, at)))
    governor = governor_of(scene, at)
    event.closing = dict(sense.special).get("needs") == "closing"
    if untold(scene, at, flags) or (event.closing and not (governor is not None and closes(scene, governor[1]))):
        return False
    if governor is not None and (_undone(scene, at, frame, governor) or unneeded(scene, governor[1], flags)):
        return False
    if frame.family in _AIMS and weighed(scene, at):
        return False
    _determined(scene, event, flags, governed=governor is not None)
    _left_modifier(scene, event, frame, roles)
    _complements(scene, event, found, roles, flags)
    others = not found.slots.keys() & _SIDES and any(i.word.preps & _SIDES for i in items[at + 1 : at + 4])
    event.foreign = others or _others_subject(items, at)
    owner(scene, event, frame, roles, flags, governor)
    linked(scene, event, roles, governor[1] if governor is not None else None)
    event.someone = not event.participants and of_people(scene, at, frame.family)
    if governor is None:
        from_main(scene, event, frame, roles)
        event.during |= frame.family == "talks" and bool(event.participants) and _opening(items, at)
    event.reality = _told_as(scene, event, governor, flags)
    if _is_other(scene, event, frame):
        return False
    if sense.value in ("signing", "agreement"):
        _signed(scene, event, frame)
    if governor is not None:
        if not any(s.kind == "speech" for s in governor[1].senses):
            event.anchors |= set(range(governor[1].left, governor[1].at + 1))
        event.span = (min(event.span[0], governor[1].left), max(event.span[1], governor[1].at))
    event.separate = is_separate(row, event.span) or one_each(row, found.slots.get("with", []))
    event.collective = sense.value == "meeting" and collective(scene, event)
    scene.found.append(event)
    return True


def _complements(scene: Scene, event: Candidate, found: Arguments, roles: dict[str, str], flags: set[str]) -> None:
    """Give those who stand behind a noun their roles."""
    for slot, indexes in found.slots.items():
        verbs = [g.at for g in scene.groups if event.at < g.at < indexes[0]] if slot == "between" else []
        if verbs and of_another_noun(scene, verbs[-1], indexes[0]):
            continue
        if event.type == "prisoner_release" and slot in ("of", "adj") and _freed(scene, event.at, indexes[0], slot):
            event.add(scene.row.actors(indexes[0]), "released")
            continue
        left = slot == "of" and event.type == "exit" and "poss" in flags  # "their withdrawal [from X]"
        if slot != "object" and not (slot == "by" and _judged(scene, event.at, indexes[0])):
            fill(scene, event, frames()[event.type], "from" if left else slot, roles, indexes[0])
        if slot == "with" and one_each(event.row, indexes):
            for other in indexes[1:]:
                fill(scene, event, frames()[event.type], slot, roles, other)
            event.counterparts += [a for at in indexes[1:] for a in event.row.actors(at)]
        if slot in ("with", "between"):
            event.counterparts += [a for a in event.row.actors(indexes[0]) if a not in event.counterparts]


def _freed(scene: Scene, at: int, who: int, slot: str) -> bool:
    """Tell whether somebody is set free ("la libération de [X]", "libération de prisonniers [palestiniens]")."""
    captives = scene.source.lexicon.language.quantities.units
    words = (*captives.get("prisoners", ()), *captives.get("hostages", ()))
    item = scene.row.items[who]
    if slot == "adj":
        return item.form == "demonym" and scene.row.items[at].low.endswith(words)
    held = item.type in FORCE and " " not in scene.row.items[at].low  # "la libération de ses [soldats]"
    return (item.type == "person" or held) and item.owner in (None, at)


def _about_talks(scene: Scene, at: int) -> bool:
    """Tell whether a noun only says what talks are for ("pourparlers de [cessez-le-feu]")."""
    items = scene.row.items
    talks = at > 1 and items[at - 1].word.preps == {"of"} and "det" not in items[at - 1].word.flags
    return talks and any(s.kind == "event" and frames()[s.value].family == "talks" for s in items[at - 2].word.nouns)


def _undone(scene: Scene, at: int, frame: Frame, governor: tuple[str, VerbGroup]) -> bool:
    """Tell whether a verb leaves a noun no event: "if the talks do not take place", "ended its boycott", "did not attend the talks"."""
    name, group = governor
    if group.left < at and scene.row.items[-1].low == "?":
        return True  # "signeront-ils une trêve ?"
    attending = scene.source.lexicon.language.grammar.objects.get("attending", ())
    absent = group.negated and any(s.lemma in attending for s in group.senses)
    return absent or (group.negated and conditional(scene, group)) or (frame.family == "speech" and name == "ended")


def _opening(items: list[Item], at: int) -> bool:
    """Tell whether a noun opens its sentence with the occasion of all that follows ("In [a rare phone call], X and Y agreed")."""
    dashes = [index for index, item in enumerate(items[:at]) if item.low in _DASHES]
    before = items[max(dashes, default=-1) + 1 : at]  # behind a dateline
    return (
        bool(before)
        and before[0].word.preps >= {"in"}
        and not any(i.kind != "word" or i.word.verbs or i.word.nouns or i.word.preps for i in before[1:])
    )


def _determined(scene: Scene, event: Candidate, flags: set[str], *, governed: bool) -> None:
    """Note what the words before a noun say of its being known, new, or the occasion of something else."""
    talks, before = frames()[event.type].family == "talks", event.row.items[max(0, event.at - _SINCE) : event.at]
    since = scene.source.lexicon.language.grammar.objects.get("since", ())
    event.bygone = talks and any(item.low in since for item in before)
    event.during = talks and "during" in flags
    event.anaphoric = "demo" in flags
    another = scene.source.lexicon.language.grammar.objects.get("another", ())
    event.afresh = talks and any(item.low in another for item in before[-_ANOTHER:])
    event.new = "indef" in flags and not governed and event.type == "meeting"
    event.definite = ("det" in flags and not flags & {"indef", "upcoming"}) or bool(flags & {"demo", "poss"})
    event.definite = event.definite or (event.at > 0 and "own" in event.row.items[event.at - 1].word.flags)


def _others_subject(items: list[Item], at: int) -> bool:
    """Tell whether meetings that somebody is in town for have a subject of their own ("in Vienna for [meetings] on Syria")."""
    if at < 1 or "for" not in items[at - 1].word.preps or at + 2 >= len(items):
        return False
    return "on" in items[at + 1].word.preps and items[at + 2].kind == "np"


def _nobodys(scene: Scene, at: int, frame: Frame) -> bool:
    """Tell whether a noun is what is feared or what a text is of, or a word of violence used of something else ("a diplomatic offensive")."""
    if dreaded(scene, at, violent=frame.family == "violence"):
        return True
    if frame.family == "relations":
        return of_text(scene, at)
    if frame.family in _AIMS:
        return _about_talks(scene, at)
    return frame.family == "violence" and described(scene, at, "unarmed")


def _judged(scene: Scene, at: int, by: int) -> bool:
    """Tell whether somebody only says something of an event ("l'attaque [condamnée] par X"), and does not do it."""
    judging = scene.source.lexicon.language.grammar.objects.get("judging", ())
    if any(item.low in judging for item in scene.row.items[max(0, at - _SINCE) : at]):
        return True  # "the recognition of the genocide by X"
    group = next((g for g in reversed(scene.groups) if at < g.at < by), None)
    kinds = {s.value if s.kind == "governor" else s.kind for s in group.senses} if group is not None else set()
    return "speech" in kinds and "light" not in kinds


def _main(scene: Scene, event: Candidate, at: int) -> Reality | None:
    """Return how real the verb before a noun tells its own deed to be; behind "during" that of the only verb."""
    verbs = [g for g in scene.groups if g.at < at and g.finite]
    visit = event.type == "visit" and any("during" in item.word.flags for item in scene.row.items[:at])
    if not verbs and (event.during or visit):
        verbs = [g for g in scene.groups if g.finite][:1]
    return scene.reality.get(verbs[-1].at) if verbs and not (event.during and _apart(scene, verbs[-1], at)) else None


def _told_as(scene: Scene, event: Candidate, governor: tuple[str, VerbGroup] | None, flags: set[str]) -> Reality:
    """Return how real a noun's event is told to be, by its governor, the words around it and the verb of its clause."""
    at, items, frame = event.at, scene.row.items, frames()[event.type]
    if event.closing and governor is not None:
        return scene.reality[governor[1].at]
    if governor is not None and governor[0] in _TAKES_PLACE and (told := by_time(scene, governor[1])) is not None:
        return told
    if governor is not None and stands(scene, governor[1], frame):
        return Reality("ongoing")
    if governor is not None and governor[0] == "proposed" and governor[1].negated and event.definite:
        governor = None  # "did not seek the truce": there is one
    may_be = governor is None and supposed(scene, at, certain=frame.family in _AIMS)
    main = _main(scene, event, at)
    if governor is None and (provided(items, at, frame.family) or (frame.family in _AIMS and aim(scene, at))):
        flags |= {"before"}
    elif awaited(scene, at, governor[1] if governor is not None else None):
        flags = flags | {"upcoming"}
    elif governor is None and frame.family == "talks" and "before" in flags and met_for(scene, at):
        flags = flags - {"before"} | {"after"}
    elif (next_ := followed(scene, at, main)) is not None:
        return next_
    reality = noun_reality(event.type, frame, governor, flags, hearsay=scene.hearsay, main=main)
    later = governor[1] if governor is not None and governor[1].left > at else None
    happening = later is None or (governor is not None and governor[0] in HAPPENING)  # "the bid for a truce failed"
    if happening and reality.status in (None, "planned", "occurred", "ongoing", "cancelled") and thought_of(scene, at):
        return Reality("proposed", factuality="PSplus")
    if later is not None and (fruitless(scene, later) or hollow(items, later)):
        return Reality("occurred")
    if reality.status in (None, "planned") and frame.lasting and described(scene, at, "standing"):
        return Reality("ongoing")
    if _only_said(scene, event, later, reality):
        return Reality("proposed", factuality="PSplus")
    if governor is None:
        return _ungoverned(scene, event, reality, may_be=may_be)
    if reality.status in ("cancelled", "postponed") and threatened(scene, governor[1]):
        return Reality("planned", factuality="PSplus")
    if reality.status == "occurred" and not event.definite and _weighed(scene, frame, governor[1]):
        return Reality("proposed", factuality="PSplus")
    if (reality.status in _SETTLED or governor[0] == "occurred") and conditional(scene, governor[1]):
        return Reality("ongoing" if frame.family == "sanction" else "proposed", factuality="PSplus")
    asked = scene.reality.get(governor[1].at) if governor[0] in _TAKES_PLACE else None
    refused = asked is not None and asked.status == "denied" and not governor[1].finite
    return asked if asked is not None and (asked.status == "proposed" or refused) else reality


def _only_said(scene: Scene, event: Candidate, later: VerbGroup | None, reality: Reality) -> bool:
    """Tell whether somebody only asks for an event or talks about it."""
    asked = frames()[event.type].family in (*_AIMS, "talks") and asked_for(scene, event.at)
    return asked or (reality.status in (None, "occurred", "ongoing") and talked_about(scene, event, later))


def _ungoverned(scene: Scene, event: Candidate, reality: Reality, *, may_be: bool) -> Reality:
    """Return how real a noun's event is that no verb governs, by what is said to come of it or be given for it."""
    frame, brought = frames()[event.type], None
    if frame.family == "talks":
        brought = mediated(scene, event.at)
    if brought is not None or reality.status is not None:
        return brought or reality
    if (given := in_return(scene, event.at)) is not None:
        return given
    return Reality("planned", factuality="PSplus") if may_be else outcome(scene, event.at) or reality


def _apart(scene: Scene, main: VerbGroup, at: int) -> bool:
    """Tell whether a comma before "during" parts a noun from a promise of something else ("promised to leave[, at a meeting] in X")."""
    items = scene.row.items
    opener = next((i for i in range(at - 1, main.at, -1) if "during" in items[i].word.flags), 0)
    promised = main.modal is not None and main.modal_time in ("past", "part")
    meets = any(s.kind == "event" and frames()[s.value].family in ("talks", "visit") for s in main.senses)
    return promised and not meets and opener > 0 and items[opener - 1].low == ","


def _weighed(scene: Scene, frame: Frame, group: VerbGroup) -> bool:
    """Tell whether what is aimed at is only talked about ("discussed [sanctions] against X")."""
    discuss = scene.source.lexicon.language.grammar.discuss
    return frame.family in (*_AIMS, "sanction") and any(s.lemma in discuss for s in group.senses)


def _is_other(scene: Scene, event: Candidate, frame: Frame) -> bool:
    """Tell whether a noun turns out to tell no event of its type, by who takes part and where it stands."""
    kinds = {scene.source.types.get(actor) for actor, _ in event.participants}
    if frame.family == "talks":
        return "media" in kinds or only_named(scene, event)  # an interview
    if event.closing and " " not in event.rule.partition(":")[2]:
        return FORCE.isdisjoint(kinds)  # "the embassy's [mission] ends"
    return event.type == "exit" and not leaves(scene, event)


def _signed(scene: Scene, event: Candidate, frame: Frame) -> None:
    """Find the text that is signed, and its parties."""
    items = event.row.items
    for at in range(event.at + 1, min(event.at + 6, len(items))):
        if items[at].kind == "treaty" or any(s.kind == "treaty" for s in items[at].word.nouns):
            event.treaty = at
            break
    parties_of_treaty(scene, event, frame)


def _left_modifier(scene: Scene, event: Candidate, frame: Frame, roles: dict[str, str]) -> None:
    """Read the owner or modifier before a noun: "Russia's attack", "US troop withdrawal"."""
    items = event.row.items
    for index in range(event.at - 1, max(-1, event.at - 5), -1):
        item = items[index]
        if item.kind == "np":
            owned = "own" in items[index + 1].word.flags
            if item.actors and (
                owned or item.form == "demonym" or not scene.source.lexicon.language.grammar.partitives
            ):
                fill(
                    scene, event, frame, "adj" if "adj" in frame.slots or "adj" in frame.places else "of", roles, index
                )
                event.span = (index, event.span[1])
            return
        if item.low == "-" and index and items[index - 1].kind == "np":  # "US-mediated talks"
            if "mediator" in roles.values() and not scene.source.lexicon.language.names.hyphen_owner:
                event.add(items[index - 1].actors, "mediator")
            elif items[index + 1].low in scene.source.lexicon.language.names.led and frame.family == "violence":
                event.add(items[index - 1].actors, roles.get("adj", ""))  # "a US-led airstrike campaign"
            return
        if items[index - 1].low == "-" and index > 1:
            continue
        if "own" in item.word.flags or (
            item.kind == "word"
            and not item.word.verbs
            and not item.word.preps
            and not item.word.flags - {"upcoming", "ended", "all", "part"}
        ):
            continue
        return
