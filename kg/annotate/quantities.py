"""Finds numbers with what they count: figures and spelled numbers, comparators, ranges, and the noun that follows."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import msgspec

from kg.lang import Language
from kg.lang.quantities import Quantities
from kg.model import Article, Date, Quantity, Sentence

__all__ = ["find", "spans"]

_WORD = re.compile(r"[\s-]*((?:[A-Z]\.){2,}|[^\W\d_]+|[^\w\s-])['’]?")
_SPACES = " \u00a0\u202f"
_MODIFIERS = 4
_PHRASE = 3
_BEFORE = re.compile(r"[^\s\-(\[«“\"]+")
_PHRASE_BEFORE = 5
_NEAR = 40
_LARGE = 20
_CROWD = 100
_HEAD_REACH = 90


class _Number(msgspec.Struct, frozen=True):
    """A number in the text, with the words of comparison before it."""

    start: int
    end: int
    first: int
    value: float
    low: float | None = None
    high: float | None = None
    comparator: str | None = None
    symbol: str | None = None
    opened: int | None = None
    """Where the word begins that may open a range ("entre")."""
    scaled: float = 1.0


def _either(phrases: Iterable[str]) -> str:
    """Return a pattern of any of the phrases, longest first, with any white space or hyphen between words."""
    listed = sorted(set(phrases), key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"[\s-]+").replace("'", "['’]") for phrase in listed) or "(?!)"


class _Endings:
    """Phrases that may stand at the end of a text."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self.phrases = frozenset(map(_key, phrases))
        self.last = frozenset(phrase.rpartition(" ")[2] for phrase in self.phrases)

    def find(self, text: str) -> tuple[int, str] | None:
        """Return where the longest of the phrases that end the text begins, and the phrase."""
        starts, last = _ends(text)
        if last not in self.last:
            return None
        keys = ((start, _key(text[start:])) for start in starts)
        return next((one for one in keys if one[1] in self.phrases), None)


@lru_cache(maxsize=16)
def _ends(text: str) -> tuple[list[int], str | None]:
    """Return where the last words of a text begin, and the last of them."""
    words = list(_BEFORE.finditer(text))[-_PHRASE_BEFORE:]
    return [word.start() for word in words], _key(words[-1][0]) if words else None


class _Compiled:
    """`[quantities]` of one language, compiled."""

    def __init__(self, words: Quantities) -> None:
        self.words = words
        self.units = {_key(phrase): unit for unit, phrases in words.units.items() for phrase in phrases}
        self.heads = {_key(phrase): unit for unit, phrases in words.heads.items() for phrase in phrases}
        self.before = {_key(form): name for name, forms in words.comparators.items() for form in forms}
        self.after = {_key(form): name for name, forms in words.comparators_after.items() for form in forms}
        self.vague = {_key(form): bounds for form, bounds in words.vague.items()}
        self.collectives = {_key(form): value for form, value in words.collectives.items()}
        self.scales = {_key(form): value for form, value in words.scales.items()}
        self.linking, self.modifiers = frozenset(words.linking), frozenset(words.modifiers)
        self.stops, self.articles = frozenset(words.stops), frozenset(words.articles)
        self.crowds = frozenset(words.crowds)
        self.number = self._number()
        self.comparator_after = re.compile(rf"[\s,]*({_either(self.after)})(?!\w)", re.IGNORECASE)
        self.link = re.compile(rf"\s*(?:{_either(words.range_links)})\s*", re.IGNORECASE)
        self.between = re.compile(rf"\s*(?:{_either(words.between_links)})\s*", re.IGNORECASE)
        self.shared = re.compile(rf"\s*(?:{_either(words.shared)})\s*", re.IGNORECASE)
        self.opens = frozenset(map(_key, words.range_opens))
        self.comparing = _Endings([*self.before, *words.range_opens])
        self.labels = _Endings(words.labels)
        self.particles = _Endings(words.particles)
        self.head_links = _Endings(words.head_links)
        self.head = re.compile(rf"(?<!\w)({_either(self.heads)})(?!\w)", re.IGNORECASE)
        self.change = re.compile(rf"(?<!\w)(?:{_either(words.changes)})", re.IGNORECASE)

    def _number(self) -> re.Pattern[str]:
        words = self.words
        separator = f"[{re.escape(words.thousands)} ]"
        figures = rf"\d{{1,3}}(?:{separator}\d{{3}})+(?:{re.escape(words.decimal)}\d+)?(?!\d)|\d+(?:[.,]\d+)?"
        single = _either(words.number_words)
        joiner = rf"(?:[\s-]+(?:{_either(words.joiners)}))?" if words.joiners else ""
        article = rf"(?:{_either(words.articles)})(?=[\s-]+(?:{_either(words.scales)})(?!\w))"
        spelled = rf"{article}|(?:{single})(?:{joiner}[\s-]+(?:{single})){{0,12}}"
        signs = _either(words.symbols)
        return re.compile(
            rf"(?<![\w.,/:+])(?P<sign>{signs})?\s?"
            rf"(?:(?P<vague>{_either(words.vague)})|(?P<collective>{_either(words.collectives)})"
            rf"|(?P<figures>{figures})|(?P<spelled>{spelled}))"
            rf"(?:[\s-]?(?P<scale>{_either(words.scales)})(?!\w))?"
            rf"(?:\s?(?P<sign_after>{signs}))?(?![\w+°]|[.,:/]\d)",
            re.IGNORECASE,
        )


_compiled = lru_cache(maxsize=16)(_Compiled)


def _value(match: re.Match[str], rules: _Compiled, code: str) -> float | None:
    """Return the number of a match, before its scale."""
    words = rules.words
    figures = match["figures"]
    if figures:
        bare = "".join(one for one in figures if one not in _SPACES)
        head, point, tail = bare.rpartition(words.decimal)
        if point and head.isdigit() and (len(tail) != _PHRASE or match["scale"]):
            return float(f"{head}.{tail}")
        groups = re.split(r"[^\d]", bare)
        if len(groups) == 2 and len(groups[1]) < _PHRASE:
            return float(".".join(groups))
        return float("".join(groups))
    if match["collective"]:
        return rules.collectives[_key(match["collective"])]
    text = _key(match["spelled"])
    if text in rules.articles and not match["scale"]:
        return None
    return 1.0 if text in rules.articles else _spelled(text, code)


@lru_cache(maxsize=1024)
def _spelled(text: str, code: str) -> float | None:
    """Return the number that words spell."""
    from text_to_num import text2num

    try:
        return float(text2num(text, code))
    except ValueError:
        return None


def _key(phrase: str) -> str:
    return " ".join(phrase.lower().replace("’", "'").replace("-", " ").split())


def _scale(match: re.Match[str], rules: _Compiled) -> float:
    return rules.scales[_key(match["scale"])] if match["scale"] else 1.0


def _numbers(text: str, start: int, end: int, rules: _Compiled, code: str) -> Iterator[_Number]:
    words = rules.words
    for match in rules.number.finditer(text, start, end):
        first = match.start() + (len(match[0]) - len(match[0].lstrip()))
        before = text[max(start, first - _NEAR) : first]
        if before.endswith(("-", "n°", "#")) or rules.labels.find(before):
            continue
        symbol = words.symbols.get(match["sign"] or match["sign_after"] or "")
        scale = _scale(match, rules)
        low: float | None = None
        high: float | None = None
        comparator: str | None = None
        if match["vague"]:
            low, high = rules.vague[_key(match["vague"])]
            value: float | None = low
        else:
            value = _value(match, rules, code)
            comparator = "about" if match["collective"] else None
        if value is None:
            continue
        opening = first
        opened = None
        while (compared := rules.comparing.find(before)) and not rules.particles.find(before):
            place, phrase = compared
            if phrase in rules.opens:
                opened = opening - (len(before) - place)
                break
            opening -= len(before) - place
            comparator = rules.before[phrase]
            before = before[:place]
        if low is not None and high is not None:
            low, high = low * scale, high * scale
        yield _Number(first, match.end(), opening, value * scale, low, high, comparator, symbol, opened, scale)


def _paired(numbers: Sequence[_Number], text: str, start: int, rules: _Compiled) -> Iterator[_Number]:
    """Yield the numbers, two ends of a range as one."""
    place = 0
    while place < len(numbers):
        one = numbers[place]
        other = numbers[place + 1] if place + 1 < len(numbers) else None
        place += 1
        if other is None or other.low is not None or one.low is not None:
            yield one
            continue
        between = text[one.end : other.start]
        linked = rules.between.fullmatch(between) if one.opened is not None else rules.link.fullmatch(between)
        low = one.value * other.scaled if one.scaled == 1.0 and one.value < 1000 else one.value
        if not linked or low >= other.value or other.comparator or _changes(text, start, one.first, rules):
            yield one
            continue
        place += 1
        first = one.first if one.opened is None else one.opened
        yield _Number(one.start, other.end, first, low, low, other.value, one.comparator, one.symbol or other.symbol)


def _changes(text: str, start: int, end: int, rules: _Compiled) -> bool:
    return bool(rules.change.search(text, max(start, end - _HEAD_REACH), end))


def _unit(words: Sequence[tuple[str, int]], index: int, rules: _Compiled) -> tuple[str, int] | None:
    """Return the unit that the words from an index on name, and the index behind them."""
    for length in range(min(_PHRASE, len(words) - index), 0, -1):
        unit = rules.units.get(" ".join(one for one, _ in words[index : index + length]).lower())
        if unit:
            return unit, index + length
    return None


def _noun(text: str, number: _Number, end: int, rules: _Compiled) -> tuple[str, int] | None:
    """Return the unit named behind a number and where its noun ends."""
    words: list[tuple[str, int]] = []
    place = number.end
    while place < end and len(words) < _MODIFIERS + _PHRASE + 2 and (match := _WORD.match(text, place, end)):
        words.append((match[1], match.end(1)))
        place = match.end()
    modifiers = unknown = 0
    for index, (word, _) in enumerate(words):
        found = _unit(words, index, rules)
        while found and rules.words.head_last and (better := _unit(words, found[1], rules)):
            found = better
        if found:
            few = number.value < _CROWD and word.lower() in rules.crowds
            return "persons" if few else found[0], words[found[1] - 1][1]
        lower = word.lower()
        if lower in rules.linking and number.value != 1:  # "one of the delegates" counts nobody
            continue
        modifiers += 1
        if modifiers > _MODIFIERS or not word[0].isalpha() or lower in rules.stops:
            return None
        if word[0].islower() and lower not in rules.modifiers:
            unknown += 1
            if unknown > rules.words.unknown_modifiers:
                return None
    return None


def _head(text: str, start: int, number: _Number, rules: _Compiled) -> str | None:
    """Return the unit of a noun before the number ("troop levels to 2,500")."""
    if not rules.head_links.find(text[max(start, number.first - _NEAR) : number.first]):
        return None
    found = None
    for match in rules.head.finditer(text, max(start, number.first - _HEAD_REACH), number.first):
        found = rules.heads[_key(match[1])]
    return found


def _bare(text: str, number: _Number, end: int, rules: _Compiled) -> bool:
    """Tell whether a number stands without a noun, and is large enough to count people or things named before."""
    figures = text[number.start : number.end]
    if number.value < _LARGE or number.symbol or (figures.isdigit() and len(figures) == 4):
        return False
    following = _WORD.match(text, number.end, end)
    return following is None or not following[1][0].isalpha() or following[1].lower() in rules.stops


class _Reader:
    """Reads the quantities of one sentence after another; remembers what was counted last."""

    def __init__(self, rules: _Compiled, code: str) -> None:
        self.rules = rules
        self.code = code
        self.counted: str | None = None

    def read(self, text: str, start: int, end: int) -> Iterator[Quantity]:
        """Yield the quantities of one sentence."""
        rules = self.rules
        numbers = list(_paired(list(_numbers(text, start, end, rules, self.code)), text, start, rules))
        nouns = [_noun(text, one, end, rules) if one.symbol is None else None for one in numbers]
        units = self._units(numbers, nouns, text, start)
        for number, noun, shared in zip(numbers, nouns, units, strict=True):
            unit = shared or (self.counted if _bare(text, number, end, rules) else None)
            if unit is None:
                continue
            self.counted = unit if unit in rules.words.carried else self.counted
            stop, comparator = noun[1] if noun else number.end, number.comparator
            after = rules.comparator_after.match(text, number.end, end) or rules.comparator_after.match(text, stop, end)
            if after:
                comparator, stop = rules.after[_key(after[1])], max(stop, after.end())
            first = number.first
            yield Quantity(first, stop, text[first:stop], number.value, unit, number.low, number.high, comparator)

    def _units(
        self, numbers: Sequence[_Number], nouns: Sequence[tuple[str, int] | None], text: str, start: int
    ) -> list[str | None]:
        """Return what the numbers count: the noun behind, or that of the number to which one is tied."""
        rules = self.rules
        units = [one.symbol or (noun[0] if noun else None) for one, noun in zip(numbers, nouns, strict=True)]
        for place in reversed(range(len(numbers) - 1)):  # "from 4,500 to 2,500 troops"
            if units[place] is None and rules.shared.fullmatch(text[numbers[place].end : numbers[place + 1].first]):
                units[place] = units[place + 1]
        for place, number in enumerate(numbers):
            if units[place] is not None:
                continue
            units[place] = _head(text, start, number, rules)
            if units[place] is None and place:  # "8,600 troops from 13,000"
                noun = nouns[place - 1]
                behind = noun[1] if noun else numbers[place - 1].end
                tied = behind <= number.first and rules.shared.fullmatch(text[behind : number.first])
                units[place] = units[place - 1] if tied else None
        return units


def spans(
    text: str, pieces: Iterable[tuple[int, int]], language: Language, taken: Sequence[tuple[int, int]] = ()
) -> Iterator[Quantity]:
    """Yield the quantities of the stretches of a text; numbers in one of the sorted spans `taken` are left out."""
    rules = _compiled(language.quantities)
    reader = _Reader(rules, language.code)
    starts = [start for start, _ in taken]
    behind = 0
    for start, end in pieces:
        if "\n" in text[behind:start]:
            reader.counted = None
        behind = end
        for found in reader.read(text, start, end):
            place = bisect_right(starts, found.end - 1) - 1
            if place < 0 or taken[place][1] <= found.start:
                yield found


def find(
    article: Article, sentences: Iterable[Sentence], dates: Iterable[Date], language: Language
) -> tuple[Quantity, ...]:
    """Return the quantities of the sentences, in text order, without the numbers of dates."""
    pieces = [(one.start, one.end) for one in sentences]
    taken = sorted((one.start, one.end) for one in dates)
    return tuple(spans(article.text, pieces, language, taken))
