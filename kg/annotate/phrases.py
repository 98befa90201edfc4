"""Noun phrases around names: groups ("troupes américaines", "Afghan officials") and offices ("Russia's foreign minister").

Both are a head noun of the language file with, on either side, nationalities, names, modifiers and complements.
Complements may be phrases themselves ("porte-parole du ministère russe de la Défense").
"""

from kg.annotate.chart import Chart, Unit
from kg.annotate.phrase import Phrase
from kg.annotate.sides import complement, left, right

__all__ = ["around_name", "groups", "offices"]

_STATES = ("country/",)
_LEAST_LETTERS = 3


def groups(chart: Chart) -> list[Phrase]:
    """Return the groups and bodies of a sentence, in text order."""
    found: dict[int, Phrase] = {}
    firsts, folded = chart.lexicon.groups.firsts, chart.words.folded
    for index in [at for at in range(chart.last - 1, chart.first - 1, -1) if folded[at] in firsts]:
        if index in chart.cover:
            continue
        match = chart.lexicon.groups.free(chart.words, index, chart.last, chart.cover)
        if not match or _of_a_field(chart, index, match[0]):
            continue
        phrase = Phrase(index, match[0], (index, match[0]), "group", match[1], title=set(range(index, match[0])))
        right(chart, phrase, found)
        left(chart, phrase, {})
        found[phrase.start] = phrase
        if phrase.start != index:
            found[index] = phrase
    kept = sorted({id(phrase): phrase for phrase in found.values()}.values(), key=lambda p: (p.start, -p.end))
    return _outermost(kept)


def _of_a_field(chart: Chart, index: int, end: int) -> bool:
    """Tell whether the noun of a group only describes the body that somebody leads ("the [military] council")."""
    field = chart.lexicon.fields.at(chart.words, index, chart.last) if chart.lexicon.before else None
    return field is not None and field[0] > end


def offices(chart: Chart, bodies: list[Phrase]) -> list[Phrase]:
    """Return the offices of a sentence, in text order; they may contain bodies.

    Bodies that stand in the head of an office ("diplomatie" of "chef de la diplomatie") are taken out of the list.
    """
    starts = {phrase.start: phrase for phrase in bodies}
    starts |= {phrase.head[0]: phrase for phrase in bodies if phrase.head[0] not in starts}
    ends = {phrase.end: phrase for phrase in bodies if not _says_when(chart, phrase)}
    found: list[Phrase] = []
    behind = chart.first
    firsts, folded = chart.lexicon.heads.firsts, chart.words.folded
    for index in [at for at in range(chart.first, chart.last) if folded[at] in firsts]:
        match = chart.lexicon.heads.free(chart.words, index, chart.last, chart.cover) if index >= behind else None
        if not match or _lower_abbreviation(chart, index):
            continue
        phrase = Phrase(index, match[0], (index, match[0]), "office", match[1], title=set(range(index, match[0])))
        phrase.plural = chart.lexicon.plurals.get(" ".join(chart.words.folded[index : match[0]]), "")
        if " ".join(folded[index : match[0]]) in chart.lexicon.gone:
            phrase.told("former")
        right(chart, phrase, starts)
        _apart(chart, phrase)
        left(chart, phrase, ends)
        found.append(phrase)
        behind = max(match[0], phrase.end)
    found = _outermost(found)
    heads = {word for phrase in found for word in phrase.title if not _within_owner(phrase, word)}
    bodies[:] = [body for body in bodies if not heads & set(range(*body.head))]
    return found


def _says_when(chart: Chart, body: Phrase) -> bool:
    """Tell whether a body has the status of an office that it stands in: "Chad's [former military] ruler" had no former army."""
    folded, lists = chart.words.folded, chart.lexicon
    before = folded[body.start : body.head[0]]
    return lists.modifiers.has(folded[body.head[1] - 1]) and any(lists.status.has(word) for word in before)


def _apart(chart: Chart, phrase: Phrase) -> None:
    """Take in an abbreviation that nobody knows as the body whose office it is ("secrétaire général du FPR")."""
    words, lexicon, at = chart.words, chart.lexicon, phrase.end
    joint = lexicon.of.at(words, at, chart.last) if not phrase.of and at < chart.last and words.joined[at] else None
    if joint is None or joint[0] >= chart.last:
        return
    article = lexicon.articles.at(words, joint[0], chart.last)
    index = article[0] if article and article[0] < chart.last else joint[0]
    raw = words.raw(index)
    if index in chart.cover or not raw.isupper() or len(raw) < _LEAST_LETTERS or not words.joined[index]:
        return
    if any(other.isupper() and len(other) > 1 for other in _neighbours(chart, index)):
        return  # a headline in capitals
    phrase.title |= set(range(at, index + 1))
    phrase.apart, phrase.end = True, index + 1


def _neighbours(chart: Chart, index: int) -> list[str]:
    return [chart.words.raw(at) for at in (index - 1, index + 1) if chart.first <= at < chart.last]


def _within_owner(phrase: Phrase, word: int) -> bool:
    return any(owner.start <= word < owner.end for owner in phrase.of)


def _lower_abbreviation(chart: Chart, index: int) -> bool:
    """Tell whether a word is too short to be an office unless it is written in capitals ("PM" against "pm", "2 P.M.")."""
    if len(chart.words.folded[index]) >= _LEAST_LETTERS:
        return False
    timed = index > chart.first and chart.words.raw(index - 1)[-1:].isdigit()
    return timed or not chart.words.raw(index).isupper()


def _size(phrase: Phrase) -> tuple[int, int]:
    """Return the words of a phrase and of its head: of two readings of the same words the longer head counts."""
    return phrase.end - phrase.start, phrase.head[1] - phrase.head[0]


def _outermost(phrases: list[Phrase]) -> list[Phrase]:
    """Drop phrases that lie within another's head or title, and are not its owner."""

    def inside(inner: Phrase, outer: Phrase) -> bool:
        within = outer.start <= inner.start and inner.end <= outer.end and set(range(*inner.head)) <= outer.title
        larger = _size(outer) > _size(inner)
        return outer is not inner and within and larger and not any(owner is inner for owner in outer.of)

    over: dict[int, list[Phrase]] = {}
    for phrase in phrases:
        for word in range(phrase.start, phrase.end):
            over.setdefault(word, []).append(phrase)
    return [phrase for phrase in phrases if not any(inside(phrase, other) for other in over.get(phrase.start, ()))]


def around_name(chart: Chart, office: Phrase) -> None:
    """Take in what follows the holder's name: "Foreign Minister X of Turkey", "ministre X des Affaires étrangères"."""
    unit = chart.starts.get(office.end)
    if unit is None or unit.kind != "name" or not chart.words.joined[office.end] or (office.of and office.portfolio):
        return
    tail = Phrase(office.start, unit.end, office.head, "office", office.kind)
    before = len(tail.of), tail.portfolio
    if not complement(chart, tail, {}) or (len(tail.of), tail.portfolio) == before:
        return
    if tail.of and (office.of or not tail.of[0].best.startswith(_STATES) if isinstance(tail.of[0], Unit) else True):
        return
    office.of += tail.of
    office.portfolio = office.portfolio or tail.portfolio
    office.title |= tail.title
