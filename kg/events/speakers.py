"""Where in a sentence the one who speaks stands: before the verb, behind it, or only in words that name nobody known."""

from kg.events.borders import acts_next
from kg.events.candidate import Scene
from kg.events.items import Item, Row
from kg.events.reported import closes
from kg.events.verbs import VerbGroup
from kg.events.voices import before, behind, reduced, speaking, words

__all__ = ["by_pronoun", "in_words", "issued", "opens_with_pronoun", "recipient", "speaker", "takes_up_several"]

_QUOTES = frozenset('«»“”"')
_BREAKS = frozenset({"and", "but", "comp", "rel", "sub", "he", "it", "they"})
_CLOSED = frozenset('»”"')
_AGENT = 16
"""How far behind a passive its agent is."""
_ASIDE = 14
"""How many items an aside between speaker and verb may have."""
_ISSUED = 9
"""How far before a verb of speech the statement may stand that says so."""


def speaker(scene: Scene, group: VerbGroup) -> tuple[int | None, bool]:
    """Return the index of the speaker and whether what is said stands before the verb."""
    row = scene.row
    items = row.items
    if group.passive:
        reach = range(group.at + 1, min(group.at + _AGENT, len(items)))
        agents = (i for i in reach if items[i].kind == "np" and items[i].actors and "by" in items[i].prep)
        return next(agents, None), True
    ahead = items[group.left - 1] if group.left else None
    addressing = all(s.value == "addressing" for s in group.senses if s.kind == "speech")
    closing = ahead is not None and items[group.left - 1 - (ahead.low == "," and group.left > 1)].low in _CLOSED
    right = None if addressing and not closing and not closes(row, group) else _right_neighbour(row, group.at)
    right = right if right is not None and not acts_next(row, scene.groups, right) else None
    if right is not None and ahead is not None and (ahead.low == "," or ahead.low in _QUOTES):
        who = _past_aside(scene, group)
        return (right, True) if who is None else (who, False)
    author = _author(scene, group.at)
    if author is not None:
        return author, True
    who, how = scene.subjects[group.at]
    if who is None and (described := _described(scene, group)) is not None:
        return described, False
    if how == "relative" and _another(scene, group):
        return None, False
    shared = how == "shared" or _after_clause(scene, group)
    if shared and ahead is not None and ahead.low == "," and not _says_on(row, group.at):
        return None, False  # "…, a déclaré le porte-parole": somebody behind the verb, unknown
    if who is None or (how == "oblique" and items[who].type == "place"):
        return (right, True) if right is not None and (ahead is None or ahead.low in _QUOTES) else (None, False)
    return who, _postposed(scene, min(who, *row.members(who)), group)


def _past_aside(scene: Scene, group: VerbGroup) -> int | None:
    """Return the subject that opens a sentence, set off from its verb by an aside alone: nothing is said before the verb.

    "[Le Tchad], sous la pression de Paris, a condamné le Niger"; not "Le Tchad partira, a déclaré Paris".
    """
    items, (who, how) = scene.row.items, scene.subjects[group.at]
    if who is None or how != "plain" or group.left < 1 or items[group.left - 1].low != ",":
        return None
    last = max(scene.row.members(who)) + 1
    opens = all("det" in item.word.flags for item in items[: min(scene.row.members(who))])
    aside = opens and last < group.left - 1 and items[last].low == ","
    quoted = any(item.low in _QUOTES for item in items[: group.left])
    told = any(g.finite and g.at < group.left for g in scene.groups)
    return who if aside and not (quoted or told) else None


def _described(scene: Scene, group: VerbGroup) -> int | None:
    """Return the speaker whom a participle describes before the verb of speech ("officials [involved] in the talks said")."""
    items, before = scene.row.items, [g for g in scene.groups if g.at < group.left]
    if not before or not reduced(items, before[-1]) or any(s.kind == "speech" for s in before[-1].senses):
        return None
    who = before[-1].at - 1
    between = items[before[-1].at + 1 : group.left]
    broken = any(i.kind == "sign" or i.word.flags & _BREAKS or (i.kind == "np" and not i.prep) for i in between)
    return who if who >= 0 and items[who].actors and not items[who].prep and not broken else None


def _another(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether somebody unknown stands between a relative pronoun and its verb: whom the clause is on does not speak ("Russia, which [Boeing] estimates …")."""
    between: list[Item] = []
    for item in reversed(scene.row.items[: group.left]):
        if item.word.flags & {"rel", "comp"}:
            return bool(between) and not any(each.word.flags for each in between)
        between.append(item)
    return False


def in_words(scene: Scene, group: VerbGroup) -> tuple[tuple[str, ...], bool]:
    """Return the speaker whom the text names and nobody knows, and whether what is said stands before the verb."""
    if group.passive or not group.finite or by_pronoun(scene, group):
        return (), False
    source = behind(scene, group)
    if source:
        return (source,), True
    start, sources = before(scene, group)
    if not sources and (last := _before_aside(scene, group)) is not None:
        return before(scene, group, last)[1], False
    return sources, bool(sources) and _postposed(scene, start, group)


def _before_aside(scene: Scene, group: VerbGroup) -> int | None:
    """Return where the comma stands that opens an aside between speaker and verb ("two diplomats[,] speaking on …, said")."""
    items, left = scene.row.items, group.left - 1
    if left < 1 or items[left].low != ",":
        return None
    at = next(
        (i for i in range(left - 1, max(0, left - _ASIDE), -1) if items[i].low == "," or items[i].low in _QUOTES), 0
    )
    return at if at and items[at].low == "," else None


def by_pronoun(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a pronoun hangs on a verb as its subject ("a-t-il averti"): whoever the quotation names does not speak."""
    endings = scene.source.lexicon.language.speech.inverted
    lows = [item.low for item in scene.row.items[group.left : group.at + 1]]
    return bool(endings) and any(low.endswith(endings) for low in lows) and not group.passive


def takes_up_several(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether the pronoun that a verb of speech has as its subject stands for several ("soulignent-ils", "[They] added")."""
    items, several = scene.row.items, scene.source.lexicon.language.grammar.pronouns.get("they", ())
    before = items[group.left - 1].low if group.left else ""
    return before in several or any(
        item.low.rpartition("-")[2] in several for item in items[group.left : group.at + 1] if "-" in item.low
    )


def opens_with_pronoun(scene: Scene, group: VerbGroup, last: str) -> bool:
    """Tell whether a pronoun that fits the last speaker is the subject of a sentence, or stands behind its quotation."""
    items, at = scene.row.items, group.left - 1
    language, person = scene.source.lexicon.language, scene.source.types.get(last, "person") == "person"
    fits = language.names.pronouns_he if person else language.grammar.pronouns.get("it", ())
    if at < 0 or items[at].low not in (*fits, *language.grammar.pronouns.get("they", ())):
        return False
    return at == 0 or items[at - 1].low in _QUOTES


def recipient(scene: Scene, group: VerbGroup) -> str | None:
    """Return the medium or person spoken to ("told Reuters", "a déclaré à l'AFP")."""
    items = scene.row.items
    for index in range(group.at + 1, min(group.at + 7, len(items))):
        item = items[index]
        if item.kind == "np" and item.type == "media":
            return item.actors[0] if item.actors else None
        if item.word.flags & {"comp", "rel", "according"} or item.low in _QUOTES:
            return None  # "a dit X, [cité par] l'agence Y": not to them
    return None


def _after_clause(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a verb follows a whole clause and has a noun phrase behind it ("Israël va partir, ont rapporté la radio et X")."""
    items = scene.row.items
    after = next((i for i in items[group.at + 1 :] if i.kind != "date"), None)
    if after is None or "det" not in after.word.flags or not scene.source.lexicon.language.grammar.partitives:
        return False
    if any(g.finite and g.at > group.at for g in scene.groups):  # "X a attaqué Y, a dénoncé l'accord et s'est retiré"
        return False
    for main in scene.groups:
        who = scene.subjects.get(main.at, (None, ""))[0]
        if main.finite and main.at < group.left and who is not None and who < main.left:
            return not any(i.low == "," or i.word.flags & {"rel", "comp", "sub"} for i in items[: main.left])
    return False


def _says_on(row: Row, at: int) -> bool:
    """Tell whether what is said follows a verb of speech: then its subject stands before it."""
    after = row.items[at + 1] if at + 1 < len(row.items) else None
    return after is not None and (bool(after.word.flags & {"comp", "to"}) or after.low in _QUOTES or after.low == ":")


def _author(scene: Scene, at: int) -> int | None:
    """Return whose statement it is that says so ("said a statement by the UK")."""
    items = scene.row.items
    nouns = scene.source.lexicon.language.speech.nouns
    if not any(item.low in nouns for item in items[at + 1 : at + 4]):
        return None
    for index in range(at + 2, min(at + 10, len(items))):
        if items[index].kind == "np" and items[index].actors and items[index].prep & {"by", "from", "of", "of?"}:
            return index
        if (items[index].word.verbs and not items[index].word.nouns) or items[index].low in {".", ","}:
            return None
    return None


def issued(scene: Scene, group: VerbGroup) -> tuple[str, ...]:
    """Return whose statement it is that says something ("a statement [by X] said", "a joint statement from [X and Y] said")."""
    items, last = scene.row.items, group.left - 1
    nouns = scene.source.lexicon.language.speech.nouns
    if group.passive or last < 1:
        return ()
    if items[last].low in nouns:  # "a Kremlin statement said"
        owner = last - 1 - ("own" in items[last - 1].word.flags)
        named = owner >= 0 and items[owner].kind == "np" and items[owner].actors and not items[owner].prep
        return speaking(scene, owner) if named else ()
    head = next((i for i in range(last - 2, max(-1, last - _ISSUED), -1) if items[i].low in nouns), None)
    if head is None or not items[last].actors or not items[head + 1].word.preps & {"by", "from"}:
        return ()
    inner = items[head + 2 : last]
    if any(i.kind == "sign" or i.word.verbs or i.word.flags & {"rel", "comp", "sub"} for i in inner):
        return ()
    plain = all("det" in i.word.flags or i.kind == "np" or "and" in i.word.flags for i in inner)
    return speaking(scene, last) if plain else (words(scene, head + 2, last),)  # "from the office of X"


def _right_neighbour(row: Row, at: int) -> int | None:
    """Return the speaker that follows a verb, past a date and whom it was said to ("a déclaré aux journalistes le négociateur")."""
    for index in range(at + 1, min(at + 11, len(row.items))):
        item = row.items[index]
        if item.kind == "np" and item.actors and (not item.prep or "of?" in item.prep):
            return index
        if item.kind == "np" and item.prep and not item.prep & {"of", "by"}:
            continue  # whom it was said to, or where
        if item.kind == "np":
            return None
        opens = item.word.preps and "comp" not in item.word.flags
        if item.kind == "date" or (opens and (not item.word.preps & {"of"} or "det" in item.word.flags)):
            continue
        if item.kind != "word" or item.word.verbs or item.word.preps or item.word.flags & {"comp", "rel", "sub"}:
            return None
    return None


def _modifies(items: list[Item], at: int) -> bool:
    """Tell whether a name stands right before a source as its adjective ("…, [Myanmar] state media said")."""
    item, after = items[at], items[at + 1]
    return item.kind == "np" and not item.prep and after.form == "unnamed" and item.end + 1 == after.start


def _postposed(scene: Scene, first: int, group: VerbGroup) -> bool:
    """Tell whether a speaker and verb close the sentence (", Pompeo said on Friday."); `first` is where the speaker begins."""
    items = scene.row.items
    first -= 1
    while first >= 0 and ("det" in items[first].word.flags or _modifies(items, first)):
        first -= 1
    if first < 0 or not (items[first].low == "," or items[first].low in _QUOTES):
        return False
    verbs = {each.at for each in scene.groups}
    if any(c.at > group.at and not items[c.at].prep and c.at not in verbs for c in scene.found):
        return False  # "Tuesday, X announced the [withdrawal] of its soldiers"
    opened = end = _ends(scene, first, group)
    for index in range(group.at + 1, end):
        item = items[index]
        if item.word.flags & {"comp"} or item.low in (":", "«", "“"):
            return False
        if item.word.flags & {"rel", "sub"}:
            opened = min(opened, index)
    return not any(_tells(items, g) and group.at < g.at < opened for g in scene.groups)


def _tells(items: list[Item], group: VerbGroup) -> bool:
    """Tell whether a verb is part of what is said: finite, an infinitive, a gerund behind a preposition ("accused X [of attacking] Y")."""
    governed = group.time == "gerund" and bool(items[group.left - 1].word.preps)
    return group.finite or group.time == "infinitive" or governed


def _ends(scene: Scene, first: int, group: VerbGroup) -> int:
    """Return where a saying ends that closes a sentence, but for what is said along with it ("Y left, X said, [adding that …]")."""
    items = scene.row.items
    if "sub" in items[0].word.flags or not any(g.finite and g.at < first for g in scene.groups):
        return len(items)
    later = (g.left for g in scene.groups if g.time == "gerund" and g.left > group.at)
    return next((at for at in later if items[at - 1].low == ","), len(items))
