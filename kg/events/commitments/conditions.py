"""On what condition the terms of a sentence are promised: which of its clauses says so, and of which of its terms.

A condition is opened by words that say so ("provided that"), by words behind which a clause stands ("if", "once"), or by
what is given in exchange; behind "in return" alone it is what the sentence before promises.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

import msgspec

from kg.events.candidate import Scene
from kg.events.commitments.phrases import STOPS, Head, label
from kg.events.items import Item
from kg.lang.commitments import Commitments

__all__ = ["Condition", "conditions", "inside", "only_in_conditions", "promised_on", "traded"]

_GIVEN = frozenset({"exchange", "condition"})
_LEAST = 2
"""How many items a clause has at least."""
_LONGEST = 5
"""How many words open a condition at most."""


class Condition(msgspec.Struct, frozen=True):
    """The words of a sentence that put a condition on its terms: first and last item."""

    first: int
    last: int
    trade: bool = False
    """True where it names what the other side gives for it: a term as well."""
    alone: bool = False
    """True where it only points back ("in return")."""


def conditions(scene: Scene) -> list[Condition]:
    """Return the conditions of a sentence in order."""
    items, words = scene.row.items, scene.source.lexicon.language.commitments
    openings = _openings(words.clauses + words.answers + words.asides)
    found: list[Condition] = []
    for at in [at for at, item in enumerate(items) if item.low.partition(" ")[0] in openings or _gives(item, words)]:
        item = items[at]
        if found and at <= found[-1].last:
            continue
        opener = _opener(items, at, openings) if item.low.partition(" ")[0] in openings else None
        over, phrase = opener if opener is not None else (at, "")
        if phrase in words.asides:
            continue  # "if one believes X" is no condition
        if phrase in words.answers or item.low in words.answers:
            found.append(Condition(at, over, trade=True, alone=True))
        elif item.word.flags & _GIVEN or (item.low in words.against and _names_term(items, at)):
            found.append(Condition(at, _end(items, at), trade="condition" not in item.word.flags))
        elif opener is not None and _is_clause(items, at, over, words.not_clauses):
            found.append(Condition(at, _end(items, at)))
    return found


def _gives(item: Item, words: Commitments) -> bool:
    """Tell whether a word may open what is given in exchange, or on what condition."""
    return bool(item.word.flags & _GIVEN) or item.low in words.against


def _names_term(items: Sequence[Item], at: int) -> bool:
    """Tell whether the noun of a deed stands behind a word ("contre [la libération] de …", not "contre la Russie")."""
    behind = next((i for i in items[at + 1 :] if not i.word.flags & {"det", "all"} and i.kind != "quantity"), None)
    return behind is not None and any(s.kind in ("event", "commitment") for s in behind.word.nouns)


@cache
def _openings(phrases: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Return phrases by their first words."""
    return {
        p.partition(" ")[0]: tuple(o for o in phrases if o.partition(" ")[0] == p.partition(" ")[0]) for p in phrases
    }


def _opener(items: Sequence[Item], at: int, openings: dict[str, tuple[str, ...]]) -> tuple[int, str] | None:
    """Return the last item of the phrase that opens a condition at an index, and the phrase."""
    said, found = "", None
    known = openings[items[at].low.partition(" ")[0]]
    for last in range(at, min(len(items), at + _LONGEST)):
        said = f"{said} {items[last].low}".strip()
        found = (last, said) if said in known else found
    return found


def _is_clause(items: Sequence[Item], at: int, over: int, not_behind: tuple[str, ...]) -> bool:
    """Tell whether a subject stands behind a word that opens clauses: "if India …", not "even if", "if needed", "once a week"."""
    behind = items[over + 1 : _end(items, at) + 1]
    if len(behind) < _LEAST or (at and items[at - 1].low in not_behind):
        return False
    first = behind[0]
    opens = at == 0 or items[at - 1].low == ","
    if opens and any(tense == "part" for _, tense in first.word.verbs):
        return True  # "Once freed, …"
    if "indef" in first.word.flags:
        return any(item.word.verbs for item in behind[1:])
    pronoun = first.word.flags & {"it", "he", "they"}
    return bool(first.kind in ("np", "quantity", "treaty") or first.word.flags & {"det", "all", "nobody"} or pronoun)


def _end(items: Sequence[Item], at: int) -> int:
    """Return the last item of the clause that opens at an index."""
    end = at
    for index in range(at, len(items)):
        if items[index].low in STOPS or (items[index].low == "," and index > at + 1):
            break
        end = index
    return end


def inside(found: Sequence[Condition], head: Head) -> bool:
    """Tell whether a verb or noun stands in a condition: then it is none of the terms."""
    return any(c.first <= head.at <= c.last and not (c.trade and head.at > c.first and not c.alone) for c in found)


def only_in_conditions(scene: Scene, texts: Iterable[int]) -> bool:
    """Tell whether a sentence names texts in its conditions alone ("If the accord holds, …")."""
    found = conditions(scene)
    return all(any(each.first <= at <= each.last for each in found) for at in texts)


def traded(found: Sequence[Condition], head: Head, heads: Sequence[Head]) -> bool:
    """Tell whether a term is what the other side gives for those told before it, or behind the words that open a sentence."""
    first = heads[0].at
    return any(
        c.trade and c.first < head.at and (c.first > first or (head.at <= c.last and not c.alone)) for c in found
    )


def promised_on(
    scene: Scene, head: Head, heads: Sequence[Head], found: Sequence[Condition], before: str | None
) -> str | None:
    """Return the condition on which a term is promised, in the words of the article; `before` is what was promised last."""
    text = scene.source.reading.article.text
    for each in found:
        if _leads(scene, each, head):
            if each.alone:
                return before
            return text[scene.row.items[each.first].start : scene.row.items[each.last].end]
        if each.alone and each.first > head.at:
            continue
        if _trails(scene, each, head, heads):
            return text[scene.row.items[each.first].start : scene.row.items[each.last].end]
        if each.alone and each.first < head.at and (mine := [h for h in heads if h.at < each.first]):
            return label(scene, mine[-1])
    return None


def _leads(scene: Scene, each: Condition, head: Head) -> bool:
    """Tell whether a condition opens the clause of a term ("If X leaves, Y must …"; "Y said that, once …, it would …")."""
    items = scene.row.items
    first = all("and" in i.word.flags or "but" in i.word.flags or i.low in STOPS for i in items[: each.first])
    behind = each.first and (items[each.first - 1].low in STOPS or "comp" in items[each.first - 1].word.flags)
    if head.at <= each.last or not (first or behind):
        return False
    return not any(i.low in STOPS for i in items[each.last + 1 : head.at])


def _trails(scene: Scene, each: Condition, head: Head, heads: Sequence[Head]) -> bool:
    """Tell whether a condition stands behind a term, or behind others that the same subject owes in one breath with it."""
    before = [h for h in heads if h.at < each.first]
    if head not in before or any(i.low in STOPS for i in scene.row.items[head.at : each.first]):
        return False
    if any(before[-1].at < g.at and g.left < each.first and g.finite for g in scene.groups):
        return False  # "must leave, and will say [if] …"
    return all(_shared(scene, one, other) for one, other in pairwise(before[before.index(head) :]))


def _shared(scene: Scene, one: Head, other: Head) -> bool:
    """Tell whether no new subject stands between two terms."""
    if other.group is None or not other.group.finite:
        return True
    mine = scene.subjects.get(one.group.at, (None, ""))[0] if one.group is not None else None
    return scene.subjects.get(other.group.at, (None, ""))[0] in (mine, None)
