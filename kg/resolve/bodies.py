"""Groups and bodies of states to actors: governments, armed forces, ministries, delegations, rebels."""

from typing import Final

from kg.authority import Entry, in_office, key
from kg.model import ActorType, MentionType, Span
from kg.resolve.case import Case, data, divided, every
from kg.resolve.holders import DESCRIBED

__all__ = ["body", "named", "of_person", "resolve"]

_NAMES: Final[dict[str, tuple[str, ActorType]]] = {
    "government": ("Government of {}", "government"),
    "military": ("Armed Forces of {}", "military"),
    "security_forces": ("Security forces of {}", "military"),
    "police": ("Police of {}", "organization"),
    "coast_guard": ("Coast Guard of {}", "organization"),
    "opposition": ("Opposition of {}", "organization"),
    "presidency": ("Presidency of {}", "government"),
    "parliament": ("Parliament of {}", "organization"),
    "security_council": ("National Security Council of {}", "organization"),
    "court": ("Supreme Court of {}", "organization"),
    "intelligence": ("Intelligence services of {}", "organization"),
    "foreign_ministry": ("Ministry of Foreign Affairs of {}", "organization"),
    "defence_ministry": ("Ministry of Defence of {}", "organization"),
    "interior_ministry": ("Ministry of the Interior of {}", "organization"),
    "finance_ministry": ("Ministry of Finance of {}", "organization"),
}
_APPOSED = frozenset({"armed_group", "organization"})
"""Types of whoever may be called a group that a state backs."""
_APPOSITION = 24
"""How many characters a comma and an article take."""
_ARMED = frozenset({"military", "security_forces"})
_WITH_ARTICLE = frozenset(
    {
        "United",
        "Netherlands",
        "Philippines",
        "Democratic",
        "Republic",
        "Comoros",
        "Maldives",
        "Bahamas",
        "Gambia",
        "Seychelles",
    }
)
_MINISTRIES = {
    "foreign": "foreign_ministry",
    "defence": "defence_ministry",
    "interior": "interior_ministry",
    "finance": "finance_ministry",
}


def resolve(case: Case, span: Span) -> str | None:
    """Enter the actor of a group span and its mention; return its id, or None when it stays open."""
    kind = data(span, "kind")
    owners = [owner for value in every(span, "of") if (owner := _owner(case, value))]
    state = case.setting() if data(span, "here") and not owners else None
    owners += [state] if state else []
    if not owners:
        return _sponsored(case, span, kind)
    owner = owners[0]
    if owner.type != "igo" and data(span, "head").lower() in case.language.grammar.objects.get("others", ()):
        return None  # "the allies of Ukraine" are others
    actor = _actor(case, span, kind, owner)
    if actor is None:
        return None
    mention: MentionType = case.actors[actor].type
    metonym = "CountryForGovernment" if mention == "country" and kind == "government" else None
    case.mention(span, mention, "group", actor, metonym=metonym, confidence=0.85)
    return actor


_SPONSORED: Final[dict[str, ActorType]] = {
    "military": "military",
    "security_forces": "military",
    "militants": "armed_group",
    "movement": "military",
    "government": "government",
    "opposition": "organization",
}
"""Types of groups that a state leads; those that it only backs are armed groups where these are armed forces."""


def _sponsored(case: Case, span: Span, kind: str) -> str | None:
    """Enter a group that is known by the state that leads or backs it ("US-led coalition", "Russian-backed forces")."""
    sponsor = _owner(case, data(span, "sponsor"))
    if sponsor is None or kind not in _SPONSORED:
        return None
    if (apposed := _apposed(case, span)) is not None:
        case.mention(span, case.actors[apposed].type, "group", apposed, confidence=0.7)
        return apposed
    led = data(span, "tie") == "led"
    actor_type: ActorType = _SPONSORED[kind]
    if actor_type == "military" and not led:
        actor_type = "armed_group"
    actor = case.local(actor_type, _plain(span.text), sponsor.country if led else None)
    case.mention(span, actor_type, "group", actor, confidence=0.7)
    return actor


def _apposed(case: Case, span: Span) -> str | None:
    """Return the group whose name a description is set beside ("le M23, [groupe armé soutenu par Kigali],")."""
    articles = {key(article) for article in case.language.names.articles}
    for mention in reversed(case.entered(span.start - _APPOSITION, span.start)):
        gap = case.text[mention.end : span.start]
        if mention.form == "name" and mention.actor and gap[:1] == "," and set(key(gap[1:]).split()) <= articles:
            return mention.actor if mention.type in _APPOSED and case.text[span.end : span.end + 1] in ",.;)" else None
    return None


def _owner(case: Case, value: str) -> Entry | None:
    """Return the entry that a phrase belongs to; of two countries of one demonym the one the article speaks of."""
    return case.own([entry for part in value.split("|") if (entry := case.entry(part))])


def _actor(case: Case, span: Span, kind: str, owner: Entry) -> str | None:
    if owner.type == "place" and (owner.capital or owner.stands_for) and owner.country and kind != "population":
        state = case.authority.country(owner.country)
        owner = state or owner
    if owner.type == "person" and kind in _NAMES:
        if kind in _ARMED and not _in_power(case, owner):
            return case.known(owner)
        owner = case.authority.country(owner.country) or owner
    if owner.type == "place":
        return _of_place(case, span, kind, owner)
    if kind == "movement" and owner.body:
        return None
    if owner.type != "country":
        return case.known(owner) if owner.type not in {"agreement", "conflict", "person"} else None
    return body(case, kind, owner, data(span, "portfolio"), span.text)


def of_person(case: Case, kind: str, person: str, text: str) -> str | None:
    """Enter whom the forces of a person are: the state's that he has an office of, else he himself, a warlord."""
    entry = case.entry(person)
    if entry is None:
        return person
    state = case.authority.country(entry.country) if _in_power(case, entry) else None
    return body(case, kind, state, "", text) if state is not None else person


def _in_power(case: Case, person: Entry) -> bool:
    """Tell whether a person holds an office of state on the day of the article, or no day tells of it."""
    terms = [term for term in person.tenures if term.kind in DESCRIBED]
    return case.day is None or any(in_office(term, case.day) for term in terms)


def body(case: Case, kind: str, owner: Entry, portfolio: str, text: str) -> str | None:
    """Enter the body of a kind that a country has; return its id."""
    if kind in {"ministry", "diplomacy"}:
        known = _MINISTRIES.get(portfolio) if kind == "ministry" else "foreign_ministry"
        if known is None:
            return case.local("organization", _plain(text), owner.country) if portfolio else None
        kind = known
    if kind == "people":
        return case.known(_entry(case, case.state(owner.country)))
    if kind == "militants":
        return case.local("armed_group", _plain(text), owner.country)
    if kind == "population":
        return case.local("population", _plain(text), owner.country)
    if kind in {"media", "movement", "captives"}:
        return None
    found = case.authority.body(owner.country, kind)
    if found:
        return case.known(found)
    if kind == "government" and owner.type == "country" and owner.country not in divided(case):
        return case.known(owner)
    template, actor_type = _NAMES[kind]
    return case.local(actor_type, named(template, owner), owner.country)


def named(template: str, owner: Entry) -> str:
    """Return the English name of a body of a country, with the article that the country's name takes."""
    article = owner.label.partition(" ")[0] in _WITH_ARTICLE or owner.label.endswith((" Republic", " Islands"))
    return template.format(f"the {owner.label}" if article else owner.label)


def _of_place(case: Case, span: Span, kind: str, owner: Entry) -> str | None:
    if kind == "population":
        return case.local("population", _plain(span.text), owner.country or None)
    if kind in {"government", "military", "security_forces", "police", "coast_guard", "parliament"}:
        template, actor_type = _NAMES[kind]
        return case.local(actor_type, template.format(owner.label), owner.country or None)
    if kind == "militants":
        return case.local("armed_group", _plain(span.text), owner.country or None)
    return None


def _entry(case: Case, entry_id: str) -> Entry:
    return case.authority.entry(entry_id)


def _plain(text: str) -> str:
    return " ".join(text.split())
