"""Officials of the tables, put into neutral sentences in two languages, are found again: each fifth spelled otherwise."""

import random
import re
from collections import Counter

import pytest

from kg import authority, share
from kg.authority.tables import entries
from tests.naming import read

SIZE = 200
SPELLINGS = (
    ("ou", "u"), ("u(?!u|i)", "ou"), ("y", "i"), ("(?<!i)i(?!i)", "y"), ("kh", "h"), ("sh", "ch"), ("ei", "ey"), ("ai", "ay"), ("w", "v"),
    ("ph", "f"), ("ee", "i"), ("oo", "ou"), ("ss", "s"), ("mm", "m"), ("c(?=[aoulr])", "k"), ("z", "s"), ("dj", "j"),
)  # fmt: skip
SENTENCES = {
    "fr": (
        "{name}, responsable de {state}, a pris la parole.",
        "Selon {name}, qui représente {state}, la réunion est reportée.",
    ),
    "en": (
        "{name}, an official of {state}, spoke to reporters.",
        "According to {name}, who represents {state}, it is postponed.",
    ),
}


def spelled_otherwise(name: str, draw: random.Random) -> str:
    """Return a name with one sound inside a word in another transliteration."""
    rules = [(re.compile(rf"(?<=[a-z]){old}"), new) for old, new in SPELLINGS]
    fitting = [(rule, new) for rule, new in rules if rule.search(name)]
    if not fitting:
        return name
    rule, new = draw.choice(fitting)
    return rule.sub(new, name, count=1)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_officials_are_found_again_and_hardly_ever_mistaken(seed: int) -> None:
    known, draw = authority.load(), random.Random(seed)
    rows = [
        (entry, term)
        for entry in entries(share.path("data", "authority"))
        if entry.type == "person" and entry.wikidata and " " in entry.names[0] and "," not in entry.label
        for term in entry.tenures
        if known.country(term.country)
    ]
    outcome: Counter[str] = Counter()
    for number, (entry, term) in enumerate(draw.sample(rows, SIZE)):
        language = ("fr", "en")[number % 2]
        state = known.country(term.country)
        assert state is not None
        name = spelled_otherwise(entry.label, draw) if draw.random() < 0.2 else entry.label
        year = next((part[:4] for part in (term.start, term.end) if part != ".."), "2015")
        day = term.start if len(term.start) == 10 else f"{year}-06-15"
        called = state.label_fr if language == "fr" else state.label
        reading = read(SENTENCES[language][number // 2 % 2].format(name=name, state=called), language, day)
        ids = {actor.wikidata for actor in reading.actors if actor.type == "person" and actor.wikidata}
        outcome["right" if ids == {entry.wikidata} else "wrong" if ids else "open"] += 1
    assert outcome["right"] >= 0.95 * SIZE, outcome
    assert outcome["wrong"] <= 0.01 * SIZE, outcome
