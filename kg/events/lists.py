"""Lists of noun phrases: "Paris, Berlin et Londres", and headlines without a conjunction ("Serbia, Kosovo sign deal")."""

from kg.events.items import Item, Row, govern
from kg.events.lexicon import Lexicon, Word

__all__ = ["list_up"]

_BODIES = frozenset({"country", "government", "igo", "organization", "armed_group"})
"""Types of those who give an office."""
_AHEAD = 10
"""How far behind a comma a list may close."""
_HYPHENS = frozenset("-–‑/")
_ASIDE = 4
"""How many items a subject and the shortest aside behind it take."""
_LONGEST = 14
"""How many items an aside between two subjects may take."""
_NAMED = frozenset({"name", "office", "group"})
"""Forms of the last of those that a headline lists ("Chad, [Niger foreign ministers] meet")."""
_FULL_STOPS = frozenset(".?!")
_FINITE = frozenset({"pres", "past", "fut", "cond"})
_TOPIC = 4
"""How far into a headline a colon may stand."""
_BEHIND = 4
"""How far behind a name the one may stand whose it says it is."""
_DESCRIBED = 8
"""How many items an aside behind the second of two subjects may take."""
_POWERS = frozenset({"country", "government", "armed_group", "military", "igo", "person"})
"""Types of those who fight, meet and sign beside each other."""
_PARTIES = frozenset({"country", "armed_group", "igo", "person"})
"""Types of those whom headlines list without a conjunction."""


def list_up(row: Row) -> None:
    """Find the lists ("Paris, Berlin et Londres"): noun phrases joined by commas and closed by a conjunction."""
    items = row.items
    chain: list[int] = []
    joined = False
    one = row.lexicon.language.grammar.objects.get("singular", ())
    for index, item in [pair for pair in enumerate(items) if pair[1].kind in ("np", "treaty")]:
        if item.form == "description" and item.prep & {"of", "of?"}:
            _speak_for(items, index, row.lexicon)
        if item.kind != "np":
            continue
        if _says_whose(items, index):
            if items[index + 1].low == ",":  # "et [du Rwanda], Y": his office alone
                item.actors, item.place = (), None
            continue
        link = _link(row, chain[-1], index) if chain else ""
        around = _around(items, index)
        if around is not None:
            _close(row, chain, joined=joined)
            chain, joined, link = [around], False, "and"
        led = _led(row, index)
        if led is not None:
            link, item.prep = "and" if items[led].kind == "np" else "", _slot_of(items, led)
        if link == "and" and (_acts(items, chain, index, one) or _opens_clause(items, chain, index)):
            link = ""  # "met X and [Y] was told": the subject of another clause
        if link and items[chain[-1]].form == "demonym" and item.type == "person":
            link = ""  # "dans le conflit burundais et ancien ministre": two phrases
        if link == "comma" and _leads(items, chain):
            link = ""
        if link and _where(items[chain[0]]) and (item.type == "person" or (link == "comma" and not item.place)):
            link = ""  # "arrived in [Beijing], and [X] met Y"
        if link and not (joined and link == "comma"):
            chain.append(index)
            joined = joined or link == "and"
            continue
        _close(row, chain, joined=joined)
        chain, joined = [index], False
    _close(row, chain, joined=joined)


def _around(items: list[Item], at: int) -> int | None:
    """Return the first of two subjects where an aside without a verb of its own stands between them ("[X], en visite à Z, et Y ont signé")."""
    item, behind = items[at], _past_aside(items, at + 1)
    verbal = behind is not None and (bool(behind.word.verbs) or "refl" in behind.word.flags)
    last = at - 1 - ("det" in items[at - 1].word.flags)
    if item.prep or not verbal or last < _ASIDE or "and" not in items[last].word.flags or items[last - 1].low != ",":
        return None
    first = next(i for i, each in enumerate(items) if each.kind == "np")
    aside = items[first + 1 + (items[first + 1].low == ",") : last - 1]
    same = items[first].type == item.type or {items[first].type, item.type} <= _POWERS
    if first > 1 or not same or items[first].prep or not 0 < len(aside) < _LONGEST:
        return None
    verbs = [each.word.verbs for each in (*items[:first], *aside) if not each.word.nouns]
    finite = any(tense in _FINITE for each in verbs for _, tense in each)
    opens = aside[0].kind == "word" and not aside[0].word.flags & {"det", "comp", "sub", "and", "after", "before"}
    return first if opens and not finite and items[first].group < 0 else None


def _past_aside(items: list[Item], at: int) -> Item | None:
    """Return the item at an index, behind the aside that may open there ("Haftar[, homme fort de l'Est,] combat …")."""
    if at < len(items) and items[at].low == ",":
        closer = next((i for i in range(at + 1, min(len(items), at + _DESCRIBED)) if items[i].low == ","), None)
        inside = items[at + 1 : closer]
        if closer is None or any(i.word.verbs or i.kind == "sign" or i.word.flags & {"and", "rel"} for i in inside):
            return None
        at = closer + 1
    return items[at] if at < len(items) else None


def _acts(items: list[Item], chain: list[int], at: int, one: tuple[str, ...]) -> bool:
    """Tell whether a verb that one alone can have stands behind a name, and a verb right before those that it seems listed with."""
    behind = items[at + 1].low if at + 1 < len(items) else ""
    before = chain[0] - 1 - ("det" in items[chain[0] - 1].word.flags)
    return behind in one and before > 0 and bool(items[before].word.verbs) and not items[chain[0]].prep


def _opens_clause(items: list[Item], chain: list[int], at: int) -> bool:
    """Tell whether a name is the subject of the verb behind it ("a mis fin à son accord avec X, et [Y] envisage d'en faire autant")."""
    first, item = items[chain[0]], items[at]
    behind = items[at + 1] if at + 1 < len(items) else first
    if len(chain) > 1 or not first.prep or "between" in first.prep or item.prep:
        return False
    if not (_conjugated(behind) or behind.word.flags & {"refl", "ne"}):
        return False
    before = items[: chain[0]]
    last = at - 1 - ("det" in items[at - 1].word.flags)
    comma = items[last - 1].low == ","
    if any(i.low in ":;" or i.word.flags & {"rel", "comp", "sub"} for i in before):
        return False
    return any(_conjugated(i, bare=comma) for i in before)


def _conjugated(item: Item, *, bare: bool = False) -> bool:
    """Tell whether an item is a verb and no participle; `bare`: one that looks like a participle counts as well ("ended")."""
    if item.word.nouns:
        return False
    tenses = {tense for _, tense in item.word.verbs}
    return bool(tenses & _FINITE) and (bare or not tenses & {"part", "inf"})  # "talks with X and Y [designed to] …"


def _led(row: Row, at: int) -> int | None:
    """Return the delegation right before the person who leads it ("a Hamas [delegation] led by X")."""
    items = row.items
    before = at - 3 if at > 2 and items[at - 2].low == "," else at - 2
    if before < 0 or "headed" not in items[at - 1].word.flags or items[at].type != "person":
        return None
    nouns = row.lexicon.language.grammar.objects.get("delegations", ())
    return before if not frozenset(nouns).isdisjoint(items[before].low.split()) else None


def _slot_of(items: list[Item], at: int) -> frozenset[str]:
    """Return the slots of the preposition before a noun, past what describes it."""
    if items[at].kind == "np":
        return items[at].prep
    before = at - 1
    while before >= 0 and not items[before].word.preps and ("det" in items[before].word.flags or _plain(items[before])):
        before -= 1
    return frozenset(items[before].word.preps) if before >= 0 else frozenset()


def _leads(items: list[Item], chain: list[int]) -> bool:
    """Tell whether a chain is a phrase that opens the sentence ("Grâce au Qatar, …", "Mercredi à Doha, …"): no list begins there."""
    first, opener = items[chain[0]], items[0]
    before = items[chain[0] - 1] if chain[0] else first
    governed = first.prep or (before.kind == "np" and before.prep)  # "to the UN [Security Council]"
    opens = opener.kind == "date" or opener.word.preps or opener.word.flags - {"det", "indef", "poss", "demo"}
    gathered = any(tense == "part" for _, tense in opener.word.verbs) and _act(items, chain[-1])
    if not governed or not (opens or gathered):
        return False
    return not any(item.word.verbs for item in items[gathered : chain[0]])


def _act(items: list[Item], at: int) -> bool:
    """Tell whether the list behind a name closes right before a verb ("Réunis sous l'égide de A, [B et C] ont signé")."""
    ahead = range(at + 1, min(at + _AHEAD, len(items) - 1))
    closing = next((i for i in ahead if "and" in items[i].word.flags), len(items))
    last = next((i for i in range(closing, len(items) - 1) if items[i].kind == "np"), None)
    return last is not None and bool(items[last + 1].word.verbs)


def _where(item: Item) -> bool:
    """Tell whether a noun phrase is a place where something is done: who does it is not listed with it."""
    return item.place is not None and bool(item.prep & {"in", "to", "from"})


def _close(row: Row, chain: list[int], *, joined: bool) -> None:
    """Make a list of a chain that a conjunction closes; its members share the preposition of the first."""
    if len(chain) < 2 or not (joined or _headlined(row.items, chain) or _with_others(row.items, chain)):
        return
    first = row.items[chain[0]]
    if _paired(row.items, chain):
        first.prep = frozenset()
    for member in chain:
        item = row.items[member]
        item.group = len(row.groups)
        if not item.prep or item.prep & {"of", "of?"} or "mediated" in first.prep:
            item.prep, item.raw, item.owner = first.prep, first.raw, first.owner
    row.groups.append(chain)


def _paired(items: list[Item], chain: list[int]) -> bool:
    """Tell whether a hyphen joins two names before the event that is theirs ("no progress in [India-Pakistan] talks")."""
    if items[chain[-1] - 1].low not in _HYPHENS:
        return False
    behind = next((i for i in items[chain[-1] + 1 : chain[-1] + 4] if i.kind != "word" or i.word != Word()), None)
    return behind is not None and any(sense.kind == "event" for sense in behind.word.nouns)


def _with_others(items: list[Item], chain: list[int]) -> bool:
    """Tell a list that people without a name close ("X, Y [and other leaders]", "X, Y [et plusieurs ministres]")."""
    behind = items[chain[-1] + 1 : chain[-1] + 3]
    same = len({items[i].type for i in chain}) == 1 and all(items[i].actors for i in chain)
    opening = items[0].word.preps or items[0].word.flags & {"after", "before", "during"}
    if len(chain) == 2 and items[chain[0]].prep and opening:
        return False  # "After the visit of X, Y and his wife flew on"
    if not same or len(behind) < 2 or "and" not in behind[0].word.flags or behind[1].kind not in ("word", "quantity"):
        return False
    return not behind[1].word.verbs and not behind[1].word.preps - {"of"} and not behind[1].word.flags & {"sub", "rel"}


def _headlined(items: list[Item], chain: list[int]) -> bool:
    """Tell whether names are listed as headlines do, without a conjunction."""
    return _headline(items, chain) or _met(items, chain)


def _met(items: list[Item], chain: list[int]) -> bool:
    """Tell those whom the verb of a headline bears on, who close it but for time and place ("Macron meets [Kagame, Tshisekedi] in Paris")."""
    first, last, verb = items[chain[0]], items[-1], items[max(0, chain[0] - 1)]
    same = len({items[i].type for i in chain}) == 1 and first.type in _PARTIES and not first.prep
    if not same or last.low in _FULL_STOPS or any(items[i].form != "name" or not items[i].actors for i in chain):
        return False
    rest = items[chain[-1] + 1 :]
    behind = not rest or rest[0].kind == "date" or bool(rest[0].word.preps)
    clause = any(item.kind == "sign" or item.word.verbs or item.word.flags & {"and", "rel", "comp"} for item in rest)
    return bool(verb.word.verbs) and behind and not clause


def _headline(items: list[Item], chain: list[int]) -> bool:
    """Tell a list without a conjunction: parties that open a sentence, their verb right behind ("[Serbia, Kosovo] sign deal")."""
    behind = next((i for i in items[chain[-1] + 1 : chain[-1] + 3] if "to" not in i.word.flags), None)
    named = all(items[i].form == "name" for i in chain[:-1]) and items[chain[-1]].form in _NAMED
    parties = named and all(items[i].actors and items[i].type in _PARTIES for i in chain)
    opens = chain[0] == 0 or (
        chain[0] <= _TOPIC and items[chain[0] - 1].low == ":"
    )  # "Anwar: Thailand, Cambodia agree"
    return parties and opens and behind is not None and behind.kind == "word" and bool(behind.word.verbs)


def _link(row: Row, left: int, right: int) -> str:
    """Return "and", "comma" or "" for what stands between two noun phrases."""
    items = row.items
    between = items[left + 1 : right]
    kind, unknown = "", 0
    if len(between) == 1 and between[0].low in _HYPHENS:
        return "and"
    inside = False
    for at, item in enumerate(between, left + 1):
        flags = item.word.flags
        inside = inside or item.low == "("
        if inside:  # "(à gauche)"
            inside = item.low != ")"
            continue
        if "and" in flags:
            kind = "and"
        elif item.kind == "np" and kind and _says_whose(items, at):
            continue
        elif item.low == ",":
            kind = kind or "comma"
        elif (
            (item.low == "/" and unknown)
            or item.kind == "quantity"
            or "det" in flags
            or "adv" in flags
            or "own" in flags
        ):  # "et l'AFC/M23": the name within an alias
            continue
        elif item.word.preps:
            again = items[left].prep & item.word.preps or _again(row, items[left], item)
            if not kind or not (item.word.preps & {"of"} or again):
                return ""
        elif item.kind == "word" and not item.word.verbs and not item.word.nouns and not flags:
            unknown += 1
            if unknown > 3 or not kind:
                return ""
        else:
            return ""
    return kind


def _again(row: Row, left: Item, item: Item) -> bool:
    """Tell whether a preposition takes up the last word of the one before ("grâce [au] Qatar, [à] l'Égypte et [à] la Turquie")."""
    found = row.lexicon.match([left.raw.split()[-1]], 0) if "mediated" in left.prep and left.raw else None
    return found is not None and bool(found[1].preps & item.word.preps)


def _says_whose(items: list[Item], at: int) -> bool:
    """Tell whether a name only says whose the next one is ("[Armenia]'s Nikol Pashinyan", "the [Palestinian] militant group Hamas")."""
    behind = items[at + 1 : at + 1 + _BEHIND]
    if len(behind) > 1 and behind[0].low == "," and _of_the_other(items, at):
        return True
    named = next((i for i in behind if not _plain(i)), None)
    if named is not None and named is not behind[0] and named.type == "person" and items[at].type in _BODIES:
        return True  # "[African Union] Commission chairperson X"
    if not behind or not ("own" in behind[0].word.flags or (items[at].form == "demonym" and _plain(behind[0]))):
        return False
    named = next((i for i in behind[1:] if not _plain(i)), None)
    return named is not None and named.kind == "np" and named.form == "name" and bool(named.actors)


def _of_the_other(items: list[Item], at: int) -> bool:
    """Tell whether a state is the second one whose office is named ("les présidents de A, X, et [de B], Y, …", "le roi de A, X, et celui [de B], Y")."""
    holder, first = items[at + 2], at - 1
    named = items[at].form == "demonym" or items[at].prep & {"of", "of?"}
    if not named or holder.type != "person" or holder.prep:
        return False
    while first > 0 and (items[first].word.preps or "det" in items[first].word.flags or _plain(items[first])):
        first -= 1
    before = first - 1 - (items[first - 1].low == ",")
    return "and" in items[first].word.flags and before >= 0 and items[before].type == "person"


def _plain(item: Item) -> bool:
    """Tell whether an item is a noun or adjective that the language file does not know."""
    word = item.word
    return item.kind == "word" and not (word.flags or word.preps or word.verbs or word.nouns)


def _speak_for(items: list[Item], index: int, lexicon: Lexicon) -> None:
    """Let those who act for several stand for them: "the foreign ministers of [the two countries] signed"."""
    of = next((i for i in range(index - 1, max(-1, index - 3), -1) if "of" in items[i].word.preps), 0)
    head = next((i for i in range(of - 1, max(-1, of - 5), -1) if items[i].low in lexicon.spokesmen), None)
    if head is None or any(items[i].kind in ("sign", "np") or items[i].word.verbs for i in range(head + 1, of)):
        return
    if not items[head].word.nouns:
        govern(items, head)
    items[index].prep, items[index].raw, items[index].owner = items[head].prep, items[head].raw, items[head].owner
