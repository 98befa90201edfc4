"""For whom people sign: "X signed for the government and Y for the rebels", "X a signé l'accord au nom du Tchad"."""

from kg.events.candidate import Candidate, Scene
from kg.events.verbs import VerbGroup

__all__ = ["bound", "signed_for"]

_POWERS = frozenset({"country", "government", "armed_group", "igo", "organization"})
"""Types of those whom somebody may sign for."""
_NEAR = 8
"""How far behind a verb the first stands for whom somebody signs."""
_STOPS = frozenset(".;:")


def bound(scene: Scene, group: VerbGroup, *, people: bool = False) -> list[str]:
    """Return for whom those sign who are named; with `people` also who is said to sign for another in the same breath."""
    out: list[str] = []
    for index, item in enumerate(scene.row.items[group.at + 1 :]):
        far = not out and (index >= _NEAR or item.word.flags & {"and"})
        if far or item.low in _STOPS or item.word.verbs or item.word.flags & {"rel", "comp", "sub"}:
            break
        if item.kind == "np" and "for" in item.prep:
            out += [a for a in item.actors if scene.source.types.get(a) in _POWERS]
        if out and people and item.type == "person" and item.prep <= {"for"}:
            out += [a for a in item.actors if a not in out]
    return out


def signed_for(scene: Scene, group: VerbGroup, event: Candidate) -> bool:
    """Make those for whom people sign parties beside them; tells whether there are any: the text need not be named then."""
    signers = [actor for actor, role in event.participants if role == "party"]
    if group.passive or not signers or any(scene.source.types.get(a) != "person" for a in signers):
        return False
    found = bound(scene, group, people=True)
    event.add(tuple(found), "party")
    return bool(found)
