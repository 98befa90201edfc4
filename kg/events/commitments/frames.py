"""Where a sentence that names no text still tells its terms, and what in a sentence about a text is no term."""

from collections.abc import Iterable, Sequence
from datetime import date

from kg.events.candidate import Scene
from kg.events.commitments.deadlines import UNITS
from kg.events.commitments.phrases import Head, bound, obliged, receivers
from kg.events.items import Item
from kg.events.times import starting
from kg.events.treaties.days import one_day
from kg.events.treaties.verbs import treaty_noun
from kg.events.verbs import VerbGroup
from kg.model import When

__all__ = [
    "allotted",
    "binding",
    "bound_passive",
    "listed",
    "made_to",
    "provisions",
    "ruled_out",
    "under",
    "undertaken",
    "undertakes",
]

_DONE_TO = frozenset(
    {"withdrawal", "prisoner_release", "disarmament", "sanctions_relief", "humanitarian_access", "other"}
)
"""Kinds of terms that are told in the passive without saying who owes them ("the prisoners will be freed")."""
_MOVED = frozenset({"withdrawal", "disarmament"})
_PLURAL = ("s", "x")
_NAMELESS = ("local/", "unnamed:")
"""How the ids of those begin whom an article tells without a name ("foreign fighters")."""
_SHORT = 8
"""How many characters may stand between a stretch of time and the verb that it is given for."""
_WHEN = frozenset({"after", "during"})
_MAYBE = frozenset({"PSplus", "Uu"})
_CAPTIVES = frozenset({"prisoners", "hostages"})
_BACK = 5
"""How many items before a term the word stands that makes it a limit of another."""
_LIST = 6
"""How far behind its verb the list stands that somebody is taken off."""
_PHRASE = 6
"""How many items before a text belong to the phrase that it stands in."""
_CLAUSE = 14
"""How far behind a text the clause on its terms may open."""
_BESIDE = 2
"""How many items before a noun the word stands that makes it a gloss."""
_NEAR = 4
"""How far behind a noun its day stands, and before a stretch of time the verb that gives it."""


def made_to(scene: Scene, group: VerbGroup) -> tuple[str, ...]:
    """Return whom a text makes do something ("obliges [Moscow] to withdraw", "engage [N'Djamena] à libérer")."""
    items = scene.row.items
    who = next((i for i in range(group.left - 1, max(0, group.left - _NEAR), -1) if items[i].kind == "np"), None)
    if who is None or group.finite:
        return ()
    verb = next(
        (i for i in range(who - 1, max(-1, who - _NEAR), -1) if items[i].word.verbs or items[i].kind == "np"), 0
    )
    bound = any(s.kind == "provides" for s, _ in items[verb].word.verbs)
    return scene.row.actors(who) if bound else ()


def whereby(scene: Scene, text: int) -> int | None:
    """Return where the terms of a text begin that a clause on it tells ("a deal [under which] X must leave", "accord aux termes duquel")."""
    items, phrases = scene.row.items, scene.source.lexicon.language.commitments.whereby
    end = _phrase(items[text + 1 : text + 1 + _CLAUSE], phrases)
    if end is None or not binding(scene):
        return None
    at = text + 1 + end
    return None if any(g.finite and text < g.at < at for g in scene.groups) else at


def provisions(scene: Scene) -> int | None:
    """Return where a sentence begins to list what stands in the text spoken of ("parmi les treize points figurent …")."""
    return _phrase(scene.row.items, scene.source.lexicon.language.commitments.provisions)


def _phrase(items: Sequence[Item], phrases: Sequence[str]) -> int | None:
    """Return the index of the item with which the first of some phrases ends."""
    lows = [item.low for item in items]
    there = {low.partition(" ")[0] for low in lows}
    for phrase in phrases:
        first, words = phrase.partition(" ")[0], phrase.count(" ") + 1
        for at in range(len(lows)) if first in there else ():
            for last in range(at, min(at + words, len(lows))):
                if " ".join(lows[at : last + 1]) == phrase:
                    return last
    return None


def bound_passive(scene: Scene, head: Head, parties: frozenset[str]) -> bool:
    """Tell whether a passive says what is still to be done under the text told last, by nobody else ("will be handed over")."""
    group = head.group
    if group is None and head.kind in _MOVED and bound(scene, head) and _is_be(scene.row.items[head.at - 1]):
        return not any(_agents(scene, at) for at in range(head.at, len(scene.row.items)))  # "must be drawn back"
    if group is None or head.kind not in _DONE_TO or not group.passive or group.negated or group.modal == "possible":
        return False
    if not (group.time == "future" or group.modal is not None):
        return False
    if head.kind in ("prisoner_release", "other") and not (_captives(scene) or _given_to(scene, head, parties)):
        return False
    agents = [a for at in range(group.at + 1, len(scene.row.items)) for a in _agents(scene, at)]
    return set(agents) <= parties


def _is_be(item: Item) -> bool:
    return any(sense.kind == "aux" and sense.value == "be" for sense, _ in item.word.verbs)


def allotted(scene: Scene, head: Head, parties: frozenset[str]) -> bool:
    """Tell whether many are given a stretch of days for a term ("the fighters [have 90 days to] leave", not "the ambassador")."""
    items, words = scene.row.items, scene.source.lexicon.language.commitments.granted
    opening = items[head.at].start
    stretch = next(
        (q for q in scene.source.reading.quantities if q.unit in UNITS and opening - _SHORT <= q.end < opening), None
    )
    if stretch is None or stretch.start < scene.row.sentence.start:
        return False
    first = next(i for i, item in enumerate(items) if item.end > stretch.start)
    verb = next((i for i in range(first - 1, max(-1, first - _NEAR), -1) if items[i].low in words), None)
    if verb is None or not all(i.word.preps or i.word.flags & {"adv", "det"} for i in items[verb + 1 : first]):
        return False
    subject = items[:verb]
    subject = subject[: next((i for i, item in enumerate(subject) if item.low == ","), len(subject))]
    if not subject or any(item.word.verbs for item in subject):
        return False
    actors = {actor for item in subject for actor in item.actors if not actor.startswith(_NAMELESS)}
    many = (
        subject[-1].low.endswith(_PLURAL)
        or any(item.low in words for item in subject)
        or "all" in subject[0].word.flags
    )
    return many and (not actors or bool(actors & parties))


def _given_to(scene: Scene, head: Head, parties: frozenset[str]) -> bool:
    """Tell whether something goes to a party ("three districts will be handed over to Azerbaijan")."""
    given = scene.row.items[head.at + 1 : head.at + 1 + _BACK]
    return any(i.kind == "np" and i.prep & {"to", "in"} and parties & set(i.actors) for i in given)


def _captives(scene: Scene) -> bool:
    """Tell whether a sentence speaks of prisoners or hostages: other things are released and handed over as well."""
    told = starting(scene.source.reading.quantities, scene.row.sentence.start, scene.row.sentence.end)
    if any(q.unit in _CAPTIVES for q in told):
        return True
    units = scene.source.lexicon.language.quantities.units
    words = {word.replace("(s)", "") for unit in _CAPTIVES for word in units.get(unit, ())}
    return any(item.low in words or item.low.removesuffix("s") in words for item in scene.row.items)


def _agents(scene: Scene, at: int) -> tuple[str, ...]:
    return scene.row.actors(at) if "by" in scene.row.items[at].prep else ()


def ruled_out(scene: Scene, head: Head, start: int) -> bool:
    """Tell whether a verb or noun tells what was denied, may be, took place, or only limits something else.

    What a text calls for is a term of it: `start` is where the terms of the sentence begin.
    """
    event, group = head.event, head.group
    asked = event is not None and event.reality.status == "proposed" and 0 <= start < head.at
    asked = asked and _provided(scene.row.items, start)
    if event is not None and event.reality.status in ("denied", "cancelled", "claimed"):
        return True
    if (group is not None and group.modal == "possible") or (
        event is not None and event.reality.factuality in _MAYBE and not asked
    ):
        return True
    told = group is not None and (group.negated or group.time == "past" or (group.time == "participle" and not event))
    if told and group is not None and not obliged(scene, group):
        return True
    if _brings(scene, head):
        return True
    return clause_of_limit(scene, head) or occasion(scene, head) or kept_up(scene, head) or past(scene, head, group)


def _provided(items: Sequence[Item], at: int) -> bool:
    """Tell whether a verb is one by which a text, its subject, provides for something ("a report on the accord calls for" is none)."""
    if not any(s.kind == "provides" for s, _ in items[at].word.verbs):
        return False
    for index in range(at - 1, -1, -1):
        if "rel" in items[index].word.flags:
            return True
        if treaty_noun(items[index]):
            before = [i for i in items[max(0, index - _NEAR) : index] if "det" not in i.word.flags]
            return not (before and before[-1].word.preps)
    return True


def told_again(scene: Scene, head: Head, earlier: Iterable[Head]) -> bool:
    """Tell whether a noun only says an earlier term in other words (", soit le départ de la moitié des soldats")."""
    items, words = scene.row.items, scene.source.lexicon.language.commitments.namely
    link = items[head.at - 1] if head.at else items[0]
    if (
        head.group is None and "of" in link.word.preps and "det" not in link.word.flags
    ):  # "un dialogue [de réconciliation]"
        return any(e.kind != head.kind and head.at - e.end <= _NEAR for e in earlier)
    before = scene.row.items[max(0, head.at - _BESIDE) : head.at]
    return head.group is None and any(i.low in words for i in before) and any(e.kind == head.kind for e in earlier)


def clause_of_limit(scene: Scene, head: Head) -> bool:
    """Tell whether a verb or noun only says until when or whether something else holds ("until elections can be held")."""
    words = scene.source.lexicon.language.agreements
    items = scene.row.items
    first = min(head.group.left, head.at) if head.group is not None else head.at
    opens = [i for i in items[max(0, first - _BACK) : head.at] if i.low in words.unsure and "verb" not in _kinds(i)]
    after = [i for i in items[max(0, first - _NEAR) : head.at] if i.low in words.after]
    return bool(opens) or (head.group is None and bool(after))


def _brings(scene: Scene, head: Head) -> bool:
    """Tell whether nobody gives anything to anybody: it is the text that brings something about ("the deal will provide jobs")."""
    if head.kind != "aid" or head.event is not None or head.group is None or head.group.passive:
        return False
    who = scene.subjects.get(head.group.at, (None, ""))[0]
    if (who is not None and scene.row.actors(who)) or made_to(scene, head.group) or receivers(scene, head):
        return False
    return not any(i.low[:1].isdigit() for i in scene.row.items[head.at + 1 : head.at + 1 + _LIST])


def occasion(scene: Scene, head: Head) -> bool:
    """Tell whether talks are only when or where something else was done ("following [the talks] hosted by X, both agreed to …")."""
    if head.kind != "negotiation" or head.group is not None:
        return False
    items, halls = scene.row.items, scene.source.lexicon.language.agreements.halls
    for index in range(head.at - 1, max(-1, head.at - _NEAR), -1):
        item = items[index]
        if item.word.flags & _WHEN:
            return True
        if item.kind != "word" or item.word.verbs:
            return False
        if "of" in item.word.preps:
            return items[index - 1].low in halls if index else False
    return False


def _kinds(item: Item) -> set[str]:
    return {"verb" for sense, _ in item.word.verbs if sense.kind in ("modality", "aux")}


def past(scene: Scene, head: Head, group: VerbGroup | None) -> bool:
    """Tell whether a noun is something that has a day behind it already ("the ceasefire of last year")."""
    published = scene.source.reading.article.published
    if group is not None or published is None:
        return False
    days = [i.date.when for i in scene.row.items[head.at + 1 : head.at + _NEAR] if i.date is not None]
    return any(_before(when.latest, published.date()) and not when.modifier for when in days)


def _before(day: date | None, published: date) -> bool:
    return day is not None and day < published


def kept_up(scene: Scene, head: Head) -> bool:
    """Tell whether sanctions or tariffs are named without being lifted ("provides for sanctions on", "access to low tariffs")."""
    words = scene.source.lexicon.language.commitments.relief
    named = any(s.kind == "event" for s in scene.row.items[head.at].word.nouns)
    if head.kind != "sanctions_relief" or head.group is not None or not (named and words):
        return False
    around = scene.row.items[max(0, head.at - _NEAR - 1) : head.at + 1]
    return not any(set(item.low.split()) & set(words) for item in around)


def listed(scene: Scene, head: Head) -> bool:
    """Tell whether it is off a list that somebody is taken ("remove the group from its terror list")."""
    words = scene.source.lexicon.language.commitments.lists
    return any(set(i.low.split()) & set(words) for i in scene.row.items[head.at + 1 : head.at + 1 + _LIST])


def undertakes(scene: Scene) -> bool:
    """Tell whether a verb of a sentence commits whoever acts."""
    return any(s.kind == "commits" for group in scene.groups for s in group.senses) or any(
        obliged(scene, group) for group in scene.groups
    )


def undertaken(scene: Scene, at: int) -> When | None:
    """Return the day on which somebody undertook what a sentence tells ("se sont engagés mercredi à …")."""
    group = next((g for g in scene.groups if g.left <= at <= g.at), None)
    return one_day(scene, at, group, behind=_LIST) if group is not None else None


def under(scene: Scene, at: int) -> bool:
    """Tell whether a sentence tells what stands in a text ("under the deal", "aux termes de l'accord")."""
    items, frames_ = scene.row.items, scene.source.lexicon.language.commitments.frames
    link = next((i for i in range(at - 1, max(-1, at - 4), -1) if items[i].word.preps), None)
    if link is None and at <= _PHRASE and not any(i.low == "," or i.kind != "word" for i in items[:at]):
        link = 0  # "Under what is called the …"
    if link is not None and items[link].low in frames_:
        return True
    said = " " + " ".join(item.low for item in items[max(0, at - _PHRASE) : at])
    return any(" " in phrase and f" {phrase}" in said for phrase in frames_)


def binding(scene: Scene) -> bool:
    """Tell whether a verb of a sentence binds somebody, or lies ahead."""
    ahead = ("future", "conditional", "infinitive")
    if any(obliged(scene, g) or g.time in ahead or g.modal for g in scene.groups):
        return True
    return any(s.kind == "modality" for item in scene.row.items for s, _ in item.word.verbs)
