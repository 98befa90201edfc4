"""What a pronoun says became of an event told right before ("talks were due on Friday, [but they] were called off")."""

from kg.events.candidate import Candidate, Scene
from kg.events.lexicon import frames
from kg.events.status import Reality, noun_reality
from kg.events.verbs import VerbGroup

__all__ = ["taken_up"]

_DUE = frozenset({"meeting", "negotiation", "mediation", "visit", "call", "signing", "election"})
"""What is fixed beforehand and may come to nothing."""
_OFF = frozenset({"cancelled", "postponed"})
"""Classes of verbs whose passive has an event for its subject."""
_OPEN = frozenset({None, "planned", "proposed"})
_TOLD = frozenset({"cancelled", "postponed", "occurred", "denied"})
_PHRASE = 3
"""How many words a noun has whose first is its head."""
_NEAR = 3
"""How far before its verb a pronoun stands."""


def taken_up(scene: Scene, before: list[Candidate]) -> None:
    """Let a pronoun tell what became of the one event that its sentence, or else the one before, plans.

    Args:
        scene: the sentence.
        before: the events of the sentence before.
    """
    for group in [g for g in scene.groups if g.finite]:
        name = _class(scene, group)
        at = _pronoun(scene, group) if name is not None else None
        if name is None or at is None or any(group.at in event.anchors for event in scene.found):
            continue
        inside = [event for event in scene.found if event.at < at]
        fresh = not inside and _opens(scene, at)
        known = _meant(scene, at, before if fresh else inside)
        told = _reality(scene, name, group, known) if known is not None else None
        if known is None or told is None or told.status not in _TOLD:
            continue
        if not fresh:
            known.reality = told
            continue
        event = Candidate(
            known.type, scene.row, group.at, f"verb:{group.senses[0].lemma}", told, list(known.participants),
            set(range(group.left, group.at + 1)), span=(at, group.at), definite=True, anaphoric=True,
        )  # fmt: skip
        scene.found.append(event)


def _class(scene: Scene, group: VerbGroup) -> str | None:
    """Return the class of a verb that only an event can have for its subject."""
    happening = scene.source.lexicon.language.grammar.objects.get("happening", ())
    for sense in group.senses:
        if sense.kind != "governor":
            continue
        if (sense.value in _OFF and group.passive) or sense.value == "fallen":
            return sense.value
        if sense.value == "occurred" and sense.lemma in happening:
            return "occurred"
    return None


def _pronoun(scene: Scene, group: VerbGroup) -> int | None:
    """Return where the pronoun stands that is the subject of a verb."""
    pronouns = scene.source.lexicon.language.grammar.pronouns
    words = {*pronouns.get("it", ()), *pronouns.get("they", ())}
    for index in range(group.left - 1, max(-1, group.left - 1 - _NEAR), -1):
        item = scene.row.items[index]
        if item.low in words:
            return index
        if not item.word.flags & {"adv", "ne", "neg"}:
            return None
    return None


def _opens(scene: Scene, at: int) -> bool:
    """Tell whether nothing but a conjunction, an adverb or a time stands before a pronoun in its sentence."""
    return all(
        i.kind == "date" or (i.kind in ("word", "sign") and not i.word.nouns and not i.word.verbs)
        for i in scene.row.items[:at]
    )


def _meant(scene: Scene, at: int, events: list[Candidate]) -> Candidate | None:
    """Return the event that a pronoun takes up: the only one planned, of one the subject or object of its last verb."""
    low = scene.row.items[at].low
    several = low in scene.source.lexicon.language.grammar.pronouns.get("they", ())
    open_ = [
        e
        for e in events
        if not _predicate(e) and e.type in _DUE and e.reality.status in _OPEN and frames()[e.type].family != "speech"
    ]
    fitting = [e for e in open_ if not e.rule.startswith("noun:") or _several(e) == several]
    return fitting[0] if len(fitting) == 1 and len({e.type for e in open_}) == 1 else None


def _predicate(event: Candidate) -> bool:
    """Tell whether a noun says what its subject is or was to be ("the talks were to be [a first meeting]")."""
    before = event.row.items[max(0, event.at - _NEAR) : event.at]
    be = [i for i, item in enumerate(before) if (item.word.aux or ("",))[0] == "be"]
    return event.rule.startswith("noun:") and bool(be) and any("indef" in i.word.flags for i in before[be[-1] + 1 :])


def _several(event: Candidate) -> bool:
    """Tell whether the noun of an event is a plural: of a phrase of three words or more its first ("[round] of talks")."""
    words = event.row.items[event.at].low.split()
    return words[0 if len(words) >= _PHRASE else -1].endswith("s")


def _reality(scene: Scene, name: str, group: VerbGroup, event: Candidate) -> Reality | None:
    """Return how real the verb says the event to be; what was planned and did not take place was called off."""
    if name == "occurred" and group.negated and group.time in ("past", "future") and group.modal is None:
        return Reality("cancelled")
    return noun_reality(event.type, frames()[event.type], (name, group), {"det"}, hearsay=scene.hearsay)
