"""Who takes part in what a noun tells, read from the verbs around it: its governor, a clause about it, the main verb."""

from kg.events.candidate import Candidate, Scene, between_them, fill, looks_on
from kg.events.clauses import arguments
from kg.events.items import Item
from kg.events.lexicon import Frame, frames
from kg.events.possessives import of_its_clause, whose, with_somebody
from kg.events.verbs import VerbGroup, auxiliary

__all__ = ["HAPPENING", "from_main", "how_long", "linked", "of_another_noun", "owner"]

HAPPENING = ("ongoing", "occurred", "fallen")
"""Classes of verbs that have the event as their subject."""
_TOWARDS = frozenset({"exit", "sanction", "attack", "recognition"})
"""What is done to others: its doer is not yet told where they are ("its sanctions against X")."""
_OWN = frozenset({"withdrawal", "deployment", "sanction", "ceasefire", "normalization"})
"""What whoever announces it does as well."""
_LINKS = ("between", "with", "mediated")
"""Slots behind a verb that belong to the event that is its subject ("talks resumed between …")."""
_STRUCK = ("against", "in", "to", "on")
"""Slots behind a passive verb of those whom what is its subject strikes."""
_STOPS = ("cancelled", "postponed", "ended")
_STOPPED = frozenset({"talks", "ceasefire", "visit"})
"""Families of what those who take part can stop."""
_CLAUSE = 8
"""How many items may stand between a noun and the clause about it."""
_SPAN = 3
"""The fewest items that say how long something takes, with what stands before them."""
_LONGEST = 5
"""The most of them."""
_TIMES = ("hours", "days", "weeks", "months", "years")
_FROM_MAIN = frozenset({"visit", "talks"})


def linked(scene: Scene, event: Candidate, roles: dict[str, str], governor: VerbGroup | None) -> None:
    """Add who stands behind the verb that a noun is the subject of, or in the clause about it."""
    _the_first(scene, event, roles)
    about = _about(scene, event.at)
    if about is not None and about is not governor:
        _told_by(scene, event, roles, about)
    if governor is not None and governor.left > event.at:
        _told_by(scene, event, roles, governor)


def _the_first(scene: Scene, event: Candidate, roles: dict[str, str]) -> None:
    """Add those between whom an event is said to be the first or last ("the Vienna meeting was the first [between X and Y]")."""
    items = scene.row.items
    at = next(
        (i for i in range(event.at + 1, min(len(items), event.at + _CLAUSE)) if "first" in items[i].word.flags), 0
    )
    between = items[event.at + 1 : at]
    is_said = any(auxiliary(item) for item in between) and not any(i.kind == "sign" or i.word.nouns for i in between)
    if event.participants or not at or not is_said:
        return
    for index in range(at + 1, min(len(items), at + _CLAUSE)):
        if items[index].kind == "np" and items[index].prep & {"between"}:
            event.add(scene.row.actors(index), roles.get("between") or roles.get("subject") or "")
            return
        if items[index].kind == "sign" or items[index].word.flags & {"sub", "rel", "comp"}:
            return


def _told_by(scene: Scene, event: Candidate, roles: dict[str, str], group: VerbGroup) -> None:
    """Add who and what stands behind a verb that has a noun as its subject."""
    row = scene.row
    found = arguments(row, group.at, scene.groups, verb=True)
    classes = {s.value for s in group.senses if s.kind == "governor"}
    gathers = classes & {"gather", "oppose"} and not group.passive
    who, how = scene.subjects[group.at]
    if who is not None and how == "inverted" and "light" in classes:  # "la réunion à laquelle ont participé [X et Y]"
        event.add(row.actors(who), roles.get("subject") or "")
    slots = [
        *_LINKS,
        *(("object",) if gathers else ()),
        *(("in", "to", "against") if "oppose" in classes and gathers else ()),
    ]
    role = roles.get("between") or roles.get("subject")
    for slot in slots:
        for index in found.slots.get(slot, ())[:1]:
            if slot == "between" and of_another_noun(scene, group.at, index):
                continue
            stands = slot == "mediated"
            given = (
                between_them(event, index, slot, "mediator")
                if stands
                else "attendee"
                if looks_on(row, event, index)
                else role
            )
            if event.type == "sanction" and slot != "mediated":
                continue  # "sanctions complicate the dialogue between X and Y"
            if given and (slot != "mediated" or "mediated" in roles):
                event.add(row.actors(index), given)
    for slot in (
        s for s in _STRUCK if s in roles and group.passive
    ):  # "sanctions were adopted against X", "imposées à X"
        for index in found.slots.get(slot, ())[:1]:
            event.add(row.actors(index), roles[slot])
            event.places = [at for at in event.places if at != index]
            found.places = [at for at in found.places if at != index]
    if gathers:  # "the talks bring together X and Y": no meeting of its own
        scene.found[:] = [c for c in scene.found if c.at != group.at]
    event.places += [at for at in found.places if at not in event.places]
    if "afflict" in classes:
        event.places += found.slots.get("object", [])[:1]
    event.anchors |= set(range(group.left, group.at + 1))
    event.span = (min(event.span[0], group.left), max(event.span[1], found.end))


def of_another_noun(scene: Scene, first: int, at: int) -> bool:
    """Tell whether "between" belongs to another noun behind a verb ("talks stalled due to worsening [relations] between X and Y")."""
    items = scene.row.items
    opens = next((i for i in range(at - 1, first, -1) if "between" in items[i].word.preps), first)
    before = opens
    while before - 1 > first and items[before - 1].kind == "word" and not items[before - 1].word.preps:
        before -= 1
    plain = any(i.low.isalpha() and not (i.word.flags or i.word.verbs or i.word.nouns) for i in items[before:opens])
    return (
        plain
        and not items[before - 1].word.preps & {"in", "to", "on", "for"}
        and (before - 1 > first or opens - before > 1)
    )


def _blamed(scene: Scene, group: VerbGroup, at: int) -> int | None:
    """Return whose deed it is for which somebody is blamed or thanked ("condemned [Israel] for its attack")."""
    items = scene.row.items
    opens = next((i for i in range(at - 1, max(group.at, at - 4), -1) if "for" in items[i].word.preps), None)
    between = range(group.at + 1, opens or 0)
    return next((i for i in between if items[i].kind == "np" and items[i].actors and not items[i].prep), None)


def _about(scene: Scene, at: int) -> VerbGroup | None:
    """Return the verb of a clause about a noun: "talks that were held in …", "a summit bringing together …"."""
    items = scene.row.items
    group = next((g for g in scene.groups if g.left > at), None)
    if group is None or group.left - at > _CLAUSE:
        return None
    classes = {s.value for s in group.senses if s.kind == "governor"}
    between = items[at + 1 : group.left]
    opener = between[-1].word.flags if between else set()
    relative = bool(opener & {"rel", "comp"}) and group.finite
    if not (relative or (group.time == "gerund" and classes & {"gather", "oppose"})):
        return None
    inner = between[:-2] if len(between) > 1 and between[-2].low == "," else between[:-1]
    if any(i.kind == "sign" or i.word.nouns or i.word.flags & {"comp", "sub"} for i in inner):
        return None
    return (
        group
        if classes & {*HAPPENING, "gather", "oppose", "afflict"}
        or ("light" in classes and group.passive)
        or ("light" in classes and scene.subjects[group.at][1] == "inverted")
        else None
    )


def from_main(scene: Scene, event: Candidate, frame: Frame, roles: dict[str, str]) -> None:
    """Add the subject of the main verb to what it does on the way: "on a visit to Kigali, X said", "after talks with X, Y left"."""
    role = roles.get("subject")
    if frame.family not in _FROM_MAIN or role is None or event.type == "mediation":
        return
    others = [a for a, r in event.participants if r == role]
    if any(r not in (role, "mediator") for _, r in event.participants) or (others and not event.counterparts):
        return
    opens = event.type == "visit" and event.at == 0
    guest = _guest(scene, event)
    if guest is not None:
        event.add(scene.row.actors(guest), role)
        return
    several = len(others) > 1 and not _held_with(scene, event.at)
    if several or not (opens or _on_the_way(scene, event.at)):
        return
    before = [g for g in scene.groups if g.at < event.at and g.finite]
    main = before[-1] if before else next((g for g in scene.groups if g.at > event.at and g.finite), None)
    if main is None and not others and event.type == "visit":
        beside = _beside(scene, event.at)
        event.add(scene.row.actors(beside) if beside is not None else (), role)
    if main is None or (before and any(i.low in ".;:" for i in event.row.items[main.at : event.at])):
        return
    own = frame.family == "talks" and before and "poss" in scene.row.items[event.at - 1].word.flags
    if own and not whose(scene, event, main):
        return  # "congratulated X on [his] meeting with Y"
    who, how = scene.subjects[main.at]
    if who is None and not others and frame.family == "talks":
        event.add(_concluded(scene, main), role)
    if who is None or how not in ("plain", "shared"):
        return
    actors = scene.row.actors(who)
    if who < event.at < scene.row.members(who)[-1]:
        actors = scene.row.items[who].actors  # "X, [en visite à Z], et Y ont signé": X alone
    if not others and frame.family == "talks" and len(actors) < 2:
        return
    event.add(actors, role)
    if event.type == "visit":
        event.span = (min(event.span[0], who), max(event.span[1], who))


def _guest(scene: Scene, event: Candidate) -> int | None:
    """Return whom a phrase right behind a name says to be visiting ("a reçu [X] en visite à Lomé"), no article between."""
    items, at = scene.row.items, event.at - 2
    right_behind = event.type == "visit" and at >= 0 and "in" in items[at + 1].word.preps
    return at if right_behind and items[at].kind == "np" and items[at].actors and not items[at].place else None


def _held_with(scene: Scene, at: int) -> bool:
    """Tell whether a noun says right behind it with whom its subject meets ("after talks [with] X and Y", not "between")."""
    behind = scene.row.items[at + 1] if at + 1 < len(scene.row.items) else None
    preps = behind.prep or behind.word.preps if behind is not None else set()
    return "with" in preps and "between" not in preps


def _concluded(scene: Scene, main: VerbGroup) -> tuple[str, ...]:
    """Return the parties of the text that a verb says was made ("a deal was reached between X and Y [after talks]")."""
    made = [c for c in scene.found if main.at in c.anchors and frames()[c.type].family == "agreement"]
    parties = tuple(actor for c in made for actor, role in c.participants if role == "party")
    return parties if len(parties) > 1 else ()


def _beside(scene: Scene, at: int) -> int | None:
    """Return who stands right before the phrase of a noun in a headline without a verb ("X on a visit to Kigali")."""
    items = scene.row.items
    for index in range(at - 1, max(-1, at - 4), -1):
        if items[index].word.preps and index and items[index - 1].kind == "np" and not items[index - 1].prep:
            return index - 1
    return None


def _on_the_way(scene: Scene, at: int) -> bool:
    """Tell whether a preposition of time or place opens the phrase of a noun, with no owner before the noun."""
    items = scene.row.items
    at -= how_long(scene, at)
    for index in range(at - 1, max(-1, at - 5), -1):
        item = items[index]
        flags = item.word.flags
        if {"det", "partitive"} <= flags and index and items[index - 1].word.preps:  # "pour [des] négociations"
            continue
        if flags & {"after", "during"} or (item.word.preps & {"in", "on", "for"} and "det" not in flags):
            return not (index and any(s.kind == "event" for s in items[index - 1].word.nouns))
        if item.kind != "word" or item.word.nouns or item.word.verbs or item.word.preps or "own" in flags:
            return False
    return False


def _stopped(event: Candidate, frame: Frame, role: str | None, group: VerbGroup) -> bool:
    """Tell whether who ends or calls off something takes part in it: not in a visit by others, but in what he completes."""
    if event.type == "visit" and role in {told for _, told in event.participants}:
        return False
    completes = any(s.value == "light" for s in group.senses)  # "completed its withdrawal"
    return frame.family in _STOPPED or (event.type in ("withdrawal", "deployment", "disarmament") and completes)


def _given(scene: Scene, event: Candidate, frame: Frame, group: VerbGroup) -> str:
    """Return the role of who is present when others sign or opens the talks of others; none for who takes part."""
    opens = _of_others(scene, event, frame)
    return "attendee" if _looks_on(scene, event, group) else "host" if opens else ""


def _with_one(event: Candidate, role: str | None, name: str) -> bool:
    """Tell whether talks or a truce name one side only: who announces them is the other ("announced talks with X", "seeks a truce with X")."""
    people = [a for a, r in event.participants if r == role]
    kinds = ("negotiation", "ceasefire") if name == "planned" else ("ceasefire",)
    return event.type in kinds and len(people) == 1 and people == event.counterparts


def _with_others(scene: Scene, event: Candidate, frame: Frame) -> bool:
    """Tell whether talks are with those who are named ("refuses talks [with X]"), not between them."""
    with_ = any("with" in item.prep and item.actors for item in scene.row.items[event.at + 1 : event.at + _CLAUSE])
    return frame.family == "talks" and bool(event.counterparts) and with_


def _of_others(scene: Scene, event: Candidate, frame: Frame) -> bool:
    """Tell whether talks are "between" two who are named: who opens them is neither ("[Qatar] opened talks between X and Y")."""
    after = scene.row.items[event.at + 1 : event.at + _CLAUSE]
    return frame.family == "talks" and len(event.counterparts) > 1 and any("between" in item.prep for item in after)


def _brokered(event: Candidate, sides: tuple[str, ...]) -> bool:
    """Tell whether only a mediator is known of what several agree to ("X and Y accepted a truce [brokered by Z]")."""
    return len(sides) > 1 and all(role == "mediator" for _, role in event.participants)


def _looks_on(scene: Scene, event: Candidate, group: VerbGroup) -> bool:
    """Tell whether a verb says who is present when others sign ("witnessed the signing of an agreement between …")."""
    verbs = scene.source.lexicon.language.grammar.objects.get("looking_on", ())
    return event.type == "signing" and any(s.lemma in verbs for s in group.senses)


def how_long(scene: Scene, at: int) -> int:
    """Return how many items before a noun say how long it takes ("after [ten days of] talks", "[une longue nuit de]"); 0 for none."""
    items, language = scene.row.items, scene.source.lexicon.language
    last = (
        at - 1 - (at > _SPAN and items[at - 1].kind == "word" and _counts(items[at - 1]))
    )  # "[intenses] négociations"
    if at < _SPAN or items[last].word.preps != {"of"}:
        return 0
    first = last - 1
    if items[first].kind == "quantity":
        return at - first
    times = {word for unit in _TIMES for word in language.quantities.units.get(unit, ())}
    if items[first].low not in times and items[first].low not in language.grammar.objects.get("sittings", ()):
        return 0
    while (
        at - first < _LONGEST and first and items[first - 1].kind in ("word", "quantity") and _counts(items[first - 1])
    ):
        first -= 1
    return at - first


def _counts(item: Item) -> bool:
    """Tell whether an item is an article, a number or an adjective before a span of time."""
    return "det" in item.word.flags or not (item.word.preps or item.word.verbs or item.word.flags - {"adv"})


def _demands(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a verb asks others for a truce, as those do who keep none ("[demanded] an immediate ceasefire")."""
    demands = scene.source.lexicon.language.grammar.objects.get("demands", ())
    return any(s.lemma in demands for s in group.senses)


def _possessor(scene: Scene, event: Candidate, role: str) -> None:
    """Fill the doer of a noun behind a possessive: the subject of the verb before it ("leur retrait")."""
    told = {r for _, r in event.participants}
    open_ = role not in told if event.type in _TOWARDS else not told
    before = [g for g in scene.groups if g.at < event.at]
    if (inner := of_its_clause(scene, event, before)) is not None and (open_ or with_somebody(event)):
        event.add(scene.row.actors(inner), role)
    elif before and with_somebody(event):  # "described [his] meeting with X"
        event.add(whose(scene, event, before[-1]), role)
    elif open_:
        ahead = [g for g in scene.groups if g.finite][:1] if event.type == "visit" else []  # "on her arrival in X, Y …"
        for group in before[::-1] or ahead:
            who = _blamed(scene, group, event.at)
            who = scene.subjects[group.at][0] if who is None else who
            if who is not None:
                event.add(scene.row.actors(who), role)
            break


def _struck_by(scene: Scene, at: int) -> int | None:
    """Return who is said to be struck by what a noun tells ("[X] was hit by sanctions")."""
    items = scene.row.items
    group = next((g for g in reversed(scene.groups) if g.at < at), None)
    if group is None or not (group.passive and group.finite) or "by" not in items[min(group.at + 1, at)].word.preps:
        return None
    if any(item.kind != "word" or item.word.verbs for item in items[group.at + 1 : at]):
        return None
    who, how = scene.subjects[group.at]
    return who if how == "plain" else None


def owner(
    scene: Scene,
    event: Candidate,
    frame: Frame,
    roles: dict[str, str],
    flags: frozenset[str] | set[str],
    governor: tuple[str, VerbGroup] | None,
) -> None:
    """Fill the doer of a noun from its governing verb or from a possessive ("leur retrait")."""
    name = governor[0] if governor is not None else None
    role = roles.get("subject")
    if governor is not None and governor[1].at < event.at:
        who = scene.subjects[governor[1].at][0]
        if who is not None and name == "light" and role is not None and not governor[1].passive:
            event.add(scene.row.actors(who), _given(scene, event, frame, governor[1]) or role)
            event.span = (min(event.span[0], who), event.span[1])
        elif who is not None and name in _STOPS and _stopped(event, frame, role, governor[1]):
            event.add(scene.row.actors(who), role or "party")
        elif who is not None and name == "refused" and _with_others(scene, event, frame):
            event.add(scene.row.actors(who), role or "party")  # "refuses talks with X"
        elif who is not None and name == "host":
            event.add(scene.row.actors(who), "attendee" if _looks_on(scene, event, governor[1]) else "host")
        elif (
            who is not None
            and not any(s.kind == "provides" for s in governor[1].senses)
            and (
                (name == "planned" and event.type in _OWN)
                or (name in ("proposed", "ongoing") and event.type == "ceasefire" and not _demands(scene, governor[1]))
            )
            and role is not None
            and (not event.participants or _brokered(event, scene.row.actors(who)))
        ) or (who is not None and name in ("planned", "proposed") and _with_one(event, role, name)):
            event.add(scene.row.actors(who), role or "party")
    if "object" in roles and (struck := _struck_by(scene, event.at)) is not None:
        fill(scene, event, frame, "object", roles, struck)
    if governor is not None and governor[1].passive and name == "light":
        by = arguments(scene.row, governor[1].at, scene.groups, verb=True)
        chairs = "mediator" in roles.values() and "between" in by.slots  # "talks were led by X between Y and Z"
        for index in by.slots.get("by", ())[:1]:
            given = "attendee" if event.type == "signing" else "mediator" if chairs else role or "participant"
            event.add(scene.row.actors(index), given)
        event.places += by.places
        event.span = (event.span[0], max(event.span[1], by.end))
    if "rel" in flags and not event.participants:  # "…, dont les pourparlers", "whose talks"
        mark = next(i for i in range(event.at, -1, -1) if "rel" in scene.row.items[i].word.flags)
        who = next((i for i in range(mark - 1, max(-1, mark - 4), -1) if scene.row.items[i].kind == "np"), None)
        if who is not None:
            fill(scene, event, frame, "between" if "between" in roles else "of", roles, who)
    if role is not None and "poss" in flags:
        _possessor(scene, event, role)
