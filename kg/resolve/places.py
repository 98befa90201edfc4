"""Names of countries, cities and buildings to places, or to the actors that they stand for."""

import re
from collections.abc import Iterator

from kg.authority import Entry, key
from kg.model import MentionType, Span
from kg.resolve import bodies
from kg.resolve.case import Case
from kg.resolve.gaps import gaps
from kg.resolve.slots import behind, leads, slot, targeted

__all__ = ["country", "other", "place"]

_JOINED = 8
"""Characters between two members of a list: ", " to " sowie "."""
_OPENING = 2
"""Words before a place that do no more than open its sentence ("In Moscow")."""
_ARTICLE = 4
"""Characters of an article and the space behind it."""

_OF = 9
"""Characters of "and", "of" and the spaces around them."""


def country(case: Case, span: Span, entry: Entry) -> None:
    """Enter a country, as a place too where the text uses it as one."""
    actor = case.known(entry)
    used = slot(case.text, span.start, span.end, case.language.names) if span.kind == "name" else "open"
    there = span.kind == "name" and used != "acts" and not targeted(case.text, span.start, case.language.names)
    literal = case.place(entry) if there else None
    case.mention(span, "country", "demonym" if span.kind == "demonym" else "name", actor, place=literal)


def place(case: Case, span: Span, entry: Entry, *, acting: bool = False) -> None:
    """Enter a place, or the actor that its name stands for."""
    used = slot(case.text, span.start, span.end, case.language.names) if entry.stands_for else "place"
    if used == "open" and (_listed(case, span) or _listed_behind(case, span)):
        used = "acts"
    elif used == "acts" and _in_list_of_places(case, span):
        used = "place"
    if entry.stands_for and (used == "acts" or (acting and used == "open")):
        actor = _stood_for(case, entry)
        if actor is not None:
            kind: MentionType = case.actors[actor].type
            form = "CapitalForGovernment" if entry.capital else "BuildingForInstitution"
            case.mention(span, kind, "name", actor, metonym=form, literal=entry.id, confidence=0.8)
            return
    case.mention(span, "place", "name", place=case.place(entry))


def _listed(case: Case, span: Span) -> bool:
    """Tell whether a capital stands before another one that acts, a comma between ("[Moscow], Beijing and Tehran signed")."""
    if case.text[span.end : span.end + 2] != ", ":
        return False
    second = next((each for each in case.at.starting(span.end + 2, span.end + 3) if each.kind == "name"), None)
    entry = case.entry(second.candidates[0]) if second and second.candidates else None
    if second is None or entry is None or entry.type != "place" or not entry.stands_for:
        return False
    used = slot(case.text, second.start, second.end, case.language.names)
    return used == "acts" or (used == "open" and _listed(case, second))


def _listed_behind(case: Case, span: Span) -> bool:
    """Tell whether "and of" joins a capital to one that acts ("sous l'égide de Riyad et de [Washington]")."""
    before = next((each for each in case.at.ending(span.start - _OF, span.start - 1) if each.kind == "name"), None)
    entry = case.entry(before.candidates[0]) if before and before.candidates else None
    if before is None or entry is None or entry.type != "place" or not entry.stands_for:
        return False
    words = case.text[before.end : span.start].split()
    of = case.language.grammar.prepositions["of"]
    joined = len(words) == len(("and", "of")) and words[0] in case.language.names.and_ and words[1] in of
    return joined and slot(case.text, before.start, before.end, case.language.names) == "acts"


def _in_list_of_places(case: Case, span: Span) -> bool:
    """Tell whether a capital goes on a list that a preposition opens ("in Moscow, [Beijing] and [Tehran]").

    Behind a phrase that opens the sentence ("In Moscow, Beijing …") a new subject may begin.
    """
    before = next((each for each in case.at.ending(span.start - _JOINED, span.start - 1) if each.kind == "name"), None)
    entry = case.entry(before.candidates[0]) if before and before.candidates else None
    if before is None or entry is None or entry.type != "place":
        return False
    gap = case.text[before.end : span.start].strip()
    words = case.language.names.and_
    goes_on = re.match(rf"(?:,|\s+(?:{'|'.join(map(re.escape, words))}))\s+[^\W\d_a-z]", case.text[span.end :])
    if gap not in words and (gap != "," or not goes_on):
        return False
    led = leads(case.text, before.start, case.language.names)
    follows = re.match(r"\s([^\W\dA-Z]\w*)", case.text[span.end :])
    if gap in words and not led and not entry.stands_for and (not follows or _ties(case, follows[1])):
        return True  # "Hama and [Damascus] as well as": the first never acts
    if gap in words and follows:  # "held in Paris and Moscow rejected them"
        return _in_list_of_places(case, before)
    sentence = case.sentence(before.start)
    opens = sentence is not None and len(case.text[sentence.start : before.start].split()) < _OPENING
    used = slot(case.text, before.start, before.end, case.language.names)
    return (used == "place" and not opens) or (used == "acts" and _in_list_of_places(case, before))


def _ties(case: Case, word: str) -> bool:
    """Tell whether a word goes on a phrase, as prepositions and conjunctions do."""
    grammar, names = case.language.grammar, case.language.names
    return word in {form.split()[0] for forms in (*grammar.prepositions.values(), names.and_) for form in forms}


def _stood_for(case: Case, entry: Entry) -> str | None:
    if not entry.stands_for.startswith("body:"):
        return case.known(case.authority.entry(entry.stands_for)) if entry.stands_for in case.authority else None
    _, iso, kind = entry.stands_for.split(":")
    owner = case.authority.country(iso)
    return bodies.body(case, kind, owner, "", entry.label) if owner else None


_SHARED_NOUNS = frozenset({"parliament", "security_council"})
"""Bodies known by a noun that other states use, too."""


def _credited(text: str, span: Span) -> bool:
    """Tell whether an outlet is only credited: "(Reuters)", "X / AFP via Getty Images"."""
    before, after = text[max(0, span.start - 8) : span.start], text[span.end : span.end + 8]
    alone = before.endswith("(") and after.startswith(")")
    return alone or before.rstrip().endswith(("/", "©", " via")) or after.lstrip().startswith(("/", "via "))


def other(case: Case, span: Span, entry: Entry) -> None:
    """Enter an organisation, group, body or agreement."""
    if entry.type == "agreement":
        case.mention(span, "agreement", "name", agreement=entry.id)
    elif entry.type == "media" and _credited(case.text, span):
        case.mention(span, "media", "name", confidence=0.5)
    elif entry.body in _SHARED_NOUNS and (states := _other_states(case, span, entry)) is not None:
        meant = bodies.body(case, entry.body, states[0], "", span.text) if states else None
        case.mention(span, "organization", "group", meant, confidence=0.7)
    elif entry.type != "conflict":
        actor = case.known(entry)
        site = case.authority.buildings.get(key(span.text))
        building = "BuildingForInstitution" if site else None
        case.mention(span, case.actors[actor].type, "name", actor, place=_inside(case, span, site), metonym=building)


def _inside(case: Case, span: Span, site: str | None) -> str | None:
    """Return the place that a building is where the text says that something is there ("at the White House")."""
    language = case.language
    if site is None or slot(case.text, span.start, span.end, language.names) != "place":
        return None
    if behind(case.text, span.start, language.names, language.grammar.prepositions.get("from", ())):
        return None  # "a statement [from the White House]"
    return case.place(case.authority.entry(site))


def _other_states(case: Case, span: Span, entry: Entry) -> list[Entry] | None:
    """Return whose parliament or council a common noun means, where not the one known by it alone ("Peru's Congress").

    None where it is that one; nothing where the article speaks of other states only, and of several.
    """
    nouns = {key(noun) for noun in case.language.names.groups.get(entry.body, ())}
    if key(span.text) not in nouns:
        return None
    owner = next((state for at, state in _states(case) if _owns(case, at, span)), None)
    if owner is not None:
        return None if owner.country == entry.country else [owner]
    others = [one for span in case.spans for one in span.candidates[:1] if one != entry.id]
    named = {found.country for one in others if (found := case.entry(one)) and found.country}
    if entry.country in named or not named:
        return None
    meant = case.setting() if len(named) > 1 else case.authority.country(named.pop())
    return [meant] if meant and meant.country != entry.country else []


def _states(case: Case) -> Iterator[tuple[Span, Entry]]:
    for span in case.spans:
        found = case.entry(span.candidates[0]) if span.kind in {"name", "demonym"} and span.candidates else None
        if found is not None and found.type == "country":
            yield span, found


def _owns(case: Case, owner: Span, span: Span) -> bool:
    """Tell whether a state stands before a noun as its owner, or behind it ("Congrès péruvien", "Congress of Peru")."""
    if owner.end <= span.start:
        between = case.text[owner.end : span.start]
        marks = {f"{mark}{word} " for word in case.language.names.possessives for mark in "'’"}
        return between in marks or (owner.kind == "demonym" and between == " ")
    if owner.start < span.end:
        return False
    behind = gaps(case.language).elsewhere.match(case.text, span.end)
    article = {key(word) for word in case.language.names.articles}
    gap = case.text[behind.end() : owner.start] if behind and behind.end() <= owner.start else None
    after = gap is not None and set(key(gap).split()) <= article and len(gap) <= _ARTICLE
    return after or (owner.kind == "demonym" and case.text[span.end : owner.start] == " ")
