"""Surnames that stand alone: of persons named in full in the article, and of those who lead a state."""

from kg.annotate.chart import HYPHENS, Chart, Unit
from kg.annotate.looks import opens
from kg.annotate.persons import sequence
from kg.authority import FAMILY_FIRST, PARTICLES, Authority, surnames

__all__ = ["alone", "named"]

_SHORTEST = 3
_SYLLABLE = 6
_ALSO_SURNAMES = frozenset({"country", "place", "armed_group"})
"""Types of names of one word that may be a surname ("Jordan", "Wagner")."""
_RULES = frozenset({"authority", "variant", "rule", "surname"})
"""Origins of names that no model guessed: a guess makes no surname of what is the name of something known."""


def alone(charts: list[Chart], authority: Authority) -> None:
    """Enter surnames that stand alone: of persons named in full in the article, and of those who lead a state."""
    surnamed = named(charts, authority)
    spoken = _spoken(charts, authority)
    for chart in charts:
        _prefer_persons(chart, surnamed, authority)
        behind, folded, capital = chart.first, chart.words.folded, chart.words.capital
        for index in [at for at in range(chart.first, chart.last) if capital[at] or folded[at] in PARTICLES]:
            if index >= behind and index not in chart.cover:
                behind = _alone(chart, index, surnamed, authority, spoken)


def named(charts: list[Chart], authority: Authority) -> set[str]:
    """Return the folded surnames of the persons that are entered."""
    found: set[str] = set()
    for chart in charts:
        for unit in chart.starts.values():
            if unit.kind == "name" and _is_person(unit, authority):
                country = authority.entry(unit.ids[0]).country if unit.ids else ""
                words = surnames(chart.text(unit.start, unit.end), country)
                found |= words if unit.origin in _RULES else {word for word in words if not authority.named(word)}
    return found


def _prefer_persons(chart: Chart, named: set[str], authority: Authority) -> None:
    """Read a country or town as the person of that surname whom the article names in full ("Hollande", "Jordan")."""
    for unit in list(chart.starts.values()):
        word = chart.words.folded[unit.start]
        if unit.end - unit.start > 1 or unit.kind != "name" or word not in named or not unit.ids:
            continue
        if authority.entry(unit.best).type in _ALSO_SURNAMES and not chart.lexicon.locative.before(
            chart.words, unit.start, chart.first
        ):
            chart.add(Unit(unit.start, unit.end, "name", (), "surname"))


def _spoken(charts: list[Chart], authority: Authority) -> frozenset[str]:
    """Return the states in which family names stand first that an article names: there a name of two letters is one ("Li")."""
    units = (
        unit for chart in charts for unit in chart.starts.values() if unit.ids and unit.kind in {"name", "demonym"}
    )
    return FAMILY_FIRST & {authority.entry(unit.ids[0]).country for unit in units}


def _bearers(chart: Chart, index: int, authority: Authority, spoken: frozenset[str]) -> tuple[str, ...]:
    """Return who is known by the word alone; by one of up to three letters only who is of a state that the article names."""
    word = chart.words.folded[index]
    if sequence(chart, index) != index + 1:
        return ()
    if len(word) > _SHORTEST:
        return authority.surname(word)
    if not spoken or not chart.lexicon.capitals or chart.words.raw(index).isupper():
        return ()
    return tuple(one for one in authority.surname(word) if authority.entry(one).country in spoken)


def _alone(chart: Chart, index: int, named: set[str], authority: Authority, spoken: frozenset[str]) -> int:
    """Enter the surname at a word, if one stands there; return where to go on."""
    words = chart.words
    start = index
    while (
        index < chart.last and words.folded[index] in PARTICLES and index + 1 < chart.last and words.joined[index + 1]
    ):
        index += 1
    raw = words.raw(index)
    if (
        not (raw[:1].isupper() and raw[:1].isalpha())
        or words.folded[index] in chart.lexicon.not_names
        or chart.covering(index)
        or (index > chart.first and chart.gap(index) in HYPHENS)
    ):
        return start + 1
    word = words.folded[index]
    if word in named:
        end = index + 1
        if other := _other_first_name(chart, index, authority):
            return other
        whole = sequence(chart, index)
        if whole - index > 2 and _new_name(chart, index, whole, named):
            chart.add(
                Unit(
                    index,
                    whole,
                    "name",
                    authority.variants(chart.text(index, whole)),
                    "rule",
                    "person",
                    (("cue", "1"),),
                )
            )
            return whole
        while end < chart.last and words.joined[end] and words.folded[end] in named and words.raw(end)[:1].isupper():
            end += 1
        chart.add(Unit(index, end, "name", (), "surname"))
        return end
    leading = _bearers(chart, index, authority, spoken)
    first, start = start, index
    if _initial(chart, first - 1):  # "J.-Y. Le Drian"
        start = first
        while _initial(chart, start - 1):
            start -= 1
    if leading and not _follows_name(chart, start) and not _ordinary(chart, index):
        chart.add(Unit(start, index + 1, "name", leading, "surname"))
    return index + 1


def _other_first_name(chart: Chart, index: int, authority: Authority) -> int | None:
    """Enter somebody else of a surname, whose first name nobody knows ("Rafic Hariri" beside "Saad Hariri"); return the end."""
    words, lists, at = chart.words, chart.lexicon, index - 1
    if at < chart.first or at in chart.cover or not words.joined[index] or chart.gap(index) != " ":
        return None
    word, raw = words.folded[at], words.raw(at)
    plain = raw[:1].isupper() and raw[1:].islower() and len(raw) >= _SHORTEST and raw.isalpha()
    tables = (lists.titles, lists.heads, lists.groups, lists.modifiers, lists.things, lists.articles, lists.portfolios)
    if not plain or word in lists.not_names or any(table.has(word) for table in tables) or not lists.capitals:
        return None
    own = {
        part for unit in chart.starts.values() if unit.type == "person" for part in words.folded[unit.start : unit.end]
    }
    if word in own or (at == chart.first and not authority.is_given(word)):
        return None
    name = chart.text(at, index + 1)
    chart.add(Unit(at, index + 1, "name", authority.variants(name), "rule", "person", (("cue", "1"),)))
    return index + 1


def _initial(chart: Chart, index: int) -> bool:
    """Tell whether a word is the initial of a first name before the next word ("S. Lavrov")."""
    words = chart.words
    if index < chart.first or index in chart.cover or not words.joined[index + 1]:
        return False
    raw = words.raw(index)
    if chart.lexicon.titles.has(words.folded[index]):  # "M. Le Maire"
        return False
    return len(raw) == 1 and raw.isupper() and chart.gap(index + 1).startswith(".")


def _new_name(chart: Chart, index: int, end: int, named: set[str]) -> bool:
    """Tell whether a known surname begins a longer name of someone else ("Kim Yo Jong" beside "Kim Jong Un")."""
    words, lists = chart.words, chart.lexicon
    rest = range(index + 1, end)
    if any(
        word in chart.cover or lists.things.has(words.folded[word]) or lists.heads.has(words.folded[word])
        for word in rest
    ):
        return False
    return any(words.folded[word] not in named for word in rest) and all(
        len(words.folded[word]) <= _SYLLABLE for word in rest
    )


def _follows_name(chart: Chart, index: int) -> bool:
    """Tell whether the word is the tail of a longer name."""
    words = chart.words
    return (
        index > chart.first and words.joined[index] and words.raw(index - 1)[:1].isupper() and index - 1 > chart.first
    )


def _ordinary(chart: Chart, index: int) -> bool:
    """Tell whether a word that is somebody's surname is one of the language here ("Soon after", "the Mayor")."""
    words, lists = chart.words, chart.lexicon
    if words.folded[index] not in lists.ordinary:
        return False
    return opens(chart, index) or (words.joined[index] and bool(lists.articles.before(words, index, chart.first)))


def _is_person(unit: Unit, authority: Authority) -> bool:
    return authority.entry(unit.ids[0]).type == "person" if unit.ids else unit.type == "person"
