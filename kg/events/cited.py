"""According to whom: the source behind "selon" or "according to", and how much of the sentence is theirs."""

from kg.events.candidate import Scene
from kg.events.items import Item
from kg.events.voices import is_source, speaking, words

__all__ = ["cited", "of_one_before", "reach"]

_NEAR = 8
"""How many items a source without a name has at most."""
_BARE = 2
"""How many items an article and its noun are."""
_NEAR_TO = frozenset({"to", "in", "with", "against", "on", "between"})
"""Slots of prepositions that say near whom somebody is, not who says so."""
_STOPS = frozenset('.;:?!«»“”"()—–')


def cited(scene: Scene, at: int) -> tuple[str, ...]:
    """Return who is behind "according to"; a text has nothing of its own to say ("Selon [l'accord], X doit …")."""
    items = scene.row.items
    if at + 1 < len(items) and "rel" in items[at + 1].word.flags:  # "un accord selon [lequel] X doit …"
        return ()
    for index in range(at + 1, min(at + _NEAR, len(items))):
        item = items[index]
        if _happening(items, index):  # "citing the [war] in Gaza"
            return ()
        if item.kind == "treaty" or any(s.kind == "treaty" for s in item.word.nouns):
            return ()
        if item.kind == "np" and item.actors and item.form != "demonym":
            return speaking(scene, index) if _is_source(scene, at, index) else _in_words(scene, at + 1)
        if item.low == "," or item.low in _STOPS or item.word.flags & {"rel", "comp", "sub"}:
            break
    return _in_words(scene, at + 1)


def _happening(items: list[Item], at: int) -> bool:
    """Tell whether an event is cited, not who takes part in it ("citing the [war] in Gaza", not "a meeting participant")."""
    told = any(s.kind == "event" for s in items[at].word.nouns) and not items[at].word.verbs
    behind = items[at + 1] if told and at + 1 < len(items) else None
    return behind is not None and (behind.kind == "sign" or bool(behind.word.preps))


def _is_source(scene: Scene, at: int, index: int) -> bool:
    """Tell whether a name is who is cited, not one to whom that one is near ("according to [an aide to] X")."""
    between, sources = scene.row.items[at + 1 : index], scene.row.lexicon.sources
    return not any(item.low in sources or item.word.preps & _NEAR_TO for item in between)


def _in_words(scene: Scene, start: int) -> tuple[str, ...]:
    """Return the source that a phrase names, up to the comma or verb behind it, in the words of the text."""
    items, end = scene.row.items, start
    while end < min(start + _NEAR, len(items)) and not (_ends(scene, end) and not _dated(items, start, end)):
        end += 1
    while end > start and items[end - 1].word.preps:
        end -= 1
    speech = scene.row.lexicon.language.speech
    phrase, texts = items[start:end], (*speech.texts, *speech.cited)
    if of_one_before(scene, phrase):
        return ()
    told = any(item.kind in ("np", "quantity") or not (item.word.flags or item.word.preps) for item in phrase)
    if not told or any(item.low in texts or item.form == "pronoun" for item in phrase) or _is_pronoun(phrase[0]):
        return ()
    name = words(scene, start, end - 1)
    reasons = scene.source.lexicon.language.grammar.objects.get("citing", ())
    reason = items[start - 1].low in reasons and not is_source(name, scene.row.lexicon)
    return () if reason else (name,)  # "citing security concerns"


def of_one_before(scene: Scene, phrase: list[Item]) -> bool:
    """Tell whether a phrase is a statement of which only the one before knows whose it is ("selon [le communiqué]")."""
    first = phrase[0].word.flags if phrase else frozenset()
    known = {"det"} <= first and "indef" not in first
    return known and len(phrase) == _BARE and phrase[-1].low in scene.row.lexicon.language.speech.nouns


def _is_pronoun(item: Item) -> bool:
    return bool(item.word.flags & {"he", "it", "they"})


def _dated(items: list[Item], start: int, at: int) -> bool:
    """Tell whether a day right behind an article describes the source ("according to [a Friday] report by X")."""
    return items[at].kind == "date" and at == start + 1 and "det" in items[start].word.flags


def _ends(scene: Scene, at: int) -> bool:
    item = scene.row.items[at]
    verb = any(group.left <= at <= group.at and group.finite for group in scene.groups)
    return (
        verb or item.kind == "date" or item.low == "," or item.low in _STOPS or bool(item.word.flags & {"rel", "comp"})
    )


def reach(items: list[Item], at: int) -> tuple[int, int]:
    """Return from where to where a sentence is told by whom it cites: one clause of it, where that one cites ("…, qui selon X a …, …")."""
    start = next((i for i in range(at - 1, -1, -1) if _opens(items, i)), 0)
    aside = bool(start) and "rel" in items[start].word.flags
    commas = [i for i in range(at + 1, len(items)) if items[i].low in (",", ")")]
    behind = commas[1:] if aside and items[at - 1].low == "," else commas
    end = behind[0] if aside and behind else next((i for i in range(at, len(items)) if items[i].low == ";"), len(items))
    return start, end


def _opens(items: list[Item], at: int) -> bool:
    """Tell whether an item opens a clause that is not the one before: a relative one, or one that is set against it."""
    return "rel" in items[at].word.flags or items[at].low == ";" or "but" in items[at].word.flags
