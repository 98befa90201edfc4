"""Names told by the abbreviation in brackets behind them: "armée de libération nationale (ELN)", "Xyz Popular Front (XPF)".

An abbreviation that the authority knows names the words before it, small letters or not; one that it lacks makes an
organisation of the words before it whose initials it is, if one of them is a word for bodies.
"""

from collections.abc import Iterable

from kg.annotate.chart import Chart, Unit
from kg.annotate.looks import shouts
from kg.authority import Authority, key

__all__ = ["abbreviated", "alone"]

_LETTERS = range(2, 9)
_MOST_WORDS = 14
_LEAST_WORDS = 2
_SMALL = 4
"""Letters of a word that an abbreviation may leave out."""
_LOOSE = frozenset({"country", "place"})
_PLACES = 2
"""Places in brackets that make a list of a sentence ("A (Geneva), B (Lausanne), C (Xyz)")."""
_CREDIT = range(3, 7)
_DASHES = ("—", "–", "-")
_OF_STATES = frozenset({"ministry", "diplomacy", "parliament", "court", "presidency", "police", "intelligence"})
"""Kinds of groups that are bodies of a state, whatever their name."""
_OF_NOBODY = frozenset({"movement", "militants", "opposition", "people", "population", "media"})
"""Kinds of groups that are of no state, whatever country their name has ("Xyz River Alliance")."""


def abbreviated(charts: Iterable[Chart], authority: Authority) -> None:
    """Enter the names that stand before their abbreviation, and the abbreviations that the article makes its own."""
    charts = list(charts)
    own: dict[str, str] = {}
    also: dict[str, tuple[str, ...]] = {}
    sites: set[str] = set()
    for chart in charts:
        for index in _bracketed(chart):
            unit = chart.starts.get(index)
            if unit is not None and unit.ids:
                _known(chart, index, unit, authority)
            elif index not in chart.cover and not shouts(chart):
                if named := _also(chart, index, authority):
                    also.setdefault(chart.words.raw(index), named)
                    continue
                before = chart.ends.get(index)
                if before is not None and not before.ids and _shortened(chart, before, index):
                    own.setdefault(chart.words.raw(index), chart.text(before.start, index))
                    continue
                start = _initialled(chart, index, authority)
                if start == index and _site(chart, index):
                    sites.add(chart.words.raw(index))
                if start < index:
                    name = chart.text(start, index)
                    _enter(chart, start, index, Unit(start, index, "name", (), "rule", "organization"))
                    own.setdefault(chart.words.raw(index), name)
    for chart in charts if own or also or sites else ():
        for index in range(chart.first, chart.last):
            name = own.get(raw := chart.words.raw(index), "")
            if name and index not in chart.cover:
                chart.add(Unit(index, index + 1, "name", (), "rule", "organization", (("short", name),)))
            elif raw in also and index not in chart.cover:
                chart.add(Unit(index, index + 1, "name", also[raw]))
            elif raw in sites and index not in chart.cover:
                chart.add(Unit(index, index + 1, "name", (), "looks", "place", (("weak", "1"),)))


def alone(charts: Iterable[Chart], authority: Authority) -> None:
    """Enter the towns and agencies that stand alone in brackets: in a list of towns, behind a sentence, before a dash."""
    for chart in charts:
        if chart.first >= chart.last or not chart.lexicon.capitals or shouts(chart):
            continue
        found = list(_bracketed(chart))
        known = [at for at in found if (unit := chart.starts.get(at)) and _is_place(unit, authority)]
        start = chart.words.starts[chart.first]
        if start and chart.words.text[start - 1] == "(":
            found.append(chart.first)
        for at in found:
            kind = _alone(chart, at, many=len(known) >= _PLACES)
            if kind:
                chart.add(Unit(at, at + 1, "name", (), "looks", kind, (("weak", "1"),)))


def _alone(chart: Chart, index: int, *, many: bool) -> str:
    """Return the type of an unknown word that stands alone in brackets; empty when nothing tells it."""
    words, end = chart.words, chart.words.ends[index]
    if index in chart.cover or not chart.capital(index) or words.folded[index] in chart.lexicon.not_names:
        return ""
    if words.text[end : end + 1] != ")":
        return ""
    raw = words.raw(index)
    if index == chart.first:
        return "organization" if raw.isupper() and raw.isalpha() and len(raw) in _CREDIT else ""
    if index - chart.first <= _LEAST_WORDS and words.text[end + 1 : end + 4].lstrip(". ").startswith(_DASHES):
        return "organization"
    return "place" if many and not raw.isupper() else ""


def _is_place(unit: Unit, authority: Authority) -> bool:
    return unit.kind == "name" and bool(unit.ids) and authority.entry(unit.best).type in _LOOSE


def _site(chart: Chart, index: int) -> bool:
    """Tell whether an abbreviation stands for an airport, hospital or the like before it ("aéroport Jomo Kenyatta (JKIA)")."""
    words, lists, raw = chart.words, chart.lexicon, chart.words.raw(index)
    start = next((at + 1 for at in range(index - 1, chart.first, -1) if not chart.capital(at)), chart.first)
    if len(raw) not in _LETTERS or not raw.isupper() or index - start < _LEAST_WORDS or not words.joined[index - 1]:
        return False
    around = words.folded[max(chart.first, start - _LEAST_WORDS) : index]
    return raw[:1] == words.raw(start)[:1] and any(lists.spots.has(word) for word in around)


def _shortened(chart: Chart, unit: Unit, index: int) -> bool:
    """Tell whether an abbreviation has the initials of the name of a body before it."""
    words = chart.words
    capitals = [at for at in range(unit.start, unit.end) if chart.capital(at)]
    return unit.type == "organization" and "".join(words.folded[at][:1] for at in capitals) == words.folded[index]


def _bracketed(chart: Chart) -> Iterable[int]:
    """Yield the words that stand in brackets alone, or first of what stands there ("(Farc, Marxists)")."""
    words = chart.words
    stop = words.ends[chart.last - 1] if chart.last > chart.first else 0
    at = words.text.find("(", words.starts[chart.first], stop) if stop else -1
    while at >= 0:
        index = words.at(at + 1)
        inside = chart.first < index < chart.last and words.starts[index] == at + 1
        unit = chart.starts.get(index) if inside else None  # "(SPLA-IO)"
        end = words.ends[unit.end - 1 if unit is not None and unit.ids else index] if inside else 0
        if inside and words.text[end : end + 1] in {")", ","}:
            yield index
        at = words.text.find("(", at + 1, stop)


def _known(chart: Chart, index: int, unit: Unit, authority: Authority) -> None:
    """Enter the words before an abbreviation that are a name of what it stands for, with it of two that bear it."""
    end = index
    before = chart.ends.get(end)
    if before is not None and before.kind == "demonym":  # "armée de libération nationale colombienne (ELN)"
        end = before.start
    elif before is not None:
        _longer(chart, index, unit, authority)
        return
    for one in unit.ids:
        entry = authority.entry(one)
        if entry.type in {"person", *_LOOSE}:
            continue
        for name in entry.names:
            parts = key(name).split()
            start = end - len(parts)
            if len(parts) < _LEAST_WORDS or start < chart.first or chart.words.folded[start:end] != parts:
                continue
            if all(chart.words.joined[start + 1 : end]) and _enter(
                chart, start, end, Unit(start, end, "name", (one,)), authority
            ):
                chart.add(Unit(unit.start, unit.end, "name", (one,), unit.origin))
                return
    start = _initialled(chart, index, authority) if before is None and _body(unit, authority) else index
    told = set(chart.words.folded[start:index])
    ids = tuple(one for one in unit.ids if _shares(told, authority.entry(one).names))
    if start < index and ids:
        _enter(chart, start, index, Unit(start, index, "name", ids), authority)
    elif before is None:
        _longer(chart, index, unit, authority)


def _longer(chart: Chart, index: int, unit: Unit, authority: Authority) -> None:
    """Enter all of the capitalised words before a known abbreviation ("United Nations Mission in South Sudan (UNMISS)")."""
    start = _run(chart, index)
    if index - start < _LEAST_WORDS + 1 or not _body(unit, authority):
        return
    words, lists = chart.words, chart.lexicon
    inner = {id(one): one for at in range(start, index) if (one := chart.cover.get(at))}.values()
    whole = any(one.start < start or one.end > index or one.end - one.start >= index - start for one in inner)
    if whole or any(_is_person(one, authority) or set(one.ids) & set(unit.ids) for one in inner):
        return
    told = set(words.folded[start:index])
    same = words.folded[start][:1] == words.folded[index][:1] and any(lists.bodies.has(word) for word in told)
    ids = tuple(one for one in unit.ids if same or _shares(told, authority.entry(one).names))
    if ids:
        _enter(chart, start, index, Unit(start, index, "name", ids))


def _run(chart: Chart, index: int) -> int:
    """Return the first of the capitalised words before a bracket, small words between them."""
    words, lists, start, at = chart.words, chart.lexicon, index, index - 1
    small = (lists.of, lists.articles, lists.and_, lists.locative)
    while at > chart.first and index - at < _MOST_WORDS:
        word = words.folded[at]
        if not (word in lists.particles or word in lists.possessives or any(table.has(word) for table in small)):
            if not chart.capital(at):
                break
            start = at
        if not words.joined[at]:
            break
        at -= 1
    return start


def _is_person(unit: Unit, authority: Authority) -> bool:
    return authority.entry(unit.ids[0]).type == "person" if unit.ids else unit.type == "person"


def _shares(told: set[str], names: Iterable[str]) -> bool:
    """Tell whether words share two long ones with a name: other words of the same initials are another body."""
    return any(sum(len(word) > _SMALL for word in told & set(key(name).split())) >= _LEAST_WORDS for name in names)


def _also(chart: Chart, index: int, authority: Authority) -> tuple[str, ...]:
    """Return the ids of the group right behind whose name a bracket has one more name ("National Salvation Front (NAS)")."""
    before, raw = chart.ends.get(index), chart.words.raw(index)
    if before is None or before.kind != "name" or before.end - before.start < _LEAST_WORDS:
        return ()
    short = len(raw) in _LETTERS and raw.isalpha() and raw.isupper()
    if not short or not before.ids or not _body(before, authority):
        return ()
    chart.add(Unit(index, index + 1, "name", before.ids))
    return before.ids


def _body(unit: Unit, authority: Authority) -> bool:
    """Tell whether all that a name may mean are groups and organisations."""
    return all(authority.entry(one).type in {"armed_group", "organization", "igo"} for one in unit.ids)


def _initialled(chart: Chart, index: int, authority: Authority) -> int:
    """Return the first of the words before an abbreviation whose initials it is; the abbreviation itself where none are."""
    words, lists = chart.words, chart.lexicon
    raw = words.raw(index)
    letters = key(raw)
    if len(raw) not in _LETTERS or not raw.isalpha() or not raw[:1].isupper() or len(letters) != len(raw):
        return index
    small = (lists.of, lists.articles, lists.and_)
    initials, telling, start = "", False, index
    while start > chart.first and index - start < _MOST_WORDS and (start == index or words.joined[start]):
        start -= 1
        word = words.folded[start]
        if word in lists.particles or word in lists.possessives or any(table.has(word) for table in small):
            continue
        if lists.events.has(word):
            return index
        telling = telling or lists.bodies.has(word) or lists.companies.has(word)
        if not letters.endswith(word[:1] + initials) and words.raw(start).islower() and len(word) <= _SMALL:
            continue  # "Union [pour] la paix"
        initials = word[:1] + initials
        if len(initials) == len(letters):
            whole = telling and initials == letters and index - start >= _LEAST_WORDS and words.raw(start)[:1].isupper()
            mine = whole and _free(chart, start, index, authority) and not _of_state(chart, start, index, authority)
            return start if mine else index
        if not letters.endswith(initials):
            return index
    return index


def _of_state(chart: Chart, start: int, end: int, authority: Authority) -> bool:
    """Tell whether words are the body of a state, which is read as such ("Royal Thai Army", "Ministry of Justice")."""
    found = (chart.lexicon.groups.at(chart.words, index, end) for index in range(start, end))
    kinds = {match[1] for match in found if match} - _OF_NOBODY
    if not kinds or kinds & _OF_STATES:
        return bool(kinds)
    owners = {unit.best for index in range(start, end) if (unit := chart.cover.get(index))}
    return any(owner in authority and authority.entry(owner).type == "country" for owner in owners)


def _free(chart: Chart, start: int, end: int, authority: Authority) -> bool:
    """Tell whether nothing stands among words but nationalities, and countries and places that may be a part of a name."""
    units = {id(unit): unit for index in range(start, end) if (unit := chart.cover.get(index))}.values()
    return all(
        start <= unit.start
        and unit.end <= end
        and unit.end - unit.start < end - start
        and (unit.kind == "demonym" or (bool(unit.ids) and authority.entry(unit.ids[0]).type in _LOOSE))
        for unit in units
    )


def _enter(chart: Chart, start: int, end: int, unit: Unit, authority: Authority | None = None) -> bool:
    """Enter a name in place of what stands within it; tell whether it was entered."""
    if authority is not None and not _free(chart, start, end, authority):
        return False
    for inner in {id(one): one for index in range(start, end) if (one := chart.cover.get(index))}.values():
        chart.remove(inner)
    chart.add(unit)
    return True
