"""Names of which nothing is known, told by their looks: what stands before, inside or behind makes person, place or body.

They are mentions and no more (`weak`): who they are stays open.  Words that anything else has read are left alone, so
that nothing is displaced.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from kg.annotate.chart import HYPHENS, Chart, Unit
from kg.annotate.persons import sequence
from kg.authority import Authority, key

__all__ = ["Evidence", "company", "datelines", "enter", "inside", "opens", "shouts"]

_ORIGIN = "looks"
_WEAK = (("weak", "1"),)
_ACRONYM = range(2, 7)
_LETTERS_OF_WORD = 2
_MOST_WORDS = 4
_SURE = 2
_DATELINE = 8
_MONEY = frozenset("$€£¥")
_ROMAN = frozenset("IVXLCM")
_OPENERS = frozenset('«“„"‘([:–—-•|*')
_ENDS = frozenset({".", ":", "!", "?", "–", "—", "-", "•", "|", "*"})
_QUOTES = '«»“”„" \u00a0\u202f'


class Evidence:
    """What an article says of its names: of one surface the type that it has most often counts everywhere."""

    def __init__(self, charts: Iterable[Chart], authority: Authority) -> None:
        """Look at every capitalised run, and at every name that is entered."""
        self.open: list[tuple[Chart, list[int]]] = []
        """Sentences in which capitals mark names, each with its capitalised words."""
        self._votes: dict[str, Counter[str]] = {}
        for chart in charts:
            for unit in chart.starts.values():
                kind = _kind(unit, authority)
                if kind:
                    self.count(chart.text(unit.start, unit.end), kind)
            if not chart.lexicon.capitals or shouts(chart):
                continue
            capitals = chart.capitals()
            self.open.append((chart, capitals))
            for start, end in _runs(chart, capitals, covered=True):
                kind = company(chart, start, end)
                if kind:
                    self.count(chart.text(start, end), kind)

    def count(self, text: str, kind: str) -> None:
        """Count one more name of a type."""
        self._votes.setdefault(key(text), Counter())[kind] += 1

    def of(self, text: str) -> str:
        """Return the type that a surface has most often; empty when nothing is known of it, or two things."""
        votes = self._votes.get(key(text))
        if not votes:
            return ""
        best, times = votes.most_common(1)[0]
        return best if times >= _SURE * (sum(votes.values()) - times) else ""


def enter(authority: Authority, evidence: Evidence, *, guess: bool) -> None:
    """Enter the names that are left over; `guess`: also those that nothing but capitals gives away."""
    for chart, capitals in evidence.open:
        _bodies(chart, capitals)
        for start, end in _runs(chart, capitals, covered=False):
            kind = company(chart, start, end) or evidence.of(chart.text(start, end))
            kind = kind or inside(chart, start, end, authority, guess=guess)
            kind = kind or _listed(chart, start, end, authority) or (_guessed(chart, start, end) if guess else "")
            if kind:
                _add(chart, start, end, kind)
                evidence.count(chart.text(start, end), kind)
    for chart, capitals in evidence.open:
        for start, end in _runs(chart, capitals, covered=False, openers=True):
            kind = evidence.of(chart.text(start, end))
            if kind:
                _add(chart, start, end, kind)
        _agency(chart)


def shouts(chart: Chart) -> bool:
    """Tell whether a sentence is written in capitals, as headlines are: there nothing marks a name."""
    long = 0
    for index in range(chart.first, chart.last):
        word = chart.words.raw(index)
        if len(word) > _LETTERS_OF_WORD:
            if not word.isupper():
                return False
            long += 1
    return long > _LETTERS_OF_WORD


def company(chart: Chart, start: int, end: int) -> str:
    """Return the type that the words before a run of capitalised words give it; empty when they say nothing."""
    words, lists = chart.words, chart.lexicon
    if start <= chart.first or any(lists.events.has(word) for word in words.folded[start:end]):
        return ""
    if end == start + 1 and words.folded[start] in lists.be:
        return ""  # "the writer Is sure", as scanned
    near = words.joined[start] and chart.gap(start).isspace()
    elided = words.joined[start] and chart.gap(start) in {"'", "’"}
    if (near or elided) and (lists.callings.before(words, start, chart.first)):
        return "person"
    if lists.titles.before(words, start, chart.first) and chart.gap(start).strip() in {"", "."}:
        return "person"
    if (near or elided) and lists.spots.before(words, start, chart.first):
        return "place"
    if (near and _after_kind(chart, start)) or _quoted(chart, start):
        return "organization"
    whole = (
        end - start == 1 or lists.before or _hyphened(chart, start, end) or bool(lists.articles.at(words, start, end))
    )
    if near and whole and _within(chart, start) and not _holds_body(chart, start, end):
        return "place"
    return ""


def _within(chart: Chart, start: int) -> bool:
    """Tell whether a word stands before a name that only places follow; accents count: French "à" is none of "a"."""
    words, lists = chart.words, chart.lexicon
    raw = words.raw(start - 1)
    written = raw.casefold() in lists.within_forms or raw[:1].isupper()
    return written and lists.within.before(words, start, chart.first) is not None


def _quoted(chart: Chart, start: int) -> bool:
    """Tell whether nothing but a quotation mark stands between a noun for bodies and a word ("l'ONG « …")."""
    gap = chart.gap(start)
    return bool(gap.strip()) and not gap.strip(_QUOTES) and _after_kind(chart, start)


def _after_kind(chart: Chart, start: int) -> bool:
    """Tell whether a noun for bodies stands before a word, with one adjective between them at most ("ONG", "aid group")."""
    words, lists = chart.words, chart.lexicon
    if lists.companies.before(words, start, chart.first):
        return True
    adjective = start - 1
    lower = adjective > chart.first and lists.after and words.raw(adjective)[:1].islower() and words.joined[adjective]
    return bool(
        lower
        and len(words.raw(adjective)) > _ACRONYM.start + 2
        and lists.companies.before(words, adjective, chart.first)
    )


def _holds_body(chart: Chart, start: int, end: int) -> bool:
    lists = chart.lexicon
    return any(lists.bodies.has(word) for word in chart.words.folded[start:end])


def inside(chart: Chart, start: int, end: int, authority: Authority, *, guess: bool = False) -> str:
    """Return the type that the words of a run give it by themselves."""
    words, lists = chart.words, chart.lexicon
    raw = [words.raw(index) for index in range(start, end)]
    folded = words.folded[start:end]
    if any(lists.events.has(word) for word in folded) or any(any(c.isdigit() for c in word) for word in raw[:1]):
        return ""
    region = lists.regions.at(words, start, end)
    if region and region[0] == end:
        return "place"
    if len(raw) == 1:
        return "organization" if _acronym(chart, start) else ""
    edge = folded[-1] if lists.before and not lists.spots.has(folded[0]) else folded[0]
    if lists.companies.has(edge) or lists.bodies.has(edge):
        return "organization"
    if lists.spots.has(edge) or lists.site_tails.has(edge) or _sited(chart, start, end):
        return "place"
    if any(lists.things.has(word) for word in folded) or any(lists.heads.has(word) for word in folded):
        return ""
    if authority.is_given(folded[0]) or _initials(chart, start, raw):
        return "person"
    plain = all(
        (word[:1].isupper() and not word.isupper()) or words.folded[start + i] in lists.particles
        for i, word in enumerate(raw)
    )
    few = len(raw) < _MOST_WORDS and not lists.before  # English writes other names in several capitals too
    return "person" if guess and plain and few else ""


def _listed(chart: Chart, start: int, end: int, authority: Authority) -> str:
    """Return the type of the name that a word is joined to: "Algérie, [Xyz] et Cameroun", "MM. A et [B]"."""
    words, lists = chart.words, chart.lexicon
    if start - 1 <= chart.first or any(lists.things.has(word) for word in words.folded[start:end]):
        return ""
    joint = lists.and_.before(words, start, chart.first)
    before = chart.ends.get(joint[0] if joint else start)
    if before is None or (not joint and chart.gap(start).strip() != ",") or (joint and ")" in chart.gap(joint[0])):
        return ""
    goes_on = end < chart.last and (chart.gap(end).strip() == "," or lists.and_.at(words, end, chart.last))
    kind = _kind(before, authority)
    same = before.end - before.start > 1 or end - start == 1
    return kind if same and kind in {"person", "place"} and (joint or goes_on) else ""


def _guessed(chart: Chart, start: int, end: int) -> str:
    """Return the type of a bare name behind a word that mostly people follow ("par", "by"), or places ("d'")."""
    words, lists = chart.words, chart.lexicon
    plain = end - start == 1 and len(words.raw(start)) > _LETTERS_OF_WORD + 1 and not words.raw(start).isupper()
    if not plain or not words.joined[start] or any(lists.things.has(word) for word in words.folded[start:end]):
        return ""
    if lists.places_before.before(words, start, chart.first):
        return "place"
    return "person" if lists.people_before.before(words, start, chart.first) else ""


def _sited(chart: Chart, start: int, end: int) -> bool:
    """Tell whether hyphens tie a small word into a name, as those of towns do ("Bar-sur-Aube", "Stratford-on-Avon")."""
    inner = range(start + 1, end - 1)
    tied = all(chart.gap(index) in HYPHENS for index in range(start + 1, end))
    small = (chart.lexicon.of, chart.lexicon.articles, chart.lexicon.locative)
    return tied and any(table.has(chart.words.folded[index]) for index in inner for table in small)


def _initials(chart: Chart, start: int, raw: list[str]) -> bool:
    """Tell whether initials open a name ("J. R. Smith")."""
    return len(raw[0]) == 1 and chart.gap(start + 1).startswith(".") and len(raw[-1]) > _LETTERS_OF_WORD


def _acronym(chart: Chart, index: int) -> bool:
    """Tell whether a word is a short name in capitals, and neither a number nor a part of a line of capitals."""
    words, raw = chart.words, chart.words.raw(index)
    if (
        len(raw) not in _ACRONYM
        or chart.lexicon.companies.has(words.folded[index])
        or not raw.isalpha()
        or not raw.isupper()
        or set(raw) <= _ROMAN
    ):
        return False
    if words.text[words.ends[index] : words.ends[index] + 1] in _MONEY:
        return False
    sides = [i for i in (index - 1, index + 1) if chart.first <= i < chart.last and len(words.raw(i)) > 1]
    return not any(words.raw(side).isupper() for side in sides)


def _bodies(chart: Chart, capitals: list[int]) -> None:
    """Enter bodies whose first word is a noun for bodies in capitals, with its complement ("le Conseil de surveillance")."""
    words, lists = chart.words, chart.lexicon
    if not lists.after:
        return
    for index in capitals:
        if index == chart.first or not lists.bodies.has(words.folded[index]) or not words.raw(index)[1:].islower():
            continue
        if index in chart.cover or chart.gap(index).strip()[-1:] in _ENDS:
            continue
        end = _complement(chart, index)
        if end > index + 1 and not any(word in chart.starts for word in range(index, end)):
            kind = "place" if lists.spots.has(words.folded[index]) else "organization"
            _add(chart, index, end, kind)


def _complement(chart: Chart, index: int) -> int:
    """Return the end of a body's name: its noun, an adjective, capitalised words, and "de" with what follows."""
    words, lists = chart.words, chart.lexicon
    at = index + 1
    if at < chart.last and words.joined[at] and _adjective(chart, at):
        at += 1
    while at < chart.last and words.joined[at] and at not in chart.cover and at - index <= _MOST_WORDS:
        joint = lists.of.at(words, at, chart.last) if words.folded[at] in lists.particles else None
        if words.raw(at)[:1].isupper() and words.folded[at] not in lists.not_names:
            at += 1
        elif (
            joint
            and joint[0] < chart.last
            and joint[0] not in chart.cover
            and len(words.raw(joint[0])) > _LETTERS_OF_WORD
        ):
            at = joint[0] + 1
        else:
            break
    return at


def _adjective(chart: Chart, index: int) -> bool:
    """Tell whether a word in lower case ends as the adjectives of bodies do, and is no verb of saying."""
    word, lists = chart.words.folded[index], chart.lexicon
    if not chart.words.raw(index).islower() or lists.said_after.has(word) or index in chart.cover:
        return False
    return word.endswith(lists.body_endings)


def datelines(charts: Iterable[Chart]) -> None:
    """Enter the towns in capitals that open reports: "ZINDER –", "Ouagadougou, 4 mars (XYZ)", "4 mars : ZINDER –"."""
    for chart in charts:
        if not chart.lexicon.capitals or shouts(chart):
            continue
        for at in (chart.first, *_behind_colon(chart)):
            if _dateline(chart, at):
                break


def _behind_colon(chart: Chart) -> list[int]:
    """Return the word behind a colon that closes the first words of a sentence."""
    near = range(chart.first + 1, min(chart.first + _DATELINE, chart.last))
    return [index for index in near if chart.words.raw(index)[:2].isupper() and chart.gap(index).strip() == ":"][:1]


def _dateline(chart: Chart, at: int) -> bool:
    """Enter the town at a word that opens a report; tell whether there is one."""
    words, end = chart.words, at
    while (
        end < chart.last
        and end - at < 2 * _MOST_WORDS
        and words.raw(end).isupper()
        and (end == at or _tied(chart, end))
    ):
        end += 1
    if end == at or end >= chart.last or any(word in chart.cover for word in range(at, end)):
        return False
    long = len(chart.text(at, end)) > _LETTERS_OF_WORD + 1 and not any(c.isdigit() for c in chart.text(at, end))
    gap = chart.gap(end)
    dated = gap.strip() == "," and words.raw(end)[:1].isdigit()
    dashed = gap.strip() in HYPHENS | {"—"} and gap[:1].isspace()
    if long and (dated or dashed) and not words.raw(end).isupper():
        _add(chart, at, end, "place")
        return True
    return False


def _tied(chart: Chart, index: int) -> bool:
    """Tell whether a word goes on a name in capitals: a space or a hyphen stands before it, and no dash."""
    return chart.words.joined[index] or chart.gap(index) in HYPHENS


def _agency(chart: Chart) -> None:
    """Enter the agency that stands in brackets behind town and day ("Ouagadougou, 4 mars (Xyz)")."""
    words = chart.words
    last = words.ends[max(0, min(chart.first + _DATELINE, chart.last) - 1)] if chart.first in chart.cover else 0
    if not last or "(" not in words.text[words.starts[chart.first] : last]:
        return
    for at in range(chart.first + 1, min(chart.first + _DATELINE, chart.last)):
        opened, closed = chart.gap(at).strip()[-1:] == "(", words.text[words.ends[at] : words.ends[at] + 1] == ")"
        if opened and closed and words.raw(at)[:1].isupper() and at not in chart.cover:
            _add(chart, at, at + 1, "organization")


def _runs(chart: Chart, capitals: list[int], *, covered: bool, openers: bool = False) -> Iterator[tuple[int, int]]:
    """Yield the runs of capitalised words; at the opening of a sentence only where asked: there capitals say nothing."""
    words, lists, end = chart.words, chart.lexicon, 0
    for index in capitals:
        if index < end or (not covered and index in chart.cover) or not _begins(chart, index):
            continue
        end = sequence(chart, index)
        if not covered:
            end = next((word for word in range(index, end) if word in chart.cover), end)
        while end > index and words.raw(end - 1)[:1].islower() and words.folded[end - 1] in lists.particles:
            end -= 1
        free = openers or not opens(chart, index) or _hyphened(chart, index, end) or _quoted(chart, index)
        if end > index and free and not all(lists.titles.has(word) for word in words.folded[index:end]):
            yield _with_article(chart, index), end


def _begins(chart: Chart, index: int) -> bool:
    raw, word = chart.words.raw(index), chart.words.folded[index]
    if not raw[:1].isalpha() or word in chart.lexicon.not_names or (word in chart.lexicon.be and not raw.isupper()):
        return False
    tied = index > chart.first and chart.gap(index) in HYPHENS
    return not tied and (len(raw) > 1 or chart.words.text[chart.words.ends[index] : chart.words.ends[index] + 1] == ".")


def _with_article(chart: Chart, index: int) -> int:
    """Return the start of a run with the article in capitals that belongs to it ("à La Haye")."""
    words, before = chart.words, index - 1
    if before <= chart.first or not words.joined[index] or before in chart.cover or opens(chart, before):
        return index
    article = chart.lexicon.articles.at(words, before, index)
    return before if article and words.raw(before)[:1].isupper() and words.joined[before] else index


def _hyphened(chart: Chart, start: int, end: int) -> bool:
    """Tell whether hyphens join several capitalised words: such a word is a name wherever it stands."""
    parts = [index for index in range(start, end) if chart.words.raw(index)[:1].isupper()]
    return len(parts) > 1 and all(chart.gap(index) in HYPHENS for index in range(start + 1, end))


def opens(chart: Chart, index: int) -> bool:
    """Tell whether a word opens a sentence, a quotation, a bracket or an item of a list."""
    if index == chart.first:
        return True
    gap = chart.gap(index).rstrip()
    return bool(gap) and gap[-1] in _OPENERS and (gap[-1] not in HYPHENS or len(chart.gap(index)) > len(gap))


def _add(chart: Chart, start: int, end: int, kind: str) -> None:
    if not any(index in chart.cover for index in range(start, end)):
        chart.add(Unit(start, end, "name", (), _ORIGIN, kind, _WEAK))


def _kind(unit: Unit, authority: Authority) -> str:
    """Return the type of a name that is entered: person, place or organization."""
    if unit.kind != "name":
        return ""
    kind = authority.entry(unit.best).type if unit.ids else unit.type
    if kind == "country":
        return "place"
    return kind if kind in {"person", "place"} else "organization" if kind not in {"conflict", "agreement"} else ""
