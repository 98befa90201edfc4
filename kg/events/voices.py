"""Who speaks whom no name stands for: "two Western officials", "the premier's office", "le bureau du procureur"."""

from kg.events.candidate import Scene
from kg.events.items import ADVERB, Item
from kg.events.lexicon import Lexicon
from kg.events.verbs import VerbGroup
from kg.events.words import plural

__all__ = ["before", "behind", "is_source", "opens_phrase", "reduced", "speaking", "words"]

_UNNAMED = "unnamed:"
_LONG = 12
"""How many items such a speaker has at most, from the first word to the verb."""
_ADJECTIVES = 3
"""How many words may stand between an article and the office or source that it opens."""
_BREAKS = frozenset({"comp", "sub", "rel", "and", "but", "according"})
_PRONOUNS = frozenset({"he", "it", "they", "nobody", "neg"})
_QUOTES = frozenset('«»“”"')
_WITHIN = frozenset("'’-‑&/")
"""Signs that stand within a name or an adjective."""


def speaking(scene: Scene, at: int) -> tuple[str, ...]:
    """Return who speaks where a noun phrase does, with its list: in its words where it may be any of its kind."""
    return tuple(dict.fromkeys(one for member in scene.row.members(at) for one in _one(scene, member)))


def _one(scene: Scene, at: int) -> tuple[str, ...]:
    item = scene.row.items[at]
    first = _first(scene.row.items, at)
    if item.form == "unnamed" or _anyone(scene, at, first):
        return (words(scene, first, _last(scene.row.items, at)),)
    return item.actors


def words(scene: Scene, first: int, last: int) -> str:
    """Return the source that the items from `first` to `last` name, in the words of the text."""
    items, text = scene.row.items, scene.source.reading.article.text
    return _UNNAMED + " ".join(text[items[first].start : items[last].end].split())


def _anyone(scene: Scene, at: int, first: int) -> bool:
    """Tell whether an office is said of any one or of some of those who hold it ("a Turkish [diplomat]", "two Hamas [officials]")."""
    items, lexicon = scene.row.items, scene.row.lexicon
    item, opener = items[at], items[first]
    if item.form not in ("office", "group") or item.type in ("person", "media") or _speaks_for(item, lexicon):
        return False
    if first < at and item.form == "office":
        return opener.low in lexicon.language.offices.some or "indef" in opener.word.flags
    counted = first < at and opener.kind == "word" and _number(opener, lexicon)
    return (counted or item.quantity is not None) and is_source(item.low, lexicon)


def _speaks_for(item: Item, lexicon: Lexicon) -> bool:
    """Tell whether an office speaks in the name of its body ("un porte-parole du Kremlin")."""
    heads = lexicon.language.offices.heads.get("spokesperson", ())
    return any(head in item.low for head in heads)


def _number(item: Item, lexicon: Lexicon) -> bool:
    """Tell whether a word counts people ("several"); one that begins any plural ("des") does not."""
    language = lexicon.language
    some = item.low in language.speech.several.get("several", ()) and "partitive" not in item.word.flags
    return some or item.low in language.quantities.number_words


def is_source(phrase: str, lexicon: Lexicon) -> bool:
    """Tell whether a phrase is of one kind of those who are quoted without a name ("a senior official", "deux diplomates")."""
    spoken = phrase.lower().split()
    return not lexicon.sources.isdisjoint(spoken) and frozenset(lexicon.language.grammar.and_).isdisjoint(spoken)


def opens_phrase(item: Item, lexicon: Lexicon) -> bool:
    """Tell whether a word opens a noun phrase."""
    return bool(item.word.flags & {"det", "poss", "indef"}) or item.kind == "quantity" or _number(item, lexicon)


def _plain(item: Item) -> bool:
    """Tell whether an item may stand in a noun phrase: a noun, an adjective, an adjective of nationality."""
    if item.kind == "np":
        return item.form == "demonym"
    return item.kind == "word" and not (item.word.verbs or item.word.preps or item.word.nouns or item.word.flags)


def _first(items: list[Item], at: int) -> int:
    """Return where the noun phrase begins that ends in an office or a source."""
    start = at
    while start > 0 and at - start < _ADJECTIVES and _plain(items[start - 1]):
        start -= 1
    if start and (items[start - 1].word.flags & {"det", "indef"} or items[start - 1].kind == "quantity"):
        return start - 1
    return start if start < at and items[start].form == "demonym" else at


def _last(items: list[Item], at: int) -> int:
    """Return where the phrase of an unnamed source ends ("une source diplomatique [turque]", "an aide [to Aoun]")."""
    if items[at].form != "unnamed":
        return at
    after = at + 1
    while after < min(len(items), at + 4) and (items[after].word.preps or "det" in items[after].word.flags):
        after += 1
    if after < len(items) and items[after].kind == "np" and not items[after].date:
        near = (
            items[after].form == "demonym" if after == at + 1 else bool(items[after].prep & {"of", "of?", "to", "in"})
        )
        return after if near else at
    named = after > at + 1 and after < len(items) and _plain(items[after]) and items[after - 1].word.preps
    return after if named else at


def before(scene: Scene, group: VerbGroup, last: int | None = None) -> tuple[int, tuple[str, ...]]:
    """Return where the speakers right before a verb of speech begin, and their words together; none where none can be told.

    Args:
        scene: the sentence.
        group: the verb.
        last: the end of the phrase, where another source that is joined to it follows ("[a diplomat] and an aide said").
    """
    items, lexicon, joined = scene.row.items, scene.row.lexicon, last is not None
    last = group.left if last is None else last
    while last and (_adverb(items, last - 1) or items[last - 1].kind == "date"):
        last -= 1
    start = last
    while start and last - start < _LONG and not _border(items[start - 1]):
        start -= 1
    if last - start >= _LONG or start == last or not _opens_phrase(items, start, last, lexicon):
        return start, ()
    head = _head(items, start, last, lexicon)
    known = head is not None and (is_source(items[head].low, lexicon) or (joined and _serves(items, head, lexicon)))
    if any(g.finite and start <= g.at < last and not (known and reduced(items, g)) for g in scene.groups):
        return start, ()
    counted = items[start].kind == "quantity" or _number(items[start], lexicon)  # "and [several times] described …"
    if not known and (head is None or joined or counted or _may_mean(group) or not _tells_on(scene, group, start)):
        return start, ()
    if known and start and "and" in items[start - 1].word.flags:
        first, others = before(scene, group, start - 1)
        start = first if others else start
    return start, (words(scene, start, last - 1),)


def _serves(items: list[Item], head: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun is an office whose holder is named behind it ("the health [minister], X, said")."""
    return items[head].kind == "word" and not lexicon.spokesmen.isdisjoint(plural(f"{items[head].low}(s)"))


def _adverb(items: list[Item], at: int) -> bool:
    """Tell whether an item is an adverb, not a noun that ends as one does ("le [gouvernement]")."""
    word = items[at].word
    return "adv" in word.flags and not (word is ADVERB and at > 0 and "det" in items[at - 1].word.flags)


def reduced(items: list[Item], group: VerbGroup) -> bool:
    """Tell whether a verb only describes the noun before it ("a person [briefed] on the talks said", "a source [close] to X")."""
    after = items[group.at + 1] if group.at + 1 < len(items) else None
    bare = group.left == group.at and not group.negated and group.time in ("past", "present", "participle")
    return bare and after is not None and bool(after.word.preps)


def _may_mean(group: VerbGroup) -> bool:
    """Tell whether a verb says of things what they mean, as well as of people what they say ("the evidence suggests")."""
    return any(s.kind in ("modality", "governor") for s in group.senses)


def _border(item: Item) -> bool:
    """Tell whether an item cannot stand within the noun phrase before a verb."""
    sign = item.kind == "sign" and item.low not in _WITHIN
    return sign or item.kind in ("date", "treaty") or bool(item.word.flags & (_BREAKS | _PRONOUNS))


def _opens_phrase(items: list[Item], start: int, last: int, lexicon: Lexicon) -> bool:
    """Tell whether a stretch begins as a noun phrase does: with an article, a number, or a name that owns what follows."""
    opener = items[start]
    if opens_phrase(opener, lexicon) and not ("demo" in opener.word.flags and last == start + 1):
        return opener.kind == "quantity" or last > start + 1
    if opener.form == "unnamed":
        return True
    owns = start + 1 < last and "own" in items[start + 1].word.flags
    return opener.kind == "np" and (owns or (opener.form == "demonym" and last > start + 1))


def _head(items: list[Item], start: int, last: int, lexicon: Lexicon) -> int | None:
    """Return the noun that such a stretch is about, or None where it is no one who speaks: an event, a text, a place."""
    stop = next((i for i in range(start + 1, last) if items[i].word.preps and not items[i].word.flags & {"det"}), last)
    inside = range(start, stop)
    head = next((i for i in inside if is_source(items[i].low, lexicon)), None)
    if head is not None:
        return head
    if any(items[i].word.preps - {"of"} for i in range(start + 1, last)):
        return None
    named = items[stop - 1]
    if named.word.nouns or named.actors or named.place or named.low in lexicon.language.speech.texts:
        return None
    return (
        stop - 1 if named.kind in ("word", "np") and not any(i.form == "pronoun" for i in items[start:last]) else None
    )


def _tells_on(scene: Scene, group: VerbGroup, start: int) -> bool:
    """Tell whether a verb says something whole: a quotation or a clause before it, or a clause behind it."""
    items = scene.row.items
    if start and (items[start - 1].low in _QUOTES or items[start - 1].low == ","):
        return True
    after = items[group.at + 1 : group.at + 4]
    if any("comp" in item.word.flags or item.low in _QUOTES or item.low == ":" for item in after):
        return True
    ahead = next((g for g in scene.groups if g.at > group.at), None)
    between = items[group.at + 1 : ahead.left] if ahead is not None and ahead.finite else []
    return bool(between) and not any(item.kind == "sign" or item.word.flags & {"rel", "sub"} for item in between)


def behind(scene: Scene, group: VerbGroup) -> str:
    """Return the speaker right behind a verb that follows what is said ("…, a indiqué [le bureau du procureur]")."""
    items, lexicon, start = scene.row.items, scene.row.lexicon, group.at + 1
    if not group.left or not (items[group.left - 1].low == "," or items[group.left - 1].low in _QUOTES):
        return ""
    if any(" " in s.lemma for s in group.senses if s.kind == "speech"):
        return ""  # "the accord, signed in Geneva, calls for [all troops] to leave"
    while start < len(items) and ("adv" in items[start].word.flags or items[start].kind == "date"):
        start += 1
    if start >= len(items) or not opens_phrase(items[start], lexicon) or items[start].word.flags & _PRONOUNS:
        return ""
    end = start + 1
    while end < len(items) and end - start < _LONG and _in_phrase(items, end):
        end += 1
    end -= bool(end < len(items) and items[end - 1].word.preps)
    several = end > start + 1 or items[start].kind == "quantity"  # "[two diplomats]" are one item
    return words(scene, start, end - 1) if several and _head(items, start, end, lexicon) is not None else ""


def _in_phrase(items: list[Item], at: int) -> bool:
    """Tell whether an item goes on with a noun phrase that an article opened ("les agences de [presse] russes")."""
    item, opener = items[at], items[at - 1].word
    named = "of" in opener.preps or "det" in opener.flags
    return not _border(item) and (named or not item.word.verbs) and (not item.word.preps or "of" in item.word.preps)
