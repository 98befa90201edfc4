"""Whose talks a possessive means: "described [his] meeting with X", "after Y formalised [its] recognition of Z"."""

from kg.events.candidate import Candidate, Scene
from kg.events.verbs import VerbGroup

__all__ = ["of_its_clause", "whose", "with_somebody"]


def with_somebody(event: Candidate) -> bool:
    """Tell whether talks name only those with whom the one meant by a possessive had them ("[his] meeting with X")."""
    sides = [a for a, r in event.participants if r in ("participant", "party")]
    return event.type in ("meeting", "call", "negotiation") and bool(sides) and sides == event.counterparts


def whose(scene: Scene, event: Candidate, group: VerbGroup) -> tuple[str, ...]:
    """Return whose talks a possessive means: the subject of the verb before it, where it names nobody else, one or several alike."""
    items, (who, how) = scene.row.items, scene.subjects[group.at]
    between = items[group.at + 1 : event.at]
    rivals = any(i.kind == "np" and i.actors and not (i.prep or i.place) for i in between)
    if who is None or how == "oblique" or rivals:
        return ()
    several = any(i.low in scene.source.lexicon.language.grammar.objects.get("of_several", ()) for i in between[-4:])
    actors = scene.row.actors(who)
    return actors if several == (len(actors) > 1) else ()


def of_its_clause(scene: Scene, event: Candidate, before: list[VerbGroup]) -> int | None:
    """Return who opens the clause of a possessive, its verb unknown ("X protested after [Y] formalised its recognition")."""
    items, first = scene.row.items, before[-1].at + 1 if before else 0
    opens = next((i for i in range(event.at, first - 1, -1) if items[i].word.flags & {"sub", "comp"}), None)
    named = [i for i in range(opens or event.at, event.at) if items[i].kind == "np" and items[i].actors]
    return named[0] if opens is not None and named and not items[named[0]].prep else None
