"""Three or more who have no name here: "les trois dirigeants", "the four countries"; those of the nearest sentence that names so many."""

from kg.model import Mention, Span
from kg.resolve.case import Case
from kg.resolve.pairs import Told, sides_of, told_before

__all__ = ["counted", "resolve"]

_PERSONS = "persons"


def counted(kind: str) -> tuple[str, int] | None:
    """Return whether a kind of description counts persons or parties, and how many; None for any other kind."""
    what, _, number = kind.partition("_")
    return (what, int(number)) if number.isdigit() else None


def resolve(case: Case, span: Span, told: Told, what: str, number: int) -> None:
    """Enter those whom a description means: of the sentences before it the nearest that names exactly so many."""
    persons = what == _PERSONS
    recent = [sides_of(case, mentions, persons=persons) for mentions in told_before(case, span, told)]
    one_by_one: dict[str | None, Mention] = {}
    found: list[Mention] = next((each for each in recent if len(each) == number), [])
    for each in recent if not found and persons else ():  # "X met Y in Rome. Z joined them. [The three leaders] …"
        one_by_one.update({m.actor: m for m in each if m.actor not in one_by_one})
        if len(one_by_one) >= number:
            found = list(one_by_one.values()) if len(one_by_one) == number else []
            break
    if not found:
        return
    told.take(span)
    for mention in found:
        if mention.actor:
            case.mention(span, mention.type, "description", mention.actor, confidence=0.6)
