"""What a noun phrase on the left of a verb may be besides its subject: an object, a title, the first part of a compound."""

from kg.events.inverted import of_unknown
from kg.events.items import Item, Row
from kg.events.verbs import VerbGroup, auxiliary

__all__ = ["is_other", "modifies", "opens_clause"]


def is_other(row: Row, at: int, stop: int, finite: dict[int, VerbGroup]) -> bool:
    """Tell whether a name is no subject: the object of another verb, or what "as" and a comma behind make of somebody."""
    return _undergoes(row.items, at, finite) or _named_as(row, at, stop) or of_unknown(row, at)


def _named_as(row: Row, at: int, stop: int) -> bool:
    """Tell whether "as" and a comma behind make a name what somebody is ("X, appointed as [Chad's envoy], met Y"): no subject."""
    items, as_ = row.items, row.lexicon.language.offices.as_
    opener = next((item for item in reversed(items[:at]) if "det" not in item.word.flags), None)
    return opener is not None and opener.low in as_ and any(item.low == "," for item in items[at:stop])


def _undergoes(items: list[Item], at: int, finite: dict[int, VerbGroup]) -> bool:
    """Tell whether a name is the object of a verb that tells no event ("X a congédié [Y] et a nommé Z")."""
    at -= 1
    while at > 0 and "det" in items[at].word.flags and not (items[at].word.preps or "comp" in items[at].word.flags):
        at -= 1
    verb = items[at]
    if at < 1 or at in finite or verb.kind != "word" or verb.word.flags or verb.word.preps or verb.word.nouns:
        return False
    return (
        verb.low[0].isalpha()
        and all(s.reflexive for s, _ in verb.word.verbs)
        and (auxiliary(items[at - 1]) or ("", ""))[0] == "have"
    )


def opens_clause(items: list[Item], at: int) -> bool:
    """Tell whether what stands before a name opens a clause as well as a phrase ("after [Russia] invaded …")."""
    for item in reversed(items[max(0, at - 3) : at]):
        if item.word.preps:
            return "sub" in item.word.flags and item.word.preps <= {"other"}
        if "det" not in item.word.flags and "adv" not in item.word.flags:
            return False
    return False


def modifies(row: Row, at: int) -> bool:
    """Tell whether a noun phrase is the first part of a compound ("the Rwanda commission met"): never where nouns take articles."""
    if row.lexicon.language.grammar.partitives or at + 1 >= len(row.items) or row.items[at].type == "person":
        return False
    after = row.items[at + 1]
    if row.items[at].form == "group" and any("and" in item.word.flags for item in row.items[at + 2 : at + 3]):
        return False  # "the rebels [advanced] and seized X"
    return (
        after.kind == "word"
        and after.low[0].isalpha()
        and not (after.word.flags or after.word.preps or after.word.verbs or after.word.nouns)
    )
