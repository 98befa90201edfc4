"""Compiles `[dates]` of a language file, so that a sentence is searched as a short string of codes.

Every word of the forms becomes one character, and the forms become regular expressions over such characters.
"""

import re
from functools import lru_cache
from itertools import product

import msgspec

from kg.annotate.dates_tokens import OTHER, SHAPES, Tokens, shape_of, tokenizer
from kg.errors import DataError
from kg.lang.dates import DateRule, Dates

__all__ = ["Grammar", "Rule", "grammar"]

_NARROWED = frozenset({"plain_month", "plain_weekday", "ordinal_day", "figure_day", "bare_day", "ordinal_figure_day"})
_LISTED = frozenset({"unit", "month", "weekday"})
_COSTS = {1: 1000, 2: 1000, 3: 20}
_CUE = re.compile(r"[^\W\d_]+|\d")
_FIRST_WORD = 0xF0100
_KEPT = 32768
"""Words whose codes are kept."""
_FORM = re.compile(r"\\.|\{[\w:]+\}|[\[\]()|]|[^\s\[\](){}|\\]+")
_ENDING = re.compile(r"([^\W\d_]+)\[([^\W\d_]+)\]")
_WORD = re.compile(r"[^\W\d_]+|\d+|[^\w\s'’-]")


class Rule(msgspec.Struct, frozen=True):
    """A rule with its compiled form and the code sequences that must or must not stand beside it."""

    data: DateRule
    pattern: re.Pattern[str]
    after: tuple[str, ...]
    unless_after: tuple[str, ...]
    unless_before: tuple[str, ...]
    only_before: tuple[str, ...]
    unless_near: frozenset[str]


class _Part(msgspec.Struct, frozen=True):
    """A piece of a form: its regular expression, the codes it may begin with, whether it may be empty.

    `needs` are codes of which any text that fits holds at least one; they are chosen to be few and rare.
    """

    regex: str
    first: frozenset[str]
    needs: frozenset[str]
    empty: bool = False


def _pieces(form: str) -> list[str]:
    """Cut a form into words, slots and brackets; "an[s]" is "an" or "ans"; a backslash makes a bracket a sign."""
    return _FORM.findall(_ENDING.sub(r"(\1|\1\2)", form))


def _words(piece: str) -> list[str]:
    return [piece[-1]] if piece[0] == "\\" or piece == "-" else _WORD.findall(piece)


class Grammar:
    """`[dates]` of one language, compiled."""

    def __init__(self, words: Dates) -> None:
        self.words = words
        self._codes: dict[str, str] = {}
        self._spelled: dict[str, str] = {}
        for rule in words.rules:
            for piece in _pieces(rule.form):
                if piece.isdigit():  # a number in a form has a code of its own, which every slot must know
                    self._code(piece)
        self._token = tokenizer(words)
        self._capital_only: frozenset[str] = frozenset()
        self.months = self._numbered(words.months)
        self.weekdays = self._numbered(words.weekdays)
        self.units = {code: unit for unit, forms in words.units.items() for code in self.sequences(forms)}
        self.seasons = {code: name for name, forms in words.seasons.items() for code in self.sequences(forms)}
        self.counts = {
            code: count
            for form, count in {**words.counts, **words.vague_counts}.items()
            for code in self.sequences((form,))
        }
        self.vague = frozenset(self.sequences(tuple(words.vague_counts)))
        self.ordinals = {code: count for form, count in words.ordinals.items() for code in self.sequences((form,))}
        self.holidays = {code: value for form, value in words.holidays.items() for code in self.sequences((form,))}
        self.edges = {code: name for name, forms in words.edges.items() for code in self.sequences(forms)}
        self.relations = {code: name for name, forms in words.relations.items() for code in self.sequences(forms)}
        self.relations_after = {
            code: name for name, forms in words.relations_after.items() for code in self.sequences(forms)
        }
        self.parts = tuple(sorted(self.sequences(words.parts), key=len, reverse=True))
        self.ranges = [(frozenset(self.sequences(one.link)), tuple(self.sequences(one.open))) for one in words.ranges]
        self.to_date = frozenset(self.sequences(words.words.get("to_date", ())))
        self.possessive = tuple(self.sequences(words.words.get("possessive", ())))
        self.links = frozenset(self.sequences(words.links))
        self._number_words = frozenset(self.sequences(words.number_words))
        self._joiners = frozenset(self.sequences(words.number_joiners))
        self.near_before = tuple(self.sequences(words.tense.near_before))
        self.prefix_length = max((len(code) for code in (*self.edges, *self.relations)), default=0)
        self._word = lru_cache(maxsize=_KEPT)(self._coded)
        self._telling = frozenset("".join([*self.months, *self.weekdays, *self.units]))
        rules = [self._rule(rule) for rule in words.rules]
        self._capital_only = frozenset(code for word in words.capitalised for code in self.sequences((word,)))
        self.starts: dict[str, tuple[Rule, ...]] = {}
        """The rules by the code that they begin with."""
        self._opened: dict[str, tuple[Rule, ...]] = {}
        for compiled, part in rules:
            for code in part.first:
                self.starts[code] = (*self.starts.get(code, ()), compiled)
        needs = frozenset().union(*(part.needs for _, part in rules))
        self._cues = frozenset(self._spelled[code] for code in needs if code in self._spelled) | set("0123456789")
        self.start = re.compile(f"[{''.join(map(re.escape, sorted(self.starts)))}]")

    # --- words to codes -------------------------------------------------------------------------------------------

    def _code(self, word: str) -> str:
        word = word.lower()
        if len(word) == 1 and not word.isalnum():
            return word
        if word not in self._codes:
            self._codes[word] = chr(_FIRST_WORD + len(self._codes))
            self._spelled[self._codes[word]] = word
        return self._codes[word]

    def _numbered(self, lists: tuple[tuple[str, ...], ...]) -> dict[str, int]:
        return {code: number for number, forms in enumerate(lists) for code in self.sequences(forms)}

    def may_hold(self, text: str, start: int, end: int) -> bool:
        """Tell whether `text[start:end]` has a word without which it holds no date."""
        return not self._cues.isdisjoint(_CUE.findall(text[start:end].lower()))

    def tokens(self, text: str, start: int, end: int) -> Tokens:
        """Return `text[start:end]` as codes."""
        found = [match for match in self._token.finditer(text, start, end) if match.lastindex]
        known, shape = self._word, self._shape
        codes = [known(match[0]) if match.lastindex == 1 else shape(match) for match in found]
        return Tokens(text, "".join(codes), found)

    def _coded(self, word: str) -> str:
        """Return the code of a word as it is written."""
        code = self._codes.get(word.lower(), OTHER)
        return OTHER if code in self._capital_only and not word[0].isupper() else code

    def _shape(self, match: re.Match[str]) -> str:
        """Return the code of a number or mark."""
        token = match[0]
        if match.lastgroup:
            return SHAPES[match.lastgroup]
        return (self._codes.get(token) or shape_of(token)) if token.isdigit() else token

    def rules(self, opening: str) -> tuple[Rule, ...]:
        """Return the rules that may hold where two codes stand: those of the first that take it alone or know the second."""
        found = self._opened.get(opening)
        if found is None:
            first, second = opening[0], opening[1:]
            may = (r for r in self.starts[first] if second in r.pattern.pattern or r.pattern.match(first))
            found = self._opened[opening] = tuple(may)
        return found

    # --- forms to code sequences and patterns ---------------------------------------------------------------------

    def sequences(self, forms: tuple[str, ...]) -> list[str]:
        """Return all code sequences that the forms stand for; they may name lists of `[dates.words]`."""
        found: list[str] = []
        for form in forms:
            pieces = _pieces(form)
            expanded, rest = self._expand(pieces, 0)
            if rest != len(pieces):
                raise DataError(f"[dates] form {form!r}: unbalanced brackets")
            found += [code for code in expanded if code]
        return found

    def _expand(self, pieces: list[str], position: int) -> tuple[list[str], int]:
        """Expand pieces up to the bracket that closes; return the sequences and the position of that bracket."""
        branches: list[str] = []
        current: list[str] = [""]
        while position < len(pieces) and pieces[position] not in "])":
            piece = pieces[position]
            options: list[str]
            if piece == "|":
                branches, current = branches + current, [""]
                position += 1
                continue
            if piece in "[(":
                options, position = self._expand(pieces, position + 1)
                options = ["", *options] if piece == "[" else options
            elif piece.startswith("{"):
                options = self._fillers(piece[1:-1])
            else:
                options = ["".join(map(self._code, _words(piece)))]
            current = ["".join(pair) for pair in product(current, options)]
            position += 1
        return branches + current, position

    def _fillers(self, name: str) -> list[str]:
        if name in self.words.words:
            return self.sequences(self.words.words[name])
        shapes, sequences = self._contents(name, None)
        return [*shapes, *sequences]

    def _rule(self, rule: DateRule) -> tuple[Rule, _Part]:
        pieces = _pieces(rule.form)
        part, rest = self._parse(pieces, 0, rule)
        if rest != len(pieces) or part.empty:
            raise DataError(f"[dates] rule {rule.id!r}: its brackets are unbalanced or its form may be empty")
        try:
            pattern = re.compile(part.regex)
        except re.error as error:
            raise DataError(
                f"[dates] rule {rule.id!r}: {error.msg}. A second slot of a kind is written {{day:2}}."
            ) from error
        compiled = Rule(
            rule,
            pattern,
            tuple(self.sequences(tuple(form for name in rule.after for form in self._list(name, rule)))),
            tuple(self.sequences(rule.unless_after)),
            tuple(self.sequences(rule.unless_before)),
            tuple(self.sequences(rule.only_before)),
            frozenset(self.sequences(rule.unless_near)),
        )
        return compiled, part

    def _list(self, name: str, rule: DateRule | None) -> tuple[str, ...]:
        if name not in self.words.words:
            raise DataError(f"[dates] {rule.id if rule else ''}: no slot and no list {name!r} in [dates.words]")
        return self.words.words[name]

    def _parse(self, pieces: list[str], position: int, rule: DateRule) -> tuple[_Part, int]:
        branches: list[_Part] = []
        parts: list[_Part] = []
        while position < len(pieces) and pieces[position] not in "])":
            piece = pieces[position]
            if piece == "|":
                branches.append(self._sequence(parts))
                parts = []
            elif piece in "[(":
                inner, position = self._parse(pieces, position + 1, rule)
                optional = piece == "["
                regex = f"(?:{inner.regex}){'?' if optional else ''}"
                parts.append(_Part(regex, inner.first, inner.needs, optional or inner.empty))
            elif piece.startswith("{"):
                parts.append(self._slot(piece[1:-1], rule))
            else:
                parts += [_literal(self._code(word)) for word in _words(piece)]
            position += 1
        branches.append(self._sequence(parts))
        first = frozenset().union(*(branch.first for branch in branches))
        regex = "|".join(branch.regex for branch in branches)
        needs = frozenset().union(*(branch.needs for branch in branches))
        return _Part(regex, first, needs, any(branch.empty for branch in branches)), position

    def _slot(self, slot: str, rule: DateRule) -> _Part:
        name = slot.partition(":")[0]
        group = slot.replace(":", "")
        kind = name.rpartition("_")[2]
        if name in self.words.words and kind in _LISTED:
            group = kind + slot[len(name) + 1 :]
        elif name in _NARROWED:
            group = name.rpartition("_")[2] + slot[len(name) + 1 :]
        shapes, sequences = self._contents(name, rule)
        dot = ""
        if name in ("month", "plain_month", "weekday", "plain_weekday"):
            numbers = "".join(code for word, code in self._codes.items() if word.isdigit())
            dot = rf"(?:\.(?=[{SHAPES['low']}{SHAPES['high']}{SHAPES['year']}{SHAPES['ordinal']}{numbers},]))?"
        options = [f"[{re.escape(shapes)}]"] if shapes else []
        options += [re.escape(code) for code in sorted(sequences, key=len, reverse=True)]
        if name in ("number", "day") and self._number_words:
            spelled = "".join(sorted(self._number_words))
            joined = "".join(sorted(self._joiners)) or OTHER
            options.append(f"[{spelled}](?:[{spelled}]|[{joined}](?=[{spelled}])){{0,7}}")
            sequences = [*sequences, *self._number_words]
        first = frozenset(shapes) | {code[0] for code in sequences}
        needs = frozenset(shapes) | {max(code, key=lambda one: len(self._spelled.get(one, ""))) for code in sequences}
        return _Part(f"(?P<{group}>{'|'.join(options) or '(?!)'}){dot}", first, needs)

    def _sequence(self, parts: list[_Part]) -> _Part:
        regex = "".join(part.regex for part in parts)
        first: frozenset[str] = frozenset()
        for part in parts:
            first |= part.first
            if not part.empty:
                break
        else:
            return _Part(regex, first, first, empty=True)
        return _Part(regex, first, min((part.needs for part in parts if not part.empty), key=self._cost))

    def _cost(self, codes: frozenset[str]) -> int:
        """Return a measure of how often one of the codes turns up in a text: short words often."""
        return sum(
            1 if code in self._telling else _COSTS.get(len(self._spelled.get(code, "0000")), 1) for code in codes
        )

    def _contents(self, name: str, rule: DateRule | None) -> tuple[str, list[str]]:
        """Return the number shapes and the code sequences that fill a slot."""
        digits = {word: code for word, code in self._codes.items() if word.isdigit()}
        shape = SHAPES
        match name:
            case "month":
                return "", list(self.months)
            case "plain_month" | "plain_weekday":
                unclear = set(self.sequences(self.words.ambiguous))
                names = self.months if name == "plain_month" else self.weekdays
                return "", [code for code in names if code not in unclear]
            case "weekday":
                return "", list(self.weekdays)
            case "day":
                literal = [code for word, code in digits.items() if int(word) <= 31]
                ordinals = [code for code, count in self.ordinals.items() if 0 < count <= 31]
                return shape["low"] + shape["high"] + shape["ordinal"], [*literal, *ordinals]
            case "number":
                literal = [code for word, code in digits.items() if len(word) < 4]
                return shape["low"] + shape["high"] + shape["two"] + shape["three"], [*literal, *self.counts]
            case "ordinal":
                return shape["ordinal"], list(self.ordinals)
            case "year":
                literal = [code for word, code in digits.items() if len(word) == 4]
                return shape["year"], literal
            case "short_year":
                return shape["short_year"] + shape["two"], []
            case "unit":
                return "", list(self.units)
            case "season":
                return "", list(self.seasons)
            case "figure_day":
                return shape["low"] + shape["high"] + shape["ordinal"], [c for w, c in digits.items() if int(w) <= 31]
            case "bare_day":
                return shape["low"] + shape["high"], [c for w, c in digits.items() if int(w) <= 31]
            case "ordinal_figure_day":
                return shape["ordinal"], []
            case "ordinal_day":
                return shape["ordinal"], [code for code, count in self.ordinals.items() if 0 < count <= 31]
            case "holiday":
                return "", list(self.holidays)
            case "part":
                return "", self.sequences(self.words.parts)
            case "any_number":
                return "".join(shape.values()), [*digits.values()]
            case _ if name in shape:
                return shape[name], []
        return "", self.sequences(self._list(name, rule))


def _literal(code: str) -> _Part:
    return _Part(re.escape(code), frozenset(code), frozenset(code))


@lru_cache(maxsize=16)
def grammar(words: Dates) -> Grammar:
    """Return the compiled grammar of `[dates]`, once a process."""
    return Grammar(words)
