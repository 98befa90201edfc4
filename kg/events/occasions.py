"""Lets what happens on one occasion share its day and place: at or after talks, and in verbs told in one breath."""

import re
from collections.abc import Iterator, Mapping
from datetime import timedelta
from itertools import pairwise, product

from kg.events.candidate import Candidate, Details, Scene
from kg.events.items import Item
from kg.events.lexicon import CONCERTED, frames
from kg.events.story import Event
from kg.events.times import a_day
from kg.events.verbs import VerbGroup
from kg.model import Date, When

__all__ = ["is_count", "on_occasion", "same_occasion"]

_COUNTED = re.compile(r"(?:after|before)-event:([+-])P(\d+)([DW])$")
_BRIEF = frozenset({"call", "meeting"})
_REACH = 5
"""How far before a noun the word may stand that says that something happens right after it."""


def same_occasion(scene: Scene, out: dict[int, Details]) -> None:
    """Share days and places among the events of a sentence that happen on one occasion."""
    for index, other, after in occasions(scene):
        mine, theirs = out[index], out[other]
        speech = frames()[scene.found[other].type].family == "speech"
        if after:
            if theirs.when is None and a_day(mine.when):
                theirs.when = mine.when
            elif mine.when is None and a_day(theirs.when) and _of_one_day(scene, scene.found[index]):
                mine.when = theirs.when
        else:
            mine.when, theirs.when = mine.when or theirs.when, theirs.when or mine.when
            if not speech:
                mine.place = mine.place or theirs.place
        if not speech:
            theirs.place = theirs.place or mine.place
    _in_one_breath(scene, out)
    for index, when in _counted_right_behind(scene):
        out[index].when = out[index].when or when
    for index, other, days in counted_from(scene):
        mine, theirs = out[index], out[other]
        theirs.when, mine.when = theirs.when or _moved(mine.when, days), mine.when or _moved(theirs.when, -days)


def occasions(scene: Scene) -> Iterator[tuple[int, int, bool]]:
    """Yield, by index in `scene.found`, talks and what is done at them ("signed at a summit") or right after them, which the last value tells."""
    for index, event in enumerate(scene.found):
        after = not event.during and _right_after(scene, event) is not None
        if not (event.during or after):
            continue
        main = _main(scene, event)
        if main is None:
            continue
        for other, told in enumerate(scene.found):
            done = told.reality.status == "occurred" or (not after and _failed(told, main))
            if told.type == "ceasefire" and event.type == "negotiation":
                continue  # a truce may begin in the course of talks that go on
            if other == index or not done or not told.anchors & set(range(main.left, main.at + 1)):
                continue
            if not after or (_agreed(told) and _same_people(scene, event, told)):
                yield index, other, after


def _failed(told: Candidate, main: VerbGroup) -> bool:
    """Tell whether something was not done, in the past ("[failed] to sign at talks in Geneva"): the talks were that day all the same."""
    return told.reality.polarity == "negative" and main.finite and main.time in ("past", "infinitive")


def on_occasion(scene: Scene, told: Mapping[int, list[Event]]) -> None:
    """Give what is done at or after talks the day and place that were told of them before ("après le [sommet], X et Y ont signé")."""
    for index, other, after in occasions(scene):
        for talks, deed in product(told.get(index, ()), told.get(other, ())):
            if deed is talks or deed.reality.status not in ("occurred", None):
                continue
            if deed.when is None and deed.deadline is None and a_day(talks.when):
                deed.when = talks.when
            if not after and frames()[deed.type].family in CONCERTED:
                deed.place = deed.place or talks.place

    for index, other, days in counted_from(scene):
        for origin, deed in product(told.get(index, ()), told.get(other, ())):
            if deed is not origin:
                deed.when, origin.when = deed.when or _moved(origin.when, days), origin.when or _moved(deed.when, -days)


def is_count(item: Item) -> bool:
    """Tell whether an item counts days from what follows ("[two days after] the attack")."""
    return item.date is not None and _COUNTED.search(item.date.rule) is not None


def counted_from(scene: Scene) -> Iterator[tuple[int, int, int]]:
    """Yield, by index in `scene.found`, an event, one counted from it and the days between ("signed [two days after] a summit")."""
    for at in scene.row.dates if scene.found else ():
        date = scene.row.items[at].date
        counted = _COUNTED.search(date.rule) if date is not None else None
        if counted is None:
            continue
        days = int(counted[1] + counted[2]) * (7 if counted[3] == "W" else 1)
        origin = _counted_event(scene, at)
        before = [g for g in scene.groups if g.finite and g.at < at]
        main = (
            before[-1] if before else next((g for g in scene.groups if g.finite and not _tells(scene, origin, g)), None)
        )
        if origin is not None and main is not None:
            for other, event in enumerate(scene.found):
                if main.at in event.anchors and other != origin and event.reality.status == "occurred":
                    yield origin, other, days


def _counted_right_behind(scene: Scene) -> Iterator[tuple[int, When]]:
    """Yield, by index in `scene.found`, an event that a day stands before, and its time.

    "on 19 January, [a day before] X attacked Y": it was on the 20th; "in 2014, [when] X attacked Y": it was in 2014.
    """
    items, words = scene.row.items, scene.source.lexicon.language.grammar.objects.get("when", ())
    for at in scene.row.dates if scene.found else ():
        date, behind = items[at].date, at + 1 + (items[at + 1 : at + 2] != [] and items[at + 1].low == ",")
        when = _last_of(date) if date is not None and behind < len(items) - 1 else None
        if when is None:
            continue
        if is_count(items[behind]):
            origin, counted = _counted_event(scene, behind), items[behind].date
            found = _COUNTED.search(counted.rule) if counted is not None else None
            days = int(found[1] + found[2]) * (7 if found[3] == "W" else 1) if found is not None else 0
            moved = _moved(when, -days)
        elif items[behind].low in words:
            origin, moved = _clause_event(scene, behind), when
        else:
            continue
        if origin is not None and moved is not None:
            yield origin, moved


def _last_of(date: Date) -> When | None:
    """Return a time, of what lasts to a day that day ("[until Friday], when X and Y meet"); nothing of one that is open otherwise."""
    when = date.when
    if when.modifier in ("UNTIL", "ON_OR_BEFORE") and date.granularity == "day" and when.latest is not None:
        return When(when.latest.isoformat(), when.latest, when.latest)
    return when if when.modifier is None and when.edtf.strip("./") else None


def _clause_event(scene: Scene, opener: int) -> int | None:
    """Return the index of the event that the verb of a clause tells."""
    verb = next((g for g in scene.groups if g.finite and g.left > opener), None)
    if verb is None or any(item.kind in ("sign", "date") for item in scene.row.items[opener + 1 : verb.left]):
        return None
    return next(
        (i for i, e in enumerate(scene.found) if verb.at in e.anchors and e.reality.polarity == "positive"), None
    )


def _counted_event(scene: Scene, at: int) -> int | None:
    """Return the index of the event that days are counted from: of the noun, or of the clause behind ("a day after Baku [launched] an attack")."""
    nouns = [i for i, e in enumerate(scene.found) if at < e.at <= at + _REACH and e.rule.startswith("noun:")]
    verb = next((g for g in scene.groups if g.finite and g.left > at), None)
    if verb is None or (nouns and scene.found[nouns[0]].at < verb.left):
        return nouns[0] if nouns else None
    apart = any(item.kind in ("sign", "date") for item in scene.row.items[at + 1 : verb.left])
    told = (
        i for i, e in enumerate(scene.found) if e.rule.startswith("verb:") and e.at in range(verb.left, verb.at + 1)
    )
    return next(told, None) if not apart else None


def _tells(scene: Scene, index: int | None, group: VerbGroup) -> bool:
    """Tell whether a verb is that of an event."""
    return index is not None and group.at in scene.found[index].anchors


def _moved(when: When | None, days: int) -> When | None:
    """Return the day so many days after a day; nothing of a time that is no day."""
    if when is None or when.earliest is None or not a_day(when):
        return None
    day = when.earliest + timedelta(days=days)
    return When(day.isoformat(), day, day)


def _right_after(scene: Scene, event: Candidate) -> int | None:
    """Return where the word stands that says that talks are just over ("[after] talks in Geneva", "[à l'issue du] sommet")."""
    words = scene.source.lexicon.language.grammar.objects.get("right_after", ())
    if frames()[event.type].family != "talks":
        return None
    for at in range(event.at - 1, max(-1, event.at - _REACH - 1), -1):
        item = scene.row.items[at]
        if item.low.replace("' ", "'") in words:
            return at
        if item.kind in ("np", "sign", "quantity") or item.word.verbs or item.word.nouns:
            return None
    return None


def _of_one_day(scene: Scene, event: Candidate) -> bool:
    """Tell whether who met did so on the day on which they tell of it: no days of talks, no third meeting in a row."""
    first, spans = _right_after(scene, event), scene.source.lexicon.language.grammar.objects.get("spans", ())
    near = scene.row.items[first or event.at : event.at]
    lasting = any(item.kind == "date" or item.low.rpartition(" ")[2] in spans for item in near)
    return event.type in _BRIEF and event.reality.status in ("occurred", None) and not lasting


def _main(scene: Scene, event: Candidate) -> VerbGroup | None:
    """Return the verb that tells what is done on the occasion: the one before, or the first behind where there is none."""
    verbs = [g for g in scene.groups if g.finite or g.time == "participle"]
    before = [g for g in verbs if g.at < event.at]
    main = before[-1] if before else next((g for g in verbs if g.finite and g.at > event.at), None)
    if main is None or any(i.low in ".;:" for i in scene.row.items[min(main.at, event.at) : max(main.at, event.at)]):
        return None
    return main


def _agreed(told: Candidate) -> bool:
    return frames()[told.type].family in (*CONCERTED, "speech", "ceasefire")


def _same_people(scene: Scene, event: Candidate, told: Candidate) -> bool:
    """Tell whether who does something took part in the talks, or his state; talks whose sides are not said may be anybody's."""
    mine, theirs = dict(event.participants).keys(), dict(told.participants).keys()
    if not mine or not theirs or mine & theirs:
        return True
    states = {
        actor.id: actor.country for actor in scene.source.reading.actors if actor.country and actor.id in mine | theirs
    }
    return bool({states.get(a) for a in mine} & {states.get(a) for a in theirs} - {None})


def _in_one_breath(scene: Scene, out: dict[int, Details]) -> None:
    """Give the day of a verb to the one that "and" joins to it ("met in Juba on Monday and signed an accord")."""
    items = scene.row.items
    verbs = [g for g in scene.groups if g.finite or g.time == "participle"]
    for first, second in pairwise(verbs):
        opener = [item for item in items[first.at + 1 : second.left] if "adv" not in item.word.flags][-1:]
        joined = bool(opener) and "and" in opener[0].word.flags
        same = (first.time, first.perfect) == (second.time, second.perfect) and scene.subjects[second.at][1] == "shared"
        if not (joined and first.finite and (same or (first.perfect and second.time == "participle"))):
            continue
        if any(item.kind == "date" for item in items[second.left :]):
            continue
        told = next((out[i] for i, e in enumerate(scene.found) if first.at in e.anchors and a_day(out[i].when)), None)
        for index, event in enumerate(scene.found):
            theirs = out[index]
            if told is None or second.at not in event.anchors or theirs.when is not None or theirs.deadline is not None:
                continue
            if event.reality.status in ("occurred", None):
                theirs.when = told.when
                if frames()[event.type].family in CONCERTED:
                    theirs.place = theirs.place or told.place
