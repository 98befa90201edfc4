"""Events that what stands beside their verb makes events of another type: talks by telephone, forces that arrive."""

from kg.events.candidate import FORCE, Candidate, Scene
from kg.events.clauses import Arguments
from kg.events.lexicon import frames

__all__ = ["retype"]

_DISTANCE = 14
"""How many items behind a verb the words may stand that say by what means people talk."""
_ROLES = {
    "call": frozenset({"party", "participant"}),
    "meeting": frozenset(),
    "deployment": frozenset({"visitor"}),
    "war": frozenset({"actor", "target"}),
}


def retype(scene: Scene, event: Candidate, found: Arguments) -> None:
    """Change the type of an event and its roles: who speaks by telephone calls, soldiers who arrive are deployed."""
    kind = ""
    if event.type in ("meeting", "negotiation") and _by_telephone(scene, event):
        kind = "call"
    elif event.type == "call" and event.rule.startswith("verb:") and _travels(scene, event):
        kind = "meeting"
    elif event.type == "visit" and _forces(scene, event):
        kind = "deployment"
    elif event.type == "military_action" and (war := _war(scene, event, found)) is not None:
        kind = "war"
        event.anchors.add(war)
        for index in found.slots.get("against", ())[:1]:
            event.add(scene.row.actors(index), "party")
    if kind:
        role = frames()[kind].slots.get("subject", "party")
        event.type, event.personal = kind, None
        event.participants = [(a, role if r in _ROLES[kind] else r) for a, r in event.participants]
        event.places = [at for at in event.places if at <= found.end] if kind == "deployment" else []


def _by_telephone(scene: Scene, event: Candidate) -> bool:
    """Tell whether a clause says that people talk from afar ("discussed it with X [by telephone]")."""
    means = scene.source.lexicon.language.grammar.objects.get("telephone", ())
    items = scene.row.items
    for at in range(event.at + 1, min(len(items), event.at + _DISTANCE) if means else 0):
        told = bool(items[at].word.verbs) and not items[at].word.nouns
        if told or items[at].low in ".;:" or items[at].word.flags & {"comp", "sub"}:
            return False
        if items[at].word.preps and any(i.low in means for i in items[at + 1 : at + 3]):
            return True
    return False


def _travels(scene: Scene, event: Candidate) -> bool:
    """Tell whether people go somewhere to speak with somebody ("was to head to Tbilisi [to speak with X]")."""
    group = next(g for g in scene.groups if g.at == event.at)
    return group.time == "infinitive" and any(c.type == "visit" and c.at < event.at for c in scene.found)


def _war(scene: Scene, event: Candidate, found: Arguments) -> int | None:
    """Return the noun where it is wars that somebody fights ("have fought three [wars]"): they are no other deed beside it."""
    first = next(iter(found.nouns), None)
    if first is None or "object" in found.slots:
        return None
    between = scene.row.items[event.at + 1 : first]
    apart = any(
        (i.kind not in ("word", "quantity") and i.low != "-") or i.word.preps - {"of"} or i.word.verbs for i in between
    )
    war = any((s.kind, s.value) == ("event", "war") for s in scene.row.items[first].word.nouns)
    return first if war and not apart else None


def _forces(scene: Scene, event: Candidate) -> bool:
    """Tell whether all who arrive are forces, not those who command them."""
    types = [scene.source.types.get(a) for a, r in event.participants if r == "visitor"]
    return bool(types) and all(kind in FORCE for kind in types)
