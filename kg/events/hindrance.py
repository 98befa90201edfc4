"""What somebody is kept from doing: "prevented the rebels from seizing X", "barred Y from attending"."""

from kg.events.items import Row
from kg.events.status import Reality
from kg.events.verbs import VerbGroup

__all__ = ["hindered", "hindering"]

_OBJECT = 10
"""How many items may stand between such a verb and what it hinders."""
_ASIDE = frozenset({"rel", "comp", "sub", "and"})


def hindering(row: Row, group: VerbGroup, main: VerbGroup | None) -> VerbGroup | None:
    """Return the verb that says that somebody is kept from doing what a gerund says; None where none does."""
    opener = row.items[group.left - 1] if group.left else None
    if group.time != "gerund" or opener is None or main is None or "from" not in opener.word.preps:
        return None
    between = row.items[main.at + 1 : group.left - 1]
    hinders = any(s.kind == "governor" and s.value == "hindering" for s in main.senses)
    apart = any(i.kind == "sign" or i.word.verbs or i.word.flags & _ASIDE for i in between)
    return main if hinders and not apart and len(between) <= _OBJECT else None


def hindered(main: Reality) -> Reality:
    """Return how real a deed is from how real it is that somebody is kept from it: done if nobody was, open if all is to come."""
    if main.polarity == "negative":
        return Reality("occurred")
    done = main.status == "occurred"
    return Reality("denied", "negative", "CTminus") if done else Reality("proposed", factuality="PSplus")
