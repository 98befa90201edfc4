"""What graphs say of actors and places, as facts that can be counted, and the world that they make together.

A fact is (what, of whom, value).  The world follows from the set of facts alone: how many articles state one does not
matter, so that an article changes the world only by a fact that no other states.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from kg import authority, iri
from kg.consolidate.told import World

__all__ = ["Fact", "world_of"]

Fact = tuple[str, str, str]
"""state, place and office with a code or owner; person, country and post (an office) without value; holds with an office or its owner;
label and name (a plain one) with language and text."""


def world_of(known: Iterable[Fact], told: Iterable[Fact]) -> World:
    """Return the world that facts of the authority and of articles make; those of the authority come first."""
    values: dict[str, dict[str, str]] = defaultdict(dict)
    kinds: dict[str, set[str]] = defaultdict(set)
    labels: dict[str, dict[str, str]] = defaultdict(dict)
    holds: set[tuple[str, str]] = set()
    for what, node, value in (*sorted(known), *sorted(told)):
        if what in {"label", "name"}:
            language, _, text = value.partition(" ")
            labels[node].setdefault(language, text)
        elif what in {"person", "country", "post"}:
            kinds[what].add(node)
        elif what == "holds":
            holds.add((node, value))
        else:
            values[what].setdefault(node, value)
    persons, offices, states = kinds["person"], values["office"], values["state"]
    serves: dict[str, set[str]] = defaultdict(set)
    for person, where in holds:
        owner = offices.get(where, where)
        if owner and owner not in persons and owner not in kinds["post"]:
            serves[person].add(states.get(owner, owner))
    return World(
        states,
        frozenset(persons),
        {person: frozenset(sides) for person, sides in serves.items()},
        values["place"],
        frozenset(kinds["country"]),
        labels,
        buildings=_buildings(),
    )


@cache
def _buildings() -> frozenset[str]:
    """Return the buildings that the authority knows by who sits in them."""
    return frozenset(map(iri.entity, authority.load().buildings.values()))
