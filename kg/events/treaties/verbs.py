"""What verbs do to a text: conclude it, bargain over it, make it known, ratify it, broker it, bring it into force."""

from kg.events.candidate import Scene
from kg.events.items import Item
from kg.events.verbs import VerbGroup

__all__ = [
    "announces", "arises", "bargaining", "brokers", "concludes", "only_bargains", "only_ratifies", "only_reports", "reported",
    "seat_of", "signs", "takes_effect", "treaty_noun",
]  # fmt: skip


def treaty_noun(item: Item) -> bool:
    """Tell whether an item names an agreement or is a noun for one."""
    if nouns := item.word.nouns:
        return item.kind == "treaty" or any(s.kind == "treaty" for s in nouns)
    return item.kind == "treaty"


def seat_of(item: Item) -> str | None:
    """Return the town or region that a name in a title is ("accord de Pretoria"), never a country."""
    return item.literal or (item.place if item.type == "place" else None)


def concludes(group: VerbGroup) -> bool:
    """Tell whether a verb signs, reaches or ratifies a text."""
    return any(
        s.kind == "negotiated" or (s.kind == "event" and s.value in ("signing", "agreement")) for s in group.senses
    )


def signs(group: VerbGroup) -> bool:
    """Tell whether a verb signs a text."""
    return any(s.kind == "event" and s.value == "signing" for s in group.senses)


def brokers(group: VerbGroup) -> bool:
    """Tell whether a verb mediates a text ("which the UN brokered")."""
    return any(s.kind == "event" and s.value == "mediation" for s in group.senses)


def arises(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a verb says that a text, its subject, came about ("un accord est intervenu")."""
    return any(s.lemma in scene.source.lexicon.language.agreements.arises for s in group.senses)


def takes_effect(group: VerbGroup) -> bool:
    """Tell whether a verb brings a text into force."""
    return any(s.kind == "treaty_status" and s.value == "in_force" for s in group.senses)


def only_ratifies(group: VerbGroup) -> bool:
    """Tell whether a verb ratifies a text: when and by whom that is done says nothing of its signing."""
    return {s.value for s in group.senses if s.kind == "treaty_status"} == {"ratified"}


def only_reports(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a verb is done to a text by whoever makes it known or approves of it."""
    return _all_in(group, scene.source.lexicon.language.agreements.reports)


def only_bargains(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a verb only leads to a text."""
    return _all_in(group, scene.source.lexicon.language.agreements.bargains)


def bargaining(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a text is still being bargained over ("is negotiating an accord")."""
    return only_bargains(scene, group) and group.time == "present"


def _all_in(group: VerbGroup, words: tuple[str, ...]) -> bool:
    lemmas = [s.lemma for s in group.senses if s.kind == "negotiated"]
    return bool(lemmas) and all(lemma in words for lemma in lemmas)


def announces(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a verb announces a text."""
    return any(s.lemma in scene.source.lexicon.language.agreements.reports for s in group.senses)


def reported(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a verb makes a text known or approves of it and neither signs nor reaches it."""
    made = concludes(group) and not only_reports(scene, group)
    return announces(scene, group) and not made and not any(s.kind == "event" for s in group.senses)
