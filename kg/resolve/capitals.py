"""A capital that is not named: "dans la capitale malienne", "attacked the Ukrainian capital", "near the capital"."""

import re

from kg.authority import Entry
from kg.authority import key as fold
from kg.model import Span
from kg.resolve.case import Case, data
from kg.resolve.slots import slot

__all__ = ["resolve"]


def resolve(case: Case, span: Span) -> None:
    """Enter the capital of a state as a place; without a state, where the phrase says where, that of the article's country.

    With another word ("economic capital", "capital markets") it is another town, or none.
    """
    owner = data(span, "of")
    where = owner or slot(case.text, span.start, span.end, case.language.names) == "place"
    if not where or not data(span, "definite") or not _plain(case, span):
        return
    state = _state(case, owner) if owner else case.setting()
    town = case.authority.capital(state.country) if state else None
    if town is not None:
        case.mention(span, "place", "description", place=case.place(town), confidence=0.8 if owner else 0.6)


def _state(case: Case, owner: str) -> Entry | None:
    """Return the country of an owner; of two of one demonym the one that the article speaks of."""
    states = [entry for part in owner.split("|") if (entry := case.entry(part)) and entry.type == "country"]
    return max(states, key=lambda entry: case.countries[entry.country], default=None)


def _plain(case: Case, span: Span) -> bool:
    """Tell whether the phrase is the noun and its state and nothing else, inside it or behind it."""
    within = [s for s in case.at.within(span.start, span.end) if s.kind in {"demonym", "name"}]
    rest = case.text[span.start : span.end]
    for each in within:
        rest = rest.replace(each.text, " ")
    grammar, names = case.language.grammar, case.language.names
    links = {fold(word) for word in (*names.articles, *grammar.prepositions["of"], *names.possessives)}
    words = [word for word in fold(rest).split() if word not in links]
    after = re.match(r"\s(\w+)", case.text[span.end :])
    follows = fold(after[1]) if after and after[1][0].islower() else ""
    if words != fold(data(span, "head")).split():
        return False
    forms = (form for each in grammar.prepositions.values() for form in each)
    opens = not follows or follows in map(fold, (*names.and_, *grammar.complementizers))
    opens = opens or any(fold(form).split()[0] == follows for form in forms)
    return opens or slot(case.text, span.start, span.end, names) == "acts"
