"""Phrases without a name: "les deux parties", "the kingdom", "les insurgés", "le gouvernement", "he"; only where one reading is left."""

import re
from typing import Final

from msgspec.structs import replace

from kg.authority import in_office, key
from kg.iri import local_id
from kg.model import Actor, Span
from kg.resolve import bodies, counted
from kg.resolve.case import Case, data, divided, every
from kg.resolve.home import home, unspecified
from kg.resolve.pairs import BACK, CLOSE, PARTIES, Told, acts, and_between, both, governed, last, several, told_before
from kg.resolve.positions import Positions
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
_BARE = frozenset({"government", "military", "opposition"})
_RULED = frozenset({"military", "security_forces", "police", "coast_guard"})
_RULERS = frozenset({"head_of_state", "head_of_government"})
_LOYAL = 30
"""How many characters what binds forces to their ruler takes."""
_TITLE = 14
"""How many characters a title before a name takes."""
_OWNED = frozenset({"'s ", "’s "})
_ANY = "Armed groups of "
"""Begins what armed groups of a state are called that have no name."""


def resolve(case: Case) -> None:
    """Enter a mention for each description that can mean only one actor, or one pair."""
    unowned = [
        s for s in case.spans if s.kind == "group" and not any(n in {"of", "within", "sponsor"} for n, _ in s.data)
    ]
    couples = Positions([s for s in case.spans if s.kind == "description" and data(s, "kind") == "both"])
    unowned = [s for s in unowned if not couples.covered(s.start, s.end)]  # "both armies"
    unowned = [s for s in unowned if not _of_ruler(case, s) and not _of_leader(case, s)]
    open_ = [s for s in unowned if data(s, "kind") in _BARE and not _bare(case, s, data(s, "kind"))]
    for span in open_:
        _only(case, span, data(span, "kind"))
    led = {inner for office in case.offices() for inner in every(office, "within")}
    for span in unowned:
        if data(span, "kind") == "militants":
            _rebels(case, span, led=f"{span.start}:{span.end}" in led)
    told = Told(case)
    for span in [s for s in unowned if data(s, "kind") == "people" and data(s, "definite")]:
        _sent_before(case, span, told)
    for span in case.spans:
        kind = data(span, "kind")
        if (whole := _pair(case, span)) is not None:
            both(case, whole, told, persons=True)
        elif span.kind == "pronoun" and kind == "they":
            several(case, span, told)
        elif span.kind == "pronoun":
            _pronoun(case, span, told, kind)
        elif span.kind == "description":
            _described(case, span, told, kind)
    told.finish()


def _sent_before(case: Case, span: Span, told: Told) -> None:
    """Resolve "la délégation", "this delegation" to the one of the nearest sentence before that says whose it is, else of the article."""
    head = key(data(span, "head"))
    if head not in map(key, case.language.grammar.objects.get("sent_before", ())):
        return
    if key(data(span, "title")) != head:
        return
    number = case.sentence_number(span.start) or 0
    sent = [
        [m for m in told.named.get(n, ()) if m.form == "group" and head in key(m.text).split()]
        for n in range(number + 1)
    ]
    near = next((found for found in sent[max(0, number - BACK) : number][::-1] if found), [])
    actors = {m.actor for m in near or [m for found in sent[:number] for m in found]}
    here = any(m.start < span.start for m in sent[number])
    if len(actors) == 1 and not here and (actor := actors.pop()):
        case.mention(span, case.actors[actor].type, "description", actor, confidence=0.6)


def _pair(case: Case, span: Span) -> Span | None:
    """Return "les deux dirigeants" with the nationality behind it, which is theirs and acts not itself."""
    if span.kind != "description" or data(span, "kind") != "both_persons":
        return None
    after = next((s for s in case.at.starting(span.end + 1, span.end + 2) if s.kind == "demonym"), None)
    return replace(span, end=after.end, text=case.text[span.start : after.end]) if after else None


def _described(case: Case, span: Span, told: Told, kind: str) -> None:
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
        both(case, span, told, persons=kind == "both_persons")
    elif kind == "theirs":
        several(case, span, told, PARTIES)
    elif kind == "latter":
        _latter(case, span, told)
    elif kind == "own_state":
        _own_state(case, span)
    elif (count := counted.counted(kind)) is not None:
        counted.resolve(case, span, told, *count)
    elif kind == "two" and acts(case, span):
        both(case, span, told, persons=any(m.type == "person" for m in last(case, span, told)))


def _latter(case: Case, span: Span, told: Told) -> None:
    """Resolve "ce dernier" to the person named last before it, in its sentence or the one before."""
    near = next((each for each in told_before(case, span, told)[:2] if each), [])
    nearest = max((m for m in near if m.type == "person"), key=lambda m: (m.end, -m.start), default=None)
    if nearest is not None and nearest.actor:
        case.mention(span, "person", "description", nearest.actor, confidence=0.6)


def _one(case: Case, span: Span, actors: list[str]) -> None:
    if len(actors) == 1:
        case.mention(span, case.actors[actors[0]].type, "description", actors[0], confidence=0.6)


def _unnamed(case: Case, span: Span) -> list[str]:
    """Enter fighters who have no name and are of no one state, as they are called: who they are stays open.

    A phrase that only takes up what was told before ("the movement") is nobody.
    """
    if not any(s.end == span.end and data(s, "kind") == "militants" for s in case.at.within(span.start, span.end)):
        return []
    articles = {key(each) for each in case.language.names.articles}
    name = " ".join(word for word in span.text.split() if key(word) not in articles)
    actor_id = local_id("armed_group", f"{key(name)} {case.article.id[:8]}")
    return [case.actors.setdefault(actor_id, Actor(actor_id, name, "armed_group")).id]


def _realm(case: Case, span: Span, kind: str) -> None:
    _one(case, span, [a.id for a in case.actors.values() if a.type == "country" and a.country in _REALMS[kind]])


def _of_ruler(case: Case, span: Span) -> bool:
    """Resolve the forces of who rules a state to that state's ("forces of President X", "troupes loyales au président X")."""
    if data(span, "kind") not in _RULED:
        return False
    owner = _owner_behind(case, span)
    role = next((r for r in case.roles if r.start == owner), None)
    state = case.authority.country((role.country or "").removeprefix("country/")) if role is not None else None
    if role is None or state is None or case.kinds.get((role.start, role.end)) not in _RULERS or role.status != "held":
        return False
    actor = bodies.body(case, data(span, "kind"), state, "", span.text)
    if actor:
        case.mention(span, case.actors[actor].type, "group", actor, confidence=0.6)
    return actor is not None


def _owner_behind(case: Case, span: Span) -> int | None:
    """Return where the owner of forces begins whom "of" or "loyal to" joins to them; None where nothing does."""
    opens = (*case.language.grammar.prepositions["of"], *case.language.names.loyal)
    pattern = rf"\s+(?:{'|'.join(map(re.escape, opens))})\s*(?:the\s+)?"
    match = re.match(pattern, case.text[span.end : span.end + _LOYAL], re.IGNORECASE)
    return span.end + match.end() if match else None


def _titled(case: Case, start: int | None, name: int) -> bool:
    """Tell whether a name begins at an offset, or behind one word of title there ("[maréchal] Haftar")."""
    if start is None or not start <= name <= start + _TITLE:
        return False
    title = case.text[start:name]
    return not title or (title.count(" ") == 1 and title.endswith(" ") and title[:-1].rstrip(".").isalpha())


def _of_leader(case: Case, span: Span) -> bool:
    """Resolve the forces of a person to that person, or to the state that he rules ("les troupes de X", "X's forces")."""
    if data(span, "kind") not in _RULED:
        return False
    behind = _owner_behind(case, span)
    name = next((m for m in case.mentions if m.actor and m.type == "person" and _titled(case, behind, m.start)), None)
    if name is None and case.text[span.start - 3 : span.start] in _OWNED:
        name = next((m for m in case.entered(span.start - 3, span.start - 2) if m.actor and m.type == "person"), None)
    if name is None:
        return False
    actor = bodies.of_person(case, data(span, "kind"), name.actor or "", span.text)
    if actor:
        case.mention(span, case.actors[actor].type, "group", actor, confidence=0.6)
    return True


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
    near = [*case.at.ending(span.start - CLOSE, span.start), *case.at.starting(span.end + 1, span.end + CLOSE)]
    for other in near:
        owner = data(other, "of").split("|")[0] if other.kind == "group" else ""
        first, second = (other, span) if other.start < span.start else (span, other)
        if owner.startswith("country/") and and_between(case, first.end, second.start):
            return owner.removeprefix("country/")
    return None


def _state_meant(case: Case, span: Span, kind: str) -> str | None:
    """Return the state whose body needs no name: the divided one, or for some words the one the article is about."""
    names, head = case.language.names, key(data(span, "head"))
    if head in {key(word) for word in names.alone.get(kind, ())}:
        states = divided(case)
        if len(states) == 1:
            return states[0]
        about = home(case) if kind == "military" and not states else None
        if about is not None and about == home(case, unrest=True):
            return about.country
    if kind == "opposition" or head in {key(word) for word in names.regimes}:
        setting = home(case, unrest=kind != "opposition")
        return setting.country if setting else None
    return None


def _only(case: Case, span: Span, kind: str) -> None:
    """Resolve a bare body to the only one of a state in the article; somebody new is none told of ("par [des] militaires").

    Peacekeepers are no "army", and soldiers "of" somebody are his ("les soldats de la paix de l'ONU").
    """
    if unspecified(case, span) or (kind == "military" and _owner_behind(case, span) is not None):
        return
    _one(case, span, [a.id for a in case.actors.values() if a.type == kind and (a.country or kind != "military")])


def _rebels(case: Case, span: Span, *, led: bool) -> None:
    """Resolve "les rebelles", "the fighters": the one armed group named, else those of the country in question.

    Several groups ("42 rebel groups") are not one that is named. Those of a leader ("[rebel] leader X") are nobody without a name, and foreign ones none of those of the country.
    """
    if _foreign(case, span):
        case.mention(span, "armed_group", "group", _unnamed(case, span)[0], confidence=0.5)
        return
    named = [a.id for a in case.actors.values() if a.type == "armed_group" and not a.name.startswith(_ANY)]
    named = [] if len(named) == 1 and _several(case, span) else named
    if named:
        _one(case, span, named)
    if named or led:
        return
    states = divided(case)
    state = case.authority.country(states[0]) if len(states) == 1 else home(case, unrest=True)
    if state is not None:
        actor = case.local("armed_group", bodies.named(_ANY + "{}", state), state.country)
        case.mention(span, "armed_group", "group", actor, confidence=0.5)


def _several(case: Case, span: Span) -> bool:
    """Tell whether a phrase tells of more than one group ("les [groupes] rebelles")."""
    groups = {key(word) for word in case.language.quantities.units.get("groups", ())}
    return not groups.isdisjoint(key(span.text).split())


def _foreign(case: Case, span: Span) -> bool:
    """Tell whether fighters are said to be foreign ("les combattants étrangers")."""
    return not {key(word) for word in case.language.names.foreign}.isdisjoint(key(data(span, "title")).split())


def _possessor(case: Case, span: Span) -> str | None:
    """Return the country that "leurs" or "its" before the span points at: the one named last in the sentence."""
    words = "|".join(re.escape(word) for word in case.language.grammar.possessives)
    before = case.text[max(0, span.start - 12) : span.start]
    if not re.search(rf"\b(?:{words})\s+$", before, re.IGNORECASE):
        return None
    sentence = case.sentence(span.start)
    there = case.entered(sentence.start, sentence.end + 1) if sentence else []
    near = [m for m in there if sentence and sentence.start <= m.start < span.start and m.form != "demonym"]
    near = [m for m in near if m.actor and case.actors[m.actor].type in {"country", "government", "person"}]
    near = [
        m for m in near if slot(case.text, m.start, m.end, case.language.names) != "place"
    ]  # "en France, dit [son cabinet]"
    return _state_of(case, near[-1].actor or "") if near else None


def _state_of(case: Case, actor: str) -> str | None:
    """Return the code of a state, of that of a government, or of the one state whose offices a person is said to hold."""
    if case.actors[actor].type != "person":
        return case.actors[actor].country
    held = {r.country for r in case.roles if r.person == actor and r.status == "held" and r.country}
    codes = {country.removeprefix("country/") for country in held if country.startswith("country/")}
    entry = case.entry(actor)
    if not held and entry is not None and case.day is not None and any(in_office(t, case.day) for t in entry.tenures):
        return entry.country or None
    return codes.pop() if len(codes) == 1 else None


def _own_state(case: Case, span: Span) -> None:
    """Resolve "his country" to the state whose offices the one person named before it in its sentence holds."""
    sentence = case.sentence(span.start)
    there = case.entered(sentence.start, span.start) if sentence else []
    people = {m.actor for m in there if m.actor and m.type == "person"}
    code = _state_of(case, people.pop() or "") if len(people) == 1 else None
    state = case.authority.country(code) if code else None
    if state is not None:
        case.mention(span, "country", "description", case.known(state), confidence=0.6)


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


def _pronoun(case: Case, span: Span, told: Told, gender: str) -> None:
    """Resolve "he" at the start of a sentence, or behind the phrase that opens it, to the one person of the sentence before."""
    if _impersonal(case, span):
        return
    recent = told_before(case, span, told)
    if len(recent) < 2:
        return
    if any(m.type == "person" for m in recent[0]):
        return  # "Après avoir reçu X, il …": somebody else is nearer
    persons = {m.actor for m in recent[1] if m.type == "person"}
    subject = min(recent[1], key=lambda m: (m.start, -m.end), default=None)
    if len(persons) != 1 or subject is None or subject.type != "person" or governed(case, subject):
        return
    actor = persons.pop()
    known = told.genders.get(actor or "")
    if actor and (not known or gender in known):
        case.mention(span, "person", "pronoun", actor, confidence=0.6)
