"""What somebody says along with what they do or have just said: "X recalled its envoy, [accusing Y of …]", "…, said X, [adding that …]"."""

from collections.abc import Sequence

from kg.events.candidate import Scene
from kg.events.items import Item
from kg.events.saying import Saying
from kg.events.verbs import VerbGroup
from kg.events.voices import speaking

__all__ = ["along"]

_QUOTES = frozenset('«»“”"')
_LIGHT = frozenset({"adv", "and", "sub", "det", "clitic"})
"""What may stand between the comma and a gerund ("…, [while also] urging", "…, [tout en] ajoutant")."""


def along(scene: Scene, group: VerbGroup, said: Sequence[Saying]) -> tuple[tuple[str, ...], int | None]:
    """Return who says something in a gerund, and where it ends where a main clause follows it.

    Args:
        scene: the sentence.
        group: the gerund of a verb of speech.
        said: what is said before it in the sentence.
    """
    if (quoted := _quoted(scene, group)) is not None:
        return speaking(scene, quoted), None
    plain = group.time == "gerund" and not (group.passive or group.negated or group.modal is not None)
    if not plain or "according" in scene.row.items[group.at].word.flags or not _set_off(scene, group):
        return (), None
    if _answers(scene, group):
        return (), None
    main = next((g for g in reversed(scene.groups) if g.finite and g.at < group.at), None)
    if main is None:
        return _fronted(scene, group)
    over = [s for s in said if s.at == main.at or s.scope[0] <= main.at <= s.scope[1]]
    if over:
        return ((over[-1].speaker,) if over[-1].speaker else ()), None
    if any(_opens(scene, item) for item in scene.row.items[: main.left]):
        return (), None  # "he repeated that Y had left, [warning] …": not Y
    who, how = scene.subjects[main.at]
    if who is None or how not in ("plain", "shared") or main.passive:
        return (), None
    return speaking(scene, who), None


def _answers(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a deed answers something, and nothing is said ("sent envoys, [responding to] a request")."""
    items = scene.row.items
    rest = items[group.at + 1 :]
    after = next((item for item in rest if "adv" not in item.word.flags), None)
    aimed = (
        after is not None and bool(after.word.preps & {"to", "in"}) and not any(" " in s.lemma for s in group.senses)
    )
    return aimed and not any("comp" in i.word.flags or i.low in _QUOTES or i.low == ":" for i in rest)


def _opens(scene: Scene, item: Item) -> bool:
    """Tell whether a word opens what is said, alone or at the end of a verb phrase ("[repeated that] Y had left")."""
    return (
        "comp" in item.word.flags
        or item.low.rpartition(" ")[2] in scene.source.lexicon.language.grammar.complementizers
    )


def _quoted(scene: Scene, group: VerbGroup) -> int | None:
    """Return who is quoted "as saying" something."""
    items, at = scene.row.items, group.left - 2
    likened = group.time == "gerund" and at >= 0 and items[at + 1].low in scene.source.lexicon.language.offices.as_
    told = likened and group.at + 1 < len(items) and items[group.at + 1].low not in ".,"
    return at if told and items[at].kind == "np" and items[at].actors and not items[at].prep else None


def _fronted(scene: Scene, group: VerbGroup) -> tuple[tuple[str, ...], int | None]:
    """Return the subject of the main clause, and the comma before it, where a gerund opens the sentence ("Accusing Y of …, X left")."""
    who, how = scene.subjects[group.at]
    comma = max((at for at in scene.row.commas if who is not None and group.at < at < who), default=None)
    return (speaking(scene, who), comma) if who is not None and how == "shared" and comma is not None else ((), None)


def _set_off(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a gerund opens the sentence or stands behind a comma: it describes nobody ("the party [calling] for …")."""
    items, at = scene.row.items, group.left - 1
    while at >= 0 and (items[at].word.flags & _LIGHT or items[at].word.preps):
        at -= 1
    return at < 0 or items[at].low == "," or items[at].low in _QUOTES
