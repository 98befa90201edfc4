"""Subjects and arguments: who does what in a row of items.

A shallow reading: no tree is built.  A subject is the nearest noun phrase on the left that no preposition governs,
past adverbs, parentheses and relative clauses; arguments are the noun phrases on the right, each by its preposition,
up to the end of the clause.
"""

import msgspec

from kg.events.asides import among, apposed, named, named_with, skip
from kg.events.borders import (
    another_acts,
    another_event,
    another_follows,
    describes,
    done_by,
    ends_clause,
    of_another,
    resumes,
    since_another,
    undergoes,
)
from kg.events.controls import apart, controlled, first_of, owns, said_of
from kg.events.inverted import behind
from kg.events.items import Item, Row
from kg.events.left_of_verbs import is_other, modifies, opens_clause
from kg.events.own_subjects import (
    absolute,
    beginning,
    behind_aside,
    goes_on,
    meanwhile,
    no_doer,
    of_somebody,
    whose_means,
    within_aside,
)
from kg.events.relatives import antecedent, in_relative, relates, to_come
from kg.events.reported import of_others
from kg.events.verbs import VerbGroup, auxiliary

__all__ = ["Arguments", "arguments", "subject"]

_PLAIN_WORDS = 5
"""How many unknown words may stand between a subject and its verb; more are a subject of their own (measured: 5 before 2)."""
_CLOSE = 3
"""How near a verb what it takes from somebody stands."""
_PRONOUNS = frozenset({"he", "it", "they"})
_BEHIND_COMMA = frozenset({"with", "between", "against", "mediated", "by"})
_CLAUSES = frozenset({"rel", "comp"})
_STOPS = frozenset('.;:?!«»“”"—–[]')
_ONE = frozenset({"person", "country"})
"""Types of those for whom "they" does not stand when they are alone."""


class Arguments(msgspec.Struct):
    """What stands on the right of a verb or noun: indexes of items by slot."""

    slots: dict[str, list[int]] = {}
    places: list[int] = []
    nouns: list[int] = []
    end: int = 0

    def add(self, slot: str, index: int) -> None:
        """Enter an item under a slot."""
        self.slots.setdefault(slot, []).append(index)


def subject(row: Row, group: VerbGroup, groups: list[VerbGroup], depth: int = 0) -> tuple[int | None, str]:
    """Return the index of the subject of a verb and how it was found: plain, relative, shared, oblique or nothing."""
    items = row.items
    left = _before(row, group)
    if (follows := behind(row, group, left)) is not None:
        return follows, "inverted"
    if group.time == "participle" and not group.finite:
        return _described(row, group.left)
    if group.modal_time == "ger":  # "a process aiming to normalise": the process, not who leads it
        return absolute(row, left)
    if group.marker and (asked := controlled(row, group, groups)) is not None:
        return asked
    if group.time == "gerund" and left >= 0 and meanwhile(row, left):
        return left, "plain"
    if of_somebody(row, group):
        return None, "open"
    if not group.finite or (left >= 0 and items[left].word.flags & {"and", "but"}):
        # "… et a signé", "pour rencontrer", "accélérant": the subject is that of the verb before
        prior = behind_aside(items, left, [g for g in groups if g.at < group.left and g.finite])
        if depth == 0 and (inside := within_aside(row, group, prior)) is not None:
            return inside
        if not prior and (told := whose_means(row, group)) is not None:
            return told
        set_off = depth == 0 and len(prior) > 1 and _set_off(items, group.left)
        if set_off:
            prior = [g for g in prior if subject(row, g, groups, depth + 1)[1] != "relative"] or prior
        if prior and ((group.marker and apposed(items, prior[-1].at, group.left)) or of_others(row, prior[-1], group)):
            return None, ""
        twin = "and" in items[left].word.flags and [g.time for g in groups if g.at < left][-1:] == ["gerund"]
        if twin and depth < 3 and (first := beginning(group, groups)) is not None:
            return subject(row, first, groups, depth + 1)
        if prior and depth < 3 and group.time != "participle":
            own = (
                _plain(row, prior[-1].at + 1, group.left)
                if group.time in ("gerund", "past", "present") and not (group.marker or twin)
                else None
            )
            own = None if own is not None and no_doer(row, group, own) else own
            if own is not None and group.time == "gerund" and not apart(row, own, group.left):
                return own, "plain"
            if own is not None and group.finite and goes_on(items, prior[-1], own, group, groups):
                return own, "plain"
            if group.marker and not set_off and (said := said_of(row, prior[-1], group)) is not None:
                return said, "plain"
            return subject(row, prior[-1], groups, depth + 1)[0], "shared"
    one = _taken_up(row, left, groups, depth)
    one = among(row, left) if one is None else one
    return (one, "plain") if one is not None else _nearest(row, group, groups, depth)


def _set_off(items: list[Item], at: int) -> bool:
    """Tell whether a comma and "after" stand before a verb that is not finite ("X, who leads Y, left[, after] meeting Z"): X does it."""
    opener = next((i for i in range(at, max(0, at - _CLOSE), -1) if items[i].word.flags & {"after", "before"}), 0)
    return opener > 0 and items[opener - 1].low == ","


def _before(row: Row, group: VerbGroup) -> int:
    """Return where the word stands that a verb follows, its object left out ("X a reçu Y [et] l'a averti", "Kiev [l']a nié")."""
    items, at = row.items, group.left - 1
    borne = group.finite and at > 0 and items[at].low in row.lexicon.language.grammar.object_pronouns
    return at - 1 if borne and (auxiliary(items[at + 1]) or not items[at + 1].word.nouns) else at


def _taken_up(row: Row, at: int, groups: list[VerbGroup], depth: int) -> int | None:
    """Return the speaker for whom a pronoun stands in what is said ("denied that [they] had met", "dit qu'[il] ira").

    Where another is named between, or another person before, it may be either: nobody is taken.
    """
    items = row.items
    flags = items[at].word.flags & _PRONOUNS if at > 0 else set()
    said = [g for g in groups if g.finite and g.at < at]
    if flags and "impersonal" in items[at + 1].word.flags:  # "qu'il y avait eu une attaque"
        return None
    if not flags or depth > 1:
        return None
    if not said:
        one = _introduced(items, at)
        return one if one is not None else to_come(row, at, groups)
    if not any(s.kind == "speech" for s in said[-1].senses):
        return _goes_on(row, at, said[-1], groups, depth)
    between = items[said[-1].at + 1 : at]
    named = [item for item in between if item.kind == "np" and item.actors]
    if any(item.type == "person" or not item.prep or "he" not in flags for item in named) or any(
        item.low in _STOPS for item in between
    ):
        return None
    who, how = subject(row, said[-1], groups, depth + 1)
    if who is None or how == "oblique":
        return None
    several, person = len(row.members(who)) > 1, items[who].type == "person"
    fits = ("he" in flags and person and not several) or ("they" in flags and (several or not person))
    fits = fits or ("it" in flags and not person and not several)
    rivals = {a for item in items[:at] if item.type == "person" for a in item.actors} - set(row.actors(who))
    return who if fits and not (person and rivals) else None


def _introduced(items: list[Item], at: int) -> int | None:
    """Return the one person whom a sentence names before a pronoun, with no verb of its own ("X was in Paris, where [he] met …")."""
    named = [i for i, item in enumerate(items[:at]) if item.type == "person" and item.actors]
    opened = bool(items[at - 1].word.flags & {"rel", "sub"}) and "he" in items[at].word.flags
    one = opened and len({items[i].actors for i in named}) == 1 and not items[named[0]].prep
    if len(named) == 1 and items[at - 1].low == "," and "he" in items[at].word.flags:
        one = _of_a_visit(items, named[0])  # "Au cours de la visite de [X] à Y, il …"
    return named[0] if one else None


def _of_a_visit(items: list[Item], at: int) -> bool:
    """Tell whether a sentence opens with the visit of somebody: who does what comes next is the one who came."""
    opener = next((i for i in range(at - 1, -1, -1) if any(s.value == "visit" for s in items[i].word.nouns)), 0)
    return opener > 0 and items[at].prep == {"of"} and "during" in items[0].word.flags and opener <= _CLOSE


def _goes_on(row: Row, at: int, main: VerbGroup, groups: list[VerbGroup], depth: int) -> int | None:
    """Return the subject of the main clause for whom a pronoun stands in a clause about place or time ("…, où [il] doit").

    Where the sentence names another who may be meant, nobody is taken.
    """
    items = row.items
    flags, opener = items[at].word.flags & _PRONOUNS, items[at - 1].word.flags
    who, how = subject(row, main, groups, depth + 1)
    if who is None or how != "plain" or not opener & {"rel", "sub", "and"}:
        return None
    if any(item.low in _STOPS for item in items[who + 1 : at]):
        return None
    members = row.members(who)
    if "they" in flags or len(members) > 1:
        others = {i.type for i in items[members[-1] + 1 : at] if i.kind == "np" and i.actors}
        several = len(row.actors(who)) > 1 and opener & {"and", "rel"}  # "…, où [ils] s'étaient déjà vus"
        return who if "they" in flags and several and others <= _ONE else None
    person = items[who].type == "person"
    if ("he" if person else "it") not in flags:
        return None
    others = {
        a for i in items[who:at] if i.kind == "np" and (i.type == "person") == person for a in i.actors if not i.place
    }
    return who if not others - set(row.actors(who)) else None


def _nearest(row: Row, group: VerbGroup, groups: list[VerbGroup], depth: int) -> tuple[int | None, str]:
    """Return the nearest noun phrase on the left of a finite verb that can be its subject."""
    items = row.items
    finite = {g.at: g for g in groups if g.finite and g.at < group.left}
    fallback: int | None = None
    crossed: VerbGroup | None = None
    plain = 0
    opened = False
    left = group.left - 1
    while left >= 0:
        item = items[left]
        flags = item.word.flags
        if item.kind == "np" and (item.actors or item.form):
            if owns(items, left) or modifies(row, left) or is_other(row, left, group.left, finite):
                left -= 1
                continue
            inner = in_relative(row, left, finite) if crossed is None and not item.prep and item.actors else None
            if inner is not None:  # "the general who toppled [X] said": who, not X
                who = antecedent(row, inner)
                return (who, "plain") if who is not None else (None, "")
            if crossed is None and item.actors and (not item.prep or opens_clause(items, left)):
                return (first_of(row, left), "plain") if plain <= _PLAIN_WORDS else (None, "")
            if crossed is None and "of?" in item.prep and item.actors and fallback is None:
                fallback = left
        elif "rel" in flags and _of_others(items, left, group, crossed):
            return None, ""
        elif "rel" in flags or ("comp" in flags and relates(row, left)):
            who = antecedent(row, left)
            return (who, "relative") if who is not None else (fallback, "oblique")
        elif "comp" in flags or "sub" in flags or item.low in _STOPS:
            break
        elif item.low == "," and not opened:
            if plain and crossed is None:  # "After meeting X in Beijing, [officials] flew on": who has no name here
                return (fallback, "oblique") if fallback is not None else (None, "")
            before = left
            left = skip(row, left)
            opened = left == before - 1
            name = None if opened or crossed is not None else named(items, left + 1)
            if name is not None:
                return name, "plain"
            continue
        elif item.low == ")":
            left = next((i for i in range(left, -1, -1) if items[i].low == "("), left)
        elif left in finite:
            crossed = crossed or finite[left]
        elif item.kind == "word" and not flags and not item.word.preps and not item.word.verbs and not item.word.nouns:
            plain += 1
        left -= 1
    if crossed is not None and fallback is None and items[group.left - 1].low == "," and depth < 3:
        return subject(row, crossed, groups, depth + 1)[0], "shared"
    return (fallback, "oblique") if fallback is not None else (None, "")


def _of_others(items: list[Item], at: int, group: VerbGroup, crossed: VerbGroup | None) -> bool:
    """Tell whether somebody else is the subject behind a relative pronoun ("an attack in which [they] killed …", "X, [dont] des États …")."""
    pronoun = at + 1 < group.left and items[at + 1].word.flags & _PRONOUNS
    return bool(pronoun) or (bool(items[at].word.preps) and crossed is None)


def _described(row: Row, left: int) -> tuple[int | None, str]:
    """Return the noun phrase that a bare participle describes: the one just before it."""
    for at in range(left - 1, max(-1, left - 3), -1):
        if row.items[at].kind == "np" and row.items[at].actors:
            sides = "between" in row.items[at].prep and row.items[at + 1].low == ","
            return (None, "") if sides else (at, "plain")  # "talks between X and Y, [suspended] in May": the talks
    return None, ""


def _plain(row: Row, start: int, stop: int) -> int | None:
    for index in range(stop - 1, start - 1, -1):
        item = row.items[index]
        if item.low in _STOPS:
            return None
        if item.kind == "np" and item.actors and not item.prep:
            return index
    return None


def arguments(row: Row, at: int, groups: list[VerbGroup], *, verb: bool) -> Arguments:
    """Return what follows a verb or noun in its clause."""
    items = row.items
    heads = {g.at: g for g in groups}
    found = Arguments(end=at)
    comma = later = described = aside = False
    index = at + 1
    while index < len(items):
        item = items[index]
        flags = item.word.flags
        if item.low in _STOPS or flags & _CLAUSES or ("sub" in flags and not item.word.preps):
            break
        head = heads.get(index) if "against" not in item.word.preps else None  # "sanctions [visant] X"
        if head is not None and (ends_clause(head, at) or (not verb and resumes(items, heads, index, at))):
            break
        described = described or (verb and head is not None and describes(items, head))
        later = later or ("after" in flags and another_follows(items, index)) or since_another(items, index)
        aside = aside or (comma and not verb and done_by(items[at], head))
        seeks = comma and not verb and bool(item.word.verbs)  # "…, seeking to end a row between X and Y"
        later = later or (item.low == "," if aside else seeks)
        if item.low == "," or (item.kind == "np" and owns(items, index)):
            comma = comma or item.low == ","
            if not (verb or comma or item.prep) and "and" in items[index - 1].word.flags:
                break  # "the war and [Kosovo's declaration …]": another thing
        elif item.kind == "np" and another_acts(row, groups, index):
            break  # "seized X and [Y] was forced to flee"
        elif item.kind in {"np", "treaty"} and not later and not (described and item.prep & {"with", "between"}):
            _place_argument(row, found, index, at, verb=verb, comma=comma)
            if comma and verb and item.actors and not item.prep and named_with(row, index, at):
                found.slots["with"] = [index]
        elif item.word.nouns and head is None:
            if not verb and another_event(items, index):
                break
            found.nouns.append(index)
            if verb and not comma:
                found.add("noun", index)
        elif auxiliary(item) and not comma and not verb and not _under_whom(items, index):
            break
        found.end = index
        index += 1
    return found


def _under_whom(items: list[Item], at: int) -> bool:
    """Tell whether an auxiliary only says under whom something is held ("the talks [were] hosted by Qatar", "has been mediated by")."""
    rest = next((item for item in items[at + 1 :] if not (auxiliary(item) or "adv" in item.word.flags)), None)
    return rest is not None and "mediated" in rest.word.preps


def _place_argument(row: Row, found: Arguments, index: int, at: int, *, verb: bool, comma: bool) -> None:
    item = row.items[index]
    slots = item.prep
    if not verb and item.place and undergoes(row.items, index):
        return
    if item.place and (slots & {"in", "from", "to"} or not item.actors):
        found.places.append(index)
    if item.group >= 0 and row.groups[item.group][0] != index:
        return  # taken with the first of its list
    if not verb and ((comma and not slots & _BEHIND_COMMA) or ("by" in slots and of_another(row.items, index))):
        return
    if not slots:
        if verb and not comma and "object" not in found.slots and _beside(row, found, item):
            found.add("object", index)
        elif not verb and (
            index == at + 1 or (item.form == "demonym" and all(_plain_word(o) for o in row.items[at + 1 : index]))
        ):
            found.add("adj", index)
        return
    of = bool(slots & {"of", "of?"})
    state = item.type == "country" and item.form == "name" and index - at <= _CLOSE  # "reçu [de la Russie] une offre"
    bare = of and verb and item.partitive and not (comma or state or found.nouns) and "object" not in found.slots
    if bare or (of and (item.owner not in (None, at) or comma)):
        found.add("object" if bare and _right_behind(row, at) else "deep", index)
        return
    for slot in sorted(slots):
        found.add("of" if slot == "of?" else slot, index)


def _beside(row: Row, found: Arguments, item: Item) -> bool:
    """Tell whether a verb is done to a noun phrase: no noun of it is, or a person stands behind one ("a vu [en privé] X")."""
    return not found.nouns or (item.type == "person" and all(row.items[at].prep for at in found.nouns))


def _right_behind(row: Row, at: int) -> bool:
    """Tell whether a partitive article follows a verb: then what it opens is the object ("rencontrer [des] négociateurs")."""
    for item in row.items[at + 1 : at + 6]:
        if "partitive" in item.word.flags:
            return True
        where = "in" in item.word.preps or (item.kind == "np" and item.place is not None)
        if not where and item.kind not in ("date", "quantity") and not item.word.flags & {"adv", "sep"}:
            return False
    return False


def _plain_word(item: Item) -> bool:
    return (
        item.kind == "word"
        and not item.word.verbs
        and not item.word.preps
        and not item.word.flags - {"upcoming", "ended", "all", "part"}
    )
