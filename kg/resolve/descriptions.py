"""Phrases without a name: "les deux parties", "the kingdom", "les insurgés", "le gouvernement", "he"; only where one reading is left."""

import itertools
import re
from dataclasses import replace
from typing import Final

from kg.authority import key
from kg.iri import local_id
from kg.model import Actor, Mention, Span
from kg.resolve import bodies
from kg.resolve.case import Case, data, divided
from kg.resolve.slots import slot

__all__ = ["resolve"]

_REALMS: Final[dict[str, frozenset[str]]] = {
    "emirate": frozenset({"QA", "KW"}),
    "kingdom": frozenset(
        {"SA", "MA", "JO", "BH", "GB", "ES", "BE", "NL", "DK", "NO", "SE", "TH", "KH", "BT", "LS", "SZ", "TO"}
    ),
    "sultanate": frozenset({"OM", "BN"}),
}
_COUPLES: Final[dict[str, tuple[str, str]]] = {"koreas": ("KP", "KR"), "sudans": ("SD", "SS"), "congos": ("CD", "CG")}
"""States that share a name."""
_PARTIES = frozenset({"country", "government", "armed_group"})
_BODIES = frozenset({"military", "organization"})
_BARE = frozenset({"government", "military", "opposition"})
_Told = dict[int, list[Mention]]
"""Named mentions by sentence."""
_ANY = "Armed groups of "
"""Begins what armed groups of a state are called that have no name."""
_CLOSE = 24
"""How many characters "and" and an article take."""
_BACK = 3
"""Sentences that a description may look back over."""


def resolve(case: Case) -> None:
    """Enter a mention for each description that can mean only one actor, or one pair."""
    unowned = [
        s for s in case.spans if s.kind == "group" and not any(n in {"of", "within", "sponsor"} for n, _ in s.data)
    ]
    couples = [s for s in case.spans if s.kind == "description" and data(s, "kind") == "both"]
    unowned = [s for s in unowned if not any(p.start <= s.start and s.end <= p.end for p in couples)]  # "both armies"
    open_ = [s for s in unowned if data(s, "kind") in _BARE and not _bare(case, s, data(s, "kind"))]
    for span in open_:
        _only(case, span, data(span, "kind"))
    for span in unowned:
        if data(span, "kind") == "militants":
            _rebels(case, span)
    told: _Told = {}
    for mention in case.mentions:
        number = case.sentence_number(mention.start)
        if number is not None and mention.actor and mention.form in {"name", "group", "office", "description"}:
            told.setdefault(number, []).append(mention)
    pairs = {span: whole for span in case.spans if (whole := _pair(case, span)) is not None}
    for span in case.spans:
        kind = data(span, "kind")
        if span in pairs:
            _both(case, pairs[span], told, persons=True)
        elif span.kind == "pronoun":
            _pronoun(case, span, told, kind)
        elif span.kind == "description":
            _described(case, span, told, kind)


def _pair(case: Case, span: Span) -> Span | None:
    """Return "les deux dirigeants" with the nationality behind it, which is theirs and acts not itself."""
    if span.kind != "description" or data(span, "kind") != "both_persons":
        return None
    after = next((s for s in case.spans if s.kind == "demonym" and s.start == span.end + 1), None)
    return replace(span, end=after.end, text=case.text[span.start : after.end]) if after else None


def _described(case: Case, span: Span, told: _Told, kind: str) -> None:
    if kind in _REALMS:
        _realm(case, span, kind)
    elif kind == "insurgents":
        armed = [a for a in case.actors.values() if a.type == "armed_group"]
        named = [a.id for a in armed if not a.name.startswith(_ANY)]
        _one(case, span, named or [a.id for a in armed] or _unnamed(case, span))
    elif kind in _COUPLES:
        for state in filter(None, map(case.authority.country, _COUPLES[kind])):
            case.mention(span, "country", "description", case.known(state), confidence=0.9)
    elif kind in {"both", "both_persons"}:
        _both(case, span, told, persons=kind == "both_persons")


def _one(case: Case, span: Span, actors: list[str]) -> None:
    if len(actors) == 1:
        case.mention(span, case.actors[actors[0]].type, "description", actors[0], confidence=0.6)


def _unnamed(case: Case, span: Span) -> list[str]:
    """Enter the rebels of an article that names no group and is about no one state: who they are stays open.

    A phrase that only takes up what was told before ("the movement") is nobody.
    """
    if not any(s.end == span.end and s.start >= span.start and data(s, "kind") == "militants" for s in case.spans):
        return []
    articles = {key(each) for each in case.language.names.articles}
    name = " ".join(word for word in span.text.split() if key(word) not in articles)
    actor_id = local_id("armed_group", f"{key(name)} {case.article.id[:8]}")
    return [case.actors.setdefault(actor_id, Actor(actor_id, name, "armed_group")).id]


def _realm(case: Case, span: Span, kind: str) -> None:
    _one(case, span, [a.id for a in case.actors.values() if a.type == "country" and a.country in _REALMS[kind]])


def _bare(case: Case, span: Span, kind: str) -> bool:
    """Resolve "leurs troupes", "the army", "le gouvernement" to the body of one state; tell whether it is settled.

    With an adjective ("foreign troops") it stays open for good.
    """
    if key(data(span, "title")) != key(data(span, "head")):
        return True
    meant = (_beside(case, span) or _state_meant(case, span, kind)) if data(span, "definite") else None
    owner = _possessor(case, span) or meant
    if owner is None:
        return not data(span, "definite")
    state = case.authority.country(owner)
    actor = bodies.body(case, kind, state, "", span.text) if state else None
    if actor:
        case.mention(span, case.actors[actor].type, "description", actor, confidence=0.6)
    return True


def _beside(case: Case, span: Span) -> str | None:
    """Return the state of the body that "and" joins to one without a name ("le gouvernement syrien et [l'opposition]")."""
    for other in case.spans:
        owner = data(other, "of").split("|")[0] if other.kind == "group" else ""
        first, second = (other, span) if other.start < span.start else (span, other)
        if owner.startswith("country/") and _and_between(case, first.end, second.start):
            return owner.removeprefix("country/")
    return None


def _and_between(case: Case, end: int, start: int) -> bool:
    """Tell whether "and" joins two phrases that end and begin there, articles and prepositions aside."""
    joins = "|".join(re.escape(word) for word in case.language.names.and_)
    text = case.text[end:start] if 0 < start - end < _CLOSE else ""
    return re.fullmatch(rf"\s+(?:{joins})\s+(?:\w{{1,5}}['’\s]\s?){{0,3}}", text, re.IGNORECASE) is not None


def _state_meant(case: Case, span: Span, kind: str) -> str | None:
    """Return the state whose body needs no name: the divided one, or for some words the one the article is about."""
    names, head = case.language.names, key(data(span, "head"))
    if head in {key(word) for word in names.alone.get(kind, ())}:
        states = divided(case)
        if len(states) == 1:
            return states[0]
    if kind == "opposition" or head in {key(word) for word in names.regimes}:
        setting = case.setting()
        return setting.country if setting else None
    return None


def _only(case: Case, span: Span, kind: str) -> None:
    """Resolve a bare body to the only one of its kind in the article."""
    _one(case, span, [a.id for a in case.actors.values() if a.type == kind])


def _rebels(case: Case, span: Span) -> None:
    """Resolve "les groupes armés", "rebel factions": the one armed group named, else those of the country in question."""
    named = [a.id for a in case.actors.values() if a.type == "armed_group" and not a.name.startswith(_ANY)]
    if named:
        _one(case, span, named)
        return
    states = divided(case)
    state = case.authority.country(states[0]) if len(states) == 1 else case.setting()
    if state is not None:
        actor = case.local("armed_group", bodies.named(_ANY + "{}", state), state.country)
        case.mention(span, "armed_group", "group", actor, confidence=0.5)


def _possessor(case: Case, span: Span) -> str | None:
    """Return the country that "leurs" or "its" before the span points at: the one named last in the sentence."""
    words = "|".join(re.escape(word) for word in case.language.grammar.possessives)
    before = case.text[max(0, span.start - 12) : span.start]
    if not re.search(rf"\b(?:{words})\s+$", before, re.IGNORECASE):
        return None
    sentence = case.sentence(span.start)
    near = [
        m
        for m in case.mentions
        if sentence and sentence.start <= m.start < span.start and m.actor and m.form != "demonym"
    ]
    near = [m for m in near if m.actor and case.actors[m.actor].type in {"country", "government"}]
    return case.actors[near[-1].actor or ""].country if near else None


def _recent(case: Case, span: Span, told: _Told) -> list[list[Mention]]:
    """Return the named mentions of the sentence before the span and of those before it, nearest sentence first."""
    number = case.sentence_number(span.start)
    if number is None:
        return []
    return [
        [m for m in told.get(n, ()) if m.start < span.start] for n in range(number, max(-1, number - _BACK - 1), -1)
    ]


def _both(case: Case, span: Span, told: _Told, *, persons: bool) -> None:
    """Resolve "les deux parties" to the two actors of the nearest sentence that has two, or that it joins: "A et B"."""
    others = _outside(case, span, told) if persons else set()
    recent = _recent(case, span, told)
    forces = _forces(case, span, recent)
    found = iter([forces]) if forces else (_two_of(case, mentions, others, persons=persons) for mentions in recent)
    pair = next((one for one in found if one), None)
    if pair is None and not persons:  # forces and organisations count only where no two states or movements do
        pair = next((one for mentions in recent if (one := _joined(case, _wider(case, mentions)))), None)
    if pair:
        case.mentions = [m for m in case.mentions if not (span.start <= m.start and m.end <= span.end)]
        for mention in pair:
            if mention.actor:
                case.mention(span, mention.type, "description", mention.actor, confidence=0.6)


def _forces(case: Case, span: Span, recent: list[list[Mention]]) -> list[Mention]:
    """Return the two armies that "les deux armées" takes up, where two and no more were told of."""
    within = (s for s in case.spans if s.kind == "group" and span.start <= s.start and s.end <= span.end)
    if not any(data(s, "kind") == "military" for s in within):
        return []
    armies = {m.actor: m for mentions in recent for m in mentions if m.type == "military"}
    return list(armies.values()) if len(armies) == 2 else []


def _two_of(case: Case, mentions: list[Mention], others: set[str | None], *, persons: bool) -> list[Mention]:
    """Return the two persons or parties of a sentence, or those that it joins where there are more."""
    fitting = [m for m in mentions if (m.type == "person") == persons and (persons or m.type in _PARTIES)]
    fitting = [m for m in fitting if m.actor not in others]
    if any(m.type == "armed_group" for m in fitting):
        fitting = [m for m in fitting if not _where(case, m)]
    fitting = [m for m in fitting if not any(o is not m and o.start <= m.start and m.end <= o.end for o in fitting)]
    fitting.sort(key=lambda m: m.start)
    pair = list({m.actor: m for m in fitting}.values())
    return pair if len(pair) == 2 else _joined(case, fitting) if len(pair) > 2 and not _listed(case, fitting) else []


def _listed(case: Case, mentions: list[Mention]) -> bool:
    """Tell whether the two that "and" joins close a list of three ("X, Y et Z"): no two of them are a pair."""
    pair = _joined(case, mentions)
    before = [m for m in mentions if pair and m.end <= pair[0].start and m.actor != pair[0].actor]
    return bool(before) and case.text[before[-1].end : pair[0].start].strip() == ","


def _wider(case: Case, mentions: list[Mention]) -> list[Mention]:
    """Return the parties of a sentence with forces and organisations among them, which count where "and" joins them."""
    found = [m for m in mentions if m.type in _PARTIES | _BODIES and not _where(case, m)]
    found = [m for m in found if not any(o is not m and o.start <= m.start and m.end <= o.end for o in found)]
    return sorted(found, key=lambda m: m.start)


def _where(case: Case, mention: Mention) -> bool:
    """Tell whether a country only says where: a movement does not talk with it ("les pourparlers avec l'ELN en [Équateur]")."""
    return mention.type == "country" and slot(case.text, mention.start, mention.end, case.language.names) == "place"


def _outside(case: Case, span: Span, told: _Told) -> set[str | None]:
    """Return whoever does something to the two in their own clause ("[X] a reçu les deux hommes"): neither of them is X."""
    joins = "|".join(re.escape(word.strip("'’")) for word in case.language.grammar.complementizers)
    near = [m for mentions in _recent(case, span, told)[:1] for m in mentions if m.type == "person"]
    apart = [
        m for m in near if not re.search(rf"[.,;:«»“”]|\b(?:{joins})\b", case.text[m.end : span.start], re.IGNORECASE)
    ]
    return {m.actor for m in apart} if len({m.actor for m in near}) == 1 else set()


def _joined(case: Case, mentions: list[Mention]) -> list[Mention]:
    """Return the last two neighbours that "and" joins."""
    for first, second in reversed(list(itertools.pairwise(mentions))):
        if first.actor != second.actor and _and_between(case, first.end, second.start):
            return [first, second]
    return []


def _impersonal(case: Case, span: Span) -> bool:
    """Tell whether a pronoun means nobody ("il y a", "il est prévu que"); "[il] est attendu à" does mean somebody."""
    grammar = case.language.grammar
    after = case.text[span.end : span.end + 40].lower().replace("’", "'").split()
    if not after or after[0] not in case.language.names.impersonal:
        return False
    states = {form for tense in ("pres", "past") for form in getattr(grammar.auxiliaries["be"], tense).split()}
    opens = (*grammar.complementizers, *grammar.prepositions["of"])
    said_of = any(after[2] == word or (word.endswith("'") and after[2].startswith(word)) for word in opens if after[2:])
    return after[0] not in states or len(after) < 3 or said_of


def _governed(case: Case, mention: Mention) -> bool:
    """Tell whether a preposition stands before a name: then it is no subject ("reçu par [X]")."""
    before = re.findall(r"\w+", case.text[max(0, mention.start - 20) : mention.start].lower())[-1:]
    return bool(before) and any(before[0] in words for words in case.language.grammar.prepositions.values())


def _pronoun(case: Case, span: Span, told: _Told, gender: str) -> None:
    """Resolve "he" at the start of a sentence, or behind the phrase that opens it, to the one person of the sentence before."""
    if _impersonal(case, span):
        return
    recent = _recent(case, span, told)
    if len(recent) < 2:
        return
    if any(m.type == "person" for m in recent[0]):
        return  # "Après avoir reçu X, il …": somebody else is nearer
    persons = {m.actor for m in recent[1] if m.type == "person"}
    subject = min(recent[1], key=lambda m: (m.start, -m.end), default=None)
    if len(persons) != 1 or subject is None or subject.type != "person" or _governed(case, subject):
        return
    actor = persons.pop()
    known = {data(s, "gender") for s in case.spans if case.person_of.get((s.start, s.end)) == actor} - {""}
    if actor and (not known or gender in known):
        case.mention(span, "person", "pronoun", actor, confidence=0.6)
