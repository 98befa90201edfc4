"""On which day a text was signed, where its noun phrase does not say: days beside its verb, before a clause, of a main verb."""

from calendar import monthrange

from kg.events.candidate import Scene
from kg.events.treaties.treaty import Naming
from kg.events.treaties.verbs import concludes
from kg.events.verbs import VerbGroup, auxiliary
from kg.model import When

__all__ = ["begun", "leading", "of_clause", "of_main_verb", "one_day", "told_on"]

_OPENING = 6
"""How many items into a sentence a day still opens it, and how far behind it the text stands."""
_MANY = 2
"""How many words an auxiliary and its verb are."""
_CLAUSE = 8
"""How many items a subject takes between the word that opens its clause and its verb."""
_PARTS = frozenset({"START", "MID", "END"})
_DONE = ("past", "present", "pluperfect")


def one_day(scene: Scene, at: int, group: VerbGroup, *, behind: int = 0) -> When | None:
    """Return the one day that stands between a verb and its text, right before the verb, or so many items behind the text."""
    items = scene.row.items
    last = next((i for i in range(at + 1, at + behind) if i < len(items) and items[i].low in ".,;:"), at + behind)
    days = [i.date.when for i in items[max(0, group.left - 2) : last] if i.date is not None]
    return days[0] if len(days) == 1 and _plain(days[0]) and days[0].edtf.strip("./") else None


def _plain(when: When) -> bool:
    """Tell whether a time says when something was: no bound, and no part of anything but a day ("late on Friday")."""
    return not when.modifier or (when.modifier in _PARTS and when.earliest == when.latest)


def told_on(scene: Scene, group: VerbGroup) -> When | None:
    """Return the day on which somebody said that a text was concluded ("said on Monday that they had reached a deal")."""
    items = scene.row.items
    for teller in scene.groups:
        that = next((i for i in range(teller.at + 1, group.left) if "comp" in items[i].word.flags), None)
        if that is not None and teller.finite and not teller.negated and any(s.kind == "speech" for s in teller.senses):
            return one_day(scene, that, teller)
    return None


def of_clause(scene: Scene, group: VerbGroup) -> When | None:
    """Return the day right before the word that opens the clause of a verb ("une avancée survenue le 13 mars, [lorsque] X et Y ont conclu")."""
    items, words = scene.row.items, scene.source.lexicon.language.grammar.objects.get("when", ())
    opens = next((i for i in range(group.left - 1, max(0, group.left - _CLAUSE), -1) if items[i].low in words), 0)
    before = opens - 1 - (opens > 1 and items[opens - 1].low == ",")
    date = items[before].date if opens else None
    return date.when if date is not None and _plain(date.when) else None


def of_main_verb(scene: Scene, group: VerbGroup) -> When | None:
    """Return the one day of the verb that a gerund tells the manner of ("ont mis fin lundi à la guerre [en signant] un accord")."""
    main = next((g for g in reversed(scene.groups) if g.finite and g.at < group.left), None)
    if main is None or main.negated or main.modal is not None or main.time not in _DONE:
        return None
    return one_day(scene, group.left, main)


def leading(scene: Scene, naming: Naming) -> None:
    """Give a text told of for the first time the day that opens its sentence ("In 2016, an accord, signed in Havana, …")."""
    items = scene.row.items
    dates = [at for at, item in enumerate(items) if item.date is not None and item.date.when.edtf.strip("./")]
    fresh = naming.indefinite or naming.signed
    if naming.when is not None or not fresh or len(dates) != 1 or dates[0] > _OPENING or naming.hypothetical:
        return
    told = [g for g in scene.groups if g.finite and g.time != "participle" and g.at < dates[0] and not concludes(g)]
    between = items[dates[0] + 1 : naming.at]
    unknown = dates[0] >= _MANY and auxiliary(items[dates[0] - 2]) is not None
    if unknown and any(i.word.preps or i.kind == "np" for i in between):
        return  # "ont mis vendredi à exécution": the day of another verb
    if any(i.word.flags & {"sub", "after", "before"} for i in between):
        return  # "In August fighting resumed after a truce collapsed": the day of another verb
    if told and not any(i.word.nouns for i in items[told[-1].at + 1 : dates[0]]):
        return  # "pointed on Friday to a treaty": the day of another verb
    date = items[dates[0]].date
    near = naming.at <= dates[0] + _OPENING or naming.concluded or naming.signed
    if date is not None and not date.when.modifier and near:
        naming.when = date.when


def begun(when: When) -> When | None:
    """Return the day that a lasting time begins on ("in place since 1991")."""
    first = when.edtf.partition("/")[0]
    if when.earliest is None or not first.strip("."):
        return None
    year, *rest = (int(part) for part in first.strip("~?%").split("T")[0].split("-")[:3])
    month, day = (*rest, 0, 0)[:2]
    if not month:
        return When(first, when.earliest, when.earliest.replace(year=year, month=12, day=31))
    last = when.earliest if day else when.earliest.replace(day=monthrange(year, month)[1])
    return When(first, when.earliest, last)
