"""Tells which days of a sentence are not those of an event: of another clause, of what is said, of a thing's name."""

import re
from datetime import timedelta
from itertools import islice, takewhile

from kg.events.candidate import Candidate, Scene
from kg.events.items import Item
from kg.events.lexicon import frames
from kg.events.said_days import of_what_is_said
from kg.events.verbs import VerbGroup
from kg.model import When

__all__ = ["DEADLINES", "others_day"]

DEADLINES = frozenset({"BEFORE", "ON_OR_BEFORE"})
_CLAUSE = 3
"""How far behind its relative pronoun the verb of a clause may begin."""
_AHEAD = frozenset({"planned", "proposed"})
_BROKEN_OFF = frozenset({"ended", "suspended"})
_OFF = frozenset({"postponed", "cancelled"})
_BESIDE = 2
"""How near a day stands to the verb that it is of."""
_BEHIND = 6
"""How far behind a participle the time may stand that is its own ("the independence proclaimed by X in 2008")."""
_SURE = timedelta(days=7)
"""How far ahead a day must lie to be no day gone by, whatever the tense that it was read with."""
_LONG_AGO = 10
"""How far before a day "since" may stand, what it was in between ("since the arrival of X in [2001]")."""
_FORWARD = re.compile("next|tomorrow|in-units")
"""Names of rules that read a day as one to come, whatever the tense ("tomorrow")."""
_STATE = 6
"""How far before "since" the comma may stand that sets a state apart."""
_HEAD = 4
"""How far before a participle, or a time behind "of", the noun may stand that it describes."""
_LONG = frozenset({"year", "decade", "season", "month", "quarter", "interval"})
_NAME = 4
"""How many items the name of a text behind its year may take."""
_NAMING = frozenset({"year", "decade"})


def others_day(scene: Scene, event: Candidate, at: int) -> bool:
    """Tell whether a time of the sentence is not that of an event, though no other event is nearer."""
    date = scene.row.items[at].date
    assert date is not None
    speech = frames()[event.type].family == "speech"
    if speech and (date.when.modifier in DEADLINES or of_what_is_said(scene, event, at)):
        return True
    rules = (
        _names_thing, _since_then, _of_main_clause, _outside, _of_time_clause, _of_a_participle, _gone_by, _put_off_on,
        _of_another_verb, _of_no_war, _of_what_else_is_planned, _of_the_subject, _due_before_what_follows, _to_come,
        _of_a_state, _of_the_order, _before_the_plan, _of_asking, _before_count, _of_its_end,
    )  # fmt: skip
    return any(rule(scene, event, at) for rule in rules) or _of_another_clause(scene, event, at, date.when)


def _names_thing(scene: Scene, event: Candidate, at: int) -> bool:
    """Tell whether a year only says which thing is meant ("the text of [2015]", "the [2008] independence"): no event's but the thing's own."""
    items, date = scene.row.items, scene.row.items[at].date
    if date is None or date.granularity not in _NAMING or at < 1:
        return False
    if "of" in items[at - 1].word.preps and items[at - 1].end + 1 == items[at].start:
        near = _plain_run(items, at - 2, -1)
    elif "det" in items[at - 1].word.flags and not items[at - 1].word.preps and items[at].low.isdigit():
        if frames()[event.type].family != "agreement" and _of_text(items, at):
            return True  # "ended the [2015] Algiers accord"; "signed the [2015] accord" did so then
        near = _plain_run(items, at + 1, 1)
    else:
        return False
    return bool(near) and event.at not in near


def _of_text(items: list[Item], at: int) -> bool:
    """Tell whether a year stands before the name of a text."""
    after = takewhile(lambda item: item.kind in ("np", "treaty") or _plain(item) or _is_text(item), items[at + 1 :])
    return any(_is_text(item) for item in islice(after, _NAME))


def _since_then(scene: Scene, event: Candidate, at: int) -> bool:
    """Tell whether a day is that of what something has been going on since ("killed since the start of fighting on [15 April]")."""
    items, words = scene.row.items, scene.source.lexicon.language.grammar.objects.get("since", ())
    opener = next((i for i in range(at - 1, max(-1, at - _LONG_AGO), -1) if items[i].low in words), at)
    between = items[opener + 1 : at]
    noun = any(
        item.kind == "np" or (item.kind == "word" and not (item.word.flags or item.word.preps)) for item in between
    )
    return noun and not opener < event.at < at and not any(item.kind == "sign" for item in between)


def _plain_run(items: list[Item], at: int, step: int) -> range:
    """Return the indexes of the words from one on that make up a noun with its adjectives; empty where none stands there."""
    index = at
    while 0 <= index < len(items) and abs(index - at) < _HEAD:
        item = items[index]
        if item.kind != "word" or item.word.flags or item.word.preps or (item.word.verbs and not item.word.nouns):
            break
        index += step
    return range(min(at, index - step), max(at, index - step) + 1) if index != at else range(0)


def _of_a_participle(scene: Scene, event: Candidate, at: int) -> bool:
    """Tell whether a time is that of a participle which describes something else ("refuses the independence proclaimed in [2008]")."""
    items, date = scene.row.items, scene.row.items[at].date
    group = next((g for g in reversed(scene.groups) if g.at < at), None)
    if group is None or group.finite or group.time != "participle" or group.at in event.anchors:
        return False
    if event.at > group.at:  # "contacts[, broken off since May,] over sanctions"
        close = event.at > at > group.at and all(
            i.word.preps or "det" in i.word.flags for i in items[group.at + 1 : at]
        )
        described = group.left > 0 and _names_event(items[group.left - 1]) and group.left - 1 not in event.anchors
        return close and (described or (at == group.at + 1 and bool(group.left) and items[at + 1].low == ","))
    between = items[group.at + 1 : at]
    speech = frames()[event.type].family == "speech"
    long = date is not None and date.granularity in _LONG
    near = all(item.kind == "word" and (item.word.preps or "det" in item.word.flags) for item in between)
    near, far = (
        near and (long or not speech),
        long and len(between) <= _BEHIND,
    )  # "said in a statement released [on Friday]"
    if not near and not (far and not any(item.kind == "sign" or item.word.verbs for item in between)):
        return False
    head = next((i for i in range(group.left - 1, max(-1, group.left - _HEAD), -1) if _names_event(items[i])), None)
    apart = any(
        g.finite and event.at < g.at < group.left for g in scene.groups
    )  # "a truce by the feast, [due] in March"
    return apart if head is None and event.rule.startswith("noun:") else head != event.at


def _names_event(item: Item) -> bool:
    return any(sense.kind in ("event", "treaty") for sense in item.word.nouns)


def _of_another_verb(scene: Scene, event: Candidate, at: int) -> bool:
    """Tell whether a year stands right behind another verb, whose clause describes something ("a meeting of the group set up in [1985]")."""
    items, date = scene.row.items, scene.row.items[at].date
    group = next((g for g in reversed(scene.groups) if g.at < at), None)
    if date is None or date.granularity not in _LONG or group is None or not group.finite:
        return False
    if group.at in event.anchors or event.at >= group.left - 1:
        return False
    near = [item for item in items[group.at + 1 : at] if "adv" not in item.word.flags]
    short = len(near) <= _BESIDE and any(item.word.preps for item in near) and all(i.kind == "word" for i in near)
    return short and not any(i.word.flags & {"and", "but"} or i.low == "," for i in items[event.at + 1 : group.left])


def _of_no_war(scene: Scene, event: Candidate, at: int) -> bool:
    """Tell whether a day stands with a war of which no verb says that it began or ended: it lasts, and the day is another's."""
    date = scene.row.items[at].date
    told = event.type != "war" or not event.rule.startswith("noun:")
    told = told or any(g.finite and g.at in event.anchors for g in scene.groups)
    return (
        not told and date is not None and date.granularity in ("day", "time", "week") and abs(at - event.at) > _BESIDE
    )


def _put_off_on(scene: Scene, event: Candidate, at: int) -> bool:
    """Tell whether a day is that of putting off or calling off ("[on Friday] postponed a visit"), not the one that was due."""
    if event.reality.status not in _OFF or not event.rule.startswith("noun:"):
        return False
    published = scene.source.reading.article.published
    verb = next((g for g in scene.groups if g.at in event.anchors and g.finite), None)
    opens = verb is not None and _opens_on(scene, verb, event, at)
    if verb is None or (min(abs(at - verb.left), abs(at - verb.at)) > _BESIDE and not opens):
        return False
    if any(s.value == "planned" for s in verb.senses):
        return False  # "had been set [for Friday], but it was put off"
    if any(g is not verb and g.at < at <= g.at + _BESIDE for g in scene.groups):
        return False  # "a visit planned [for Monday] was called off"
    if event.type == "negotiation" and any(s.value in _BROKEN_OFF for s in verb.senses):
        return False  # "suspended the talks [on Friday]": they were under way
    if (
        verb.passive and verb.at > event.at and event.type != "negotiation"
    ):  # "was postponed [on Friday]", not "to Friday"
        date, to = scene.row.items[at].date, scene.row.items[verb.at + 1 : at]
        gone = (
            date is not None
            and published is not None
            and date.when.latest is not None
            and date.when.latest <= published.date()
        )
        return gone and verb.at < at and not any(item.word.flags & {"to"} or item.word.preps & {"to"} for item in to)
    return (
        not verb.passive
        and verb.at < event.at
        and (opens or any(item.word.flags & {"det", "poss"} for item in scene.row.items[at + 1 : event.at]))
    )  # not "[Sunday]'s visit"


def _opens_on(scene: Scene, verb: VerbGroup, event: Candidate, at: int) -> bool:
    """Tell whether a day opens the clause of a verb whose object the event is ("[On Friday], X cancelled the summit")."""
    first = not any(item.word.nouns or item.word.verbs or item.kind == "np" for item in scene.row.items[:at])
    return first and not verb.passive and at < verb.left and verb.at < event.at and verb is scene.groups[0]


def _of_what_else_is_planned(scene: Scene, event: Candidate, at: int) -> bool:
    """Tell whether a time stands behind the second of two infinitives ("agreed to meet and to report before [May]"), the event in the first."""
    items = scene.row.items
    if at < event.at:
        return False
    markers = scene.source.lexicon.language.grammar.infinitive_markers
    for index in range(event.at + 1, at - 1):
        if "and" in items[index].word.flags and items[index + 1].low in markers:
            group = next((g for g in scene.groups if g.left <= index + 2 <= g.at), None)
            if group is not None and group.time == "infinitive" and group.at < at and group.at not in event.anchors:
                return True
    return False


def _of_the_subject(scene: Scene, event: Candidate, at: int) -> bool:
    """Tell whether a day stands beside a verb whose subject only holds the event's noun ("the signing of an accord to end the war took place [on Friday]")."""
    if not event.rule.startswith("noun:"):
        return False
    verb = next((g for g in scene.groups if g.finite and g.at < at <= g.at + _BESIDE), None)
    if verb is None or verb.left < event.at or verb.at in event.anchors:
        return False
    between = scene.row.items[event.at + 1 : verb.left]
    heads = [item for item in scene.row.items[: event.at] if any(s.kind == "event" for s in item.word.nouns)]
    return bool(heads) and not any(item.low in ",;:" or item.word.flags & {"rel", "comp", "sub"} for item in between)


def _to_come(scene: Scene, event: Candidate, at: int) -> bool:
    """Tell whether a day lies ahead of an event that is told as done ("due on [24 December] under the deal signed in June")."""
    date, published = scene.row.items[at].date, scene.source.reading.article.published
    if date is None or published is None or date.when.earliest is None or event.reality.status != "occurred":
        return False
    verb = next((g for g in scene.groups if g.at == event.at), None)
    if event.rule.startswith("noun:"):  # "where talks [have been taking place], goes into effect on 1 October"
        verb = next((g for g in scene.groups if g.at in event.anchors and g.finite and g.perfect), None)
    done = verb is not None and (verb.time == "participle" or (verb.time == "past" and verb.modal is None))
    forward = (
        _FORWARD.search(date.rule) and frames()[event.type].family != "ceasefire"
    )  # "concluded a truce from tomorrow"
    sure = timedelta(0) if forward else _SURE  # "next Thursday" is to come in any tense
    return done and date.when.earliest > published.date() + sure


def _of_a_state(scene: Scene, event: Candidate, at: int) -> bool:
    """Tell whether a time is that since which somebody is in a state told by a word of no event ("X, divided [since 1974]")."""
    items, date = scene.row.items, scene.row.items[at].date
    if date is None or not date.when.edtf.endswith("/..") or at < 1 or not _plain(items[at - 1]):
        return False
    if event.at > at:
        return event.at > at + 1  # "since the 2001 invasion"
    opener = next((i for i in range(at - 1, max(event.at, at - _STATE), -1) if items[i].low == ","), None)
    return opener is not None and all(_plain(item) for item in items[opener + 2 : at])


def _plain(item: Item) -> bool:
    """Tell whether an item is a word of no list."""
    return item.kind == "word" and not (item.word.flags or item.word.preps or item.word.nouns or item.word.verbs)


def _due_before_what_follows(scene: Scene, event: Candidate, at: int) -> bool:
    """Tell whether something is due before the clause in which the event is told ("in place by [Friday], when X and Y meet")."""
    date, between = scene.row.items[at].date, scene.row.items[at + 1 : event.at]
    due = date is not None and date.when.modifier in DEADLINES
    opened = any(item.word.flags & {"comp", "rel", "sub"} for item in between)
    return due and opened and any(g.finite and g.at < at for g in scene.groups)


def _of_another_clause(scene: Scene, event: Candidate, at: int, when: When) -> bool:
    """Tell whether a day gone by stands outside the clause of an event that lies ahead ("signed on Saturday a text that sets out …")."""
    published = scene.source.reading.article.published
    if published is None or when.latest is None or event.reality.status not in _AHEAD:
        return False
    if when.latest > published.date():
        return False
    if any(g.finite and g.left < at < event.at and g.at in event.anchors for g in scene.groups):
        return True  # "agreed [on Monday] to meet"
    own = next((g for g in scene.groups if event.at in range(g.left, g.at + 1)), None)
    if own is not None and not own.finite and any(at < g.left and g.at < own.left for g in scene.groups):
        return True  # "called them [on Monday] urging them to meet"
    if _before_purpose(scene, event, at):
        return True
    near = min(event.anchors, key=lambda anchor: abs(anchor - at))
    between = scene.row.items[min(near, at) + 1 : max(near, at)]
    return any(item.word.flags & {"comp", "rel", "sub", "after"} for item in between)


def _before_purpose(scene: Scene, event: Candidate, at: int) -> bool:
    """Tell whether a day stands with a verb before the infinitive that the event is told in ("flew in on [Wednesday] to seal the deal")."""
    last = next((g for g in reversed(scene.groups) if g.at <= event.at), None)
    if (
        last is None
        or last.finite
        or last.time != "infinitive"
        or not any(g.finite and g.at < at for g in scene.groups)
    ):
        return False
    return at < last.at and any(item.low == last.marker for item in scene.row.items[at + 1 : last.at])


def _gone_by(scene: Scene, event: Candidate, at: int) -> bool:
    """Tell whether a day stands before "after" and an event behind it ("took effect on [Monday] after two years of war"): it was over."""
    if at > event.at or not event.rule.startswith("noun:") or not any(g.at < at for g in scene.groups):
        return False
    between, date = scene.row.items[at + 1 : event.at], scene.row.items[at].date
    if date is None or date.granularity not in ("day", "time"):
        return False  # "in 2019 after an attack": in that year, too
    return any("after" in item.word.flags for item in between) and not any(item.kind == "date" for item in between)


def _of_the_order(scene: Scene, event: Candidate, at: int) -> bool:
    """Tell whether a day gone by is that of an order ("on [Wednesday] ordered home the last troops"): they have yet to move."""
    group = next((g for g in scene.groups if g.at == event.at), None)
    if group is None or group.time != "past" or group.passive or group.modal is not None:
        return False
    return event.type == "withdrawal" and event.reality.status == "planned" and _over(scene, at)


def _before_the_plan(scene: Scene, event: Candidate, at: int) -> bool:
    """Tell whether a day gone by stands before a colon and a plan behind it ("On [Monday] he set it out: all would leave")."""
    group = next((g for g in scene.groups if g.at == event.at), None)
    colon = next((i for i in range(at + 1, event.at) if scene.row.items[i].low == ":"), None)
    ahead = group is not None and group.time in ("future", "conditional")
    return ahead and colon is not None and _over(scene, at)


def _of_asking(scene: Scene, event: Candidate, at: int) -> bool:
    """Tell whether a day gone by stands with what is only asked for ("calls for a truce grew [on Sunday]"): it is that of asking."""
    date = scene.row.items[at].date
    asked = event.rule.startswith("noun:") and event.reality.status == "proposed"
    return asked and date is not None and date.granularity in ("day", "time") and _over(scene, at)


def _over(scene: Scene, at: int) -> bool:
    """Tell whether a day is that of publication or lies before it."""
    date, published = scene.row.items[at].date, scene.source.reading.article.published
    last = date.when.latest if date is not None else None
    return last is not None and published is not None and last <= published.date()


def _of_time_clause(scene: Scene, event: Candidate, at: int) -> bool:
    """Tell whether a day stands in a clause of its own behind an event ("the first meeting since fighting broke out in May")."""
    items = scene.row.items
    last = max(event.anchors)
    opener = next((i for i in range(last + 1, at) if "sub" in items[i].word.flags), None)
    if opener is None:
        return False
    verbs = [g for g in scene.groups if g.finite and opener < g.left <= g.at < at and g.at not in event.anchors]
    return bool(verbs) and not any(i.low in ",;:" for i in items[opener:at])


def _of_main_clause(scene: Scene, event: Candidate, at: int) -> bool:
    """Tell whether a day stands behind the main verb, the event in a clause about its subject ("rebels who seized X left on Friday")."""
    items = scene.row.items
    main = [g for g in scene.groups if g.finite and event.at < g.left <= g.at < at and g.at not in event.anchors]
    if not main or any(i.low in ".;:«»“”" or i.word.flags & {"comp", "sub"} for i in items[event.at : at]):
        return False
    opener = next((i for i in range(min(event.anchors) - 1, -1, -1) if items[i].word.flags & {"rel"}), None)
    own = next((g for g in scene.groups if event.at in range(g.left, g.at + 1)), None)
    if opener is None or own is None or opener < min(event.anchors) - _CLAUSE:
        return False
    between = items[event.at : main[-1].left]
    return not any(i.word.flags & {"and", "rel"} for i in between)


def _outside(scene: Scene, event: Candidate, at: int) -> bool:
    """Tell whether a day stands behind the clause between commas in which the event is ("M23, which fights X, lost a battle in [May]")."""
    items, first = scene.row.items, min(event.anchors)
    opener = next((i for i in range(first - 1, max(0, first - _HEAD), -1) if "rel" in items[i].word.flags), 0)
    if at < event.at or opener < 1 or items[opener - 1].low != ",":
        return False
    end = next((i for i in range(max(event.anchors) + 1, at) if items[i].low == ","), None)
    behind = items[end + 1 : end + 2] if end is not None else []
    return bool(behind) and _plain(behind[0]) and end is not None and end + 1 < at


def _is_text(item: Item) -> bool:
    return item.kind == "treaty" or any(s.kind == "treaty" for s in item.word.nouns)


def _before_count(scene: Scene, event: Candidate, at: int) -> bool:
    """Tell whether a day stands before a count of days from an event ("on [19 January], a day before X attacked Y")."""
    items = scene.row.items
    counted = at + 2 < len(items) and items[at + 1].low == "," and items[at + 2].date
    rule = counted.rule if counted else ""
    return event.at > at + 2 and ("before-event" in rule or "after-event" in rule)


def _of_its_end(scene: Scene, event: Candidate, at: int) -> bool:
    """Tell whether a day is that on which what is in force ends ("the truce, which expires [on 2 June]"): it is on before."""
    verb = next((g for g in reversed(scene.groups) if g.at < at), None)
    if frames()[event.type].family != "ceasefire" or verb is None or at - verb.at > _BESIDE + 1:
        return False
    words = scene.source.lexicon.language.grammar.objects.get("expiring", ())
    aside = any("rel" in item.word.flags for item in scene.row.items[event.at : verb.left])
    return any(s.lemma in words for s in verb.senses) and (aside or not _over(scene, at))
