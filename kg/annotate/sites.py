"""Places and bodies that the authority lacks, given away by a noun: "the village of X", "X province", "X People's Party"."""

from kg.annotate.chart import Chart, Unit
from kg.annotate.persons import sequence

__all__ = ["named", "owned"]

_RULE = "rule"


def named(chart: Chart) -> None:
    """Enter the names that a noun for places stands before, or behind where the language puts it there."""
    words, lists = chart.words, chart.lexicon
    firsts = lists.sited.firsts | lists.site_tails.firsts
    for index in [at for at in range(chart.first, chart.last) if words.folded[at] in firsts]:
        match = lists.sited.at(words, index, chart.last)
        if match is not None and match[0] < chart.last and words.joined[match[0]]:
            _enter(chart, match[0], sequence(chart, match[0]))
        elif lists.site_tails.at(words, index, chart.last) and words.raw(index)[:1].islower():
            _enter(chart, _run_before(chart, index), index)


def owned(chart: Chart) -> None:
    """Enter bodies named after whose they are, with the state's adjective before it ("Cambodian People's Party")."""
    words, lists = chart.words, chart.lexicon
    for index in range(chart.first + 1, chart.last - 1) if lists.possessives and lists.before else ():
        if words.folded[index] not in lists.possessives or chart.gap(index)[-1:] not in {"'", "’"}:
            continue
        end = sequence(chart, index + 1) if words.joined[index + 1] and chart.capital(index + 1) else index
        end = index + 2 if end == index + 1 and lists.bodies.has(words.folded[end]) else end  # "Council" names nobody
        named = end > index and lists.bodies.has(words.folded[end - 1]) and chart.capital(index - 1)
        people = named and index - 1 not in chart.cover and lists.groups.has(words.folded[index - 1])
        if people and not any(at in chart.cover for at in range(index, end)):
            before = chart.ends.get(index - 1)
            start = before.start if before and before.kind == "demonym" and words.joined[index - 1] else index - 1
            if before and start == before.start:
                chart.remove(before)
            chart.add(Unit(start, end, "name", (), _RULE, "organization"))


def _run_before(chart: Chart, end: int) -> int:
    """Return the first of the capitalised words that end right before a word."""
    words, start = chart.words, end
    while start > chart.first and words.joined[start] and words.raw(start - 1)[:1].isupper():
        if start - 1 in chart.cover or words.folded[start - 1] in chart.lexicon.not_names:
            break
        start -= 1
    return start


def _enter(chart: Chart, start: int, end: int) -> None:
    """Enter words as a place unless something is known of them."""
    words, lists = chart.words, chart.lexicon
    if end <= start or any(index in chart.cover for index in range(start, end)):
        return
    tables = (lists.titles, lists.heads, lists.groups, lists.things, lists.articles)
    if any(table.has(word) for word in words.folded[start:end] for table in tables):
        return
    opens = start == chart.first and end - start == 1
    if not opens and any(letter.islower() for letter in chart.text(start, end)):
        chart.add(Unit(start, end, "name", (), _RULE, "place"))
