"""Clauses within a sentence that have a subject of their own before their verb: "with X calling for talks", "X accepting to leave"."""

from kg.events.items import Item, Row
from kg.events.relatives import antecedent
from kg.events.verbs import VerbGroup

__all__ = [
    "absolute",
    "answered",
    "beginning",
    "behind_aside",
    "goes_on",
    "meanwhile",
    "no_doer",
    "of_somebody",
    "whose_means",
    "within_aside",
]

_LEAST = 3
"""How many items stand at least before such a gerund."""
_NAMELESS = 4
"""How many items a phrase about somebody without a name may have, its article included."""


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


def no_doer(row: Row, group: VerbGroup, at: int) -> bool:
    """Tell whether a name before a gerund is no subject of it: it says by what or when the subject of the clause does something.

    "angered Rwanda [by] deploying troops", "will meet Olaf Scholz [before] visiting Italy"
    """
    objects, opener = row.lexicon.language.grammar.objects, row.items[group.left - 1].low
    if group.time != "gerund":
        return False
    if answered(row, group):  # "accused X of lying and retaliated by expelling its envoy"
        return True
    return opener in objects.get("beside_it", ()) or (at == group.left - 2 and opener in objects.get("means", ()))


def answered(row: Row, group: VerbGroup) -> int:
    """Return where "and" joins a verb that no list has, by what a gerund says done ("denied it [and] responded by sending troops"); 0 for none."""
    items, words = row.items, row.lexicon.language.grammar.objects.get("means", ())
    if group.time != "gerund" or group.left < _LEAST or items[group.left - 1].low not in words:
        return 0
    at = group.left - 2
    while at > 0 and (items[at].kind == "date" or "adv" in items[at].word.flags):
        at -= 1
    verb = items[at]
    known = verb.word.flags or verb.word.preps or any(s.kind != "speech" for s, _ in verb.word.verbs)
    before = at - 1 - ("adv" in items[at - 1].word.flags)
    joined = verb.kind == "word" and not known and before > 0 and "and" in items[before].word.flags
    return before if joined else 0


def whose_means(row: Row, group: VerbGroup) -> tuple[int | None, str] | None:
    """Return whose deed a gerund is that says by what somebody did what no list has to another ("[Chad] angered Rwanda by sending troops")."""
    items, at = row.items, group.left - 2
    if at < 1 or items[at].kind != "np" or not items[at].actors or items[at].prep or not no_doer(row, group, at):
        return None
    at = row.members(at)[0] - 1
    while at > 0 and "det" in items[at].word.flags:
        at -= 1
    verb = items[at]
    if verb.kind != "word" or verb.word.flags or verb.word.preps or verb.word.verbs or verb.word.nouns:
        return None
    at -= 1
    while at > 0 and (items[at].word.aux or "adv" in items[at].word.flags):
        at -= 1
    if at > 0 and "rel" in items[at].word.flags:
        return antecedent(row, at), "relative"
    named = at >= 0 and items[at].kind == "np" and bool(items[at].actors) and not items[at].prep
    return (row.members(at)[0], "plain") if named else (None, "open")


def beginning(group: VerbGroup, groups: list[VerbGroup]) -> VerbGroup | None:
    """Return the gerund that "and" joins another to ("[attacking] and killing")."""
    before = next((g for g in reversed(groups) if g.at < group.left), None)
    return before if group.time == "gerund" and before is not None and before.time == "gerund" else None


def of_somebody(row: Row, group: VerbGroup) -> bool:
    """Tell whether a gerund says what people without a name do ("will not accept [a foreign state] attacking it")."""
    items, known = row.items, row.lexicon.language.grammar.objects.get("doers", ())
    if group.time != "gerund" or group.left < 2:
        return False
    head = items[group.left - 1]
    if head.kind != "word" or head.low not in known or head.word.preps or "and" in head.word.flags:
        return False
    for item in reversed(items[max(0, group.left - _NAMELESS) : group.left - 1]):
        if "det" in item.word.flags:
            return "indef" in item.word.flags or not item.word.flags & {"poss", "own"}
        if item.kind != "word" or item.word.preps or item.word.verbs:
            return False
    return False


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
    last = prior[-1].at if prior else 0
    opener = next((i for i in range(group.left - 1, last, -1) if "rel" in items[i].word.flags), 0)
    if group.finite or not opener or any(item.low == "," for item in items[opener : group.left]):
        return None
    behind = items[opener + 1]
    if not prior and behind.kind != "word":
        return None
    if not (behind.word.aux or behind.word.verbs or "adv" in behind.word.flags):
        return (None, "") if behind.kind != "word" or "det" in behind.word.flags else None
    return antecedent(row, opener), "relative"
