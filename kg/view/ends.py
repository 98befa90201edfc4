"""Between whom an occurrence is drawn: the decision how events become edges and nodes.

    concludes an agreement that is known     a line from each participant to the agreement
    two participants                         one line between them, from whoever acts to whoever is acted upon
    one participant and one place            one line to the place (a withdrawal from a country, a visit to a city)
    one participant, no place, an agreement  one line to the agreement
    one participant, place or agreement      a loop: it stands on that node (a statement to nobody in particular)
    more                                     a small node of its own, with a line to each participant, place, agreement
    nobody and nowhere                       a small node of its own
    agreement                                a node, with a line from each party and mediator
    commitment                               a line from whoever owes it to the agreement; a loop on it if nobody is named

So a meeting of three is no triangle of three meetings, and nothing that names one actor alone is lost.
"""

from collections import defaultdict
from typing import NamedTuple

from kg.view.values import Occurrence
from kg.vocab import EVENT_TYPES

__all__ = ["End", "Ends", "ends"]

_CONCLUDES = frozenset({"signing", "agreement"})
"""Event types that bring an agreement about."""


class End(NamedTuple):
    """One end of a line: a thing in its roles; `place` and `agreement` are roles here too."""

    thing: str
    roles: tuple[str, ...]


class Ends(NamedTuple):
    """The ends of an occurrence around a hub, or facing each other where there is none."""

    hub: str
    ends: tuple[End, ...]
    """Around a hub any number, else two; twice the same thing is a loop."""
    directed: bool = False
    """Between two ends: True where the first acts and the second is acted upon."""


def ends(it: Occurrence) -> Ends:
    """Return between whom an occurrence is drawn."""
    people = _participants(it)
    if it.kind == "agreement":
        return Ends(it.iri, people)
    if it.kind == "commitment":
        return _commitment(it, people)
    concludes = it.type in _CONCLUDES and it.agreement
    if concludes and people and it.agreement not in {end.thing for end in people}:
        return Ends(it.agreement, people)
    if len(people) == 2:
        return _pair(*people, directed=people[0].roles != people[1].roles)
    others = _around(it, people)
    places = [end for end in others if end.roles == ("place",)]
    if len(people) == 1 and len(places or others) == 1:
        return _pair(people[0], (places or list(others))[0], directed=True)
    return _loop_or_hub(it, (*people, *others))


def _pair(one: End, other: End, *, directed: bool) -> Ends:
    return Ends("", (one, other), directed)


def _loop_or_hub(it: Occurrence, around: tuple[End, ...]) -> Ends:
    return _pair(around[0], End(around[0].thing, ()), directed=False) if len(around) == 1 else Ends(it.iri, around)


def _participants(it: Occurrence) -> tuple[End, ...]:
    """Return who takes part, each once, the lead role first."""
    roles: dict[str, list[str]] = defaultdict(list)
    for role, actor in it.roles:
        roles[actor].append(role)
    kind = EVENT_TYPES.get(it.type)
    order = {role: number for number, role in enumerate(kind.roles if kind else ())}
    found = [End(actor, tuple(sorted(held, key=lambda role: order.get(role, 99)))) for actor, held in roles.items()]
    return tuple(sorted(found, key=lambda end: (order.get(end.roles[0], 99), end.roles, end.thing)))


def _around(it: Occurrence, people: tuple[End, ...]) -> tuple[End, ...]:
    taken = {end.thing for end in people}
    places = [End(place, ("place",)) for place in it.places if place not in taken]
    agreement = [End(it.agreement, ("agreement",))] if it.agreement and it.agreement not in taken else []
    return (*places, *agreement)


def _commitment(it: Occurrence, sides: tuple[End, ...]) -> Ends:
    owing = tuple(end for end in sides if "obligor" in end.roles) or sides
    if not it.agreement:
        return _pair(*sides, directed=True) if len(sides) == 2 else _loop_or_hub(it, sides)
    if owing:
        return Ends(it.agreement, owing)
    return _loop_or_hub(it, (End(it.agreement, ("agreement",)),))
