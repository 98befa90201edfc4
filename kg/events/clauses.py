"""Verb groups, subjects and arguments: who does what in a row of items.

A shallow reading: no tree is built.  A subject is the nearest noun phrase on the left that no preposition governs,
past adverbs, parentheses and relative clauses; arguments are the noun phrases on the right, each by its preposition,
up to the end of the clause.
"""

from dataclasses import dataclass, field

from kg.events.items import Item, Row
from kg.events.lexicon import Sense

__all__ = ["Arguments", "VerbGroup", "arguments", "is_noun", "subject", "verb_group", "verb_groups"]

_STOPS = frozenset(".;:?!«»“”\"—–[]")


@dataclass(slots=True)
class VerbGroup:
    """A verb with its auxiliaries, from `left` to `at`."""

    at: int
    left: int
    senses: list[Sense]
    time: str
    """past present future conditional infinitive gerund participle."""
    passive: bool = False
    negated: bool = False
    reflexive: bool = False
    perfect: bool = False
    modal: str | None = None
    """planned proposed possible refused denied."""
    modal_time: str = ""
    modal_at: int = -1
    hedge: str | None = None
    finite: bool = True
    marker: str = ""


@dataclass(slots=True)
class Arguments:
    """What stands on the right of a verb or noun: indexes of items by slot."""

    slots: dict[str, list[int]] = field(default_factory=dict)
    places: list[int] = field(default_factory=list)
    nouns: list[int] = field(default_factory=list)
    end: int = 0

    def add(self, slot: str, index: int) -> None:
        """Enter an item under a slot."""
        self.slots.setdefault(slot, []).append(index)


def _has(item: Item, flag: str) -> bool:
    return flag in item.word.flags


def _aux(item: Item) -> tuple[str, str] | None:
    """Return (auxiliary, tense) of an item that is one; a form of two tenses is the finite one."""
    found = [(sense.value, tense) for sense, tense in item.word.verbs if sense.kind == "aux"]
    return max(found, key=lambda pair: pair[1] != "inf", default=None)


def _modality(item: Item) -> tuple[str, str] | None:
    for sense, tense in item.word.verbs:
        if sense.kind == "modality":
            return sense.value, tense
    return None


def is_noun(row: Row, at: int) -> bool:
    """Tell whether a form that may be a noun or a verb is a noun here."""
    items = row.items
    item = items[at]
    if not item.word.nouns:
        return False
    if all(sense.kind in ("modality", "aux") for sense, _ in item.word.verbs):
        return True
    before = items[at - 1] if at else None
    after = items[at + 1] if at + 1 < len(items) else None
    if before is None:
        return after is None or not (after.kind == "np" or _has(after, "det"))
    flags = before.word.flags
    if before.kind in ("quantity",) or flags & {"det", "poss", "demo", "own", "upcoming", "ended", "all", "part"}:
        return not ("refl" in flags)
    if _aux(before) or "refl" in flags or "rel" in flags or _modality(before):
        return False
    if "to" in flags:
        return not (after is not None and (after.kind == "np" or _has(after, "det")) or before.low in {"to", "zu"}) and bool(before.word.preps)
    if before.word.preps:
        return True
    if before.kind == "np":
        if before.form == "demonym" or before.prep:
            return not (after is not None and after.kind == "np")
        return after is not None and (bool(after.word.preps) or after.kind == "sign") and not _finite_only(item)
    if before.kind == "word" and not before.word.verbs and not flags:
        return not (after is not None and (after.kind == "np" or _has(after, "det")))
    return not (after is not None and (after.kind == "np" or _has(after, "det")))


def _finite_only(item: Item) -> bool:
    return all(tense in ("past", "fut", "cond", "part") for _, tense in item.word.verbs)


def verb_groups(row: Row) -> list[VerbGroup]:
    """Return the verb groups of a sentence, in text order."""
    out = []
    for at, item in enumerate(row.items):
        senses = [(s, t) for s, t in item.word.verbs if s.kind not in ("aux", "modality")]
        if not senses or is_noun(row, at):
            continue
        if _aux(item) and not _light(row, at):
            senses = [(s, t) for s, t in senses if not (s.kind == "governor" and s.value == "light")]
            if not senses:
                continue
        group = verb_group(row, at, senses)
        if group is not None:
            while out and out[-1].at >= group.left:  # an auxiliary read as a verb of its own
                out.pop()
            out.append(group)
    return out


def _light(row: Row, at: int) -> bool:
    """Tell whether an auxiliary is a verb of its own here: it has an object."""
    for item in row.items[at + 1 : at + 4]:
        if item.word.flags & {"adv"} or item.kind == "date":
            continue
        return item.kind == "quantity" or "det" in item.word.flags or bool(item.word.nouns)
    return False


def verb_group(row: Row, at: int, senses: list[tuple[Sense, str]]) -> VerbGroup | None:
    """Return the verb group whose main verb stands at `at`, or None where the form is no verb there."""
    items = row.items
    group = VerbGroup(at, at, [], "")
    auxes: list[tuple[str, str]] = []
    left = at - 1
    while left >= 0:
        item = items[left]
        flags = item.word.flags
        modal = _modality(item)
        if (aux := _aux(item)) is not None:
            auxes.append(aux)
        elif modal is not None and (group.modal is None or modal[0] == "possible"):
            group.modal, group.modal_time = modal
        elif "refl" in flags:
            group.reflexive = True
        elif "neg" in flags:
            group.negated = True
        elif "hedge" in flags:
            group.hedge = item.low
        elif "adv" in flags or "clitic" in flags:
            pass
        elif "to" in flags and not group.marker and not auxes:
            group.marker = item.low
        elif item.kind == "date" and left and (_aux(items[left - 1]) or _modality(items[left - 1])):
            pass
        else:
            break
        group.left = left
        left -= 1
    return _resolve(row, group, senses, auxes)


def _resolve(row: Row, group: VerbGroup, senses: list[tuple[Sense, str]], auxes: list[tuple[str, str]]) -> VerbGroup | None:
    """Settle tense and voice, and keep the senses that fit."""
    item = row.items[group.at]
    tenses = {tense for _, tense in senses}
    names = {name for name, _ in auxes}
    first = auxes[-1] if auxes else None  # the leftmost auxiliary carries the tense
    if first is not None and tenses & {"part", "ger", "inf", "past"}:
        been = any(name == "be" and tense == "part" for name, tense in auxes)
        group.perfect = "have" in names
        if "part" in tenses:
            moves = any(s.lemma in row.lexicon.be_perfect for s, _ in senses)
            group.passive = (been or ("be" in names and "have" not in names)) and not moves
        group.time = {"pres": "past" if group.perfect or group.passive else "present", "past": "past", "fut": "future",
                      "cond": "conditional", "ger": "gerund", "inf": "past" if group.perfect and not group.modal else "infinitive",
                      "part": "past"}[first[1]]  # fmt: skip
        if first == ("be", "pres") and "part" in tenses:
            group.time = "past"
        if "ger" in tenses and "part" not in tenses:
            group.passive = False
            group.time = {"pres": "present", "past": "past"}.get(first[1], group.time)
        if first[1] == "inf":
            group.finite = False
    elif group.marker or group.modal:
        group.time = "infinitive"
        group.finite = bool(group.modal)
        if not tenses & {"inf", "pres"} and not (tenses & {"part"} and group.modal):
            group.marker = ""
            group.modal = None
            group.time = ""
    if not group.time:
        group.time = _bare(row, group.at, tenses)
        if not group.time:
            return None
        group.finite = group.time in ("past", "present", "future", "conditional")
        group.passive = group.time == "participle"
    group.senses = [s for s, _ in dict.fromkeys(senses) if not s.reflexive or group.reflexive]
    reflexive = [s for s in group.senses if s.reflexive and group.reflexive]
    if group.reflexive and item.word.verbs:
        group.senses = reflexive or [s for s in group.senses if not s.reflexive]
        group.passive = False
    return group if group.senses else None


def _bare(row: Row, at: int, tenses: set[str]) -> str:
    """Return the time of a verb without auxiliary."""
    items = row.items
    if "past" in tenses and "part" in tenses:  # "signed": past after a subject, participle after the noun it belongs to
        after = items[at + 1] if at + 1 < len(items) else None
        before = items[at - 1] if at else None
        if after is not None and "by" in after.word.preps:
            return "participle"
        if before is not None and (before.word.nouns or before.kind == "treaty") and not (after is not None and (after.kind == "np" or _has(after, "det"))):
            return "participle"
        return "past"
    before = next((items[i] for i in range(at - 1, -1, -1) if "adv" not in items[i].word.flags), None)
    if "pres" in tenses and not tenses & {"fut", "cond"} and before is not None and _nominal(before) and tenses <= {"pres", "inf"}:
        return ""
    for tense, time in (("past", "past"), ("fut", "future"), ("cond", "conditional"), ("pres", "present"), ("part", "participle"), ("ger", "gerund")):
        if tense in tenses:
            return time
    return "infinitive"


def _nominal(before: Item) -> bool:
    """Tell whether what stands before a bare form makes it a noun: an article, a preposition, an owner."""
    flags = before.word.flags
    return bool(before.word.preps and "to" not in flags) or bool(flags & {"det", "poss", "own", "upcoming", "ended"}) or before.kind == "quantity"


def subject(row: Row, group: VerbGroup, groups: list[VerbGroup], depth: int = 0) -> tuple[int | None, str]:
    """Return the index of the subject of a verb and how it was found: plain, relative, shared, oblique or nothing."""
    items = row.items
    left = group.left - 1
    if group.time == "participle" and not group.finite:
        return _described(row, group.left)
    if group.marker and (who := _addressed(row, group, groups)) is not None:
        return who, "plain"
    if not group.finite or (left >= 0 and _has(items[left], "and")):
        # "… et a signé", "pour rencontrer", "accélérant": the subject is that of the verb before
        prior = [g for g in groups if g.at < group.left and g.finite]
        if prior and group.marker and _apposed(row, prior[-1].at, group.left):
            return None, ""
        if prior and depth < 3 and group.time != "participle":
            own = _plain(row, prior[-1].at + 1, group.left) if group.time in ("gerund", "past", "present") and not group.marker else None
            if own is not None and group.time == "gerund":
                return own, "plain"
            return subject(row, prior[-1], groups, depth + 1)[0], "shared"
    fallback: int | None = None
    while left >= 0:
        item = items[left]
        flags = item.word.flags
        if item.kind == "np" and (item.actors or item.form):
            if _owns(items, left) or _modifies(row, left):
                left -= 1
                continue
            if not item.prep and item.actors:
                return row.members(left)[0] if _contiguous(row, left) else left, "plain"
            if "of?" in item.prep and item.actors and fallback is None:
                fallback = left
        elif "rel" in flags:
            antecedent = _before(row, left)
            return (antecedent, "relative") if antecedent is not None else (fallback, "oblique")
        elif "comp" in flags or "sub" in flags or item.low in _STOPS:
            break
        elif item.low == ",":
            left = _skip_parenthesis(row, left)
            continue
        elif item.low == ")":
            left = next((i for i in range(left, -1, -1) if items[i].low == "("), left)
        left -= 1
    return (fallback, "oblique") if fallback is not None else (None, "")


def _described(row: Row, left: int) -> tuple[int | None, str]:
    """Return the noun phrase that a bare participle describes: the one just before it."""
    for at in range(left - 1, max(-1, left - 3), -1):
        if row.items[at].kind == "np" and row.items[at].actors:
            return at, "plain"
    return None, ""


def _addressed(row: Row, group: VerbGroup, groups: list[VerbGroup]) -> int | None:
    """Return who is urged or asked to do what an infinitive says ("urged Israel to halt")."""
    at = group.left - 1
    if at < 0 or row.items[at].kind != "np" or not row.items[at].actors:
        return None
    urging = [g for g in groups if g.at < at]
    if urging and any(s.kind == "speech" and s.value == "addressing" for s in urging[-1].senses):
        return row.members(at)[0]
    return None


def _modifies(row: Row, at: int) -> bool:
    """Tell whether a noun phrase is the first part of a compound ("the Rwanda commission met"): never where nouns take articles."""
    if row.lexicon.language.grammar.partitives or at + 1 >= len(row.items) or row.items[at].type == "person":
        return False
    after = row.items[at + 1]
    return after.kind == "word" and after.low[0].isalpha() and not after.word.flags and not after.word.preps and not after.word.verbs and not after.word.nouns


def _owns(items: list[Item], at: int) -> bool:
    """Tell whether a noun phrase owns what follows ("Colombia's last rebels"): then it is not the subject."""
    return at + 1 < len(items) and "own" in items[at + 1].word.flags


def _apposed(row: Row, start: int, stop: int) -> bool:
    """Tell whether an apposition stands between two verbs ("…, la base des talibans pour négocier"): the second is then its own."""
    items = row.items
    return any(items[i].low == "," and i + 2 < stop and "det" in items[i + 1].word.flags and items[i + 2].kind == "word" for i in range(start + 1, stop - 1))


def _contiguous(row: Row, index: int) -> bool:
    return row.items[index].group >= 0


def _plain(row: Row, start: int, stop: int) -> int | None:
    for index in range(stop - 1, start - 1, -1):
        item = row.items[index]
        if item.low in _STOPS:
            return None
        if item.kind == "np" and item.actors and not item.prep:
            return index
    return None


def _before(row: Row, index: int) -> int | None:
    """Return the noun phrase that a relative pronoun takes up, unless an event noun stands between."""
    for at in range(index - 1, max(-1, index - 7), -1):
        item = row.items[at]
        if item.kind == "np" and item.actors:
            return at
        if item.word.nouns or item.low in _STOPS or item.kind == "treaty":
            return None
    return None


def _skip_parenthesis(row: Row, comma: int) -> int:
    """Return where to go on left of a comma: before a parenthesis that it closes, else just before it."""
    items = row.items
    for at in range(comma - 1, max(-1, comma - 40), -1):
        if items[at].low == ",":
            opener = items[at + 1]
            flags = opener.word.flags
            if flags & {"rel", "sub", "according"} or opener.word.preps or any(t == "ger" or s.kind == "speech" for s, t in opener.word.verbs) or _has(opener, "det"):
                return at - 1
            return comma - 1
        if items[at].low in _STOPS:
            return comma - 1
    return comma - 1


def arguments(row: Row, at: int, groups: list[VerbGroup], *, verb: bool) -> Arguments:
    """Return what follows a verb or noun in its clause."""
    items = row.items
    heads = {g.at: g for g in groups}
    found = Arguments(end=at)
    comma = False
    index = at + 1
    while index < len(items):
        item = items[index]
        flags = item.word.flags
        if item.low in _STOPS or flags & {"rel", "comp"} or ("sub" in flags and not item.word.preps):
            break
        head = heads.get(index)
        if head is not None and _ends_clause(row, head, at, verb=verb):
            break
        if item.low == ",":
            comma = True
        elif item.kind == "np" and _owns(items, index):
            pass
        elif item.kind == "np" or item.kind == "treaty":
            _place_argument(row, found, index, at, verb=verb, comma=comma)
        elif item.word.nouns and head is None:
            if not verb and _another_event(items, index):
                break
            found.nouns.append(index)
            if verb and not comma:
                found.add("noun", index)
        elif _aux(item) and not comma and not verb:
            break
        found.end = index
        index += 1
    return found


def _another_event(items: list[Item], at: int) -> bool:
    """Tell whether a noun is an event of its own, not the complement of the one before ("weeks of negotiations")."""
    if not any(s.kind == "event" for s in items[at].word.nouns):
        return False
    before = next((items[i] for i in range(at - 1, -1, -1) if "det" not in items[i].word.flags or items[i].word.preps), None)
    return before is None or "of" not in before.word.preps


def _ends_clause(row: Row, head: VerbGroup, at: int, *, verb: bool) -> bool:
    """Tell whether a verb on the right ends the clause; a participle that describes the noun does not."""
    if head.time == "participle" and not verb:
        return False
    if head.time == "participle":
        return False
    return head.left > at


def _place_argument(row: Row, found: Arguments, index: int, at: int, *, verb: bool, comma: bool) -> None:
    item = row.items[index]
    slots = item.prep
    if item.place and (slots & {"in", "from", "to"} or not item.actors):
        found.places.append(index)
    if item.group >= 0 and row.groups[item.group][0] != index:
        return  # taken with the first of its list
    if comma and not verb and not slots & {"with", "between", "against", "mediated"}:
        return
    if not slots:
        if verb and not comma and "object" not in found.slots and not found.nouns:
            found.add("object", index)
        elif not verb and (index == at + 1 or (item.form == "demonym" and all(_plain_word(o) for o in row.items[at + 1 : index]))):
            found.add("adj", index)
        return
    if slots & {"of", "of?"} and verb and not comma and not found.nouns and "object" not in found.slots:
        if item.partitive:
            found.add("object", index)
            return
    if slots & {"of", "of?"} and (item.owner not in (None, at) or comma):
        found.add("deep", index)
        return
    for slot in sorted(slots):
        found.add("of" if slot == "of?" else slot, index)



def _plain_word(item: Item) -> bool:
    return item.kind == "word" and not item.word.verbs and not item.word.preps and not item.word.flags - {"upcoming", "ended", "all", "part"}
