"""Several who have no name here: "les deux parties", "the two leaders", "the two", "they"; read from the sentences before."""

import itertools
import re
from bisect import bisect_right
from collections.abc import Container

from msgspec.structs import replace

from kg.authority import key
from kg.model import Mention, Span
from kg.resolve.case import Case, data
from kg.resolve.slots import behind, slot

__all__ = [
    "BACK",
    "CLOSE",
    "PARTIES",
    "Told",
    "acts",
    "and_between",
    "both",
    "governed",
    "last",
    "several",
    "sides_of",
    "told_before",
]

PARTIES = frozenset({"country", "government", "armed_group"})
_BODIES = frozenset({"military", "organization"})
CLOSE = 24
"""How many characters "and" and an article take."""
_NAMED = frozenset({"name", "group", "office", "description"})
"""Forms of mentions that say who is meant."""
_OVER = 4
"""How many descriptions may overlap."""
_TITLE = 3
"""How many of the first sentences may be of the title."""
_SUBJECT = re.compile(r"(?:.{0,60},)?\W*(?:\w{1,4}['’\s]\s?)?", re.DOTALL)
"""What may stand before the subject that opens a sentence: a phrase that a comma closes, an article."""
_WORD = 20
"""How many characters before a phrase its preposition or adjective may take."""
_FAR = 40
"""Characters from which two in one sentence need not belong together."""
BACK = 3
"""Sentences that a description may look back over."""


class Told:
    """Who is named in the sentences of an article."""

    def __init__(self, case: Case) -> None:
        """Sort the mentions by sentence."""
        self.named: dict[int, list[Mention]] = {}
        for mention in case.mentions:
            number = case.sentence_number(mention.start)
            if number is not None and mention.actor and mention.form in _NAMED:
                self.named.setdefault(number, []).append(mention)
        self.genders: dict[str, set[str]] = {}
        """The gender of each person, where the text tells one."""
        for span in case.spans:
            actor, gender = case.person_of.get((span.start, span.end)), data(span, "gender")
            if actor and gender:
                self.genders.setdefault(actor, set()).add(gender)
        self._case = case
        self._first: dict[bool, list[Mention]] = {}
        self._taken: list[tuple[int, int, int]] = []

    def first(self, *, persons: bool) -> list[Mention]:
        """Return the first mention of each person of the article, or of each party that is more than a place, in text order."""
        if persons not in self._first:
            every = sorted((m for each in self.named.values() for m in each), key=lambda m: m.start)
            first: dict[str | None, Mention] = {}
            for mention in every:
                if mention.actor not in first and _of_kind(self._case, [mention], persons=persons):
                    first[mention.actor] = mention
            self._first[persons] = list(first.values())
        return self._first[persons]

    def take(self, span: Span) -> None:
        """Let a description stand for all that was entered within it so far."""
        self._taken.append((span.start, span.end, len(self._case.mentions)))

    def finish(self) -> None:
        """Let go of what stands within the descriptions that were taken."""
        taken, case = sorted(self._taken), self._case
        gone = set()
        for number, mention in enumerate(case.mentions if taken else ()):
            at = bisect_right(taken, (mention.start, len(case.text) + 1, 0))
            if any(mention.end <= end and number < count for _, end, count in taken[max(0, at - _OVER) : at]):
                gone.add(number)
        case.mentions = [mention for number, mention in enumerate(case.mentions) if number not in gone]


def both(case: Case, span: Span, told: Told, *, persons: bool) -> None:
    """Resolve "les deux parties" to the two actors of the nearest sentence that has two, or that it joins: "A et B"."""
    if _any(case, span):
        return
    others = _outside(case, span, told, persons=persons)
    span = _without_preposition(case, span)
    recent = told_before(case, span, told)
    forces = _forces(case, span, recent)
    found = iter([forces]) if forces else (_two_of(case, mentions, others, persons=persons) for mentions in recent)
    pair = next((one for one in found if one), None) or _apart(case, recent, others, persons=persons)
    if pair and not forces and _loose(case, pair, told, persons=persons):
        pair = next(iter(_title_pairs(case, told, persons=persons)))
    if not pair and not persons:
        pair = next((one for mentions in recent if (one := _states_of_two(case, mentions))), [])
    if not pair and not persons:  # forces and organisations count only where no two states or movements do
        pair = next((one for mentions in recent if (one := _joined(case, _wider(case, mentions)))), [])
    pair = pair or _titled(case, span, told, recent, persons=persons)
    if not pair and not persons:  # and states that only say where come last of all
        places = (_two_of(case, mentions, others, persons=False, places=True) for mentions in recent)
        pair = next((one for one in places if one), [])
    if pair:
        told.take(span)
        for mention in pair:
            if mention.actor:
                case.mention(span, mention.type, "description", mention.actor, confidence=0.6)


def _any(case: Case, span: Span) -> bool:
    """Tell whether "the parties" are all there are, whoever they be ("[toutes] les parties")."""
    before = re.findall(r"\w+", case.text[max(0, span.start - _WORD) : span.start].lower())[-1:]
    return bool(before) and before[0] in case.language.grammar.all_of


def _without_preposition(case: Case, span: Span) -> Span:
    """Return "les deux pays" of "[des] deux pays": what governs it stands before it."""
    first, _, rest = span.text.partition(" ")
    words = {key(word) for slot_ in ("of", "to") for word in case.language.grammar.prepositions[slot_]}
    return replace(span, start=span.end - len(rest), text=rest) if rest and key(first) in words else span


def several(case: Case, span: Span, told: Told, kinds: Container[str] | None = None) -> None:
    """Resolve "they" at the start of a sentence to those whom "and" joins as the subject of the sentence before.

    "Their ministers" stand for them only where they are of certain `kinds`.
    """
    recent, number = told_before(case, span, told), case.sentence_number(span.start)
    if len(recent) < 2 or not number or any(not m.place for m in recent[0]):
        return
    start = case.annotations.sentences[number - 1].start
    first: list[Mention] = []
    for mention in sorted(recent[1], key=lambda m: (m.start, -m.end)):
        if first and mention.start < max(m.end for m in first):
            first += [mention] if first[-1].start == mention.start and first[-1].form == "description" else []
            continue
        opens = not first and _SUBJECT.fullmatch(case.text[start : mention.start]) and not governed(case, mention)
        goes_on = first and (mention.actor == first[-1].actor or _listed_on(case, first[-1].end, mention.start))
        if not (opens or goes_on):
            break
        first.append(mention)
    actors = {m.actor: m for m in first}
    if kinds is not None and not all(m.type in kinds for m in first):
        return
    joined = first and (first[0].form in {"description", "pronoun"} or _joined(case, first))
    if len(actors) > 1 and joined:
        again = (replace(m, start=span.start, end=span.end) for m in actors.values())
        told.named[number] = [*told.named.get(number, ()), *again]
        for mention in actors.values():
            case.mention(span, mention.type, "pronoun", mention.actor, confidence=0.6)


def acts(case: Case, span: Span) -> bool:
    """Tell whether "the two" are people or states that do something: a verb follows, not what is counted."""
    after = re.match(r"\s+([\w'’]+)", case.text[span.end :])
    return after is not None and key(after[1].partition("'")[0].partition("’")[0]) in map(
        key, case.language.names.paired
    )


def last(case: Case, span: Span, told: Told) -> list[Mention]:
    """Return who is told of in the nearest sentence before a span that names persons or parties."""
    kinds = PARTIES | {"person"}
    found = ([m for m in each if m.type in kinds] for each in told_before(case, span, told)[1:])
    return next((each for each in found if each), [])


def told_before(case: Case, span: Span, told: Told) -> list[list[Mention]]:
    """Return the named mentions of the sentence before the span and of those before it, nearest sentence first."""
    number = case.sentence_number(span.start)
    if number is None:
        return []
    return [
        [m for m in told.named.get(n, ()) if m.start < span.start]
        for n in range(number, max(-1, number - BACK - 1), -1)
    ]


def and_between(case: Case, end: int, start: int) -> bool:
    """Tell whether "and" joins two phrases that end and begin there, articles and prepositions aside."""
    joins = "|".join(re.escape(word) for word in case.language.names.and_)
    text = case.text[end:start] if 0 < start - end < CLOSE else ""
    return re.fullmatch(rf"\s+(?:{joins})\s+(?:\w{{1,5}}['’\s]\s?){{0,3}}", text, re.IGNORECASE) is not None


def governed(case: Case, mention: Mention) -> bool:
    """Tell whether a preposition stands before a name: then it is no subject ("reçu par [X]")."""
    before = re.findall(r"\w+", case.text[max(0, mention.start - 20) : mention.start].lower())[-1:]
    return bool(before) and any(before[0] in words for words in case.language.grammar.prepositions.values())


def _apart(case: Case, recent: list[list[Mention]], others: set[str | None], *, persons: bool) -> list[Mention]:
    """Return the two of whom the two sentences before tell one each ("X came to Y. Z was waiting. [The two men] …")."""
    near = [m for mentions in recent[1:3] for m in _of_kind(case, mentions, persons=persons) if m.actor not in others]
    pair = list({_side(case, m): m for m in sorted(near, key=lambda m: m.start)}.values())
    return pair if len(pair) == 2 else []


def _titled(case: Case, span: Span, told: Told, recent: list[list[Mention]], *, persons: bool) -> list[Mention]:
    """Return the pair of the title, or the only one of the article so far, where nobody else is nearer."""
    near = {m.actor for mentions in recent for m in mentions}
    rivals = {m.actor for mentions in recent for m in _of_kind(case, mentions, persons=persons)}
    for pair in _title_pairs(case, told, persons=persons):
        actors = {m.actor for m in pair}
        if actors <= near or rivals <= actors:
            return pair
    only = [m for m in told.first(persons=persons)[:3] if m.start < span.start]
    return only if len(only) == 2 else []


def _title_pairs(case: Case, told: Told, *, persons: bool) -> list[list[Mention]]:
    """Return the two that each sentence of the title tells."""
    titles = [n for n, sentence in enumerate(case.annotations.sentences[:_TITLE]) if sentence.segment == "title"]
    pairs = (_two_of(case, told.named.get(number, []), set(), persons=persons) for number in titles)
    return [pair for pair in pairs if pair]


def _loose(case: Case, pair: list[Mention], told: Told, *, persons: bool) -> bool:
    """Tell whether two only stand in one sentence, far apart, one of them with another side in the title: that pair is meant."""
    first, second = sorted(pair, key=lambda m: m.start)[:2]
    beside = behind(case.text, second.start, case.language.names, case.language.grammar.prepositions["with"])
    if persons or beside or second.start - first.end < _FAR:
        return False
    sides = {_side(case, m) for m in pair}
    return any(len(sides & {_side(case, m) for m in each}) == 1 for each in _title_pairs(case, told, persons=persons))


def _of_kind(case: Case, mentions: list[Mention], *, persons: bool) -> list[Mention]:
    """Return the persons among some mentions, or the parties that are more than a place."""
    mentions = [m for m in mentions if not _mediates(case, m)]
    if persons:
        return [m for m in mentions if m.type == "person"]
    return [m for m in mentions if m.type in PARTIES and not (_where(case, m) or _of_town(case, m))]


def sides_of(case: Case, mentions: list[Mention], *, persons: bool) -> list[Mention]:
    """Return the first mention of each person of a sentence, or of each party that is more than a place, in text order."""
    first: dict[str | None, Mention] = {}
    for mention in sorted(_of_kind(case, mentions, persons=persons), key=lambda m: m.start):
        first.setdefault(mention.actor, mention)
    return list(first.values())


def _mediates(case: Case, mention: Mention) -> bool:
    """Tell whether somebody is named as who hosts or mediates: none of the two sides ("talks hosted by [Kenya]")."""
    names, grammar = case.language.names, case.language.grammar
    return behind(case.text, mention.start, names, grammar.prepositions["mediated"])


def _forces(case: Case, span: Span, recent: list[list[Mention]]) -> list[Mention]:
    """Return the two armies that "les deux armées" takes up, where two and no more were told of."""
    within = (s for s in case.at.within(span.start, span.end) if s.kind == "group")
    if not any(data(s, "kind") == "military" for s in within):
        return []
    armies = {m.actor: m for mentions in recent for m in mentions if m.type == "military"}
    return list(armies.values()) if len(armies) == 2 else []


def _two_of(
    case: Case, mentions: list[Mention], others: set[str | None], *, persons: bool, places: bool = False
) -> list[Mention]:
    """Return the two persons or parties of a sentence, or those that it joins where there are more.

    Who hosts or mediates is none of them; states that say where something happened are only where `places` are asked for.
    """
    fitting = [m for m in mentions if (m.type == "person") == persons and (persons or m.type in PARTIES)]
    fitting = [m for m in fitting if not (m.actor in others or _of_town(case, m) or _mediates(case, m))]
    if any(m.type == "armed_group" for m in fitting):
        fitting = [m for m in fitting if not _where(case, m)]
    elif not (persons or places):
        fitting = _doing(case, fitting)
    fitting = [m for m in fitting if not any(o is not m and o.start <= m.start and m.end <= o.end for o in fitting)]
    fitting.sort(key=lambda m: m.start)
    pair = list({_side(case, m): m for m in fitting}.values())
    return pair if len(pair) == 2 else _joined(case, fitting) if len(pair) > 2 and not _listed(case, fitting) else []


def _states_of_two(case: Case, mentions: list[Mention]) -> list[Mention]:
    """Return the states of the two persons of a sentence, where each has its own ("X and Y met in Kenya. [The two countries] …")."""
    leaders = _two_of(case, mentions, set(), persons=True)
    codes = [actor.country for m in leaders if (actor := case.actors.get(m.actor or "")) and actor.country]
    lands = [land for code in dict.fromkeys(codes) if (land := case.authority.country(code))]
    if len(leaders) != 2 or len(lands) != 2:
        return []
    return [replace(m, actor=case.known(land), type="country") for m, land in zip(leaders, lands, strict=True)]


def _of_town(case: Case, mention: Mention) -> bool:
    """Tell whether a country only says where the town before it lies ("in Addis Ababa, [Ethiopia]")."""
    if mention.type != "country" or case.text[mention.start - 2 : mention.start] != ", ":
        return False
    towns = (case.entry(m.place) for m in case.mentions if m.end == mention.start - 2 and m.place and not m.actor)
    country = case.actors[mention.actor].country if mention.actor in case.actors else None
    return any(town is not None and town.country == country for town in towns)


def _side(case: Case, mention: Mention) -> str | None:
    """Return whom a mention stands for: a state and its government are one side."""
    actor = case.actors.get(mention.actor or "")
    return actor.country or actor.id if actor and actor.type in {"country", "government"} else mention.actor


def _listed(case: Case, mentions: list[Mention]) -> bool:
    """Tell whether the two that "and" joins close a list of three ("X, Y et Z"): no two of them are a pair."""
    pair = _joined(case, mentions)
    before = [m for m in mentions if pair and m.end <= pair[0].start and m.actor != pair[0].actor]
    return bool(before) and case.text[before[-1].end : pair[0].start].strip() == ","


def _wider(case: Case, mentions: list[Mention]) -> list[Mention]:
    """Return the parties of a sentence with forces and organisations among them, which count where "and" joins them."""
    found = [m for m in mentions if m.type in PARTIES | _BODIES and not _where(case, m)]
    found = [m for m in found if not any(o is not m and o.start <= m.start and m.end <= o.end for o in found)]
    return sorted(found, key=lambda m: m.start)


def _where(case: Case, mention: Mention) -> bool:
    """Tell whether a country only says where: a movement does not talk with it ("les pourparlers avec l'ELN en [Équateur]")."""
    return mention.type == "country" and slot(case.text, mention.start, mention.end, case.language.names) == "place"


def _doing(case: Case, mentions: list[Mention]) -> list[Mention]:
    """Return the parties that are more than a place, or a place of a list of them ("in Kenya and [Tanzania]")."""
    out: list[Mention] = []
    last: Mention | None = None
    placed = False
    for mention in sorted(mentions, key=lambda m: m.start):
        listed = last is not None and _listed_on(case, last.end, mention.start)
        placed = _where(case, mention) or (placed and listed)
        out += [] if placed else [mention]
        last = mention
    return out


def _outside(case: Case, span: Span, told: Told, *, persons: bool) -> set[str | None]:
    """Return whoever does something to the two in their own clause ("[X] a reçu les deux hommes"): neither of them is X.

    What a state does to states it does to others only where a preposition or verb says so ("[Moscou] a proposé aux deux pays").
    """
    if not persons and not _addressed(case, span):
        return set()
    joins = "|".join(re.escape(word.strip("'’")) for word in case.language.grammar.complementizers)
    near = _of_kind(
        case, told_before(case, span, told)[:1][0] if told_before(case, span, told) else [], persons=persons
    )
    apart = [
        m for m in near if not re.search(rf"[.,;:«»“”]|\b(?:{joins})\b", case.text[m.end : span.start], re.IGNORECASE)
    ]
    return {m.actor for m in apart} if len({_side(case, m) for m in near}) == 1 else set()


def _addressed(case: Case, span: Span) -> bool:
    """Tell whether "the two countries" are those to whom somebody does something ("[aux] deux pays", "a obtenu [des] deux pays")."""
    grammar, first = case.language.grammar, span.text.partition(" ")[0].lower()
    before = re.findall(r"[\w'’]+", case.text[max(0, span.start - 3 * _WORD) : span.start].lower())
    if first in grammar.prepositions["of"]:  # behind a perfect: "a obtenu [des] deux pays"
        have = grammar.auxiliaries["have"]
        return not {*have.pres.split(), *have.past.split()}.isdisjoint(before[-3:-1])
    to = {*grammar.prepositions["in"], *grammar.prepositions["to"], "to"}
    return first in to or before[-1] in to if before else False


def _joined(case: Case, mentions: list[Mention]) -> list[Mention]:
    """Return the last two neighbours that "and" joins."""
    for first, second in reversed(list(itertools.pairwise(mentions))):
        if first.actor != second.actor and and_between(case, first.end, second.start):
            return [first, second]
    return []


def _listed_on(case: Case, end: int, start: int) -> bool:
    """Tell whether a comma or "and" joins two phrases that end and begin there."""
    return case.text[end:start].strip() == "," or and_between(case, end, start)
