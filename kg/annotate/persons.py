"""Names that the authority lacks, found by what stands around them: a title, an office, a verb of saying."""

from kg.annotate.chart import Chart, Unit
from kg.annotate.phrase import Phrase
from kg.authority import Authority, key

__all__ = ["another_states", "lengthen", "media", "part_of_longer", "sequence", "unknown"]

_MOST_WORDS = 6
_SHORTEST = 3
_MOST_GIVEN = 4
_ACRONYM = 4
_AL = frozenset({"al", "el"})
_QUOTES = frozenset({"", "«", "“", '"', "„"})


def sequence(chart: Chart, index: int) -> int:
    """Return the end of the run of capitalised words that begins at `index`, particles inside; `index` when there is none."""
    words, lists = chart.words, chart.lexicon
    end, at = index, index
    while at < chart.last and at - index < _MOST_WORDS:
        if at > index and not words.joined[at]:
            break
        raw = words.raw(at)
        elided = (
            len(raw) == 1
            and at + 1 < chart.last
            and chart.gap(at + 1) in {"'", "’"}
            and words.raw(at + 1)[:1].isupper()
        )
        initial = len(raw) == 1 and words.text[words.ends[at] : words.ends[at] + 1] == "."
        if at > index and lists.portfolios.at(words, at + 1, chart.last) and words.folded[at] in lists.particles:
            break
        hyphened = at > index and chart.gap(at) in {"-", "‐", "‑"}
        if raw[:1].isupper() and raw[:1].isalpha():
            if words.folded[at] in lists.not_names and not hyphened and not elided and not initial:
                break
            end = at + 1
        elif not (words.folded[at] in lists.particles or (hyphened and raw.isalpha())):
            break
        elif hyphened and words.folded[at] not in lists.particles:
            end = at + 1
        at += 1
    return end


def lengthen(chart: Chart, authority: Authority) -> None:
    """Let go of names that are a part of a longer one: "Ali Hassan" in "Ali Hassan Mwinyi", "Israel" in "Israel Katz"."""
    for found in list(chart.starts.values()):
        if found.kind != "name" or not found.ids:
            continue
        person = authority.entry(found.best).type == "person"
        if person or _first_name(chart, found, authority) or _initial_behind(chart, found):
            _lengthened(chart, _from_first_name(chart, found, authority) if person else found, authority, person=person)


def _lengthened(chart: Chart, unit: Unit, authority: Authority, *, person: bool) -> None:
    begin = unit.start - 1 if person and _given_before(chart, unit, authority) else unit.start
    end = sequence(chart, begin)
    if begin < unit.start and end >= unit.end:
        name = chart.text(begin, end)
        chart.remove(unit)
        chart.add(Unit(begin, end, "name", authority.variants(name), "rule", "person", (("cue", "1"),)))
        return
    extra = range(unit.end, end)
    if not extra or any(i in chart.cover for i in extra):
        return
    whole = authority.variants(chart.text(unit.start, end))
    chart.remove(unit)
    if whole or not person:
        chart.add(Unit(unit.start, end, "name", whole, "variant" if whole else "rule", "person", (("cue", "1"),)))


def _given_before(chart: Chart, unit: Unit, authority: Authority) -> bool:
    """Tell whether another first name stands before a full name: it is someone else's ("Mahamat Idriss Deby")."""
    words, lists, at = chart.words, chart.lexicon, unit.start - 1
    if unit.end - unit.start < 2 or at < chart.first or not words.joined[unit.start] or at in chart.cover:
        return False
    word, raw = words.folded[at], words.raw(at)
    if not raw[:1].isupper() or raw.isupper() or chart.gap(unit.start) != " " or not authority.is_given(word):
        return False
    return word not in lists.not_names and not any(
        table.has(word) for table in (lists.titles, lists.heads, lists.groups)
    )


def _from_first_name(chart: Chart, unit: Unit, authority: Authority) -> Unit:
    """Return a surname together with the words of the same person's name before it ("Tayyip Erdogan")."""
    words, start = chart.words, unit.start
    known = {word for name in authority.entry(unit.best).names for word in key(name).split()}
    while (
        start > chart.first
        and words.joined[start]
        and start - 1 not in chart.cover
        and words.folded[start - 1] in known
    ):
        if not words.raw(start - 1)[:1].isupper():
            break
        start -= 1
    if start == unit.start:
        return unit
    chart.remove(unit)
    longer = Unit(start, unit.end, "name", unit.ids)
    chart.add(longer)
    return longer


def _first_name(chart: Chart, unit: Unit, authority: Authority) -> bool:
    """Tell whether a country or town is the first name of a person here."""
    words, lists, at = chart.words, chart.lexicon, unit.end
    if (
        at >= chart.last
        or not words.joined[at]
        or at in chart.cover
        or not authority.is_given(words.folded[unit.start])
    ):
        return False
    if not words.raw(at)[:1].isupper() or chart.gap(at).strip() or words.folded[at] in lists.not_names:
        return False
    tables = (
        lists.heads,
        lists.groups,
        lists.modifiers,
        lists.group_modifiers,
        lists.portfolios,
        lists.things,
        lists.titles,
    )
    return len(words.folded[at]) > _SHORTEST and not any(table.at(words, at, chart.last) for table in tables)


def _initial_behind(chart: Chart, unit: Unit) -> bool:
    """Tell whether an initial and a surname stand behind a name of one word: it is a first name ("Jordan B. Peterson")."""
    words, at = chart.words, unit.end
    if unit.end - unit.start > 1 or at + 1 >= chart.last or not (words.joined[at] and words.joined[at + 1]):
        return False
    initial = len(words.raw(at)) == 1 and chart.capital(at) and chart.gap(at + 1) == ". "
    follows = words.raw(at + 1)
    return (
        initial
        and chart.gap(at) in {" ", ". "}
        and follows[:1].isupper()
        and follows[1:].islower()
        and at not in chart.cover
    )


def unknown(chart: Chart, offices: list[Phrase], authority: Authority) -> None:
    """Enter persons that a title, an office or a verb of saying gives away, and other spellings of known ones."""
    after_office = {office.end for office in offices}
    before_office = {office.start for office in offices}
    titles = {word: office.end for office in offices for word in office.title}
    behind, folded, capital = chart.first, chart.words.folded, chart.words.capital
    for index in [at for at in range(chart.first, chart.last) if capital[at] or folded[at] in _AL or at in titles]:
        if index < behind or index in chart.cover:
            continue
        if index in titles:
            behind = titles[index]
        elif (end := _name_end(chart, index)) > index:
            behind = _judge(chart, index, end, after_office, before_office, authority)


def another_states(chart: Chart, authority: Authority) -> None:
    """Tell bodies of a known name from those that are another state's ("[South Sudan] People's Defence Forces")."""
    words, bodies = chart.words, chart.lexicon.bodies
    for unit in list(chart.starts.values()):
        if unit.kind != "name" or unit.end - unit.start < _SHORTEST - 1 or not unit.ids:
            continue
        before, behind = chart.ends.get(unit.start), chart.starts.get(unit.end)
        beside = before if before is not None and chart.gap(unit.start) == " " else None
        if beside is None and behind is not None and behind.kind == "demonym" and chart.gap(unit.end) == " ":
            beside = behind if chart.lexicon.after else None
        if beside is None or not beside.best.startswith("country/"):
            continue
        known = {authority.entry(one).country for one in unit.ids}
        whole = any(bodies.has(word) for word in words.folded[unit.start : unit.end])
        if whole and "" not in known and not known & {one.removeprefix("country/") for one in beside.ids}:
            chart.remove(unit)
            chart.remove(beside)
            edges = min(unit.start, beside.start), max(unit.end, beside.end)
            chart.add(Unit(*edges, "name", (), "rule", "organization"))


def part_of_longer(chart: Chart, authority: Authority) -> None:
    """Let go of towns that are the end of another name ("Lake Victoria", "Mount Hebron")."""
    words, lists = chart.words, chart.lexicon
    for unit in list(chart.starts.values()):
        at = unit.start - 1
        if unit.end - unit.start > 1 or unit.kind != "name" or at <= chart.first or not words.joined[unit.start]:
            continue
        word, raw = words.folded[at], words.raw(at)
        if at in chart.cover or chart.gap(unit.start) != " " or not raw[:1].isupper() or raw.isupper():
            continue
        tables = (lists.titles, lists.heads, lists.groups, lists.articles, lists.locative, lists.adjectives)
        if word in lists.not_names or any(table.has(word) for table in tables):
            continue
        kind = authority.entry(unit.best).type if unit.ids else None
        if kind == "place" or (kind == "armed_group" and authority.is_given(word)):  # "Robert Wagner"
            chart.remove(unit)


def media(chart: Chart, heads: list[int]) -> None:
    """Enter the names of outlets that a noun gives away ("l'agence Irna", "le journal « Daily Sabah »")."""
    for index in heads:
        if index >= chart.last or chart.covering(index) or chart.gap(index).strip() not in _QUOTES:
            continue
        end = sequence(chart, index)
        taken = next((i for i in range(index, end) if i in chart.starts), end)
        if taken > index and chart.words.folded[index] not in chart.lexicon.not_names:
            chart.add(Unit(index, taken, "name", (), "rule", "media"))


def _name_end(chart: Chart, index: int) -> int:
    words = chart.words
    start = index
    if words.folded[index] in _AL and chart.gap(index + 1) == "-" if index + 1 < chart.last else False:
        start = index + 1
    raw = words.raw(start)
    if (
        not raw[:1].isupper()
        or not raw[:1].isalpha()
        or words.folded[start] in chart.lexicon.not_names
        or (len(raw) < 2 and start + 1 >= chart.last)
    ):
        return index
    end = sequence(chart, start)
    taken = next((i for i in range(start, end) if i in chart.starts), None)
    end = end if taken is None else taken
    while end > start and words.folded[end - 1] in chart.lexicon.particles and words.raw(end - 1)[:1].islower():
        end -= 1
    return end if end > start else index


def _judge(
    chart: Chart, start: int, end: int, after_office: set[int], before_office: set[int], authority: Authority
) -> int:
    """Enter one run of capitalised words, if it is a person; return where to go on."""
    words, lists = chart.words, chart.lexicon
    begin, gender = start, ""
    while begin < end and (title := lists.titles.at(words, begin, end)):
        gender = gender or title[1] or "-"
        begin = title[0]
    if begin >= end:
        return end
    if (
        end - begin > 1
        and 1 < len(words.raw(begin)) <= _ACRONYM
        and words.raw(begin).isupper()
        and words.folded[begin + 1] in lists.particles
    ):
        return begin + 1  # the party of who follows ("le maire ABC de X")
    head = lists.heads.at(words, begin, end) or lists.groups.at(words, begin, end)
    if head:
        return max(head[0], start + 1)
    titled = lists.titles.before(words, begin, chart.first)
    if titled and (words.joined[begin] or chart.gap(begin).strip() in {".", ""}):
        gender = gender or titled[1] or "-"
    if any(lists.things.has(word) for word in words.folded[begin:end]):
        return end
    cue = bool(gender) or _beside_office(chart, start, end, after_office, before_office)
    if not cue and begin > chart.first and words.joined[begin] and lists.things.has(words.folded[begin - 1]):
        return end
    name = chart.text(begin, end)
    known = authority.variants(name) if end - begin > 1 else ()
    said = end - begin > 1 and authority.is_given(words.folded[begin]) and _says(chart, begin, end)
    given = 1 < end - begin <= _MOST_GIVEN and _is_given_name(chart, begin, end, authority)
    if not known and _goes_on(chart, end):
        return end
    if known or cue or said or given:
        data: tuple[tuple[str, str], ...] = (("gender", gender),) if gender in {"he", "she"} else ()
        data += (("cue", "1"),) if cue else ()
        chart.add(Unit(begin, end, "name", known, "variant" if known else "rule", "person", data))
    return end


def _goes_on(chart: Chart, end: int) -> bool:
    """Tell whether a word for bodies in capitals ends the name ("the president of the Xyz [Revolutionary] Council")."""
    if end >= chart.last or not chart.words.joined[end] or not chart.capital(end):
        return False
    return chart.lexicon.things.has(chart.words.folded[end])


def _is_given_name(chart: Chart, begin: int, end: int, authority: Authority) -> bool:
    """Tell whether capitalised words are a first name and a surname, and no part of a longer proper name."""
    words, lists = chart.words, chart.lexicon
    if not authority.is_given(words.folded[begin]) or lists.particles & {words.folded[begin]}:
        return False
    raw = [words.raw(index) for index in range(begin, end)]
    shortened = (
        len(raw) > _MOST_GIVEN // 2 and words.text[words.ends[end - 1] : words.ends[end - 1] + 1] == "."
    )  # "Sr."
    if all(word.isupper() for word in raw) or (len(raw[-1]) < _SHORTEST and not shortened):
        return False
    follows = (
        end < chart.last and words.joined[end] and (words.raw(end)[:1].isupper() or lists.things.has(words.folded[end]))
    )
    before = chart.covering(begin - 1)
    nationality = before is not None and before.kind == "demonym"
    precedes = begin > chart.first and words.joined[begin] and words.raw(begin - 1)[:1].isupper() and not nationality
    return not follows and not precedes


def _beside_office(chart: Chart, start: int, end: int, after_office: set[int], before_office: set[int]) -> bool:
    """Tell whether an office stands right before the name, or in apposition on either side."""
    gap = chart.gap(start).strip()
    if start in after_office and gap in {"", ","}:
        return True
    if gap in {"),", ")"} and start - 1 in after_office and chart.gap(start - 1).strip() == "(":
        return end - start > 1  # "the president of the Xyz Region (XR), Ann Lee,"
    if end >= chart.last or chart.gap(end).strip() != "," or end - start < 2:
        return False
    article = chart.lexicon.articles.at(chart.words, end, chart.last)
    return end in before_office or bool(article and article[0] in before_office and chart.words.joined[article[0]])


def _says(chart: Chart, start: int, end: int) -> bool:
    words, lists = chart.words, chart.lexicon
    return bool(lists.said_before.before(words, start, chart.first)) or bool(
        lists.said_after.at(words, end, chart.last)
    )
