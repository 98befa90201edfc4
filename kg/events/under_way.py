"""What goes on, is over or still stands by the form of the verb said of it: "is leaving", "continue to fight", "after hosting talks"."""

from msgspec.structs import replace

from kg.events.candidate import Scene
from kg.events.lexicon import Frame
from kg.events.status import Reality
from kg.events.verbs import VerbGroup

__all__ = ["by_time", "goes_on", "stands", "unneeded"]

_STANDING = frozenset({"sanction", "ceasefire"})
"""Families of what is in force until somebody lifts it."""
_NEAR = 2
"""How far before a gerund the word of time may stand that opens its phrase."""


def goes_on(scene: Scene, group: VerbGroup, frame: Frame, reality: Reality) -> Reality:
    """Return how real a deed is, going on where its verb says so ("[is withdrawing] its troops", "[continue to fight]")."""
    items = scene.row.items
    words = scene.source.lexicon.language.grammar.objects.get("continuing", ())
    goes = group.modal == "done" and group.modal_time == "pres" and items[group.modal_at].word.verbs
    still = goes and any(s.lemma in words for s, _ in items[group.modal_at].word.verbs)
    if not frame.lasting or reality.polarity == "negative":
        return reality
    if still or (group.progressive and group.modal is None and reality.status is None):
        return replace(reality, status="ongoing")
    return reality


def by_time(scene: Scene, group: VerbGroup) -> Reality | None:
    """Return how real what a gerund does is by the word of time before it ("[after] hosting talks", "[before] hosting talks")."""
    if group.time != "gerund" or group.negated:
        return None
    near = scene.row.items[max(0, group.left - _NEAR) : group.left]
    if any("after" in item.word.flags for item in near):
        return Reality("occurred")
    ahead = any("before" in item.word.flags and not item.word.preps & {"for"} for item in near)
    return Reality("planned", factuality="PRplus", due=True) if ahead else None


def stands(scene: Scene, group: VerbGroup, frame: Frame) -> bool:
    """Tell whether a verb says that a measure still holds, in whatever tense ("the sanctions [remained in force]")."""
    words = scene.source.lexicon.language.grammar.objects.get("staying", ())
    stays = group.modal is None and not group.negated and group.time in ("past", "present")
    return stays and frame.family in _STANDING and any(s.lemma in words for s in group.senses)


def unneeded(scene: Scene, group: VerbGroup, flags: set[str]) -> bool:
    """Tell whether it is said that there is no need of an event ("no further talks [are needed]"): nothing is told of it."""
    words = scene.source.lexicon.language.grammar.objects.get("needing", ())
    return (group.negated or "neg" in flags) and any(s.lemma in words for s in group.senses)
