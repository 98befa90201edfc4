"""The day of the news, as the story goes on: the same sides do what comes next on the day told just before.

"Kurti and Vucic met [on Saturday].  They signed an annex."  Only the next sentence that tells an event is looked at, only where
it has no time of its own, tells a deed in the past, in its main clause, and between the same sides; else nothing is said.
Who met others, or spoke, on a day of these days also says on it what he goes on to say: "Kurti called it a step forward."
"""

from collections.abc import Mapping
from datetime import date, timedelta

from kg.events.candidate import Candidate, Scene
from kg.events.lexicon import CONCERTED, frames
from kg.events.story import Event
from kg.events.times import a_day
from kg.events.verbs import VerbGroup
from kg.events.whose_day import others_day
from kg.model import When

__all__ = ["NewsDay"]

_RECENT = timedelta(days=7)
"""How long before the article a day may lie that is still its news."""
_FAR = 500
"""How many characters on the story may be."""
_NEXT = 3
"""How many characters lie between a sentence and the next."""
_BRIEF = frozenset({"call", "meeting"})
_SEEN = _BRIEF | {"statement"}
_DEEDS = CONCERTED | {"talks", "agreement"}
_SPOKEN = frozenset({"speech"})


class NewsDay:
    """The events of the news that were told last, where their day is known."""

    def __init__(self, published: date | None, sides: Mapping[str, str]) -> None:
        """Start an article of a day; `sides` tells the state of each actor."""
        self._published = published
        self._sides = sides
        self._last: list[Event] = []
        self._end = 0
        self._newest = date.min
        self.before: list[Candidate] = []
        """The events of the sentence before."""
        self._acted: dict[str, tuple[When, int]] = {}
        """The day of these days on which each was last told to do or say something, and where the sentence ends that says so."""

    def follow(self, scene: Scene, told: Mapping[int, list[Event]]) -> None:
        """Give the deeds of a sentence the day told just before, and take in the one that it tells itself."""
        sentence, self.before = scene.row.sentence, scene.found
        gap = sentence.start - self._end
        before = self._last if gap <= _FAR else []
        deeds = [(i, e) for i, events in told.items() for e in events if frames()[e.type].family not in _SPOKEN]
        for index, event in deeds if before and not _has_time(scene) else ():
            if _goes_on(scene, scene.found[index]) and any(self._same(event, last, gap) for last in before):
                event.when = before[0].when
        taken = {e.when.edtf for _, e in deeds if e.when is not None}
        for index, events in told.items():
            for event in events:
                self._speak(scene, scene.found[index], event, taken)
        if deeds or _has_time(scene):
            dated = [e for _, e in deeds if e.when is not None]
            told_of = [e for e in dated if frames()[e.type].family in _DEEDS and _on_a_day(e)]
            said = [
                e for events in told.values() for e in events if not deeds and e.type == "statement" and _on_a_day(e)
            ]
            one = len({e.when for e in dated or said}) == 1
            self._last, self._end = (told_of or said) if one else [], sentence.end

    def _speak(self, scene: Scene, candidate: Candidate, event: Event, taken: set[str]) -> None:
        """Give a statement the day on which its speaker was told to act right before, and keep the day of whoever acts or speaks."""
        if event.reality.status != "occurred":
            return
        if frames()[event.type].family in _SPOKEN and event.when is None and _speaks_on(scene, candidate, taken):
            speakers = [actor for actor, role in event.participants.items() if role == "speaker"]
            days = {self._day_of(actor, scene) for actor in speakers}
            event.when = days.pop() if len(days) == 1 else None
        day = event.when.latest if event.when is not None and a_day(event.when) else None
        if event.when is None or day is None or self._published is None:
            return
        news = timedelta(0) <= self._published - day < _RECENT
        self._newest = max(self._newest, day) if news else self._newest
        for actor in event.participants:
            self._acted.pop(actor, None)
            if news:
                self._acted[actor] = (event.when, scene.row.sentence.end)

    def _day_of(self, actor: str, scene: Scene) -> When | None:
        """Return the day on which a person was told to act or speak, where that is the last one told: a body has many voices."""
        when, end = self._acted.get(actor, (None, 0))
        near = scene.row.sentence.start - end <= _FAR and scene.source.types.get(actor) == "person"
        return when if near and when is not None and when.latest == self._newest else None

    def _same(self, event: Event, last: Event, gap: int) -> bool:
        """Tell whether an event just told is between the sides of the last one, and has no day or place of its own.

        Who met, or said something, on a day of these days meets others on it as well.
        """
        own, theirs = self._states(event), self._states(last)
        placed = event.place in (None, last.place) or last.place is None
        new = len(event.tellings) == 1 and event.when is None and event.deadline is None and event is not last
        age = self._published - last.when.latest if self._published and last.when and last.when.latest else None
        news = age is not None and timedelta(0) <= age < _RECENT
        next_to = gap <= _NEXT and not (event.type == "agreement" and event.agreement is not None)
        brief = news and event.type in _BRIEF and last.type in _SEEN
        shared = len(own & theirs) > (0 if brief else 1)
        return new and placed and (news or next_to) and shared and event.reality.status == "occurred"

    def _states(self, event: Event) -> set[str]:
        return {self._sides.get(actor, actor) for actor in event.participants}


def _on_a_day(event: Event) -> bool:
    """Tell whether an event took place on a day that is known."""
    return a_day(event.when) and event.reality.status != "planned"


def _speaks_on(scene: Scene, candidate: Candidate, taken: set[str]) -> bool:
    """Tell whether a statement has no time of its own, but what it speaks of may (`taken`), and no word that leads away from the day told ("later", "had said")."""
    group = next((g for g in scene.groups if candidate.at in range(g.left, g.at + 1)), None)
    words = scene.source.lexicon.language.grammar.objects
    items = scene.row.items
    if group is not None and (not group.finite or _inside(scene, group)):
        return False
    first, last = (group.left, group.at) if group is not None else (candidate.at, candidate.at)
    away = {*words.get("away", ()), *words.get("later", ())}
    if any(item.low in away or "ended" in item.word.flags for item in items[max(0, first - 2) : last + 3]):
        return False
    times = ((i, item.date.when.edtf) for i, item in enumerate(items) if item.date is not None)
    return all(time in taken or not time.strip("./") or others_day(scene, candidate, at) for at, time in times)


def _has_time(scene: Scene) -> bool:
    """Tell whether a sentence has any time of its own, or a word that leads away from the day told ("earlier", "already")."""
    words = scene.source.lexicon.language.grammar.objects.get("away", ())
    items = scene.row.items
    told = [item for item in items if item.date is not None or "ended" in item.word.flags or item.low in words]
    return bool(told)


def _goes_on(scene: Scene, candidate: Candidate) -> bool:
    """Tell whether an event is the deed of the main clause, in the past and not before it."""
    group = next((g for g in scene.groups if candidate.at in range(g.left, g.at + 1)), None)
    if not candidate.rule.startswith("verb:") or frames()[candidate.type].family not in _DEEDS or group is None:
        return False
    return group.finite and group.time == "past" and group.modal is None and not _inside(scene, group)


def _inside(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a verb stands in a clause of its own, or tells what was over by then ("had met")."""
    items = scene.row.items
    words = scene.source.lexicon.language.grammar.objects.get("over", ())
    if any(item.low.split(" ")[0] in words for item in items[max(0, group.left - 1) : group.at + 1]):
        return True
    return any(item.word.flags & {"rel", "sub", "comp", "after", "before"} for item in items[: group.left])
