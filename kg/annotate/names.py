"""Spans that may denote actors and places: names, nationalities, groups, offices, descriptions, unknown names."""

from collections.abc import Generator, Iterable, Iterator
from itertools import islice
from typing import Literal, cast

from kg.annotate import alone, brackets, looks, models, persons, phrases, sites
from kg.annotate import found as models_found
from kg.annotate.chart import Chart, Unit, demonyms
from kg.annotate.lexicon import lexicon
from kg.annotate.phrase import Phrase
from kg.authority import Authority, Hit, Words, words
from kg.lang import Language
from kg.lang.names import Model
from kg.model import Article, MentionType, Sentence, Span

__all__ = ["spans", "spans_of_all"]

_SENT = frozenset({"envoy", "ambassador"})
"""Kinds of offices of those who are sent to a state."""
_BODIES = frozenset({"armed_group", "organization", "igo", "military", "media"})
_ACRONYM = 2
"""Capitals that make an acronym of a word ("LeT")."""
_LEADING = 10
"""How many words a phrase may have that stands before the subject."""


def spans(
    article: Article,
    sentences: tuple[Sentence, ...],
    language: Language,
    authority: Authority,
    profile: Literal["fast", "full"] = "fast",
) -> tuple[Span, ...]:
    """Return the spans of the read segments, in text order, outer before inner.

    `profile` "full" adds the names that a model finds and neither the authority nor a rule does.
    """
    return next(spans_of_all([(article, sentences, language)], authority, profile))


def spans_of_all(
    articles: Iterable[tuple[Article, tuple[Sentence, ...], Language]],
    authority: Authority,
    profile: Literal["fast", "full"] = "fast",
) -> Iterator[tuple[Span, ...]]:
    """Yield the spans of each article; a model is asked about all of them at once, which costs it less."""
    readings = [_reading(*each, authority, profile) for each in articles]
    asked = [next(reading) for reading in readings]
    answers = {
        model: models.names([text for texts, its in asked if its is model for text in texts], model)
        for model in dict.fromkeys(model for _, model in asked)
    }
    for reading, (texts, model) in zip(readings, asked, strict=True):
        try:
            reading.send(list(islice(answers[model], len(texts))))
        except StopIteration as done:
            yield done.value


def _reading(
    article: Article,
    sentences: tuple[Sentence, ...],
    language: Language,
    authority: Authority,
    profile: Literal["fast", "full"],
) -> Generator[tuple[list[str], Model | None], list[list[models.Found]], tuple[Span, ...]]:
    """Yield what a model is asked about an article, be sent its answers, and return the spans."""
    cut = words(article.text)
    charts = list(_charts(cut, sentences, language, authority))
    found: list[Span] = []
    offices: list[list[Phrase]] = []
    model = language.names.model if profile == "full" else None
    asked = [model is not None and models_found.may_hold(chart) for chart in charts]
    read = [sentence for sentence, ask in zip(sentences, asked, strict=True) if ask]
    answers = yield [article.text[each.start : each.end] for each in read], model
    believed = models_found.Guesses(article.text, read, answers)
    bodies: list[list[Phrase]] = []
    for chart in charts:
        persons.another_states(chart, authority)
    brackets.abbreviated(charts, authority)
    for chart in charts:
        persons.lengthen(chart, authority)
        persons.part_of_longer(chart, authority)
        sites.owned(chart)
        bodies.append(phrases.groups(chart))
        offices.append(phrases.offices(chart, bodies[-1]))
        sites.named(chart)
        persons.media(chart, [body.end for body in bodies[-1] if body.kind == "media"])
        persons.unknown(chart, offices[-1], authority)
    looks.datelines(charts)
    brackets.alone(charts, authority)
    evidence = looks.Evidence(charts, authority)
    if model is not None:
        surnames = alone.named(charts, authority)
        small = {word for at, word in enumerate(cut.folded) if cut.raw(at)[:1].islower()}
        known = models_found.Known(authority, evidence, surnames | believed.persons, surnames, small, believed.repeated)
        for chart, sentence, groups, held in zip(charts, sentences, bodies, offices, strict=True):
            taken = [*(body for body in groups if body.of), *held]
            models_found.enter(chart, believed.names.get(sentence.start, []), taken, authority, model, known)
    for chart, groups in zip(charts, bodies, strict=True):
        found += [span for phrase in groups for span in _group(chart, phrase)]
        found += _descriptions(chart)
    alone.alone(charts, authority)
    looks.enter(authority, evidence, guess=model is None)
    for chart, held in zip(charts, offices, strict=True):
        for phrase in held:
            phrases.around_name(chart, phrase)
        found += [_office(chart, phrase) for phrase in held]
        found += [_name(chart, unit, authority) for unit in chart.starts.values() if unit.kind != "leaning"]
    return tuple(sorted(dict.fromkeys(found), key=lambda span: (span.start, -span.end, span.kind)))


def _charts(cut: Words, sentences: tuple[Sentence, ...], language: Language, authority: Authority) -> Iterator[Chart]:
    lists = lexicon(language)
    hits = list(authority.find(cut, language.code))
    number = 0
    for sentence in sentences:
        first, last = cut.at(sentence.start), cut.at(sentence.end - 1)
        last = last + 1 if last < len(cut.ends) and cut.starts[last] < sentence.end else last
        chart = Chart(cut, first, last, lists)
        while number < len(hits) and hits[number].start < first:
            number += 1
        while number < len(hits) and hits[number].start < last:
            if hits[number].end <= last and not _ordinary(chart, hits[number], authority):
                chart.add(Unit(hits[number].start, hits[number].end, "name", hits[number].ids))
            number += 1
        demonyms(chart, authority)
        yield chart


def _ordinary(chart: Chart, hit: Hit, authority: Authority) -> bool:
    """Tell whether what may be an acronym or a town is a word of the language here ("Let us go", "Fact checkers")."""
    start = hit.start
    if hit.end - start > 1 or chart.words.folded[start] not in chart.lexicon.ordinary:
        return False
    capitals = sum(letter.isupper() for letter in chart.words.raw(start))
    bodies = all(authority.entry(one).type in _BODIES for one in hit.ids)
    return capitals < _ACRONYM and (bodies or looks.opens(chart, start))


def _offsets(chart: Chart, start: int, end: int) -> tuple[int, int, str]:
    first, last = chart.words.starts[start], chart.words.ends[end - 1]
    return first, last, chart.words.text[first:last]


def _name(chart: Chart, unit: Unit, authority: Authority) -> Span:
    start, end, text = _offsets(chart, unit.start, unit.end)
    kind = authority.entry(unit.ids[0]).type if unit.ids else unit.type
    kept = None if kind == "conflict" else cast("MentionType", kind)
    return Span(start, end, text, unit.kind, kept, unit.ids, unit.origin, unit.data)


def _group(chart: Chart, phrase: Phrase) -> Iterator[Span]:
    """Yield one span an owner: coordinated owners each have a group of their own, of stacked ones the closest counts."""
    owners = phrase.of
    if len(owners) > 1 and not phrase.joint:
        owners = [next((owner for owner in reversed(owners) if not _is_state(owner)), owners[-1])]
    for place, owner in enumerate(owners):
        first, last = phrase.parts[place] if len(phrase.parts) == len(owners) > 1 else (phrase.start, phrase.end)
        yield _phrase_span(chart, phrase, first, last, [owner])
    if not owners:
        yield _phrase_span(chart, phrase, phrase.start, phrase.end, [])


def _is_state(owner: Unit | Phrase) -> bool:
    return isinstance(owner, Unit) and bool(owner.ids) and owner.ids[0].startswith("country/")


def _office(chart: Chart, phrase: Phrase) -> Span:
    return _phrase_span(chart, phrase, phrase.start, phrase.end, _senders(chart, phrase))


def _senders(chart: Chart, phrase: Phrase) -> "list[Unit | Phrase]":
    """Return whose an office is: an envoy's not the state that he is sent to ("the UN's [Yemen] envoy", "its [Syria] envoy")."""
    owners = phrase.of
    near = [
        o for o in owners if isinstance(o, Unit) and o.end == phrase.head[0] and o.kind != "demonym" and _is_state(o)
    ]
    if phrase.kind not in _SENT or phrase.joint or not near:
        return owners
    before = near[0].start - 1
    owned = before >= 0 and chart.words.folded[before] in chart.lexicon.owning
    return [o for o in owners if o is not near[0]] if owned or len(owners) > 1 else owners


def _phrase_span(chart: Chart, phrase: Phrase, first: int, last: int, owners: "list[Unit | Phrase]") -> Span:
    start, end, text = _offsets(chart, first, last)
    data = [("kind", phrase.kind), ("head", chart.text(*phrase.head)), ("title", _title(chart, phrase))]
    data += [(name, value) for name in ("portfolio", "status", "plural") if (value := getattr(phrase, name))]
    data += [(name, "1") for name in ("deputy", "definite", "task", "here", "apart") if getattr(phrase, name)]
    if phrase.sponsor is not None and not owners:
        data += [("sponsor", "|".join(phrase.sponsor.ids)), ("tie", phrase.tie)]
    for owner in owners:
        if isinstance(owner, Unit) and not owner.ids:
            data += [("body", dict(owner.data).get("short") or chart.text(owner.start, owner.end)), ("apart", "1")]
        elif isinstance(owner, Unit):
            data.append(("of", "|".join(owner.ids)))
        else:
            inner = _offsets(chart, owner.start, owner.end)
            data.append(("within", f"{inner[0]}:{inner[1]}"))
    return Span(start, end, text, phrase.family, None, (), "rule", tuple(data))


def _title(chart: Chart, phrase: Phrase) -> str:
    """Return the words of the title, without state and status."""
    runs: list[list[int]] = []
    for index in sorted(phrase.title):
        if runs and runs[-1][1] == index:
            runs[-1][1] = index + 1
        else:
            runs.append([index, index + 1])
    title = " ".join(chart.text(start, end) for start, end in runs)
    return title.replace(chart.text(*phrase.head), phrase.plural, 1) if phrase.plural else title


def _opens(chart: Chart, index: int) -> bool:
    """Tell whether a pronoun at a word opens its sentence, or follows a phrase that does ("En mai, [il] a …")."""
    if index == chart.first:
        return True
    near = index - chart.first <= _LEADING and chart.words.folded[index] in chart.lexicon.pronoun_forms
    return near and chart.gap(index).strip() == ","


def _descriptions(chart: Chart) -> Iterator[Span]:
    words_, lists = chart.words, chart.lexicon
    behind, firsts, folded = chart.first, lists.descriptions.firsts, chart.words.folded
    leading = min(chart.first + _LEADING + 1, chart.last)
    for index in [*range(chart.first, leading), *(at for at in range(leading, chart.last) if folded[at] in firsts)]:
        opens = index < leading and _opens(chart, index)
        if index < behind or not (opens or folded[index] in firsts):
            continue
        match = None if chart.covering(index) else lists.descriptions.at(words_, index, chart.last)
        kind = "description"
        if not match and opens:
            match, kind = lists.pronouns.at(words_, index, chart.last), "pronoun"
            match = match if match and chart.text(index, match[0]).casefold() in lists.pronoun_forms else None
        if match and not any(word in chart.starts for word in range(index, match[0])):
            start, end, text = _offsets(chart, index, match[0])
            yield Span(start, end, text, kind, None, (), "rule", (("kind", match[1]),))
        behind = match[0] if match else behind
