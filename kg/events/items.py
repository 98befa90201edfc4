"""One sentence as a row of items: actors, dates, numbers, known words and signs, with prepositions and lists worked out.

Sentence --items--> Row: what stands where, which preposition governs each noun phrase, which ones form a list
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import msgspec

from kg.events.lexicon import Lexicon, Word, frames
from kg.events.times import of_a_person, opening
from kg.model import Date, Mention, Quantity, Reading, Sentence

__all__ = ["ADVERB", "NOTHING", "Item", "Row", "Source", "govern", "rows"]

_ENDS = frozenset({"to", "and", "rel", "comp", "sub", "neg"})
"""Flags of words across which no preposition governs a noun phrase."""
_COUNTED = frozenset(unit for frame in frames().values() for unit in frame.quantity)
"""Units that some event counts; any other number stands as the words it is made of."""
NOTHING = Word()
"""What a word is that the language file lacks."""
ADVERB = Word({"adv"})
_NOUN_LIKE = frozenset({"pres", "inf", "ger"})
"""Tenses whose forms a noun may share ("talks", "meeting")."""
_HYPHENS = frozenset("-–‑/")
_MARKED = frozenset({"headed", "unnamed"})
"""Flags of words that are told apart by what stands around them."""
_PART = frozenset({"part"})
"""The slot of a name within an adjective: no role takes it."""
_BOUNDS = 8
"""How far behind "between" a land may stand that bounds another."""
_BESIDE = 3
"""How many noun phrases one number may touch."""


class Item(msgspec.Struct):
    """One thing in a sentence.  kind: np (actors or a place), treaty (a named agreement), date, quantity, word, sign."""

    kind: Literal["np", "treaty", "date", "quantity", "word", "sign"]
    start: int
    end: int
    low: str
    word: Word = NOTHING
    actors: tuple[str, ...] = ()
    place: str | None = None
    form: str = ""
    type: str = ""
    agreement: str | None = None
    literal: str | None = None
    """The place that a metonym names."""
    date: Date | None = None
    quantity: Quantity | None = None
    prep: frozenset[str] = frozenset()
    """Slots of the preposition that governs it; empty for a subject or object."""
    raw: str = ""
    """The preposition as it stands."""
    partitive: bool = False
    """True where the preposition may be an article ("rencontrer [des] négociateurs")."""
    owner: int | None = None
    """Index of the noun a chain of `of` hangs on, where that is an event noun."""
    group: int = -1


@dataclass
class Row:
    """A sentence as items."""

    sentence: Sentence
    items: list[Item]
    lexicon: Lexicon
    groups: list[list[int]] = field(default_factory=list)

    @cached_property
    def names(self) -> list[int]:
        """Where actors and places stand, once it is known who is only named to say whose others are."""
        return [at for at, item in enumerate(self.items) if item.kind == "np"]

    @cached_property
    def verbs(self) -> list[int]:
        """Where words stand that may be verbs."""
        return [at for at, item in enumerate(self.items) if item.word.verbs]

    @cached_property
    def dates(self) -> list[int]:
        """Where dates stand."""
        return [at for at, item in enumerate(self.items) if item.date is not None]

    @cached_property
    def quantities(self) -> list[int]:
        """Where numbers stand that some event counts."""
        return [at for at, item in enumerate(self.items) if item.quantity is not None]

    @cached_property
    def commas(self) -> list[int]:
        """Where commas stand."""
        return [at for at, item in enumerate(self.items) if item.low == ","]

    def members(self, index: int) -> list[int]:
        """Return the indexes of the list that an item belongs to, itself included."""
        group = self.items[index].group
        return self.groups[group] if group >= 0 else [index]

    def actors(self, index: int) -> tuple[str, ...]:
        """Return the actors of an item and of the list that it belongs to, in text order."""
        return tuple(dict.fromkeys(actor for member in self.members(index) for actor in self.items[member].actors))


@dataclass(slots=True)
class Source:
    """What all sentences of one article are read from."""

    reading: Reading
    lexicon: Lexicon
    types: dict[str, str]
    """Actor type by actor id."""
    posted: frozenset[str] = frozenset()
    """Missions of a body of states: it belongs to none, so one that has a land is posted there."""


def _outermost(mentions: Sequence[Mention]) -> list[tuple[int, int, list[Mention]]]:
    """Return the mentions that act, those with equal offsets together; nested ones are left out."""
    out: list[tuple[int, int, list[Mention]]] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if out and mention.start < out[-1][1]:
            if (mention.start, mention.end) == out[-1][:2]:
                out[-1][2].append(mention)
            continue
        out.append((mention.start, mention.end, [mention]))
    return out


def _marked(source: Source) -> list[Item]:
    """Return the items of mentions, dates and quantities of the whole article, without overlaps, in text order."""
    reading = source.reading
    found: list[Item] = []
    for start, end, mentions in _outermost(reading.mentions):
        actors = tuple(dict.fromkeys(m.actor for m in mentions if m.actor and m.agreement is None))
        first = mentions[0]
        agreement = next((m.agreement for m in mentions if m.agreement), None)
        kind: Literal["np", "treaty"] = "treaty" if agreement else "np"
        place = next((m.place for m in mentions if m.place), None)
        item = Item(kind, start, end, first.text.lower(), actors=actors, place=place, form=first.form, type=first.type)
        item.agreement = agreement
        item.literal = next((m.literal for m in mentions if m.literal), None)
        found.append(item)
    phrases = [i for i in found if i.kind == "np"]
    taken, starts = [(i.start, i.end) for i in found], [i.start for i in phrases]
    for date in reading.dates:
        if not _inside(taken, date.start, date.end) and not of_a_person(reading, date):
            start = opening(reading.article.text, date, source.lexicon)
            found.append(Item("date", start, date.end, date.text.lower(), date=date))
    taken = sorted((i.start, i.end) for i in found)
    for quantity in reading.quantities:
        if quantity.unit not in _COUNTED:
            continue
        if not _inside(taken, quantity.start, quantity.end):
            found.append(Item("quantity", quantity.start, quantity.end, quantity.text.lower(), quantity=quantity))
        else:
            at = bisect_left(starts, quantity.end)  # "2,000 American troops": inside the phrase of the actor
            for item in (one for one in phrases[max(0, at - _BESIDE) : at] if quantity.start < one.end):
                item.quantity = quantity
    return sorted(found, key=lambda i: i.start)


def _inside(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_left(taken, (start, -1))
    return any(s < end and start < e for s, e in taken[max(0, at - 1) : at + 2])


def rows(source: Source, arrange: Callable[[list[Item], str, Lexicon], list[Item]]) -> list[Row]:
    """Return the sentences of an article as rows of items, each put in the expected order by `arrange`."""
    marked = _marked(source)
    starts = [i.start for i in marked]
    people, borders = source.lexicon.people, source.lexicon.language.grammar.objects.get("borders", ())
    out = []
    for sentence in source.reading.sentences:
        inside = marked[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        items = arrange(_lay_out(source, sentence, inside), source.reading.article.text, source.lexicon)
        row = Row(sentence, items, source.lexicon)
        for index, item in [pair for pair in enumerate(row.items) if _governed(pair[1])]:
            if _governed(item):
                govern(row.items, index)
            if "from" in item.prep and (sent := _sent(row.items, index, people)):
                item.prep = frozenset()
                if sent.form == "unnamed":  # "top [officials] from both countries met": they act for them
                    sent.kind, sent.actors, sent.form, sent.word = "word", (), "", NOTHING
            if item.kind == "np" and _compounded(row.items, index, source.lexicon):
                item.place, item.prep = None, _PART
                if row.items[index + 2].word.verbs:  # "EU-[mediated] talks"
                    row.items[index + 2].word = NOTHING
            if "between" in item.prep and _bounds(row.items, index, borders):
                item.prep = _PART
        out.append(row)
    return out


def _governed(item: Item) -> bool:
    """Tell whether a preposition may govern an item."""
    return item.kind in ("np", "treaty", "quantity") or bool(item.word.nouns)


def _bounds(items: list[Item], index: int, borders: tuple[str, ...]) -> bool:
    """Tell whether a land only says which border is meant ("near the border between Niger and [Burkina Faso]")."""
    at = next((i for i in range(index - 1, max(-1, index - _BOUNDS), -1) if "between" in items[i].word.preps), 0)
    return at > 0 and items[at - 1].low in borders


def _compounded(items: list[Item], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a name is the first part of an adjective ("a [China]-brokered deal", "the [Somalia]-based group")."""
    if at + 2 >= len(items) or items[at + 2].kind != "word" or items[at + 1].low not in _HYPHENS:
        return False
    close = items[at].end == items[at + 1].start and items[at + 1].end == items[at + 2].start
    return close and items[at + 2].low.endswith(lexicon.language.grammar.adjective_endings)


def _lay_out(source: Source, sentence: Sentence, inside: list[Item]) -> list[Item]:
    """Return the marked items of a sentence with the words and signs between them."""
    text = source.reading.article.text
    items: list[Item] = []
    at = sentence.start
    for mark in [*inside, None]:
        stop = mark.start if mark else sentence.end
        title = source.lexicon.titles.search(text, at, stop) if mark and mark.type == "person" else None
        _words(text, at, title.start() if title else stop, source.lexicon, items, mark)
        if mark:
            items.append(mark)
            at = max(at, mark.end)
    return items


def _words(text: str, start: int, stop: int, lexicon: Lexicon, items: list[Item], mark: Item | None) -> None:
    """Add the words and signs of a stretch of text to the items of its sentence; `mark` is what follows it."""
    found = [m.span() for m in lexicon.token.finditer(text, start, stop)]
    lows = _lower(text, start, stop, found)
    if found and not items and text[slice(*found[0])] == "A":
        lows = lexicon.accented(lows)
    at, known, last = 0, lexicon.words, len(found)
    while at < last:
        alone, phrases = known[low := lows[at]]
        if alone is not None and not (phrases or alone.flags & _MARKED):
            items.append(Item("word", *found[at], low, alone))
            at += 1
            continue
        if alone is None and not phrases and "-" not in low:
            items.append(_unknown(*found[at], low, lexicon, items))
            at += 1
            continue
        size, word = lexicon.match(lows, at) or (1, NOTHING)
        if word is NOTHING and "-" in lows[at]:  # "déclare-t-il"
            size, word = lexicon.match([lows[at].partition("-")[0]], 0) or (1, NOTHING)
            turned = lows[at].endswith(lexicon.language.speech.inverted)  # not "last-minute"
            word = word if word.verbs and size == 1 and turned else NOTHING
            size = 1
        if "headed" in word.flags and items and items[-1].word.auxiliary:
            size, word = 1, known[low][0] or NOTHING  # "ont été [menées] par X"
        if size > 1 and word.verbs and (noun := _as_noun(lows, at, size, word, items, lexicon)) is not None:
            size, word = 1, noun
        elif (
            size == 2 and word.verbs and mark is not None and lexicon.loose(lows[at + 1 :], word, mark.kind, mark.type)
        ):
            size, word = 1, known[low][0] or NOTHING
        begin, end = found[at][0], found[at + size - 1][1]
        low = low if size == 1 else " ".join(lows[at : at + size])
        if "unnamed" in word.flags:
            items.append(
                Item("np", begin, end, low, word, (f"unnamed:{text[begin:end]}",), form="unnamed", type="population")
            )
        else:
            new = word is NOTHING
            items.append(_unknown(begin, end, low, lexicon, items) if new else Item("word", begin, end, low, word))
        at += size


def _lower(text: str, start: int, stop: int, found: list[tuple[int, int]]) -> list[str]:
    """Return tokens in lower case: cut from a stretch lowered at once, where no letter of it changes its length."""
    whole = text[start:stop].lower().replace("’", "'")
    if len(whole) == stop - start:
        return [whole[a - start : b - start] for a, b in found]
    return [text[a:b].lower().replace("’", "'") for a, b in found]


def _as_noun(lows: list[str], at: int, size: int, phrase: Word, items: list[Item], lexicon: Lexicon) -> Word | None:
    """Return the first word of a verb phrase as the noun that it is ("cancelled a [meeting] with X", "in [clashes] with X")."""
    alone = lexicon.words[lows[at]][0]
    tenses = {tense for _, tense in phrase.verbs}
    if alone is None or not alone.nouns or not tenses <= _NOUN_LIKE:
        return None
    before = items[-1] if items else None
    if tenses != {"ger"}:
        if lexicon.language.grammar.partitives or lexicon.language.grammar.word_order is not None:
            return None
        after = lexicon.words[lows[at + size]][0] if at + size < len(lows) else None
        aim = after is not None and lexicon.is_marker(lows[at + size - 1]) and any(t == "inf" for _, t in after.verbs)
        return alone if aim or _before_noun(before, plural=lows[at].endswith("s")) else None
    if before is not None and before.kind == "word" and before.word is NOTHING and len(items) > 1:
        before = items[-2]
    owned = before is not None and (bool(before.word.flags & {"det", "poss", "own"}) or before.low in ("'s", "'"))
    return alone if owned else None


def _before_noun(before: Item | None, *, plural: bool) -> bool:
    """Tell whether a form that may be a noun or a verb in the present is a noun behind an item ("after [talks] with X")."""
    if before is None or before.kind in ("date", "quantity", "sign"):
        return True
    if before.kind != "word":
        return before.form == "demonym"
    flags = before.word.flags
    if flags & {"to", "rel", "neg", "comp", "he", "it", "they"} - ({"comp"} if flags & {"det"} else set()):
        return False
    if flags & {"det", "poss", "own", "and", "upcoming", "ended", "all"} or before.word.preps:
        return True
    if "adv" in flags or any(s.kind in ("aux", "modality") for s, _ in before.word.verbs):
        return False
    return plural


def _unknown(start: int, end: int, low: str, lexicon: Lexicon, before: Sequence[Item]) -> Item:
    """Return a word that the language file lacks, or a sign: an adverb by its ending, where no article makes it a noun."""
    adverb = len(low) > 5 and low.endswith(lexicon.adverbs)
    noun = adverb and lexicon.language.grammar.adverb_like_nouns and before and "det" in before[-1].word.flags
    return Item("word" if low[0].isalnum() else "sign", start, end, low, ADVERB if adverb and not noun else NOTHING)


def govern(items: list[Item], index: int) -> None:
    """Work out the preposition of a noun phrase; a chain of `of` looks through the plain nouns it hangs on."""
    item = items[index]
    unknown, at, of_seen, new = 0, index - 1, False, False
    while at >= 0:
        other = items[at]
        flags = other.word.flags
        if "own" in flags and at and items[at - 1].kind == "np":  # "of Colombia's president": look past the owner
            at -= 2
            continue
        if other.kind == "quantity":
            if of_seen and not unknown:  # "7,000 fighters of the rebels": they are who acts
                item.prep = frozenset({"of?"})
                return
            at -= 1
            continue
        if other.kind in ("sign", "date", "treaty", "np"):
            break
        if other.word.preps:
            slots = frozenset(other.word.preps)
            if "of" not in slots:
                if not ("rel" in flags and _acts(items, index)):
                    item.prep, item.raw = slots, other.low
                return
            if "det" in flags and "partitive" in flags and (at == 0 or _opens(items, at - 1)):
                return  # "Des soldats ont …": an article
            if at and {"det", "indef"} <= items[at - 1].word.flags:
                return  # "two of the groups", "deux des groupes": some of them act themselves
            if not of_seen:
                item.raw, item.partitive = other.low, "partitive" in flags
            of_seen = True
            unknown, new = 0, False
        elif flags & _ENDS or (other.word.verbs and not other.word.nouns):
            break
        elif other.word.nouns and of_seen:
            item.prep, item.owner = frozenset({"of"}), at
            return
        elif other.word.nouns:
            if "own" in items[at + 1].word.flags:
                break
            return
        elif "det" in flags:
            new = True
        elif "adv" not in flags:
            unknown += 1
            if unknown > 3 or new:  # "sur X [le secrétaire général]": an article begins another phrase
                break
        at -= 1
    if of_seen:
        item.prep = frozenset({"of"}) if unknown == 0 else frozenset({"of?"})


def _acts(items: list[Item], at: int) -> bool:
    """Tell whether a verb stands right behind a name ("la trêve, dont [Paris] a salué la signature"): it is a subject."""
    behind = items[at + 1].word if at + 1 < len(items) else None
    finite = behind is not None and any(tense not in ("part", "inf", "ger") for _, tense in behind.verbs)
    return behind is not None and (finite or bool(behind.flags & {"refl", "ne"}))


def _sent(items: list[Item], index: int, people: frozenset[str]) -> Item | None:
    """Return those who act for where they are from ("Gaza [mediators] from Qatar met")."""
    at = next((i for i in range(index - 1, max(-1, index - 4), -1) if "from" in items[i].word.preps), 0)
    return items[at - 1] if at > 0 and items[at - 1].low.rpartition(" ")[2] in people else None


def _opens(items: list[Item], at: int) -> bool:
    """Tell whether a clause begins behind an item: behind a phrase that opens the sentence, too ("Selon X, des …")."""
    first = bool(items[0].word.preps or "according" in items[0].word.flags)
    leading = first and items[at].low == "," and not any(item.word.verbs for item in items[:at])
    return leading or items[at].low in ":;«“" or bool(items[at].word.flags & {"comp", "sub"})
