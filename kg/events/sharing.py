"""Shares the dates, places and numbers of a sentence out among the events it tells: each goes to the nearest."""

from itertools import pairwise
from typing import Literal

from kg.events.candidate import Candidate, Details, Scene
from kg.events.date_clauses import Clause, clause_of
from kg.events.governing_days import behind_object, told_before
from kg.events.items import Item
from kg.events.joined_days import both, two_days, with_another
from kg.events.lexicon import frames
from kg.events.no_days import is_no_day
from kg.events.occasions import is_count, same_occasion
from kg.events.put_off import another_day, new_day
from kg.events.status import Reality
from kg.events.steering import before_aim
from kg.events.times import compatible, narrower
from kg.events.verbs import VerbGroup
from kg.events.whose_day import DEADLINES, others_day
from kg.events.whose_place import places
from kg.model import Troops, When

__all__ = ["details"]

_OPENERS = frozenset({"comp", "rel", "sub", "after"})
"""What opens another clause or event."""
_FAR = 18
_NEAR = 8
"""How far such an event may be that another one kept the day from."""
_OPEN = frozenset({None, "planned", "proposed"})
_OPENING = 3
"""How far into a sentence a date still opens it."""
_BESIDE = 2
"""How near a day stands to the verb that it is of."""
_VAGUE = 3
"""How much farther off an event counts of which nobody is said to take part."""
_FAR_SPEECH = 14
"""A statement's own date stands by its verb; farther off it is of what is said."""
_FAR_PLACE = 18
_OWN = 4
"""How far before a noun the mark may stand that makes a day its own."""
_SHARE = 4
"""How far before a number its share may stand ("half of its 5,000 troops")."""
_SET_APART = 7
"""How many items two commas may set apart and still be looked past as one."""


def details(scene: Scene) -> dict[int, Details]:
    """Return the details of each event of a scene, by its index in `scene.found`."""
    out = {index: Details() for index in range(len(scene.found))}
    if not out:
        return out
    items = scene.row.items
    for event in scene.found:
        _gone_by(scene, event)
    walls = _walls(scene)
    dates: dict[int, list[tuple[int, int]]] = {}
    for at in scene.row.dates:
        item = items[at]
        if item.kind == "date" and item.date is not None and item.date.when.edtf.strip("./"):
            if is_no_day(scene, at) or with_another(scene, at) is not None:
                continue
            due = item.date.when.modifier in DEADLINES
            clause = clause_of(scene, at)
            best = _leading(scene, at) or before_aim(scene, at)
            best = best or _nearest(scene, at, walls, _FAR, speech=not due, clause=clause)
            if best is not None and others_day(scene, scene.found[best[1]], at):
                best = _right_before(scene, at) or _to_be(scene, at, walls) or _of_verb_before(scene, best[1], at)
            if best is not None:
                dates.setdefault(best[1], []).append((best[0], at))
    for index, found in dates.items():
        _date(scene, scene.found[index], out[index], [at for _, at in sorted(found)])
        two_days(scene, out, index, [at for _, at in found])
    places(scene, out, lambda at: _nearest(scene, at, walls, _FAR_PLACE, speech=False))
    for at in scene.row.quantities:
        _quantity(scene, out, at, walls)
    for index, event in enumerate(scene.found):
        if event.type == "withdrawal" and out[index].quantity is None:
            extent = _extent(scene, event)
            if extent is not None:
                out[index].quantity = Troops(extent=extent)
    _pledged(scene, out)
    same_occasion(scene, out)
    return out


def _gone_by(scene: Scene, event: Candidate) -> None:
    """Tell as done what a noun names by a day gone by, whatever is to be said of it ("to discuss [last week's] coup")."""
    items, published = scene.row.items, scene.source.reading.article.published
    if event.reality.status not in ("planned", "proposed") or not event.rule.startswith("noun:") or published is None:
        return
    verb = next((g for g in reversed(scene.groups) if g.at < event.at), None)
    spoken_of = scene.source.lexicon.language.grammar.objects.get("spoken_of", ())
    if verb is None or not any(s.lemma in spoken_of for s in verb.senses):
        return
    own = next((i for i in range(event.at - 1, max(0, event.at - _OWN), -1) if "own" in items[i].word.flags), None)
    before = items[own - 1].date if own else None
    behind = event.at + 1 < len(items) and "of" in items[event.at + 1].word.preps
    date = before or (items[event.at + 2].date if behind and event.at + 2 < len(items) else None)
    named = [item for item in items[(own or event.at) : event.at] if "upcoming" in item.word.flags]
    if date is not None and date.when.latest is not None and date.when.latest < published.date() and not named:
        event.reality = Reality("occurred")


def _extent(scene: Scene, event: Candidate) -> Literal["all", "part"] | None:
    """Tell whether all or a part of the forces leave ("le retrait complet", "some of its troops")."""
    low, high = event.span
    flags = {flag for item in scene.row.items[max(0, min(low, event.at - 2)) : high + 1] for flag in item.word.flags}
    return "part" if "part" in flags else "all" if "all" in flags else None


def _leading(scene: Scene, at: int) -> tuple[int, int] | None:
    """Return the event of the main verb for a date that opens the sentence ("Thursday in Havana, before many guests, X said")."""
    if at > _OPENING or any(g.at < at for g in scene.groups) or any(item.word.nouns for item in scene.row.items[:at]):
        return None
    if at and scene.row.items[at].low.isdigit() and "det" in scene.row.items[at - 1].word.flags:
        return None  # "the [2003] invasion"
    finite = [g for g in scene.groups if g.finite and g.at > at]
    main = next((g for g in finite if not _aside(scene, g)), finite[0] if finite else None)
    if main is None:
        return None
    verb = set(range(main.left, main.at + 1))
    exact = [(e.at not in verb, e.at, i) for i, e in enumerate(scene.found) if verb & e.anchors]
    if exact:
        return 0, min(exact)[2]
    told = [
        (min(e.anchors), i) for i, e in enumerate(scene.found) if not e.rule.startswith("noun:") and min(e.anchors) > at
    ]
    first = min(told, default=None)
    if first is None or any(i.word.flags & {"comp", "rel", "sub"} for i in scene.row.items[at : first[0]]):
        return None
    return 0, first[1]


def _aside(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a verb stands in a clause that a comma sets apart ("X, who [leads] Y, said")."""
    opener = scene.row.items[max(0, group.left - 2) : group.left]
    return len(opener) == 2 and opener[0].low == "," and "rel" in opener[1].word.flags


def _right_before(scene: Scene, at: int) -> tuple[int, int] | None:
    """Return the event of the noun right before a day, no more than a place between them ("since the [Hanoi summit] in May")."""
    items = scene.row.items
    first = at
    while first and (items[first - 1].word.preps or (items[first - 1].place and not items[first - 1].actors)):
        first -= 1
    return next(((0, i) for i, e in enumerate(scene.found) if e.at == first - 1 and e.rule.startswith("noun:")), None)


def _to_be(scene: Scene, at: int, walls: list[int]) -> tuple[int, int] | None:
    """Return the nearest event before a day to come that is not told as done ("agreed on new [talks] between X and Y next week")."""
    date, published = scene.row.items[at].date, scene.source.reading.article.published
    if date is None or published is None or date.when.earliest is None or date.when.earliest <= published.date():
        return None
    before = [(i, e) for i, e in enumerate(scene.found) if e.at < at and e.reality.status in _OPEN]
    costs = [(_cost(e, at, walls), i) for i, e in before if not others_day(scene, e, at)]
    return min((cost for cost in costs if cost[0] <= _NEAR), default=None)


def _of_verb_before(scene: Scene, index: int, at: int) -> tuple[int, int] | None:
    """Return the event of the verb before a day that is not that of what it is for ("[flew in] on Wednesday to seal the deal")."""
    verb = next((g for g in reversed(scene.groups) if g.finite and g.at < at), None)
    if verb is None or scene.found[index].at < at or any(item.kind == "sign" for item in scene.row.items[verb.at : at]):
        return None
    told = [i for i, e in enumerate(scene.found) if e.at == verb.at and not others_day(scene, e, at)]
    return (at - verb.at, told[0]) if told else None


def _walls(scene: Scene) -> list[int]:
    """Return what it costs to look past each item."""
    heads, begins = {g.at for g in scene.groups}, {g.left for g in scene.groups if g.finite}
    costs = []
    for at, item in enumerate(scene.row.items):
        flags = item.word.flags
        cost = 1
        if item.low == ",":
            cost = 5
        elif flags & _OPENERS or item.low in '.;:«»“”"—–' or (item.date is not None and is_count(item)):
            cost = 8
        elif at in heads or ("and" in flags and at + 1 in begins):
            cost = 4
        costs.append(cost)
    _look_past_asides(scene, costs)
    return costs


def _look_past_asides(scene: Scene, costs: list[int]) -> None:
    """Let what two commas set apart without a verb or event cost little ("killed seven people[, two children among them,] on Friday")."""
    items = scene.row.items
    verbs = (g for g in scene.groups if g.finite or not any(s.value == "gather" for s in g.senses))  # "including"
    heads = {at for g in verbs for at in range(g.left, g.at + 1)} | {event.at for event in scene.found}
    for first, last in pairwise(scene.row.commas):
        inside = range(first + 1, last)
        plain = not heads.intersection(inside) and not any(items[at].kind == "date" for at in inside)
        if (
            plain
            and 0 < len(inside) <= _SET_APART
            and items[last + 1 : last + 2]
            and "and" not in items[last + 1].word.flags
        ):
            costs[first : last + 1] = [1] + [0] * (last - first)


def _cost(event: Candidate, at: int, walls: list[int]) -> int:
    best = 999
    if at - event.at == 2 and "of" in event.row.items[at - 1].word.preps and event.rule.startswith("noun:"):
        return 0  # "the coup of 26 July": nobody else's day
    if at == event.at - 2 and "own" in event.row.items[at + 1].word.flags:
        return 0  # "Tuesday's attack"
    if at == event.at - 1 and event.rule.startswith("noun:") and _qualifies(event.row.items, at):
        return 0  # "the 27 April summit", "weekend talks"
    for anchor in event.anchors:
        low, high = min(anchor, at), max(anchor, at)
        best = min(best, sum([walls[i] for i in range(low + 1, high) if i not in event.anchors]))
    if event.span[0] <= at <= event.span[1] and not any(is_count(i) for i in event.row.items[event.at + 1 : at]):
        best = min(best, 4)
    if all(at < anchor for anchor in event.anchors):
        best += 1
    if not event.participants and event.rule.startswith("noun:"):
        best += _VAGUE
    return best


def _qualifies(items: list[Item], at: int) -> bool:
    """Tell whether a date that stands right before a noun is its own, not that of a verb or of whom it follows ("said [Monday] talks …")."""
    before = items[at - 1] if at else None
    return before is None or (before.kind == "word" and not before.word.verbs and "adv" not in before.word.flags)


def _nearest(
    scene: Scene, at: int, walls: list[int], far: int, *, speech: bool, clause: Clause | None = None
) -> tuple[int, int] | None:
    """Return what the nearest event costs, and its index; of two as near, the one that the word itself tells."""
    costs = []
    for index, event in enumerate(scene.found):
        if (clause is not None and not clause.holds(event)) or told_before(scene, event, at):
            continue
        if behind_object(scene, event, at) or (at < event.at and event.rule.startswith("according:")):
            continue
        talk = frames()[event.type].family == "speech"
        cost = 0 if clause is not None and clause.is_about(event) else _cost(event, at, walls)
        if not talk or (speech and cost <= _FAR_SPEECH):
            costs.append((cost, abs(event.at - at) > _BESIDE, index))
    best = min(costs, default=None)
    return (best[0], best[2]) if best is not None and best[0] <= far else None


def _date(scene: Scene, event: Candidate, out: Details, found: list[int]) -> None:
    frame = frames()[event.type]
    for at in found:
        date = scene.row.items[at].date
        assert date is not None
        when = both(scene, at, date.when)
        if when is None or others_day(scene, event, at):
            continue
        if event.reality.status == "postponed":
            when = new_day(when)
            if another_day(out, when):
                continue
        if (
            when.modifier in DEADLINES
            or _last_day(scene, event, when)
            or (
                frame.deadline
                and date.granularity not in ("day", "time", "week")
                and when.modifier is not None
                and event.reality.status != "occurred"
            )
        ):
            out.deadline = out.deadline or when
        else:
            out.when = narrower(out.when, when) if compatible(out.when, when) else out.when


def _last_day(scene: Scene, event: Candidate, when: When) -> bool:
    """Tell whether a day to come is the last one of forces somewhere ("their mission ends [on 31 August]")."""
    published = scene.source.reading.article.published
    return event.closing and published is not None and when.latest is not None and when.latest > published.date()


def _quantity(scene: Scene, out: dict[int, Details], at: int, walls: list[int]) -> None:
    item = scene.row.items[at]
    quantity = item.quantity
    assert quantity is not None
    if _of_another_verb(scene, at):
        return
    costs = sorted(
        (_cost(event, at, walls), index)
        for index, event in enumerate(scene.found)
        if (quantity.unit in frames()[event.type].quantity or event.counts is not None) and at > event.toll
    )
    if not costs or costs[0][0] > _FAR:
        return
    index = costs[0][1]
    event = scene.found[index]
    kind = (
        event.counts
        if event.counts and quantity.unit not in ("killed", "wounded")
        else frames()[event.type].quantity[quantity.unit]
    )
    if kind == "withdrawn" and (level := _level(scene, at)):
        if level == "left":
            return
        kind = "remaining"
    extent: Literal["all", "part"] | None = "part" if "part" in item.word.flags else None
    if _share_of(scene.row.items, at):  # the number is that of the whole
        if event.type == "withdrawal" and out[index].quantity is None:
            out[index].quantity = Troops(extent="part")
        return
    troops = Troops(quantity.value, quantity.low, quantity.high, quantity.unit, kind, quantity.comparator, extent)  # type: ignore[arg-type]
    known = out[index].quantity
    if (
        known is None
        or (known.kind == "remaining" and kind == "withdrawn")
        or (known.kind == "wounded" and kind == "killed")
    ):
        out[index].quantity = troops


def _of_another_verb(scene: Scene, at: int) -> bool:
    """Tell whether a number is that of a second verb that tells no event ("killed ten people and [displaced] 2,000")."""
    items = scene.row.items
    verb, joint = (items[at - 1], items[at - 2]) if at > 1 else (items[at], items[at])
    if verb.kind != "word" or not verb.low.isalpha() or "and" not in joint.word.flags:
        return False
    if verb.word.verbs:
        return not verb.word.nouns and not any(at - 1 in event.anchors for event in scene.found)
    return not (verb.word.flags or verb.word.preps or verb.word.nouns)


def _share_of(items: list[Item], at: int) -> bool:
    """Tell whether a number is what only a share is taken of ("half of its [5,000] troops")."""
    linked = False
    for item in reversed(items[max(0, at - _SHARE) : at]):
        if "part" in item.word.flags:
            return linked or " " in item.low
        if "of" not in item.word.preps and not item.word.flags & {"det", "poss"}:
            return False
        linked = linked or "of" in item.word.preps
    return False


def _pledged(scene: Scene, out: dict[int, Details]) -> None:
    """Give an agreement the number of what is agreed on ("agreed to free 900 prisoners")."""
    for index, event in enumerate(scene.found):
        for other, what in enumerate(scene.found):
            if (
                event.type == "agreement"
                and other != index
                and event.at in what.anchors
                and event.rule.startswith("verb:")
            ):
                out[index].quantity = out[index].quantity or out[other].quantity


def _level(scene: Scene, at: int) -> Literal["reached", "left"] | None:
    """Return what a number is where it is a level of forces ("from 4,500 [left] to 2,500 [reached]")."""
    items = scene.row.items
    for index in range(at - 1, max(-1, at - 3), -1):
        preps = items[index].word.preps
        if preps & {"from", "of"} and _reaches(items, at):
            return "left"
        if preps & {"to", "from"} or preps == {"in"}:
            return "reached"
        if items[index].kind != "word" or not items[index].word.flags:
            return None
    return None


def _reaches(items: list[Item], at: int) -> bool:
    """Tell whether another number follows a number as the level reached."""
    for index in range(at + 1, min(at + 5, len(items))):
        if items[index].kind == "quantity":
            between = [item.word.preps for item in items[at + 1 : index]]
            return any("to" in preps or preps == {"in"} for preps in between)
    return False
