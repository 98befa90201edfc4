"""Lets the names that a model finds into a sentence, where neither the authority nor a rule has read the words."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from kg.annotate.chart import Chart, Unit
from kg.annotate.looks import Evidence, company, inside, opens, shouts
from kg.annotate.models import Found
from kg.annotate.phrase import Phrase
from kg.authority import Authority, key
from kg.lang.names import Model
from kg.model import Sentence

__all__ = ["Guesses", "Known", "enter", "may_hold"]

_LEAST_LETTERS = 3
_LOOSE = frozenset({"country", "place"})
"""Types of authority names that may be a part of a longer name ("University of Tehran")."""


class Guesses:
    """What a model finds in one article: of one surface the type that it is given most often counts everywhere."""

    def __init__(self, text: str, sentences: Iterable[Sentence], answers: Iterable[list[Found]]) -> None:
        """Take the names of each sentence, whose offsets count from the sentence."""
        self.names: dict[int, list[Found]] = {}
        """Start of a sentence -> its names, at offsets of the article."""
        self.persons: set[str] = set()
        """Folded words of persons' names of two words and more."""
        self.repeated: set[str] = set()
        """Names that are found twice or more, and not only where a sentence opens."""
        inside: set[str] = set()
        votes: dict[str, Counter[str]] = {}
        for sentence, found in zip(sentences, answers, strict=False):
            if found:
                at = sentence.start
                self.names[at] = [(start + at, end + at, kind) for start, end, kind in found]
            for start, end, kind in self.names.get(sentence.start, ()):
                votes.setdefault(text[start:end], Counter())[kind] += 1
                words = key(text[start:end]).split()
                if start > sentence.start:
                    inside.add(text[start:end])
                if kind == "person" and len(words) > 1:
                    self.persons.update(words)
        self.repeated = {name for name, kinds in votes.items() if sum(kinds.values()) > 1} & inside
        for names in self.names.values():
            names[:] = [(s, e, _most(votes[text[s:e]], kind)) for s, e, kind in names]


def _most(votes: Counter[str], own: str) -> str:
    best = votes.most_common(1)[0]
    return own if votes[own] == best[1] else best[0]


def enter(
    chart: Chart, guesses: list[Found], phrases: list[Phrase], authority: Authority, model: Model, known: "Known"
) -> None:
    """Enter what a model finds in a sentence."""
    taken = {word for phrase in phrases for word in phrase.title | set(range(*phrase.head))}
    if shouts(chart):
        return
    for start, end, kind in guesses:
        first = chart.words.at(start)
        last = chart.words.at(end - 1) + 1
        first, last = _trimmed(chart, max(first, chart.first), min(last, chart.last), kind)
        if first >= last or taken & set(range(first, last)):
            continue
        if last - first == 1 and known.may_be_somebody(chart, first):
            known.evidence.count(chart.text(first, last), kind)
            continue  # kg.annotate.alone sees to it, and where it lets go the type counts that is found most often
        kind = _by_company(chart, first, last, kind, known)  # noqa: PLW2901 - what stands around it knows better
        once = chart.text(first, last) not in known.repeated and not _listed(
            chart.words.text, start, end, kind, guesses
        )
        told = last < chart.last and chart.words.folded[last] in chart.lexicon.be
        lone = once and (kind in model.doubtful or (kind != "person" and opens(chart, first) and not told))
        lone = (
            lone
            and last - first == 1
            and not _body(chart, first, last)
            and not known.evidence.of(chart.text(first, last))
        )
        lone = lone or _common(chart, first, last, known)
        if not lone and _fits(chart, first, last, kind):
            _replace(chart, first, last, kind, authority, model.packages[0])


def _listed(text: str, start: int, end: int, kind: str, guesses: list[Found]) -> bool:
    """Tell whether a comma stands between a name and another one of its type."""
    sides = [(e, start) for _, e, k in guesses if k == kind and e <= start]
    sides += [(end, s) for s, _, k in guesses if k == kind and s >= end]
    return any(text[before:after].strip() == "," for before, after in sides)


class Known(NamedTuple):
    """What an article itself says of its names."""

    authority: Authority
    evidence: Evidence
    persons: set[str]
    """Folded words of the names of persons, those that a model takes for one too."""
    surnames: set[str]
    """Folded surnames of the persons that authority and rules find."""
    small: set[str]
    """Folded words that the article writes in lower case."""
    repeated: set[str]
    """Names that a model finds twice or more."""

    def may_be_somebody(self, chart: Chart, index: int) -> bool:
        """Tell whether a word is the surname of a person of the article, or of one who leads a state."""
        word = chart.words.folded[index]
        surname = word in self.surnames or (not chart.covering(index) and bool(self.authority.surname(word)))
        return surname and not company(chart, index, index + 1)


def _by_company(chart: Chart, first: int, last: int, kind: str, known: Known) -> str:
    """Return the type that the words around a name give it, here or elsewhere in the article."""
    near = company(chart, first, last) or inside(chart, first, last, known.authority)
    if near == "place" and last - first == 1 and chart.words.folded[first] in known.persons:
        near = ""
    if near or (kind == "place" and last - first > 1):
        return near or kind
    said = known.evidence.of(chart.text(first, last))
    if said == "place" and last - first == 1 and chart.words.folded[first] in known.persons:
        return kind
    return said or kind


def _common(chart: Chart, first: int, last: int, known: Known) -> bool:
    """Tell whether words open a sentence as any words do: the first of them stands elsewhere in lower case, the others here."""
    words = chart.words
    if not opens(chart, first) or any(words.raw(index)[:1].isupper() for index in range(first + 1, last)):
        return False
    return words.folded[first] in known.small or (last - first > 1 and not _body(chart, first, last))


def _body(chart: Chart, first: int, last: int) -> bool:
    """Tell whether words are the name of a body by their looks: a word for bodies, or an acronym."""
    words, lists = chart.words, chart.lexicon
    return any(lists.bodies.has(word) for word in words.folded[first:last]) or (
        last - first == 1 and words.raw(first).isupper()
    )


def may_hold(chart: Chart) -> bool:
    """Tell whether a model could add a name to a sentence: whether a word that may open one is left over.

    A country or nationality that is read does not count: of 286 sentences with nothing else left, a model added two
    names, both wrong.
    """
    words, lists = chart.words, chart.lexicon
    for index in range(chart.first, chart.last):
        word = words.folded[index]
        if words.raw(index)[:1].isupper() and (word not in lists.not_names or lists.bodies.has(word)):
            article = None if index in chart.cover else lists.articles.at(words, index, chart.last)
            if index not in chart.cover and (article is None or article[0] != index + 1):
                return True
    return False


def _loose(unit: Unit, authority: Authority) -> bool:
    """Tell whether a unit may be a part of a longer name."""
    return unit.kind == "demonym" or bool(unit.ids and authority.entry(unit.ids[0]).type in _LOOSE)


def _trimmed(chart: Chart, first: int, last: int, kind: str) -> tuple[int, int]:
    """Return a span without articles, titles and offices before it and possessive endings behind it."""
    words, lists = chart.words, chart.lexicon
    while first < last:
        ahead = lists.articles.at(words, first, last) or (
            (lists.titles.at(words, first, last) or lists.heads.at(words, first, last)) if kind == "person" else None
        )
        if ahead:
            first = ahead[0]
        elif not words.raw(first)[:1].isupper():
            first += 1
        else:
            break
    while first < last and (words.folded[last - 1] in lists.possessives or not words.raw(last - 1)[:1].isalnum()):
        last -= 1
    return first, _before_where(chart, first, last) if kind == "organization" else last


def _before_where(chart: Chart, first: int, last: int) -> int:
    """Return the end of a body's name before the known place that says where it is ("Centre de la paix [à Doha]")."""
    for index in range(first + 2, last):
        where = chart.lexicon.locative.before(chart.words, index, first) if index in chart.starts else None
        if where and where[0] > first and chart.words.raw(where[0]).islower():
            return where[0]
    return last


def _fits(chart: Chart, first: int, last: int, kind: str) -> bool:
    """Tell whether the words can be a name at all."""
    words, lists = chart.words, chart.lexicon
    raw = [words.raw(index) for index in range(first, last)]
    folded = words.folded[first:last]
    body = kind == "organization" and last - first > 1 and lists.bodies.has(folded[0])
    if (
        (folded[0] in lists.not_names and not body)
        or not raw[0][:1].isupper()
        or len(raw[0]) < _LEAST_LETTERS > len("".join(raw))
    ):
        return False
    if last - first == 1 and not raw[0].isupper() and (lists.bodies.has(folded[0]) or lists.groups.has(folded[0])):
        return False  # "the House", "la Cour": a piece of a name
    if last - first == 1 and folded[0] in lists.be:
        return False
    if any(lists.and_.has(word) for word in folded) and kind != "organization":
        return False
    if kind == "person":
        lower = [word for word, part in zip(folded, raw, strict=True) if part[:1].islower()]
        return all(word in lists.particles for word in lower) and not any(part[0].isdigit() for part in raw)
    if any(lists.events.has(word) for word in folded):
        return False
    if kind == "place":
        people = lists.plurals_before.before(words, first, chart.first)
        return not (people and last - first == 1)
    return last - first == 1 or not lists.heads.at(words, first, last)


def _weak(chart: Chart, first: int, last: int, kind: str) -> bool:
    """Tell whether nothing but the model speaks for an actor or place: then it is a mention and no more."""
    if kind == "person":
        return last - first == 1
    return kind != "place" and not _body(chart, first, last)


def _replace(chart: Chart, first: int, last: int, kind: str, authority: Authority, origin: str) -> None:
    inner = {id(unit): unit for index in range(first, last) if (unit := chart.covering(index))}
    for unit in inner.values():
        outside = unit.start < first or unit.end > last
        equal = unit.start == first and unit.end == last
        if outside or equal or not _loose(unit, authority) or kind == "place":
            return
    if kind == "person" and first in chart.cover and not authority.is_given(chart.words.folded[first]):
        return  # "Nepal Maoists" in a headline: no first name is a country's
    for unit in inner.values():
        chart.remove(unit)
    known = authority.variants(chart.text(first, last)) if kind == "person" else ()
    data = (("weak", "1"),) if not known and _weak(chart, first, last, kind) else ()
    chart.add(Unit(first, last, "name", known, origin, kind, data))
