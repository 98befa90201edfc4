"""The terms of agreements: who must do what for whom, by when and on which condition."""

from kg.events.candidate import Scene
from kg.events.items import Row
from kg.events.lexicon import frames
from kg.events.story import Event
from kg.events.treaties import Treaty
from kg.model import Commitment, When

__all__ = ["Terms"]

_COMMITMENTS = {
    "withdrawal": "withdrawal", "ceasefire": "ceasefire", "negotiation": "negotiation", "meeting": "negotiation",
    "prisoner_release": "prisoner_release", "sanction": "sanctions_relief", "disarmament": "disarmament",
    "normalization": "normalization", "recognition": "recognition", "aid": "aid", "election": "election", "deployment": "deployment",
}  # fmt: skip


class Terms:
    """Reads the terms of the agreements of one article."""

    def __init__(self, treaties: list[Treaty], states: dict[str, str]) -> None:
        """Start an article with the list of its agreements, which grows; `states` are the states of persons and bodies."""
        self.treaties = treaties
        self.states = states

    def read(self, scene: Scene, events: dict[int, list[Event]], treaties: dict[int, Treaty]) -> None:
        """Enter the commitments of a sentence: what a party undertakes, what a text provides, what is given in exchange."""
        for at, item in enumerate(scene.row.items):
            kinds = {s.kind for s, _ in item.word.verbs}
            if "provides" in kinds:
                left = [t for t in treaties if t < at]
                if left and not any(left[-1] < g.at < at for g in scene.groups if g.time != "participle"):
                    self._terms(scene, at, len(scene.row.items), treaties[left[-1]], None, events)
            elif "commits" in kinds:
                obligor = _committed(scene, at)
                treaty = next((t for t in [*treaties.values(), *self.treaties[::-1]] if obligor in t.parties), None)
                if treaty is not None and obligor is not None:
                    self._terms(scene, at, len(scene.row.items), treaty, obligor, events)

    def _terms(
        self, scene: Scene, start: int, stop: int, treaty: Treaty, obligor: str | None, events: dict[int, list[Event]]
    ) -> None:
        row = scene.row
        exchanged = False
        for at in range(start + 1, stop):
            item = row.items[at]
            if "exchange" in item.word.flags:
                exchanged = True
                continue
            index = next(
                (i for i, c in enumerate(scene.found) if c.at == at and frames()[c.type].family != "speech"), None
            )
            kind = next((s.value for s in item.word.nouns if s.kind == "commitment"), None)
            event = None
            if index is not None and scene.found[index].type in _COMMITMENTS:
                kind = _COMMITMENTS[scene.found[index].type]
                event = next(iter(events.get(index, ())), None)
            if kind is None:
                continue
            who = obligor or _doer(event, treaty, self.states)
            if exchanged:
                who = next((p for p in treaty.parties if p != obligor), None) if obligor else who
            self._enter(scene, treaty, kind, who, event, at)

    def _enter(self, scene: Scene, treaty: Treaty, kind: str, who: str | None, event: Event | None, at: int) -> None:
        text = scene.source.reading.article.text
        row = scene.row
        obligee = next((p for p in treaty.parties if p != who), None) if len(treaty.parties) == 2 and who else None
        deadline = _due(event, treaty)
        for index, old in enumerate(treaty.commitments):
            if old.type == kind and (old.obligor == who or who is None or old.obligor is None):
                if old.deadline is None and deadline is not None:
                    treaty.commitments[index] = _commitment(
                        kind, row, who or old.obligor, obligee or old.obligee, deadline, event, old.label
                    )
                return
        stop = min(at + 4, len(row.items) - 1)
        label = text[row.items[at].start : row.items[stop].end]
        treaty.commitments.append(_commitment(kind, row, who, obligee, deadline, event, label))


def _committed(scene: Scene, at: int) -> str | None:
    """Return who accepts or undertakes at a verb."""
    group = next((g for g in scene.groups if at in (g.modal_at, g.at)), None)
    who = scene.subjects[group.at][0] if group is not None else None
    if group is None:
        before = [i for i in range(at - 1, max(-1, at - 6), -1) if scene.row.items[i].kind == "np"]
        who = before[0] if before else None
    actors = scene.row.items[who].actors if who is not None else ()
    return actors[0] if actors else None


def _commitment(
    kind: str, row: Row, who: str | None, obligee: str | None, deadline: When | None, event: Event | None, label: str
) -> Commitment:
    done = event is not None and event.reality.status in ("occurred", "ongoing") and kind == "negotiation"
    return Commitment(
        kind, row.sentence.start, row.sentence.end, who, obligee, deadline,
        status="fulfilled" if done else "pending", event=event.key if event else None, label=label,
    )  # fmt: skip


def _due(event: Event | None, treaty: Treaty) -> When | None:
    """Return by when a term is due: the deadline of its event, or a day of it that lies after the signing."""
    if event is None or event.reality.status not in ("planned", "proposed", None):
        return None
    signed = treaty.when.latest if treaty.when is not None else None
    when = event.when
    later = when is not None and (signed is None or (when.earliest is not None and when.earliest > signed))
    return event.deadline or (when if later else None)


def _doer(event: Event | None, treaty: Treaty, states: dict[str, str]) -> str | None:
    """Return the party that a term's event makes act: itself, or by a body of its own."""
    for actor in event.participants if event is not None else ():
        party = actor if actor in treaty.parties else states.get(actor)
        if party in treaty.parties:
            return party
    return None
