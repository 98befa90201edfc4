"""Puts the words of a verb-second language in the order that the reader expects: subject, verb, rest.

Items of a sentence --straighten--> the same items, where a clause keeps its verb together behind its subject:

    "Am Montag hat der Minister Genf verlassen"  ->  Am Montag | der Minister hat verlassen | Genf
    "Merkel kündigte Gespräche an"               ->  Merkel | kündigte-an | Gespräche
    "…, dass Merkel Putin traf"                  ->  …, dass Merkel | traf | Putin
    "Sie trafen einander nicht"                  ->  Sie | nicht trafen | einander

Offsets stay those of the text.  Only languages with `[grammar.word_order]` are touched.
"""

from collections.abc import Sequence
from itertools import pairwise

from kg.events.items import Item
from kg.events.lexicon import Lexicon, Word

__all__ = ["helps", "straighten", "tenses"]

_BREAKS = frozenset(',;:.!?–—"„“”»«()')
_FINITE = frozenset({"pres", "past", "fut", "cond"})
_LATE = frozenset({"part", "inf", "fut"})
_REACH = 8
"""How many items may stand between a fronted verb and its subject."""


def straighten(items: list[Item], text: str, lexicon: Lexicon) -> list[Item]:
    """Return the items of a sentence with the parts of each verb together behind its subject."""
    order = lexicon.language.grammar.word_order
    if order is None:
        return items
    particles = frozenset(order.particles)
    _by_case(items, text)
    _genitives(items, text, frozenset(order.genitives))
    out: list[Item] = []
    clause: list[Item] = []
    before: list[list[Item]] = []
    for item in [*items, None]:
        if item is not None and not (item.kind in ("sign", "word") and item.low in _BREAKS):
            clause.append(item)
            continue
        if clause:
            before.append(clause)
            out += _clause(clause, before[:-1], text, lexicon, particles)
        clause = []
        if item is not None:
            out.append(item)
    return out


def _by_case(items: list[Item], text: str) -> None:
    """Keep of a word that may be noun or verb what its first letter says: nouns have a capital, verbs none."""
    for index, item in enumerate(items):
        if item.kind != "word" or " " in item.low or not (item.word.verbs or item.word.nouns):
            continue
        first = index == 0 or items[index - 1].low in _BREAKS - {","}
        if text[item.start].isupper():
            if item.word.verbs and not first:
                item.word = _without(item.word, verbs=True)
        elif item.word.nouns:
            item.word = _without(item.word, verbs=False)


def _genitives(items: list[Item], text: str, articles: frozenset[str]) -> None:
    """Let an article right behind a noun stand for the preposition of: "der Abzug [der] Truppen"."""
    for before, item in pairwise(items):
        noun = (
            before.kind == "word"
            and text[before.start].isupper()
            and "det" not in before.word.flags
            and not before.word.preps
        )
        if noun and item.kind == "word" and item.low in articles:
            item.word = Word(item.word.flags, {"of"}, [], [])


def _without(word: Word, *, verbs: bool) -> Word:
    return Word(word.flags, word.preps, [] if verbs else word.verbs, word.nouns if verbs else [])


def tenses(item: Item) -> frozenset[str]:
    """Return the tenses that a word may have as a verb."""
    return frozenset(tense for _, tense in item.word.verbs) if item.kind == "word" else frozenset()


def helps(item: Item) -> bool:
    """Tell whether a word may stand before the verb that it belongs to ("will", "a", "doit")."""
    return any(sense.kind in ("aux", "modality") for sense, _ in item.word.verbs)


def _clause(
    clause: list[Item], before: Sequence[list[Item]], text: str, lexicon: Lexicon, particles: frozenset[str]
) -> list[Item]:
    """Return one clause in the expected order; `before` are those of the sentence before it."""
    last = len(clause) - 1
    while last and _outside(clause[last]) and clause[last].low not in particles:
        last -= 1
    if clause[last].low in particles:
        _join_particle(clause, last, lexicon)
    verbs = [i for i, item in enumerate(clause) if tenses(item)]
    if not verbs:
        return clause
    first, final = verbs[0], _closing(clause, last)
    opened = bool(clause[0].word.flags & {"sub", "comp", "rel"})
    relative = bool(before) and first > 0 and clause[0].kind == "word" and "det" in clause[0].word.flags
    if final and (opened or (relative and first in final)):
        return _gathered(_place(clause, final, _behind_subject(clause, final[0])), text)
    end = first
    opens = helps(clause[first]) or tenses(clause[first]) <= _LATE
    if opens and first not in final and any(tenses(clause[i]) & _LATE for i in final):
        clause = _place(clause, [first, *final], first)
        end = first + len(final)
    while end + 1 < len(clause) and tenses(clause[end + 1]):
        end += 1
    return _gathered(_invert(clause, first, end, before, text), text)


def _outside(item: Item) -> bool:
    """Tell whether an item may stand behind the verbs that close a clause."""
    return "adv" in item.word.flags or item.kind == "date"


def _closing(clause: list[Item], last: int) -> list[int]:
    """Return the verbs that close a clause, with the "zu" between them."""
    start = last + 1
    while start and (tenses(clause[start - 1]) or (clause[start - 1].low == "zu" and start <= last)):
        start -= 1
    return list(range(start, last + 1))


def _place(clause: list[Item], verbs: list[int], at: int) -> list[Item]:
    """Return a clause with its verbs at one place: the finite one, what else helps, what tells."""
    moved = [clause[i] for i in verbs]
    helping = sorted((item for item in moved if helps(item)), key=lambda item: not tenses(item) & _FINITE)
    told = [item for item in moved if not helps(item)]
    rest = [item for i, item in enumerate(clause) if i not in verbs]
    at -= sum(1 for i in verbs if i < at)
    return [*rest[:at], *helping, *told, *rest[at:]]


def _list_end(clause: list[Item], index: int, stop: int) -> int:
    """Return the index behind a noun phrase and those that "and" joins to it."""
    end = index + 1
    while end + 1 < stop and "and" in clause[end].word.flags:
        follower = next((i for i in range(end + 1, min(end + 4, stop)) if clause[i].kind == "np"), None)
        if follower is None:
            break
        end = follower + 1
    return end


def _behind_subject(clause: list[Item], stop: int) -> int:
    """Return the place behind the first noun phrase of a clause that no preposition governs."""
    for index in range(1, stop):
        if clause[index].kind == "np" and _free(clause, index):
            return _list_end(clause, index, stop)
    return 1


def _free(clause: list[Item], index: int) -> bool:
    """Tell whether no preposition governs a noun phrase."""
    for item in reversed(clause[:index]):
        if item.kind != "word" or tenses(item) or item.word.flags & {"and", "sub", "comp", "adv"}:
            return True
        if item.word.preps:
            return False
    return True


def _invert(clause: list[Item], head: int, end: int, before: Sequence[list[Item]], text: str) -> list[Item]:
    """Bring a subject that follows its verb before it ("Am Montag traf | Merkel …")."""
    fronted = clause[:head]
    if any((item.kind == "np" and _free(clause, i)) or item.word.nouns for i, item in enumerate(fronted)):
        return clause
    if head == 0 and not (before and any(tenses(item) for item in before[-1]) and not _waiting(before)):
        return clause
    for at in range(end + 1, min(end + 1 + _REACH, len(clause))):
        item = clause[at]
        if item.kind == "np":
            stop = _list_end(clause, at, len(clause))
            return [*fronted, *clause[end + 1 : stop], *clause[head : end + 1], *clause[stop:]]
        if item.kind != "date" and (item.kind != "word" or item.word.preps or text[item.start].isupper()):
            return clause  # a noun that is no actor may be the subject
    return clause


def _waiting(before: Sequence[list[Item]]) -> bool:
    """Tell whether a subject still waits for its verb, before a clause that describes it ("Biden, der in Genf ist, …")."""
    for part in reversed(before[:-1]):
        if any(tenses(item) for item in part):
            return False
        if any(item.kind == "np" for item in part):
            return True
    return False


def _join_particle(clause: list[Item], last: int, lexicon: Lexicon) -> None:
    """Make one verb of its stem and the particle that closes the clause; a stem without it then means nothing."""
    for item in clause[:last]:
        found = lexicon.match([clause[last].low + item.low], 0) if item.kind == "word" else None
        if found is not None and found[1].verbs:
            item.word = _without(found[1], verbs=False)
            clause[last].word = Word({"adv"})
            return
    stem = next((item for item in clause[:last] if tenses(item)), None)
    if stem is not None and not helps(stem) and not clause[last].word.preps:
        stem.word = Word(stem.word.flags)


def _gathered(clause: list[Item], text: str) -> list[Item]:
    """Bring a reflexive and a negation behind the verb before it; a negation of one word denies only that."""
    own = next((item for item in clause if "refl" in item.word.flags), None)
    if own is not None:
        clause = _before_verb([item for item in clause if item is not own], own)
    verb = next((i for i, item in enumerate(clause) if tenses(item)), len(clause))
    for index in range(verb + 1, len(clause)):
        item = clause[index]
        if "neg" in item.word.flags and "det" not in item.word.flags:
            after = clause[index + 1] if index + 1 < len(clause) else None
            if after is None or after.word.preps or after.kind in ("np", "sign") or text[after.start].isupper():
                return _before_verb([other for other in clause if other is not item], item)
    return clause


def _before_verb(clause: list[Item], moved: Item) -> list[Item]:
    verb = next((i for i, item in enumerate(clause) if tenses(item)), len(clause))
    return [*clause[:verb], moved, *clause[verb:]]
