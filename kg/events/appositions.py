"""Joins an office and its holder, a group and its name, where they stand beside each other."""

from kg.events.items import NOTHING, Item

__all__ = ["joined"]

_CLOSERS = {",": ",", "(": ")"}
"""What closes an apposition, by what opens it."""


def joined(items: list[Item]) -> list[Item]:
    """Return the items of a sentence with one for neighbours that are one actor ("le chef de la diplomatie, Sergueï Lavrov,")."""
    at, last = 0, len(items)
    while at < last:
        if items[at].kind != "np":
            at += 1
            continue
        if items[at].form == "unnamed" and _aside(items, at):
            items[at].kind, items[at].actors, items[at].form, items[at].word = "word", (), "", NOTHING
        if items[at].form == "group" and _named_behind(items, at):
            items[at].actors, items[at].end, items[at].form = items[at + 1].actors, items[at + 1].end, "name"
            del items[at + 1]
            last = len(items)
        if items[at].kind == "np" and items[at].actors:
            after = at + 1
            while (
                after < len(items) and after - at <= 3 and items[after].kind in ("sign", "word") and _thin(items[after])
            ):
                after += 1
            if (
                after < len(items)
                and items[after].kind == "np"
                and items[after].actors == items[at].actors
                and items[after].form != "pronoun"
            ):
                items[at].end = items[after].end
                items[at].form = "name"
                items[at].quantity = items[at].quantity or items[after].quantity
                opened = next((item.low for item in items[at + 1 : after] if item.low in _CLOSERS), "")
                closed = after + 1 < len(items) and items[after + 1].low == _CLOSERS.get(opened)
                del items[at + 1 : after + (2 if closed else 1)]
                last = len(items)
                continue
        at += 1
    return items


def _named_behind(items: list[Item], at: int) -> bool:
    """Tell whether a group has its name right behind it ("the Palestinian militant group [Hamas]")."""
    after = items[at + 1] if at + 1 < len(items) else None
    group = items[at].kind == "np" and items[at].type == "armed_group"
    return group and after is not None and after.form == "name" and after.type == "armed_group"


def _aside(items: list[Item], at: int) -> bool:
    """Tell whether an unnamed source only describes the person before it ("X, an aide to Y, …")."""
    after = items[at + 1] if at + 1 < len(items) else None
    return (
        at > 1
        and items[at - 1].low == ","
        and items[at - 2].kind == "np"
        and after is not None
        and bool(after.word.preps)
    )


def _thin(item: Item) -> bool:
    """Tell whether an item may stand between the two halves of an apposition."""
    return (
        item.low in {",", ".", "(", ")"} or "det" in item.word.flags or (item.kind == "word" and item.word is NOTHING)
    )
