"""Clauses within a sentence that have a subject of their own before their verb: "with X calling for talks", "X accepting to leave"."""

from kg.events.items import Item, Row
from kg.events.verbs import VerbGroup

__all__ = ["absolute", "goes_on", "meanwhile"]


def goes_on(items: list[Item], main: VerbGroup, own: int, group: VerbGroup, groups: list[VerbGroup]) -> bool:
    """Tell whether a verb goes on with a clause whose first verb is unknown ("…, when [rebels] advanced and seized X")."""
    opened = any(item.word.flags & {"comp", "sub"} for item in items[main.at + 1 : own])
    says = any(s.kind == "speech" for s in group.senses)
    return opened and not says and not any(own < g.at < group.left for g in groups)


def meanwhile(row: Row, at: int) -> bool:
    """Tell whether a name has "with" before it that opens a clause behind a comma ("…, with [Malaysia] calling for talks")."""
    opens = at
    while opens > 0 and row.items[opens - 1].kind == "word" and "det" in row.items[opens - 1].word.flags:
        opens -= 1
    named = row.items[at].kind == "np" and bool(row.items[at].actors) and opens > 1
    return named and "with" in row.items[opens - 1].word.preps and row.items[opens - 2].low == ","


def absolute(row: Row, at: int) -> tuple[int | None, str]:
    """Return who opens a clause of their own before a participle ("…, [la France] acceptant de partir", "[Oman], hoping to …")."""
    items = row.items
    first = next((i for i, item in enumerate(items) if item.kind == "np"), at)
    at = first if at == first + 1 and items[at].low == "," else at
    start = at - 1
    while start >= 0 and "det" in items[start].word.flags:
        start -= 1
    own = at >= 0 and items[at].kind == "np" and bool(items[at].actors) and (start < 0 or items[start].low == ",")
    return (at, "plain") if own else (None, "")
