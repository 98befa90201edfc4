"""How the actors of two events stand to each other: a person acts for the side whose office it holds."""

from collections.abc import Iterable
from typing import Literal

import msgspec

from kg import iri
from kg.consolidate.told import Told, World
from kg.vocab import EVENT_TYPES

__all__ = ["Cast", "Match", "cast", "compare_cast", "lead_role", "named_locally", "parties_of"]

Match = Literal["same", "part", "missing", "unsure", "different"]
"""same: each has its counterpart; part: one names fewer; missing: one leaves out who acts or who faces whom;
unsure: someone's side is not known; different: another counterpart."""

MUTUAL = frozenset({"participant", "party", "belligerent"})
"""Roles whose holders face each other: the event is theirs together, in no direction."""
_ASIDE = frozenset({"host", "mediator", "attendee", "topic", "inspector", "candidate"})
"""Roles that one report may leave out without being about another event."""


_LOCAL = f"{iri.ENTITY}local/person/"
_NAME = 4
"""Letters of a name that tells a person; shorter ones ("Kim", "Hun") are many's."""


class Cast(msgspec.Struct, frozen=True):
    """Who takes part, by role; mutual roles count as one."""

    roles: tuple[tuple[str, frozenset[str], frozenset[tuple[str, str]], bool], ...]
    """(role, sides, persons with the side that each acts for, True where a person stands for itself alone)."""
    lead: str

    def sides(self, role: str) -> frozenset[str]:
        """Return the sides in a role."""
        return next((sides for name, sides, _, _ in self.roles if name == role), frozenset())

    def persons(self, role: str) -> frozenset[tuple[str, str]]:
        """Return (person, side) in a role."""
        return next((persons for name, _, persons, _ in self.roles if name == role), frozenset())

    def meant(self, role: str, beside: frozenset[str] = frozenset()) -> frozenset[str]:
        """Return the sides in a role, a person of several offices standing for those of `beside`, or else for one."""
        options: dict[str, set[str]] = {}
        for person, side in self.persons(role):
            options.setdefault(person, set()).add(side)
        sure = {min(sides) for sides in options.values() if len(sides) == 1}
        dropped: set[str] = set()
        for sides in options.values():
            if len(sides) > 1:
                dropped |= sides - (sides & beside or {min(sides)}) - sure
        return self.sides(role) - dropped

    def loose(self, role: str) -> bool:
        """Tell whether someone in the role may act for a side that is not known."""
        return any(loose for name, _, _, loose in self.roles if name == role)

    @property
    def all_sides(self) -> frozenset[str]:
        """All sides in roles that count."""
        return frozenset().union(*(sides for _, sides, _, _ in self.roles))


def lead_role(type_: str) -> str:
    """Return the role of whoever acts in events of a type, `mutual` where they face each other."""
    kind = EVENT_TYPES.get(type_)
    role = kind.roles[0] if kind and kind.roles else "participant"
    return "mutual" if role in MUTUAL else role


def cast(told: Told, world: World) -> Cast:
    """Return who takes part in an event."""
    by_role: dict[str, set[str]] = {}
    for role, actor in told.roles:
        if role not in _ASIDE:
            by_role.setdefault("mutual" if role in MUTUAL else role, set()).add(actor)
    found = []
    for role, actors in sorted(by_role.items()):
        collective = {world.side(actor) for actor in actors if actor not in world.persons}
        persons, sides, loose = set(), set(collective), False
        for actor in sorted(actors & world.persons):
            for_sides = world.sides(actor)
            # of several offices, the one whose side is named beside the person, else all of them
            acting = (for_sides & collective) or for_sides
            loose = loose or acting == {actor}
            sides |= acting
            persons |= {(actor, side) for side in (sorted(acting)[:1] if acting <= collective else acting)}
        found.append((role, frozenset(sides), frozenset(persons), loose))
    return Cast(tuple(found), lead_role(told.type))


def compare_cast(one: Cast, other: Cast) -> Match:
    """Return how two casts stand to each other."""
    if one.lead == "mutual" or other.lead == "mutual":
        return _mutual(one, other)
    return _directed(one, other)


def _mutual(one: Cast, other: Cast) -> Match:
    mine, theirs = _facing(one, other, "mutual")
    if len(mine) < 2 or len(theirs) < 2:
        return "missing" if mine & theirs or not mine or not theirs else "different"
    if _persons_clash(one, other, "mutual"):
        return "different"
    if mine == theirs:
        return "same"
    if mine < theirs or theirs < mine:
        return "part"
    # a person whose side is not known may act for the collective that only the other report names, and who is known
    # by a name of the article alone may bear another one in another article or language
    loose = one.loose("mutual") or other.loose("mutual") or all(named_locally(side) for side in mine ^ theirs)
    return "unsure" if mine & theirs and loose else "different"


def _facing(one: Cast, other: Cast, role: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the sides in a role of both, each read beside the other."""
    return one.meant(role, other.sides(role)), other.meant(role, one.sides(role))


def named_locally(side: str) -> bool:
    """Tell whether a side is a body that the authority does not know."""
    return side.startswith(f"{iri.ENTITY}local/") and not side.startswith(f"{iri.ENTITY}local/person/")


def _directed(one: Cast, other: Cast) -> Match:
    found: Match = "same"
    for role in sorted({name for name, _, _, _ in (*one.roles, *other.roles)} | {one.lead}):
        mine, theirs = _facing(one, other, role)
        if not mine or not theirs:
            found = "missing" if role == one.lead else "part" if found == "same" else found
        elif not mine & theirs:
            if not (one.loose(role) or other.loose(role)):
                return "different"
            found = "unsure"
        elif _persons_clash(one, other, role):
            return "different"
        elif mine != theirs and found == "same":
            found = "part"
    return found


def _persons_clash(one: Cast, other: Cast, role: str) -> bool:
    """Tell whether both name persons for one side, and none of them in common, however their names are written."""
    mine, theirs = one.persons(role), other.persons(role)
    for side in {side for _, side in mine} & {side for _, side in theirs}:
        acting, facing = {p for p, s in mine if s == side}, {p for p, s in theirs if s == side}
        if not acting & facing and not any(_spelt_alike(each, another) for each in acting for another in facing):
            return True
    return False


def _spelt_alike(one: str, other: str) -> bool:
    """Tell whether two persons, of whom the authority knows one at most, share a name: the rest may be spelt otherwise."""
    if _LOCAL not in one and _LOCAL not in other:
        return False
    shared = set(one.rpartition("/")[2].split("-")) & set(other.rpartition("/")[2].split("-"))
    return any(len(name) >= _NAME for name in shared)


def parties_of(actors: Iterable[str], world: World) -> list[str]:
    """Return the parties of a text among those named: of a person and the side that it signs for, the side."""
    found = set(actors)
    sides = {world.side(actor) for actor in found - world.persons}
    return sorted(actor for actor in found if actor not in world.persons or not world.sides(actor) & sides)
