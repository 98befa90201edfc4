"""Clauses within a sentence that have a subject of their own before their verb: "with X calling for talks", "X accepting to leave"."""

from kg.events.items import Item, Row
from kg.events.relatives import antecedent
from kg.events.verbs import VerbGroup

__all__ = ["absolute", "behind_aside", "by_means", "goes_on", "meanwhile", "within_aside"]


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


def by_means(row: Row, group: VerbGroup, at: int) -> bool:
    """Tell whether a gerund says by what the subject does something to somebody ("angered Rwanda [by] deploying troops"): not they."""
    words = row.lexicon.language.grammar.objects.get("means", ())
    return group.time == "gerund" and at == group.left - 2 and row.items[group.left - 1].low in words


def behind_aside(items: list[Item], at: int, prior: list[VerbGroup]) -> list[VerbGroup]:
    """Return the verbs that one behind ", and" may go on from: a clause between commas is closed ("X came, where Y waits[, and] left")."""
    if at < 1 or items[at - 1].low != "," or not items[at].word.flags & {"and", "but"}:
        return prior
    opener = next((i for i in range(at - 1, 0, -1) if "rel" in items[i].word.flags and items[i - 1].low == ","), 0)
    behind = items[
        opener + 1
    ].word  # "X fought Y, [who had] fled[, and] beat Z": who beat Z is open, and so read as before
    if behind.aux or behind.verbs or "adv" in behind.flags:
        return prior
    return [g for g in prior if g.at < opener] or prior


def within_aside(row: Row, group: VerbGroup, prior: list[VerbGroup]) -> tuple[int | None, str] | None:
    """Return whom a clause is about whose own verb is unknown, for what is done in it ("met Y, who [angered] Z by sending …"): Y does it."""
    items = row.items
    last = prior[-1].at if prior else group.left
    opener = next((i for i in range(group.left - 1, last, -1) if "rel" in items[i].word.flags), 0)
    if group.finite or not opener or any(item.low == "," for item in items[opener : group.left]):
        return None
    behind = items[opener + 1]
    if not (behind.word.aux or behind.word.verbs or "adv" in behind.word.flags):
        return (None, "") if behind.kind != "word" or "det" in behind.word.flags else None
    return antecedent(row, opener), "relative"
