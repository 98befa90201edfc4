"""What a text is called where it has no name: adjectives and compounds before its noun, its subject behind it."""

from kg.events.candidate import Scene
from kg.events.items import Item

__all__ = ["label"]

_QUOTES = frozenset("\"«»“”'’")
_UNQUOTED = str.maketrans("", "", '"«»“”')
_SHORT = 4
_LONG = 7
"""How many items behind its noun are kept in what it is called."""
_STOPS_REACH = frozenset({"rel", "comp", "sub", "and", "to", "poss"})
_STOPS_LABEL = frozenset({"det", "poss", "demo", "adv", "neg", "to", "rel", "comp", "sub", "own", "with"})


def label(scene: Scene, at: int) -> str:
    """Return what a text is called here: adjectives and compounds before its noun, its subject behind it."""
    items = scene.row.items
    text = scene.source.reading.article.text
    first = at
    while first and at - first < _SHORT + 1 and not _made(items, first - 1) and _named_by(scene, first - 1, at):
        first -= 1
    if items[first].kind == "np" and items[first].group >= 0:  # "Russian-Turkish agreements"
        head = scene.row.groups[items[first].group][0]
        first = head if first - head <= 2 else first
    if items[first].low in scene.source.lexicon.language.agreements.brokers and items[first - 1].low == "-":
        first += 1
    while first < at and (items[first].low in _QUOTES | {"-", ","} or "and" in items[first].word.flags):
        first += 1
    last = _reach(scene, at)
    said = text[items[first].start : items[last].end].strip('"«»“” ')
    return " ".join(said.translate(_UNQUOTED).split()) if _unclosed(said) else said


def _made(items: list[Item], index: int) -> bool:
    """Tell whether a word is the verb by which those before it make a text ("Chad, Niger [strike] deal"), no part of its name."""
    senses = [s for s, tense in items[index].word.verbs if tense == "pres"]
    makes = any(s.kind == "negotiated" or s.value in ("signing", "agreement") for s in senses)
    return makes and index > 0 and items[index - 1].kind == "np"


def _unclosed(said: str) -> bool:
    """Tell whether one of two quotation marks was cut off."""
    return said.count("«") != said.count("»") or said.count("“") != said.count("”") or said.count('"') % 2 > 0


def _reach(scene: Scene, at: int) -> int:
    """Return the last item of what a text is called: adjectives behind its noun, or its subject ("accord sur Idlib")."""
    items = scene.row.items
    about = scene.source.lexicon.language.agreements.about
    adjectives = scene.source.lexicon.language.names.demonym_after
    last, opened = at, False
    for index in range(at + 1, min(at + 1 + _LONG, len(items))):
        item = items[index]
        flags = item.word.flags
        if item.low in _QUOTES or "part" in item.prep or (item.low == "-" and "part" in items[index - 1].prep):
            continue  # "the [French-]brokered truce"
        if item.low in about or "of" in item.word.preps:
            after = items[index + 1] if index + 1 < len(items) else item
            verb = "to" in flags and "of" not in item.word.preps and after.kind == "word" and not after.word.flags
            if verb and not after.word.nouns:
                return last
            opened = True
            continue
        if item.kind in ("sign", "date", "quantity") or flags & _STOPS_REACH or item.word.preps:
            return last
        if item.word.verbs and not item.word.nouns:
            return last
        if not opened and (item.kind != "word" or flags or item.word.nouns or not adjectives):
            return last
        if not opened and not _adjective(items, index, scene.source.lexicon.language.agreements.predicates):
            return last
        if "det" not in flags:
            last = index
        if item.kind == "np":
            return last
    return last


def _adjective(items: list[Item], index: int, apart: tuple[str, ...]) -> bool:
    """Tell whether a word behind a noun belongs to it alone ("accord historique", not "accord destiné à …", "rendu l'accord public")."""
    after = items[index + 1] if index + 1 < len(items) else None
    if items[index].low in apart:
        return False
    return after is None or not (after.word.preps & {"in", "to"} or "to" in after.word.flags)


def _named_by(scene: Scene, index: int, at: int) -> bool:
    """Tell whether an item before the noun is a part of what a text is called."""
    item = scene.row.items[index]
    if item.kind == "np":
        return (
            not scene.source.lexicon.language.grammar.partitives and "own" not in scene.row.items[index + 1].word.flags
        )
    if "and" in item.word.flags:  # "ceasefire and hostage deal"
        return index > 0 and any(s.value == "ceasefire" for s in scene.row.items[index - 1].word.nouns)
    if item.low in _QUOTES:
        return index + 1 < at
    if item.kind != "word" or item.word.preps or item.word.flags & (_STOPS_LABEL - {"with"}):
        return False
    return not item.word.verbs or bool(item.word.nouns)
