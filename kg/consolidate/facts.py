"""What is known of the things that a change asks for: as much of the world as it needs, and no more."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

import pyoxigraph as ox

from kg.consolidate.judged import world_under
from kg.consolidate.notes import Notes
from kg.consolidate.reading import known_of, resting_on
from kg.consolidate.told import World
from kg.consolidate.world import Fact, world_of

__all__ = ["Facts", "dependents", "differs"]


class Facts:
    """The facts of things that were asked for, and of the offices and bodies that these rest on."""

    def __init__(
        self, store: ox.Store, name_of: Mapping[str, str], gone: Collection[Fact] = (), come: Iterable[Fact] = ()
    ) -> None:
        """Look at the notes of a store and its graph `authority`.

        Args:
            store: the store.
            name_of: thing that is joined to another -> that one.
            gone: facts of the notes that no article states any more.
            come: facts that the notes do not hold yet.
        """
        self._store, self._notes, self._name_of = store, Notes(store), name_of
        self._gone = frozenset(gone)
        self._come: dict[str, list[Fact]] = defaultdict(list)
        for fact in come:
            self._come[fact[1]].append(fact)
        self._joined: dict[str, list[str]] = defaultdict(list)
        for each, name in name_of.items():
            self._joined[name].append(each)
        self._known: set[Fact] = set()
        self._told: set[Fact] = set()
        self._asked: set[str] = set()
        self._world: World | None = World()

    def want(self, nodes: Iterable[str]) -> None:
        """Ask for things."""
        new = {node for node in nodes if node} - self._asked
        while new:
            self._asked |= new
            known = known_of(self._store, new)
            told = {fact for node in new for fact in (*self._notes.facts_of(node), *self._come.get(node, ()))}
            told -= self._gone
            self._known |= known
            self._told |= told
            rest = {value for what, _, value in known | told if what in {"holds", "office"}}
            rest |= {self._name_of[node] for node in new if node in self._name_of}
            rest |= {each for node in new for each in self._joined.get(node, ())}
            new = rest - self._asked
            self._world = None

    @property
    def world(self) -> World:
        """What is known of all that was asked for."""
        if self._world is None:
            self._world = world_under(world_of(self._known, self._told), self._name_of)
        return self._world


def dependents(store: ox.Store, facts: Iterable[Fact]) -> set[str]:
    """Return the things that facts are of, and those of which something else is known because of them."""
    found, notes = set[str](), Notes(store)
    deep = set[str]()
    for what, node, _ in facts:
        found.add(node)
        if what in {"state", "office", "person", "post"}:
            deep.add(node)
    for _ in range(2):  # from a body to its offices, and from these to who holds them
        deep = {each for node in deep for each in notes.resting_on(node)} | resting_on(store, deep)
        found |= deep
    return found


def differs(node: str, one: World, other: World) -> bool:
    """Tell whether two worlds know a thing otherwise."""
    return _of(node, one) != _of(node, other)


def _of(node: str, world: World) -> tuple[object, ...]:
    return (
        world.states.get(node), node in world.persons, world.serves.get(node), world.countries.get(node),
        node in world.is_country, world.labels.get(node),
    )  # fmt: skip
