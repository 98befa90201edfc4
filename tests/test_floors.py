"""What is extracted does not get worse: the figures of tests/floors.toml, and the scorer that they are measured with."""

import copy
import json
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "benchmarks"))

import eval_articles  # noqa: E402
import evaluate  # noqa: E402
import scoring  # noqa: E402
from likeness import compatible, likeness  # noqa: E402

GOLD = sorted(eval_articles.SAMPLE.glob("*.json"))


def facts(file: Path) -> dict:
    """Return the facts of a file, with every list that a prediction has."""
    lists = ("places", "roles", "agreements", "events", "timexes")
    found = {name: [] for name in lists} | json.loads(file.read_text("utf-8"))
    found["events"] = [{"date": None, "place": None} | event for event in found["events"]]
    found["agreements"] = [{"date": None} | one for one in found["agreements"]]
    return found


def score(gold: dict, mine: dict) -> scoring.Score:
    out = scoring.Score()
    out.add(gold, mine)
    return out


@pytest.mark.parametrize("measure", ["sample", "seed", "dates", "dev", "held"])
def test_no_figure_falls_below_its_floor(measure: str) -> None:
    found = list(evaluate.measure([measure], "fast"))
    if not found:
        pytest.skip(eval_articles.absent(measure))
    pinned = evaluate.floors()
    assert [line for one in found if one.name in pinned for line in evaluate.below(one, pinned[one.name])] == []


@pytest.mark.parametrize("name", ["sample fr", "sample en"])
def test_the_sample_corpus_has_floors(name: str) -> None:
    pins = evaluate.floors()[name]
    assert {"actors", "places", "roles", "agreements", "events_core", "events_strict", "timexes"} <= set(pins)


@pytest.mark.parametrize("file", GOLD, ids=lambda file: file.stem)
def test_gold_stands_on_its_article(file: Path) -> None:
    gold = json.loads(file.read_text("utf-8"))
    texts = list((ROOT / "data" / "articles" / gold["lang"]).glob(f"{gold['id']}.*"))
    assert len(texts) == 1
    text = texts[0].read_text("utf-8")
    text = text if texts[0].suffix != ".json" else " ".join(str(v) for v in json.loads(text).values())
    quoted = [a for e in gold["events"] for a in (e["anchor"], *e.get("anchor_alt", ()))]
    assert [words for words in quoted if words not in text] == []


@pytest.mark.parametrize("file", GOLD, ids=lambda file: file.stem)
def test_gold_scored_against_itself_is_right_everywhere(file: Path) -> None:
    gold = facts(file)
    out = score(gold, gold)
    assert {kind: (count.fp, count.fn) for kind, count in out.kinds.items() if count.fp + count.fn} == {}
    assert {name: count.fp for name, count in out.shares.items() if count.fp} == {}


@pytest.mark.parametrize("kind", ["actors", "places", "roles", "agreements", "events", "timexes"])
def test_what_is_left_out_is_missed(kind: str) -> None:
    gold = facts(eval_articles.SAMPLE / "2020-11-17-pentagon-cuts.json")
    due = sum(not one.get("optional") for one in gold[kind])
    out = score(gold, {**gold, kind: []})
    assert (out.kinds[kind].fn, out.kinds[kind].fp) == (due, 0)


def test_a_second_node_of_an_actor_is_wrong() -> None:
    gold = facts(eval_articles.SAMPLE / "2020-11-17-pentagon-cuts.json")
    out = score(gold, {**gold, "actors": [*gold["actors"], {"name": "Jens Stoltenberg", "type": "person"}]})
    assert out.kinds["actors"].fp == 1
    assert out.counts["duplicate_actors"] == 1


def test_a_name_of_the_page_furniture_is_counted() -> None:
    gold = facts(eval_articles.SAMPLE / "2020-11-17-pentagon-cuts.json") | {"distractors": ["Jack Frost"]}
    out = score(gold, {**gold, "actors": [*gold["actors"], {"name": "Jack Frost", "type": "person"}]})
    assert out.counts["distractors"] == 1


@pytest.mark.parametrize(
    ("change", "kinds"),
    [
        ({"status": "cancelled"}, {"events_strict"}),
        ({"date": "2019-01-01"}, {"events_strict"}),
        ({"type": "visit"}, {"events_core", "events_strict"}),
        ({"participants": ["Jens Stoltenberg"]}, {"events_core", "events_strict", "event_participants"}),
        ({"type": "election"}, {"events", "events_core", "events_strict", "event_participants"}),
    ],
    ids=str,
)
def test_an_event_is_wrong_in_what_is_wrong_of_it(change: dict, kinds: set[str]) -> None:
    gold = facts(eval_articles.SAMPLE / "2018-08-28-moscow-meeting-postponed.json")
    mine = copy.deepcopy(gold)
    place = next(n for n, e in enumerate(gold["events"]) if e["anchor"].startswith("In July, officials led by"))
    mine["events"][place] |= change
    out = score(gold, mine)
    assert {kind for kind, count in out.kinds.items() if count.fp + count.fn} == kinds


@pytest.mark.parametrize(
    ("mine", "gold", "person", "same"),
    [
        ("M. Pompeo", "Mike Pompeo", True, True),
        ("Cheikh Tamim ben Hamad Al-Thani", "Tamim bin Hamad Al Thani", True, True),
        ("États-Unis", "Etats-Unis", False, True),
        ("Kabul", "Kabul Province", False, False),
        ("U.S. Senate", "US Senate", False, True),
        ("Russia", "Prussia", False, False),
    ],
)
def test_names_are_compared_by_their_words(mine: str, gold: str, person: bool, same: bool) -> None:
    assert (likeness(mine, gold, person=person) >= 0.45) is same


@pytest.mark.parametrize(
    ("one", "other", "within"),
    [
        ("2020-02", "2020-02-29", True),
        ("2020-W47", "2020-11-17", True),
        ("2020-09-12", "2020-09-12/..", True),
        ("2020-09-12", "../2020-09-01", False),
        ("2020", None, False),
        ("2020-W47", "2020-11-23", False),
    ],
)
def test_a_time_within_another_is_compatible(one: str, other: str | None, within: bool) -> None:
    assert compatible(one, other) is within
    assert compatible(other, one) is within


def found(right: int, digest: str = "a") -> evaluate.Found:
    return evaluate.Found("some fr", digest, (evaluate.Figure("some fr", "actors", right, 10 - right, 10 - right),))


def test_floors_rise_by_themselves_and_fall_only_when_told() -> None:
    first, _ = evaluate.raised([found(8)], {}, regress=False)
    assert first == {"some fr": {"sha256": "a", "actors": 0.8}}
    assert evaluate.raised([found(9)], first, regress=False) == ({"some fr": {"sha256": "a", "actors": 0.9}}, [])
    kept, refused = evaluate.raised([found(7)], first, regress=False)
    assert kept == first
    assert refused == ["some fr, actors: 0.7 is below 0.8"]
    assert evaluate.raised([found(7)], first, regress=True)[0] == {"some fr": {"sha256": "a", "actors": 0.7}}


def test_figures_on_other_texts_are_no_comparison() -> None:
    pins = {"sha256": "a", "actors": 0.8}
    assert evaluate.below(found(8), pins) == []
    assert "have changed" in evaluate.below(found(8, "b"), pins)[0]
    assert "below its floor" in evaluate.below(found(7), pins)[0]


def test_our_scorer_agrees_with_the_shared_one(shared: Path) -> None:
    import importlib.util

    spec = importlib.util.spec_from_file_location("shared_score", shared / "gold" / "score.py")
    theirs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(theirs)
    for gold, _, text in [*eval_articles.pairs("seed"), *eval_articles.pairs("sample")]:
        mine = eval_articles.predict(text, gold["published"], "fast")
        full = {"places": [], "roles": [], "agreements": [], "timexes": []} | gold
        full["events"] = [{"place": None, "id": None} | event for event in gold["events"]]
        if full["events"] != gold["events"]:
            continue  # the shared scorer asks for every field
        ours, other = score(full, mine), theirs.Scorer()
        other.score(full, mine)
        assert {k: (c.tp, c.fp, c.fn) for k, c in ours.kinds.items()} == {
            k: (c.tp, c.fp, c.fn) for k, c in other.k.items()
        }, gold["id"]
