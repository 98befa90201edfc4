"""Texts that nobody says there are: only asked for or proposed, or whose signing somebody denies or does not confirm."""

from kg.events.candidate import Scene
from kg.events.treaties.treaty import Naming
from kg.events.treaties.verbs import concludes
from kg.events.verbs import VerbGroup

__all__ = ["undo", "wished"]

_BREAKS = frozenset(".;:")


def wished(naming: Naming, governor: VerbGroup | None, told: VerbGroup | None) -> bool:
    """Tell whether a text, new in its sentence, is what somebody asks for or proposes ("a appelé à [un accord] entre X et Y")."""
    if governor is None or told is not None or not naming.indefinite or naming.truce:
        return False
    return any(s.kind == "governor" and s.value == "proposed" for s in governor.senses) and not concludes(governor)


def undo(scene: Scene, naming: Naming, governor: VerbGroup | None) -> None:
    """Take back that a text was signed or reached where somebody denies it ("dément que l'accord ait été signé")."""
    if not (naming.concluded or naming.signed):
        return
    made = governor if governor is not None and not governor.finite and concludes(governor) else _passive(scene, naming)
    if made is None or not _disputed(scene, min(made.left, naming.at)):
        return
    naming.concluded = naming.signed = naming.firm = False
    naming.denied = naming.denied or naming.indefinite
    naming.when = naming.hint = naming.place = None
    naming.status, naming.hypothetical = "draft", naming.hypothetical or naming.indefinite


def _passive(scene: Scene, naming: Naming) -> VerbGroup | None:
    """Return the passive that says that a text, its subject, was signed or reached; none where a participle says so too."""
    behind = next((g for g in scene.groups if g.left > naming.at), None)
    if behind is None or not (behind.passive and behind.finite and concludes(behind)):
        return None
    return None if any(i.low in _BREAKS or i.low == "," for i in scene.row.items[naming.at : behind.left]) else behind


def _disputed(scene: Scene, at: int) -> bool:
    """Tell whether the last verb before an item denies, or does not confirm, what follows it."""
    said = next((g for g in reversed(scene.groups) if g.finite and g.at < at), None)
    if said is None or any(i.low in _BREAKS for i in scene.row.items[said.at + 1 : at]):
        return False
    kinds = {s.value for s in said.senses if s.kind == "speech"}
    return ("negative" in kinds and not said.negated) or ("positive" in kinds and said.negated)
