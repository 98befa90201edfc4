"""Offices to roles: who holds which office, by apposition; and descriptions to the holder on the article's day."""

from functools import lru_cache

from msgspec.structs import replace

from kg.authority import Entry, in_office, key
from kg.authority.values import body_served
from kg.iri import local_id
from kg.lang.offices import Offices
from kg.model import Role, RoleStatus, Span, Term
from kg.resolve.bearers import bearer, bearers
from kg.resolve.beside import Holder, after, before, joined
from kg.resolve.case import Case, data, every
from kg.resolve.chains import chained
from kg.resolve.gaps import gaps
from kg.resolve.holders import DESCRIBED, ONE_HOLDER, SERVING, elsewhere, kind, office_id, status
from kg.resolve.meant import describe, nobody
from kg.resolve.possessors import possessed, possessor

__all__ = ["resolve"]

_ONE_A_BODY = frozenset({"leader", "spokesperson", "commander", "ambassador", "envoy"})
"""Offices whose titles vary from sentence to sentence ("chef", "dirigeant"): one a person and body."""
_AGENTS = DESCRIBED | {"minister", "deputy", "envoy", "ambassador", "spokesperson", "commander", "leader"}
"""Offices whose holder acts for the state or body, whoever it is."""
_MIRRORS = {"counterpart": "", "successor": "successor", "predecessor": "former"}
"""Kinds of heads that mean the office before them, and how it is held."""
_NEAR = 300
"""Characters that a counterpart may stand behind the office that it mirrors."""
_OF_STATE = frozenset({"government", "military"})
"""Types of bodies whose offices are offices of their state; of organisations those that are bodies of a state."""
_HOME_TELLS = frozenset({"country", "armed_group"})
"""Types of owners whose country is that of who holds an office of theirs."""
_KINDS = DESCRIBED | {"ambassador", "envoy", "secretary_general"}
"""Kinds that data/authority/kinds.csv tells, too."""
_KIN = "kin"
"""Kind of the heads that say whose relative somebody is: no office."""
_OF_STATES = DESCRIBED | {"minister", "ambassador", "legislator"}
"""Offices that states have and armed groups do not."""
_OF_THE_SETTING = DESCRIBED | {"minister", "spokesperson", "leader", "deputy"}


def resolve(case: Case) -> None:
    """Enter the roles of the article, and a mention for each description that leads to one person."""
    offices, inner = chained(case, _counterparts(case, _outside_names(case)))
    bound = _bind(case, offices)
    for number, span in enumerate(offices):
        owners = _owners(case, span)
        holders = bound.get(number, [])
        for place, (person, owner) in enumerate(holders):
            shared = owners[place] if len(owners) == len(holders) else owners[0] if owners else None
            state = owner or shared or _beside(case, span, offices, number) or _told_before(case, span)
            _role(case, span, person, state)
    told = {offices[number] for number in bound}
    served = [span for span, whole in inner.items() if whole not in told]
    for number, span in enumerate([*offices, *served]):
        if number not in bound:
            owners = _owners(case, span)
            apart = owners or elsewhere(case, span)
            shared = None if apart else _beside(case, span, offices, number) or _told_before(case, span, held=False)
            several = bearers(case, span, owners)
            for person in several:
                case.mention(span, "person", "office", person, confidence=0.7)
            if not several and not _describe(case, span, owners[0] if owners else shared):
                _agents(case, span, owners)
    _settle_countries(case)


def _outside_names(case: Case) -> list[Span]:
    """Return the offices but those that are the surname of a person ("Catherine [King]")."""
    begun: dict[int, int] = {}
    for start, end in case.person_of:
        begun[end] = min(start, begun.get(end, start))
    return [span for span in case.offices() if begun.get(span.end, span.start) >= span.start]


def _settle_countries(case: Case) -> None:
    """Give persons of no known country that of the state, or the armed group, whose office they hold or held."""
    for role in case.roles:
        actor, owner = case.actors.get(role.person), case.actors.get(role.country or "")
        if actor is not None and actor.country is None and owner is not None and owner.type in _HOME_TELLS:
            case.actors[role.person] = replace(actor, country=owner.country)


@lru_cache(maxsize=16)
def _agency(offices: Offices) -> tuple[frozenset[str], frozenset[str]]:
    """Return the folded words of those who act for a state, and of those who do not."""
    plain = {form for word in offices.agents for form in (word, word.replace("(in)", ""), word.replace("(in)", "in"))}
    return frozenset(key(word) for word in plain), frozenset(key(word) for word in offices.opposed)


def _agents(case: Case, span: Span, owners: list[str]) -> None:
    """Read one who acts for a state or body without a name as the state or body ("a French minister", "un diplomate turc")."""
    offices = case.language.offices
    head = key(data(span, "head"))
    agents, opposed = _agency(offices)
    title = set(key(data(span, "title")).split())
    acts = data(span, "kind") in _AGENTS or head in agents
    if not acts or status(span) not in SERVING or title & opposed or nobody(case, span):
        return
    if any((entry := case.entry(value.split("|")[0])) and entry.type == "person" for value in every(span, "of")):
        return  # an adviser of a president is no state
    for owner in dict.fromkeys(owners):
        actor = case.state(owner.removeprefix("country/")) if owner.startswith("country/") else owner
        if actor in case.actors or actor in case.authority:
            known = case.known(case.authority.entry(actor)) if actor in case.authority else actor
            case.mention(span, case.actors[known].type, "office", known, confidence=0.6)


def _counterparts(case: Case, offices: list[Span]) -> list[Span]:
    """Return the offices with each counterpart ("son homologue russe") given the title of the office before it.

    A successor or predecessor is of the same state, too; a counterpart of no office is a person all the same.
    """
    read: list[Span] = []
    for span in offices:
        mirror = data(span, "kind")
        if mirror not in _MIRRORS:
            read.append(span)
        elif read and span.start - read[-1].end <= _NEAR:
            how = _MIRRORS[mirror]
            same = tuple(
                pair for pair in read[-1].data if pair[0] in {"kind", "portfolio", "deputy", *(("of",) if how else ())}
            )
            own = tuple(
                pair
                for pair in span.data
                if pair[0] in {"within", "definite", "head", "plural", *(() if how else ("of",))}
            )
            told = (("status", how),) if how else ()
            mirrored = (("mirror", mirror), ("title", data(read[-1], "title")))
            read.append(replace(span, data=(*same, *mirrored, *own, *told)))
        elif mirror == "counterpart":
            _peer(case, span)
    return read


def _peer(case: Case, span: Span) -> None:
    """Enter the person that a counterpart is where the text names no office: who stands beside it, or holds the same office."""
    person = next((holder for holder, _ in after(case, span)), None) or _same_office(case, span)
    if person is not None:
        case.mention(span, "person", "office", person, confidence=0.7)


def _same_office(case: Case, span: Span) -> str | None:
    """Return who holds, in the state of a counterpart, the one office that the person told before holds on the article's day."""
    sentence, states = case.sentence(span.start), _owners(case, span)
    ends = case.persons_ending(sentence.start + 1, span.start) if sentence else ()
    before = {case.persons_to[end] for end in ends}
    entry = case.entry(before.pop()) if len(before) == 1 else None
    if entry is None or case.day is None or len(states) != 1:
        return None
    kinds = {t.kind for t in entry.tenures if t.sure and t.kind in DESCRIBED and in_office(t, case.day)}
    if len(kinds) != 1:
        return None
    found = describe(case, replace(span, data=(*span.data, ("kind", kinds.pop()))[::-1]), states[0])
    return found and (found.person if isinstance(found.person, str) else case.known(found.person))


def _bind(case: Case, offices: list[Span]) -> dict[int, list[Holder]]:
    """Return the holders of each office that has some beside it; an office in the plural may have several."""
    bound: dict[int, list[Holder]] = {}
    for number, span in enumerate(offices):
        holders = after(case, span) or before(case, span)
        if holders:
            bound[number] = holders
    for number in range(len(offices) - 2, -1, -1):
        if (
            number not in bound
            and number + 1 in bound
            and joined(case, offices[number], offices[number + 1], comma=False)
        ):
            bound[number] = [(bound[number + 1][0][0], None)]
    for number in range(1, len(offices)):
        if number not in bound and number - 1 in bound and joined(case, offices[number - 1], offices[number]):
            bound[number] = [(bound[number - 1][0][0], None)]
    return bound


def _beside(case: Case, span: Span, offices: list[Span], number: int) -> str | None:
    """Return the state or body of the office that this one is joined to, or whom a possessive before it means."""
    for other in (number + 1, number - 1):
        if 0 <= other < len(offices) and joined(case, *sorted((span, offices[other]), key=lambda s: s.start)):
            shared = _owners(case, offices[other])
            if shared:
                return shared[0]
    return possessor(case, span)


def _told_before(case: Case, span: Span, *, held: bool = True) -> str | None:
    """Return the state of the office told right before ("Mali's president X and Prime Minister Y", "X et son ministre Y").

    Of an office without a name beside it, `held` being false: "the emir of Qatar, X, as well as [the foreign minister]".
    """
    sentence = case.sentence(span.start)
    if sentence is None or kind(case, span) not in DESCRIBED or every(span, "of") or elsewhere(case, span):
        return None
    told = [
        r
        for r in case.roles
        if sentence.start <= r.start < span.start and case.kinds.get((r.start, r.end)) in DESCRIBED
    ]
    ends = case.persons_ending(sentence.start + 1, span.start)
    if not told or not ends:
        return None
    between = gaps(case.language)
    own = (between.own if held else between.beside).fullmatch(case.text[ends[-1] : span.start])
    return told[-1].country if own else None


def _owners(case: Case, span: Span) -> list[str]:
    """Return the actor ids of the states or bodies that an office belongs to."""
    acts = _acts(case, span)
    found = [owner for value in every(span, "of") if (owner := _owner(case, value, acts=acts))]
    for inner in every(span, "within"):
        start, end = (int(part) for part in inner.split(":"))
        there = case.entered(end, end + 1)
        inside = [m.actor for m in there if m.start == start and m.actor and m.form == "group"]
        found += [_state(case, actor) for actor in inside[:1]]
    unknown = (local_id("organization", " ".join(name.split())) for name in every(span, "body"))
    return found + [body for body in unknown if body in case.actors]


def _acts(case: Case, span: Span) -> bool:
    """Tell whether an office acts for whoever it belongs to, as an envoy of a president does and a mayor of a town does not."""
    told, head = kind(case, span), key(data(span, "head"))
    offices = case.language.offices
    return told not in {"other", _KIN} or head in _agency(offices)[0] or head in map(key, offices.titles)


def _owner(case: Case, value: str, *, acts: bool) -> str | None:
    """Return the state or body that the owner of an office stands for; of a person or town only where the holder `acts` for it."""
    entry = case.own([entry for part in value.split("|") if (entry := case.entry(part))])
    if entry is None:
        return None
    organ = entry.type in _OF_STATE or (entry.type == "organization" and entry.body)
    if entry.type == "person" and (body := _body(case, entry, "held")):
        return body if acts else None
    if entry.country and (organ or (acts and (entry.type == "person" or (entry.type == "place" and entry.stands_for)))):
        state = case.authority.country(entry.country)
        return case.known(state) if state is not None else None
    return case.known(entry) if entry.type not in {"place", "agreement", "conflict", "person"} else None


def _state(case: Case, actor: str) -> str:
    """Return the state that a body belongs to, or the body where it belongs to none."""
    body, entry = case.actors[actor], case.entry(actor)
    organ = body.type in _OF_STATE or (body.type == "organization" and (entry is None or entry.body))
    state = case.authority.country(body.country) if body.country and organ else None
    return case.known(state) if state else actor


def _role(case: Case, span: Span, person: str, country: str | None, term: Term | None = None) -> None:
    """Enter a role once for a person and kind of office, and a mention of the person."""
    case.mention(span, "person", "office", person, confidence=0.85, term=term)
    office, held = kind(case, span), status(span)
    if office == _KIN:
        return
    title = data(span, "title")
    if any(
        role.person == person and role.status == held and _same(case, role, title, office, country)
        for role in case.roles
    ):
        return
    case.kinds[span.start, span.end] = office
    local = bool(every(span, "of")) and not _acts(case, span)
    state = country or (None if local else _home(case, office, person, held))
    if state is None and not local and not elsewhere(case, span) and (office != "deputy" or _of_state(case, span)):
        state = _setting(case, office, person)
    known = office_id(case, office, person, state, title)
    case.roles.append(
        Role(person, title, span.start, span.end, state, held, known, office if office in _KINDS else None)
    )


def _same(case: Case, role: Role, title: str, office: str, country: str | None) -> bool:
    """Tell whether a title says again what a role says."""
    if role.office.casefold() == title.casefold():
        return True
    if case.kinds.get((role.start, role.end)) != office:
        return False
    return office in ONE_HOLDER or (office in _ONE_A_BODY and country in {role.country, None})


def _home(case: Case, office: str, person: str, held: RoleStatus) -> str | None:
    """Return the state of an office whose article leaves it out, where the authority knows that the person held it."""
    entry = case.entry(person)
    if entry is None:
        return None
    if office == "secretary_general":
        return _body(case, entry, held)
    serving = [t for t in entry.tenures if held not in SERVING or case.day is None or in_office(t, case.day)]
    bodies = {body_served(term.office) for term in serving}
    if bodies and "" not in bodies:  # whose citizen he is does not say whom he acts for
        body = case.entry(bodies.pop()) if len(bodies) == 1 else None
        return case.known(body) if body else None
    states = {
        term.country
        for term in entry.tenures
        if term.kind == office
        and term.country
        and (held not in SERVING or case.day is None or in_office(term, case.day))
    }
    states = states or ({entry.country} if case.countries[entry.country] and _may_serve(case, entry, office) else set())
    found = case.authority.country(states.pop()) if len(states) == 1 else None
    return case.known(found) if found else None


def _may_serve(case: Case, entry: Entry, office: str) -> bool:
    """Tell whether whose citizen somebody is says whom he acts for: a spokesman may be that of a group in his country."""
    groups = {actor.country for actor in case.actors.values() if actor.type == "armed_group"}
    known = any(term.country == entry.country and not body_served(term.office) for term in entry.tenures)
    return known or office in _OF_STATES or entry.country not in groups


def _body(case: Case, entry: Entry, held: RoleStatus) -> str | None:
    """Return the body that a person is known to be secretary-general of: it stands at the end of the office's title."""
    for term in entry.tenures:
        if term.kind != "secretary_general" or (held in SERVING and case.day and not in_office(term, case.day)):
            continue
        words = term.office.split()
        for at in range(1, len(words)):
            for each in case.authority.named(" ".join(words[at:])):
                body = case.authority.entry(each)
                if body.type == "igo":
                    return case.known(body)
    return None


def _of_state(case: Case, span: Span) -> bool:
    """Tell whether a deputy is a state's, by the look of it: of a minister, or with nothing beside the title."""
    plain = key(data(span, "title")) == key(data(span, "head"))
    return bool(data(span, "portfolio")) or (plain and not possessed(case, span))


def _setting(case: Case, office: str, person: str) -> str | None:
    """Return the country that an article is about, for an office of state whose holder the authority lacks."""
    if office not in _OF_THE_SETTING or case.entry(person) is not None:
        return None
    found = case.setting()
    if found is None or (office in DESCRIBED and not case.authority.holders(office, found.country, None)):
        return None
    return case.known(found)


def _describe(case: Case, span: Span, country: str | None) -> bool:
    """Enter a mention for a description such as "le chef de la diplomatie russe", where one person is meant; tell whether it is."""
    found = describe(case, span, country)
    if found is None:
        person = bearer(case, span, country)
        if person is not None:
            case.mention(span, "person", "office", person, confidence=0.6)
        return person is not None
    if isinstance(found.person, str):
        case.mention(span, "person", "office", found.person, confidence=0.8, term=found.term)
    elif found.named:
        _role(case, span, case.known(found.person), country, found.term)
    else:
        actor = case.known(found.person)
        case.mention(span, "person", "office", actor, confidence=0.7, term=found.term)
        case.alias(actor, span.text)
    return True
