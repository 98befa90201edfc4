"""Whose deed a gerund tells: that of the main clause behind "before" and "by", that of nobody known behind people without a name."""

import pytest

from tests.agreeing import read

FR, NE, RW, TD = (f"country/{code}" for code in ("FR", "NE", "RW", "TD"))


def doers(language: str, sentence: str, kind: str) -> list[frozenset[str]]:
    """Return the names of who takes part in each claim of a kind."""
    read_ = read(language, sentence)
    names = {actor.id: actor.name for actor in read_.reading.actors}
    return [frozenset(names[p.actor] for p in c.participants) for c in read_.claims if c.type == kind]


@pytest.mark.parametrize(
    ("sentence", "kind", "who"),
    [
        ("Paul Kagame was scheduled to meet with Olaf Scholz before travelling to Italy.", "visit", "Paul Kagame"),
        ("Paul Kagame will meet Olaf Scholz after visiting Italy.", "visit", "Paul Kagame"),
        ("Paul Kagame met Olaf Scholz in Berlin on Monday before flying to Rome.", "visit", "Paul Kagame"),
        (
            "Emmanuel Macron, who angered Rwanda by deploying troops, met Felix Tshisekedi.",
            "deployment",
            "Emmanuel Macron",
        ),
        ("Chad angered Rwanda by deploying troops in Niger.", "deployment", "Chad"),
        ("Chad, which Niger had angered by deploying troops, recalled its envoy.", "deployment", "Niger"),
        ("Chad saw Niger deploying troops on the border.", "deployment", "Niger"),
    ],
)
def test_before_and_by_leave_a_deed_to_who_does_what_the_clause_says(sentence, kind, who):
    assert doers("en", sentence, kind) == [frozenset({who})]


@pytest.mark.parametrize(
    "sentence",
    [
        "We will never tolerate a foreign government threatening and killing Chadian citizens, President Paul Kagame said.",
        "Paul Kagame spoke of a neighbour attacking Rwanda.",
    ],
)
def test_what_people_without_a_name_do_is_not_done_by_who_says_so(sentence):
    for kind in ("attack", "threat"):
        assert all("Paul Kagame" not in who for who in doers("en", sentence, kind))


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Paul Kagame rencontrera Olaf Scholz avant de se rendre en Italie.", "Paul Kagame"),
        ("Paul Kagame a rencontré Olaf Scholz après avoir visité l'Italie.", "Paul Kagame"),
    ],
)
def test_infinitives_behind_avant_and_apres_are_read_the_same_way(sentence, who):
    assert doers("fr", sentence, "visit") == [frozenset({who})]
