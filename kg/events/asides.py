"""What stands between two commas: a clause, a description, or the name of those before them."""

from kg.events.items import Item, Row

__all__ = ["among", "apposed", "beside", "named", "named_with", "skip"]

_DESCRIPTION = 10
"""How many items a description between commas may have."""
_BEHIND = 28
"""How many characters behind a name say that its bearer helps or looks on."""
_STOPS = frozenset('.;:?!«»“”"—–[]')


def named(items: list[Item], opener: int) -> int | None:
    """Return the name that an aside gives to people who have none before it ("another armed group, [the FLN], said …")."""
    before = items[opener - 1] if opener else None
    plain = before is not None and before.kind == "word" and before.low[0].isalpha() and not before.word.preps
    if items[opener].low != "," or not plain:
        return None
    first = opener + 1 if "det" not in items[opener + 1].word.flags else opener + 2
    item = items[first]
    acting = item.kind == "np" and bool(item.actors) and not item.prep and item.type not in ("country", "place")
    return first if acting and items[first + 1].low == "," else None


def named_with(row: Row, at: int, verb: int) -> bool:
    """Tell whether a name behind a comma is that of whom a verb is done with ("négocie avec son principal créancier, [la Chine]")."""
    items, last = row.items, row.members(at)[-1] + 1
    comma = at - 1 if "det" not in items[at - 1].word.flags else at - 2
    closed = last < len(items) and (items[last].low in ",.(" or "rel" in items[last].word.flags)
    if items[comma].low != "," or not closed or items[at].form == "demonym":
        return False
    described = False
    for index in range(comma - 1, verb, -1):
        item = items[index]
        if "with" in item.word.preps:
            return described and "det" in items[index + 1].word.flags
        if item.kind == "np" and all(actor.startswith("local/armed_group/") for actor in item.actors):
            described = True  # "avec la principale guérilla du pays, les Farc"
        elif item.kind != "word" or item.word.verbs or item.word.flags & {"rel", "comp", "sub", "and"}:
            return False
        described = described or not (item.word.flags or item.word.preps or item.word.nouns)
    return False


def among(row: Row, closer: int) -> int | None:
    """Return the first of those who are named out of several ("Fifteen countries, [including China and Japan], signed")."""
    items, words = row.items, row.lexicon.language.grammar.objects.get("among", ())
    for at in range(closer - 1, 1, -1) if closer > 0 and items[closer].low == "," else ():
        if items[at].low in words:
            first = at + 1 if "det" not in items[at + 1].word.flags else at + 2
            several = items[at - 1].low == "," and items[at - 2].kind == "word" and items[first].kind == "np"
            return first if several and items[first].actors else None
        if items[at].word.verbs or items[at].word.flags & {"comp", "sub"} or items[at].low in _STOPS:
            return None
    return None


def apposed(items: list[Item], start: int, stop: int) -> bool:
    """Tell whether an apposition stands between two verbs ("…, la base des talibans pour négocier"): the second is then its own."""
    return any(
        items[i].low == "," and i + 2 < stop and "det" in items[i + 1].word.flags and items[i + 2].kind == "word"
        for i in range(start + 1, stop - 1)
    )


def _described_by(items: list[Item], opener: int, closer: int) -> bool:
    """Tell whether two commas hold a description of the name before them ("Kuwait, mediator from the first day,")."""
    inside = items[opener + 1 : closer]
    named = opener > 0 and items[opener - 1].kind == "np" and bool(items[opener - 1].actors)
    return (
        named
        and len(inside) <= _DESCRIPTION
        and not any(i.word.verbs or (i.kind == "np" and not i.prep) for i in inside)
    )


def skip(row: Row, comma: int) -> int:
    """Return where to go on left of a comma: before a parenthesis that it closes, else just before it."""
    items = row.items
    for at in range(comma - 1, max(-1, comma - 40), -1):
        if items[at].low == ",":
            opener = items[at + 1]
            flags = opener.word.flags
            if (
                flags & {"rel", "sub", "according"}
                or ("comp" in flags and at > 0 and items[at - 1].kind == "np")  # "Macron, [que] Biden a reçu, …"
                or opener.word.preps
                or any(t == "ger" or s.kind == "speech" for s, t in opener.word.verbs)
                or (any(t == "part" for _, t in opener.word.verbs) and "by" in items[at + 2].word.preps)
                or "det" in opener.word.flags
                or _described_by(items, at, comma)
            ):
                return at - 1
            return comma - 1
        if items[at].low in _STOPS:
            return comma - 1
    return comma - 1


def beside(row: Row, text: str) -> None:
    """Tell those who only help or look on from those who take part "with" others ("avec X [pour médiateur]", "with X [looking on]")."""
    words, posts = row.lexicon.language.agreements, row.lexicon.language.grammar.objects.get("posted", ())
    for at in row.names:
        if "with" not in row.items[at].prep:
            continue
        if row.items[at].raw in posts and _posted(row.items, at):
            row.items[at].prep = frozenset({"other"})
            continue
        members = row.members(at)
        end = row.items[members[-1]].end
        behind = text[end : end + _BEHIND].lstrip(" ,").lower()
        helps, looks_on = _opens(behind, words.facilitators), _opens(behind, words.onlookers)
        role = "mediated" if helps else "other" if looks_on else ""
        for member in members if role else ():
            row.items[member].prep = frozenset({role})


def _posted(items: list[Item], at: int) -> bool:
    """Tell whether a noun before the preposition of a name says who is posted there ("représentant du royaume auprès de [l'ONU]")."""
    before = next((items[i - 1] for i in range(at - 1, 0, -1) if items[i].low == items[at].raw), items[0])
    plain = before.kind == "word" and not (before.word.flags or before.word.preps or before.word.verbs)
    return plain or before.kind == "np"


def _opens(text: str, phrases: tuple[str, ...]) -> bool:
    """Tell whether one of some phrases opens a text, no word cut short ("pour garant", not "pour garantir")."""
    return any(text.startswith(phrase) and not text[len(phrase) : len(phrase) + 1].isalpha() for phrase in phrases)
