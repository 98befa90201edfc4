"""Scores the ledger of agreements and the lives of events against tests/gold/ledger/sample.toml, judged by hand.

python benchmarks/eval_ledger.py [--profile fast|full] [-v]

steps     a sentence of the gold, printed by `kg ledger` under its agreement and kind with a word that will do;
          precision over the printed steps of the kinds and agreements that the gold holds
entries   a commitment of the gold for which some entry has one of its steps; `by` and `due` of that entry
ledger on a commitment stands on a day as the gold says (`kg ledger --on`)
lives     an event stands on a day as the gold says (question `standing`)
"""

import argparse
import sys
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from scoring import Count

import kg
from kg.pipeline import PROFILES, Profile
from kg.query import answer
from kg.query.ledger import Entry, ledger
from kg.store import Store
from kg.vocab import PREFIXES

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "tests" / "gold" / "ledger" / "sample.toml"
SAMPLE = ROOT / "data" / "articles"
_FOLDERS = ("fr", "en")

Gold = Mapping[str, Any]


class World:
    """The sample articles in a store, with the path of each."""

    def __init__(self, profile: Profile) -> None:
        """Read the articles."""
        self.store = Store.memory()
        folders = [SAMPLE / each for each in _FOLDERS]
        kg.build(folders, self.store, profile=profile)
        self.path = {
            article.id: article.path.rpartition("articles/")[2]
            for article in kg.articles([str(each) for each in folders])
            if not isinstance(article, Exception)
        }

    def of(self, article: str) -> str:
        """Return the path of an article's IRI."""
        return self.path.get(article.rpartition("/")[2], "")

    def entries(self, agreement: str, on: str = "") -> list[Entry]:
        """Return the entries of an agreement; none where it is not known by this name."""
        try:
            return ledger(self.store.oxigraph, agreement, on)
        except kg.errors.QueryError:
            return []


def matches(told: Sequence[str], path: str, sentence: str) -> bool:
    """Tell whether a passage of the gold is of this sentence of this article."""
    return path.startswith(told[0]) and told[1] in " ".join(sentence.split())


def scored(world: World, gold: Gold, *, verbose: bool) -> dict[str, Count]:
    """Return what is right by measure."""
    found = {name: Count() for name in ("steps", "entries", "by", "due", "ledger on", "lives")}
    right: set[tuple[str, str]] = set()
    for wanted in gold["entry"]:
        kinds = wanted["kind"].split("|")
        entries = [entry for entry in world.entries(wanted["agreement"]) if entry.kind in kinds]
        best = max(entries, key=lambda entry: _hits(world, wanted, entry), default=None)
        for step in wanted["steps"]:
            hits = [
                (printed.word, printed.told)
                for entry in entries
                for printed in entry.steps
                if matches(step, world.of(printed.article), printed.sentence)
            ]
            good = [told for word, told in hits if word in step[2].split("|")]
            right |= {(told, word) for word, told in hits if word in step[2].split("|")}
            _note(
                found["steps"],
                bool(good),
                f"{wanted['name']}: {step[1]} [{step[2]}] {[word for word, _ in hits]}",
                verbose=verbose,
            )
        there = best is not None and _hits(world, wanted, best) > 0
        _note(found["entries"], there, wanted["name"], verbose=verbose)
        if best is not None and there:
            if "by" in wanted:
                _note(
                    found["by"], best.owed_by == wanted["by"], f"{wanted['name']}: by {best.owed_by}", verbose=verbose
                )
            if "due" in wanted:
                _note(
                    found["due"], _same_day(best, wanted["due"]), f"{wanted['name']}: due {best.due}", verbose=verbose
                )
        for on, stands in wanted["stands"].items():
            known = [
                entry
                for entry in world.entries(wanted["agreement"], on)
                if best and entry.commitment == best.commitment
            ]
            words = [entry.stands for entry in known] if there else []
            _note(
                found["ledger on"],
                bool(set(words) & set(stands.split("|"))),
                f"{wanted['name']} on {on}: {words}, not {stands}",
                verbose=verbose,
            )
    found["steps"].fp = len(list(_wrong(world, gold, right, verbose=verbose)))
    _lives(world, gold["life"], found["lives"], verbose=verbose)
    return found


def _hits(world: World, wanted: Gold, entry: Entry) -> int:
    return sum(
        any(matches(step, world.of(printed.article), printed.sentence) for printed in entry.steps)
        for step in wanted["steps"]
    )


def _same_day(entry: Entry, due: str) -> bool:
    """Tell whether an entry is due on a day, give or take three for months that are counted; a month is its days."""
    from datetime import date

    for edtf in entry.due.split("; "):
        day = edtf.removeprefix("../")
        if day and (
            due.startswith(day)
            or (len(day) == 10 and abs((date.fromisoformat(day) - date.fromisoformat(due)).days) <= 3)
        ):
            return True
    return False


def _wrong(world: World, gold: Gold, right: set[tuple[str, str]], *, verbose: bool) -> Iterable[str]:
    """Yield the printed steps that the gold does not hold, of its agreements and kinds, each sentence and word once."""
    kinds: dict[str, set[str]] = {}
    for wanted in gold["entry"]:
        kinds.setdefault(wanted["agreement"], set()).update(wanted["kind"].split("|"))
    for agreement, mine in kinds.items():
        seen: set[tuple[str, str]] = set()
        for entry in world.entries(agreement):
            for step in entry.steps if entry.kind in mine else ():
                key = (step.word, step.sentence)
                if (step.told, step.word) not in right and key not in seen:
                    seen.add(key)
                    if verbose:
                        print(f"  wrong: {agreement}, {entry.kind} {entry.due}: {step.word}: {step.sentence[:150]}")
                    yield step.told


def _lives(world: World, gold: Iterable[Gold], count: Count, *, verbose: bool) -> None:
    question = """SELECT DISTINCT ?event ?kind ?article ?sentence WHERE {
        GRAPH <https://w3id.org/diplokg/graph/consolidated> { ?claim dk:aboutEvent ?event . ?event sem:eventType ?type }
        ?claim a dk:Claim ; dk:evidence ?p . ?p oa:hasSource ?article ; oa:hasSelector/oa:refinedBy/oa:exact ?sentence
        BIND(STRAFTER(STR(?type), "event-type/") AS ?kind) }"""
    told = answer(world.store.oxigraph, "".join(f"PREFIX {k}: <{v}>\n" for k, v in PREFIXES.items()) + question).dicts()
    for life in gold:
        events = {
            str(row["event"])
            for row in told
            if row["kind"] in life["type"].split("|")
            and matches(life["claim"], world.of(str(row["article"])), str(row["sentence"]))
        }
        for on, stands in life["on"].items():
            rows = answer(world.store.oxigraph, "standing", {"on": on}).dicts()
            words = {str(row["stood"]) for row in rows if str(row["event"]) in events}
            good = bool(words & set(stands.split("|"))) if stands else not words
            _note(
                count, good and bool(events), f"{life['name']} on {on}: {sorted(words)}, not {stands}", verbose=verbose
            )


def _note(count: Count, good: bool, what: str, *, verbose: bool) -> None:
    if good:
        count.tp += 1
    else:
        count.fn += 1
        if verbose:
            print(f"  missed: {what}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--profile", choices=PROFILES, default="fast")
    parser.add_argument("-v", "--verbose", action="store_true", help="print what is missed and what is wrong")
    given = parser.parse_args(arguments)
    with GOLD.open("rb") as file:
        gold = tomllib.load(file)
    for name, count in scored(World(given.profile), gold, verbose=given.verbose).items():
        wrong = f", {count.fp} printed that the gold lacks" if count.fp else ""
        print(f"{name:10} {count.tp} of {count.tp + count.fn}{wrong}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
