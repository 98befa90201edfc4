"""Where what belongs to a verb or noun ends: another clause, another event, what a participle says of something else."""

from kg.events.items import Item, Row
from kg.events.lexicon import frames
from kg.events.verbs import VerbGroup, auxiliary

__all__ = [
    "acts_next",
    "another_acts",
    "another_event",
    "another_follows",
    "describes",
    "done_by",
    "ends_clause",
    "of_another",
    "resumes",
    "since_another",
    "undergoes",
]


def another_follows(items: list[Item], at: int) -> bool:
    """Tell whether a clause or another event follows a word, not a day or place ("since [a row began]", "after [talks]")."""
    after = items[at + 1 : at + 4]
    if not after or after[0].kind == "date":
        return False
    return "sub" in items[at].word.flags or any(i.word.nouns for i in after)


def of_another(items: list[Item], at: int) -> bool:
    """Tell whether whoever stands behind "by" does the second of two things ("an exchange and [the handover] by Russia")."""
    while at > 1 and "by" not in items[at].word.preps:
        at -= 1
    noun = items[at - 1]
    plain = noun.kind == "word" and not (noun.word.flags or noun.word.preps or noun.word.verbs or noun.word.nouns)
    return plain and at > 2 and "det" in items[at - 2].word.flags and "and" in items[at - 3].word.flags


def since_another(items: list[Item], at: int) -> bool:
    """Tell whether a time says since or after which event ("stalled [since the 2008] Mumbai attacks")."""
    date = items[at].date
    if date is None or not date.when.edtf.endswith("/.."):
        return False
    behind = items[at + 1 : at + 4]
    noun = next((i for i, item in enumerate(behind) if item.word.nouns), None)
    return noun is not None and all(i.kind == "np" or not (i.word.flags or i.word.preps) for i in behind[:noun])


def describes(items: list[Item], head: VerbGroup) -> bool:
    """Tell whether a participle is said of the text or thing before it ("as part of a deal [reached] with X"): what follows is its own."""
    before = items[head.left - 1]
    return head.time == "participle" and not head.finite and before.kind == "word" and not before.word.flags


def another_event(items: list[Item], at: int) -> bool:
    """Tell whether a noun is an event of its own, not the complement of the one before ("weeks of negotiations")."""
    if not any(s.kind == "event" for s in items[at].word.nouns):
        return False
    before = next(
        (items[i] for i in range(at - 1, -1, -1) if "det" not in items[i].word.flags or items[i].word.preps), None
    )
    return before is None or "of" not in before.word.preps


def ends_clause(head: VerbGroup, at: int) -> bool:
    """Tell whether a verb on the right ends the clause; a participle that describes a noun does not."""
    return head.time != "participle" and head.left > at


def resumes(items: list[Item], heads: dict[int, VerbGroup], at: int, noun: int) -> bool:
    """Tell whether a participle behind "and" goes on from a verb before a noun, none describing it ("insisté sur la trêve et [souligné] …")."""
    return "and" in items[at - 1].word.flags and not any(noun < other < at for other in heads)


def acts_next(row: Row, groups: list[VerbGroup], at: int) -> bool:
    """Tell whether a name behind a verb of speech is the subject of what is said ("X, the envoy, said [Y] had left"): no speaker."""
    behind = row.members(at)[-1] + 1
    acts = behind < len(row.items) and auxiliary(row.items[behind]) is not None
    return acts or any(g.finite and g.left == behind and g.time != "participle" for g in groups)


def another_acts(row: Row, groups: list[VerbGroup], at: int) -> bool:
    """Tell whether a name behind "and" is the subject of another clause ("seized the town and [Y] was forced to flee")."""
    opens = at - 1
    while opens > 0 and "det" in row.items[opens].word.flags and not row.items[opens].word.preps:
        opens -= 1
    return "and" in row.items[opens].word.flags and len(row.members(at)) == 1 and acts_next(row, groups, at)


def undergoes(items: list[Item], at: int) -> bool:
    """Tell whether a bare place has an unknown verb before it ("the invasion shocked [Europe]"): nothing is there."""
    before, after = items[at - 1] if at else items[at], items[at + 1] if at + 1 < len(items) else None
    unknown = before.kind == "word" and before.low[0].isalpha()
    unknown = unknown and not (before.word.flags or before.word.preps or before.word.verbs or before.word.nouns)
    return unknown and not items[at].prep and (after is None or after.kind == "sign") and at > 1


def done_by(noun: Item, head: VerbGroup | None) -> bool:
    """Tell whether a participle says by whom violence was done ("l'attaque, [revendiquée] par X, …"; who initiates talks may be absent)."""
    if head is None or head.time != "participle" or head.finite:
        return False
    violence = any(s.kind == "event" and frames()[s.value].family == "violence" for s in noun.word.nouns)
    return violence and any(s.kind == "governor" and s.value == "light" for s in head.senses)
