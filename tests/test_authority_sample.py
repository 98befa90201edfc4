"""Officials of the tables, put into neutral sentences in two languages, are found again: each fifth spelled otherwise."""

import random
import sys
from pathlib import Path

import pytest

from kg import authority

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "benchmarks"))

import authority as measured


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_officials_are_found_again_and_hardly_ever_mistaken(seed: int) -> None:
    found = measured.sample(seed)
    assert found["right"] >= 0.95 * measured.SIZE, found
    assert found["wrong"] < 0.01 * measured.SIZE, found


@pytest.mark.parametrize("seed", range(1, 6))
def test_just_a_fifth_of_the_officials_is_spelled_otherwise(seed: int) -> None:
    known = authority.load()
    labels = {entry.wikidata: entry.label for entry in known.all() if entry.type == "person"}
    texts = list(measured.sentences(seed))
    assert len(texts) == measured.SIZE
    assert sum(labels[qid] not in text for text, _, _, qid in texts) == measured.SIZE // 5


def test_a_name_that_has_a_sound_to_change_is_spelled_otherwise() -> None:
    draw = random.Random(1)
    names = ["Sergey Lavrov", "Volodymyr Zelenskyy", "Mohammad Javad Zarif", "Hossein Amir-Abdollahian"]
    assert all(measured.spelled_otherwise(name, draw) != name for name in names)
